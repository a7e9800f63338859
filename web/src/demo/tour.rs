//! The tour: nine steps of a negotiation, each at the screen of somebody who is just there.

use negotiation::Capacity;

use super::Seed;
use super::people::{DemoPerson, Role, cases_of, role_of};

/// A step: where the case comes from (none for whoever has none, or sees to a region), whose screen, which of its pages.
struct Step {
    at: &'static str,
    seed: Option<&'static str>,
    title: &'static str,
    who: Who,
}

/// Whose screen it is.
enum Who {
    As(Capacity),
    Login(&'static str),
}

const STEPS: [Step; 9] = [
    Step { at: "/home", seed: None, title: "demo-tour-begin", who: Who::Login("demo-new") },
    Step { at: "/days", seed: Some("awaiting"), title: "demo-tour-reply", who: Who::As(Capacity::EmployerChief) },
    Step { at: "", seed: Some("negotiating"), title: "demo-tour-rep", who: Who::As(Capacity::WorkerRep) },
    Step { at: "/board", seed: Some("negotiating"), title: "demo-tour-board", who: Who::As(Capacity::UnionChair) },
    Step { at: "/board", seed: Some("negotiating"), title: "demo-tour-meeting", who: Who::As(Capacity::Recorder) },
    Step { at: "", seed: Some("quorum-missed"), title: "demo-tour-vote", who: Who::As(Capacity::CongressClerk) },
    Step { at: "/queue", seed: None, title: "demo-tour-review", who: Who::Login("demo-review") },
    Step { at: "/key", seed: Some("standard"), title: "demo-tour-effect", who: Who::As(Capacity::UnionChair) },
    Step { at: "/region", seed: None, title: "demo-tour-region", who: Who::Login("demo-fed") },
];

/// The steps as roles to sign in as. A step whose case isn't there is left out.
#[must_use]
pub(super) fn tour(seeds: &[Seed], persons: &[DemoPerson]) -> Vec<Role> {
    STEPS.iter().filter_map(|step| role(step, seeds, persons)).collect()
}

fn role(step: &Step, seeds: &[Seed], persons: &[DemoPerson]) -> Option<Role> {
    let case = match step.seed {
        Some(key) => Some(cases_of(seeds.iter().find(|seed| seed.key == key)?).first().copied()?),
        None => None,
    };
    let is_it = |person: &&DemoPerson| match step.who {
        Who::Login(login) => person.login == login,
        Who::As(capacity) => {
            person.capacities.contains(&capacity) && case.is_none_or(|case| person.cases.contains(&case))
        }
    };
    let path = case.map_or_else(|| step.at.to_owned(), |case| format!("/cases/{case}{}", step.at));
    Some(role_of(persons.iter().find(is_it)?, step.title, path))
}

#[cfg(test)]
mod tests {
    use super::super::{people, scenarios};
    use super::*;

    #[test]
    fn every_step_has_somebody_and_its_words() {
        let seeds = scenarios().unwrap();
        let tour = tour(&seeds, &people::of(&seeds));
        assert_eq!(tour.len(), STEPS.len(), "{tour:?}");
        for step in &tour {
            assert!(crate::catalogue::catalogue().has(step.title), "{}", step.title);
        }
    }
}
