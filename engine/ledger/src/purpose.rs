//! Purpose strings: what stands in front of the bytes of every hash, so that no hash of one kind passes for another.
//!
//! Each ends in a line feed and carries the version of the format. A new format gets a new string; these never change.

/// Record bytes: an accepted command with its events.
pub const RECORD: &str = "xinxieshang/record/v1\n";

/// Commitment to a person's fields; a 32-byte salt follows it.
pub const PERSON: &str = "xinxieshang/person/v1\n";

/// A rule profile after its overlays.
pub const RULES: &str = "xinxieshang/rules/v1\n";

/// A dated data set: calendars, minimum wages, guidelines, price indices, regions.
pub const DATASET: &str = "xinxieshang/dataset/v1\n";

/// The typed data a document is made from; printed on the paper and in its QR code.
pub const DOCUMENT: &str = "xinxieshang/document/v1\n";

/// The published list of a secret ballot; the record of the vote holds it.
pub const BALLOT: &str = "xinxieshang/ballot/v1\n";

/// The roll on which a secret ballot was opened; the ballot's definition holds it.
pub const ROLL: &str = "xinxieshang/roll/v1\n";

/// The agreed text: the same in draft, vote, signature, filing and publication.
pub const TERMS: &str = "xinxieshang/terms/v1\n";
