//! Offer, delivery, reply (rows 1, 3, 4, 5).

use law::rules::Profile;
use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::command::{Command, IssueOffer, OfferCommand};
use negotiation::state::DutyStatus;
use negotiation::{Event, Side};

use crate::acts;
use crate::cast::{Story, agent, day, given, higher_union, legal_rep, moment, recorder, union_chair, worker_chief};
use crate::who::says;

/// An offer of the union that was received on a day, awaiting a reply.
fn received(profile: Profile, on: &str) -> Story {
    let mut story = given(profile);
    if profile == Hz {
        story.does("2026-01-05 08:30", &union_chair(), acts::reps(&acts::workers()));
    }
    let offer = IssueOffer { meeting_on: day("2026-12-01"), ..acts::offer("2026-12-01") };
    story.does(&format!("{on} 09:00"), &union_chair(), acts::offers(offer));
    story.does(&format!("{on} 10:00"), &agent(), acts::record_delivery(on));
    story
}

fn is_late(story: &Story, duty: &str) -> bool {
    matches!(story.duty(duty).status, DutyStatus::Met { late: true, .. })
}

// WN9 17, ZJ-CC 7–8, CC22 32: either side offers in writing, with time, place and content.
#[test]
fn either_side_may_offer() {
    for who in [union_chair(), legal_rep()] {
        let mut story = given(Zj);
        story.does("2026-01-05 09:00", &who, acts::issue_offer());
        assert_eq!(story.stage(), "offered");
    }
}

// WN9 17: time, place, content.
#[test]
fn an_offer_without_time_place_or_content_is_refused() {
    let whole = acts::offer("2026-01-14");
    let mut nameless = whole.clone();
    nameless.topics[0].demand = "  ".to_owned();
    let lacking = [
        IssueOffer { place: " ".to_owned(), ..whole.clone() },
        IssueOffer { topics: Vec::new(), ..whole.clone() },
        IssueOffer { meeting_on: day("2026-01-04"), ..whole },
        nameless,
    ];
    for offer in lacking {
        let mut story = given(Zj);
        let refusal = story.refuses("2026-01-05 09:00", &union_chair(), acts::offers(offer), "CHK-OFFER-FIELDS");
        says(&refusal);
        assert_eq!(story.stage(), "idle");
    }
}

// HZ 24: an offer names the own representatives.
#[test]
fn an_offer_in_hangzhou_needs_the_list_of_the_offering_side() {
    let mut story = given(Hz);
    let refusal = story.refuses("2026-01-05 09:00", &union_chair(), acts::issue_offer(), "CHK-OFFER-FIELDS");
    assert_eq!(refusal.citation[0].as_str(), "HZ 24");
    story.does("2026-01-05 09:30", &union_chair(), acts::reps(&acts::workers()));
    story.does("2026-01-05 10:00", &union_chair(), acts::issue_offer());
}

// HZ 29: the whole negotiation ends within 60 days of the offer.
#[test]
fn in_hangzhou_the_sixty_days_run_from_the_offer() {
    let story = given(Hz).until("offered");
    assert_eq!(story.due("total-1"), "2026-03-06");
    let story = story.until("drafted");
    assert!(matches!(story.duty("total-1").status, DutyStatus::Met { late: false, .. }));
}

// CIV 137, ESL 11: the inbox is the receiving system only of a party that accepted it.
#[test]
fn an_offer_to_an_accepted_inbox_is_delivered_in_the_same_act() {
    let mut story = given(Zj).with_inbox();
    story.does("2026-02-10 09:30", &union_chair(), acts::issue_offer_for("2026-03-20"));
    assert_eq!(story.stage(), "awaiting_reply");
    assert_eq!(story.due("reply-1"), "2026-03-02");
}

// CIV 137, ESL 11: the receiving system may be named in the case as well.
#[test]
fn an_acceptance_given_inside_the_case_counts_too() {
    let mut story = given(Zj);
    story.does("2026-01-05 08:30", &legal_rep(), acts::accept_platform());
    story.does("2026-01-05 09:00", &union_chair(), acts::issue_offer());
    assert_eq!(story.stage(), "awaiting_reply");
}

// CIV 137: the sender doesn't decide when the other side received.
#[test]
fn the_offering_side_does_not_record_its_own_delivery() {
    let mut story = given(Zj).until("offered");
    let refusal =
        story.refuses("2026-01-05 11:00", &worker_chief(), acts::record_delivery("2026-01-05"), "WHO-record_delivery");
    says(&refusal);
    story.does("2026-01-05 12:00", &recorder(), acts::record_delivery("2026-01-05"));
    assert_eq!(story.stage(), "awaiting_reply");
}

// CIV 137: what is received has been sent, and has arrived.
#[test]
fn an_offer_is_not_received_before_it_is_issued_nor_in_the_future() {
    let mut story = given(Zj).until("offered");
    for on in ["2026-01-04", "2026-01-07"] {
        let refusal = story.refuses("2026-01-06 09:00", &higher_union(), acts::record_delivery(on), "FACT-DATE");
        says(&refusal);
    }
}

// ZJ-CC 7, CC22 32, WN9 17: the side that received the offer answers.
#[test]
fn nobody_answers_the_own_offer() {
    let mut story = given(Zj).until("awaiting_reply");
    says(&story.refuses("2026-01-06 09:00", &worker_chief(), acts::reply("2026-01-14"), "WHO-reply"));
    story.does("2026-01-06 10:00", &legal_rep(), acts::reply("2026-01-14"));
    assert_eq!(story.stage(), "preparing");
}

// ZJ-CC 7: in writing, with the time agreed.
#[test]
fn a_reply_without_time_or_content_is_refused() {
    let mut story = given(Zj).until("awaiting_reply");
    let Command::Offer(OfferCommand::Reply(whole)) = acts::reply("2026-01-14") else { panic!() };
    for lacking in [
        negotiation::command::Reply { place: String::new(), ..whole.clone() },
        negotiation::command::Reply { content: " ".to_owned(), ..whole.clone() },
        negotiation::command::Reply { meeting_on: day("2026-01-05"), ..whole },
    ] {
        let reply = Command::Offer(OfferCommand::Reply(lacking));
        says(&story.refuses("2026-01-06 09:00", &legal_rep(), reply, "CHK-OFFER-FIELDS"));
    }
}

// ZJ-CC 7: ten working days from receipt, the day of receipt not counted; to the end of the last day (CIV 203(2)).
#[test]
fn a_reply_is_in_time_until_the_end_of_the_tenth_working_day() {
    for (on, last, next) in [
        ("2026-02-10", "2026-03-02 23:59", "2026-03-03 00:00"),
        ("2026-03-02", "2026-03-16 23:59", "2026-03-17 00:00"),
        ("2026-04-28", "2026-05-14 23:59", "2026-05-15 00:00"),
        ("2026-09-21", "2026-10-12 23:59", "2026-10-13 00:00"),
    ] {
        let mut story = received(Zj, on);
        story.does(last, &legal_rep(), acts::reply("2026-12-01"));
        assert!(!is_late(&story, "reply-1"), "{on}: {last} is in time");
        let mut story = received(Zj, on);
        let events = story.does(next, &legal_rep(), acts::reply("2026-12-01"));
        assert!(matches!(events[0], Event::BreachRecorded(_)), "{on}: {next} is late");
        assert!(is_late(&story, "reply-1"));
        assert_eq!(story.stage(), "preparing", "a late reply doesn't end a negotiation");
    }
}

// CC22 32, WN9 17: twenty days; one that ends on a Sunday ends on the Monday (CIV 203(1)).
#[test]
fn a_reply_under_the_national_rules_has_twenty_days_and_no_last_day_on_a_holiday() {
    for (on, last, next) in
        [("2026-03-02", "2026-03-23 23:59", "2026-03-24 00:00"), ("2026-09-21", "2026-10-12 23:59", "2026-10-13 00:00")]
    {
        let mut story = received(Cn, on);
        assert!(story.duty("reply-1").dates.raw.is_some(), "the raw day is a Sunday");
        story.does(last, &legal_rep(), acts::reply("2026-12-01"));
        assert!(!is_late(&story, "reply-1"));
        let mut story = received(Cn, on);
        story.does(next, &legal_rep(), acts::reply("2026-12-01"));
        assert!(is_late(&story, "reply-1"));
    }
}

// ZJ-CC 7 beside CC22 32: the national date is a warning where it comes first.
#[test]
fn the_national_date_is_a_warning_where_it_comes_first() {
    let story = received(Zj, "2026-02-06");
    let dates = story.duty("reply-1").dates;
    assert_eq!((dates.due, dates.amber), (day("2026-02-27"), Some(day("2026-02-26"))));
}

// Row 5, ZJ-CC 7: silence is on record as a breach, dated by law; the case still waits for the reply.
#[test]
fn silence_is_recorded_as_a_breach_and_the_case_waits_on() {
    let mut story = received(Nb, "2026-03-02");
    let refusal = story.refuses("2026-03-20 09:00", &worker_chief(), acts::reply("2026-12-01"), "WHO-reply");
    says(&refusal);
    assert_eq!(story.stage(), "awaiting_reply");
    assert_eq!(story.duty("reply-1").status, DutyStatus::Struck, "what was struck stays though the act was refused");
    let last: serde_json::Value = serde_json::from_slice(story.records.last().unwrap()).unwrap();
    assert_eq!(last["data"]["events"][0]["with"]["at"], moment("2026-03-17 00:00").to_string());
    assert_eq!(last["at"], moment("2026-03-20 09:00").to_string());
    story.does("2026-03-20 10:00", &legal_rep(), acts::reply("2026-12-01"));
    assert_eq!(story.stage(), "preparing");
}

// ZJ-CC 7, 8: the employer addresses its own union, which answers.
#[test]
fn an_employers_offer_is_answered_by_the_union() {
    let mut story = given(Zj);
    story.does("2026-01-05 09:00", &legal_rep(), acts::issue_offer());
    story.does("2026-01-05 10:00", &union_chair(), acts::record_delivery("2026-01-05"));
    assert_eq!(story.duty("reply-1").owner.name(), Side::Worker.name());
    story.does("2026-01-06 10:00", &union_chair(), acts::reply("2026-01-14"));
    assert_eq!(story.stage(), "preparing");
}
