//! What every paper can do: name its head and find contradictions in itself.

use law::Date;
use ledger::Digest;
use messages::Said;
use negotiation::terms::{self, ChapterText, Terms};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{
    BoundAmount, CongressResolution, FilingForm, Headcount, Header, Minutes, OfferLetter, ReviewOpinion, ReviewResult,
    Runs, Vote, WageAgreement,
};
use crate::DataError;

/// Most characters of number, title and place, which stand in the margin of every page.
const MAX_HEADER: usize = 100;

pub(crate) trait Paper: Serialize + DeserializeOwned {
    /// Head of the paper.
    fn header(&self) -> &Header;

    /// What contradicts itself, beyond the form.
    fn check(&self) -> Result<(), DataError> {
        Ok(())
    }

    /// The head must be filled in.
    fn check_header(&self) -> Result<(), DataError> {
        let Header { jurisdiction, number, title, version, .. } = self.header();
        for (place, text) in [("jurisdiction", jurisdiction), ("number", number), ("title", title)] {
            let (place, found) = (|| format!("header.{place}"), text.chars().count());
            hold(!text.trim().is_empty(), place, || Said::new("doc-data-empty"))?;
            let long = || Said::new("doc-data-text-long").arg("found", found).arg("most", MAX_HEADER);
            hold(found <= MAX_HEADER, place, long)?;
        }
        hold(*version > 0, || "header.version".to_owned(), || Said::new("doc-data-version"))
    }
}

/// Says no, at a place, where something doesn't hold.
pub(super) fn hold(good: bool, place: impl FnOnce() -> String, said: impl FnOnce() -> Said) -> Result<(), DataError> {
    if good { Ok(()) } else { Err(DataError::rule(place(), said())) }
}

/// A list that a paper of this kind can't do without.
pub(super) fn filled<T>(place: &str, list: &[T]) -> Result<(), DataError> {
    hold(!list.is_empty(), || place.to_owned(), || Said::new("doc-data-empty"))
}

/// A day that can't lie before another.
pub(super) fn not_before(place: &str, found: Date, first: Date) -> Result<(), DataError> {
    let said = || Said::new("doc-data-order").arg("found", found).arg("first", first);
    hold(found >= first, || place.to_owned(), said)
}

/// A number that can't be larger than another.
pub(super) fn at_most(place: &str, found: u32, most: u32) -> Result<(), DataError> {
    let said = || Said::new("doc-data-most").arg("found", found).arg("most", most);
    hold(found <= most, || place.to_owned(), said)
}

impl Vote {
    /// Counts within their bounds, and the outcome that follows from them.
    pub(super) fn check(&self, place: &str) -> Result<(), DataError> {
        let Self { present, total, .. } = *self;
        let most = |most: u64| move |found: u64| Said::new("doc-data-vote").arg("found", found).arg("most", most);
        let (present_u, total_u, returned) = (u64::from(present), u64::from(total), self.returned());
        hold(present <= total, || format!("{place}.present"), || most(total_u)(present_u))?;
        hold(returned <= present_u, || format!("{place}.yes"), || most(present_u)(returned))?;
        hold(self.outcome == self.computed(), || format!("{place}.outcome"), || Said::new("doc-data-outcome"))
    }
}

impl Runs {
    /// First day before last day.
    pub(super) fn check(&self, place: &str) -> Result<(), DataError> {
        not_before(&format!("{place}.to"), self.to, self.from)
    }
}

impl Headcount {
    /// Men and women are all.
    pub(super) fn check(&self, place: &str) -> Result<(), DataError> {
        let sum = u64::from(self.male) + u64::from(self.female);
        let said = || Said::new("doc-data-headcount").arg("found", self.total).arg("expected", sum);
        hold(sum == u64::from(self.total), || format!("{place}.total"), said)
    }
}

/// Digest, articles and sums in words are those of the terms.
pub(super) fn same_text(
    text: &Terms,
    digest: Digest,
    chapters: &[ChapterText],
    amounts: &[BoundAmount],
) -> Result<(), DataError> {
    let expected = text.digest()?;
    let said = || Said::new("doc-data-terms-digest").arg("found", digest).arg("expected", expected);
    hold(digest == expected, || "terms_digest".to_owned(), said)?;
    hold(chapters == terms::chapters(text), || "chapters".to_owned(), || Said::new("doc-data-chapters"))?;
    for (index, sum) in amounts.iter().enumerate() {
        let expected = sum.amount.uppercase();
        let said = || Said::new("doc-data-words").arg("found", &sum.words).arg("expected", &expected);
        hold(sum.words == expected, || format!("amounts[{index}].words"), said)?;
    }
    Ok(())
}

impl Paper for OfferLetter {
    fn header(&self) -> &Header {
        &self.header
    }
}

impl Paper for Minutes {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        hold(self.opened_at <= self.closed_at, || "closed_at".to_owned(), || Said::new("doc-data-closed"))
    }
}

impl Paper for CongressResolution {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        self.vote.check("vote")?;
        let returned = self.vote.returned();
        if let Some(online) = &self.online {
            online.check(self.issued, returned)?;
        }
        let said = || Said::new("doc-data-vote").arg("found", returned).arg("most", self.issued);
        hold(returned <= u64::from(self.issued), || "issued".to_owned(), said)
    }
}

impl Paper for WageAgreement {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        if let Some(vote) = &self.congress {
            vote.check("congress")?;
        }
        hold(
            self.header.title == self.terms.title,
            || "header.title".to_owned(),
            || Said::new("doc-data-title").arg("found", &self.header.title).arg("expected", &self.terms.title),
        )?;
        same_text(&self.terms, self.terms_digest, &self.chapters, &self.amounts)
    }
}

impl Paper for FilingForm {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        self.congress.check("congress")?;
        self.headcount.check("headcount")
    }
}

impl Paper for ReviewOpinion {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        match &self.result {
            ReviewResult::NoObjection => Ok(()),
            ReviewResult::Objection { objections, .. } => {
                hold(!objections.is_empty(), || "result.objections".to_owned(), || Said::new("doc-data-empty"))
            }
        }
    }
}
