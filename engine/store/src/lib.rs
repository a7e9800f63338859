//! All SQL: records, heads, projections, outbox, persons and files, on SQLite and on PostgreSQL.
//!
//! A [`Store`] is one database. Many read through it; one [`Writer`] writes. The writer takes the acts that wait,
//! decides them in order with the function it was given, and commits their records, heads, lists, duties, messages and
//! accompanying rows in one transaction; then it answers everyone. One act waiting is the common case and takes the
//! same way.
//!
//! Invariants: a record's bytes are stored exactly as they were hashed and never change; a case's head moves only from
//! the value that was read; what lists say commits with the record it follows from; a refused act stores nothing but
//! what the clock struck before it; every statement finds its rows by an index and every list comes in pages.
//!
//! There is no `Store` trait, and no SQL that is put together at run time except to copy whole tables: the bodies of `open`, `read`, `write`, `writer`,
//! `copy`, `urn` and `export` are compiled twice, inside module `sqlite` and inside module `postgres`, each with its database's types
//! and its few own statements. [`Store`] is whichever of the two its [`Place`] names.

#![expect(clippy::duplicate_mod, reason = "one body for each dialect, with that dialect's types")]

mod account;
mod ballot;
mod cache;
mod case_file;
mod caucus;
mod challenge;
mod error;
mod examine;
mod list;
mod moving;
mod notice;
mod patience;
mod people;
mod place;
mod postgres;
mod projection;
mod queue;
mod receipt;
mod rows;
mod seal;
mod sqlite;
mod store;
mod tables;
mod turns;

pub use account::{
    AccountChore, Hidden, InboxLine, ReadLine, Scope, Standing, StoredAccount, StoredSession, StoredToken,
};
pub use ballot::{BallotChore, BallotVoter, BoxKey, Cast, NewBallot, RollName, RollStep, StoredBallot, StoredRoll};
pub use case_file::CaseFile;
pub use caucus::{CaucusChore, CaucusNote};
pub use challenge::{
    ChallengeAnswer, ChallengeChore, ChallengeKind, MAX_CHALLENGES, MAX_OWN_CHALLENGES, NewChallenge, StoredChallenge,
};
pub use error::StoreError;
pub use examine::{Examined, Matters, Setting, examine};
pub use list::{CaseFilter, CaseLine, Delivery, DutyCursor, DutyLine, MAX_PAGE, Message, MessageId};
pub use moving::{Load, Snapshot};
pub use notice::Notice;
pub use people::{
    Organisation, OrganisationState, Pass, PassKind, PeopleChore, RosterDraft, RosterPerson, Scan, ShortMessage,
    Survey, SurveyAnswer,
};
pub use place::Place;
pub use queue::{Decide, Writer, WriterOptions, WriterTask};
pub use receipt::{Chore, Receipt, Recorded, StoredRecord, Submission, SubmitError};
pub use rows::{
    Attachment, AttachmentLine, Dataset, Document, DocumentLine, Person, PersonContent, Ruleset, StoredPerson, Template,
};
pub use seal::BoxSeal;
pub use store::{Store, bench, grant, migrate};
pub use tables::{Kind, Row, TABLES, Table, Value, table};

/// Texts of this crate, in Fluent syntax.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");
