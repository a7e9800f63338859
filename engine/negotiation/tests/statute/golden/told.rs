//! A state in words that don't change with the code: what a replay has to come to.

use std::fmt::Write as _;

use law::time::Moment;
use ledger::Digest;
use negotiation::state::{Delegation, DutyStatus, PackageStatus, Stage};
use negotiation::{CaseState, Negotiation, Sides};

/// The state, one fact a line; its digest first.
pub(super) fn state(state: &CaseState) -> String {
    let n = state.negotiation().unwrap();
    let mut out = format!("head {} {}\nrules {}\n", state.head().seq, state.head().hash, state.rules());
    parties(n, &mut out);
    stage(n, &mut out);
    talks(n, &mut out);
    for duty in n.duties().iter() {
        let status = match duty.status {
            DutyStatus::Open => "open".to_owned(),
            DutyStatus::Struck => "struck".to_owned(),
            DutyStatus::Met { at, late } => format!("met {at}{}", if late { " late" } else { "" }),
            DutyStatus::Voided => "voided".to_owned(),
        };
        let (owner, dates) = (duty.owner.name(), &duty.dates);
        let amber = dates.amber.map_or_else(String::new, |amber| format!(" amber {amber}"));
        line(&mut out, &format!("duty {} {owner} from {} by {}{amber}: {status}", duty.id, duty.anchor, dates.due));
    }
    remedies(n, &mut out);
    mending(n, &mut out);
    format!("digest {}\n{out}", Digest::sha256(out.as_bytes()))
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{text}").unwrap();
}

fn when(at: Option<Moment>) -> String {
    at.map_or_else(|| "-".to_owned(), |at| at.to_string())
}

fn both(at: &Sides<Option<Moment>>) -> String {
    format!("worker {} employer {}", when(at.worker), when(at.employer))
}

/// The word that stands in records.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn parties(n: &Negotiation, out: &mut String) {
    let header = String::from_utf8(ledger::canonical::to_vec(&n.header).unwrap()).unwrap();
    line(out, &format!("opened {} {header}", n.opened_at));
    line(out, &format!("accepted {}", both(&n.acceptances)));
    for (side, list) in [("worker", &n.delegations.worker), ("employer", &n.delegations.employer)] {
        let Some(list) = list else { continue };
        line(out, &format!("delegation {side} {}", people(list)));
    }
    for covered in &n.coverage.employers {
        let (key, vote) = (&covered.employer.key, covered.vote.as_ref());
        let voted = vote.map_or("-", |vote| if vote.adopted { "adopted" } else { "rejected" });
        let confirmed = when(covered.confirmed.map(|(at, _)| at));
        line(out, &format!("covered {key} confirmed {confirmed} {voted} left {}", when(covered.withdrawn)));
    }
    for bound in &n.coverage.fixed {
        line(out, &format!("bound {} yes {}", bound.employer.key, bound.yes.unwrap_or(0)));
    }
}

fn people(list: &Delegation) -> String {
    let ids: Vec<String> = list.members.iter().map(|member| member.person.id.clone()).collect();
    format!("{} chief {}", ids.join(" "), list.chief().map_or("-", |chief| chief.person.id.as_str()))
}

fn stage(n: &Negotiation, out: &mut String) {
    line(out, &format!("stage {}", n.stage_name()));
    if let Some(text) = n.stage.text() {
        line(out, &format!("text {}", text.digest));
    }
    if let Stage::Effective(stage) = &n.stage {
        let effect = &stage.effect;
        line(out, &format!("effect {} {} to {}", word(effect.basis), effect.on, effect.term_to));
        line(out, &format!("published {} copied {}", both(&stage.published), when(stage.copied_at)));
    } else if let Stage::Ended(stage) = &n.stage {
        line(out, &format!("ended {} {}", word(stage.reason), stage.on));
    } else if let Stage::Closed(stage) = &n.stage {
        line(out, &format!("closed {} {}", word(stage.reason), stage.at));
    } else if let Stage::Rescinded(stage) = &n.stage {
        line(out, &format!("rescinded {} recorded {}", stage.on, when(stage.recorded.as_ref().map(|r| r.at))));
    }
    if let Some(filing) = n.stage.filing() {
        let number = filing.registered.as_deref().unwrap_or("-");
        line(out, &format!("filing {} at {} {number}", filing.number, filing.received_at));
    }
}

fn talks(n: &Negotiation, out: &mut String) {
    for session in &n.sessions {
        let closed = when(session.closed.as_ref().map(|(at, _)| *at));
        let minutes = both(&session.confirmed);
        line(out, &format!("session {} {} to {closed} minutes {minutes}", session.number, session.opened_at));
    }
    for (clause, agreed) in &n.table.agreed {
        let values: Vec<String> = agreed.values.iter().map(|v| format!("{}={}", v.key, v.amount)).collect();
        line(out, &format!("agreed {clause} {}", values.join(" ")));
    }
    for package in &n.table.packages {
        let status = match package.status {
            PackageStatus::Open => "open",
            PackageStatus::Accepted => "accepted",
            PackageStatus::Gone => "gone",
        };
        line(out, &format!("package {} {status}", package.number));
    }
    for pause in &n.pauses {
        let to = pause.to.map_or_else(|| "-".to_owned(), |to| to.to_string());
        line(out, &format!("pause {} to {to}", pause.from));
    }
    for given in &n.disclosures {
        line(out, &format!("disclosed {} by {}", word(given.item), given.side.name()));
    }
}

fn remedies(n: &Negotiation, out: &mut String) {
    for letter in &n.remedies.letters {
        let answer = when(letter.answer.map(|answer| answer.at));
        let closed = if letter.closed { " closed" } else { "" };
        let about = letter.grievance.name();
        line(out, &format!("letter {} {about} sent {} answered {answer}{closed}", letter.number, letter.sent_at));
    }
    for order in &n.remedies.orders {
        line(out, &format!("order {} {} {}", order.grievance.name(), word(order.decision), order.at));
    }
    for breach in &n.breaches {
        let settled = breach.settled.map_or_else(|| "-".to_owned(), |settled| word(settled.outcome));
        line(out, &format!("breach {} {settled}", breach.clause));
    }
    for child in &n.children {
        line(out, &format!("child {} {} ended {}", child.case, word(child.kind), child.ended));
    }
}

fn mending(n: &Negotiation, out: &mut String) {
    for paper in &n.papers {
        line(out, &format!("paper {} confirmed {}", paper.on, paper.confirmed));
    }
    for correction in &n.corrections {
        let fact = String::from_utf8(ledger::canonical::to_vec(&correction.fact).unwrap()).unwrap();
        line(out, &format!("correction {fact} confirmed {}", correction.confirmed));
    }
    for slip in &n.slips {
        line(out, &format!("slip of {} confirmed {}", slip.of, slip.confirmed));
    }
    for link in &n.text_links {
        line(out, &format!("link {} to {}", link.old, link.new));
    }
    for document in &n.documents {
        line(out, &format!("document {} {}", document.number, document.pdf));
    }
}
