//! Erasing the names on the rolls of a case once nobody needs them any more: looked at, confirmed, done for good. Ids,
//! commitments, register and result stay, so that a list can still be counted again.

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use store::{BallotChore, Chore, MAX_PAGE};
use uuid::Uuid;

use super::office::{Fields, one};
use super::rolls::{Roll, holder};
use super::{Ballot, words};
use crate::case::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "ballot_erase.html")]
struct Erase {
    error: Option<String>,
    f: Frame,
    head: Head,
    /// Why names are still needed.
    needed: Option<String>,
    /// A line for each roll: when it was published, and how many names are left.
    rolls: Vec<String>,
}

/// What names are left, and whether anybody still needs them.
pub(super) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = holder(&site, &visitor, case).await?;
    shown(&site, &visitor, &room, None).await
}

async fn shown(site: &Site, visitor: &Visitor, room: &Room, error: Option<&'static str>) -> Result<Response, Trouble> {
    let mut rolls = Vec::new();
    for stored in site.desk.store().ballot_rolls(room.line.case, MAX_PAGE).await? {
        let published = words::time(stored.published.at);
        let left = Roll::of(stored)?.kept(site).await?.0.into_iter().flatten().count();
        if left > 0 {
            let said = Said::new("pages-vote-erase-roll").arg("at", published).arg("count", left);
            rolls.push(site.say(&said));
        }
    }
    let needed = needed(site, room).await?;
    rendered(&Erase {
        error: error.map(|key| site.text(key)),
        f: frame(site, visitor, room, "ballots"),
        head: Head::of(site, room),
        needed: needed.map(|said| site.say(&said)),
        rolls,
    })
}

/// Why names can't go yet: somebody still votes by them, or the vote on the draft isn't recorded. No article sets a term;
/// how long they are kept beyond that is for the union's own rules to say.
async fn needed(site: &Site, room: &Room) -> Result<Option<Said>, Trouble> {
    for stored in site.desk.store().ballots_of(room.line.case).await? {
        let ballot = Ballot::of(stored)?;
        if ballot.is_open(&site.desk) {
            return Ok(Some(Said::new("pages-vote-erase-open").arg("closes", words::time(ballot.closes_at()))));
        }
    }
    let votes = room.negotiation()?.stage_name() == "congress";
    Ok(votes.then(|| Said::new("pages-vote-erase-congress")))
}

/// The page as it came back: with both ticks the names are gone.
pub(super) async fn give(
    State(site): Here,
    visitor: Visitor,
    Path(case): Path<Uuid>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let room = holder(&site, &visitor, case).await?;
    let ticked = ["over", "final"].iter().all(|name| one(&fields, name) == "on");
    let refused = needed(&site, &room).await?.is_some();
    if refused || !ticked {
        let error = (!refused).then_some("pages-vote-erase-tick");
        let page = shown(&site, &visitor, &room, error).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let chore = BallotChore::EraseRolls { case, at: site.desk.now() };
    // Whoever asks twice finds what was done.
    site.desk.chore(Chore::Ballot(chore)).await?;
    Ok(Redirect::to(&format!("/cases/{case}/roll")).into_response())
}
