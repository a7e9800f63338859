//! What comes first on the home of somebody, by what they are: an office's queue or region, a side's next last days.

use accounts::access::Right;

use crate::desk::{admits, queue};
use crate::home::Row;
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

/// Last days that are shown before the list of cases.
const MOST: usize = 5;

/// A last day that a side has to keep.
pub(crate) struct Owed {
    pub(crate) case: uuid::Uuid,
    pub(crate) employer: String,
    pub(crate) text: String,
    pub(crate) urgency: crate::room::Urgency,
}

/// What comes first.
pub(crate) struct Today {
    /// Last days of the visitor's own side, the nearest first; `None` for somebody of no side.
    pub(crate) owed: Option<Vec<Owed>>,
    /// What waits for the bureau.
    pub(crate) queue: Option<queue::Counts>,
    /// The visitor sees to a region.
    pub(crate) region: bool,
}

impl Today {
    /// Takes from the cases what the visitor's side owes in them.
    pub(crate) async fn of(site: &Site, visitor: &Visitor, cases: &[Row]) -> Result<Self, Trouble> {
        let queue = match admits(visitor, Right::SeeQueue) {
            true => Some(queue::counts(site, visitor).await?),
            false => None,
        };
        let region = admits(visitor, Right::SeeRegion);
        let sided = cases.iter().any(|row| row.sided) && !region;
        Ok(Self { owed: sided.then(|| owed(cases)), queue, region })
    }
}

fn owed(cases: &[Row]) -> Vec<Owed> {
    let mut all: Vec<(law::Date, Owed)> = Vec::new();
    for row in cases {
        for (due, urgency, text) in &row.own {
            let owed =
                Owed { case: row.case, employer: row.employer.clone(), text: text.clone(), urgency: urgency.clone() };
            all.push((*due, owed));
        }
    }
    all.sort_by_key(|(due, owed)| (*due, owed.case));
    all.into_iter().map(|(_, owed)| owed).take(MOST).collect()
}
