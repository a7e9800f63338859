//! Corrections of recorded facts: proposed by one, confirmed by another, dates recomputed openly.

use law::rules::Profile::Zj;
use negotiation::command::FactChange;
use negotiation::state::DutyStatus;
use negotiation::{Event, Side};

use crate::acts::{self, confirm_correction, propose_correction};
use crate::cast::{
    Story, agent, day, employer_chief, given, legal_rep, officer, recorder, union_chair, union_officer, worker_chief,
};
use crate::who::says;

/// An offer recorded as received on 3 March, owed an answer by 17 March; issued on 2 March.
fn awaiting() -> Story {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-03-03 10:00", &agent(), acts::record_delivery("2026-03-03"));
    assert_eq!(story.due("reply-1"), "2026-03-17");
    story
}

fn received(old: &str, new: &str) -> FactChange {
    FactChange::OfferReceived { new: day(new), old: day(old) }
}

// ZJ-CC 7: ten working days from receipt; another day of receipt, another last day.
#[test]
fn a_corrected_day_of_receipt_moves_the_last_day_for_the_reply() {
    let mut story = awaiting();
    story.does("2026-03-06 09:00", &agent(), propose_correction(received("2026-03-03", "2026-03-05")));
    assert_eq!(story.due("reply-1"), "2026-03-17", "a proposal alone moves nothing");
    let events = story.does("2026-03-06 10:00", &union_chair(), confirm_correction(1));
    assert!(events.iter().any(|event| matches!(event, Event::DutyRecomputed(_))));
    assert_eq!(story.due("reply-1"), "2026-03-19");
    assert_eq!(story.duty("reply-1").anchor, day("2026-03-05"));
}

// ZJ-CC 7: by the right day of receipt the ten working days are not over, so there is no default.
#[test]
fn a_breach_that_no_longer_holds_is_withdrawn() {
    let mut story = awaiting();
    story.does("2026-03-18 09:00", &agent(), propose_correction(received("2026-03-03", "2026-03-05")));
    assert_eq!(story.duty("reply-1").status, DutyStatus::Struck);
    let events = story.does("2026-03-18 10:00", &recorder(), confirm_correction(1));
    assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(_))));
    assert_eq!(story.duty("reply-1").status, DutyStatus::Open);
}

// ZJ-CC 7: by the right day of receipt the reply came within the ten working days.
#[test]
fn a_late_reply_that_was_in_time_after_all_is_no_longer_late() {
    let mut story = awaiting();
    story.does("2026-03-18 09:00", &legal_rep(), acts::reply("2026-12-01"));
    assert!(matches!(story.duty("reply-1").status, DutyStatus::Met { late: true, .. }));
    story.does("2026-03-18 10:00", &agent(), propose_correction(received("2026-03-03", "2026-03-05")));
    let events = story.does("2026-03-18 11:00", &worker_chief(), confirm_correction(1));
    assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(_))), "the record of default goes too");
    assert!(matches!(story.duty("reply-1").status, DutyStatus::Met { late: false, .. }));
}

// Rule of the platform: a fact that binds both is corrected with the other side, or with somebody of neither.
#[test]
fn a_correction_needs_the_other_side_or_a_neutral() {
    let mut story = awaiting();
    story.does("2026-03-06 09:00", &agent(), propose_correction(received("2026-03-03", "2026-03-05")));
    says(&story.refuses("2026-03-06 10:00", &agent(), confirm_correction(1), "CONFIRM-SAME-PERSON"));
    says(&story.refuses("2026-03-06 10:01", &legal_rep(), confirm_correction(1), "WHO-confirm"));
    story.does("2026-03-06 10:02", &union_officer(), confirm_correction(1));
    says(&story.refuses("2026-03-06 10:03", &union_chair(), confirm_correction(1), "STAGE-confirm_correction"));
}

// Rule of the platform: a correction names what stands; if that has changed meanwhile, it corrects nothing.
#[test]
fn a_correction_starts_from_what_stands() {
    let mut story = awaiting();
    says(&story.refuses(
        "2026-03-06 09:00",
        &agent(),
        propose_correction(received("2026-03-04", "2026-03-05")),
        "FACT-STALE",
    ));
    story.does("2026-03-06 09:01", &agent(), propose_correction(received("2026-03-03", "2026-03-05")));
    story.does("2026-03-06 09:02", &union_chair(), propose_correction(received("2026-03-03", "2026-03-04")));
    story.does("2026-03-06 09:03", &union_officer(), confirm_correction(1));
    story.refuses("2026-03-06 09:04", &agent(), confirm_correction(2), "FACT-STALE");
}

// CIV 137: an offer is received once it has been sent, and not tomorrow.
#[test]
fn an_offer_is_not_corrected_to_a_day_before_it_was_issued() {
    let mut story = awaiting();
    for new in ["2026-03-01", "2026-03-07"] {
        let wrong = propose_correction(received("2026-03-03", new));
        says(&story.refuses("2026-03-06 09:00", &agent(), wrong, "FACT-DATE"));
    }
}

// ZJ-CC 34, LCL 54: fifteen days from receipt; nothing is filed before both chiefs signed it.
#[test]
fn a_corrected_day_of_filing_moves_the_review() {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-03 09:00", &agent(), file);
    assert_eq!(story.due("review-1"), "2026-03-18");
    let change = FactChange::FilingReceived { new: day("2026-03-02"), old: day("2026-03-03") };
    story.does("2026-03-04 09:00", &officer(), propose_correction(change));
    story.does("2026-03-04 10:00", &recorder(), confirm_correction(1));
    assert_eq!(story.due("review-1"), "2026-03-17");
    let too_early = FactChange::FilingReceived { new: day("2026-01-17"), old: day("2026-03-02") };
    story.refuses("2026-03-04 11:00", &officer(), propose_correction(too_early), "FACT-DATE");
}

// Rule of the platform: names, addresses and numbers of the parties are put right like days.
#[test]
fn names_and_numbers_are_corrected() {
    let mut story = given(Zj);
    let changes = [
        FactChange::EmployerName {
            new: "示例五金股份有限公司（虚构）".to_owned(),
            old: "示例五金有限公司（虚构）".to_owned(),
        },
        FactChange::EmployerAddress {
            new: "示例县虚构路2号".to_owned(), old: "示例县虚构路1号".to_owned()
        },
        FactChange::UnionName {
            new: "示例五金工会（虚构）".to_owned(),
            old: "示例五金有限公司工会（虚构）".to_owned(),
        },
        FactChange::Headcount { new: 210, old: 200 },
    ];
    for (number, change) in (1..).zip(changes) {
        story.does("2026-01-05 09:00", &agent(), propose_correction(change));
        story.does("2026-01-05 09:00", &union_chair(), confirm_correction(number));
    }
    let header = story.case().header();
    assert_eq!((header.employer.headcount, header.union.name.as_str()), (210, "示例五金工会（虚构）"));
    let nothing = FactChange::EmployerName { new: " ".to_owned(), old: header.employer.name.clone() };
    says(&story.refuses("2026-01-05 10:00", &agent(), propose_correction(nothing), "FACT-EMPTY"));
    let nobody = FactChange::Headcount { new: 0, old: 210 };
    says(&story.refuses("2026-01-05 10:00", &employer_chief(), propose_correction(nobody), "FACT-NUMBER"));
    assert_eq!(story.case().header().employer.legal_rep.id, "e1", "{:?}", Side::Employer);
}
