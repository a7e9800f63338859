//! A region at a glance, for federation, instructors and bureau: how far its cases are, district by district, and which
//! need somebody first. Duties are what the engine wrote down; here they are only counted and sorted.

use std::collections::{BTreeMap, BTreeSet};

use accounts::access::Right;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use law::time::Moment;
use negotiation::table;
use serde::Deserialize;
use store::{CaseFilter, CaseLine, DutyLine, MAX_PAGE, Scope};
use uuid::Uuid;

use super::{admitted, weekday};
use crate::look::{Frame, page as rendered};
use crate::room::{Urgency, days_between};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Cases on one page.
const PAGE: usize = 20;

/// An agreement that ends within so many days wants a renewal.
const EXPIRING_DAYS: i64 = 90;

/// What falls due within so many days is near.
const NEAR_DAYS: i64 = 5;

/// The way of cases in columns, and the stages of each.
const COLUMNS: [(&str, &[&str]); 7] = [
    ("offer", &["idle", "offered", "awaiting_reply", "refused"]),
    ("talks", &["preparing", "ready", "negotiating", "suspended", "disputed", "renegotiating"]),
    ("vote", &["drafted", "congress"]),
    ("sign", &["adopted", "signed"]),
    ("review", &["filed", "under_review", "objected"]),
    ("effect", &["effective"]),
    ("ended", &["ended", "rescinded", "closed"]),
];

/// A case with what presses.
struct Standing {
    /// The last day of what is next owed, and whether somebody is late with it.
    due: Option<(law::Date, bool)>,
    /// The last day of an agreement in force.
    ends: Option<law::Date>,
    line: CaseLine,
}

/// Which cases to list.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Show {
    #[default]
    All,
    Expiring,
    Late,
    Near,
}

impl Show {
    const ALL: [(Self, &'static str); 4] =
        [(Self::All, "all"), (Self::Late, "late"), (Self::Near, "near"), (Self::Expiring, "expiring")];

    fn fits(self, case: &Standing, today: law::Date) -> bool {
        match self {
            Self::All => true,
            Self::Expiring => case.ends.is_some_and(|end| (0..=EXPIRING_DAYS).contains(&days_between(today, end))),
            Self::Late => case.due.is_some_and(|(_, late)| late),
            Self::Near => {
                case.due.is_some_and(|(due, late)| !late && (0..=NEAR_DAYS).contains(&days_between(today, due)))
            }
        }
    }
}

/// What the address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// Code of a district.
    #[serde(default)]
    district: String,
    #[serde(default)]
    sheet: usize,
    #[serde(default)]
    show: Show,
}

/// One district's cases by column.
struct District {
    code: String,
    counts: Vec<usize>,
    late: usize,
    name: String,
}

/// A case in the list.
struct Row {
    case: Uuid,
    district: String,
    due: Option<String>,
    employer: String,
    ends: Option<String>,
    number: String,
    stage: String,
    urgency: Option<Urgency>,
}

/// A list that can be chosen.
struct Choice {
    count: usize,
    key: &'static str,
    name: String,
    now: bool,
}

#[derive(Template)]
#[template(path = "region.html")]
struct Region {
    choices: Vec<Choice>,
    columns: Vec<String>,
    /// The district that was chosen.
    district: Option<(String, String)>,
    districts: Vec<District>,
    earlier: Option<usize>,
    f: Frame,
    later: Option<usize>,
    rows: Vec<Row>,
    show: &'static str,
}

/// The page.
pub(crate) async fn page(State(site): Here, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    admitted(&visitor, Right::SeeRegion)?;
    let (mut cases, today) = (cases(&site, &visitor).await?, site.desk.now().date());
    let districts = districts(&site, &cases);
    if !asked.district.is_empty() {
        cases.retain(|case| case.line.region == asked.district);
    }
    let choice = |(show, key): (Show, &'static str)| Choice {
        count: cases.iter().filter(|case| show.fits(case, today)).count(),
        key,
        name: site.text(format!("pages-region-show-{key}")),
        now: show == asked.show,
    };
    let choices = Show::ALL.map(choice).into_iter().collect();
    cases.retain(|case| asked.show.fits(case, today));
    let start = asked.sheet.saturating_mul(PAGE);
    rendered(&Region {
        choices,
        columns: COLUMNS.iter().map(|(name, _)| site.text(format!("pages-region-{name}"))).collect(),
        district: Some(asked.district.clone()).filter(|code| !code.is_empty()).map(|code| (name(&site, &code), code)),
        districts,
        earlier: asked.sheet.checked_sub(1),
        f: Frame::of(&site, &visitor, site.text("pages-region-title")),
        later: (start.saturating_add(PAGE) < cases.len()).then(|| asked.sheet.saturating_add(1)),
        rows: cases.iter().skip(start).take(PAGE).map(|case| row(&site, case)).collect(),
        show: Show::ALL.iter().find(|(show, _)| *show == asked.show).map_or("all", |(_, key)| key),
    })
}

/// The same list as a table for a spreadsheet, whole.
pub(crate) async fn table_file(
    State(site): Here,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    admitted(&visitor, Right::SeeRegion)?;
    let today = site.desk.now().date();
    let heads = ["number", "employer", "district", "stage", "due", "late", "ends"];
    let heads = heads.map(|head| cell(&site.text(format!("pages-region-head-{head}"))));
    // Spreadsheets know by the mark that what follows is UTF-8.
    let mut file = format!("\u{feff}{}\r\n", heads.join(","));
    for case in cases(&site, &visitor).await? {
        if !asked.show.fits(&case, today) || !(asked.district.is_empty() || asked.district == case.line.region) {
            continue;
        }
        let (due, late) = case.due.map_or((String::new(), false), |(due, late)| (due.to_string(), late));
        let cells = [
            case.line.number.clone().unwrap_or_default(),
            case.line.employer_name.clone(),
            name(&site, &case.line.region),
            site.text(table::stage_key(&case.line.stage)),
            due,
            if late { site.text("pages-region-yes") } else { String::new() },
            case.ends.map_or_else(String::new, |end| end.to_string()),
        ];
        file.push_str(&format!("{}\r\n", cells.map(|text| cell(&text)).join(",")));
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"cases.csv\""),
    ];
    Ok((headers, file).into_response())
}

/// A cell that no spreadsheet takes for a formula.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// Every case of the visitor's regions, the late ones first, then by the day on which something is due.
async fn cases(site: &Site, visitor: &Visitor) -> Result<Vec<Standing>, Trouble> {
    let scopes = visitor.signed.standings.iter().map(|standing| &standing.scope);
    let regions: BTreeSet<&String> = scopes
        .filter_map(|scope| match scope {
            Scope::Region(code) => Some(code),
            Scope::Case(_) | Scope::Employer(_) => None,
        })
        .collect();
    let mut all: BTreeMap<Uuid, Standing> = BTreeMap::new();
    for region in regions {
        let owed = owed(site, region).await?;
        for line in lines(site, region).await? {
            if visitor.signed.may(Right::SeeCase, &line).is_ok() {
                all.insert(line.case, standing(line, owed.as_slice()));
            }
        }
    }
    let mut all: Vec<Standing> = all.into_values().collect();
    all.sort_by_key(|case| {
        let (due, late) = case.due.map_or((None, false), |(due, late)| (Some(due), late));
        (!late, due.is_none(), due, std::cmp::Reverse(case.line.case))
    });
    Ok(all)
}

async fn lines(site: &Site, region: &str) -> Result<Vec<CaseLine>, Trouble> {
    let (filter, mut all) = (CaseFilter::Region(region.to_owned()), Vec::<CaseLine>::new());
    loop {
        let page = site.desk.store().cases(&filter, all.last().map(|line| line.case), MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

/// What is open or overdue, in the order of the cases' ids.
async fn owed(site: &Site, region: &str) -> Result<Vec<DutyLine>, Trouble> {
    let mut all = Vec::<DutyLine>::new();
    loop {
        let page = site.desk.store().duties_in(region, all.last().map(|duty| duty.case), MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

fn standing(line: CaseLine, owed: &[DutyLine]) -> Standing {
    let from = owed.partition_point(|duty| duty.case < line.case);
    let own = || owed.iter().skip(from).take_while(|duty| duty.case == line.case);
    // A duty is overdue from the instant after its last day.
    let day = |duty: &DutyLine| Moment::from_millis(duty.due_at.millis() - 1).date();
    let is_over = COLUMNS.last().is_some_and(|(_, stages)| stages.contains(&line.stage.as_str()));
    let late = own().filter(|duty| duty.is_late()).map(|duty| (day(duty), true)).min();
    let open = || own().filter(|duty| duty.status == "open");
    let next = open().filter(|duty| duty.kind != "term" && duty.kind != "window").map(|duty| (day(duty), false)).min();
    let ends = open().filter(|duty| duty.kind == "term" && line.stage == "effective").map(day).min();
    Standing { due: late.or(next).filter(|_| !is_over), ends, line }
}

fn districts(site: &Site, cases: &[Standing]) -> Vec<District> {
    let mut all: BTreeMap<&str, District> = BTreeMap::new();
    for case in cases {
        let code = case.line.region.as_str();
        let district = all.entry(code).or_insert_with(|| District {
            code: code.to_owned(),
            counts: vec![0; COLUMNS.len()],
            late: 0,
            name: name(site, code),
        });
        district.late += usize::from(case.due.is_some_and(|(_, late)| late));
        let column = COLUMNS.iter().position(|(_, stages)| stages.contains(&case.line.stage.as_str()));
        if let Some(count) = column.and_then(|column| district.counts.get_mut(column)) {
            *count += 1;
        }
    }
    all.into_values().collect()
}

fn name(site: &Site, code: &str) -> String {
    let found = site.book.current_data().and_then(|(_, data)| data.region(code).map(|region| region.name.clone()));
    found.unwrap_or_else(|| code.to_owned())
}

fn row(site: &Site, case: &Standing) -> Row {
    let due = case.due.map(|(due, _)| due);
    Row {
        case: case.line.case,
        district: name(site, &case.line.region),
        due: due.map(|due| weekday(site, due)),
        employer: case.line.employer_name.clone(),
        ends: case.ends.map(|end| weekday(site, end)),
        number: case.line.number.clone().unwrap_or_default(),
        stage: site.text(table::stage_key(&case.line.stage)),
        urgency: due.map(|due| Urgency::until(site, due, site.desk.now())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_has_its_column() {
        let listed: Vec<&str> = COLUMNS.iter().flat_map(|(_, stages)| stages.iter().copied()).collect();
        let known: BTreeSet<&str> = listed.iter().copied().collect();
        assert_eq!(known.len(), listed.len());
        let all: BTreeSet<&str> = table::ROWS.iter().flat_map(|row| row.stages.iter().copied()).collect();
        assert!(all.iter().all(|stage| *stage == "none" || known.contains(stage)), "{all:?}");
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("甲\"乙"), "\"甲\"\"乙\"");
    }
}
