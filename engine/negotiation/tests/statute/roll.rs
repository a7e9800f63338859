//! The roll of a congress: size and shares at their boundaries, every profile (ZJ-DM 7, 10, 11, 18; ZJ-CC 24).

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::checks::roll::{Delegates, Staff, check};
use negotiation::checks::{Finding, Outcome};
use negotiation::command::CongressForm::{self, AllStaff, Congress, EachEmployer, SectorCongress};

const STAFF: Staff = Staff { disabled: None, dispatched: None, women: Some(90), workers: 200 };

fn of(total: u32) -> Delegates {
    Delegates { total, ..Delegates::default() }
}

fn found(form: CongressForm, staff: &Staff, roll: &Delegates, rule: &str) -> Option<Finding> {
    check(Zj, form, staff, roll).into_iter().find(|finding| finding.rule == rule)
}

fn outcome(form: CongressForm, staff: &Staff, roll: &Delegates, rule: &str) -> Option<Outcome> {
    found(form, staff, roll, rule).map(|finding| finding.outcome)
}

fn figure(finding: &Finding, name: &str) -> String {
    finding.figures.iter().find(|figure| figure.name == name).unwrap().value.clone()
}

// ZJ-DM 10: under 100 workers at least 30 delegates; 40 and 7 more for each full hundred above 100; 100 and 20 more for
// each full thousand above 1000; at least 200 from 5000 on.
#[test]
fn a_congress_has_the_delegates_that_its_workers_call_for() {
    for (workers, fewest) in [(60, 30), (200, 47), (550, 68), (999, 96), (2_000, 120), (4_999, 160), (5_000, 200)] {
        let staff = Staff { workers, ..STAFF };
        for (total, expected) in [(fewest, Outcome::Pass), (fewest - 1, Outcome::Amber)] {
            let size = found(Congress, &staff, &of(total), "CHK-CONGRESS-SIZE").unwrap();
            assert_eq!(size.outcome, expected, "{total} of {workers}");
            assert_eq!(figure(&size, "required"), fewest.to_string());
            assert_eq!(size.citation.iter().map(ToString::to_string).collect::<Vec<_>>(), ["ZJ-DM 10"]);
        }
    }
    assert_eq!(outcome(EachEmployer, &STAFF, &of(46), "CHK-CONGRESS-SIZE"), Some(Outcome::Amber), "ZJ-CC 29: its own");
}

// ZJ-DM 11: managers of the middle level and above are a fifth of the delegates at most; ZJ-DM 18 for a sector or region.
#[test]
fn managers_are_a_fifth_at_most() {
    for (total, managers, expected) in [
        (50, 10, Outcome::Pass),
        (50, 11, Outcome::Amber),
        (49, 9, Outcome::Pass),
        (49, 10, Outcome::Amber),
        (4, 1, Outcome::Amber),
        (4, 0, Outcome::Pass),
    ] {
        let roll = Delegates { managers: Some(managers), ..of(total) };
        for (form, article) in [(Congress, "ZJ-DM 11"), (SectorCongress, "ZJ-DM 18")] {
            let finding = found(form, &STAFF, &roll, "CHK-CONGRESS-MANAGERS").unwrap();
            assert_eq!(finding.outcome, expected, "{managers} of {total}");
            assert_eq!(finding.citation[0].to_string(), article);
        }
    }
    assert_eq!(outcome(Congress, &STAFF, &of(50), "CHK-CONGRESS-MANAGERS"), Some(Outcome::NoData));
}

// ZJ-DM 11: the share of women among the delegates is no smaller than among the workers.
#[test]
fn women_have_at_least_their_share() {
    // 90 of 200 workers: 45 of 100.
    for (total, women, expected) in [
        (100, 45, Outcome::Pass),
        (100, 44, Outcome::Amber),
        // 21.6 of 48: 22.
        (48, 22, Outcome::Pass),
        (48, 21, Outcome::Amber),
    ] {
        let roll = Delegates { women: Some(women), ..of(total) };
        assert_eq!(outcome(Congress, &STAFF, &roll, "CHK-CONGRESS-WOMEN"), Some(expected), "{women} of {total}");
    }
    let none = Staff { women: Some(0), ..STAFF };
    let roll = Delegates { women: Some(0), ..of(48) };
    assert_eq!(outcome(Congress, &none, &roll, "CHK-CONGRESS-WOMEN"), Some(Outcome::Pass));
    let unknown = Staff { women: None, ..STAFF };
    assert_eq!(outcome(Congress, &unknown, &roll, "CHK-CONGRESS-WOMEN"), Some(Outcome::NoData));
}

// ZJ-DM 11: disabled workers likewise where there are many; dispatched workers sit in.
#[test]
fn disabled_and_dispatched_workers_are_asked_for_where_there_are_any() {
    let rules = ["CHK-CONGRESS-DISABLED", "CHK-CONGRESS-DISPATCHED"];
    for staff in [STAFF, Staff { disabled: Some(0), dispatched: Some(0), ..STAFF }] {
        assert_eq!(rules.map(|rule| outcome(Congress, &staff, &of(48), rule)), [None, None]);
    }
    let staff = Staff { disabled: Some(50), dispatched: Some(1), ..STAFF };
    assert_eq!(rules.map(|rule| outcome(Congress, &staff, &of(48), rule)), [Some(Outcome::NoData); 2]);
    for (disabled, dispatched, expected) in [(12, 1, Outcome::Pass), (11, 0, Outcome::Amber)] {
        let roll = Delegates { disabled: Some(disabled), dispatched: Some(dispatched), ..of(48) };
        assert_eq!(rules.map(|rule| outcome(Congress, &staff, &roll, rule)), [Some(expected); 2]);
    }
}

// ZJ-DM 7(2): fewer than a hundred workers may meet as a whole; ZJ-CC 24(2): all of them count.
#[test]
fn an_all_staff_meeting_is_everybody() {
    for (workers, total, met, all) in [
        (99, 99, Outcome::Pass, Outcome::Pass),
        (100, 100, Outcome::Amber, Outcome::Pass),
        (99, 98, Outcome::Pass, Outcome::Amber),
    ] {
        let staff = Staff { workers, ..STAFF };
        assert_eq!(outcome(AllStaff, &staff, &of(total), "CHK-ALL-STAFF"), Some(met), "{workers}");
        assert_eq!(outcome(AllStaff, &staff, &of(total), "CHK-ROLL-ALL"), Some(all), "{total} of {workers}");
        assert_eq!(outcome(AllStaff, &staff, &of(total), "CHK-CONGRESS-SIZE"), None);
    }
}

// ZJ-DM 10–11: nothing of it refuses: a roll is worth a look at most. The provincial text is Zhejiang's, its cities' too;
// the national one sets neither size nor shares.
#[test]
fn a_roll_is_never_refused_and_the_national_text_asks_for_nothing() {
    let staff = Staff { disabled: Some(50), dispatched: Some(5), ..STAFF };
    let roll = Delegates { disabled: Some(0), dispatched: Some(0), managers: Some(9), women: Some(0), ..of(9) };
    for form in [Congress, AllStaff, SectorCongress, EachEmployer] {
        assert_eq!(check(Cn, form, &staff, &roll), []);
        for profile in [Zj, Hz, Nb] {
            let all = check(profile, form, &staff, &roll);
            assert!(!all.is_empty() && all.iter().all(|finding| finding.outcome == Outcome::Amber), "{all:?}");
        }
    }
}
