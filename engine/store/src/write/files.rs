//! Persons, documents, attachments: kept with the act that names them, erased later.

use law::time::Moment;
use ledger::Digest;
use uuid::Uuid;

use super::{Connection, Row, Script, Set, challenges, int, one};
use crate::{Attachment, Document, Person, StoreError};

/// A document on its way into the table: what the act says of it, and its bytes.
pub(crate) struct NewDocument {
    pub(crate) case: Uuid,
    pub(crate) number: String,
    pub(crate) version: u32,
    pub(crate) kind: String,
    pub(crate) recorded_seq: u64,
    pub(crate) document: Document,
}

pub(crate) const INSERT_PERSONS: Set = Set {
    start: "
    insert into person (case_id, person_id, commitment, salt, fields)
    ",
    end: " on conflict do nothing",
    columns: 5,
};

pub(crate) const INSERT_DOCUMENTS: Set = Set {
    start: "
    insert into document (case_id, number, version, kind, recorded_seq, data_digest, data_size, data, pdf_digest,
        pdf_size, pdf)
    ",
    end: "",
    columns: 11,
};

pub(crate) const INSERT_ATTACHMENTS: Set = Set {
    start: "
    insert into attachment (case_id, sha256, name, size, bytes)
    ",
    end: " on conflict do nothing",
    columns: 5,
};

pub(crate) const ERASE_PERSON: &str = "
    update person
    set erased_at_ms = $1, salt = null, fields = null
    where case_id = $2 and person_id = $3 and erased_at_ms is null
";

pub(crate) const ERASE_DOCUMENT: &str = "
    update document
    set erased_at_ms = $1, data = null, pdf = null
    where case_id = $2 and number = $3 and version = $4 and erased_at_ms is null
";

pub(crate) const ERASE_ATTACHMENT: &str = "
    update attachment
    set erased_at_ms = $1, bytes = null
    where case_id = $2 and sha256 = $3 and erased_at_ms is null
";

/// Keeps persons. The same person with the same fields a second time changes nothing, erased or not.
pub(crate) fn put_persons(script: &mut Script, persons: Vec<(Uuid, Person)>) {
    script.add(INSERT_PERSONS, persons, bind_person);
}

/// Keeps documents. A number and version exists once; a second one fails the script with [`StoreError::Exists`].
pub(crate) fn put_documents(script: &mut Script, documents: Vec<NewDocument>) {
    script.add(INSERT_DOCUMENTS, documents, |row, new| {
        let (data_digest, pdf_digest) = (new.document.data_digest(), new.document.pdf_digest());
        let Document { data, pdf } = new.document;
        row.id(new.case)
            .text(new.number)
            .int(i64::from(new.version))
            .text(new.kind)
            .int(int(new.recorded_seq))
            .bytes(data_digest.as_bytes().to_vec())
            .int(int(data.len() as u64))
            .bytes(data)
            .bytes(pdf_digest.as_bytes().to_vec())
            .int(int(pdf.len() as u64))
            .bytes(pdf);
    });
}

/// Keeps files. The same file a second time changes nothing, erased or not.
pub(crate) fn put_attachments(script: &mut Script, attachments: Vec<(Uuid, Attachment)>) {
    script.add(INSERT_ATTACHMENTS, attachments, bind_attachment);
}

/// Keeps a person at once. Gives whether it was new.
pub(crate) async fn put_person(connection: &mut Connection, case: Uuid, person: &Person) -> Result<bool, StoreError> {
    let row = (case, person.clone());
    Ok(one(connection, INSERT_PERSONS, |values| bind_person(values, row)).await? == 1)
}

/// Keeps a file at once. Gives whether it was new.
pub(crate) async fn put_attachment(
    connection: &mut Connection,
    case: Uuid,
    attachment: &Attachment,
) -> Result<bool, StoreError> {
    let row = (case, attachment.clone());
    Ok(one(connection, INSERT_ATTACHMENTS, |values| bind_attachment(values, row)).await? == 1)
}

fn bind_person(row: &mut Row<'_>, (case, person): (Uuid, Person)) {
    let commitment = person.commitment();
    row.id(case).text(person.id).bytes(commitment.as_bytes().to_vec()).bytes(person.salt.to_vec()).bytes(person.fields);
}

fn bind_attachment(row: &mut Row<'_>, (case, attachment): (Uuid, Attachment)) {
    row.id(case)
        .bytes(attachment.sha256().as_bytes().to_vec())
        .text(attachment.name)
        .int(int(attachment.bytes.len() as u64))
        .bytes(attachment.bytes);
}

/// Erases every version of a person's fields in a case, the name on its rolls and what was said about them. Gives whether anything was there to
/// erase.
pub(crate) async fn erase_person(
    connection: &mut Connection,
    case: Uuid,
    id: &str,
    at: Moment,
) -> Result<bool, StoreError> {
    let mut done = 0;
    for sql in
        [ERASE_PERSON, super::ballots::ERASE_ROLL_NAMES, challenges::ERASE_CHALLENGES, challenges::ERASE_OBJECTIONS]
    {
        let query = sqlx::query(sql).bind(at.millis()).bind(case).bind(id);
        done += query.execute(&mut *connection).await?.rows_affected();
    }
    Ok(done > 0)
}

/// Erases data and PDF of a document. Gives whether anything was there to erase.
pub(crate) async fn erase_document(
    connection: &mut Connection,
    case: Uuid,
    number: &str,
    version: u32,
    at: Moment,
) -> Result<bool, StoreError> {
    let query = sqlx::query(ERASE_DOCUMENT).bind(at.millis()).bind(case).bind(number).bind(i64::from(version));
    Ok(query.execute(connection).await?.rows_affected() > 0)
}

/// Erases the bytes of a file. Gives whether anything was there to erase.
pub(crate) async fn erase_attachment(
    connection: &mut Connection,
    case: Uuid,
    sha256: Digest,
    at: Moment,
) -> Result<bool, StoreError> {
    let query = sqlx::query(ERASE_ATTACHMENT).bind(at.millis()).bind(case).bind(sha256.as_bytes().as_slice());
    Ok(query.execute(connection).await?.rows_affected() > 0)
}
