//! A strict reader of zip archives: the one form that a bundle has, and nothing that readers could read differently.
//!
//! Members lie one after the other from the first byte, in the order of their names, then the directory, then its end,
//! then nothing. No comment, extra field, encryption, data descriptor, zip64 or second volume. The headers of a member
//! say the same in both places, with one fixed time. Whatever deviates is a finding; only an archive whose directory
//! can't be found or exceeds the limits is unreadable. See APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.

mod entry;
mod fields;

use messages::Said;

use crate::shown::shown;
use crate::{Check, Limits, Place, Unreadable};
pub(crate) use entry::Entry;
use fields::Fields;

const END_SIGNATURE: &[u8; 4] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
const CHECK: &str = "archive";

/// The members of an archive and what is wrong with its form.
pub(crate) struct Archive<'a> {
    pub(crate) entries: Vec<Entry<'a>>,
    pub(crate) findings: Vec<Check>,
}

/// The record at the end of an archive.
struct End {
    at: usize,
    members: usize,
    directory_size: usize,
    directory_at: usize,
}

/// Reads the directory of an archive; contents are inflated later, one by one.
pub(crate) fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Archive<'a>, Unreadable> {
    let mut findings = Vec::new();
    let end = find_end(bytes, &mut findings).ok_or(Unreadable::NotZip)?;
    if end.members > limits.members {
        return Err(Unreadable::TooManyMembers { found: end.members, limit: limits.members });
    }
    let directory = bytes.get(end.directory_at..end.at).ok_or(Unreadable::NotZip)?;
    let mut fields = Fields::new(directory);
    let mut entries = Vec::with_capacity(end.members);
    for _ in 0..end.members {
        entries.push(Entry::read(bytes, &mut fields).ok_or(Unreadable::NotZip)?);
    }
    if fields.at() != directory.len() || directory.len() != end.directory_size {
        findings.push(whole("verify-zip-directory"));
    }
    within_limits(&entries, limits)?;
    layout(&entries, end.directory_at, &mut findings);
    names(&entries, &mut findings);
    Ok(Archive { entries, findings })
}

/// The end record: at the very end, or further up, which is a finding.
fn find_end(bytes: &[u8], findings: &mut Vec<Check>) -> Option<End> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    let furthest = last.saturating_sub(usize::from(u16::MAX));
    let at = (furthest..=last).rev().find(|at| bytes[*at..].starts_with(END_SIGNATURE))?;
    let mut fields = Fields::new(&bytes[at + END_SIGNATURE.len()..]);
    let (disk, directory_disk) = (fields.u16()?, fields.u16()?);
    let (members_here, members) = (fields.u16()?, fields.u16()?);
    let (directory_size, directory_at) = (fields.size()?, fields.size()?);
    let comment = fields.u16()?;
    if at != last || comment != 0 {
        findings.push(whole("verify-zip-after-end"));
    }
    if disk != 0 || directory_disk != 0 || members_here != members {
        findings.push(whole("verify-zip-volumes"));
    }
    Some(End { at, members: usize::from(members), directory_size, directory_at })
}

fn within_limits(entries: &[Entry<'_>], limits: &Limits) -> Result<(), Unreadable> {
    const SMALL: u64 = 1 << 20;
    // Sizes are 32-bit fields and members are few, so the sum can't overflow.
    let total = entries.iter().map(|entry| entry.size as u64).sum();
    if total > limits.total_bytes {
        return Err(Unreadable::TooLarge { found: total, limit: limits.total_bytes });
    }
    let dense = |entry: &&Entry<'_>| {
        entry.size as u64 > SMALL && entry.size as u64 > limits.ratio.saturating_mul(entry.compressed_size as u64)
    };
    match entries.iter().find(dense) {
        Some(entry) => Err(Unreadable::TooDense { member: shown(&entry.name) }),
        None => Ok(()),
    }
}

/// From the first byte to the directory: no gap, no overlap, no other order.
fn layout(entries: &[Entry<'_>], directory_at: usize, findings: &mut Vec<Check>) {
    let mut expected = 0;
    for entry in entries {
        if entry.at != expected {
            findings.push(entry.finding(Said::new("verify-zip-gap").arg("expected", expected).arg("found", entry.at)));
            return;
        }
        expected = entry.end();
    }
    if expected != directory_at {
        findings.push(whole("verify-zip-directory"));
    }
}

fn names(entries: &[Entry<'_>], findings: &mut Vec<Check>) {
    for pair in entries.windows(2) {
        if pair[0].name == pair[1].name {
            findings.push(pair[1].finding(Said::new("verify-zip-twice")));
        } else if pair[0].name > pair[1].name {
            findings.push(pair[1].finding(Said::new("verify-zip-order").arg("before", shown(&pair[0].name))));
        }
    }
    for entry in entries.iter().filter(|entry| !is_name(&entry.name)) {
        findings.push(entry.finding(Said::new("verify-zip-name")));
    }
}

/// Letters, digits, `.`, `-` and `_` in parts divided by `/`; no part is empty or begins with a dot.
fn is_name(name: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
    };
    name.len() <= 160 && name.split('/').all(part)
}

fn whole(key: &'static str) -> Check {
    Check::fail(CHECK, Place::bundle(), Said::new(key))
}
