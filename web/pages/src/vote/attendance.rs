//! The attendance register of a ballot that has ended: who signed in, by name, for everybody in the case. It is open for
//! challenge for the days that were announced with the ballot; the union side answers each challenge in words.
//!
//! Names stand in their own order, without times: nothing here says who came before whom, and nothing what anybody chose.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ballot::Mark;
use law::Date;
use law::time::Moment;
use messages::Said;
use store::{
    BallotChore, ChallengeChore, ChallengeKind, Chore, Hidden, MAX_CHALLENGES, MAX_OWN_CHALLENGES, NewChallenge,
};
use uuid::Uuid;

use super::challenges::{Challenges, seen, which, written};
use super::notice::USUAL_DAYS;
use super::office::{Fields, one};
use super::roll::voters;
use super::rolls::{holder, step};
use super::{Ballot, load_in, words};
use crate::case::{Head, frame, rendered};
use crate::desk::weekday;
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

const DAY: i64 = 86_400_000;

#[derive(Template)]
#[template(path = "ballot_attendance.html")]
struct Page {
    /// What accepting a challenge means.
    accept: String,
    absent: Vec<String>,
    ballot: Uuid,
    challenge: Fields,
    challenges: Challenges,
    error: Option<String>,
    f: Frame,
    head: Head,
    /// Over the challenges.
    heading: String,
    /// Id for the next challenge.
    id: Uuid,
    kinds: Vec<(&'static str, String)>,
    /// Challenges are taken.
    open: bool,
    /// Who signed in online, and who took a paper ballot in the hall.
    present: Vec<(String, Vec<String>)>,
    title: String,
    told: Vec<String>,
}

impl Page {
    fn value(&self, name: &str) -> &str {
        one(&self.challenge, name)
    }

    /// What was typed as the answer to a challenge.
    fn answered(&self, id: &Uuid, name: &str) -> &str {
        if self.value("id") == id.to_string() { self.value(name) } else { "" }
    }

    /// Where challenges to the register go.
    fn at(&self, ballot: &Uuid) -> String {
        format!("/cases/{}/ballots/{ballot}/attendance", self.head.case)
    }

    fn at_newest(&self) -> String {
        self.at(&self.ballot)
    }
}

/// The last day on which the register may be challenged.
pub(super) fn until(ballot: &Ballot) -> Date {
    let days = ballot.definition.objection_days.unwrap_or(USUAL_DAYS);
    Moment::start_of(ballot.closes_at().date()).plus_millis(i64::from(days) * DAY).date()
}

/// How many challenges of a case wait for an answer, by ballot.
pub(super) async fn waiting(site: &Site, case: Uuid) -> Result<BTreeMap<Uuid, usize>, Trouble> {
    let mut all = BTreeMap::new();
    for challenge in site.desk.store().open_objections(case, MAX_CHALLENGES).await? {
        *all.entry(challenge.roll).or_default() += 1;
    }
    Ok(all)
}

/// The ballot, once it has ended.
async fn ended(site: &Site, case: Uuid, id: Uuid) -> Result<Ballot, Trouble> {
    let ballot = load_in(site, case, id).await?;
    if ballot.is_open(&site.desk) {
        return Err(Trouble::Unreadable(Said::new("pages-vote-attendance-early")));
    }
    // Whoever looks first has it counted: from then on nobody is marked.
    ballot.ending(&site.desk).await?;
    Ok(ballot)
}

fn kind(site: &Site, kind: ChallengeKind) -> String {
    site.text(format!("pages-vote-attendance-{}", kind.name()))
}

async fn shown(
    site: &Site,
    visitor: &Visitor,
    (room, ballot): (&Room, &Ballot),
    challenge: Fields,
    error: Option<String>,
) -> Result<Response, Trouble> {
    let (case, id) = (room.line.case, ballot.id());
    let register = ballot.register(&site.desk).await?;
    let (mut online, mut paper, mut absent) = (Vec::new(), Vec::new(), Vec::new());
    for voter in voters(site, ballot).await? {
        let list = match register.get(voter.voter) {
            Some(Mark::Blind(_) | Mark::Plain) => &mut online,
            Some(Mark::Paper) => &mut paper,
            Some(Mark::Nothing) | None => &mut absent,
        };
        list.push(words::or_erased(site, voter.name));
    }
    for list in [&mut online, &mut paper, &mut absent] {
        list.sort();
    }
    let all = site.desk.store().objections(case, id, Uuid::nil(), MAX_CHALLENGES).await?;
    let challenges = Challenges::told(site, visitor, (room, id), all, &|of| kind(site, of)).await?;
    let lead = Said::new("pages-vote-lead").arg("voters", ballot.definition.voters);
    let present = online.len() + paper.len();
    let (last, mut told) = (until(ballot), vec![site.say(&lead.arg("present", present))]);
    told.push(site.say(&Said::new("pages-vote-attendance-until").arg("day", weekday(site, last))));
    if challenges.accepted > 0 {
        told.push(site.say(&Said::new("pages-vote-attendance-accepted").arg("count", challenges.accepted)));
    }
    let named = |name: &str, list: Vec<String>| (site.text(format!("pages-vote-attendance-{name}")), list);
    rendered(&Page {
        accept: site.text("pages-vote-attendance-accept"),
        absent,
        ballot: id,
        challenge,
        challenges,
        error,
        f: frame(site, visitor, room, "ballots"),
        head: Head::of(site, room),
        heading: site.text("pages-vote-attendance-challenges"),
        id: Uuid::now_v7(),
        kinds: ChallengeKind::ALL.map(|of| (of.name(), kind(site, of))).into(),
        open: site.desk.now().date() <= last,
        present: vec![named("online", online), named("hall", paper)],
        title: words::title(site, ballot),
        told,
    })
}

/// Who signed in, and what was said against it.
pub(super) async fn page(
    State(site): Here,
    visitor: Visitor,
    Path((case, id)): Path<(Uuid, Uuid)>,
) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let ballot = ended(&site, case, id).await?;
    shown(&site, &visitor, (&room, &ballot), Fields::new(), None).await
}

async fn again(
    site: &Site,
    visitor: &Visitor,
    of: (&Room, &Ballot),
    status: StatusCode,
    (fields, error): (&Fields, Said),
) -> Result<Response, Trouble> {
    Ok((status, shown(site, visitor, of, fields.clone(), Some(site.say(&error))).await?).into_response())
}

fn to_page(case: Uuid, ballot: Uuid) -> Response {
    Redirect::to(&format!("/cases/{case}/ballots/{ballot}/attendance#challenges")).into_response()
}

/// Enters a challenge, until the last day.
pub(super) async fn enter(
    State(site): Here,
    visitor: Visitor,
    Path((case, id)): Path<(Uuid, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let ballot = ended(&site, case, id).await?;
    let wrong = async |status, error: Said| again(&site, &visitor, (&room, &ballot), status, (&fields, error)).await;
    let kind = ChallengeKind::ALL.into_iter().find(|kind| kind.name() == one(&fields, "kind"));
    let read = kind.ok_or_else(|| Said::new("pages-vote-attendance-kind-fault"));
    let (kind, text) = match read.and_then(|kind| Ok((kind, written(&fields, "text")?))) {
        Ok(read) => read,
        Err(said) => return wrong(StatusCode::UNPROCESSABLE_ENTITY, said).await,
    };
    let (challenge, by) = (which(&fields)?, step(&site, &visitor));
    if by.at.date() > until(&ballot) {
        let said = Said::new("pages-vote-attendance-late").arg("day", weekday(&site, until(&ballot)));
        return wrong(StatusCode::CONFLICT, said).await;
    }
    let own = by.by.clone();
    let new = NewChallenge { case, roll: id, id: challenge, kind, text: Hidden(text), by };
    if site.desk.chore(Chore::Ballot(BallotChore::Objection(ChallengeChore::Enter(new)))).await? {
        return Ok(to_page(case, id));
    }
    let all = site.desk.store().objections(case, id, Uuid::nil(), MAX_CHALLENGES).await?;
    if all.iter().any(|had| had.id == challenge && had.by.by == own) {
        return Ok(to_page(case, id));
    }
    let mine = all.iter().filter(|had| had.by.by == own).count();
    let said = if u32::try_from(mine).is_ok_and(|mine| mine >= MAX_OWN_CHALLENGES) {
        Said::new("pages-vote-challenge-own-full").arg("most", MAX_OWN_CHALLENGES)
    } else {
        Said::new("pages-vote-challenge-full").arg("most", MAX_CHALLENGES)
    };
    wrong(StatusCode::CONFLICT, said).await
}

/// Answers a challenge, once: accepted or refused, in words.
pub(super) async fn answer(
    State(site): Here,
    visitor: Visitor,
    Path((case, id)): Path<(Uuid, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let room = holder(&site, &visitor, case).await?;
    let ballot = ended(&site, case, id).await?;
    let wrong = async |status, error: Said| again(&site, &visitor, (&room, &ballot), status, (&fields, error)).await;
    let (accepted, text) = match seen(&fields) {
        Ok(read) => read,
        Err(said) => return wrong(StatusCode::UNPROCESSABLE_ENTITY, said).await,
    };
    let (challenge, by) = (which(&fields)?, step(&site, &visitor));
    let chore = ChallengeChore::Answer { case, roll: id, id: challenge, accepted, text, by };
    if site.desk.chore(Chore::Ballot(BallotChore::Objection(chore))).await? {
        return Ok(to_page(case, id));
    }
    wrong(StatusCode::CONFLICT, Said::new("pages-vote-challenge-answered")).await
}

/// Takes one's own challenge back: its words and those of the answer are erased.
pub(super) async fn take_back(
    State(site): Here,
    visitor: Visitor,
    Path((case, id)): Path<(Uuid, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    Room::enter(&site, &visitor, case).await?;
    ended(&site, case, id).await?;
    let chore = ChallengeChore::TakeBack { case, roll: id, id: which(&fields)?, by: step(&site, &visitor) };
    site.desk.chore(Chore::Ballot(BallotChore::Objection(chore))).await?;
    Ok(to_page(case, id))
}
