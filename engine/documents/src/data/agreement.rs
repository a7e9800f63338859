//! D15, the wage special agreement (工资专项集体合同; ZJ-CC 19, WN9 7, 20).

use law::Date;
use law::money::Fen;
use ledger::Digest;
use ledger::canonical::CanonicalError;
use negotiation::terms::{ChapterText, Terms, Unit, chapters};
use serde::{Deserialize, Serialize};

use super::{BoundAmount, Header, Parties, Representative, Signatures, Vote};

/// The agreement as it is printed: before the vote a draft, afterwards ready to sign, at last signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WageAgreement {
    /// Sums that bind, in figures and in words.
    pub amounts: Vec<BoundAmount>,
    /// The articles; must be what [`negotiation::terms::chapters`] makes of `terms`.
    pub chapters: Vec<ChapterText>,
    /// The vote that adopted it; without one it is printed as a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub congress: Option<Vote>,
    /// Employers that a sector, region or platform agreement binds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covered: Vec<BoundFirm>,
    /// Head of the paper.
    pub header: Header,
    /// The sides.
    pub parties: Parties,
    /// Representatives of both sides.
    pub representatives: Vec<Representative>,
    /// From when to when it runs, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<Runs>,
    /// Signatures that were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
    /// The agreed text as data.
    pub terms: Terms,
    /// Digest of `terms`.
    pub terms_digest: Digest,
}

/// An employer that the agreement binds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundFirm {
    /// Workers.
    pub headcount: u32,
    /// Name.
    pub name: String,
    /// Unified social credit code.
    pub uscc: String,
}

/// First and last day of an agreement; both are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Runs {
    /// First day.
    #[serde(with = "law::input::day")]
    pub from: Date,
    /// Last day.
    #[serde(with = "law::input::day")]
    pub to: Date,
}

/// What an agreement is put together from; the rest follows from the terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementParts {
    /// The figures that are repeated in words: label and key of the figure, see [`negotiation::terms::figure`].
    pub amounts: Vec<AmountSource>,
    /// See [`WageAgreement::congress`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub congress: Option<Vote>,
    /// See [`WageAgreement::covered`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covered: Vec<BoundFirm>,
    /// Head of the paper; its title is replaced by that of the terms.
    pub header: Header,
    /// The sides.
    pub parties: Parties,
    /// Representatives of both sides.
    pub representatives: Vec<Representative>,
    /// See [`WageAgreement::runs`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<Runs>,
    /// See [`WageAgreement::signatures`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
    /// The agreed text as data.
    pub terms: Terms,
}

/// A figure of the terms that is repeated in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmountSource {
    /// Key of the figure.
    pub figure: String,
    /// What it is, in words.
    pub label: String,
}

impl WageAgreement {
    /// Puts an agreement together: articles, digest and sums in words follow from the terms. A figure that the terms
    /// don't state, or that isn't a sum, is left out.
    ///
    /// # Errors
    /// The terms have no canonical form.
    pub fn assemble(parts: AgreementParts) -> Result<Self, CanonicalError> {
        let AgreementParts {
            amounts,
            congress,
            covered,
            mut header,
            parties,
            representatives,
            runs,
            signatures,
            terms,
        } = parts;
        header.title.clone_from(&terms.title);
        let amounts = bound(amounts, &terms);
        let (chapters, terms_digest) = (chapters(&terms), terms.digest()?);
        Ok(Self {
            amounts,
            chapters,
            congress,
            covered,
            header,
            parties,
            representatives,
            runs,
            signatures,
            terms,
            terms_digest,
        })
    }
}

/// The sums that the terms state, in figures and in words; a figure that isn't stated, or isn't a sum, is left out.
pub(super) fn bound(sources: Vec<AmountSource>, terms: &Terms) -> Vec<BoundAmount> {
    let sums = sources.into_iter().filter_map(|source| {
        let value = terms.figure(&source.figure).filter(|value| value.unit == Unit::Fen)?;
        Some(BoundAmount::new(source.label, Fen(value.amount)))
    });
    sums.collect()
}
