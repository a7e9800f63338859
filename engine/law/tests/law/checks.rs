//! One table of the checks that may be cited as rule ids, and what a failure of each means under each profile.

use law::checks::*;
use law::deadline::DeadlineRule;
use law::rules::Profile;

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
