//! Effect, publication, terms, renewal windows and suspensions.

use super::*;
use law::time::Moment;

// LCL 54, ZJ-CC 34, 35, WN9 22(4), 23: received 2026-02-04, across the Spring Festival
#[test]
fn effect_by_silence_starts_after_the_moved_day_and_publication_counts_from_it() {
    let zj = given(Profile::Zj);
    let review = zj.dates(DeadlineRule::Review, d(2, 4));
    assert_eq!((review.raw_due, review.due, review.kind), (Some(d(2, 19)), d(2, 24), Kind::Lapse));
    let effect = deemed_effect(&zj.rules, &zj.calendar, d(2, 4)).unwrap();
    assert_eq!((effect.last_day, effect.effective_on, effect.amber_from), (d(2, 24), d(2, 25), d(2, 20)));
    assert!(!effect.provisional);
    let publish = publish(&zj.rules, &zj.calendar, effect.effective_on, Some(effect.amber_from)).unwrap();
    assert_eq!((publish.due, publish.amber_due), (d(3, 3), Some(d(2, 25))));
}

// WN9 22(2): effect by opinion counts from the later service, both dates from that day
// ZJ-CC 35, WN9 23: told with steps and without, the two days of publication are the same ones.
#[test]
fn the_warning_of_publication_counts_from_its_own_day() {
    let given = given(Profile::Zj);
    for amber_from in [None, Some(d(2, 20))] {
        let dates = publish_dates(&given.rules, &given.calendar, d(2, 25), amber_from).unwrap();
        let told = publish(&given.rules, &given.calendar, d(2, 25), amber_from).unwrap();
        assert_eq!((dates.due, dates.amber_due), (told.due, told.amber_due));
        assert_eq!(dates.amber_due, Some(if amber_from.is_some() { d(2, 25) } else { d(3, 2) }), "{amber_from:?}");
    }
}

#[test]
fn after_an_opinion_both_dates_of_publication_count_from_effect() {
    let zj = given(Profile::Zj);
    let publish = publish_dates(&zj.rules, &zj.calendar, d(3, 18), None).unwrap();
    assert_eq!((publish.due, publish.amber_due), (d(3, 25), Some(d(3, 23))));
    let cn = given(Profile::Cn);
    assert_eq!(cn.due(DeadlineRule::Publish, d(3, 18)), d(3, 23));
}

// CIV 203(2): until 24:00; ZJ-CC 34: 15 days
#[test]
fn an_objection_at_the_last_minute_is_in_time_and_one_at_midnight_is_not() {
    let zj = given(Profile::Zj);
    let last = deemed_effect(&zj.rules, &zj.calendar, d(2, 4)).unwrap().last_day;
    assert!(Moment::at(d(2, 24), 23, 59).is_within(last));
    assert!(!Moment::at(d(2, 25), 0, 0).is_within(last));
}

// CC22 38, ZJ-CC 30(1): a term includes its first day
#[test]
fn a_term_ends_the_day_before_its_anniversary() {
    assert_eq!(term_end(date(2026, 3, 18), 1, 0), date(2027, 3, 17));
    assert_eq!(term_end(date(2026, 3, 18), 3, 0), date(2029, 3, 17));
    assert_eq!(term_end(date(2026, 1, 1), 1, 0), date(2026, 12, 31));
    assert_eq!(term_end(date(2027, 3, 1), 1, 0), date(2028, 2, 29), "a leap day at the end is inside");
    assert_eq!(term_end(date(2028, 2, 29), 1, 0), date(2029, 2, 28), "CIV 202: no such day, the month's last");
    assert_eq!(term_end(date(2026, 8, 31), 0, 6), date(2027, 2, 28));
}

// ZJ-CC 30(3): 90 days; CC22 38: 3 months; WN9 24: 60 days
#[test]
fn renewal_opens_back_from_the_last_day_and_is_due_on_it() {
    let (cn, zj) = (given(Profile::Cn), given(Profile::Zj));
    let expiry = date(2027, 3, 17);
    let renew = zj.dates(DeadlineRule::RenewOpen, expiry);
    assert_eq!((renew.opens, renew.due, renew.amber_due), (Some(d(12, 17)), expiry, Some(date(2027, 1, 16))));
    assert_eq!((renew.kind, renew.provisional, renew.raw_due), (Kind::Window, false, None));
    let renew = cn.dates(DeadlineRule::RenewOpen, expiry);
    assert_eq!((renew.opens, renew.due, renew.amber_due), (Some(d(12, 17)), expiry, Some(date(2027, 1, 16))));
    // CIV 202: February has no 31st.
    assert_eq!(cn.dates(DeadlineRule::RenewOpen, date(2026, 5, 31)).opens, Some(d(2, 28)));
    assert_eq!(cn.dates(DeadlineRule::RenewOpen, date(2028, 5, 31)).opens, Some(date(2028, 2, 29)));
}

// WN9 18: a window that opens 5 days before and lasts until the talks start
#[test]
fn national_disclosure_is_a_window() {
    let cn = given(Profile::Cn);
    for item in [Item::Agenda, Item::RepList, Item::Data] {
        let dates = cn.dates(DeadlineRule::Disclose(item), d(2, 26));
        assert_eq!((dates.opens, dates.due, dates.kind), (Some(d(2, 21)), d(2, 26), Kind::Window));
    }
}

// ZJ-DM 29(3): 60 days; HZ 27: 30 days together
#[test]
fn a_suspension_ends_when_what_is_left_of_its_days_is_used() {
    let (zj, hz) = (given(Profile::Zj), given(Profile::Hz));
    assert_eq!(zj.due(DeadlineRule::Suspend, d(3, 2)), d(5, 6), "raw 05-01");
    let used = suspended_days(Standstill { from: d(3, 2), until: d(3, 12) });
    assert_eq!(used, 10);
    let circumstances = Circumstances { used_days: used, ..Circumstances::default() };
    let left = dates_under(&hz.rules, &hz.calendar, DeadlineRule::Suspend, d(4, 7), &circumstances).unwrap();
    assert_eq!(left.due, d(4, 27));
    let circumstances = Circumstances { used_days: 99, ..Circumstances::default() };
    let none = dates_under(&hz.rules, &hz.calendar, DeadlineRule::Suspend, d(4, 7), &circumstances).unwrap();
    assert_eq!(none.due, d(4, 7), "nothing is left");
}

// CC22 52, ZJ-CC 39(2): thirty days and at most fifteen more; no other period is extended
#[test]
fn a_coordination_is_extended_as_far_as_the_rule_allows() {
    for profile in [Profile::Cn, Profile::Zj, Profile::Hz, Profile::Nb] {
        let given = given(profile);
        let under = |rule, extended_by| {
            let circumstances = Circumstances { extended_by, ..Circumstances::default() };
            dates_under(&given.rules, &given.calendar, rule, d(3, 2), &circumstances).unwrap()
        };
        for (days, due) in [(0, d(4, 1)), (12, d(4, 13)), (15, d(4, 16)), (16, d(4, 16))] {
            let dates = under(DeadlineRule::Coordinate, days);
            assert_eq!((dates.due, dates.extended_due), (due, Some(d(4, 16))), "{profile:?} {days}");
        }
        assert_eq!(under(DeadlineRule::Reply, 15), given.dates(DeadlineRule::Reply, d(3, 2)));
    }
}

// HZ 29, NB 16: a suspension stops the whole negotiation's clock and no other
#[test]
fn a_suspension_moves_the_end_of_the_negotiation_and_nothing_else() {
    let (hz, nb) = (given(Profile::Hz), given(Profile::Nb));
    let standstills = [Standstill { from: d(3, 9), until: d(3, 19) }];
    let circumstances = Circumstances { standstills: &standstills, ..Circumstances::default() };
    let under =
        |given: &Given, rule| dates_under(&given.rules, &given.calendar, rule, d(3, 2), &circumstances).unwrap();
    let total = under(&hz, DeadlineRule::Total);
    assert_eq!((total.raw_due, total.due), (None, d(5, 11)), "60 days from 03-02 and 10 more");
    // 03-09 to 03-18 holds 8 working days.
    assert_eq!(under(&nb, DeadlineRule::Total).due, d(4, 24));
    assert_eq!(under(&hz, DeadlineRule::Reply).due, d(3, 16));
}
