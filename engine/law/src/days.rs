//! Plain civil-day arithmetic. Results saturate at the ends of the calendar that [`Date`] can hold.

use jiff::{SignedDuration, Span, civil::Date};

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// Days since 1970-01-01, which is day 0; negative before.
pub(crate) fn number(day: Date) -> i32 {
    i32::try_from(day.duration_since(EPOCH).as_hours() / 24).unwrap_or(i32::MAX)
}

/// The day with this number.
pub(crate) fn of_number(number: i32) -> Date {
    let end = if number < 0 { Date::MIN } else { Date::MAX };
    EPOCH.checked_add(SignedDuration::from_hours(i64::from(number) * 24)).unwrap_or(end)
}

/// Whether the day with this number is a Saturday or Sunday.
pub(crate) fn is_weekend_number(number: i32) -> bool {
    // Day 0 was a Thursday, the fourth day of its week.
    (i64::from(number) + 3).rem_euclid(7) >= 5
}

/// The day after.
pub(crate) fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

/// The day before.
pub(crate) fn previous(day: Date) -> Date {
    day.yesterday().unwrap_or(Date::MIN)
}

/// `count` days later (earlier where negative).
pub(crate) fn add(day: Date, count: i32) -> Date {
    of_number(number(day).saturating_add(count))
}

/// `count` months later; where that month has no such day, its last day (CIV 202).
pub(crate) fn add_months(day: Date, count: i32) -> Date {
    shift(day, Span::new().try_months(count), count)
}

/// `count` years later; where that month has no such day, its last day (CIV 202).
pub(crate) fn add_years(day: Date, count: i32) -> Date {
    shift(day, Span::new().try_years(count), count)
}

fn shift(day: Date, span: Result<Span, jiff::Error>, sign: i32) -> Date {
    let end = if sign < 0 { Date::MIN } else { Date::MAX };
    span.map_or(end, |span| day.saturating_add(span))
}

/// Saturday or Sunday.
pub(crate) fn is_weekend(day: Date) -> bool {
    is_weekend_number(number(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn numbers_and_days_agree_over_leap_years_and_before_1970() {
        for day in [date(1970, 1, 1), date(1969, 12, 31), date(2000, 2, 29), date(2100, 3, 1), Date::MIN, Date::MAX] {
            assert_eq!(of_number(number(day)), day);
            assert_eq!(is_weekend(day), day.weekday().to_monday_zero_offset() >= 5, "{day}");
        }
        assert_eq!(number(date(1969, 12, 31)), -1);
        assert_eq!(add(date(2026, 2, 28), 1), date(2026, 3, 1));
        assert_eq!(add(Date::MAX, 1), Date::MAX);
        assert_eq!(add(Date::MIN, -1), Date::MIN);
    }

    #[test]
    fn what_lies_beyond_all_days_is_the_first_or_the_last_of_them() {
        let day = date(2026, 3, 2);
        for far in [add_months, add_years] {
            assert_eq!((far(day, i32::MAX), far(day, i32::MIN)), (Date::MAX, Date::MIN));
            assert_eq!((far(day, 200_000), far(day, -200_000)), (Date::MAX, Date::MIN));
        }
        assert_eq!((add_months(day, 0), add_years(day, 0)), (day, day));
        assert_eq!((add_months(day, -1), add_years(day, -1)), (date(2026, 2, 2), date(2025, 3, 2)));
    }
}
