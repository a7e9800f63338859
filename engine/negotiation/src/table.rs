//! Who may give which command, at which stage, under which articles: one table for refusals, pages and lawyers.

mod said;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::actor::Capacity;

pub use said::{capacity_key, command_key, stage_key};
pub(crate) use said::{wrong_actor, wrong_stage};

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Articles behind the command, of all places. An act of the platform itself has none; one that only some places know
    /// has none of the others.
    pub articles: &'static [&'static str],
    /// Capacities that may give it; empty: every person.
    pub capacities: &'static [Capacity],
    /// Flat name.
    pub command: &'static str,
    /// Stages that know it; empty: every stage.
    pub stages: &'static [&'static str],
}

const fn row(
    command: &'static str,
    capacities: &'static [Capacity],
    stages: &'static [&'static str],
    articles: &'static [&'static str],
) -> Row {
    Row { articles, capacities, command, stages }
}

use Capacity::{
    Clock, CongressClerk, Coordinator, EmployerAgent, EmployerChief, EmployerLegalRep, EmployerRep, HigherUnion,
    HrssOfficer, Recorder, System, UnionChair, UnionOfficer, WorkerChief, WorkerRep,
};

const CHIEFS: &[Capacity] = &[WorkerChief, EmployerChief];
const HEADS: &[Capacity] = &[UnionChair, WorkerChief, EmployerLegalRep, EmployerChief];
const TABLE: &[Capacity] = &[WorkerChief, WorkerRep, EmployerChief, EmployerRep, Recorder];
const DISCLOSERS: &[Capacity] = &[UnionChair, WorkerChief, WorkerRep, EmployerLegalRep, EmployerChief, EmployerRep];
const ANNOUNCERS: &[Capacity] =
    &[UnionChair, UnionOfficer, WorkerChief, EmployerLegalRep, EmployerChief, EmployerAgent];
const RECEIVERS: &[Capacity] = &[
    UnionChair,
    UnionOfficer,
    WorkerChief,
    EmployerLegalRep,
    EmployerChief,
    EmployerAgent,
    Recorder,
    HigherUnion,
    HrssOfficer,
];
const TALKS: &[&str] = &["negotiating", "renegotiating", "objected"];
const HELD: &[&str] = &["negotiating", "renegotiating", "objected", "suspended", "disputed"];
const DISCLOSING: &[&str] = &["preparing", "ready", "negotiating", "suspended", "disputed"];
const BUREAU: &[&str] = &["filed", "under_review"];
const REPLACEABLE: &[&str] = &[
    "preparing",
    "ready",
    "negotiating",
    "renegotiating",
    "suspended",
    "disputed",
    "drafted",
    "congress",
    "adopted",
    "signed",
    "filed",
    "under_review",
    "objected",
    "effective",
];
const MENDABLE: &[&str] = &["adopted", "signed", "filed", "under_review", "effective"];
const LISTERS: &[Capacity] = &[UnionChair, UnionOfficer, EmployerLegalRep, EmployerChief, EmployerAgent];
const LISTED: &[&str] = &[
    "idle",
    "offered",
    "awaiting_reply",
    "refused",
    "preparing",
    "ready",
    "negotiating",
    "renegotiating",
    "suspended",
    "disputed",
    "drafted",
    "congress",
    "adopted",
    "effective",
];
const GRIEVED: &[&str] = &[
    "awaiting_reply",
    "refused",
    "preparing",
    "ready",
    "negotiating",
    "renegotiating",
    "suspended",
    "disputed",
    "adopted",
    "signed",
    "effective",
];
const UNDECIDED: &[&str] = &[
    "offered",
    "awaiting_reply",
    "refused",
    "preparing",
    "ready",
    "negotiating",
    "renegotiating",
    "suspended",
    "disputed",
];

/// All commands in the order of the way.
pub const ROWS: &[Row] = &[
    row(
        "open_case",
        &[UnionChair, UnionOfficer, WorkerChief, HigherUnion, EmployerLegalRep, EmployerAgent, System],
        &["none"],
        &[],
    ),
    row("add_coverage", LISTERS, LISTED, &["ZJ-CC 12", "ZJ-CC 25", "LCL 53"]),
    row(
        "confirm_coverage",
        &[EmployerLegalRep, EmployerChief, EmployerAgent],
        LISTED,
        &["ZJ-CC 12", "LCL 53", "LCL 54(2)"],
    ),
    row("withdraw_coverage", LISTERS, LISTED, &["ZJ-CC 12", "ZJ-CC 29", "WN9 4"]),
    row("reopen_talks", HEADS, &["congress"], &["ZJ-CC 24(3)", "ZJ-CC 29", "CC22 36"]),
    row("accept_platform", HEADS, &[], &["CIV 137", "ESL 11"]),
    row("issue_offer", HEADS, &["idle"], &["WN9 17", "ZJ-CC 7", "ZJ-CC 8", "CC22 32"]),
    row("record_delivery", RECEIVERS, &["offered"], &["CIV 137", "ESL 11"]),
    row("reply", HEADS, &["awaiting_reply", "refused"], &["ZJ-CC 7", "CC22 32", "WN9 17"]),
    row("refuse_offer", HEADS, &["awaiting_reply"], &["ZJ-CC 7", "CC22 32(2)", "TUL 54(四)"]),
    row(
        "register_reps",
        &[UnionChair, UnionOfficer, WorkerChief, HigherUnion, EmployerLegalRep, EmployerChief],
        &["idle", "offered", "awaiting_reply", "preparing", "ready"],
        &["ZJ-CC 10", "CC22 19", "CC22 20", "CC22 21"],
    ),
    row("announce_reps", ANNOUNCERS, &[], &["NB 10", "HZ 18"]),
    row(
        "record_vacancy",
        &[UnionChair, UnionOfficer, WorkerChief, HigherUnion, EmployerLegalRep, EmployerChief],
        REPLACEABLE,
        &["CC22 31", "ZJ-CC 13"],
    ),
    row(
        "replace_rep",
        &[UnionChair, UnionOfficer, WorkerChief, HigherUnion, EmployerLegalRep, EmployerChief],
        REPLACEABLE,
        &["ZJ-CC 13", "CC22 30", "CC22 31"],
    ),
    row("report_conduct", DISCLOSERS, REPLACEABLE, &["CC22 26", "WN9 15", "NB 21"]),
    row(
        "report_treatment",
        &[UnionChair, UnionOfficer, WorkerChief, WorkerRep, HigherUnion],
        &[],
        &["ZJ-CC 14", "CC22 27", "CC22 28"],
    ),
    row("request_data", DISCLOSERS, DISCLOSING, &["WN9 18", "ZJ-CC 16(2)"]),
    row("disclose", DISCLOSERS, DISCLOSING, &["WN9 18", "ZJ-CC 16(2)", "HZ 25", "NB 17"]),
    row(
        "schedule_session",
        &[WorkerChief, EmployerChief, Recorder],
        &["preparing", "ready", "negotiating", "renegotiating", "objected"],
        &["ZJ-CC 16", "CC22 33"],
    ),
    row(
        "open_session",
        &[WorkerChief, EmployerChief, Recorder],
        &["preparing", "ready", "negotiating", "renegotiating", "objected"],
        &["CC22 33", "CC22 34", "ZJ-CC 16"],
    ),
    row("table_position", TABLE, TALKS, &["WN9 13", "CC22 34"]),
    row("accept_position", TABLE, TALKS, &["WN9 13", "CC22 34"]),
    row("table_package", TABLE, TALKS, &["WN9 13", "CC22 34"]),
    row("accept_package", TABLE, TALKS, &["WN9 13", "CC22 34"]),
    row("close_session", &[WorkerChief, EmployerChief, Recorder], HELD, &["CC22 34"]),
    row("confirm_minutes", CHIEFS, HELD, &["ZJ-CC 16(3)", "CC22 33", "CC22 34"]),
    row(
        "table_draft",
        &[UnionChair, WorkerChief, EmployerChief, Recorder],
        TALKS,
        &["CC22 34", "ZJ-CC 17", "ZJ-CC 19"],
    ),
    row("initial_draft", CHIEFS, TALKS, &["CC22 34", "ZJ-CC 17"]),
    row(
        "submit_to_congress",
        &[UnionChair, UnionOfficer, WorkerChief, EmployerLegalRep, EmployerChief, CongressClerk],
        &["drafted", "congress"],
        &["ZJ-CC 24(1)", "LL 33", "LCL 51"],
    ),
    row("record_vote", &[CongressClerk, UnionChair], &["congress"], &["ZJ-CC 24(2)", "ZJ-DM 15", "CC22 36"]),
    row("sign", CHIEFS, &["adopted"], &["CC22 37", "ZJ-CC 24(3)", "WN9 20"]),
    row("refuse_to_sign", CHIEFS, &["adopted"], &["ZJ-CC 42(一)", "HZ 47", "CC22 37"]),
    row("file", &[EmployerLegalRep, EmployerChief, EmployerAgent], &["signed"], &["ZJ-CC 34", "WN9 21", "CC22 42"]),
    row("return_incomplete", &[HrssOfficer], BUREAU, &["CC22 42"]),
    row("register", &[HrssOfficer], &["filed"], &["CC22 42"]),
    row("object", &[HrssOfficer], BUREAU, &["CC22 44", "CC22 45", "ZJ-CC 34", "WN9 22"]),
    row("no_objection_opinion", &[HrssOfficer], BUREAU, &["WN9 22"]),
    row("record_service", RECEIVERS, &["filed", "under_review", "objected"], &["CC22 45", "WN9 22"]),
    row(
        "publish",
        &[EmployerLegalRep, EmployerChief, EmployerAgent, UnionChair, UnionOfficer, WorkerChief],
        &["effective"],
        &["ZJ-CC 35", "WN9 23"],
    ),
    row("copy_to_higher_union", &[UnionChair, UnionOfficer, WorkerChief], &["effective"], &["ZJ-CC 35"]),
    row("send_reminder", &[UnionChair, UnionOfficer, WorkerChief, HigherUnion], GRIEVED, &["ZJ-TULS 9", "TUL 21"]),
    row("send_opinion", &[UnionChair, UnionOfficer], GRIEVED, &["ZJ-TULS 21", "ZJ-TULS 22", "TUL 21"]),
    row(
        "record_letter_receipt",
        &[EmployerLegalRep, EmployerChief, EmployerAgent, Recorder, HigherUnion, HrssOfficer],
        &[],
        &["CIV 137", "ZJ-TULS 22", "ZJ-TULS 23"],
    ),
    row("answer_opinion", &[EmployerLegalRep, EmployerChief, EmployerAgent], &[], &["ZJ-TULS 22"]),
    row("send_rectification", &[HigherUnion], GRIEVED, &["ZJ-CC 41", "ZJ-DM 33", "NB 37"]),
    row("send_proposal", &[HigherUnion], GRIEVED, &["ZJ-TULS 23", "ZJ-TULS 24", "ZJ-CC 41", "HZ 43", "TUL 54(四)"]),
    row("record_order", &[HrssOfficer], GRIEVED, &["ZJ-CC 42", "TUL 54(四)"]),
    row(
        "propose_suspension",
        CHIEFS,
        &["negotiating", "renegotiating"],
        &["CC22 35", "ZJ-CC 17", "ZJ-DM 29", "HZ 27", "NB 19"],
    ),
    row("suspend", CHIEFS, &["negotiating", "renegotiating"], &["CC22 35", "ZJ-CC 17", "ZJ-DM 29"]),
    row(
        "resume",
        &[UnionChair, WorkerChief, EmployerLegalRep, EmployerChief, Recorder],
        &["suspended", "disputed"],
        &["CC22 35", "ZJ-CC 17", "ZJ-DM 29", "CC22 49"],
    ),
    row(
        "apply_coordination",
        &[UnionChair, WorkerChief, EmployerLegalRep, EmployerChief, HrssOfficer],
        &["refused", "preparing", "ready", "negotiating", "renegotiating", "suspended", "disputed"],
        &["CC22 49", "ZJ-CC 39"],
    ),
    row("accept_coordination", &[HrssOfficer, Coordinator], &["disputed"], &["CC22 50", "CC22 52", "ZJ-CC 39"]),
    row("extend_coordination", &[HrssOfficer, Coordinator], &["disputed"], &["CC22 52", "ZJ-CC 39(2)"]),
    row("record_coordination_agreement", &[HrssOfficer, Coordinator], &["disputed"], &["CC22 53", "CC22 54"]),
    row("record_coordination_failure", &[HrssOfficer, Coordinator], &["disputed"], &["CC22 54", "ZJ-CC 39"]),
    row(
        "record_inspection",
        &[UnionChair, UnionOfficer, WorkerChief, EmployerChief, EmployerAgent, Recorder],
        &["effective"],
        &["ZJ-CC 36", "CC22 25"],
    ),
    row(
        "report_performance",
        &[WorkerChief, EmployerChief, EmployerLegalRep, EmployerAgent, CongressClerk],
        &["effective", "ended"],
        &["ZJ-CC 37", "HZ 42", "NB 36"],
    ),
    row(
        "record_breach",
        &[UnionChair, UnionOfficer, WorkerChief],
        &["effective", "ended"],
        &["ZJ-CC 40", "ZJ-CC 41", "TUL 21"],
    ),
    row("settle_breach", &[UnionChair, UnionOfficer, WorkerChief], &["effective", "ended"], &["ZJ-CC 40", "LCL 56"]),
    row("end_on_condition", CHIEFS, &["effective"], &["ZJ-CC 30", "WN9 7"]),
    row("withdraw", HEADS, UNDECIDED, &["WN9 13"]),
    row(
        "note_child_opened",
        &[System],
        &["effective", "ended"],
        &["ZJ-CC 31", "ZJ-CC 33", "CC22 38", "CC22 39", "CC22 41"],
    ),
    row("note_child_ended", &[System], &["effective", "ended"], &["ZJ-CC 33", "CC22 39", "CC22 41"]),
    row("record_rescission", &[EmployerLegalRep, EmployerChief, EmployerAgent], &["rescinded"], &["ZJ-CC 33"]),
    row("enter_paper", &[], &[], &[]),
    row("confirm_paper", &[], &[], &[]),
    row("propose_correction", &[], &[], &[]),
    row("confirm_correction", &[], &[], &[]),
    row("propose_slip", CHIEFS, MENDABLE, &["ZJ-CC 24", "CC22 36"]),
    row("confirm_slip", CHIEFS, MENDABLE, &["ZJ-CC 24", "CC22 36"]),
    row("strike_clock", &[Clock], &[], &[]),
    row("adopt_dataset", &[System], &[], &[]),
    row("record_document", &[System], &[], &[]),
    row("record_notice", &[System], &[], &[]),
];

/// Acts with which a period begins or an effect comes for whoever is told of them: what carriers report of the messages
/// about these is recorded ([`crate::command::RecordNotice`]), so that it can be proved.
const SERVED: &[&str] = &[
    "issue_offer",
    "reply",
    "refuse_offer",
    "request_data",
    "suspend",
    "accept_coordination",
    "extend_coordination",
    "return_incomplete",
    "object",
    "no_objection_opinion",
    "send_reminder",
    "send_opinion",
    "send_rectification",
    "send_proposal",
    "record_order",
    "withdraw",
];

/// What the program files by itself in a case: nobody decides on it, and what is decided stays as it is.
const FILED: &[&str] = &["record_document", "record_notice"];

/// Whether a command only files something in the case.
#[must_use]
pub fn is_filed(command: &str) -> bool {
    FILED.contains(&command)
}

/// Whether what becomes of the messages about a command is recorded.
#[must_use]
pub fn is_served(command: &str) -> bool {
    SERVED.contains(&command)
}

/// By the length of the name first, which tells most of them apart without comparing texts.
static BY_NAME: LazyLock<BTreeMap<(usize, &'static str), &'static Row>> =
    LazyLock::new(|| ROWS.iter().map(|row| ((row.command.len(), row.command), row)).collect());

/// The row of a command.
#[must_use]
pub fn find(command: &str) -> Option<&'static Row> {
    BY_NAME.get(&(command.len(), command)).copied()
}
