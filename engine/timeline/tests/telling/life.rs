//! The time in force: told in plain words with its dates, and nobody is blamed for a term that ends.

use negotiation::Capacity::{CongressClerk, EmployerAgent, EmployerChief, HrssOfficer, System, UnionChair};
use serde_json::json;
use timeline::{DutyState, Timeline};

use crate::cast::{CASE, Story, as_, hash};
use crate::sample::{open_case, whole};

/// In force since 2026-04-01 by silence.
fn in_force() -> Story {
    let mut story = whole();
    story.clock("2026-04-14 08:00");
    story
}

fn details<'a>(told: &'a Timeline, command: &str) -> &'a [String] {
    &told.entries.iter().rev().find(|entry| entry.command == command).unwrap().details
}

fn told(story: &Story, until: &str) -> Timeline {
    let told = story.told(until);
    for text in [timeline::html(&told), serde_json::to_string(&told).unwrap()] {
        assert!(!text.contains('〔'), "a text is missing");
    }
    told
}

// ZJ-CC 30(1), 37: the term ends of itself; the report that was not given is a default.
#[test]
fn a_term_that_ends_is_nobodys_default() {
    let mut story = in_force();
    let before = told(&story, "2026-04-20 18:00");
    let term = before.next.owes.iter().find(|owed| owed.duty == "term-1").unwrap();
    assert_eq!(term.text, "合同期限到2027年3月31日（周三）24:00为止。");
    let window = before.next.owes.iter().find(|owed| owed.duty == "renew_open-1").unwrap();
    assert_eq!(window.text, "2026年12月31日（周四）至2027年3月31日（周三）可以提出续订。");
    story.clock("2027-04-08 08:00");
    let told = told(&story, "2027-04-10 18:00");
    assert_eq!(told.stage, "ended");
    let term = told.duties.iter().find(|duty| duty.id == "term-1").unwrap();
    assert_eq!((term.status, term.status_name.as_str(), term.days_late), (DutyState::Over, "期满", None));
    assert!(told.late.iter().all(|late| late.duty != "term-1" && late.duty != "renew_open-1"));
    assert!(told.late.iter().any(|late| late.duty == "annual_report-1"));
    let last = told.entries.last().unwrap();
    assert_eq!(last.details, ["自2027年4月1日（周四）起不再有效，原因：期限届满。"]);
    assert!(last.notes.iter().any(|note| note.text == "合同期限届满，最后一日是2027年3月31日（周三）。"));
}

// ZJ-CC 36–37, 40: findings, report, breach and how it ended.
#[test]
fn performance_is_told_clause_by_clause() {
    let mut story = in_force();
    let chair = as_("w1", UnionChair);
    let finding = json!({ "clause": "rise", "correction": "六月底前补发。", "evidence": "抽查工资表20份。", "status": "partial" });
    story.must("2026-06-02 09:00", &chair, "record_inspection", &json!({ "findings": [finding], "on": "2026-06-01" }));
    story.must("2026-06-03 09:00", &chair, "record_breach", &json!({ "clause": "rise", "facts": "四月没有增长。" }));
    let settle = json!({ "breach": 1, "outcome": "corrected", "words": "六月已补发。" });
    story.must("2026-07-01 09:00", &chair, "settle_breach", &settle);
    let report = json!({ "heard_on": "2026-12-10", "summary": "各条均已履行。" });
    story.must("2026-12-11 09:00", &as_("c1", CongressClerk), "report_performance", &report);
    let condition = json!({ "clause": "end", "on": "2026-12-20", "proof": hash("condition") });
    story.must("2026-12-21 09:00", &as_("e1", EmployerChief), "end_on_condition", &condition);
    let told = told(&story, "2026-12-31 18:00");
    assert_eq!(
        details(&told, "record_inspection"),
        ["2026年6月1日（周一）检查履行情况。", "“工资增长”：部分履行。抽查工资表20份。改正办法：六月底前补发。"]
    );
    assert_eq!(details(&told, "record_breach"), ["第1项，“工资增长”没有履行：四月没有增长。"]);
    assert_eq!(details(&told, "settle_breach"), ["第1项：已改正。六月已补发。"]);
    assert_eq!(details(&told, "report_performance"), ["2026年12月10日（周四）向职代会报告：各条均已履行。"]);
    assert_eq!(
        details(&told, "end_on_condition"),
        [
            "“终止”约定的条件在2026年12月20日（周日）出现。",
            "自2026年12月20日（周日）起不再有效，原因：约定的终止条件出现。"
        ]
    );
}

// ZJ-CC 31–33: what the agreement in force learns of the cases that hang on it.
#[test]
fn child_cases_and_their_outcome_are_told() {
    let mut story = in_force();
    let system = as_("system", System);
    story.must("2026-06-01 09:00", &system, "note_child_opened", &json!({ "case": CASE, "kind": "renewal" }));
    let failed = json!({ "case": CASE, "succeeded": false });
    story.must("2026-06-02 09:00", &system, "note_child_ended", &failed);
    let other = uuid::Uuid::from_u128(7);
    story.must("2026-06-03 09:00", &system, "note_child_opened", &json!({ "case": other, "kind": "rescission" }));
    let done = json!({ "case": other, "on": "2026-06-10", "succeeded": true });
    story.must("2026-06-10 09:00", &system, "note_child_ended", &done);
    let told = told(&story, "2026-06-30 18:00");
    let ends: Vec<&[String]> = told
        .entries
        .iter()
        .filter(|entry| entry.command == "note_child_ended")
        .map(|entry| entry.details.as_slice())
        .collect();
    assert_eq!(ends[0], ["续订没有办成，本合同不变。"]);
    assert_eq!(
        ends[1],
        ["解除办成，自2026年6月10日（周三）起生效。", "自2026年6月10日（周三）起不再有效，原因：双方签订了解除协议。"]
    );
    assert!(details(&told, "note_child_opened")[0].starts_with("为解除本合同另立了案件"));
}

// ZJ-CC 32: a case that hangs on one in force says so, with its ground.
#[test]
fn a_child_case_says_what_it_is_for() {
    let mut story = Story::new();
    let mut open = open_case("甲乙有限公司（虚构）");
    open["parent"] = json!({ "case": uuid::Uuid::from_u128(7), "expires_on": "2026-12-31", "ground": "force_majeure",
        "head": hash("head"), "kind": "amendment", "terms": hash("terms") });
    story.must("2026-06-01 09:00", &as_("w1", UnionChair), "open_case", &open);
    let told = told(&story, "2026-06-02 18:00");
    let entry = &told.entries[0];
    assert!(entry.details[1].starts_with("本案是为变更已生效的合同立的案；原合同期限到2026年12月31日"), "{entry:?}");
    assert_eq!(entry.details[2], "理由：不可抗力。");
    assert!(entry.notes[0].text.starts_with("不符合，记录在案：提出变更或者解除时没有附上证明。"), "{entry:?}");
}

// ZJ-CC 35: papers and letters from the time in force still find their place.
#[test]
fn nobody_else_speaks_in_the_time_in_force() {
    let mut story = in_force();
    assert!(!story.does(
        "2026-06-02 09:00",
        &as_("e4", EmployerAgent),
        "record_breach",
        &json!({ "clause": "rise", "facts": "无" })
    ));
    assert!(!story.does("2026-06-02 09:00", &as_("h1", HrssOfficer), "record_rescission", &json!({ "number": "1" })));
    assert_eq!(told(&story, "2026-06-03 09:00").refusals.len(), 4);
}
