//! What changes while a case runs and touches nothing that was done before: ZJ-CC 31(1).

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::Event;
use negotiation::command::FactChange;

use crate::acts::{self, confirm_correction, propose_change, propose_correction};
use crate::cast::{Story, agent, day, given, legal_rep, person, recorder, union_chair};
use crate::who::says;

fn name(story: &Story, new: &str) -> FactChange {
    FactChange::EmployerName { new: new.to_owned(), old: story.case().header().employer.name.clone() }
}

fn legal_representative(story: &Story, new: &str) -> FactChange {
    FactChange::LegalRep { new: person(new), old: story.case().header().employer.legal_rep.clone() }
}

fn chair(story: &Story, new: &str) -> FactChange {
    FactChange::UnionChair { new: person(new), old: story.case().header().union.chair.clone() }
}

// ZJ-CC 31(1): another name, another legal representative: the agreement stays valid. What is checked of the lists isn't asked
// again, as it is where the right one was only recorded wrongly.
#[test]
fn who_and_what_changes_later_touches_nothing_that_was_done() {
    for profile in [Cn, Zj, Hz, Nb] {
        for stage in ["negotiating", "adopted", "signed", "under_review", "effective", "ended"] {
            let mut story = given(profile).until(stage);
            let before = story.case().clone();
            for (number, fact) in [
                (1, name(&story, "青石县新五金有限公司（虚构）")),
                (2, legal_representative(&story, "e8")),
                (3, chair(&story, "w8")),
            ] {
                story.does(&format!("2026-02-02 1{number}:00"), &agent(), propose_change(fact.clone(), "2026-02-01"));
                let events =
                    story.does(&format!("2026-02-02 1{number}:30"), &union_chair(), confirm_correction(number));
                let done: Vec<&Event> =
                    events.iter().filter(|event| !matches!(event, Event::BreachRecorded(_))).collect();
                let [Event::Corrected(changed)] = done[..] else { panic!("{profile} {stage}: {events:?}") };
                assert_eq!((&changed.fact, changed.from), (&fact, Some(day("2026-02-01"))));
            }
            let after = story.case();
            let header = after.header();
            assert_eq!(header.employer.name, "青石县新五金有限公司（虚构）");
            assert_eq!((header.employer.legal_rep.id.as_str(), header.union.chair.id.as_str()), ("e8", "w8"));
            assert_eq!((after.stage_name(), &after.delegations), (before.stage_name(), &before.delegations));
            assert_eq!(after.stage.text(), before.stage.text());
        }
    }
}

// ZJ-CC 31(1): the case goes on under the new name to an agreement in force.
#[test]
fn the_case_goes_on_after_a_change() {
    let mut story = given(Zj).until("negotiating");
    let renamed = name(&story, "青石县新五金有限公司（虚构）");
    story.does("2026-01-14 09:10", &agent(), propose_change(renamed, "2026-01-10"));
    story.does("2026-01-14 09:20", &recorder(), confirm_correction(1));
    assert_eq!(story.until("effective").case().header().employer.name, "青石县新五金有限公司（虚构）");
}

// ZJ-CC 31(1): it has changed already, and while the case runs; before that, what stands was wrong.
#[test]
fn the_day_of_a_change_lies_between_the_opening_and_today() {
    let story = given(Zj).until("signed");
    for (from, allowed) in [("2026-01-04", false), ("2026-01-05", true), ("2026-02-02", true), ("2026-02-03", false)] {
        let mut story = story.clone();
        let change = propose_change(legal_representative(&story, "e8"), from);
        if allowed {
            story.does("2026-02-02 09:00", &agent(), change);
        } else {
            says(&story.refuses("2026-02-02 09:00", &agent(), change, "FACT-DATE"));
        }
    }
}

// ZJ-CC 31(1) names what changes; days, figures and codes were recorded wrongly or stand.
#[test]
fn other_facts_are_corrected_and_do_not_change() {
    let mut story = given(Zj).until("signed");
    let header = story.case().header().clone();
    let on = day("2026-01-05");
    for fact in [
        FactChange::Headcount { new: header.employer.headcount + 1, old: header.employer.headcount },
        FactChange::OfferReceived { new: on, old: on },
        FactChange::EmployerUscc { new: header.union.uscc.clone(), old: header.employer.uscc.clone() },
        FactChange::UnionName { new: "别的工会".to_owned(), old: header.union.name },
    ] {
        let change = propose_change(fact, "2026-01-20");
        says(&story.refuses("2026-02-02 09:00", &legal_rep(), change, "FACT-CHANGE"));
    }
}

/// Rule of the platform: records of before say nothing of a day, and keep their bytes.
#[test]
fn a_correction_without_a_day_is_written_as_it_always_was() {
    let mut story = given(Zj);
    let mistaken = name(&story, "青石县新五金有限公司（虚构）");
    let command = propose_correction(mistaken.clone());
    assert!(!serde_json::to_string(&command).unwrap().contains("from"));
    story.does("2026-01-06 09:00", &agent(), command);
    let events = story.does("2026-01-06 10:00", &union_chair(), confirm_correction(1));
    assert!(!serde_json::to_string(&events).unwrap().contains("from"), "{events:?}");
    let change = acts::propose_change(name(&story, "再改名（虚构）"), "2026-01-06");
    assert!(serde_json::to_string(&change).unwrap().contains(r#""from":"2026-01-06""#));
}
