//! Papers, corrections, and the program's own acts.

use negotiation::Actor;
use negotiation::command::{
    AdoptDataset, Command, ConfirmCorrection, ConfirmPaper, CorrectionCommand, DocumentKind, EnterPaper, FactChange,
    NoticeOutcome, NoticeWay, PaperCommand, ProposeCorrection, RecordDocument, RecordNotice, StrikeClock,
    SystemCommand,
};

use super::digest;
use crate::cast::day;

pub(crate) fn enter_paper(act: Command, actor: Actor, on: &str) -> Command {
    Command::Paper(PaperCommand::EnterPaper(EnterPaper {
        act: Box::new(act),
        actor,
        on: day(on),
        scan: digest("scan"),
    }))
}

pub(crate) fn confirm_paper(entry: u32) -> Command {
    Command::Paper(PaperCommand::ConfirmPaper(ConfirmPaper { entry }))
}

pub(crate) fn propose_correction(fact: FactChange) -> Command {
    Command::Correction(CorrectionCommand::ProposeCorrection(ProposeCorrection {
        fact,
        from: None,
        reason: "回执日期看错".to_owned(),
    }))
}

/// What was right until a day and is another from then on.
pub(crate) fn propose_change(fact: FactChange, from: &str) -> Command {
    Command::Correction(CorrectionCommand::ProposeCorrection(ProposeCorrection {
        fact,
        from: Some(day(from)),
        reason: "变更登记".to_owned(),
    }))
}

pub(crate) fn confirm_correction(correction: u32) -> Command {
    Command::Correction(CorrectionCommand::ConfirmCorrection(ConfirmCorrection { correction }))
}

pub(crate) fn strike_clock(duty: &str) -> Command {
    Command::System(SystemCommand::StrikeClock(StrikeClock { duty: duty.to_owned() }))
}

pub(crate) fn adopt_dataset() -> Command {
    Command::System(SystemCommand::AdoptDataset(AdoptDataset { reason: "载入新的放假安排".to_owned() }))
}

pub(crate) fn record_document() -> Command {
    Command::System(SystemCommand::RecordDocument(RecordDocument {
        data: digest("data"),
        fonts: Vec::new(),
        kind: DocumentKind::OfferLetter,
        number: "D01-1".to_owned(),
        pdf: digest("pdf"),
        template: digest("template"),
        typst: "0.15.1".to_owned(),
        version: 1,
    }))
}

pub(crate) fn record_notice(about: u64, outcome: NoticeOutcome) -> Command {
    Command::System(SystemCommand::RecordNotice(RecordNotice {
        about,
        message: format!("msg_1_{about}_1"),
        outcome,
        person: "p-legal".to_owned(),
        way: NoticeWay::Sms,
    }))
}
