//! Edges on which a reading of the texts turns: the same day, the same instant, all of them, one more than all.

use law::rules::Profile::{Cn, Zj};
use negotiation::checks::Finding;
use negotiation::command::{ChildKind, Grievance, OfferBasis, Treatment};
use negotiation::state::DutyStatus;
use negotiation::{Command, Event, RegisteredAcceptance, Side};

use crate::acts;
use crate::cast::{
    BOOK, agent, clerk, day, employer_chief, employer_rep, given, given_with, legal_rep, moment, officer, recorder,
    system, union_chair, union_officer, worker_chief, worker_rep,
};
use crate::letters::notes;
use crate::who::says;

pub(crate) fn finding<'a>(events: &'a [Event], rule: &str) -> &'a Finding {
    let found = events.iter().find_map(|event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == rule => Some(&noted.finding),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("{rule} in {events:?}"))
}

fn figure(finding: &Finding, name: &str) -> String {
    let figures = serde_json::to_value(finding).unwrap()["figures"].clone();
    let found = figures.as_array().unwrap().iter().find(|figure| figure["name"] == name).unwrap();
    found["value"].to_string().trim_matches('"').to_owned()
}

pub(crate) fn moved(events: &[Event]) -> Vec<&str> {
    events
        .iter()
        .filter_map(|event| match event {
            Event::DutyRecomputed(e) => Some(e.duty.as_str()),
            Event::DutyMet(e) => Some(e.duty.as_str()),
            Event::BreachWithdrawn(e) => Some(e.duty.as_str()),
            _ => None,
        })
        .collect()
}

// WN9 17, ZJ-CC 7, 16: the texts ask for a time that is agreed, not for one on another day.
#[test]
fn a_meeting_may_be_on_the_day_itself() {
    let mut story = given(Cn);
    story.does("2026-01-05 09:00", &union_chair(), acts::issue_offer_for("2026-01-05"));
    story.does("2026-01-05 09:30", &agent(), acts::record_delivery("2026-01-05"));
    story.does("2026-01-05 10:00", &legal_rep(), acts::reply("2026-01-05"));
    assert_eq!(story.stage(), "preparing");
    let mut story = given(Zj).until("negotiating");
    let close =
        Command::Session(negotiation::command::SessionCommand::CloseSession(negotiation::command::CloseSession {
            next_on: Some(day("2026-01-14")),
            summary: "下午继续".to_owned(),
        }));
    story.does("2026-01-14 12:00", &recorder(), close);
    assert_eq!(story.case().meeting_on, Some(day("2026-01-14")));
}

// CIV 137: an offer is answered from the instant of its receipt on.
#[test]
fn an_offer_is_answered_at_the_instant_of_its_receipt() {
    let mut story = given(Zj).with_inbox();
    story.does("2026-01-05 09:00", &union_chair(), acts::issue_offer());
    story.does("2026-01-05 09:00", &legal_rep(), acts::reply("2026-01-14"));
    assert_eq!(story.stage(), "preparing");
}

// CIV 137: the inbox of a side counts for that side, from its acceptance on.
#[test]
fn an_acceptance_counts_for_its_own_side_and_not_before() {
    let given_at = |at, side| RegisteredAcceptance { at: moment(at), side, text: acts::digest("terms of use") };
    for (acceptance, stage) in [
        (given_at("2026-01-01 08:00", Side::Employer), "awaiting_reply"),
        (given_at("2026-01-05 09:00", Side::Employer), "awaiting_reply"),
        (given_at("2026-01-05 09:01", Side::Employer), "offered"),
        (given_at("2026-01-01 08:00", Side::Worker), "offered"),
    ] {
        let mut story = given(Zj);
        story.facts.acceptances = vec![acceptance];
        story.does("2026-01-05 09:00", &union_chair(), acts::issue_offer());
        assert_eq!(story.stage(), stage);
    }
}

// ZJ-CC 30(3), CC22 38: too early and too late are told apart.
#[test]
fn an_offer_to_renew_says_whether_it_is_early_or_late() {
    for (on, how) in [("2026-03-29", "early"), ("2026-03-31", "early"), ("2026-07-01", "late"), ("2026-08-03", "late")]
    {
        let mut story = given_with(&BOOK, acts::open_under(Zj, acts::parent(ChildKind::Renewal, None)));
        let offer = acts::offer_for_day(OfferBasis::Renewal, "2026-12-01");
        let events = story.does(&format!("{on} 09:00"), &union_chair(), offer);
        assert_eq!(figure(finding(&events, "CHK-RENEW-WINDOW"), "how"), how, "{on}");
    }
}

// ZJ-CC 31, CC22 39: what the case was opened for is named in words.
#[test]
fn a_refusal_names_what_the_case_is_for() {
    let words = messages::Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES]).unwrap();
    for (kind, named) in [(ChildKind::Amendment, "变更"), (ChildKind::Rescission, "解除"), (ChildKind::Renewal, "续订")]
    {
        let parent = acts::parent(kind, Some(negotiation::command::Ground::Agreement));
        let mut story = given_with(&BOOK, acts::open_under(Zj, parent));
        let wrong = if kind == ChildKind::Renewal { OfferBasis::Amendment } else { OfferBasis::Renewal };
        let offer = acts::offer_for_day(wrong, "2026-01-14");
        let refusal = story.refuses("2026-01-05 10:00", &union_chair(), offer, "FACT-BASIS");
        let said: String =
            [refusal.found(), refusal.required(), refusal.remedy()].iter().map(|one| words.say(one)).collect();
        assert!(said.contains(named), "{said}");
    }
}

// ZJ-CC 30, 33: a change from a day after the last one prolongs nothing; one from the day after changes nothing.
#[test]
fn a_change_after_the_last_day_prolongs_nothing() {
    for (on, last) in [("2027-03-01", "2027-01-20"), ("2027-01-21", "2027-01-20"), ("2027-01-20", "2027-01-19")] {
        let mut story = given(Zj).until("effective");
        story.does("2026-12-01 09:00", &system(), acts::child_opened(7, ChildKind::Amendment));
        let events = story.does("2026-12-02 09:00", &system(), acts::child_succeeded(7, on, None));
        assert_eq!(story.due("term-1"), last, "{on}");
        assert_eq!(moved(&events).is_empty(), last == "2027-01-20", "{on}");
    }
}

// ZJ-CC 14: what was done today can be reported today.
#[test]
fn treatment_is_reported_on_its_day() {
    let mut story = given(Zj).until("ready");
    story.does("2026-01-20 11:00", &worker_rep(), acts::report_treatment("w2", Treatment::Dismissal, "2026-01-20"));
    let tomorrow = acts::report_treatment("w2", Treatment::Dismissal, "2026-01-21");
    says(&story.refuses("2026-01-20 11:00", &worker_rep(), tomorrow, "FACT-DATE"));
}

// CC22 42(2): a return ends the review and nothing else.
#[test]
fn a_return_voids_the_review_alone() {
    let mut story = given(Zj).until("signed");
    story.does("2026-01-18 12:00", &union_officer(), acts::vacate("w3", "2026-01-18"));
    let mut story = story.until("filed");
    let events = story.does("2026-01-20 09:00", &officer(), acts::return_incomplete());
    let voided: Vec<&str> = events
        .iter()
        .filter_map(|event| if let Event::DutyVoided(e) = event { Some(e.duty.as_str()) } else { None })
        .collect();
    assert_eq!(voided, ["review-1"]);
}

// ZJ-CC 16(2): another day of the first meeting moves what is still owed before it, no other duty and nothing given.
#[test]
fn another_day_of_the_meeting_moves_what_is_owed_before_it() {
    let mut story = given(Zj).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-14"));
    story.does("2026-01-06 10:00", &legal_rep(), acts::reps(&acts::employers()));
    story.does("2026-01-06 11:00", &worker_chief(), acts::agenda());
    story.does("2026-01-06 12:00", &union_officer(), acts::vacate("w3", "2026-01-06"));
    let events = story.does("2026-01-06 15:00", &recorder(), acts::schedule("2026-01-20"));
    let mut found = moved(&events);
    found.sort_unstable();
    assert_eq!(found, ["disclose-rep_list-employer", "disclose-rep_list-worker"]);
}

// CC22 54: facts and result both stand in it.
#[test]
fn a_coordination_agreement_states_facts_and_result() {
    use negotiation::command::{DisputeCommand, RecordCoordinationAgreement};
    let mut story = given(Zj).until("disputed");
    story.does("2026-03-02 09:00", &officer(), acts::accept_coordination());
    for (facts, result) in [("查明的事实", " "), ("", "达成的结果")] {
        let agreement = Command::Dispute(DisputeCommand::RecordCoordinationAgreement(RecordCoordinationAgreement {
            facts: facts.to_owned(),
            paper: acts::digest("paper"),
            result: result.to_owned(),
            signed_by_all: true,
            unresolved: Vec::new(),
        }));
        says(&story.refuses("2026-03-03 09:00", &officer(), agreement, "FACT-EMPTY"));
    }
}

// ZJ-CC 16(2), 42(六): what the workers gave, or owe, is no ground against the employer.
#[test]
fn a_letter_about_data_is_about_the_employers_data() {
    let mut story = given(Zj).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-30"));
    story.does("2026-01-06 11:00", &worker_chief(), acts::agenda());
    assert!(
        !crate::grievance::accepts(&story, "2026-01-07 09:00", Grievance::Data),
        "the employer gave and owes nothing"
    );
    // The workers' list is late, the employer's is given in time.
    story.does("2026-01-08 10:00", &legal_rep(), acts::reps(&acts::employers()));
    story.does("2026-01-08 11:00", &employer_chief(), acts::rep_list());
    let events = story.does("2026-01-26 09:00", &union_chair(), acts::opine(Grievance::Data));
    assert_eq!(story.duty("disclose-rep_list-worker").status, DutyStatus::Struck);
    assert!(notes(&events, "CHK-GRIEVANCE"), "what it gave may be untrue; it withholds nothing");
}

// ZJ-CC 24(3), HZ 47: a refusal to sign one text is none of another.
#[test]
fn a_refusal_to_sign_an_earlier_text_is_none_of_this_one() {
    let mut story = given(Zj).until("adopted");
    let text = story.text();
    story.does("2026-01-17 17:00", &employer_chief(), acts::refuse_to_sign(text));
    let mut story = story.until("objected");
    story.initials("2026-01-22 15:00", crate::wording::with_figure("min_wage", 270_000));
    let submit = acts::submit(story.text(), "2026-01-24", 60);
    story.does("2026-01-23 09:00", &union_chair(), submit);
    let vote = acts::vote(story.text(), "2026-01-24", 60, 50, 45);
    story.does("2026-01-24 16:00", &clerk(), vote);
    let events = story.does("2026-01-26 09:00", &union_chair(), acts::opine(Grievance::NotSigned));
    assert!(notes(&events, "CHK-GRIEVANCE"), "nobody refused to sign this one");
}

// CC22 46: slips of the pen that the bureau pointed at owe the congress nothing.
#[test]
fn mended_slips_are_not_owed_to_the_congress() {
    let mut story = given(Zj).until("objected");
    let terms = crate::wording::mended();
    let initial = acts::initial(terms.digest().unwrap());
    story.does("2026-01-22 09:00", &recorder(), acts::table_slips(terms));
    story.does("2026-01-22 10:00", &worker_chief(), initial.clone());
    let events = story.does("2026-01-22 11:00", &employer_chief(), initial);
    assert_eq!(story.stage(), "adopted");
    assert!(!events.iter().any(|event| matches!(event, Event::DutyOpened(_))), "{events:?}");
}

// CC22 19, 31: only a chief waits for a chief; anybody else who isn't on the list isn't on the list.
#[test]
fn a_stranger_is_a_stranger_while_the_chiefs_place_is_vacant() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 10:00", &union_officer(), acts::vacate("w1", "2026-01-14"));
    let stranger = negotiation::Actor { id: "w9".to_owned(), ..worker_rep() };
    let refusal =
        story.refuses("2026-01-14 11:00", &stranger, acts::position("rise", Side::Worker, 800), "WHO-table_position");
    assert_eq!(refusal.found().key, "neg-who-list-found");
    let refusal = story.refuses(
        "2026-01-14 11:00",
        &worker_chief(),
        acts::position("rise", Side::Worker, 800),
        "WHO-table_position",
    );
    assert_eq!(refusal.found().key, "neg-who-vacant-found");
}

// CC22 31: from the day on which the list was chosen a place can be vacant.
#[test]
fn a_place_falls_vacant_from_the_day_of_the_election_on() {
    let mut story = given(Zj).until("ready");
    let elected = story.case().delegations.worker.as_ref().unwrap().selection.on;
    let before = elected.yesterday().unwrap().to_string();
    says(&story.refuses("2026-01-15 09:00", &union_officer(), acts::vacate("w3", &before), "FACT-DATE"));
    story.does("2026-01-15 09:00", &union_officer(), acts::vacate("w3", &elected.to_string()));
}

// ZJ-CC 13, CC22 20(2): somebody on the list takes the chief's place, no other.
#[test]
fn somebody_on_the_list_becomes_chief_in_the_chiefs_place_only() {
    let mut story = given(Zj).until("ready");
    let chief =
        negotiation::command::Member { chief: true, mandate: Some(acts::digest("mandate")), ..acts::member("w2") };
    let plain = acts::member("w2");
    for (member, replaced) in [(chief.clone(), "w3"), (plain, "w1"), (chief.clone(), "w2")] {
        says(&story.refuses("2026-01-15 09:00", &union_chair(), acts::replace(member, replaced), "FACT-REP"));
    }
    story.does("2026-01-15 09:00", &union_chair(), acts::replace(chief, "w1"));
}

// WN9 13: a position is on something and says something: in words or in figures.
#[test]
fn a_position_names_its_clause_and_says_something() {
    use negotiation::command::{SessionCommand, TablePosition};
    let position = |clause: &str, text: &str, values| {
        Command::Session(SessionCommand::TablePosition(TablePosition {
            clause: clause.to_owned(),
            side: Side::Employer,
            text: text.to_owned(),
            values,
        }))
    };
    let figures = vec![acts::value("rise", 300, negotiation::terms::Unit::BasisPoints)];
    let mut story = given(Zj).until("negotiating");
    for bad in [position(" ", "再议", figures.clone()), position("rise", " ", Vec::new())] {
        says(&story.refuses("2026-01-14 10:00", &employer_rep(), bad, "FACT-EMPTY"));
    }
    story.does("2026-01-14 10:00", &employer_rep(), position("rise", "再议", Vec::new()));
    story.does("2026-01-14 10:00", &employer_rep(), position("rise", "", figures));
}

// ZJ-CC 12: how many of how many have not confirmed.
#[test]
fn the_coverage_at_the_signature_says_how_many_have_confirmed() {
    let mut story = crate::sector::sector(Zj).until("adopted");
    let sign = acts::sign(story.text());
    story.does("2026-01-18 09:00", &worker_chief(), sign.clone());
    let events = story.does("2026-01-18 10:00", &employer_chief(), sign);
    let noted = finding(&events, "CHK-COVERAGE");
    assert_eq!((figure(noted, "count"), figure(noted, "total")), ("5".to_owned(), "5".to_owned()));
}

// WN9 13: each clause of a package says something: in words or in figures.
#[test]
fn a_clause_of_a_package_says_something() {
    use negotiation::command::PackageItem;
    let silent = PackageItem { text: String::new(), values: Vec::new(), ..acts::rise(500) };
    let nameless = PackageItem { clause: " ".to_owned(), ..acts::rise(500) };
    let worded = PackageItem { values: Vec::new(), ..acts::rise(500) };
    let figured = PackageItem { text: String::new(), ..acts::rise(500) };
    let mut story = given(Zj).until("negotiating");
    for bad in [silent, nameless] {
        let package = acts::package(Side::Worker, &[bad]);
        says(&story.refuses("2026-01-14 10:00", &worker_rep(), package, "FACT-EMPTY"));
    }
    for good in [worded, figured] {
        story.does("2026-01-14 10:00", &worker_rep(), acts::package(Side::Worker, &[good]));
    }
}

// CC22 33, ZJ-CC 16: a session may be fixed for the day itself.
#[test]
fn a_session_may_be_fixed_for_the_day_itself() {
    let mut story = given(Zj).until("ready");
    story.does("2026-01-09 09:00", &recorder(), acts::schedule("2026-01-09"));
    says(&story.refuses("2026-01-09 09:00", &recorder(), acts::schedule("2026-01-08"), "FACT-DATE"));
}

// ZJ-CC 37: the year begins after the last one: what was heard on its last day belongs to it.
#[test]
fn a_report_of_the_last_day_of_a_year_is_that_years() {
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    let term = negotiation::terms::Term::Months { months: 24 };
    story.initials("2026-01-14 15:00", negotiation::terms::Terms { term, ..crate::wording::terms() });
    let mut story = story.until("effective");
    assert_eq!(story.due("annual_report-1"), "2027-01-20");
    story.does("2026-12-01 09:00", &clerk(), acts::report("2026-11-30"));
    story.does("2027-01-20 10:00", &clerk(), acts::report("2027-01-20"));
    assert_eq!(story.duty("annual_report-2").status, DutyStatus::Open, "heard within the first year");
    story.does("2027-01-21 10:00", &clerk(), acts::report("2027-01-21"));
    assert!(matches!(story.duty("annual_report-2").status, DutyStatus::Met { late: false, .. }));
}
