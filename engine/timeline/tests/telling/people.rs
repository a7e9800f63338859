//! Representatives who change, complaints, numbered requests, mended slips: told in words, with dates.

use negotiation::Capacity::{EmployerChief, UnionOfficer, WorkerChief};
use serde_json::json;
use timeline::Timeline;

use crate::cast::{Story, as_, hash, person};
use crate::sample::{bargained, terms, whole};

fn details(told: &Timeline, command: &str) -> Vec<String> {
    let entry = told.entries.iter().rfind(|entry| entry.command == command).unwrap();
    entry.details.clone()
}

fn vacated() -> Story {
    let mut story = bargained();
    let vacancy = json!({ "cause": "left", "person": "w3", "vacated_on": "2026-03-02" });
    story.must("2026-03-03 18:00", &as_("w2", UnionOfficer), "record_vacancy", &vacancy);
    story
}

#[test]
fn a_vacancy_is_told_with_its_day_and_the_date_by_which_it_is_filled() {
    let told = vacated().told("2026-03-04 08:00");
    assert_eq!(
        details(&told, "record_vacancy"),
        ["职工方代表白示例自2026年3月2日（周一）起空缺，原因：离职或者调离。", "此前办理的事继续有效。"]
    );
    let owed = told.next.owes.iter().find(|owed| owed.duty == "vacancy_fill-worker-1").unwrap();
    assert_eq!(owed.text, "职工方：补选空缺的协商代表，最后一日2026年3月17日（周二）24:00。");
}

#[test]
fn a_new_representative_is_told_with_votes_and_notice() {
    let mut story = vacated();
    let replace = json!({
        "member": { "chief": false, "person": person("w9"), "sex": "female" }, "notice": hash("notice"),
        "replaces": "w3",
        "selection": { "method": "elected_by_congress", "on": "2026-03-04", "record": hash("election"), "total": 40, "votes": 33 },
    });
    story.must("2026-03-05 09:00", &as_("w2", UnionOfficer), "replace_rep", &replace);
    let told = details(&story.told("2026-03-05 10:00"), "replace_rep");
    assert!(told[0].contains("接替白示例担任协商代表"), "{told:?}");
    assert_eq!(told[1], "应投票40人，同意33票。");
    assert!(told[2].starts_with("已书面通知对方，通知指纹"), "{told:?}");
}

#[test]
fn complaints_are_told_in_words() {
    let mut story = vacated();
    let conduct = json!({ "facts": "会上拍桌威胁。", "fault": "threat", "person": "e2" });
    story.must("2026-03-04 09:00", &as_("w1", WorkerChief), "report_conduct", &conduct);
    let treatment = json!({
        "consented": false, "facts": "调离原车间。", "on": "2026-03-03", "person": "w2", "treatment": "post_change",
    });
    story.must("2026-03-04 10:00", &as_("w1", WorkerChief), "report_treatment", &treatment);
    let told = story.told("2026-03-04 18:00");
    assert_eq!(details(&told, "report_conduct"), ["职工方反映代表乔示例威胁：会上拍桌威胁。"]);
    let treatment = details(&told, "report_treatment");
    assert_eq!(treatment, ["2026年3月3日（周二），代表陆示例被调整岗位，本人没有同意：调离原车间。"]);
    assert!(timeline::html(&told).contains("未经本人同意，不得调整岗位"));
}

#[test]
fn a_mended_slip_is_told_with_both_hashes() {
    let mut story = whole();
    let mut mended = terms();
    mended["clauses"][2]["text"] =
        "师傅带徒弟期间（以双方商定的名单为准），每月另发带教津贴，标准由双方另行商定。".into();
    let slip = json!({ "notice": hash("notice"), "reason": "漏字", "terms": mended });
    story.must("2026-04-14 09:00", &as_("w1", WorkerChief), "propose_slip", &slip);
    let waiting = story.told("2026-04-14 10:00").next.waiting;
    assert!(waiting.iter().any(|text| text.contains("第1项笔误更正")), "{waiting:?}");
    let read: negotiation::terms::Terms = serde_json::from_value(mended).unwrap();
    let confirm = json!({ "slip": 1, "terms": read.digest().unwrap() });
    story.must("2026-04-14 11:00", &as_("e1", EmployerChief), "confirm_slip", &confirm);
    let told = story.told("2026-04-14 12:00");
    assert!(details(&told, "confirm_slip")[0].contains("两者视为同一文本"), "{told:?}");
    assert!(!timeline::html(&told).contains('〔'));
}
