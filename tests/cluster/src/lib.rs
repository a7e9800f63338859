//! PostgreSQL clusters of one's own for tests and measurements: started, killed, restarted, followed by a standby.
//!
//! Each lives in a folder of its own and listens on a socket in it, never on the network. A keeper process holds it; when
//! whoever asked for it is gone, even by a crash, the server stops and the folder goes away.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

const KEEPER: &str = include_str!("keeper.sh");

/// Where Debian keeps the servers, one folder a version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Why there is no cluster.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// The programs aren't installed.
    #[error("PostgreSQL isn't installed: no postgres under {DEBIAN} (Debian's package is postgresql)")]
    NotInstalled,
    /// The machine failed.
    #[error(transparent)]
    Machine(#[from] io::Error),
    /// The keeper couldn't do what it was told.
    #[error("{word}: {log}")]
    Refused {
        /// What it was told.
        word: String,
        /// The end of the server's log.
        log: String,
    },
}

/// How safely a cluster writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sync {
    /// To the disk at each commit, as in service.
    Disk,
    /// To the operating system only: for tests that don't ask what a power failure leaves.
    Memory,
}

/// A running cluster.
#[derive(Debug)]
pub struct Cluster {
    answers: BufReader<ChildStdout>,
    folder: TempDir,
    keeper: Child,
    orders: Option<ChildStdin>,
}

impl Cluster {
    /// A new cluster with one superuser `postgres`, running.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn start(sync: Sync) -> Result<Self, ClusterError> {
        Self::start_with(sync, &[], &[])
    }

    /// The same with further settings (`name=value`), in an environment with further values. A library that
    /// `SERVER_PRELOAD` names is loaded into the server, and not into the programs that prepare its folder; it is told the
    /// folder of the data as `POWERLOSS_DIR`, or the part of it that `SERVER_WATCHED` names.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn start_with(sync: Sync, settings: &[&str], environment: &[(&str, &Path)]) -> Result<Self, ClusterError> {
        let mut cluster = Self::keep(sync, settings, environment)?;
        cluster.tell("create")?;
        cluster.tell("start")?;
        Ok(cluster)
    }

    /// The same, where every commit waits for the standby of this name ([`Cluster::standby`]): until that one runs, no
    /// commit ends.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn start_followed(sync: Sync, name: &str) -> Result<Self, ClusterError> {
        let mut cluster = Self::keep(sync, &[&format!("synchronous_standby_names={name}")], &[])?;
        cluster.tell("create")?;
        cluster.tell("start")?;
        Ok(cluster)
    }

    /// A standby that follows this cluster, running. `name` is what the primary calls it.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn standby(&self, sync: Sync, name: &str) -> Result<Self, ClusterError> {
        let mut cluster = Self::keep(sync, &[&format!("cluster_name={name}")], &[])?;
        let primary = self.folder.path().display().to_string();
        cluster.tell_with("follow", &primary)?;
        cluster.tell("start")?;
        Ok(cluster)
    }

    /// The address of a database of this cluster.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        let folder = self.folder.path().display().to_string().replace('/', "%2F");
        format!("postgres://postgres@{folder}/{database}")
    }

    /// Where its socket, its log and its data (folder `data`) are.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What the server has logged.
    #[must_use]
    pub fn log(&self) -> String {
        std::fs::read(self.folder.path().join("log")).map_or_else(|_| String::new(), |bytes| lossy(&bytes))
    }

    /// Runs statements as the superuser, by PostgreSQL's own client: each a transaction of its own unless they say
    /// otherwise. Gives the values, a row a line.
    ///
    /// # Errors
    /// What the server says to the first that fails.
    pub fn sql(&self, database: &str, statements: &str) -> Result<String, ClusterError> {
        let mut command = Command::new(programs().ok_or(ClusterError::NotInstalled)?.join("psql"));
        command.arg("-h").arg(self.folder.path()).args(["-U", "postgres", "-XqAt", "-v", "ON_ERROR_STOP=1"]);
        let mut client = command.args(["-d", database]).stdin(Stdio::piped()).stdout(Stdio::piped());
        client = client.stderr(Stdio::piped());
        let mut client = client.spawn()?;
        if let Some(mut input) = client.stdin.take() {
            input.write_all(statements.as_bytes())?;
        }
        let output = client.wait_with_output()?;
        if output.status.success() {
            return Ok(lossy(&output.stdout).trim().to_owned());
        }
        Err(ClusterError::Refused { word: statements.to_owned(), log: lossy(&output.stderr) })
    }

    /// From now on the clock of a database shows what it is told, to connections that are made from now on.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn take_clock(&self, database: &str, millis: i64) -> Result<(), ClusterError> {
        self.set_clock(millis)?;
        let file = self.folder.path().join("clock");
        let statements = format!(
            "create function public.clock_timestamp() returns timestamptz volatile language sql as $$
                select pg_catalog.to_timestamp(pg_catalog.pg_read_file('{}')::double precision / 1000) $$;
            alter database {database} set search_path = public, pg_catalog",
            file.display()
        );
        self.sql(database, &statements).map(drop)
    }

    /// Sets the clock that was taken, in milliseconds since 1970.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn set_clock(&self, millis: i64) -> Result<(), ClusterError> {
        let file = self.folder.path().join("clock");
        let beside = file.with_extension("new");
        std::fs::write(&beside, millis.to_string())?;
        Ok(std::fs::rename(beside, file)?)
    }

    /// Makes a database.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn create_database(&mut self, name: &str) -> Result<(), ClusterError> {
        self.tell_with("database", name)
    }

    /// Kills the server with all its connections, as a crash would. When this returns, none of its processes is left.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn kill(&mut self) -> Result<(), ClusterError> {
        self.tell("kill")?;
        // A killed server leaves children that still hold its memory; they notice within a moment.
        let data = self.folder.path().join("data");
        for _ in 0..1_000 {
            if inhabitants(&data)?.is_empty() {
                return Ok(());
            }
            sleep(Duration::from_millis(10));
        }
        Err(ClusterError::Refused { word: "kill".to_owned(), log: "its children live on".to_owned() })
    }

    /// Starts the server again after [`Cluster::kill`] or [`Cluster::stop`].
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn start_again(&mut self) -> Result<(), ClusterError> {
        self.tell("start")
    }

    /// Stops the server in order, breaking its connections off.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn stop(&mut self) -> Result<(), ClusterError> {
        self.tell("stop")
    }

    /// Makes a standby the one that writes.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn promote(&mut self) -> Result<(), ClusterError> {
        self.tell("promote")
    }

    /// Stops the server and all its processes where they stand: connections stay, and nobody answers on them.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn freeze(&self) -> Result<(), ClusterError> {
        self.signal("-STOP")
    }

    /// Lets the server go on after [`Cluster::freeze`].
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn thaw(&self) -> Result<(), ClusterError> {
        self.signal("-CONT")
    }

    fn signal(&self, name: &str) -> Result<(), ClusterError> {
        // A second time for what was begun while the first was under way.
        for _ in 0..2 {
            for process in inhabitants(&self.folder.path().join("data"))? {
                // It may be gone by now.
                Command::new("kill").arg(name).arg(process).stderr(Stdio::null()).status()?;
            }
        }
        Ok(())
    }

    fn keep(sync: Sync, settings: &[&str], environment: &[(&str, &Path)]) -> Result<Self, ClusterError> {
        let programs = programs().ok_or(ClusterError::NotInstalled)?;
        let folder = tempfile::Builder::new().prefix("pg").tempdir()?;
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER, "keeper"]).arg(folder.path()).arg(programs).arg(user()?);
        command.arg("-k").arg(folder.path()).args(["-c", "listen_addresses=", "-c", "max_connections=200"]);
        if sync == Sync::Memory {
            command.args(["-c", "fsync=off"]);
        }
        for setting in settings {
            command.args(["-c", setting]);
        }
        command.envs(environment.iter().copied());
        let mut keeper = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let orders = keeper.stdin.take();
        let answers = keeper.stdout.take().ok_or_else(|| io::Error::other("no output"))?;
        Ok(Self { answers: BufReader::new(answers), folder, keeper, orders })
    }

    fn tell(&mut self, word: &'static str) -> Result<(), ClusterError> {
        self.tell_with(word, "")
    }

    fn tell_with(&mut self, word: &'static str, rest: &str) -> Result<(), ClusterError> {
        if let Some(orders) = &mut self.orders {
            writeln!(orders, "{word} {rest}")?;
        }
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        if answer.trim() == "ok" {
            return Ok(());
        }
        let log = self.log();
        let lines: Vec<&str> = log.lines().rev().take(12).collect();
        let log = lines.into_iter().rev().collect::<Vec<_>>().join("\n");
        Err(ClusterError::Refused { word: word.to_owned(), log })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // The keeper's input ends; it stops the server and removes the folder. A frozen one wouldn't hear of it.
        let _ = self.thaw();
        drop(self.orders.take());
        let _ = self.keeper.wait();
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The numbers of the processes that work in a folder.
fn inhabitants(folder: &Path) -> io::Result<Vec<OsString>> {
    let processes = std::fs::read_dir("/proc")?.flatten();
    let own = processes.filter(|it| std::fs::read_link(it.path().join("cwd")).is_ok_and(|cwd| cwd == folder));
    Ok(own.map(|it| it.file_name()).collect())
}

/// The newest installed version's programs.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir(Path::new(DEBIAN)).ok()?.flatten().map(|entry| entry.path().join("bin"));
    let number = |path: &PathBuf| path.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
    versions.filter(|path| path.join("postgres").exists()).max_by_key(number)
}

/// The user to become: PostgreSQL doesn't run as root.
fn user() -> io::Result<String> {
    let own = String::from_utf8_lossy(&Command::new("id").arg("-u").output()?.stdout).trim().to_owned();
    if own != "0" {
        return Ok(String::new());
    }
    let known = Command::new("id").args(["-u", "postgres"]).output()?.status.success();
    Ok(if known { "postgres" } else { "nobody" }.to_owned())
}
