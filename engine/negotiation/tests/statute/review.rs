//! The bureau's review (rows 26 to 29).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::command::{Command, Object, ObjectionGround, ObjectionItem, ReviewCommand};
use negotiation::state::{DutyStatus, EffectBasis, Stage};
use negotiation::terms::{Term, Terms};
use negotiation::{Event, Side};

use crate::acts::{self, served, served_on};
use crate::cast::{
    Story, agent, clerk, day, employer_chief, given, moment, officer, recorder, union_chair, worker_chief,
};
use crate::who::says;
use crate::wording::{terms, with_figure, with_words};

/// With the bureau since a day.
fn filed_on(profile: Profile, on: &str) -> Story {
    let mut story = given(profile).until("signed");
    let file = acts::file(story.text());
    story.does(&format!("{on} 09:00"), &agent(), file);
    story
}

fn objects(story: &mut Story, at: &str, served: &[negotiation::command::Service]) -> Vec<Event> {
    let object = acts::object(story.text(), &["rise"], served);
    story.does(at, &officer(), object)
}

fn effect(story: &Story) -> negotiation::state::Effect {
    let Stage::Effective(effective) = &story.case().stage else { panic!("at {}", story.stage()) };
    effective.effect
}

fn notes(events: &[Event], rule: &str) -> bool {
    events.iter().any(|event| matches!(event, Event::CheckNoted(noted) if noted.finding.rule == rule))
}

// LCL 54, ZJ-CC 34, CC22 45, 47: objections reach a side within fifteen days of receipt; then silence has effect.
#[test]
fn an_objection_is_in_time_on_the_fifteenth_day_and_too_late_after_it() {
    for (on, last, next) in [
        ("2026-02-10", "2026-02-25", "2026-02-26"),
        ("2026-03-02", "2026-03-17", "2026-03-18"),
        ("2026-04-28", "2026-05-13", "2026-05-14"),
        ("2026-09-21", "2026-10-08", "2026-10-09"),
    ] {
        for profile in [Cn, Zj, Hz, Nb] {
            let mut story = filed_on(profile, on);
            objects(&mut story, &format!("{last} 23:59"), &[served_on(Side::Worker, last)]);
            assert_eq!(story.stage(), "objected", "{on}");
            assert!(matches!(story.duty("review-1").status, DutyStatus::Met { late: false, .. }));

            let mut story = filed_on(profile, on);
            let object = acts::object(story.text(), &["rise"], &served(next));
            says(&story.refuses(&format!("{next} 00:00"), &officer(), object, "STAGE-object"));
            assert_eq!(effect(&story).on, day(next), "in force already");
        }
    }
}

// CC22 45, ZJ-CC 34, as we read them: in time once it has reached one side; later service on the other is a default.
#[test]
fn an_objection_served_late_on_the_second_side_stands_and_is_on_record() {
    let mut story = filed_on(Zj, "2026-03-02");
    objects(&mut story, "2026-03-17 10:00", &[served_on(Side::Worker, "2026-03-17")]);
    let events = story.does("2026-03-19 10:00", &employer_chief(), acts::record_service(Side::Employer, "2026-03-18"));
    assert!(notes(&events, "CHK-REVIEW-15D"));
    assert_eq!(story.stage(), "objected");
    let mut story = filed_on(Zj, "2026-03-02");
    objects(&mut story, "2026-03-16 10:00", &[served_on(Side::Worker, "2026-03-16")]);
    let events = story.does("2026-03-18 10:00", &employer_chief(), acts::record_service(Side::Employer, "2026-03-17"));
    assert!(!notes(&events, "CHK-REVIEW-15D"), "the seventeenth was the last day");
}

// CC22 45: served on both sides; what reached nobody is no objection.
#[test]
fn an_objection_that_reached_nobody_does_not_stop_the_effect() {
    let mut story = filed_on(Zj, "2026-03-02");
    objects(&mut story, "2026-03-10 10:00", &[]);
    assert_eq!(story.stage(), "filed");
    let publish = acts::publish(story.text());
    story.does("2026-03-18 09:00", &agent(), publish);
    assert_eq!(effect(&story).basis, EffectBasis::Deemed);
}

// CC22 45, CIV 137: served when it is in the inbox that a side has accepted.
#[test]
fn an_objection_reaches_sides_that_read_the_inbox_at_once() {
    let mut story = filed_on(Zj, "2026-03-02").with_inbox();
    objects(&mut story, "2026-03-10 10:00", &[]);
    assert_eq!(story.stage(), "objected");
}

// LCL 54, ZJ-CC 34–35: received 2026-02-04, raw 02-19, rolled 02-24, effect 02-25, publication 03-03, warning 02-25.
#[test]
fn silence_across_spring_festival_has_effect_after_the_rolled_day() {
    let mut story = filed_on(Zj, "2026-02-04");
    let review = story.duty("review-1").dates;
    assert_eq!((review.raw, review.due), (Some(day("2026-02-19")), day("2026-02-24")));
    story.refuses("2026-02-24 23:59", &officer(), acts::publish(story.text()), "WHO-publish");
    assert_eq!(story.stage(), "filed");
    story.refuses("2026-02-25 00:00", &officer(), acts::publish(story.text()), "WHO-publish");
    assert_eq!(story.stage(), "effective");
    let effect = effect(&story);
    assert_eq!((effect.on, effect.basis), (day("2026-02-25"), EffectBasis::Deemed));
    let publish = story.duty("publish-employer").dates;
    assert_eq!((publish.due, publish.amber), (day("2026-03-03"), Some(day("2026-02-25"))));
}

// LCL 54, ZJ-CC 34: in force after the fifteenth day, whenever somebody writes it down.
#[test]
fn an_effect_recorded_late_is_dated_by_law() {
    let mut story = filed_on(Zj, "2026-03-02");
    let publish = acts::publish(story.text());
    let events = story.does("2026-03-30 09:00", &agent(), publish);
    let Event::DutyLapsed(lapsed) = &events[0] else { panic!("{events:?}") };
    assert_eq!(lapsed.at, moment("2026-03-18 00:00"));
    assert_eq!(effect(&story).on, day("2026-03-18"));
}

// ZJ-CC 30, decisions on terms: a year that begins on 18 March ends on 17 March; named days stay as voted.
#[test]
fn a_term_includes_its_first_day() {
    let story = filed_on(Zj, "2026-03-02");
    let mut deemed = story;
    let publish = acts::publish(deemed.text());
    deemed.does("2026-03-18 09:00", &agent(), publish);
    let effect_of = effect(&deemed);
    assert_eq!((effect_of.term_from, effect_of.term_to), (day("2026-03-18"), day("2027-03-17")));
}

// ZJ-CC 24, 30(1): the term is part of what was voted; days that it names don't move with the effect.
#[test]
fn a_term_of_named_days_stays_as_voted() {
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    let named = Term::Dates { from: day("2026-01-01"), to: day("2026-12-31") };
    story.initials("2026-01-14 15:00", Terms { term: named, ..terms() });
    let story = story.until("effective");
    let effect = effect(&story);
    assert_eq!((effect.term_from, effect.term_to), (day("2026-01-01"), day("2026-12-31")));
    assert_eq!(effect.on, day("2026-01-21"));
}

// WN9 22(2): a no-objection opinion, in force when it reached the second side.
#[test]
fn a_no_objection_opinion_takes_effect_at_the_later_service() {
    let mut story = given(Zj).until("under_review");
    let opinion = acts::no_objection(story.text(), &[served_on(Side::Worker, "2026-01-21")]);
    story.does("2026-01-21 09:00", &officer(), opinion);
    assert_eq!(story.stage(), "under_review");
    story.does("2026-01-25 09:00", &employer_chief(), acts::record_service(Side::Employer, "2026-01-23"));
    let effect = effect(&story);
    assert_eq!((effect.on, effect.basis), (day("2026-01-23"), EffectBasis::Opinion));
    assert_eq!(story.due("publish-employer"), "2026-01-30", "five working days from the day of effect");
    assert_eq!(story.duty("publish-employer").dates.amber, Some(day("2026-01-28")));
}

// WN9 22(2), 22(4): in force once it has reached both; otherwise when the fifteen days are over.
#[test]
fn a_no_objection_opinion_that_reached_one_side_only_ends_in_deemed_effect() {
    let mut story = filed_on(Zj, "2026-03-02");
    let opinion = acts::no_objection(story.text(), &[served_on(Side::Worker, "2026-03-05")]);
    story.does("2026-03-05 09:00", &officer(), opinion);
    let publish = acts::publish(story.text());
    story.does("2026-03-18 09:00", &agent(), publish);
    assert_eq!(effect(&story).basis, EffectBasis::Deemed);
}

// CC22 44: parties, procedure, content; clause by clause.
#[test]
fn an_objection_names_clauses_of_the_text_or_parties_or_procedure() {
    let mut story = given(Zj).until("under_review");
    for clauses in [&["no-such-clause"][..], &[]] {
        let object = acts::object(story.text(), clauses, &served("2026-01-21"));
        says(&story.refuses("2026-01-21 09:00", &officer(), object, "FACT-OBJECTION"));
    }
    let procedure = Command::Review(ReviewCommand::Object(Object {
        items: vec![ObjectionItem {
            clause: None,
            ground: ObjectionGround::Procedure,
            opinion: "缺少会议记录".to_owned(),
        }],
        served: served("2026-01-21").to_vec(),
        terms: story.text(),
    }));
    story.does("2026-01-21 09:10", &officer(), procedure);
    assert_eq!(story.stage(), "objected");
}

// CC22 44–45, WN9 22: the bureau reviews what was filed.
#[test]
fn an_opinion_on_another_text_is_refused() {
    let mut story = given(Zj).until("under_review");
    let other = with_figure("min_wage", 270_000).digest().unwrap();
    says(&story.refuses("2026-01-21 09:00", &officer(), acts::object(other, &["rise"], &[]), "TEXT-CHANGED"));
    says(&story.refuses("2026-01-21 09:00", &officer(), acts::no_objection(other, &[]), "TEXT-CHANGED"));
}

// CC22 45–46, WN9 22: one opinion on one filing; after an objection it is filed anew.
#[test]
fn a_filing_has_one_opinion() {
    let mut story = given(Zj).until("under_review");
    objects(&mut story, "2026-01-21 09:00", &[]);
    let text = story.text();
    says(&story.refuses("2026-01-21 10:00", &officer(), acts::no_objection(text, &[]), "STAGE-no_objection_opinion"));
    says(&story.refuses("2026-01-21 10:00", &officer(), acts::object(text, &["rise"], &[]), "STAGE-object"));
    says(&story.refuses("2026-01-21 10:00", &officer(), acts::return_incomplete(), "STAGE-return_incomplete"));
}

// CC22 45: each side says when it received, or the bureau does by its receipts.
#[test]
fn a_side_does_not_record_what_the_other_received() {
    let mut story = given(Zj).until("under_review");
    says(&story.refuses(
        "2026-01-21 08:00",
        &officer(),
        acts::record_service(Side::Worker, "2026-01-21"),
        "STAGE-record_service",
    ));
    objects(&mut story, "2026-01-21 09:00", &[]);
    says(&story.refuses(
        "2026-01-21 10:00",
        &worker_chief(),
        acts::record_service(Side::Employer, "2026-01-21"),
        "WHO-record_service",
    ));
    says(&story.refuses(
        "2026-01-21 10:00",
        &officer(),
        acts::record_service(Side::Employer, "2026-01-20"),
        "FACT-DATE",
    ));
    story.does("2026-01-21 10:01", &officer(), acts::record_service(Side::Employer, "2026-01-21"));
    says(&story.refuses(
        "2026-01-21 10:02",
        &employer_chief(),
        acts::record_service(Side::Employer, "2026-01-21"),
        "STAGE-record_service",
    ));
}

// CC22 46, ZJ-CC 34: substance changed: initialled anew, voted anew, signed, refiled; a new fifteen days.
#[test]
fn after_an_objection_a_change_of_substance_goes_to_the_congress_again() {
    let mut story = given(Zj).until("objected");
    story.initials("2026-01-22 09:00", with_figure("min_wage", 270_000));
    assert_eq!((story.stage(), story.due("to_congress-2").as_str()), ("drafted", "2026-02-12"));
    let submission = acts::submit(story.text(), "2026-01-26", 60);
    story.does("2026-01-22 10:00", &union_chair(), submission);
    let vote = acts::vote(story.text(), "2026-01-26", 60, 60, 60);
    story.does("2026-01-26 16:00", &clerk(), vote);
    let sign = acts::sign(story.text());
    story.does("2026-01-27 09:00", &worker_chief(), sign.clone());
    story.does("2026-01-27 10:00", &employer_chief(), sign);
    assert_eq!(story.due("file-2"), "2026-02-06");
    let file = acts::file(story.text());
    story.does("2026-02-04 09:00", &agent(), file);
    assert_eq!(story.due("review-2"), "2026-02-24");
}

// ZJ-CC 34: slips of the pen alone need no new vote; both chiefs initial and sign the mended text.
#[test]
fn after_an_objection_a_slip_is_mended_without_a_vote() {
    let mut story = given(Zj).until("objected");
    let mended = with_words("rise", "全体职工年平均工资增长{rise}（自生效之日起）。");
    let digest = mended.digest().unwrap();
    story.does("2026-01-22 09:00", &recorder(), acts::table_slips(mended));
    story.does("2026-01-22 09:10", &worker_chief(), acts::initial(digest));
    story.does("2026-01-22 09:20", &employer_chief(), acts::initial(digest));
    assert_eq!(story.stage(), "adopted");
    let sign = acts::sign(digest);
    story.does("2026-01-22 10:00", &worker_chief(), sign.clone());
    story.does("2026-01-22 10:10", &employer_chief(), sign);
    story.does("2026-01-23 09:00", &agent(), acts::file(digest));
    assert_eq!(story.stage(), "filed");
    assert_eq!(story.due("review-2"), "2026-02-09", "02-07 is a Saturday");
}

// ZJ-CC 24, 34, CC22 46: figures and term are substance; the congress votes on them.
#[test]
fn a_changed_figure_is_no_slip() {
    let mut story = given(Zj).until("objected");
    for changed in [with_figure("rise", 600), Terms { term: Term::Months { months: 24 }, ..terms() }] {
        says(&story.refuses("2026-01-22 09:00", &recorder(), acts::table_slips(changed), "TEXT-CHANGED"));
    }
}

// WN9 22(2): the later of two services, also where both are known at once; until then the review isn't over.
#[test]
fn an_opinion_without_objection_counts_from_the_later_of_two_services() {
    for days in [["2026-01-20", "2026-01-22"], ["2026-01-22", "2026-01-20"]] {
        let mut story = given(Zj).until("under_review");
        let served = [served_on(Side::Worker, days[0]), served_on(Side::Employer, days[1])];
        let opinion = acts::no_objection(story.text(), &served);
        story.does("2026-01-22 11:00", &officer(), acts::enter_paper(opinion, officer(), "2026-01-20"));
        story.does("2026-01-22 12:00", &recorder(), acts::confirm_paper(1));
        assert_eq!(effect(&story).on, day("2026-01-22"), "{days:?}");
    }
    let mut story = filed_on(Zj, "2026-03-02");
    let opinion = acts::no_objection(story.text(), &[]);
    story.does("2026-03-10 09:00", &officer(), opinion);
    story.does("2026-03-12 09:00", &agent(), acts::record_service(Side::Employer, "2026-03-11"));
    assert_eq!(story.duty("review-1").status, DutyStatus::Open, "the workers don't have it yet");
    story.does("2026-03-13 09:00", &union_chair(), acts::record_service(Side::Worker, "2026-03-12"));
    assert!(matches!(story.duty("review-1").status, DutyStatus::Met { at, .. } if at.date() == day("2026-03-12")));
}

// CC22 45, ZJ-CC 34: where nobody is sure of the last day nothing lapses, and an objection after it is on record as late.
#[test]
fn an_objection_after_a_provisional_last_day_is_on_record_as_late() {
    for profile in [Cn, Zj] {
        let story = filed_on(profile, "2026-12-22");
        let dates = story.duty("review-1").dates;
        assert!(dates.provisional, "nobody knows the days off of 2027 yet");
        for (on, late) in [(dates.due, false), (dates.due.tomorrow().unwrap(), true)] {
            let mut story = story.clone();
            let on = on.to_string();
            let events = objects(&mut story, &format!("{on} 12:00"), &[served_on(Side::Worker, &on)]);
            assert_eq!(notes(&events, "CHK-REVIEW-15D"), late, "{profile:?} {on}");
            assert!(matches!(story.duty("review-1").status, DutyStatus::Met { late: found, .. } if found == late));
            assert_eq!(story.stage(), "objected");
        }
    }
}

// CC22 45, ZJ-CC 34: a paper undoes the effect of silence only where it shows that the review was over in time.
#[test]
fn an_opinion_on_paper_that_reached_nobody_in_time_leaves_the_effect() {
    for served_on_days in [&[][..], &[served_on(Side::Worker, "2026-03-18")]] {
        let mut story = filed_on(Zj, "2026-03-02");
        let object = acts::object(story.text(), &["rise"], served_on_days);
        let entry = acts::enter_paper(object, officer(), "2026-03-17");
        says(&story.refuses("2026-03-19 09:00", &officer(), entry, "STAGE-object"));
        assert_eq!(effect(&story).on, day("2026-03-18"));
    }
}
