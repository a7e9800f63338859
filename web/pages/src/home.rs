//! The front page, and the home of somebody who is signed in: what is due first, then their cases.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::case::relatives::renewal_now;
use crate::demo::Role;
use crate::inbox;
use crate::look::{Frame, page};
use crate::room::{Room, Urgency};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::today::Today;
use crate::trouble::Trouble;
use crate::vote::{Ended, OpenVote, ended_in, open_to};
use crate::who;

/// Cases on one page.
const PAGE: u32 = 20;
/// Votes that have ended are shown so many, the newest ones.
const ENDED: usize = 3;

#[derive(Template)]
#[template(path = "front.html")]
struct Front {
    f: Frame,
    roles: Vec<Role>,
    steps: Vec<(String, String)>,
}

/// The public page: what this is, the way in eight steps, and where to sign in.
pub(crate) async fn front(
    State(site): Here,
    visitor: Option<Visitor>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    if visitor.is_some() {
        return Ok(Redirect::to("/home").into_response());
    }
    let step = |name: &str| (site.text(format!("pages-step-{name}")), site.text(format!("pages-step-{name}-lead")));
    page(&Front {
        f: Frame::bare(&site, &headers, "/", site.text("pages-front-title")),
        roles: site.demo.as_ref().map_or_else(Vec::new, |demo| demo.roles.clone()),
        steps: ["offer", "reply", "prepare", "talks", "vote", "sign", "review", "effect"].map(step).into(),
    })
}

/// Where the next page begins.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct After {
    #[serde(default)]
    pub(crate) after: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    /// A side for which the visitor speaks hasn't said where papers reach it.
    asks_inbox: bool,
    cases: Vec<Row>,
    /// Where else one may go.
    doors: Vec<(String, String)>,
    /// Votes that have ended, whose outcome is published to everybody there.
    ended: Vec<Ended>,
    f: Frame,
    /// Not the newest page.
    further: bool,
    may_open: bool,
    more: Option<Uuid>,
    today: Today,
    /// Votes in which the visitor hasn't taken part.
    votes: Vec<OpenVote>,
}

/// A case in the list.
pub(crate) struct Row {
    pub(crate) case: Uuid,
    pub(crate) employer: String,
    pub(crate) next: String,
    pub(crate) number: String,
    /// Last days of the visitor's own side.
    pub(crate) own: Vec<(law::Date, Urgency, String)>,
    /// Until when an agreement in force can be renewed, and where the visitor does.
    pub(crate) renewal: Option<(String, String)>,
    /// The visitor is of a side here.
    pub(crate) sided: bool,
    pub(crate) stage: String,
    pub(crate) urgent: Option<(Urgency, String)>,
    /// For sorting: the last day of what is owed.
    pub(crate) due: Option<law::Date>,
}

/// The cases of whoever is here, the most pressing first.
pub(crate) async fn mine(State(site): Here, visitor: Visitor, Query(after): Query<After>) -> Result<Response, Trouble> {
    let (cases, more) = cases(&site, &visitor, after.after).await?;
    let may_open = may_open(&visitor);
    let f = Frame::of(&site, &visitor, site.text("pages-home-title"));
    let asks_inbox = inbox::rows(&site, &visitor).await?.iter().any(|row| row.accepted.is_none());
    let today = Today::of(&site, &visitor, &cases).await?;
    let votes = open_to(&site, &visitor).await?;
    let further = after.after.is_some();
    let ended = if further { Vec::new() } else { ended(&site, &visitor).await? };
    let doors = who::doors(&site, &visitor);
    page(&Home { asks_inbox, cases, doors, ended, f, further, may_open, more, today, votes })
}

/// The newest votes that have ended with an employer for whom somebody stands, or on whose roster they are.
async fn ended(site: &Site, visitor: &Visitor) -> Result<Vec<Ended>, Trouble> {
    let mut employers = visitor.employers();
    employers.extend(site.accounts.rosters(visitor.signed.account.id).await?);
    employers.sort();
    employers.dedup();
    let mut all = ended_in(site, &employers).await?;
    all.truncate(ENDED);
    Ok(all)
}

/// Whether somebody may open a case with an employer of theirs.
pub(crate) fn may_open(visitor: &Visitor) -> bool {
    visitor.employers().iter().any(|uscc| !visitor.signed.may_open_for(uscc).is_empty())
}

/// A page of somebody's cases, the most pressing first, and where the next page begins.
pub(crate) async fn cases(
    site: &Site,
    visitor: &Visitor,
    after: Option<Uuid>,
) -> Result<(Vec<Row>, Option<Uuid>), Trouble> {
    // One more than fits says whether there is another page.
    let mut lines = site.accounts.cases_of(&visitor.signed, after, PAGE + 1).await?;
    let fits = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let beyond = lines.len() > fits;
    lines.truncate(fits);
    let more = lines.last().filter(|_| beyond).map(|line| line.case);
    let mut cases = Vec::new();
    for line in lines {
        let capacities = visitor.signed.capacities(&line);
        let room = Room::load(site, line, capacities).await?;
        cases.push(row(site, visitor, &room));
    }
    cases.sort_by_key(|row| (row.due.is_none(), row.due));
    Ok((cases, more))
}

fn row(site: &Site, visitor: &Visitor, room: &Room) -> Row {
    let (owed, side) = (room.most_urgent(), room.side());
    let is_mine =
        |owed: &&timeline::Owed| side != negotiation::Side::None && (owed.owner == side.name() || owed.owner == "both");
    let mine = room.told.next.owes.iter().filter(is_mine);
    Row {
        case: room.line.case,
        due: owed.map(|owed| owed.due),
        employer: room.line.employer_name.clone(),
        next: room.told.next.text.clone(),
        number: room.line.number.clone().unwrap_or_default(),
        own: mine.map(|owed| (owed.due, Urgency::of(site, owed, room.now), owed.text.clone())).collect(),
        renewal: renewal_now(site, visitor, room),
        sided: side != negotiation::Side::None,
        stage: site.text(negotiation::table::stage_key(&room.line.stage)),
        urgent: owed.map(|owed| (Urgency::of(site, owed, room.now), owed.text.clone())),
    }
}
