//! One eventful case under the rules of Zhejiang: served on paper, answered late, four sessions, silence of the bureau.

use negotiation::Capacity::{
    CongressClerk, EmployerAgent, EmployerChief, EmployerLegalRep, EmployerRep, HrssOfficer, Recorder, System,
    UnionChair, WorkerChief, WorkerRep,
};
use serde_json::{Value, json};

use crate::cast::{Story, as_, hash, person};

/// The opening of a case, with the name of the employer.
pub(crate) fn open_case(employer: &str) -> Value {
    json!({
        "employer": {
            "above_scale": false, "address": "示例县示例路1号", "dispatched": 0, "female": 60, "headcount": 180,
            "legal_rep": person("e1"), "name": employer, "uscc": "91339901MA0TML019N",
        },
        "number": "2026-示-001", "profile": "ZJ", "region": "339901", "scope": "enterprise",
        "union": {
            "address": "示例县示例路1号", "chair": person("w1"), "name": "示例精密（虚构）有限公司工会委员会",
            "uscc": "81339901MC0TML024D",
        },
    })
}

fn member(id: &str, chief: bool) -> Value {
    json!({ "chief": chief, "person": person(id), "sex": if id == "w2" { "female" } else { "male" } })
}

fn reps(ids: &[&str], workers: bool) -> Value {
    let members: Vec<Value> = ids.iter().enumerate().map(|(at, id)| member(id, at == 0)).collect();
    let selection = if workers {
        json!({ "method": "elected_by_congress", "on": "2026-01-04", "record": hash("election"), "total": 40, "votes": 36 })
    } else {
        json!({ "method": "named_by_legal_rep", "on": "2026-01-22" })
    };
    json!({ "members": members, "selection": selection })
}

fn bp(key: &str, amount: i64) -> Value {
    json!({ "amount": amount, "key": key, "unit": "basis_points" })
}

fn fen(key: &str, amount: i64) -> Value {
    json!({ "amount": amount, "key": key, "unit": "fen" })
}

const RISE: &str = "2026年全体职工平均工资增长{rise}。";
const MEAL: &str = "每个工作日的餐费补贴为{meal}，夜班另加{night}。";
const MENTOR: &str = "师傅带徒弟期间，每月另发带教津贴，标准由双方另行商定。";

/// The full text of the agreement: one clause for each item that ZJ-CC 19(2) wants.
pub(crate) fn terms() -> Value {
    let plain = [
        ("quota", "labour_quota", "labour_quota", "劳动定额"),
        ("distribution", "wage_standard", "distribution", "分配制度"),
        ("average", "wage_standard", "average_wage", "平均工资"),
        ("payment", "payment", "payment", "支付办法"),
        ("overtime", "overtime_allowances_bonus", "overtime_allowance_bonus", "加班工资、津贴与奖金"),
        ("leave", "leave_and_special", "leave_pay", "假期工资"),
        ("special", "leave_and_special", "special_pay", "特殊情况工资"),
        ("term", "final", "term", "期限"),
        ("change", "change_and_end", "change", "变更"),
        ("end", "change_and_end", "end", "终止"),
        ("liability", "supervision_and_liability", "liability", "违约责任"),
    ];
    let mut clauses = vec![
        json!({ "chapter": "adjustment", "heading": "工资增长", "id": "rise", "item": "adjustment", "text": RISE,
                "values": [bp("rise", 500)] }),
        json!({ "chapter": "overtime_allowances_bonus", "heading": "餐费补贴", "id": "meal", "text": MEAL,
                "values": [fen("meal", 2_200), fen("night", 800)] }),
        json!({ "chapter": "skill_grade_pay", "heading": "带教津贴", "id": "mentor", "text": MENTOR, "values": [] }),
    ];
    clauses.extend(plain.iter().map(|(id, chapter, item, heading)| {
        json!({ "chapter": chapter, "heading": heading, "id": id, "item": item, "text": "按公司现行制度执行。" })
    }));
    json!({
        "clauses": clauses, "coverage": "全体职工", "term": { "kind": "months", "months": 12 },
        "title": "工资专项集体合同",
    })
}

/// From the opening to the first reply, which is late.
pub(crate) fn late_reply(story: &mut Story) {
    late_reply_to(story, &open_case("示例精密（虚构）有限公司"));
}

/// The same with another opening.
pub(crate) fn late_reply_to(story: &mut Story, opening: &Value) {
    let (chair, legal_rep) = (as_("w1", UnionChair), as_("e1", EmployerLegalRep));
    story.must("2026-01-05 08:30", &chair, "open_case", opening);
    story.must(
        "2026-01-06 09:00",
        &chair,
        "issue_offer",
        &json!({ "basis": "annual", "meeting_on": "2026-02-02", "place": "职工之家", "topics": [
            { "title": "工资增长", "demand": "平均工资增长7.5%。" }, { "title": "餐费补贴", "demand": "每天30元。" } ] }),
    );
    story.must(
        "2026-01-08 10:00",
        &as_("e4", EmployerAgent),
        "record_delivery",
        &json!({ "means": "当面送交", "proof": hash("receipt"), "received_on": "2026-01-07" }),
    );
    story.does(
        "2026-01-09 10:00",
        &chair,
        "sign",
        &json!({ "method": "electronic", "sealed": true, "terms": hash("x") }),
    );
    story.must(
        "2026-01-12 15:00",
        &legal_rep,
        "propose_correction",
        &json!({ "fact": { "fact": "offer_received", "old": "2026-01-07", "new": "2026-01-08" },
                 "reason": "回执上的日期是1月8日。" }),
    );
    story.must("2026-01-13 09:00", &chair, "confirm_correction", &json!({ "correction": 1 }));
    story.must(
        "2026-01-26 09:20",
        &legal_rep,
        "reply",
        &json!({ "answer": "accept", "content": "同意协商。", "meeting_on": "2026-02-04", "place": "职工之家" }),
    );
}

/// Lists and agenda; an unequal list is refused first.
pub(crate) fn lists(story: &mut Story) {
    let (chair, legal_rep) = (as_("w1", UnionChair), as_("e1", EmployerLegalRep));
    story.must("2026-01-26 10:00", &chair, "register_reps", &reps(&["w1", "w2", "w3"], true));
    assert!(!story.does("2026-01-26 14:00", &legal_rep, "register_reps", &reps(&["e1", "e2", "e3", "e5"], false)));
    story.must("2026-01-26 14:30", &legal_rep, "register_reps", &reps(&["e1", "e2", "e3"], false));
    let agenda = json!({ "item": "agenda", "points": ["工资增长", "餐费补贴", "带教津贴"] });
    let list = json!({ "item": "rep_list", "points": ["见名册"] });
    story.must("2026-01-27 09:00", &as_("w1", WorkerChief), "disclose", &agenda);
    story.must("2026-01-27 09:10", &as_("w1", WorkerChief), "disclose", &list);
    story.must("2026-01-27 16:00", &as_("e1", EmployerChief), "disclose", &list);
}

/// One round: what each side says on some clauses.
fn session(story: &mut Story, on: &str, chair: &str, said: &[(&str, &str, &str, Value)], accepted: &[(&str, &str)]) {
    let recorder = as_("r1", Recorder);
    let everybody: Vec<Value> = ["w1", "w2", "w3", "e1", "e2", "e3"].map(person).to_vec();
    let open = json!({ "attending": everybody, "chair": chair, "place": "职工之家", "recorder": person("r1") });
    story.must(&format!("{on} 09:00"), &recorder, "open_session", &open);
    for (minute, (clause, side, text, values)) in said.iter().enumerate() {
        let position = json!({ "clause": clause, "side": side, "text": text, "values": values });
        let at = format!("{on} 09:{:02}", 10 + minute);
        let who = match *side {
            "worker" => as_("w2", WorkerRep),
            _ => as_("e2", EmployerRep),
        };
        story.must(&at, &who, "table_position", &position);
    }
    for (clause, side) in accepted {
        let accept = json!({ "clause": clause, "side": side });
        story.must(&format!("{on} 10:30"), &recorder, "accept_position", &accept);
    }
    let close = json!({ "summary": "双方交换了意见。" });
    story.must(&format!("{on} 11:00"), &recorder, "close_session", &close);
}

fn confirm(story: &mut Story, on: &str, number: u32) {
    let minutes = json!({ "session": number });
    story.must(&format!("{on} 14:00"), &as_("w1", WorkerChief), "confirm_minutes", &minutes);
    story.must(&format!("{on} 14:10"), &as_("e1", EmployerChief), "confirm_minutes", &minutes);
}

/// Four sessions on a rate, two sums and a clause of words only.
pub(crate) fn talks(story: &mut Story) {
    let rise = |amount| json!([bp("rise", amount)]);
    let meal = |meal, night| json!([fen("meal", meal), fen("night", night)]);
    let none = json!([]);
    session(
        story,
        "2026-02-04",
        "worker",
        &[
            ("rise", "worker", RISE, rise(750)),
            ("rise", "employer", RISE, rise(300)),
            ("meal", "worker", MEAL, meal(3_000, 1_000)),
            ("meal", "employer", MEAL, meal(1_500, 500)),
            ("mentor", "worker", "带教津贴每人每月300元。", none.clone()),
        ],
        &[],
    );
    confirm(story, "2026-02-04", 1);
    session(
        story,
        "2026-02-10",
        "employer",
        &[
            ("rise", "worker", RISE, rise(650)),
            ("rise", "employer", RISE, rise(380)),
            ("meal", "employer", MEAL, meal(1_800, 600)),
        ],
        &[],
    );
    confirm(story, "2026-02-10", 2);
    session(
        story,
        "2026-02-26",
        "worker",
        &[
            ("rise", "worker", RISE, rise(580)),
            ("rise", "worker", RISE, rise(550)),
            ("meal", "worker", MEAL, meal(2_200, 800)),
            ("mentor", "employer", MENTOR, none),
        ],
        &[("meal", "employer"), ("mentor", "worker")],
    );
    confirm(story, "2026-02-26", 3);
    session(story, "2026-03-03", "employer", &[("rise", "worker", RISE, rise(500))], &[("rise", "employer")]);
    confirm(story, "2026-03-03", 4);
}

/// Draft, congress, signatures, filing.
fn text(story: &mut Story) {
    let (worker, employer) = (as_("w1", WorkerChief), as_("e1", EmployerChief));
    story.must("2026-03-04 09:00", &as_("r1", Recorder), "table_draft", &json!({ "terms": terms() }));
    let terms: negotiation::terms::Terms = serde_json::from_value(terms()).unwrap();
    let initial = json!({ "terms": terms.digest().unwrap() });
    story.must("2026-03-04 10:00", &worker, "initial_draft", &initial);
    story.must("2026-03-04 10:20", &employer, "initial_draft", &initial);
    let digest = story.text();
    let submit = json!({ "form": "congress", "meeting_on": "2026-03-10", "terms": digest, "total": 40 });
    story.must("2026-03-05 09:00", &as_("w1", UnionChair), "submit_to_congress", &submit);
    let vote = json!({ "abstain": 1, "held_on": "2026-03-10", "issued": 38, "no": 4, "present": 38,
        "protocol": hash("protocol"), "returned": 38, "scrutineers": [person("w5"), person("w6")], "secret": true,
        "terms": digest, "total": 40, "yes": 33 });
    story.must("2026-03-10 16:00", &as_("c1", CongressClerk), "record_vote", &vote);
    let sign = |method| json!({ "method": method, "sealed": true, "terms": digest });
    story.must("2026-03-12 09:00", &worker, "sign", &sign("electronic"));
    story.must("2026-03-12 15:00", &employer, "sign", &sign("handwritten"));
    let document = json!({ "data": hash("data"), "fonts": [], "kind": "wage_agreement", "number": "D15-1",
        "pdf": hash("pdf"), "template": hash("template"), "typst": "0.15.1", "version": 1 });
    story.must("2026-03-12 15:01", &as_("system", System), "record_document", &document);
    let file = json!({ "copies": 5, "materials": ["工会法人资格证", "职代会决议"], "terms": digest });
    story.must("2026-03-16 09:00", &as_("e4", EmployerAgent), "file", &file);
    story.must("2026-03-17 09:00", &as_("h1", HrssOfficer), "register", &json!({ "number": "示集2026-1号" }));
}

/// A publication on paper that still waits for its second person.
fn paper(story: &mut Story) {
    let publish = json!({ "channel": "厂区公告栏", "terms": story.text() });
    let entry = json!({
        "act": { "name": "publish", "with": publish },
        "actor": as_("e4", EmployerAgent), "on": "2026-04-03", "scan": hash("scan"),
    });
    story.must("2026-04-13 09:00", &as_("e4", EmployerAgent), "enter_paper", &entry);
}

/// The whole case.
pub(crate) fn whole() -> Story {
    let mut story = Story::new();
    late_reply(&mut story);
    lists(&mut story);
    talks(&mut story);
    text(&mut story);

    story.clock("2026-04-12 08:00");
    paper(&mut story);
    story
}

/// The case up to the end of its sessions.
pub(crate) fn bargained() -> Story {
    let mut story = Story::new();
    late_reply(&mut story);
    lists(&mut story);
    talks(&mut story);
    story
}
