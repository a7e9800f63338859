//! The store, on whichever database it is.

use std::sync::Arc;

use law::time::Moment;
use ledger::Digest;
use negotiation::Head;
use uuid::Uuid;

use crate::{
    AttachmentLine, BoxSeal, CaseFile, CaseFilter, CaseLine, Dataset, Decide, Document, DocumentLine, DutyCursor,
    DutyLine, Place, Ruleset, StoreError, StoredPerson, StoredRecord, Template, Writer, WriterOptions, WriterTask,
    postgres, sqlite,
};

/// A store of cases. Cheap to clone; every clone shares the readers' connections.
///
/// Reading goes through this handle. Writing goes through [`crate::Writer`], which owns the one connection that writes.
/// All methods fail where the database fails, or where a row doesn't hold what its columns say.
#[derive(Clone, Debug)]
pub struct Store(Dialect);

#[derive(Clone, Debug)]
enum Dialect {
    Sqlite(sqlite::Store),
    Postgres(postgres::Store),
}

/// The same call on either dialect; a server that is silent isn't waited for.
macro_rules! on {
    ($self:expr, $store:ident => $call:expr) => {
        match $self.0 {
            Dialect::Sqlite(ref $store) => $call.await,
            Dialect::Postgres(ref $store) => crate::patience::in_time(crate::patience::ANSWER, $call).await,
        }
    };
}

mod accounts;
mod ballots;
mod caucus;
mod challenges;
mod notices;
mod outbox;
mod people;

impl Store {
    /// Opens a store. A file is created where there is none and its tables are brought up to date; a server's tables
    /// must be up to date already ([`migrate`]).
    ///
    /// # Errors
    /// The file can't be opened or isn't a database; the server can't be reached, or its tables are older than this
    /// program. Tables of a newer one are fine.
    pub async fn open(place: &Place) -> Result<Self, StoreError> {
        Self::open_sealed(place, None).await
    }

    /// The same, with the boxes of ballots sealed under a key that isn't in the database.
    ///
    /// # Errors
    /// See [`Store::open`].
    pub async fn open_sealed(place: &Place, seal: Option<BoxSeal>) -> Result<Self, StoreError> {
        Ok(Self(match place {
            Place::File(path) => Dialect::Sqlite(sqlite::Store::open(path.clone(), seal).await?),
            Place::Server(options) => Dialect::Postgres(postgres::Store::open((**options).clone(), seal).await?),
        }))
    }

    /// Whether what is stored of an open ballot says nothing to whoever has all files of the database: a box in a file of
    /// its own keeps nothing that was replaced, a server does.
    #[must_use]
    pub fn keeps_boxes_secret(&self) -> bool {
        match &self.0 {
            Dialect::Sqlite(store) => store.keeps_boxes_secret(),
            Dialect::Postgres(store) => store.keeps_boxes_secret(),
        }
    }

    /// Waits for readers to finish and closes their connections.
    pub async fn close(self) {
        match self.0 {
            Dialect::Sqlite(store) => store.close().await,
            Dialect::Postgres(store) => store.close().await,
        }
    }

    /// Starts a writer. One a process is enough and best; several don't harm each other.
    ///
    /// # Errors
    /// The database can't be opened for writing.
    pub async fn writer(
        &self,
        decide: Arc<dyn Decide>,
        options: WriterOptions,
    ) -> Result<(Writer, WriterTask), StoreError> {
        on!(self, store => store.writer(decide, options))
    }

    /// The time by the database's clock; `None` on a file, which has none of its own.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn now(&self) -> Result<Option<Moment>, StoreError> {
        on!(self, store => store.now())
    }

    /// A page of cases, newest opening first, after the case `after` (`None` for the first page).
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn cases(
        &self,
        filter: &CaseFilter,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<CaseLine>, StoreError> {
        on!(self, store => store.cases(filter, after, limit))
    }

    /// One case's line; `None` where there is no such case.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn case(&self, case: Uuid) -> Result<Option<CaseLine>, StoreError> {
        on!(self, store => store.case(case))
    }

    /// Reads a whole case; `None` where there is no such case. The chain isn't checked here: that is the verifier's
    /// business, with code of its own.
    ///
    /// # Errors
    /// See [`Store`]; or something that a record names isn't there.
    pub async fn case_file(&self, case: Uuid) -> Result<Option<CaseFile>, StoreError> {
        on!(self, store => store.case_file(case))
    }

    /// The newest record of a case; `None` where the case has none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn head(&self, case: Uuid) -> Result<Option<Head>, StoreError> {
        on!(self, store => store.head(case))
    }

    /// A page of a case's records, oldest first, after sequence `after` (0 for the first page).
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn records_after(&self, case: Uuid, after: u64, limit: u32) -> Result<Vec<StoredRecord>, StoreError> {
        on!(self, store => store.records_after(case, after, limit))
    }

    /// A page of record hashes that the Merkle log hasn't taken up, after the given case and sequence, in key order.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn pending_leaves(
        &self,
        after: Option<(Uuid, u64)>,
        limit: u32,
    ) -> Result<Vec<(Uuid, u64, Digest)>, StoreError> {
        on!(self, store => store.pending_leaves(after, limit))
    }

    /// A page of open duties due at or before an instant, earliest first, after `after` (`None` for the first page).
    /// Provisional ones are among them: nothing is struck on such a date, but staff want to see it.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn duties_due(
        &self,
        by: Moment,
        after: Option<&DutyCursor>,
        limit: u32,
    ) -> Result<Vec<DutyLine>, StoreError> {
        on!(self, store => store.duties_due(by, after, limit))
    }

    /// A page of one case's duties in the order of their ids, after the duty `after` (empty for the first page).
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn duties_of(&self, case: Uuid, after: &str, limit: u32) -> Result<Vec<DutyLine>, StoreError> {
        on!(self, store => store.duties_of(case, after, limit))
    }

    /// What is open or overdue in the cases of a region (see [`CaseFilter::Region`]), case by case in the order of their
    /// ids, for the cases after `after` (`None` for the first page). A page ends with a whole case; an empty one is the
    /// last.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn duties_in(&self, region: &str, after: Option<Uuid>, limit: u32) -> Result<Vec<DutyLine>, StoreError> {
        on!(self, store => store.duties_in(region, after, limit))
    }

    /// A page of a case's persons by id, after the given one; a person whose fields were corrected stands there once
    /// for each version.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn persons_of(
        &self,
        case: Uuid,
        after: Option<&StoredPerson>,
        limit: u32,
    ) -> Result<Vec<StoredPerson>, StoreError> {
        on!(self, store => store.persons_of(case, after, limit))
    }

    /// A page of a case's documents by number and version, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn documents_of(
        &self,
        case: Uuid,
        after: Option<&DocumentLine>,
        limit: u32,
    ) -> Result<Vec<DocumentLine>, StoreError> {
        on!(self, store => store.documents_of(case, after, limit))
    }

    /// Data and PDF of a document; `None` where there is no such document, or it was erased.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn document(&self, case: Uuid, number: &str, version: u32) -> Result<Option<Document>, StoreError> {
        on!(self, store => store.document(case, number, version))
    }

    /// A page of a case's attachments by hash, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn attachments_of(
        &self,
        case: Uuid,
        after: Option<&AttachmentLine>,
        limit: u32,
    ) -> Result<Vec<AttachmentLine>, StoreError> {
        on!(self, store => store.attachments_of(case, after, limit))
    }

    /// The bytes of an attachment; `None` where there is no such attachment, or it was erased.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn attachment(&self, case: Uuid, sha256: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        on!(self, store => store.attachment(case, sha256))
    }

    /// The rule edition with this hash.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ruleset(&self, hash: Digest) -> Result<Option<Ruleset>, StoreError> {
        on!(self, store => store.ruleset(hash))
    }

    /// The data set with this hash.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn dataset(&self, hash: Digest) -> Result<Option<Dataset>, StoreError> {
        on!(self, store => store.dataset(hash))
    }

    /// The template with this hash of its bytes.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn template(&self, sha256: Digest) -> Result<Option<Template>, StoreError> {
        on!(self, store => store.template(sha256))
    }
}

/// Brings the tables of a store up to date, as their owner.
///
/// # Errors
/// The database can't be reached; a migration fails.
pub async fn migrate(place: &Place) -> Result<(), StoreError> {
    match place {
        Place::File(path) => sqlite::dialect::migrate(path).await,
        Place::Server(options) => postgres::dialect::migrate(options).await,
    }
}

/// Gives a role of a PostgreSQL server what the application needs, and takes everything else: it can add records, and
/// neither change nor remove them. A file has no roles.
///
/// # Errors
/// The database can't be reached; there is no such role.
pub async fn grant(place: &Place, role: &str) -> Result<(), StoreError> {
    match place {
        Place::File(_) => Ok(()),
        Place::Server(options) => postgres::grant(options, role).await,
    }
}

/// The peer to measure against: one durable row a commit, with nothing decided, linked or projected.
pub mod bench {
    use super::{Place, StoreError, postgres, sqlite};

    /// A connection like the writer's, to a table that only the measurement uses. Meant for a scratch database.
    pub struct BareInsert(Dialect);

    enum Dialect {
        Sqlite(sqlite::bench::BareInsert),
        Postgres(postgres::bench::BareInsert),
    }

    impl BareInsert {
        /// Opens a store and adds the table.
        ///
        /// # Errors
        /// The database can't be opened.
        pub async fn open(place: &Place) -> Result<Self, StoreError> {
            Ok(Self(match place {
                Place::File(path) => Dialect::Sqlite(sqlite::bench::BareInsert::open(path).await?),
                Place::Server(options) => Dialect::Postgres(postgres::bench::BareInsert::open(options).await?),
            }))
        }

        /// Inserts the same bytes `count` times, each in a commit of its own.
        ///
        /// # Errors
        /// The database fails.
        pub async fn run(&mut self, bytes: &[u8], count: u32) -> Result<(), StoreError> {
            match &mut self.0 {
                Dialect::Sqlite(bare) => bare.run(bytes, count).await,
                Dialect::Postgres(bare) => bare.run(bytes, count).await,
            }
        }

        /// Closes the connection.
        ///
        /// # Errors
        /// The database fails.
        pub async fn close(self) -> Result<(), StoreError> {
            match self.0 {
                Dialect::Sqlite(bare) => bare.close().await,
                Dialect::Postgres(bare) => bare.close().await,
            }
        }
    }
}
