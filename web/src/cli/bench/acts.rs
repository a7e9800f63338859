//! Deciding, applying, hashing and linking in memory: the machine by itself.

use negotiation::{Act, CaseState, LawBook, SealedRecord, perform};

use super::case::Cases;
use super::figure::{Figure, Measured, Rate};
use super::{Effort, Trouble};
use crate::clock::Stopwatch;

/// The records of one case.
pub(super) type Records = Vec<SealedRecord>;

/// Performs whole cases; gives the figure and the records, which the verifying part reads.
pub(super) fn measure(book: &LawBook, cases: &Cases, effort: &Effort) -> Result<(Figure, Vec<Records>), Trouble> {
    let mut rates = Vec::new();
    let mut records = Vec::new();
    for round in 0..effort.rounds {
        let waiting: Vec<Vec<Act>> = (1..=effort.cases).map(|number| cases.acts(number)).collect();
        let count: u64 = waiting.iter().map(|acts| acts.len() as u64).sum();
        let watch = Stopwatch::start();
        let mut done = Vec::with_capacity(waiting.len());
        for acts in waiting {
            done.push(play(book, acts)?);
        }
        rates.push(Rate::of(count, watch.elapsed()));
        if round == 0 {
            records = done;
        }
    }
    Ok((Figure::new("pure", Measured::Alone(Rate::median(rates)), None), records))
}

fn play(book: &LawBook, acts: Vec<Act>) -> Result<Records, Trouble> {
    let mut records = Vec::with_capacity(acts.len());
    let mut state = acts.first().map(|act| CaseState::empty(act.case)).ok_or(Trouble::Empty)?;
    for act in acts {
        let done = perform(book, state, act);
        done.outcome.map_err(|refusal| Trouble::Refused(Box::new(refusal)))?;
        records.extend(done.records);
        state = done.state;
    }
    Ok(records)
}
