//! The abstract commands: one line a command, each with the few variants that matter, good and bad.
//!
//! Who gives them comes from the table of the negotiation crate: every capacity that may. A new command takes part in
//! exploration, properties, matrix and random sequences as soon as it has its line here.

mod early;
mod late;
mod mending;
mod rest;
mod wider;

use law::Date;
use ledger::Digest;
use negotiation::command::Command;
use negotiation::state::Stage;
use negotiation::{Actor, Capacity, Negotiation, Side, table};

use crate::cast;
use crate::text::Texts;

/// What a command is made from.
pub(crate) struct View<'a> {
    pub(crate) n: &'a Negotiation,
    pub(crate) texts: &'a Texts,
    pub(crate) today: Date,
}

impl View<'_> {
    /// The text that a next act is about: the draft on the table, or the one under way.
    pub(crate) fn text(&self) -> Digest {
        draft(&self.n.stage).or_else(|| self.n.stage.text().map(|text| text.digest)).unwrap_or(Digest::ZERO)
    }

    /// Another text than that.
    pub(crate) fn other_text(&self) -> Digest {
        let first = self.texts.first.digest;
        if self.text() == first { self.texts.second.digest } else { first }
    }

    /// A day from today on.
    pub(crate) fn ahead(&self, days: i32) -> Date {
        self.today.saturating_add(jiff::Span::new().days(days))
    }

    /// Whether the side has its list.
    pub(crate) fn listed(&self, side: Side) -> bool {
        self.n.delegations.get(side).is_some_and(Option::is_some)
    }
}

/// The draft on the table.
pub(crate) fn draft(stage: &Stage) -> Option<Digest> {
    let draft = if let Stage::Negotiating(_, draft) = stage {
        draft.as_ref()
    } else if let Stage::Renegotiating(again) = stage {
        again.draft.as_ref()
    } else if let Stage::Objected(objected) = stage {
        objected.draft.as_ref()
    } else {
        None
    };
    draft.map(|draft| draft.text.digest)
}

/// One way to give a command.
pub(crate) struct Variant {
    /// It changes nothing on the way: followed only where the bounds ask for asides.
    pub(crate) aside: bool,
    /// Only random sequences try it: an exploration would meet all its states again, each with another list.
    pub(crate) beyond: bool,
    /// The side that gives it; none for whoever may.
    pub(crate) by: Option<Side>,
    pub(crate) command: Command,
    /// Tried in some states of each stage and not followed: it leads where the same act does without paper.
    pub(crate) tried: bool,
}

/// A variant that anybody may try who may give the command.
pub(crate) fn of(command: Command) -> Variant {
    Variant { aside: false, beyond: false, by: None, command, tried: false }
}

/// A variant that only one side tries.
pub(crate) fn by(side: Side, command: Command) -> Variant {
    Variant { by: Some(side), ..of(command) }
}

/// A variant that changes nothing on the way.
pub(crate) fn aside(command: Command) -> Variant {
    Variant { aside: true, ..of(command) }
}

/// A variant that is tried and not followed.
pub(crate) fn tried(command: Command) -> Variant {
    Variant { tried: true, ..of(command) }
}

/// The same variant, tried by random sequences only.
pub(crate) fn beyond(variant: Variant) -> Variant {
    Variant { beyond: true, ..variant }
}

/// How far histories with a command are followed; beyond, the command is still decided and its events checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Follow {
    /// As far as they go.
    Always,
    /// Before the offer only: a side that accepts the platform later is served the same way from then on.
    Acceptances,
    /// Before the congress, where it counts who has confirmed; whoever comes or leaves is not followed.
    Coverage,
    /// To so many sessions.
    Sessions,
    /// To so many acts on paper.
    Papers,
    /// In the first states of each stage, once.
    Corrections,
    /// A few steps off the way, in the first states of each stage.
    Detour(Family),
}

/// Acts off the way that belong together: within a detour only its own family goes further. What a detour leaves behind
/// (letters, stated breaches, filled vacancies) counts while it lasts and not afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// Cases that hang on the one in force.
    Children,
    /// Coordination by the bureau.
    Dispute,
    /// Letters, orders, refusals to sign.
    Letters,
    /// Packages on the table.
    Packages,
    /// Representatives: vacancies, conduct, treatment.
    People,
    /// Inspections, reports, breaches, conditions.
    Performance,
    /// Slips of the pen.
    Slips,
    /// Suspension.
    Suspension,
    /// Giving up.
    Withdrawal,
}

/// The longest detour, in acts.
pub(crate) const DETOUR: u8 = 3;

/// An abstract command.
pub(crate) struct Act {
    pub(crate) follow: Follow,
    pub(crate) make: fn(&View<'_>) -> Vec<Variant>,
    /// Flat name.
    pub(crate) name: &'static str,
}

const fn act(name: &'static str, make: fn(&View<'_>) -> Vec<Variant>) -> Act {
    Act { follow: Follow::Always, make, name }
}

const fn upto(follow: Follow, name: &'static str, make: fn(&View<'_>) -> Vec<Variant>) -> Act {
    Act { follow, make, name }
}

const fn off(family: Family, name: &'static str, make: fn(&View<'_>) -> Vec<Variant>) -> Act {
    Act { follow: Follow::Detour(family), make, name }
}

/// All commands in the order of the way.
pub(crate) const ACTS: &[Act] = &[
    act("open_case", early::open_case),
    upto(Follow::Coverage, "add_coverage", wider::add_coverage),
    upto(Follow::Coverage, "confirm_coverage", wider::confirm_coverage),
    upto(Follow::Coverage, "withdraw_coverage", wider::withdraw_coverage),
    act("reopen_talks", wider::reopen_talks),
    upto(Follow::Acceptances, "accept_platform", early::accept_platform),
    act("issue_offer", early::issue_offer),
    act("record_delivery", early::record_delivery),
    act("reply", early::reply),
    act("refuse_offer", early::refuse_offer),
    act("register_reps", early::register_reps),
    act("announce_reps", early::announce_reps),
    off(Family::People, "record_vacancy", rest::record_vacancy),
    off(Family::People, "replace_rep", rest::replace_rep),
    off(Family::People, "report_conduct", rest::report_conduct),
    off(Family::People, "report_treatment", rest::report_treatment),
    act("request_data", early::request_data),
    act("disclose", early::disclose),
    act("schedule_session", early::schedule_session),
    upto(Follow::Sessions, "open_session", early::open_session),
    act("table_position", early::table_position),
    act("accept_position", early::accept_position),
    off(Family::Packages, "table_package", rest::table_package),
    off(Family::Packages, "accept_package", rest::accept_package),
    act("close_session", early::close_session),
    act("confirm_minutes", early::confirm_minutes),
    act("table_draft", early::table_draft),
    act("initial_draft", early::initial_draft),
    act("submit_to_congress", late::submit_to_congress),
    act("record_vote", late::record_vote),
    act("sign", late::sign),
    off(Family::Letters, "refuse_to_sign", late::refuse_to_sign),
    act("file", late::file),
    act("return_incomplete", late::return_incomplete),
    act("register", late::register),
    act("object", late::object),
    act("no_objection_opinion", late::no_objection_opinion),
    act("record_service", late::record_service),
    act("publish", late::publish),
    act("copy_to_higher_union", late::copy_to_higher_union),
    off(Family::Letters, "send_reminder", rest::send_reminder),
    off(Family::Letters, "send_opinion", rest::send_opinion),
    off(Family::Letters, "record_letter_receipt", wider::record_letter_receipt),
    off(Family::Letters, "answer_opinion", rest::answer_opinion),
    off(Family::Letters, "send_rectification", rest::send_rectification),
    off(Family::Letters, "send_proposal", rest::send_proposal),
    off(Family::Letters, "record_order", rest::record_order),
    off(Family::Suspension, "propose_suspension", rest::propose_suspension),
    off(Family::Suspension, "suspend", rest::suspend),
    act("resume", rest::resume),
    off(Family::Dispute, "apply_coordination", rest::apply_coordination),
    act("accept_coordination", rest::accept_coordination),
    act("extend_coordination", rest::extend_coordination),
    act("record_coordination_agreement", rest::record_coordination_agreement),
    act("record_coordination_failure", rest::record_coordination_failure),
    off(Family::Performance, "record_inspection", rest::record_inspection),
    off(Family::Performance, "report_performance", rest::report_performance),
    off(Family::Performance, "record_breach", rest::record_breach),
    off(Family::Performance, "settle_breach", rest::settle_breach),
    off(Family::Performance, "end_on_condition", rest::end_on_condition),
    off(Family::Withdrawal, "withdraw", rest::withdraw),
    off(Family::Children, "note_child_opened", rest::note_child_opened),
    off(Family::Children, "note_child_ended", rest::note_child_ended),
    act("record_rescission", rest::record_rescission),
    upto(Follow::Papers, "enter_paper", mending::enter_paper),
    act("confirm_paper", mending::confirm_paper),
    upto(Follow::Corrections, "propose_correction", mending::propose_correction),
    act("confirm_correction", mending::confirm_correction),
    off(Family::Slips, "propose_slip", wider::propose_slip),
    off(Family::Slips, "confirm_slip", wider::confirm_slip),
    act("strike_clock", mending::strike_clock),
    act("adopt_dataset", mending::adopt_dataset),
    act("record_document", mending::record_document),
    act("record_notice", mending::record_notice),
];

/// Who tries to confirm a paper or a correction: these, and one of neither side who may not.
const CONFIRMERS: [Capacity; 7] = [
    Capacity::UnionChair,
    Capacity::UnionOfficer,
    Capacity::EmployerLegalRep,
    Capacity::EmployerAgent,
    Capacity::Recorder,
    Capacity::HrssOfficer,
    Capacity::Instructor,
];

/// Who tries what everybody may do: for each side the head and a second person, and two of neither side. Papers are
/// entered by one of the employer side and one of neither, so that every kind of second person can confirm.
const SECONDS: [Capacity; 6] = [
    Capacity::UnionChair,
    Capacity::UnionOfficer,
    Capacity::EmployerLegalRep,
    Capacity::EmployerAgent,
    Capacity::Recorder,
    Capacity::HrssOfficer,
];

/// The persons who try a command: all that the table lists, or the seconds where it lists none.
pub(crate) fn givers(name: &str) -> Vec<Actor> {
    let listed = table::find(name).map_or(&[][..], |row| row.capacities);
    let capacities = match name {
        "enter_paper" => &SECONDS[3..5],
        "confirm_paper" | "confirm_correction" => &CONFIRMERS,
        _ if listed.is_empty() => &SECONDS,
        _ => listed,
    };
    capacities.iter().map(|capacity| cast::actor(*capacity)).collect()
}

/// The flat names of all commands that the model gives.
pub fn names() -> impl Iterator<Item = &'static str> {
    ACTS.iter().map(|act| act.name)
}
