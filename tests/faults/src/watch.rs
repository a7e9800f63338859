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

/// How many files, sockets included, a process has open.
///
/// # Errors
/// There is no such process.
pub fn handles(process: u32) -> io::Result<usize> {
    Ok(fs::read_dir(format!("/proc/{process}/fd"))?.count())
}
