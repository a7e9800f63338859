//! D27 application for coordination, D28 the bureau's notices, D29 how the coordination ended.

use documents::Kind;
use documents::data::{
    Applicant, ApplicationRef, CoordinationAgreement, CoordinationApplication, CoordinationNotice, CoordinationOutcome,
    Coordinator, DisputeItem as PrintedItem, Material, NoticeForm, SignMethod, Signatures, Signed,
};
use law::Date;
use law::time::Moment;
use ledger::Digest;
use messages::Said;
use negotiation::command::DisputeItem;
use negotiation::{Event, Negotiation, Side};

use super::common::{articles, behind, confirmed, contact, dated, day, lines, parties, word};
use super::filing::office;
use super::heard::Dispute;
use super::{About, PaperError, Trigger};
use crate::catalogue;

pub(super) fn application(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let Event::CoordinationApplied(e) = trigger.event else {
        return Err(PaperError::Stage("D27"));
    };
    let digest = trigger.head.hash;
    let mark = |of: Side| (e.side == of).then(|| confirmed(about, n, of, e.at, digest)).flatten();
    let paper = CoordinationApplication {
        applicant: match e.side {
            Side::Employer => Applicant::Employer,
            Side::Worker | Side::None => Applicant::Worker,
        },
        citations: behind(about, "apply_coordination"),
        contact: Some(contact(about, trigger)).filter(|contact| !contact.phone.is_empty()),
        delivery: None,
        disputes: e.items.iter().map(item).collect(),
        header: dated(about, n, trigger, e.at, word("paper-title-application")),
        history: vec![history(n)],
        materials: minutes(about),
        office: office(about),
        parties: parties(about, n),
        requests: vec![word("paper-coordinate-it")],
        signatures: Some(Signatures { employer: mark(Side::Employer), worker: mark(Side::Worker) }),
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

fn item(item: &DisputeItem) -> PrintedItem {
    PrintedItem {
        employer: item.employer.clone(),
        evidence: None,
        item: item.title.clone(),
        worker: item.worker.clone(),
    }
}

fn history(n: &Negotiation) -> String {
    match n.sessions.first() {
        None => word("paper-history-none"),
        Some(first) => catalogue::say(
            &Said::new("paper-history").arg("first", day(first.opened_at.date())).arg("count", n.sessions.len()),
        ),
    }
}

/// The minutes that were made.
fn minutes(about: &About<'_>) -> Vec<Material> {
    let made = about.heard.papers.iter().filter(|(kind, ..)| *kind == Kind::Minutes);
    let listed = |number: &String| Material {
        copies: 1,
        digest: None,
        name: catalogue::say(&Said::new("paper-minutes-numbered").arg("number", number)),
        note: None,
        provided: true,
    };
    made.map(|(_, number, _)| listed(number)).collect()
}

/// The papers of the case, each in its newest version, with the digest under which it is recorded: whoever mediates,
/// arbitrates or judges can tell that they have these very files.
fn papers<'a>(about: &'a About<'_>, n: &'a Negotiation) -> impl Iterator<Item = Material> {
    about.heard.papers.iter().map(move |(kind, number, _)| {
        let again = |known: &str| known.strip_prefix(number.as_str()).is_some_and(|rest| rest.starts_with("-v"));
        let recorded = n.documents.iter().rfind(|one| one.number == *number || again(&one.number));
        let name = Said::new("paper-of-the-case").arg("title", catalogue::say(&kind.title()));
        Material {
            copies: 1,
            digest: recorded.map(|document| document.pdf),
            name: catalogue::say(&name.arg("number", recorded.map_or(number.as_str(), |one| one.number.as_str()))),
            note: None,
            provided: true,
        }
    })
}

/// The application, where there was one.
fn applied(about: &About<'_>, dispute: &Dispute) -> Option<ApplicationRef> {
    let by = match dispute.by {
        Side::Worker => "paper-side-worker",
        Side::Employer => "paper-side-employer",
        Side::None => return None,
    };
    let (number, _) = about.heard.paper(Kind::CoordinationApplication)?;
    Some(ApplicationRef { by: word(by), date: dispute.applied.date(), number: number.to_owned() })
}

fn dispute<'h>(about: &About<'h>, paper: &'static str) -> Result<(&'h Dispute, Date), PaperError> {
    let known = about.heard.dispute.as_ref().ok_or(PaperError::Stage(paper))?;
    let accepted = known.accepted.ok_or(PaperError::Stage(paper))?;
    Ok((known, accepted.date()))
}

/// What is dealt with; a bureau that steps in of itself names no points.
fn titles(dispute: &Dispute) -> Vec<String> {
    if dispute.items.is_empty() {
        return vec![word("paper-all-topics")];
    }
    dispute.items.iter().map(|item| item.title.clone()).collect()
}

pub(super) fn notice(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (dispute, accepted_on) = dispute(about, "D28")?;
    let due = dispute.due.unwrap_or(accepted_on);
    let (at, title, form) = if let Event::CoordinationAccepted(e) = trigger.event {
        (e.at, "paper-title-accepted", NoticeForm::Acceptance)
    } else if let Event::CoordinationExtended(e) = trigger.event {
        (e.at, "paper-title-extended", NoticeForm::Extension { due: e.until.max(due), reason: e.reason.clone() })
    } else {
        return Err(PaperError::Stage("D28"));
    };
    let paper = CoordinationNotice {
        accepted_on,
        application: applied(about, dispute),
        citations: articles(about, &["CC22 49", "CC22 52", "ZJ-CC 39"]),
        contact: Some(contact(about, trigger)).filter(|contact| !contact.phone.is_empty()),
        coordinators: Vec::new(),
        delivery: None,
        due,
        header: dated(about, n, trigger, at, word(title)),
        items: titles(dispute),
        notice: form,
        office: office(about),
        parties: parties(about, n),
        signature: None,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

pub(super) fn end(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (dispute, accepted_on) = dispute(about, "D29")?;
    let (at, title, facts, outcome, unresolved, signatures) = if let Event::CoordinationAgreed(e) = trigger.event {
        let outcome = CoordinationOutcome::Agreed { results: lines(&e.result) };
        let signatures = Signatures {
            employer: on_paper(about, n, Side::Employer, e.at, e.paper),
            worker: on_paper(about, n, Side::Worker, e.at, e.paper),
        };
        (e.at, "paper-title-coordinated", lines(&e.facts), outcome, e.unresolved.clone(), Some(signatures))
    } else if let Event::CoordinationFailed(e) = trigger.event {
        let given =
            |name: &String| Material { copies: 1, digest: None, name: name.clone(), note: None, provided: true };
        let materials = e.hand_over.iter().map(given).chain(papers(about, n)).collect();
        let outcome = CoordinationOutcome::Failed { materials, reason: e.reason.clone() };
        (e.at, "paper-title-not-coordinated", positions(dispute), outcome, titles(dispute), None)
    } else {
        return Err(PaperError::Stage("D29"));
    };
    let paper = CoordinationAgreement {
        accepted_on,
        application: applied(about, dispute),
        citations: articles(about, &["CC22 53", "CC22 54", "ZJ-CC 39"]),
        coordinators: vec![Coordinator {
            name: about.people.name(&trigger.speaker.id),
            signature: None,
            unit: about.people.post(&trigger.speaker.id),
        }],
        delivery: None,
        facts,
        header: dated(about, n, trigger, at, word(title)),
        office: office(about),
        office_signature: None,
        outcome,
        parties: parties(about, n),
        requests: titles(dispute),
        signatures,
        unresolved,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// A chief's signature on the paper of which the record has the digest (CC22 54).
fn on_paper(about: &About<'_>, n: &Negotiation, of: Side, at: Moment, paper: Digest) -> Option<Signed> {
    let signed = confirmed(about, n, of, at, paper)?;
    Some(Signed { method: SignMethod::Paper, ..signed })
}

/// What each side asked for, point by point.
fn positions(dispute: &Dispute) -> Vec<String> {
    let said = |item: &DisputeItem| {
        let said = Said::new("paper-position").arg("title", &item.title).arg("worker", &item.worker);
        catalogue::say(&said.arg("employer", &item.employer))
    };
    dispute.items.iter().map(said).collect()
}
