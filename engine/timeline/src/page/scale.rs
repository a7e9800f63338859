//! An axis with round steps, in whole numbers.

/// An axis from `low` to `high`, both multiples of `step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The highest line.
    pub high: i64,
    /// The lowest line.
    pub low: i64,
    /// From line to line.
    pub step: i64,
}

impl Scale {
    /// The tightest axis with at most five steps of 1, 2 or 5 times a power of ten that holds all amounts.
    #[must_use]
    pub fn over(amounts: impl IntoIterator<Item = i64> + Clone) -> Self {
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
    pub fn ticks(self) -> impl Iterator<Item = i64> {
        (0..=(self.high - self.low) / self.step).map(move |at| self.low + at * self.step)
    }

    /// Where an amount lies between two places, `bottom` for the lowest.
    #[must_use]
    pub fn place(self, amount: i64, bottom: i64, top: i64) -> i64 {
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
