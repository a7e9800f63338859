//! How long something took, and what a process holds.

use std::fs;
use std::io;
use std::time::Instant;

/// Runs from the moment at which it is made.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "a measurement reads a clock; nothing is decided by it")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Microseconds since.
    #[must_use]
    pub fn micros(self) -> u64 {
        u64::try_from(self.0.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}

/// One of a hundred parts of sorted figures; 0 where there are none.
#[must_use]
pub fn percentile(sorted: &[u64], part: usize) -> u64 {
    sorted.get(sorted.len().saturating_sub(1) * part / 100).copied().unwrap_or(0)
}

/// Memory of a process in use, in kilobytes.
///
/// # Errors
/// There is no such process.
pub fn memory(process: u32) -> io::Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.ok_or_else(|| io::Error::other("no VmRSS"))
}

/// What a process has open.
#[derive(Clone, Copy, Debug)]
pub struct Handles {
    /// Files of the database: as many as its connections need, which are opened when they are first wanted.
    pub database: u64,
    /// Everything else, sockets included.
    pub others: u64,
}

/// What a process has open. Files whose path begins with `database` are the database's.
///
/// # Errors
/// There is no such process.
pub fn handles(process: u32, database: &str) -> io::Result<Handles> {
    let mut found = Handles { database: 0, others: 0 };
    for entry in fs::read_dir(format!("/proc/{process}/fd"))? {
        // One that is closed meanwhile leads nowhere.
        let Ok(path) = fs::read_link(entry?.path()) else { continue };
        let of_it = path.as_os_str().as_encoded_bytes().starts_with(database.as_bytes());
        *(if of_it { &mut found.database } else { &mut found.others }) += 1;
    }
    Ok(found)
}
