//! An enterprise without a union (row 8a): ZJ-CC 8(2), 10(2), NB 9, 15(2), CC22 20, LCL 51(2).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::command::{RegisterReps, Selection, SelectionMethod};
use negotiation::{Actor, Capacity, Command};

use crate::acts::{self, member};
use crate::cast::{
    BOOK, Story, agent, clerk, employer_chief, everybody, given, higher_union, legal_rep, moment, recorder,
    union_chair, union_officer, worker_chief,
};
use crate::who::says;

/// The file of a firm of 200 without a union; u1 is chair of the county's union.
fn opening(profile: Profile) -> Command {
    let mut open = acts::opening(profile);
    open.union.guiding = true;
    open.union.chair = crate::cast::person("u1");
    acts::opened(open)
}

fn opened(profile: Profile) -> Story {
    let mut story = Story::unopened(&BOOK);
    story.does("2026-01-05 08:00", &higher_union(), opening(profile));
    story
}

fn chosen(method: SelectionMethod, votes: u32, total: u32) -> RegisterReps {
    let selection = Selection { method, total: Some(total), votes: Some(votes), ..acts::elected() };
    RegisterReps { selection, ..acts::workers() }
}

fn recommended() -> RegisterReps {
    chosen(SelectionMethod::RecommendedByWorkers, 120, 200)
}

const AT: &str = "2026-01-05 09:00";

// ZJ-CC 8: where there is no union the workers or the union that guides them begin; nobody is its chair.
#[test]
fn the_guiding_union_or_the_workers_open_the_case() {
    for who in [higher_union(), worker_chief(), legal_rep()] {
        Story::unopened(&BOOK).does(AT, &who, opening(Zj));
    }
    for who in [union_chair(), union_officer()] {
        says(&Story::unopened(&BOOK).refuses(AT, &who, opening(Zj), "WHO-open_case"));
    }
    for who in [higher_union(), worker_chief()] {
        says(&Story::unopened(&BOOK).refuses(AT, &who, acts::open_case(Zj), "WHO-open_case"));
    }
}

// ZJ-CC 8, 10(2), LCL 51(2): without a union workers are guided by a higher one; there is no chair who acts.
#[test]
fn nobody_acts_as_chair_of_a_union_that_is_not_there() {
    let mut story = opened(Zj);
    for command in acts::every_command(acts::digest("text")) {
        let row = negotiation::table::find(command.name()).unwrap();
        if row.capacities.contains(&Capacity::UnionChair) && command.name() != "open_case" {
            let refusal = story.refuses(AT, &union_chair(), command.clone(), &format!("WHO-{}", command.name()));
            assert_eq!(refusal.found().key, "neg-who-no-union-found");
            says(&refusal);
        }
    }
}

// ZJ-CC 8(2), NB 15(2), CC22 20: elected before the offer.
#[test]
fn workers_without_a_union_elect_before_they_offer_or_answer() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = opened(profile);
        says(&story.refuses(AT, &worker_chief(), acts::issue_offer(), "CHK-REP-ELECTED"));
        story.does(AT, &worker_chief(), acts::reps(&recommended()));
        story.does("2026-01-05 10:00", &worker_chief(), acts::issue_offer());
        assert_eq!(story.stage(), "offered", "{profile:?}");
    }
    let mut story = opened(Zj);
    story.does(AT, &legal_rep(), acts::reps(&acts::employers()));
    story.does("2026-01-05 10:00", &legal_rep(), acts::issue_offer());
    story.does("2026-01-05 11:00", &higher_union(), acts::record_delivery("2026-01-05"));
    says(&story.refuses("2026-01-06 09:00", &worker_chief(), acts::reply("2026-01-14"), "CHK-REP-ELECTED"));
    story.does("2026-01-06 10:00", &higher_union(), acts::reps(&recommended()));
    story.does("2026-01-06 11:00", &worker_chief(), acts::reply("2026-01-14"));
    assert_eq!(story.stage(), "preparing");
}

// CC22 20: half of all workers; ZJ-CC 10(2): more than half of all delegates or workers; NB 9: of the workers only.
#[test]
fn how_many_agree_differs_from_place_to_place() {
    use SelectionMethod::{AppointedByUnion, ElectedByCongress, ElectedByWorkers, RecommendedByWorkers};
    for (profile, method, votes, total, stands) in [
        (Cn, RecommendedByWorkers, 100, 200, true),
        (Cn, RecommendedByWorkers, 200, 200, true),
        (Cn, RecommendedByWorkers, 0, 0, false),
        (Cn, RecommendedByWorkers, 99, 200, false),
        (Cn, ElectedByCongress, 60, 60, false),
        (Zj, RecommendedByWorkers, 100, 200, false),
        (Zj, RecommendedByWorkers, 101, 200, true),
        (Zj, ElectedByCongress, 31, 60, true),
        (Zj, ElectedByCongress, 30, 60, false),
        (Hz, ElectedByWorkers, 101, 200, true),
        (Nb, ElectedByWorkers, 101, 200, true),
        (Nb, ElectedByCongress, 60, 60, false),
        (Nb, AppointedByUnion, 200, 200, false),
        (Zj, ElectedByWorkers, 201, 200, false),
        (Cn, ElectedByWorkers, 0, 0, false),
    ] {
        let list = acts::reps(&chosen(method, votes, total));
        let outcome = opened(profile).attempt(moment(AT), &worker_chief(), list);
        match outcome {
            Ok(_) => assert!(stands, "{profile:?} {method:?} {votes}/{total}"),
            Err(refusal) => {
                assert!(!stands, "{profile:?} {method:?} {votes}/{total}: {refusal:?}");
                assert_eq!(refusal.rule, "CHK-REP-ELECTED");
                let nine = refusal.citation.iter().any(|article| article.to_string() == "NB 9");
                assert_eq!(nine, profile == Nb, "{profile:?} cites its own articles");
                says(&refusal);
            }
        }
    }
    let union = acts::reps(&chosen(RecommendedByWorkers, 200, 200));
    says(&given(Zj).refuses(AT, &union_chair(), union, "CHK-REP-ELECTED"));
}

// CC22 20, ZJ-CC 10(2): the representatives elect their chief; nobody sends him.
#[test]
fn the_workers_chief_needs_no_mandate_and_is_on_the_list() {
    let mut story = opened(Zj);
    story.does(AT, &worker_chief(), acts::reps(&recommended()));
    let stranger = Actor { id: "w9".to_owned(), ..worker_chief() };
    says(&story.refuses("2026-01-05 10:00", &stranger, acts::issue_offer(), "WHO-issue_offer"));
    let mut with_union = given(Zj);
    let refusal = with_union.refuses(AT, &worker_chief(), acts::reps(&recommended()), "WHO-register_reps");
    says(&refusal);
    says(&with_union.refuses(AT, &higher_union(), acts::reps(&recommended()), "WHO-register_reps"));
}

// ZJ-CC 8, 10, 24, 35: the whole way without a union.
#[test]
fn a_firm_without_a_union_reaches_an_agreement_in_force() {
    let mut story = opened(Zj);
    story.does(AT, &worker_chief(), acts::reps(&recommended()));
    story.does("2026-01-05 10:00", &worker_chief(), acts::issue_offer());
    let mut story = story.until("drafted");
    let text = story.text();
    let submit = acts::submit(text, "2026-01-17", 60);
    story.does("2026-01-15 09:00", &worker_chief(), submit);
    story.does("2026-01-17 16:00", &clerk(), acts::vote(text, "2026-01-17", 60, 50, 45));
    let mut story = story.until("effective");
    story.does("2026-01-22 09:00", &agent(), acts::publish(text));
    story.does("2026-01-22 10:00", &worker_chief(), acts::copy(text));
    assert!(everybody().iter().any(|actor| actor.id == "u1"));
    assert_eq!(story.stage(), "effective");
    // CC22 30–31: a new chief is elected among the representatives, and the guiding union may say so.
    story.does("2026-01-23 09:00", &higher_union(), acts::vacate("w1", "2026-01-23"));
    let chief = negotiation::command::Member { chief: true, ..member("w2") };
    story.does("2026-01-23 10:00", &higher_union(), acts::replace(chief, "w1"));
    assert_eq!(story.case().delegations.worker.as_ref().unwrap().chief().unwrap().person.id, "w2");
    let new = acts::replacement(member("w7"), "w1");
    let few = negotiation::command::ReplaceRep { selection: recommended().selection, ..new };
    story.does("2026-01-26 09:00", &higher_union(), acts::replaces(few));
    let stranger = acts::vacate("w2", "2026-01-26");
    says(&story.refuses("2026-01-26 10:00", &recorder(), stranger, "WHO-record_vacancy"));
    says(&story.refuses("2026-01-26 10:00", &employer_chief(), acts::vacate("w2", "2026-01-26"), "FACT-REP"));
}
