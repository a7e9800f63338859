//! Everything that an evidence bundle of a case needs, read at one moment.

use std::collections::{BTreeMap, BTreeSet};

use ledger::{Digest, purpose};
use negotiation::command::SystemCommand;
use negotiation::{Command, Event, Facts};
use serde::Deserialize;
use serde_json::value::RawValue;
use sqlx::Connection as _;
use uuid::Uuid;

use super::Store;
use super::dialect::Connection;
use super::read::{ballots, files, persons, records, references};
use crate::{
    Attachment, AttachmentLine, CaseFile, Dataset, Document, DocumentLine, MAX_PAGE, Ruleset, StoreError, StoredPerson,
    StoredRecord, Template,
};

impl Store {
    /// Reads a whole case; `None` where there is no such case. The chain isn't checked here: that is the verifier's
    /// business, with code of its own.
    ///
    /// # Errors
    /// The database fails, a record can't be read, or something that a record names isn't there.
    pub(crate) async fn case_file(&self, case: Uuid) -> Result<Option<CaseFile>, StoreError> {
        let mut reader = self.reader().await?;
        let mut moment = reader.begin().await?;
        let Some(head) = records::head(&mut moment, case).await? else {
            return Ok(None);
        };
        let records = records::all_records(&mut moment, case).await?;
        let named = Named::by(&records)?;
        let ballots = all_ballots(&mut moment, case, named.ballots).await?;
        let file = CaseFile {
            case,
            head,
            persons: all_persons(&mut moment, case).await?,
            documents: all_documents(&mut moment, case).await?,
            attachments: all_attachments(&mut moment, case).await?,
            rolls: all_rolls(&mut moment, case, &ballots).await?,
            ballots,
            rulesets: rulesets(&mut moment, named.rulesets).await?,
            datasets: datasets(&mut moment, named.datasets).await?,
            templates: templates(&mut moment, named.templates).await?,
            records,
        };
        moment.rollback().await?;
        Ok(Some(file))
    }
}

/// Hashes that a case's records name.
#[derive(Default)]
struct Named {
    rulesets: BTreeSet<Digest>,
    datasets: BTreeSet<Digest>,
    templates: BTreeSet<Digest>,
    ballots: BTreeSet<Digest>,
}

#[derive(Deserialize)]
struct Written<'a> {
    #[serde(borrow)]
    data: WrittenData<'a>,
    rules: Digest,
}

#[derive(Deserialize)]
struct WrittenData<'a> {
    command: Command,
    #[serde(borrow)]
    events: &'a RawValue,
    facts: Facts,
}

impl Named {
    fn by(records: &[StoredRecord]) -> Result<Self, StoreError> {
        let mut named = Self::default();
        for record in records {
            let damaged = |error: serde_json::Error| StoreError::Value {
                column: "record.bytes",
                found: format!("{}: {error}", record.seq),
            };
            let written: Written<'_> = serde_json::from_slice(&record.bytes).map_err(damaged)?;
            named.rulesets.insert(written.rules);
            if let Some(sets) = written.data.facts.datasets {
                named.datasets.extend([sets.calendar, sets.cpi, sets.guideline, sets.min_wage, sets.regions]);
            }
            if let Command::System(SystemCommand::RecordDocument(document)) = written.data.command {
                named.templates.insert(document.template);
            }
            // By the event, so that a vote which was entered from paper names its list once it is confirmed.
            let events = written.data.events.get();
            if events.contains("\"online\":") {
                let events: Vec<Event> = serde_json::from_slice(events.as_bytes()).map_err(damaged)?;
                let online = events.iter().filter_map(|event| event.vote()?.online.as_ref());
                named.ballots.extend(online.map(|online| online.list));
            }
        }
        Ok(named)
    }
}

async fn all_persons(connection: &mut Connection, case: Uuid) -> Result<Vec<StoredPerson>, StoreError> {
    let mut all: Vec<StoredPerson> = Vec::new();
    loop {
        let page = persons::persons_of(connection, case, all.last(), MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

async fn all_documents(
    connection: &mut Connection,
    case: Uuid,
) -> Result<Vec<(DocumentLine, Option<Document>)>, StoreError> {
    let mut all: Vec<(DocumentLine, Option<Document>)> = Vec::new();
    loop {
        let page = files::documents_of(connection, case, all.last().map(|(line, _)| line), MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        for line in page {
            let document = files::document(connection, case, &line.number, line.version).await?;
            all.push((line, document));
        }
    }
}

async fn all_attachments(
    connection: &mut Connection,
    case: Uuid,
) -> Result<Vec<(AttachmentLine, Option<Attachment>)>, StoreError> {
    let mut all: Vec<(AttachmentLine, Option<Attachment>)> = Vec::new();
    loop {
        let page = files::attachments_of(connection, case, all.last().map(|(line, _)| line), MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        for line in page {
            let bytes = files::attachment(connection, case, line.sha256).await?;
            let attachment = bytes.map(|bytes| Attachment { name: line.name.clone(), bytes });
            all.push((line, attachment));
        }
    }
}

/// Those that a vote names: the figures of a vote may come from a list that was kept elsewhere, which then isn't here.
async fn all_ballots(
    connection: &mut Connection,
    case: Uuid,
    named: BTreeSet<Digest>,
) -> Result<BTreeMap<Digest, Vec<u8>>, StoreError> {
    if named.is_empty() {
        return Ok(BTreeMap::new());
    }
    let lists = ballots::lists(connection, case).await?.into_iter();
    let lists = lists.map(|list| (Digest::of(purpose::BALLOT, &list), list));
    Ok(lists.filter(|(hash, _)| named.contains(hash)).collect())
}

/// Those that the definitions of lists name; definitions from before name none.
async fn all_rolls(
    connection: &mut Connection,
    case: Uuid,
    lists: &BTreeMap<Digest, Vec<u8>>,
) -> Result<BTreeMap<Digest, Vec<u8>>, StoreError> {
    let named: BTreeSet<Digest> =
        lists.values().filter_map(|list| Listed::read(list)?.definition.roll_digest).collect();
    if named.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rolls = ballots::rolls(connection, case, MAX_PAGE).await?.into_iter().map(|stored| stored.content);
    let rolls = rolls.map(|content| (::ballot::Roll::digest(&content), content));
    Ok(rolls.filter(|(hash, _)| named.contains(hash)).collect())
}

/// A published list, as far as its roll goes.
#[derive(Deserialize)]
struct Listed {
    definition: ::ballot::Definition,
}

impl Listed {
    fn read(list: &[u8]) -> Option<Self> {
        serde_json::from_slice(list).ok()
    }
}

async fn rulesets(
    connection: &mut Connection,
    hashes: BTreeSet<Digest>,
) -> Result<BTreeMap<Digest, Ruleset>, StoreError> {
    let mut all = BTreeMap::new();
    for hash in hashes {
        let found = references::ruleset(connection, hash).await?;
        all.insert(hash, found.ok_or(StoreError::Missing { table: "ruleset", hash })?);
    }
    Ok(all)
}

async fn datasets(
    connection: &mut Connection,
    hashes: BTreeSet<Digest>,
) -> Result<BTreeMap<Digest, Dataset>, StoreError> {
    let mut all = BTreeMap::new();
    for hash in hashes {
        let found = references::dataset(connection, hash).await?;
        all.insert(hash, found.ok_or(StoreError::Missing { table: "dataset", hash })?);
    }
    Ok(all)
}

async fn templates(
    connection: &mut Connection,
    hashes: BTreeSet<Digest>,
) -> Result<BTreeMap<Digest, Template>, StoreError> {
    let mut all = BTreeMap::new();
    for hash in hashes {
        let found = references::template(connection, hash).await?;
        all.insert(hash, found.ok_or(StoreError::Missing { table: "template", hash })?);
    }
    Ok(all)
}
