//! Deciding, applying, hashing and linking in memory: the machine by itself.

use negotiation::{Act, CaseState, LawBook, SealedRecord, perform};

use crate::{Cases, Effort, Figure, Measured, Rate, Stopwatch, Trouble};

/// The records of one case.
pub type Records = Vec<SealedRecord>;

/// Performs whole cases; gives the figure and the records, which the verifying part reads.
///
/// # Errors
/// An act of a standard case was refused.
pub fn measure(book: &LawBook, cases: &Cases, effort: &Effort) -> Result<(Figure, Vec<Records>), Trouble> {
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

/// The record of middle size.
#[must_use]
pub fn usual_record(cases: &[Records]) -> Option<Vec<u8>> {
    let mut sizes: Vec<&[u8]> = cases.iter().flatten().map(|record| record.bytes.as_slice()).collect();
    sizes.sort_by_key(|bytes| bytes.len());
    sizes.get(sizes.len() / 2).map(|bytes| bytes.to_vec())
}

/// The case that records belong to, as they name it.
#[must_use]
pub fn case_of(records: &Records) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        case: String,
    }
    let first = records.first()?;
    Some(serde_json::from_slice::<Named>(&first.bytes).ok()?.case)
}
