//! Everything brought up, and brought down in order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use law::rules::Profile;
use ledger::Digest;
use messages::{Catalogue, Said};
use negotiation::LawBook;
use store::{Chore, Dataset, Place, Ruleset, Store, StoreError, Writer, WriterOptions, WriterTask};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::config::{Config, ConfigError};
use crate::desk::{Clock, Desk};
use crate::further::Further;
use crate::http::{self, Door, connections};
use crate::jobs::{Jobs, MailError};
use crate::outgoing::{ReceiverError, Receivers};

/// Why the service doesn't come up.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An address is taken, or not of this machine.
    #[error("{address}: {error}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the machine says.
        error: std::io::Error,
    },
    /// The settings of a receiver.
    #[error("{name}: {what}")]
    Receiver {
        /// Its name.
        name: String,
        /// What is wrong.
        what: String,
    },
    /// The settings of mail.
    #[error("mail: {0}")]
    Mail(String),
    /// Another setting.
    #[error(transparent)]
    Config(#[from] ConfigError),
}

impl ServiceError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Store(error) => error.said(),
            Self::Listen { address, error } => Said::new("service-listen").arg("address", address).arg("what", error),
            Self::Receiver { name, what } => Said::new("service-receiver-settings").arg("name", name).arg("what", what),
            Self::Config(error) => error.said(),
            Self::Mail(what) => Said::new("service-mail-settings").arg("what", what),
        }
    }
}

impl From<ReceiverError> for ServiceError {
    fn from(ReceiverError { name, what }: ReceiverError) -> Self {
        Self::Receiver { name, what }
    }
}

impl From<MailError> for ServiceError {
    fn from(error: MailError) -> Self {
        Self::Mail(error.to_string())
    }
}

/// A service that isn't running yet.
pub struct Service {
    /// Where the instant comes from.
    pub clock: Clock,
    /// Its settings.
    pub config: Config,
    /// The law.
    pub book: Arc<LawBook>,
    /// Pages and jobs of the program.
    pub further: Further,
    /// The texts of all crates.
    pub texts: Arc<Catalogue>,
}

/// A running service.
#[derive(Debug)]
pub struct Running {
    /// Where requests are taken.
    pub address: SocketAddr,
    /// Where operators look.
    pub operators: SocketAddr,
    doors: JoinSet<()>,
    jobs: JoinSet<()>,
    stop: watch::Sender<bool>,
    store: Store,
    writer: WriterTask,
}

impl Service {
    /// Brings everything up; when this returns, requests are answered.
    ///
    /// # Errors
    /// See [`ServiceError`].
    pub async fn start(self) -> Result<Running, ServiceError> {
        let place: Place = self.config.database.parse()?;
        let store = Store::open_sealed(&place, self.config.boxes_seal()?).await?;
        let options = WriterOptions { queue: self.config.listen.max_waiting, ..WriterOptions::default() };
        let (writer, task) = store.writer(Arc::clone(&self.book) as Arc<dyn store::Decide>, options).await?;
        keep_law(&self.book, &writer).await?;
        let desk = Desk::new(store.clone(), writer, self.clock);
        let metrics = desk.metrics().clone();
        let receivers = Receivers::new(&self.config)?;
        let jobs = Jobs::new(desk.clone(), metrics.clone(), Arc::clone(&self.texts), receivers.clone(), &self.config)?;
        let token = self.config.token.as_ref().map(|token| Digest::sha256(token.as_bytes()));
        let door = Door { desk: desk.clone(), metrics, receivers, texts: self.texts, token };
        let (stop, stopped) = watch::channel(false);
        let mut doors = JoinSet::new();
        let pages = self.further.pages.map(|pages| pages(desk.clone()));
        let public = http::public(door.clone(), &self.config, pages);
        let (listen, patience) = (&self.config.listen, self.config.listen.timeout());
        let address = open(&mut doors, listen.address, public, patience, &stopped).await?;
        let operators = open(&mut doors, listen.operators, http::operators(door), patience, &stopped).await?;
        let mut jobs = jobs.start(&stopped);
        for job in self.further.jobs {
            jobs.spawn(job(desk.clone(), stopped.clone()));
        }
        tracing::info!(%place, %address, %operators, "serving");
        Ok(Running { address, operators, doors, jobs, stop, store, writer: task })
    }
}

impl Running {
    /// Stops in order: no new request is taken, those that run are answered, what they handed in is on the disk.
    pub async fn stop(self) {
        let Self { mut doors, mut jobs, stop, store, writer, .. } = self;
        let _ = stop.send(true);
        while doors.join_next().await.is_some() {}
        while jobs.join_next().await.is_some() {}
        writer.stopped().await;
        store.close().await;
        tracing::info!("stopped");
    }
}

/// Keeps the law that new cases will name, so that a bundle or a restored backup can be checked when the program has
/// long been replaced by a newer one. What is there already stays.
async fn keep_law(book: &LawBook, writer: &Writer) -> Result<(), StoreError> {
    for profile in [Profile::Cn, Profile::Zj, Profile::Hz, Profile::Nb] {
        if let Some((_, rules)) = book.current_rules(profile) {
            writer.chore(Chore::Ruleset(Ruleset { json: rules.to_json() })).await?;
        }
    }
    if let Some((_, data)) = book.current_data() {
        for (kind, _, bytes) in data.files() {
            let dataset = Dataset {
                confirmed_by: "release".to_owned(),
                json: bytes.to_vec(),
                kind: kind.word().to_owned(),
                loaded_by: "program".to_owned(),
            };
            writer.chore(Chore::Dataset(dataset)).await?;
        }
    }
    Ok(())
}

async fn open(
    doors: &mut JoinSet<()>,
    address: SocketAddr,
    router: Router,
    patience: Duration,
    stop: &watch::Receiver<bool>,
) -> Result<SocketAddr, ServiceError> {
    let listener = TcpListener::bind(address).await.map_err(|error| ServiceError::Listen { address, error })?;
    let bound = listener.local_addr().map_err(|error| ServiceError::Listen { address, error })?;
    doors.spawn(connections::serve(listener, router, patience, stop.clone()));
    Ok(bound)
}
