//! What a side says among itself.

use super::Connection;
use crate::{CaucusChore, StoreError};

pub(crate) const SAY: &str = "
    insert into caucus_note (case_id, side, id, account_id, at_ms, text)
    values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing
";

pub(crate) const ERASE_NOTE: &str = "
    update caucus_note
    set erased_at_ms = $1, text = null
    where case_id = $2 and side = $3 and id = $4 and account_id = $5 and erased_at_ms is null
";

/// Does one chore about notes. Gives whether it changed anything.
pub(crate) async fn run(connection: &mut Connection, chore: &CaucusChore) -> Result<bool, StoreError> {
    let query = match chore {
        CaucusChore::Say(note) => {
            let query = sqlx::query(SAY).bind(note.case).bind(note.side.name()).bind(note.id).bind(note.account);
            query.bind(note.at.millis()).bind(note.text.as_ref().map(|text| text.0.clone()))
        }
        CaucusChore::Erase { case, side, id, account, at } => {
            sqlx::query(ERASE_NOTE).bind(at.millis()).bind(*case).bind(side.name()).bind(*id).bind(*account)
        }
    };
    Ok(query.execute(connection).await?.rows_affected() > 0)
}
