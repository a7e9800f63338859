//! Papers of a case: which event calls for which paper, and the typed data that it is made from.
//!
//! Everything printed comes from the case, from the rules and from the erasable rows of persons; nothing is decided here.

mod agreement;
pub mod calls;
mod change;
mod changed;
mod common;
mod congress;
pub mod course;
mod dispute;
mod draft;
mod filing;
mod handed;
mod heard;
mod issue;
mod letters;
mod life;
mod offer;
pub mod parent;
mod pause;
mod people;
pub mod print;
mod receipt;
mod restated;
mod review;
pub mod rolls;
mod scope;
mod submission;
mod talks;

use documents::{DataError, Kind};
use law::money::Fen;
use law::rules::Rules;
use law::time::Moment;
use ledger::canonical::CanonicalError;
use negotiation::{Actor, Event, Head, Negotiation};
use uuid::Uuid;

pub use calls::kinds_for;
pub use course::{Around, Course};
pub use heard::{Before, Heard};
pub use life::{agreement, opening};

use crate::people::People;
use rolls::Rolls;

/// What is known beside the case.
pub struct About<'a> {
    /// The case.
    pub case: Uuid,
    /// The case is made up; every page says so.
    pub fictional: bool,
    /// What was said so far.
    pub heard: &'a Heard,
    /// Persons by id.
    pub people: &'a People,
    /// Minimum monthly wage of the place, where it is known.
    pub min_wage: Option<Fen>,
    /// Name of the region.
    pub region: String,
    /// The rolls on which was voted.
    pub rolls: &'a Rolls,
    /// The rules of the case.
    pub rules: &'a Rules,
}

impl About<'_> {
    /// The same at another time of the case.
    #[must_use]
    pub fn hearing<'b>(&'b self, heard: &'b Heard) -> About<'b> {
        About { heard, region: self.region.clone(), ..*self }
    }
}

/// The event that calls for a paper, and how the paper is to be named.
#[derive(Clone, Copy)]
pub struct Trigger<'a> {
    /// When the event was recorded.
    pub at: Moment,
    /// The event.
    pub event: &'a Event,
    /// The record that the paper knows of.
    pub head: Head,
    /// Number of the paper.
    pub number: &'a str,
    /// Who acted.
    pub speaker: &'a Actor,
    /// Version, from 1.
    pub version: u32,
}

/// A paper to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Canonical bytes of its data.
    pub data: Vec<u8>,
    /// Which paper.
    pub kind: Kind,
    /// Its number.
    pub number: String,
    /// Its version, from 1.
    pub version: u32,
}

/// Why the data of a paper could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The case isn't where the paper belongs.
    #[error("{0} can't be made at this stage")]
    Stage(&'static str),
    /// The data contradicts itself.
    #[error(transparent)]
    Data(#[from] DataError),
    /// The data has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
}

/// Puts the data of a paper together; `n` is the case after the record of the event.
///
/// # Errors
/// The event calls for no such paper, or the case contradicts it.
pub fn make(about: &About<'_>, n: &Negotiation, kind: Kind, trigger: &Trigger<'_>) -> Result<Wanted, PaperError> {
    let bytes = match kind {
        Kind::OfferLetter => offer::letter(about, n, trigger)?,
        Kind::Response => offer::response(about, n, trigger)?,
        Kind::RepRoster => people::roster(about, n, trigger)?,
        Kind::RepChangeNotice => people::change(about, n, trigger)?,
        Kind::DataList => handed::data(about, n, trigger)?,
        Kind::SessionNotice => handed::notice(about, n, trigger)?,
        Kind::Minutes => talks::minutes(about, n, trigger)?,
        Kind::SuspensionAgreement => pause::suspension(about, n, trigger)?,
        Kind::DraftAgreement => draft::draft(about, n, trigger)?,
        Kind::CongressSubmission => submission::report(about, n, trigger)?,
        Kind::BallotPapers => submission::ballots(about, n, trigger)?,
        Kind::CongressResolution => congress::resolution(about, n, trigger)?,
        Kind::WageAgreement => agreement::agreement(about, n, trigger)?,
        Kind::FilingForm => filing::form(about, n, trigger)?,
        Kind::FilingReceipt => receipt::receipt(about, n, trigger)?,
        Kind::ReviewOpinion => review::opinion(about, n, trigger)?,
        Kind::PublicationNotice => receipt::publication(about, n, trigger)?,
        Kind::UnionCopy => receipt::copy(about, n, trigger)?,
        Kind::ChangeApplication => change::change(about, n, trigger)?,
        Kind::ExpiryNotice => life::expiry(about, n, trigger)?,
        Kind::PerformanceReport => life::performance(about, n, trigger)?,
        Kind::ReminderLetter => letters::reminder(about, n, trigger)?,
        Kind::OpinionLetter => letters::opinion(about, n, trigger)?,
        Kind::ProposalLetter => letters::proposal(about, n, trigger)?,
        Kind::CoordinationApplication => dispute::application(about, n, trigger)?,
        Kind::CoordinationNotice => dispute::notice(about, n, trigger)?,
        Kind::CoordinationAgreement => dispute::end(about, n, trigger)?,
        Kind::CoverageList => scope::coverage(about, n, trigger)?,
        Kind::PlatformMemo => scope::platform(about, n, trigger)?,
        Kind::ElectionRecord | Kind::MandateLetter => return Err(PaperError::Stage("a form")),
    };
    let data = documents::parse_and_check(kind, &bytes)?;
    Ok(Wanted { data, kind, number: trigger.number.to_owned(), version: trigger.version })
}
