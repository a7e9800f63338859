//! Random sequences of every profile, replayed and verified.

use std::sync::LazyLock;

use law::rules::Profile;
use model::random::{Tally, run};

/// Twenty thousand commands of each profile, given once.
static TALLIES: LazyLock<Vec<(Profile, Tally)>> = LazyLock::new(|| {
    let tally = |profile| run(profile, 20_260_105, 20_000).unwrap_or_else(|fault| panic!("{profile}: {fault}"));
    std::thread::scope(|scope| {
        let running = Profile::ALL.map(|profile| (profile, scope.spawn(move || tally(profile))));
        running.into_iter().map(|(profile, running)| (profile, running.join().unwrap())).collect()
    })
});

#[test]
fn twenty_thousand_random_commands_of_each_profile_break_nothing() {
    for (profile, tally) in TALLIES.iter() {
        println!("{profile}: {tally:?}");
        assert_eq!(tally.commands, 20_000);
        assert!(tally.in_force * 8 > tally.cases, "{profile}: too few cases come into force: {tally:?}");
        assert!(tally.accepted * 5 > tally.commands, "{profile}: too few commands are accepted: {tally:?}");
    }
}

#[test]
fn random_cases_begin_in_every_way_and_some_of_each_come_through() {
    for (profile, tally) in TALLIES.iter() {
        let began: Vec<&str> = tally.began.keys().copied().collect();
        assert_eq!(
            began,
            [
                "above_scale",
                "amendment",
                "enterprise",
                "floor",
                "no_union",
                "platform",
                "region",
                "renewal",
                "rescission",
                "sector"
            ],
            "{profile}"
        );
        assert_eq!(tally.began.values().map(|(cases, _)| cases).sum::<u64>(), tally.cases, "{profile}");
    }
    for name in
        ["above_scale", "amendment", "floor", "no_union", "platform", "region", "renewal", "rescission", "sector"]
    {
        let through: u64 = TALLIES.iter().map(|(_, tally)| tally.began[name].1).sum();
        assert!(through > 0, "no case that begins as {name} comes through");
    }
}

/// The bundle of a case has what its documents were made from and with: it verifies only then.
#[test]
fn random_cases_have_documents_and_lists_of_employers() {
    for (profile, tally) in TALLIES.iter() {
        for name in ["record_document", "add_coverage", "confirm_coverage", "withdraw_coverage"] {
            assert!(tally.accepted_by_name.contains_key(name), "{profile}: {name} was never accepted");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_run_and_another_seed_another() {
    let tally = |seed| run(Profile::Zj, seed, 1_000).unwrap();
    assert_eq!(tally(7), tally(7));
    assert_ne!(tally(7), tally(8));
}
