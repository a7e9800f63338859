//! From records to a timeline.

use law::rules::Profile;
use law::time::Moment;
use messages::{Catalogue, Said};
use negotiation::state::Negotiation;
use negotiation::{CaseState, Corrupt};
use uuid::Uuid;

use crate::duties::{self, Past};
use crate::input::{Names, Refused};
use crate::model::{Entry, Party, RefusedRow, Timeline};
use crate::page::View;
use crate::record::{self, Record};
use crate::story::{Scene, tell};
use crate::teller::Teller;
use crate::{gap, next};

/// Tells a case from its records up to an instant.
///
/// The catalogue holds the messages of crates law, negotiation and timeline. What is still owed is counted to the day of
/// `until`, or of the last record where that is later.
///
/// # Errors
/// The first record that can't be read, belongs to another case, or doesn't follow from those before it.
pub fn build(
    case: Uuid,
    records: &[impl AsRef<[u8]>],
    names: &Names,
    refusals: &[Refused],
    catalogue: &Catalogue,
    until: Moment,
) -> Result<Timeline, Corrupt> {
    let state = CaseState::replay(case, records.iter().map(AsRef::as_ref))?;
    let records = record::read(case, records)?;
    let until = records.last().map_or(until, |last| until.max(last.at));
    let teller = Teller { catalogue, names };
    let past = Past::of(&records);
    let headings = gap::headings(&records);
    let n = state.negotiation();
    let stage = n.map_or("none", Negotiation::stage_name);
    let profile = n.map(|n| n.header.profile);
    let mut timeline = Timeline {
        title: title(&teller, n),
        fictional: n.is_some_and(is_fictional),
        case,
        number: n.and_then(|n| n.header.number.clone()),
        profile,
        profile_name: profile.map(|profile| teller.key(profile_key(profile))),
        employer: n.map(|n| party(&n.header.employer.name, &n.header.employer.uscc)),
        union: n.map(|n| party(&n.header.union.name, &n.header.union.uscc)),
        stage,
        stage_name: teller.key(negotiation::table::stage_key(stage)),
        records: state.head().seq,
        head: state.head().hash,
        until,
        next: next::next(&teller, n, &past, until),
        late: n.map_or_else(Vec::new, |n| duties::late(&teller, n, &past, until)),
        duties: n.map_or_else(Vec::new, |n| duties::rows(&teller, n, &past, until)),
        sessions: n.map_or_else(Vec::new, gap::sessions),
        gap: n.map_or_else(Vec::new, |n| gap::clauses(&teller, n, &records, &headings)),
        entries: entries(case, &teller, &headings, &records)?,
        refusals: refused(&teller, refusals),
        view: View::default(),
    };
    timeline.view = View::of(&timeline, &teller);
    Ok(timeline)
}

/// Tells each record against the case as it stood after it.
fn entries(
    case: Uuid,
    teller: &Teller<'_>,
    headings: &std::collections::BTreeMap<String, String>,
    records: &[Record],
) -> Result<Vec<Entry>, Corrupt> {
    let mut state: Option<Negotiation> = None;
    let mut out = Vec::with_capacity(records.len());
    for record in records {
        for event in &record.events {
            let applied = match &mut state {
                Some(n) => negotiation::apply(n, event),
                None => negotiation::open(event).map(|n| state = Some(n)),
            };
            applied.map_err(|error| Corrupt { case, seq: record.seq, what: error.to_string() })?;
        }
        if let Some(n) = &state {
            let scene = Scene { headings, n, teller: *teller };
            out.push(tell(&scene, record));
        }
    }
    Ok(out)
}

fn title(teller: &Teller<'_>, n: Option<&Negotiation>) -> String {
    match n {
        Some(n) => teller.say(&Said::new("timeline-title").arg("employer", &n.header.employer.name)),
        None => teller.key("timeline-title-empty"),
    }
}

/// Made-up parties say so in their names.
fn is_fictional(n: &Negotiation) -> bool {
    const MARK: &str = "虚构";
    n.header.employer.name.contains(MARK) || n.header.union.name.contains(MARK)
}

fn party(name: &str, uscc: &str) -> Party {
    Party { name: name.to_owned(), uscc: uscc.to_owned() }
}

const fn profile_key(profile: Profile) -> &'static str {
    match profile {
        Profile::Cn => "timeline-profile-cn",
        Profile::Zj => "timeline-profile-zj",
        Profile::Hz => "timeline-profile-hz",
        Profile::Nb => "timeline-profile-nb",
    }
}

fn refused(teller: &Teller<'_>, refusals: &[Refused]) -> Vec<RefusedRow> {
    let row = |refused: &Refused| RefusedRow {
        at: refused.at,
        actor: refused.actor.clone(),
        capacity: refused.capacity,
        capacity_name: teller.capacity(refused.capacity),
        command: refused.command,
        command_name: teller.command(refused.command),
        rule: refused.rule.clone(),
        found: refused.found.clone(),
        required: refused.required.clone(),
        remedy: refused.remedy.clone(),
        citation: refused.citation.clone(),
    };
    let mut rows: Vec<RefusedRow> = refusals.iter().map(row).collect();
    rows.sort_by_key(|row| row.at);
    rows
}
