//! Who is who: accounts as stored, their sessions, for whom they stand, and what is written about them.

use std::fmt;

use law::time::Moment;
use ledger::Digest;
use negotiation::{Capacity, Side};
use uuid::Uuid;

/// A value that no log shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Hidden<T>(pub T);

impl<T> fmt::Debug for Hidden<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAccount {
    /// Its id: the person's id in the records of cases.
    pub id: Uuid,
    /// Name to sign in with, in lower case; no two accounts have the same.
    pub login: String,
    /// The person's name, as pages show it.
    pub name: String,
    /// PHC string of the password.
    pub password: Hidden<String>,
    /// Secret of the code generator, where there is one.
    pub second_factor: Option<Hidden<Vec<u8>>>,
    /// When it was created.
    pub created_at: Moment,
    /// Since when it can't be used, if it can't.
    pub disabled_at: Option<Moment>,
}

/// A session of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSession {
    /// SHA-256 of what the browser holds.
    pub token: Digest,
    /// Whose it is.
    pub account: Uuid,
    /// When it was opened.
    pub created_at: Moment,
    /// When it was used last, to within a few minutes.
    pub seen_at: Moment,
    /// When it ends, used or not.
    pub until: Moment,
    /// Whether a second factor was shown.
    pub second_factor: bool,
}

/// A token with which a program of a person asks the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredToken {
    /// SHA-256 of what the person was shown.
    pub token: Digest,
    /// Whose it is.
    pub account: Uuid,
    /// What the person calls it.
    pub name: String,
    /// When it was made.
    pub created_at: Moment,
    /// When it was used last, to within a few minutes; `None` where it never was.
    pub seen_at: Option<Moment>,
    /// When it ends.
    pub until: Moment,
    /// Whether a second factor had been shown when it was made.
    pub second_factor: bool,
}

/// For whom an account stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// In one case.
    Case(Uuid),
    /// For the employer with this unified social credit code, in all of its cases.
    Employer(String),
    /// In all cases of the regions whose codes begin with these two to six digits: `3399` covers `339901`.
    Region(String),
}

impl Scope {
    /// The name of the kind, in tables and message keys.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Case(_) => "case",
            Self::Employer(_) => "employer",
            Self::Region(_) => "region",
        }
    }

    /// What it is about, as a text.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Case(case) => case.to_string(),
            Self::Employer(uscc) => uscc.clone(),
            Self::Region(code) => code.clone(),
        }
    }
}

/// In which capacity an account stands for whom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// For whom.
    pub scope: Scope,
    /// As what.
    pub capacity: Capacity,
}

/// Somebody read confidential material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadLine {
    /// The case.
    pub case: Uuid,
    /// When.
    pub at: Moment,
    /// Who.
    pub account: Uuid,
    /// What, such as the hash of the material.
    pub what: String,
}

/// A side of an employer has accepted the platform as the system that receives documents for it (Civil Code 137).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxLine {
    /// The employer's unified social credit code.
    pub employer: String,
    /// The side.
    pub side: Side,
    /// When.
    pub at: Moment,
    /// By whom.
    pub account: Uuid,
    /// SHA-256 of the words that were accepted.
    pub text: Digest,
}

/// A write about accounts.
#[derive(Clone, Debug)]
pub enum AccountChore {
    /// Adds an account; nothing changes where its id or its login is taken.
    Create(StoredAccount),
    /// Sets the password, ends all sessions and revokes all tokens.
    SetPassword {
        /// Whose.
        account: Uuid,
        /// PHC string.
        password: Hidden<String>,
        /// When.
        at: Moment,
    },
    /// Sets since when the account can't be used, or `None` to let it be used again; ends all sessions and
    /// revokes all tokens.
    Disable {
        /// Which.
        account: Uuid,
        /// Since when it can't be used.
        since: Option<Moment>,
        /// When.
        at: Moment,
    },
    /// Sets the secret of the code generator with its recovery codes, or takes both away; no earlier code counts.
    SetSecondFactor {
        /// Whose.
        account: Uuid,
        /// The secret, or `None`.
        secret: Option<Hidden<Vec<u8>>>,
        /// SHA-256 of each recovery code.
        codes: Vec<Digest>,
        /// When.
        at: Moment,
    },
    /// Takes the code of a time step; nothing changes where that step's code, or a later one, was taken.
    TakeStep {
        /// Whose.
        account: Uuid,
        /// The step.
        step: u64,
    },
    /// Takes a recovery code; nothing changes where it is none, or was taken.
    TakeRecoveryCode {
        /// Whose.
        account: Uuid,
        /// SHA-256 of the code.
        code: Digest,
        /// When.
        at: Moment,
    },
    /// Adds a standing; nothing changes where the account has it.
    Stand {
        /// Whose.
        account: Uuid,
        /// Which.
        standing: Standing,
        /// When.
        at: Moment,
    },
    /// Takes a standing away.
    Leave {
        /// Whose.
        account: Uuid,
        /// Which.
        standing: Standing,
        /// When.
        at: Moment,
    },
    /// Opens a session, and removes those of the account that have ended.
    OpenSession {
        /// The new one.
        session: StoredSession,
        /// Sessions that were last used before this instant have ended.
        idle_since: Moment,
    },
    /// A session was used.
    Seen {
        /// SHA-256 of what the browser holds.
        token: Digest,
        /// When.
        at: Moment,
    },
    /// Ends a session.
    CloseSession {
        /// SHA-256 of what the browser holds.
        token: Digest,
    },
    /// Ends all sessions of an account.
    CloseSessions {
        /// Whose.
        account: Uuid,
    },
    /// Adds a token, and removes those of the account that have ended.
    OpenToken(StoredToken),
    /// A token was used.
    TokenSeen {
        /// SHA-256 of what the person was shown.
        token: Digest,
        /// When.
        at: Moment,
    },
    /// Revokes a token.
    CloseToken {
        /// SHA-256 of what the person was shown.
        token: Digest,
    },
    /// Notes that somebody read confidential material.
    Read(ReadLine),
    /// Accepts the platform for a side; nothing changes where it was accepted.
    AcceptInbox(InboxLine),
}
