//! What comes next: who owes something, what waits for a second person, and who may do what at this stage.

use law::time::Moment;
use messages::Said;
use negotiation::command::{CoverageCommand, Scope};
use negotiation::state::{Duty, Letter, LetterKind, Session, Stage};
use negotiation::{Capacity, Negotiation, Side, table};

use crate::duties::{Past, days_late, state};
use crate::model::{DutyState, May, Next, Owed};
use crate::story::life::Span;
use crate::teller::Teller;

/// What comes next in a case; before the first record only what would open it.
pub(crate) fn next(teller: &Teller<'_>, n: Option<&Negotiation>, past: &Past, until: Moment) -> Next {
    let stage = n.map_or("none", Negotiation::stage_name);
    Next {
        text: teller.key(asked(n, stage)),
        owes: n.map_or_else(Vec::new, |n| owes(teller, n, past, until)),
        waiting: n.map_or_else(Vec::new, |n| waiting(teller, n)),
        may: may(teller, n, stage),
    }
}

/// What the stage asks for; an agreement that is published and copied is only to be kept.
fn asked(n: Option<&Negotiation>, stage: &str) -> String {
    let published = |n: &Negotiation| matches!(&n.stage, Stage::Effective(e) if e.published.employer.is_some() && e.copied_at.is_some());
    if n.is_some_and(published) {
        return "timeline-next-kept".to_owned();
    }
    format!("neg-next-{}", stage.replace('_', "-"))
}

fn owes(teller: &Teller<'_>, n: &Negotiation, past: &Past, until: Moment) -> Vec<Owed> {
    let is_owed = |duty: &&Duty| matches!(state(duty), DutyState::Open | DutyState::Struck);
    let tell = |duty: &Duty| owed(teller, duty, days_late(duty, past, until.date()).unwrap_or(0));
    let mut out: Vec<Owed> = n.duties.iter().filter(is_owed).map(tell).collect();
    out.sort_by_key(|owed| owed.due);
    out
}

fn owed(teller: &Teller<'_>, duty: &Duty, days: i64) -> Owed {
    let key = match (days, duty.dates.provisional) {
        (0, false) => "timeline-owes",
        (0, true) => "timeline-owes-provisional",
        (_, _) => "timeline-owes-late",
    };
    let said = Said::new(key)
        .arg("owner", teller.owner(duty.owner))
        .arg("duty", teller.duty(duty))
        .arg("due", teller.weekday(duty.dates.due))
        .arg("days", days);
    let text = Span::of(duty).map_or_else(|| teller.say(&said), |span| span.text(teller, duty));
    Owed { duty: duty.id.clone(), owner: duty.owner.name(), due: duty.dates.due, days_late: days, text }
}

fn waiting(teller: &Teller<'_>, n: &Negotiation) -> Vec<String> {
    let numbered = |key: &'static str, number: usize| teller.say(&Said::new(key).arg("number", number));
    let papers = n.papers.iter().zip(1..).filter(|(paper, _)| !paper.confirmed);
    let corrections = n.corrections.iter().zip(1..).filter(|(pending, _)| !pending.confirmed);
    let mut out: Vec<String> = papers.map(|(_, number)| numbered("timeline-waits-paper", number)).collect();
    let slips = n.slips.iter().zip(1..).filter(|(slip, _)| !slip.confirmed);
    out.extend(slips.map(|(_, number)| numbered("timeline-waits-slip", number)));
    out.extend(corrections.map(|(_, number)| numbered("timeline-waits-correction", number)));
    out.extend(n.sessions.iter().flat_map(|session| minutes(teller, session)));
    out.extend(suspension(teller, n));
    out.extend(coordination(teller, n));
    out.extend(remedies(teller, n));
    out
}

/// Opinions on their way, and a side that wants to give up while the other has not agreed.
fn remedies(teller: &Teller<'_>, n: &Negotiation) -> Vec<String> {
    let on_its_way = |letter: &&Letter| letter.kind == LetterKind::Opinion && letter.receipt.is_none();
    let told = |letter: &Letter| teller.say(&Said::new("timeline-waits-letter").arg("number", letter.number));
    let mut out: Vec<String> = n.remedies.letters.iter().filter(on_its_way).map(told).collect();
    if let (Some(side), false) = (n.remedies.giving_up, matches!(n.stage, Stage::Closed(_))) {
        let said = Said::new("timeline-waits-withdrawal").arg("side", teller.side(side));
        out.push(teller.say(&said.arg("other", teller.side(side.other()))));
    }
    out
}

/// A proposal to suspend the talks that the other side has not answered.
fn suspension(teller: &Teller<'_>, n: &Negotiation) -> Option<String> {
    let asked = n.suspension.as_ref().filter(|proposed| proposed.declined_at.is_none())?.by.other();
    Some(teller.say(&Said::new("timeline-waits-suspension").arg("side", teller.side(asked))))
}

/// A dispute that somebody brought and that the bureau has not taken up.
fn coordination(teller: &Teller<'_>, n: &Negotiation) -> Option<String> {
    let Stage::Disputed(disputed) = &n.stage else {
        return None;
    };
    let waits = disputed.accepted_at.is_none() && !disputed.is_unasked();
    waits.then(|| teller.key("timeline-waits-coordination"))
}

/// Minutes of a closed session that a chief has not confirmed.
fn minutes(teller: &Teller<'_>, session: &Session) -> Vec<String> {
    if session.closed.is_none() {
        return Vec::new();
    }
    [Side::Worker, Side::Employer]
        .into_iter()
        .filter(|side| session.confirmed.get(*side).is_some_and(Option::is_none))
        .map(|side| {
            let said = Said::new("timeline-waits-minutes").arg("number", session.number);
            teller.say(&said.arg("side", teller.side(side)))
        })
        .collect()
}

/// The acts that the stage knows and a person may give. Those that every stage knows are left out, and where one
/// enterprise negotiates those of a coverage list.
fn may(teller: &Teller<'_>, n: Option<&Negotiation>, stage: &str) -> Vec<May> {
    let wide = n.is_some_and(|n| n.header.scope != Scope::Enterprise);
    let rows = table::ROWS.iter().filter(|row| {
        let personal = row.capacities.iter().any(|who| !matches!(who, Capacity::System | Capacity::Clock));
        row.stages.contains(&stage) && personal && (wide || !CoverageCommand::NAMES.contains(&row.command))
    });
    rows.map(|row| May {
        command: row.command,
        name: teller.command(row.command),
        who: row.capacities.iter().map(|who| teller.capacity(*who)).collect(),
    })
    .collect()
}
