//! Before the first record: opening a case.

use law::dataset::DataSets;
use law::identity;
use law::rules::Rules;
use law::time::Moment;

use super::ctx::Decided;
use crate::command::{Command, OpenCase, OpeningCommand};
use crate::event::{CaseOpened, Event};
use crate::facts::Facts;
use crate::refusal::Refusal;
use crate::table;

pub(super) fn decide(rules: &Rules, data: &DataSets, facts: &Facts, now: Moment, command: &Command) -> Decided {
    let Command::Opening(OpeningCommand::OpenCase(open)) = command else {
        return Err(table::wrong_stage(command.name(), "none"));
    };
    if rules.profile != open.profile {
        return Err(Refusal::new("RULES-PROFILE", "rules-profile", &[])
            .with("found", rules.profile)
            .with("required", open.profile));
    }
    for (party, code) in [("employer", &open.employer.uscc), ("union", &open.union.uscc)] {
        identity::check_uscc(code).map_err(|_| {
            Refusal::new("CHK-USCC", "chk-uscc", &[])
                .with_message("party", format!("neg-side-{}", if party == "union" { "worker" } else { party }))
                .with("found", code)
        })?;
    }
    headcount(open)?;
    let datasets = facts.datasets.unwrap_or_else(|| data.hashes());
    Ok(vec![Event::CaseOpened(Box::new(CaseOpened { at: now, datasets, opened: open.clone() }))])
}

/// Women and dispatched workers are among the workers.
fn headcount(open: &OpenCase) -> Result<(), Refusal> {
    let employer = &open.employer;
    if employer.headcount > 0 && employer.female <= employer.headcount && employer.dispatched <= employer.headcount {
        return Ok(());
    }
    Err(Refusal::new("FACT-HEADCOUNT", "fact-headcount", &[])
        .with("headcount", employer.headcount)
        .with("female", employer.female)
        .with("dispatched", employer.dispatched))
}
