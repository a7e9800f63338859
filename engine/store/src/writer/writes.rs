//! Everything that a batch writes, collected while it is decided and carried out set by set.

use std::collections::BTreeMap;

use law::time::Moment;
use ledger::canonical::{self, CanonicalError};
use negotiation::{Head, SealedRecord};
use uuid::Uuid;

use super::decide::Named;
use super::script::Script;
use super::write::chain::{self, Moved, NewRecord};
use super::write::files::{self, NewDocument};
use super::write::{outbox, projections};
use crate::cache::Known;
use crate::projection::{case_line, duty_lines};
use crate::{Attachment, CaseLine, Document, DutyLine, Message, MessageId, Person, StoredRecord, Submission};

/// Audience of a message for everyone who belongs to the case.
const EVERYONE: &str = "case";

/// A case while its batch is decided.
pub(super) struct Working {
    pub(super) known: Known,
    /// The head in the database, as far as is known.
    pub(super) from: Head,
    /// Whether that head was read in this transaction.
    pub(super) seen: bool,
}

/// Rows to insert.
#[derive(Default)]
pub(super) struct Writes {
    records: Vec<NewRecord>,
    messages: Vec<Message>,
    persons: Vec<(Uuid, Person)>,
    documents: Vec<NewDocument>,
    attachments: Vec<(Uuid, Attachment)>,
}

impl Writes {
    /// Collects the records of one act, strikes first, and a message for each.
    pub(super) fn records(
        &mut self,
        case: Uuid,
        sealed: Vec<SealedRecord>,
        accepted: bool,
    ) -> Result<(), CanonicalError> {
        let count = sealed.len();
        for (i, record) in sealed.into_iter().enumerate() {
            let own = accepted && i + 1 == count;
            let struck = if own { i as u64 } else { 0 };
            self.announce(case, &record)?;
            let SealedRecord { act, at, bytes, hash, seq, command, .. } = record;
            let record = StoredRecord { seq, act, at, command: command.to_owned(), struck, bytes, hash };
            self.records.push(NewRecord { case, record });
        }
        Ok(())
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

    /// Adds everything to the script, with the projections of the cases that moved, and brings what is known of those
    /// cases up to date.
    pub(super) fn fill(&self, script: &mut Script, cases: &mut BTreeMap<Uuid, Working>) {
        let changed_at: BTreeMap<Uuid, Moment> = self.records.iter().map(|new| (new.case, new.record.at)).collect();
        let mut moved = Vec::new();
        let mut lines = Vec::new();
        let mut duties = Vec::new();
        for (case, Working { known, from, .. }) in cases {
            let to = known.state.head();
            if to == *from {
                continue;
            }
            let Some(at) = changed_at.get(case).copied() else {
                continue;
            };
            moved.push(Moved { case: *case, from: *from, to, at });
            if let Some(negotiation) = known.state.negotiation() {
                let line = case_line(*case, negotiation, at);
                if known.line.as_ref().is_none_or(|last| line != CaseLine { changed_at: at, ..last.clone() }) {
                    lines.push(line.clone());
                    known.line = Some(line);
                }
                let all = duty_lines(*case, negotiation);
                duties.extend(changed(&known.duties, &all));
                known.duties = all;
            }
        }
        chain::append(script, &self.records, &moved);
        projections::put(script, &lines, &duties);
        outbox::insert(script, &self.messages);
        files::put_persons(script, &self.persons);
        files::put_documents(script, &self.documents);
        files::put_attachments(script, &self.attachments);
    }
}

/// The lines that differ from what the projection says. Duties are only ever added, so places correspond.
fn changed<'a>(before: &'a [DutyLine], now: &'a [DutyLine]) -> impl Iterator<Item = DutyLine> + 'a {
    now.iter().enumerate().filter(|(i, line)| before.get(*i) != Some(*line)).map(|(_, line)| line.clone())
}
