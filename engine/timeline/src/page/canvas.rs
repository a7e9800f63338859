//! Where things lie on a chart, in whole units of an SVG canvas that fits a phone one to one.

use negotiation::terms::Unit;

use super::chart::short;
use super::scale::Scale;

/// The canvas is at least this wide: what a phone of 375 px leaves.
pub const WIDTH: i64 = 340;
/// The highest line of the axis.
pub(super) const TOP: i64 = 62;
/// The lowest line of the axis.
const BOTTOM: i64 = 190;
/// The line under which the sessions are named.
pub(super) const BASE: i64 = 218;
/// Whole height.
pub(super) const HEIGHT: i64 = BASE + 42;
/// Room at the right edge.
const EDGE: i64 = 8;
/// From the point where the sides met to its label.
pub const BESIDE_MARK: i64 = 13;

/// Columns for sessions, an axis for amounts.
pub struct Canvas {
    column: i64,
    pub(super) left: i64,
    pub(super) scale: Scale,
    /// Whole width.
    pub width: i64,
}

impl Canvas {
    /// A canvas for these amounts over so many sessions, with room for the label of the point where the sides met.
    #[must_use]
    pub fn over(unit: Unit, amounts: &[i64], sessions: usize, met: &str) -> Self {
        let scale = Scale::over(amounts.iter().copied());
        let widest = |amounts: &mut dyn Iterator<Item = i64>| {
            let widths = amounts.map(|amount| breadth(&short(unit, amount)));
            widths.max().unwrap_or(0)
        };
        let sessions = i64::try_from(sessions).unwrap_or(1).max(1);
        let left = widest(&mut scale.ticks()) + 12;
        let least = (widest(&mut amounts.iter().copied()) + 10).max(54);
        let label = if met.is_empty() { 0 } else { breadth(met) + BESIDE_MARK };
        // The label begins in the middle of the last column; what is left of that column is room for it.
        let right = |column: i64| (label - column / 2).max(0) + EDGE;
        let column = least.max((WIDTH - left - right(least)) / sessions);
        let width = left + sessions * column + right(column);
        Self { column, left, scale, width: width.max(WIDTH) }
    }

    /// The middle of a session's column, counted from 0.
    #[must_use]
    pub fn centre(&self, at: usize) -> i64 {
        self.left + self.column * i64::try_from(at).unwrap_or(0) + self.column / 2
    }

    /// The height at which an amount lies.
    pub(super) fn y(&self, amount: i64) -> i64 {
        self.scale.place(amount, BOTTOM, TOP)
    }
}

/// How broad a text is at the chart's size, roughly: 7 for a digit, 12 for a Chinese character.
#[must_use]
pub fn breadth(text: &str) -> i64 {
    text.chars().map(|c| if c.is_ascii() { 7 } else { 12 }).sum()
}
