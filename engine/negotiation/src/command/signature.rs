//! Signing the adopted text: CC22 37, ZJ-CC 24(3), WN9 20, ESL 13–14.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Signing.
    SignatureCommand { Sign = "sign", RefuseToSign = "refuse_to_sign" }
}

/// A chief representative signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// How.
    pub method: SigningMethod,
    /// The side's seal is on the text too (WN9 20).
    pub sealed: bool,
    /// Digest of the text.
    pub terms: Digest,
}

/// A chief refuses to sign the adopted text (ZJ-CC 42(一), HZ 47); on record, signing stays possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefuseToSign {
    /// The reason given.
    pub reason: String,
    /// Digest of the text.
    pub terms: Digest,
}

/// How a text is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SigningMethod {
    /// Electronic signature on the platform.
    Electronic,
    /// By hand on paper.
    Handwritten,
}
