//! Suspension and resumption (rows 12 and 13).

use law::deadline::Kind;
use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::checks::Outcome;
use negotiation::command::ProposeSuspension;
use negotiation::state::{DutyStatus, Stage};
use negotiation::{Actor, Event};

use crate::acts::{self, enter_paper, propose_suspension, proposes, resume, resume_on, suspend};
use crate::cast::{Story, employer_chief, given, moment, officer, recorder, union_officer, worker_chief, worker_rep};
use crate::who::says;

const PROFILES: [Profile; 4] = [Cn, Zj, Hz, Nb];

/// Talks that the workers propose to suspend.
fn proposed(profile: Profile, next_on: &str) -> Story {
    let mut story = given(profile).until("negotiating");
    story.does("2026-01-14 10:00", &worker_chief(), propose_suspension(next_on));
    story
}

/// Talks suspended on 14 January by both sides.
fn suspended(profile: Profile, next_on: &str) -> Story {
    let mut story = proposed(profile, next_on);
    story.does("2026-01-14 10:10", &employer_chief(), suspend(true));
    story
}

fn noted(events: &[Event], rule: &str) -> Option<Outcome> {
    events.iter().find_map(|event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == rule => Some(noted.finding.outcome),
        _ => None,
    })
}

fn recomputed(events: &[Event]) -> Vec<&str> {
    events
        .iter()
        .filter_map(|event| match event {
            Event::DutyRecomputed(e) => Some(e.duty.as_str()),
            _ => None,
        })
        .collect()
}

// CC22 35, ZJ-CC 17, ZJ-DM 29(3), HZ 27, NB 19: both sides agree; it is enough everywhere.
#[test]
fn with_the_consent_of_both_the_talks_are_suspended_everywhere() {
    for profile in PROFILES {
        for (one, other) in [(worker_chief(), employer_chief()), (employer_chief(), worker_chief())] {
            let mut story = given(profile).until("negotiating");
            story.does("2026-01-14 10:00", &one, propose_suspension("2026-02-10"));
            assert_eq!(story.stage(), "negotiating", "a proposal suspends nothing");
            let events = story.does("2026-01-14 10:10", &other, suspend(true));
            assert_eq!(story.stage(), "suspended");
            assert_eq!(noted(&events, "CHK-SUSPEND-CONSENT"), None);
            let Stage::Suspended(stage) = &story.case().stage else { panic!("suspended") };
            assert!(stage.consents.worker && stage.consents.employer);
            assert_eq!(story.case().meeting_on.unwrap().to_string(), "2026-02-10");
        }
    }
}

// ZJ-CC 17, HZ 27: the workers must agree. CC22 35: both must.
#[test]
fn the_employer_suspends_nothing_alone() {
    for profile in PROFILES {
        let mut story = given(profile).until("negotiating");
        story.does("2026-01-14 10:00", &employer_chief(), propose_suspension("2026-02-10"));
        says(&story.refuses("2026-01-14 10:10", &employer_chief(), suspend(true), "CHK-SUSPEND-CONSENT"));
        story.does("2026-01-14 10:20", &worker_chief(), suspend(false));
        says(&story.refuses("2026-01-14 10:30", &employer_chief(), suspend(true), "CHK-SUSPEND-CONSENT"));
        assert_eq!(story.stage(), "negotiating");
        story.does("2026-01-14 10:40", &worker_chief(), suspend(true));
        assert_eq!(story.stage(), "suspended", "a side that declined may think again");
    }
}

// ZJ-CC 17: the workers' consent is enough; ZJ-DM 29(3) wants the employer's as well: on record. CC22 35: both must.
#[test]
fn the_workers_suspend_alone_in_zhejiang_and_not_under_the_national_rules() {
    for declines in [false, true] {
        for profile in PROFILES {
            let mut story = proposed(profile, "2026-02-10");
            if declines {
                story.does("2026-01-14 10:05", &employer_chief(), suspend(false));
            }
            if profile == Cn {
                let refusal = story.refuses("2026-01-14 10:10", &worker_chief(), suspend(true), "CHK-SUSPEND-CONSENT");
                assert_eq!(refusal.citation[0].display_zh(), "《集体合同规定》第三十五条");
                says(&refusal);
                continue;
            }
            let events = story.does("2026-01-14 10:10", &worker_chief(), suspend(true));
            assert_eq!(noted(&events, "CHK-SUSPEND-CONSENT"), Some(Outcome::Amber), "{profile:?}");
            assert_eq!(story.stage(), "suspended");
        }
    }
}

// ZJ-CC 17, CC22 35: a next session is agreed on that is ahead; what was taken back is no proposal.
#[test]
fn a_proposal_that_is_taken_back_or_whose_day_has_passed_can_not_be_answered() {
    let mut story = proposed(Zj, "2026-01-20");
    story.does("2026-01-14 11:00", &worker_chief(), suspend(false));
    says(&story.refuses("2026-01-14 11:10", &employer_chief(), suspend(true), "STAGE-suspend"));
    let mut late = proposed(Zj, "2026-01-20");
    late.refuses("2026-01-21 00:00", &employer_chief(), suspend(true), "STAGE-suspend");
    let mut in_time = proposed(Zj, "2026-01-20");
    in_time.does("2026-01-20 23:59", &employer_chief(), suspend(true));
}

// ZJ-CC 17, CC22 35: time, place and content of the next session are fixed; with them the length (HZ 27).
#[test]
fn a_proposal_fixes_time_place_and_content() {
    let lacking: [fn(&mut ProposeSuspension); 3] = [
        |proposal| proposal.next_place = " ".to_owned(),
        |proposal| proposal.next_content = String::new(),
        |proposal| proposal.next_on = crate::cast::day("2026-01-13"),
    ];
    for (lacks, rule) in lacking.iter().zip(["FACT-DATE", "FACT-EMPTY", "FACT-DATE"]) {
        let mut story = given(Hz).until("negotiating");
        let mut proposal = acts::suspension("2026-02-10");
        lacks(&mut proposal);
        says(&story.refuses("2026-01-14 10:00", &worker_chief(), proposes(proposal), rule));
        let unreasoned = ProposeSuspension { reason: String::new(), ..acts::suspension("2026-02-10") };
        story.does("2026-01-14 10:01", &worker_chief(), proposes(unreasoned));
    }
}

// ZJ-DM 29(3), NB 19: sixty days; HZ 27: thirty; CC22 35 sets none.
#[test]
fn the_longest_time_differs_from_place_to_place() {
    for (profile, due) in [(Zj, "2026-03-16"), (Nb, "2026-03-16"), (Hz, "2026-02-13")] {
        let story = suspended(profile, "2026-02-10");
        assert_eq!((story.due("suspend-1").as_str(), story.duty("suspend-1").kind), (due, Kind::Term), "{profile:?}");
    }
    assert!(suspended(Cn, "2027-01-11").case().duties().iter().all(|duty| duty.rule != "suspend"));
}

// ZJ-DM 29(3): a next session after the last day is on record, never refused.
#[test]
fn a_next_session_after_the_last_day_is_on_record() {
    for (next_on, proposal, agreed) in [
        ("2026-03-15", None, None),
        ("2026-03-16", None, None),
        ("2026-03-17", Some(Outcome::Amber), Some(Outcome::Breach)),
    ] {
        let mut story = given(Zj).until("negotiating");
        let events = story.does("2026-01-14 10:00", &worker_chief(), propose_suspension(next_on));
        assert_eq!(noted(&events, "CHK-SUSPEND-60D"), proposal, "{next_on}");
        let events = story.does("2026-01-14 10:10", &employer_chief(), suspend(true));
        assert_eq!(noted(&events, "CHK-SUSPEND-60D"), agreed, "{next_on}");
        assert_eq!(story.due("suspend-1"), "2026-03-16");
    }
}

// ZJ-DM 29(3), row 13: until the end of the last day the talks go on as before; then the suspension is over.
#[test]
fn the_talks_are_resumed_through_the_last_day() {
    for (at, in_time) in [("2026-03-15 10:00", true), ("2026-03-16 23:59", true), ("2026-03-17 00:00", false)] {
        let mut story = suspended(Zj, "2026-02-10");
        let events = story.does(at, &employer_chief(), resume());
        let ran_out = events.iter().any(|event| matches!(event, Event::SuspensionRanOut(_)));
        assert_eq!((ran_out, story.stage()), (!in_time, "negotiating"), "{at}");
        let met = matches!(story.duty("suspend-1").status, DutyStatus::Met { late: false, .. });
        assert_eq!(met, in_time, "{at}");
        assert!(!events.iter().any(|event| matches!(event, Event::BreachRecorded(_))), "nobody is in default");
    }
}

// Row 13 [P]: a suspension that ran out leaves everybody able to act.
#[test]
fn after_the_longest_time_either_side_goes_on_or_asks_the_bureau_and_the_bureau_may_step_in() {
    let ran_out = || {
        let mut story = suspended(Zj, "2026-02-10");
        story.refuses("2026-03-17 08:00", &worker_chief(), suspend(true), "STAGE-suspend");
        assert_eq!(story.stage(), "disputed");
        story
    };
    for who in [worker_chief(), employer_chief(), recorder()] {
        let mut story = ran_out();
        story.does("2026-03-17 09:00", &who, resume_on("2026-03-20"));
        assert_eq!(story.stage(), "negotiating");
        assert_eq!(story.case().meeting_on.unwrap().to_string(), "2026-03-20");
        assert_eq!(story.duty("suspend-1").status, DutyStatus::Struck, "it did run out");
    }
    for who in [worker_chief(), employer_chief(), officer()] {
        let mut story = ran_out();
        story.does("2026-03-17 09:00", &who, acts::apply_coordination());
        story.does("2026-03-17 10:00", &officer(), acts::accept_coordination());
        assert_eq!(story.due("coordinate-1"), "2026-04-16");
    }
    let mut story = ran_out();
    story.does("2026-03-17 09:00", &officer(), acts::accept_coordination());
    story.does("2026-03-18 09:00", &officer(), acts::coordinated(true));
    assert_eq!(story.stage(), "negotiating");
}

// HZ 27, NB 19: all suspensions of a case count together.
#[test]
fn days_of_earlier_suspensions_are_used_up() {
    for (profile, due) in [(Hz, "2026-03-23"), (Zj, "2026-04-22"), (Nb, "2026-04-22")] {
        let mut story = suspended(profile, "2026-02-10");
        story.does("2026-01-24 09:00", &worker_chief(), resume());
        story.does("2026-03-03 09:00", &worker_chief(), propose_suspension("2026-03-10"));
        story.does("2026-03-03 10:00", &employer_chief(), suspend(true));
        assert_eq!(story.due("suspend-2"), due, "{profile:?}: ten days are gone");
        story.facts.datasets = Some(story.case().datasets);
        let events = story.does("2026-03-04 09:00", &crate::cast::system(), acts::adopt_dataset());
        assert_eq!(recomputed(&events), Vec::<&str>::new(), "the same data, the same dates");
    }
}

// HZ 27: nothing is left; it is suspended to the end of the day, on record.
#[test]
fn when_all_days_are_used_up_a_suspension_ends_with_its_day() {
    let mut story = suspended(Hz, "2026-02-10");
    story.does("2026-02-13 09:00", &worker_chief(), resume());
    story.does("2026-03-02 09:00", &worker_chief(), propose_suspension("2026-03-03"));
    let events = story.does("2026-03-02 10:00", &employer_chief(), suspend(true));
    assert_eq!(noted(&events, "CHK-SUSPEND-60D"), Some(Outcome::Breach));
    assert_eq!(story.due("suspend-2"), "2026-03-02");
    story.refuses("2026-03-03 00:00", &worker_chief(), suspend(true), "STAGE-suspend");
    assert_eq!(story.stage(), "disputed");
}

// HZ 29, NB 16: a suspension pauses the time for the whole (our reading), and nothing else.
#[test]
fn a_suspension_stops_the_clock_of_the_whole_only() {
    for (profile, before, agreed, after) in
        [(Hz, "2026-03-06", "2026-04-02", "2026-03-16"), (Nb, "2026-03-03", "2026-03-27", "2026-03-12")]
    {
        let mut story = proposed(profile, "2026-02-10");
        assert_eq!(story.due("total-1"), before);
        let events = story.does("2026-01-14 10:10", &employer_chief(), suspend(true));
        assert_eq!(recomputed(&events), ["total-1"]);
        assert_eq!(story.due("total-1"), agreed, "{profile:?}: to the day agreed");
        let events = story.does("2026-01-24 09:00", &worker_chief(), resume());
        assert_eq!(recomputed(&events), ["total-1"]);
        assert_eq!(story.due("total-1"), after, "{profile:?}: to the day on which they went on");
    }
    for profile in [Cn, Zj] {
        let mut story = proposed(profile, "2026-02-10");
        let events = story.does("2026-01-14 10:10", &employer_chief(), suspend(true));
        assert_eq!(recomputed(&events), Vec::<&str>::new());
    }
}

// HZ 29: while the clock stands still it strikes nothing, though the day agreed for the next session has passed.
#[test]
fn nothing_is_struck_while_the_clock_stands_still() {
    let mut story = given(Hz).until("negotiating");
    story.does("2026-03-04 09:00", &worker_chief(), propose_suspension("2026-03-10"));
    story.does("2026-03-04 10:00", &employer_chief(), suspend(true));
    assert_eq!(story.due("total-1"), "2026-03-12");
    let events = story.does("2026-03-20 09:00", &recorder(), resume());
    assert!(!events.iter().any(|event| matches!(event, Event::BreachRecorded(_))), "{events:?}");
    assert_eq!((story.due("total-1").as_str(), story.duty("total-1").status), ("2026-03-23", DutyStatus::Open));
    let events = story.does("2026-03-24 00:00", &worker_chief(), propose_suspension("2026-03-30"));
    assert!(matches!(&events[0], Event::BreachRecorded(breach) if breach.duty == "total-1"));
}

// Row 13: also a suspension that ran out has stopped the clock to its end.
#[test]
fn a_suspension_that_ran_out_stopped_the_clock_to_its_end() {
    let mut story = suspended(Hz, "2026-02-10");
    story.refuses("2026-02-14 09:00", &worker_chief(), suspend(true), "STAGE-suspend");
    // 14 January to 13 February are 31 days.
    assert_eq!((story.stage(), story.due("total-1").as_str()), ("disputed", "2026-04-07"));
}

// ZJ-CC 17, 24(3): the sides negotiate again after a rejection, and may suspend those talks as well.
#[test]
fn talks_after_a_rejection_are_suspended_and_return_there() {
    let mut story = given(Zj).until("renegotiating");
    story.does("2026-01-19 09:00", &employer_chief(), propose_suspension("2026-02-10"));
    story.does("2026-01-19 10:00", &worker_chief(), suspend(true));
    assert_eq!(story.stage(), "suspended");
    story.does("2026-02-10 09:00", &recorder(), resume());
    assert_eq!(story.stage(), "renegotiating");
}

// ZJ-CC 16(3): what was held is closed and confirmed meanwhile; WN9 18: what is owed can be given.
#[test]
fn minutes_and_papers_of_the_time_before_are_still_possible() {
    let mut story = suspended(Zj, "2026-02-10");
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    assert_eq!(story.case().meeting_on.unwrap().to_string(), "2026-02-10", "the day agreed stands");
    story.does("2026-01-15 09:00", &worker_chief(), acts::confirm_minutes(1));
    story.does("2026-01-15 10:00", &employer_chief(), acts::confirm_minutes(1));
    assert!(story.case().sessions[0].is_confirmed());
    story.does("2026-01-16 09:00", &worker_chief(), acts::request_data());
    story.does(
        "2026-01-16 10:00",
        &employer_chief(),
        acts::answering(negotiation::command::DisclosureItem::Data, &[1]),
    );
    assert!(matches!(story.duty("disclose-data-employer-1").status, DutyStatus::Met { late: false, .. }));
}

// ZJ-CC 17: the time of the next session is fixed, and can be kept.
#[test]
fn a_new_day_for_the_next_session_is_not_in_the_past() {
    let mut story = suspended(Zj, "2026-02-10");
    says(&story.refuses("2026-02-09 09:00", &worker_chief(), resume_on("2026-02-08"), "FACT-DATE"));
    story.does("2026-02-09 10:00", &worker_chief(), resume_on("2026-02-09"));
}

/// An act on paper: entered by the union's officer, confirmed by another.
fn on_paper(story: &mut Story, at: &str, act: negotiation::Command, who: Actor, on: &str, second: &Actor) {
    story.does(at, &union_officer(), enter_paper(act, who, on));
    let entry = u32::try_from(story.case().papers.len()).unwrap();
    story.does(at, second, acts::confirm_paper(entry));
}

// ZJ-DM 29(3): counted from the day on the paper.
#[test]
fn a_suspension_on_paper_counts_from_its_day() {
    let mut story = given(Zj).until("negotiating");
    let propose = propose_suspension("2026-02-10");
    on_paper(&mut story, "2026-01-19 09:00", propose, worker_chief(), "2026-01-14", &worker_rep());
    on_paper(&mut story, "2026-01-19 10:00", suspend(true), employer_chief(), "2026-01-14", &recorder());
    assert_eq!((story.stage(), story.due("suspend-1").as_str()), ("suspended", "2026-03-16"));
}

// ZJ-DM 29(3): sixty days at most; a resumption on paper of earlier date shows that the suspension never ran out.
#[test]
fn a_resumption_on_paper_before_the_end_takes_the_end_back() {
    let mut story = suspended(Zj, "2026-02-10");
    on_paper(&mut story, "2026-03-18 09:00", resume(), worker_chief(), "2026-03-16", &worker_rep());
    assert_eq!(story.stage(), "negotiating");
    assert!(matches!(story.duty("suspend-1").status, DutyStatus::Met { late: false, .. }));
    assert_eq!(story.case().pauses[0].to.unwrap().to_string(), "2026-03-16");
}

// HZ 29: a suspension on paper of earlier date takes back a default that it shows to be none.
#[test]
fn a_suspension_on_paper_takes_back_the_default_that_was_struck_meanwhile() {
    let mut story = given(Hz).until("negotiating");
    let propose = propose_suspension("2026-03-20");
    on_paper(&mut story, "2026-03-09 09:00", propose, worker_chief(), "2026-03-02", &worker_rep());
    assert_eq!(story.duty("total-1").status, DutyStatus::Struck);
    on_paper(&mut story, "2026-03-09 10:00", suspend(true), employer_chief(), "2026-03-02", &recorder());
    assert_eq!((story.duty("total-1").status, story.due("total-1").as_str()), (DutyStatus::Open, "2026-03-24"));
}

// ZJ-DM 29(3), row 13: after the sixtieth day it is over, though nobody acts.
#[test]
fn a_term_that_runs_is_struck_by_the_clock_alone() {
    let mut story = suspended(Zj, "2026-02-10");
    let records = negotiation::strike(&story.book, &mut story.state, moment("2026-03-17 00:00")).unwrap();
    assert!(matches!(records[0].events[0], Event::SuspensionRanOut(_)));
    assert_eq!(records.len(), 1, "once");
}
