//! Boundary trios, month ends, years without a notice, and properties.

use super::*;
use law::time::Moment;

// ZJ-CC 7; CIV 201(1), 203: last day, next day, last day on a holiday
#[test]
fn a_reply_on_the_last_day_is_in_time_and_on_the_next_is_late() {
    let zj = given(Profile::Zj);
    let due = zj.due(DeadlineRule::Reply, d(3, 2));
    assert_eq!(due, d(3, 16));
    assert!(Moment::at(d(3, 16), 23, 59).is_within(due));
    assert!(!Moment::at(d(3, 17), 0, 0).is_within(due));
    // Received on a day off, the next working day is the first.
    assert_eq!(zj.due(DeadlineRule::Reply, d(2, 17)), d(3, 6));
}

// CC22 32, CIV 203(1): the 20th day is a Sunday
#[test]
fn a_last_day_on_a_weekend_moves_to_monday() {
    let cn = given(Profile::Cn);
    let reply = cn.dates(DeadlineRule::Reply, d(3, 2));
    assert_eq!((reply.raw_due, reply.due), (Some(d(3, 22)), d(3, 23)));
    let day_before = cn.dates(DeadlineRule::Reply, d(2, 28));
    assert_eq!((day_before.raw_due, day_before.due), (None, d(3, 20)));
}

// CC22 42, CIV 203(1): a make-up Saturday is no day off, the period ends on it
#[test]
fn a_last_day_on_a_make_up_day_stays() {
    let cn = given(Profile::Cn);
    let file = cn.dates(DeadlineRule::FileOther, d(2, 18));
    assert_eq!((file.raw_due, file.due), (None, d(2, 28)), "Saturday 02-28 is worked");
}

// ZJ-CC 34, CIV 203(1): last day, next day, last day on a holiday
#[test]
fn a_filing_whose_tenth_day_is_a_holiday_is_due_after_it() {
    let zj = given(Profile::Zj);
    let file = zj.dates(DeadlineRule::File, d(9, 21));
    assert_eq!((file.raw_due, file.due, file.amber_due), (Some(d(10, 1)), d(10, 8), Some(d(9, 28))));
    assert!(Moment::at(d(10, 8), 12, 0).is_within(file.due));
    assert!(!Moment::at(d(10, 9), 0, 0).is_within(file.due));
}

// ZJ-CC 24(1), 24(3)
#[test]
fn congress_deadlines_hold_on_their_last_day_only() {
    let zj = given(Profile::Zj);
    for (rule, due) in [(DeadlineRule::ToCongress, d(3, 23)), (DeadlineRule::Resubmit, d(3, 9))] {
        assert_eq!(zj.due(rule, d(3, 2)), due);
        assert!(Moment::end_of(due).plus_millis(-1).is_within(due));
        assert!(!Moment::end_of(due).is_within(due));
    }
}

// CIV 202: the corresponding day, or the month's last
#[test]
fn months_and_years_end_on_the_corresponding_day_or_the_months_last() {
    let count = |anchor, amount, unit, direction| {
        let mut zj = given(Profile::Zj);
        let Rule::Value(value) = &mut zj.rules.reply else { panic!("no period for a reply") };
        (value.amount, value.unit, value.direction, value.roll) = (amount, unit, direction, Roll::Never);
        zj.due(DeadlineRule::Reply, anchor)
    };
    for (anchor, amount, unit, due) in [
        (date(2026, 8, 31), 6, Unit::Month, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, Unit::Month, date(2028, 2, 29)),
        (date(2026, 1, 30), 1, Unit::Month, date(2026, 2, 28)),
        (date(2026, 3, 15), 3, Unit::Month, date(2026, 6, 15)),
        (date(2028, 2, 29), 1, Unit::Year, date(2029, 2, 28)),
        (date(2028, 2, 29), 4, Unit::Year, date(2032, 2, 29)),
    ] {
        assert_eq!(count(anchor, amount, unit, Direction::After), due, "{anchor} {amount} {unit:?}");
    }
    assert_eq!(count(date(2026, 5, 31), 3, Unit::Month, Direction::Before), date(2026, 2, 28));
}

// CIV 203(1) where the next year's days off are not published
#[test]
fn a_date_that_needs_an_unknown_year_is_provisional() {
    let (cn, zj) = (given(Profile::Cn), given(Profile::Zj));
    // The tenth working day lies in January.
    let reply = zj.dates(DeadlineRule::Reply, d(12, 21));
    assert_eq!((reply.due, reply.provisional), (date(2027, 1, 4), true));
    // The unmoved day lies in January.
    let review = cn.dates(DeadlineRule::Review, d(12, 20));
    assert_eq!((review.due, review.provisional), (date(2027, 1, 4), true));
    // The last working days of December are sure.
    assert!(!zj.dates(DeadlineRule::Reply, d(12, 17)).provisional);
    assert_eq!(zj.due(DeadlineRule::Reply, d(12, 17)), d(12, 31));
    // Back from a meeting in January: the count begins in the unknown year.
    let hz = given(Profile::Hz);
    assert!(hz.dates(DeadlineRule::Disclose(Item::Data), date(2027, 1, 6)).provisional);
    // A date of the year before the first notice.
    assert!(zj.dates(DeadlineRule::Reply, date(2024, 12, 20)).provisional);
    assert!(deemed_effect(&zj.rules, &zj.calendar, d(12, 20)).unwrap().provisional);
    // Coordination is due in December; only its extension reaches January, and that is said.
    let coordinate = compute(&zj.rules, &zj.calendar, DeadlineRule::Coordinate, d(11, 30)).unwrap();
    assert_eq!((coordinate.due, coordinate.extended_due), (d(12, 30), Some(date(2027, 1, 14))));
    assert!(coordinate.provisional);
    let said: Vec<_> = coordinate.steps.iter().filter(|step| step.said.key == "law-step-provisional").collect();
    assert_eq!(said.iter().map(|step| step.date).collect::<Vec<_>>(), [date(2027, 1, 14)]);
}

// CIV 203(1): once the notice is there, its holidays count
#[test]
fn loading_the_missing_year_makes_a_date_final() {
    let zj = given(Profile::Zj);
    let notice = r#"{"year":2027,"notice":"（演示用虚构通知）","off":[{"name":"元旦","from":"2027-01-01","to":"2027-01-04"}],"make_up":[]}"#;
    let calendar = zj.calendar.with_year(law::calendar::import(notice.as_bytes()).unwrap()).unwrap();
    let dates = dates(&zj.rules, &calendar, DeadlineRule::Reply, d(12, 21)).unwrap();
    assert_eq!((dates.due, dates.provisional), (date(2027, 1, 6), false));
}

#[test]
fn names_of_rules_are_read_with_and_without_an_item() {
    assert_eq!(DeadlineRule::parse("reply", None), Ok(DeadlineRule::Reply));
    assert_eq!(DeadlineRule::parse("disclose", None), Ok(DeadlineRule::Disclose(Item::Agenda)));
    assert_eq!(DeadlineRule::parse("disclose", Some("plan")), Ok(DeadlineRule::Disclose(Item::Plan)));
    for (key, item) in [("replay", None), ("reply", Some("data")), ("disclose", Some("lunch"))] {
        assert!(DeadlineRule::parse(key, item).is_err(), "{key}");
    }
    for rule in DeadlineRule::ALL {
        assert_eq!(rule.to_string().parse(), Ok(rule));
        assert_eq!(serde_json::from_str::<DeadlineRule>(&serde_json::to_string(&rule).unwrap()).unwrap(), rule);
    }
}

proptest::proptest! {
    #[test]
    fn a_later_event_is_never_due_earlier(start in 0_i32..900, later in 0_i32..40, which in 0_usize..21) {
        for profile in Profile::ALL {
            let given = GIVEN.with(|all| all.iter().find(|given| given.rules.profile == profile).cloned()).unwrap();
            let rule = DeadlineRule::ALL[which];
            let anchor = crate::days::add(date(2024, 11, 1), start);
            let due = |anchor| dates(&given.rules, &given.calendar, rule, anchor).map(|dates| dates.due);
            if let (Ok(first), Ok(second)) = (due(anchor), due(crate::days::add(anchor, later))) {
                proptest::prop_assert!(first <= second, "{} {} {}", profile, rule, anchor);
            }
        }
    }

    #[test]
    fn explanation_and_dates_agree_and_the_due_day_is_worked(start in 0_i32..900, which in 0_usize..21) {
        for profile in Profile::ALL {
            let given = GIVEN.with(|all| all.iter().find(|given| given.rules.profile == profile).cloned()).unwrap();
            let rule = DeadlineRule::ALL[which];
            let anchor = crate::days::add(date(2024, 11, 1), start);
            let Ok(dates) = dates(&given.rules, &given.calendar, rule, anchor) else { continue };
            let told = compute(&given.rules, &given.calendar, rule, anchor).unwrap();
            proptest::prop_assert_eq!(told.due, dates.due);
            let stays = dates.kind == Kind::Window || rule == DeadlineRule::AnnualReport;
            proptest::prop_assert!(stays || given.calendar.is_working(dates.due));
            proptest::prop_assert!(dates.amber_due.is_none_or(|amber| amber < dates.due));
            proptest::prop_assert!(told.steps.iter().any(|step| step.said.key == "law-step-provisional") == dates.provisional);
        }
    }
}

thread_local! {
    static GIVEN: Vec<std::rc::Rc<Given>> = Profile::ALL.into_iter().map(|profile| std::rc::Rc::new(given(profile))).collect();
}
