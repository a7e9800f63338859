//! What came with the whole law: employers of a sector, receipts of letters, slips of the pen.

use negotiation::command::{
    AddCoverage, Command, ConfirmCoverage, ConfirmSlip, CorrectionCommand, CoverageCommand, CoveredEmployer,
    ProposeSlip, RecordLetterReceipt, ReopenTalks, SupervisionCommand, WithdrawCoverage,
};

use super::{Variant, View, of};
use crate::cast::digest;

const EMPLOYER: &str = "second";

fn coverage(command: CoverageCommand) -> Vec<Variant> {
    vec![of(Command::Coverage(command))]
}

pub(super) fn add_coverage(_: &View<'_>) -> Vec<Variant> {
    let employer = CoveredEmployer {
        dissolved: false,
        female: None,
        headcount: 12,
        key: EMPLOYER.to_owned(),
        name: "示例第二五金有限公司（虚构）".to_owned(),
        unionized: false,
        uscc: "91330784MA000X0153".to_owned(),
    };
    coverage(CoverageCommand::AddCoverage(AddCoverage { employer }))
}

pub(super) fn confirm_coverage(_: &View<'_>) -> Vec<Variant> {
    let confirm = ConfirmCoverage { employer: EMPLOYER.to_owned(), proof: digest("authorisation") };
    coverage(CoverageCommand::ConfirmCoverage(confirm))
}

pub(super) fn withdraw_coverage(_: &View<'_>) -> Vec<Variant> {
    let withdraw = WithdrawCoverage { employer: EMPLOYER.to_owned(), proof: None, reason: "退出".to_owned() };
    coverage(CoverageCommand::WithdrawCoverage(withdraw))
}

pub(super) fn reopen_talks(view: &View<'_>) -> Vec<Variant> {
    let reopen = ReopenTalks { reason: "未通过".to_owned(), terms: view.text() };
    coverage(CoverageCommand::ReopenTalks(reopen))
}

/// Received, or its receipt refused.
pub(super) fn record_letter_receipt(view: &View<'_>) -> Vec<Variant> {
    let receipt = |refused| {
        let receipt = RecordLetterReceipt { letter: 1, on: view.today, proof: digest("receipt"), refused };
        of(Command::Supervision(SupervisionCommand::RecordLetterReceipt(receipt)))
    };
    vec![receipt(false), receipt(true)]
}

/// A slip of the pen in the title; another substance, which is no slip.
pub(super) fn propose_slip(view: &View<'_>) -> Vec<Variant> {
    let texts = view.texts;
    let propose = |terms: &negotiation::terms::Terms| {
        let terms = Box::new(terms.clone());
        let slip = ProposeSlip { notice: digest("notice"), reason: "笔误".to_owned(), terms };
        of(Command::Correction(CorrectionCommand::ProposeSlip(slip)))
    };
    vec![propose(&texts.mended.terms), propose(&texts.second.terms)]
}

pub(super) fn confirm_slip(view: &View<'_>) -> Vec<Variant> {
    let slip = u32::try_from(view.n.slips.len()).unwrap_or(u32::MAX);
    let confirm = |terms| of(Command::Correction(CorrectionCommand::ConfirmSlip(ConfirmSlip { slip, terms })));
    vec![confirm(view.texts.mended.digest), confirm(view.texts.second.digest)]
}
