//! D11, the draft of the agreement as both chiefs initial it (工资专项集体合同草案; CC22 34(4), ZJ-CC 17, 19).

use law::Date;
use ledger::Digest;
use ledger::canonical::CanonicalError;
use messages::Said;
use negotiation::checks::Outcome as CheckOutcome;
use negotiation::terms::{ChapterText, Terms, chapters};
use serde::{Deserialize, Serialize};

use super::agreement::bound;
use super::paper::{hold, same_text};
use super::{AmountSource, BoundAmount, Header, Paper, Parties, Representative, Signatures};
use crate::DataError;

/// The draft with what the congress wants to know about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftAgreement {
    /// Sums that bind, in figures and in words.
    pub amounts: Vec<BoundAmount>,
    /// What is new against the last agreement, where that is known.
    pub changes: Vec<ClauseChange>,
    /// The articles; must be what [`negotiation::terms::chapters`] makes of `terms`.
    pub chapters: Vec<ChapterText>,
    /// What the checks found.
    pub checks: Vec<CheckResult>,
    /// Number of the draft, from 1.
    pub draft: u32,
    /// Head of the paper.
    pub header: Header,
    /// Initials of the two chiefs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initials: Option<Signatures>,
    /// The agreement that `changes` compares with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LastAgreement>,
    /// The sides.
    pub parties: Parties,
    /// Day on which the second chief initialled it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub reached_on: Option<Date>,
    /// Representatives of both sides.
    pub representatives: Vec<Representative>,
    /// The agreed text as data.
    pub terms: Terms,
    /// Digest of `terms`.
    pub terms_digest: Digest,
}

/// What a draft is put together from; the rest follows from the terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftParts {
    /// The figures that are repeated in words.
    pub amounts: Vec<AmountSource>,
    /// See [`DraftAgreement::changes`].
    pub changes: Vec<ClauseChange>,
    /// See [`DraftAgreement::checks`].
    pub checks: Vec<CheckResult>,
    /// See [`DraftAgreement::draft`].
    pub draft: u32,
    /// Head of the paper.
    pub header: Header,
    /// See [`DraftAgreement::initials`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initials: Option<Signatures>,
    /// See [`DraftAgreement::last`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LastAgreement>,
    /// The sides.
    pub parties: Parties,
    /// See [`DraftAgreement::reached_on`].
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub reached_on: Option<Date>,
    /// Representatives of both sides.
    pub representatives: Vec<Representative>,
    /// The agreed text as data.
    pub terms: Terms,
}

/// A clause in the last agreement and in the draft; one that is missing on one side is new or dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseChange {
    /// What the clause is about.
    pub clause: String,
    /// What the draft says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// What the last agreement said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckResult {
    /// Article, ready to print.
    pub citation: String,
    /// How it came out.
    pub outcome: CheckOutcome,
    /// What was checked, a few words.
    pub rule: String,
    /// What was found, in words.
    pub words: String,
}

/// The agreement that a draft follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastAgreement {
    /// Its number, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// When it was signed, where known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub signed_on: Option<Date>,
    /// Its title.
    pub title: String,
}

impl DraftAgreement {
    /// Puts a draft together: articles, digest and sums in words follow from the terms. A figure that the terms don't
    /// state, or that isn't a sum, is left out.
    ///
    /// # Errors
    /// The terms have no canonical form.
    pub fn assemble(parts: DraftParts) -> Result<Self, CanonicalError> {
        let DraftParts {
            amounts,
            changes,
            checks,
            draft,
            header,
            initials,
            last,
            parties,
            reached_on,
            representatives,
            terms,
        } = parts;
        Ok(Self {
            amounts: bound(amounts, &terms),
            changes,
            chapters: chapters(&terms),
            checks,
            draft,
            header,
            initials,
            last,
            parties,
            reached_on,
            representatives,
            terms_digest: terms.digest()?,
            terms,
        })
    }
}

impl Paper for DraftAgreement {
    fn header(&self) -> &Header {
        &self.header
    }

    /// Articles, digest and sums are those of the terms; every change has an old or a new text.
    fn check(&self) -> Result<(), DataError> {
        hold(self.draft > 0, || "draft".to_owned(), || Said::new("doc-data-version"))?;
        same_text(&self.terms, self.terms_digest, &self.chapters, &self.amounts)?;
        for (index, change) in self.changes.iter().enumerate() {
            let something = change.new.is_some() || change.old.is_some();
            hold(something, || format!("changes[{index}].new"), || Said::new("doc-data-change-empty"))?;
        }
        Ok(())
    }
}
