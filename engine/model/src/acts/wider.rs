//! What came with the whole law: employers of a sector, receipts of letters, slips of the pen.

use negotiation::command::{
    AddCoverage, Command, ConfirmCoverage, ConfirmSlip, CorrectionCommand, CoverageCommand, ProposeSlip,
    RecordLetterReceipt, ReopenTalks, SupervisionCommand, WithdrawCoverage,
};

use super::{Variant, View, of};
use crate::cast::{self, digest};

fn coverage(command: CoverageCommand) -> Variant {
    of(Command::Coverage(command))
}

/// Keys of the employers with which a case of a sector is opened.
const LISTED: [&str; 2] = ["second", "first"];

/// A third employer, and one that may be on the list.
pub(super) fn add_coverage(_: &View<'_>) -> Vec<Variant> {
    let add = |key| coverage(CoverageCommand::AddCoverage(AddCoverage { employer: cast::employer(key) }));
    ["third", "second"].map(add).into()
}

pub(super) fn confirm_coverage(_: &View<'_>) -> Vec<Variant> {
    let confirm = |employer: &str| {
        let confirm = ConfirmCoverage { employer: employer.to_owned(), proof: digest("authorisation") };
        coverage(CoverageCommand::ConfirmCoverage(confirm))
    };
    LISTED.map(confirm).into()
}

pub(super) fn withdraw_coverage(_: &View<'_>) -> Vec<Variant> {
    let withdraw = |employer: &str| {
        let (employer, reason) = (employer.to_owned(), "退出".to_owned());
        coverage(CoverageCommand::WithdrawCoverage(WithdrawCoverage { employer, proof: None, reason }))
    };
    LISTED.map(withdraw).into()
}

pub(super) fn reopen_talks(view: &View<'_>) -> Vec<Variant> {
    let reopen = ReopenTalks { reason: "未通过".to_owned(), terms: view.text() };
    vec![coverage(CoverageCommand::ReopenTalks(reopen))]
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
