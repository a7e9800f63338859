//! A ballot as the office sees it: the roll with who has signed in, the personal links, paper ballots in the hall.

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use ballot::{Mark, Register, link_of};
use messages::Said;
use qrcode::QrCode;
use qrcode::render::svg;
use serde::Deserialize;
use store::{BallotChore, BallotVoter, Chore, MAX_PAGE};
use uuid::Uuid;

use super::device::marked;
use super::extend::told;
use super::{Ballot, chance, load_in, may_hold, mine, notice, rounds, words};
use crate::case::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Codes are drawn for so many voters at most: beyond it the sheet would be too large for a browser.
const CODES: usize = 300;

/// Somebody on the roll.
struct Row {
    linked: bool,
    name: String,
    number: u32,
    /// Took nothing yet.
    open: bool,
    took: String,
}

#[derive(Template)]
#[template(path = "ballot.html")]
struct Roll {
    ballot: Uuid,
    closes: String,
    extended: Vec<String>,
    f: Frame,
    head: Head,
    /// So many took nothing yet and have a link, and have none.
    linked: usize,
    may: bool,
    meeting: Option<String>,
    /// The visitor is on the roll: whether they have taken something already, which may still be in their hands.
    mine: Option<bool>,
    open: bool,
    /// Somebody took paper: what the hall counted is entered by one and confirmed by another.
    paper: bool,
    present: u32,
    /// Rounds before and after.
    rounds: Vec<(Uuid, String)>,
    rows: Vec<Row>,
    title: String,
    unlinked: usize,
    voters: u32,
}

pub(super) async fn voters(site: &Site, ballot: &Ballot) -> Result<Vec<BallotVoter>, Trouble> {
    let mut all: Vec<BallotVoter> = Vec::new();
    loop {
        let after = all.last().map(|voter| voter.voter);
        let page = site.desk.store().ballot_voters(ballot.stored.case, ballot.id(), after, MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

/// The roll: who has signed in is published for challenge, to everybody in the case.
pub(super) async fn page(
    State(site): Here,
    visitor: Visitor,
    Path((case, id)): Path<(Uuid, Uuid)>,
) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let ballot = load_in(&site, case, id).await?;
    let register = ballot.register(&site.desk).await?;
    let row = |voter: BallotVoter| {
        let mark = register.get(voter.voter).unwrap_or(Mark::Nothing);
        let took = match mark {
            Mark::Nothing => "nothing",
            Mark::Blind(_) => "blind",
            Mark::Plain => "plain",
            Mark::Paper => "paper",
        };
        let took = site.text(format!("pages-vote-took-{took}"));
        let name = words::or_erased(&site, voter.name);
        Row { linked: voter.linked, name, number: voter.voter, open: mark == Mark::Nothing, took }
    };
    let voters = voters(&site, &ballot).await?;
    let open = ballot.is_open(&site.desk);
    let waiting = |linked| voters.iter().filter(|voter| free(&register, voter) && voter.linked == linked).count();
    let (linked, unlinked) = (waiting(true), waiting(false));
    let ids = mine::ids(&site, &visitor).await?;
    let own = voters.iter().find(|voter| ids.contains(&voter.person));
    rendered(&Roll {
        mine: own.filter(|_| open).and_then(|voter| mine::taken(register.get(voter.voter))),
        ballot: id,
        closes: words::time(ballot.closes_at()),
        extended: told(&site, &ballot).await?,
        f: frame(&site, &visitor, &room, "ballots"),
        head: Head::of(&site, &room),
        linked,
        may: may_hold(&room),
        meeting: notice::told(&site, &ballot.definition),
        open,
        paper: register.counts().paper > 0,
        present: register.counts().present(),
        rounds: rounds::linked(&site, &ballot).await?,
        rows: voters.into_iter().map(row).collect(),
        title: words::title(&site, &ballot),
        unlinked,
        voters: ballot.definition.voters,
    })
}

/// A personal link on the sheet.
struct Slip {
    code: String,
    link: String,
    name: String,
}

#[derive(Template)]
#[template(path = "ballot_links.html")]
struct Links {
    ballot: Uuid,
    f: Frame,
    head: Head,
    meeting: Option<String>,
    slips: Vec<Slip>,
}

/// A ballot that is open, for somebody who may hold it.
pub(super) async fn held(site: &Site, visitor: &Visitor, case: Uuid, id: Uuid) -> Result<(Room, Ballot), Trouble> {
    let room = Room::enter(site, visitor, case).await?;
    if !may_hold(&room) {
        return Err(Trouble::Forbidden(Said::new("pages-vote-who-may")));
    }
    let ballot = load_in(site, case, id).await?;
    if ballot.is_open(&site.desk) { Ok((room, ballot)) } else { Err(Trouble::Unreadable(Said::new("pages-vote-over"))) }
}

/// Whether somebody has taken nothing yet.
fn free(register: &Register, voter: &BallotVoter) -> bool {
    register.get(voter.voter) == Some(Mark::Nothing)
}

/// For whom links are made.
#[derive(Default, Deserialize)]
pub(super) struct Which {
    /// `unlinked`: for those alone who have none.
    #[serde(default)]
    only: String,
}

/// Makes a new link for everybody who has taken nothing yet, or has none, and shows them: they stand nowhere else.
pub(super) async fn links(
    State(site): Here,
    visitor: Visitor,
    headers: HeaderMap,
    Path((case, id)): Path<(Uuid, Uuid)>,
    Query(which): Query<Which>,
) -> Result<Response, Trouble> {
    let (room, ballot) = held(&site, &visitor, case, id).await?;
    let register = ballot.register(&site.desk).await?;
    let meant = |voter: &BallotVoter| free(&register, voter) && (which.only != "unlinked" || !voter.linked);
    let voters: Vec<BallotVoter> = voters(&site, &ballot).await?.into_iter().filter(meant).collect();
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()).unwrap_or_default();
    let origin = if origin == "null" { "" } else { origin };
    let (mut slips, mut links) = (Vec::new(), Vec::new());
    for voter in &voters {
        let secret = secret()?;
        links.push((voter.voter, link_of(secret.as_bytes())));
        let link = format!("{origin}/v/{id}/{secret}");
        let code = if voters.len() <= CODES { code(&link)? } else { String::new() };
        slips.push(Slip { code, link, name: words::or_erased(&site, voter.name.clone()) });
    }
    site.desk.chore(Chore::Ballot(BallotChore::Links { case, ballot: id, links })).await?;
    let (f, head) = (frame(&site, &visitor, &room, "ballots"), Head::of(&site, &room));
    rendered(&Links { ballot: id, f, head, meeting: notice::told(&site, &ballot.definition), slips })
}

/// What a personal link ends in.
pub(super) fn secret() -> Result<String, Trouble> {
    Ok(chance::<16>()?.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn code(link: &str) -> Result<String, Trouble> {
    let code = QrCode::new(link.as_bytes()).map_err(|error| Trouble::Fault(error.to_string()))?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(120, 120).build();
    Ok(drawn.find("<svg").map_or_else(String::new, |at| drawn[at..].to_owned()))
}

#[derive(Deserialize)]
pub(super) struct Handed {
    voter: Option<u32>,
}

/// Somebody takes a paper ballot in the hall, and none online after it.
pub(super) async fn paper(
    State(site): Here,
    visitor: Visitor,
    Path((case, id)): Path<(Uuid, Uuid)>,
    Form(handed): Form<Handed>,
) -> Result<Response, Trouble> {
    let (_, ballot) = held(&site, &visitor, case, id).await?;
    let voter = handed.voter.ok_or(Trouble::Missing)?;
    if marked(&site, &ballot, voter, Mark::Paper).await? {
        return Ok(Redirect::to(&format!("/cases/{case}/ballots/{id}#v{voter}")).into_response());
    }
    let name = voters(&site, &ballot).await?.into_iter().find(|one| one.voter == voter).and_then(|one| one.name);
    let took = match ballot.register(&site.desk).await?.get(voter) {
        Some(Mark::Blind(_)) => "blind",
        Some(Mark::Plain) => "plain",
        // The list was kept a moment ago.
        Some(Mark::Paper | Mark::Nothing) => return Err(Trouble::Unreadable(Said::new("pages-vote-over"))),
        None => return Err(Trouble::Missing),
    };
    let said = Said::new(format!("pages-vote-hall-{took}")).arg("name", words::or_erased(&site, name));
    Err(Trouble::Unreadable(said))
}
