//! A region at a glance.

use accounts::Scope;
use axum::http::StatusCode;
use negotiation::Capacity;

use crate::support::{Cast, Town, USCC};

const OFFER: &[(&str, &str)] = &[
    ("topics.0.demand", "月平均工资增长百分之六。"),
    ("topics.1.demand", "企业最低工资标准每月2700元。"),
    ("topics.2.demand", "夜班津贴提高到每班40元。"),
    ("meeting_on", "2026-03-16"),
    ("place", "二楼会议室"),
];

#[tokio::test]
async fn a_federation_sees_its_cases_and_the_late_ones_first() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let county = || Scope::Region("330784".to_owned());
    let fed = town.person("fed", "简舒", &[Capacity::HigherUnion], county()).await;
    let other = town.person("fed2", "易川", &[Capacity::HigherUnion], Scope::Region("3302".to_owned())).await;
    assert!(fed.get("/region").await.has("还没有协商案件"));

    let case = cast.case().await;
    cast.firm.post("/inbox", &[("employer", USCC)]).await;
    cast.chair.act(&format!("{case}/acts/issue_offer"), OFFER).await;
    let page = fed.get("/region").await;
    assert!(page.has("示例机械有限公司") && page.has("已逾期 0"), "{}", page.html);
    town.days(40);
    // The clock strikes when somebody acts; here the union does.
    cast.chair
        .act(
            &format!("{case}/acts/send_reminder"),
            &[("grievance", "no_reply"), ("request", "请在十日内书面答复。"), ("reply_by", "2026-04-22")],
        )
        .await;
    let late = fed.get("/region?show=late").await;
    assert!(late.has("示例机械有限公司") && late.has("strip late") && late.has("已逾期 1"), "{}", late.html);
    let file = fed.get("/region.csv?show=late").await;
    assert!(file.html.starts_with('\u{feff}') && file.html.contains("\"示例机械有限公司（虚构）\""), "{}", file.html);
    assert!(fed.get("/home").await.has("/region"));

    assert!(!other.get("/region").await.has("示例机械有限公司"), "another city's");
    for stranger in [&cast.chair, &cast.firm, &cast.stranger] {
        assert_eq!(stranger.get("/region").await.status, StatusCode::FORBIDDEN);
        assert_eq!(stranger.get("/region.csv").await.status, StatusCode::FORBIDDEN);
    }
}
