//! Papers and files of a case, as they were recorded.

use accounts::access::Right;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use ledger::Digest;
use uuid::Uuid;

use super::secrets;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// The PDF of a paper.
pub(crate) async fn document(
    State(site): Here,
    visitor: Visitor,
    Path((case, number, version)): Path<(Uuid, String, u32)>,
) -> Result<Response, Trouble> {
    document_of(&site, &visitor, case, &number, version).await
}

/// The PDF of a paper, for whoever may read it.
pub(crate) async fn document_of(
    site: &Site,
    visitor: &Visitor,
    case: Uuid,
    number: &str,
    version: u32,
) -> Result<Response, Trouble> {
    Room::enter(site, visitor, case).await?.ask(Right::SeeDocument)?;
    let document = site.desk.store().document(case, number, version).await?.ok_or(Trouble::Missing)?;
    let name = format!("inline; filename=\"{number}-v{version}.pdf\"");
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)], document.pdf)
        .into_response())
}

/// A file that was handed in. It is only ever downloaded: its content is somebody else's.
pub(crate) async fn attachment(
    State(site): Here,
    visitor: Visitor,
    Path((case, sha256)): Path<(Uuid, String)>,
) -> Result<Response, Trouble> {
    attachment_of(&site, &visitor, case, &sha256).await
}

/// A file that was handed in, for whoever may read it. A reading of what was disclosed in confidence is noted before
/// anything is shown.
pub(crate) async fn attachment_of(
    site: &Site,
    visitor: &Visitor,
    case: Uuid,
    sha256: &str,
) -> Result<Response, Trouble> {
    let room = Room::enter(site, visitor, case).await?;
    room.ask(Right::SeeRecord)?;
    let digest: Digest = sha256.parse().map_err(|_| Trouble::Missing)?;
    let confidential = secrets::disclosed(&room).contains(&digest);
    if confidential && room.ask(Right::SeeConfidential)?.noted {
        site.accounts.note_read(visitor.signed.account.id, case, &digest.to_string()).await?;
    }
    let mut bytes = site.desk.store().attachment(case, digest).await?.ok_or(Trouble::Missing)?;
    if confidential {
        bytes = secrets::without_salt(bytes);
    }
    let headers = [(header::CONTENT_TYPE, "application/octet-stream"), (header::CONTENT_DISPOSITION, "attachment")];
    Ok((headers, bytes).into_response())
}
