//! Coverage of a sector, region or platform agreement, with five invented firms.

use law::rules::Profile;
use ledger::Digest;
use negotiation::command::{
    AddCoverage, Association, Command, ConfirmCoverage, CongressCommand, CongressForm, CoverageCommand,
    CoveredEmployer, OpenCase, RecordVote, ReopenTalks, Scope, Selection, SelectionMethod, SubmitToCongress,
    WithdrawCoverage,
};

use super::{ballot, digest, elected, opening, votes};
use crate::cast::day;

const FIRMS: [(&str, &str); 6] = [
    ("first", "91339901MA7GX1015G"),
    ("second", "91339901MA7GX1023B"),
    ("third", "91339901MA7GX10316"),
    ("fourth", "91339901MA7GX104XX"),
    ("fifth", "91339901MA7GX1058X"),
    ("sixth", "91339901MA7GX1066Q"),
];

/// Keys of the five firms with which a sector case is opened.
pub(crate) const FIVE: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// An invented firm with 40 workers.
pub(crate) fn firm(key: &str) -> CoveredEmployer {
    let (_, uscc) = FIRMS.iter().find(|(known, _)| *known == key).unwrap();
    CoveredEmployer {
        dissolved: false,
        female: None,
        headcount: 40,
        key: key.to_owned(),
        name: format!("示例{key}五金厂（虚构）"),
        unionized: key == "first",
        uscc: (*uscc).to_owned(),
    }
}

/// The file of five firms of a sector, whose association leads.
pub(crate) fn wide_opening(profile: Profile, scope: Scope) -> OpenCase {
    OpenCase {
        association: Some(Association::Association),
        covered: FIVE.iter().map(|key| firm(key)).collect(),
        scope,
        ..opening(profile)
    }
}

pub(crate) fn add_coverage(key: &str) -> Command {
    adds(firm(key))
}

pub(crate) fn adds(employer: CoveredEmployer) -> Command {
    Command::Coverage(CoverageCommand::AddCoverage(AddCoverage { employer }))
}

pub(crate) fn confirm_coverage(key: &str) -> Command {
    let confirm = ConfirmCoverage { employer: key.to_owned(), proof: digest("authorisation") };
    Command::Coverage(CoverageCommand::ConfirmCoverage(confirm))
}

pub(crate) fn withdraw_coverage(key: &str) -> Command {
    let reason = "本厂职工大会没有通过".to_owned();
    let withdraw = WithdrawCoverage { employer: key.to_owned(), proof: None, reason };
    Command::Coverage(CoverageCommand::WithdrawCoverage(withdraw))
}

pub(crate) fn reopen_talks(terms: Digest) -> Command {
    let reason = "职工要求改写计件单价".to_owned();
    Command::Coverage(CoverageCommand::ReopenTalks(ReopenTalks { reason, terms }))
}

pub(crate) fn submit_as(form: CongressForm, terms: Digest) -> Command {
    let submission = SubmitToCongress { form, meeting_on: day("2026-01-17"), terms, total: 60 };
    Command::Congress(CongressCommand::SubmitToCongress(submission))
}

/// The vote of one employer's own 40 workers.
pub(crate) fn own_vote(key: &str, terms: Digest, present: u32, yes: u32) -> Command {
    votes(RecordVote { employer: Some(key.to_owned()), ..ballot(terms, "2026-01-17", 40, present, yes) })
}

/// Named by the union of the sector.
pub(crate) fn by_union() -> Selection {
    Selection { method: SelectionMethod::AppointedByUnion, record: None, total: None, votes: None, ..elected() }
}
