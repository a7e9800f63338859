//! Whom a sector agreement covers, as it is told: the list, confirmations, votes, who left, who is bound.

use negotiation::Capacity::{
    CongressClerk, EmployerAgent, EmployerChief, EmployerLegalRep, Recorder, UnionChair, WorkerChief,
};
use serde_json::{Value, json};
use timeline::Timeline;

use crate::cast::{Story, as_, hash, person};
use crate::sample::{late_reply_to, lists, open_case, talks, terms};

fn firm(key: &str, name: &str, uscc: &str) -> Value {
    json!({ "headcount": 40, "key": key, "name": name, "unionized": key == "a", "uscc": uscc })
}

/// Three firms of a sector: one leaves after its own congress rejected, the draft having gone back once.
fn sector() -> Story {
    let mut story = Story::new();
    let mut open = open_case("示例县五金行业协会（虚构）");
    open["scope"] = json!("sector");
    open["association"] = json!("association");
    open["covered"] =
        json!([firm("a", "甲厂（虚构）", "91339901MA7GX1015G"), firm("b", "乙厂（虚构）", "91339901MA7GX1023B")]);
    late_reply_to(&mut story, &open);
    let agent = as_("e4", EmployerAgent);
    let third = firm("c", "丙厂（虚构）", "91339901MA7GX10316");
    story.must("2026-01-26 09:30", &agent, "add_coverage", &json!({ "employer": third }));
    for key in ["a", "b", "c"] {
        let proof = hash("authorisation");
        story.must("2026-01-26 09:40", &agent, "confirm_coverage", &json!({ "employer": key, "proof": proof }));
    }
    lists(&mut story);
    talks(&mut story);
    drafted(&mut story, "2026-03-04", 12);
    votes(&mut story, "2026-03-10", &[("a", 30), ("b", 30), ("c", 10)]);
    let reopen = json!({ "reason": "丙厂职工要求延长期限。", "terms": story.text() });
    story.must("2026-03-10 18:00", &as_("w1", UnionChair), "reopen_talks", &reopen);
    drafted(&mut story, "2026-03-11", 24);
    votes(&mut story, "2026-03-12", &[("a", 30), ("b", 30), ("c", 10)]);
    let leave = json!({ "employer": "c", "reason": "职工大会没有通过。" });
    story.must("2026-03-12 18:00", &as_("e1", EmployerLegalRep), "withdraw_coverage", &leave);
    let sign = json!({ "method": "electronic", "sealed": true, "terms": story.text() });
    story.must("2026-03-13 09:00", &as_("w1", WorkerChief), "sign", &sign);
    story.must("2026-03-13 10:00", &as_("e1", EmployerChief), "sign", &sign);
    story
}

/// A text of so many months is initialled and submitted to each firm's own congress.
fn drafted(story: &mut Story, on: &str, months: u16) {
    let mut text = terms();
    text["term"]["months"] = months.into();
    story.must(&format!("{on} 09:00"), &as_("r1", Recorder), "table_draft", &json!({ "terms": text }));
    let terms: negotiation::terms::Terms = serde_json::from_value(text).unwrap();
    let initial = json!({ "terms": terms.digest().unwrap() });
    story.must(&format!("{on} 10:00"), &as_("w1", WorkerChief), "initial_draft", &initial);
    story.must(&format!("{on} 10:20"), &as_("e1", EmployerChief), "initial_draft", &initial);
    let submit = json!({ "form": "each_employer", "meeting_on": "2026-03-12", "terms": story.text(), "total": 120 });
    story.must(&format!("{on} 11:00"), &as_("w1", UnionChair), "submit_to_congress", &submit);
}

fn votes(story: &mut Story, on: &str, yes: &[(&str, u32)]) {
    for (key, yes) in yes {
        let vote = json!({ "abstain": 0, "employer": key, "held_on": on, "issued": 38, "no": 38 - yes, "present": 38,
            "protocol": hash("protocol"), "returned": 38, "scrutineers": [person("w5")], "secret": true,
            "terms": story.text(), "total": 40, "yes": yes });
        story.must(&format!("{on} 16:00"), &as_("c1", CongressClerk), "record_vote", &vote);
    }
}

fn details(told: &Timeline, command: &str) -> Vec<String> {
    told.entries.iter().filter(|entry| entry.command == command).flat_map(|entry| entry.details.clone()).collect()
}

fn texts(told: &Timeline, command: &str) -> Vec<String> {
    told.entries.iter().filter(|entry| entry.command == command).map(|entry| entry.text.clone()).collect()
}

#[test]
fn the_opening_lists_whom_the_agreement_is_to_cover() {
    let told = sector().told("2026-03-14 09:00");
    let opening = details(&told, "open_case");
    assert!(opening.contains(&"行业性集体协商，覆盖下列企业。".to_owned()), "{opening:?}");
    assert!(
        opening.contains(&"覆盖企业：甲厂（虚构）（91339901MA7GX1015G），职工40人，已建工会。".to_owned()),
        "{opening:?}"
    );
    let added = details(&told, "add_coverage");
    assert_eq!(added, ["覆盖企业：丙厂（虚构）（91339901MA7GX10316），职工40人，未建工会。"]);
    assert!(details(&told, "confirm_coverage")[1].starts_with("乙厂（虚构）确认授权并受约束"));
}

#[test]
fn the_vote_of_each_firm_is_told_with_its_name_and_outcome() {
    let told = sector().told("2026-03-14 09:00");
    let votes = details(&told, "record_vote");
    assert!(votes.contains(&"甲厂（虚构）的职工（代表）大会表决，结果：通过。".to_owned()), "{votes:?}");
    assert!(votes.contains(&"丙厂（虚构）的职工（代表）大会表决，结果：没有通过。".to_owned()), "{votes:?}");
    assert!(votes.contains(&"同意10票，不同意28票，弃权0票；是否通过按全体40人计算。".to_owned()), "{votes:?}");
    let back = details(&told, "reopen_talks");
    assert_eq!(back, ["丙厂（虚构）没有通过，双方拿回草案重新协商，理由：丙厂职工要求延长期限。"]);
}

#[test]
fn a_firm_that_leaves_completes_the_adoption_and_the_signature_names_who_is_bound() {
    let told = sector().told("2026-03-14 09:00");
    assert_eq!(texts(&told, "withdraw_coverage"), ["退出覆盖名单；职代会通过草案。"]);
    let signed = details(&told, "sign");
    let bound = "合同约束2家企业、职工80人：甲厂（虚构）、乙厂（虚构）。".to_owned();
    assert!(signed.contains(&bound), "{signed:?}");
    assert!(!timeline::html(&told).contains('〔'));
}
