//! Sheets to print: the poster of a group, and letters for everybody on a roster. Neither lets anybody in by itself: name
//! and phone come on top, so that whoever prints or delivers them learns no secret.

use accounts::access::Right;
use accounts::roster::may_for;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::parts::{employer_name, origin, qr};
use crate::look::{Frame, page as rendered};
use crate::session::Visitor;
use crate::site::Here;
use crate::trouble::Trouble;

/// Letters on one page of the program.
const LETTERS: usize = 100;

/// A poster with one code.
#[derive(Template)]
#[template(path = "who_poster.html")]
pub(super) struct Poster {
    pub(super) again: Option<String>,
    pub(super) back: String,
    pub(super) f: Frame,
    pub(super) link: String,
    pub(super) name: String,
    pub(super) qr: String,
    pub(super) steps: Vec<String>,
}

/// The poster by which everybody of an employer comes in.
pub(crate) async fn poster(
    State(site): Here,
    visitor: Visitor,
    headers: HeaderMap,
    Path(employer): Path<String>,
) -> Result<Response, Trouble> {
    let code = site.accounts.group(&visitor.signed, &employer).await?;
    let link = format!("{}/w/{code}", origin(&headers));
    rendered(&Poster {
        again: Some(format!("/rosters/{employer}/group")),
        back: format!("/rosters/{employer}"),
        f: Frame::of(&site, &visitor, site.text("pages-who-poster-title")),
        qr: qr(&link)?,
        link,
        name: employer_name(&site, &employer).await?,
        steps: ["scan", "name", "code"].map(|step| site.text(format!("pages-who-poster-{step}"))).into(),
    })
}

/// A new code; the posters that hang lead nowhere then.
pub(crate) async fn new_group(
    State(site): Here,
    visitor: Visitor,
    Path(employer): Path<String>,
) -> Result<Response, Trouble> {
    site.accounts.new_group(&visitor.signed, &employer).await?;
    Ok(Redirect::to(&format!("/rosters/{employer}/poster")).into_response())
}

/// Which letters.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Part {
    part: usize,
}

#[derive(Template)]
#[template(path = "who_letters.html")]
struct Letters {
    back: String,
    employer: String,
    f: Frame,
    later: Option<usize>,
    letters: Vec<(String, String)>,
    link: String,
    name: String,
    qr: String,
}

/// A letter for everybody who hasn't come in yet.
pub(crate) async fn letters(
    State(site): Here,
    visitor: Visitor,
    headers: HeaderMap,
    Path(employer): Path<String>,
    Query(Part { part }): Query<Part>,
) -> Result<Response, Trouble> {
    may_for(&visitor.signed, Right::KeepRoster, &employer).map_err(accounts::PeopleError::from)?;
    let code = site.accounts.group(&visitor.signed, &employer).await?;
    let link = format!("{}/w/{code}", origin(&headers));
    let all = site.accounts.roster(&employer).await?;
    let waiting: Vec<_> = all.into_iter().filter(|person| person.account.is_none()).collect();
    let from = part.saturating_mul(LETTERS);
    let letters = waiting.iter().skip(from).take(LETTERS);
    rendered(&Letters {
        back: format!("/rosters/{employer}"),
        f: Frame::of(&site, &visitor, site.text("pages-who-letters-title")),
        later: (from.saturating_add(LETTERS) < waiting.len()).then(|| part + 1),
        letters: letters.map(|person| (person.name.0.clone(), person.number.clone())).collect(),
        qr: qr(&link)?,
        link,
        name: employer_name(&site, &employer).await?,
        employer,
    })
}
