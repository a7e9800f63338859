//! Words and figures that an act needs: blank words say nothing, and a correction starts from what stands.

use law::rules::Profile::Zj;
use negotiation::command::{BreachOutcome, CongressForm, CoveredEmployer, DisclosureItem, FactChange, Treatment};
use negotiation::{Actor, Command};
use serde_json::Value;

use crate::acts::{self, propose_correction, submit_as};
use crate::cast::{
    Story, agent, clerk, day, employer_chief, given, legal_rep, officer, person, recorder, union_chair, worker_chief,
    worker_rep,
};
use crate::corrections_aside::refused;
use crate::sector::sector;
use crate::who::says;

/// The command with something else in a field, wherever it stands.
fn with(command: &Command, field: &str, instead: &Value) -> Command {
    fn put(tree: &mut Value, field: &str, instead: &Value) -> usize {
        match tree {
            Value::Object(fields) => fields
                .iter_mut()
                .map(|(name, value)| {
                    if name == field {
                        *value = instead.clone();
                        return 1;
                    }
                    put(value, field, instead)
                })
                .sum(),
            Value::Array(items) => items.iter_mut().map(|item| put(item, field, instead)).sum(),
            _ => 0,
        }
    }
    let mut tree = serde_json::to_value(command).unwrap();
    assert!(put(&mut tree, field, instead) > 0, "{field} in {tree}");
    serde_json::from_slice(tree.to_string().as_bytes()).unwrap()
}

/// Refused without its words, accepted with them.
fn needs(story: &Story, at: &str, who: &Actor, command: &Command, fields: &[&str], rule: &str) {
    for field in fields {
        says(&story.clone().refuses(at, who, with(command, field, &" ".into()), rule));
    }
    story.clone().does(at, who, command.clone());
}

// WN9 17, ZJ-CC 7–8: an offer and its answer have content, time and place.
#[test]
fn an_offer_and_its_answer_say_what_they_are_about() {
    let story = given(Zj);
    needs(
        &story,
        "2026-01-05 09:00",
        &union_chair(),
        &acts::issue_offer(),
        &["title", "demand", "place"],
        "CHK-OFFER-FIELDS",
    );
    let story = given(Zj).until("awaiting_reply");
    let reply = acts::reply("2026-01-14");
    needs(&story, "2026-01-06 09:00", &legal_rep(), &reply, &["content", "place"], "CHK-OFFER-FIELDS");
}

// ZJ-CC 16(1)–(2), CC22 33, WN9 18: a meeting has a place, and what is given has a content.
#[test]
fn a_meeting_has_a_place_and_what_is_given_a_content() {
    let story = given(Zj).until("negotiating");
    needs(&story, "2026-01-14 10:00", &recorder(), &acts::schedule("2026-01-20"), &["place"], "FACT-DATE");
    let mut story = given(Zj).until("ready");
    let nothing = with(&acts::disclose(DisclosureItem::Data), "points", &Value::Array(Vec::new()));
    says(&story.refuses("2026-01-07 10:00", &employer_chief(), nothing, "FACT-EMPTY"));
}

// ZJ-CC 36, 37, 40: findings, reports and breaches are told in words.
#[test]
fn what_is_said_of_performance_is_said_in_words() {
    let mut story = given(Zj).until("effective");
    let at = "2026-01-22 09:00";
    needs(&story, at, &clerk(), &acts::report("2026-01-22"), &["summary"], "FACT-EMPTY");
    let inspection = acts::inspect("2026-01-22", vec![acts::finding("rise")]);
    needs(&story, at, &union_chair(), &inspection, &["evidence"], "FACT-EMPTY");
    needs(&story, at, &union_chair(), &acts::breach("rise"), &["facts"], "FACT-EMPTY");
    story.does(at, &union_chair(), acts::breach("rise"));
    needs(&story, at, &union_chair(), &acts::settle(1, BreachOutcome::Corrected), &["words"], "FACT-EMPTY");
}

// WN9 18, ZJ-CC 14: who asks says for what, and who reports says what happened.
#[test]
fn requests_and_reports_say_something() {
    let mut story = given(Zj).until("ready");
    says(&story.refuses("2026-01-07 09:00", &worker_chief(), acts::request(&[]), "FACT-EMPTY"));
    let report = acts::report_treatment("w2", Treatment::Dismissal, "2026-01-20");
    needs(&story, "2026-01-20 11:00", &worker_rep(), &report, &["facts"], "FACT-EMPTY");
}

// ZJ-CC 16, CC22 33: talks that go on another day do so somewhere: where it was agreed, if nowhere else is named.
#[test]
fn talks_that_go_on_have_a_place() {
    let story = given(Zj).until("suspended");
    needs(&story, "2026-01-20 09:00", &worker_chief(), &acts::resume_on("2026-01-27"), &["place"], "FACT-DATE");
    let mut story = story;
    let resume = with(&acts::resume_on("2026-01-27"), "place", &Value::Null);
    story.does("2026-01-20 09:00", &worker_chief(), resume);
    assert_eq!(story.case().meeting_on, Some(day("2026-01-27")));
}

// CC22 44: an employer without workers has nobody to bargain for.
#[test]
fn a_covered_employer_has_workers() {
    let nobody = CoveredEmployer { headcount: 0, ..acts::firm("sixth") };
    says(&sector(Zj).refuses("2026-01-05 09:00", &agent(), acts::adds(nobody), "FACT-HEADCOUNT"));
}

// CC22 52, 54: the bureau says why it could not bring the sides together, and why it needs longer.
#[test]
fn the_bureau_says_why() {
    let mut story = given(Zj).until("disputed");
    story.does("2026-03-02 09:00", &officer(), acts::accept_coordination());
    let at = "2026-03-03 09:00";
    needs(&story, at, &officer(), &acts::coordination_failed(), &["reason"], "FACT-EMPTY");
    needs(&story, at, &officer(), &acts::extend_coordination(15, "双方仍在商量"), &["reason"], "FACT-EMPTY");
}

// ZJ-CC 12, 24(3): who leaves a list, and who goes back to the table, says why.
#[test]
fn leaving_a_list_and_going_back_to_the_table_have_a_reason() {
    let mut story = sector(Zj).until("drafted");
    let text = story.text();
    story.does("2026-01-15 09:00", &union_chair(), submit_as(CongressForm::EachEmployer, text));
    story.does("2026-01-15 10:00", &agent(), acts::confirm_coverage("first"));
    needs(&story, "2026-01-16 09:00", &agent(), &acts::withdraw_coverage("second"), &["reason"], "FACT-EMPTY");
    story.does("2026-01-17 16:00", &clerk(), acts::own_vote("first", text, 38, 10));
    needs(&story, "2026-01-18 09:00", &union_chair(), &acts::reopen_talks(text), &["reason"], "FACT-EMPTY");
}

/// Rule of the platform: a correction says why it is made.
#[test]
fn a_correction_has_a_reason() {
    let fact = propose_correction(FactChange::Headcount { new: 210, old: 200 });
    needs(&given(Zj), "2026-01-05 09:00", &agent(), &fact, &["reason"], "FACT-EMPTY");
}

/// Rule of the platform: a correction of another value than the one that stands is a mistake about the record.
#[test]
fn every_figure_and_name_is_corrected_from_what_stands() {
    let mut story = given(Zj).until("under_review");
    let (code, other) = ("91339901MA7GX1015G".to_owned(), "91339901MA7GX1023B".to_owned());
    let words = || ("新的".to_owned(), "别的".to_owned());
    let stale = [
        FactChange::Headcount { new: 210, old: 199 },
        FactChange::Female { new: 90, old: 79 },
        FactChange::Dispatched { new: 10, old: 1 },
        FactChange::Disabled { new: 10, old: 1 },
        FactChange::AboveScale { new: true, old: true },
        FactChange::Copies { new: 6, old: 4 },
        FactChange::EmployerUscc { new: code.clone(), old: other.clone() },
        FactChange::UnionUscc { new: code, old: other },
        FactChange::EmployerName { new: words().0, old: words().1 },
        FactChange::EmployerAddress { new: words().0, old: words().1 },
        FactChange::UnionName { new: words().0, old: words().1 },
        FactChange::UnionAddress { new: words().0, old: words().1 },
        FactChange::RegistryNumber { new: words().0, old: words().1 },
        FactChange::SessionPlace { new: words().0, old: words().1, session: 1 },
        FactChange::Region { new: "339909".to_owned(), old: "339902".to_owned() },
        FactChange::LegalRep {
            new: person("e8"),
            old: negotiation::PersonRef { commit: person("e1").commit, ..person("e7") },
        },
        FactChange::UnionChair {
            new: person("w8"),
            old: negotiation::PersonRef { id: "w1".to_owned(), ..person("w7") },
        },
    ];
    for fact in stale {
        refused(&mut story, "2026-01-21 09:00", fact, "FACT-STALE");
    }
    let mut story = given(Zj).until("ready");
    let agreed = |old| FactChange::MeetingAgreed { new: day("2026-01-20"), old: day(old) };
    refused(&mut story, "2026-01-07 09:00", agreed("2026-01-15"), "FACT-STALE");
    story.does("2026-01-07 09:00", &worker_chief(), propose_correction(agreed("2026-01-14")));
}
