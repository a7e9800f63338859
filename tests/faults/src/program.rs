//! The program as its operator starts it: `serve` with a configuration; told to stop, or killed.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use serde_json::Value;

use crate::crowd::TOKEN;
use crate::process::{Life, until};

/// As many seconds as `deploy/xinxieshang.service` gives the program before it is killed.
const PATIENCE: u32 = 60;

/// A configuration on a database file, with free ports, and quick jobs.
#[must_use]
pub fn configuration(database: &Path) -> String {
    format!(
        "database = \"{}\"\ntoken = \"{TOKEN}\"\ntick_ms = 200\n\
        [listen]\naddress = \"127.0.0.1:0\"\noperators = \"127.0.0.1:0\"\n",
        database.display()
    )
}

/// A running server.
#[derive(Debug)]
pub struct Program {
    /// Where it takes requests.
    pub address: SocketAddr,
    /// Where its operators look.
    pub operators: SocketAddr,
    life: Life,
    log: PathBuf,
}

impl Program {
    /// Starts it; when this returns, requests are answered. Its log is in a file that is made new.
    ///
    /// # Errors
    /// It ends instead, with what it said.
    pub fn serve(program: &Path, config: &Path, environment: &[(&str, &OsStr)], log: &Path) -> io::Result<Self> {
        let arguments = [OsStr::new("serve"), OsStr::new("--config"), config.as_os_str()];
        let mut life = Life::start_logged(program, &arguments, environment, log)?;
        let mut ports = None;
        until("a server", || {
            let said = fs::read_to_string(log)?;
            if let Some(status) = life.ended()? {
                return Err(io::Error::other(format!("{status}: {said}")));
            }
            ports = said.lines().find_map(serving);
            Ok(ports.is_some())
        })?;
        let (address, operators) = ports.ok_or_else(|| io::Error::other("no ports"))?;
        Ok(Self { address, operators, life, log: log.to_owned() })
    }

    /// Everything that it said on its error stream so far.
    ///
    /// # Errors
    /// The file can't be read.
    pub fn log(&self) -> io::Result<String> {
        fs::read_to_string(&self.log)
    }

    /// Kills it where it stands.
    ///
    /// # Errors
    /// It had ended by itself.
    pub fn kill(self) -> io::Result<()> {
        self.life.kill()
    }

    /// Tells it to stop, and waits for its end. Gives all that it said.
    ///
    /// # Errors
    /// It takes longer than its operator's system waits.
    pub fn stop(self) -> io::Result<(ExitStatus, String)> {
        let status = self.life.stop(PATIENCE)?;
        Ok((status, fs::read_to_string(&self.log)?))
    }
}

/// The ports, where a line of the log tells them.
fn serving(line: &str) -> Option<(SocketAddr, SocketAddr)> {
    let line: Value = serde_json::from_str(line).ok()?;
    let port = |name: &str| line[name].as_str()?.parse().ok();
    (line["message"] == "serving").then_some(())?;
    Some((port("address")?, port("operators")?))
}
