//! Representatives who leave, follow, are complained of, are protected (row 37, CC22 20, 22, 26–31, ZJ-CC 13–14).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::checks::Outcome;
use negotiation::command::{ConductFault, DismissalCause, Member, ReplaceRep, Treatment};
use negotiation::state::DutyStatus;
use negotiation::state::protection::protections;
use negotiation::{Actor, Capacity, Event};

use crate::acts::{self, digest, member, replace, replacement, replaces, vacate};
use crate::cast::{
    Story, agent, clerk, day, delegate, employer_chief, everybody, given, legal_rep, moment, recorder, union_chair,
    union_officer, worker_chief, worker_rep,
};
use crate::who::says;

const FILL: &str = "vacancy_fill-worker-1";

fn noted(events: &[Event], rule: &str) -> Option<Outcome> {
    events.iter().find_map(|event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == rule => Some(noted.finding.outcome),
        _ => None,
    })
}

fn someone(id: &str, capacity: Capacity) -> Actor {
    Actor { capacity, id: id.to_owned(), side: capacity.side() }
}

fn chief(id: &str) -> Member {
    Member { chief: true, mandate: Some(digest("mandate")), ..member(id) }
}

/// Negotiating since 14 January; representative w3 left on the 15th.
fn vacant(profile: Profile) -> Story {
    let mut story = given(profile).until("negotiating");
    story.does("2026-01-15 09:00", &union_officer(), vacate("w3", "2026-01-15"));
    story
}

// CC22 31: within 15 days; on the last day in time, the day after late, and the case goes on.
#[test]
fn a_vacant_place_is_filled_within_fifteen_days() {
    for profile in [Cn, Zj, Hz, Nb] {
        for (at, late) in [("2026-01-29 09:00", false), ("2026-01-30 23:59", false), ("2026-01-31 00:00", true)] {
            let mut story = vacant(profile);
            assert_eq!(story.due(FILL), "2026-01-30");
            let events = story.does(at, &union_chair(), replace(member("w7"), "w3"));
            let struck = events.iter().any(|event| matches!(event, Event::BreachRecorded(e) if e.duty == FILL));
            assert_eq!(struck, late, "{profile:?} {at}");
            let status = story.duty(FILL).status;
            assert!(matches!(status, DutyStatus::Met { late: found, .. } if found == late), "{at}: {status:?}");
            let list = story.case().delegations.worker.as_ref().unwrap();
            assert!(list.has("w7") && !list.has("w3") && list.vacancies.is_empty());
            assert_eq!(story.stage(), "negotiating");
        }
    }
}

// CC22 21, 30–31: the legal representative names the employer's.
#[test]
fn the_employer_fills_its_place_too() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-15 09:00", &legal_rep(), vacate("e3", "2026-01-14"));
    assert_eq!(story.due("vacancy_fill-employer-1"), "2026-01-29");
    let new = ReplaceRep { selection: acts::employers().selection, ..replacement(member("e7"), "e3") };
    story.does("2026-01-16 09:00", &employer_chief(), replaces(new));
    assert!(!story.duty("vacancy_fill-employer-1").is_owed());
    says(&story.refuses("2026-01-16 10:00", &agent(), vacate("e2", "2026-01-14"), "WHO-record_vacancy"));
    says(&story.refuses("2026-01-16 10:00", &delegate(), replace(member("w7"), "w3"), "WHO-replace_rep"));
}

// ZJ-CC 13, CC22 30–31, row 37: replaced at any stage that has representatives, and the stage stays.
#[test]
fn a_representative_is_replaced_at_every_stage_from_the_answer_on() {
    let stages = ["ready", "negotiating", "renegotiating", "drafted", "congress", "adopted", "signed", "filed"];
    for stage in stages.into_iter().chain(["under_review", "objected", "effective"]) {
        let mut story = given(Zj).until(stage);
        let before = story.case().stage.clone();
        story.does("2026-01-21 10:00", &union_officer(), vacate("w3", "2026-01-20"));
        story.does("2026-01-21 11:00", &union_officer(), replace(member("w7"), "w3"));
        assert_eq!(story.case().stage, before, "nothing else changes");
    }
    for stage in ["idle", "offered", "awaiting_reply"] {
        let mut story = given(Zj).until(stage);
        says(&story.refuses("2026-01-21 10:00", &union_officer(), vacate("w3", "2026-01-20"), "STAGE-record_vacancy"));
    }
}

// ZJ-CC 13: the same procedure as for the choice, and a written notice.
#[test]
fn a_replacement_is_chosen_as_the_list_was() {
    let mut story = vacant(Zj);
    let at = "2026-01-16 09:00";
    let mut few = replacement(member("w7"), "w3");
    few.selection.votes = Some(30);
    says(&story.refuses(at, &union_chair(), replaces(few), "CHK-REP-ELECTED"));
    says(&story.refuses(at, &union_chair(), replace(member("e2"), "w3"), "CHK-REP-DUAL"));
    let hired = Member { external: true, ..member("w7") };
    says(&story.refuses(at, &union_chair(), replace(hired, "w3"), "CHK-CHIEF-DELEGATION"));
    says(&story.refuses(at, &union_chair(), replace(chief("w7"), "w3"), "CHK-CHIEF-INTERNAL"));
    let unsaid = ReplaceRep { notice: ledger::Digest::ZERO, ..replacement(member("w7"), "w3") };
    says(&story.refuses(at, &union_chair(), replaces(unsaid), "FACT-NOTICE"));
    story.does(at, &union_chair(), replace(member("w7"), "w3"));
}

// ZJ-CC 13, CC22 31: a representative leaves or is replaced, by somebody who isn't one yet.
#[test]
fn only_somebody_on_the_list_leaves_it_or_is_replaced() {
    let mut story = vacant(Zj);
    let at = "2026-01-16 09:00";
    says(&story.refuses(at, &union_chair(), vacate("w9", "2026-01-15"), "FACT-REP"));
    says(&story.refuses(at, &union_chair(), vacate("w3", "2026-01-15"), "FACT-REP"));
    says(&story.refuses(at, &union_chair(), replace(member("w7"), "w9"), "FACT-REP"));
    says(&story.refuses(at, &union_chair(), replace(member("w2"), "w3"), "FACT-REP"));
    for on in ["2026-01-17", "2026-01-03"] {
        says(&story.refuses(at, &union_chair(), vacate("w2", on), "FACT-DATE"));
    }
}

// CC22 30: a representative who is recalled and followed at once leaves no place vacant.
#[test]
fn who_is_replaced_at_once_leaves_no_vacancy() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-15 09:00", &union_chair(), replace(member("w7"), "w2"));
    assert!(story.case().duties().iter().all(|duty| duty.rule != "vacancy_fill"));
    let former = acts::position("rise", negotiation::Side::Worker, 700);
    says(&story.refuses("2026-01-15 10:00", &worker_rep(), former.clone(), "WHO-table_position"));
    story.does("2026-01-15 10:00", &someone("w7", Capacity::WorkerRep), former);
}

// CC22 19, 20, 31: what the former chief did stands; until there is a new one nobody acts as chief.
#[test]
fn without_a_chief_the_acts_of_a_chief_wait_for_a_new_one() {
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    let terms = crate::wording::terms();
    let text = terms.digest().unwrap();
    story.does("2026-01-14 15:00", &recorder(), acts::table_draft(terms));
    story.does("2026-01-15 09:00", &worker_chief(), acts::initial(text));
    story.does("2026-01-16 09:00", &union_officer(), vacate("w1", "2026-01-16"));
    let refusal =
        story.refuses("2026-01-16 10:00", &worker_chief(), acts::schedule("2026-02-02"), "WHO-schedule_session");
    says(&refusal);
    assert_eq!(refusal.found().key, "neg-who-vacant-found");
    story.does("2026-01-17 09:00", &union_officer(), replace(chief("w7"), "w1"));
    assert!(!story.duty(FILL).is_owed());
    story.does("2026-01-17 10:00", &employer_chief(), acts::initial(text));
    assert_eq!(story.stage(), "drafted", "the former chief's initials stand");
    story.does("2026-01-17 11:00", &union_officer(), acts::submit(text, "2026-01-17", 60));
    story.does("2026-01-17 16:00", &clerk(), acts::vote(text, "2026-01-17", 60, 50, 45));
    says(&story.refuses("2026-01-18 09:00", &worker_chief(), acts::sign(text), "WHO-sign"));
    story.does("2026-01-18 09:00", &someone("w7", Capacity::WorkerChief), acts::sign(text));
    story.does("2026-01-18 10:00", &employer_chief(), acts::sign(text));
    assert_eq!(story.stage(), "signed");
}

// CC22 34: a side without a chief has nobody to chair for it.
#[test]
fn a_session_is_not_chaired_by_a_chief_who_left() {
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    story.does("2026-01-16 09:00", &union_officer(), vacate("w1", "2026-01-16"));
    let second = |chair| acts::session(chair, crate::cast::person("r1"), &["w2", "e1"]);
    let at = "2026-01-16 10:00";
    says(&story.refuses(at, &recorder(), second(negotiation::Side::Worker), "WHO-open_session"));
    story.does(at, &recorder(), second(negotiation::Side::Employer));
}

// CC22 20(2): the chair may have another representative act as chief, in writing.
#[test]
fn the_chief_s_part_passes_to_another_representative_in_writing() {
    let mut story = given(Zj).until("negotiating");
    let at = "2026-01-15 09:00";
    let unwritten = Member { mandate: None, ..chief("w2") };
    says(&story.refuses(at, &union_chair(), replace(unwritten, "w1"), "CHK-CHIEF-DELEGATION"));
    story.does(at, &union_chair(), replace(chief("w2"), "w1"));
    let list = story.case().delegations.worker.as_ref().unwrap();
    assert_eq!((list.members.len(), list.chief().unwrap().person.id.as_str()), (3, "w2"));
    assert!(story.case().duties().iter().all(|duty| duty.rule != "vacancy_fill"));
    says(&story.refuses("2026-01-15 10:00", &worker_chief(), acts::schedule("2026-02-02"), "WHO-schedule_session"));
    story.does("2026-01-15 10:00", &someone("w2", Capacity::WorkerChief), acts::schedule("2026-02-02"));
    let position = acts::position("rise", negotiation::Side::Worker, 700);
    story.does("2026-01-15 11:00", &someone("w1", Capacity::WorkerRep), position);
}

// CC22 31: the chief left and another representative leads: the place stays owed.
#[test]
fn a_place_is_owed_though_the_chief_s_part_is_taken() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-15 09:00", &union_officer(), vacate("w1", "2026-01-15"));
    story.does("2026-01-16 09:00", &union_officer(), replace(chief("w2"), "w1"));
    assert!(story.duty(FILL).is_owed());
    story.does("2026-01-16 10:00", &someone("w2", Capacity::WorkerChief), acts::schedule("2026-02-02"));
    story.does("2026-01-19 09:00", &union_officer(), replace(member("w7"), "w1"));
    assert!(matches!(story.duty(FILL).status, DutyStatus::Met { late: false, .. }));
    assert_eq!(story.case().delegations.worker.as_ref().unwrap().members.len(), 3);
}

// CC22 37: the chief signs. An act on paper counts with the date on the paper: by whoever was chief on that day.
#[test]
fn a_paper_of_the_former_chief_counts_if_it_is_older() {
    let mut story = given(Zj).until("adopted");
    let sign = acts::sign(story.text());
    story.does("2026-01-21 09:00", &union_officer(), vacate("w1", "2026-01-20"));
    let late = acts::enter_paper(sign.clone(), worker_chief(), "2026-01-20");
    says(&story.refuses("2026-01-21 10:00", &union_officer(), late, "WHO-sign"));
    story.does("2026-01-21 11:00", &union_officer(), acts::enter_paper(sign, worker_chief(), "2026-01-19"));
    story.does("2026-01-21 12:00", &worker_rep(), acts::confirm_paper(1));
    assert!(story.case().stage.signatures().unwrap().worker.is_some());
}

// CC22 31: replaced on paper within the fifteen days, entered after them.
#[test]
fn a_replacement_on_paper_counts_from_its_day() {
    let mut story = vacant(Zj);
    let paper = acts::enter_paper(replace(member("w7"), "w3"), union_chair(), "2026-01-30");
    story.does("2026-02-02 09:00", &union_chair(), paper);
    assert_eq!(story.duty(FILL).status, DutyStatus::Struck);
    let events = story.does("2026-02-02 10:00", &union_officer(), acts::confirm_paper(1));
    assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(e) if e.duty == FILL)));
    assert!(matches!(story.duty(FILL).status, DutyStatus::Met { late: false, .. }));
}

// ZJ-CC 13: until the first session a new list fills the place.
#[test]
fn a_new_list_before_the_first_session_fills_the_place() {
    let mut story = given(Zj).until("ready");
    story.does("2026-01-07 09:00", &union_officer(), vacate("w3", "2026-01-07"));
    let mut members = acts::members("w", 2);
    members.push(member("w7"));
    story.does("2026-01-08 09:00", &union_chair(), acts::reps(&acts::workers_of(members)));
    assert!(matches!(story.duty(FILL).status, DutyStatus::Met { late: false, .. }));
}

// NB 10: the new one is announced in five working days; elsewhere no date is set.
#[test]
fn a_new_representative_is_announced_in_ningbo() {
    for (profile, owed) in [(Nb, true), (Cn, false), (Zj, false), (Hz, false)] {
        let mut story = given(profile).until("negotiating");
        let mut new = replacement(member("w7"), "w3");
        new.selection.on = day("2026-01-15");
        let events = story.does("2026-01-15 09:00", &union_chair(), replaces(new));
        let due: Vec<String> = events
            .iter()
            .filter_map(|event| match event {
                Event::DutyOpened(e) if e.duty.rule == "announce_reps" => Some(e.duty.dates.due.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(due, if owed { vec!["2026-01-22".to_owned()] } else { Vec::new() }, "{profile:?}");
    }
}

// CC22 26, WN9 15; NB 21 names deliberate delay, HZ 21 the employer's secrets.
#[test]
fn a_complaint_is_on_record_under_the_articles_of_the_place() {
    let cited = |profile, fault| {
        let mut story = given(profile).until("negotiating");
        let events = story.does("2026-01-15 09:00", &worker_rep(), acts::report_conduct("e2", fault));
        assert!(matches!(&events[0], Event::ConductReported(e) if e.person == "e2"));
        assert_eq!(story.stage(), "negotiating");
        events.iter().find_map(|event| match event {
            Event::CheckNoted(noted) => Some(noted.finding.citation.iter().map(ToString::to_string).collect()),
            _ => None,
        })
    };
    let articles = |list: &[&str]| Some(list.iter().map(|article| (*article).to_owned()).collect::<Vec<String>>());
    assert_eq!(cited(Zj, ConductFault::Threat), articles(&["CC22 26", "WN9 15"]));
    assert_eq!(cited(Nb, ConductFault::Delay), articles(&["NB 21"]));
    assert_eq!(cited(Cn, ConductFault::Delay), None, "no text of the place speaks of it");
    assert_eq!(cited(Hz, ConductFault::Disclosure), articles(&["CC22 26(2)", "WN9 15", "HZ 21", "HZ 48"]));
}

// CC22 26, WN9 15: what representatives may not do; others have no such duties.
#[test]
fn a_complaint_is_about_a_representative_present_or_former() {
    let mut story = vacant(Zj);
    story.does("2026-01-16 09:00", &employer_chief(), acts::report_conduct("w3", ConductFault::Disorder));
    let stranger = acts::report_conduct("w9", ConductFault::Disorder);
    says(&story.refuses("2026-01-16 09:00", &employer_chief(), stranger, "FACT-REP"));
    let early = acts::report_conduct("w2", ConductFault::Bribery);
    says(&given(Zj).until("offered").refuses("2026-01-16 09:00", &union_chair(), early, "STAGE-report_conduct"));
}

// ZJ-CC 14(2)–(3), CC22 27–28: what the text allows differs; nothing is refused.
#[test]
fn what_is_done_to_a_protected_representative_is_held_against_the_text() {
    use Treatment::{Dismissal, NotExtended, PayCut, PostChange};
    let outcome = |profile, what, consented, cause| {
        let mut story = given(profile).until("negotiating");
        let mut report = acts::treatment("w2", what, "2026-01-15");
        report.consented = consented;
        report.cause = cause;
        let events = story.does("2026-01-16 09:00", &worker_rep(), acts::reports(report));
        for event in &events {
            if let Event::CheckNoted(noted) = event {
                crate::who::complete([noted.finding.found(), noted.finding.required(), noted.finding.remedy()]);
            }
        }
        noted(&events, "CHK-REP-PROTECTION")
    };
    assert_eq!(outcome(Zj, Dismissal, false, None), Some(Outcome::Breach));
    assert_eq!(outcome(Zj, Dismissal, false, Some(DismissalCause::Discipline)), Some(Outcome::Amber));
    assert_eq!(outcome(Zj, Dismissal, false, Some(DismissalCause::DualEmployment)), Some(Outcome::Amber));
    assert_eq!(outcome(Cn, Dismissal, false, Some(DismissalCause::DualEmployment)), Some(Outcome::Breach));
    assert_eq!(outcome(Cn, Dismissal, true, None), Some(Outcome::Amber));
    assert_eq!(outcome(Zj, PostChange, false, None), Some(Outcome::Breach));
    assert_eq!(outcome(Zj, PostChange, true, None), None);
    assert_eq!(outcome(Cn, PostChange, false, None), Some(Outcome::Amber));
    assert_eq!(outcome(Hz, NotExtended, false, None), Some(Outcome::Breach));
    assert_eq!(outcome(Nb, PayCut, false, None), Some(Outcome::Breach));
}

// ZJ-CC 13–14: protected from the registration to the end of the agreement's term; who leaves, until then.
#[test]
fn protection_lasts_from_the_registration_to_the_end_of_the_term() {
    let mut story = given(Zj).until("effective");
    let of = |story: &Story, id: &str| protections(story.case()).into_iter().find(|known| known.person == id).unwrap();
    let w2 = of(&story, "w2");
    assert_eq!((w2.from, w2.to), (day("2026-01-05"), Some(day("2027-01-20"))));
    assert_eq!(w2.articles, ["ZJ-CC 13", "ZJ-CC 14", "CC22 27", "CC22 28"]);
    story.does("2026-02-02 09:00", &union_chair(), vacate("w3", "2026-02-02"));
    assert_eq!(of(&story, "w3").to, Some(day("2026-02-01")));
    for (on, expected) in [("2026-01-04", false), ("2026-01-05", true), ("2026-02-02", true)] {
        let report = acts::report_treatment("w2", Treatment::PayCut, on);
        let events = story.does("2026-02-03 09:00", &worker_rep(), report);
        assert_eq!(noted(&events, "CHK-REP-PROTECTION").is_some(), expected, "{on}");
    }
    let after = acts::report_treatment("w3", Treatment::PayCut, "2026-02-02");
    assert_eq!(noted(&story.does("2026-02-03 09:00", &worker_rep(), after), "CHK-REP-PROTECTION"), None);
    assert_eq!(of(&given(Cn).until("drafted"), "w1").to, None, "no term yet");
    assert!(protections(given(Zj).case()).is_empty());
}

// ZJ-CC 14, CC22 27–28: the workers' representatives are protected, from what has happened.
#[test]
fn a_report_names_a_worker_representative_and_a_day_that_came() {
    let mut story = given(Zj).until("negotiating");
    let at = "2026-01-15 09:00";
    let of_employer = acts::report_treatment("e2", Treatment::PayCut, "2026-01-15");
    says(&story.refuses(at, &worker_rep(), of_employer, "FACT-REP"));
    let ahead = acts::report_treatment("w2", Treatment::PayCut, "2026-01-16");
    says(&story.refuses(at, &worker_rep(), ahead, "FACT-DATE"));
    let report = acts::report_treatment("w2", Treatment::PayCut, "2026-01-15");
    let row = negotiation::table::find("report_treatment").unwrap();
    for actor in everybody().into_iter().filter(|actor| !row.capacities.contains(&actor.capacity)) {
        assert!(story.attempt(moment(at), &actor, report.clone()).is_err(), "{actor:?}");
    }
}

// ZJ-CC 11, HZ 18: many dispatched workers and none at the table; ZJ-CC 10(2): disabled workers in proportion.
#[test]
fn dispatched_and_disabled_workers_without_a_representative_are_noted() {
    let with = |profile, dispatched, disabled| {
        let mut open = acts::opening(profile);
        open.employer.dispatched = dispatched;
        open.employer.disabled = disabled;
        let mut story = crate::cast::given_with(&crate::cast::BOOK, acts::opened(open));
        let events = story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
        (noted(&events, "CHK-REP-DISPATCHED"), noted(&events, "CHK-REP-DISABLED"))
    };
    assert_eq!(
        with(Zj, 20, 66),
        (None, None),
        "a tenth is not more than a tenth; 66 of 200 are less than one in three"
    );
    assert_eq!(with(Zj, 21, 67), (Some(Outcome::Amber), Some(Outcome::Amber)));
    assert_eq!(with(Cn, 21, 67), (None, None), "the national rules know neither");
}

// ZJ-CC 10(3), HZ 18, CC22 21: who leads for the employer.
#[test]
fn an_employer_s_chief_who_is_not_in_charge_is_noted_in_zhejiang() {
    let list = |manager| {
        let mut members = acts::members("e", 3);
        members[0] = Member { manager, ..chief("e7") };
        acts::employers_of(members)
    };
    for (profile, manager, expected) in
        [(Cn, false, None), (Zj, true, Some(Outcome::Amber)), (Hz, true, None), (Hz, false, Some(Outcome::Amber))]
    {
        let events = given(profile).does("2026-01-05 09:00", &legal_rep(), acts::reps(&list(manager)));
        assert_eq!(noted(&events, "CHK-CHIEF-PRINCIPAL"), expected, "{profile:?}");
    }
}

// NB 8, CC22 24: the legal representative isn't the workers', the union's chair isn't the employer's.
#[test]
fn heads_of_either_side_on_the_other_list_are_refused_in_ningbo_and_noted_elsewhere() {
    let mut workers = acts::members("w", 3);
    workers[2] = member("e1");
    let mut employers = acts::members("e", 3);
    employers[2] = member("w1");
    for (who, list) in [(union_chair(), acts::workers_of(workers)), (legal_rep(), acts::employers_of(employers))] {
        says(&given(Nb).refuses("2026-01-05 09:00", &who, acts::reps(&list), "CHK-REP-DUAL"));
        let events = given(Zj).does("2026-01-05 09:00", &who, acts::reps(&list));
        assert_eq!(noted(&events, "CHK-REP-DUAL"), Some(Outcome::Amber));
    }
}
