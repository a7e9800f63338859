//! Cases that hang on one in force: renewal, amendment, rescission (rows 1, 34, 35).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::checks::Outcome;
use negotiation::command::ChildKind::{self, Amendment, Renewal, Rescission};
use negotiation::command::{Ground, NoteChildEnded, OfferBasis, Parent};
use negotiation::state::{DutyStatus, EndReason, Stage};
use negotiation::{Event, strike};

use crate::acts;
use crate::cast::{
    BOOK, Story, agent, day, employer_chief, given, given_with, moment, system, union_chair, worker_chief,
};
use crate::who::{complete, says};

/// A case that was opened to rescind an agreement by agreement.
pub(crate) fn rescinding(profile: Profile) -> Story {
    under(profile, acts::parent(Rescission, Some(Ground::Agreement)))
}

fn under(profile: Profile, parent: Parent) -> Story {
    given_with(&BOOK, acts::open_under(profile, parent))
}

fn noted(events: &[Event], rule: &str) -> Option<Outcome> {
    events.iter().find_map(|event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == rule => {
            complete([noted.finding.found(), noted.finding.required(), noted.finding.remedy()]);
            Some(noted.finding.outcome)
        }
        _ => None,
    })
}

fn opens(profile: Profile, parent: Parent) -> Vec<Event> {
    Story::unopened(&BOOK).does("2026-01-05 08:00", &union_chair(), acts::open_under(profile, parent))
}

fn ended(story: &Story) -> (EndReason, String) {
    let Stage::Ended(ended) = &story.case().stage else { panic!("{}", story.stage()) };
    (ended.reason, ended.on.to_string())
}

fn rescinded_on(profile: Profile, on: &str) -> Story {
    let mut story = rescinding(profile).until("adopted");
    let sign = acts::sign(story.text());
    story.does(&format!("{on} 07:00"), &worker_chief(), sign.clone());
    story.does(&format!("{on} 07:10"), &employer_chief(), sign);
    story
}

// ZJ-CC 31(2), 32, CC22 39–40: a change or a rescission has a ground; there is something in force to change.
#[test]
fn a_change_names_its_ground_and_what_is_in_force() {
    for profile in [Cn, Zj, Hz, Nb] {
        for kind in [Amendment, Rescission] {
            let mut story = Story::unopened(&BOOK);
            let open = acts::open_under(profile, acts::parent(kind, None));
            says(&story.refuses("2026-01-05 08:00", &union_chair(), open, "FACT-GROUND"));
            let late = acts::open_under(profile, acts::parent(kind, Some(Ground::Agreement)));
            says(&story.refuses("2026-07-01 00:00", &union_chair(), late.clone(), "FACT-PARENT"));
            story.does("2026-06-30 23:59", &union_chair(), late);
        }
        Story::unopened(&BOOK).does(
            "2026-07-01 00:00",
            &union_chair(),
            acts::open_under(profile, acts::parent(Renewal, None)),
        );
    }
}

// ZJ-CC 32(2): proof and reasons; what lacks proof is on record and goes on. The national text asks for none.
#[test]
fn a_ground_without_proof_is_on_record_in_zhejiang() {
    let lacking = acts::parent(Amendment, Some(Ground::ForceMajeure));
    let proved = Parent { proof: Some(acts::digest("proof")), ..lacking.clone() };
    for profile in [Zj, Hz, Nb] {
        assert_eq!(noted(&opens(profile, lacking.clone()), "CHK-CHANGE-PROOF"), Some(Outcome::Breach));
        assert_eq!(noted(&opens(profile, proved.clone()), "CHK-CHANGE-PROOF"), None);
        let agreed = acts::parent(Amendment, Some(Ground::Agreement));
        assert_eq!(noted(&opens(profile, agreed), "CHK-CHANGE-PROOF"), None);
    }
    assert_eq!(noted(&opens(Cn, lacking), "CHK-CHANGE-PROOF"), None);
}

// ZJ-CC 20, 30, 31: the offer is about what the case was opened for.
#[test]
fn the_offer_fits_what_the_case_is_for() {
    use OfferBasis::{Annual, GuidelineRaised};
    let fits: [(ChildKind, &[OfferBasis], &[OfferBasis]); 3] = [
        (Amendment, &[OfferBasis::Amendment, GuidelineRaised], &[Annual, OfferBasis::Renewal, OfferBasis::Rescission]),
        (Renewal, &[OfferBasis::Renewal, Annual], &[OfferBasis::Amendment, GuidelineRaised, OfferBasis::Rescission]),
        (Rescission, &[OfferBasis::Rescission], &[Annual, OfferBasis::Renewal, OfferBasis::Amendment]),
    ];
    for (kind, good, bad) in fits {
        let story = under(Zj, acts::parent(kind, Some(Ground::Agreement)));
        for basis in bad {
            let offer = acts::offer_for_day(*basis, "2026-01-14");
            says(&story.clone().refuses("2026-01-05 10:00", &union_chair(), offer, "FACT-BASIS"));
        }
        for basis in good {
            story.clone().does("2026-01-05 10:00", &union_chair(), acts::offer_for_day(*basis, "2026-01-14"));
        }
    }
}

// ZJ-CC 30(3): within 90 days before the last day; CC22 38: within three months. Outside it is a warning only.
#[test]
fn an_offer_to_renew_outside_its_time_is_a_warning() {
    for (profile, before, first) in
        [(Cn, "2026-03-29", "2026-03-30"), (Zj, "2026-03-31", "2026-04-01"), (Hz, "2026-03-31", "2026-04-01")]
    {
        for (on, expected) in
            [(before, Some(Outcome::Amber)), (first, None), ("2026-06-30", None), ("2026-07-01", Some(Outcome::Amber))]
        {
            let mut story = under(profile, acts::parent(Renewal, None));
            story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
            let offer = acts::offer_for_day(OfferBasis::Renewal, "2026-12-01");
            let events = story.does(&format!("{on} 09:00"), &union_chair(), offer);
            assert_eq!(noted(&events, "CHK-RENEW-WINDOW"), expected, "{profile:?} {on}");
        }
    }
}

// ZJ-CC 33, CC22 41: the whole procedure, with congress and signatures; then the employer records it in five working days.
#[test]
fn a_rescission_is_recorded_within_five_working_days() {
    for profile in [Zj, Hz, Nb] {
        for (at, late) in [("2026-03-06 09:00", false), ("2026-03-09 23:59", false), ("2026-03-10 00:00", true)] {
            let mut story = rescinded_on(profile, "2026-03-02");
            assert_eq!((story.stage(), story.due("rescind_file-1").as_str()), ("rescinded", "2026-03-09"));
            story.refuses(at, &union_chair(), acts::record_rescission(), "WHO-record_rescission");
            story.does(at, &agent(), acts::record_rescission());
            let DutyStatus::Met { late: was, .. } = story.duty("rescind_file-1").status else { panic!() };
            assert_eq!(was, late, "{at}");
            says(&story.refuses(at, &agent(), acts::record_rescission(), "STAGE-record_rescission"));
        }
    }
}

// ZJ-CC 33: other places know no such period; recording is possible all the same.
#[test]
fn under_the_national_rules_recording_a_rescission_has_no_period() {
    let mut story = rescinded_on(Cn, "2026-03-02");
    assert!(story.case().duty("rescind_file-1").is_none());
    says(&story.refuses("2026-03-03 09:00", &agent(), acts::record_rescission_as(" "), "FACT-EMPTY"));
    story.does("2026-06-01 09:00", &agent(), acts::record_rescission());
}

// ZJ-CC 33: done on paper in time and entered late is no default.
#[test]
fn a_rescission_recorded_in_time_on_paper_is_no_default() {
    let mut story = rescinded_on(Zj, "2026-03-02");
    let entry = acts::enter_paper(acts::record_rescission(), agent(), "2026-03-09");
    let events = story.does("2026-03-12 09:00", &agent(), entry);
    assert!(events.iter().any(|event| matches!(event, Event::BreachRecorded(_))));
    let events = story.does("2026-03-12 10:00", &crate::cast::legal_rep(), acts::confirm_paper(1));
    assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(_))));
    assert!(matches!(story.duty("rescind_file-1").status, DutyStatus::Met { late: false, .. }));
}

// ZJ-CC 33: an agreement to rescind names no wages; an amended text is a whole agreement (ZJ-CC 19(2)).
#[test]
fn a_rescission_states_no_wages_and_an_amendment_is_a_whole_text() {
    let story = rescinding(Zj).until("drafted");
    assert_eq!(story.case().stage.text().unwrap().terms.clauses.len(), 1);
    let mut story = under(Zj, acts::parent(Amendment, Some(Ground::Agreement))).until("negotiating");
    story.agrees_on_the_rise();
    let mut short = crate::wording::terms();
    short.clauses.retain(|clause| clause.id == "rise");
    let initial = acts::initial(short.digest().unwrap());
    story.does("2026-01-14 15:00", &crate::cast::recorder(), acts::table_draft(short));
    story.refuses("2026-01-14 15:01", &worker_chief(), initial, "CHK-WAGE-ITEMS");
}

// ZJ-CC 31–34, CC22 41–42: an amendment takes the whole way and is filed and reviewed anew.
#[test]
fn an_amendment_takes_effect_like_the_first_text() {
    for profile in [Cn, Zj, Hz, Nb] {
        let story = under(profile, acts::parent(Amendment, Some(Ground::Agreement))).until("effective");
        assert!(story.case().duty("term-1").is_some());
    }
}

// ZJ-CC 31, 33: the agreement in force stays until an amended text takes its place, from that day.
#[test]
fn the_parent_ends_when_the_amended_text_takes_effect() {
    let mut story = given(Zj).until("effective");
    story.does("2026-03-01 09:00", &system(), acts::child_opened(1, Amendment));
    assert_eq!(story.stage(), "effective");
    let terms = Some(acts::digest("amended"));
    story.does("2026-05-20 09:00", &system(), acts::child_succeeded(1, "2026-05-18", terms));
    assert_eq!(ended(&story), (EndReason::Amended, "2026-05-18".to_owned()));
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Voided, "the amended text owes it from now on");
}

// ZJ-CC 33: from the day of rescission, or from a later one that was agreed.
#[test]
fn the_parent_ends_on_the_day_of_rescission() {
    let mut story = given(Zj).until("effective");
    story.does("2026-03-01 09:00", &system(), acts::child_opened(1, Rescission));
    let empty = acts::child_ended(NoteChildEnded { case: acts::child(1), on: None, succeeded: true, terms: None });
    says(&story.refuses("2026-05-20 09:00", &system(), empty, "FACT-EMPTY"));
    story.does("2026-05-20 09:00", &system(), acts::child_succeeded(1, "2026-07-01", None));
    assert_eq!((story.stage(), story.due("term-1").as_str()), ("effective", "2026-06-30"));
    let struck = strike(&story.book, &mut story.state, moment("2026-07-01 00:00")).unwrap();
    story.records.extend(struck.into_iter().map(|record| record.bytes));
    assert_eq!(ended(&story), (EndReason::Rescinded, "2026-07-01".to_owned()));
}

// ZJ-CC 33: an agreement to rescind may name a later day; the five working days count from it.
#[test]
fn a_rescission_may_name_a_later_day() {
    let mut story = rescinding(Zj).until("negotiating");
    let mut terms = crate::wording::rescission();
    terms.term = negotiation::terms::Term::Dates { from: day("2026-04-28"), to: day("2026-04-28") };
    story.does("2026-01-14 12:00", &crate::cast::recorder(), acts::close());
    story.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
    story.does("2026-01-14 14:00", &employer_chief(), acts::confirm_minutes(1));
    story.initials("2026-01-14 15:00", terms);
    let story = story.until("rescinded");
    let Stage::Rescinded(rescinded) = &story.case().stage else { panic!() };
    assert_eq!((rescinded.on, story.due("rescind_file-1").as_str()), (day("2026-04-28"), "2026-05-08"));
}

// ZJ-CC 30: a renewal that succeeded leaves the agreement in force until its last day.
#[test]
fn a_renewal_leaves_the_parent_in_force_until_its_last_day() {
    let mut story = given(Zj).until("effective");
    story.does("2026-11-02 09:00", &system(), acts::child_opened(1, Renewal));
    assert!(matches!(story.duty("renew_open-1").status, DutyStatus::Met { late: false, .. }));
    let terms = Some(acts::digest("renewed"));
    story.does("2026-12-20 09:00", &system(), acts::child_succeeded(1, "2027-01-21", terms));
    assert_eq!((story.stage(), story.due("term-1").as_str()), ("effective", "2027-01-20"));
    let struck = strike(&story.book, &mut story.state, moment("2027-01-21 00:00")).unwrap();
    story.records.extend(struck.into_iter().map(|record| record.bytes));
    assert_eq!(ended(&story).0, EndReason::Expired);
}

// ZJ-CC 30–31: two of a kind at once are refused, also while the first is in dispute; another kind is possible.
#[test]
fn two_cases_of_a_kind_do_not_run_at_once() {
    for kind in [Renewal, Amendment, Rescission] {
        let other = if kind == Renewal { Amendment } else { Renewal };
        let mut story = given(Zj).until("effective");
        let at = "2026-11-02 09:00";
        story.does(at, &system(), acts::child_opened(1, kind));
        says(&story.refuses(at, &system(), acts::child_opened(2, kind), "CHILD-OPEN"));
        story.does(at, &system(), acts::child_opened(3, other));
        story.does(at, &system(), acts::child_failed(1));
        story.does(at, &system(), acts::child_opened(2, kind));
    }
}

// Rows 34, 35; rule of the platform: what a case is told of its child cases counts once.
#[test]
fn the_same_note_again_is_refused_and_stores_nothing() {
    let mut story = given(Zj).until("effective");
    let at = "2026-11-02 09:00";
    says(&story.refuses(at, &system(), acts::child_failed(1), "CHILD-UNKNOWN"));
    story.does(at, &system(), acts::child_opened(1, Amendment));
    let records = story.records.len();
    says(&story.refuses(at, &system(), acts::child_opened(1, Amendment), "CHILD-NOTED"));
    assert_eq!(story.records.len(), records);
    story.does(at, &system(), acts::child_failed(1));
    says(&story.refuses(at, &system(), acts::child_failed(1), "CHILD-NOTED"));
    assert_eq!((story.stage(), story.records.len()), ("effective", records + 1));
    assert!(story.case().children[0].ended);
}

// Rule of the platform: persons act on paper; what the program notes of rows 34 and 35 is no such act.
#[test]
fn what_a_case_learns_of_its_child_cases_is_no_paper() {
    let mut story = given(Zj).until("effective");
    let paper = acts::enter_paper(acts::child_opened(1, Renewal), system(), "2026-01-21");
    story.refuses("2026-01-22 09:00", &agent(), paper, "WHO-note_child_opened");
}

// ZJ-CC 30: the outcome of a renewal is known to an agreement that has run out meanwhile.
#[test]
fn an_outcome_is_noted_after_the_end() {
    let mut story = given(Zj).until("effective");
    story.does("2026-12-01 09:00", &system(), acts::child_opened(1, Renewal));
    story.does("2026-12-01 10:00", &system(), acts::child_opened(2, Amendment));
    story.does("2027-02-01 09:00", &system(), acts::child_succeeded(1, "2027-02-01", None));
    story.does("2027-02-01 09:00", &system(), acts::child_succeeded(2, "2027-02-01", None));
    assert_eq!(ended(&story), (EndReason::Expired, "2027-01-21".to_owned()));
    story.refuses("2027-02-01 10:00", &system(), acts::child_opened(3, Renewal), "CHILD-LATE");
}
