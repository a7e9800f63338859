//! Representatives and adoption in a sector or region (row 18b): ZJ-CC 12 and 29, ZJ-DM 30, HZ 32–34, NB 27–30.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::Event;
use negotiation::checks::congress::needed;
use negotiation::command::{CongressForm, RecordVote, RegisterReps, Scope, Selection, SelectionMethod};
use negotiation::state::DutyStatus;

use crate::acts::{self, FIVE, ballot, own_vote, submit_as, votes};
use crate::cast::{BOOK, Story, agent, clerk, employer_chief, given, given_with, legal_rep, union_chair, worker_chief};
use crate::who::says;
use crate::wording::with_figure;

/// A sector case with five firms, just opened.
pub(crate) fn sector(profile: Profile) -> Story {
    given_with(&BOOK, acts::opened(acts::wide_opening(profile, Scope::Sector)))
}

pub(crate) fn notes(events: &[Event], rule: &str) -> bool {
    events.iter().any(|event| matches!(event, Event::CheckNoted(noted) if noted.finding.rule == rule))
}

fn before(profile: Profile, form: CongressForm) -> Story {
    let mut story = sector(profile).until("drafted");
    let submit = submit_as(form, story.text());
    story.does("2026-01-15 09:00", &union_chair(), submit);
    story
}

/// Before the votes of the firms, of which some have confirmed.
fn before_each(profile: Profile, confirmed: &[&str]) -> Story {
    let mut story = before(profile, CongressForm::EachEmployer);
    for key in confirmed {
        story.does("2026-01-15 10:00", &agent(), acts::confirm_coverage(key));
    }
    story
}

/// Adopted by the own congress of each firm that confirmed.
pub(crate) fn adopted_by_each(profile: Profile, keys: &[&str]) -> Story {
    let mut story = before_each(profile, keys);
    for key in keys {
        let vote = own_vote(key, story.text(), 38, 30);
        story.does("2026-01-17 16:00", &clerk(), vote);
    }
    assert_eq!(story.stage(), "adopted");
    story
}

// ZJ-CC 12, ZJ-DM 30: the union of the sector chooses; in an enterprise of Zhejiang the congress must elect.
#[test]
fn the_union_of_a_sector_names_the_worker_representatives() {
    let list = RegisterReps { selection: acts::by_union(), ..acts::workers() };
    for (profile, approved) in [(Cn, true), (Zj, true), (Nb, true), (Hz, false)] {
        let mut story = sector(profile);
        let events = story.does("2026-01-05 09:00", &union_chair(), acts::reps(&list));
        assert_eq!(notes(&events, "CHK-REP-APPROVED"), !approved, "HZ 32 has the congress of the sector approve");
    }
    given(Zj).refuses("2026-01-05 09:00", &union_chair(), acts::reps(&list), "CHK-REP-ELECTED");
    let elected = sector(Hz).does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
    assert!(!notes(&elected, "CHK-REP-APPROVED"));
    for method in
        [SelectionMethod::NamedByLegalRep, SelectionMethod::NamedByAssociation, SelectionMethod::ElectedByEmployers]
    {
        let wrong = RegisterReps { selection: Selection { method, ..acts::elected() }, ..acts::workers() };
        says(&sector(Zj).refuses("2026-01-05 09:00", &union_chair(), acts::reps(&wrong), "CHK-REP-ELECTED"));
    }
    let all = RegisterReps { selection: Selection { votes: Some(60), ..acts::elected() }, ..acts::workers() };
    sector(Zj).does("2026-01-05 09:00", &union_chair(), acts::reps(&all));
    let few = Selection { votes: Some(30), ..acts::elected() };
    let half = RegisterReps { selection: few, ..acts::workers() };
    says(&sector(Zj).refuses("2026-01-05 09:00", &union_chair(), acts::reps(&half), "CHK-REP-ELECTED"));
}

// ZJ-CC 12: the chief of the employers is elected by their representatives, so no mandate of a legal representative.
#[test]
fn the_chief_of_the_employers_needs_no_mandate() {
    let members = acts::members("f", 3);
    for method in [SelectionMethod::NamedByAssociation, SelectionMethod::ElectedByEmployers] {
        let selection = Selection { method, record: None, total: None, votes: None, ..acts::elected() };
        let list = RegisterReps { members: members.clone(), selection };
        sector(Zj).does("2026-01-05 09:00", &legal_rep(), acts::reps(&list));
        given(Zj).refuses("2026-01-05 09:00", &legal_rep(), acts::reps(&list), "CHK-CHIEF-DELEGATION");
        let mut outsider = list.clone();
        outsider.members[1].external = true;
        says(&sector(Zj).refuses("2026-01-05 09:00", &legal_rep(), acts::reps(&outsider), "CHK-CHIEF-DELEGATION"));
    }
}

// ZJ-CC 10, CC22 19: numbers and parity hold in a sector as in an enterprise.
#[test]
fn numbers_and_parity_hold_in_a_sector_too() {
    let mut story = sector(Zj);
    let two = acts::workers_of(acts::members("w", 2));
    says(&story.refuses("2026-01-05 09:00", &union_chair(), acts::reps(&two), "CHK-REP-MIN"));
    story.does("2026-01-05 09:01", &union_chair(), acts::reps(&acts::workers()));
    let four = acts::employers_of(acts::members("e", 4));
    says(&story.refuses("2026-01-05 09:02", &legal_rep(), acts::reps(&four), "CHK-REP-PARITY"));
}

// ZJ-CC 24, 29: an enterprise has its own congress, a sector the sector's or those of its firms.
#[test]
fn a_body_that_the_scope_does_not_have_is_refused() {
    for (story, wrong) in [
        (given(Zj), [CongressForm::SectorCongress, CongressForm::EachEmployer]),
        (sector(Zj), [CongressForm::Congress, CongressForm::AllStaff]),
        (sector(Cn), [CongressForm::Congress, CongressForm::AllStaff]),
    ] {
        let mut story = story.until("drafted");
        for form in wrong {
            let submit = submit_as(form, story.text());
            says(&story.refuses("2026-01-15 09:00", &union_chair(), submit, "FACT-CONGRESS"));
        }
    }
}

// ZJ-CC 29: half of all delegates or more; ZJ-DM 15 and 17 would ask for more than half, so exactly half is noted.
#[test]
fn the_congress_of_a_sector_adopts_with_exactly_half() {
    for profile in [Zj, Hz, Nb] {
        for (yes, stage, narrow) in [(29, "renegotiating", false), (30, "adopted", true), (31, "adopted", false)] {
            let mut story = before(profile, CongressForm::SectorCongress);
            let vote = acts::vote(story.text(), "2026-01-17", 60, 50, yes);
            let events = story.does("2026-01-17 16:00", &clerk(), vote);
            assert_eq!((story.stage(), notes(&events, "CHK-INDUSTRY-PASS")), (stage, narrow), "{profile:?} {yes}");
            assert_eq!(notes(&events, "CHK-MAJORITY-ALL"), yes == 29);
            let body = events.iter().find_map(Event::body).unwrap();
            let (_, rules) = BOOK.current_rules(profile).unwrap();
            let needed = needed(rules, body);
            assert_eq!((needed.fewest_present(60), needed.fewest_yes(60)), (None, 30), "as it is told");
        }
    }
}

// ZJ-CC 29 names no quorum, so fewer than two thirds are noted; CC22 36 names one.
#[test]
fn a_sector_of_zhejiang_has_no_quorum_and_one_elsewhere_has() {
    for (present, noted) in [(39, true), (40, false)] {
        let mut story = before(Zj, CongressForm::SectorCongress);
        let vote = acts::vote(story.text(), "2026-01-17", 60, present, 35);
        let events = story.does("2026-01-17 16:00", &clerk(), vote);
        assert_eq!((story.stage(), notes(&events, "CHK-INDUSTRY-QUORUM")), ("adopted", noted));
        let mut story = before(Cn, CongressForm::SectorCongress);
        let vote = acts::vote(story.text(), "2026-01-17", 60, present, 35);
        let events = story.does("2026-01-17 16:00", &clerk(), vote);
        assert_eq!(notes(&events, "CHK-QUORUM-23"), noted);
        assert_eq!(story.stage(), if noted { "congress" } else { "adopted" });
    }
}

// ZJ-DM 15(3): by secret ballot, in each firm as in the sector.
#[test]
fn an_open_ballot_is_refused_in_a_sector() {
    let mut story = before(Zj, CongressForm::SectorCongress);
    let open = votes(RecordVote { secret: false, ..ballot(story.text(), "2026-01-17", 60, 50, 45) });
    says(&story.refuses("2026-01-17 16:00", &clerk(), open, "CHK-SECRET-BALLOT"));
}

// ZJ-CC 29: adopted when each employer that is to be bound has adopted in its own congress.
#[test]
fn the_last_confirmed_employer_adopts_for_all() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = before_each(profile, &FIVE);
        for (at, key) in FIVE.iter().enumerate() {
            assert_eq!(story.stage(), "congress", "{at} have voted");
            let vote = own_vote(key, story.text(), 38, 20);
            let events = story.does("2026-01-17 16:00", &clerk(), vote);
            assert!(matches!(events[0], Event::EmployerVoted(ref voted) if voted.adopted));
            assert_eq!(notes(&events, "CHK-INDUSTRY-PASS"), profile != Cn, "exactly half of 40");
        }
        assert_eq!(story.stage(), "adopted");
    }
}

// ZJ-CC 27, 28: what a sector may settle; the items that ZJ-CC 19(2) commands are those of an enterprise.
#[test]
fn a_sector_agreement_may_leave_items_to_the_enterprises() {
    let text = crate::wording::without(negotiation::terms::WageItem::LeavePay);
    for (story, refused) in [(sector(Zj), false), (given(Zj), true)] {
        let mut story = story.until("negotiating");
        story.agrees_on_the_rise();
        let initial = acts::initial(text.digest().unwrap());
        story.does("2026-01-14 15:00", &crate::cast::recorder(), acts::table_draft(text.clone()));
        if refused {
            says(&story.refuses("2026-01-14 15:01", &worker_chief(), initial, "CHK-WAGE-ITEMS"));
        } else {
            story.does("2026-01-14 15:01", &worker_chief(), initial.clone());
            assert!(notes(&story.does("2026-01-14 15:02", &employer_chief(), initial), "CHK-WAGE-ITEMS"));
        }
    }
}

// ZJ-CC 29: each employer that is to be bound adopts in its own congress; who hasn't confirmed isn't one of them.
#[test]
fn an_employer_that_did_not_confirm_holds_nobody_up_and_one_that_did_is_waited_for() {
    let mut story = before_each(Zj, &["first", "second"]);
    let vote = own_vote("third", story.text(), 38, 30);
    story.does("2026-01-17 16:00", &clerk(), vote);
    let vote = own_vote("first", story.text(), 38, 30);
    story.does("2026-01-17 16:01", &clerk(), vote);
    assert_eq!(story.stage(), "congress", "the second has not voted");
    let vote = own_vote("second", story.text(), 38, 30);
    story.does("2026-01-17 16:02", &clerk(), vote);
    assert_eq!(story.stage(), "adopted", "fourth and fifth have not confirmed");

    let mut story = before_each(Zj, &[]);
    let vote = own_vote("third", story.text(), 38, 30);
    story.does("2026-01-17 16:00", &clerk(), vote);
    assert_eq!(story.stage(), "congress", "nobody has confirmed");
    story.does("2026-01-17 16:01", &agent(), acts::confirm_coverage("third"));
    assert_eq!(story.stage(), "adopted", "the confirmation completes it");
}

/// Four firms adopted, the fifth rejected.
fn rejected_by_one() -> Story {
    let mut story = before_each(Zj, &FIVE);
    for key in &FIVE[..4] {
        let vote = own_vote(key, story.text(), 38, 30);
        story.does("2026-01-17 16:00", &clerk(), vote);
    }
    let vote = own_vote("fifth", story.text(), 38, 19);
    let events = story.does("2026-01-17 17:00", &clerk(), vote);
    assert!(matches!(events[0], Event::EmployerVoted(ref voted) if !voted.adopted));
    assert!(notes(&events, "CHK-EMPLOYER-MAJORITY"));
    assert_eq!(story.stage(), "congress", "a rejection moves nothing by itself");
    story
}

// ZJ-CC 29: it binds those who adopted; a firm that rejected is taken off the list and the others go on.
#[test]
fn an_employer_that_rejected_leaves_and_the_others_are_bound() {
    let mut story = rejected_by_one();
    let events = story.does("2026-01-18 09:00", &legal_rep(), acts::withdraw_coverage("fifth"));
    assert!(events.iter().any(|event| matches!(event, Event::DraftAdopted(_))));
    assert_eq!(story.stage(), "adopted");
}

// ZJ-CC 24(3), 29: no limit on rounds, in the congress of one employer either.
#[test]
fn an_employer_that_rejected_may_vote_again() {
    let mut story = rejected_by_one();
    let again =
        votes(RecordVote { employer: Some("fifth".to_owned()), ..ballot(story.text(), "2026-01-20", 40, 38, 21) });
    story.does("2026-01-20 16:00", &clerk(), again);
    assert_eq!(story.stage(), "adopted");
}

// ZJ-CC 24(3): the sides negotiate again; the amended draft is submitted within five working days.
#[test]
fn after_one_rejection_the_sides_may_go_back_to_the_table() {
    let mut story = before_each(Zj, &FIVE);
    let reopen = acts::reopen_talks(story.text());
    says(&story.refuses("2026-01-17 17:30", &union_chair(), reopen, "FACT-COVERAGE"));
    let mut story = rejected_by_one();
    let other = acts::reopen_talks(acts::digest("another text"));
    says(&story.refuses("2026-01-17 17:30", &union_chair(), other, "TEXT-CHANGED"));
    let reopen = acts::reopen_talks(story.text());
    says(&story.refuses("2026-01-17 17:31", &agent(), reopen.clone(), "WHO-reopen_talks"));
    story.does("2026-01-18 08:00", &union_chair(), reopen);
    assert_eq!(story.stage(), "renegotiating");
    story.initials("2026-01-19 15:00", with_figure("min_wage", 270_000));
    assert_eq!(story.due("resubmit-1"), "2026-01-26");
    let submit = acts::submit(story.text(), "2026-02-02", 60);
    says(&story.refuses("2026-01-20 09:00", &worker_chief(), submit, "FACT-CONGRESS"));
    let text = story.text();
    let mut late = story.clone();
    for (story, at, expected) in [(&mut story, "2026-01-26 23:59", false), (&mut late, "2026-01-27 00:00", true)] {
        let mut submission = negotiation::command::SubmitToCongress {
            form: CongressForm::EachEmployer,
            meeting_on: crate::cast::day("2026-02-02"),
            terms: text,
            total: 200,
        };
        submission.total = 200;
        let submit =
            negotiation::Command::Congress(negotiation::command::CongressCommand::SubmitToCongress(submission));
        story.does(at, &union_chair(), submit);
        assert!(matches!(story.duty("resubmit-1").status, DutyStatus::Met { late, .. } if late == expected), "{at}");
    }
    let first = votes(RecordVote { employer: Some("first".to_owned()), ..ballot(text, "2026-02-02", 40, 38, 30) });
    story.does("2026-02-02 16:00", &clerk(), first);
    assert_eq!(story.stage(), "congress", "votes on the old text don't count for the new one");
}

// ZJ-CC 29: either the congress of the sector or each employer's own votes.
#[test]
fn a_vote_names_the_employer_where_each_votes_and_nobody_where_one_body_does() {
    let mut story = before_each(Zj, &FIVE);
    let nobody = acts::vote(story.text(), "2026-01-17", 40, 38, 30);
    let refusal = story.refuses("2026-01-17 16:00", &clerk(), nobody, "FACT-COVERAGE");
    says(&refusal);
    assert!(refusal.figures.contains(&("each".into(), messages::Word::Text("yes".to_owned()))));
    let stranger = own_vote("sixth", story.text(), 38, 30);
    says(&story.refuses("2026-01-17 16:01", &clerk(), stranger, "FACT-COVERAGE"));
    let first = own_vote("first", story.text(), 38, 30);
    story.does("2026-01-17 16:02", &clerk(), first.clone());
    says(&story.refuses("2026-01-17 16:03", &clerk(), first.clone(), "FACT-COVERAGE"));
    says(&before(Zj, CongressForm::SectorCongress).refuses("2026-01-17 16:00", &clerk(), first, "FACT-COVERAGE"));
    let mut own = given(Zj).until("congress");
    let named = own_vote("first", own.text(), 38, 30);
    let refusal = own.refuses("2026-01-17 16:00", &clerk(), named, "FACT-COVERAGE");
    says(&refusal);
    assert!(refusal.figures.contains(&("each".into(), messages::Word::Text("no".to_owned()))));
}

// CC22 36: outside Zhejiang each firm needs its quorum too.
#[test]
fn a_firm_without_quorum_has_not_voted_where_the_rules_name_one() {
    let mut story = before_each(Cn, &["first"]);
    let few = own_vote("first", story.text(), 26, 26);
    let events = story.does("2026-01-17 16:00", &clerk(), few);
    assert!(matches!(events[0], Event::QuorumMissed(_)));
    assert_eq!(story.stage(), "congress");
    let enough = own_vote("first", story.text(), 27, 27);
    story.does("2026-01-17 16:01", &clerk(), enough);
    assert_eq!(story.stage(), "adopted");
}

// Rows 22–30: signed, filed, reviewed and published as any agreement.
#[test]
fn a_sector_agreement_is_signed_filed_and_takes_effect_as_any() {
    for story in [adopted_by_each(Zj, &FIVE), {
        let mut story = before(Zj, CongressForm::SectorCongress);
        let vote = acts::vote(story.text(), "2026-01-17", 60, 50, 45);
        story.does("2026-01-17 16:00", &clerk(), vote);
        story
    }] {
        let mut story = story.until("effective");
        assert_eq!(story.due("file-1"), "2026-01-28");
        let publish = acts::publish(story.text());
        story.does("2026-01-22 09:00", &employer_chief(), publish);
    }
}
