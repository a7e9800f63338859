//! Representatives who leave and follow, complaints, slips.

use ledger::Digest;
use negotiation::command::{
    Command, ConductFault, ConfirmSlip, CorrectionCommand, DelegationCommand, Member, ProposeSlip, RecordVacancy,
    ReplaceRep, ReportConduct, ReportTreatment, Treatment, VacancyCause,
};
use negotiation::terms::Terms;

use super::{digest, elected};
use crate::cast::day;

pub(crate) fn vacate(person: &str, on: &str) -> Command {
    Command::Delegation(DelegationCommand::RecordVacancy(RecordVacancy {
        cause: VacancyCause::Left,
        person: person.to_owned(),
        vacated_on: day(on),
    }))
}

/// A replacement, chosen as the workers' list was.
pub(crate) fn replacement(member: Member, replaces: &str) -> ReplaceRep {
    ReplaceRep { member, notice: digest("notice"), replaces: replaces.to_owned(), selection: elected() }
}

pub(crate) fn replaces(replace: ReplaceRep) -> Command {
    Command::Delegation(DelegationCommand::ReplaceRep(replace))
}

pub(crate) fn replace(member: Member, replaced: &str) -> Command {
    replaces(replacement(member, replaced))
}

pub(crate) fn report_conduct(person: &str, fault: ConductFault) -> Command {
    Command::Delegation(DelegationCommand::ReportConduct(ReportConduct {
        facts: "会上的情况".to_owned(),
        fault,
        person: person.to_owned(),
    }))
}

pub(crate) fn treatment(person: &str, treatment: Treatment, on: &str) -> ReportTreatment {
    ReportTreatment {
        cause: None,
        consented: false,
        facts: "企业发来通知".to_owned(),
        on: day(on),
        person: person.to_owned(),
        treatment,
    }
}

pub(crate) fn reports(report: ReportTreatment) -> Command {
    Command::Delegation(DelegationCommand::ReportTreatment(report))
}

pub(crate) fn report_treatment(person: &str, what: Treatment, on: &str) -> Command {
    reports(treatment(person, what, on))
}

pub(crate) fn propose_slip(terms: Terms) -> Command {
    Command::Correction(CorrectionCommand::ProposeSlip(ProposeSlip {
        notice: digest("notice to the congress"),
        reason: "漏字".to_owned(),
        terms: Box::new(terms),
    }))
}

pub(crate) fn confirm_slip(slip: u32, terms: Digest) -> Command {
    Command::Correction(CorrectionCommand::ConfirmSlip(ConfirmSlip { slip, terms }))
}
