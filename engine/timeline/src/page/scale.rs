//! An axis with round steps, in whole numbers.

/// An axis from `low` to `high`, both multiples of `step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    pub(super) high: i64,
    pub(super) low: i64,
    pub(super) step: i64,
}

impl Scale {
    /// The tightest axis with at most five steps of 1, 2 or 5 times a power of ten that holds all amounts.
    pub(super) fn over(amounts: impl IntoIterator<Item = i64> + Clone) -> Self {
        let low = amounts.clone().into_iter().min().unwrap_or(0);
        let high = amounts.into_iter().max().unwrap_or(0);
        let span = if low == high { (low.abs() / 10).max(2) } else { high - low };
        let step = step_for(span);
        let (low, high) = if low == high { (low - step, high + step) } else { (low, high) };
        Self {
            high: high.div_euclid(step) * step + if high.rem_euclid(step) == 0 { 0 } else { step },
            low: low.div_euclid(step) * step,
            step,
        }
    }

    /// The amounts at which the axis has a line, from the lowest.
    pub(super) fn ticks(self) -> impl Iterator<Item = i64> {
        (0..=(self.high - self.low) / self.step).map(move |at| self.low + at * self.step)
    }

    /// Where an amount lies between two places, `bottom` for the lowest.
    pub(super) fn place(self, amount: i64, bottom: i64, top: i64) -> i64 {
        let part = i128::from(amount - self.low) * i128::from(bottom - top);
        let whole = i128::from(self.high - self.low).max(1);
        bottom - i64::try_from(part / whole).unwrap_or(0)
    }
}

/// The smallest round step of which four cover the span.
fn step_for(span: i64) -> i64 {
    let mut power = 1;
    loop {
        for digit in [1, 2, 5] {
            if digit * power * 4 >= span {
                return digit * power;
            }
        }
        power *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_is_round_and_holds_every_amount() {
        for (amounts, low, high, step) in [
            (vec![300, 750], 200, 800, 200),
            (vec![500], 480, 520, 20),
            (vec![-150, 250], -200, 300, 100),
            (vec![249_000, 260_000], 245_000, 260_000, 5_000),
            (vec![0], -1, 1, 1),
        ] {
            let scale = Scale::over(amounts.iter().copied());
            assert_eq!(scale, Scale { high, low, step }, "{amounts:?}");
        }
    }

    #[test]
    fn the_largest_amounts_that_a_record_may_carry_have_an_axis() {
        let scale = Scale::over([-1_000_000_000_000_000, 1_000_000_000_000_000]);
        assert_eq!(scale.place(1_000_000_000_000_000, 200, 0), 0);
        assert_eq!(scale.place(-1_000_000_000_000_000, 200, 0), 200);
        assert_eq!(scale.ticks().count(), 5);
    }
}
