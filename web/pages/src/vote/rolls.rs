//! The roll of those who may vote: published for challenge, closed by one person and confirmed by another. Ballots are
//! opened on the newest roll, and only once it is confirmed; then it can't change any more.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use store::{BallotChore, Chore, RollStep, StoredRoll};
use uuid::Uuid;

use super::office::{Fields, delegates, lines, one};
use super::{may_hold, words};
use crate::case::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// How far a roll is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Everybody may challenge it.
    Published,
    /// The first of two persons has closed it.
    Closed,
    /// The second has confirmed it.
    Confirmed,
}

/// A roll.
pub(super) struct Roll {
    pub(super) stored: StoredRoll,
    /// Id, or nothing, and name of each.
    pub(super) voters: Vec<(String, String)>,
}

impl Roll {
    fn of(stored: StoredRoll) -> Result<Self, Trouble> {
        let voters = serde_json::from_slice(&stored.content).map_err(|error| Trouble::Fault(error.to_string()))?;
        Ok(Self { stored, voters })
    }

    /// The newest of a case.
    pub(super) async fn newest(site: &Site, case: Uuid) -> Result<Option<Self>, Trouble> {
        site.desk.store().ballot_rolls(case).await?.into_iter().next().map(Self::of).transpose()
    }

    pub(super) fn stage(&self) -> Stage {
        match (&self.stored.closed, &self.stored.confirmed) {
            (None, _) => Stage::Published,
            (Some(_), None) => Stage::Closed,
            (Some(_), Some(_)) => Stage::Confirmed,
        }
    }

    /// What was done about it, by whom and when.
    async fn told(&self, site: &Site) -> Result<Vec<String>, Trouble> {
        let StoredRoll { published, closed, confirmed, .. } = &self.stored;
        let steps = [("published", Some(published)), ("closed", closed.as_ref()), ("confirmed", confirmed.as_ref())];
        let mut all = Vec::new();
        for (name, step) in steps {
            let Some(RollStep { by, at }) = step else { continue };
            let account = match by.parse() {
                Ok(id) => site.accounts.by_id(id).await?,
                Err(_) => None,
            };
            let who = account.map(|account| account.name).unwrap_or_default();
            let said = Said::new(format!("pages-vote-roll-{name}")).arg("who", who).arg("at", words::time(*at));
            all.push(site.say(&said));
        }
        Ok(all)
    }
}

#[derive(Template)]
#[template(path = "ballot_roll.html")]
struct Page {
    /// The visitor may close or confirm it now.
    closes: bool,
    confirmed: bool,
    error: Option<String>,
    f: Frame,
    /// The names in the form.
    given: String,
    head: Head,
    /// Names that are about to be published, where they are to be looked at.
    check: Vec<String>,
    may: bool,
    /// Id for the next roll, so that a form that is sent twice publishes once.
    next: Uuid,
    roll: Option<Uuid>,
    /// Waits for the second person, who isn't the visitor.
    second: bool,
    told: Vec<String>,
    voters: Vec<String>,
}

async fn shown(
    site: &Site,
    visitor: &Visitor,
    room: &Room,
    (next, given, check): (Uuid, String, Vec<String>),
    error: Option<String>,
) -> Result<Response, Trouble> {
    let roll = Roll::newest(site, room.line.case).await?;
    let (stage, told, voters) = match &roll {
        Some(roll) => (Some(roll.stage()), roll.told(site).await?, roll.voters.clone()),
        None => (None, Vec::new(), Vec::new()),
    };
    let own = visitor.signed.account.id.to_string();
    let first = roll.as_ref().and_then(|roll| roll.stored.closed.as_ref()).map(|step| step.by.as_str());
    let may = may_hold(room);
    rendered(&Page {
        closes: may
            && match stage {
                Some(Stage::Published) => true,
                Some(Stage::Closed) => first != Some(own.as_str()),
                Some(Stage::Confirmed) | None => false,
            },
        confirmed: stage == Some(Stage::Confirmed),
        error,
        f: frame(site, visitor, room, "ballots"),
        given,
        head: Head::of(site, room),
        check,
        may,
        next,
        roll: roll.as_ref().map(|roll| roll.stored.roll),
        second: stage == Some(Stage::Closed),
        told,
        voters: voters.into_iter().map(|(_, name)| name).collect(),
    })
}

/// The newest roll, for challenge by everybody in the case, and the form for another one.
pub(super) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let given: Vec<String> = match Roll::newest(&site, case).await? {
        Some(roll) => roll.voters.into_iter().map(|(_, name)| name).collect(),
        None => delegates(&site, &room).await?.into_iter().map(|(_, name)| name).collect(),
    };
    shown(&site, &visitor, &room, (Uuid::now_v7(), given.join("\n"), Vec::new()), None).await
}

async fn holder(site: &Site, visitor: &Visitor, case: Uuid) -> Result<Room, Trouble> {
    let room = Room::enter(site, visitor, case).await?;
    if may_hold(&room) { Ok(room) } else { Err(Trouble::Forbidden(Said::new("pages-vote-who-may"))) }
}

/// A roll to be checked or published.
pub(super) async fn publish(
    State(site): Here,
    visitor: Visitor,
    Path(case): Path<Uuid>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let room = holder(&site, &visitor, case).await?;
    let given = one(&fields, "names").to_owned();
    let next =
        one(&fields, "next").parse::<Uuid>().map_err(|_| Trouble::Unreadable(Said::new("pages-vote-fault-form")))?;
    let names = match names(&given) {
        Ok(names) => names,
        Err(said) => {
            let form = shown(&site, &visitor, &room, (next, given, Vec::new()), Some(site.say(&said))).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response());
        }
    };
    match one(&fields, "step") {
        "do" => {}
        "edit" => return shown(&site, &visitor, &room, (next, given, Vec::new()), None).await,
        _ => return shown(&site, &visitor, &room, (next, given, names), None).await,
    }
    let known = delegates(&site, &room).await?;
    let id_of = |name: &String| {
        let mut found = known.iter().filter(|(_, known)| known == name);
        // Two accounts of one name: nobody is taken for the other.
        match (found.next(), found.next()) {
            (Some((id, _)), None) => id.to_string(),
            (Some(_) | None, _) => String::new(),
        }
    };
    let voters: Vec<(String, String)> = names.iter().map(|name| (id_of(name), name.clone())).collect();
    let content = ledger::canonical::to_vec(&voters).map_err(|error| Trouble::Fault(error.to_string()))?;
    let chore = BallotChore::PublishRoll { case, roll: next, content, by: step(&site, &visitor) };
    site.desk.chore(Chore::Ballot(chore)).await?;
    Ok(Redirect::to(&format!("/cases/{case}/roll")).into_response())
}

fn step(site: &Site, visitor: &Visitor) -> RollStep {
    RollStep { by: visitor.signed.account.id.to_string(), at: site.desk.now() }
}

/// The names, each once.
fn names(given: &str) -> Result<Vec<String>, Said> {
    let names = lines(given);
    let mut once = BTreeSet::new();
    if let Some(twice) = names.iter().find(|name| !once.insert((*name).clone())) {
        return Err(Said::new("pages-vote-fault-twice").arg("name", twice));
    }
    let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
    if (1..=ballot::MAX_VOTERS).contains(&count) { Ok(names) } else { Err(ballot::DefinitionError::Voters.said()) }
}

/// The first of two persons closes the newest roll, the second confirms it.
pub(super) async fn close(
    State(site): Here,
    visitor: Visitor,
    Path((case, roll)): Path<(Uuid, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let room = holder(&site, &visitor, case).await?;
    let newest = Roll::newest(&site, case).await?.ok_or(Trouble::Missing)?;
    let wrong = async |key: &'static str| {
        let given = newest.voters.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join("\n");
        let state = (Uuid::now_v7(), given, Vec::new());
        let form = shown(&site, &visitor, &room, state, Some(site.text(key))).await?;
        Ok::<Response, Trouble>((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
    };
    if newest.stored.roll != roll {
        return wrong("pages-vote-roll-newer").await;
    }
    if one(&fields, "compared") != "on" {
        return wrong("pages-vote-roll-compare").await;
    }
    let by = step(&site, &visitor);
    let first = newest.stored.closed.as_ref().map(|step| step.by.clone());
    let chore = match newest.stage() {
        Stage::Published => BallotChore::CloseRoll { case, roll, by },
        Stage::Closed if first == Some(by.by.clone()) => return wrong("pages-vote-roll-same").await,
        Stage::Closed | Stage::Confirmed => BallotChore::ConfirmRoll { case, roll, by },
    };
    // Whoever was a moment late finds what the other did.
    site.desk.chore(Chore::Ballot(chore)).await?;
    Ok(Redirect::to(&format!("/cases/{case}/roll")).into_response())
}
