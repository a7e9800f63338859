//! What lies in a folder after a server was killed, for whoever takes it: tokens, as bytes or as digits.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ballot::Token;

/// Tokens that stand in some bytes, by either of their ends: a page may end within one.
pub(crate) fn found(bytes: &[u8], tokens: &BTreeSet<Token>) -> BTreeSet<Token> {
    let mut sought: BTreeMap<[u8; 8], (Vec<u8>, Token)> = BTreeMap::new();
    for token in tokens {
        let text = token.text().into_bytes();
        for part in [&token.0[..8], &token.0[24..], &text[..16], &text[48..]] {
            sought.insert(part[..8].try_into().unwrap(), (part.to_vec(), *token));
        }
    }
    // Most places are passed by at a glance: whole files are looked through.
    let (mut begins, two) =
        (vec![false; 1 << 16], |bytes: &[u8]| usize::from(u16::from_be_bytes([bytes[0], bytes[1]])));
    sought.keys().for_each(|part| begins[two(part)] = true);
    let mut found = BTreeSet::new();
    for (at, window) in bytes.windows(8).enumerate().filter(|(_, window)| begins[two(window)]) {
        if let Some((part, token)) = sought.get(window)
            && bytes[at..].starts_with(part)
        {
            found.insert(*token);
        }
    }
    found
}

/// What a folder says of a box that isn't sealed.
pub(crate) struct Taken {
    /// Tokens in the box.
    pub(crate) in_box: BTreeSet<Token>,
    /// Files beside the box that have a token.
    pub(crate) telling: Vec<String>,
    /// So many ballots are in the box and not in its journal, where one is left: they are the newest.
    pub(crate) newest: Option<usize>,
}

/// Looks through all files of a folder before anybody opens the database, who would clear the journal away.
pub(crate) fn takes(folder: &Path, tokens: &BTreeSet<Token>) -> Taken {
    let (mut in_box, mut journal, mut telling) = (BTreeSet::new(), None, Vec::new());
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    for path in files.filter(|path| path.is_file()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let there = found(&fs::read(&path).unwrap(), tokens);
        if name.ends_with(".urn") {
            in_box = there;
        } else if name.ends_with(".urn-journal") {
            journal = Some(there);
        } else if !there.is_empty() {
            telling.push(name);
        }
    }
    let newest = journal.map(|journal| in_box.difference(&journal).count());
    Taken { in_box, telling, newest }
}
