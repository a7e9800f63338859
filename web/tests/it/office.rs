//! A place where the server is started, again and again, on one database.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use cluster::Cluster;
use faults::cases::Cases;
use faults::door::Clients;
use faults::examine::Tally;
use faults::program::{Program, configuration};
use negotiation::LawBook;
use store::{Place, Store};
use tempfile::TempDir;

/// Clients at a time.
const CLIENTS: u32 = 16;

pub(crate) struct Office {
    pub(crate) clients: Clients,
    pub(crate) folder: TempDir,
    /// Named by the environment where it isn't the configuration's.
    url: Option<String>,
}

impl Office {
    /// On a database file, which the configuration names.
    pub(crate) fn file() -> Self {
        Self::new(None)
    }

    /// On a database of a cluster, which the environment names; the configuration names a file all the same.
    pub(crate) async fn server(cluster: &Cluster) -> Self {
        let url = cluster.url("postgres");
        store::migrate(&url.parse().unwrap()).await.unwrap();
        Self::new(Some(url))
    }

    fn new(url: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("config.toml"), configuration(&folder.path().join("store.sqlite"))).unwrap();
        Self { clients: Clients::begin(&Cases::new().unwrap(), CLIENTS), folder, url }
    }

    /// The database file of the configuration.
    pub(crate) fn file_path(&self) -> PathBuf {
        self.folder.path().join("store.sqlite")
    }

    pub(crate) fn place(&self) -> Place {
        self.url.as_ref().map_or_else(|| Place::File(self.file_path()), |url| url.parse().unwrap())
    }

    /// Starts the server, and sends the clients there.
    pub(crate) fn opens(&self) -> Program {
        let program = self.starts();
        self.clients.served_at(Some(program.address));
        program
    }

    /// Starts the server, and tells nobody.
    pub(crate) fn starts(&self) -> Program {
        let binary = env!("CARGO_BIN_EXE_xinxieshang").as_ref();
        let environment: Vec<(&str, &OsStr)> = self.url.iter().map(|url| ("DATABASE_URL", url.as_ref())).collect();
        let [config, log] = ["config.toml", "log"].map(|name| self.folder.path().join(name));
        Program::serve(binary, &config, &environment, &log).unwrap()
    }

    /// Looks, while no server runs, whether everything is there that was acknowledged. Gives how many acts are recorded of
    /// which nobody was told.
    pub(crate) async fn looks(&self) -> usize {
        self.clients.served_at(None);
        self.clients.settle().await.unwrap();
        let store = Store::open(&self.place()).await.unwrap();
        let untold = self.clients.look(&store).await.unwrap();
        store.close().await;
        untold
    }

    /// Lets the clients come to an end at a server, tells that one to stop, compares everything, and prints the line.
    pub(crate) async fn ends(mut self, program: Program, name: &str) -> Tally {
        self.clients.end().await;
        let (status, log) = program.stop().unwrap();
        assert!(status.success(), "{status}: {log}");
        let store = Store::open(&self.place()).await.unwrap();
        let tally = self.clients.finish(&store, &LawBook::builtin().unwrap()).await.unwrap();
        store.close().await;
        println!("{name}: {tally}");
        assert!(tally.is_sound() && tally.untold == 0, "{tally}: {:?}", tally.wrong);
        tally
    }
}
