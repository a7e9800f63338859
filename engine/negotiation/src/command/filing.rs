//! Filing with the labour bureau (报送): ZJ-CC 34, WN9 21, CC22 42.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Filing with the bureau.
    FilingCommand {
        File = "file",
        ReturnFiling = "return_incomplete",
        RegisterFiling = "register",
    }
}

/// The employer files the signed agreement; the bureau has it when it is filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Copies of the text.
    pub copies: u32,
    /// Materials that go with it, in words.
    pub materials: Vec<String>,
    /// Digest of the text.
    pub terms: Digest,
}

/// The bureau returns an incomplete filing; the employer's date for filing stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnFiling {
    /// What is missing, in words.
    pub missing: Vec<String>,
}

/// The bureau registers the filing (CC22 42(2)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterFiling {
    /// Registry number.
    pub number: String,
}
