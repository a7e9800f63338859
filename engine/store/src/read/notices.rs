//! How somebody wants to be reminded.

use uuid::Uuid;

use super::Store;
use crate::{Notice, StoreError};

pub(crate) const NOTICE: &str = "
    select choice
    from notice_choice
    where account_id = $1
";

impl Store {
    /// See [`crate::Store::notice`].
    pub(crate) async fn notice(&self, account: Uuid) -> Result<Notice, StoreError> {
        let query = sqlx::query_scalar(NOTICE).bind(account);
        let choice: Option<String> = query.fetch_optional(&mut *self.reader().await?).await?;
        let Some(choice) = choice else { return Ok(Notice::default()) };
        Notice::named(&choice).ok_or(StoreError::Value { column: "notice_choice.choice", found: choice })
    }
}
