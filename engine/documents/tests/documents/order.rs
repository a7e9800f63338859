//! Days out of order, sums that don't add up and lists that may not be empty are refused with their place.

use documents::Kind;
use serde_json::{Value, json};

use crate::data::{refused, says};

// CIV 203 by analogy: a period rolls forward, never back; CC22 42(2): the review starts with the receipt.
#[test]
fn a_review_cannot_end_before_the_text_came_in() {
    let kind = Kind::FilingReceipt;
    says(&refused(kind, |d| d["review_due"] = json!("2026-03-17")), &["review_raw", "2026-03-17", "2026-03-18"]);
    says(&refused(kind, |d| d["review_raw"] = json!("2026-04-03")), &["review_due", "2026-04-02", "2026-04-03"]);
    says(&refused(kind, |d| d["materials"] = json!([])), &["materials"]);
}

// ZJ-CC 35: published once in force.
#[test]
fn a_publication_runs_forward() {
    let kind = Kind::PublicationNotice;
    says(&refused(kind, |d| d["due"] = json!("2026-04-15")), &["due", "2026-04-15", "2026-04-16"]);
    says(&refused(kind, |d| d["posted"]["to"] = json!("2026-04-19")), &["posted.to", "2026-04-19"]);
    says(&refused(kind, |d| d["runs"]["to"] = json!("2026-04-15")), &["runs.to", "2026-04-15"]);
    says(&refused(kind, |d| d["congress"]["outcome"] = json!("rejected")), &["congress.outcome"]);
    says(&refused(kind, |d| d["channels"] = json!([])), &["channels"]);
}

#[test]
fn a_copy_to_the_higher_union_counts_women_and_men() {
    says(&refused(Kind::UnionCopy, |d| d["headcount"]["total"] = json!(551)), &["headcount.total", "551", "550"]);
    says(&refused(Kind::UnionCopy, |d| d["congress"]["yes"] = json!(60)), &["congress.yes"]);
}

// ZJ-CC 32(2): reasons; a change names what changes.
#[test]
fn a_change_has_reasons_and_clauses() {
    let kind = Kind::ChangeApplication;
    says(&refused(kind, |d| d["reasons"] = json!([])), &["reasons"]);
    says(&refused(kind, |d| d["clauses"] = json!([])), &["clauses"]);
    let rescission = |d: &mut Value| {
        d["change"] = json!("rescission");
        d["clauses"] = json!([]);
        d["agreement"]["runs"]["to"] = json!("2026-01-01");
    };
    says(&refused(kind, rescission), &["agreement.runs.to"]);
}

// ZJ-CC 30(3), WN9 24.
#[test]
fn a_renewal_window_lies_before_the_end() {
    let kind = Kind::ExpiryNotice;
    says(&refused(kind, |d| d["opens_on"] = json!("2027-04-16")), &["agreement.runs.to", "2027-04-15", "2027-04-16"]);
    says(&refused(kind, |d| d["propose_by"] = json!("2027-01-14")), &["propose_by", "2027-01-14"]);
    says(&refused(kind, |d| d["propose_by"] = json!("2027-04-16")), &["agreement.runs.to"]);
}

#[test]
fn a_sample_of_wage_records_is_part_of_the_whole() {
    let kind = Kind::PerformanceReport;
    says(&refused(kind, |d| d["sample"]["drawn"] = json!(551)), &["sample.drawn", "551", "550"]);
    says(&refused(kind, |d| d["sample"]["irregular"] = json!(61)), &["sample.irregular", "61", "60"]);
    says(&refused(kind, |d| d["period"]["to"] = json!("2026-04-15")), &["period.to"]);
    says(&refused(kind, |d| d["clauses"] = json!([])), &["clauses"]);
}

// ZJ-TULS 21–24, ZJ-CC 41.
#[test]
fn a_letter_asks_for_something_by_a_day_that_is_still_to_come() {
    let kind = Kind::ReminderLetter;
    says(&refused(kind, |d| d["reply_by"] = json!("2026-04-26")), &["reply_by", "2026-04-27"]);
    says(&refused(kind, |d| d["requests"] = json!([])), &["requests"]);
    let kind = Kind::OpinionLetter;
    says(&refused(kind, |d| d["form"]["answer_due"] = json!("2026-10-19")), &["form.answer_due", "2026-10-20"]);
    let demand = |d: &mut Value| d["form"] = json!({"kind": "rectification", "correct_by": "2026-10-19"});
    says(&refused(kind, demand), &["form.correct_by", "2026-10-20"]);
    says(&refused(kind, |d| d["breaches"] = json!([])), &["breaches"]);
    let kind = Kind::ProposalLetter;
    says(&refused(kind, |d| d["prior"]["served_on"] = json!("2026-10-19")), &["prior.served_on", "2026-10-20"]);
    says(&refused(kind, |d| d["prior"]["due"] = json!("2026-10-19")), &["prior.due", "2026-10-20"]);
    says(&refused(kind, |d| d["header"]["date"] = json!("2026-10-19")), &["header.date", "2026-10-20"]);
    says(&refused(kind, |d| d["actions"] = json!([])), &["actions"]);
}

// CC22 49–54, ZJ-CC 39.
#[test]
fn a_coordination_runs_from_application_to_end() {
    let kind = Kind::CoordinationApplication;
    says(&refused(kind, |d| d["disputes"] = json!([])), &["disputes"]);
    let kind = Kind::CoordinationNotice;
    says(&refused(kind, |d| d["accepted_on"] = json!("2027-03-14")), &["accepted_on", "2027-03-15"]);
    says(&refused(kind, |d| d["due"] = json!("2027-03-16")), &["due", "2027-03-17"]);
    let extension =
        |d: &mut Value| d["notice"] = json!({"kind": "extension", "due": "2027-04-15", "reason": "核对资料"});
    says(&refused(kind, extension), &["notice.due", "2027-04-16"]);
    let kind = Kind::CoordinationAgreement;
    says(&refused(kind, |d| d["header"]["date"] = json!("2027-03-16")), &["header.date", "2027-03-17"]);
    says(&refused(kind, |d| d["outcome"]["results"] = json!([])), &["outcome.results"]);
    let failed = |d: &mut Value| {
        d["outcome"] = json!({"kind": "failed", "materials": [], "reason": "分歧较大"});
        d["unresolved"] = json!([]);
    };
    says(&refused(kind, failed), &["unresolved"]);
    says(&refused(kind, |d| d["coordinators"] = json!([])), &["coordinators"]);
}

// ZJ-CC 29: either the sector's congress or each employer's own.
#[test]
fn a_list_of_firms_adds_up_and_shows_the_vote_that_it_rests_on() {
    let kind = Kind::CoverageList;
    says(&refused(kind, |d| d["workers"] = json!(1_548)), &["workers", "1548", "1547"]);
    let no_vote = |d: &mut Value| drop(d.as_object_mut().unwrap().remove("congress"));
    says(&refused(kind, no_vote), &["firms[0].adoption", "行业（区域）职工代表大会"]);
    says(&refused(kind, |d| d["firms"][2]["adoption"]["vote"]["yes"] = json!(25)), &["firms[2].adoption.vote.outcome"]);
    says(&refused(kind, |d| d["mandate"]["runs"]["to"] = json!("2026-02-28")), &["mandate.runs.to"]);
    says(&refused(kind, |d| d["firms"] = json!([])), &["firms"]);
}

// NF24: published within ten days of the signatures.
#[test]
fn a_platform_agreement_is_published_after_it_was_made() {
    let kind = Kind::PlatformMemo;
    says(&refused(kind, |d| d["publish_due"] = json!("2026-06-17")), &["publish_due", "2026-06-18"]);
    says(&refused(kind, |d| d["runs"]["to"] = json!("2026-06-30")), &["runs.to", "2026-07-01"]);
    says(&refused(kind, |d| d["topics"] = json!([])), &["topics"]);
}
