//! Lists of ballots that have ended, counted again once in this process: a list never changes, so thousands who open its page
//! cost no recount and no reading of the case.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use ballot::{Bundle, Report, check};
use ledger::{Digest, purpose};
use negotiation::Event;
use serde::Deserialize;
use serde_json::value::RawValue;
use store::{MAX_PAGE, Store, StoreError};
use tokio::sync::{Mutex as Turn, OnceCell};
use uuid::Uuid;

/// So many lists are kept in memory; the one that was asked for least recently goes first.
const KEPT: usize = 16;

/// A list that was counted again.
#[derive(Debug)]
pub struct Counted {
    /// The list.
    pub bundle: Bundle,
    /// Its digest, by which the record of the vote names it.
    pub list: Digest,
    /// What counting again found.
    pub report: Report,
    /// The vote that names it, and up to which record it was looked for.
    vote: Turn<(u64, Option<Arc<Voted>>)>,
}

/// The record by which a list became a vote.
#[derive(Debug)]
pub struct Voted {
    /// What was decided.
    pub event: Event,
    /// The rules under which it was.
    pub rules: Digest,
}

/// What is read of a record.
#[derive(Deserialize)]
struct Recorded<'a> {
    #[serde(borrow)]
    data: Data<'a>,
    rules: Digest,
}

#[derive(Deserialize)]
struct Data<'a> {
    #[serde(borrow)]
    events: &'a RawValue,
}

impl Counted {
    fn of(bytes: &[u8]) -> Result<Self, StoreError> {
        let damaged =
            |error: serde_json::Error| StoreError::Value { column: "ballot.bundle", found: error.to_string() };
        let bundle: Bundle = serde_json::from_slice(bytes).map_err(damaged)?;
        let report = check(&bundle, None);
        Ok(Self { bundle, list: Digest::of(purpose::BALLOT, bytes), report, vote: Turn::default() })
    }

    /// The vote that was recorded with this list; `None` as long as there is none. Each record of the case is looked at
    /// once.
    ///
    /// # Errors
    /// The store can't be read, or a record of it.
    pub async fn vote(&self, store: &Store) -> Result<Option<Arc<Voted>>, StoreError> {
        let mut seen = self.vote.lock().await;
        if seen.1.is_some() {
            return Ok(seen.1.clone());
        }
        let case = self.bundle.definition.case;
        let head = store.head(case).await?.map_or(0, |head| head.seq);
        while seen.0 < head {
            let page = store.records_after(case, seen.0, MAX_PAGE).await?;
            let Some(last) = page.last() else { break };
            let last = last.seq;
            for record in &page {
                if let Some(voted) = self.named_by(&record.bytes)? {
                    *seen = (record.seq, Some(Arc::new(voted)));
                    return Ok(seen.1.clone());
                }
            }
            seen.0 = last;
        }
        Ok(None)
    }

    fn named_by(&self, record: &[u8]) -> Result<Option<Voted>, StoreError> {
        let digits = self.list.to_string();
        if !record.windows(digits.len()).any(|part| part == digits.as_bytes()) {
            return Ok(None);
        }
        let damaged = |error: serde_json::Error| StoreError::Value { column: "record.bytes", found: error.to_string() };
        let Recorded { data, rules } = serde_json::from_slice(record).map_err(damaged)?;
        let events: Vec<Event> = serde_json::from_slice(data.events.get().as_bytes()).map_err(damaged)?;
        let names = |event: &Event| {
            event.vote().and_then(|vote| vote.online.as_ref()).is_some_and(|online| online.list == self.list)
        };
        Ok(events.into_iter().find(names).map(|event| Voted { event, rules }))
    }
}

type Cell = Arc<OnceCell<Arc<Counted>>>;

/// The lists that are kept.
#[derive(Debug, Default)]
pub(crate) struct Lists(Mutex<VecDeque<(Uuid, Cell)>>);

impl Lists {
    /// The list of a ballot, counted by whoever asks first while the others wait; `None` where there is none yet.
    pub(crate) async fn counted(
        &self,
        store: &Store,
        case: Uuid,
        ballot: Uuid,
    ) -> Result<Option<Arc<Counted>>, StoreError> {
        let cell = self.cell(ballot);
        if let Some(counted) = cell.get() {
            return Ok(Some(Arc::clone(counted)));
        }
        let Some(bytes) = store.ballot_list(case, ballot).await? else { return Ok(None) };
        let count = async || {
            // Thousands of seals are computed again: not on a thread that serves others.
            let counting = tokio::task::spawn_blocking(move || Counted::of(&bytes));
            counting.await.map_err(|_| StoreError::Panicked)?.map(Arc::new)
        };
        cell.get_or_try_init(count).await.map(|counted| Some(Arc::clone(counted)))
    }

    fn cell(&self, ballot: Uuid) -> Cell {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let had = kept.iter().position(|(id, _)| *id == ballot).and_then(|at| kept.remove(at));
        let (id, cell) = had.unwrap_or_else(|| (ballot, Cell::default()));
        kept.push_front((id, Arc::clone(&cell)));
        kept.truncate(KEPT);
        cell
    }
}
