//! Publication and the copy to the higher union: ZJ-CC 35, WN9 23.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Publication and copies.
    PublicationCommand {
        Publish = "publish",
        CopyToHigherUnion = "copy_to_higher_union",
    }
}

/// A side publishes the text in force to the workers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// Where and how.
    pub channel: String,
    /// SHA-256 of a proof (photo, screenshot), where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Digest>,
    /// Digest of the text.
    pub terms: Digest,
}

/// The worker side sends the text to the next-higher union.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyToHigherUnion {
    /// Name of the higher union.
    pub recipient: String,
    /// Digest of the text.
    pub terms: Digest,
}
