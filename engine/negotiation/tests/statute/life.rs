//! The time in force: reports, inspections, breaches, and how it ends (rows 32, 33, 36).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::Event;
use negotiation::command::BreachOutcome;
use negotiation::state::{DutyStatus, EndReason, Stage};
use negotiation::terms::{Term, Terms};

use crate::acts::{self, served};
use crate::cast::{
    Story, agent, clerk, day, employer_chief, given, legal_rep, moment, officer, recorder, union_chair, union_officer,
    worker_chief,
};
use crate::who::says;
use crate::wording::terms;

/// In force since 2026-01-21 by opinion, with a term of its own.
fn in_force_for(profile: Profile, term: Term) -> Story {
    let mut story = given(profile).until("negotiating");
    story.agrees_on_the_rise();
    story.initials("2026-01-14 15:00", Terms { term, ..terms() });
    story.until("effective")
}

/// In force from 2026-01-21 to 2027-01-20.
fn in_force(profile: Profile) -> Story {
    given(profile).until("effective")
}

fn ended(story: &Story) -> (EndReason, String) {
    let Stage::Ended(ended) = &story.case().stage else { panic!("{}", story.stage()) };
    (ended.reason, ended.on.to_string())
}

fn was_late(story: &Story, duty: &str) -> bool {
    let DutyStatus::Met { late, .. } = story.duty(duty).status else { panic!("{duty} is not met") };
    late
}

// ZJ-CC 30(1), CC22 38: the agreement ends with the last day of its term, at 24:00, without any act.
#[test]
fn an_agreement_ends_with_the_last_day_of_its_term() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = in_force(profile);
        assert_eq!(story.due("term-1"), "2027-01-20");
        story.clock("2027-01-19 12:00");
        assert_eq!(story.stage(), "effective");
        story.clock("2027-01-20 23:59");
        assert_eq!(story.stage(), "effective");
        let events = story.clock("2027-01-21 00:00");
        assert_eq!(ended(&story), (EndReason::Expired, "2027-01-21".to_owned()));
        let at = events.iter().find_map(|event| if let Event::AgreementEnded(e) = event { Some(e.at) } else { None });
        assert_eq!(at, Some(moment("2027-01-21 00:00")));
        assert_eq!(story.duty("term-1").status, DutyStatus::Struck);
        let open = story.case().duties().iter().filter(|duty| duty.status == DutyStatus::Open).count();
        assert_eq!(open, 0, "nothing is owed after the end but what was in default already");
    }
}

// ZJ-CC 30(1), CC22 38: named days stay as voted.
#[test]
fn a_term_of_named_days_ends_on_the_day_named() {
    let mut story = in_force_for(Zj, Term::Dates { from: day("2026-01-01"), to: day("2026-12-31") });
    assert_eq!((story.due("term-1"), story.due("annual_report-1")), ("2026-12-31".into(), "2026-12-31".into()));
    story.clock("2027-01-01 00:00");
    assert_eq!(ended(&story).1, "2027-01-01");
}

// CIV 202: a term of months ends in a month without the corresponding day on its last day.
#[test]
fn a_term_ends_on_the_last_day_of_a_short_month() {
    let mut story = given(Zj).until("adopted");
    let sign = acts::sign(story.text());
    story.does("2028-02-29 07:00", &worker_chief(), sign.clone());
    story.does("2028-02-29 07:10", &employer_chief(), sign);
    let file = acts::file(story.text());
    story.does("2028-02-29 07:20", &agent(), file);
    let opinion = acts::no_objection(story.text(), &served("2028-02-29"));
    story.does("2028-02-29 07:30", &officer(), opinion);
    assert_eq!((story.due("term-1"), story.due("annual_report-1")), ("2029-02-28".into(), "2029-02-28".into()));
}

// ZJ-CC 37, HZ 42, NB 36: the congress hears a report at least once in each year of the term.
#[test]
fn the_congress_hears_a_report_in_each_year_of_the_term() {
    for profile in [Zj, Hz, Nb] {
        for (at, late) in [("2027-01-19 09:00", false), ("2027-01-20 23:59", false), ("2027-01-21 00:00", true)] {
            let mut story = in_force(profile);
            assert_eq!(story.due("annual_report-1"), "2027-01-20");
            story.does(at, &clerk(), acts::report(&at[..10]));
            assert_eq!(was_late(&story, "annual_report-1"), late, "{at}");
            assert_eq!(story.stage() == "ended", late, "a late report stays possible after the end");
        }
    }
}

// ZJ-CC 37: a default is on record; it is struck before the term ends on the same day.
#[test]
fn a_year_without_a_report_is_on_record() {
    let mut story = in_force(Zj);
    let events = story.clock("2027-02-01 09:00");
    let breach =
        events.iter().position(|event| matches!(event, Event::BreachRecorded(e) if e.duty == "annual_report-1"));
    let end = events.iter().position(|event| matches!(event, Event::AgreementEnded(_)));
    assert!(breach.unwrap() < end.unwrap());
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Struck);
}

// ZJ-CC 37 is Zhejiang's; the national texts name no number of reports a year.
#[test]
fn under_the_national_rules_no_yearly_report_is_owed() {
    let mut story = in_force(Cn);
    assert!(story.case().duty("annual_report-1").is_none());
    story.does("2026-06-01 09:00", &employer_chief(), acts::report("2026-06-01"));
}

// ZJ-CC 37: three years, three reports; a second one in a year makes up for the year before.
#[test]
fn each_year_of_a_longer_term_has_its_own_report() {
    let mut story = in_force_for(Zj, Term::Months { months: 36 });
    let due: Vec<String> = (1..=3).map(|number| story.due(&format!("annual_report-{number}"))).collect();
    assert_eq!(due, ["2027-01-20", "2028-01-20", "2029-01-20"]);
    story.does("2027-03-01 09:00", &clerk(), acts::report("2027-03-01"));
    assert!(!was_late(&story, "annual_report-2"));
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Struck);
    story.does("2027-04-01 09:00", &clerk(), acts::report("2027-04-01"));
    assert!(was_late(&story, "annual_report-1"));
    assert_eq!(story.duty("annual_report-3").status, DutyStatus::Open);
}

// ZJ-CC 37: what is left of a term beyond its whole years is no year.
#[test]
fn an_incomplete_year_owes_no_report() {
    let story = in_force_for(Zj, Term::Months { months: 18 });
    assert!(story.case().duty("annual_report-1").is_some() && story.case().duty("annual_report-2").is_none());
}

// ZJ-CC 30(3), CC22 38, WN9 24: a window before the last day, never a default.
#[test]
fn the_time_to_renew_opens_before_the_last_day_and_is_never_a_default() {
    for (profile, opens) in [(Cn, "2026-10-20"), (Zj, "2026-10-22"), (Hz, "2026-10-22"), (Nb, "2026-10-22")] {
        let mut story = in_force(profile);
        let window = story.duty("renew_open-1").clone();
        assert_eq!((window.opened_on, window.dates.due), (day(opens), day("2027-01-20")));
        assert_eq!(window.dates.amber, Some(day("2026-11-21")));
        story.clock("2027-01-21 00:00");
        assert_eq!(story.duty("renew_open-1").status, DutyStatus::Voided);
    }
}

// ZJ-CC 36: findings in writing, clause by clause.
#[test]
fn an_inspection_names_clauses_of_the_agreement() {
    let mut story = in_force(Zj);
    let at = "2026-06-01 09:00";
    story.does(at, &recorder(), acts::inspect("2026-05-29", vec![acts::finding("rise"), acts::finding("payment")]));
    says(&story.refuses(at, &union_chair(), acts::inspect("2026-05-29", Vec::new()), "FACT-EMPTY"));
    says(&story.refuses(at, &union_chair(), acts::inspect("2026-05-29", vec![acts::finding("no")]), "FACT-CLAUSE"));
    for on in ["2026-01-20", "2026-06-02"] {
        says(&story.refuses(at, &union_chair(), acts::inspect(on, vec![acts::finding("rise")]), "FACT-DATE"));
    }
    story.refuses(at, &legal_rep(), acts::inspect("2026-05-29", vec![acts::finding("rise")]), "WHO-record_inspection");
}

// ZJ-CC 40–41, TUL 21(4), LCL 56: the union states breaches; each is settled on its own, one taken to law once more.
#[test]
fn breaches_are_numbered_and_settled() {
    let mut story = in_force(Zj);
    let at = "2026-06-01 09:00";
    story.refuses(at, &agent(), acts::breach("rise"), "WHO-record_breach");
    says(&story.refuses(at, &union_chair(), acts::breach("no"), "FACT-CLAUSE"));
    story.does(at, &union_chair(), acts::breach("rise"));
    story.does(at, &worker_chief(), acts::breach("payment"));
    assert_eq!(story.case().breaches.len(), 2);
    says(&story.refuses(at, &union_chair(), acts::settle(3, BreachOutcome::Corrected), "STAGE-settle_breach"));
    story.does(at, &union_officer(), acts::settle(2, BreachOutcome::TakenToLaw));
    story.does(at, &union_officer(), acts::settle(2, BreachOutcome::Mediated));
    story.refuses(at, &union_officer(), acts::settle(2, BreachOutcome::Corrected), "STAGE-settle_breach");
    assert!(story.case().breaches[0].settled.is_none());
    assert_eq!(story.case().breaches[1].settled.unwrap().outcome, BreachOutcome::Mediated);
}

// LCL 56, ZJ-CC 40: a dispute about the time in force outlives the term.
#[test]
fn a_breach_is_stated_and_settled_after_the_end() {
    let mut story = in_force(Zj);
    story.clock("2027-01-21 00:00");
    story.does("2027-02-01 09:00", &union_chair(), acts::breach("rise"));
    story.does("2027-02-02 09:00", &union_chair(), acts::settle(1, BreachOutcome::Corrected));
    story.refuses("2027-02-03 09:00", &recorder(), acts::inspect("2027-01-05", vec![]), "STAGE-record_inspection");
}

// ZJ-CC 30(1), WN9 7: the condition that the agreement names ends it, with no further duty.
#[test]
fn the_agreed_condition_ends_the_agreement_from_its_day() {
    for who in [worker_chief(), employer_chief()] {
        let mut story = in_force(Zj);
        says(&story.refuses("2026-06-01 09:00", &who, acts::condition("no", "2026-05-29"), "FACT-CLAUSE"));
        says(&story.refuses("2026-06-01 09:00", &who, acts::condition("end", "2026-06-02"), "FACT-DATE"));
        story.does("2026-06-01 09:00", &who, acts::condition("end", "2026-05-29"));
        assert_eq!(ended(&story), (EndReason::ConditionMet, "2026-05-29".to_owned()));
        assert_eq!(story.duty("annual_report-1").status, DutyStatus::Voided);
        assert_eq!(
            story.duty("publish-employer").status,
            DutyStatus::Struck,
            "a default before the end stays on record"
        );
        assert!(story.case().duty("rescind_file-1").is_none());
    }
}

// ZJ-CC 37, ZJ-CC 35: what was done in time on paper counts, though it is entered after the end.
#[test]
fn a_paper_from_before_the_end_counts_after_it() {
    let mut story = in_force(Zj);
    story.clock("2027-01-25 09:00");
    let report = acts::report("2027-01-15");
    story.does("2027-01-25 10:00", &clerk(), acts::enter_paper(report, clerk(), "2027-01-15"));
    let events = story.does("2027-01-25 11:00", &recorder(), acts::confirm_paper(1));
    assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(e) if e.duty == "annual_report-1")));
    assert!(!was_late(&story, "annual_report-1"));
    let publish = acts::publish(story.text());
    story.does("2027-01-25 12:00", &agent(), acts::enter_paper(publish.clone(), agent(), "2026-01-22"));
    story.does("2027-01-25 13:00", &legal_rep(), acts::confirm_paper(2));
    assert!(!was_late(&story, "publish-employer"));
    let late = acts::enter_paper(publish, agent(), "2027-01-21");
    story.refuses("2027-01-25 14:00", &agent(), late, "STAGE-publish");
}

// LCL 54, ZJ-CC 34: an effect that is withdrawn takes with it what it brought.
#[test]
fn an_effect_that_is_withdrawn_owes_nothing_more() {
    let mut story = given(Zj).until("filed");
    story.clock("2026-02-10 09:00");
    assert_eq!(story.stage(), "effective");
    let object = acts::object(story.text(), &["rise"], &served("2026-01-30"));
    story.does("2026-02-10 10:00", &officer(), acts::enter_paper(object, officer(), "2026-01-30"));
    story.does("2026-02-10 11:00", &recorder(), acts::confirm_paper(1));
    assert_eq!(story.stage(), "objected");
    for id in ["term-1", "annual_report-1", "renew_open-1"] {
        assert_eq!(story.duty(id).status, DutyStatus::Voided, "{id}");
    }
    story.clock("2027-03-01 09:00");
    assert_eq!(story.stage(), "objected", "no term ends that never began");
}
