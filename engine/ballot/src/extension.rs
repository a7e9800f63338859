//! Extending a ballot that is open: who, when, why, until when.

use law::time::Moment;
use messages::Said;
use serde::{Deserialize, Serialize};

use crate::definition::Definition;

/// So long before the close an extension is made at the latest, in milliseconds: whoever closes the box never meets one
/// that is on its way to the disk.
pub const LEAD: i64 = 10_000;
/// A reason has at most so many characters.
pub const MAX_REASON: usize = 500;

/// A ballot was extended. Never changed, never taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// When it was extended.
    pub at: Moment,
    /// Id of whoever extended it; names stand elsewhere, where they can be erased.
    pub by: String,
    /// In which capacity.
    pub capacity: String,
    /// When it closes now.
    pub closes_at: Moment,
    /// When it would have closed.
    pub from: Moment,
    /// Why.
    pub reason: String,
}

/// Most extensions of one ballot.
pub const MAX_EXTENSIONS: u32 = 24;

/// Why a ballot can't be extended like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExtensionError {
    /// It is over, or nearly.
    #[error("a ballot is extended while it is open, {LEAD} ms before its close at the latest")]
    Over,
    /// It would close earlier, or when it closes anyway.
    #[error("an extension is later than the present close")]
    Earlier,
    /// It was extended often enough.
    #[error("a ballot is extended {MAX_EXTENSIONS} times at most")]
    Often,
    /// No reason, or a very long one.
    #[error("an extension has a reason of 1 to {MAX_REASON} characters")]
    Reason,
    /// It doesn't follow from the close before it.
    #[error("an extension starts from the close before it")]
    Broken,
}

impl ExtensionError {
    /// The reason for people.
    #[must_use]
    pub fn said(self) -> Said {
        match self {
            Self::Over => Said::new("ballot-fault-extension-over").arg("seconds", LEAD / 1_000),
            Self::Earlier => Said::new("ballot-fault-extension-earlier"),
            Self::Often => Said::new("ballot-fault-extension-often").arg("most", MAX_EXTENSIONS),
            Self::Reason => Said::new("ballot-fault-extension-reason").arg("most", MAX_REASON),
            Self::Broken => Said::new("ballot-fault-extension-broken"),
        }
    }
}

impl Extension {
    fn follows(&self, opened_at: Moment, from: Moment) -> Result<(), ExtensionError> {
        let reason = self.reason.trim();
        if self.from != from || self.at < opened_at {
            Err(ExtensionError::Broken)
        } else if self.at.plus_millis(LEAD) > from {
            Err(ExtensionError::Over)
        } else if self.closes_at <= from {
            Err(ExtensionError::Earlier)
        } else if reason.is_empty() || reason.chars().count() > MAX_REASON {
            Err(ExtensionError::Reason)
        } else {
            Ok(())
        }
    }
}

impl Definition {
    /// When it closes with its extensions, oldest first.
    #[must_use]
    pub fn closes_with(&self, extensions: &[Extension]) -> Moment {
        extensions.last().map_or(self.closes_at, |last| last.closes_at)
    }

    /// Checks an extension that is to follow those before it.
    ///
    /// # Errors
    /// See [`ExtensionError`].
    pub fn extended(&self, before: &[Extension], next: Extension) -> Result<Extension, ExtensionError> {
        next.follows(self.opened_at, self.closes_with(before))?;
        let room = u32::try_from(before.len()).is_ok_and(|count| count < MAX_EXTENSIONS);
        if room { Ok(next) } else { Err(ExtensionError::Often) }
    }

    /// Whether each extension follows from the one before it.
    #[must_use]
    pub fn extensions_hold(&self, extensions: &[Extension]) -> bool {
        let mut from = (self.opened_at, self.closes_at);
        extensions.iter().all(|extension| {
            let holds = extension.follows(from.0, from.1).is_ok();
            from = (extension.at, extension.closes_at);
            holds
        })
    }
}
