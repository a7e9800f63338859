//! What a form holds before anybody types: what the case knows, and what is usual.

use law::Date;
use negotiation::command::ChildKind;
use negotiation::state::{LetterKind, Stage};
use negotiation::{Negotiation, Side};

use super::agreement::typed;
use super::asking::Asking;
use super::kin::kind_name;
use super::posted::Posted;
use crate::site::Site;

/// The form as it is first shown.
pub(crate) fn prefill(site: &Site, ask: &Asking<'_>, today: Date) -> Posted {
    let mut posted = Posted::default();
    if let Some((command, _)) = ask.inner() {
        let inner = prefill(site, &ask.about(command, &posted), today);
        inner.pairs().for_each(|(path, text)| posted.put(&format!("act.{path}"), text));
        return posted;
    }
    if let Some(fact) = ask.fact() {
        for (part, text) in fact.texts() {
            posted.set(format!("fact.new.{part}").trim_end_matches('.'), &text);
        }
        return posted;
    }
    match (ask.command, ask.n) {
        ("open_case", _) => opening(site, &mut posted),
        ("issue_offer", Some(n)) => offer(site, n, &mut posted),
        ("reply", Some(n)) => reply(n, &mut posted),
        ("register_reps", Some(n)) => representatives(ask, n, today, &mut posted),
        ("disclose", Some(n)) => posted.set("item", missing_item(n, ask.side)),
        ("open_session", Some(n)) => session(ask, n, &mut posted),
        ("table_position", Some(_)) => position(ask, &mut posted),
        ("record_delivery" | "record_inspection" | "report_treatment", _) => {
            for name in ["received_on", "on"] {
                posted.set(name, &today.to_string());
            }
        }
        ("submit_to_congress", _) => posted.set("form", "congress"),
        ("record_vote", Some(n)) => {
            vote(n, &mut posted);
            if let Some(held) = ask.online {
                held.prefill(&mut posted);
            }
        }
        ("sign", _) => {
            posted.set("method", "electronic");
            posted.set("sealed", "on");
        }
        ("file", _) => {
            posted.set("copies", "5");
            posted.set("materials", &site.text("pages-prefill-materials"));
        }
        ("no_objection_opinion", _) => posted.set("opinion", &site.text("pages-prefill-no-objection")),
        ("confirm_paper", Some(n)) => {
            number(&mut posted, "entry", n.papers.iter().position(|entry| !entry.confirmed));
        }
        ("confirm_correction", Some(n)) => {
            number(&mut posted, "correction", n.corrections.iter().position(|entry| !entry.confirmed));
        }
        ("confirm_slip", Some(n)) => {
            number(&mut posted, "slip", n.slips.iter().position(|slip| !slip.confirmed));
        }
        ("record_letter_receipt" | "answer_opinion", Some(n)) => {
            let newest = n.remedies.letters.iter().rfind(|letter| letter.kind == LetterKind::Opinion && !letter.closed);
            if let Some(letter) = newest {
                posted.set("letter", &letter.number.to_string());
            }
        }
        ("table_package", Some(n)) => package(ask, n, &mut posted),
        ("accept_package", Some(n)) => {
            let open = |package: &&negotiation::state::Package| {
                package.side != ask.side && package.status == negotiation::state::PackageStatus::Open
            };
            if let Some(package) = n.table.packages.iter().find(open) {
                posted.set("package", &package.number.to_string());
            }
        }
        (_, _) => {}
    }
    posted
}

fn number(posted: &mut Posted, name: &str, index: Option<usize>) {
    if let Some(index) = index {
        posted.set(name, &(index + 1).to_string());
    }
}

fn opening(site: &Site, posted: &mut Posted) {
    posted.set("scope", "enterprise");
    posted.set("employer.dispatched", "0");
    let regions = site.book.current_data().map(|(_, data)| &data.regions);
    if let Some(region) = regions.and_then(|regions| regions.rows().iter().find(|region| region.fictional)) {
        posted.set("region", &region.code);
    }
}

fn offer(site: &Site, n: &Negotiation, posted: &mut Posted) {
    let kind = n.header.parent.as_ref().map(|parent| parent.kind);
    posted.set("basis", kind.map_or("annual", kind_name));
    if let Some(kind @ (ChildKind::Amendment | ChildKind::Rescission)) = kind {
        posted.set("topics.0.title", &site.text(format!("family-topic-{}", kind_name(kind))));
        return;
    }
    for (index, topic) in ["rise", "min-wage", "overtime"].into_iter().enumerate() {
        posted.set(&format!("topics.{index}.title"), &site.text(format!("pages-prefill-topic-{topic}")));
    }
}

fn reply(n: &Negotiation, posted: &mut Posted) {
    let offer = match &n.stage {
        Stage::AwaitingReply(awaiting) => &awaiting.offer,
        Stage::Refused(refused) => &refused.offer,
        Stage::Idle
        | Stage::Offered(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_)
        | Stage::Effective(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => return,
    };
    posted.set("meeting_on", &offer.content.meeting_on.to_string());
    posted.set("place", &offer.content.place);
}

/// The list that stands, or the chief alone to begin with.
fn representatives(ask: &Asking<'_>, n: &Negotiation, today: Date, posted: &mut Posted) {
    posted.set("selection.on", &today.to_string());
    let worker = ask.side == Side::Worker;
    posted.set("selection.method", if worker { "elected_by_congress" } else { "named_by_legal_rep" });
    match n.delegations.get(ask.side).and_then(Option::as_deref) {
        Some(list) => {
            for (index, seat) in list.members.iter().enumerate() {
                let member = seat;
                posted.set(&format!("members.{index}.person.who"), &member.person.id);
                let sex = if member.sex == negotiation::command::Sex::Female { "female" } else { "male" };
                posted.set(&format!("members.{index}.sex"), sex);
                if member.chief {
                    posted.set(&format!("members.{index}.chief"), "on");
                }
            }
        }
        None => {
            let chief = if worker { &n.header.union.chair } else { &n.header.employer.legal_rep };
            posted.set("members.0.person.who", &chief.id);
            posted.set("members.0.chief", "on");
        }
    }
}

/// What this side has not given yet.
fn missing_item(n: &Negotiation, side: Side) -> &'static str {
    use negotiation::command::DisclosureItem::{Agenda, RepList};
    let given = |item, own: bool| n.disclosures.iter().any(|had| had.item == item && (!own || had.side == side));
    if !given(RepList, true) {
        "rep_list"
    } else if !given(Agenda, false) {
        "agenda"
    } else {
        "data"
    }
}

/// Everybody attends, the chiefs take turns.
fn session(ask: &Asking<'_>, n: &Negotiation, posted: &mut Posted) {
    let lists = [&n.delegations.worker, &n.delegations.employer];
    for seat in lists.into_iter().flatten().flat_map(|list| &list.members) {
        posted.put("attending", &seat.person.id);
    }
    let last = n.sessions.last();
    let chair = last.map_or(ask.side, |session| session.chair.other());
    posted.set("chair", chair.name());
    if let Some(last) = last {
        posted.set("place", &last.place);
        posted.set("recorder.who", &last.recorder.id);
    } else if let Stage::Preparing(preparing) | Stage::Ready(preparing) = &n.stage {
        posted.set("place", &preparing.offer.content.place);
    }
}

fn position(ask: &Asking<'_>, posted: &mut Posted) {
    let Some(clause) = ask.position() else { return };
    posted.set("text", &clause.text);
    for value in &clause.values {
        posted.set(&format!("values.{}", value.key), &typed(value));
    }
}

/// The clauses on which the sides differ, in this side's latest words.
fn package(ask: &Asking<'_>, n: &Negotiation, posted: &mut Posted) {
    let words = n.table.words();
    let apart = ask.base().clauses.into_iter().map(|clause| clause.id);
    let apart = apart.filter(|id| words.contains_key(id.as_str()) && !n.table.agreed.contains_key(id));
    for (index, clause) in apart.filter_map(|id| ask.latest(&id)).enumerate() {
        posted.set(&format!("items.{index}.clause"), &clause.id);
        posted.set(&format!("items.{index}.text"), &clause.text);
        for value in &clause.values {
            posted.set(&format!("items.{index}.values.{}", value.key), &typed(value));
        }
    }
}

fn vote(n: &Negotiation, posted: &mut Posted) {
    posted.set("secret", "on");
    if let Stage::Congress(congress) = &n.stage {
        posted.set("held_on", &congress.submission.meeting_on.to_string());
        posted.set("total", &congress.submission.total.to_string());
    }
}
