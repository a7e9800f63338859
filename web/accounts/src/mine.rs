//! "My cases": what somebody's standings list, as one list.

use std::collections::BTreeMap;

use store::CaseLine;
use uuid::Uuid;

use crate::{AccountError, Accounts, Mine, Signed};

impl Accounts {
    /// A page of the cases in which somebody may speak, newest opening first, after the case `after` (`None` for the first
    /// page). Empty where there are no more.
    ///
    /// # Errors
    /// The database.
    pub async fn cases_of(
        &self,
        signed: &Signed,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<CaseLine>, AccountError> {
        let before = after.unwrap_or(Uuid::max());
        let mut found: BTreeMap<Uuid, CaseLine> = BTreeMap::new();
        for mine in signed.filters() {
            match (&mine, mine.filter()) {
                (Mine::Case(case), _) if *case < before => {
                    found.extend(self.store().case(*case).await?.map(|line| (line.case, line)));
                }
                (_, Some(filter)) => {
                    let lines = self.store().cases(&filter, after, limit).await?;
                    found.extend(lines.into_iter().map(|line| (line.case, line)));
                }
                (_, None) => {}
            }
        }
        let newest_first = found.into_values().rev();
        Ok(newest_first.take(usize::try_from(limit).unwrap_or(usize::MAX)).collect())
    }
}
