//! One case at a glance: what to do next, who owes what, the text, the papers, what happened last.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use negotiation::table;
use timeline::Entry;
use uuid::Uuid;

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
    agreed: usize,
    apart: usize,
    /// The draft is before the congress, or a ballot was held.
    ballots: bool,
    documents: Vec<Paper>,
    f: Frame,
    further: Vec<Button>,
    has_text: bool,
    head: Head,
    late: Vec<String>,
    latest: Vec<Entry>,
    next: String,
    owes: Vec<(Urgency, String)>,
    tasks: Vec<Button>,
    waiting: Vec<String>,
}

struct Button {
    command: &'static str,
    name: String,
}

/// A paper in the list.
pub(crate) struct Paper {
    pub(crate) name: String,
    pub(crate) number: String,
    pub(crate) version: u32,
}

/// How many entries the glance shows.
const LATEST: usize = 5;

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let n = room.negotiation()?;
    let (next, further): (Vec<Task>, Vec<Task>) =
        tasks(n, &room.capacities).into_iter().partition(|task| task.place == Place::Next);
    let told = &room.told;
    let clauses = told.gap.len();
    let agreed = told.gap.iter().filter(|gap| gap.agreed.is_some()).count();
    let mut latest: Vec<Entry> =
        told.entries.iter().rev().filter(|entry| is_news(entry)).take(LATEST).cloned().collect();
    latest.shrink_to_fit();
    let documents = room.documents(&site).await?;
    rendered(&Overview {
        agreed,
        apart: clauses - agreed,
        ballots: n.stage_name() == "congress" || !site.desk.store().ballots_of(case).await?.is_empty(),
        documents: documents.iter().rev().map(|line| paper(&site, line)).collect(),
        f: frame(&site, &visitor, &room, "case"),
        further: buttons(&site, &further),
        has_text: act::draft(&n.stage).is_some() || n.stage.text().is_some(),
        head: Head::of(&site, &room),
        late: told.late.iter().filter(|late| late.owed).map(|late| late.text.clone()).collect(),
        next: told.next.text.clone(),
        owes: told.next.owes.iter().map(|owed| (Urgency::of(&site, owed, room.now), owed.text.clone())).collect(),
        tasks: buttons(&site, &next),
        waiting: told.next.waiting.clone(),
        latest,
    })
}

/// Papers that the program made are listed by themselves.
fn is_news(entry: &Entry) -> bool {
    entry.command != "record_document"
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
