//! Random sequences of every profile, replayed and verified.

use law::rules::Profile;
use model::random::run;

#[test]
fn twenty_thousand_random_commands_of_each_profile_break_nothing() {
    for profile in Profile::ALL {
        let tally = run(profile, 20_260_105, 20_000).unwrap_or_else(|fault| panic!("{profile}: {fault}"));
        println!("{profile}: {tally:?}");
        assert_eq!(tally.commands, 20_000);
        assert!(tally.in_force * 8 > tally.cases, "{profile}: too few cases come into force: {tally:?}");
        assert!(tally.accepted * 5 > tally.commands, "{profile}: too few commands are accepted: {tally:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_run_and_another_seed_another() {
    let tally = |seed| run(Profile::Zj, seed, 1_000).unwrap();
    assert_eq!(tally(7), tally(7));
    assert_ne!(tally(7), tally(8));
}
