//! Performance, end, and cases that hang on one in force.

use law::rules::Profile;
use ledger::Digest;
use negotiation::command::{
    BreachOutcome, ChangeCommand, ChildKind, ClauseFinding, Command, EndOnCondition, Ground, IssueOffer, KeptStatus,
    NoteChildEnded, NoteChildOpened, OfferBasis, OpenCase, Parent, PerformanceCommand, RecordBreach, RecordInspection,
    RecordRescission, ReportPerformance, SettleBreach,
};
use uuid::Uuid;

use super::{digest, offer, offers, opened, opening};
use crate::cast::day;

/// Finding that a clause is kept in part.
pub(crate) fn finding(clause: &str) -> ClauseFinding {
    ClauseFinding {
        clause: clause.to_owned(),
        correction: "下月补发".to_owned(),
        evidence: "抽查工资表20份".to_owned(),
        status: KeptStatus::Partial,
    }
}

pub(crate) fn inspect(on: &str, findings: Vec<ClauseFinding>) -> Command {
    Command::Performance(PerformanceCommand::RecordInspection(RecordInspection { findings, on: day(on) }))
}

pub(crate) fn report(heard_on: &str) -> Command {
    Command::Performance(PerformanceCommand::ReportPerformance(ReportPerformance {
        heard_on: day(heard_on),
        summary: "各条款均已履行".to_owned(),
    }))
}

pub(crate) fn breach(clause: &str) -> Command {
    Command::Performance(PerformanceCommand::RecordBreach(RecordBreach {
        clause: clause.to_owned(),
        facts: "三月份起没有按约定增长".to_owned(),
        proof: None,
    }))
}

pub(crate) fn settle(breach: u32, outcome: BreachOutcome) -> Command {
    Command::Performance(PerformanceCommand::SettleBreach(SettleBreach {
        breach,
        outcome,
        words: "已经补发".to_owned(),
    }))
}

pub(crate) fn condition(clause: &str, on: &str) -> Command {
    Command::Performance(PerformanceCommand::EndOnCondition(EndOnCondition {
        clause: clause.to_owned(),
        on: day(on),
        proof: digest("condition"),
    }))
}

/// Id of an invented child case.
pub(crate) fn child(number: u128) -> Uuid {
    Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0100 + number)
}

pub(crate) fn child_opened(number: u128, kind: ChildKind) -> Command {
    Command::Change(ChangeCommand::NoteChildOpened(NoteChildOpened { case: child(number), kind }))
}

pub(crate) fn child_failed(number: u128) -> Command {
    child_ended(NoteChildEnded { case: child(number), on: None, succeeded: false, terms: None })
}

pub(crate) fn child_succeeded(number: u128, on: &str, terms: Option<Digest>) -> Command {
    child_ended(NoteChildEnded { case: child(number), on: Some(day(on)), succeeded: true, terms })
}

pub(crate) fn child_ended(note: NoteChildEnded) -> Command {
    Command::Change(ChangeCommand::NoteChildEnded(note))
}

pub(crate) fn record_rescission() -> Command {
    record_rescission_as("示例解备〔2026〕1号")
}

pub(crate) fn record_rescission_as(number: &str) -> Command {
    Command::Change(ChangeCommand::RecordRescission(RecordRescission { number: number.to_owned() }))
}

/// A parent in force until the last day of June 2026.
pub(crate) fn parent(kind: ChildKind, ground: Option<Ground>) -> Parent {
    Parent {
        case: Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0099),
        expires_on: day("2026-06-30"),
        ground,
        head: digest("head"),
        kind,
        proof: None,
        terms: digest("terms of the parent"),
    }
}

/// The opening of a case that hangs on one in force.
pub(crate) fn opening_under(profile: Profile, parent: Parent) -> OpenCase {
    OpenCase { parent: Some(Box::new(parent)), ..opening(profile) }
}

pub(crate) fn open_under(profile: Profile, parent: Parent) -> Command {
    opened(opening_under(profile, parent))
}

pub(crate) fn offer_for_day(basis: OfferBasis, meeting_on: &str) -> Command {
    offers(IssueOffer { basis, ..offer(meeting_on) })
}
