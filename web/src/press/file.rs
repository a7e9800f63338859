//! A case as the store has it, read page by page: records with who acted, persons, the agreement on which it hangs.

use std::collections::BTreeMap;

use ledger::Digest;
use negotiation::command::OpenCase;
use negotiation::state::Stage;
use negotiation::{Actor, Corrupt, Event};
use serde::Deserialize;
use store::{MAX_PAGE, Recorded, Store, StoreError, StoredPerson, StoredRecord};
use uuid::Uuid;

use super::PressError;
use crate::paper::course::Made;
use crate::paper::rolls::Rolls;
use crate::paper::{Before, Course, parent};
use crate::people::{Fields, People};

/// Records read at a time.
const PAGE: u32 = 200;

/// A case as the store has it.
pub(super) struct File {
    /// The agreement on which the case hangs.
    pub(super) before: Option<Before>,
    /// The case.
    pub(super) case: Uuid,
    edition: Option<Digest>,
    /// Its persons.
    pub(super) people: People,
    /// The rolls on which it was voted; read only where it was.
    pub(super) rolls: Rolls,
    /// Its records with who acted, oldest first.
    pub(super) records: Vec<(Recorded, Actor)>,
}

/// What a record says, as far as papers need it.
#[derive(Deserialize)]
struct Written {
    actor: Actor,
    data: WrittenData,
    rules: Digest,
}

#[derive(Deserialize)]
struct WrittenData {
    events: Vec<Event>,
}

impl File {
    /// Reads a case.
    pub(super) async fn read(store: &Store, case: Uuid) -> Result<Self, PressError> {
        let stored = all_records(store, case, None).await?;
        let people = people(store, case, &stored).await?;
        let (mut records, mut edition) = (Vec::with_capacity(stored.len()), None);
        for record in &stored {
            let (recorded, actor, rules) = read(case, record)?;
            records.push((recorded, actor));
            edition = Some(rules);
        }
        let voted = records.iter().any(|(recorded, _)| recorded.events.iter().any(|event| event.vote().is_some()));
        let rolls = if voted { super::rolls::read(store, case).await? } else { Rolls::default() };
        let before = match opened(&records).and_then(|opened| opened.parent.as_ref()) {
            Some(on) => before(store, on.case, on.head).await?,
            None => None,
        };
        Ok(Self { before, case, edition, people, rolls, records })
    }

    /// The rule edition of the case; none where it has no records.
    pub(super) const fn edition(&self) -> Option<Digest> {
        self.edition
    }

    /// Papers that are recorded.
    pub(super) fn made(&self) -> Made {
        let events = self.records.iter().flat_map(|(recorded, _)| &recorded.events);
        let documents =
            events.filter_map(|event| if let Event::DocumentRecorded(e) = event { Some(&e.document) } else { None });
        documents.map(|document| (document.number.clone(), document.version)).collect()
    }
}

fn read(case: Uuid, record: &StoredRecord) -> Result<(Recorded, Actor, Digest), Corrupt> {
    let written: Written = serde_json::from_slice(&record.bytes).map_err(|error| Corrupt {
        case,
        seq: record.seq,
        what: error.to_string(),
    })?;
    let StoredRecord { act, at, hash, seq, .. } = *record;
    Ok((Recorded { act, at, events: written.data.events, hash, seq }, written.actor, written.rules))
}

/// All records of a case, or those up to one.
async fn all_records(store: &Store, case: Uuid, up_to: Option<Digest>) -> Result<Vec<StoredRecord>, StoreError> {
    let mut all: Vec<StoredRecord> = Vec::new();
    loop {
        let after = all.last().map_or(0, |record| record.seq);
        let page = store.records_after(case, after, PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        for record in page {
            let is_last = up_to == Some(record.hash);
            all.push(record);
            if is_last {
                return Ok(all);
            }
        }
    }
}

fn opened(records: &[(Recorded, Actor)]) -> Option<&OpenCase> {
    let (first, _) = records.first()?;
    first.events.iter().find_map(|event| if let Event::CaseOpened(e) = event { Some(&e.opened) } else { None })
}

/// The agreement of the parent, as it stood at the record that the opening names; none where it wasn't in force there.
async fn before(store: &Store, case: Uuid, head: Digest) -> Result<Option<Before>, PressError> {
    let mut course = Course::default();
    for record in all_records(store, case, Some(head)).await? {
        course.fold(&read(case, &record)?.0)?;
    }
    let n = course.negotiation().filter(|n| course.head().hash == head && matches!(n.stage, Stage::Effective(_)));
    Ok(n.and_then(parent::before))
}

/// Persons by id. Where a person's fields were corrected, those count that the newest record commits to.
async fn people(store: &Store, case: Uuid, records: &[StoredRecord]) -> Result<People, PressError> {
    let mut rows: BTreeMap<String, Vec<StoredPerson>> = BTreeMap::new();
    let mut after: Option<StoredPerson> = None;
    loop {
        let page = store.persons_of(case, after.as_ref(), MAX_PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.clone());
        for person in page {
            rows.entry(person.id.clone()).or_default().push(person);
        }
    }
    let fields = rows.into_iter().filter_map(|(id, mut versions)| {
        if versions.len() > 1 {
            versions.sort_by_key(|person| named(records, person.commitment));
        }
        let content = versions.pop()?.content?;
        Some((id, serde_json::from_slice::<Fields>(&content.fields).ok()?))
    });
    Ok(People(fields.collect()))
}

/// Number of the newest record that commits to a person's fields; 0 where none does.
fn named(records: &[StoredRecord], commitment: Digest) -> u64 {
    let text = commitment.to_string();
    let commits = |record: &&StoredRecord| record.bytes.windows(text.len()).any(|part| part == text.as_bytes());
    records.iter().rev().find(commits).map_or(0, |record| record.seq)
}
