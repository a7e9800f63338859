//! How somebody wants to be reminded.

use uuid::Uuid;

use super::Connection;
use crate::{Notice, StoreError};

pub(crate) const PUT_NOTICE: &str = "
    insert into notice_choice (account_id, choice)
    values ($1, $2)
    on conflict (account_id) do update set choice = excluded.choice
";

/// Keeps a choice in place of the one before.
pub(crate) async fn put(connection: &mut Connection, account: Uuid, notice: Notice) -> Result<bool, StoreError> {
    let query = sqlx::query(PUT_NOTICE).bind(account).bind(notice.name());
    Ok(query.execute(connection).await?.rows_affected() > 0)
}
