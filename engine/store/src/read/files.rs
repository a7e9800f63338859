//! Documents and attachments of a case: listed without their bytes, fetched one by one.

use ledger::Digest;
use uuid::Uuid;

use super::{Connection, Store, count, digest, page, small};
use crate::{AttachmentLine, Document, DocumentLine, StoreError};

pub(crate) const DOCUMENTS: &str = "
    select number, version, kind, recorded_seq, data_digest, data_size, pdf_digest, pdf_size,
        erased_at_ms is not null
    from document
    where case_id = $1 and (number, version) > ($2, $3)
    order by number, version
    limit $4
";

pub(crate) const DOCUMENT: &str = "
    select data, pdf
    from document
    where case_id = $1 and number = $2 and version = $3
";

pub(crate) const ATTACHMENTS: &str = "
    select sha256, name, size, erased_at_ms is not null
    from attachment
    where case_id = $1 and sha256 > $2
    order by sha256
    limit $3
";

pub(crate) const ATTACHMENT: &str = "
    select bytes
    from attachment
    where case_id = $1 and sha256 = $2
";

impl Store {
    /// A page of a case's documents by number and version, after the given one.
    ///
    /// # Errors
    /// The database fails, or a row doesn't hold what its columns say.
    pub(crate) async fn documents_of(
        &self,
        case: Uuid,
        after: Option<&DocumentLine>,
        limit: u32,
    ) -> Result<Vec<DocumentLine>, StoreError> {
        documents_of(&mut *self.reader().await?, case, after, limit).await
    }

    /// Data and PDF of a document; `None` where there is no such document, or it was erased.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn document(
        &self,
        case: Uuid,
        number: &str,
        version: u32,
    ) -> Result<Option<Document>, StoreError> {
        document(&mut *self.reader().await?, case, number, version).await
    }

    /// A page of a case's attachments by hash, after the given one.
    ///
    /// # Errors
    /// The database fails, or a row doesn't hold what its columns say.
    pub(crate) async fn attachments_of(
        &self,
        case: Uuid,
        after: Option<&AttachmentLine>,
        limit: u32,
    ) -> Result<Vec<AttachmentLine>, StoreError> {
        attachments_of(&mut *self.reader().await?, case, after, limit).await
    }

    /// The bytes of an attachment; `None` where there is no such attachment, or it was erased.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn attachment(&self, case: Uuid, sha256: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        attachment(&mut *self.reader().await?, case, sha256).await
    }
}

type ContentRow = (Option<Vec<u8>>, Option<Vec<u8>>);
type DocumentRow = (String, i64, String, i64, Vec<u8>, i64, Vec<u8>, i64, bool);

pub(crate) async fn documents_of(
    connection: &mut Connection,
    case: Uuid,
    after: Option<&DocumentLine>,
    limit: u32,
) -> Result<Vec<DocumentLine>, StoreError> {
    let (number, version) = after.map_or(("", 0), |line| (&line.number, line.version));
    let rows: Vec<DocumentRow> = sqlx::query_as(DOCUMENTS)
        .bind(case)
        .bind(number)
        .bind(i64::from(version))
        .bind(page(limit))
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(document_line).collect()
}

fn document_line(row: DocumentRow) -> Result<DocumentLine, StoreError> {
    let (number, version, kind, recorded_seq, data_digest, data_size, pdf_digest, pdf_size, erased) = row;
    Ok(DocumentLine {
        number,
        version: small("document.version", version)?,
        kind,
        recorded_seq: count("document.recorded_seq", recorded_seq)?,
        data_digest: digest("document.data_digest", &data_digest)?,
        data_size: count("document.data_size", data_size)?,
        pdf_digest: digest("document.pdf_digest", &pdf_digest)?,
        pdf_size: count("document.pdf_size", pdf_size)?,
        erased,
    })
}

pub(crate) async fn document(
    connection: &mut Connection,
    case: Uuid,
    number: &str,
    version: u32,
) -> Result<Option<Document>, StoreError> {
    let row: Option<ContentRow> =
        sqlx::query_as(DOCUMENT).bind(case).bind(number).bind(i64::from(version)).fetch_optional(connection).await?;
    Ok(row.and_then(|(data, pdf)| data.zip(pdf)).map(|(data, pdf)| Document { data, pdf }))
}

pub(crate) async fn attachments_of(
    connection: &mut Connection,
    case: Uuid,
    after: Option<&AttachmentLine>,
    limit: u32,
) -> Result<Vec<AttachmentLine>, StoreError> {
    let after = after.map_or([].as_slice(), |line| line.sha256.as_bytes().as_slice());
    let rows: Vec<(Vec<u8>, String, i64, bool)> =
        sqlx::query_as(ATTACHMENTS).bind(case).bind(after).bind(page(limit)).fetch_all(connection).await?;
    rows.into_iter()
        .map(|(sha256, name, size, erased)| {
            Ok(AttachmentLine {
                sha256: digest("attachment.sha256", &sha256)?,
                name,
                size: count("attachment.size", size)?,
                erased,
            })
        })
        .collect()
}

pub(crate) async fn attachment(
    connection: &mut Connection,
    case: Uuid,
    sha256: Digest,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row: Option<Option<Vec<u8>>> =
        sqlx::query_scalar(ATTACHMENT).bind(case).bind(sha256.as_bytes().as_slice()).fetch_optional(connection).await?;
    Ok(row.flatten())
}
