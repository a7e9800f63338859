//! Details of papers, corrections, data sets and documents.

use law::Date;
use messages::Said;
use negotiation::Side;
use negotiation::command::{
    Ballots, Command, DatedAct, DocumentKind, FactChange, NoticeOutcome, NoticeWay, SystemCommand, UnionProposal,
};
use negotiation::event::{
    Corrected, CorrectionProposed, DocumentRecorded, EffectWithdrawn, NoticeReported, PaperConfirmed, PaperEntered,
};

use super::Scene;
use crate::model::Document;
use crate::teller::Teller;

/// What only the command says: why data sets were adopted.
pub(super) fn details_of_command(scene: &Scene<'_>, command: &Command) -> Vec<String> {
    match command {
        Command::System(SystemCommand::AdoptDataset(adopt)) => {
            let said = Said::new("timeline-detail-adopted").arg("reason", &adopt.reason);
            vec![scene.teller.say(&said)]
        }
        Command::System(
            SystemCommand::StrikeClock(_) | SystemCommand::RecordDocument(_) | SystemCommand::RecordNotice(_),
        )
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
        | Command::Offer(_)
        | Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Session(_)
        | Command::Draft(_)
        | Command::Congress(_)
        | Command::Signature(_)
        | Command::Filing(_)
        | Command::Review(_)
        | Command::Publication(_)
        | Command::Supervision(_)
        | Command::Suspension(_)
        | Command::Dispute(_)
        | Command::Performance(_)
        | Command::Change(_)
        | Command::Paper(_)
        | Command::Correction(_) => Vec::new(),
    }
}

pub(super) fn effect_withdrawn(scene: &Scene<'_>, e: &EffectWithdrawn) -> Vec<String> {
    let said = Said::new("timeline-detail-effect-withdrawn").arg("on", scene.teller.weekday(e.on));
    vec![scene.teller.say(&said)]
}

pub(super) fn paper_entered(scene: &Scene<'_>, e: &PaperEntered) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-paper-entered")
        .arg("entry", e.entry)
        .arg("command", t.command(&e.command))
        .arg("actor", t.actor(&e.actor))
        .arg("on", t.weekday(e.on));
    vec![t.say(&said), t.key("timeline-detail-paper-waits")]
}

pub(super) fn paper_confirmed(scene: &Scene<'_>, e: &PaperConfirmed) -> Vec<String> {
    let t = &scene.teller;
    let at = usize::try_from(e.entry).ok().and_then(|entry| entry.checked_sub(1));
    let Some(paper) = at.and_then(|at| scene.n.papers.get(at)) else {
        return Vec::new();
    };
    let said = Said::new("timeline-detail-paper-confirmed")
        .arg("entry", e.entry)
        .arg("actor", t.actor(&paper.actor))
        .arg("entered", t.actor(&paper.entered_by))
        .arg("on", t.weekday(paper.on));
    vec![t.say(&said)]
}

pub(super) fn correction_proposed(scene: &Scene<'_>, e: &CorrectionProposed) -> Vec<String> {
    let reason = Said::new("timeline-detail-reason").arg("reason", &e.reason);
    vec![fact(scene, &e.fact, e.from), scene.teller.say(&reason)]
}

pub(super) fn corrected(scene: &Scene<'_>, e: &Corrected) -> Vec<String> {
    vec![fact(scene, &e.fact, e.from)]
}

/// What stood and what is right, or what it is from a day on.
fn fact(scene: &Scene<'_>, fact: &FactChange, from: Option<Date>) -> String {
    let t = &scene.teller;
    let (what, old, new) = match fact {
        FactChange::OfferReceived { new, old } => ("timeline-fact-offer-received", t.day(*old), t.day(*new)),
        FactChange::FilingReceived { new, old } => ("timeline-fact-filing-received", t.day(*old), t.day(*new)),
        FactChange::OfferAnswered { new, old } => ("timeline-fact-offer-answered", t.day(*old), t.day(*new)),
        FactChange::MeetingAgreed { new, old } => ("timeline-fact-meeting-agreed", t.day(*old), t.day(*new)),
        FactChange::SessionOpened { new, old, .. } => ("timeline-fact-session-opened", t.day(*old), t.day(*new)),
        FactChange::SessionClosed { new, old, .. } => ("timeline-fact-session-closed", t.day(*old), t.day(*new)),
        FactChange::VoteHeld { new, old } => ("timeline-fact-vote-held", t.day(*old), t.day(*new)),
        FactChange::VoteCount { new, old } => ("timeline-fact-vote-count", count(t, *old), count(t, *new)),
        FactChange::Signed { new, old, side } => {
            (of(*side, "timeline-fact-signed-worker", "timeline-fact-signed-employer"), t.day(*old), t.day(*new))
        }
        FactChange::OpinionServed { new, old, side } => {
            (of(*side, "timeline-fact-served-worker", "timeline-fact-served-employer"), t.day(*old), t.day(*new))
        }
        FactChange::Published { new, old, side } => {
            (of(*side, "timeline-fact-published-worker", "timeline-fact-published-employer"), t.day(*old), t.day(*new))
        }
        FactChange::Copies { new, old } => ("timeline-fact-copies", old.to_string(), new.to_string()),
        FactChange::Female { new, old } => ("timeline-fact-female", old.to_string(), new.to_string()),
        FactChange::Dispatched { new, old } => ("timeline-fact-dispatched", old.to_string(), new.to_string()),
        FactChange::AboveScale { new, old } => ("timeline-fact-above-scale", yes(t, *old), yes(t, *new)),
        FactChange::RegistryNumber { new, old } => ("timeline-fact-registry-number", old.clone(), new.clone()),
        FactChange::EmployerUscc { new, old } => ("timeline-fact-employer-uscc", old.clone(), new.clone()),
        FactChange::UnionUscc { new, old } => ("timeline-fact-union-uscc", old.clone(), new.clone()),
        FactChange::UnionAddress { new, old } => ("timeline-fact-union-address", old.clone(), new.clone()),
        FactChange::Headcount { new, old } => ("timeline-fact-headcount", old.to_string(), new.to_string()),
        FactChange::EmployerName { new, old } => ("timeline-fact-employer-name", old.clone(), new.clone()),
        FactChange::EmployerAddress { new, old } => ("timeline-fact-employer-address", old.clone(), new.clone()),
        FactChange::UnionName { new, old } => ("timeline-fact-union-name", old.clone(), new.clone()),
        FactChange::CoveredName { new, old, .. } => ("timeline-fact-covered-name", old.clone(), new.clone()),
        FactChange::CoveredUscc { new, old, employer } => {
            ("timeline-fact-covered-uscc", firm(scene, employer, old), firm(scene, employer, new))
        }
        FactChange::CoveredWorkers { new, old, employer } => {
            let (old, new) = (old.to_string(), new.to_string());
            ("timeline-fact-covered-workers", firm(scene, employer, &old), firm(scene, employer, &new))
        }
        FactChange::WronglyCovered { employer } => {
            ("timeline-fact-wrongly-covered", firm(scene, employer, &yes(t, true)), yes(t, false))
        }
        FactChange::LetterReceived { new, old, .. } => ("timeline-fact-letter-received", t.day(*old), t.day(*new)),
        FactChange::SuspendedFrom { new, old } => ("timeline-fact-suspended-from", t.day(*old), t.day(*new)),
        FactChange::CoordinationAccepted { new, old } => {
            ("timeline-fact-coordination-accepted", t.day(*old), t.day(*new))
        }
        FactChange::SuspendedTo { new, old } => ("timeline-fact-suspended-to", t.day(*old), t.day(*new)),
        FactChange::Done { act, new, number, old, side } => return done(t, *act, *number, *side, (*old, *new)),
        FactChange::Disabled { new, old } => ("timeline-fact-disabled", old.to_string(), new.to_string()),
        FactChange::Region { new, old } => ("timeline-fact-region", old.clone(), new.clone()),
        FactChange::LegalRep { new, old } => ("timeline-fact-legal-rep", t.person(&old.id), t.person(&new.id)),
        FactChange::UnionChair { new, old } => ("timeline-fact-union-chair", t.person(&old.id), t.person(&new.id)),
        FactChange::SessionPlace { new, old, .. } => ("timeline-fact-session-place", old.clone(), new.clone()),
        FactChange::Materials { new, old } => ("timeline-fact-materials", old.join("、"), new.join("、")),
        FactChange::RescissionNumber { new, old } => ("timeline-fact-rescission-number", old.clone(), new.clone()),
        FactChange::OrderNumber { new, old, .. } => ("timeline-fact-order-number", old.clone(), new.clone()),
        FactChange::CoordinationNumber { new, old } => ("timeline-fact-coordination-number", old.clone(), new.clone()),
        FactChange::UnionsAsked { new, old } => ("timeline-fact-unions-asked", unions(t, *old), unions(t, *new)),
        FactChange::OwnVoteHeld { new, old, employer } => {
            ("timeline-fact-own-vote-held", firm(scene, employer, &t.day(*old)), firm(scene, employer, &t.day(*new)))
        }
        FactChange::OwnVoteCount { new, old, employer } => {
            let (old, new) = (count(t, *old), count(t, *new));
            ("timeline-fact-own-vote-count", firm(scene, employer, &old), firm(scene, employer, &new))
        }
    };
    let said = match from {
        Some(from) => Said::new("timeline-detail-changed").arg("from", t.day(from)),
        None => Said::new("timeline-detail-fact"),
    };
    let said = said.message("fact", what);
    t.say(&said.arg("old", old).arg("new", new))
}

/// The day of an act: which of its kind, and whose.
fn done(t: &Teller<'_>, act: DatedAct, number: u32, side: Side, (old, new): (Date, Date)) -> String {
    let said = Said::new("timeline-detail-fact-done")
        .message("act", format!("timeline-act-{}", act.name().replace('_', "-")))
        .message("side", format!("timeline-act-of-{}", side.name()))
        .arg("number", number)
        .arg("old", t.day(old))
        .arg("new", t.day(new));
    t.say(&said)
}

/// A figure of a covered employer, with its name; its key where the list no longer has it.
fn firm(scene: &Scene<'_>, key: &str, figure: &str) -> String {
    let covered = scene.n.header.covered.iter().find(|firm| firm.key == key);
    let listed = covered.or_else(|| scene.n.coverage.find(key).map(|covered| &covered.employer));
    format!("{}：{figure}", listed.map_or(key, |firm| firm.name.as_str()))
}

/// The key of a fact that each side has one of.
const fn of(side: Side, worker: &'static str, employer: &'static str) -> &'static str {
    match side {
        Side::Worker => worker,
        Side::Employer | Side::None => employer,
    }
}

fn unions(t: &Teller<'_>, asked: UnionProposal) -> String {
    t.say(&Said::new("timeline-unions").arg("unions", asked.unions).arg("of", asked.of))
}

fn yes(t: &Teller<'_>, so: bool) -> String {
    t.key(if so { "timeline-yes" } else { "timeline-no" })
}

fn count(t: &Teller<'_>, ballots: Ballots) -> String {
    let said = Said::new("timeline-ballots")
        .arg("total", ballots.total)
        .arg("present", ballots.present)
        .arg("issued", ballots.issued)
        .arg("returned", ballots.returned)
        .arg("yes", ballots.yes)
        .arg("no", ballots.no)
        .arg("abstain", ballots.abstain);
    t.say(&said)
}

pub(super) fn document(scene: &Scene<'_>, e: &DocumentRecorded) -> Document {
    let document = &e.document;
    Document {
        name: scene.teller.say(&Said::new(document_key(document.kind))),
        number: document.number.clone(),
        version: document.version,
        pdf: document.pdf,
    }
}

pub(super) fn notice_reported(scene: &Scene<'_>, e: &NoticeReported) -> Vec<String> {
    let notice = &e.notice;
    let way = match notice.way {
        NoticeWay::Mail => "timeline-notice-mail",
        NoticeWay::Sms => "timeline-notice-sms",
    };
    let outcome = match notice.outcome {
        NoticeOutcome::Delivered => "timeline-notice-delivered",
        NoticeOutcome::Returned => "timeline-notice-returned",
    };
    let said = Said::new("timeline-detail-notice-report").arg("about", notice.about).arg("message", &notice.message);
    let said = said.arg("person", scene.teller.person(&notice.person));
    vec![scene.teller.say(&said.message("way", way).message("outcome", outcome))]
}

fn document_key(kind: DocumentKind) -> String {
    format!("timeline-document-{}", kind.name().replace('_', "-"))
}
