//! Duties: who owed what by when, who was late, what comes next.

use negotiation::Capacity::{EmployerLegalRep, UnionChair};
use serde_json::json;
use timeline::DutyState;

use crate::cast::{Story, as_};
use crate::sample::{bargained, late_reply, open_case, whole};

// ZJ-CC 7: an answer within ten working days of receipt.
#[test]
fn a_late_reply_shows_who_was_late_and_by_how_many_days() {
    let mut story = Story::new();
    late_reply(&mut story);
    let told = story.told("2026-01-27 08:00");
    let [late] = told.late.as_slice() else { panic!("{:?}", told.late) };
    assert_eq!((late.owner, late.days_late, late.owed), ("employer", 4, false));
    assert_eq!(late.due.to_string(), "2026-01-22");
    assert_eq!(late.text, "企业方应在2026年1月22日（周四）24:00前书面答复要约，2026年1月26日（周一）才办，晚了4天。");
    let reply = told.duties.iter().find(|duty| duty.id == "reply-1").unwrap();
    assert_eq!((reply.status, reply.days_late), (DutyState::Late, Some(4)));
    assert_eq!(reply.citation[0], "《浙江省集体合同条例》第七条");
    assert!(timeline::html(&told).contains(&late.text));
}

// ZJ-CC 7: whoever reads of a default reads what is required, under which article, and that an answer is still possible.
#[test]
fn a_default_says_what_is_required_and_what_to_do_now() {
    let mut story = Story::new();
    late_reply(&mut story);
    let told = story.told("2026-01-27 08:00");
    let struck = told.entries.iter().find(|entry| entry.command == "strike_clock").unwrap();
    assert_eq!(struck.text, "企业方到期没有书面答复要约，最后一日是2026年1月22日（周四）。");
    let [required, articles, remedy] = struck.details.as_slice() else { panic!("{:?}", struck.details) };
    assert_eq!(required, "收到要约的一方要在规定的期限内书面答复；要约在2026-01-08收到，最后一日是2026-01-22。");
    assert!(articles.starts_with("依据：《浙江省集体合同条例》第七条"), "{articles}");
    assert!(remedy.starts_with("仍然可以答复：请企业方办理“答复要约”，约定协商的时间和地点。"), "{remedy}");
    assert!(remedy.contains("工会可以发出提示函或者意见书") && remedy.contains("用“录入纸质办理”补记"), "{remedy}");

    let reply = told.duties.iter().find(|duty| duty.id == "reply-1").unwrap();
    let missed = reply.missed.as_ref().unwrap();
    assert_eq!(missed.found, "企业方到2026-01-26才书面答复要约。");
    assert!(missed.remedy.contains("不用再补办"), "{}", missed.remedy);
    assert!(timeline::html(&told).contains(remedy), "where it is told");
}

#[test]
fn a_default_that_stands_shows_its_remedy_among_the_duties() {
    let told = whole().told("2026-04-13 18:00");
    let publish = told.duties.iter().find(|duty| duty.id == "publish-employer").unwrap();
    let missed = publish.missed.as_ref().unwrap();
    assert_eq!(missed.found, format!("企业方到{} 24:00还没有公布合同。", publish.due));
    assert!(missed.remedy.starts_with("仍然可以公布，合同的效力不受影响：请企业方"), "{}", missed.remedy);
    assert!(timeline::part(&told, timeline::Part::Duties).contains(&missed.remedy));
    assert!(told.duties.iter().all(|duty| duty.missed.is_none() || duty.days_late.is_some()), "nobody else is told");
}

#[test]
fn a_default_that_stands_is_counted_to_the_day_of_asking() {
    let story = whole();
    for (until, days) in [("2026-04-13 18:00", 4), ("2026-04-20 18:00", 11)] {
        let told = story.told(until);
        let publish = told.late.iter().find(|late| late.duty == "publish-employer").unwrap();
        assert_eq!((publish.days_late, publish.owed, publish.met_at), (days, true, None));
        let owed = told.next.owes.iter().find(|owed| owed.duty == "publish-employer").unwrap();
        assert_eq!((owed.owner, owed.days_late), ("employer", days));
    }
}

// ZJ-CC 34, LCL 54: silence of the bureau has effect; it is nobody's default.
#[test]
fn silence_that_has_effect_is_not_lateness() {
    let told = whole().told("2026-04-20 18:00");
    let review = told.duties.iter().find(|duty| duty.rule == "review").unwrap();
    assert_eq!((review.status, review.days_late), (DutyState::Lapsed, None));
    assert!(told.late.iter().all(|late| late.owner != "hrss"));
}

#[test]
fn a_paper_of_earlier_date_takes_the_default_back() {
    let mut story = whole();
    story.must("2026-04-14 09:00", &as_("e1", EmployerLegalRep), "confirm_paper", &json!({ "entry": 1 }));
    let told = story.told("2026-04-20 18:00");
    assert!(told.late.iter().all(|late| late.duty != "publish-employer"));
    let publish = told.duties.iter().find(|duty| duty.rule == "publish").unwrap();
    assert_eq!(publish.status, DutyState::Met);
    assert_eq!(publish.met_at.unwrap().date().to_string(), "2026-04-03");
    let entry = told.entries.last().unwrap();
    assert!(entry.paper && !entry.late);
    assert_eq!(entry.effective_at.unwrap().date().to_string(), "2026-04-03");
    assert!(told.next.waiting.is_empty());
}

#[test]
fn what_waits_for_a_second_person_is_named() {
    assert_eq!(whole().told("2026-04-20 18:00").next.waiting, ["第1件纸质办理等待第二人确认。"]);
}

#[test]
fn what_a_stage_knows_is_named_with_those_who_may_do_it() {
    let told = bargained().told("2026-03-03 18:00");
    assert_eq!(told.stage, "negotiating");
    let draft = told.next.may.iter().find(|may| may.command == "table_draft").unwrap();
    assert!(draft.who.contains(&"职工方首席代表".to_owned()), "{draft:?}");
    assert!(told.next.may.iter().all(|may| may.command != "sign"));
}

#[test]
fn a_case_that_was_only_opened_owes_nothing() {
    let mut story = Story::new();
    story.must("2026-01-05 08:30", &as_("w1", UnionChair), "open_case", &open_case("甲乙有限公司"));
    let told = story.told("2026-01-05 09:00");
    assert_eq!((told.stage, told.records), ("idle", 1));
    assert!(told.duties.is_empty() && told.late.is_empty() && told.next.owes.is_empty());
    assert!(told.fictional, "the union's name says that it is made up");
    assert!(timeline::html(&told).contains("还没有产生期限。"));
}

#[test]
fn what_is_done_is_not_asked_for_again_and_nobody_is_offered_what_the_program_does() {
    let mut story = whole();
    let told = story.told("2026-04-20 18:00");
    assert!(told.next.text.starts_with("请企业向全体职工公布合同"), "{}", told.next.text);
    for command in ["note_child_opened", "add_coverage"] {
        assert!(told.next.may.iter().all(|may| may.command != command), "{command}");
    }
    let terms = story.text();
    story.must("2026-04-21 09:00", &as_("e1", EmployerLegalRep), "confirm_paper", &json!({ "entry": 1 }));
    let copy = json!({ "recipient": "县总工会（虚构）", "terms": terms });
    story.must("2026-04-21 10:00", &as_("w1", UnionChair), "copy_to_higher_union", &copy);
    let told = story.told("2026-04-22 18:00");
    assert!(told.next.text.starts_with("合同已经公布并报送上级工会"), "{}", told.next.text);
}
