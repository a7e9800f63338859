//! One file on the officer's desk: checks, procedure, papers, what differs from the agreement before, and the decision.
//!
//! The page says what was found; what follows from it the officer says, by an act that the engine decides.

use accounts::access::Right;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use negotiation::table;
use uuid::Uuid;

use super::checks::{Area, Row, Tally, area_name, rows};
use super::difference::{Before, Difference, before, difference};
use super::proof::{self, Step};
use crate::case::overview::{Button, Paper, paper};
use crate::case::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Checks of one area.
struct Group {
    name: String,
    /// Not in order, or not checked; by number among all checks.
    open: Vec<(usize, Row)>,
    passed: Vec<Row>,
}

#[derive(Template)]
#[template(path = "review.html")]
struct Review {
    f: Frame,
    groups: Vec<Group>,
    head: Head,
    v: File,
}

/// One file, as it lies on the desk.
pub(crate) struct File {
    pub(crate) copies: u32,
    /// Decisions that take nothing from the checks.
    pub(crate) decisions: Vec<Button>,
    pub(crate) difference: Option<Difference>,
    pub(crate) documents: Vec<Paper>,
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) materials: Vec<String>,
    /// An opinion is on its way.
    pub(crate) opinion: bool,
    pub(crate) registered: Option<String>,
    /// The text can be returned or objected to.
    pub(crate) reviewable: bool,
    /// Every check; those that are ticked are named by their place here.
    pub(crate) rows: Vec<Row>,
    pub(crate) stage: String,
    pub(crate) steps: Vec<Step>,
    pub(crate) tally: Tally,
}

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = enter(&site, &visitor, case).await?;
    let v = file(&site, &visitor, &room).await?;
    rendered(&Review {
        f: frame(&site, &visitor, &room, "review"),
        groups: Area::ALL.iter().map(|area| group(&site, *area, &v.rows)).collect(),
        head: Head::of(&site, &room),
        v,
    })
}

/// What was filed, what was found in it, and what may be decided.
pub(crate) async fn file(site: &Site, visitor: &Visitor, room: &Room) -> Result<File, Trouble> {
    let n = room.negotiation()?;
    let filing = n.stage.filing().ok_or(Trouble::Missing)?;
    let rows = rows(site, room);
    let mut tally = Tally::default();
    rows.iter().for_each(|row| tally.add(row.outcome));
    let before: Option<Before> = before(site, visitor, room).await?;
    let undecided = ["filed", "under_review"].contains(&n.stage_name()) && filing.opinion.is_none();
    let documents = room.documents(site).await?;
    Ok(File {
        copies: filing.copies,
        decisions: decisions(site, room, undecided),
        difference: before.map(|before| difference(site, &before, &filing.signed.text.terms)),
        documents: documents.iter().map(|line| paper(site, line)).collect(),
        facts: proof::facts(site, room, n),
        materials: filing.materials.clone(),
        opinion: filing.opinion.is_some(),
        registered: filing.registered.clone(),
        reviewable: undecided,
        rows,
        stage: proof::stage(site, n.stage_name()),
        steps: proof::steps(site, room),
        tally,
    })
}

/// Opens a case for whoever reviews it. For others of the case the page is somebody else's, for strangers it isn't there.
pub(crate) async fn enter(site: &Site, visitor: &Visitor, case: Uuid) -> Result<Room, Trouble> {
    let room = Room::enter(site, visitor, case).await?;
    match visitor.signed.may(Right::Review, &room.line) {
        Ok(_) => Ok(room),
        Err(denied) => Err(Trouble::Forbidden(denied.said())),
    }
}

fn group(site: &Site, area: Area, rows: &[Row]) -> Group {
    let own = || rows.iter().enumerate().filter(|(_, row)| row.area == area);
    Group {
        name: area_name(site, area),
        open: own().filter(|(_, row)| !row.passed()).map(|(number, row)| (number, row.clone())).collect(),
        passed: own().filter(|(_, row)| row.passed()).map(|(_, row)| row.clone()).collect(),
    }
}

fn decisions(site: &Site, room: &Room, undecided: bool) -> Vec<Button> {
    let registered = room.line.stage != "filed";
    let commands =
        ["register", "no_objection_opinion", "record_service"].into_iter().filter(|command| match *command {
            "register" => undecided && !registered,
            "no_objection_opinion" => undecided,
            _ => !undecided && room.state.negotiation().and_then(|n| n.stage.filing()).is_some_and(waits),
        });
    commands.map(|command| Button { command, name: site.text(table::command_key(command)) }).collect()
}

/// An opinion has not reached both sides.
fn waits(filing: &negotiation::state::FilingState) -> bool {
    let opinion = filing.opinion.as_ref();
    opinion.is_some_and(|opinion| opinion.served.worker.is_none() || opinion.served.employer.is_none())
}
