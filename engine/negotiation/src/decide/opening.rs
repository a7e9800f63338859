//! Before the first record: opening a case.

use law::dataset::DataSets;
use law::identity;
use law::rules::{Profile, Rules};
use law::time::Moment;

use super::coverage;
use super::ctx::Decided;
use super::lists;
use crate::actor::{Actor, Capacity};
use crate::checks::{Finding, Outcome};
use crate::command::{ChildKind, Command, Ground, OpenCase, OpeningCommand, Parent};
use crate::event::{CaseOpened, CheckNoted, Event};
use crate::facts::Facts;
use crate::refusal::Refusal;
use crate::table;

pub(super) fn decide(
    rules: &Rules,
    data: &DataSets,
    facts: &Facts,
    now: Moment,
    actor: &Actor,
    command: &Command,
) -> Decided {
    let Command::Opening(OpeningCommand::OpenCase(open)) = command else {
        return Err(table::wrong_stage(command.name(), "none"));
    };
    if rules.profile != open.profile {
        return Err(Refusal::new("RULES-PROFILE", "rules-profile", &[])
            .with("found", rules.profile)
            .with("required", open.profile));
    }
    opener(open, actor)?;
    for (party, code) in [("employer", &open.employer.uscc), ("union", &open.union.uscc)] {
        identity::check_uscc(code).map_err(|_| {
            Refusal::new("CHK-USCC", "chk-uscc", &[])
                .with_message("party", format!("neg-side-{}", if party == "union" { "worker" } else { party }))
                .with("found", code)
        })?;
    }
    headcount(open)?;
    let wider = coverage::opened(open)?;
    let noted = match &open.parent {
        Some(parent) => self::parent(rules, now, parent)?,
        None => None,
    };
    let datasets = facts.datasets.unwrap_or_else(|| data.hashes());
    let mut events = vec![Event::CaseOpened(Box::new(CaseOpened { at: now, datasets, opened: (**open).clone() }))];
    events.extend(wider);
    events.extend(noted.map(|finding| Event::CheckNoted(CheckNoted { finding })));
    Ok(events)
}

/// ZJ-CC 31(2) and 32, CC22 39–40: a change and a rescission have a ground, and there must be something in force to
/// change. ZJ-CC 32(2): whoever proposes one without agreement gives proof; one that lacks it is on record.
fn parent(rules: &Rules, now: Moment, parent: &Parent) -> Result<Option<Finding>, Refusal> {
    let articles = &["ZJ-CC 31", "ZJ-CC 32", "CC22 39", "CC22 40"];
    if parent.kind == ChildKind::Renewal {
        return Ok(None);
    }
    if parent.expires_on < now.date() {
        return Err(Refusal::new("FACT-PARENT", "fact-parent", articles).with("expired", parent.expires_on));
    }
    let Some(ground) = parent.ground else {
        return Err(Refusal::new("FACT-GROUND", "fact-ground", articles));
    };
    let lacks = ground != Ground::Agreement && parent.proof.is_none() && rules.profile != Profile::Cn;
    Ok(lacks.then(|| Finding::new("CHK-CHANGE-PROOF", Outcome::Breach, &["ZJ-CC 32(2)"])))
}

/// Where there is a union it opens for the workers; where there is none, the one whom they elected or the union that
/// guides them (ZJ-CC 8).
fn opener(open: &OpenCase, actor: &Actor) -> Result<(), Refusal> {
    let of_union = matches!(actor.capacity, Capacity::UnionChair | Capacity::UnionOfficer);
    let of_none = matches!(actor.capacity, Capacity::WorkerChief | Capacity::HigherUnion);
    if of_union && open.union.guiding {
        return Err(lists::no_union("open_case", actor.capacity));
    }
    if of_none && !open.union.guiding { Err(table::wrong_actor("open_case", actor)) } else { Ok(()) }
}

/// Women, disabled and dispatched workers are among the workers.
fn headcount(open: &OpenCase) -> Result<(), Refusal> {
    let employer = &open.employer;
    let within =
        [employer.female, employer.dispatched, employer.disabled].iter().all(|some| *some <= employer.headcount);
    if employer.headcount > 0 && within {
        return Ok(());
    }
    Err(Refusal::new("FACT-HEADCOUNT", "fact-headcount", &[])
        .with("headcount", employer.headcount)
        .with("female", employer.female)
        .with("dispatched", employer.dispatched))
}
