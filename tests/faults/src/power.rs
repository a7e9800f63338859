//! A power failure: a folder is set back to what a disk could hold, from the log that `tests/powerloss` writes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::process::drawn;

/// What reached the disk of that which wasn't flushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Nothing.
    Nothing,
    /// Some of the writes, and names up to some moment, drawn by this number: a disk writes in the order it likes.
    Some(u64),
}

/// What a power failure did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Changes that the processes made.
    pub changes: usize,
    /// Writes that were lost.
    pub writes: usize,
    /// Names of files that were lost, or came back.
    pub names: usize,
}

const MAGIC: u32 = 0x706f_7765;
const HEADER: usize = 48;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Write,
    Cut,
    Flush,
    FlushFolder,
    Create,
    Remove,
    Rename,
}

#[derive(Debug)]
struct Entry<'a> {
    kind: Kind,
    inode: u64,
    offset: u64,
    size: u64,
    number: u64,
    path: PathBuf,
    data: &'a [u8],
}

/// Sets a folder back. Nobody may have it open. `log` and `trash` are emptied.
///
/// # Errors
/// A file can't be read or written, or the log isn't one.
pub fn cut(folder: &Path, log: &Path, trash: &Path, reached: Reached) -> io::Result<Cut> {
    let bytes = fs::read(log)?;
    let entries = entries(&bytes)?;
    let lasting = lasting(&entries);
    let files = files(&[folder, trash])?;
    let unnamed = (0..entries.len()).filter(|at| !lasting.contains(at) && entries[*at].is_name()).count();
    let mut names_left = match reached {
        Reached::Nothing => unnamed,
        Reached::Some(number) => {
            let all = u64::try_from(unnamed).unwrap_or(u64::MAX);
            usize::try_from(drawn("names", number, all + 1)).unwrap_or(unnamed)
        }
    };
    let mut cut = Cut { changes: entries.len(), ..Cut::default() };
    for (at, entry) in entries.iter().enumerate().rev() {
        if lasting.contains(&at) {
            continue;
        }
        match entry.kind {
            Kind::Flush | Kind::FlushFolder => {}
            Kind::Write | Kind::Cut => {
                let spared = matches!(reached, Reached::Some(number) if drawn("write", number ^ at as u64, 2) == 0);
                if let Some(file) = files.get(&entry.inode).filter(|_| !spared) {
                    entry.restore(file)?;
                    cut.writes += 1;
                }
            }
            Kind::Create | Kind::Remove | Kind::Rename => {
                if names_left > 0 {
                    names_left -= 1;
                    cut.names += 1;
                    entry.rename_back(trash)?;
                }
            }
        }
    }
    drop(files);
    fs::remove_file(log)?;
    for file in fs::read_dir(trash)? {
        fs::remove_file(file?.path())?;
    }
    Ok(cut)
}

impl Entry<'_> {
    const fn is_name(&self) -> bool {
        matches!(self.kind, Kind::Create | Kind::Remove | Kind::Rename)
    }

    /// The folder whose flush makes a change of names last.
    fn folder(&self) -> Option<PathBuf> {
        match self.kind {
            Kind::Rename => self.new_path().parent().map(Path::to_owned),
            Kind::Create | Kind::Remove => self.path.parent().map(Path::to_owned),
            Kind::Write | Kind::Cut | Kind::Flush | Kind::FlushFolder => None,
        }
    }

    fn new_path(&self) -> PathBuf {
        PathBuf::from(String::from_utf8_lossy(self.data).into_owned())
    }

    fn restore(&self, mut file: &File) -> io::Result<()> {
        file.seek(SeekFrom::Start(self.offset))?;
        file.write_all(self.data)?;
        file.set_len(self.size)
    }

    fn rename_back(&self, trash: &Path) -> io::Result<()> {
        let kept = trash.join(self.number.to_string());
        let replaced = (self.number != 0).then_some(kept);
        match self.kind {
            Kind::Create => absent(fs::remove_file(&self.path)),
            Kind::Remove => {
                absent(fs::remove_file(&self.path))?;
                replaced.map_or(Ok(()), |kept| fs::hard_link(kept, &self.path))
            }
            Kind::Rename => {
                absent(fs::rename(self.new_path(), &self.path))?;
                replaced.map_or(Ok(()), |kept| fs::hard_link(kept, self.new_path()))
            }
            Kind::Write | Kind::Cut | Kind::Flush | Kind::FlushFolder => Ok(()),
        }
    }
}

/// What isn't there needn't go: the log is written before the change, which may not have come.
fn absent(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

fn entries(bytes: &[u8]) -> io::Result<Vec<Entry<'_>>> {
    let (mut rest, mut entries) = (bytes, Vec::new());
    while rest.len() >= HEADER {
        let (header, after) = rest.split_at(HEADER);
        let (path, data) = (small(header, 40), small(header, 44));
        if small(header, 0) != MAGIC {
            return Err(io::Error::other("no entry where one must begin"));
        }
        let Some((path, after)) = after.split_at_checked(path as usize) else { break };
        let Some((data, after)) = after.split_at_checked(data as usize) else { break };
        let kind = match small(header, 4) {
            1 => Kind::Write,
            2 => Kind::Cut,
            3 => Kind::Flush,
            4 => Kind::FlushFolder,
            5 => Kind::Create,
            6 => Kind::Remove,
            7 => Kind::Rename,
            other => return Err(io::Error::other(format!("an entry of kind {other}"))),
        };
        let [inode, offset, size, number] = [8, 16, 24, 32].map(|at| large(header, at));
        let path = PathBuf::from(String::from_utf8_lossy(path).into_owned());
        entries.push(Entry { kind, inode, offset, size, number, path, data });
        rest = after;
    }
    Ok(entries)
}

fn small(bytes: &[u8], at: usize) -> u32 {
    u32::from_ne_bytes(std::array::from_fn(|place| bytes[at + place]))
}

fn large(bytes: &[u8], at: usize) -> u64 {
    u64::from_ne_bytes(std::array::from_fn(|place| bytes[at + place]))
}

/// The places of changes that were flushed after they were made.
fn lasting(entries: &[Entry<'_>]) -> BTreeSet<usize> {
    let (mut lasting, mut flushed, mut folders) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (at, entry) in entries.iter().enumerate().rev() {
        let lasts = match entry.kind {
            Kind::Flush => {
                flushed.insert(entry.inode);
                true
            }
            Kind::FlushFolder => {
                folders.insert(entry.path.clone());
                true
            }
            Kind::Write | Kind::Cut => flushed.contains(&entry.inode),
            Kind::Create | Kind::Remove | Kind::Rename => entry.folder().is_none_or(|folder| folders.contains(&folder)),
        };
        if lasts {
            lasting.insert(at);
        }
    }
    lasting
}

/// Every file under the folders by its inode, open.
fn files(folders: &[&Path]) -> io::Result<BTreeMap<u64, File>> {
    let (mut found, mut waiting) = (BTreeMap::new(), Vec::new());
    waiting.extend(folders.iter().map(|folder| folder.to_path_buf()));
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                waiting.push(entry.path());
            } else if kind.is_file() {
                let inode = entry.metadata()?.ino();
                found.insert(inode, OpenOptions::new().write(true).open(entry.path())?);
            }
        }
    }
    Ok(found)
}

/// Compiles the library to preload. Gives its place in the folder.
///
/// # Errors
/// There is no C compiler, or it refuses.
pub fn library(folder: &Path) -> io::Result<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../powerloss/powerloss.c");
    let library = folder.join("powerloss.so");
    let mut command = std::process::Command::new("cc");
    command.args(["-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o"]).arg(&library).arg(source);
    let output = command.output()?;
    if output.status.success() {
        return Ok(library);
    }
    let mut text = String::new();
    output.stderr.as_slice().read_to_string(&mut text)?;
    Err(io::Error::other(text))
}
