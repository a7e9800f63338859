//! Check characters of registry codes: unified social credit code (GB 32100-2015) with the organisation code inside it
//! (GB 11714), and resident identity number (GB 11643-1999).

mod resident;
mod uscc;

use messages::Said;

pub use resident::{ResidentIdError, check_resident_id, resident_check};
pub use uscc::{UsccError, check_uscc, organisation_check, uscc_check};

/// A character where others are allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongCharacter {
    /// What may stand there.
    pub expected: String,
    /// What stands there.
    pub found: char,
    /// Which character, from 1.
    pub position: usize,
}

impl WrongCharacter {
    fn said(&self, key: &'static str) -> Said {
        let said = Said::new(key).arg("position", self.position).arg("found", self.found);
        said.arg("expected", &self.expected)
    }
}
