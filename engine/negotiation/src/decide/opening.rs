//! Before the first record: opening a case.

use law::dataset::DataSets;
use law::identity;
use law::rules::{Profile, Rules};
use law::time::Moment;

use super::coverage;
use super::ctx::Decided;
use super::lists;
use crate::actor::Actor;
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
    governed(data, open)?;
    for (party, code) in [("employer", &open.employer.uscc), ("union", &open.union.uscc)] {
        identity::check_uscc(code).map_err(|_| {
            Refusal::new("CHK-USCC", "chk-uscc", &[])
                .with_message("party", format!("neg-side-{}", if party == "union" { "worker" } else { party }))
                .with("found", code)
        })?;
    }
    headcount(open)?;
    let wider = coverage::opened(open)?;
    let proof = match &open.parent {
        Some(parent) => self::parent(rules, now, parent)?,
        None => None,
    };
    let datasets = facts.datasets.unwrap_or_else(|| data.hashes());
    let mut events = vec![Event::CaseOpened(Box::new(CaseOpened { at: now, datasets, opened: (**open).clone() }))];
    events.extend(wider);
    let noted = proof.into_iter().chain(chair(open));
    events.extend(noted.map(|finding| Event::CheckNoted(CheckNoted { finding })));
    Ok(events)
}

/// TUL 10, ZJ-TU 7: near relatives of those who head an enterprise don't belong into its union's committee. Whether an
/// election is void is for the higher union, so this is worth a look and stops nothing; a union from outside that guides
/// the workers has no such committee.
fn chair(open: &OpenCase) -> Option<Finding> {
    let concerned = open.union.relative && !open.union.guiding;
    concerned.then(|| Finding::new("CHK-CHAIR-RELATIVE", Outcome::Amber, &["TUL 10", "ZJ-TU 7"]))
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

/// ZJ-CC 2, HZ 2, NB 2: rules hold where their text says, those of a city for all employers of the city and for nobody
/// else. A region of which no table knows anything is left alone.
fn governed(data: &DataSets, open: &OpenCase) -> Result<(), Refusal> {
    let Some(region) = data.regions.around(&open.region).filter(|region| region.profile != open.profile) else {
        return Ok(());
    };
    // The text that holds and was passed over, or the one that was taken and doesn't hold.
    let decisive = match (region.profile, open.profile) {
        (Profile::Hz | Profile::Nb, _) | (Profile::Zj, Profile::Cn) => region.profile,
        (Profile::Cn | Profile::Zj, chosen) => chosen,
    };
    let articles: &[&str] = match decisive {
        Profile::Cn => &[],
        Profile::Zj => &["ZJ-CC 2"],
        Profile::Hz => &["HZ 2"],
        Profile::Nb => &["NB 2"],
    };
    Err(Refusal::new("RULES-REGION", "rules-region", articles)
        .with("code", &open.region)
        .with("region", &region.name)
        .with_message("found", rules_key(open.profile))
        .with_message("required", rules_key(region.profile)))
}

/// Key of the name of a profile's rules.
const fn rules_key(profile: Profile) -> &'static str {
    match profile {
        Profile::Cn => "neg-rules-cn",
        Profile::Zj => "neg-rules-zj",
        Profile::Hz => "neg-rules-hz",
        Profile::Nb => "neg-rules-nb",
    }
}

/// Where there is a union it opens for the workers; where there is none, the one whom they elected or the union that
/// guides them (ZJ-CC 8).
fn opener(open: &OpenCase, actor: &Actor) -> Result<(), Refusal> {
    match (open.union.lets_open(actor.capacity), open.union.guiding) {
        (true, _) => Ok(()),
        (false, true) => Err(lists::no_union("open_case", actor.capacity)),
        (false, false) => Err(table::wrong_actor("open_case", actor)),
    }
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
