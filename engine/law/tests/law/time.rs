//! Instants in Beijing time, to the millisecond.

use jiff::civil::{Date, date};
use law::time::*;

#[test]
fn an_instant_is_written_in_beijing_time_with_milliseconds_and_read_back() {
    let moment = Moment::at(date(2026, 3, 18), 9, 30);
    assert_eq!(moment.to_string(), "2026-03-18T09:30:00.000+08:00");
    assert_eq!(moment.to_string().parse(), Ok(moment));
    assert_eq!(serde_json::to_string(&moment).unwrap(), "\"2026-03-18T09:30:00.000+08:00\"");
    // 09:30 in Beijing is 01:30 UTC.
    assert_eq!(moment.millis(), 1_773_797_400_000);
}

#[test]
fn seconds_and_fractions_may_be_left_out() {
    let full: Moment = "2026-03-18T09:30:00.000+08:00".parse().unwrap();
    for text in ["2026-03-18T09:30+08:00", "2026-03-18T09:30:00+08:00", "2026-03-18T09:30:00.0+08:00"] {
        assert_eq!(text.parse(), Ok(full), "{text}");
    }
    let later: Moment = "2026-03-18T09:30:00.25+08:00".parse().unwrap();
    assert_eq!(later.millis_since(full), 250);
}

#[test]
fn other_offsets_and_impossible_times_are_refused() {
    for text in [
        "2026-03-18T09:30:00Z",
        "2026-03-18T09:30:00+00:00",
        "2026-02-30T09:30:00+08:00",
        "2026-03-18T24:00:00+08:00",
        "2026-03-18T09:60:00+08:00",
        "2026-03-18T9:30:00+08:00",
        "2026-03-18T09:30:00.0000+08:00",
        "2026-03-18T09:30.5+08:00",
        "2026-03-18 09:30:00+08:00",
        "2026-03-18",
        "",
    ] {
        assert!(text.parse::<Moment>().is_err(), "{text}");
    }
}

// CIV 203(2): the last day ends at 24:00.
#[test]
fn the_last_millisecond_of_the_last_day_is_in_time_and_the_next_is_not() {
    let due = date(2026, 3, 16);
    let midnight = Moment::end_of(due);
    assert_eq!(midnight, Moment::start_of(date(2026, 3, 17)));
    assert!(midnight.plus_millis(-1).is_within(due));
    assert!(!midnight.is_within(due));
    assert_eq!(midnight.plus_millis(-1).date(), due);
}

#[test]
fn days_before_1970_have_their_own_date() {
    let moment = Moment::at(date(1969, 12, 31), 7, 59);
    assert_eq!(moment.date(), date(1969, 12, 31));
    assert_eq!(moment.to_string().parse(), Ok(moment));
}

#[test]
fn absurd_milliseconds_saturate_instead_of_failing() {
    assert_eq!(Moment::from_millis(i64::MAX).date(), Date::MAX);
    assert_eq!(Moment::from_millis(i64::MIN).date(), Date::MIN);
}
