//! Packages, suspension, coordination.

use negotiation::Side;
use negotiation::command::{
    AcceptCoordination, AcceptPackage, ApplyCoordination, Command, DisputeCommand, DisputeItem, ExtendCoordination,
    PackageItem, ProposeSuspension, RecordCoordinationAgreement, RecordCoordinationFailure, Resume, SessionCommand,
    Suspend, SuspensionCommand, TablePackage,
};
use negotiation::terms::Unit;

use super::{RISE, digest, value};
use crate::cast::day;

/// Words of the clause on the lowest wage.
pub(crate) const LOWEST: &str = "最低月工资为{min_wage}。";

/// A rise in basis points.
pub(crate) fn rise(amount: i64) -> PackageItem {
    PackageItem {
        clause: "rise".to_owned(),
        text: RISE.to_owned(),
        values: vec![value("rise", amount, Unit::BasisPoints)],
    }
}

/// A lowest monthly wage in fen.
pub(crate) fn lowest(amount: i64) -> PackageItem {
    PackageItem {
        clause: "distribution".to_owned(),
        text: LOWEST.to_owned(),
        values: vec![value("min_wage", amount, Unit::Fen)],
    }
}

pub(crate) fn package(side: Side, items: &[PackageItem]) -> Command {
    Command::Session(SessionCommand::TablePackage(TablePackage { items: items.to_vec(), side }))
}

pub(crate) fn accept_package(package: u32, side: Side) -> Command {
    Command::Session(SessionCommand::AcceptPackage(AcceptPackage { package, side }))
}

pub(crate) fn suspension(next_on: &str) -> ProposeSuspension {
    ProposeSuspension {
        next_content: "最低工资与年度增幅".to_owned(),
        next_on: day(next_on),
        next_place: "三楼会议室".to_owned(),
        reason: "等待年度审计".to_owned(),
    }
}

pub(crate) fn proposes(proposal: ProposeSuspension) -> Command {
    Command::Suspension(SuspensionCommand::ProposeSuspension(proposal))
}

pub(crate) fn propose_suspension(next_on: &str) -> Command {
    proposes(suspension(next_on))
}

pub(crate) fn suspend(consent: bool) -> Command {
    Command::Suspension(SuspensionCommand::Suspend(Suspend { consent }))
}

pub(crate) fn resume() -> Command {
    Command::Suspension(SuspensionCommand::Resume(Resume { meeting_on: None, place: None }))
}

pub(crate) fn resume_on(meeting_on: &str) -> Command {
    Command::Suspension(SuspensionCommand::Resume(Resume {
        meeting_on: Some(day(meeting_on)),
        place: Some("二楼会议室".to_owned()),
    }))
}

pub(crate) fn applies(titles: &[&str]) -> Command {
    let item = |title: &&str| DisputeItem {
        clause: Some("rise".to_owned()),
        employer: "增长2%".to_owned(),
        title: (*title).to_owned(),
        worker: "增长6%".to_owned(),
    };
    Command::Dispute(DisputeCommand::ApplyCoordination(ApplyCoordination { items: titles.iter().map(item).collect() }))
}

pub(crate) fn apply_coordination() -> Command {
    applies(&["年度增幅"])
}

pub(crate) fn accept_coordination() -> Command {
    Command::Dispute(DisputeCommand::AcceptCoordination(AcceptCoordination {
        number: "示协〔2026〕1号".to_owned()
    }))
}

pub(crate) fn extend_coordination(days: u16, reason: &str) -> Command {
    Command::Dispute(DisputeCommand::ExtendCoordination(ExtendCoordination { days, reason: reason.to_owned() }))
}

pub(crate) fn coordinated(signed_by_all: bool) -> Command {
    Command::Dispute(DisputeCommand::RecordCoordinationAgreement(RecordCoordinationAgreement {
        facts: "双方在增幅上相差4个百分点".to_owned(),
        paper: digest("coordination"),
        result: "年度增幅按5%".to_owned(),
        signed_by_all,
        unresolved: vec!["夜班补贴".to_owned()],
    }))
}

pub(crate) fn coordination_failed() -> Command {
    Command::Dispute(DisputeCommand::RecordCoordinationFailure(RecordCoordinationFailure {
        hand_over: vec!["协调记录".to_owned(), "双方材料".to_owned()],
        reason: "双方在增幅上仍相差3个百分点".to_owned(),
    }))
}
