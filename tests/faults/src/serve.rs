//! The whole service as a process of its own, with a clock that the driver moves: it stands in a file.

use std::fs;
use std::future::pending;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use accounts::Accounts;
use law::time::Moment;
use messages::Catalogue;
use negotiation::LawBook;
use pages::{House, Site};
use service::{Config, ConfigError, Desk, Further, Pages, Service, ServiceError};

use crate::cases::Cases;

/// Whether a service has the pages of the program as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rooms {
    /// With them.
    All,
    /// The door for acts alone.
    Door,
}

/// Why a service can't be started, or asked.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The law.
    #[error(transparent)]
    Law(#[from] model::random::Fault),
    /// The service.
    #[error(transparent)]
    Service(#[from] ServiceError),
    /// The settings.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A file.
    #[error(transparent)]
    File(#[from] io::Error),
    /// The texts.
    #[error("texts: {0}")]
    Texts(String),
}

/// Runs a service until the process is killed. Its ports stand in the file `ports` once it takes requests.
///
/// # Errors
/// See [`ServeError`].
pub async fn run(rooms: Rooms, config: &Path, clock: PathBuf, ports: &Path) -> Result<(), ServeError> {
    let config = Config::read(&fs::read_to_string(config)?)?;
    let texts = Catalogue::new(&[
        law::MESSAGES,
        negotiation::MESSAGES,
        timeline::MESSAGES,
        store::MESSAGES,
        service::MESSAGES,
        accounts::MESSAGES,
        ballot::MESSAGES,
        pages::MESSAGES,
    ]);
    let texts = Arc::new(texts.map_err(|error| ServeError::Texts(format!("{error:?}")))?);
    let book = Cases::new()?.book();
    let last = AtomicI64::new(read_clock(&clock)?);
    let clock = Arc::new(move || {
        let now = read_clock(&clock).unwrap_or_else(|_| last.load(Ordering::SeqCst));
        last.store(now, Ordering::SeqCst);
        Moment::from_millis(now)
    });
    let further = match rooms {
        Rooms::All => Further { jobs: Vec::new(), pages: Some(site(Arc::clone(&book), Arc::clone(&texts))) },
        Rooms::Door => Further::default(),
    };
    let running = Service { clock, config, book, further, texts }.start().await?;
    whole(ports, &format!("{} {}", running.address, running.operators))?;
    pending().await
}

/// The pages, without a demonstration's people.
fn site(book: Arc<LawBook>, texts: Arc<Catalogue>) -> Pages {
    Box::new(move |desk: Desk| {
        let accounts = Accounts::new(desk.clone());
        pages::router(Site { accounts, book, demo: None, desk, house: House::default(), texts })
    })
}

fn read_clock(path: &Path) -> io::Result<i64> {
    fs::read_to_string(path)?.trim().parse().map_err(|_| io::Error::other("no instant"))
}

/// Sets the clock of a service.
///
/// # Errors
/// The file can't be written.
pub fn set_clock(path: &Path, now: Moment) -> io::Result<()> {
    whole(path, &now.millis().to_string())
}

/// The ports of a running service: acts, operators. None where it isn't up yet.
///
/// # Errors
/// The file can't be read.
pub fn read_ports(path: &Path) -> io::Result<Option<(SocketAddr, SocketAddr)>> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        text => text?,
    };
    let (address, operators) = text.split_once(' ').ok_or_else(|| io::Error::other("no ports"))?;
    let port = |text: &str| text.parse().map_err(|_| io::Error::other("no port"));
    Ok(Some((port(address)?, port(operators)?)))
}

/// Writes a file that others see whole or not at all.
fn whole(path: &Path, text: &str) -> io::Result<()> {
    let beside = path.with_extension("new");
    fs::write(&beside, text)?;
    fs::rename(beside, path)
}
