//! Publishing a roll: names are typed or filled in from the roster, looked at, published for challenge.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ballot::{Named, OnRoll};
use law::Date;
use messages::Said;
use store::{BallotChore, Chore, Person};
use uuid::Uuid;

use super::office::{Fields, delegates, lines, one};
use super::rolls::{Typed, holder, shown, step};
use super::workers::{Body, Filled, Workers};
use super::{chance, composition};
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Names are filled in by buttons whose value begins so; the body follows.
const FILL: &str = "fill-";

/// A roll to be filled in, checked or published.
pub(super) async fn publish(
    State(site): Here,
    visitor: Visitor,
    Path(case): Path<Uuid>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let room = holder(&site, &visitor, case).await?;
    let next =
        one(&fields, "next").parse::<Uuid>().map_err(|_| Trouble::Unreadable(Said::new("pages-vote-fault-form")))?;
    if let Some(body) = one(&fields, "step").strip_prefix(FILL) {
        let typed = fill(&site, &visitor, &room, Body::named(body), &fields).await?;
        return shown(&site, &visitor, &room, Typed { next, ..typed }).await;
    }
    let given = one(&fields, "names").to_owned();
    let figures = fields.iter().filter(|(name, _)| name != "names").cloned().collect();
    let typed = Typed { figures, given, next, ..Typed::default() };
    let workers = Workers::of(&site, &room).await?;
    let plan = match read(&site, &room, &workers, &fields).await? {
        Ok(plan) => plan,
        Err(said) => {
            let typed = Typed { error: Some(site.say(&said)), ..typed };
            let form = shown(&site, &visitor, &room, typed).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response());
        }
    };
    match one(&fields, "step") {
        "do" => {}
        "edit" => return shown(&site, &visitor, &room, typed).await,
        _ => {
            let keeps = Workers::kept_by(&site, &visitor, &room).await?.is_some();
            let told = if keeps { linked(&site, &plan) } else { Vec::new() };
            let check = plan.people.into_iter().map(|(name, _)| name).collect();
            return shown(&site, &visitor, &room, Typed { check, content: plan.roll, told, ..typed }).await;
        }
    }
    let fault = |error: &dyn std::fmt::Display| Trouble::Fault(error.to_string());
    let Plan { people, mut roll } = plan;
    let mut persons = Vec::new();
    for (name, who) in people {
        let (id, salt, named) = (who.unwrap_or_else(Uuid::now_v7).to_string(), chance()?, Named { name });
        persons.push(Person::new(&id, salt, &named)?);
        roll.voters.push(OnRoll::named(id, &salt, &named).map_err(|error| fault(&error))?);
    }
    let content = ledger::canonical::to_vec(&roll).map_err(|error| fault(&error))?;
    let chore = BallotChore::PublishRoll { case, roll: next, content, names: persons, by: step(&site, &visitor) };
    site.desk.chore(Chore::Ballot(chore)).await?;
    Ok(Redirect::to(&format!("/cases/{case}/roll")).into_response())
}

/// The form with everybody of the roster whom a body is made up of, for whoever keeps it. What else was typed stays.
async fn fill(
    site: &Site,
    visitor: &Visitor,
    room: &Room,
    body: Body,
    fields: &[(String, String)],
) -> Result<Typed, Trouble> {
    let workers = Workers::kept_by(site, visitor, room).await?;
    let workers = workers.ok_or_else(|| Trouble::Forbidden(Said::new("pages-vote-roster-who")))?;
    let Filled { mut figures, lines, unknown } = workers.filled(body);
    let kept = fields.iter().filter(|(name, _)| name != "names" && name != "step");
    let kept: Fields = kept.filter(|(name, _)| figures.iter().all(|(had, _)| had != name)).cloned().collect();
    figures.extend(kept);
    let mut told = vec![site.say(&Said::new("pages-vote-roster-filled").arg("count", lines.len()))];
    if body == Body::Congress && unknown > 0 {
        told.push(site.say(&Said::new("pages-vote-roster-unknown").arg("count", unknown)));
    }
    Ok(Typed { figures, given: lines.join("\n"), told, ..Typed::default() })
}

/// A roll as it would be published.
struct Plan {
    /// The name of each, and who it is where that is known.
    people: Vec<(String, Option<Uuid>)>,
    /// Everything else.
    roll: ballot::Roll,
}

async fn read(
    site: &Site,
    room: &Room,
    workers: &Workers,
    fields: &[(String, String)],
) -> Result<Result<Plan, Said>, Trouble> {
    let known = delegates(site, room).await?;
    Ok(plan(site, &known, workers, fields))
}

fn plan(
    site: &Site,
    known: &BTreeSet<(Uuid, String)>,
    workers: &Workers,
    fields: &[(String, String)],
) -> Result<Plan, Said> {
    let body = Body::named(one(fields, "body"));
    let names = names(one(fields, "names"))?;
    let figures = composition::read(fields, names.len())?;
    let challenges_until = until(site, one(fields, "until"))?;
    let who = workers.who(body);
    let id_of = |name: &str| {
        let mut found = known.iter().filter(|(_, known)| known == name);
        // Two accounts of one name: nobody is taken for the other, and gets an id of their own as somebody without one.
        let account = match (found.next(), found.next()) {
            (Some((id, _)), None) => Some(*id),
            (Some(_) | None, _) => None,
        };
        match who.get(name) {
            Some(None) => None,
            Some(Some(person)) if person.account.is_some() || account.is_none() => Some(person.id),
            Some(Some(_)) | None => account,
        }
    };
    let people = names.into_iter().map(|name| {
        let id = id_of(&name);
        (name, id)
    });
    let people: Vec<(String, Option<Uuid>)> = people.collect();
    once(&people)?;
    let all_staff = body == Body::AllStaff;
    Ok(Plan { people, roll: ballot::Roll { all_staff, challenges_until, figures, ..ballot::Roll::default() } })
}

/// Two lines that mean the same person would be two votes.
fn once(people: &[(String, Option<Uuid>)]) -> Result<(), Said> {
    let mut seen: BTreeMap<Uuid, &str> = BTreeMap::new();
    for (name, id) in people {
        if let Some(other) = id.and_then(|id| seen.insert(id, name)) {
            return Err(Said::new("pages-vote-fault-same").arg("first", other).arg("second", name));
        }
    }
    Ok(())
}

/// Until which day the roll is announced to be open for challenge; today at the earliest, or left open.
fn until(site: &Site, typed: &str) -> Result<Option<Date>, Said> {
    if typed.is_empty() {
        return Ok(None);
    }
    let day = typed.parse::<Date>().ok().filter(|day| *day >= site.desk.now().date());
    day.map(Some).ok_or_else(|| Said::new("pages-vote-fault-until"))
}

/// Who of a roll will find the vote by their phone, and who needs a link.
fn linked(site: &Site, plan: &Plan) -> Vec<String> {
    let found = plan.people.iter().filter(|(_, id)| id.is_some()).count();
    let others = plan.people.len() - found;
    vec![site.say(&Said::new("pages-vote-roster-linked").arg("count", found).arg("others", others))]
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
