//! Time: it never goes back, what fell due is struck first, and what was struck stays.

use law::rules::Profile::Zj;
use negotiation::{Event, strike};

use crate::acts;
use crate::cast::{agent, clock, given, legal_rep, moment, officer, union_chair, worker_chief};
use crate::who::says;

// Rule of the platform: time doesn't go back; a clock a little behind repeats the last time.
#[test]
fn a_clock_that_is_five_seconds_behind_repeats_the_last_time() {
    let mut story = given(Zj);
    let behind = moment("2026-01-05 08:00").plus_millis(-negotiation::CLOCK_SLACK);
    story.attempt(behind, &union_chair(), acts::issue_offer()).unwrap();
    assert_eq!(story.state.last_at(), moment("2026-01-05 08:00"));
}

// Rule of the platform: time doesn't go back; a clock further behind decides nothing.
#[test]
fn time_that_goes_back_further_is_refused() {
    let mut story = given(Zj);
    let behind = moment("2026-01-05 08:00").plus_millis(-negotiation::CLOCK_SLACK - 1);
    let refusal = story.attempt(behind, &union_chair(), acts::issue_offer()).unwrap_err();
    assert_eq!(refusal.rule, "TIME-BACK");
    says(&refusal);
    assert!(strike(&story.book, &mut story.state, behind).is_err());
}

// ZJ-CC 16(2); rule of the platform: what fell due is struck in due order before an act is decided, even if that is refused.
#[test]
fn what_fell_due_is_struck_in_due_order_before_an_act_is_decided() {
    let mut story = given(Zj).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-03-16"));
    story.does("2026-01-07 09:00", &worker_chief(), acts::request_data());
    let before = story.records.len();
    story.refuses("2026-03-10 09:00", &agent(), acts::copy(acts::digest("no text")), "WHO-copy_to_higher_union");
    let struck: Vec<String> = story.records[before..]
        .iter()
        .map(|bytes| {
            let record: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            assert_eq!(record["actor"]["capacity"], "clock");
            record["data"]["command"]["with"]["duty"].as_str().unwrap().to_owned()
        })
        .collect();
    let owed = [
        "disclose-agenda-worker",
        "disclose-data-employer-1",
        "disclose-rep_list-employer",
        "disclose-rep_list-worker",
    ];
    assert_eq!(struck, owed, "all due on 9 March, by name");
    story.refuses("2026-03-10 09:01", &agent(), acts::copy(acts::digest("no text")), "WHO-copy_to_higher_union");
    assert_eq!(story.records.len(), before + owed.len(), "nothing is struck twice");
}

// LCL 54, ZJ-CC 34, row 29: in force after the fifteenth day, though nobody acts.
#[test]
fn the_clock_strikes_without_any_act() {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-02 09:00", &agent(), file);
    let early = strike(&story.book, &mut story.state, moment("2026-03-17 23:59")).unwrap();
    assert!(early.is_empty());
    let due = strike(&story.book, &mut story.state, moment("2026-03-18 00:00")).unwrap();
    assert!(matches!(due[0].events[0], Event::DutyLapsed(_)));
    assert_eq!(story.stage(), "effective");
}

// ZJ-CC 7; rule of the platform: the clock strikes nothing before the end of its last day, and nothing that isn't owed.
#[test]
fn the_clock_does_not_strike_what_is_not_due() {
    let mut story = given(Zj).until("awaiting_reply");
    for duty in ["reply-1", "no-such-duty"] {
        says(&story.refuses("2026-01-06 09:00", &clock(), acts::strike_clock(duty), "STAGE-strike_clock"));
    }
}

// Rule of the platform: the id of a strike follows from the chain.
#[test]
fn the_same_strike_has_the_same_id() {
    let strikes = || {
        let mut story = given(Zj).until("filed");
        strike(&story.book, &mut story.state, moment("2026-03-18 00:00")).unwrap()
    };
    assert_eq!(strikes(), strikes());
    assert_eq!(strikes()[0].act.get_version_num(), 7);
}

// LCL 54, ZJ-CC 34; rule of the platform: a record has the time of its writing, what it says the time by law.
#[test]
fn the_recording_time_and_the_legal_instant_are_told_apart() {
    let mut story = given(Zj).until("filed");
    story.refuses("2026-02-05 09:00", &officer(), acts::register(), "STAGE-register");
    let last: serde_json::Value = serde_json::from_slice(story.records.last().unwrap()).unwrap();
    assert_eq!(last["at"], "2026-02-05T09:00:00.000+08:00");
    assert_eq!(last["data"]["events"][0]["with"]["at"], "2026-02-04T00:00:00.000+08:00");
}
