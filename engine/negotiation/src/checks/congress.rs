//! What carries a draft: ZJ-CC 29 for a sector or region, which names a majority and no quorum; else ZJ-CC 24(2), CC22 36.
//! The decision asks here, and so does whoever tells of it.

use law::citation::Citation;
use law::congress::{majority_needed, quorum_needed};
use law::rules::{Fraction, Half, Rules};

use crate::command::CongressForm;

/// What carries a draft before a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed<'a> {
    /// Articles.
    pub citation: &'a [Citation],
    /// So many of all.
    pub pass: Half,
    /// So many of all must be there; `None` where the text names no quorum.
    pub quorum: Option<Fraction>,
}

/// What carries a draft before a body under rules.
#[must_use]
pub fn needed(rules: &Rules, form: CongressForm) -> Needed<'_> {
    let wide = match form {
        CongressForm::SectorCongress | CongressForm::EachEmployer => rules.industry_pass.value(),
        CongressForm::Congress | CongressForm::AllStaff => None,
    };
    let own = &rules.congress;
    wide.map_or(Needed { citation: &own.source.citation, pass: own.pass, quorum: Some(own.quorum) }, |wide| Needed {
        citation: &wide.source.citation,
        pass: wide.pass,
        quorum: None,
    })
}

impl Needed<'_> {
    /// Fewest who must be present of `total`; `None` where the text names no quorum.
    #[must_use]
    pub fn fewest_present(&self, total: u32) -> Option<u32> {
        self.quorum.map(|quorum| quorum_needed(quorum, total))
    }

    /// Fewest yes votes of `total`, those absent included.
    #[must_use]
    pub fn fewest_yes(&self, total: u32) -> u32 {
        majority_needed(self.pass, total)
    }
}
