//! The votes of whoever is signed in: those that are open to them, for their home page, and the way into each. Nobody else is
//! told.
//!
//! Whoever took a token keeps the entry until the close: nobody but the device knows whether it was cast. The way back is a
//! cookie that only this device has and only this way reads; it says by which link its owner came, nothing of a choice.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use ballot::{Mark, link_of};
use messages::Said;
use store::{BallotChore, CaseFilter, Chore, MAX_PAGE};
use uuid::Uuid;

use super::device::taken as refusal;
use super::roll::secret;
use super::{Ballot, notice, words};
use crate::session::{Visitor, cookie, keeping};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// A device keeps its way back for so many seconds, longer than a ballot is usually open; after the close it leads nowhere.
const KEPT: u32 = 30 * 24 * 3_600;
/// Cases of an employer that are looked at for votes that have ended, and votes that are shown, the newest ones.
const CASES: u32 = 20;
const SHOWN: usize = 10;

/// A ballot in which somebody may take part.
pub(crate) struct OpenVote {
    /// Where they go to vote.
    pub(crate) action: String,
    /// Until when.
    pub(crate) closes: String,
    /// Whose congress it is.
    pub(crate) employer: String,
    /// When and where the meeting is, in words.
    pub(crate) meeting: Option<String>,
    /// They have taken a token, which may still be in their hands.
    pub(crate) taken: bool,
    /// What it is about.
    pub(crate) title: String,
}

/// A ballot that has ended.
pub(crate) struct Ended {
    /// Id of the ballot, by which everybody sees its outcome.
    pub(crate) ballot: Uuid,
    /// When it closed.
    pub(crate) closed: String,
    /// Whose congress it was.
    pub(crate) employer: String,
    /// What it was about.
    pub(crate) title: String,
}

/// By what somebody stands on rolls: their account, and their places on rosters.
pub(super) async fn ids(site: &Site, visitor: &Visitor) -> Result<Vec<String>, Trouble> {
    let account = visitor.signed.account.id;
    let places = site.accounts.places(account).await?.into_iter().map(|(_, person)| person.to_string());
    Ok([account.to_string()].into_iter().chain(places).collect())
}

/// Whether somebody has taken a token; `None` where there is nothing for them to do online.
pub(super) const fn taken(mark: Option<Mark>) -> Option<bool> {
    match mark {
        Some(Mark::Nothing) => Some(false),
        Some(Mark::Blind(_) | Mark::Plain) => Some(true),
        Some(Mark::Paper) | None => None,
    }
}

/// Whether somebody who is on a roll by this id goes to vote by being signed in: by their place on a roster always, by an
/// account as long as it stands for something in the case.
async fn stands(site: &Site, visitor: &Visitor, case: Uuid, id: &str) -> Result<bool, Trouble> {
    if id != visitor.signed.account.id.to_string() {
        return Ok(true);
    }
    let line = site.desk.store().case(case).await?;
    Ok(line.is_some_and(|line| !visitor.signed.capacities(&line).is_empty()))
}

/// Those of a visitor, the soonest close first.
pub(crate) async fn open_to(site: &Site, visitor: &Visitor) -> Result<Vec<OpenVote>, Trouble> {
    let (store, mut all) = (site.desk.store(), Vec::new());
    for id in ids(site, visitor).await? {
        for (stored, voter) in store.ballots_for(&id, MAX_PAGE).await? {
            let ballot = Ballot::of(stored)?;
            if !ballot.is_open(&site.desk) || !stands(site, visitor, ballot.stored.case, &id).await? {
                continue;
            }
            let Some(taken) = taken(ballot.register(&site.desk).await?.get(voter)) else { continue };
            let Some(line) = store.case(ballot.stored.case).await? else { continue };
            let vote = OpenVote {
                action: format!("/ballots/{}/mine", ballot.id()),
                closes: words::time(ballot.closes_at()),
                employer: line.employer_name,
                meeting: notice::told(site, &ballot.definition),
                taken,
                title: words::title(site, &ballot),
            };
            all.push((taken, ballot.closes_at(), vote));
        }
    }
    all.sort_by_key(|(taken, closes, _)| (*taken, *closes));
    Ok(all.into_iter().map(|(.., vote)| vote).collect())
}

/// The votes of employers that have ended, the newest first: their outcome is published to all workers.
pub(crate) async fn ended_in(site: &Site, employers: &[String]) -> Result<Vec<Ended>, Trouble> {
    let (store, mut all) = (site.desk.store(), Vec::new());
    for employer in employers {
        for line in store.cases(&CaseFilter::Employer(employer.clone()), None, CASES).await? {
            for stored in store.ballots_of(line.case).await? {
                let ballot = Ballot::of(stored)?;
                if ballot.is_open(&site.desk) {
                    continue;
                }
                let ended = Ended {
                    ballot: ballot.id(),
                    closed: words::time(ballot.closes_at()),
                    employer: line.employer_name.clone(),
                    title: words::title(site, &ballot),
                };
                all.push((ballot.closes_at(), ended));
            }
        }
    }
    all.sort_by_key(|(closed, _)| std::cmp::Reverse(*closed));
    Ok(all.into_iter().map(|(_, ended)| ended).take(SHOWN).collect())
}

/// The visitor's number on the roll of a ballot under way, by which of their ids it is; `None` where they aren't on it, or
/// stand for nothing there any more.
async fn number(site: &Site, visitor: &Visitor, ballot: &Ballot) -> Result<Option<u32>, Trouble> {
    for id in ids(site, visitor).await? {
        let all = site.desk.store().ballots_for(&id, MAX_PAGE).await?;
        if let Some((_, voter)) = all.into_iter().find(|(stored, _)| stored.ballot == ballot.id())
            && stands(site, visitor, ballot.stored.case, &id).await?
        {
            return Ok(Some(voter));
        }
    }
    Ok(None)
}

/// Somebody on the roll who is signed in goes to vote: on by the link with which this device began, or by one made for it;
/// one that was handed out before ends then.
pub(super) async fn enter(
    State(site): Here,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<Uuid>,
) -> Result<Response, Trouble> {
    let refused = |key: &'static str| Trouble::Unreadable(Said::new(key));
    let Some(ballot) = Ballot::load(&site.desk, id).await? else { return Err(refused("pages-vote-not-on-roll")) };
    if !ballot.is_open(&site.desk) {
        return Err(refused("pages-vote-over"));
    }
    let number = number(&site, &visitor, &ballot).await?.ok_or_else(|| refused("pages-vote-not-on-roll"))?;
    let (name, path) = (format!("vote{number}"), format!("/ballots/{id}/mine"));
    let on =
        |secret: &str| keeping(Redirect::to(&format!("/v/{id}/{secret}")).into_response(), &name, secret, &path, KEPT);
    if let Some(kept) = cookie(&headers, &name)
        && let Some(voter) = site.desk.store().voter_of_link(id, link_of(kept.as_bytes())).await?
        && voter.voter == number
    {
        return Ok(on(kept));
    }
    let secret = secret()?;
    let (case, links) = (ballot.stored.case, vec![(number, link_of(secret.as_bytes()))]);
    if site.desk.chore(Chore::Ballot(BallotChore::Links { case, ballot: id, links })).await? {
        return Ok(on(&secret));
    }
    Err(refused(refusal(&site, &ballot, number).await?))
}
