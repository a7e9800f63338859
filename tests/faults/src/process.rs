//! A worker as a process of its own, killed at instants that nobody chose.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::Duration;

use ledger::Digest;

/// Lets a process have as many files open as the system allows, then becomes it: the number of the process stays.
const UNLIMITED: &str = "ulimit -n \"$(ulimit -Hn)\" 2>/dev/null; exec \"$0\" \"$@\"";

/// A program that may have as many files open as the system allows.
#[must_use]
pub fn unlimited(program: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", UNLIMITED]).arg(program);
    command
}

/// Lets this process have as many files open as the system allows, with a tool that every Linux has.
///
/// # Errors
/// There is no such tool, or the system doesn't allow it.
pub fn unlimit() -> io::Result<()> {
    const OWN: &str = "most=\"$(ulimit -Hn)\"; exec prlimit --pid \"$PPID\" --nofile=\"$most:$most\"";
    let status = Command::new("sh").args(["-c", OWN]).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other("too few files may be open")) }
}

/// A running worker; it is killed when this is dropped.
#[derive(Debug)]
pub struct Life {
    child: Child,
}

impl Life {
    /// Starts a worker with these arguments, and these values in its environment.
    ///
    /// # Errors
    /// The program can't be started.
    pub fn start(worker: &Path, arguments: &[&OsStr], environment: &[(&str, &OsStr)]) -> io::Result<Self> {
        let mut command = unlimited(worker);
        command.args(arguments).envs(environment.iter().copied()).stdin(Stdio::null());
        Ok(Self { child: command.spawn()? })
    }

    /// The same, with its error stream in a file that is made new, and nothing of ours in its settings.
    ///
    /// # Errors
    /// The program can't be started, or the file not made.
    pub fn start_logged(
        program: &Path,
        arguments: &[&OsStr],
        environment: &[(&str, &OsStr)],
        log: &Path,
    ) -> io::Result<Self> {
        let mut command = unlimited(program);
        command.env_remove("DATABASE_URL").env_remove("RUST_LOG");
        command.args(arguments).envs(environment.iter().copied()).stdin(Stdio::null());
        Ok(Self { child: command.stdout(Stdio::null()).stderr(File::create(log)?).spawn()? })
    }

    /// How it ended, if it has.
    ///
    /// # Errors
    /// The system doesn't say.
    pub fn ended(&mut self) -> io::Result<Option<ExitStatus>> {
        self.child.try_wait()
    }

    /// Tells it to stop, as an operator's system does, and waits for its end.
    ///
    /// # Errors
    /// It is still there after so many seconds, which is the time that a system gives before it kills.
    pub fn stop(mut self, seconds: u32) -> io::Result<ExitStatus> {
        Command::new("kill").arg("-TERM").arg(self.id().to_string()).status()?;
        for _ in 0..seconds * 100 {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            sleep(Duration::from_millis(10));
        }
        Err(io::Error::other(format!("still there after {seconds} s")))
    }

    /// Kills it where it stands, without any chance to tidy up.
    ///
    /// # Errors
    /// It had ended by itself.
    pub fn kill(mut self) -> io::Result<()> {
        if let Some(status) = self.child.try_wait()? {
            return Err(io::Error::other(format!("the worker ended by itself: {status}")));
        }
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    /// Number of the process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A number below `limit` that follows from a name and a number, and looks like none in particular.
#[must_use]
pub fn drawn(name: &str, number: u64, limit: u64) -> u64 {
    let digest = Digest::sha256(format!("{name} {number}").as_bytes());
    let bytes: [u8; 8] = std::array::from_fn(|place| digest.as_bytes()[place]);
    u64::from_be_bytes(bytes) % limit.max(1)
}

/// Waits for a while that nobody chose, some milliseconds at least and so many at most.
pub fn pause(name: &str, number: u64, most: u64) {
    sleep(Duration::from_micros(5_000 + drawn(name, number, most * 1_000)));
}

/// Waits until something holds.
///
/// # Errors
/// It doesn't hold after two minutes, or can't be asked.
pub fn until(what: &str, mut holds: impl FnMut() -> io::Result<bool>) -> io::Result<()> {
    for _ in 0..24_000 {
        if holds()? {
            return Ok(());
        }
        sleep(Duration::from_millis(5));
    }
    Err(io::Error::other(format!("never came: {what}")))
}
