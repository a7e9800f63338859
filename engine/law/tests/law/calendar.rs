//! The notices of 2025 and 2026, unknown years, and imports that do not hold together.

use jiff::civil::{Date, date};

use law::calendar::*;
use law::dataset::DataSets;

fn calendar() -> Calendar {
    Calendar::clone(&DataSets::builtin().unwrap().calendar)
}

fn message(error: &ImportError) -> String {
    messages::Catalogue::new(&[law::MESSAGES]).unwrap().say(&error.said())
}

// 国办发明电〔2025〕7号
#[test]
fn the_days_of_2026_are_those_of_the_notice() {
    let calendar = calendar();
    let kind = |month, day| calendar.kind(date(2026, month, day)).unwrap();
    assert_eq!(kind(1, 1), DayKind::Holiday("元旦"));
    assert_eq!(kind(1, 4), DayKind::MakeUpDay("元旦"));
    assert_eq!(kind(2, 14), DayKind::MakeUpDay("春节"));
    assert_eq!(kind(2, 15), DayKind::Holiday("春节"));
    assert_eq!(kind(2, 23), DayKind::Holiday("春节"));
    assert_eq!(kind(2, 24), DayKind::Workday);
    assert_eq!(kind(2, 28), DayKind::MakeUpDay("春节"));
    assert_eq!(kind(3, 1), DayKind::Weekend);
    assert_eq!(kind(10, 10), DayKind::MakeUpDay("国庆节"));
}

// Working days a year: 365 days less weekends and holidays, make-up days added.
#[test]
fn each_year_has_as_many_working_days_as_its_notice_leaves() {
    let calendar = calendar();
    for (year, working) in [(2025, 248), (2026, 248)] {
        let days = std::iter::successors(Some(date(year, 1, 1)), |day| day.tomorrow().ok());
        let days = days.take_while(|day| day.year() == year);
        assert_eq!(days.filter(|day| calendar.is_working(*day)).count(), working, "{year}");
    }
}

// HOL 2: 13 days since 2025
#[test]
fn thirteen_days_a_year_are_public_holidays_and_the_rest_of_a_long_weekend_is_not() {
    let calendar = calendar();
    for year in calendar.years() {
        let count: usize = year.statutory.iter().flatten().map(|holiday| holiday.dates.len()).sum();
        assert_eq!(count, 13, "{}", year.year);
    }
    assert_eq!(calendar.statutory(date(2026, 2, 16)), StatutoryDay::Named("春节"));
    assert_eq!(calendar.statutory(date(2026, 2, 20)), StatutoryDay::Ordinary);
    assert_eq!(calendar.statutory(date(2026, 5, 3)), StatutoryDay::Ordinary);
    assert_eq!(calendar.statutory(date(2027, 1, 1)), StatutoryDay::NoData);
}

#[test]
fn a_kind_of_day_says_whether_people_work_on_it() {
    let calendar = calendar();
    for start in [date(2025, 1, 1), date(2026, 1, 1)] {
        for day in start.series(jiff::Span::new().days(1)).take(365) {
            assert_eq!(calendar.kind(day).unwrap().is_working(), calendar.is_working(day), "{day}");
        }
    }
}

#[test]
fn an_unknown_year_has_no_kinds_and_counts_plain_weekdays() {
    let calendar = calendar();
    assert_eq!(calendar.kind(date(2027, 1, 1)), None);
    assert!(calendar.is_working(date(2027, 1, 1)), "a Friday");
    assert!(!calendar.is_working(date(2027, 1, 2)), "a Saturday");
    assert!(!calendar.knows(2024));
}

#[test]
fn a_notice_reaches_into_december_of_the_year_before() {
    let notice = r#"{"year":2027,"notice":"（演示用虚构通知）","off":[{"name":"元旦","from":"2026-12-31","to":"2027-01-02"}],"make_up":[]}"#;
    let calendar = calendar().with_year(import(notice.as_bytes()).unwrap()).unwrap();
    assert_eq!(calendar.kind(date(2026, 12, 31)), Some(DayKind::Holiday("元旦")));
    assert_eq!(calendar.kind(date(2027, 1, 2)), Some(DayKind::Holiday("元旦")));
    assert_eq!(calendar.kind(date(2027, 1, 4)), Some(DayKind::Workday));
}

const PUBLIC: &str = r#"{"$schema":"s","$id":"i","year":2026,"papers":["https://example.org/notice"],"days":[
    {"name":"元旦","date":"2026-01-01","isOffDay":true},
    {"name":"元旦","date":"2026-01-03","isOffDay":true},
    {"name":"元旦","date":"2026-01-02","isOffDay":true},
    {"name":"元旦","date":"2026-01-04","isOffDay":false}]}"#;

#[test]
fn the_public_list_of_days_is_imported_as_runs() {
    let year = import(PUBLIC.as_bytes()).unwrap();
    assert_eq!(year.off, [Off { from: date(2026, 1, 1), name: "元旦".to_owned(), to: date(2026, 1, 3) }]);
    assert_eq!(year.make_up, [MakeUp { date: date(2026, 1, 4), name: "元旦".to_owned() }]);
    assert_eq!(year.url.as_deref(), Some("https://example.org/notice"));
    assert_eq!(year.statutory, None);
}

#[test]
fn days_of_one_holiday_that_do_not_touch_and_touching_days_of_two_are_runs_of_their_own() {
    let days = [("元旦", "01-01"), ("元旦", "01-02"), ("元旦", "01-04"), ("春节", "01-05"), ("春节", "01-06")];
    let days = days.map(|(name, day)| format!(r#"{{"name":"{name}","date":"2026-{day}","isOffDay":true}}"#));
    let list = format!(r#"{{"year":2026,"papers":["n"],"days":[{}]}}"#, days.join(","));
    let runs: Vec<(String, Date, Date)> =
        import(list.as_bytes()).unwrap().off.into_iter().map(|off| (off.name, off.from, off.to)).collect();
    let run = |name: &str, from, to| (name.to_owned(), date(2026, 1, from), date(2026, 1, to));
    assert_eq!(runs, [run("元旦", 1, 2), run("元旦", 4, 4), run("春节", 5, 6)]);
}

// A run of fifteen days is the longest; days reach fifteen days beyond their year at most.
#[test]
fn runs_and_days_are_taken_up_to_their_bounds() {
    let own = |from: &str, to: &str| {
        let text =
            format!(r#"{{"year":2026,"notice":"n","off":[{{"name":"a","from":"{from}","to":"{to}"}}],"make_up":[]}}"#);
        import(text.as_bytes()).map(|_| ()).map_err(|error| error.place)
    };
    assert_eq!(own("2026-03-01", "2026-03-15"), Ok(()));
    assert_eq!(own("2026-03-01", "2026-03-16"), Err("off[0].to".to_owned()));
    assert_eq!(own("2025-12-17", "2025-12-17"), Ok(()));
    assert_eq!(own("2025-12-16", "2025-12-16"), Err("off[0].from".to_owned()));
    assert_eq!(own("2027-01-15", "2027-01-15"), Ok(()));
    assert_eq!(own("2027-01-16", "2027-01-16"), Err("off[0].from".to_owned()));
}

// HOL 2: a public holiday of the year is a day off of that year.
#[test]
fn a_public_holiday_is_a_day_off_of_its_own_year() {
    let own = |holiday: &str| {
        let text = format!(
            r#"{{"year":2026,"notice":"n","off":[{{"name":"a","from":"2025-12-31","to":"2026-01-03"}}],"make_up":[],
            "statutory":[{{"name":"a","dates":["{holiday}"]}}]}}"#
        );
        import(text.as_bytes()).map(|_| ()).map_err(|error| error.place)
    };
    assert_eq!(own("2026-01-01"), Ok(()));
    for wrong in ["2026-01-05", "2025-12-31"] {
        assert_eq!(own(wrong), Err("statutory[0].dates[0]".to_owned()), "{wrong}");
    }
}

#[test]
fn imports_that_do_not_hold_together_are_refused_with_their_place() {
    let own = |off: &str, make_up: &str| format!(r#"{{"year":2026,"notice":"n","off":[{off}],"make_up":[{make_up}]}}"#);
    let run = |from: &str, to: &str| format!(r#"{{"name":"a","from":"{from}","to":"{to}"}}"#);
    let day = |date: &str| format!(r#"{{"name":"a","date":"{date}"}}"#);
    for (text, place) in [
        (own(&run("2026-02-30", "2026-03-01"), ""), "off[0].from"),
        (own(&run("2026-03-02", "2026-03-01"), ""), "off[0].to"),
        (own(&run("2025-03-02", "2025-03-03"), ""), "off[0].from"),
        (own(&run("2026-03-01", "2026-03-31"), ""), "off[0].to"),
        (own(&[run("2026-03-01", "2026-03-03"), run("2026-03-03", "2026-03-04")].join(","), ""), "off[1].from"),
        (own("", &day("2026-03-02")), "make_up[0].date"),
        (own(&run("2026-03-01", "2026-03-03"), &day("2026-03-01")), "make_up[0].date"),
        (own("", &[day("2026-03-01"), day("2026-03-01")].join(",")), "make_up[1].date"),
        (PUBLIC.replace("2026-01-02", "2026-01-03"), "days"),
        (PUBLIC.replace("isOffDay\":false", "isOffDay\":\"no\""), "days[3].isOffDay"),
        (PUBLIC.replace("\"papers\"", "\"paper\""), "paper"),
        (r#"{"year":26,"notice":"n","off":[],"make_up":[]}"#.to_owned(), "year"),
        (r#"{"year":2026,"notice":" ","off":[],"make_up":[]}"#.to_owned(), "notice"),
    ] {
        let error = import(text.as_bytes()).unwrap_err();
        assert!(error.place.starts_with(place), "{text}: {}", error.place);
        assert!(!message(&error).contains('〔'), "{}", message(&error));
    }
    assert!(message(&import(b"[1,").unwrap_err()).contains("无法读取"));
}

#[test]
fn a_year_may_stand_in_a_calendar_only_once() {
    let year = calendar().year(2026).unwrap().clone();
    assert_eq!(Calendar::new(vec![year.clone(), year]).unwrap_err().place, "rows[1].year");
}
