//! What every paper can do: name its head and find contradictions in itself.

use ledger::Digest;
use messages::Said;
use negotiation::terms;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{
    CongressResolution, FilingForm, Header, Minutes, OfferLetter, Response, ReviewOpinion, ReviewResult, Vote,
    WageAgreement,
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

fn hold(good: bool, place: impl FnOnce() -> String, said: impl FnOnce() -> Said) -> Result<(), DataError> {
    if good { Ok(()) } else { Err(DataError::rule(place(), said())) }
}

impl Vote {
    fn check(&self, place: &str) -> Result<(), DataError> {
        let Self { present, total, .. } = *self;
        let most = |most: u64| move |found: u64| Said::new("doc-data-vote").arg("found", found).arg("most", most);
        let (present_u, total_u, returned) = (u64::from(present), u64::from(total), self.returned());
        hold(present <= total, || format!("{place}.present"), || most(total_u)(present_u))?;
        hold(returned <= present_u, || format!("{place}.yes"), || most(present_u)(returned))?;
        hold(self.outcome == self.computed(), || format!("{place}.outcome"), || Said::new("doc-data-outcome"))
    }
}

impl Paper for OfferLetter {
    fn header(&self) -> &Header {
        &self.header
    }
}

impl Paper for Response {
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
        let digest: Digest = self.terms.digest()?;
        hold(
            self.terms_digest == digest,
            || "terms_digest".to_owned(),
            || Said::new("doc-data-terms-digest").arg("found", self.terms_digest).arg("expected", digest),
        )?;
        hold(
            self.chapters == terms::chapters(&self.terms),
            || "chapters".to_owned(),
            || Said::new("doc-data-chapters"),
        )?;
        for (index, sum) in self.amounts.iter().enumerate() {
            let expected = sum.amount.uppercase();
            hold(
                sum.words == expected,
                || format!("amounts[{index}].words"),
                || Said::new("doc-data-words").arg("found", &sum.words).arg("expected", &expected),
            )?;
        }
        Ok(())
    }
}

impl Paper for FilingForm {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        self.congress.check("congress")?;
        let heads = self.headcount;
        let sum = u64::from(heads.male) + u64::from(heads.female);
        hold(
            sum == u64::from(heads.total),
            || "headcount.total".to_owned(),
            || Said::new("doc-data-headcount").arg("found", heads.total).arg("expected", sum),
        )
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
