//! The boxes of open ballots, on a connection of their own.
//!
//! A box is one row whose value has a fixed size and is in the order of the tokens, so that what is stored says nothing of
//! when or after whom a ballot came. Ballots that come while another is on its way to the disk are written together. Where
//! the database keeps what was replaced, all of it is sealed (`seal.rs`).

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex as Held, PoisonError};

use ::ballot::{BallotBox, Entry, Put};
use sqlx::{AssertSqlSafe, Connection as _};
use tokio::sync::{Mutex, oneshot};
use uuid::Uuid;

use super::dialect::{self, Connection, Place};
use crate::patience::in_time;
use crate::{BoxKey, BoxSeal, Cast, Hidden, StoreError};

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

const CLOSED: &str = "
    select ballot_id
    from ballot_box
    where sealed
";

const ANY: &str = "
    select count(*)
    from ballot_box
";

/// Names of the columns, as they are sealed.
const CELLS: &str = "ballot_box.cells";
const SECRET: &str = "ballot_box.secret";
const SALT: &str = "ballot_box.salt";

/// How often something is tried where another process is in the way, or where the connection is cut.
const TRIES: u32 = 4;

/// Cells, secret, salt, and whether the box is closed.
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
    /// Under which all of a box is sealed; `None` where it lies open.
    seal: Option<BoxSeal>,
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
    pub(crate) fn at(place: Arc<Place>, seal: Option<BoxSeal>) -> Self {
        Self { connection: Mutex::new(None), keys: Held::default(), place, seal, waiting: Held::default() }
    }

    /// Whether boxes are sealed.
    pub(crate) const fn seals(&self) -> bool {
        self.seal.is_some()
    }

    /// What is written into a column.
    fn sealed(&self, ballot: Uuid, column: &'static str, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        self.seal.as_ref().map_or_else(|| Ok(bytes.to_vec()), |seal| seal.seal(ballot, column, bytes))
    }

    /// What a column says. One that was written before boxes were sealed is as long as what is in it.
    fn opened(
        &self,
        ballot: Uuid,
        column: &'static str,
        stored: Vec<u8>,
        is_plain: bool,
    ) -> Result<Vec<u8>, StoreError> {
        if is_plain {
            return Ok(stored);
        }
        match &self.seal {
            Some(seal) => seal.open(ballot, column, &stored),
            None => Err(StoreError::BoxSealed { column }),
        }
    }

    pub(crate) async fn close(&self) {
        if let Some(connection) = self.connection.lock().await.take() {
            // What was answered is on the disk.
            let _ = connection.close().await;
        }
    }

    pub(crate) async fn put_up(&self, ballot: Uuid, key: &BoxKey, voters: u32) -> Result<(), StoreError> {
        let cells = self.sealed(ballot, CELLS, BallotBox::empty(voters).bytes())?;
        let (secret, salt) = (self.sealed(ballot, SECRET, &key.secret.0)?, self.sealed(ballot, SALT, &key.salt.0)?);
        let (cells, secret, salt) = (&cells, &secret, &salt);
        self.tried(|mut connection| async move {
            let query = sqlx::query(PUT_UP).bind(ballot).bind(cells).bind(secret).bind(salt).bind(false);
            query.execute(&mut connection).await?;
            Ok((connection, ()))
        })
        .await
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
        self.tried(|mut connection| async move {
            let found = self.found(&mut connection, ballot).await?;
            Ok((connection, found))
        })
        .await
    }

    /// In a task of its own: somebody who goes away takes nobody else's ballot along.
    pub(crate) async fn cast(self: &Arc<Self>, ballot: Uuid, entry: Entry) -> Result<Cast, StoreError> {
        let urn = Arc::clone(self);
        let cast = async move { in_time(dialect::WAIT_FOR_ANSWER, urn.cast_now(ballot, entry)).await };
        tokio::spawn(cast).await.map_err(|_| StoreError::Panicked)?
    }

    async fn cast_now(&self, ballot: Uuid, entry: Entry) -> Result<Cast, StoreError> {
        let (answer, mut answered) = oneshot::channel();
        self.queue().push(Waiting { answer, ballot, entry });
        let mut held = self.connection.lock().await;
        if let Ok(cast) = answered.try_recv() {
            return Ok(cast);
        }
        let mut together: BTreeMap<Uuid, Vec<Waiting>> = BTreeMap::new();
        for waiting in std::mem::take(&mut *self.queue()) {
            together.entry(waiting.ballot).or_default().push(waiting);
        }
        for (ballot, waiting) in together {
            let entries: Vec<Entry> = waiting.iter().map(|waiting| waiting.entry).collect();
            let entries = &entries;
            let put = |mut connection| async move {
                let casts = self.put(&mut connection, ballot, entries).await?;
                Ok((connection, casts))
            };
            let casts = self.tried_on(&mut held, put).await?;
            for (waiting, cast) in waiting.into_iter().zip(casts) {
                // Whoever asked may be gone.
                let _ = waiting.answer.send(cast);
            }
        }
        answered.try_recv().map_err(|_| StoreError::Unreachable)
    }

    pub(crate) async fn seal(&self, ballot: Uuid) -> Result<Option<(BoxKey, BallotBox)>, StoreError> {
        self.keys().remove(&ballot);
        let seal = |mut connection| async move {
            // Whoever can't open it doesn't close it.
            self.found(&mut connection, ballot).await?;
            sqlx::query(SEAL).bind(ballot).bind(true).execute(&mut connection).await?;
            let found = self.found(&mut connection, ballot).await?;
            Ok((connection, found))
        };
        let found = self.tried(seal).await?;
        Ok(found.map(|found| (found.key, found.full)))
    }

    /// Boxes that are closed and not destroyed. Where there never was a box, nothing is made to look into.
    pub(crate) async fn closed(&self) -> Result<Vec<Uuid>, StoreError> {
        if !dialect::has_urn(&self.place) {
            return Ok(Vec::new());
        }
        self.tried(|mut connection| async move {
            let closed = sqlx::query_scalar(CLOSED).fetch_all(&mut connection).await?;
            Ok((connection, closed))
        })
        .await
    }

    pub(crate) async fn destroy(&self, ballot: Uuid) -> Result<(), StoreError> {
        self.keys().remove(&ballot);
        // A box that went at an attempt whose answer was lost is gone all the same.
        let gone = &AtomicBool::new(false);
        self.tried(|mut connection| async move {
            let destroyed = sqlx::query(DESTROY).bind(ballot).execute(&mut connection).await?.rows_affected() > 0;
            let was_gone = gone.fetch_or(destroyed, Ordering::Relaxed);
            let left: i64 = sqlx::query_scalar(ANY).fetch_one(&mut connection).await?;
            if (destroyed || was_gone) && left == 0 {
                for statement in dialect::EMPTY_URN {
                    sqlx::query(AssertSqlSafe(*statement)).execute(&mut connection).await?;
                }
            }
            Ok((connection, ()))
        })
        .await
    }

    /// Does something on the connection, again where another process was in the way or the connection was cut: whatever is
    /// done here can be done twice.
    async fn tried<T, F>(&self, work: impl FnMut(Connection) -> F) -> Result<T, StoreError>
    where
        F: Future<Output = Result<(Connection, T), StoreError>>,
    {
        self.tried_on(&mut *self.connection.lock().await, work).await
    }

    /// The same, for whoever holds the connection. Whoever gives up meanwhile leaves none, and so drops what was begun.
    async fn tried_on<T, F>(
        &self,
        held: &mut Option<Connection>,
        mut work: impl FnMut(Connection) -> F,
    ) -> Result<T, StoreError>
    where
        F: Future<Output = Result<(Connection, T), StoreError>>,
    {
        let mut tries = TRIES;
        loop {
            let connection = self.connected(held.take()).await?;
            match work(connection).await {
                Ok((connection, done)) => {
                    *held = Some(connection);
                    return Ok(done);
                }
                Err(error) if tries > 1 && (error.is_transient() || error.is_gone()) => tries -= 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// The connection, or a new one.
    async fn connected(&self, held: Option<Connection>) -> Result<Connection, StoreError> {
        if let Some(connection) = held {
            return Ok(connection);
        }
        let mut connection = dialect::connect(dialect::urn_options(&self.place)).await?;
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

    /// Puts ballots into a box. What became of each, once that is on the disk.
    async fn put(&self, connection: &mut Connection, ballot: Uuid, entries: &[Entry]) -> Result<Vec<Cast>, StoreError> {
        sqlx::query(AssertSqlSafe(dialect::BEGIN_URN)).execute(&mut *connection).await?;
        let found = self.found(connection, ballot).await?.filter(|found| !found.sealed);
        let Some(Found { mut full, .. }) = found else {
            sqlx::query(AssertSqlSafe(dialect::COMMIT)).execute(connection).await?;
            return Ok(entries.iter().map(|_| Cast::Closed).collect());
        };
        let answers: Vec<Put> = entries.iter().map(|entry| full.put(entry)).collect();
        let query = sqlx::query(SET_CELLS).bind(ballot).bind(self.sealed(ballot, CELLS, full.bytes())?);
        query.execute(&mut *connection).await?;
        sqlx::query(AssertSqlSafe(dialect::COMMIT)).execute(connection).await?;
        let count = full.count();
        Ok(answers.into_iter().map(|put| Cast::Open { put, count }).collect())
    }

    async fn found(&self, connection: &mut Connection, ballot: Uuid) -> Result<Option<Found>, StoreError> {
        let query = sqlx::query_as(AssertSqlSafe(dialect::LOCKED_BOX)).bind(ballot);
        let Some((cells, secret, salt, sealed)): Option<Row> = query.fetch_optional(connection).await? else {
            return Ok(None);
        };
        let is_plain = cells.len().is_multiple_of(BallotBox::empty(1).bytes().len());
        let cells = self.opened(ballot, CELLS, cells, is_plain)?;
        let full = BallotBox::stored(cells)
            .map_err(|_| StoreError::Value { column: CELLS, found: "another length".to_owned() })?;
        let [secret, salt] = [(SECRET, secret), (SALT, salt)].map(|(column, stored)| {
            let is_plain = stored.len() == 32;
            super::read::bytes32(column, &self.opened(ballot, column, stored, is_plain)?)
        });
        Ok(Some(Found { full, key: BoxKey { secret: Hidden(secret?), salt: Hidden(salt?) }, sealed }))
    }
}
