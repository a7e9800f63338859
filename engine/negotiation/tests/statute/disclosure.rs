//! Agenda, lists, data, plan before the meeting (row 9).

use law::rules::Profile;
use law::rules::Profile::{Cn, Hz, Nb, Zj};
use law::time::Moment;
use negotiation::Event;
use negotiation::command::DisclosureItem;
use negotiation::state::DutyStatus;

use crate::acts;
use crate::cast::{Story, agent, employer_chief, given, legal_rep, moment, worker_chief};

/// Answered on 6 January with a meeting on a day.
fn meeting_on(profile: Profile, day: &str) -> Story {
    let mut story = given(profile).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply(day));
    story
}

fn owed(story: &Story) -> Vec<String> {
    let disclose = |duty: &&negotiation::state::Duty| duty.rule == "disclose";
    story.case().duties().iter().filter(disclose).map(|duty| format!("{} {}", duty.id, duty.dates.due)).collect()
}

// ZJ-CC 16(2): agenda and lists seven days before; law.md's backward vectors (holiday: the working day before).
#[test]
fn in_zhejiang_agenda_and_lists_are_owed_seven_days_before_the_meeting() {
    for (meeting, due) in [
        ("2026-02-26", "2026-02-14"),
        ("2026-03-16", "2026-03-09"),
        ("2026-05-08", "2026-04-30"),
        ("2026-10-12", "2026-09-30"),
    ] {
        let owes = |item: &str| format!("disclose-{item} {due}");
        assert_eq!(
            owed(&meeting_on(Zj, meeting)),
            [owes("agenda-worker"), owes("rep_list-worker"), owes("rep_list-employer")]
        );
    }
}

// WN9 18: the national rules know a window for what was asked for, nothing unasked.
#[test]
fn under_the_national_rules_nothing_is_owed_unasked() {
    let mut story = meeting_on(Cn, "2026-03-16");
    assert_eq!(owed(&story), Vec::<String>::new());
    story.does("2026-01-07 09:00", &worker_chief(), acts::request_data());
    assert_eq!(owed(&story), ["disclose-data-employer-1 2026-03-16"]);
}

// NB 17: plan and data by both sides, unasked.
#[test]
fn in_ningbo_plan_and_data_are_owed_by_both_sides_unasked() {
    let story = meeting_on(Nb, "2026-03-16");
    assert_eq!(owed(&story).len(), 1 + 2 * 3);
    for id in ["plan-worker", "plan-employer", "data-worker", "data-employer"] {
        assert_eq!(story.due(&format!("disclose-{id}")), "2026-03-09");
    }
}

// HZ 25: data asked for is owed seven working days before; law.md's backward vectors.
#[test]
fn in_hangzhou_data_is_owed_seven_working_days_before() {
    for (meeting, due) in [
        ("2026-02-26", "2026-02-10"),
        ("2026-03-16", "2026-03-05"),
        ("2026-05-08", "2026-04-24"),
        ("2026-10-12", "2026-09-24"),
    ] {
        let mut story = meeting_on(Hz, meeting);
        story.does("2026-01-07 09:00", &worker_chief(), acts::request_data());
        assert_eq!(story.due("disclose-data-employer-1"), due);
    }
}

// ZJ-CC 16(2): on the last day in time, the day after late, and the case goes on.
#[test]
fn a_list_given_a_day_short_is_on_record_as_late() {
    for (at, late) in [("2026-03-09 23:59", false), ("2026-03-10 00:00", true)] {
        let mut story = meeting_on(Zj, "2026-03-16");
        story.does(at, &worker_chief(), acts::rep_list());
        let status = story.duty("disclose-rep_list-worker").status;
        assert!(matches!(status, DutyStatus::Met { late: found, .. } if found == late), "{at}: {status:?}");
    }
}

// ZJ-CC 16(2), row 9: agenda and the list of each side.
#[test]
fn the_case_is_ready_once_agenda_and_both_lists_are_given() {
    let mut story = given(Zj).until("preparing");
    story.does("2026-01-06 10:00", &legal_rep(), acts::reps(&acts::employers()));
    story.does("2026-01-06 11:00", &worker_chief(), acts::agenda());
    story.does("2026-01-06 12:00", &worker_chief(), acts::rep_list());
    assert_eq!(story.stage(), "preparing");
    story.does("2026-01-06 13:00", &employer_chief(), acts::rep_list());
    assert_eq!(story.stage(), "ready");
}

// ZJ-CC 10, 16(2): who attends is chosen first.
#[test]
fn a_list_is_given_only_after_it_is_registered() {
    let mut story = given(Zj).until("preparing");
    let refusal = story.refuses("2026-01-06 12:00", &employer_chief(), acts::rep_list(), "STAGE-disclose");
    crate::who::says(&refusal);
}

// ZJ-CC 16(2): seven days before; whoever asks later than that can't make the other side late.
#[test]
fn data_asked_for_too_late_is_no_default_of_the_other_side() {
    let mut story = meeting_on(Zj, "2026-03-16");
    story.does("2026-03-13 09:00", &worker_chief(), acts::request_data());
    story.does("2026-03-14 09:00", &employer_chief(), acts::answering(DisclosureItem::Data, &[1]));
    let duty = story.case().duty("disclose-data-employer-1");
    assert!(
        duty.is_none_or(|duty| !matches!(duty.status, DutyStatus::Struck | DutyStatus::Met { late: true, .. })),
        "{duty:?}"
    );
}

// ZJ-CC 16(2): seven days before the meeting, on whatever day it is.
#[test]
fn a_meeting_that_is_moved_moves_what_is_owed_before_it() {
    let mut story = meeting_on(Zj, "2026-03-16");
    story.does("2026-01-07 09:00", &worker_chief(), acts::schedule("2026-05-08"));
    let duty = story.duty("disclose-agenda-worker");
    assert_eq!(
        (duty.dates.due.to_string(), duty.anchor.to_string()),
        ("2026-04-30".to_owned(), "2026-05-08".to_owned())
    );
}

/// The instant from which a duty is in default on record, of those that the events strike.
fn default_of(events: &[Event], id: &str) -> Option<Moment> {
    events.iter().find_map(|event| match event {
        Event::BreachRecorded(breach) if breach.duty == id => Some(breach.at),
        _ => None,
    })
}

// ZJ-CC 16(2): a meeting agreed less than seven days ahead; the last day stays, but nobody was in default before.
#[test]
fn what_could_no_longer_be_given_in_time_is_struck_only_after_the_day_on_which_it_arose() {
    let list = "disclose-rep_list-employer";
    let mut story = meeting_on(Zj, "2026-01-09");
    let duty = story.duty(list);
    let days = (duty.dates.due.to_string(), duty.opened_on.to_string());
    assert_eq!(
        days,
        ("2025-12-31".to_owned(), "2026-01-06".to_owned()),
        "2 January is the holiday, back to the old year"
    );
    story.does("2026-01-06 23:59", &worker_chief(), acts::agenda());
    assert_eq!(story.duty(list).status, DutyStatus::Open);
    assert!(matches!(story.duty("disclose-agenda-worker").status, DutyStatus::Met { late: false, .. }));
    let events = story.does("2026-01-07 00:00", &legal_rep(), acts::reps(&acts::employers()));
    assert_eq!(default_of(&events, list), Some(moment("2026-01-07 00:00")));
    story.does("2026-01-07 09:00", &employer_chief(), acts::rep_list());
    assert!(matches!(story.duty(list).status, DutyStatus::Met { late: true, .. }));
}

// ZJ-CC 16(2): a reply on paper; its day is the day on which the duty arose.
#[test]
fn a_reply_on_paper_opens_what_is_owed_on_its_own_day() {
    let mut story = given(Zj).until("awaiting_reply");
    let paper = acts::enter_paper(acts::reply("2026-01-09"), legal_rep(), "2026-01-06");
    story.does("2026-01-08 09:00", &employer_chief(), paper);
    story.does("2026-01-08 10:00", &agent(), acts::confirm_paper(1));
    let events = story.does("2026-01-08 10:01", &worker_chief(), acts::agenda());
    assert_eq!(default_of(&events, "disclose-agenda-worker"), Some(moment("2026-01-07 00:00")));
}

// ZJ-CC 16(2); rule of the platform: nobody is late before the day on which the meeting was moved.
#[test]
fn a_meeting_that_is_moved_nearer_makes_nobody_late_before_the_day_of_the_move() {
    let mut story = meeting_on(Zj, "2026-03-16");
    story.does("2026-01-12 09:00", &worker_chief(), acts::schedule("2026-01-14"));
    let duty = story.duty("disclose-agenda-worker");
    assert_eq!(
        (duty.dates.due.to_string(), duty.opened_on.to_string()),
        ("2026-01-07".to_owned(), "2026-01-12".to_owned())
    );
    let events = story.does("2026-01-13 09:00", &worker_chief(), acts::agenda());
    assert_eq!(default_of(&events, "disclose-agenda-worker"), Some(moment("2026-01-13 00:00")));
}

// ZJ-CC 16(2), WN9 18: each thing asked for is owed by itself; one withheld is on record though another is given.
#[test]
fn what_is_asked_for_is_owed_item_by_item() {
    let mut story = meeting_on(Zj, "2026-03-16");
    story.does("2026-01-07 09:00", &worker_chief(), acts::request(&["工资总额", "利润"]));
    story.does("2026-01-08 09:00", &worker_chief(), acts::request(&["加班时数"]));
    let asked: Vec<&str> = story.case().requests.iter().map(|request| request.item.as_str()).collect();
    assert_eq!(asked, ["工资总额", "利润", "加班时数"]);
    story.does("2026-03-09 23:59", &employer_chief(), acts::answering(DisclosureItem::Data, &[1, 3]));
    let status = |story: &Story, number: u32| story.duty(&format!("disclose-data-employer-{number}")).status;
    assert!(matches!(status(&story, 1), DutyStatus::Met { late: false, .. }));
    assert!(matches!(status(&story, 3), DutyStatus::Met { late: false, .. }));
    assert_eq!(status(&story, 2), DutyStatus::Open);
    let events = story.does("2026-03-10 00:00", &employer_chief(), acts::answering(DisclosureItem::Data, &[2]));
    assert_eq!(default_of(&events, "disclose-data-employer-2"), Some(moment("2026-03-10 00:00")));
    assert!(matches!(status(&story, 2), DutyStatus::Met { late: true, .. }));
    assert_eq!(story.case().requests[1].answered_at, Some(moment("2026-03-10 00:00")));
}

// WN9 18, ZJ-CC 16(2), HZ 25: either side may ask the other for data.
#[test]
fn both_sides_ask_and_numbers_run_on() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = meeting_on(profile, "2026-03-16");
        story.does("2026-01-07 09:00", &employer_chief(), acts::request(&["职工意见"]));
        story.does("2026-01-07 10:00", &worker_chief(), acts::request(&["工资总额"]));
        assert!(story.duty("disclose-data-worker-1").is_owed() && story.duty("disclose-data-employer-2").is_owed());
        story.does("2026-01-08 10:00", &worker_chief(), acts::answering(DisclosureItem::Data, &[1]));
        assert!(!story.duty("disclose-data-worker-1").is_owed(), "{profile:?}");
    }
}

// WN9 18, ZJ-CC 16(2): data are owed to whoever asked; an answer that names nothing asked for answers nothing.
#[test]
fn an_answer_names_what_the_other_side_asked_for() {
    let mut story = meeting_on(Zj, "2026-03-16");
    story.does("2026-01-07 09:00", &worker_chief(), acts::request(&["工资总额"]));
    for (who, item, number) in [
        (employer_chief(), DisclosureItem::Data, 2),
        (employer_chief(), DisclosureItem::Data, 0),
        (worker_chief(), DisclosureItem::Data, 1),
        (employer_chief(), DisclosureItem::Agenda, 1),
    ] {
        let refusal = story.refuses("2026-01-08 09:00", &who, acts::answering(item, &[number]), "FACT-REQUEST");
        crate::who::says(&refusal);
    }
    crate::who::says(&story.refuses("2026-01-08 09:00", &worker_chief(), acts::request(&["a", " "]), "FACT-EMPTY"));
    story.does("2026-01-08 10:00", &employer_chief(), acts::disclose(DisclosureItem::Data));
    assert!(story.duty("disclose-data-employer-1").is_owed(), "data that answers no request leaves it owed");
}

// ZJ-CC 16(2): data asked for, too, seven days before the day to which the meeting was moved.
#[test]
fn a_meeting_that_is_moved_moves_what_was_asked_for() {
    let mut story = meeting_on(Zj, "2026-03-16");
    story.does("2026-01-07 09:00", &worker_chief(), acts::request(&["工资总额", "利润"]));
    story.does("2026-01-07 10:00", &worker_chief(), acts::schedule("2026-05-08"));
    assert_eq!(story.due("disclose-data-employer-2"), "2026-04-30");
}
