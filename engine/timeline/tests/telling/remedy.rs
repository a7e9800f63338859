//! Refusals, letters, orders and withdrawals, told so that a person can follow them.

use negotiation::Capacity::{
    EmployerAgent, EmployerChief, EmployerLegalRep, HigherUnion, HrssOfficer, UnionChair, WorkerChief,
};
use serde_json::json;
use timeline::{Entry, NoteKind, Timeline};

use crate::cast::{Story, as_, hash};
use crate::sample::open_case;

/// An offer within the year that the employer received on 8 January.
fn offered() -> Story {
    let mut story = Story::new();
    let chair = as_("w1", UnionChair);
    story.names.persons.insert("u1".to_owned(), "蓝示例".to_owned());
    story.must("2026-01-05 08:30", &chair, "open_case", &open_case("示例精密（虚构）有限公司"));
    let offer = json!({ "basis": "prices_risen", "meeting_on": "2026-02-02", "place": "职工之家",
        "topics": [{ "title": "工资增长", "demand": "平均工资增长5%。" }] });
    story.must("2026-01-06 09:00", &chair, "issue_offer", &offer);
    let receipt = json!({ "means": "当面送交", "proof": hash("receipt"), "received_on": "2026-01-08" });
    story.must("2026-01-08 10:00", &as_("e4", EmployerAgent), "record_delivery", &receipt);
    story
}

/// Refused, reminded, opined without an answer, proposed, ordered, accepted.
fn three_letters() -> Story {
    let mut story = offered();
    let (chair, employer) = (as_("w1", UnionChair), as_("e1", EmployerLegalRep));
    let (federation, bureau) = (as_("u1", HigherUnion), as_("h1", HrssOfficer));
    story.must("2026-01-12 09:00", &employer, "refuse_offer", &json!({ "reason": "订单减少。" }));
    let reminder = json!({ "grievance": "refusal", "reply_by": "2026-01-20", "request": "请书面同意协商。" });
    story.must("2026-01-13 09:00", &chair, "send_reminder", &reminder);
    let opinion = json!({ "facts": "企业以订单减少为由拒绝协商。", "grievance": "refusal", "request": "请改正。" });
    story.must("2026-01-21 09:00", &chair, "send_opinion", &opinion);
    let receipt = json!({ "letter": 1, "on": "2026-01-21", "proof": hash("letter") });
    story.must("2026-01-21 15:00", &as_("e4", EmployerAgent), "record_letter_receipt", &receipt);
    let proposal = json!({ "letter": 1, "request": "请依法处理。", "rests_on": "opinion", "trigger": "no_answer" });
    story.must("2026-02-25 09:00", &federation, "send_proposal", &proposal);
    let order =
        json!({ "correct_by": "2026-03-20", "decision": "correct", "grievance": "refusal", "number": "示决1号" });
    story.must("2026-03-10 09:00", &bureau, "record_order", &order);
    let reply = json!({ "answer": "accept", "content": "同意协商。", "meeting_on": "2026-04-01", "place": "职工之家" });
    story.must("2026-03-18 09:00", &employer, "reply", &reply);
    story
}

fn one_of<'a>(told: &'a Timeline, command: &str) -> &'a Entry {
    told.entries.iter().find(|entry| entry.command == command).unwrap()
}

#[test]
fn a_refusal_and_its_letters_are_told_with_their_dates() {
    let told = three_letters().told("2026-03-19 09:00");
    assert_eq!(one_of(&told, "issue_offer").details[0], "要约的理由：当地居民消费价格上涨。");
    let refusal = one_of(&told, "refuse_offer");
    assert_eq!(refusal.text, "书面拒绝协商。");
    assert_eq!(refusal.details, ["企业方书面拒绝协商；随时可以改为同意。", "理由：订单减少。"]);
    let check = refusal.notes.iter().find(|note| note.kind == NoteKind::Check).unwrap();
    assert!(check.text.contains("《浙江省集体合同条例》第四十二条第二项"), "{}", check.text);
    let reminder = one_of(&told, "send_reminder");
    assert!(reminder.details[1].contains("2026年1月20日（周二）"), "{:?}", reminder.details);
    let receipt = one_of(&told, "record_letter_receipt");
    assert!(receipt.paper);
    assert!(receipt.notes[0].text.contains("2026年2月11日"), "{:?}", receipt.notes);
    let struck: Vec<&Entry> = told.entries.iter().filter(|entry| entry.command == "strike_clock").collect();
    assert!(struck[0].text.contains("书面答复意见书"), "{}", struck[0].text);
    let proposal = one_of(&told, "send_proposal");
    assert_eq!(proposal.details[1], "依据第1号意见书，原因：企业逾期不答复。");
    let order = one_of(&told, "record_order");
    assert_eq!(
        order.details,
        ["示决1号：警告，责令限期改正。事由：企业拒绝协商。", "改正的期限：2026年3月20日（周五）。"]
    );
    assert_eq!(told.stage, "preparing");
}

#[test]
fn nothing_of_it_lacks_words() {
    let told = three_letters().told("2026-03-19 09:00");
    assert!(!timeline::html(&told).contains('〔'));
    assert!(!serde_json::to_string(&told).unwrap().contains('〔'));
}

#[test]
fn an_opinion_on_its_way_and_a_proposal_to_give_up_are_waiting() {
    let mut story = offered();
    let (chair, employer) = (as_("w1", UnionChair), as_("e1", EmployerLegalRep));
    story.must("2026-01-12 09:00", &employer, "refuse_offer", &json!({ "reason": "" }));
    let opinion = json!({ "facts": "拒绝协商。", "grievance": "refusal", "request": "请改正。" });
    story.must("2026-01-13 09:00", &chair, "send_opinion", &opinion);
    assert_eq!(story.told("2026-01-13 10:00").next.waiting, ["第1号意见书等待登记收到日期。"]);
    let answer = json!({ "content": "坚持原来的意见。", "letter": 1, "will_correct": false });
    story.must("2026-01-14 09:00", &employer, "answer_opinion", &answer);
    let demand = json!({ "correct_by": "2026-01-30", "facts": "拒绝协商。", "grievance": "refusal" });
    story.must("2026-01-15 09:00", &as_("u1", HigherUnion), "send_rectification", &demand);
    let reply = json!({ "answer": "accept", "content": "同意协商。", "meeting_on": "2026-04-01", "place": "职工之家" });
    story.must("2026-01-16 09:00", &employer, "reply", &reply);
    story.must("2026-01-19 09:00", &as_("w1", WorkerChief), "withdraw", &json!({ "reason": "改在下半年协商。" }));
    let told = story.told("2026-01-19 10:00");
    assert_eq!(told.next.waiting[1], "职工方提出结束协商，等待企业方表态。");
    assert_eq!(one_of(&told, "withdraw").details.len(), 3);
    story.must("2026-01-20 09:00", &as_("e1", EmployerChief), "withdraw", &json!({ "reason": "" }));
    let told = story.told("2026-01-20 10:00");
    assert_eq!(told.stage, "closed");
    let last = told.entries.last().unwrap();
    assert_eq!(last.text, "提出结束协商；协商结束，没有达成协议。");
    assert_eq!(last.details, ["企业方提出结束协商。", "双方都提出结束协商。"]);
    assert!(!timeline::html(&told).contains('〔'));
}
