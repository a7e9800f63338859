//! Edges of suspension and coordination: the instant on which talks rest and go on, and the dispute that is under way.

use law::rules::Profile::{Cn, Hz, Zj};
use negotiation::command::FactChange;
use negotiation::{Event, Side};

use crate::acts::{self, confirm_paper, enter_paper};
use crate::cast::{day, employer_chief, given, legal_rep, officer, recorder, union_chair, union_officer, worker_chief};
use crate::corrections_aside::{corrects, refused};
use crate::corrections_days::withdrawn;
use crate::edges::moved;
use crate::edges_letters::figure;
use crate::who::says;

fn scheduled(events: &[Event]) -> Vec<String> {
    let on = |event: &Event| match event {
        Event::SessionScheduled(scheduled) => Some(scheduled.meeting_on.to_string()),
        _ => None,
    };
    events.iter().filter_map(on).collect()
}

fn from(new: &str, old: &str) -> FactChange {
    FactChange::SuspendedFrom { new: day(new), old: day(old) }
}

fn to(new: &str, old: &str) -> FactChange {
    FactChange::SuspendedTo { new: day(new), old: day(old) }
}

// CC22 35, ZJ-CC 17: the next session has a day, which may be the same one.
#[test]
fn talks_may_rest_until_later_the_same_day() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 10:00", &worker_chief(), acts::propose_suspension("2026-01-14"));
    story.does("2026-01-14 10:10", &employer_chief(), acts::suspend(true));
    assert_eq!(story.stage(), "suspended");
}

// CC22 35, ZJ-CC 17, ZJ-DM 29(3): who agreed to a suspension, and who didn't, is said.
#[test]
fn a_suspension_says_who_agreed() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 10:00", &worker_chief(), acts::propose_suspension("2026-02-10"));
    let events = story.does("2026-01-14 10:10", &worker_chief(), acts::suspend(true));
    let said = |name| figure(&events, "CHK-SUSPEND-CONSENT", name);
    assert_eq!((said("worker").as_str(), said("employer").as_str()), ("yes", "no"));

    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 10:00", &employer_chief(), acts::propose_suspension("2026-02-10"));
    let alone = story.refuses("2026-01-14 10:10", &employer_chief(), acts::suspend(true), "CHK-SUSPEND-CONSENT");
    let word = |name: &str| {
        let (_, word) = alone.figures.iter().find(|(figure, _)| figure == name).unwrap();
        format!("{word:?}")
    };
    assert!(word("employer").contains("yes") && word("worker").contains("no"), "{alone:?}");
}

// ZJ-CC 16, CC22 33: where the talks go on another day is fixed with it.
#[test]
fn talks_that_go_on_can_be_given_another_day() {
    let mut story = given(Zj).until("suspended");
    let events = story.does("2026-01-20 09:00", &worker_chief(), acts::resume_on("2026-01-27"));
    assert_eq!((scheduled(&events), story.case().meeting_on), (vec!["2026-01-27".to_owned()], Some(day("2026-01-27"))));
    let mut story = given(Zj).until("disputed");
    let events = story.does("2026-01-20 09:00", &worker_chief(), acts::resume_on("2026-01-27"));
    assert_eq!((scheduled(&events), story.stage()), (vec!["2026-01-27".to_owned()], "negotiating"));
}

// ZJ-CC 16(2): a first meeting that moves because the bureau was asked moves what is owed before it.
#[test]
fn a_first_meeting_after_a_dispute_moves_what_is_owed_before_it() {
    let mut story = given(Zj).until("preparing");
    story.does("2026-01-06 10:00", &legal_rep(), acts::reps(&acts::employers()));
    story.does("2026-01-06 11:00", &worker_chief(), acts::apply_coordination());
    let events = story.does("2026-01-06 12:00", &worker_chief(), acts::resume_on("2026-01-27"));
    assert!(!moved(&events).is_empty(), "{events:?}");
    assert_eq!(story.due("disclose-agenda-worker"), "2026-01-20");
}

// HZ 29: a suspension of the length that was agreed moves the whole once, when it begins.
#[test]
fn talks_that_go_on_as_agreed_move_nothing() {
    let mut story = given(Hz).until("suspended");
    let whole = story.due("total-1");
    let events = story.does("2026-02-10 09:00", &worker_chief(), acts::resume());
    assert!(!moved(&events).contains(&"total-1"), "{events:?}");
    assert_eq!(story.due("total-1"), whole);
}

// HZ 29: a suspension after the last day of the whole takes no default back.
#[test]
fn a_suspension_after_the_last_day_takes_no_default_back() {
    let mut story = given(Hz).until("negotiating");
    let at = "2026-04-01 10:00";
    story.does(at, &worker_chief(), acts::propose_suspension("2026-04-10"));
    let events = story.does(at, &employer_chief(), acts::suspend(true));
    assert!(!withdrawn(&events, "total-1") && moved(&events).is_empty(), "{events:?}");
}

// HZ 27, 29: a resumption on paper of before the end ended the suspension on its own day, for the clock of the whole too.
#[test]
fn a_resumption_on_paper_gives_the_whole_its_days_back() {
    let mut story = given(Hz).until("suspended");
    story.clock("2026-02-14 00:00");
    assert_eq!(story.stage(), "disputed");
    let whole = day(&story.due("total-1"));
    let at = "2026-02-14 09:00";
    story.does(at, &union_officer(), enter_paper(acts::resume(), worker_chief(), "2026-01-20"));
    let events = story.does(at, &union_chair(), confirm_paper(1));
    assert!(moved(&events).contains(&"total-1"), "{events:?}");
    assert!(day(&story.due("total-1")) < whole);
}

// HZ 27: a suspension that ran out has its last day from the text; that day is corrected with its first one only.
#[test]
fn a_suspension_that_ran_out_was_not_resumed() {
    let mut story = given(Hz).until("suspended");
    story.clock("2026-02-14 00:00");
    let last = story.case().pauses[0].to.unwrap().to_string();
    refused(&mut story, "2026-02-14 09:00", to("2026-02-01", &last), "STAGE-propose_correction");
    let mut story = given(Hz).until("negotiating");
    story.does("2026-01-20 10:00", &worker_chief(), acts::propose_suspension("2026-02-10"));
    story.does("2026-01-20 10:10", &employer_chief(), acts::suspend(true));
    corrects(&mut story, "2026-01-20 11:00", from("2026-01-14", "2026-01-20"));
    story.clock("2026-02-14 00:00");
    // Corrected at the very instant at which the right last day is over.
    let events = corrects(&mut story, "2026-02-15 00:00", from("2026-01-15", "2026-01-14"));
    assert!(events.iter().any(|event| matches!(event, Event::SuspensionRanOut(_))), "{events:?}");
    assert!(!withdrawn(&events, "suspend-1"), "it ran out, nobody was in default");
}

// CC22 49: a suspension that ended because the bureau was asked wasn't ended by going on.
#[test]
fn a_suspension_that_an_application_ended_was_not_resumed() {
    let mut story = given(Cn).until("suspended");
    story.does("2026-01-24 09:00", &worker_chief(), acts::apply_coordination());
    refused(&mut story, "2026-01-26 09:00", to("2026-01-23", "2026-01-24"), "STAGE-propose_correction");
}

// CC22 34, 35: talks went on before the session that was held then.
#[test]
fn talks_go_on_before_the_next_session() {
    let mut story = given(Zj).until("suspended");
    story.does("2026-01-24 09:00", &worker_chief(), acts::resume());
    if story.case().open_session().is_some() {
        story.does("2026-01-24 10:00", &recorder(), acts::close());
    }
    story.does("2026-01-26 09:00", &recorder(), acts::open_session(Side::Employer));
    refused(&mut story, "2026-01-28 09:00", to("2026-01-27", "2026-01-24"), "FACT-DATE");
    corrects(&mut story, "2026-01-28 09:00", to("2026-01-25", "2026-01-24"));
}

// CC22 52–54: what the bureau did about an earlier dispute says nothing of one that it hasn't taken up.
#[test]
fn a_second_dispute_has_to_be_taken_up_too() {
    let mut story = given(Zj).until("disputed");
    story.does("2026-03-02 09:00", &officer(), acts::accept_coordination());
    story.does("2026-03-10 09:00", &officer(), acts::coordinated(true));
    story.does("2026-03-11 09:00", &worker_chief(), acts::apply_coordination());
    for (command, rule) in [
        (acts::coordinated(true), "STAGE-record_coordination_agreement"),
        (acts::coordination_failed(), "STAGE-record_coordination_failure"),
        (acts::extend_coordination(15, "双方仍在商量"), "STAGE-extend_coordination"),
    ] {
        says(&story.refuses("2026-03-12 09:00", &officer(), command, rule));
    }
}

// CC22 52, ZJ-CC 39(2): an extension in time takes no default back, because there is none.
#[test]
fn an_extension_in_time_takes_nothing_back() {
    let mut story = given(Zj).until("disputed");
    story.does("2026-03-02 09:00", &officer(), acts::accept_coordination());
    let events = story.does("2026-03-20 09:00", &officer(), acts::extend_coordination(15, "双方仍在商量"));
    assert!(!withdrawn(&events, "coordinate-1"), "{events:?}");
}

// WN9 13: an offer is taken back from the instant of its issue on.
#[test]
fn an_offer_is_taken_back_at_the_instant_of_its_issue() {
    let mut story = given(Zj);
    story.does("2026-01-05 09:00", &union_chair(), acts::issue_offer());
    story.does("2026-01-05 09:00", &union_chair(), acts::withdraw());
    assert_eq!(story.stage(), "closed");
}
