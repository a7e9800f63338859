//! The way of a case up to the bureau, for tests that begin there.

use crate::support::{Cast, Town};

/// A case that is signed and filed. Gives its path.
pub(crate) async fn filed(town: &Town, cast: &Cast) -> String {
    let case = signed(town, cast).await;
    cast.agent.act(&format!("{case}/acts/file"), &[]).await;
    case
}

/// A case whose text both chiefs have signed. Gives its path.
pub(crate) async fn signed(town: &Town, cast: &Cast) -> String {
    let case = before_the_congress(town, cast, "54").await;
    let acts = |command: &str| format!("{case}/acts/{command}");
    let vote = [
        ("present", "50"),
        ("issued", "50"),
        ("returned", "50"),
        ("yes", "46"),
        ("no", "3"),
        ("abstain", "1"),
        ("scrutineers.0.name", "夏清和"),
        ("scrutineers.1.name", "宁致远"),
        ("protocol", "@计票报告"),
    ];
    cast.clerk.act(&acts("record_vote"), &vote).await;
    cast.firm.act(&acts("sign"), &[]).await;
    cast.chair.act(&acts("sign"), &[]).await;
    case
}

/// A case whose first session can be opened. Gives its path.
pub(crate) async fn talks(town: &Town, cast: &Cast) -> String {
    let case = cast.case().await;
    let acts = |command: &str| format!("{case}/acts/{command}");
    cast.firm.act(&acts("accept_platform"), &[]).await;
    let offer = [
        ("topics.0.demand", "月平均工资增长百分之六。"),
        ("topics.1.title", ""),
        ("topics.2.title", ""),
        ("meeting_on", "2026-03-16"),
        ("place", "二楼会议室"),
    ];
    cast.chair.act(&acts("issue_offer"), &offer).await;
    cast.chair.act(&acts("accept_platform"), &[]).await;
    cast.firm.act(&acts("reply"), &[("content", "同意协商。")]).await;
    let members = |second: &'static str, third: &'static str| {
        [
            ("members.0.sex", "female"),
            ("members.1.person.name", second),
            ("members.1.sex", "male"),
            ("members.2.person.name", third),
            ("members.2.sex", "male"),
        ]
    };
    let mut workers = members("陆远桥", "乔亦安").to_vec();
    workers.extend([("selection.total", "54"), ("selection.votes", "50"), ("selection.record", "@选举记录")]);
    cast.chair.act(&acts("register_reps"), &workers).await;
    cast.firm.act(&acts("register_reps"), &members("许知微", "孟长风")).await;
    cast.chair.act(&acts("disclose"), &[("points", "职工方代表三名")]).await;
    cast.firm.act(&acts("disclose"), &[("points", "企业方代表三名")]).await;
    cast.chair.act(&acts("disclose"), &[("points", "年度工资增长")]).await;
    town.days(14);
    case
}

/// A case whose draft is before a congress of so many. Gives its path.
pub(crate) async fn before_the_congress(town: &Town, cast: &Cast, total: &str) -> String {
    let case = talks(town, cast).await;
    let acts = |command: &str| format!("{case}/acts/{command}");
    cast.chair.act(&acts("open_session"), &[("chair", "employer"), ("recorder.name", "纪云")]).await;
    let speak = format!("{case}/acts/table_position?clause=rise");
    cast.firm.act(&speak, &[("values.rise", "4.5")]).await;
    cast.chair.act(&format!("{case}/acts/accept_position?clause=rise"), &[]).await;
    cast.chair.act(&acts("close_session"), &[("summary", "年度增长达成一致。")]).await;
    for browser in [&cast.chair, &cast.firm] {
        browser.act(&acts("confirm_minutes"), &[]).await;
    }
    cast.chair.act(&acts("table_draft"), &[]).await;
    for browser in [&cast.firm, &cast.chair] {
        browser.act(&acts("initial_draft"), &[]).await;
    }
    town.days(7);
    cast.chair.act(&acts("submit_to_congress"), &[("meeting_on", "2026-03-23"), ("total", total)]).await;
    case
}
