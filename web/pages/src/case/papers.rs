//! Papers and files of a case, as they were recorded.

use accounts::access::Right;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use ledger::Digest;
use uuid::Uuid;

use crate::room::Room;
use crate::session::Visitor;
use crate::site::Here;
use crate::trouble::Trouble;

/// The PDF of a paper.
pub(crate) async fn document(
    State(site): Here,
    visitor: Visitor,
    Path((case, number, version)): Path<(Uuid, String, u32)>,
) -> Result<Response, Trouble> {
    Room::enter(&site, &visitor, case).await?.ask(Right::SeeDocument)?;
    let document = site.desk.store().document(case, &number, version).await?.ok_or(Trouble::Missing)?;
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
    Room::enter(&site, &visitor, case).await?.ask(Right::SeeRecord)?;
    let digest: Digest = sha256.parse().map_err(|_| Trouble::Missing)?;
    let bytes = site.desk.store().attachment(case, digest).await?.ok_or(Trouble::Missing)?;
    let headers = [(header::CONTENT_TYPE, "application/octet-stream"), (header::CONTENT_DISPOSITION, "attachment")];
    Ok((headers, bytes).into_response())
}
