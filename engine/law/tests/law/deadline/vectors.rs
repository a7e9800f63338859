//! Vectors computed by hand from the 2026 notice: event day excluded, holidays at the end rolled.

use super::*;
use law::time::Moment;

/// The event, then the due dates 5, 10 and 15 working days and 7, 10, 15 and 20 calendar days later, the calendar ones
/// as (unmoved, moved).
type Row = (Date, [Date; 3], [(Date, Date); 4]);

fn rows() -> [Row; 4] {
    let same = |month, day| (d(month, day), d(month, day));
    [
        (d(2, 10), [d(2, 24), d(3, 2), d(3, 9)], [(d(2, 17), d(2, 24)), (d(2, 20), d(2, 24)), same(2, 25), same(3, 2)]),
        (d(3, 2), [d(3, 9), d(3, 16), d(3, 23)], [same(3, 9), same(3, 12), same(3, 17), (d(3, 22), d(3, 23))]),
        (d(4, 28), [d(5, 8), d(5, 14), d(5, 21)], [(d(5, 5), d(5, 6)), same(5, 8), same(5, 13), same(5, 18)]),
        (
            d(9, 21),
            [d(9, 29), d(10, 12), d(10, 19)],
            [same(9, 28), (d(10, 1), d(10, 8)), (d(10, 6), d(10, 8)), (d(10, 11), d(10, 12))],
        ),
    ]
}

// Working days: ZJ-CC 24(3) (5), ZJ-CC 7 (10), ZJ-CC 24(1) (15)
#[test]
fn working_days_pass_over_holidays_and_count_make_up_days() {
    let zj = given(Profile::Zj);
    for (event, working, _) in rows() {
        assert_eq!(zj.due(DeadlineRule::Resubmit, event), working[0], "{event} +5");
        assert_eq!(zj.due(DeadlineRule::Reply, event), working[1], "{event} +10");
        assert_eq!(zj.due(DeadlineRule::ToCongress, event), working[2], "{event} +15");
        assert_eq!(zj.dates(DeadlineRule::Reply, event).raw_due, None);
    }
}

// Calendar days with CIV 203(1): WN9 21 (7), CC22 42 (10), LCL 54 (15), CC22 32 (20)
#[test]
fn calendar_days_that_end_on_a_holiday_move_to_the_next_working_day() {
    let cn = given(Profile::Cn);
    let rules = [DeadlineRule::FileWage, DeadlineRule::FileOther, DeadlineRule::Review, DeadlineRule::Reply];
    for (event, _, calendar) in rows() {
        for (rule, (raw, rolled)) in rules.into_iter().zip(calendar) {
            let dates = cn.dates(rule, event);
            assert_eq!(dates.due, rolled, "{event} {rule}");
            assert_eq!(dates.raw_due, Some(raw).filter(|raw| *raw != rolled), "{event} {rule}");
            assert!(!dates.provisional);
        }
    }
}

// ZJ-CC 16(2): 7 calendar days before the meeting; HZ 25: requested data 7 working days before
#[test]
fn periods_before_a_meeting_run_back_across_holidays_and_never_forward() {
    let hz = given(Profile::Hz);
    for (meeting, raw, rolled, working) in [
        (d(2, 26), d(2, 19), d(2, 14), d(2, 10)),
        (d(3, 16), d(3, 9), d(3, 9), d(3, 5)),
        (d(5, 8), d(5, 1), d(4, 30), d(4, 24)),
        (d(10, 12), d(10, 5), d(9, 30), d(9, 24)),
    ] {
        let agenda = hz.dates(DeadlineRule::Disclose(Item::Agenda), meeting);
        assert_eq!(agenda.due, rolled, "{meeting}");
        assert_eq!(agenda.raw_due, Some(raw).filter(|raw| *raw != rolled), "{meeting}");
        assert_eq!(hz.due(DeadlineRule::Disclose(Item::Data), meeting), working, "{meeting}");
    }
}

// ZJ-CC 7 against CC22 32: the national 20 days come first for exactly these receipts of 2026
#[test]
fn the_national_reply_date_is_amber_only_where_it_comes_first() {
    let zj = given(Profile::Zj);
    let year = std::iter::successors(Some(d(1, 1)), |day| day.tomorrow().ok()).take_while(|day| *day <= d(12, 1));
    let amber: Vec<_> = year.filter(|day| zj.dates(DeadlineRule::Reply, *day).amber_due.is_some()).collect();
    assert_eq!(amber, [d(2, 4), d(2, 5), d(2, 6), d(9, 18), d(9, 22), d(9, 23), d(9, 24)]);
    let reply = zj.dates(DeadlineRule::Reply, d(2, 6));
    assert_eq!((reply.due, reply.amber_due), (d(2, 27), Some(d(2, 26))));
}

// ZJ-CC 34 with WN9 21 as amber; HZ 29; NB 10, 16; CC22 31, 52; ZJ-TULS 22; ZJ-CC 33
#[test]
fn the_other_deadlines_have_their_lengths() {
    let (zj, hz, nb) = (given(Profile::Zj), given(Profile::Hz), given(Profile::Nb));
    let file = zj.dates(DeadlineRule::File, d(3, 2));
    assert_eq!((file.due, file.amber_due), (d(3, 12), Some(d(3, 9))));
    assert_eq!(hz.due(DeadlineRule::Total, d(3, 2)), d(5, 6), "raw 05-01");
    assert_eq!(nb.due(DeadlineRule::Total, d(3, 2)), d(4, 14));
    assert_eq!(nb.due(DeadlineRule::AnnounceReps, d(3, 2)), d(3, 9));
    assert_eq!(zj.due(DeadlineRule::VacancyFill, d(3, 2)), d(3, 17));
    assert_eq!(zj.due(DeadlineRule::OpinionAnswer, d(3, 2)), d(3, 23));
    assert_eq!(zj.due(DeadlineRule::RescindFile, d(3, 2)), d(3, 9));
    let coordinate = zj.dates(DeadlineRule::Coordinate, d(3, 2));
    assert_eq!((coordinate.due, coordinate.extended_due), (d(4, 1), Some(d(4, 16))));
}

/// A rule and the profiles that have it, extended or not; an event with its last day; an event whose last day would be a
/// day off, with that day and the one on which the period ends instead; and why, counted by hand.
type Trio = (DeadlineRule, &'static [Profile], bool, (Date, Date), (Date, Date, Date), &'static str);

fn trios() -> [Trio; 6] {
    use Profile::{Cn, Hz, Nb, Zj};
    let all: &[Profile] = &[Cn, Zj, Hz, Nb];
    let zhejiang: &[Profile] = &[Zj, Hz, Nb];
    let plain = |month, day| (d(3, 2), d(month, day));
    [
        // CC22 31: 15 days.
        (
            DeadlineRule::VacancyFill,
            all,
            false,
            plain(3, 17),
            (d(9, 18), d(10, 3), d(10, 8)),
            "12 days are left in September, the 15th is 3 October, and the week off ends on the 7th",
        ),
        // CC22 52, ZJ-CC 39(2): 30 days from acceptance.
        (
            DeadlineRule::Coordinate,
            all,
            false,
            plain(4, 1),
            (d(9, 1), d(10, 1), d(10, 8)),
            "29 days are left in September, the 30th is National Day, and the week off ends on the 7th",
        ),
        // CC22 52, ZJ-CC 39(2): 15 days more, so 45 from acceptance.
        (
            DeadlineRule::Coordinate,
            all,
            true,
            plain(4, 16),
            (d(1, 5), d(2, 19), d(2, 24)),
            "26 days are left in January, the 45th is 19 February, and Spring Festival ends on the 23rd",
        ),
        // ZJ-TULS 22: 15 working days.
        (
            DeadlineRule::OpinionAnswer,
            zhejiang,
            false,
            plain(3, 23),
            (d(9, 10), d(10, 1), d(10, 8)),
            "11, 14-18, Sunday 20 for the holiday, 21-24 and 28-30 September are 14; the next worked day is 8 October",
        ),
        // ZJ-CC 33: 5 working days.
        (
            DeadlineRule::RescindFile,
            zhejiang,
            false,
            plain(3, 9),
            (d(4, 24), d(5, 1), d(5, 6)),
            "27-30 April are four; 1-5 May are off, so the fifth is Wednesday the 6th",
        ),
        // NB 10: 5 working days.
        (
            DeadlineRule::AnnounceReps,
            &[Nb],
            false,
            plain(3, 9),
            (d(9, 24), d(10, 1), d(10, 9)),
            "25 September is off; 28-30 are three; 1-7 October are off, so the fifth is Friday the 9th",
        ),
    ]
}

// CC22 31, 52; ZJ-CC 33, 39(2); ZJ-TULS 22; NB 10; CIV 203(1): last day, next day, last day on a holiday
#[test]
fn the_other_deadlines_hold_on_their_last_day_and_pass_over_holidays() {
    for (rule, profiles, extended, (event, last), (other, off, moved), why) in trios() {
        for profile in profiles {
            let given = given(*profile);
            let ends = |event| {
                let dates = given.dates(rule, event);
                if extended { dates.extended_due.unwrap() } else { dates.due }
            };
            assert_eq!(ends(event), last, "{profile} {rule} from {event}");
            assert!(Moment::end_of(last).plus_millis(-1).is_within(last), "the end of the last day is in time");
            assert!(!Moment::end_of(last).is_within(last), "the next day is late");
            assert!(!given.calendar.is_working(off), "{off}: {why}");
            assert_eq!(ends(other), moved, "{profile} {rule} from {other}: {why}");
            let days = rule.period(&given.rules).is_ok_and(|period| period.unit == Unit::CalendarDay);
            let raw = given.dates(rule, other).raw_due;
            assert_eq!(raw, Some(off).filter(|_| days && !extended), "{profile} {rule} from {other}");
        }
    }
}

#[test]
fn duties_that_a_profile_does_not_have_are_refused_with_their_reason() {
    let (cn, zj) = (given(Profile::Cn), given(Profile::Zj));
    for (rule, key) in [
        (DeadlineRule::ToCongress, "law-none-to-congress"),
        (DeadlineRule::Resubmit, "law-none-resubmit"),
        (DeadlineRule::File, "law-none-file"),
        (DeadlineRule::Suspend, "law-none-suspend-cap"),
        (DeadlineRule::Total, "law-none-total"),
        (DeadlineRule::AnnounceReps, "law-none-announce-reps"),
        (DeadlineRule::OpinionAnswer, "law-none-opinion-answer"),
        (DeadlineRule::RescindFile, "law-none-rescind-file"),
        (DeadlineRule::AnnualReport, "law-none-annual-report"),
        (DeadlineRule::Disclose(Item::Plan), "law-none-plan"),
    ] {
        assert_eq!(cn.refused(rule), key);
    }
    for (rule, key) in [
        (DeadlineRule::FileWage, "law-none-file-covers"),
        (DeadlineRule::FileOther, "law-none-file-covers"),
        (DeadlineRule::Total, "law-none-total"),
        (DeadlineRule::AnnounceReps, "law-none-announce-reps"),
        (DeadlineRule::Disclose(Item::Plan), "law-none-plan"),
    ] {
        assert_eq!(zj.refused(rule), key);
    }
}

// ZJ-CC 37: once in each year of the term; a year that begins on 18 March ends on 17 March, holiday or not
#[test]
fn a_year_of_the_term_ends_before_its_first_day_comes_again() {
    for profile in [Profile::Zj, Profile::Hz, Profile::Nb] {
        let given = given(profile);
        let year = given.dates(DeadlineRule::AnnualReport, d(3, 17));
        assert_eq!((year.due, year.raw_due, year.provisional), (date(2027, 3, 17), None, false));
        assert_eq!(given.due(DeadlineRule::AnnualReport, d(2, 28)), date(2027, 2, 28), "a Sunday stays");
    }
}
