//! Who read what was disclosed in confidence, and when: for the heads of both sides.

use std::collections::BTreeMap;

use accounts::access::Right;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;
use store::ReadLine;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// A reading.
#[derive(Serialize, ToSchema)]
pub(crate) struct Reading {
    /// When.
    pub(crate) at: String,
    /// Who.
    pub(crate) name: String,
    /// SHA-256 of what was read.
    pub(crate) what: String,
}

#[derive(Template)]
#[template(path = "reads.html")]
struct Reads {
    f: Frame,
    head: Head,
    reads: Vec<Reading>,
}

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let reads = reads(&site, &room).await?;
    rendered(&Reads { f: frame(&site, &visitor, &room, "reads"), head: Head::of(&site, &room), reads })
}

/// Every reading of a case, newest first, for whoever may know.
pub(crate) async fn reads(site: &Site, room: &Room) -> Result<Vec<Reading>, Trouble> {
    room.ask(Right::SeeReads)?;
    let mut lines: Vec<ReadLine> = Vec::new();
    loop {
        let page = site.accounts.reads(room.line.case, lines.last(), store::MAX_PAGE).await?;
        if page.is_empty() {
            break;
        }
        lines.extend(page);
    }
    let mut names: BTreeMap<Uuid, String> = BTreeMap::new();
    let mut told = Vec::new();
    for line in lines.into_iter().rev() {
        let name = match names.get(&line.account) {
            Some(name) => name.clone(),
            None => {
                let account = site.accounts.by_id(line.account).await?;
                let name = account.map(|account| account.name).unwrap_or_default();
                names.insert(line.account, name.clone());
                name
            }
        };
        told.push(Reading { at: line.at.to_string(), name, what: line.what });
    }
    Ok(told)
}
