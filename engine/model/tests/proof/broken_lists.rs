//! The property of delegations can fail, in each of its conditions: laws that register an unlawful list as if it were a
//! lawful one.

use law::dataset::DataSets;
use law::rules::{Profile, Rules};
use law::time::Moment;
use negotiation::command::{DelegationCommand, RegisterReps};
use negotiation::event::Event;
use negotiation::{Actor, Command, Facts, Negotiation, decide};

use model::{Decide, Property, Setting};

use crate::broken::{Decided, SHORT, shows_in};

/// A law that looks at a mended list and registers the one that was given.
macro_rules! blind {
    ($name:ident, |$list:ident| $mend:expr) => {
        fn $name(
            r: &Rules,
            d: &DataSets,
            n: Option<&Negotiation>,
            f: &Facts,
            t: Moment,
            a: &Actor,
            c: &Command,
        ) -> Decided {
            let Command::Delegation(DelegationCommand::RegisterReps(given)) = c else {
                return decide(r, d, n, f, t, a, c);
            };
            let mut mended = given.clone();
            let $list: &mut RegisterReps = &mut mended;
            $mend;
            let mut events = decide(r, d, n, f, t, a, &Command::Delegation(DelegationCommand::RegisterReps(mended)))?;
            for event in &mut events {
                if let Event::RepsRegistered(list) = event {
                    list.members.clone_from(&given.members);
                    list.selection = given.selection.clone();
                }
            }
            Ok(events)
        }
    };
}

/// A law that doesn't see who is in one of the places.
fn renamed(list: &mut RegisterReps, at: usize, id: &str) {
    if let Some(member) = list.members.get_mut(at) {
        member.person.id = id.to_owned();
    }
}

fn side(list: &RegisterReps) -> char {
    list.members[0].person.id.chars().next().unwrap()
}

blind!(outsiders_without_end, |list| list.members[1].external = false);
blind!(nothing_in_writing, |list| for member in &mut list.members {
    member.mandate = Some(mandate());
});
blind!(too_few, |list| while let Some(last) = list.members.last().filter(|_| list.members.len() < 3).cloned() {
    list.members.push(last);
    renamed(list, 2, "x");
});
blind!(too_many, |list| list.members.truncate(3));
blind!(votes_uncounted, |list| list.selection.votes = list.selection.total);
blind!(on_both_sides, |list| {
    let own = format!("{}3", side(list));
    renamed(list, 2, &own);
});

/// Any digest that is one.
fn mandate() -> ledger::Digest {
    ledger::Digest::sha256(b"mandate")
}

#[test]
fn laws_that_register_an_unlawful_list_are_found() {
    let laws: [(Profile, Decide); 9] = [
        // CC22 23: two outsiders of three.
        (Profile::Cn, outsiders_without_end),
        // CC22 20–23, ZJ-CC 10: an outsider or a chief whom nobody sent in writing.
        (Profile::Zj, nothing_in_writing),
        // CC22 19: two; four against three.
        (Profile::Cn, too_few),
        (Profile::Cn, too_many),
        // ZJ-CC 10: four of the employer against three workers. HZ 16, NB 8: eleven.
        (Profile::Zj, too_many),
        (Profile::Hz, too_many),
        (Profile::Nb, too_many),
        // ZJ-CC 10(2): one vote of four.
        (Profile::Zj, votes_uncounted),
        // CC22 24, ZJ-CC 10(5).
        (Profile::Nb, on_both_sides),
    ];
    for (profile, law) in laws {
        let story = shows_in(Setting::new(profile, SHORT).unwrap(), law, Property::Delegations);
        assert!(story.contains("register_reps"), "{profile}: {story}");
    }
}
