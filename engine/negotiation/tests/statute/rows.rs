//! The rows of the procedure as the statutes have it, 1 to 37: each with the command that goes over it, an article, the test
//! that tries its edges and the scenario in which it happens. The numbers are those that the code names as `row n`.

use std::fs;

use negotiation::table;

use crate::own;

/// A row: its number, what happens, an article, the test (`file::name`), and the scenario with what to find in it: the
/// command that goes over the row, or the stage to which the clock brings the case.
struct Row(&'static str, &'static str, &'static str, &'static str, &'static str, Step);

enum Step {
    /// A step gives the command.
    Gives(&'static str),
    /// No step does: what falls due is struck, and a step expects the stage.
    Strikes(&'static str),
}

use Step::{Gives, Strikes};

#[rustfmt::skip]
const ROWS: [Row; 50] = [
    Row("1", "an offer", "WN9 17", "offer::either_side_may_offer", "standard", Gives("issue_offer")),
    Row("2", "an offer within the year", "ZJ-CC 20", "trigger::within_the_year_the_employer_may_propose_a_plan_in_hardship", "hardship", Gives("issue_offer")),
    Row("3", "its delivery", "CIV 137", "offer::an_offer_to_an_accepted_inbox_is_delivered_in_the_same_act", "refusal", Gives("record_delivery")),
    Row("4", "the reply", "ZJ-CC 7", "offer::a_reply_is_in_time_until_the_end_of_the_tenth_working_day", "standard", Gives("reply")),
    Row("5", "a refusal", "ZJ-CC 7", "refusal::in_zhejiang_no_reason_is_just", "refusal", Gives("refuse_offer")),
    Row("5", "silence", "ZJ-CC 7", "offer::silence_is_recorded_as_a_breach_and_the_case_waits_on", "late-reply", Strikes("awaiting_reply")),
    Row("6", "the reminder", "ZJ-TULS 9", "proposal::the_three_letters_lead_back_to_the_table_under_every_profile", "refusal", Gives("send_reminder")),
    Row("6", "the opinion", "ZJ-TULS 22", "letters::an_opinion_is_answered_until_the_end_of_the_fifteenth_working_day", "refusal", Gives("send_opinion")),
    Row("7", "the proposal", "ZJ-TULS 23", "proposal::a_proposal_rests_on_an_opinion_that_was_refused_or_not_answered_in_time", "refusal", Gives("send_proposal")),
    Row("7", "the bureau's order", "ZJ-CC 42", "proposal::an_order_makes_a_refused_offer_wait_for_its_answer_again", "refusal", Gives("record_order")),
    Row("8a", "lists before the offer", "ZJ-CC 8", "no_union::workers_without_a_union_elect_before_they_offer_or_answer", "no-union", Gives("register_reps")),
    Row("8", "lists of representatives", "ZJ-CC 10", "delegation::a_side_has_at_least_three_representatives", "unequal-delegation", Gives("register_reps")),
    Row("9", "agenda, lists, data", "ZJ-CC 16", "disclosure::in_zhejiang_agenda_and_lists_are_owed_seven_days_before_the_meeting", "standard", Gives("disclose")),
    Row("10", "a session", "CC22 34", "session::the_chiefs_chair_in_turn", "standard", Gives("open_session")),
    Row("11", "its minutes", "ZJ-CC 16(3)", "session::minutes_are_confirmed_once_by_each_chief_after_the_session", "standard", Gives("confirm_minutes")),
    Row("12", "a suspension", "ZJ-CC 17", "suspension::the_employer_suspends_nothing_alone", "suspension", Gives("suspend")),
    Row("13", "talks are resumed", "ZJ-DM 29", "suspension::the_talks_are_resumed_through_the_last_day", "suspension", Gives("resume")),
    Row("13", "a suspension runs out", "ZJ-DM 29", "suspension::the_longest_time_differs_from_place_to_place", "suspension", Strikes("disputed")),
    Row("14", "the bureau is asked", "CC22 49", "dispute::a_dispute_can_be_brought_from_every_stage_of_the_talks_and_returns_there", "coordination", Gives("apply_coordination")),
    Row("14", "its period and extension", "ZJ-CC 39", "dispute::the_bureau_gives_itself_at_most_fifteen_days_more", "coordination", Gives("extend_coordination")),
    Row("15", "agreement before it", "CC22 54", "dispute::an_agreement_before_the_bureau_is_signed_by_all", "coordination", Gives("record_coordination_agreement")),
    Row("15", "coordination fails", "CC22 54", "dispute::a_coordination_that_fails_closes_the_case", "coordination-fails", Gives("record_coordination_failure")),
    Row("16", "both chiefs initial a draft", "CC22 34", "draft::agreement_is_reached_when_the_second_chief_initials", "standard", Gives("initial_draft")),
    Row("17", "it goes to the congress", "ZJ-CC 24(1)", "congress::the_draft_is_owed_to_the_congress_within_fifteen_working_days", "standard", Gives("submit_to_congress")),
    Row("18", "adopted", "ZJ-CC 24(2)", "congress::exactly_half_fails_in_zhejiang_and_passes_under_the_national_rules", "standard", Gives("record_vote")),
    Row("18b", "adopted by a sector's congress", "ZJ-CC 29", "sector::the_congress_of_a_sector_adopts_with_exactly_half", "sector-congress", Gives("record_vote")),
    Row("18b", "adopted by each employer's own", "ZJ-CC 29", "sector::the_last_confirmed_employer_adopts_for_all", "sector-each", Gives("record_vote")),
    Row("19", "too few are present", "ZJ-CC 24(2)", "congress::exactly_two_thirds_are_a_quorum_and_one_less_is_none", "quorum-missed", Gives("record_vote")),
    Row("20", "rejected", "ZJ-CC 24(2)", "congress::a_majority_of_those_present_is_not_enough", "exactly-half", Gives("record_vote")),
    Row("21", "agreed anew and resubmitted", "ZJ-CC 24(3)", "congress::a_rejected_draft_is_agreed_anew_and_resubmitted_within_five_working_days", "quorum-missed", Gives("submit_to_congress")),
    Row("22", "signed", "CC22 37", "signature::the_agreement_is_signed_when_both_chiefs_have_signed", "standard", Gives("sign")),
    Row("23", "a chief refuses to sign", "ZJ-CC 42(一)", "refusal::a_refusal_to_sign_is_on_record_and_signing_stays_possible", "refusal-to-sign", Gives("refuse_to_sign")),
    Row("24", "filed", "ZJ-CC 34", "filing::in_zhejiang_a_wage_agreement_is_filed_within_ten_days", "standard", Gives("file")),
    Row("25", "returned", "CC22 42", "filing::a_return_says_what_is_missing_and_comes_before_the_period_ends", "objection", Gives("return_incomplete")),
    Row("25", "registered", "CC22 42", "filing::registration_moves_no_date", "standard", Gives("register")),
    Row("26", "an objection", "CC22 45", "review::an_objection_is_in_time_on_the_fifteenth_day_and_too_late_after_it", "objection", Gives("object")),
    Row("27", "amended and filed again", "ZJ-CC 34", "review::after_an_objection_a_change_of_substance_goes_to_the_congress_again", "objection", Gives("file")),
    Row("28", "an opinion without objection", "WN9 22", "review::a_no_objection_opinion_takes_effect_at_the_later_service", "standard", Gives("no_objection_opinion")),
    Row("29", "effect by silence", "LCL 54", "review::an_objection_is_in_time_on_the_fifteenth_day_and_too_late_after_it", "deemed", Strikes("effective")),
    Row("30", "published", "ZJ-CC 35", "publication::in_zhejiang_the_employer_publishes_within_five_working_days", "standard", Gives("publish")),
    Row("31", "copied to the higher union", "ZJ-CC 35", "publication::the_worker_side_copies_the_text_to_the_higher_union", "standard", Gives("copy_to_higher_union")),
    Row("32", "an inspection", "ZJ-CC 36", "life::an_inspection_names_clauses_of_the_agreement", "expiry", Gives("record_inspection")),
    Row("32", "the yearly report", "ZJ-CC 37", "life::the_congress_hears_a_report_in_each_year_of_the_term", "renewal", Gives("report_performance")),
    Row("33", "a breach", "ZJ-CC 40", "life::breaches_are_numbered_and_settled", "expiry", Gives("record_breach")),
    Row("33", "a demand for correction", "ZJ-CC 41", "proposal::a_proposal_may_rest_on_a_demand_for_correction", "expiry", Gives("send_rectification")),
    Row("34", "a change is proposed", "ZJ-CC 31", "child::a_change_names_its_ground_and_what_is_in_force", "amendment", Gives("open_case")),
    Row("35", "rescinded and recorded", "ZJ-CC 33", "child::a_rescission_is_recorded_within_five_working_days", "rescission", Gives("record_rescission")),
    Row("36", "the term is over", "ZJ-CC 30", "life::an_agreement_ends_with_the_last_day_of_its_term", "expiry", Strikes("ended")),
    Row("36", "the agreed condition comes", "ZJ-CC 30", "life::the_agreed_condition_ends_the_agreement_from_its_day", "condition", Gives("end_on_condition")),
    Row("37", "a representative is replaced", "CC22 31", "people::a_vacant_place_is_filled_within_fifteen_days", "chief-replaced", Gives("replace_rep")),
];

#[test]
fn every_row_has_its_number_once_or_more_and_none_is_left_out() {
    let number = |row: &Row| row.0.trim_end_matches(['a', 'b']).parse::<u32>().unwrap();
    let mut numbers: Vec<u32> = ROWS.iter().map(number).collect();
    numbers.dedup();
    assert_eq!(numbers, (1..=37).collect::<Vec<_>>());
    for between in ["8a", "18b"] {
        assert!(ROWS.iter().any(|row| row.0 == between), "{between}");
    }
}

#[test]
fn every_row_has_a_test_under_its_article() {
    for Row(number, what, article, test, _, step) in &ROWS {
        let (file, name) = test.split_once("::").unwrap();
        let source = fs::read_to_string(own("tests/statute").join(format!("{file}.rs"))).unwrap();
        let head = source.split(&format!("#[test]\nfn {name}() {{")).next().filter(|head| head.len() < source.len());
        let head = head.unwrap_or_else(|| panic!("row {number}, {what}: no test {test}"));
        let above: Vec<&str> = head.lines().rev().take_while(|line| line.starts_with("//")).collect();
        let listed = match step {
            Gives(command) => table::find(command).unwrap_or_else(|| panic!("row {number}: {command}")).articles,
            Strikes(_) => &[],
        };
        // Above a test several articles of one instrument stand as "ZJ-CC 40–41" or "ZJ-CC 30(1), 33".
        let (instrument, article) = article.split_once(' ').unwrap();
        let said = |text: &str| text.contains(instrument) && text.contains(article.split('(').next().unwrap());
        let cited = above.iter().any(|line| said(line)) || listed.iter().any(|cited| said(cited));
        assert!(cited, "row {number}, {what}: {instrument} {article} neither above {test} nor in the table");
    }
}

#[test]
fn every_row_happens_in_a_scenario() {
    for Row(number, what, _, _, scenario, step) in &ROWS {
        let path = own("../../tests/scenarios").join(format!("{scenario}.toml"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("row {number}: {scenario}: {error}"));
        let wanted = match step {
            Gives(command) => format!("command = \"{command}\""),
            Strikes(stage) => format!("expect_stage = \"{stage}\""),
        };
        assert!(text.contains(&wanted), "row {number}, {what}: no {wanted} in {scenario}");
    }
}
