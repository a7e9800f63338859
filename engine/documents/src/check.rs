//! From bytes that somebody wrote to canonical bytes that may be printed.

use law::input::{InputError, Problem};
use law::text::{TextError, check_text};
use ledger::canonical::{self, CanonicalError};
use messages::Said;
use serde_json::Value;

use crate::Kind;
use crate::data::{
    BallotPapers, ChangeApplication, CongressResolution, CongressSubmission, CoordinationAgreement,
    CoordinationApplication, CoordinationNotice, CoverageList, DataList, DraftAgreement, ElectionRecord, ExpiryNotice,
    FilingForm, FilingReceipt, MandateLetter, Minutes, OfferLetter, OpinionLetter, Paper, PerformanceReport,
    PlatformMemo, ProposalLetter, PublicationNotice, ReminderLetter, RepChangeNotice, RepRoster, Response,
    ReviewOpinion, SessionNotice, SuspensionAgreement, UnionCopy, WageAgreement,
};

/// Most bytes of a data file.
const MAX_BYTES: usize = 8_000_000;
/// Most characters of one string: a longer one takes Typst seconds.
const MAX_TEXT: usize = 50_000;
/// Most characters of all strings together.
const MAX_TEXT_SUM: usize = 500_000;
/// Most entries of a list.
const MAX_LIST: usize = 1_000;

/// The data is not what a paper needs.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// Form or content, with the place.
    #[error(transparent)]
    Input(#[from] InputError),
    /// A number beyond what canonical bytes allow.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// More bytes than any paper has.
    #[error("{found} bytes, at most {MAX_BYTES}")]
    TooLarge {
        /// How many.
        found: usize,
    },
}

impl DataError {
    /// A finding at a place, made by a check of ours.
    pub(crate) fn rule(place: impl Into<String>, said: Said) -> Self {
        Self::Input(InputError::at(place, Problem::Rule(said)))
    }

    /// The error for people: place, found, expected.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Input(error) => error.said(),
            Self::Canonical(error) => Said::new("doc-data-canonical").arg("detail", error),
            Self::TooLarge { found } => Said::new("doc-data-too-large").arg("found", found).arg("most", MAX_BYTES),
        }
    }
}

/// Reads the data of a paper, checks it, and gives its canonical bytes: those that are hashed, attached and printed.
///
/// # Errors
/// Not JSON, unknown or missing fields, wrong types, strings too long or with control or format characters, or content
/// that contradicts itself; each with its place.
pub fn parse_and_check(kind: Kind, bytes: &[u8]) -> Result<Vec<u8>, DataError> {
    match kind {
        Kind::OfferLetter => canonical_of::<OfferLetter>(bytes),
        Kind::Response => canonical_of::<Response>(bytes),
        Kind::RepRoster => canonical_of::<RepRoster>(bytes),
        Kind::ElectionRecord => canonical_of::<ElectionRecord>(bytes),
        Kind::MandateLetter => canonical_of::<MandateLetter>(bytes),
        Kind::RepChangeNotice => canonical_of::<RepChangeNotice>(bytes),
        Kind::DataList => canonical_of::<DataList>(bytes),
        Kind::SessionNotice => canonical_of::<SessionNotice>(bytes),
        Kind::Minutes => canonical_of::<Minutes>(bytes),
        Kind::SuspensionAgreement => canonical_of::<SuspensionAgreement>(bytes),
        Kind::DraftAgreement => canonical_of::<DraftAgreement>(bytes),
        Kind::CongressSubmission => canonical_of::<CongressSubmission>(bytes),
        Kind::BallotPapers => canonical_of::<BallotPapers>(bytes),
        Kind::CongressResolution => canonical_of::<CongressResolution>(bytes),
        Kind::WageAgreement => canonical_of::<WageAgreement>(bytes),
        Kind::FilingForm => canonical_of::<FilingForm>(bytes),
        Kind::FilingReceipt => canonical_of::<FilingReceipt>(bytes),
        Kind::ReviewOpinion => canonical_of::<ReviewOpinion>(bytes),
        Kind::PublicationNotice => canonical_of::<PublicationNotice>(bytes),
        Kind::UnionCopy => canonical_of::<UnionCopy>(bytes),
        Kind::ChangeApplication => canonical_of::<ChangeApplication>(bytes),
        Kind::ExpiryNotice => canonical_of::<ExpiryNotice>(bytes),
        Kind::PerformanceReport => canonical_of::<PerformanceReport>(bytes),
        Kind::ReminderLetter => canonical_of::<ReminderLetter>(bytes),
        Kind::OpinionLetter => canonical_of::<OpinionLetter>(bytes),
        Kind::ProposalLetter => canonical_of::<ProposalLetter>(bytes),
        Kind::CoordinationApplication => canonical_of::<CoordinationApplication>(bytes),
        Kind::CoordinationNotice => canonical_of::<CoordinationNotice>(bytes),
        Kind::CoordinationAgreement => canonical_of::<CoordinationAgreement>(bytes),
        Kind::CoverageList => canonical_of::<CoverageList>(bytes),
        Kind::PlatformMemo => canonical_of::<PlatformMemo>(bytes),
    }
}

fn canonical_of<T: Paper>(bytes: &[u8]) -> Result<Vec<u8>, DataError> {
    if bytes.len() > MAX_BYTES {
        return Err(DataError::TooLarge { found: bytes.len() });
    }
    let paper: T = law::input::from_json(bytes)?;
    paper.check_header()?;
    paper.check()?;
    let canonical = canonical::to_vec(&paper)?;
    let mut left = MAX_TEXT_SUM;
    texts(&law::input::from_json(&canonical)?, &mut String::new(), &mut left)?;
    Ok(canonical)
}

/// Why a text may not be printed; the place is added by the error that carries it.
fn unprintable(error: &TextError) -> Said {
    match error {
        TextError::Invisible { index, code_point } => {
            Said::new("doc-data-text-invisible").arg("index", index).arg("code", format!("U+{code_point:04X}"))
        }
        TextError::TooLong { found, max } => Said::new("doc-data-text-long").arg("found", found).arg("most", max),
    }
}

/// Looks at every string and list; `place` is the path so far, `left` the characters that may still come.
fn texts(value: &Value, place: &mut String, left: &mut usize) -> Result<(), DataError> {
    let start = place.len();
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
        Value::String(text) => {
            check_text(text, MAX_TEXT).map_err(|error| DataError::rule(place.clone(), unprintable(&error)))?;
            *left = left.checked_sub(text.chars().count()).ok_or_else(|| {
                DataError::rule(place.clone(), Said::new("doc-data-text-sum").arg("most", MAX_TEXT_SUM))
            })?;
        }
        Value::Array(list) => {
            if list.len() > MAX_LIST {
                let said = Said::new("doc-data-list").arg("found", list.len()).arg("most", MAX_LIST);
                return Err(DataError::rule(place.clone(), said));
            }
            for (index, entry) in list.iter().enumerate() {
                place.push_str(&format!("[{index}]"));
                texts(entry, place, left)?;
                place.truncate(start);
            }
        }
        Value::Object(map) => {
            for (key, entry) in map {
                if start > 0 {
                    place.push('.');
                }
                place.push_str(key);
                texts(entry, place, left)?;
                place.truncate(start);
            }
        }
    }
    Ok(())
}
