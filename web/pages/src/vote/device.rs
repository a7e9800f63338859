//! The two questions of a voter's device. The first names the voter and hides the token; the second shows the token and the
//! choice and names nobody: it reads no cookie, and nothing of it is written but the ballot in the box.

use axum::Json;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ballot::{Blinded, Entry, Key, Mark, Put, Seal, Secret, Token, Vote, link_of};
use ledger::Digest;
use messages::Said;
use serde::Deserialize;
use serde_json::json;
use store::{BallotChore, Cast, Chore};
use uuid::Uuid;

use super::{Ballot, chance, load};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// A refusal in words, which the device shows.
pub(super) fn refused(site: &Site, status: StatusCode, said: &Said) -> Response {
    (status, Json(json!({ "words": site.say(said) }))).into_response()
}

fn no(site: &Site, status: StatusCode, key: &'static str) -> Response {
    refused(site, status, &Said::new(key))
}

#[derive(Deserialize)]
pub(super) struct Asked {
    blinded: String,
    link: String,
}

/// Signs a blinded token for whoever may vote, once: the same token again gets an answer again, another one none.
pub(super) async fn issue(
    State(site): Here,
    Path(id): Path<Uuid>,
    Form(asked): Form<Asked>,
) -> Result<Response, Trouble> {
    let ballot = load(&site, id).await?;
    let store = site.desk.store();
    let Some(voter) = store.voter_of_link(id, link_of(asked.link.as_bytes())).await? else {
        return Ok(no(&site, StatusCode::NOT_FOUND, "pages-vote-link-unknown"));
    };
    let Some(key) = open_key(&site, &ballot).await? else {
        return Ok(no(&site, StatusCode::GONE, "pages-vote-over"));
    };
    let Ok(blinded) = asked.blinded.parse::<Blinded>() else {
        return Ok(no(&site, StatusCode::BAD_REQUEST, "pages-vote-malformed"));
    };
    let Ok(issue) = key.issue(&blinded, chance()?) else {
        return Ok(no(&site, StatusCode::BAD_REQUEST, "pages-vote-malformed"));
    };
    let mark = Mark::blind(&blinded);
    if !marked(&site, &ballot, voter.voter, mark).await? {
        return Ok(no(&site, StatusCode::CONFLICT, taken(&site, &ballot, voter.voter).await?));
    }
    Ok(Json(json!({ "evaluated": issue.evaluated, "proof": issue.proof })).into_response())
}

/// The key of a ballot that takes ballots now.
pub(super) async fn open_key(site: &Site, ballot: &Ballot) -> Result<Option<Key>, Trouble> {
    if !ballot.is_open(&site.desk) {
        return Ok(None);
    }
    let Some(lying) = site.desk.store().box_key(ballot.id()).await? else { return Ok(None) };
    Key::from_secret(&Secret(lying.secret.0)).map(Some).map_err(|error| Trouble::Fault(error.to_string()))
}

/// Marks a voter. Gives whether this mark stands.
pub(super) async fn marked(site: &Site, ballot: &Ballot, voter: u32, mark: Mark) -> Result<bool, Trouble> {
    let (case, id) = (ballot.stored.case, ballot.id());
    let new = site.desk.chore(Chore::Ballot(BallotChore::Mark { case, ballot: id, voter, mark })).await?;
    Ok(new || ballot.register(&site.desk).await?.get(voter) == Some(mark))
}

/// Why nothing more is given out to somebody.
pub(super) async fn taken(site: &Site, ballot: &Ballot, voter: u32) -> Result<&'static str, Trouble> {
    Ok(match ballot.register(&site.desk).await?.get(voter) {
        Some(Mark::Paper) => "pages-vote-taken-paper",
        Some(Mark::Plain) => "pages-vote-taken-plain",
        Some(Mark::Blind(_)) => "pages-vote-taken-blind",
        Some(Mark::Nothing) | None => "pages-vote-link-unknown",
    })
}

/// Takes a ballot from nobody in particular. The same again is answered the same and counts once.
pub(super) async fn cast(
    State(site): Here,
    Path(id): Path<Uuid>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Trouble> {
    let ballot = load(&site, id).await?;
    let Some(key) = open_key(&site, &ballot).await? else {
        return Ok(no(&site, StatusCode::GONE, "pages-vote-over"));
    };
    let one = |name: &str| fields.iter().find(|(had, _)| had == name).map_or("", |(_, value)| value.as_str());
    let (Ok(token), Ok(seal)) = (one("token").parse::<Token>(), one("seal").parse::<Seal>()) else {
        return Ok(no(&site, StatusCode::BAD_REQUEST, "pages-vote-malformed"));
    };
    let Some(vote) = chosen(&fields).filter(|vote| ballot.definition.question.accepts(*vote)) else {
        return Ok(no(&site, StatusCode::UNPROCESSABLE_ENTITY, "pages-vote-choose"));
    };
    // By their hashes, so that the time it takes says nothing of where they differ.
    let right = key.seal(&token).is_ok_and(|right| Digest::sha256(&right.0) == Digest::sha256(&seal.0));
    if !right {
        return Ok(no(&site, StatusCode::FORBIDDEN, "pages-vote-forged"));
    }
    Ok(match site.desk.store().cast(id, Entry { seal, token, vote }).await? {
        Cast::Closed => no(&site, StatusCode::GONE, "pages-vote-over"),
        Cast::Open { put: Put::Added | Put::Same, count } => {
            Json(json!({ "count": count, "tracker": token.tracker().to_string() })).into_response()
        }
        Cast::Open { put: Put::Other, .. } => no(&site, StatusCode::CONFLICT, "pages-vote-other"),
        Cast::Open { put: Put::Full, .. } => no(&site, StatusCode::CONFLICT, "pages-vote-full"),
    })
}

/// What was chosen; `None` where a choice is none.
pub(super) fn chosen(fields: &[(String, String)]) -> Option<Vote> {
    let numbers: Option<Vec<u32>> =
        fields.iter().filter(|(name, _)| name == "choice").map(|(_, value)| value.parse().ok()).collect();
    Vote::of(&numbers?)
}
