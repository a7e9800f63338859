//! One table of the checks that may be cited as rule ids, and what a failure of each means under each profile.

use law::checks::*;
use law::citation::Citation;
use law::deadline::DeadlineRule;
use law::rules::{Profile, Rules};

#[test]
fn every_check_reads_back_from_its_id() {
    for check in Check::ALL {
        assert_eq!(check.id().parse(), Ok(*check));
        assert_eq!(serde_json::from_str::<Check>(&serde_json::to_string(check).unwrap()).unwrap(), *check);
    }
    assert!("CHK-NOTHING".parse::<Check>().is_err());
}

// Twelve checks are about time; each is behind at least one rule.
#[test]
fn every_check_about_time_has_its_rule() {
    let found: std::collections::BTreeSet<Check> = DeadlineRule::ALL.into_iter().filter_map(Check::of).collect();
    let timed = [
        Check::ReplyDue,
        Check::Disclose7d,
        Check::Suspend60d,
        Check::Draft15wd,
        Check::Resubmit5wd,
        Check::File,
        Check::Review15d,
        Check::Publish5wd,
        Check::RescindFile5wd,
        Check::RenewWindow,
        Check::Opinion15wd,
        Check::AnnualReport,
    ];
    assert_eq!(found, timed.into_iter().collect());
    for rule in DeadlineRule::ALL.into_iter().filter(|rule| Check::of(*rule).is_none()) {
        assert!(["vacancy_fill", "announce_reps", "coordinate", "total"].contains(&rule.key()), "{}", rule.key());
    }
}

#[test]
fn only_zhejiang_refuses_a_contract_that_lacks_an_item_and_records_a_term_out_of_range() {
    assert_eq!(Check::WageItems.on_fail(Profile::Cn), OnFail::Amber);
    assert_eq!(Check::WageItems.on_fail(Profile::Nb), OnFail::Refuse);
    assert_eq!(Check::Term13y.on_fail(Profile::Cn), OnFail::Amber);
    assert_eq!(Check::Term13y.on_fail(Profile::Zj), OnFail::Breach);
}

/// What the rules of a profile have of a check that not every text knows; nothing where the rules hold no word of it.
fn in_the_rules(check: Check, rules: &Rules) -> Option<bool> {
    let mut dated = DeadlineRule::ALL.into_iter().filter(|rule| Check::of(*rule) == Some(check)).peekable();
    if dated.peek().is_some() {
        return Some(dated.any(|rule| rule.period(rules).is_ok()));
    }
    let others = [
        (Check::RepScale5, rules.reps.min_above_scale.is_some()),
        (Check::SecretBallot, rules.congress.secret),
        (Check::UnionCopy, Citation::new("ZJ-CC 35").unwrap().applies(rules.profile)),
    ];
    others.into_iter().find(|(other, _)| *other == check).map(|(_, there_is)| there_is)
}

#[test]
fn a_check_applies_where_the_rules_of_the_place_have_what_it_checks() {
    for profile in Profile::ALL {
        let rules = Rules::builtin(profile).unwrap();
        for check in Check::ALL {
            let there_is = in_the_rules(*check, &rules).unwrap_or(true);
            assert_eq!(check.applies(profile), there_is, "{check} under {profile}");
        }
    }
}

// ZJ-CC 10(1), 24, 33, 35, 37, ZJ-DM 15(3), 29(3), ZJ-TULS 22: nine checks that the national texts don't know.
#[test]
fn nine_checks_are_zhejiangs_own() {
    let own: Vec<&str> =
        Check::ALL.iter().filter(|check| !check.applies(Profile::Cn)).map(|check| check.id()).collect();
    let named = [
        "CHK-REP-SCALE5",
        "CHK-SUSPEND-60D",
        "CHK-DRAFT-15WD",
        "CHK-SECRET-BALLOT",
        "CHK-RESUBMIT-5WD",
        "CHK-UNION-COPY",
        "CHK-ANNUAL-REPORT",
        "CHK-RESCIND-FILE-5WD",
        "CHK-OPINION-15WD",
    ];
    assert_eq!(own, named);
    for profile in [Profile::Zj, Profile::Hz, Profile::Nb] {
        assert!(Check::ALL.iter().all(|check| check.applies(profile)), "{profile}");
    }
}
