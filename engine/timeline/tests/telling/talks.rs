//! Packages, a suspension that ran out, and coordination by the bureau, as a person reads them.

use negotiation::Capacity::{
    Clock, Coordinator, EmployerChief, EmployerRep, HrssOfficer, Recorder, UnionChair, WorkerChief, WorkerRep,
};
use serde_json::{Value, json};
use timeline::{DutyState, Entry, Timeline};

use crate::cast::{Story, as_, hash, person};
use crate::sample::bargained;

fn last(told: &Timeline) -> &Entry {
    told.entries.last().unwrap()
}

fn complete(told: &Timeline) {
    assert!(!timeline::html(told).contains('〔'));
    assert!(!serde_json::to_string(told).unwrap().contains('〔'));
}

fn package(side: &str, rise: i64, night: i64) -> Value {
    json!({ "side": side, "items": [
        { "clause": "rise", "text": "平均工资增长{rise}。",
          "values": [{ "amount": rise, "key": "rise", "unit": "basis_points" }] },
        { "clause": "night", "text": "夜班补贴为{night}。",
          "values": [{ "amount": night, "key": "night", "unit": "fen" }] },
    ] })
}

#[test]
fn a_package_is_told_clause_by_clause_and_stands_among_the_offers() {
    let mut story = bargained();
    let open = json!({ "attending": [person("w1"), person("e1")], "chair": "worker", "place": "职工之家",
        "recorder": person("r1") });
    story.must("2026-03-05 09:00", &as_("r1", Recorder), "open_session", &open);
    story.must("2026-03-05 09:10", &as_("e2", EmployerRep), "table_package", &package("employer", 450, 1_200));
    let told = story.told("2026-03-05 18:00");
    assert_eq!(last(&told).text, "提出一揽子意见。");
    let details = ["企业方提出第1份一揽子意见，要么整份接受，要么都不算。", "“rise”：平均工资增长4.5%。"];
    assert_eq!(last(&told).details[..2], details);
    let rise = told.gap.iter().find(|gap| gap.clause == "rise").unwrap();
    assert!(rise.agreed.is_none(), "the package speaks anew on what was agreed");
    assert_eq!(rise.series.last().unwrap().values[0].amount, 450);
    let accept = json!({ "package": 1, "side": "worker" });
    story.must("2026-03-05 09:20", &as_("w2", WorkerRep), "accept_package", &accept);
    let told = story.told("2026-03-05 18:00");
    assert_eq!(last(&told).details[0], "职工方整份接受对方的第1份一揽子意见。");
    let night = told.gap.iter().find(|gap| gap.clause == "night").unwrap().agreed.as_ref().unwrap();
    assert_eq!((night.accepted_by, night.text.as_str()), (negotiation::Side::Worker, "夜班补贴为12.00元。"));
    complete(&told);
}

fn suspended() -> Story {
    let mut story = bargained();
    let proposal = json!({ "next_content": "年度增幅", "next_on": "2026-05-11", "next_place": "职工之家",
        "reason": "等审计报告" });
    story.must("2026-03-04 09:00", &as_("w1", WorkerChief), "propose_suspension", &proposal);
    story.must("2026-03-04 10:00", &as_("e1", EmployerChief), "suspend", &json!({ "consent": true }));
    story
}

// ZJ-DM 29(3): sixty days; nobody is late when they are over.
#[test]
fn a_suspension_is_told_with_its_last_day_and_its_end_is_nobodys_default() {
    let mut story = suspended();
    let told = story.told("2026-03-04 18:00");
    assert_eq!(last(&told).text, "协商中止。");
    let details = [
        "从2026年3月4日（周三）起中止。",
        "职工方同意，企业方同意。",
        "下次协商：2026年5月11日（周一），地点：职工之家，内容：年度增幅",
        "理由：等审计报告",
    ];
    assert_eq!(last(&told).details, details);
    let notes: Vec<&str> = last(&told).notes.iter().map(|note| note.text.as_str()).collect();
    assert!(notes.iter().any(|note| note.contains("最后一日2026年5月6日（周三）24:00")), "{notes:?}");
    assert!(notes.iter().any(|note| note.starts_with("不符合，记录在案：下次协商定在2026-05-11")), "{notes:?}");
    complete(&told);

    story.clock("2026-05-08 08:00");
    let told = story.told("2026-05-08 18:00");
    assert_eq!((last(&told).capacity, last(&told).text.as_str()), (Clock, "中止期满，没有恢复协商。"));
    assert_eq!(last(&told).details[0], "中止到2026年5月6日24:00期满。");
    assert!(!last(&told).late && told.late.iter().all(|late| late.duty != "suspend-1"));
    let term = told.duties.iter().find(|duty| duty.id == "suspend-1").unwrap();
    assert_eq!((term.status, term.status_name.as_str(), term.days_late), (DutyState::Over, "期满", None));
    assert!(told.next.owes.iter().all(|owed| owed.duty != "suspend-1"));
    assert_eq!(told.stage, "disputed");
    complete(&told);
    story.must(
        "2026-05-08 09:00",
        &as_("r1", Recorder),
        "resume",
        &json!({ "meeting_on": "2026-05-11", "place": "工会" }),
    );
    let told = story.told("2026-05-08 18:00");
    assert_eq!(last(&told).text, "恢复协商；约定会议日期。");
}

#[test]
fn a_proposal_that_is_declined_and_taken_back_is_told() {
    let mut story = bargained();
    let proposal =
        json!({ "next_content": "年度增幅", "next_on": "2026-04-13", "next_place": "职工之家", "reason": "" });
    story.must("2026-03-04 09:00", &as_("w1", WorkerChief), "propose_suspension", &proposal);
    let told = story.told("2026-03-04 18:00");
    assert_eq!(last(&told).details[0], "职工方提议中止协商。");
    assert_eq!(told.next.waiting, ["中止协商的提议等待企业方首席代表答复。"]);
    story.must("2026-03-04 09:10", &as_("e1", EmployerChief), "suspend", &json!({ "consent": false }));
    assert_eq!(last(&story.told("2026-03-04 18:00")).details, ["企业方不同意中止。"]);
    story.must("2026-03-04 09:20", &as_("w1", WorkerChief), "suspend", &json!({ "consent": false }));
    let told = story.told("2026-03-04 18:00");
    assert_eq!(
        (last(&told).text.as_str(), &last(&told).details[..]),
        ("撤回中止提议。", &["职工方撤回提议，协商继续。".to_owned()][..])
    );
    complete(&told);
}

// CC22 49–54, ZJ-CC 39(2).
#[test]
fn a_coordination_is_told_from_the_application_to_its_result() {
    let mut story = suspended();
    let items =
        json!({ "items": [{ "clause": "rise", "employer": "增长2%", "title": "年度增幅", "worker": "增长6%" }] });
    story.must("2026-03-09 09:00", &as_("w1", UnionChair), "apply_coordination", &items);
    let told = story.told("2026-03-09 18:00");
    assert_eq!(last(&told).text, "中止结束，转入协调处理；申请协调处理。");
    let details = ["职工方书面申请协调处理。", "争议事项：年度增幅", "职工方的意见：增长6%", "企业方的意见：增长2%"];
    assert_eq!(last(&told).details, details);
    assert_eq!(told.next.waiting, ["协调处理的申请等待人社部门受理。"]);
    story.must("2026-03-10 09:00", &as_("h1", HrssOfficer), "accept_coordination", &json!({ "number": "示协1号" }));
    let told = story.told("2026-03-10 18:00");
    assert_eq!(last(&told).details, ["2026年3月10日（周二）受理，编号示协1号。"]);
    assert!(told.next.waiting.is_empty(), "the bureau has taken it up");
    assert_eq!(last(&told).notes[0].text, "人社部门应当结束协调处理，最后一日2026年4月9日（周四）24:00。");
    let more = json!({ "days": 15, "reason": "双方仍在商量" });
    story.must("2026-04-07 09:00", &as_("k1", Coordinator), "extend_coordination", &more);
    assert_eq!(last(&story.told("2026-04-07 18:00")).details[0], "延长15日，到2026年4月24日（周五）为止。");
    let mut failed = story.clone();
    let agreed = json!({ "facts": "双方相差4个百分点。", "paper": hash("d29"), "result": "年度增幅按5%。",
        "signed_by_all": true, "unresolved": ["夜班补贴"] });
    story.must("2026-04-20 09:00", &as_("h1", HrssOfficer), "record_coordination_agreement", &agreed);
    let told = story.told("2026-04-20 18:00");
    assert_eq!(last(&told).text, "经协调达成协调处理协议。");
    assert_eq!(last(&told).details[1..3], ["协调结果：年度增幅按5%。", "留待继续协商：夜班补贴。"]);
    complete(&told);
    let failure = json!({ "hand_over": ["协调记录", "双方材料"], "reason": "双方没有谈成。" });
    failed.must("2026-04-28 09:00", &as_("h1", HrssOfficer), "record_coordination_failure", &failure);
    let told = failed.told("2026-04-28 18:00");
    assert_eq!(
        (told.stage, &last(&told).details[..]),
        ("closed", &["理由：双方没有谈成。".to_owned(), "移交：协调记录、双方材料。".to_owned()][..])
    );
    assert!(told.late.iter().any(|late| late.duty == "coordinate-1" && late.owner == "hrss" && late.days_late == 4));
    complete(&told);
}

#[test]
fn a_coordination_that_is_taken_back_or_that_the_bureau_begins_is_told() {
    let mut story = bargained();
    let items = json!({ "items": [{ "employer": "", "title": "年度增幅", "worker": "" }] });
    story.must("2026-03-09 09:00", &as_("h1", HrssOfficer), "apply_coordination", &items);
    let details = ["没有人申请，人社部门主动协调。", "争议事项：年度增幅"];
    assert_eq!(last(&story.told("2026-03-09 18:00")).details, details);
    story.must("2026-03-09 10:00", &as_("e1", EmployerChief), "resume", &json!({}));
    let told = story.told("2026-03-09 18:00");
    assert_eq!((last(&told).text.as_str(), told.stage), ("不再协调，继续协商。", "negotiating"));
    assert_eq!(last(&told).details, ["企业方决定不再由人社部门协调。"]);
    complete(&told);
}
