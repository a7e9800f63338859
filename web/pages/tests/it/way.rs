//! The way of a case up to the bureau, for tests that begin there.

use crate::support::{Cast, Town};

/// What only the enterprise knows of a first draft.
pub(crate) const DRAFT: [(&str, &str); 11] = [
    ("terms.average.average_before", "6000"),
    ("terms.min-wage.min_wage", "2700"),
    ("terms.posts.0.post_name", "数控操作工"),
    ("terms.posts.0.average_before", "6900"),
    ("terms.posts.0.average_after", "7245"),
    ("terms.posts.0.grades.junior.low", "2950"),
    ("terms.posts.0.grades.junior.high", "3250"),
    ("terms.posts.0.grades.junior.allowance", "100"),
    ("terms.posts.0.grades.senior_technician.low", "5450"),
    ("terms.posts.0.grades.senior_technician.high", "6350"),
    ("terms.posts.0.grades.senior_technician.allowance", "1000"),
];

/// A case that is signed and filed. Gives its path.
pub(crate) async fn filed(town: &Town, cast: &Cast) -> String {
    let case = signed(town, cast).await;
    cast.agent.act(&format!("{case}/acts/file"), &[]).await;
    case
}

/// A case whose text both chiefs have signed. Gives its path.
pub(crate) async fn signed(town: &Town, cast: &Cast) -> String {
    let case = before_the_congress(town, cast, "54").await;
    adopts_and_signs(cast, &case).await;
    case
}

/// A case whose agreement is in force. Gives its path.
pub(crate) async fn in_force(town: &Town, cast: &Cast) -> String {
    let case = signed(town, cast).await;
    takes_effect(cast, &case).await;
    case
}

/// The employer files, and the bureau has no objection.
pub(crate) async fn takes_effect(cast: &Cast, case: &str) {
    cast.agent.act(&format!("{case}/acts/file"), &[]).await;
    cast.officer.act(&format!("{case}/acts/register"), &[("number", "人社集审2026年第1号（虚构）")]).await;
    cast.officer.act(&format!("{case}/acts/no_objection_opinion"), &[]).await;
}

/// The congress adopts, both chiefs sign.
pub(crate) async fn adopts_and_signs(cast: &Cast, case: &str) {
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
    cast.firm.act(&acts("sign"), &[("signatory", "唐景行")]).await;
    cast.chair.act(&acts("sign"), &[("signatory", "沈秋禾")]).await;
}

/// A day so many from today.
fn day(town: &Town, days: i64) -> String {
    town.desk.now().plus_millis(days * 86_400_000).date().to_string()
}

/// A case whose first session can be opened. Gives its path.
pub(crate) async fn talks(town: &Town, cast: &Cast) -> String {
    let case = cast.case().await;
    prepares(town, cast, &case).await;
    case
}

/// From an opened case to the day of the first session.
pub(crate) async fn prepares(town: &Town, cast: &Cast, case: &str) {
    let meeting = day(town, 14);
    let acts = |command: &str| format!("{case}/acts/{command}");
    cast.firm.act(&acts("accept_platform"), &[]).await;
    let offer = [
        ("topics.0.demand", "月平均工资增长百分之六。"),
        ("topics.1.title", ""),
        ("topics.2.title", ""),
        ("meeting_on", meeting.as_str()),
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
}

/// A case whose draft is before a congress of so many. Gives its path.
pub(crate) async fn before_the_congress(town: &Town, cast: &Cast, total: &str) -> String {
    let case = talks(town, cast).await;
    agrees(town, cast, &case, "rise", &[("values.rise", "4.5")], total).await;
    case
}

/// From the first session to a congress of so many, with one clause agreed on.
pub(crate) async fn agrees(town: &Town, cast: &Cast, case: &str, clause: &str, words: &[(&str, &str)], total: &str) {
    let acts = |command: &str| format!("{case}/acts/{command}");
    cast.chair.act(&acts("open_session"), &[("chair", "employer"), ("recorder.name", "纪云")]).await;
    cast.firm.act(&format!("{case}/acts/table_position?clause={clause}"), words).await;
    cast.chair.act(&format!("{case}/acts/accept_position?clause={clause}"), &[]).await;
    cast.chair.act(&acts("close_session"), &[("summary", "年度增长达成一致。")]).await;
    for browser in [&cast.chair, &cast.firm] {
        browser.act(&acts("confirm_minutes"), &[]).await;
    }
    let form = cast.chair.get(&acts("table_draft")).await.form();
    let first = form.iter().any(|(name, text)| name == "terms.average.average_before" && text.is_empty());
    cast.chair.act(&acts("table_draft"), if first { &DRAFT } else { &[] }).await;
    for browser in [&cast.firm, &cast.chair] {
        browser.act(&acts("initial_draft"), &[]).await;
    }
    town.days(7);
    let meeting = day(town, 0);
    cast.chair.act(&acts("submit_to_congress"), &[("meeting_on", meeting.as_str()), ("total", total)]).await;
}
