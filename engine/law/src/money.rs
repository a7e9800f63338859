//! Money in fen (分) and rates in basis points (万分之一), without fractions of either.

mod uppercase;

use std::fmt;
use std::str::FromStr;

use messages::Said;
use serde::{Deserialize, Serialize};

/// Largest amount and rate that a record may carry, either side of zero: 10^15 (ten trillion yuan in fen).
pub const LIMIT: i64 = 1_000_000_000_000_000;

/// An amount in fen, a hundredth of a yuan. Shown as yuan with two decimals and grouped: `2,490.00`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fen(pub i64);

/// A rate in hundredths of a percent. Shown as a percentage without needless zeros: `3.5%`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BasisPoints(pub i64);

impl Fen {
    /// Whole yuan as fen; saturates far beyond [`LIMIT`].
    #[must_use]
    pub const fn from_yuan(yuan: i64) -> Self {
        Self(yuan.saturating_mul(100))
    }

    /// Whether the amount may stand in a record: at most [`LIMIT`] either side of zero.
    #[must_use]
    pub const fn is_within_limit(self) -> bool {
        self.0.unsigned_abs() <= LIMIT.unsigned_abs()
    }

    /// The amount in Chinese financial numerals (人民币大写), without the word 人民币: `贰仟肆佰玖拾元整`.
    #[must_use]
    pub fn uppercase(self) -> String {
        uppercase::write(self.0)
    }

    /// The amount in yuan without grouping, and without decimals where there are none: `2490`, `2490.50`.
    #[must_use]
    pub fn plain(self) -> String {
        let (sign, yuan, rest) = self.parts();
        if rest == 0 { format!("{sign}{yuan}") } else { format!("{sign}{yuan}.{rest:02}") }
    }

    fn parts(self) -> (&'static str, u64, u64) {
        let abs = self.0.unsigned_abs();
        (if self.0 < 0 { "-" } else { "" }, abs / 100, abs % 100)
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, yuan, rest) = self.parts();
        write!(f, "{sign}{}.{rest:02}", grouped(yuan))
    }
}

impl BasisPoints {
    /// Whether the rate may stand in a record: at most [`LIMIT`] either side of zero.
    #[must_use]
    pub const fn is_within_limit(self) -> bool {
        self.0.unsigned_abs() <= LIMIT.unsigned_abs()
    }

    /// The rise from `before` to `after`, rounded half away from zero; `None` where `before` is not positive.
    #[must_use]
    pub fn rise(before: Fen, after: Fen) -> Option<Self> {
        if before.0 <= 0 {
            return None;
        }
        let (before, difference) = (i128::from(before.0), i128::from(after.0) - i128::from(before.0));
        let twice = difference * 20_000;
        let rounded = (twice + before * twice.signum()) / (2 * before);
        i64::try_from(rounded).ok().map(Self)
    }
}

impl fmt::Display for BasisPoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let abs = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (abs / 100, abs % 100);
        let whole = grouped(whole);
        match rest {
            0 => write!(f, "{sign}{whole}%"),
            tenths if tenths % 10 == 0 => write!(f, "{sign}{whole}.{}%", tenths / 10),
            hundredths => write!(f, "{sign}{whole}.{hundredths:02}%"),
        }
    }
}

fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A text that is no amount or rate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a number with at most two decimals, grouped by three or not at all.
    #[error("expected an amount such as 2490 or 2,490.50, found {found:?}")]
    Form {
        /// The text as given.
        found: String,
    },
    /// Beyond [`LIMIT`].
    #[error("{found:?} is beyond 10^15")]
    Limit {
        /// The text as given.
        found: String,
    },
}

impl MoneyError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Form { found } => Said::new("law-money-form").arg("found", found),
            Self::Limit { found } => Said::new("law-money-limit").arg("found", found),
        }
    }
}

impl FromStr for Fen {
    type Err = MoneyError;

    /// Reads yuan: `2490`, `2,490.5`, `-3.07`. Grouping is by three or absent; at most two decimals.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        hundredths(text).map(Self)
    }
}

impl FromStr for BasisPoints {
    type Err = MoneyError;

    /// Reads a percentage, with or without its sign: `3.5%`, `3.5`, `-0.25%`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        hundredths(text.strip_suffix('%').unwrap_or(text)).map(Self)
    }
}

fn hundredths(text: &str) -> Result<i64, MoneyError> {
    let form = || MoneyError::Form { found: text.to_owned() };
    let limit = || MoneyError::Limit { found: text.to_owned() };
    let (negative, number) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, decimals) = number.split_once('.').map_or((number, ""), |(whole, decimals)| (whole, decimals));
    if number.ends_with('.') || decimals.len() > 2 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return Err(form());
    }
    let whole = ungrouped(whole).ok_or_else(form)?;
    let digits = format!("{whole}{decimals:0<2}");
    let value: i64 = digits.parse().map_err(|_| limit())?;
    let value = if negative { -value } else { value };
    if Fen(value).is_within_limit() { Ok(value) } else { Err(limit()) }
}

fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(first) || (whole.contains(',') && first.len() > 3) {
        return None;
    }
    let mut out = first.to_owned();
    for group in groups {
        if group.len() != 3 || !digits(group) {
            return None;
        }
        out.push_str(group);
    }
    Some(out)
}
