//! What a side says among itself.

use law::time::Moment;
use negotiation::Side;
use uuid::Uuid;

use super::{Store, page};
use crate::{CaucusNote, Hidden, StoreError};

pub(crate) const NOTES: &str = "
    select id, account_id, at_ms, text
    from caucus_note
    where case_id = $1 and side = $2 and (at_ms, id) < ($3, $4)
    order by at_ms desc, id desc
    limit $5
";

impl Store {
    /// See [`crate::Store::caucus`].
    pub(crate) async fn caucus(
        &self,
        case: Uuid,
        side: Side,
        before: Option<(Moment, Uuid)>,
        limit: u32,
    ) -> Result<Vec<CaucusNote>, StoreError> {
        let (at, id) = before.map_or((i64::MAX, Uuid::max()), |(at, id)| (at.millis(), id));
        let query = sqlx::query_as(NOTES).bind(case).bind(side.name()).bind(at).bind(id).bind(page(limit));
        let rows: Vec<(Uuid, Uuid, i64, Option<String>)> = query.fetch_all(&mut *self.reader().await?).await?;
        let note = |(id, account, at, text): (Uuid, Uuid, i64, Option<String>)| CaucusNote {
            case,
            side,
            id,
            account,
            at: Moment::from_millis(at),
            text: text.map(Hidden),
        };
        Ok(rows.into_iter().map(note).collect())
    }
}
