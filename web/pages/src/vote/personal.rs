//! The voter's pages, by a personal link: what it is about, the choice, a look at it, the receipt. Opening them uses nothing
//! up. Without script the server makes the token, which the page says; with it, the device does.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ballot::{Entry, Key, Mark, Put, Question, Secret, Tracker, link_of, plain_token};
use messages::Said;
use negotiation::terms::{Article, chapters};
use store::{BallotVoter, Cast};
use uuid::Uuid;

use super::device::{chosen, marked, taken};
use super::extend::told;
use super::subject::{Explanation, Subjects};
use super::{Ballot, choices, load, notice, words};
use crate::act::{self, Line};
use crate::asset::script;
use crate::case::key::{Point, points};
use crate::case::pay::{self, Pay};
use crate::look::{Frame, page};
use crate::session::{cookie, keeping};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Where a device keeps its tracker in the plain mode, below the voter's link, and for so many seconds.
const TRACKER: &str = "tracker";
const TRACKER_KEPT: u32 = 90 * 24 * 3_600;

/// Somebody with a link.
struct Voter {
    ballot: Ballot,
    link: String,
    row: BallotVoter,
}

impl Voter {
    /// Whose link it is; a link of another ballot, or one in whose place there is another, is nobody's.
    async fn enter(site: &Site, id: Uuid, link: String) -> Result<Self, Trouble> {
        let unknown = || Trouble::Unreadable(Said::new("pages-vote-link-unknown"));
        let ballot = load(site, id).await.map_err(|trouble| match trouble {
            Trouble::Missing => unknown(),
            other @ (Trouble::SignedOut(_)
            | Trouble::SecondStep
            | Trouble::Forbidden(_)
            | Trouble::Unreadable(_)
            | Trouble::Away(_)
            | Trouble::Fault(_)) => other,
        })?;
        let row = site.desk.store().voter_of_link(id, link_of(link.as_bytes())).await?.ok_or_else(unknown)?;
        Ok(Self { ballot, link, row })
    }

    fn home(&self) -> String {
        format!("/v/{}/{}", self.ballot.id(), self.link)
    }

    fn frame(&self, site: &Site, headers: &HeaderMap) -> Frame {
        Frame::bare(site, headers, &self.home(), words::title(site, &self.ballot))
    }

    /// The page of a ballot that has ended.
    fn ended(&self, site: &Site, headers: &HeaderMap) -> Result<Response, Trouble> {
        let at = words::time(self.ballot.closes_at());
        let lead = site.say(&Said::new("pages-vote-ended").arg("at", at));
        let (ballot, link) = (self.ballot.id(), self.link.clone());
        let tracker = cookie(headers, TRACKER).and_then(|kept| Some(kept.parse::<Tracker>().ok()?.to_string()));
        let shown = Ended { ballot, f: self.frame(site, headers), lead, link, script: script(), tracker };
        Ok((StatusCode::GONE, page(&shown)?).into_response())
    }
}

#[derive(Template)]
#[template(path = "vote_ended.html")]
struct Ended {
    ballot: Uuid,
    f: Frame,
    lead: String,
    link: String,
    script: Option<&'static str>,
    /// What this device was left with when it voted in the plain mode.
    tracker: Option<String>,
}

#[derive(Template)]
#[template(path = "vote_start.html")]
struct Start {
    closes: String,
    /// What was submitted with the draft to explain it.
    explained: Option<Arc<Explanation>>,
    extended: Vec<String>,
    f: Frame,
    home: String,
    /// When and where the meeting is, in words.
    meeting: Option<String>,
    name: String,
    notice: Option<String>,
    points: Vec<Point>,
    posts: Vec<Pay>,
    /// Of the next page: it comes while this one is read, so that nobody is quicker than it and goes the plain way.
    script: Option<&'static str>,
    text: bool,
    voters: u32,
}

/// What it is about.
pub(super) async fn start(
    State(site): Here,
    headers: HeaderMap,
    Path((id, link)): Path<(Uuid, String)>,
    Extension(subjects): Extension<Arc<Subjects>>,
) -> Result<Response, Trouble> {
    let voter = Voter::enter(&site, id, link).await?;
    if !voter.ballot.is_open(&site.desk) {
        return voter.ended(&site, &headers);
    }
    let subject = subjects.of(&site, &voter.ballot).await?;
    let explained = match subject.as_deref() {
        Some(subject) => subjects.explanation(&site, &voter.ballot, subject).await?,
        None => None,
    };
    let texts = subject.as_deref().map(|subject| (&subject.terms, subject.before.as_ref()));
    let paper = voter.ballot.register(&site.desk).await?.get(voter.row.voter) == Some(Mark::Paper);
    page(&Start {
        closes: words::time(voter.ballot.closes_at()),
        explained,
        extended: told(&site, &voter.ballot).await?,
        f: voter.frame(&site, &headers),
        home: voter.home(),
        meeting: notice::told(&site, &voter.ballot.definition),
        name: words::or_erased(&site, voter.row.name.as_deref().map(words::masked)),
        notice: paper.then(|| site.text("pages-vote-taken-paper")),
        points: texts.map(|(terms, before)| points(&site, terms, before)).unwrap_or_default(),
        posts: texts.map(|(terms, before)| pay::posts(&site, terms, before)).unwrap_or_default(),
        script: script(),
        text: texts.is_some(),
        voters: voter.ballot.definition.voters,
    })
}

#[derive(Template)]
#[template(path = "vote_text.html")]
struct Text {
    annexes: Vec<Line>,
    chapters: Vec<Vec<Article>>,
    coverage: String,
    f: Frame,
    home: String,
    title: String,
}

/// The whole text.
pub(super) async fn text(
    State(site): Here,
    headers: HeaderMap,
    Path((id, link)): Path<(Uuid, String)>,
    Extension(subjects): Extension<Arc<Subjects>>,
) -> Result<Response, Trouble> {
    let voter = Voter::enter(&site, id, link).await?;
    let subject = subjects.of(&site, &voter.ballot).await?.ok_or(Trouble::Missing)?;
    let terms = &subject.terms;
    page(&Text {
        annexes: act::annexes(&site, terms),
        chapters: chapters(terms).into_iter().map(|chapter| chapter.articles).collect(),
        coverage: terms.coverage.clone(),
        f: voter.frame(&site, &headers),
        home: voter.home(),
        title: terms.title.clone(),
    })
}

#[derive(Template)]
#[template(path = "vote_choose.html")]
struct Choose {
    ballot: Uuid,
    choices: Vec<(usize, String, bool)>,
    error: Option<String>,
    f: Frame,
    home: String,
    key: String,
    link: String,
    /// Several may be chosen.
    many: bool,
    question: String,
    script: Option<&'static str>,
    voters: u32,
}

fn choose_page(
    site: &Site,
    headers: &HeaderMap,
    voter: &Voter,
    on: &[(String, String)],
    error: Option<String>,
) -> Result<Response, Trouble> {
    let definition = &voter.ballot.definition;
    let is_on = |n: usize| on.iter().any(|(name, value)| name == "choice" && *value == n.to_string());
    let named = choices(site, &definition.question).into_iter().enumerate();
    let (many, question) = match &definition.question {
        Question::Draft { .. } => (false, site.text("pages-vote-question-draft")),
        Question::Election { seats, .. } => {
            (true, site.say(&Said::new("pages-vote-question-election").arg("seats", seats)))
        }
    };
    page(&Choose {
        ballot: definition.ballot,
        choices: named.map(|(n, name)| (n, name, is_on(n))).collect(),
        error,
        f: voter.frame(site, headers),
        home: voter.home(),
        key: definition.key.text(),
        link: voter.link.clone(),
        many,
        question,
        script: script(),
        voters: definition.voters,
    })
}

/// The choice.
pub(super) async fn choose(
    State(site): Here,
    headers: HeaderMap,
    Path((id, link)): Path<(Uuid, String)>,
) -> Result<Response, Trouble> {
    let voter = Voter::enter(&site, id, link).await?;
    if !voter.ballot.is_open(&site.desk) {
        return voter.ended(&site, &headers);
    }
    choose_page(&site, &headers, &voter, &[], None)
}

#[derive(Template)]
#[template(path = "vote_check.html")]
struct Check {
    chosen: Vec<(u32, String)>,
    f: Frame,
    home: String,
}

/// A look at the choice, without script.
pub(super) async fn check(
    State(site): Here,
    headers: HeaderMap,
    Path((id, link)): Path<(Uuid, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Trouble> {
    let voter = Voter::enter(&site, id, link).await?;
    if !voter.ballot.is_open(&site.desk) {
        return voter.ended(&site, &headers);
    }
    let question = &voter.ballot.definition.question;
    let Some(vote) = chosen(&fields).filter(|vote| question.accepts(*vote)) else {
        return again(&site, &headers, &voter, &fields);
    };
    let names = choices(&site, question);
    let named = vote.choices().filter_map(|n| Some((n, names.get(usize::try_from(n).ok()?)?.clone())));
    page(&Check { chosen: named.collect(), f: voter.frame(&site, &headers), home: voter.home() })
}

/// The choice again, which isn't one yet.
fn again(site: &Site, headers: &HeaderMap, voter: &Voter, fields: &[(String, String)]) -> Result<Response, Trouble> {
    let form = choose_page(site, headers, voter, fields, Some(site.text("pages-vote-choose")))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
}

#[derive(Template)]
#[template(path = "vote_receipt.html")]
struct Receipt {
    ballot: Uuid,
    count: usize,
    f: Frame,
    /// The ballot in the box is another than the one that was handed in now.
    other: bool,
    voters: u32,
}

/// Casts in the plain mode: the token follows from the link, so that the same person never has two.
pub(super) async fn cast(
    State(site): Here,
    headers: HeaderMap,
    Path((id, link)): Path<(Uuid, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Trouble> {
    let voter = Voter::enter(&site, id, link).await?;
    let ballot = &voter.ballot;
    let Some(vote) = chosen(&fields).filter(|vote| ballot.definition.question.accepts(*vote)) else {
        return again(&site, &headers, &voter, &fields);
    };
    let lying = site.desk.store().box_key(id).await?.filter(|_| ballot.is_open(&site.desk));
    let Some(lying) = lying else { return voter.ended(&site, &headers) };
    if !marked(&site, ballot, voter.row.voter, Mark::Plain).await? {
        let why = taken(&site, ballot, voter.row.voter).await?;
        return Err(Trouble::Unreadable(Said::new(why)));
    }
    let token = plain_token(&lying.salt.0, voter.link.as_bytes());
    let key = Key::from_secret(&Secret(lying.secret.0)).map_err(|error| Trouble::Fault(error.to_string()))?;
    let seal = key.seal(&token).map_err(|error| Trouble::Fault(error.to_string()))?;
    let Cast::Open { put, count } = site.desk.store().cast(id, Entry { seal, token, vote }).await? else {
        return voter.ended(&site, &headers);
    };
    let other = match put {
        Put::Added | Put::Same => false,
        Put::Other => true,
        Put::Full => return Err(Trouble::Unreadable(Said::new("pages-vote-full"))),
    };
    let receipt =
        page(&Receipt { ballot: id, count, f: voter.frame(&site, &headers), other, voters: ballot.definition.voters })?;
    // Nobody can be made to show what the page doesn't say before the close; the server forgets how the token came about.
    let tracker = token.tracker().to_string();
    Ok(keeping(receipt, TRACKER, &tracker, &voter.home(), TRACKER_KEPT))
}
