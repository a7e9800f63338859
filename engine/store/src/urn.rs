//! The boxes of open ballots, on a connection of their own.
//!
//! A box is one row whose value has a fixed size and is in the order of the tokens, so that what is stored says nothing of
//! when or after whom a ballot came. Ballots that come while another is on its way to the disk are written together.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex as Held, PoisonError};

use ::ballot::{BallotBox, Entry, Put};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _};
use tokio::sync::{Mutex, oneshot};
use uuid::Uuid;

use super::dialect::{self, Connection, Place};
use crate::{BoxKey, Cast, Hidden, StoreError};

const PUT_UP: &str = "
    insert into ballot_box (ballot_id, cells, secret, salt, sealed)
    values ($1, $2, $3, $4, $5)
    on conflict do nothing
";

const SET_CELLS: &str = "
    update ballot_box
    set cells = $2
    where ballot_id = $1
";

const SEAL: &str = "
    update ballot_box
    set sealed = $2
    where ballot_id = $1
";

const DESTROY: &str = "
    delete from ballot_box
    where ballot_id = $1
";

const ANY: &str = "
    select count(*)
    from ballot_box
";

/// Cells, secret, salt, sealed.
type Row = (Vec<u8>, Vec<u8>, Vec<u8>, bool);

/// A ballot that waits for its turn.
struct Waiting {
    answer: oneshot::Sender<Cast>,
    ballot: Uuid,
    entry: Entry,
}

/// All boxes.
pub(crate) struct Urn {
    connection: Mutex<Option<Connection>>,
    /// Keys of boxes that were open when they were last looked at.
    keys: Held<BTreeMap<Uuid, BoxKey>>,
    place: Arc<Place>,
    waiting: Held<Vec<Waiting>>,
}

impl std::fmt::Debug for Urn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Urn")
    }
}

/// A box as it was found.
struct Found {
    full: BallotBox,
    key: BoxKey,
    sealed: bool,
}

impl Urn {
    pub(crate) fn at(place: Arc<Place>) -> Self {
        Self { connection: Mutex::new(None), keys: Held::default(), place, waiting: Held::default() }
    }

    pub(crate) async fn close(&self) {
        if let Some(connection) = self.connection.lock().await.take() {
            // What was answered is on the disk.
            let _ = connection.close().await;
        }
    }

    pub(crate) async fn put_up(&self, ballot: Uuid, key: &BoxKey, voters: u32) -> Result<(), StoreError> {
        let mut held = self.connection.lock().await;
        let mut connection = self.connected(held.take()).await?;
        let query = sqlx::query(PUT_UP).bind(ballot).bind(BallotBox::empty(voters).bytes().to_vec());
        let query = query.bind(key.secret.0.to_vec()).bind(key.salt.0.to_vec()).bind(false);
        query.execute(&mut connection).await?;
        *held = Some(connection);
        Ok(())
    }

    pub(crate) async fn key(&self, ballot: Uuid) -> Result<Option<BoxKey>, StoreError> {
        if let Some(key) = self.keys().get(&ballot) {
            return Ok(Some(key.clone()));
        }
        let key = self.look(ballot).await?.filter(|found| !found.sealed).map(|found| found.key);
        if let Some(key) = &key {
            self.keys().insert(ballot, key.clone());
        }
        Ok(key)
    }

    pub(crate) async fn count(&self, ballot: Uuid) -> Result<usize, StoreError> {
        Ok(self.look(ballot).await?.map_or(0, |found| found.full.count()))
    }

    async fn look(&self, ballot: Uuid) -> Result<Option<Found>, StoreError> {
        let mut held = self.connection.lock().await;
        let mut connection = self.connected(held.take()).await?;
        let found = found(&mut connection, ballot).await?;
        *held = Some(connection);
        Ok(found)
    }

    /// In a task of its own: somebody who goes away takes nobody else's ballot along.
    pub(crate) async fn cast(self: &Arc<Self>, ballot: Uuid, entry: Entry) -> Result<Cast, StoreError> {
        let urn = Arc::clone(self);
        tokio::spawn(async move { urn.cast_now(ballot, entry).await }).await.map_err(|_| StoreError::Panicked)?
    }

    async fn cast_now(&self, ballot: Uuid, entry: Entry) -> Result<Cast, StoreError> {
        let (answer, mut answered) = oneshot::channel();
        self.queue().push(Waiting { answer, ballot, entry });
        let mut held = self.connection.lock().await;
        if let Ok(cast) = answered.try_recv() {
            return Ok(cast);
        }
        let mut connection = self.connected(held.take()).await?;
        let mut together: BTreeMap<Uuid, Vec<Waiting>> = BTreeMap::new();
        for waiting in std::mem::take(&mut *self.queue()) {
            together.entry(waiting.ballot).or_default().push(waiting);
        }
        for (ballot, waiting) in together {
            put(&mut connection, ballot, waiting).await?;
        }
        *held = Some(connection);
        answered.try_recv().map_err(|_| StoreError::Unreachable)
    }

    pub(crate) async fn seal(&self, ballot: Uuid) -> Result<Option<(BoxKey, BallotBox)>, StoreError> {
        self.keys().remove(&ballot);
        let mut held = self.connection.lock().await;
        let mut connection = self.connected(held.take()).await?;
        sqlx::query(SEAL).bind(ballot).bind(true).execute(&mut connection).await?;
        let found = found(&mut connection, ballot).await?;
        *held = Some(connection);
        Ok(found.map(|found| (found.key, found.full)))
    }

    pub(crate) async fn destroy(&self, ballot: Uuid) -> Result<(), StoreError> {
        self.keys().remove(&ballot);
        let mut held = self.connection.lock().await;
        let mut connection = self.connected(held.take()).await?;
        let gone = sqlx::query(DESTROY).bind(ballot).execute(&mut connection).await?.rows_affected() > 0;
        let left: i64 = sqlx::query_scalar(ANY).fetch_one(&mut connection).await?;
        if gone && left == 0 {
            for statement in dialect::EMPTY_URN {
                sqlx::query(AssertSqlSafe(*statement)).execute(&mut connection).await?;
            }
        }
        *held = Some(connection);
        Ok(())
    }

    /// The connection, or a new one. Whoever fails while it is out leaves none, and so drops what was begun.
    async fn connected(&self, held: Option<Connection>) -> Result<Connection, StoreError> {
        if let Some(connection) = held {
            return Ok(connection);
        }
        let mut connection = dialect::urn_options(&self.place).connect().await?;
        if let Some(statement) = dialect::CREATE_URN {
            sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await?;
        }
        Ok(connection)
    }

    fn keys(&self) -> std::sync::MutexGuard<'_, BTreeMap<Uuid, BoxKey>> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn queue(&self) -> std::sync::MutexGuard<'_, Vec<Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts all ballots that wait for one box into it, and answers when they are on the disk.
async fn put(connection: &mut Connection, ballot: Uuid, waiting: Vec<Waiting>) -> Result<(), StoreError> {
    sqlx::query(AssertSqlSafe(dialect::BEGIN_URN)).execute(&mut *connection).await?;
    let found = found(connection, ballot).await?.filter(|found| !found.sealed);
    if let Some(Found { mut full, .. }) = found {
        let answers: Vec<Put> = waiting.iter().map(|waiting| full.put(&waiting.entry)).collect();
        let query = sqlx::query(SET_CELLS).bind(ballot).bind(full.bytes().to_vec());
        query.execute(&mut *connection).await?;
        sqlx::query(AssertSqlSafe(dialect::COMMIT)).execute(&mut *connection).await?;
        let count = full.count();
        for (waiting, put) in waiting.into_iter().zip(answers) {
            // Whoever asked may be gone.
            let _ = waiting.answer.send(Cast::Open { put, count });
        }
        return Ok(());
    }
    sqlx::query(AssertSqlSafe(dialect::COMMIT)).execute(&mut *connection).await?;
    for waiting in waiting {
        let _ = waiting.answer.send(Cast::Closed);
    }
    Ok(())
}

async fn found(connection: &mut Connection, ballot: Uuid) -> Result<Option<Found>, StoreError> {
    let query = sqlx::query_as(AssertSqlSafe(dialect::LOCKED_BOX)).bind(ballot);
    let Some((cells, secret, salt, sealed)): Option<Row> = query.fetch_optional(connection).await? else {
        return Ok(None);
    };
    let damaged = |column| move |_| StoreError::Value { column, found: "another length".to_owned() };
    let full = BallotBox::stored(cells).map_err(damaged("ballot_box.cells"))?;
    let secret = super::read::bytes32("ballot_box.secret", &secret)?;
    let salt = super::read::bytes32("ballot_box.salt", &salt)?;
    Ok(Some(Found { full, key: BoxKey { secret: Hidden(secret), salt: Hidden(salt) }, sealed }))
}
