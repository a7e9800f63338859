//! Challenges to the roll: whoever is in the case says who is missing, shouldn't be there or stands there wrongly; the union
//! side answers each in words.
//!
//! No article asks for challenges to be answered before a roll is closed: whoever closes it regardless is told so, and
//! confirms it. Who wrote a challenge is shown to those who answer and to its writer, to nobody else.

use std::collections::BTreeMap;

use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use store::{
    BallotChore, ChallengeChore, ChallengeKind, Chore, Hidden, MAX_CHALLENGES, MAX_OWN_CHALLENGES, NewChallenge,
    StoredChallenge,
};
use uuid::Uuid;

use super::office::{Fields, one};
use super::rolls::{Roll, Typed, holder, shown, step};
use super::{may_hold, words};
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Most characters of a challenge and of an answer.
const LONGEST: usize = 500;

/// A challenge as the page shows it.
pub(super) struct Line {
    /// The answer, who gave it and when.
    pub(super) answer: Option<String>,
    /// The visitor may answer it.
    pub(super) answers: bool,
    /// Of a roll before the newest one.
    pub(super) before: bool,
    pub(super) id: Uuid,
    pub(super) kind: String,
    /// The visitor may take it back.
    pub(super) own: bool,
    pub(super) roll: Uuid,
    /// What was written.
    pub(super) text: String,
    /// When, and by whom as far as the visitor may know.
    pub(super) told: String,
}

/// What a roll is challenged with.
#[derive(Default)]
pub(super) struct Challenges {
    /// Accepted without another roll since.
    pub(super) accepted: usize,
    pub(super) lines: Vec<Line>,
    /// Without an answer.
    pub(super) open: usize,
}

impl Challenges {
    /// Those of the newest roll, and those of earlier rolls that still wait, as somebody in the case sees them.
    pub(super) async fn of(site: &Site, visitor: &Visitor, room: &Room, roll: &Roll) -> Result<Self, Trouble> {
        let (store, case, newest) = (site.desk.store(), room.line.case, roll.stored.roll);
        let mut all = store.open_challenges(case, MAX_CHALLENGES).await?;
        all.retain(|challenge| challenge.roll != newest);
        all.extend(store.challenges(case, newest, Uuid::nil(), MAX_CHALLENGES).await?);
        let open = all.iter().filter(|challenge| challenge.is_open()).count();
        let accepted = |challenge: &&StoredChallenge| {
            challenge.roll == newest && challenge.answer.as_ref().is_some_and(|answer| answer.accepted)
        };
        let accepted = all.iter().filter(accepted).count();
        let kind = |kind: ChallengeKind| site.text(format!("pages-vote-challenge-{}", kind.name()));
        let told = Self::told(site, visitor, (room, newest), all, &kind).await?;
        Ok(Self { accepted, open, ..told })
    }

    /// Challenges to a list as somebody in the case sees them, with the words for what is wrong.
    pub(super) async fn told(
        site: &Site,
        visitor: &Visitor,
        (room, newest): (&Room, Uuid),
        all: Vec<StoredChallenge>,
        kind: &(dyn Fn(ChallengeKind) -> String + Sync),
    ) -> Result<Self, Trouble> {
        let open = all.iter().filter(|challenge| challenge.is_open()).count();
        let accepted = all.iter().filter_map(|challenge| challenge.answer.as_ref()).filter(|answer| answer.accepted);
        let accepted = accepted.count();
        let (mut lines, may) = (Vec::new(), may_hold(room));
        let mut names = BTreeMap::new();
        for challenge in &all {
            for by in challenge.answer.iter().map(|answer| &answer.by.by).chain(may.then_some(&challenge.by.by)) {
                if !names.contains_key(by) {
                    names.insert(by.clone(), name(site, by).await?);
                }
            }
        }
        for challenge in all {
            let kind = kind(challenge.kind);
            lines.push(Line { kind, ..line(site, visitor, (may, newest), &names, challenge) });
        }
        Ok(Self { accepted, lines, open })
    }

    /// What is left once the roll is closed, if anything.
    pub(super) fn left(&self, site: &Site) -> Option<String> {
        let count = self.open + self.accepted;
        (count > 0).then(|| site.say(&Said::new("pages-vote-challenge-still").arg("count", count)))
    }

    /// What is to be confirmed on top before the roll is closed, if anything.
    pub(super) fn asked(&self, site: &Site) -> Option<String> {
        let said = |key, count| site.say(&Said::new(key).arg("count", count));
        match (self.open, self.accepted) {
            (0, 0) => None,
            (0, accepted) => Some(said("pages-vote-challenge-accepted-left", accepted)),
            (open, _) => Some(said("pages-vote-challenge-left", open)),
        }
    }
}

/// How many challenges of a case wait for an answer.
pub(super) async fn waiting(site: &Site, case: Uuid) -> Result<usize, Trouble> {
    Ok(site.desk.store().open_challenges(case, MAX_CHALLENGES).await?.len())
}

async fn name(site: &Site, by: &str) -> Result<String, Trouble> {
    let account = match by.parse() {
        Ok(id) => site.accounts.by_id(id).await?,
        Err(_) => None,
    };
    Ok(account.map(|account| account.name).unwrap_or_default())
}

fn line(
    site: &Site,
    visitor: &Visitor,
    (may, newest): (bool, Uuid),
    names: &BTreeMap<String, String>,
    challenge: StoredChallenge,
) -> Line {
    let name = |by: &str| names.get(by).cloned().unwrap_or_default();
    let own = challenge.by.by == visitor.signed.account.id.to_string();
    let who = match (own, may) {
        (true, _) => site.text("pages-vote-challenge-yours"),
        (false, true) => name(&challenge.by.by),
        (false, false) => site.text("pages-vote-challenge-somebody"),
    };
    let told = Said::new("pages-vote-challenge-told").arg("who", who).arg("at", words::time(challenge.by.at));
    let answers = may && challenge.is_open();
    let answer = challenge.answer.as_ref().map(|answer| {
        let key = if answer.accepted { "pages-vote-challenge-accepted" } else { "pages-vote-challenge-refused" };
        let words = answer.text.as_ref().map_or("", |text| text.0.as_str());
        let said = Said::new(key).arg("who", name(&answer.by.by)).arg("at", words::time(answer.by.at));
        site.say(&said.arg("words", words))
    });
    Line {
        answer,
        answers,
        before: challenge.roll != newest,
        id: challenge.id,
        kind: String::new(),
        own: own && challenge.text.is_some(),
        roll: challenge.roll,
        text: challenge.text.map_or_else(|| site.text("pages-vote-challenge-back"), |text| text.0),
        told: site.say(&told),
    }
}

/// Somebody's own words, without what can't be read.
pub(super) fn written(fields: &[(String, String)], name: &str) -> Result<String, Said> {
    let text = one(fields, name).replace("\r\n", "\n");
    let count = text.chars().count();
    if text.is_empty() {
        return Err(Said::new("pages-vote-challenge-empty"));
    }
    if count > LONGEST {
        return Err(Said::new("pages-vote-challenge-long").arg("most", LONGEST).arg("found", count));
    }
    if text.chars().any(|sign| sign.is_control() && sign != '\n') {
        return Err(Said::new("pages-vote-challenge-control"));
    }
    Ok(text)
}

/// The page again, with what was typed.
async fn again(
    site: &Site,
    visitor: &Visitor,
    room: &Room,
    status: StatusCode,
    (fields, error): (&Fields, Said),
) -> Result<Response, Trouble> {
    let typed = Typed::of(site, room).await?.wrong(fields.clone(), site.say(&error));
    Ok((status, shown(site, visitor, room, typed).await?).into_response())
}

fn to_roll(case: Uuid) -> Response {
    Redirect::to(&format!("/cases/{case}/roll#challenges")).into_response()
}

/// Enters a challenge to the newest roll, while it isn't closed.
pub(super) async fn enter(
    State(site): Here,
    visitor: Visitor,
    Path((case, roll)): Path<(Uuid, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let newest = Roll::newest(&site, case).await?.ok_or(Trouble::Missing)?;
    let wrong = async |status, error: Said| again(&site, &visitor, &room, status, (&fields, error)).await;
    let kind = ChallengeKind::ALL.into_iter().find(|kind| kind.name() == one(&fields, "kind"));
    let read = kind.ok_or_else(|| Said::new("pages-vote-challenge-kind-fault"));
    let (kind, text) = match read.and_then(|kind| Ok((kind, written(&fields, "text")?))) {
        Ok(read) => read,
        Err(said) => return wrong(StatusCode::UNPROCESSABLE_ENTITY, said).await,
    };
    let id = one(&fields, "id").parse().map_err(|_| Trouble::Unreadable(Said::new("pages-vote-fault-form")))?;
    if newest.stored.roll != roll {
        return wrong(StatusCode::CONFLICT, Said::new("pages-vote-roll-newer")).await;
    }
    let new = NewChallenge { case, roll, id, kind, text: Hidden(text), by: step(&site, &visitor) };
    if site.desk.chore(Chore::Ballot(BallotChore::Challenge(ChallengeChore::Enter(new)))).await? {
        return Ok(to_roll(case));
    }
    let all = site.desk.store().challenges(case, roll, Uuid::nil(), MAX_CHALLENGES).await?;
    let own = visitor.signed.account.id.to_string();
    if all.iter().any(|had| had.id == id && had.by.by == own) {
        return Ok(to_roll(case));
    }
    let mine = all.iter().filter(|had| had.by.by == own).count();
    let open = Roll::newest(&site, case).await?.is_some_and(|roll| roll.stored.closed.is_none());
    let said = match (open, u32::try_from(mine).is_ok_and(|mine| mine >= MAX_OWN_CHALLENGES)) {
        (false, _) => Said::new("pages-vote-challenge-closed"),
        (true, true) => Said::new("pages-vote-challenge-own-full").arg("most", MAX_OWN_CHALLENGES),
        (true, false) => Said::new("pages-vote-challenge-full").arg("most", MAX_CHALLENGES),
    };
    wrong(StatusCode::CONFLICT, said).await
}

/// Which challenge a form is about.
pub(super) fn which(fields: &[(String, String)]) -> Result<Uuid, Trouble> {
    one(fields, "id").parse().map_err(|_| Trouble::Unreadable(Said::new("pages-vote-fault-form")))
}

/// What a form answers: whether the challenge is accepted, and why.
pub(super) fn seen(fields: &[(String, String)]) -> Result<(bool, Hidden<String>), Said> {
    let accepted = match one(fields, "accepted") {
        "yes" => true,
        "no" => false,
        _ => return Err(Said::new("pages-vote-challenge-choose")),
    };
    Ok((accepted, Hidden(written(fields, "answer")?)))
}

/// Answers a challenge, once: accepted or refused, in words.
pub(super) async fn answer(
    State(site): Here,
    visitor: Visitor,
    Path((case, roll)): Path<(Uuid, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let room = holder(&site, &visitor, case).await?;
    if Roll::newest(&site, case).await?.is_none() {
        return Err(Trouble::Missing);
    }
    let wrong = async |status, error: Said| again(&site, &visitor, &room, status, (&fields, error)).await;
    let (accepted, text) = match seen(&fields) {
        Ok(read) => read,
        Err(said) => return wrong(StatusCode::UNPROCESSABLE_ENTITY, said).await,
    };
    let (id, by) = (which(&fields)?, step(&site, &visitor));
    let chore = ChallengeChore::Answer { case, roll, id, accepted, text, by };
    if site.desk.chore(Chore::Ballot(BallotChore::Challenge(chore))).await? {
        return Ok(to_roll(case));
    }
    wrong(StatusCode::CONFLICT, Said::new("pages-vote-challenge-answered")).await
}

/// Takes one's own challenge back: its words and those of the answer are erased.
pub(super) async fn take_back(
    State(site): Here,
    visitor: Visitor,
    Path((case, roll)): Path<(Uuid, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    Room::enter(&site, &visitor, case).await?;
    if Roll::newest(&site, case).await?.is_none() {
        return Err(Trouble::Missing);
    }
    let chore = ChallengeChore::TakeBack { case, roll, id: which(&fields)?, by: step(&site, &visitor) };
    site.desk.chore(Chore::Ballot(BallotChore::Challenge(chore))).await?;
    Ok(to_roll(case))
}
