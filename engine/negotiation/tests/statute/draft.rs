//! The draft and its initials (row 16).

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::{Event, Side};

use crate::acts;
use crate::cast::{Story, employer_chief, given, recorder, union_chair, worker_chief, worker_rep};
use crate::who::says;
use crate::wording::{terms, with_figure, with_words};

/// One session is held, agreed on a rise of 5 %, and confirmed.
fn agreed() -> Story {
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    story
}

// CC22 34(4): the draft is signed by both chiefs; the second initial is agreement.
#[test]
fn agreement_is_reached_when_the_second_chief_initials() {
    let mut story = agreed();
    let initial = acts::initial(terms().digest().unwrap());
    story.does("2026-01-14 15:00", &union_chair(), acts::table_draft(terms()));
    story.does("2026-01-14 15:10", &worker_chief(), initial.clone());
    assert_eq!(story.stage(), "negotiating");
    says(&story.refuses("2026-01-14 15:20", &worker_chief(), initial.clone(), "STAGE-initial_draft"));
    story.does("2026-01-14 15:30", &employer_chief(), initial);
    assert_eq!(story.stage(), "drafted");
    assert_eq!(story.due("to_congress-1"), "2026-02-04", "fifteen working days, ZJ-CC 24(1)");
}

// CC22 34(4): the chiefs sign a draft; there must be one.
#[test]
fn nothing_is_initialled_before_a_text_is_on_the_table() {
    let mut story = agreed();
    let initial = acts::initial(terms().digest().unwrap());
    says(&story.refuses("2026-01-14 15:00", &worker_chief(), initial, "STAGE-initial_draft"));
}

// CC22 34(4), 36–37, ZJ-CC 24: one digest names the text at the table, in the vote, signed, filed and published.
#[test]
fn another_text_than_the_one_on_the_table_is_not_initialled() {
    let mut story = agreed();
    story.does("2026-01-14 15:00", &recorder(), acts::table_draft(terms()));
    let other = acts::initial(with_figure("min_wage", 270_000).digest().unwrap());
    says(&story.refuses("2026-01-14 15:01", &worker_chief(), other, "TEXT-CHANGED"));
}

// CC22 34(4): both chiefs sign the same draft.
#[test]
fn a_new_text_takes_initials_away() {
    let mut story = agreed();
    story.does("2026-01-14 15:00", &recorder(), acts::table_draft(terms()));
    story.does("2026-01-14 15:01", &worker_chief(), acts::initial(terms().digest().unwrap()));
    let better = with_figure("min_wage", 270_000);
    story.does("2026-01-14 15:02", &recorder(), acts::table_draft(better.clone()));
    story.does("2026-01-14 15:03", &employer_chief(), acts::initial(better.digest().unwrap()));
    assert_eq!(story.stage(), "negotiating", "the worker chief has not initialled this text");
}

// ZJ-CC 16(3): what was agreed binds once both chiefs have confirmed the minutes; no initials before.
#[test]
fn unconfirmed_minutes_hold_up_the_initials() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    story.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
    story.does("2026-01-14 15:00", &recorder(), acts::table_draft(terms()));
    let initial = acts::initial(terms().digest().unwrap());
    says(&story.refuses("2026-01-14 15:01", &worker_chief(), initial.clone(), "CHK-MINUTES-SIGNED"));
    story.does("2026-01-14 15:02", &employer_chief(), acts::confirm_minutes(1));
    story.does("2026-01-14 15:03", &worker_chief(), initial);
}

// CC22 33–34, ZJ-CC 16(3): nobody is held to the law of another place.
#[test]
fn unsigned_minutes_are_refused_under_the_articles_of_the_place() {
    for (profile, zhejiang) in [(Cn, false), (Zj, true), (Hz, true), (Nb, true)] {
        let mut story = given(profile).until("negotiating");
        story.does("2026-01-14 12:00", &recorder(), acts::close());
        let initial = acts::initial(terms().digest().unwrap());
        story.does("2026-01-14 15:00", &recorder(), acts::table_draft(terms()));
        let refusal = story.refuses("2026-01-14 15:01", &worker_chief(), initial, "CHK-MINUTES-SIGNED");
        let cited: Vec<&str> = refusal.citation.iter().map(law::Citation::as_str).collect();
        assert_eq!(cited.contains(&"ZJ-CC 16(3)"), zhejiang, "{profile:?}: {cited:?}");
        assert!(cited.ends_with(&["CC22 33", "CC22 34"]), "{profile:?}: {cited:?}");
    }
}

// CC22 34, ZJ-CC 16(3): what was agreed stands in the text.
#[test]
fn a_text_that_departs_from_confirmed_minutes_is_refused() {
    let mut story = agreed();
    for changed in [with_figure("rise", 400), with_words("rise", "全体职工年平均工资增长约{rise}。")] {
        let refusal = story.refuses("2026-01-14 15:00", &recorder(), acts::table_draft(changed), "TEXT-CHANGED");
        says(&refusal);
    }
}

// ZJ-CC 16(3): before both chiefs confirm, nothing binds, so another text may be tabled; it can't be initialled yet.
#[test]
fn what_is_not_yet_confirmed_does_not_bind_the_text() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 10:00", &worker_rep(), acts::position("rise", Side::Worker, 800));
    story.does("2026-01-14 10:01", &recorder(), acts::accept("rise", Side::Employer));
    story.does("2026-01-14 10:02", &recorder(), acts::table_draft(terms()));
    assert_eq!(story.stage(), "negotiating");
}

// ZJ-CC 16(3), CC22 34: what both chiefs confirmed in the minutes stands in the draft, whenever it was tabled.
#[test]
fn a_text_tabled_before_the_minutes_is_held_to_them_at_the_initials() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 09:30", &recorder(), acts::table_draft(terms()));
    story.does("2026-01-14 10:00", &worker_rep(), acts::position("rise", Side::Worker, 800));
    story.does("2026-01-14 10:01", &recorder(), acts::accept("rise", Side::Employer));
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    story.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
    story.does("2026-01-14 14:00", &employer_chief(), acts::confirm_minutes(1));
    let initial = acts::initial(terms().digest().unwrap());
    says(&story.refuses("2026-01-14 15:00", &worker_chief(), initial, "TEXT-CHANGED"));
}

// ZJ-CC 34: slips of the pen are told apart only after an objection.
#[test]
fn a_clerical_text_is_possible_only_after_an_objection() {
    let mut story = agreed();
    says(&story.refuses("2026-01-14 15:00", &recorder(), acts::table_slips(terms()), "STAGE-table_draft"));
}

// ZJ-CC 24(1), row 17: union or employer submits the draft; it is owed by both.
#[test]
fn both_initials_open_one_duty_for_both_sides() {
    let mut story = agreed();
    let events = story.initials("2026-01-14 15:00", terms());
    let opened = events.iter().filter(|event| matches!(event, Event::DutyOpened(_))).count();
    assert_eq!((opened, story.duty("to_congress-1").owner.name()), (1, "both"));
}
