//! D30, the employers whom an industry or regional agreement covers, with their mandates (覆盖企业名册及授权书; ZJ-CC 12, 26,
//! 29).

use law::Date;
use messages::Said;
use serde::{Deserialize, Serialize};

use super::paper::{filled, hold};
use super::{Chief, Header, Paper, Parties, Runs, Signed, Vote};
use crate::DataError;

/// The list; the parties are the employers' organisation and the industry or regional union.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageList {
    /// Title of the agreement.
    pub agreement: String,
    /// Area that it covers, in words.
    pub area: String,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Vote of the industry or regional congress, where it went that way (ZJ-CC 29).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub congress: Option<Vote>,
    /// The employers.
    pub firms: Vec<CoveredFirm>,
    /// Head of the paper; its date is the day on which the list was closed.
    pub header: Header,
    /// Industry or region.
    pub level: SectorLevel,
    /// What the employers empower their organisation to do.
    pub mandate: Mandate,
    /// The sides.
    pub parties: Parties,
    /// Signature of the organisation that keeps the list, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Workers of all the employers together.
    pub workers: u32,
}

/// Industry or region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectorLevel {
    /// 行业性
    Industry,
    /// 区域性
    Regional,
}

/// What the employers empower their organisation to do (ZJ-CC 12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// Chief representative of the employers' side.
    pub chief: Chief,
    /// First and last day; blank to fill where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<Runs>,
    /// What it may do.
    pub scope: Vec<String>,
}

/// An employer on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoveredFirm {
    /// How its workers adopted the agreement.
    pub adoption: Adoption,
    /// Day on which the employer confirmed, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub confirmed_on: Option<Date>,
    /// Its workers.
    pub headcount: u32,
    /// Legal representative; blank to fill where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_rep: Option<String>,
    /// Name.
    pub name: String,
    /// Whether it has a union.
    pub unionized: bool,
    /// Unified social credit code (GB 32100-2015).
    pub uscc: String,
}

/// How the workers of an employer adopted the agreement: one way or the other (ZJ-CC 29).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Adoption {
    /// By the congress of the industry or region.
    Sector,
    /// By its own congress or all-staff meeting.
    Own {
        /// The vote.
        vote: Vote,
    },
    /// Not yet.
    Pending,
}

impl Paper for CoverageList {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("firms", &self.firms)?;
        self.mandate.runs.map_or(Ok(()), |runs| runs.check("mandate.runs"))?;
        if let Some(vote) = &self.congress {
            vote.check("congress")?;
        }
        for (index, firm) in self.firms.iter().enumerate() {
            firm.check(&format!("firms[{index}]"), self.congress.is_some())?;
        }
        let sum: u64 = self.firms.iter().map(|firm| u64::from(firm.headcount)).sum();
        let said = || Said::new("doc-data-workers").arg("found", self.workers).arg("expected", sum);
        hold(sum == u64::from(self.workers), || "workers".to_owned(), said)
    }
}

impl CoveredFirm {
    /// A firm that follows the sector's vote needs that vote on the list.
    fn check(&self, place: &str, sector_voted: bool) -> Result<(), DataError> {
        match &self.adoption {
            Adoption::Sector => {
                hold(sector_voted, || format!("{place}.adoption"), || Said::new("doc-data-sector-vote"))
            }
            Adoption::Own { vote } => vote.check(&format!("{place}.adoption.vote")),
            Adoption::Pending => Ok(()),
        }
    }
}
