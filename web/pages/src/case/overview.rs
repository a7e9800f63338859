//! One case at a glance: what to do next, who owes what, the text, the papers, what happened last.

use accounts::access::Right;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use negotiation::table;
use serde::Serialize;
use timeline::Entry;
use utoipa::ToSchema;
use uuid::Uuid;

use super::relatives::Relatives;
use super::secrets::{Secret, secrets};
use super::task::{Place, Task, tasks};
use super::{Head, frame, rendered};
use crate::act;
use crate::look::Frame;
use crate::room::{Room, Urgency};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "overview.html")]
struct Overview {
    f: Frame,
    head: Head,
    relatives: Relatives,
    v: Glance,
}

/// What there is to know at a glance.
pub(crate) struct Glance {
    pub(crate) agreed: usize,
    pub(crate) apart: usize,
    /// The draft is before the congress, or a ballot was held.
    pub(crate) ballots: bool,
    pub(crate) documents: Vec<Paper>,
    pub(crate) further: Vec<Button>,
    pub(crate) has_text: bool,
    pub(crate) late: Vec<String>,
    pub(crate) latest: Vec<Entry>,
    pub(crate) next: String,
    pub(crate) owes: Vec<(Urgency, String)>,
    /// What was disclosed in confidence, for those who are bound to silence.
    pub(crate) secrets: Vec<Secret>,
    pub(crate) tasks: Vec<Button>,
    pub(crate) waiting: Vec<String>,
}

/// An act that can be begun.
#[derive(Serialize, ToSchema)]
pub(crate) struct Button {
    #[schema(value_type = String)]
    pub(crate) command: &'static str,
    pub(crate) name: String,
}

/// A paper in the list.
#[derive(Serialize, ToSchema)]
pub(crate) struct Paper {
    pub(crate) name: String,
    pub(crate) number: String,
    pub(crate) version: u32,
}

/// How many entries the glance shows.
const LATEST: usize = 5;

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let v = glance(&site, &room).await?;
    let relatives = Relatives::of(&site, &visitor, &room).await?;
    rendered(&Overview { f: frame(&site, &visitor, &room, "case"), head: Head::of(&site, &room), relatives, v })
}

/// Looks at a case. What happened last is told to those who may read the record.
pub(crate) async fn glance(site: &Site, room: &Room) -> Result<Glance, Trouble> {
    let n = room.negotiation()?;
    let (next, further): (Vec<Task>, Vec<Task>) =
        tasks(n, &room.capacities).into_iter().partition(|task| task.place == Place::Next);
    let told = &room.told;
    let clauses = told.gap.len();
    let agreed = told.gap.iter().filter(|gap| gap.agreed.is_some()).count();
    let reads = room.may(Right::SeeRecord);
    let mut latest: Vec<Entry> =
        told.entries.iter().rev().filter(|entry| reads && is_news(entry)).take(LATEST).cloned().collect();
    latest.shrink_to_fit();
    let documents = room.documents(site).await?;
    Ok(Glance {
        agreed,
        apart: clauses - agreed,
        ballots: n.stage_name() == "congress" || !site.desk.store().ballots_of(room.line.case).await?.is_empty(),
        documents: documents.iter().rev().map(|line| paper(site, line)).collect(),
        further: buttons(site, &further),
        has_text: act::draft(&n.stage).is_some() || n.stage.text().is_some(),
        late: told.late.iter().filter(|late| late.owed).map(|late| late.text.clone()).collect(),
        next: told.next.text.clone(),
        owes: told.next.owes.iter().map(|owed| (Urgency::of(site, owed, room.now), owed.text.clone())).collect(),
        secrets: secrets(site, room).await?,
        tasks: buttons(site, &next),
        waiting: told.next.waiting.clone(),
        latest,
    })
}

/// Papers that the program made are listed by themselves; what carriers reported is in the record.
fn is_news(entry: &Entry) -> bool {
    !table::is_filed(&entry.command)
}

fn buttons(site: &Site, tasks: &[Task]) -> Vec<Button> {
    let button = |task: &Task| Button { command: task.command, name: site.text(table::command_key(task.command)) };
    tasks.iter().map(button).collect()
}

/// A paper by its name for people.
pub(crate) fn paper(site: &Site, line: &store::DocumentLine) -> Paper {
    let key = format!("timeline-document-{}", line.kind.replace('_', "-"));
    let name = if site.texts.has(&key) { site.text(key) } else { line.kind.clone() };
    Paper { name, number: line.number.clone(), version: line.version }
}
