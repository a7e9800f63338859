//! The congress (rows 17 to 21).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::checks::congress::needed;
use negotiation::command::{CongressForm, EmployerParty, OnlineBallot, OpenCase, RecordVote, SubmitToCongress};
use negotiation::state::DutyStatus;
use negotiation::{Command, Event};

use crate::acts::{self, ballot, votes};
use crate::cast::{BOOK, Story, clerk, employer_chief, given, given_with, recorder, union_chair, worker_chief};
use crate::who::says;
use crate::wording::{terms, with_figure};

fn before_the_congress(profile: Profile) -> Story {
    given(profile).until("congress")
}

fn vote(story: &mut Story, total: u32, present: u32, yes: u32) -> Vec<Event> {
    let vote = acts::vote(story.text(), "2026-01-17", total, present, yes);
    story.does("2026-01-17 16:00", &clerk(), vote)
}

fn notes(events: &[Event], rule: &str) -> bool {
    events.iter().any(|event| matches!(event, Event::CheckNoted(noted) if noted.finding.rule == rule))
}

// ZJ-CC 24(1): fifteen working days from agreement; the last day, the day after, and across Spring Festival.
#[test]
fn the_draft_is_owed_to_the_congress_within_fifteen_working_days() {
    for (agreed, due, last, next) in [
        ("2026-02-10 15:00", "2026-03-09", "2026-03-09 23:59", "2026-03-10 00:00"),
        ("2026-03-02 15:00", "2026-03-23", "2026-03-23 23:59", "2026-03-24 00:00"),
        ("2026-04-28 15:00", "2026-05-21", "2026-05-21 23:59", "2026-05-22 00:00"),
        ("2026-09-21 15:00", "2026-10-19", "2026-10-19 23:59", "2026-10-20 00:00"),
    ] {
        for (at, late) in [(last, false), (next, true)] {
            let mut story = given(Zj).until("negotiating");
            story.agrees_on_the_rise();
            story.initials(agreed, terms());
            assert_eq!(story.due("to_congress-1"), due);
            let submission = acts::submit(story.text(), "2026-12-01", 60);
            story.does(at, &union_chair(), submission);
            assert!(
                matches!(story.duty("to_congress-1").status, DutyStatus::Met { late: found, .. } if found == late),
                "{at}"
            );
        }
    }
}

// CC22 36 names no figure.
#[test]
fn the_national_rules_set_no_date_for_the_congress() {
    let story = given(Cn).until("drafted");
    assert!(story.case().duty("to_congress-1").is_none());
}

// CC22 36, ZJ-CC 24(2), ZJ-DM 15(3), of Zhejiang's two cities too: two thirds of all, the number included.
#[test]
fn exactly_two_thirds_are_a_quorum_and_one_less_is_none() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = before_the_congress(profile);
        vote(&mut story, 60, 40, 40);
        assert_eq!(story.stage(), "adopted");
        let mut story = before_the_congress(profile);
        let events = vote(&mut story, 60, 39, 39);
        assert!(notes(&events, "CHK-QUORUM-23"));
        assert_eq!(story.stage(), "congress", "neither adopted nor rejected; it is convened anew");
    }
}

// Row 19: convened anew.
#[test]
fn after_a_missed_quorum_the_congress_is_convened_anew() {
    let mut story = before_the_congress(Zj);
    vote(&mut story, 60, 39, 39);
    let again = acts::submit(story.text(), "2026-01-20", 60);
    story.does("2026-01-18 09:00", &union_chair(), again);
    let vote = acts::vote(story.text(), "2026-01-20", 60, 60, 31);
    story.does("2026-01-20 16:00", &clerk(), vote);
    assert_eq!(story.stage(), "adopted");
}

// ZJ-CC 24(2), ZJ-DM 15(3): 过半数, exactly half fails. CC22 36 with CIV 1259: 半数以上, exactly half passes.
#[test]
fn exactly_half_fails_in_zhejiang_and_passes_under_the_national_rules() {
    for (profile, yes, stage) in [
        (Zj, 30, "renegotiating"),
        (Zj, 31, "adopted"),
        (Hz, 30, "renegotiating"),
        (Hz, 31, "adopted"),
        (Nb, 30, "renegotiating"),
        (Nb, 31, "adopted"),
        (Cn, 30, "adopted"),
        (Cn, 29, "renegotiating"),
    ] {
        let mut story = before_the_congress(profile);
        let events = vote(&mut story, 60, 60, yes);
        assert_eq!(story.stage(), stage, "{profile:?} with {yes} of 60");
        assert_eq!(notes(&events, "CHK-MAJORITY-ALL"), stage == "renegotiating");
    }
}

// ZJ-CC 24(2): the denominator is all delegates, not those present.
#[test]
fn a_majority_of_those_present_is_not_enough() {
    let mut story = before_the_congress(Zj);
    vote(&mut story, 60, 40, 30);
    assert_eq!(story.stage(), "renegotiating");
}

// ZJ-CC 24(2): more than half of all agree; who abstains has not agreed.
#[test]
fn abstaining_is_not_agreeing() {
    let mut story = before_the_congress(Zj);
    let vote = RecordVote { abstain: 30, no: 0, ..ballot(story.text(), "2026-01-17", 60, 60, 30) };
    story.does("2026-01-17 16:00", &clerk(), votes(vote));
    assert_eq!(story.stage(), "renegotiating");
}

// ZJ-DM 15(3): by secret ballot; CC22 36 doesn't ask for it.
#[test]
fn an_open_vote_is_refused_in_zhejiang() {
    for (profile, accepted) in [(Zj, false), (Cn, true)] {
        let mut story = before_the_congress(profile);
        let open = votes(RecordVote { secret: false, ..ballot(story.text(), "2026-01-17", 60, 50, 45) });
        if accepted {
            story.does("2026-01-17 16:00", &clerk(), open);
        } else {
            says(&story.refuses("2026-01-17 16:00", &clerk(), open, "CHK-SECRET-BALLOT"));
        }
    }
}

// ZJ-CC 24(1), CC22 36: the draft goes to the vote. Voted text = initialled text.
#[test]
fn a_vote_on_another_text_is_refused() {
    let mut story = before_the_congress(Zj);
    let other = with_figure("min_wage", 270_000).digest().unwrap();
    says(&story.refuses("2026-01-17 16:00", &clerk(), acts::vote(other, "2026-01-17", 60, 50, 45), "TEXT-CHANGED"));
    says(&story.refuses("2026-01-17 16:01", &union_chair(), acts::submit(other, "2026-01-20", 60), "TEXT-CHANGED"));
}

// ZJ-CC 24(2), ZJ-DM 15(3), CC22 36: figures decide; a protocol whose figures or day can't be is none.
#[test]
fn a_protocol_that_contradicts_itself_is_refused() {
    let mut story = before_the_congress(Zj);
    let whole = ballot(story.text(), "2026-01-17", 60, 50, 45);
    for wrong in [
        RecordVote { present: 61, ..whole.clone() },
        RecordVote { issued: 51, ..whole.clone() },
        RecordVote { returned: 51, ..whole.clone() },
        RecordVote { yes: 46, ..whole.clone() },
        RecordVote { abstain: 1, ..whole.clone() },
        RecordVote { total: 0, present: 0, issued: 0, returned: 0, yes: 0, no: 0, ..whole.clone() },
        RecordVote { yes: u32::MAX, no: u32::MAX, abstain: u32::MAX, ..whole.clone() },
        RecordVote { held_on: crate::cast::day("2026-01-18"), ..whole.clone() },
        RecordVote { held_on: crate::cast::day("2026-01-13"), ..whole },
    ] {
        says(&story.refuses("2026-01-17 16:00", &clerk(), votes(wrong), "FACT-COUNT"));
    }
}

/// The figures of a vote contain those of its online part; what carries it is the whole (ZJ-CC 24(2)).
#[test]
fn an_online_ballot_is_a_part_of_the_vote() {
    let mut story = before_the_congress(Zj);
    let part = |issued, plain, returned| {
        let (count, list) = (None, acts::digest("published list"));
        Some(OnlineBallot { count, issued, list, plain, returned })
    };
    let whole = ballot(story.text(), "2026-01-17", 60, 50, 45);
    for (issued, plain, returned) in [(51, 0, 40), (40, 0, 41), (40, 41, 40), (50, 0, 51)] {
        let wrong = RecordVote { online: part(issued, plain, returned), ..whole.clone() };
        says(&story.refuses("2026-01-17 16:00", &clerk(), votes(wrong), "FACT-COUNT"));
    }
    let online = RecordVote { online: part(48, 3, 47), ..whole };
    let events = story.does("2026-01-17 16:01", &clerk(), votes(online.clone()));
    assert!(events.iter().any(|event| matches!(event, Event::DraftAdopted(voted) if voted.vote == online)));
}

// ZJ-CC 24(1): the draft is submitted to a congress that is still ahead and has members.
#[test]
fn a_congress_is_not_convened_in_the_past_or_of_nobody() {
    let mut story = given(Zj).until("drafted");
    let text = story.text();
    says(&story.refuses("2026-01-15 09:00", &union_chair(), acts::submit(text, "2026-01-14", 60), "FACT-DATE"));
    says(&story.refuses("2026-01-15 09:01", &union_chair(), acts::submit(text, "2026-01-17", 0), "FACT-DATE"));
}

// ZJ-DM 10: 200 workers elect 47 delegates at least; ZJ-DM 7(2): an all-staff meeting under a hundred.
#[test]
fn a_small_congress_and_a_large_all_staff_meeting_are_noted() {
    for (form, total, rule) in [
        (CongressForm::Congress, 46, Some("CHK-CONGRESS-SIZE")),
        (CongressForm::Congress, 47, None),
        (CongressForm::AllStaff, 200, Some("CHK-ALL-STAFF")),
    ] {
        let mut story = given(Zj).until("drafted");
        let submission =
            SubmitToCongress { form, meeting_on: crate::cast::day("2026-01-17"), terms: story.text(), total };
        let submission = Command::Congress(negotiation::command::CongressCommand::SubmitToCongress(submission));
        let events = story.does("2026-01-15 09:00", &union_chair(), submission);
        for known in ["CHK-CONGRESS-SIZE", "CHK-ALL-STAFF"] {
            assert_eq!(notes(&events, known), rule == Some(known), "{total}");
        }
    }
}

// ZJ-DM 7(2): an all-staff meeting is meant for fewer than a hundred; ZJ-DM 7 and 10 are Zhejiang's, the national text has
// neither.
#[test]
fn a_hundred_workers_are_many_for_an_all_staff_meeting_in_zhejiang_only() {
    for (profile, headcount, noted) in [(Zj, 99, false), (Zj, 100, true), (Cn, 200, false)] {
        let open = acts::opening(profile);
        let employer = EmployerParty { headcount, ..open.employer.clone() };
        let mut story = given_with(&BOOK, acts::opened(OpenCase { employer, ..open })).until("drafted");
        let meeting_on = crate::cast::day("2026-01-17");
        let submission =
            SubmitToCongress { form: CongressForm::AllStaff, meeting_on, terms: story.text(), total: headcount };
        let submission = Command::Congress(negotiation::command::CongressCommand::SubmitToCongress(submission));
        let events = story.does("2026-01-15 09:00", &union_chair(), submission);
        assert_eq!(notes(&events, "CHK-ALL-STAFF"), noted, "{profile:?} {headcount}");
    }
    let mut story = given(Cn).until("drafted");
    let small = acts::submit(story.text(), "2026-01-17", 3);
    assert!(!notes(&story.does("2026-01-15 09:00", &union_chair(), small), "CHK-CONGRESS-SIZE"));
}

// ZJ-CC 24(3): after a rejection resubmitted within five working days of the new agreement; no limit on rounds.
#[test]
fn a_rejected_draft_is_agreed_anew_and_resubmitted_within_five_working_days() {
    for (agreed, due, last, next) in [
        ("2026-02-10 15:00", "2026-02-24", "2026-02-24 23:59", "2026-02-25 00:00"),
        ("2026-04-28 15:00", "2026-05-08", "2026-05-08 23:59", "2026-05-09 00:00"),
        ("2026-09-21 15:00", "2026-09-29", "2026-09-29 23:59", "2026-09-30 00:00"),
    ] {
        for (at, late) in [(last, false), (next, true)] {
            let mut story = given(Zj).until("renegotiating");
            story.initials(agreed, with_figure("min_wage", 270_000));
            assert_eq!(story.due("resubmit-1"), due);
            let submission = acts::submit(story.text(), "2026-12-01", 60);
            story.does(at, &union_chair(), submission);
            assert!(
                matches!(story.duty("resubmit-1").status, DutyStatus::Met { late: found, .. } if found == late),
                "{at}"
            );
        }
    }
}

// ZJ-CC 24(3): no limit on rounds; each new agreement has five working days of its own.
#[test]
fn a_draft_may_be_rejected_twice_and_adopted_the_third_time() {
    let mut story = given(Zj).until("renegotiating");
    for (round, yes) in [(0, 30), (1, 60)] {
        let minute = |at: u8| format!("2026-01-{} 09:{at:02}", 18 + round * 2);
        story.initials(&minute(0), with_figure("min_wage", 270_000 + round));
        let submission = acts::submit(story.text(), "2026-01-31", 60);
        story.does(&minute(1), &union_chair(), submission);
        let held = format!("2026-01-{}", 18 + round * 2);
        let vote = acts::vote(story.text(), &held, 60, 60, yes);
        story.does(&minute(2), &clerk(), vote);
    }
    assert_eq!(story.stage(), "adopted");
    assert!(story.case().duty("resubmit-2").is_some());
}

// Row 21: they may meet again; a rejected clause is changed at the table.
#[test]
fn after_a_rejection_an_agreed_clause_is_changed_in_a_session() {
    use negotiation::Side;
    let mut story = given(Zj).until("renegotiating");
    let changed = with_figure("rise", 600);
    story.refuses("2026-01-18 09:00", &recorder(), acts::table_draft(changed.clone()), "TEXT-CHANGED");
    story.does("2026-01-18 09:10", &recorder(), acts::open_session(Side::Employer));
    story.does("2026-01-18 09:20", &recorder(), acts::position("rise", Side::Worker, 600));
    story.does("2026-01-18 09:30", &recorder(), acts::accept("rise", Side::Employer));
    story.does("2026-01-18 09:40", &recorder(), acts::close());
    story.does("2026-01-18 09:50", &worker_chief(), acts::confirm_minutes(2));
    story.does("2026-01-18 09:55", &employer_chief(), acts::confirm_minutes(2));
    story.initials("2026-01-18 10:00", changed);
    assert_eq!(story.stage(), "drafted");
}

/// What a page says is needed is what the decision asks for, at each figure (CC22 36, ZJ-CC 24(2)).
#[test]
fn what_is_told_as_needed_is_what_carries() {
    for profile in [Cn, Zj, Hz, Nb] {
        let (_, rules) = BOOK.current_rules(profile).unwrap();
        for total in [1, 2, 3, 40, 41, 60, 61] {
            let needed = needed(rules, CongressForm::Congress);
            let (quorum, yes) = (needed.fewest_present(total).unwrap(), needed.fewest_yes(total));
            let all =
                [(total, yes, "adopted"), (total, yes - 1, "renegotiating"), (quorum - 1, quorum - 1, "congress")];
            for (present, yes, stage) in all {
                let mut story = before_the_congress(profile);
                vote(&mut story, total, present, yes);
                assert_eq!(story.stage(), stage, "{profile:?}: {yes} of {present} of {total}");
            }
        }
    }
}
