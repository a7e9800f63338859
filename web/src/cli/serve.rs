//! `serve`: the server, until it is told to stop.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use documents::Typesetter;
use messages::{Catalogue, Said};
use negotiation::LawBook;
use pages::House;
use serde_json::json;
use service::{Config, Further, Running, Service};
use tokio::runtime::Builder;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing_subscriber::filter::LevelFilter;

use super::answer::{Answer, Failure};
use super::{Common, files};
use crate::catalogue::{self, say};
use crate::{clock, press, site};

/// Most bytes of a configuration.
const MAX_CONFIG: u64 = 100_000;

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[arg(short, long)]
    config: PathBuf,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Serve) -> Result<Answer, Failure> {
    let config = configuration(&args.config)?;
    log(LevelFilter::INFO);
    let book = Arc::new(LawBook::builtin().map_err(|error| failed(&error))?);
    let texts = Arc::new(Catalogue::new(&catalogue::FILES).map_err(|error| failed(&error))?);
    let typesetter = typesetter()?;
    let jobs = vec![press::job(Arc::clone(&book), typesetter, false)];
    let pages = site::real(Arc::clone(&book), Arc::clone(&texts), House::from(&config));
    let further = Further { jobs, pages: Some(pages) };
    let service = Service { clock: Arc::new(clock::now), config, book, further, texts };
    let runtime = Builder::new_multi_thread().enable_all().build().map_err(|error| failed(&error))?;
    runtime.block_on(until_told(service))
}

/// A configuration from its file; where the environment names a database, that one.
pub(super) fn configuration(path: &Path) -> Result<Config, Failure> {
    let bytes = files::read(path, MAX_CONFIG)?;
    let mut config = Config::read(&String::from_utf8_lossy(&bytes)).map_err(|error| Failure::usage(error.said()))?;
    if let Some(database) = database() {
        config.database = database;
    }
    Ok(config)
}

/// The database that the environment names.
#[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
pub(super) fn database() -> Option<String> {
    std::env::var("DATABASE_URL").ok().filter(|url| !url.is_empty())
}

/// Log lines as JSON on the error stream, one event a line; `RUST_LOG` says how many.
pub(super) fn log(level: LevelFilter) {
    let level = tracing_subscriber::EnvFilter::builder().with_default_directive(level.into()).from_env_lossy();
    let lines = tracing_subscriber::fmt().json().flatten_event(true).with_span_list(false).with_env_filter(level);
    // A second subscriber in one process is refused; the first goes on.
    let _ = lines.with_writer(std::io::stderr).try_init();
}

/// The typesetter, with the fonts that papers are set in.
pub(super) fn typesetter() -> Result<Arc<Typesetter>, Failure> {
    let folders = documents::DEFAULT_FONT_DIRS.map(PathBuf::from);
    Ok(Arc::new(Typesetter::new(&folders).map_err(|error| Failure::usage(error.said()))?))
}

async fn until_told(service: Service) -> Result<Answer, Failure> {
    let terminate = terminate()?;
    let running = service.start().await.map_err(|error| Failure::usage(error.said()))?;
    let (address, operators) = (running.address, running.operators);
    tell(&Said::new("cli-serve-started").arg("address", address).arg("operators", operators));
    serve_until_told(running, terminate).await?;
    let text = say(&Said::new("cli-serve-stopped"));
    Ok(Answer::good(text, json!({ "address": address.to_string(), "operators": operators.to_string() })))
}

/// Listens for being told to stop, from before anything is served: otherwise whoever is told early would just die.
pub(super) fn terminate() -> Result<Signal, Failure> {
    signal(SignalKind::terminate()).map_err(|error| failed(&error))
}

/// Serves until the process is told to stop, and stops in order.
pub(super) async fn serve_until_told(running: Running, mut terminate: Signal) -> Result<(), Failure> {
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    tell(&Said::new("cli-serve-stopping"));
    tracing::info!("stopping");
    running.stop().await;
    Ok(())
}

/// Says something to whoever sits before the server. A log that is kept is JSON alone.
fn tell(said: &Said) {
    if std::io::stderr().is_terminal() {
        eprintln!("{}", say(said));
    }
}

pub(super) fn failed(error: &dyn std::fmt::Display) -> Failure {
    Failure::usage(Said::new("cli-serve-failed").arg("what", error))
}
