//! The minutes of an election, to be printed and signed: what the list says, with lines for whatever the program doesn't
//! know (who presided, where, who counted). The signed original is what the list of representatives names by its digest
//! (D04; ZJ-CC 10(2), ZJ-DM 15(3)).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use uuid::Uuid;

use super::elected::Row;
use super::{Elected, Ending, load, notice, words};
use crate::look::{self, Frame};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "vote_minutes.html")]
struct Minutes {
    ballot: Uuid,
    employer: String,
    f: Frame,
    meeting: Option<String>,
    rows: Vec<Row>,
    title: String,
    told: Vec<String>,
}

/// The minutes of an election that has ended; of a vote on a draft there are others.
pub(super) async fn page(State(site): Here, headers: HeaderMap, Path(id): Path<Uuid>) -> Result<Response, Trouble> {
    let ballot = load(&site, id).await?;
    let Ending::Over(counted) = ballot.ending(&site.desk).await? else { return Err(Trouble::Missing) };
    let held = Elected::of(&site, counted).await?.ok_or(Trouble::Missing)?;
    let line = site.desk.store().case(ballot.stored.case).await?.ok_or(Trouble::Missing)?;
    look::page(&Minutes {
        ballot: id,
        employer: line.employer_name,
        f: Frame::bare(&site, &headers, &format!("/ballots/{id}/minutes"), title(&site)),
        meeting: notice::told(&site, &ballot.definition),
        rows: held.rows(&site),
        title: words::title(&site, &ballot),
        told: held.told(&site),
    })
}

fn title(site: &Site) -> String {
    site.text("pages-vote-minutes")
}
