//! What was acknowledged, written down outside of the store before it counts.
//!
//! A line is one write to a file of its own: it outlives its process. A line that was cut short, because its process was
//! killed while it wrote, never counts; whoever writes next closes it with a mark.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use ledger::Digest;
use uuid::Uuid;

/// Ends a line that was cut short.
const CUT: &str = "~";

/// Where a worker writes.
#[derive(Debug)]
pub struct Journal(File);

/// An act whose receipt was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Acknowledged {
    /// Number of the case.
    pub number: u32,
    /// The act.
    pub act: Uuid,
    /// Hash of its record, as the receipt names it.
    pub hash: Digest,
}

/// What a journal says.
#[derive(Debug, Default)]
pub struct Lines {
    /// Receipts, in order.
    pub acknowledged: Vec<Acknowledged>,
    /// Acts that weren't recorded and were handed in again: what the store said.
    pub failed: Vec<String>,
    /// Answers that must never be given.
    pub wrong: Vec<String>,
}

impl Journal {
    /// Opens a journal to add to it.
    ///
    /// # Errors
    /// The file can't be opened, read or written.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut file = OpenOptions::new().append(true).read(true).create(true).open(path)?;
        let mut last = [b'\n'];
        if file.seek(SeekFrom::End(0))? > 0 {
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
        }
        let journal = Self(file);
        if last != *b"\n" {
            journal.line(&format!("{CUT}\n"))?;
        }
        Ok(journal)
    }

    /// Writes a receipt down.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn acknowledged(&self, it: Acknowledged) -> io::Result<()> {
        self.line(&format!("+ {} {} {}\n", it.number, it.act, it.hash))
    }

    /// Writes down that an act wasn't recorded and will be handed in again.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn failed(&self, what: &str) -> io::Result<()> {
        self.line(&format!("? {}\n", what.replace('\n', " ")))
    }

    /// Writes an answer down that must never be given.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn wrong(&self, what: &str) -> io::Result<()> {
        self.line(&format!("! {}\n", what.replace('\n', " ")))
    }

    fn line(&self, line: &str) -> io::Result<()> {
        (&self.0).write_all(line.as_bytes())
    }
}

/// Reads a journal bit by bit.
#[derive(Debug)]
pub struct Reader {
    at: u64,
    path: PathBuf,
}

impl Reader {
    /// A reader that begins at the beginning.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self { at: 0, path: path.to_owned() }
    }

    /// The lines that were added since.
    ///
    /// # Errors
    /// The file can't be read, or isn't a journal.
    pub fn more(&mut self) -> io::Result<Lines> {
        let mut lines = Lines::default();
        let mut file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(lines),
            Err(error) => return Err(error),
        };
        let mut text = String::new();
        file.seek(SeekFrom::Start(self.at))?;
        file.read_to_string(&mut text)?;
        let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
        self.at += whole.len() as u64;
        for line in whole.lines().filter(|line| !line.ends_with(CUT)) {
            match line.split_at_checked(2) {
                Some(("+ ", rest)) => lines.acknowledged.push(acknowledged(rest)?),
                Some(("? ", rest)) => lines.failed.push(rest.to_owned()),
                Some(("! ", rest)) => lines.wrong.push(rest.to_owned()),
                Some(_) | None => return Err(io::Error::other(format!("no line of a journal: {line}"))),
            }
        }
        Ok(lines)
    }
}

fn acknowledged(text: &str) -> io::Result<Acknowledged> {
    let mut words = text.split(' ');
    let (number, act, hash) = (words.next(), words.next(), words.next());
    let number = number.and_then(|word| word.parse().ok());
    let act = act.and_then(|word| word.parse().ok());
    let hash = hash.and_then(|word| word.parse().ok());
    match (number, act, hash) {
        (Some(number), Some(act), Some(hash)) => Ok(Acknowledged { number, act, hash }),
        (..) => Err(io::Error::other(format!("no receipt: {text}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_a_killed_process_left_never_counts_and_spoils_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let it = Acknowledged { number: 7, act: Uuid::from_u128(5), hash: Digest::sha256(b"x") };
        for cut in ["+", "+ 8 0000", "? bu"] {
            let (journal, mut reader) = (Journal::open(&path).unwrap(), Reader::new(&path));
            reader.more().unwrap();
            journal.line(cut).unwrap();
            assert!(reader.more().unwrap().acknowledged.is_empty());
            Journal::open(&path).unwrap().acknowledged(it).unwrap();
            let lines = reader.more().unwrap();
            assert_eq!((lines.acknowledged, lines.failed.len()), (vec![it], 0), "{cut}");
        }
    }

    #[test]
    fn a_line_that_was_cut_short_counts_only_once_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let (journal, mut reader) = (Journal::open(&path).unwrap(), Reader::new(&path));
        let it = Acknowledged { number: 7, act: Uuid::from_u128(5), hash: Digest::sha256(b"x") };
        journal.acknowledged(it).unwrap();
        journal.failed("busy\nagain").unwrap();
        journal.line("+ 8 0000").unwrap();
        let lines = reader.more().unwrap();
        assert_eq!((lines.acknowledged, lines.failed.len(), lines.wrong.len()), (vec![it], 1, 0));
        journal.line(&format!("0000-0000-0000-0000-000000000005 {}\n", it.hash)).unwrap();
        assert_eq!(reader.more().unwrap().acknowledged, [Acknowledged { number: 8, ..it }]);
        assert!(reader.more().unwrap().acknowledged.is_empty());
    }
}
