//! Replacement, packages, letters, suspension, coordination, performance, change.

use negotiation::Side;
use negotiation::command::{
    AcceptCoordination, AcceptPackage, AnswerOpinion, ApplyCoordination, BreachOutcome, ChangeCommand, ChildKind,
    ClauseFinding, Command, ConductFault, DelegationCommand, DisputeCommand, DisputeItem, EndOnCondition,
    ExtendCoordination, Grievance, KeptStatus, NoteChildEnded, NoteChildOpened, OrderDecision, PackageItem,
    PerformanceCommand, ProposalBasis, ProposalTrigger, ProposeSuspension, RecordBreach, RecordCoordinationAgreement,
    RecordCoordinationFailure, RecordInspection, RecordOrder, RecordRescission, RecordVacancy, ReplaceRep,
    ReportConduct, ReportPerformance, ReportTreatment, Resume, SendOpinion, SendProposal, SendRectification,
    SendReminder, SessionCommand, SettleBreach, SupervisionCommand, Suspend, SuspensionCommand, TablePackage,
    Treatment, VacancyCause, Withdraw,
};

use super::{Variant, View, by, of};
use crate::cast::{self, digest};
use crate::family::CHILD;
use crate::text;

fn words() -> String {
    "情况".to_owned()
}

fn delegation(command: DelegationCommand) -> Command {
    Command::Delegation(command)
}

pub(super) fn record_vacancy(view: &View<'_>) -> Vec<Variant> {
    let vacancy = |side, person: &str| {
        let person = person.to_owned();
        let vacancy = RecordVacancy { cause: VacancyCause::Resigned, person, vacated_on: view.today };
        by(side, delegation(DelegationCommand::RecordVacancy(vacancy)))
    };
    vec![vacancy(Side::Worker, "w3"), vacancy(Side::Employer, "e3")]
}

pub(super) fn replace_rep(_: &View<'_>) -> Vec<Variant> {
    let replace = |side, id: &str, replaces: &str, list: negotiation::command::RegisterReps| {
        by(
            side,
            delegation(DelegationCommand::ReplaceRep(ReplaceRep {
                member: cast::member(id, false),
                notice: digest("notice"),
                replaces: replaces.to_owned(),
                selection: list.selection,
            })),
        )
    };
    vec![
        replace(Side::Worker, "w6", "w3", cast::workers(&[], 3)),
        replace(Side::Employer, "e6", "e3", cast::employers(&[])),
    ]
}

pub(super) fn report_conduct(_: &View<'_>) -> Vec<Variant> {
    let report = |person: &str| {
        let report = ReportConduct { facts: words(), fault: ConductFault::Disorder, person: person.to_owned() };
        of(delegation(DelegationCommand::ReportConduct(report)))
    };
    vec![report("e2"), report("w2")]
}

pub(super) fn report_treatment(view: &View<'_>) -> Vec<Variant> {
    let report = ReportTreatment {
        cause: None,
        consented: false,
        facts: words(),
        on: view.today,
        person: "w2".to_owned(),
        treatment: Treatment::PostChange,
    };
    vec![of(delegation(DelegationCommand::ReportTreatment(report)))]
}

pub(super) fn table_package(_: &View<'_>) -> Vec<Variant> {
    let item =
        || PackageItem { clause: text::CLAUSE.to_owned(), text: text::WORDS.to_owned(), values: vec![text::rise(500)] };
    let package = |side| of(Command::Session(SessionCommand::TablePackage(TablePackage { items: vec![item()], side })));
    vec![package(Side::Worker), package(Side::Employer)]
}

pub(super) fn accept_package(_: &View<'_>) -> Vec<Variant> {
    let accept = |side| of(Command::Session(SessionCommand::AcceptPackage(AcceptPackage { package: 1, side })));
    vec![accept(Side::Worker), accept(Side::Employer)]
}

/// What a letter can complain of where the case stands.
fn grievance(view: &View<'_>) -> Grievance {
    match view.n.stage_name() {
        "awaiting_reply" => Grievance::NoReply,
        "adopted" => Grievance::NotSigned,
        "signed" => Grievance::NotFiled,
        "effective" | "ended" => Grievance::NotPerformed,
        _ => Grievance::Refusal,
    }
}

fn letter(command: SupervisionCommand) -> Vec<Variant> {
    vec![of(Command::Supervision(command))]
}

pub(super) fn send_reminder(view: &View<'_>) -> Vec<Variant> {
    let reminder = SendReminder { grievance: grievance(view), reply_by: view.ahead(5), request: words() };
    letter(SupervisionCommand::SendReminder(reminder))
}

pub(super) fn send_opinion(view: &View<'_>) -> Vec<Variant> {
    letter(SupervisionCommand::SendOpinion(SendOpinion {
        facts: words(),
        grievance: grievance(view),
        request: words(),
    }))
}

pub(super) fn answer_opinion(_: &View<'_>) -> Vec<Variant> {
    letter(SupervisionCommand::AnswerOpinion(AnswerOpinion { content: words(), letter: 1, will_correct: true }))
}

pub(super) fn send_rectification(view: &View<'_>) -> Vec<Variant> {
    letter(SupervisionCommand::SendRectification(SendRectification {
        correct_by: view.ahead(5),
        facts: words(),
        grievance: grievance(view),
    }))
}

pub(super) fn send_proposal(_: &View<'_>) -> Vec<Variant> {
    let proposal = SendProposal {
        letter: 1,
        request: words(),
        rests_on: ProposalBasis::Opinion,
        trigger: ProposalTrigger::NoAnswer,
    };
    letter(SupervisionCommand::SendProposal(proposal))
}

pub(super) fn record_order(view: &View<'_>) -> Vec<Variant> {
    let order = |decision, correct_by| {
        of(Command::Supervision(SupervisionCommand::RecordOrder(RecordOrder {
            correct_by,
            decision,
            grievance: grievance(view),
            number: "示例2号".to_owned(),
        })))
    };
    vec![order(OrderDecision::Correct, Some(view.ahead(10))), order(OrderDecision::NoGround, None)]
}

pub(super) fn propose_suspension(view: &View<'_>) -> Vec<Variant> {
    let proposal = ProposeSuspension {
        next_content: words(),
        next_on: view.ahead(20),
        next_place: "室".to_owned(),
        reason: words(),
    };
    vec![of(Command::Suspension(SuspensionCommand::ProposeSuspension(proposal)))]
}

pub(super) fn suspend(_: &View<'_>) -> Vec<Variant> {
    let suspend = |consent| of(Command::Suspension(SuspensionCommand::Suspend(Suspend { consent })));
    vec![suspend(true), suspend(false)]
}

pub(super) fn resume(view: &View<'_>) -> Vec<Variant> {
    let resume = Resume { meeting_on: Some(view.ahead(3)), place: Some("室".to_owned()) };
    vec![of(Command::Suspension(SuspensionCommand::Resume(resume)))]
}

fn dispute(command: DisputeCommand) -> Vec<Variant> {
    vec![of(Command::Dispute(command))]
}

pub(super) fn apply_coordination(_: &View<'_>) -> Vec<Variant> {
    let item =
        DisputeItem { clause: Some(text::CLAUSE.to_owned()), employer: words(), title: words(), worker: words() };
    dispute(DisputeCommand::ApplyCoordination(ApplyCoordination { items: vec![item] }))
}

pub(super) fn accept_coordination(_: &View<'_>) -> Vec<Variant> {
    dispute(DisputeCommand::AcceptCoordination(AcceptCoordination { number: "示例3号".to_owned() }))
}

pub(super) fn extend_coordination(_: &View<'_>) -> Vec<Variant> {
    dispute(DisputeCommand::ExtendCoordination(ExtendCoordination { days: 15, reason: words() }))
}

pub(super) fn record_coordination_agreement(_: &View<'_>) -> Vec<Variant> {
    dispute(DisputeCommand::RecordCoordinationAgreement(RecordCoordinationAgreement {
        facts: words(),
        paper: digest("paper"),
        result: words(),
        signed_by_all: true,
        unresolved: Vec::new(),
    }))
}

pub(super) fn record_coordination_failure(_: &View<'_>) -> Vec<Variant> {
    let failure = RecordCoordinationFailure { hand_over: vec![words()], reason: words() };
    dispute(DisputeCommand::RecordCoordinationFailure(failure))
}

fn performance(command: PerformanceCommand) -> Vec<Variant> {
    vec![of(Command::Performance(command))]
}

pub(super) fn record_inspection(view: &View<'_>) -> Vec<Variant> {
    let finding = ClauseFinding {
        clause: text::CLAUSE.to_owned(),
        correction: String::new(),
        evidence: words(),
        status: KeptStatus::Full,
    };
    performance(PerformanceCommand::RecordInspection(RecordInspection { findings: vec![finding], on: view.today }))
}

pub(super) fn report_performance(view: &View<'_>) -> Vec<Variant> {
    let report = ReportPerformance { heard_on: view.today, summary: words() };
    performance(PerformanceCommand::ReportPerformance(report))
}

pub(super) fn record_breach(_: &View<'_>) -> Vec<Variant> {
    let breach = RecordBreach { clause: text::CLAUSE.to_owned(), facts: words(), proof: None };
    performance(PerformanceCommand::RecordBreach(breach))
}

pub(super) fn settle_breach(_: &View<'_>) -> Vec<Variant> {
    let settle = SettleBreach { breach: 1, outcome: BreachOutcome::Corrected, words: words() };
    performance(PerformanceCommand::SettleBreach(settle))
}

pub(super) fn end_on_condition(view: &View<'_>) -> Vec<Variant> {
    let end = EndOnCondition { clause: "end".to_owned(), on: view.today, proof: digest("proof") };
    performance(PerformanceCommand::EndOnCondition(end))
}

fn change(command: ChangeCommand) -> Variant {
    of(Command::Change(command))
}

pub(super) fn withdraw(_: &View<'_>) -> Vec<Variant> {
    vec![change(ChangeCommand::Withdraw(Withdraw { reason: words() }))]
}

pub(super) fn note_child_opened(_: &View<'_>) -> Vec<Variant> {
    let opened = |kind| change(ChangeCommand::NoteChildOpened(NoteChildOpened { case: CHILD, kind }));
    vec![opened(ChildKind::Amendment), opened(ChildKind::Rescission), opened(ChildKind::Renewal)]
}

pub(super) fn note_child_ended(view: &View<'_>) -> Vec<Variant> {
    let ended = |succeeded: bool| {
        let (on, terms) = if succeeded { (Some(view.today), Some(view.texts.second.digest)) } else { (None, None) };
        change(ChangeCommand::NoteChildEnded(NoteChildEnded { case: CHILD, on, succeeded, terms }))
    };
    vec![ended(true), ended(false)]
}

pub(super) fn record_rescission(_: &View<'_>) -> Vec<Variant> {
    vec![change(ChangeCommand::RecordRescission(RecordRescission { number: "示例4号".to_owned() }))]
}
