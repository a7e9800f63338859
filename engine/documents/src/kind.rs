//! The kinds of papers that are made here.

use std::fmt;
use std::str::FromStr;

use messages::Said;
use serde::{Deserialize, Serialize};

/// A kind of paper. Its name in files and on the command line is snake_case, such as `wage_agreement`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// D01 协商要约书
    OfferLetter,
    /// D02 应约书
    Response,
    /// D09 协商会议纪要
    Minutes,
    /// D14 职工代表大会决议
    CongressResolution,
    /// D15 工资专项集体合同
    WageAgreement,
    /// D16 报送审查表
    FilingForm,
    /// D18 审查意见书
    ReviewOpinion,
}

impl Kind {
    /// All kinds in the order of a case.
    pub const ALL: [Self; 7] = [
        Self::OfferLetter,
        Self::Response,
        Self::Minutes,
        Self::CongressResolution,
        Self::WageAgreement,
        Self::FilingForm,
        Self::ReviewOpinion,
    ];

    /// The code of the paper, `D01` to `D18`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OfferLetter => "D01",
            Self::Response => "D02",
            Self::Minutes => "D09",
            Self::CongressResolution => "D14",
            Self::WageAgreement => "D15",
            Self::FilingForm => "D16",
            Self::ReviewOpinion => "D18",
        }
    }

    /// The name in files and on the command line; the template is `{name}.typ`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OfferLetter => "offer_letter",
            Self::Response => "response",
            Self::Minutes => "minutes",
            Self::CongressResolution => "congress_resolution",
            Self::WageAgreement => "wage_agreement",
            Self::FilingForm => "filing_form",
            Self::ReviewOpinion => "review_opinion",
        }
    }

    /// The usual title, for people.
    #[must_use]
    pub fn title(self) -> Said {
        Said::new(match self {
            Self::OfferLetter => "doc-kind-offer-letter",
            Self::Response => "doc-kind-response",
            Self::Minutes => "doc-kind-minutes",
            Self::CongressResolution => "doc-kind-congress-resolution",
            Self::WageAgreement => "doc-kind-wage-agreement",
            Self::FilingForm => "doc-kind-filing-form",
            Self::ReviewOpinion => "doc-kind-review-opinion",
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A text that names no kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no kind of paper is called {found:?}")]
pub struct KindError {
    /// The text as given.
    pub found: String,
}

impl KindError {
    /// The error for people; names what there is.
    #[must_use]
    pub fn said(&self) -> Said {
        let expected = Kind::ALL.map(|kind| format!("{}（{}）", kind.name(), kind.code())).join("、");
        Said::new("doc-kind-unknown").arg("found", &self.found).arg("expected", expected)
    }
}

/// Reads a name or a code, whatever its case.
impl FromStr for Kind {
    type Err = KindError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL
            .into_iter()
            .find(|kind| kind.name().eq_ignore_ascii_case(text) || kind.code().eq_ignore_ascii_case(text));
        found.ok_or_else(|| KindError { found: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_by_name_and_by_code() {
        assert_eq!("wage_agreement".parse(), Ok(Kind::WageAgreement));
        assert_eq!("d15".parse(), Ok(Kind::WageAgreement));
        assert_eq!("D99".parse::<Kind>().unwrap_err().found, "D99");
    }
}
