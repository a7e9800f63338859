//! Size, quorum and majority of a workers' congress.

use law::congress::*;
use law::rules::{Half, Profile, Rules};

// ZJ-DM 10
#[test]
fn a_congress_has_the_size_that_the_number_of_workers_asks_for() {
    for (workers, delegates) in [
        (0, 30),
        (60, 30),
        (99, 30),
        (100, 40),
        (199, 40),
        (200, 47),
        (550, 68),
        (999, 96),
        (1000, 100),
        (2000, 120),
        (4999, 160),
        (5000, 200),
        (u32::MAX, 200),
    ] {
        assert_eq!(min_delegates(workers).min_delegates, delegates, "{workers}");
    }
    assert!(min_delegates(99).all_staff_allowed);
    assert!(!min_delegates(100).all_staff_allowed);
}

// CC22 36, ZJ-CC 24(2), ZJ-DM 15(3)
#[test]
fn two_thirds_of_all_delegates_are_a_quorum_and_one_less_is_none() {
    let rules = Rules::builtin(Profile::Zj).unwrap();
    for (total, needed) in [(30, 20), (31, 21), (32, 22), (47, 32), (1, 1)] {
        assert_eq!(quorum_needed(TWO_THIRDS, total), needed);
        assert!(has_quorum(&rules.congress, needed, total));
        assert!(!has_quorum(&rules.congress, needed - 1, total));
    }
    assert!(!has_quorum(&rules.congress, 0, 0), "nobody is no quorum");
    assert!(!has_quorum(&rules.congress, 31, 30), "more than all cannot be present");
}

// ZJ-CC 24(2): 过半数; CC22 36: 半数以上; CIV 1259: 以上 includes the number
#[test]
fn exactly_half_carries_under_the_national_rule_and_fails_in_zhejiang() {
    let (national, zhejiang) = (Rules::builtin(Profile::Cn).unwrap(), Rules::builtin(Profile::Zj).unwrap());
    assert!(has_majority(&national.congress, 20, 40));
    assert!(!has_majority(&zhejiang.congress, 20, 40));
    assert!(has_majority(&zhejiang.congress, 21, 40));
    assert!(!has_majority(&national.congress, 19, 40));
    assert_eq!(majority_needed(Half::Inclusive, 41), 21);
    assert_eq!(majority_needed(Half::Strict, 41), 21);
    assert_eq!(majority_needed(Half::Strict, 40), 21);
    assert!(!has_majority(&national.congress, 0, 0));
}
