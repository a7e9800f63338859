//! A demonstration that anybody can start: a made-up county with cases at many stages, a clock that can be moved forward,
//! one SQLite file in a folder of the user.
//!
//! The cases are handed in by the same commands that users give, from scenario files that are built into the program;
//! their papers are made by the press while the server runs. Everything in them is made up and says so.

pub mod accounts;
pub mod clock;
mod folder;
mod law;
pub mod people;
mod seed;
mod tour;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ::accounts::AccountError;
use ::law::dataset::DatasetError;
use ::law::time::Moment;
use negotiation::LawBookError;
use store::StoreError;

use crate::play::PlayError;
use crate::scenario::ScenarioError;
use clock::Hands;
pub use folder::Folder;
pub use people::{DemoPerson, Role};
pub use seed::{Seed, scenarios};

/// Where the demonstration's clock starts.
pub const START: &str = "2026-05-13T10:00:00+08:00";

/// Why the demonstration can't be set up.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A scenario is damaged.
    #[error("{key}: {error}")]
    Scenario {
        /// Which.
        key: &'static str,
        /// Why.
        error: Box<ScenarioError>,
    },
    /// A scenario ended in another way than it says.
    #[error("{key}: {error}")]
    Play {
        /// Which.
        key: &'static str,
        /// Why.
        error: Box<PlayError>,
    },
    /// An account can't be made.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The scenarios' data sets don't go together.
    #[error(transparent)]
    Data(#[from] DatasetError),
    /// The law's data is damaged.
    #[error(transparent)]
    Law(#[from] LawBookError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another process has the folder.
    #[error("{0} is in use")]
    InUse(PathBuf),
    /// The disk failed.
    #[error("{path}: {source}")]
    Disk {
        /// Where.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// A demonstration that is set up.
pub struct Demo {
    /// The law with the data of all made-up regions.
    pub book: Arc<negotiation::LawBook>,
    /// The clock.
    pub clock: Arc<Hands>,
    /// The folder, held by this process.
    pub folder: Folder,
    /// Who acts in the cases.
    pub persons: Vec<DemoPerson>,
    /// Nine steps of a negotiation, each at somebody's screen.
    pub tour: Vec<Role>,
}

impl Demo {
    /// Sets a demonstration up in a folder: anew where there is none or `reset` says so, as it was left otherwise.
    ///
    /// # Errors
    /// See [`DemoError`].
    pub async fn open(path: &Path, reset: bool) -> Result<Self, DemoError> {
        let folder = Folder::open(path)?;
        if reset {
            folder.clear()?;
        }
        let seeds = scenarios()?;
        let book = Arc::new(law::book(&seeds)?);
        let start = start();
        if !folder.is_ready() {
            folder.clear()?;
            seed::fill(&folder.unfinished(), &seeds, &book, start).await?;
            folder.finish()?;
        }
        let clock = Arc::new(Hands::open(&folder.clock(), start)?);
        let persons = people::of(&seeds);
        let tour = tour::tour(&seeds, &persons);
        Ok(Self { book, clock, folder, persons, tour })
    }
}

/// Where the clock starts.
#[must_use]
pub fn start() -> Moment {
    START.parse().unwrap_or(Moment::from_millis(0))
}

fn disk(path: &Path) -> impl FnOnce(std::io::Error) -> DemoError {
    let path = path.to_owned();
    move |source| DemoError::Disk { path, source }
}
