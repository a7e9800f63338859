//! Everything that a batch writes, collected while it is decided and carried out set by set.

use std::collections::BTreeMap;

use law::time::Moment;
use ledger::canonical::{self, CanonicalError};
use negotiation::{Head, SealedRecord};
use uuid::Uuid;

use super::Cache;
use super::decide::Named;
use super::script::Script;
use super::write::chain::{self, Moved, NewRecord};
use super::write::files::{self, NewDocument};
use super::write::outbox::{self, EVERYONE};
use super::write::projections::{self, NewClaim};
use crate::projection::{Hold, case_line, changed_duties, still_says};
use crate::{
    Attachment, CaseLine, Document, DutyLine, Message, MessageId, Person, Recorded, StoreError, StoredRecord,
    Submission,
};

/// Rows that acts add, collected while they are decided.
#[derive(Default)]
pub(super) struct Writes {
    records: Vec<NewRecord>,
    messages: Vec<Message>,
    persons: Vec<(Uuid, Person)>,
    documents: Vec<NewDocument>,
    attachments: Vec<(Uuid, Attachment)>,
    claims: Vec<NewClaim>,
    released: Vec<Uuid>,
}

/// Everything that a batch writes.
pub(super) struct Rows {
    added: Writes,
    moved: BTreeMap<Uuid, Moved>,
    lines: Vec<CaseLine>,
    duties: Vec<DutyLine>,
}

impl Writes {
    /// Collects the records of one act, strikes first, and a message for each. Gives what the receipt says of them.
    pub(super) fn records(
        &mut self,
        case: Uuid,
        sealed: Vec<SealedRecord>,
        accepted: bool,
    ) -> Result<Vec<Recorded>, CanonicalError> {
        let count = sealed.len();
        let mut recorded = Vec::with_capacity(count);
        for (i, record) in sealed.into_iter().enumerate() {
            let own = accepted && i + 1 == count;
            let struck = if own { i as u64 } else { 0 };
            self.announce(case, &record)?;
            let SealedRecord { act, at, bytes, hash, seq, command, events, .. } = record;
            let record = StoredRecord { seq, act, at, command: command.to_owned(), struck, bytes, hash };
            self.records.push(NewRecord { case, record });
            recorded.push(Recorded { act, at, events, hash, seq });
        }
        Ok(recorded)
    }

    /// One message a record: that it was written, by whom. Who is told, and how, is decided where accounts are known.
    fn announce(&mut self, case: Uuid, record: &SealedRecord) -> Result<(), CanonicalError> {
        let payload = String::from_utf8_lossy(&canonical::to_vec(&record.actor)?).into_owned();
        self.messages.push(Message {
            id: MessageId { case, seq: record.seq, part: 0 },
            kind: record.command.to_owned(),
            audience: EVERYONE.to_owned(),
            payload,
            created_at: record.at,
            attempts: 0,
            next_at: record.at,
            problem: None,
        });
        Ok(())
    }

    /// Collects the rows that travel with an accepted act.
    pub(super) fn beside(&mut self, submission: &Submission, seq: u64, named: Option<(Named, &Document)>) {
        let case = submission.act.case;
        self.persons.extend(submission.persons.iter().map(|person| (case, person.clone())));
        self.attachments.extend(submission.attachments.iter().map(|attachment| (case, attachment.clone())));
        self.documents.extend(named.map(|(named, document)| NewDocument {
            case,
            number: named.number,
            version: named.version,
            kind: named.kind,
            recorded_seq: seq,
            document: document.clone(),
        }));
    }

    /// Collects a claim, or that one is given back.
    ///
    /// # Errors
    /// Anything else than a first claim and its return: that needs a look at who holds it now.
    pub(super) fn exclusion(&mut self, case: Uuid, before: &Hold, after: Hold) -> Result<(), StoreError> {
        match (before, after) {
            (Hold::NotYet, Hold::Open { employer, kind }) => self.claims.push(NewClaim { employer, kind, case }),
            (Hold::Open { .. }, Hold::Ended) if self.claims.iter().all(|claim| claim.case != case) => {
                self.released.push(case);
            }
            (Hold::NotYet | Hold::Open { .. } | Hold::Ended, Hold::NotYet | Hold::Open { .. } | Hold::Ended) => {
                return Err(StoreError::HeadMoved);
            }
        }
        Ok(())
    }

    /// Adds the projections of the cases that moved from the heads they had, and brings what is known of those cases up
    /// to date.
    pub(super) fn rows(self, from: &BTreeMap<Uuid, Head>, cache: &mut Cache) -> Rows {
        let newest = |new: &NewRecord| (Head { hash: new.record.hash, seq: new.record.seq }, new.record.at);
        let to: BTreeMap<Uuid, (Head, Moment)> = self.records.iter().map(|new| (new.case, newest(new))).collect();
        let mut rows = Rows { added: self, moved: BTreeMap::new(), lines: Vec::new(), duties: Vec::new() };
        for (case, (to, at)) in to {
            // Whoever decides on a case says on which head.
            let Some(from) = from.get(&case).copied() else { continue };
            rows.moved.insert(case, Moved { case, from, to, at });
            let Some(known) = cache.get(case) else { continue };
            if let Some(negotiation) = known.state.negotiation() {
                if !known.line.as_ref().is_some_and(|line| still_says(line, negotiation)) {
                    let line = case_line(case, negotiation, at);
                    rows.lines.push(line.clone());
                    known.line = Some(line);
                }
                rows.duties.extend(changed_duties(case, &mut known.duties, negotiation));
            }
        }
        rows
    }
}

impl Rows {
    /// Whether nothing is written.
    pub(super) const fn is_empty(&self) -> bool {
        self.added.records.is_empty()
    }

    /// Whether a record of the case is among them.
    pub(super) fn moves(&self, case: Uuid) -> bool {
        self.moved.contains_key(&case)
    }

    /// Adds everything to the script.
    pub(super) fn fill(self, script: &mut Script) {
        let Self { added, moved, lines, duties } = self;
        chain::append(script, added.records, moved.into_values().collect());
        projections::put(script, lines, duties);
        projections::claim_all(script, added.released, added.claims);
        outbox::insert(script, added.messages);
        files::put_persons(script, added.persons);
        files::put_documents(script, added.documents);
        files::put_attachments(script, added.attachments);
    }
}
