//! A forger's workshop: members taken out of a bundle, changed, and packed again, with the manifest as it was or recomputed.

use std::collections::BTreeMap;

use ledger::bundle::{FORMAT, FORMAT_WITH_BALLOTS, FORMAT_WITH_ROLLS, File, Head, Manifest, Status};
use ledger::{Digest, canonical, record};

use super::sample;
use crate::Limits;
use crate::zip::open;

/// Members by name.
pub(super) type Members = BTreeMap<String, Vec<u8>>;

/// The members of the good bundle.
pub(super) fn members() -> Members {
    unpack(&sample::bundle())
}

pub(super) fn unpack(bundle: &[u8]) -> Members {
    let archive = open(bundle, &Limits::default()).unwrap();
    archive.entries.iter().map(|entry| (entry.name.clone(), entry.content().0.unwrap())).collect()
}

/// Writes the archive of these members, manifest included, in the right form.
pub(super) fn pack(members: &Members) -> Vec<u8> {
    assemble(&pieces(members), b"")
}

/// Recomputes manifest and head for these members, as a forger who owns the bundle does.
pub(super) fn pack_anew(members: &Members) -> Vec<u8> {
    let mut members = members.clone();
    let old: Manifest = serde_json::from_slice(&members.remove("manifest.json").unwrap()).unwrap();
    let records = String::from_utf8_lossy(&members["records.jsonl"]).into_owned();
    let last = records.lines().last().unwrap_or_default();
    let file = |(name, content): (&String, &Vec<u8>)| File {
        bytes: content.len() as u64,
        name: name.clone(),
        sha256: Digest::sha256(content),
        status: Status::Present,
    };
    let manifest = Manifest {
        case: old.case,
        files: members.iter().map(file).collect(),
        format: format(&members).to_owned(),
        head: Head { hash: record::hash(last.as_bytes()), seq: records.lines().count() as u64 },
    };
    members.insert("manifest.json".to_owned(), canonical::to_vec(&manifest).unwrap());
    pack(&members)
}

fn format(members: &Members) -> &'static str {
    let any = |folder: &str| members.keys().any(|name| name.starts_with(folder));
    if any("rolls/") {
        FORMAT_WITH_ROLLS
    } else if any("ballots/") {
        FORMAT_WITH_BALLOTS
    } else {
        FORMAT
    }
}

/// Replaces the records of the good bundle and recomputes the manifest.
pub(super) fn with_records(records: &[Vec<u8>]) -> Vec<u8> {
    let mut members = members();
    members.insert(
        "records.jsonl".to_owned(),
        records.iter().flat_map(|r| [r.as_slice(), b"\n"]).flatten().copied().collect(),
    );
    pack_anew(&members)
}

/// One member as it lies in an archive, stored. Tests change headers before they are put together.
#[derive(Clone)]
pub(super) struct Piece {
    pub(super) local: Vec<u8>,
    pub(super) content: Vec<u8>,
    pub(super) directory: Vec<u8>,
}

/// Positions in the two headers of a member that tests change.
pub(super) mod at {
    pub(crate) const LOCAL_FLAGS: usize = 6;
    pub(crate) const LOCAL_SIZE: usize = 22;
    pub(crate) const VERSION: usize = 6;
    pub(crate) const FLAGS: usize = 8;
    pub(crate) const METHOD: usize = 10;
    pub(crate) const TIME: usize = 12;
    pub(crate) const CRC: usize = 16;
    pub(crate) const SIZE: usize = 24;
    pub(crate) const ATTRIBUTES: usize = 38;
}

pub(super) fn pieces(members: &Members) -> Vec<Piece> {
    members.iter().map(|(name, content)| piece(name.as_bytes(), content, content, 0)).collect()
}

/// A member with a given compressed form and method.
pub(super) fn piece(name: &[u8], content: &[u8], compressed: &[u8], method: u16) -> Piece {
    let version: u16 = if method == 0 { 10 } else { 20 };
    let size = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let common = [
        version.to_le_bytes().as_slice(),
        &[0, 0],
        &method.to_le_bytes(),
        &[0, 0, 0x21, 0],
        &crc32fast::hash(content).to_le_bytes(),
        &size(compressed),
        &size(content),
        &u16::try_from(name.len()).unwrap().to_le_bytes(),
        &[0, 0],
    ]
    .concat();
    let attributes = (0o100_644_u32 << 16).to_le_bytes();
    // Version that made it, then the common fields; comment length, disk, internal and external attributes, position.
    let made_by = (3 << 8 | version).to_le_bytes();
    let directory = [b"PK\x01\x02".as_slice(), &made_by, &common, &[0; 6], &attributes, &[0; 4], name].concat();
    Piece { local: [b"PK\x03\x04".as_slice(), &common, name].concat(), content: compressed.to_vec(), directory }
}

/// Puts pieces together, with the positions that they come to lie at.
pub(super) fn assemble(pieces: &[Piece], comment: &[u8]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for piece in pieces {
        let mut header = piece.directory.clone();
        header[42..46].copy_from_slice(&u32::try_from(out.len()).unwrap().to_le_bytes());
        directory.extend(header);
        out.extend_from_slice(&piece.local);
        out.extend_from_slice(&piece.content);
    }
    let (start, length) = (u32::try_from(out.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    let count = u16::try_from(pieces.len()).unwrap().to_le_bytes();
    out.extend(directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend([count, count].concat());
    out.extend([length.to_le_bytes(), start.to_le_bytes()].concat());
    out.extend(u16::try_from(comment.len()).unwrap().to_le_bytes());
    out.extend_from_slice(comment);
    out
}
