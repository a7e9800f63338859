//! The negotiating table: every clause with both sides' last word, what is agreed, and the charts of asks and offers.

use accounts::access::Right;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use negotiation::state::Position;
use negotiation::terms::Clause;
use negotiation::{Capacity, Negotiation, Side};
use serde::Serialize;
use timeline::Part;
use utoipa::ToSchema;
use uuid::Uuid;

use super::packages::{Pack, packages};
use super::{Head, frame, price, rendered};
use crate::act;
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "board.html")]
struct Board {
    f: Frame,
    gap: String,
    head: Head,
    /// A session is open and the visitor sits at it, for one side.
    may_speak: bool,
    packages: Vec<Pack>,
    /// The visitor keeps the record of the open session, and writes for both sides.
    records: bool,
    rows: Vec<Row>,
    session: Option<u32>,
}

/// The board as data.
#[derive(Serialize, ToSchema)]
pub(crate) struct Clauses {
    /// A session is open and the visitor sits at it.
    pub(crate) may_speak: bool,
    /// Clauses, those that were spoken about first.
    pub(crate) clauses: Vec<Row>,
    /// Packages that wait for an answer.
    pub(crate) packages: Vec<Pack>,
    /// Number of the open session.
    pub(crate) session: Option<u32>,
}

/// A clause on the board.
#[derive(Serialize, ToSchema)]
#[schema(as = BoardClause)]
pub(crate) struct Row {
    agreed: Option<String>,
    employer: Option<String>,
    /// What the employer side's word would cost, and the workers' side's.
    employer_price: Option<String>,
    heading: String,
    id: String,
    /// `agreed`, `tentative`, `apart`, `open`.
    #[schema(value_type = String)]
    state: &'static str,
    state_name: String,
    /// The other side has a word on the table that may be taken.
    takeable: bool,
    /// The employer side may take the workers' word.
    takeable_employer: bool,
    /// The workers' side may take the employer's word.
    takeable_worker: bool,
    worker: Option<String>,
    worker_price: Option<String>,
}

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    room.ask(Right::SeeRecord)?;
    let Clauses { may_speak, clauses, packages, session } = clauses(&site, &room)?;
    rendered(&Board {
        f: frame(&site, &visitor, &room, "board"),
        gap: timeline::part(&room.told, Part::Gap),
        head: Head::of(&site, &room),
        may_speak,
        packages,
        records: is_recorder(room.negotiation()?, &room, &visitor),
        rows: clauses,
        session,
    })
}

/// Every clause with both sides' last word.
pub(crate) fn clauses(site: &Site, room: &Room) -> Result<Clauses, Trouble> {
    let n = room.negotiation()?;
    let sits = room.capacities.iter().any(|capacity| sits(*capacity));
    let session = n.open_session().map(|session| session.number);
    let side = room.side();
    let base = act::base_of(n, room);
    let row = |clause: &Clause| {
        let word = |side| n.table.latest(&clause.id, side).map(filled);
        let cost = |side| n.table.latest(&clause.id, side).and_then(|at| price::sentence(site, n, &base, &at.values));
        let agreed = n.table.agreed.get(&clause.id).map(|agreed| fill(&agreed.text, &agreed.values));
        let (worker, employer) = (word(Side::Worker), word(Side::Employer));
        // What was taken at the table binds once both chiefs have confirmed the minutes (ZJ-CC 16(3)).
        let binds = n.table.agreed.get(&clause.id).is_some_and(|agreed| {
            n.sessions.iter().any(|session| session.number == agreed.session && session.is_confirmed())
        });
        let state = match (&agreed, worker.is_some() || employer.is_some()) {
            (Some(_), _) if binds => "agreed",
            (Some(_), _) => "tentative",
            (None, true) => "apart",
            (None, false) => "open",
        };
        Row {
            takeable: agreed.is_none() && n.table.latest(&clause.id, side.other()).is_some(),
            takeable_employer: agreed.is_none() && worker.is_some(),
            takeable_worker: agreed.is_none() && employer.is_some(),
            agreed,
            employer,
            employer_price: cost(Side::Employer),
            heading: clause.heading.clone(),
            id: clause.id.clone(),
            state,
            state_name: site.text(format!("pages-board-{state}")),
            worker,
            worker_price: cost(Side::Worker),
        }
    };
    let mut rows: Vec<Row> = base.clauses.iter().map(row).collect();
    // What was spoken about comes first.
    rows.sort_by_key(|row| match row.state {
        "apart" => 0,
        "tentative" => 1,
        "agreed" => 2,
        _ => 3,
    });
    let packages = packages(site, n, &base, side);
    Ok(Clauses { may_speak: sits && session.is_some(), clauses: rows, packages, session })
}

/// Whether the visitor keeps the record of the open session.
fn is_recorder(n: &Negotiation, room: &Room, visitor: &Visitor) -> bool {
    let me = visitor.signed.account.id.to_string();
    let keeps = n.open_session().is_some_and(|session| session.recorder.id == me);
    keeps && room.capacities.contains(&Capacity::Recorder)
}

fn filled(position: &Position) -> String {
    fill(&position.text, &position.values)
}

pub(crate) fn fill(text: &str, values: &[negotiation::terms::Value]) -> String {
    values.iter().fold(text.to_owned(), |text, value| text.replace(&format!("{{{}}}", value.key), &value.text()))
}

const fn sits(capacity: Capacity) -> bool {
    matches!(capacity, Capacity::WorkerChief | Capacity::WorkerRep | Capacity::EmployerChief | Capacity::EmployerRep)
}
