//! Who belongs where and who comes in how: organisations, rosters, links and codes, short messages, surveys.

use law::time::Moment;
use ledger::Digest;
use negotiation::Capacity;
use uuid::Uuid;

use crate::{Hidden, Standing};

/// How far an application is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganisationState {
    /// It waits for whoever confirms it.
    Waiting,
    /// It is confirmed.
    Confirmed,
    /// It was given back to be mended.
    Returned,
}

impl OrganisationState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Confirmed, Self::Returned];

    /// The name in tables and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Returned => "returned",
        }
    }
}

/// An organisation as it is applied for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: Uuid,
    /// What it is, by a name.
    pub kind: String,
    /// Registered name.
    pub name: String,
    /// Unified social credit code.
    pub uscc: String,
    /// First digits of the region's code.
    pub region: String,
    /// Codes of the employers for which it stands.
    pub employers: Vec<String>,
    /// Who applies.
    pub applicant: Uuid,
    /// What the applicant becomes by it.
    pub capacity: Capacity,
    /// How far it is.
    pub state: OrganisationState,
    /// Why it was given back.
    pub reason: String,
    /// When it was first handed in.
    pub created_at: Moment,
    /// Who decided, and when.
    pub decided: Option<(Uuid, Moment)>,
}

/// A scan that proves something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// `licence` or `authorisation`.
    pub purpose: String,
    /// What the person called the file.
    pub name: String,
    /// Its media type, as its first bytes say.
    pub media: String,
    /// The file.
    pub bytes: Hidden<Vec<u8>>,
}

/// Somebody on an employer's roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterPerson {
    /// Id on the roster.
    pub id: Uuid,
    /// Name.
    pub name: Hidden<String>,
    /// Mobile phone; empty where there is none.
    pub phone: Hidden<String>,
    /// Number within the firm; empty where there is none.
    pub number: String,
    /// Post.
    pub post: String,
    /// Constituency for the congress.
    pub constituency: String,
    /// `female`, `male`, or empty.
    pub sex: String,
    /// A delegate to the workers' congress.
    pub delegate: bool,
    /// The account by which they come in, once they did.
    pub account: Option<Uuid>,
}

/// A list that was read and waits for its confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterDraft {
    /// Its id.
    pub id: Uuid,
    /// The employer.
    pub employer: String,
    /// Who brought it.
    pub account: Uuid,
    /// When.
    pub at: Moment,
    /// The list, in a form of its owner's.
    pub rows: Hidden<Vec<u8>>,
}

/// Whether a pass is a link or a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassKind {
    /// Six digits on a phone.
    Code,
    /// A link for one person.
    Link,
}

impl PassKind {
    /// The name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Link => "link",
        }
    }
}

/// A link or a code for one person of a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// SHA-256 of what the link or the browser carries.
    pub token: Digest,
    /// Which it is.
    pub kind: PassKind,
    /// The employer.
    pub employer: String,
    /// The person on its roster.
    pub person: Uuid,
    /// SHA-256 of the browser's part with the six digits, for a code.
    pub secret: Option<Digest>,
    /// How many times digits were tried.
    pub tries: u32,
    /// When it was made.
    pub created_at: Moment,
    /// When it ends.
    pub until: Moment,
    /// When it was used.
    pub used_at: Option<Moment>,
}

/// A short message that belongs to no case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortMessage {
    /// Its id.
    pub id: Uuid,
    /// To whom; nothing once it is handed over.
    pub phone: Option<Hidden<String>>,
    /// What it says; nothing once it is handed over.
    pub text: Option<Hidden<String>>,
    /// When it was written.
    pub created_at: Moment,
    /// Failed attempts.
    pub attempts: u32,
    /// When the next attempt is due.
    pub next_at: Moment,
    /// When it was handed over.
    pub sent_at: Option<Moment>,
    /// Why the last attempt failed.
    pub problem: Option<String>,
}

/// A survey of what the workers of an employer want.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Its id.
    pub id: Uuid,
    /// The employer.
    pub employer: String,
    /// What it is called.
    pub title: String,
    /// What the poster's link carries.
    pub code: String,
    /// When it was opened.
    pub opened_at: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
}

/// What somebody answered. Nothing says who.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyAnswer {
    /// Random.
    pub id: Uuid,
    /// Names of the topics that were ticked.
    pub topics: Vec<String>,
    /// Own words; may be empty.
    pub words: String,
}

/// A write about people.
#[derive(Clone, Debug)]
pub enum PeopleChore {
    /// Hands an application in, or again with what was mended. Nothing changes where it is confirmed or another's.
    Apply {
        /// The application.
        organisation: Organisation,
        /// Scans that take the place of those before.
        scans: Vec<Scan>,
    },
    /// Decides about an application that waits; nothing changes where it doesn't.
    Decide {
        /// Which.
        id: Uuid,
        /// The outcome.
        state: OrganisationState,
        /// Why it is given back.
        reason: String,
        /// Who decides.
        by: Uuid,
        /// When.
        at: Moment,
        /// Standings that end first.
        leaves: Vec<(Uuid, Standing)>,
        /// Standings that begin.
        stands: Vec<(Uuid, Standing)>,
    },
    /// Sets where an account is reached.
    SetPhone {
        /// Whose.
        account: Uuid,
        /// The phone.
        phone: Hidden<String>,
        /// When.
        at: Moment,
    },
    /// Keeps a list until it is confirmed.
    KeepDraft(RosterDraft),
    /// Takes a list away unconfirmed.
    DropDraft {
        /// Which.
        id: Uuid,
    },
    /// Puts the people of a list on the roster and takes the list away; nothing changes where the list is gone.
    Import {
        /// The list.
        draft: Uuid,
        /// The employer.
        employer: String,
        /// The people.
        persons: Vec<RosterPerson>,
    },
    /// Sets where somebody on a roster is reached.
    SetRosterPhone {
        /// The employer.
        employer: String,
        /// Who.
        person: Uuid,
        /// The phone.
        phone: Hidden<String>,
    },
    /// Erases what is known of somebody on a roster.
    EraseFromRoster {
        /// The employer.
        employer: String,
        /// Who.
        person: Uuid,
        /// When.
        at: Moment,
    },
    /// Ties somebody on a roster to their account.
    Bind {
        /// The employer.
        employer: String,
        /// Who.
        person: Uuid,
        /// Their account.
        account: Uuid,
    },
    /// Sets the group's code of an employer.
    SetGroup {
        /// The employer.
        employer: String,
        /// The code.
        code: String,
        /// When.
        at: Moment,
    },
    /// Keeps a link or a code, with the message that brings it.
    PutPass {
        /// The pass.
        pass: Pass,
        /// The message.
        message: ShortMessage,
    },
    /// Counts an attempt at a code; nothing changes where it has ended, was used, or was tried so often.
    TryPass {
        /// Which.
        token: Digest,
        /// So many attempts are taken.
        most: u32,
        /// When.
        at: Moment,
    },
    /// Uses a link or a code; nothing changes where it has ended or was used.
    TakePass {
        /// Which.
        token: Digest,
        /// When.
        at: Moment,
    },
    /// Keeps a link by which an account gets a new password, with the message that brings it.
    PutAccountPass {
        /// SHA-256 of what the link carries.
        token: Digest,
        /// Whose.
        account: Uuid,
        /// When.
        at: Moment,
        /// When it ends.
        until: Moment,
        /// The message.
        message: ShortMessage,
    },
    /// Uses such a link; nothing changes where it has ended or was used.
    TakeAccountPass {
        /// Which.
        token: Digest,
        /// When.
        at: Moment,
    },
    /// Puts a short message into the queue.
    Say(ShortMessage),
    /// Takes a message to hand it over, where nobody else has taken it since it was read as due at `seen`.
    ClaimShort {
        /// Which.
        id: Uuid,
        /// When it was due.
        seen: Moment,
        /// Until when it is taken.
        until: Moment,
    },
    /// A message was handed over: phone and text are forgotten.
    SentShort {
        /// Which.
        id: Uuid,
        /// When.
        at: Moment,
    },
    /// A message couldn't be handed over.
    RetryShort {
        /// Which.
        id: Uuid,
        /// When to try again.
        next_at: Moment,
        /// Why it failed.
        problem: String,
    },
    /// Opens a survey.
    OpenSurvey(Survey),
    /// Closes a survey; nothing changes where it is closed.
    CloseSurvey {
        /// Which.
        id: Uuid,
        /// When.
        at: Moment,
    },
    /// Takes an answer; nothing changes where the mark has answered, or the survey is closed.
    Answer {
        /// The survey.
        survey: Uuid,
        /// Stands for the person.
        mark: Digest,
        /// The answer.
        answer: SurveyAnswer,
    },
}
