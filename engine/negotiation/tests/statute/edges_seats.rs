//! Edges of the lists of representatives: who needs a mandate, who is worth a look, and what a report about one says.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use ledger::Digest;
use negotiation::checks::Outcome;
use negotiation::command::{
    Command, ConductFault, DelegationCommand, FactChange, Member, RegisterReps, ReportConduct, ReportTreatment,
    Selection, SelectionMethod, Treatment,
};

use crate::acts::{self, digest, employers_of, member, members, workers_of};
use crate::cast::{
    BOOK, Story, given, given_with, higher_union, legal_rep, person, union_chair, worker_chief, worker_rep,
};
use crate::corrections_aside::corrects;
use crate::edges::finding;
use crate::edges_letters::figure;
use crate::sector::{notes, sector};
use crate::who::says;

const AT: &str = "2026-01-05 09:00";

/// A firm without a union; u1 is chair of the county's union.
fn without_union(profile: Profile) -> Story {
    let mut open = acts::opening(profile);
    open.union.guiding = true;
    open.union.chair = person("u1");
    let mut story = Story::unopened(&BOOK);
    story.does("2026-01-05 08:00", &higher_union(), acts::opened(open));
    story
}

/// Three of whom the second is chief.
fn led_by_the_second(prefix: &str) -> Vec<Member> {
    let mut members = members(prefix, 3);
    members[0].chief = false;
    members[1].chief = true;
    members
}

// CC22 19, 23(2): one chief, from inside; a refusal says how many there were and how many of them came from outside.
#[test]
fn a_refusal_of_two_chiefs_counts_those_from_outside() {
    let mut members = members("w", 3);
    members[2].chief = true;
    members[2].external = true;
    members[2].mandate = Some(digest("mandate"));
    let refusal = given(Zj).refuses(AT, &union_chair(), acts::reps(&workers_of(members)), "CHK-CHIEF-INTERNAL");
    let told = |name: &str| {
        let (_, word) = refusal.figures.iter().find(|(figure, _)| figure == name).unwrap();
        format!("{word:?}")
    };
    assert!(told("chiefs").contains("\"2\"") && told("external").contains("\"1\""), "{refusal:?}");
}

// CC22 20(2), 21, ZJ-CC 10, 12: a chief who isn't head has a mandate; none needs it where the workers without a union or the
// employers of a sector elect him, and that is no rule for the other side.
#[test]
fn a_chief_who_is_not_head_has_a_mandate_unless_his_own_side_elects_him() {
    let employers = || employers_of(led_by_the_second("e"));
    let workers = || RegisterReps { members: led_by_the_second("w"), selection: acts::by_union() };
    says(&without_union(Zj).refuses(AT, &legal_rep(), acts::reps(&employers()), "CHK-CHIEF-DELEGATION"));
    says(&sector(Zj).refuses(AT, &union_chair(), acts::reps(&workers()), "CHK-CHIEF-DELEGATION"));
}

// CC22 24, NB 8: the chair who may not sit for the employer is that of the enterprise's own union.
#[test]
fn without_a_union_there_is_no_chair_who_could_sit_for_the_employer() {
    let mut list = members("e", 2);
    list.push(member("u1"));
    for profile in [Cn, Zj, Hz, Nb] {
        let events = without_union(profile).does(AT, &legal_rep(), acts::reps(&employers_of(list.clone())));
        assert!(!notes(&events, "CHK-REP-DUAL"), "{profile:?}");
    }
    list[2] = member("w1");
    says(&given(Nb).refuses(AT, &legal_rep(), acts::reps(&employers_of(list)), "CHK-REP-DUAL"));
}

// CC22 20, ZJ-CC 10(2), NB 9: what the workers without a union chose is shown by its record.
#[test]
fn a_choice_of_workers_without_a_union_is_shown_by_its_record() {
    let chosen = |record| {
        let method = SelectionMethod::RecommendedByWorkers;
        let selection = Selection { method, record, total: Some(200), votes: Some(120), ..acts::elected() };
        acts::reps(&RegisterReps { selection, ..acts::workers() })
    };
    for profile in [Cn, Zj, Hz, Nb] {
        for record in [None, Some(Digest::ZERO)] {
            says(&without_union(profile).refuses(AT, &higher_union(), chosen(record), "CHK-REP-ELECTED"));
        }
        without_union(profile).does(AT, &higher_union(), chosen(Some(digest("election"))));
    }
}

// ZJ-CC 11, HZ 18: dispatched workers who are many have one of them among the representatives.
#[test]
fn one_dispatched_representative_is_enough() {
    for (sits, missed) in [(true, false), (false, true)] {
        let mut open = acts::opening(Zj);
        open.employer.dispatched = 30;
        let mut list = members("w", 3);
        list[1].dispatched = sits;
        let events = given_with(&BOOK, acts::opened(open)).does(AT, &union_chair(), acts::reps(&workers_of(list)));
        assert_eq!(notes(&events, "CHK-REP-DISPATCHED"), missed);
    }
}

// ZJ-CC 10(3), HZ 18: who heads the enterprise leads its side, whether legal representative or not.
#[test]
fn another_head_of_the_enterprise_is_a_chief_without_more() {
    for profile in [Zj, Hz, Nb] {
        for (principal, looked_at) in [(true, false), (false, true)] {
            let mut list = led_by_the_second("e");
            list[1].principal = principal;
            list[1].mandate = Some(digest("mandate"));
            let events = given(profile).does(AT, &legal_rep(), acts::reps(&employers_of(list)));
            assert_eq!(notes(&events, "CHK-CHIEF-PRINCIPAL"), looked_at, "{profile:?}");
        }
    }
}

// ZJ-CC 10(3), 11: another figure of the enterprise says what is new about the lists, and nothing again.
#[test]
fn a_corrected_figure_repeats_nothing() {
    let mut story = given(Zj);
    let mut list = led_by_the_second("e");
    list[1].mandate = Some(digest("mandate"));
    let registered = story.does(AT, &legal_rep(), acts::reps(&employers_of(list)));
    assert!(notes(&registered, "CHK-CHIEF-PRINCIPAL"));
    story.does(AT, &union_chair(), acts::reps(&acts::workers()));
    let events = corrects(&mut story, "2026-01-05 10:00", FactChange::Dispatched { new: 30, old: 0 });
    assert!(notes(&events, "CHK-REP-DISPATCHED") && !notes(&events, "CHK-CHIEF-PRINCIPAL"), "{events:?}");
}

// ZJ-CC 14, CC22 27–28: what was agreed to is worth a look, what wasn't is against the text; another post without just cause
// or without consent, as the place has it.
#[test]
fn a_treatment_is_held_against_the_text_of_the_place() {
    use Outcome::{Amber, Breach};
    use Treatment::{NotExtended, PayCut, PostChange};
    for (profile, treatment, consented, outcome, word) in [
        (Zj, PayCut, true, Amber, "pay_cut"),
        (Zj, PayCut, false, Breach, "pay_cut"),
        (Cn, NotExtended, true, Amber, "not_extended"),
        (Cn, NotExtended, false, Breach, "not_extended"),
        (Cn, PostChange, false, Amber, "post_change_cn"),
        (Zj, PostChange, false, Breach, "post_change"),
    ] {
        let mut story = given(profile).until("ready");
        let report = ReportTreatment { consented, ..acts::treatment("w2", treatment, "2026-01-20") };
        let events = story.does("2026-01-20 11:00", &worker_rep(), acts::reports(report));
        assert_eq!(finding(&events, "CHK-REP-PROTECTION").outcome, outcome, "{profile:?} {word} {consented}");
        assert_eq!(figure(&events, "CHK-REP-PROTECTION", "treatment"), word);
    }
}

// CC22 26, 28, ZJ-CC 14: a complaint says what happened.
#[test]
fn a_complaint_says_what_happened() {
    let mut story = given(Zj).until("ready");
    let conduct = |facts: &str| {
        let (facts, person) = (facts.to_owned(), "e2".to_owned());
        Command::Delegation(DelegationCommand::ReportConduct(ReportConduct {
            facts,
            fault: ConductFault::Threat,
            person,
        }))
    };
    let at = "2026-01-20 11:00";
    says(&story.refuses(at, &worker_chief(), conduct(" "), "FACT-EMPTY"));
    story.does(at, &worker_chief(), conduct("会上的情况"));
    let silent = ReportTreatment { facts: " ".to_owned(), ..acts::treatment("w2", Treatment::PayCut, "2026-01-20") };
    says(&story.refuses(at, &worker_rep(), acts::reports(silent), "FACT-EMPTY"));
}

// ZJ-CC 13, CC22 30–31: the list is the union's; the chief may say who left and who follows.
#[test]
fn the_workers_chief_says_who_left_and_who_follows() {
    let mut story = given(Zj).until("preparing");
    let list = acts::reps(&acts::workers());
    says(&story.refuses("2026-01-06 09:30", &worker_chief(), list, "WHO-register_reps"));
    let mut story = story.until("ready");
    story.does("2026-01-07 09:00", &worker_chief(), acts::vacate("w2", "2026-01-07"));
    story.does("2026-01-08 09:00", &worker_chief(), acts::replace(member("w7"), "w2"));
    assert!(story.case().delegations.worker.as_ref().unwrap().has("w7"));
}
