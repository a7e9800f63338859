//! Accepting the platform as receiving system (CIV 137), inside a case.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Accepting the platform.
    AcceptanceCommand { AcceptPlatform = "accept_platform" }
}

/// A party accepts the platform inbox as receiving system, electronic signature and the privacy notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptPlatform {
    /// SHA-256 of the text that was accepted.
    pub text: Digest,
}
