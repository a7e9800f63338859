//! Persons of a case.

use uuid::Uuid;

use super::{Connection, Store, bytes32, digest, page};
use crate::{PersonContent, StoreError, StoredPerson};

pub(crate) const PERSONS: &str = "
    select person_id, commitment, salt, fields
    from person
    where case_id = $1 and (person_id, commitment) > ($2, $3)
    order by person_id, commitment
    limit $4
";

impl Store {
    /// A page of a case's persons by id, after the given one; a person whose fields were corrected stands there once
    /// for each version.
    ///
    /// # Errors
    /// The database fails, or a row doesn't hold what its columns say.
    pub(crate) async fn persons_of(
        &self,
        case: Uuid,
        after: Option<&StoredPerson>,
        limit: u32,
    ) -> Result<Vec<StoredPerson>, StoreError> {
        persons_of(&mut *self.reader().await?, case, after, limit).await
    }
}

type Row = (String, Vec<u8>, Option<Vec<u8>>, Option<Vec<u8>>);

pub(crate) async fn persons_of(
    connection: &mut Connection,
    case: Uuid,
    after: Option<&StoredPerson>,
    limit: u32,
) -> Result<Vec<StoredPerson>, StoreError> {
    let (id, commitment) = after.map_or(("", [].as_slice()), |p| (&p.id, p.commitment.as_bytes().as_slice()));
    let rows: Vec<Row> =
        sqlx::query_as(PERSONS).bind(case).bind(id).bind(commitment).bind(page(limit)).fetch_all(connection).await?;
    rows.into_iter()
        .map(|(id, commitment, salt, fields)| {
            let content = salt
                .zip(fields)
                .map(|(salt, fields)| {
                    Ok::<_, StoreError>(PersonContent { salt: bytes32("person.salt", &salt)?, fields })
                })
                .transpose()?;
            Ok(StoredPerson { id, commitment: digest("person.commitment", &commitment)?, content })
        })
        .collect()
}
