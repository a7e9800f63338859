//! Names of members. Those that carry a hash are made from the content, so that a name can't disagree with it.

use crate::{Digest, purpose};

/// The manifest itself.
pub const MANIFEST: &str = "manifest.json";
/// The fixed explanation.
pub const README: &str = "README.txt";
/// Exact record bytes, one a line.
pub const RECORDS: &str = "records.jsonl";
/// Personal data that the reader is entitled to.
pub const PERSONS: &str = "persons.json";
/// Names and hashes of the fonts, and the Typst version.
pub const FONTS: &str = "templates/fonts.json";

/// Names kept free for later formats; no member may take them now.
pub const RESERVED: [&str; 2] = ["checkpoint.txt", "proofs.json"];

const ATTACHMENTS: &str = "attachments/";
const BALLOTS: &str = "ballots/";
const DOCUMENTS: &str = "documents/";
const ROLLS: &str = "rolls/";

/// The rule edition, by its rules hash.
#[must_use]
pub fn rules(bytes: &[u8]) -> String {
    format!("rules/{}.json", Digest::of(purpose::RULES, bytes))
}

/// A data set, by its data-set hash.
#[must_use]
pub fn dataset(bytes: &[u8]) -> String {
    format!("datasets/{}.json", Digest::of(purpose::DATASET, bytes))
}

/// A Typst source, by its plain SHA-256.
#[must_use]
pub fn template(bytes: &[u8]) -> String {
    format!("templates/{}.typ", Digest::sha256(bytes))
}

/// The published list of a secret ballot, by its ballot hash.
#[must_use]
pub fn ballot(bytes: &[u8]) -> String {
    format!("{BALLOTS}{}.json", Digest::of(purpose::BALLOT, bytes))
}

/// Whether a member is the published list of a secret ballot.
#[must_use]
pub fn is_ballot(name: &str) -> bool {
    name.starts_with(BALLOTS)
}

/// The roll on which a secret ballot was opened, by its roll hash.
#[must_use]
pub fn roll(bytes: &[u8]) -> String {
    format!("{ROLLS}{}.json", Digest::of(purpose::ROLL, bytes))
}

/// Whether a member is the roll of a secret ballot.
#[must_use]
pub fn is_roll(name: &str) -> bool {
    name.starts_with(ROLLS)
}

/// An attachment, by its plain SHA-256.
#[must_use]
pub fn attachment(sha256: Digest) -> String {
    format!("{ATTACHMENTS}{sha256}")
}

/// The PDF of a document; `None` where the number isn't 1 to 64 ASCII letters, digits, `-`, `_` or (inside) `.`.
#[must_use]
pub fn document_pdf(number: &str) -> Option<String> {
    is_number(number).then(|| format!("{DOCUMENTS}{number}.pdf"))
}

/// The data that a document was made from; `None` as for [`document_pdf`].
#[must_use]
pub fn document_json(number: &str) -> Option<String> {
    is_number(number).then(|| format!("{DOCUMENTS}{number}.json"))
}

/// Whether a member of this name may be withheld or erased.
#[must_use]
pub fn may_be_absent(name: &str) -> bool {
    name == PERSONS || name.starts_with(ATTACHMENTS) || name.starts_with(DOCUMENTS)
}

fn is_number(number: &str) -> bool {
    (1..=64).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        && !number.starts_with('.')
        && !number.ends_with('.')
        && !number.contains("..")
}
