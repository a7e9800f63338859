//! What was done on paper, and what was recorded wrong: which act, which fact, and what waits for a second person.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use negotiation::{Negotiation, table};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Head, frame, rendered};
use crate::act::{self, Asking, Line, Pending};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Something that waits, as it is shown.
pub(crate) struct Waiting {
    pub(crate) command: &'static str,
    /// What was entered, line by line.
    pub(crate) lines: Vec<Line>,
    pub(crate) name: String,
    pub(crate) scan: Option<String>,
    pub(crate) seq: u64,
    pub(crate) texts: Vec<String>,
}

/// Something that can be chosen.
#[derive(Serialize, ToSchema)]
#[schema(as = Pick)]
pub(crate) struct Choice {
    pub(crate) name: String,
    pub(crate) now: String,
    pub(crate) pick: String,
}

/// What can be chosen, and what waits for a second person.
pub(crate) struct Choices {
    pub(crate) choices: Vec<Choice>,
    pub(crate) may: bool,
    pub(crate) waiting: Vec<Waiting>,
}

#[derive(Template)]
#[template(path = "mending.html")]
struct Mending {
    choices: Vec<Choice>,
    command: &'static str,
    f: Frame,
    head: Head,
    lead: String,
    may: bool,
    /// A slip in the text can be proposed.
    slip: Option<String>,
    waiting: Vec<Waiting>,
}

/// Acts that can be entered as done on paper, at the stage at which the case is.
pub(crate) async fn paper(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let choices = on_paper(&site, &room)?;
    page(&site, &visitor, &room, "paper", "enter_paper", choices)
}

/// Acts that can be entered as done on paper, and those that wait.
pub(crate) fn on_paper(site: &Site, room: &Room) -> Result<Choices, Trouble> {
    let n = room.negotiation()?;
    let stage = n.stage_name();
    let rows = table::ROWS.iter().filter(|row| {
        let known = row.stages.is_empty() || row.stages.contains(&stage);
        known && act::may_be_on_paper(row.command)
    });
    let choice = |row: &table::Row| Choice {
        name: site.text(table::command_key(row.command)),
        now: String::new(),
        pick: row.command.to_owned(),
    };
    Ok(Choices {
        choices: rows.map(choice).collect(),
        may: may(room, "enter_paper"),
        waiting: waiting(site, room, n, true),
    })
}

/// Facts that can be corrected.
pub(crate) async fn correct(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let choices = corrections(&site, &room)?;
    page(&site, &visitor, &room, "correct", "propose_correction", choices)
}

/// Facts that can be corrected, and corrections and slips that wait.
pub(crate) fn corrections(site: &Site, room: &Room) -> Result<Choices, Trouble> {
    let n = room.negotiation()?;
    let facts = act::facts(n);
    let choice =
        |fact: &act::Fact| Choice { name: act::fact_name(site, fact), now: act::old(site, fact), pick: fact.id() };
    Ok(Choices {
        choices: facts.iter().map(choice).collect(),
        may: may(room, "propose_correction"),
        waiting: waiting(site, room, n, false),
    })
}

/// What waits: papers, or corrections and slips.
fn waiting(site: &Site, room: &Room, n: &Negotiation, papers: bool) -> Vec<Waiting> {
    let all = act::pending(room, n);
    all.iter().filter(|one| (one.confirm == "confirm_paper") == papers).map(|one| shown(site, room, one)).collect()
}

fn page(
    site: &Site,
    visitor: &Visitor,
    room: &Room,
    name: &'static str,
    command: &'static str,
    Choices { choices, may: allowed, waiting }: Choices,
) -> Result<Response, Trouble> {
    let slip = name == "correct" && may(room, "propose_slip");
    rendered(&Mending {
        choices,
        command,
        f: frame(site, visitor, room, name),
        head: Head::of(site, room),
        lead: site.text(format!("pages-{name}-lead")),
        may: allowed,
        slip: slip.then(|| site.text(table::command_key("propose_slip"))),
        waiting,
    })
}

/// Whether the table lets the visitor give a command here and now.
fn may(room: &Room, command: &str) -> bool {
    table::find(command).is_some_and(|row| {
        let known = row.stages.is_empty() || row.stages.contains(&room.line.stage.as_str());
        known && (row.capacities.is_empty() || row.capacities.iter().any(|who| room.capacities.contains(who)))
    })
}

fn shown(site: &Site, room: &Room, pending: &Pending) -> Waiting {
    let lines = pending.act.as_ref().and_then(|(command, posted)| {
        let n = room.state.negotiation();
        let side = room.side();
        let ask = Asking {
            around: act::Around::default(),
            clause: None,
            command,
            first: room.first.as_ref(),
            n,
            online: None,
            parent: None,
            pending: &[],
            people: &room.people,
            pick: None,
            side,
        };
        Some(act::summary(site, &ask, posted, act::fields(command)?, ""))
    });
    Waiting {
        command: pending.confirm,
        lines: lines.unwrap_or_default(),
        name: site.text(table::command_key(pending.confirm)),
        scan: pending.scan.map(|scan| scan.to_string()),
        seq: pending.seq,
        texts: pending.texts.clone(),
    }
}
