//! Instants in Beijing time, to the millisecond.
//!
//! The law counts days of Beijing. 24:00 of a day is 00:00 of the next, and an act is in time while its instant is
//! before that.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, civil::Date};
use messages::Said;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

const MS_PER_MINUTE: i64 = 60_000;
const MS_PER_HOUR: i64 = 60 * MS_PER_MINUTE;
const MS_PER_DAY: i64 = 24 * MS_PER_HOUR;
const BEIJING_MS: i64 = 8 * MS_PER_HOUR;
const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// An instant: milliseconds since 1970-01-01 00:00 UTC. Written and read as `2026-03-18T09:30:00.000+08:00`.
///
/// Instants whose Beijing year is outside 0–9999 have no text form; the boundary refuses them long before
/// ([`crate::input`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// The instant so many milliseconds after 1970-01-01 00:00 UTC.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01 00:00 UTC.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The day in Beijing on which this instant falls; saturates at the ends of the calendar.
    #[must_use]
    pub fn date(self) -> Date {
        let days = self.0.saturating_add(BEIJING_MS).div_euclid(MS_PER_DAY);
        let end = if days < 0 { Date::MIN } else { Date::MAX };
        days.checked_mul(24).and_then(|hours| EPOCH.checked_add(SignedDuration::from_hours(hours)).ok()).unwrap_or(end)
    }

    /// 00:00 Beijing time of a day.
    #[must_use]
    pub fn start_of(day: Date) -> Self {
        Self(day.duration_since(EPOCH).as_hours() * MS_PER_HOUR - BEIJING_MS)
    }

    /// 24:00 Beijing time of a day, which is 00:00 of the next. An act is in time while its instant is *before* this.
    #[must_use]
    pub fn end_of(day: Date) -> Self {
        Self(Self::start_of(day).0 + MS_PER_DAY)
    }

    /// A time of day in Beijing. 24:00 is 00:00 of the next day; larger numbers carry on from there.
    #[must_use]
    pub fn at(day: Date, hour: u8, minute: u8) -> Self {
        Self(Self::start_of(day).0 + i64::from(hour) * MS_PER_HOUR + i64::from(minute) * MS_PER_MINUTE)
    }

    /// So many milliseconds later (earlier where negative).
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this instant; negative where `earlier` is in fact later.
    #[must_use]
    pub const fn millis_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Whether an act at this instant meets a period whose last day is `due` (CIV 203(2): until 24:00).
    #[must_use]
    pub fn is_within(self, due: Date) -> bool {
        self < Self::end_of(due)
    }

    /// Hour and minute in Beijing, 0–23 and 0–59.
    #[must_use]
    pub fn clock(self) -> (u8, u8) {
        let of_day = (self.0.saturating_add(BEIJING_MS)).rem_euclid(MS_PER_DAY);
        let hour = of_day / MS_PER_HOUR;
        let minute = of_day % MS_PER_HOUR / MS_PER_MINUTE;
        (u8::try_from(hour).unwrap_or(0), u8::try_from(minute).unwrap_or(0))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.date();
        let of_day = self.0.saturating_add(BEIJING_MS).rem_euclid(MS_PER_DAY);
        let (hour, minute) = self.clock();
        let (second, milli) = (of_day % MS_PER_MINUTE / 1000, of_day % 1000);
        let (year, month, day) = (day.year(), day.month(), day.day());
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}+08:00")
    }
}

/// A text that is no instant: what was found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected an instant such as 2026-03-18T09:30:00.000+08:00, found {found:?}")]
pub struct MomentError {
    /// The text as given.
    pub found: String,
}

impl MomentError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        Said::new("law-moment-form").arg("found", &self.found)
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    /// Reads RFC 3339 with the offset +08:00; seconds and a fraction of one to three digits may be left out.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| MomentError { found: text.to_owned() })
    }
}

fn parse(text: &str) -> Option<Moment> {
    let text = text.strip_suffix("+08:00")?;
    let (day, clock) = text.split_once('T')?;
    let day = crate::input::date(day)?;
    let (clock, fraction) = clock.split_once('.').map_or((clock, None), |(clock, fraction)| (clock, Some(fraction)));
    let mut parts = clock.split(':');
    let hour = two_digits(parts.next()?, 23)?;
    let minute = two_digits(parts.next()?, 59)?;
    let second = parts.next().map(|part| two_digits(part, 59));
    let second = match (second, fraction) {
        (Some(second), _) => second?,
        (None, None) => 0,
        (None, Some(_)) => return None,
    };
    if parts.next().is_some() {
        return None;
    }
    let milli = fraction.map_or(Some(0), fraction_millis)?;
    let start = Moment::start_of(day).0;
    Some(Moment(start + hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * 1000 + milli))
}

fn two_digits(text: &str, max: i64) -> Option<i64> {
    let good = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|value| good && *value <= max)
}

fn fraction_millis(text: &str) -> Option<i64> {
    let good = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let value: i64 = text.parse().ok().filter(|_| good)?;
    Some(value * [100, 10, 1].get(text.len() - 1)?)
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Moment;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an instant such as 2026-03-18T09:30:00.000+08:00")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Moment, E> {
                text.parse().map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
