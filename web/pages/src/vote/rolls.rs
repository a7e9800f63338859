//! The roll of those who may vote: published for challenge, closed by one person and confirmed by another. Ballots are
//! opened on the newest roll, and only once it is confirmed; then it can't change any more. The roll has ids and salted
//! commitments; names lie in rows that can be erased.

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ballot::Named;
use law::time::Moment;
use ledger::Digest;
use messages::Said;
use store::{BallotChore, ChallengeKind, Chore, MAX_PAGE, PersonContent, RollName, RollStep, StoredRoll};
use uuid::Uuid;

use super::challenges::Challenges;
use super::composition::{self, Check};
use super::office::{Fields, delegates, one};
use super::workers::{Body, Workers};
use super::{may_hold, words};
use crate::act::grouped;
use crate::case::{Head, frame, rendered};
use crate::desk::weekday;
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
    pub(super) content: ballot::Roll,
    pub(super) stored: StoredRoll,
}

impl Roll {
    pub(super) fn of(stored: StoredRoll) -> Result<Self, Trouble> {
        let content = serde_json::from_slice(&stored.content).map_err(|error| Trouble::Fault(error.to_string()))?;
        Ok(Self { content, stored })
    }

    /// The newest of a case.
    pub(super) async fn newest(site: &Site, case: Uuid) -> Result<Option<Self>, Trouble> {
        site.desk.store().ballot_rolls(case, 1).await?.into_iter().next().map(Self::of).transpose()
    }

    /// How many may vote.
    pub(super) fn count(&self) -> usize {
        self.content.voters.len()
    }

    /// By which ballots name it.
    pub(super) fn digest(&self) -> Digest {
        ballot::Roll::digest(&self.stored.content)
    }

    /// Everybody's name, in order; `None` where it was erased.
    async fn known(&self, site: &Site) -> Result<Vec<Option<String>>, Trouble> {
        Ok(self.kept(site).await?.0)
    }

    /// The same, and when a name was erased last. Another name than the one that the roll was published with is damage.
    pub(super) async fn kept(&self, site: &Site) -> Result<(Vec<Option<String>>, Option<Moment>), Trouble> {
        let StoredRoll { case, roll, .. } = self.stored;
        let (mut all, mut after, mut last_erased) = (vec![None; self.count()], None, None);
        loop {
            let page = site.desk.store().roll_names(case, roll, after, MAX_PAGE).await?;
            let Some(last) = page.last() else { return Ok((all, last_erased)) };
            after = Some(last.number);
            for RollName { number, content, erased } in page {
                last_erased = last_erased.max(erased);
                let place = usize::try_from(number).unwrap_or(usize::MAX);
                let (Some(PersonContent { salt, fields }), Some(on)) = (content, self.content.voters.get(place)) else {
                    continue;
                };
                let named: Named =
                    serde_json::from_slice(&fields).map_err(|error| Trouble::Fault(error.to_string()))?;
                if !on.is(&salt, &named) {
                    return Err(Trouble::Fault(format!("roll {roll}: another name at {number}")));
                }
                if let Some(known) = all.get_mut(place) {
                    *known = Some(named.name);
                }
            }
        }
    }

    /// The same in words.
    pub(super) async fn names(&self, site: &Site) -> Result<Vec<String>, Trouble> {
        Ok(self.known(site).await?.into_iter().map(|name| words::or_erased(site, name)).collect())
    }

    /// The names for the form of the next roll, a line each.
    async fn given(&self, site: &Site) -> Result<String, Trouble> {
        Ok(self.known(site).await?.into_iter().flatten().collect::<Vec<_>>().join("\n"))
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
        if let Some(until) = self.content.challenges_until {
            all.push(site.say(&Said::new("pages-vote-roll-until").arg("day", weekday(site, until))));
        }
        if let (names, Some(at)) = self.kept(site).await? {
            let count = names.iter().filter(|name| name.is_none()).count();
            let said = Said::new("pages-vote-roll-erased").arg("count", count).arg("at", words::time(at));
            all.push(site.say(&said));
        }
        all.push(site.say(&Said::new("pages-vote-roll-named").arg("print", grouped(self.digest()))));
        Ok(all)
    }
}

/// What was typed on the page, and what is to be looked at.
#[derive(Default)]
pub(super) struct Typed {
    /// Fields of a challenge, or of an answer.
    pub(super) challenge: Fields,
    /// Names that are about to be published, and how their roll would be made up.
    pub(super) check: Vec<String>,
    pub(super) content: ballot::Roll,
    pub(super) error: Option<String>,
    /// How the roll is made up, and until when it may be challenged, as it was typed.
    pub(super) figures: Fields,
    /// The names in the form.
    pub(super) given: String,
    /// Id for the next roll, so that a form that is sent twice publishes once.
    pub(super) next: Uuid,
    /// What was filled in, or who will find the vote by their phone.
    pub(super) told: Vec<String>,
}

impl Typed {
    /// A challenge or an answer that can't be taken like this.
    pub(super) fn wrong(self, challenge: Fields, error: String) -> Self {
        Self { challenge, error: Some(error), ..self }
    }

    /// Nothing was typed: the form of the office has the names of the newest roll, or of the delegates with an account.
    pub(super) async fn of(site: &Site, room: &Room) -> Result<Self, Trouble> {
        if !may_hold(room) {
            return Ok(Self { next: Uuid::now_v7(), ..Self::default() });
        }
        let (given, figures) = match Roll::newest(site, room.line.case).await? {
            Some(roll) => (roll.given(site).await?, composition::typed(&roll.content)),
            None => {
                let known = delegates(site, room).await?.into_iter().map(|(_, name)| name);
                (known.collect::<Vec<_>>().join("\n"), composition::usual(room)?)
            }
        };
        Ok(Self { figures, given, next: Uuid::now_v7(), ..Self::default() })
    }
}

#[derive(Template)]
#[template(path = "ballot_roll.html")]
struct Page {
    /// What accepting a challenge means.
    accept: String,
    /// What is to be confirmed on top before it is closed.
    asked: Option<String>,
    challenge: Fields,
    challenges: Challenges,
    /// The visitor may close or confirm it now.
    closes: bool,
    confirmed: bool,
    error: Option<String>,
    f: Frame,
    given: String,
    head: Head,
    /// Over the challenges.
    heading: String,
    check: Vec<String>,
    /// What the statute asks of the roll, or of the one that is about to be published.
    checks: Vec<Check>,
    figures: Fields,
    groups: Vec<(&'static str, String)>,
    /// Id for the next challenge.
    id: Uuid,
    kinds: Vec<(&'static str, String)>,
    may: bool,
    next: Uuid,
    /// Challenges are taken.
    open: bool,
    roll: Option<Uuid>,
    /// The roster of the employer, for whoever keeps it: its path, and a button for each body of which somebody is on it.
    roster: Option<(String, Vec<(&'static str, String)>)>,
    /// What was filled in, or who will find the vote by their phone.
    filled: Vec<String>,
    /// The visitor may erase the names.
    erases: bool,
    /// Waits for the second person, who isn't the visitor.
    second: bool,
    told: Vec<String>,
    voters: Vec<String>,
}

impl Page {
    fn value(&self, name: &str) -> &str {
        one(&self.challenge, name)
    }

    fn figure(&self, name: &str) -> &str {
        one(&self.figures, name)
    }

    /// What was typed as the answer to a challenge.
    fn answered(&self, id: &Uuid, name: &str) -> &str {
        if self.value("id") == id.to_string() { self.value(name) } else { "" }
    }

    /// Where challenges to a roll go.
    fn at(&self, roll: &Uuid) -> String {
        format!("/cases/{}/roll/{roll}", self.head.case)
    }

    fn at_newest(&self) -> String {
        self.at(&self.roll.unwrap_or_default())
    }
}

pub(super) async fn shown(site: &Site, visitor: &Visitor, room: &Room, typed: Typed) -> Result<Response, Trouble> {
    let roll = Roll::newest(site, room.line.case).await?;
    let (stage, mut told, voters, challenges) = match &roll {
        Some(roll) => (
            Some(roll.stage()),
            roll.told(site).await?,
            roll.names(site).await?,
            Challenges::of(site, visitor, room, roll).await?,
        ),
        None => (None, Vec::new(), Vec::new(), Challenges::default()),
    };
    let own = visitor.signed.account.id.to_string();
    let first = roll.as_ref().and_then(|roll| roll.stored.closed.as_ref()).map(|step| step.by.as_str());
    let asked = roll.as_ref().and_then(|roll| asked(site, roll, &challenges));
    if matches!(stage, Some(Stage::Closed | Stage::Confirmed)) {
        told.extend(challenges.left(site));
    }
    let may = may_hold(room);
    let kind = |kind: ChallengeKind| (kind.name(), site.text(format!("pages-vote-challenge-{}", kind.name())));
    let Typed { challenge, check, content, error, figures, given, next, told: filled } = typed;
    let checks = match (check.len(), &roll) {
        (0, None) => Vec::new(),
        (0, Some(roll)) => composition::checks(site, room, &roll.content, roll.count())?,
        (total, _) => composition::checks(site, room, &content, total)?,
    };
    let group = |name| (name, site.text(format!("pages-vote-figure-{name}")));
    rendered(&Page {
        accept: site.text("pages-vote-challenge-accept"),
        asked,
        challenge,
        challenges,
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
        heading: site.text("pages-vote-challenges"),
        check,
        checks,
        figures,
        groups: composition::GROUPS.map(group).into(),
        id: Uuid::now_v7(),
        kinds: ChallengeKind::ALL.map(kind).into(),
        may,
        next,
        open: stage == Some(Stage::Published),
        roll: roll.as_ref().map(|roll| roll.stored.roll),
        roster: if may { roster(site, visitor, room).await? } else { None },
        erases: may && voters.iter().any(|name| *name != site.text("pages-vote-name-erased")),
        filled,
        second: stage == Some(Stage::Closed),
        told,
        voters,
    })
}

/// What there is to fill in from, for whoever keeps the roster.
async fn roster(
    site: &Site,
    visitor: &Visitor,
    room: &Room,
) -> Result<Option<(String, Vec<(&'static str, String)>)>, Trouble> {
    let Some(workers) = Workers::kept_by(site, visitor, room).await? else { return Ok(None) };
    let bodies = [(Body::Congress, "congress"), (Body::AllStaff, "all")].map(|(body, key)| {
        let count = workers.count(body);
        let said = Said::new(format!("pages-vote-roster-{key}")).arg("count", count);
        (count > 0).then(|| (body.name(), site.say(&said)))
    });
    Ok(Some((format!("/rosters/{}", room.line.employer_uscc), bodies.into_iter().flatten().collect())))
}

/// What is to be confirmed before a roll is closed: that its announced days aren't over, and that challenges are left. No
/// article asks for either first.
fn asked(site: &Site, roll: &Roll, challenges: &Challenges) -> Option<String> {
    let until = roll.content.challenges_until.filter(|until| site.desk.now().date() <= *until);
    let early = until.map(|until| site.say(&Said::new("pages-vote-roll-early").arg("day", weekday(site, until))));
    let all: Vec<String> = early.into_iter().chain(challenges.asked(site)).collect();
    (!all.is_empty()).then(|| all.concat())
}

/// The newest roll, for challenge by everybody in the case, and the form for another one.
pub(super) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    shown(&site, &visitor, &room, Typed::of(&site, &room).await?).await
}

pub(super) async fn holder(site: &Site, visitor: &Visitor, case: Uuid) -> Result<Room, Trouble> {
    let room = Room::enter(site, visitor, case).await?;
    if may_hold(&room) { Ok(room) } else { Err(Trouble::Forbidden(Said::new("pages-vote-who-may"))) }
}

pub(super) fn step(site: &Site, visitor: &Visitor) -> RollStep {
    RollStep { by: visitor.signed.account.id.to_string(), at: site.desk.now() }
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
        let typed = Typed { error: Some(site.text(key)), ..Typed::of(&site, &room).await? };
        Ok::<Response, Trouble>(
            (StatusCode::UNPROCESSABLE_ENTITY, shown(&site, &visitor, &room, typed).await?).into_response(),
        )
    };
    if newest.stored.roll != roll {
        return wrong("pages-vote-roll-newer").await;
    }
    if one(&fields, "compared") != "on" {
        return wrong("pages-vote-roll-compare").await;
    }
    let challenges = Challenges::of(&site, &visitor, &room, &newest).await?;
    if asked(&site, &newest, &challenges).is_some() && one(&fields, "regardless") != "on" {
        let open = challenges.asked(&site).is_some();
        return wrong(if open { "pages-vote-challenge-regardless" } else { "pages-vote-roll-early-regardless" }).await;
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
