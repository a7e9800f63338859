//! The ballots of a case, and opening one: form, check, done. Once opened nothing of it can be changed.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use ballot::{Definition, DefinitionError, Key, Office, Question, Secret};
use law::Date;
use law::time::Moment;
use ledger::Digest;
use messages::Said;
use negotiation::state::Stage;
use negotiation::{Capacity, Negotiation};
use store::{BallotChore, BoxKey, Chore, Hidden, NewBallot, Scope};
use uuid::Uuid;

use super::rolls::{Roll, Stage as RollStage};
use super::{Ballot, Elected, attendance, challenges, chance, may_hold, notice, rounds, words};
use crate::act::grouped;
use crate::case::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;
use crate::who::origin;

pub(super) type Fields = Vec<(String, String)>;

/// A ballot in the list.
struct Line {
    ballot: Uuid,
    closes: String,
    open: bool,
    title: String,
    /// Challenges to its attendance register that wait for an answer of the visitor.
    waiting: Option<String>,
}

#[derive(Template)]
#[template(path = "ballots.html")]
struct Ballots {
    /// The draft can be voted on now.
    draft: bool,
    error: Option<String>,
    f: Frame,
    fields: Fields,
    head: Head,
    lines: Vec<Line>,
    may: bool,
    /// Ballots that another round may follow.
    before: Vec<(String, String)>,
    /// The closed roll: its id and how many are on it.
    roll: Option<(String, usize)>,
    /// Challenges that wait for an answer of the visitor.
    waiting: Option<String>,
}

impl Ballots {
    fn value(&self, name: &str) -> &str {
        one(&self.fields, name)
    }
}

#[derive(Template)]
#[template(path = "ballot_check.html")]
struct Check {
    f: Frame,
    fields: Fields,
    head: Head,
    lines: Vec<(String, String)>,
    names: Vec<String>,
}

pub(super) fn one<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(had, _)| had == name).map_or("", |(_, value)| value.trim())
}

/// The ballots of a case, and the form for another one.
pub(super) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let fields = prefill(&site, &room).await?;
    shown(&site, &visitor, &room, fields, None).await
}

async fn shown(
    site: &Site,
    visitor: &Visitor,
    room: &Room,
    fields: Fields,
    error: Option<String>,
) -> Result<Response, Trouble> {
    let (mut lines, may) = (Vec::new(), may_hold(room));
    let objections = if may { attendance::waiting(site, room.line.case).await? } else { BTreeMap::new() };
    let told = |count| site.say(&Said::new("pages-vote-challenge-waiting").arg("count", count));
    for stored in site.desk.store().ballots_of(room.line.case).await?.into_iter().rev() {
        let ballot = Ballot::of(stored)?;
        lines.push(Line {
            ballot: ballot.id(),
            closes: words::time(ballot.closes_at()),
            open: ballot.is_open(&site.desk),
            title: words::title(site, &ballot),
            waiting: objections.get(&ballot.id()).map(|count| told(*count)),
        });
    }
    let before = rounds::before(site, room.line.case).await?;
    let waiting = if may { challenges::waiting(site, room.line.case).await? } else { 0 };
    let waiting = (waiting > 0).then(|| told(waiting));
    rendered(&Ballots {
        before: before.into_iter().map(|before| (before.ballot.id().to_string(), before.title)).collect(),
        draft: draft(room.negotiation()?).is_some(),
        error,
        f: frame(site, visitor, room, "ballots"),
        fields,
        head: Head::of(site, room),
        lines,
        may,
        roll: closed_roll(site, room).await?.map(|roll| (roll.stored.roll.to_string(), roll.count())),
        waiting,
    })
}

/// The newest roll, where two persons have closed it.
async fn closed_roll(site: &Site, room: &Room) -> Result<Option<Roll>, Trouble> {
    let newest = Roll::newest(site, room.line.case).await?;
    Ok(newest.filter(|roll| roll.stage() == RollStage::Confirmed))
}

/// The text before the congress.
fn draft(n: &Negotiation) -> Option<Digest> {
    n.stage.text().filter(|_| n.stage_name() == "congress").map(|text| text.digest)
}

/// What is usual: the draft, until the afternoon of the meeting, by the delegates who have accounts.
async fn prefill(site: &Site, room: &Room) -> Result<Fields, Trouble> {
    let n = room.negotiation()?;
    let day = match &n.stage {
        Stage::Congress(congress) => congress.submission.meeting_on.max(room.now.date()),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Refused(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_)
        | Stage::Effective(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => room.now.date(),
    };
    let meets_on = draft(n).map(|_| day);
    let kind = if draft(n).is_some() { "draft" } else { "election" };
    // What failed to carry for want of a quorum is voted on again: the round before is a proposal.
    let text = draft(n);
    let again = |ballot: &Ballot| text.is_some_and(|terms| ballot.definition.question == (Question::Draft { terms }));
    let before = rounds::before(site, room.line.case).await?.into_iter().find(|before| again(&before.ballot));
    let pairs = [
        ("ballot", Uuid::now_v7().to_string()),
        ("kind", kind.to_owned()),
        ("meets_on", meets_on.map(|day| day.to_string()).unwrap_or_default()),
        ("meets_at", String::new()),
        ("meets_in", String::new()),
        ("objection_days", notice::USUAL_DAYS.to_string()),
        ("closes_on", day.to_string()),
        ("closes_at", "17:00".to_owned()),
        ("reveals", "on".to_owned()),
        ("seats", "1".to_owned()),
        ("candidates", String::new()),
        ("after", before.map(|before| before.ballot.id().to_string()).unwrap_or_default()),
    ];
    let mut fields: Fields = pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    // What an election left open is elected in a further round.
    let held = match text {
        None => Elected::open(site, room.line.case).await?,
        Some(_) => None,
    };
    for (name, value) in held.iter().flat_map(Elected::next) {
        fields.retain(|(had, _)| had != name);
        fields.push((name.to_owned(), value));
    }
    Ok(fields)
}

/// Delegates with an account, each once.
pub(super) async fn delegates(site: &Site, room: &Room) -> Result<BTreeSet<(Uuid, String)>, Trouble> {
    let mut standing = site.accounts.standing_for(&room.line.employer_uscc).await?;
    standing.extend(site.accounts.standing_in(&Scope::Case(room.line.case)).await?);
    let delegates = standing.into_iter().filter(|(_, capacity)| *capacity == Capacity::CongressDelegate);
    Ok(delegates.map(|(account, _)| (account.id, account.name)).collect())
}

/// A form that came back: to be checked, done, or shown again.
pub(super) async fn give(
    State(site): Here,
    visitor: Visitor,
    headers: HeaderMap,
    Path(case): Path<Uuid>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    if !may_hold(&room) {
        return Err(Trouble::Forbidden(Said::new("pages-vote-who-may")));
    }
    if one(&fields, "step") == "edit" {
        return shown(&site, &visitor, &room, fields, None).await;
    }
    // The same form again, whose ballot is open already.
    if let Ok(id) = one(&fields, "ballot").parse::<Uuid>()
        && one(&fields, "step") == "do"
        && site.desk.store().ballot(id).await?.is_some_and(|stored| stored.case == case)
    {
        return Ok(Redirect::to(&format!("/cases/{case}/ballots/{id}")).into_response());
    }
    let plan = match read(&site, &room, &fields).await {
        Ok(plan) => plan,
        Err(said) => {
            let error = Some(site.say(&said));
            let form = shown(&site, &visitor, &room, fields, error).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response());
        }
    };
    if one(&fields, "step") != "do" {
        let names = plan.roll.names(&site).await?;
        return checked(&site, &visitor, &room, fields, (&plan.definition, names));
    }
    let id = plan.definition.ballot;
    open(&site, &room, plan, &origin(&headers)).await?;
    Ok(Redirect::to(&format!("/cases/{case}/ballots/{id}")).into_response())
}

/// A ballot as it would be opened; its key comes last.
struct Plan {
    definition: Definition,
    roll: Roll,
}

async fn read(site: &Site, room: &Room, fields: &[(String, String)]) -> Result<Plan, Said> {
    if !site.desk.store().keeps_boxes_secret() {
        return Err(Said::new("pages-vote-fault-boxes"));
    }
    let wrong = Said::new;
    let ballot = one(fields, "ballot").parse::<Uuid>().map_err(|_| wrong("pages-vote-fault-form"))?;
    let day = one(fields, "closes_on").parse::<Date>().map_err(|_| wrong("pages-vote-fault-day"))?;
    let (hour, minute) = clock(one(fields, "closes_at")).ok_or_else(|| wrong("pages-vote-fault-clock"))?;
    let question = match one(fields, "kind") {
        "draft" => {
            let terms = room.state.negotiation().and_then(draft).ok_or_else(|| wrong("pages-vote-fault-draft"))?;
            Question::Draft { terms }
        }
        "election" => {
            let seats = one(fields, "seats").parse().map_err(|_| wrong("pages-vote-fault-seats"))?;
            let office = if one(fields, "office") == "delegate" { Office::Delegate } else { Office::Representative };
            Question::Election { candidates: lines(one(fields, "candidates")), office, seats }
        }
        _ => return Err(wrong("pages-vote-fault-kind")),
    };
    let fault = |_| wrong("pages-vote-fault-form");
    let roll = closed_roll(site, room).await.map_err(fault)?.ok_or_else(|| wrong("pages-vote-fault-roll"))?;
    if one(fields, "roll") != roll.stored.roll.to_string() {
        return Err(wrong("pages-vote-fault-roll-other"));
    }
    let before = rounds::before(site, room.line.case).await.map_err(fault)?;
    let round = rounds::read(&before, one(fields, "after"), &question)?;
    let definition = Definition {
        ballot,
        case: room.line.case,
        closes_at: Moment::at(day, hour, minute),
        key: ballot::Public([0; 32]),
        meeting: notice::meeting(fields)?,
        objection_days: notice::days(fields)?,
        opened_at: room.now,
        question,
        reveals: one(fields, "reveals") == "on",
        roll: Some(roll.stored.roll),
        roll_digest: Some(roll.digest()),
        round,
        voters: u32::try_from(roll.count()).unwrap_or(u32::MAX),
    };
    let definition = definition.checked().map_err(DefinitionError::said)?;
    Ok(Plan { definition, roll })
}

pub(super) fn clock(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once([':', '：'])?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

pub(super) fn lines(text: &str) -> Vec<String> {
    let kept = |line: &str| line.chars().filter(|sign| !sign.is_control()).collect::<String>().trim().to_owned();
    text.lines().map(kept).filter(|line| !line.is_empty()).collect()
}

fn checked(
    site: &Site,
    visitor: &Visitor,
    room: &Room,
    fields: Fields,
    (definition, names): (&Definition, Vec<String>),
) -> Result<Response, Trouble> {
    let Definition { closes_at, question, reveals, voters, .. } = definition;
    let line = |name: &str, text: String| (site.text(format!("pages-vote-{name}")), text);
    let mut lines = vec![match question {
        Question::Draft { .. } => line("about", site.text("pages-vote-title-draft")),
        Question::Election { candidates, .. } => {
            line("about", words::about(site, definition) + "：" + &candidates.join("、"))
        }
    }];
    if let Some(round) = definition.round {
        lines.push(line("after", site.say(&Said::new("pages-vote-round-is").arg("number", round.number))));
    }
    lines.push(line("voters", voters.to_string()));
    if let Some(Stage::Congress(congress)) = room.state.negotiation().map(|n| &n.stage)
        && congress.submission.total != *voters
    {
        let said = Said::new("pages-vote-voters-differ").arg("total", congress.submission.total);
        lines.push((site.text("pages-vote-note"), site.say(&said)));
    }
    if let Some(digest) = definition.roll_digest {
        lines.push(line("roll-print", grouped(digest)));
    }
    let days = definition.objection_days.unwrap_or(notice::USUAL_DAYS);
    lines.push(line("objection-days", days.to_string()));
    lines.extend(notice::told(site, definition).map(|told| line("meeting", told)));
    lines.push(line("closes", words::time(*closes_at)));
    let told = notice::due(definition).map(|at| Said::new("pages-vote-told").arg("at", words::time(at)));
    lines.push(line("notice", site.say(&told.unwrap_or_else(|| Said::new("pages-vote-told-not")))));
    lines.push(line("list", site.text(if *reveals { "pages-vote-reveals" } else { "pages-vote-reveals-not" })));
    rendered(&Check { f: frame(site, visitor, room, "ballots"), fields, head: Head::of(site, room), lines, names })
}

/// Puts the box up, then opens the ballot with the key that lies with the box; again the same.
async fn open(site: &Site, room: &Room, plan: Plan, origin: &str) -> Result<(), Trouble> {
    let Plan { definition, roll } = plan;
    let (store, id) = (site.desk.store(), definition.ballot);
    if store.ballot(id).await?.is_some() {
        return Ok(());
    }
    let fault = |what: &dyn std::fmt::Display| Trouble::Fault(what.to_string());
    let fresh = Key::derive(chance()?, id).map_err(|error| fault(&error))?;
    let lying = BoxKey { secret: Hidden(fresh.secret().0), salt: Hidden(chance()?) };
    store.put_box_up(id, &lying, definition.voters).await?;
    let lying = store.box_key(id).await?.ok_or_else(|| fault(&"the box is gone"))?;
    let key = Key::from_secret(&Secret(lying.secret.0)).map_err(|error| fault(&error))?;
    let definition = Definition { key: key.public(), ..definition };
    let (links, messages) = notice::outgoing(site, room, (&definition, &roll), origin).await?;
    let new = NewBallot {
        case: definition.case,
        ballot: id,
        closes_at: definition.closes_at,
        definition: ledger::canonical::to_vec(&definition).map_err(|error| fault(&error))?,
        links,
        messages,
        roll: roll.stored.roll,
        voters: roll.content.voters.into_iter().map(|voter| voter.id).collect(),
    };
    site.desk.chore(Chore::Ballot(BallotChore::Open(new))).await?;
    Ok(())
}
