//! Everything brought up, and brought down in order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use ledger::Digest;
use messages::{Catalogue, Said};
use negotiation::LawBook;
use store::{Place, Store, StoreError, WriterOptions, WriterTask};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::config::Config;
use crate::desk::{Clock, Desk};
use crate::further::Further;
use crate::http::{self, Door, connections};
use crate::jobs::{Jobs, MailError};
use crate::metrics::Metrics;

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
    /// The settings of mail.
    #[error("mail: {0}")]
    Mail(String),
}

impl ServiceError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Store(error) => error.said(),
            Self::Listen { address, error } => Said::new("service-listen").arg("address", address).arg("what", error),
            Self::Mail(what) => Said::new("service-mail-settings").arg("what", what),
        }
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
        let store = Store::open(&place).await?;
        let (writer, task) = store.writer(self.book, WriterOptions::default()).await?;
        let desk = Desk::new(store.clone(), writer, self.clock);
        let metrics = Metrics::new();
        let mail = self.config.mail.as_ref();
        let jobs = Jobs::new(desk.clone(), metrics.clone(), Arc::clone(&self.texts), mail, self.config.tick())?;
        let token = Digest::sha256(self.config.token.as_bytes());
        let door = Door { desk: desk.clone(), metrics, texts: self.texts, token };
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
