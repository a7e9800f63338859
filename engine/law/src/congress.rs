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

/// A fifth: the most managers of the middle level and above among delegates (ZJ-DM 11, 18).
pub const A_FIFTH: Fraction = Fraction { denominator: 5, numerator: 1 };

/// Most managers of the middle level and above among so many delegates (ZJ-DM 11, 18).
#[must_use]
pub fn most_managers(delegates: u32) -> u32 {
    A_FIFTH.floor_of(delegates)
}

/// Fewest delegates of a group whose share among them is no smaller than among the workers (ZJ-DM 11).
#[must_use]
pub fn fewest_of_group(delegates: u32, group: u32, workers: u32) -> u32 {
    let product = u64::from(delegates) * u64::from(group);
    u32::try_from(product.div_ceil(u64::from(workers).max(1))).unwrap_or(u32::MAX)
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
