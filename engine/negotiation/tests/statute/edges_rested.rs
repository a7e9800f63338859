//! Edges of talks that rest, of the bureau's coordination and of sessions: other days than recorded, and who was there.

use law::rules::Profile::{Hz, Nb, Zj};
use negotiation::command::{FactChange, Member, ReplaceRep, Resume, SuspensionCommand};
use negotiation::state::DutyStatus;
use negotiation::{Actor, Capacity, Command, Event, Side};

use crate::acts::{self, confirm_paper, enter_paper};
use crate::cast::{
    Story, day, employer_chief, given, legal_rep, officer, person, recorder, union_chair, union_officer, worker_chief,
};
use crate::corrections_aside::{corrects, refused};
use crate::corrections_days::withdrawn;
use crate::edges::moved;
use crate::who::says;

fn from(new: &str, old: &str) -> FactChange {
    FactChange::SuspendedFrom { new: day(new), old: day(old) }
}

fn to(new: &str, old: &str) -> FactChange {
    FactChange::SuspendedTo { new: day(new), old: day(old) }
}

fn rests(story: &mut Story, at: &str, until: &str) {
    story.does(at, &worker_chief(), acts::propose_suspension(until));
    story.does(at, &employer_chief(), acts::suspend(true));
}

fn resumes(meeting_on: Option<&str>, place: Option<&str>) -> Command {
    let (meeting_on, place) = (meeting_on.map(day), place.map(str::to_owned));
    Command::Suspension(SuspensionCommand::Resume(Resume { meeting_on, place }))
}

fn run_out(events: &[Event]) -> (usize, usize) {
    let withdrawn = events.iter().filter(|event| matches!(event, Event::RunOutWithdrawn(_))).count();
    (withdrawn, events.iter().filter(|event| matches!(event, Event::SuspensionRanOut(_))).count())
}

// CC22 35, 49: that the bureau was asked on another day says nothing of the day on which the talks went on.
#[test]
fn talks_that_went_on_before_the_bureau_was_asked_went_on() {
    let mut story = given(Zj).until("suspended");
    story.does("2026-01-24 09:00", &worker_chief(), acts::resume());
    story.does("2026-01-28 09:00", &worker_chief(), acts::apply_coordination());
    corrects(&mut story, "2026-01-29 09:00", to("2026-01-23", "2026-01-24"));
    assert_eq!(story.case().pauses[0].to, Some(day("2026-01-23")));
}

// CC22 34–35: talks rest after the session before, not after one that was held later; and go on before one of the same day.
#[test]
fn a_suspension_lies_between_the_sessions_around_it() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    rests(&mut story, "2026-01-20 10:00", "2026-02-10");
    story.does("2026-01-24 09:00", &worker_chief(), acts::resume());
    let mut same_day = story.clone();
    same_day.does("2026-01-24 10:00", &recorder(), acts::open_session(Side::Employer));
    refused(&mut same_day, "2026-01-28 09:00", to("2026-01-25", "2026-01-24"), "FACT-DATE");
    story.does("2026-01-26 09:00", &recorder(), acts::open_session(Side::Employer));
    corrects(&mut story, "2026-01-28 09:00", from("2026-01-16", "2026-01-20"));
    assert_eq!(story.case().pauses[0].from, day("2026-01-16"));
}

// ZJ-DM 29(3): a suspension that ran out on the same last day ran out; so did one before, whatever ran out since.
#[test]
fn a_suspension_that_ran_out_is_withdrawn_only_for_another_last_day_of_its_own() {
    let mut story = given(Zj).until("suspended");
    story.clock("2026-03-17 00:00");
    assert_eq!((story.stage(), story.due("suspend-1").as_str()), ("disputed", "2026-03-16"));
    let mut same = story.clone();
    let events = corrects(&mut same, "2026-03-17 09:00", from("2026-01-15", "2026-01-14"));
    assert_eq!((run_out(&events), same.stage()), ((0, 0), "disputed"));
    assert_eq!(same.due("suspend-1"), "2026-03-16", "sixty days from the day after end on the same Monday");
    story.does("2026-03-18 09:00", &worker_chief(), acts::resume());
    rests(&mut story, "2026-03-20 10:00", "2026-03-20");
    story.clock("2026-05-30 00:00");
    assert_eq!((story.stage(), story.duty("suspend-2").status), ("disputed", DutyStatus::Struck));
    let events = corrects(&mut story, "2026-05-30 09:00", from("2026-01-20", "2026-01-14"));
    let first = |event: &Event| matches!(event, Event::RunOutWithdrawn(e) if e.duty == "suspend-1");
    assert!(moved(&events).contains(&"suspend-1") && !events.iter().any(first), "{events:?}");
}

// HZ 27, CIV 203(1): on a last day that isn't sure no suspension runs out.
#[test]
fn a_suspension_does_not_run_out_on_a_day_that_is_not_sure() {
    let mut story = given(Hz).until("negotiating");
    rests(&mut story, "2026-11-25 10:00", "2026-12-15");
    story.clock("2026-12-26 00:00");
    assert_eq!(story.stage(), "disputed");
    let events = corrects(&mut story, "2027-01-10 09:00", from("2026-12-05", "2026-11-25"));
    assert!(story.duty("suspend-1").dates.provisional);
    assert_eq!((run_out(&events), story.stage()), ((1, 0), "suspended"));
}

// HZ 29: a default is taken back by a suspension on paper where the last day is ahead, not where it is over this instant.
#[test]
fn a_last_day_that_is_just_over_is_over() {
    let (ahead, over) = (("2026-03-24", DutyStatus::Open), ("2026-03-06", DutyStatus::Struck));
    for (at, whole) in [("2026-03-24 23:59", ahead), ("2026-03-25 00:00", over)] {
        let mut story = given(Hz).until("negotiating");
        let propose = enter_paper(acts::propose_suspension("2026-03-20"), worker_chief(), "2026-03-02");
        story.does(at, &union_officer(), propose);
        story.does(at, &union_chair(), confirm_paper(1));
        story.does(at, &union_officer(), enter_paper(acts::suspend(true), employer_chief(), "2026-03-02"));
        story.does(at, &recorder(), confirm_paper(2));
        assert_eq!((story.due("total-1").as_str(), story.duty("total-1").status), whole, "{at}");
    }
}

// HZ 27: a resumption on paper of before the end takes back that the suspension ran out.
#[test]
fn a_resumption_on_paper_takes_the_end_back_by_name() {
    let mut story = given(Hz).until("suspended");
    story.clock("2026-02-14 00:00");
    let at = "2026-02-14 09:00";
    story.does(at, &union_officer(), enter_paper(acts::resume(), worker_chief(), "2026-01-20"));
    let events = story.does(at, &union_chair(), confirm_paper(1));
    assert!(withdrawn(&events, "suspend-1"), "{events:?}");
}

// ZJ-CC 16, CC22 33: the next session moves by its day or its place; without an agreed place one has to be named.
#[test]
fn talks_go_on_at_another_place_or_day() {
    let story = given(Zj).until("suspended");
    let at = "2026-01-20 09:00";
    for (resume, on, place) in [
        (resumes(None, Some("二楼会议室")), "2026-02-10", "二楼会议室"),
        (resumes(Some("2026-01-27"), None), "2026-01-27", "三楼会议室"),
    ] {
        let events = story.clone().does(at, &worker_chief(), resume);
        let said = |event: &Event| match event {
            Event::SessionScheduled(e) => Some((e.meeting_on, e.place.clone())),
            _ => None,
        };
        assert_eq!(events.iter().find_map(said), Some((day(on), place.to_owned())));
    }
    let mut story = given(Zj).until("disputed");
    says(&story.refuses(at, &worker_chief(), resumes(Some("2026-01-27"), None), "FACT-DATE"));
}

// WN9 18, ZJ-CC 16(2): what is owed before a session is owed before the day on which it will be held.
#[test]
fn a_later_session_on_another_day_moves_what_was_asked_for_before_it() {
    let mut story = given(Zj).until("suspended");
    let meeting = story.case().meeting_on.unwrap();
    story.does("2026-01-16 09:00", &worker_chief(), acts::request_data());
    assert_eq!(story.duty("disclose-data-employer-1").anchor, meeting);
    let events = story.does("2026-01-20 09:00", &worker_chief(), acts::resume_on("2026-02-10"));
    let disclosures: Vec<&str> = moved(&events).into_iter().filter(|duty| duty.starts_with("disclose-")).collect();
    assert_eq!(disclosures, ["disclose-data-employer-1"]);
    assert_eq!(story.due("disclose-data-employer-1"), "2026-02-03");
    story.does("2026-01-21 09:00", &worker_chief(), acts::propose_suspension("2026-02-20"));
    story.does("2026-01-21 10:00", &employer_chief(), acts::suspend(true));
    assert_eq!(story.due("disclose-data-employer-1"), "2026-02-13");
}

// CC22 49, 52: when the bureau took up the first dispute is corrected without regard to the application of the second.
#[test]
fn the_first_dispute_is_not_bound_by_the_second_application() {
    let mut story = given(Zj).until("disputed");
    story.does("2026-03-02 09:00", &officer(), acts::accept_coordination());
    story.does("2026-03-10 09:00", &officer(), acts::coordinated(true));
    story.does("2026-03-12 09:00", &worker_chief(), acts::apply_coordination());
    let accepted = FactChange::CoordinationAccepted { new: day("2026-03-03"), old: day("2026-03-02") };
    corrects(&mut story, "2026-03-13 09:00", accepted);
    assert_eq!(story.duty("coordinate-1").anchor, day("2026-03-03"));
}

// ZJ-CC 16, CC22 34: a session is held by both sides; its record binds once both chiefs have confirmed it.
#[test]
fn a_session_and_its_minutes_take_both_sides() {
    let mut story = given(Zj).until("ready");
    let at = "2026-01-14 09:00";
    for (chair, alone) in [(Side::Employer, ["e1", "e2"]), (Side::Worker, ["w1", "w2"])] {
        let session = acts::session(chair, person("r1"), &alone);
        says(&story.refuses(at, &recorder(), session, "FACT-ATTENDING"));
    }
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    for (who, both) in [(worker_chief(), false), (employer_chief(), true)] {
        let events = story.does("2026-01-14 13:00", &who, acts::confirm_minutes(1));
        assert_eq!(events.iter().any(|event| matches!(event, Event::MinutesConfirmed(_))), both);
    }
}

// WN9 13, CC22 33: whoever kept the record and speaks as a representative since speaks for one's own side.
#[test]
fn a_recorder_who_became_a_representative_speaks_for_one_side() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 09:30", &union_officer(), acts::replace(acts::member("r1"), "w3"));
    let turned = Actor { capacity: Capacity::WorkerRep, id: "r1".to_owned(), side: Side::Worker };
    let position = |side| acts::position("rise", side, 300);
    says(&story.refuses("2026-01-14 10:00", &turned, position(Side::Employer), "WHO-table_position"));
    story.does("2026-01-14 10:00", &turned, position(Side::Worker));
}

// ZJ-CC 13, CC22 20(2), 30: nobody takes one's own place. NB 10: the list as it is now is announced, not the one before.
#[test]
fn a_place_goes_to_somebody_else_and_the_new_list_is_announced() {
    let mut story = given(Zj).until("negotiating");
    let chief = Member { chief: true, ..acts::member("w1") };
    says(&story.refuses("2026-01-15 09:00", &union_officer(), acts::replace(chief, "w1"), "FACT-REP"));
    let mut story = given(Nb).until("preparing");
    story.does("2026-01-06 10:00", &legal_rep(), acts::reps(&acts::employers()));
    let instead = acts::replacement(acts::member("e7"), "e3");
    let instead = ReplaceRep { selection: acts::employers().selection, ..instead };
    story.does("2026-01-06 11:00", &legal_rep(), acts::replaces(instead));
    let announced = |id: &str| id.starts_with("announce_reps-employer");
    let duties = story.case().duties();
    let found: Vec<DutyStatus> = duties.iter().filter(|duty| announced(&duty.id)).map(|duty| duty.status).collect();
    assert_eq!(found, [DutyStatus::Voided, DutyStatus::Open]);
}
