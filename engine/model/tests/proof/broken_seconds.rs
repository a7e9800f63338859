//! The property of own acts can fail: laws under which the wrong person confirms a paper or a correction.

use law::dataset::DataSets;
use law::rules::{Profile, Rules};
use law::time::Moment;
use negotiation::{Actor, Capacity, Command, Facts, Negotiation, decide};

use model::{Bounds, Decide, Property, Setting};

use crate::broken::{Decided, SHORT, shows_in};

/// A law that lets somebody confirm whom it would refuse: as if another person of some side did.
macro_rules! lets {
    ($name:ident, $command:literal, $rule:literal, |$who:ident| $whom:expr) => {
        fn $name(
            r: &Rules,
            d: &DataSets,
            n: Option<&Negotiation>,
            f: &Facts,
            t: Moment,
            $who: &Actor,
            c: &Command,
        ) -> Decided {
            let decided = decide(r, d, n, f, t, $who, c);
            let refused = decided.as_ref().is_err_and(|refusal| refusal.rule == $rule);
            if c.name() != $command || !refused || !$whom {
                return decided;
            }
            let others = [$who.capacity, Capacity::UnionOfficer, Capacity::EmployerAgent, Capacity::Recorder];
            let other = |capacity: Capacity| Actor { capacity, id: "another".to_owned(), side: capacity.side() };
            others.into_iter().find_map(|capacity| decide(r, d, n, f, t, &other(capacity), c).ok()).map_or(decided, Ok)
        }
    };
}

lets!(the_same_person, "confirm_paper", "CONFIRM-SAME-PERSON", |a| !a.id.is_empty());
lets!(the_same_person_again, "confirm_correction", "CONFIRM-SAME-PERSON", |a| !a.id.is_empty());
lets!(the_other_side, "confirm_paper", "WHO-confirm", |a| a.capacity == Capacity::UnionChair);
lets!(a_neutral, "confirm_paper", "WHO-confirm", |a| a.capacity == Capacity::Recorder);
lets!(an_instructor, "confirm_paper", "WHO-confirm", |a| a.capacity == Capacity::Instructor);
lets!(an_instructor_again, "confirm_correction", "WHO-confirm", |a| a.capacity == Capacity::Instructor);

#[test]
fn laws_under_which_the_wrong_person_confirms_are_found() {
    let laws: [(Decide, &str); 6] = [
        (the_same_person, "confirm_paper"),
        (the_same_person_again, "confirm_correction"),
        // A paper of the employer that the employer entered.
        (the_other_side, "confirm_paper"),
        (a_neutral, "confirm_paper"),
        // Of neither side, and not one of those who stand in for a side.
        (an_instructor, "confirm_paper"),
        (an_instructor_again, "confirm_correction"),
    ];
    let bounds = Bounds { asides: true, detours: 1, inbox: false, papers: 1, ..SHORT };
    for (law, step) in laws {
        let story = shows_in(Setting::new(Profile::Cn, bounds).unwrap(), law, Property::OwnActs);
        assert!(story.contains(step), "{step} isn't in\n{story}");
    }
}
