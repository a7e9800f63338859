//! What many jobs decided, in order, each on what those before it left; nothing of it is written yet.

use std::collections::BTreeMap;

use law::time::Moment;
use negotiation::{CaseState, Corrupt, Head, Performed, SealedRecord};
use uuid::Uuid;

use super::answers::Answer;
use super::script::Transaction;
use super::write::{chores, projections};
use super::writes::{Rows, Writes};
use super::{Cache, Decide, Job, decide};
use crate::cache::Known;
use crate::projection::{Hold, hold};
use crate::{Receipt, Recorded, StoreError, Submission, SubmitError};

/// Jobs, their answers, and what is to be written before the answers are given.
#[derive(Default)]
pub(super) struct Batch {
    jobs: Vec<Job>,
    answers: Vec<Answer>,
    /// The head of each case before this batch.
    from: BTreeMap<Uuid, Head>,
    writes: Writes,
    /// Something in it can't be written with the others as it stands: its jobs are to be done again, carefully.
    careful: bool,
}

/// A batch on its way: everything that is written, and what is said afterwards.
pub(super) struct Ready {
    pub(super) answers: Vec<Answer>,
    pub(super) cases: Vec<Uuid>,
    pub(super) jobs: Vec<Job>,
    pub(super) rows: Rows,
    /// Cases that answers rest on though nothing of theirs is written, each with its head.
    pub(super) unwritten: Vec<(Uuid, Head)>,
}

impl Batch {
    pub(super) const fn is_empty(&self) -> bool {
        self.jobs.is_empty()
    }

    pub(super) const fn len(&self) -> usize {
        self.jobs.len()
    }

    pub(super) const fn is_careful(&self) -> bool {
        self.careful
    }

    /// Takes a job in without deciding it: it is to be done carefully, and all others with it.
    pub(super) fn add_undecided(&mut self, job: Job) {
        self.jobs.push(job);
        self.careful = true;
    }

    /// The jobs, to be decided anew, and the cases whose states aren't to be used again.
    pub(super) fn undone(self) -> (Vec<Job>, Vec<Uuid>) {
        (self.jobs, self.from.into_keys().collect())
    }

    /// Decides a job. Where that isn't possible beside other batches, the whole batch is to be done carefully.
    pub(super) async fn add(&mut self, decide: &dyn Decide, case: Result<&mut Known, &Corrupt>, job: Job) {
        match self.decided(decide, case, &job, None).await {
            Ok(answer) => {
                self.answers.push(answer);
                self.jobs.push(job);
            }
            Err(_) => self.add_undecided(job),
        }
    }

    /// Decides a job; `careful` is the transaction in which all is written, where there is one already.
    pub(super) async fn decided(
        &mut self,
        decide: &dyn Decide,
        case: Result<&mut Known, &Corrupt>,
        job: &Job,
        careful: Option<&mut Transaction<'_>>,
    ) -> Result<Answer, StoreError> {
        let known = match case {
            Ok(known) => known,
            Err(corrupt) => {
                let corrupt = || SubmitError::Corrupt(corrupt.clone());
                return Ok(match job {
                    Job::Submit(..) => Answer::submit(Err(corrupt())),
                    Job::Strike(..) => Answer::Strike(Box::new(Err(corrupt()))),
                    Job::Chore(..) => return Err(StoreError::HeadMoved),
                });
            }
        };
        match job {
            Job::Submit(submission, _) => self.submit(decide, known, submission, careful).await,
            Job::Strike(_, now, _) => self.strike(decide, known, *now, careful).await,
            Job::Chore(..) => Err(StoreError::HeadMoved),
        }
    }

    /// Does a chore at once, in the transaction in which all is written.
    pub(super) async fn chore(transaction: &mut Transaction<'_>, job: &Job) -> Result<Option<Answer>, StoreError> {
        let Job::Chore(chore, _) = job else { return Ok(None) };
        Ok(Some(Answer::Chore(chores::run(transaction.inside().await?, chore).await?)))
    }

    async fn submit(
        &mut self,
        decide: &dyn Decide,
        known: &mut Known,
        submission: &Submission,
        careful: Option<&mut Transaction<'_>>,
    ) -> Result<Answer, StoreError> {
        let act = &submission.act;
        if let Some((seq, struck)) = known.acts.get(&act.act) {
            return Ok(Answer::Again(*seq, *struck));
        }
        let Ok(named) = decide::named(submission) else {
            return Ok(Answer::submit(Err(SubmitError::OtherDocument)));
        };
        let head = known.state.head();
        self.from.entry(act.case).or_insert(head);
        if let Some(expected) = submission.expected_head.filter(|expected| *expected != head) {
            return Ok(Answer::submit(Err(SubmitError::Stale { expected, found: head })));
        }
        let before = hold(known.state.negotiation());
        // Only a first offer can find the employer taken, and only then is the state needed as it was. Whatever else goes
        // wrong fails the batch, and the case is read anew.
        let as_it_was = (careful.is_some() && before == Hold::NotYet).then(|| known.state.clone());
        let state = std::mem::replace(&mut known.state, CaseState::empty(act.case));
        let Performed { outcome, records, state } = decide::perform(decide, state, act.clone())?;
        let after = hold(state.negotiation());
        if let Some(case) = self.exclusion(act.case, &before, after, careful).await? {
            known.state = as_it_was.ok_or(StoreError::HeadMoved)?;
            return Ok(Answer::submit(Err(SubmitError::AlreadyOpen { case })));
        }
        known.state = state;
        remember(known, &records, outcome.is_ok());
        let mut strikes = self.writes.records(act.case, records, outcome.is_ok())?;
        Ok(Answer::submit(match outcome {
            Err(refusal) => Err(SubmitError::Refused { refusal: Box::new(refusal), strikes }),
            Ok(()) => {
                let own = strikes.pop().ok_or(StoreError::Panicked)?;
                self.writes.beside(submission, own.seq, named);
                Ok(Receipt { case: act.case, act: own, strikes })
            }
        }))
    }

    /// Strikes what is due in a case by now.
    async fn strike(
        &mut self,
        decide: &dyn Decide,
        known: &mut Known,
        now: Moment,
        careful: Option<&mut Transaction<'_>>,
    ) -> Result<Answer, StoreError> {
        let case = known.state.case();
        let mut state = known.state.clone();
        self.from.entry(case).or_insert(state.head());
        let struck: Result<Vec<Recorded>, SubmitError> = match decide::strike(decide, &mut state, now)? {
            Err(refusal) => Err(SubmitError::Refused { refusal: Box::new(refusal), strikes: Vec::new() }),
            Ok(records) => {
                let (before, after) = (hold(known.state.negotiation()), hold(state.negotiation()));
                self.exclusion(case, &before, after, careful).await?;
                known.state = state;
                remember(known, &records, false);
                Ok(self.writes.records(case, records, false)?)
            }
        };
        Ok(Answer::Strike(Box::new(struck)))
    }

    /// Claims the employer's open negotiation for the case, or gives it back. Gives another case where that one holds it.
    ///
    /// Only the offer depends on the claim. Where a case comes back from its end, or turns out to be of another employer,
    /// the claim is taken if it is free, but nobody is kept from correcting a record: that is done carefully. Usually the
    /// claims of a batch are written with everything else, and one that is taken fails it; then its jobs are done again.
    async fn exclusion(
        &mut self,
        case: Uuid,
        before: &Hold,
        after: Hold,
        careful: Option<&mut Transaction<'_>>,
    ) -> Result<Option<Uuid>, StoreError> {
        if *before == after {
            return Ok(None);
        }
        let Some(transaction) = careful else {
            self.writes.exclusion(case, before, after)?;
            return Ok(None);
        };
        let connection = transaction.inside().await?;
        if let Hold::Open { .. } = before {
            projections::release(connection, case).await?;
        }
        let Hold::Open { employer, kind } = after else {
            return Ok(None);
        };
        let holder = projections::claim(connection, &employer, kind, case).await?;
        Ok((holder != case && *before == Hold::NotYet).then_some(holder))
    }

    /// Everything that is to be written, with the projections of the cases that moved.
    pub(super) fn ready(self, cache: &mut Cache) -> Ready {
        let Self { jobs, answers, from, writes, .. } = self;
        let rows = writes.rows(&from, cache);
        let unwritten =
            from.iter().filter(|(case, _)| !rows.moves(**case)).map(|(case, from)| (*case, *from)).collect();
        Ready { answers, cases: from.into_keys().collect(), jobs, rows, unwritten }
    }
}

/// Adds what was recorded to the acts that are known of the case.
fn remember(known: &mut Known, records: &[SealedRecord], accepted: bool) {
    for (i, record) in (0_u64..).zip(records) {
        let own = accepted && i + 1 == records.len() as u64;
        known.acts.insert(record.act, (record.seq, if own { i } else { 0 }));
    }
}
