//! What doesn't fit together is refused with rule, found, required, article and remedy, or noted with them; never with a
//! bare no.

use std::collections::{BTreeMap, BTreeSet};

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use messages::{Catalogue, Said, Word};
use negotiation::command::{ChildKind, Ground, OfferBasis, RegisterReps, Selection, SelectionMethod};
use negotiation::state::{DutyStatus, Stage};
use negotiation::table::{capacity_key, command_key, find};
use negotiation::terms::{Term, Terms};
use negotiation::{Actor, Command, Event, Facts, MESSAGES, Refusal, Side, decide};

use crate::acts::{self, served};
use crate::cast::{
    BOOK, Story, agent, clerk, day, everybody, given, given_with, legal_rep, moment, officer, recorder, system,
    union_chair, union_officer, worker_chief,
};
use crate::sector::sector;
use crate::who::{cites_the_table, may, says};
use crate::wording::{terms, with_figure};

const PROFILES: [Profile; 4] = [Cn, Zj, Hz, Nb];

/// Commands of the platform itself: no text of law gives or takes them.
const OF_THE_PLATFORM: [&str; 9] = [
    "adopt_dataset",
    "confirm_correction",
    "confirm_paper",
    "enter_paper",
    "open_case",
    "propose_correction",
    "record_document",
    "record_notice",
    "strike_clock",
];

/// Acts of which only other places' texts speak. The platform records them here too; whoever is refused is told where they
/// are law.
const ELSEWHERE: [(&str, &[Profile]); 6] = [
    ("announce_reps", &[Cn, Zj]),
    ("answer_opinion", &[Cn]),
    ("copy_to_higher_union", &[Cn]),
    ("record_rescission", &[Cn]),
    ("report_performance", &[Cn]),
    ("send_rectification", &[Cn]),
];

/// Decides without recording, so that many questions are quick.
fn asks(story: &Story, who: &Actor, command: &Command) -> Result<Vec<Event>, Refusal> {
    let (_, rules) = BOOK.current_rules(story.case().header().profile).unwrap();
    let (_, data) = BOOK.current_data().unwrap();
    let now = moment("2026-01-21 10:00").max(story.state.last_at());
    decide(rules, data, Some(story.case()), &Facts::default(), now, who, command)
}

fn at_stage(profile: Profile, stage: &str) -> Story {
    if stage == "rescinded" { crate::child::rescinding(profile).until(stage) } else { given(profile).until(stage) }
}

fn names(said: &Said, key: &str) -> bool {
    said.args.iter().any(|(_, word)| *word == Word::Message(key.to_owned().into()))
}

/// Every profile at every stage.
fn everywhere() -> impl Iterator<Item = (Profile, &'static str)> {
    PROFILES.into_iter().flat_map(|profile| Stage::NAMES.into_iter().map(move |stage| (profile, stage)))
}

/// Every article of a refusal is law in the place; those acts apart that are the platform's own or that only others know.
fn cites_the_place(refusal: &Refusal, name: &str, profile: Profile) {
    let applies = refusal.citation.iter().filter(|article| article.applies(profile)).count();
    let elsewhere = ELSEWHERE.iter().any(|(act, places)| *act == name && places.contains(&profile));
    assert_eq!(applies, if elsewhere { 0 } else { refusal.citation.len() }, "{name} under {profile:?}");
    assert_eq!(refusal.citation.is_empty(), OF_THE_PLATFORM.contains(&name), "{name} under {profile:?}");
}

// WN9 17, ZJ-CC 7, 10, 16, 24, 34–35, CC22 19–21, 32–37, 42–45: each act belongs to somebody.
/// Every command at every stage by everybody who may not give it. Commands without any capacity to name are open to every
/// person, so only the program is refused there.
#[test]
fn whoever_may_not_is_told_what_who_and_whom_to_ask() {
    let words = Catalogue::new(&[law::MESSAGES, MESSAGES]).unwrap();
    let mut told: BTreeSet<[String; 3]> = BTreeSet::new();
    let mut refused = 0;
    for (profile, stage) in everywhere() {
        let story = at_stage(profile, stage);
        let text = story.case().stage.text().map_or_else(|| acts::digest("no text"), |text| text.digest);
        for command in acts::every_command(text) {
            for actor in everybody().into_iter().filter(|actor| !may(actor, &command)) {
                let refusal = asks(&story, &actor, &command).unwrap_err();
                let name = command.name();
                assert_eq!(refusal.rule, format!("WHO-{name}"), "{name} at {stage} under {profile}");
                cites_the_place(&refusal, name, profile);
                assert!(
                    names(&refusal.found(), &command_key(name))
                        && names(&refusal.found(), &capacity_key(actor.capacity))
                );
                let row = find(name).unwrap();
                cites_the_table(&refusal, row.articles, profile);
                if let Some(first) = row.capacities.first() {
                    assert!(names(&refusal.required(), &capacity_key(*first)), "{name} says who may");
                }
                told.insert([refusal.found(), refusal.required(), refusal.remedy()].map(|said| words.say(&said)));
                refused += 1;
            }
        }
    }
    assert!(refused > 60_000, "{refused} refusals");
    for [found, required, remedy] in told {
        for sentence in [&found, &required, &remedy] {
            assert!(sentence.chars().count() >= 10 && !sentence.contains('〔'), "{sentence}");
        }
        assert!(found != required && required != remedy && found != remedy, "{found}");
    }
}

/// Every command at every stage by everybody who may give it, under every profile: what the stage doesn't know is refused
/// with the stage, and whatever else is refused has its three sentences, too (rule of the platform: none says only no).
#[test]
fn whatever_is_refused_to_somebody_who_may_says_what_is_missing() {
    let mut told: BTreeMap<String, Refusal> = BTreeMap::new();
    for (profile, stage) in everywhere() {
        let story = at_stage(profile, stage);
        let text = story.case().stage.text().map_or_else(|| acts::digest("no text"), |text| text.digest);
        for command in acts::every_command(text) {
            let row = find(command.name()).unwrap();
            let known = row.stages.is_empty() || row.stages.contains(&stage);
            for actor in everybody().into_iter().filter(|actor| may(actor, &command)) {
                let Err(refusal) = asks(&story, &actor, &command) else {
                    assert!(known, "{} at {stage} under {profile}", command.name());
                    continue;
                };
                let key = format!("{profile} {} {} {stage}", refusal.rule, refusal.found().key);
                told.insert(key, refusal);
            }
        }
    }
    for profile in PROFILES {
        let kinds = told.keys().filter(|key| key.starts_with(&format!("{profile} "))).count();
        assert!(kinds > 500, "{kinds} kinds of refusal under {profile}");
    }
    told.values().for_each(says);
}

// ZJ-CC 7, 24, 34, CC22 32, 36, 42: the articles shown are those of the place.
#[test]
fn a_refusal_shows_the_articles_of_the_place() {
    for profile in PROFILES {
        let story = given(profile).until("idle");
        for command in acts::every_command(acts::digest("no text")) {
            let wrong = everybody().into_iter().find(|actor| !may(actor, &command)).unwrap();
            let refusal = asks(&story, &wrong, &command).unwrap_err();
            cites_the_place(&refusal, command.name(), profile);
        }
    }
}

fn registers(profile: Profile, selection: Selection) -> Result<Vec<Event>, Refusal> {
    let list = RegisterReps { selection, ..acts::workers() };
    let records = given(profile).attempt(moment("2026-01-05 09:00"), &union_chair(), acts::reps(&list))?;
    Ok(records.into_iter().flat_map(|record| record.events).collect())
}

fn refuses(outcome: Result<Vec<Event>, Refusal>, rule: &str) {
    let refusal = outcome.unwrap_err();
    assert_eq!(refusal.rule, rule, "{refusal:?}");
    assert!(!refusal.citation.is_empty(), "{rule} names its article");
    says(&refusal);
}

// ZJ-CC 10(2), CC22 20: a record that contradicts itself elects nobody.
#[test]
fn an_election_record_that_contradicts_itself_is_refused() {
    let elected = acts::elected;
    for profile in [Zj, Hz, Nb] {
        for wrong in [
            Selection { votes: Some(61), ..elected() },
            Selection { total: Some(0), votes: Some(0), ..elected() },
            Selection { total: None, ..elected() },
            Selection { votes: None, ..elected() },
            Selection { record: None, ..elected() },
            Selection { record: Some(ledger::Digest::ZERO), ..elected() },
            Selection { method: SelectionMethod::NamedByLegalRep, ..elected() },
            Selection { method: SelectionMethod::AppointedByUnion, ..elected() },
        ] {
            refuses(registers(profile, wrong), "CHK-REP-ELECTED");
        }
    }
    // CC22 20: the union appoints; a vote that the record contradicts is none.
    refuses(registers(Cn, Selection { votes: Some(61), ..elected() }), "CHK-REP-ELECTED");
    refuses(registers(Cn, Selection { method: SelectionMethod::NamedByLegalRep, ..elected() }), "CHK-REP-ELECTED");
}

// ZJ-CC 10(2), CC22 20–21: first chosen, then registered; of both sides, and of one who follows another.
#[test]
fn an_election_that_has_not_been_held_elects_nobody() {
    for profile in PROFILES {
        for (on, held) in [("2026-01-05", true), ("2026-01-06", false)] {
            let outcome = registers(profile, Selection { on: day(on), ..acts::elected() });
            if held {
                outcome.unwrap();
            } else {
                refuses(outcome, "FACT-DATE");
            }
        }
        let mut story = given(profile);
        let mut list = acts::employers();
        list.selection.on = day("2026-01-06");
        says(&story.refuses("2026-01-05 09:00", &legal_rep(), acts::reps(&list), "FACT-DATE"));
        let mut story = given(profile).until("negotiating");
        let mut follows = acts::replacement(acts::member("w7"), "w3");
        follows.selection.on = day("2026-01-16");
        says(&story.refuses("2026-01-15 09:00", &union_chair(), acts::replaces(follows.clone()), "FACT-DATE"));
        story.does("2026-01-16 09:00", &union_chair(), acts::replaces(follows));
    }
    // On paper the day of the paper counts.
    let mut story = given(Zj);
    let entry = acts::enter_paper(acts::reps(&acts::workers()), union_chair(), "2026-01-03");
    let early = story.attempt(moment("2026-01-05 09:00"), &union_officer(), entry);
    says(&early.unwrap_err());
}

// CC22 20, NB 9: the share is one of all workers; a count of others than the enterprise has is worth a look.
#[test]
fn a_vote_of_workers_that_counts_others_than_there_are_is_noted() {
    for (method, total, noted) in [
        (SelectionMethod::ElectedByWorkers, 200, false),
        (SelectionMethod::ElectedByWorkers, 199, true),
        (SelectionMethod::ElectedByWorkers, 201, true),
        (SelectionMethod::ElectedByCongress, 60, false),
    ] {
        let events = registers(Zj, Selection { method, total: Some(total), votes: Some(total), ..acts::elected() });
        assert_eq!(crate::letters::notes(&events.unwrap(), "CHK-REP-TOTAL"), noted, "{method:?} {total}");
    }
}

// CC22 24, ZJ-CC 10(5): whichever side lists the person second; also by a replacement in the middle of the talks.
#[test]
fn a_representative_on_both_sides_is_refused_whoever_comes_second() {
    for profile in PROFILES {
        let both = |prefix: &str, stranger: &str| {
            let mut members = acts::members(prefix, 3);
            members[2] = acts::member(stranger);
            members
        };
        let mut story = given(profile);
        story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
        let second = acts::reps(&acts::employers_of(both("e", "w2")));
        says(&story.refuses("2026-01-05 09:10", &legal_rep(), second, "CHK-REP-DUAL"));
        let mut story = given(profile);
        story.does("2026-01-05 09:00", &legal_rep(), acts::reps(&acts::employers()));
        let second = acts::reps(&acts::workers_of(both("w", "e2")));
        says(&story.refuses("2026-01-05 09:10", &union_chair(), second, "CHK-REP-DUAL"));
        let mut story = given(profile).until("negotiating");
        let follows = acts::replace(acts::member("e2"), "w3");
        says(&story.refuses("2026-01-15 09:00", &union_chair(), follows, "CHK-REP-DUAL"));
    }
}

// CC22 44: a firm that is dissolved is no party: not when the case is opened, and not when it is added later.
#[test]
fn a_dissolved_firm_is_neither_listed_nor_added() {
    for profile in PROFILES {
        let gone = negotiation::command::CoveredEmployer { dissolved: true, ..acts::firm("sixth") };
        let mut open = acts::wide_opening(profile, negotiation::command::Scope::Sector);
        open.covered.push(gone.clone());
        let outcome = Story::unopened(&BOOK).attempt(moment("2026-01-05 08:00"), &union_chair(), acts::opened(open));
        refuses(outcome.map(|_| Vec::new()), "FACT-COVERAGE");
        for stage in ["idle", "negotiating", "effective"] {
            let mut story = sector(profile).until(stage);
            let refusal = story.refuses("2026-01-21 10:00", &agent(), acts::adds(gone.clone()), "FACT-COVERAGE");
            assert!(!refusal.citation.is_empty());
            says(&refusal);
        }
    }
}

fn tables(profile: Profile, term: Term) -> Result<Vec<Event>, Refusal> {
    let mut story = given(profile).until("negotiating");
    let text = Terms { term, ..terms() };
    let records = story.attempt(moment("2026-01-14 10:00"), &recorder(), acts::table_draft(text))?;
    Ok(records.into_iter().flat_map(|record| record.events).collect())
}

// ZJ-CC 30(1), CC22 38: a term has a first and a last day, in this order.
#[test]
fn a_term_that_ends_before_it_begins_is_no_term() {
    let dates = |from, to| Term::Dates { from: day(from), to: day(to) };
    for profile in PROFILES {
        tables(profile, dates("2026-03-01", "2026-03-01")).unwrap();
        tables(profile, Term::Months { months: 1 }).unwrap();
        for wrong in [dates("2026-03-01", "2026-02-28"), Term::Months { months: 0 }] {
            let refusal = tables(profile, wrong).unwrap_err();
            assert_eq!(refusal.rule, "TERMS-FORM");
            says(&refusal);
        }
    }
}

// ZJ-CC 30(1), 36–37: what is said of an agreement happened while it was in force, and not tomorrow.
#[test]
fn days_outside_the_term_are_refused() {
    let at = "2026-06-01 09:00";
    for profile in PROFILES {
        let mut story = given(profile).until("effective");
        for on in ["2026-01-20", "2026-06-02"] {
            let late = [
                (recorder(), acts::inspect(on, vec![acts::finding("rise")])),
                (clerk(), acts::report(on)),
                (worker_chief(), acts::condition("end", on)),
            ];
            for (who, command) in late {
                says(&story.refuses(at, &who, command, "FACT-DATE"));
            }
        }
        for on in ["2026-01-21", "2026-06-01"] {
            story.does(at, &recorder(), acts::inspect(on, vec![acts::finding("rise")]));
            story.does(at, &clerk(), acts::report(on));
            story.clone().does(at, &worker_chief(), acts::condition("end", on));
        }
    }
}

// ZJ-CC 24, 34–35, CC22 36–37, 42: voted, signed, filed, reviewed and published is what was initialled, and nothing else.
#[test]
fn a_text_changed_after_the_initials_is_refused_at_every_further_step() {
    let other = with_figure("min_wage", 270_000).digest().unwrap();
    let steps: [(&str, Actor, Command); 8] = [
        ("drafted", union_chair(), acts::submit(other, "2026-01-31", 60)),
        ("congress", clerk(), acts::vote(other, "2026-01-17", 60, 50, 45)),
        ("adopted", worker_chief(), acts::sign(other)),
        ("signed", agent(), acts::file(other)),
        ("under_review", officer(), acts::object(other, &["rise"], &served("2026-01-21"))),
        ("under_review", officer(), acts::no_objection(other, &served("2026-01-21"))),
        ("effective", agent(), acts::publish(other)),
        ("effective", union_officer(), acts::copy(other)),
    ];
    for profile in PROFILES {
        for (stage, who, command) in &steps {
            let mut story = given(profile).until(stage);
            says(&story.refuses("2026-01-21 10:00", who, command.clone(), "TEXT-CHANGED"));
        }
        // Nor is a draft on the table once both have initialled; before the second initial a new text takes the first away.
        let mut story = given(profile).until("drafted");
        let table = acts::table_draft(with_figure("min_wage", 270_000));
        says(&story.refuses("2026-01-14 16:00", &recorder(), table, "STAGE-table_draft"));
    }
}

// ZJ-CC 31–34, 39, CC22 41, 49: a change in dispute stays the only change; the agreement stays in force meanwhile.
#[test]
fn an_amendment_in_dispute_is_the_only_one() {
    for profile in PROFILES {
        let mut parent = given(profile).until("effective");
        parent.does("2026-03-02 09:00", &system(), acts::child_opened(1, ChildKind::Amendment));
        let open = acts::open_under(profile, acts::parent(ChildKind::Amendment, Some(Ground::Agreement)));
        let mut child = given_with(&BOOK, open).until("negotiating");
        child.does("2026-01-14 10:00", &worker_chief(), acts::apply_coordination());
        for (who, command) in [
            (recorder(), acts::table_draft(terms())),
            (worker_chief(), acts::initial(terms().digest().unwrap())),
            (recorder(), acts::position("rise", Side::Worker, 500)),
            (union_chair(), acts::offer_for_day(OfferBasis::Amendment, "2026-02-02")),
        ] {
            let rule = format!("STAGE-{}", command.name());
            says(&child.refuses("2026-01-14 11:00", &who, command, &rule));
        }
        let second = acts::child_opened(2, ChildKind::Amendment);
        refuses(parent.attempt(moment("2026-03-03 09:00"), &system(), second).map(|_| Vec::new()), "CHILD-OPEN");
        assert_eq!(parent.stage(), "effective");
        // Nothing is in force yet in a case that is in dispute itself: there is nothing to change.
        let mut disputed = given(profile).until("disputed");
        let note = acts::child_opened(1, ChildKind::Amendment);
        says(&disputed.refuses("2026-01-15 09:00", &system(), note, "STAGE-note_child_opened"));
    }
}

// ZJ-CC 30(3), CC22 38: one renewal at a time; after one that failed another may begin, and it is the one that counts.
#[test]
fn two_renewals_do_not_run_at_once() {
    for profile in PROFILES {
        let mut story = given(profile).until("effective");
        let at = "2026-11-23 09:00";
        story.does(at, &system(), acts::child_opened(1, ChildKind::Renewal));
        let second = acts::child_opened(2, ChildKind::Renewal);
        refuses(story.attempt(moment(at), &system(), second.clone()).map(|_| Vec::new()), "CHILD-OPEN");
        story.does(at, &system(), acts::child_failed(1));
        story.does(at, &system(), second);
        assert!(matches!(story.duty("renew_open-1").status, DutyStatus::Met { late: false, .. }));
        assert_eq!(story.case().children.iter().filter(|child| !child.ended).count(), 1);
    }
}
