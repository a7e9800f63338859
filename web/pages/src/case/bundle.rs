//! The evidence bundle of a case, to be taken away and checked by `verify` without this server.
//!
//! What was disclosed in confidence stays here, whoever asks: the bundle has its hash and size, not its content. Persons are
//! in it as far as the records name them.

use std::collections::BTreeSet;

use accounts::access::Right;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use ledger::Digest;
use ledger::bundle::{Builder, BundleError, Person, name};
use serde_json::Value;
use store::{CaseFile, StoredPerson};
use uuid::Uuid;

use super::secrets;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::Here;
use crate::trouble::Trouble;

pub(crate) async fn file(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    room.ask(Right::TakeBundle)?;
    let file = site.desk.store().case_file(case).await?.ok_or(Trouble::Missing)?;
    let bytes = bundle(&file, &secrets::disclosed(&room)).map_err(|error| Trouble::Fault(error.to_string()))?;
    let as_file = format!("attachment; filename=\"xinxieshang-{case}.zip\"");
    let headers = [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, as_file)];
    Ok((headers, bytes).into_response())
}

/// Everything that the records name; of what is confidential or erased the hash alone.
fn bundle(file: &CaseFile, confidential: &BTreeSet<Digest>) -> Result<Vec<u8>, BundleError> {
    let records: Vec<&[u8]> = file.records.iter().map(|record| record.bytes.as_slice()).collect();
    let mut builder = Builder::new(&file.case.to_string(), &records)?;
    for rules in file.rulesets.values() {
        builder.rules(rules.json.as_slice())?;
    }
    for dataset in file.datasets.values() {
        builder.dataset(dataset.json.as_slice())?;
    }
    for template in file.templates.values() {
        builder.template(template.bytes.as_slice())?;
    }
    for list in file.ballots.values() {
        builder.ballot(list.as_slice())?;
    }
    for roll in file.rolls.values() {
        builder.roll(roll.as_slice())?;
    }
    for (line, content) in &file.documents {
        match (content, name::document_pdf(&line.number)) {
            (Some(content), _) => {
                builder.document(&line.number, content.pdf.as_slice(), content.data.as_slice())?;
            }
            (None, Some(pdf)) => builder.erased(&pdf, line.pdf_size, line.pdf_digest)?,
            (None, None) => {}
        }
    }
    // A file that no record names was given with a form that nobody confirmed: it isn't part of the case.
    for (line, content) in file.attachments.iter().filter(|(line, _)| is_named(&records, line.sha256)) {
        let member = name::attachment(line.sha256);
        match content {
            Some(content) => builder.attachment(content.bytes.as_slice())?,
            None => builder.erased(&member, line.size, line.sha256)?,
        }
        if content.is_some() && confidential.contains(&line.sha256) {
            builder.withhold(&member)?;
        }
    }
    let named = file.persons.iter().filter(|person| is_named(&records, person.commitment));
    let rows: Vec<Row<'_>> = named.filter_map(row).collect();
    let persons: Vec<Person<'_, Value>> =
        rows.iter().map(|(id, salt, fields)| Person { fields, id, salt: *salt }).collect();
    builder.persons(&persons)?;
    builder.finish()
}

/// Id, salt and fields of a person.
type Row<'a> = (&'a str, [u8; 32], Value);

/// A person whose row wasn't erased.
fn row(person: &StoredPerson) -> Option<Row<'_>> {
    let content = person.content.as_ref()?;
    Some((person.id.as_str(), content.salt, serde_json::from_slice(&content.fields).ok()?))
}

/// Whether a record names something by its hash.
fn is_named(records: &[&[u8]], hash: Digest) -> bool {
    let text = hash.to_string();
    records.iter().any(|record| record.windows(text.len()).any(|part| part == text.as_bytes()))
}
