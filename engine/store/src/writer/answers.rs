//! Answers, and receipts for acts that were recorded before.

use std::time::Duration;

use negotiation::{Act, Actor, Command, Event};
use serde::Deserialize;
use uuid::Uuid;

use super::{Connection, Job, read};
use crate::patience::in_time;
use crate::{Receipt, Recorded, StoreError, StoredRecord, SubmitError};

/// The answer to one job, given once its batch is committed.
pub(super) enum Answer {
    Submit(Box<Result<Receipt, SubmitError>>),
    Strike(Box<Result<Vec<Recorded>, SubmitError>>),
    Chore(bool),
    /// The act is recorded already, at this sequence after so many strikes; the receipt is read once all is committed.
    Again(u64, u64),
}

/// Where answers are given: the connection of their batch, as long as it answers.
pub(super) struct Counter<'c> {
    connection: Option<&'c mut Connection>,
    patience: Duration,
}

impl<'c> Counter<'c> {
    pub(super) const fn new(connection: Option<&'c mut Connection>, patience: Duration) -> Self {
        Self { connection, patience }
    }

    /// Gives all answers of a batch. `false` where the database fell silent meanwhile.
    pub(super) async fn give(mut self, answers: Vec<Answer>, jobs: Vec<Job>) -> bool {
        for (answer, job) in answers.into_iter().zip(jobs) {
            answer.give(job, &mut self).await;
        }
        self.connection.is_some()
    }

    /// The receipt of an act that was recorded before.
    async fn receipt(&mut self, act: &Act, seq: u64, struck: u64) -> Result<Receipt, SubmitError> {
        let connection = self.connection.as_deref_mut().ok_or(StoreError::Unreachable)?;
        let receipt = in_time(self.patience, receipt_again(connection, act, seq, struck)).await;
        if matches!(receipt, Err(StoreError::Unreachable)) {
            self.connection = None;
        }
        receipt?
    }
}

impl Answer {
    pub(super) fn submit(result: Result<Receipt, SubmitError>) -> Self {
        Self::Submit(Box::new(result))
    }

    /// Whether it acknowledges what the database had before, and nothing of its own.
    pub(super) const fn settles(&self) -> bool {
        matches!(self, Self::Again(..) | Self::Chore(false))
    }

    /// Gives the answer to whoever waits for it.
    async fn give(self, job: Job, counter: &mut Counter<'_>) {
        match (self, job) {
            (Self::Again(seq, struck), Job::Submit(submission, waiting)) => {
                waiting.send(counter.receipt(&submission.act, seq, struck).await);
            }
            (Self::Submit(result), Job::Submit(_, waiting)) => waiting.send(*result),
            (Self::Strike(result), Job::Strike(_, _, waiting)) => waiting.send(*result),
            (Self::Chore(changed), Job::Chore(_, waiting)) => waiting.send(Ok(changed)),
            // A batch answers its jobs in order, each with its own kind.
            (Self::Submit(_) | Self::Strike(_) | Self::Chore(_) | Self::Again(..), job) => {
                Self::failed(StoreError::Stopped, job);
            }
        }
    }

    /// Tells whoever waits that nothing was written.
    pub(super) fn failed(error: StoreError, job: Job) {
        match job {
            Job::Submit(_, waiting) => waiting.send(Err(error.into())),
            Job::Strike(_, _, waiting) => waiting.send(Err(error.into())),
            Job::Chore(_, waiting) => waiting.send(Err(error)),
        }
    }
}

/// The receipt of an act that is recorded already, built from its records.
///
/// # Errors
/// [`SubmitError::ActTaken`] where the record is of another command or actor.
async fn receipt_again(
    connection: &mut Connection,
    act: &Act,
    seq: u64,
    struck: u64,
) -> Result<Result<Receipt, SubmitError>, StoreError> {
    let first = seq - struck;
    let limit = u32::try_from(struck + 1).unwrap_or(u32::MAX);
    let mut records = read::records::records_after(connection, act.case, first - 1, limit).await?;
    let Some(own) = records.pop().filter(|record| record.seq == seq && record.act == act.act) else {
        return Err(missing(act.case, seq));
    };
    let written = Written::of(&own)?;
    if written.actor != act.actor || written.data.command != act.command {
        return Ok(Err(SubmitError::ActTaken { seq }));
    }
    let strikes = records.iter().map(as_recorded).collect::<Result<_, _>>()?;
    Ok(Ok(Receipt { case: act.case, act: as_recorded(&own)?, strikes }))
}

fn as_recorded(record: &StoredRecord) -> Result<Recorded, StoreError> {
    let events = Written::of(record)?.data.events;
    Ok(Recorded { act: record.act, at: record.at, events, hash: record.hash, seq: record.seq })
}

/// What the bytes of a record say, as far as a receipt needs it.
#[derive(Deserialize)]
struct Written {
    actor: Actor,
    data: WrittenData,
}

#[derive(Deserialize)]
struct WrittenData {
    command: Command,
    events: Vec<Event>,
}

impl Written {
    fn of(record: &StoredRecord) -> Result<Self, StoreError> {
        serde_json::from_slice(&record.bytes)
            .map_err(|error| StoreError::Value { column: "record.bytes", found: format!("{}: {error}", record.seq) })
    }
}

fn missing(case: Uuid, seq: u64) -> StoreError {
    StoreError::Value { column: "record.seq", found: format!("{case}: {seq}") }
}
