//! The straight case through pages alone, by everybody whom it takes.

use axum::http::StatusCode;

use crate::browser::Page;
use crate::support::{Cast, Town, USCC};
use crate::way::DRAFT;

const DAY: &str = "2026-03-16";

/// An offer that is received at once, after both sides accepted the platform.
pub(crate) async fn offer(cast: &Cast, case: &str) -> Page {
    for party in [&cast.firm, &cast.chair] {
        assert_eq!(party.post("/inbox", &[("employer", USCC)]).await.status, StatusCode::SEE_OTHER);
        assert!(party.get("/inbox").await.has("已同意，自"));
    }
    let topics = [
        ("topics.0.demand", "月平均工资增长百分之六。"),
        ("topics.1.demand", "企业最低工资标准每月2700元。"),
        ("topics.2.demand", "夜班津贴提高到每班40元。"),
        ("meeting_on", DAY),
        ("place", "二楼会议室"),
    ];
    cast.chair.act(&format!("{case}/acts/issue_offer"), &topics).await
}

/// Both lists and what the sides tell each other before they meet.
pub(crate) async fn prepare(cast: &Cast, case: &str) {
    let acts = |command: &str| format!("{case}/acts/{command}");
    let members = |names: [&'static str; 3]| {
        [
            ("members.0.sex", "female"),
            ("members.1.person.name", names[1]),
            ("members.1.sex", "male"),
            ("members.2.person.name", names[2]),
            ("members.2.sex", "male"),
        ]
    };
    let mut workers = members(["", "陆远桥", "乔亦安"]).to_vec();
    workers.extend([("selection.total", "54"), ("selection.votes", "50"), ("selection.record", "@选举记录")]);
    cast.chair.act(&acts("register_reps"), &workers).await;
    cast.firm.act(&acts("register_reps"), &members(["", "许知微", "孟长风"])).await;
    cast.chair.act(&acts("disclose"), &[("points", "职工方代表三名")]).await;
    cast.firm.act(&acts("disclose"), &[("points", "企业方代表三名")]).await;
    cast.chair.act(&acts("disclose"), &[("points", "年度工资增长\n最低工资")]).await;
}

#[tokio::test]
async fn a_case_goes_from_opening_to_effect_through_pages() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let acts = |command: &str| format!("{case}/acts/{command}");

    assert!(cast.firm.get("/home").await.has("还没有选择文书收件方式"));
    let offered = offer(&cast, &case).await;
    assert!(!cast.firm.get("/home").await.has("还没有选择文书收件方式"));
    assert!(offered.has("2026年3月16日"), "an answer is owed by the tenth working day");
    cast.firm.act(&acts("reply"), &[("content", "同意协商，各项议题在会上谈。")]).await;

    prepare(&cast, &case).await;

    town.days(14);
    cast.chair.act(&acts("open_session"), &[("chair", "employer"), ("recorder.name", "纪云")]).await;
    let speak = format!("{case}/acts/table_position?clause=rise");
    cast.chair.act(&speak, &[("values.rise", "6")]).await;
    cast.firm.act(&speak, &[("values.rise", "4.5")]).await;
    let board = cast.chair.get(&format!("{case}/board")).await;
    assert!(board.has("有分歧") && board.has("4.5%"));
    cast.chair.act(&format!("{case}/acts/accept_position?clause=rise"), &[]).await;
    cast.chair.act(&acts("close_session"), &[("summary", "年度增长达成一致。")]).await;
    cast.chair.act(&acts("confirm_minutes"), &[]).await;
    cast.firm.act(&acts("confirm_minutes"), &[]).await;

    cast.chair.act(&acts("table_draft"), &DRAFT).await;
    cast.firm.act(&acts("initial_draft"), &[]).await;
    cast.chair.act(&acts("initial_draft"), &[]).await;
    let text = cast.firm.get(&format!("{case}/text")).await;
    assert!(text.has("4.5%"), "what was agreed stands in the draft");
    town.days(7);
    cast.chair.act(&acts("submit_to_congress"), &[("meeting_on", "2026-03-23"), ("total", "54")]).await;
    cast.clerk
        .act(
            &acts("record_vote"),
            &[
                ("present", "50"),
                ("issued", "50"),
                ("returned", "50"),
                ("yes", "46"),
                ("no", "3"),
                ("abstain", "1"),
                ("scrutineers.0.name", "夏清和"),
                ("scrutineers.1.name", "宁致远"),
                ("protocol", "@计票报告"),
            ],
        )
        .await;
    cast.firm.act(&acts("sign"), &[("signatory", "唐景行")]).await;
    cast.chair.act(&acts("sign"), &[("signatory", "沈秋禾")]).await;
    cast.agent.act(&acts("file"), &[]).await;
    cast.officer.act(&acts("register"), &[("number", "人社集审〔2026〕1号（虚构）")]).await;
    let effect = cast.officer.act(&acts("no_objection_opinion"), &[]).await;
    assert!(effect.has("已生效"));
    cast.agent.act(&acts("publish"), &[("channel", "公告栏")]).await;
    cast.chair.act(&acts("copy_to_higher_union"), &[("recipient", "上级工会（虚构）")]).await;

    for path in ["", "/board", "/text", "/record"] {
        for browser in [&cast.chair, &cast.firm, &cast.officer] {
            let page = browser.get(&format!("{case}{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            for prefix in ["pages", "form", "choice", "neg", "timeline"] {
                assert!(!page.has(&format!("〔{prefix}-")), "every text is there: {path}");
            }
        }
    }
    assert!(cast.chair.get("/home").await.has("示例机械有限公司"));
}

#[tokio::test]
async fn pressing_twice_does_it_once() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let path = format!("{case}/acts/accept_platform");
    let form = cast.firm.get(&path).await;
    let mut fields = form.form();
    fields.push(("step".to_owned(), "check".to_owned()));
    let mut fields = cast.firm.send(&path, &fields).await.form();
    fields.push(("step".to_owned(), "do".to_owned()));
    let (once, twice) = (cast.firm.send(&path, &fields).await, cast.firm.send(&path, &fields).await);
    assert_eq!((once.status, &once.location), (StatusCode::SEE_OTHER, &twice.location));
}
