//! What is handed to the writer and what comes back.

use law::time::Moment;
use ledger::Digest;
use ledger::canonical::CanonicalError;
use messages::Said;
use negotiation::{Act, Corrupt, Event, Head, Refusal};
use uuid::Uuid;

use crate::{
    AccountChore, Attachment, BallotChore, CaucusChore, Dataset, Document, Message, MessageId, Notice, PeopleChore,
    Person, Ruleset, StoreError, Template,
};

/// An act to decide and record, with the rows that commit together with it or not at all.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The act.
    pub act: Act,
    /// The head on which the caller decided; anything else in the store is [`SubmitError::Stale`].
    pub expected_head: Option<Head>,
    /// Persons that the act names.
    pub persons: Vec<Person>,
    /// The document that the act records.
    pub document: Option<Document>,
    /// Files that the act names.
    pub attachments: Vec<Attachment>,
}

impl Submission {
    /// An act by itself.
    #[must_use]
    pub const fn new(act: Act) -> Self {
        Self { act, expected_head: None, persons: Vec::new(), document: None, attachments: Vec::new() }
    }
}

/// Proof that an act is recorded, durably. Asking again with the same act gives the same receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The case.
    pub case: Uuid,
    /// What was recorded of the act.
    pub act: Recorded,
    /// What the clock struck before it, in order.
    pub strikes: Vec<Recorded>,
}

/// One record as its act left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Id of the act.
    pub act: Uuid,
    /// Recording time.
    pub at: Moment,
    /// What changed.
    pub events: Vec<Event>,
    /// Hash of the record.
    pub hash: Digest,
    /// Place in the chain, from 1.
    pub seq: u64,
}

impl Recorded {
    /// The head that this record is.
    #[must_use]
    pub const fn head(&self) -> Head {
        Head { seq: self.seq, hash: self.hash }
    }
}

/// A record as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRecord {
    /// Place in the chain, from 1.
    pub seq: u64,
    /// Id of the act.
    pub act: Uuid,
    /// Recording time.
    pub at: Moment,
    /// Flat name of the command.
    pub command: String,
    /// How many records directly before this one the clock wrote for the same submission.
    pub struck: u64,
    /// The exact canonical bytes.
    pub bytes: Vec<u8>,
    /// Their hash.
    pub hash: Digest,
}

/// Why an act was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// The law or the machine refuses the act; what fell due before it is struck all the same.
    #[error("refused under {}", .refusal.rule)]
    Refused {
        /// Rule, what was found, what it requires, article, remedy.
        refusal: Box<Refusal>,
        /// What the clock struck before it.
        strikes: Vec<Recorded>,
    },
    /// The case has moved on since the caller looked.
    #[error("stale: expected head {}, found {}", .expected.seq, .found.seq)]
    Stale {
        /// The head that the caller expected.
        expected: Head,
        /// The head in the store.
        found: Head,
    },
    /// Another case of the same employer holds an open negotiation of the kind.
    #[error("case {case} holds the employer's open negotiation")]
    AlreadyOpen {
        /// The case that holds it.
        case: Uuid,
    },
    /// The act id is taken by another command in this case.
    #[error("act id is taken by the record {seq}")]
    ActTaken {
        /// The record that has it.
        seq: u64,
    },
    /// The rows that travel with the act aren't those it names.
    #[error("the document isn't the one that the act records")]
    OtherDocument,
    /// More is waiting than the queue takes; ask again.
    #[error("busy")]
    Busy,
    /// The stored history of the case is damaged; nothing is recorded on it.
    #[error("damaged history: {0:?}")]
    Corrupt(Corrupt),
    /// The store failed; nothing was recorded.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for SubmitError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<CanonicalError> for SubmitError {
    fn from(error: CanonicalError) -> Self {
        Self::Store(error.into())
    }
}

/// A write that belongs to no act: reference data, erasure, the outbox, rows ahead of their act.
#[derive(Clone, Debug)]
pub enum Chore {
    /// Whatever is written about accounts.
    Account(AccountChore),
    /// Whatever is written about organisations, rosters and how people come in.
    People(PeopleChore),
    /// Whatever is written about ballots, except what anybody chose.
    Ballot(BallotChore),
    /// Whatever a side says among itself.
    Caucus(CaucusChore),
    /// How somebody wants to be reminded of last days.
    Notice {
        /// Whose choice.
        account: Uuid,
        /// What they chose.
        notice: Notice,
    },
    /// Keeps a rule edition.
    Ruleset(Ruleset),
    /// Keeps a data set.
    Dataset(Dataset),
    /// Keeps a template.
    Template(Template),
    /// Keeps a person ahead of the act that names them.
    Person {
        /// The case.
        case: Uuid,
        /// The person.
        person: Person,
    },
    /// Keeps a file ahead of the act that names it.
    Attachment {
        /// The case.
        case: Uuid,
        /// The file.
        attachment: Attachment,
    },
    /// Erases every version of a person's fields in a case.
    ErasePerson {
        /// The case.
        case: Uuid,
        /// Id of the person.
        id: String,
        /// When.
        at: Moment,
    },
    /// Erases data and PDF of a document.
    EraseDocument {
        /// The case.
        case: Uuid,
        /// Number of the document.
        number: String,
        /// Its version.
        version: u32,
        /// When.
        at: Moment,
    },
    /// Erases the bytes of a file.
    EraseAttachment {
        /// The case.
        case: Uuid,
        /// The file.
        sha256: Digest,
        /// When.
        at: Moment,
    },
    /// Writes nothing, and ends when everything that can be seen now is as safe as an act that is answered: on the
    /// synchronous standby as well, where a server has one. For whoever acknowledges what was read instead of written.
    Settle,
    /// A message was sent.
    Sent {
        /// The message.
        id: MessageId,
        /// When.
        at: Moment,
    },
    /// A worker takes a message for a while; nothing changes where another one was faster.
    Claim {
        /// The message.
        id: MessageId,
        /// When it was due as this worker read it.
        seen: Moment,
        /// From when on another worker may take it.
        until: Moment,
    },
    /// An attempt at a message failed.
    Retry {
        /// The message.
        id: MessageId,
        /// When it is due next.
        next_at: Moment,
        /// Why it failed, for staff.
        problem: String,
    },
    /// The receiver's side reported that a message arrived.
    Delivered {
        /// The message.
        id: MessageId,
        /// When it was reported.
        at: Moment,
    },
    /// The receiver's side refused a message for good, or reported that it came back.
    Bounced {
        /// The message.
        id: MessageId,
        /// When.
        at: Moment,
        /// Why, for staff.
        problem: String,
    },
    /// A message to everyone becomes one for each receiver, under the same record and further part numbers.
    Address {
        /// The message to everyone.
        id: MessageId,
        /// When.
        at: Moment,
        /// Those in its place.
        messages: Vec<Message>,
    },
    /// Puts a reminder of a duty to everyone in the case into the outbox; nothing changes where it is there.
    Remind {
        /// The case.
        case: Uuid,
        /// Id of the duty in the case.
        duty: String,
        /// How many days before the last one it is meant for.
        days: u32,
        /// When.
        at: Moment,
        /// The message's content, JSON.
        payload: String,
    },
    /// Takes or renews a job of which one process does one at a time.
    Lease {
        /// Name of the job.
        name: String,
        /// The process.
        holder: Uuid,
        /// Now.
        now: Moment,
        /// Until when the process has the job unless it renews.
        until: Moment,
        /// After this no lease can end: one that does was taken by a process whose clock was ahead, and is taken over.
        latest: Moment,
    },
}

impl SubmitError {
    /// The error for people; a refusal says more with its own texts.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Refused { refusal, .. } => refusal.found(),
            Self::Stale { expected, found } => {
                Said::new("store-stale").arg("expected", expected.seq).arg("found", found.seq)
            }
            Self::AlreadyOpen { case } => Said::new("store-already-open").arg("case", case),
            Self::ActTaken { seq } => Said::new("store-act-taken").arg("seq", seq),
            Self::OtherDocument => Said::new("store-other-document"),
            Self::Busy => Said::new("store-busy"),
            Self::Corrupt(corrupt) => {
                Said::new("store-corrupt").arg("case", corrupt.case).arg("seq", corrupt.seq).arg("what", &corrupt.what)
            }
            Self::Store(error) => error.said(),
        }
    }
}
