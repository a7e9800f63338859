//! Size, quorum and majority of a workers' congress.

use crate::rules::{Congress, Fraction, Half};

/// How many delegates a congress needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CongressSize {
    /// Whether an all-staff meeting may be held instead (fewer than 100 workers, ZJ-DM 7(2)).
    pub all_staff_allowed: bool,
    /// Fewest delegates.
    pub min_delegates: u32,
}

/// Fewest delegates by number of workers (ZJ-DM 10). The text leaves 100 and 1000 workers open; here they count as the
/// start of the higher band.
#[must_use]
pub fn min_delegates(workers: u32) -> CongressSize {
    let min_delegates = match workers {
        0..100 => 30,
        100..1000 => 40 + 7 * ((workers - 100) / 100),
        1000..5000 => 100 + 20 * ((workers - 1000) / 1000),
        5000.. => 200,
    };
    CongressSize { all_staff_allowed: workers < 100, min_delegates }
}

/// Two thirds of everybody, the quorum of every profile (CC22 36, ZJ-CC 24(2)).
pub const TWO_THIRDS: Fraction = Fraction { denominator: 3, numerator: 2 };

/// Whether enough of all delegates (or of all workers) are present.
#[must_use]
pub fn has_quorum(rules: &Congress, present: u32, total: u32) -> bool {
    total > 0 && present <= total && rules.quorum.is_reached(present, total)
}

/// Whether enough of **all** delegates (or of all workers) voted yes; those absent count as not having done so.
#[must_use]
pub fn has_majority(rules: &Congress, yes: u32, total: u32) -> bool {
    yes <= total && rules.pass.is_reached(yes, total)
}

/// Fewest people that must be present of `total`.
#[must_use]
pub fn quorum_needed(quorum: Fraction, total: u32) -> u32 {
    let product = u64::from(total) * u64::from(quorum.numerator);
    u32::try_from(product.div_ceil(u64::from(quorum.denominator).max(1))).unwrap_or(u32::MAX)
}

/// Fewest yes votes that carry a motion among `total`.
#[must_use]
pub fn majority_needed(half: Half, total: u32) -> u32 {
    match half {
        Half::Inclusive => total.div_ceil(2),
        Half::Strict => total / 2 + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Profile, Rules};

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
}
