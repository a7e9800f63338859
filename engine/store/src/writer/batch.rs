//! One transaction: load, decide in order, write everything set by set, commit.

use std::collections::BTreeMap;

use law::time::Moment;
use negotiation::{CaseState, Performed, SealedRecord};
use uuid::Uuid;

use super::answers::{self, Answer};
use super::load::{self, Loaded};
use super::script::Transaction;
use super::write::{chores, projections};
use super::writes::{Working, Writes};
use super::{Cache, Connection, Decide, Job, decide};
use crate::cache::Known;
use crate::projection::{Hold, hold};
use crate::{Receipt, Recorded, StoreError, Submission, SubmitError};

/// Writes a batch and gives the answers in the order of its jobs. On an error nothing is written.
pub(super) async fn run(
    connection: &mut Connection,
    cache: &mut Cache,
    decide: &dyn Decide,
    jobs: &[Job],
) -> Result<Vec<Answer>, StoreError> {
    let mut transaction = Transaction::new(connection);
    match decided(&mut transaction, cache, decide, jobs).await {
        Err(error) => {
            transaction.roll_back().await;
            Err(error)
        }
        Ok((answers, writes, loaded)) => {
            let mut cases: BTreeMap<Uuid, Working> =
                loaded.into_iter().filter_map(|(case, loaded)| Some((case, loaded.ok()?))).collect();
            transaction.commit(|script| writes.fill(script, &mut cases)).await?;
            for (case, Working { known, .. }) in cases {
                cache.put(case, known);
            }
            Ok(answers)
        }
    }
}

type Decided = (Vec<Answer>, Writes, BTreeMap<Uuid, Loaded>);

async fn decided(
    transaction: &mut Transaction<'_>,
    cache: &mut Cache,
    decide: &dyn Decide,
    jobs: &[Job],
) -> Result<Decided, StoreError> {
    let cases = load::cases(transaction, cache, jobs.iter().filter_map(Job::case)).await?;
    let mut batch = Batch { decide, cases, writes: Writes::default() };
    let mut answers = Vec::with_capacity(jobs.len());
    for job in jobs {
        answers.push(match job {
            Job::Submit(submission, _) => Answer::submit(batch.submit(transaction, submission).await?),
            Job::Strike(case, now, _) => Answer::Strike(Box::new(batch.strike(transaction, *case, *now).await?)),
            Job::Chore(chore, _) => Answer::Chore(chores::run(transaction.inside().await?, chore).await?),
        });
    }
    load::look_again(transaction, &batch.cases).await?;
    Ok((answers, batch.writes, batch.cases))
}

struct Batch<'a> {
    decide: &'a dyn Decide,
    cases: BTreeMap<Uuid, Loaded>,
    writes: Writes,
}

impl Batch<'_> {
    /// Decides one submission on what the ones before it left. The outer error fails the batch.
    async fn submit(
        &mut self,
        transaction: &mut Transaction<'_>,
        submission: &Submission,
    ) -> Result<Result<Receipt, SubmitError>, StoreError> {
        let act = &submission.act;
        let known = match self.cases.get_mut(&act.case) {
            None => return Err(StoreError::HeadMoved),
            Some(Err(corrupt)) => return Ok(Err(SubmitError::Corrupt(corrupt.clone()))),
            Some(Ok(working)) => &mut working.known,
        };
        if let Some((seq, struck)) = known.acts.get(&act.act) {
            return answers::receipt_again(transaction.inside().await?, act, *seq, *struck).await;
        }
        let Ok(named) = decide::named(submission) else {
            return Ok(Err(SubmitError::OtherDocument));
        };
        let head = known.state.head();
        if let Some(expected) = submission.expected_head.filter(|expected| *expected != head) {
            return Ok(Err(SubmitError::Stale { expected, found: head }));
        }
        let before = hold(known.state.negotiation());
        // Only a first offer can find the employer taken, and only then is the state needed as it was. Whatever else goes
        // wrong fails the batch, and the case is read anew.
        let as_it_was = (before == Hold::NotYet).then(|| known.state.clone());
        let state = std::mem::replace(&mut known.state, CaseState::empty(act.case));
        let Performed { outcome, records, state } = decide::perform(self.decide, state, act.clone())?;
        let after = hold(state.negotiation());
        if let Some(case) = exclusion(transaction, act.case, &before, &after).await? {
            known.state = as_it_was.ok_or(StoreError::Panicked)?;
            return Ok(Err(SubmitError::AlreadyOpen { case }));
        }
        known.state = state;
        remember(known, &records, outcome.is_ok());
        let mut strikes: Vec<Recorded> = records.iter().map(answers::recorded).collect();
        let answer = match outcome {
            Err(refusal) => Err(SubmitError::Refused { refusal: Box::new(refusal), strikes }),
            Ok(()) => {
                let own = strikes.pop().ok_or(StoreError::Panicked)?;
                self.writes.beside(submission, own.seq, named);
                Ok(Receipt { case: act.case, act: own, strikes })
            }
        };
        self.writes.records(act.case, records, answer.is_ok())?;
        Ok(answer)
    }

    /// Strikes what is due in a case by now.
    async fn strike(
        &mut self,
        transaction: &mut Transaction<'_>,
        case: Uuid,
        now: Moment,
    ) -> Result<Result<Vec<Recorded>, SubmitError>, StoreError> {
        let known = match self.cases.get_mut(&case) {
            None => return Err(StoreError::HeadMoved),
            Some(Err(corrupt)) => return Ok(Err(SubmitError::Corrupt(corrupt.clone()))),
            Some(Ok(working)) => &mut working.known,
        };
        let mut state = known.state.clone();
        let records = match decide::strike(self.decide, &mut state, now)? {
            Ok(records) => records,
            Err(refusal) => {
                return Ok(Err(SubmitError::Refused { refusal: Box::new(refusal), strikes: Vec::new() }));
            }
        };
        let (before, after) = (hold(known.state.negotiation()), hold(state.negotiation()));
        exclusion(transaction, case, &before, &after).await?;
        known.state = state;
        remember(known, &records, false);
        let strikes = records.iter().map(answers::recorded).collect();
        self.writes.records(case, records, false)?;
        Ok(Ok(strikes))
    }
}

/// Adds what was recorded to the acts that are known of the case.
fn remember(known: &mut Known, records: &[SealedRecord], accepted: bool) {
    for (i, record) in (0_u64..).zip(records) {
        let own = accepted && i + 1 == records.len() as u64;
        known.acts.insert(record.act, (record.seq, if own { i } else { 0 }));
    }
}

/// Claims the employer's open negotiation for the case, or gives it back. Gives another case where that one holds it.
///
/// Only the offer depends on the claim. Where a case comes back from its end, or turns out to be of another employer,
/// the claim is taken if it is free, but nobody is kept from correcting a record.
async fn exclusion(
    transaction: &mut Transaction<'_>,
    case: Uuid,
    before: &Hold,
    after: &Hold,
) -> Result<Option<Uuid>, StoreError> {
    if before == after {
        return Ok(None);
    }
    let connection = transaction.inside().await?;
    if let Hold::Open { .. } = before {
        projections::release(connection, case).await?;
    }
    let Hold::Open { employer, kind } = after else {
        return Ok(None);
    };
    let holder = projections::claim(connection, employer, kind, case).await?;
    Ok((holder != case && *before == Hold::NotYet).then_some(holder))
}
