//! What waits for the bureau, by last day: counts, pages of files, and the next file after a decision.

use accounts::access::Right;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use law::Date;
use law::time::Moment;
use negotiation::{CaseState, table};
use serde::{Deserialize, Serialize};
use store::{CaseFilter, CaseLine, MAX_PAGE};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::checks::{Tally, tally};
use super::{admitted, weekday};
use crate::look::{Frame, page as rendered};
use crate::room::{Urgency, days_between, records};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Stages of a file with the bureau; the last one waits for the sides to mend their text.
const STAGES: [&str; 3] = ["filed", "under_review", "objected"];

/// Files on one page.
const PAGE: usize = 20;

/// A file with the bureau.
struct Waiting {
    /// Last day of the review, or of whatever is owed next.
    due: Option<Date>,
    line: CaseLine,
    provisional: bool,
}

/// A file in the list.
#[derive(Serialize, ToSchema)]
#[schema(as = QueueFile)]
pub(crate) struct Row {
    case: Uuid,
    /// Sentence about the last day.
    due: Option<String>,
    employer: String,
    number: String,
    /// An opinion is issued and waits to be served.
    served: bool,
    stage: String,
    tally: Tally,
    urgency: Option<Urgency>,
}

#[derive(Template)]
#[template(path = "queue.html")]
struct Queue {
    f: Frame,
    v: Desk,
}

/// A page of the queue.
#[derive(Serialize, ToSchema)]
pub(crate) struct Desk {
    /// How many files wait.
    all: usize,
    /// The page before.
    earlier: Option<usize>,
    /// How many are overdue.
    late: usize,
    /// The page after.
    later: Option<usize>,
    rows: Vec<Row>,
    today: usize,
    tomorrow: usize,
}

/// Which page of the list.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Sheet {
    /// Number of the page, from 0.
    #[serde(default)]
    pub(crate) sheet: usize,
}

/// The queue.
pub(crate) async fn page(State(site): Here, visitor: Visitor, Query(sheet): Query<Sheet>) -> Result<Response, Trouble> {
    let v = desk(&site, &visitor, sheet.sheet).await?;
    rendered(&Queue { f: Frame::of(&site, &visitor, site.text("pages-queue-title")), v })
}

/// A page of files, by last day, with the counts of all.
pub(crate) async fn desk(site: &Site, visitor: &Visitor, sheet: usize) -> Result<Desk, Trouble> {
    admitted(visitor, Right::SeeQueue)?;
    let waiting = waiting(site, visitor).await?;
    let now = site.desk.now();
    let left = |waiting: &Waiting| waiting.due.map(|due| days_between(now.date(), due));
    let count = |fits: fn(i64) -> bool| waiting.iter().filter(|file| left(file).is_some_and(fits)).count();
    let (late, today, tomorrow) = (count(|days| days < 0), count(|days| days == 0), count(|days| days == 1));
    let start = sheet.saturating_mul(PAGE);
    let mut rows = Vec::new();
    for file in waiting.iter().skip(start).take(PAGE) {
        rows.push(row(site, file, now).await?);
    }
    Ok(Desk {
        all: waiting.len(),
        earlier: sheet.checked_sub(1),
        late,
        later: (start.saturating_add(PAGE) < waiting.len()).then(|| sheet + 1),
        rows,
        today,
        tomorrow,
    })
}

/// The file that was just decided.
#[derive(Default, Deserialize)]
pub(crate) struct Decided {
    #[serde(default)]
    after: Option<Uuid>,
}

/// On to the file whose last day is next, of those that still want a decision.
pub(crate) async fn next(
    State(site): Here,
    visitor: Visitor,
    Query(decided): Query<Decided>,
) -> Result<Response, Trouble> {
    admitted(&visitor, Right::SeeQueue)?;
    for file in waiting(&site, &visitor).await? {
        let undecided = file.line.stage != "objected" && Some(file.line.case) != decided.after;
        if undecided && !is_decided(&state(&site, file.line.case).await?) {
            return Ok(Redirect::to(&format!("/cases/{}/review", file.line.case)).into_response());
        }
    }
    Ok(Redirect::to("/queue").into_response())
}

/// How much waits for the bureau, by what is to be done.
pub(crate) struct Counts {
    /// To be accepted or given back.
    pub(crate) accept: usize,
    /// Past the last day.
    pub(crate) late: usize,
    /// To be reviewed.
    pub(crate) review: usize,
    /// Due within three days, today among them.
    pub(crate) soon: usize,
}

/// Days ahead that are soon.
const SOON: i64 = 3;

/// Counts what waits for the bureau; what waits for the sides to mend their text isn't counted.
pub(crate) async fn counts(site: &Site, visitor: &Visitor) -> Result<Counts, Trouble> {
    let (waiting, today) = (waiting(site, visitor).await?, site.desk.now().date());
    let at = |stage: &str| waiting.iter().filter(|file| file.line.stage == stage).count();
    let left = |file: &Waiting| file.due.filter(|_| file.line.stage != "objected").map(|due| days_between(today, due));
    Ok(Counts {
        accept: at("filed"),
        late: waiting.iter().filter(|file| left(file).is_some_and(|days| days < 0)).count(),
        review: at("under_review"),
        soon: waiting.iter().filter(|file| left(file).is_some_and(|days| (0..=SOON).contains(&days))).count(),
    })
}

/// Files of whoever asks, by last day; those that await the sides come after those that await the bureau on a day.
async fn waiting(site: &Site, visitor: &Visitor) -> Result<Vec<Waiting>, Trouble> {
    let mut all = Vec::new();
    for stage in STAGES {
        let filter = CaseFilter::Stage(stage.to_owned());
        let mut after = None;
        loop {
            let lines = site.desk.store().cases(&filter, after, MAX_PAGE).await?;
            let Some(last) = lines.last() else { break };
            after = Some(last.case);
            for line in lines.into_iter().filter(|line| visitor.signed.may(Right::Review, line).is_ok()) {
                all.push(file(site, line).await?);
            }
        }
    }
    all.sort_by_key(|file| (file.due.is_none(), file.due, file.line.stage == "objected", file.line.case));
    Ok(all)
}

/// A file with its last day: the bureau's own where it owes something.
async fn file(site: &Site, line: CaseLine) -> Result<Waiting, Trouble> {
    let duties = site.desk.store().duties_of(line.case, "", MAX_PAGE).await?;
    let open = || duties.iter().filter(|duty| duty.status == "open");
    let own = open().filter(|duty| duty.owed_by == "hrss").min_by_key(|duty| duty.due_at);
    let next = own.or_else(|| open().min_by_key(|duty| duty.due_at));
    // A duty is overdue from the instant after its last day.
    let due = next.map(|duty| Moment::from_millis(duty.due_at.millis() - 1).date());
    Ok(Waiting { due, line, provisional: next.is_some_and(|duty| duty.provisional) })
}

async fn state(site: &Site, case: Uuid) -> Result<CaseState, Trouble> {
    let records = records(site, case).await?;
    Ok(CaseState::replay(case, records.iter().map(Vec::as_slice))?)
}

/// An opinion is on its way.
fn is_decided(state: &CaseState) -> bool {
    let filing = state.negotiation().and_then(|n| n.stage.filing());
    filing.is_some_and(|filing| filing.opinion.is_some())
}

async fn row(site: &Site, file: &Waiting, now: Moment) -> Result<Row, Trouble> {
    let state = state(site, file.line.case).await?;
    let due = file.due.map(|due| {
        let key = if file.provisional { "pages-queue-due-provisional" } else { "pages-queue-due" };
        site.say(&messages::Said::new(key).arg("day", weekday(site, due)))
    });
    Ok(Row {
        case: file.line.case,
        due,
        employer: file.line.employer_name.clone(),
        number: file.line.number.clone().unwrap_or_default(),
        served: file.line.stage != "objected" && is_decided(&state),
        stage: site.text(table::stage_key(&file.line.stage)),
        tally: tally(site, &state),
        urgency: file.due.map(|due| Urgency::until(site, due, now)),
    })
}
