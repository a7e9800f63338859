//! Every recorded fact can be corrected: for each field of each event, how. A new event or field fails until it stands here.
//!
//! - `fact:x` by a correction of fact `x`; `day:x` by a correction of the day of act `x`.
//! - `again:x` by act `x` done once more or anew: it takes the place of the one before.
//! - `slip` by both chiefs with notice to the congress; substance by a new vote (ZJ-CC 24, 33, CC22 36, 41).
//! - `words`: what somebody wrote or said is a fact of theirs; who said it says it anew (CC22 26, ZJ-CC 16(3)).
//! - `proof`: the digest of a paper. The paper is what it is; a wrong one is told by the right one beside it.
//! - `who`: whose record it is and which. An act of somebody else is another act; a protocol with another outcome is another
//!   vote, and only the congress can vote (ZJ-CC 24(2), CC22 36).
//! - `follows`: computed from other facts, and computed anew with them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use negotiation::command::{DatedAct, FactChange};
use negotiation::{Event, table};

const TABLE: &str = "
agreement_ended.v1 at=follows on=follows reason=follows
agreement_reached.v1 at=day:agreement_reached terms=slip
agreement_rescinded.v1 at=fact:signed on=follows terms=follows
agreement_signed.v1 at=fact:signed terms=slip
breach_recorded.v1 at=follows citation=follows duty=follows
breach_withdrawn.v1 duty=follows
case_closed.v1 at=follows reason=follows
case_opened.v1 at=follows datasets=again:adopt_dataset opened=again:open_case
check_noted.v1 finding=follows
child_ended.v1 at=follows case=who on=again:note_child_ended succeeded=who terms=again:note_child_ended
child_opened.v1 at=follows case=who kind=who
condition_came.v1 at=follows clause=words on=day:condition_came proof=proof
conduct_reported.v1 at=day:conduct_reported facts=words fault=words person=words side=who
coordination_accepted.v1 at=fact:coordination_accepted number=fact:coordination_number
coordination_agreed.v1 at=day:coordination_agreed facts=words paper=proof result=words unresolved=words
coordination_applied.v1 at=day:coordination_applied items=again:apply_coordination side=who
coordination_extended.v1 at=day:coordination_extended days=again:extend_coordination reason=words until=follows
coordination_failed.v1 at=day:coordination_failed hand_over=words reason=words
coordination_taken_back.v1 at=day:coordination_taken_back side=who
copied_to_higher_union.v1 at=day:copied_to_higher_union recipient=again:copy_to_higher_union terms=slip
corrected.v1 correction=follows fact=again:propose_correction from=again:propose_correction
correction_proposed.v1 correction=follows fact=again:propose_correction from=again:propose_correction proposed_by=who reason=words
coverage_added.v1 at=day:coverage_added employer=fact:covered_name+covered_uscc+covered_workers+wrongly_covered
coverage_confirmed.v1 at=day:coverage_confirmed employer=who proof=proof
coverage_fixed.v1 at=follows employers=fact:covered_name+covered_uscc+covered_workers+wrongly_covered terms=slip
coverage_withdrawn.v1 at=day:coverage_withdrawn employer=again:add_coverage proof=proof reason=words
data_requested.v1 at=day:data_requested items=again:request_data side=who
datasets_adopted.v1 datasets=again:adopt_dataset
disclosed.v1 answers=again:disclose at=day:disclosed item=again:disclose materials=proof points=words side=who
document_recorded.v1 document=again:record_document
draft_adopted.v1 at=follows form=who vote=fact:vote_held+vote_count
draft_initialled.v1 at=day:draft_initialled side=who terms=again:initial_draft
draft_rejected.v1 at=follows form=who vote=fact:vote_held+vote_count
draft_tabled.v1 at=fact:session_opened clerical=again:table_draft digest=again:table_draft terms=again:table_draft
duty_lapsed.v1 at=follows duty=follows
duty_met.v1 at=follows duty=follows late=follows
duty_opened.v1 duty=follows
duty_recomputed.v1 anchor=follows dates=follows duty=follows opened_on=follows
duty_voided.v1 duty=follows
effect_redated.v1 on=follows term_from=follows term_to=follows
effect_withdrawn.v1 duty=follows on=follows
employer_voted.v1 adopted=who at=follows employer=who vote=fact:own_vote_held+own_vote_count
end_redated.v1 duties=follows on=follows reason=follows
end_withdrawn.v1 duties=follows on=follows
filed.v1 at=fact:filing_received copies=fact:copies materials=fact:materials number=follows terms=slip
filing_registered.v1 at=day:filing_registered number=fact:registry_number
filing_returned.v1 at=day:filing_returned missing=words
inspection_recorded.v1 at=follows findings=again:record_inspection on=day:inspection_recorded
letter_received.v1 at=fact:letter_received letter=who proof=proof refused=who
minutes_confirmed.v1 at=day:minutes_confirmed_by session=who
minutes_confirmed_by.v1 at=day:minutes_confirmed_by session=who side=who
no_objection_issued.v1 at=day:opinion_issued opinion=words
non_performance_settled.v1 at=day:non_performance_settled breach=who outcome=again:settle_breach words=words
non_performance_stated.v1 at=day:non_performance_stated breach=who clause=again:record_breach facts=words proof=proof
notice_reported.v1 notice=again:record_notice
objected.v1 at=day:opinion_issued items=words
offer_answered.v1 at=fact:offer_answered content=words meeting_on=fact:meeting_agreed place=again:schedule_session side=who
offer_delivered.v1 at=fact:offer_received proof=proof
offer_issued.v1 at=day:offer_issued offer=words side=who
offer_refused.v1 at=day:offer_refused reason=words side=who
opinion_answered.v1 at=day:opinion_answered content=words letter=who will_correct=again:answer_opinion
opinion_sent.v1 at=day:opinion_sent facts=words grievance=words number=follows received_at=fact:letter_received request=words
opinion_served.v1 at=fact:opinion_served side=who
order_recorded.v1 at=day:order_recorded correct_by=words decision=again:record_order grievance=words number=fact:order_number
package_accepted.v1 at=fact:session_opened package=again:table_position session=who side=who
package_tabled.v1 at=fact:session_opened items=again:table_package number=follows session=who side=who
paper_confirmed.v1 at=follows entry=who
paper_entered.v1 actor=who command=who entered_by=who entry=follows on=follows scan=proof text=follows
performance_reported.v1 at=follows heard_on=day:performance_reported summary=words
platform_accepted.v1 at=day:platform_accepted side=who text=proof
position_accepted.v1 at=fact:session_opened clause=again:table_position session=who side=who
position_tabled.v1 at=fact:session_opened clause=again:table_position session=who side=who text=words values=words
proposal_sent.v1 at=day:proposal_sent grievance=words letter=who number=follows request=words rests_on=words trigger=words
published.v1 at=fact:published channel=again:publish proof=proof side=who terms=slip
quorum_missed.v1 at=day:quorum_missed form=who vote=again:record_vote
rectification_sent.v1 at=day:rectification_sent correct_by=words facts=words grievance=words number=follows
reminder_sent.v1 at=day:reminder_sent grievance=words number=follows reply_by=words request=words
rep_replaced.v1 at=day:rep_replaced member=again:replace_rep notice=proof replaces=who selection=day:reps_elected side=who
rep_vacated.v1 at=follows cause=words duty=follows person=again:replace_rep side=who vacated_on=day:rep_vacated
reps_announced.v1 at=day:reps_announced channel=again:announce_reps side=who
reps_registered.v1 at=day:reps_registered members=again:replace_rep selection=day:reps_elected side=who
rescission_recorded.v1 at=day:rescission_recorded number=fact:rescission_number
rescission_redated.v1 on=follows
run_out_withdrawn.v1 duty=follows
session_closed.v1 at=fact:session_closed next_on=again:schedule_session session=who summary=words
session_opened.v1 at=fact:session_opened attending=words chair=words number=follows place=fact:session_place recorder=words
session_scheduled.v1 meeting_on=fact:meeting_agreed place=again:schedule_session
signature_refused.v1 at=day:signature_refused reason=words side=who terms=slip
signed_by.v1 at=fact:signed method=words sealed=words side=who terms=slip
slip_mended.v1 at=day:slip_mended new=slip notice=proof old=slip slip=who
slip_proposed.v1 at=day:slip_mended new=slip notice=proof old=slip reason=words side=who slip=follows terms=slip
submitted_to_congress.v1 at=day:submitted_to_congress submission=again:submit_to_congress
suspension_declined.v1 at=day:suspension_declined side=who
suspension_ended.v1 at=day:coordination_applied
suspension_proposed.v1 at=day:suspension_proposed proposal=again:propose_suspension side=who
suspension_ran_out.v1 at=follows duty=follows
suspension_withdrawn.v1 at=day:suspension_withdrawn side=who
talks_reopened.v1 at=day:talks_reopened employer=who reason=words terms=slip
talks_resumed.v1 at=fact:suspended_to side=who
talks_suspended.v1 at=fact:suspended_from consents=words proposal=words proposed_by=who
took_effect.v1 at=follows basis=follows on=follows term_from=follows term_to=follows
treatment_reported.v1 at=follows cause=words consented=words facts=words on=day:treatment_reported person=words treatment=words
withdrawn.v1 at=day:withdrawn reason=words side=who
";

/// Facts of the parties: `case_opened.v1` has them in one field.
const PARTIES: [&str; 15] = [
    "above_scale",
    "disabled",
    "dispatched",
    "employer_address",
    "employer_name",
    "employer_uscc",
    "female",
    "headcount",
    "legal_rep",
    "region",
    "union_address",
    "union_chair",
    "union_name",
    "union_uscc",
    "unions_asked",
];

/// How each field of each event is corrected.
fn stated() -> BTreeMap<String, BTreeMap<String, String>> {
    let field = |field: &str| {
        let (name, how) = field.split_once('=').unwrap();
        (name.to_owned(), how.to_owned())
    };
    let line = |line: &str| {
        let mut words = line.split(' ');
        (words.next().unwrap().to_owned(), words.map(field).collect())
    };
    TABLE.lines().filter(|line| !line.is_empty()).map(line).collect()
}

fn source(path: &str) -> String {
    let path = crate::own("src").join(path);
    if path.is_dir() {
        let files = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path());
        return files.map(|file| fs::read_to_string(file).unwrap()).collect();
    }
    fs::read_to_string(path).unwrap()
}

/// The fields of each event, as the sources declare them.
fn declared() -> BTreeMap<String, BTreeSet<String>> {
    let structs = source("event");
    let fields = |name: &str| -> BTreeSet<String> {
        let body = structs.split(&format!("pub struct {name} {{")).nth(1).unwrap_or_else(|| panic!("{name}"));
        let lines = body.split("\n}").next().unwrap().lines().map(str::trim);
        let names = lines.filter_map(|line| line.strip_prefix("pub ")?.split(':').next());
        names.map(str::to_owned).collect()
    };
    let held = source("event/mod.rs");
    let named = Event::NAMES.iter().map(|name| {
        // `Variant = "name"` holds the struct of the variant's name, `Variant: Box<Type> = "name"` that of the type.
        let line = held.lines().find(|line| line.ends_with(&format!(" = \"{name}\",")));
        let declared = line.unwrap().trim().split(" = ").next().unwrap();
        let holds = declared.split(": ").last().unwrap().trim_start_matches("Box<").trim_end_matches('>');
        (name.to_string(), fields(holds))
    });
    named.collect()
}

// Rule of the platform: every recorded fact can be put right; what is no fact says so.
#[test]
fn every_field_of_every_event_can_be_corrected_or_says_why_not() {
    let stated = stated();
    let names: BTreeMap<String, BTreeSet<String>> =
        stated.iter().map(|(event, fields)| (event.clone(), fields.keys().cloned().collect())).collect();
    assert_eq!(names, declared(), "the table has every field of every event and no other");
}

/// Whether the wire knows a fact of this name: then it asks for what is missing.
fn is_fact(name: &str) -> bool {
    let read = serde_json::from_value::<FactChange>(serde_json::json!({ "fact": name }));
    read.is_err_and(|error| error.to_string().contains("missing field"))
}

// Rule of the platform: no fact and no day is recorded that no correction knows.
#[test]
fn every_way_of_the_table_exists_and_every_fact_and_act_stands_in_it() {
    let (mut facts, mut acts): (BTreeSet<String>, BTreeSet<String>) = (BTreeSet::new(), BTreeSet::new());
    for (event, fields) in stated() {
        for (field, how) in fields {
            match how.split_once(':') {
                Some(("fact", names)) => facts.extend(names.split('+').map(str::to_owned)),
                Some(("day", act)) => drop(acts.insert(act.to_owned())),
                Some(("again", command)) => assert!(table::find(command).is_some(), "{event} {field}: {command}"),
                None => assert!(["follows", "proof", "slip", "who", "words"].contains(&how.as_str()), "{event} {how}"),
                Some(_) => panic!("{event} {field}: {how}"),
            }
        }
    }
    facts.extend(PARTIES.map(str::to_owned));
    for fact in &facts {
        assert!(is_fact(fact), "{fact}");
    }
    assert!(!is_fact("weather"));
    let known: BTreeSet<String> = DatedAct::ALL.iter().map(|act| act.name().to_owned()).collect();
    assert_eq!(acts, known, "the days that can be corrected are those that events record");
    let known = FactChange::NAMES.iter().filter(|name| **name != "done").map(ToString::to_string);
    let known: BTreeSet<String> = known.collect();
    assert_eq!(facts, known, "a fact that no event records, or one that no line names");
}
