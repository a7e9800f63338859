//! Checks of a filed agreement as rows: what was found, what is required, under which articles, and how it came out.
//!
//! The engine checks, and the records hold what was noted on the way; here it is only put in order for somebody to read.

use messages::Said;
use negotiation::checks::{Finding, Outcome, filed};
use negotiation::command::ObjectionGround;
use negotiation::terms::{Terms, figure};
use negotiation::{CaseState, Event};
use serde::{Deserialize, Serialize};
use timeline::{DutyRow, DutyState};
use utoipa::ToSchema;

use super::weekday;
use crate::room::Room;
use crate::site::Site;

/// What a review looks at, in the order in which it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Area {
    Party,
    Procedure,
    Content,
    Standard,
    Material,
}

impl Area {
    pub(crate) const ALL: [Self; 5] = [Self::Party, Self::Procedure, Self::Content, Self::Standard, Self::Material];

    const fn name(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Procedure => "procedure",
            Self::Content => "content",
            Self::Standard => "standard",
            Self::Material => "material",
        }
    }

    /// The ground of an objection about it (CC22 44).
    pub(crate) const fn ground(self) -> ObjectionGround {
        match self {
            Self::Party => ObjectionGround::Party,
            Self::Procedure => ObjectionGround::Procedure,
            Self::Content | Self::Standard | Self::Material => ObjectionGround::Content,
        }
    }

    /// Where a rule belongs.
    fn of(rule: &str) -> Self {
        match rule {
            "CHK-WAGE-ITEMS" | "CHK-TERM-1-3Y" => Self::Content,
            "CHK-MINWAGE-STRICT" | "CHK-OT-MULT" | "CHK-GUIDELINE" | "CHK-REAL-GROWTH" | "CHK-GRADE-MONOTONE"
            | "CHK-INDUSTRY-FLOOR" => Self::Standard,
            "CHK-COPIES-5" | "CHK-SEAL" => Self::Material,
            "CHK-USCC" | "CHK-IDNO" | "CHK-CONDUCT" | "CHK-SCOPE-COUNTY" => Self::Party,
            _ if rule.starts_with("CHK-REP-") || rule.starts_with("CHK-CHIEF-") => Self::Party,
            _ if rule.starts_with("CHK-COVERAGE") => Self::Party,
            _ => Self::Procedure,
        }
    }
}

/// A check as it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) area: Area,
    /// Articles, in words.
    pub(crate) articles: String,
    /// The clause that it is about.
    pub(crate) clause: Option<String>,
    /// What was found.
    pub(crate) found: String,
    pub(crate) outcome: Outcome,
    /// The name of the outcome.
    pub(crate) outcome_name: String,
    /// What the text requires.
    pub(crate) required: String,
    /// Rule id.
    pub(crate) rule: String,
    /// The record that noted it.
    pub(crate) seq: Option<u64>,
}

impl Row {
    /// Whether everything is in order.
    pub(crate) fn passed(&self) -> bool {
        self.outcome == Outcome::Pass
    }

    /// Name in style sheets.
    pub(crate) const fn class(&self) -> &'static str {
        match self.outcome {
            Outcome::Pass => "pass",
            Outcome::Amber => "amber",
            Outcome::Breach | Outcome::Fail => "breach",
            Outcome::NoData => "unchecked",
        }
    }
}

/// The name of an area.
pub(crate) fn area_name(site: &Site, area: Area) -> String {
    site.text(format!("pages-area-{}", area.name()))
}

/// How many checks came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Tally {
    pub(crate) amber: usize,
    pub(crate) breach: usize,
    pub(crate) pass: usize,
    pub(crate) unchecked: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Pass => self.pass += 1,
            Outcome::Amber => self.amber += 1,
            Outcome::Breach | Outcome::Fail => self.breach += 1,
            Outcome::NoData => self.unchecked += 1,
        }
    }
}

/// The checks that the engine makes on the case as it stands.
fn computed(site: &Site, state: &CaseState) -> Vec<Finding> {
    let Some(n) = state.negotiation() else { return Vec::new() };
    let (Some(rules), Some(data)) = (site.book.rules(state.rules()), site.book.data(&n.datasets)) else {
        return Vec::new();
    };
    let on = n.stage.filing().map_or_else(|| state.last_at().date(), |filing| filing.received_at.date());
    filed::check(rules, data, n, on)
}

/// How the checks on a case came out, for a list.
pub(crate) fn tally(site: &Site, state: &CaseState) -> Tally {
    let mut tally = Tally::default();
    for finding in computed(site, state) {
        tally.add(finding.outcome);
    }
    tally
}

/// All checks of a case: those made now, those noted on the way, and the last days; worst first in every area.
pub(crate) fn rows(site: &Site, room: &Room) -> Vec<Row> {
    let terms = room.state.negotiation().and_then(|n| n.stage.text()).map(|text| &*text.terms);
    let now = computed(site, &room.state);
    let mut rows: Vec<Row> = now.iter().map(|finding| row(site, finding, terms, None)).collect();
    for (seq, finding) in noted(&room.records) {
        if !now.iter().any(|had| had.rule == finding.rule) {
            rows.push(row(site, &finding, terms, Some(seq)));
        }
    }
    rows.extend(room.told.duties.iter().filter_map(|duty| last_day(site, duty)));
    rows.sort_by_key(|row| (row.area, rank(row.outcome)));
    rows
}

const fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Fail => 0,
        Outcome::Breach => 1,
        Outcome::Amber => 2,
        Outcome::NoData => 3,
        Outcome::Pass => 4,
    }
}

/// What a record says, as far as it concerns checks.
#[derive(Deserialize)]
struct Noting {
    data: NotingData,
    seq: u64,
}

#[derive(Deserialize)]
struct NotingData {
    events: Vec<Event>,
}

/// Findings that records note, with the number of each record.
fn noted(records: &[Vec<u8>]) -> Vec<(u64, Finding)> {
    let mut all = Vec::new();
    for record in records.iter().filter_map(|bytes| serde_json::from_slice::<Noting>(bytes).ok()) {
        for event in record.data.events {
            if let Event::CheckNoted(noted) = event {
                all.push((record.seq, noted.finding));
            }
        }
    }
    all
}

/// Rules whose finding reads well where everything is in order; of the others only the requirement is shown then.
const TOLD_WHEN_PASSED: [&str; 12] = [
    "CHK-REP-MIN",
    "CHK-REP-SCALE5",
    "CHK-REP-EXT13",
    "CHK-CHIEF-INTERNAL",
    "CHK-REP-TOTAL",
    "CHK-REP-WOMEN",
    "CHK-MINWAGE-STRICT",
    "CHK-OT-MULT",
    "CHK-GUIDELINE",
    "CHK-REAL-GROWTH",
    "CHK-TERM-1-3Y",
    "CHK-COPIES-5",
];

fn row(site: &Site, finding: &Finding, terms: Option<&Terms>, seq: Option<u64>) -> Row {
    let passed = finding.outcome == Outcome::Pass;
    let quiet = passed && !TOLD_WHEN_PASSED.contains(&finding.rule.as_str());
    // Figures that a passed check doesn't name are missing from its requirement.
    let bare = passed && finding.figures.is_empty();
    let own = Said::new(format!("pages-passed-{}", finding.rule.to_ascii_lowercase()));
    Row {
        area: Area::of(&finding.rule),
        articles: law::citation::display_all_zh(&finding.citation),
        clause: terms.and_then(|terms| clause_of(finding, terms)),
        found: if quiet { String::new() } else { site.say(&finding.found()) },
        outcome: finding.outcome,
        outcome_name: site.text(finding.outcome.key()),
        required: if bare && site.texts.has(&own.key) { site.say(&own) } else { site.say(&finding.required()) },
        rule: finding.rule.clone(),
        seq,
    }
}

/// The clause that states the figure a finding is about.
fn clause_of(finding: &Finding, terms: &Terms) -> Option<String> {
    let named = finding.figures.iter().find(|figure| figure.name == "key").map(|figure| figure.value.as_str());
    let key = match finding.rule.as_str() {
        "CHK-MINWAGE-STRICT" => figure::MIN_WAGE,
        "CHK-GUIDELINE" | "CHK-REAL-GROWTH" => figure::RISE,
        "CHK-TERM-1-3Y" => return terms.clause("term").map(|clause| clause.id.clone()),
        _ => named?,
    };
    let states = |clause: &&negotiation::terms::Clause| clause.values.iter().any(|value| value.key == key);
    terms.clauses.iter().find(states).map(|clause| clause.id.clone())
}

/// Whether a last day before the review was kept.
fn last_day(site: &Site, duty: &DutyRow) -> Option<Row> {
    if ["review", "publish", "annual_report", "renew_open", "term"].contains(&duty.rule.as_str()) {
        return None;
    }
    let outcome = match duty.status {
        DutyState::Met => Outcome::Pass,
        DutyState::Late | DutyState::Struck => Outcome::Breach,
        DutyState::Open | DutyState::Voided | DutyState::Lapsed | DutyState::Over => return None,
    };
    let done = duty.met_at.map(|at| weekday(site, at.date()));
    let found = match done {
        Some(done) => Said::new("pages-day-done").arg("owner", &duty.owner_name).arg("done", done),
        None => Said::new("pages-day-missed").arg("owner", &duty.owner_name),
    };
    let required = Said::new("pages-day-due").arg("duty", &duty.name).arg("due", weekday(site, duty.due));
    Some(Row {
        area: Area::Procedure,
        articles: duty.citation.join("、"),
        clause: None,
        found: site.say(&found),
        outcome,
        outcome_name: site.text(outcome.key()),
        required: site.say(&required),
        rule: duty.id.clone(),
        seq: None,
    })
}
