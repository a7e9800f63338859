//! Bad input: a clear message, and nothing that was typed is lost.

use axum::http::StatusCode;

use crate::browser::put;
use crate::support::{Cast, Town};

#[tokio::test]
async fn what_is_missing_is_named_and_what_was_typed_is_kept() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let path = format!("{case}/acts/issue_offer");
    let form = cast.chair.get(&path).await.form();
    let typed = [("topics.0.demand", "<script>增长</script>"), ("meeting_on", "三月"), ("step", "check")];
    let page = cast.chair.send(&path, &put(form, &typed)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("请选日期") && page.has("href=\"#place\""));
    assert!(page.has("&#60;script&#62;增长") && !page.has("<script>"), "kept, and harmless");
}

#[tokio::test]
async fn what_the_law_refuses_is_said_before_it_is_done() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    // Two representatives: at least three a side (ZJ-CC 10).
    let path = format!("{case}/acts/register_reps");
    let form = cast.firm.get(&path).await.form();
    let typed = [
        ("members.0.sex", "male"),
        ("members.1.person.name", "许知微"),
        ("members.1.sex", "female"),
        ("step", "check"),
    ];
    let page = cast.firm.send(&path, &put(form, &typed)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("REP-MIN") && page.has("名册上有2人") && page.has("许知微"));
    assert!(!page.has("value=\"do\""), "it can't be confirmed");
}

#[tokio::test]
async fn who_may_not_act_is_told_who_may() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let page = cast.officer.get(&format!("{case}/acts/issue_offer")).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.has("工会主席"));
}

#[tokio::test]
async fn a_case_that_moved_on_is_shown_anew_with_what_was_typed() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let path = format!("{case}/acts/issue_offer");
    let form = cast.chair.get(&path).await.form();
    let typed = [
        ("topics.0.demand", "增长"),
        ("topics.1.title", ""),
        ("topics.2.title", ""),
        ("meeting_on", "2026-03-16"),
        ("place", "二楼会议室"),
        ("step", "check"),
    ];
    let mut fields = cast.chair.send(&path, &put(form, &typed)).await.form();
    cast.firm.act(&format!("{case}/acts/accept_platform"), &[]).await;
    fields.push(("step".to_owned(), "do".to_owned()));
    let page = cast.chair.send(&path, &fields).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.has("案件刚刚有变化") && page.has("二楼会议室"));
}

#[tokio::test]
async fn nonsense_is_refused_without_a_fault() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    for path in ["/cases/nonsense", "/cases/nonsense/acts/issue_offer", "/static/../../etc/passwd", "/nowhere"] {
        assert!(cast.chair.get(path).await.status.is_client_error(), "{path}");
    }
    assert_eq!(cast.chair.get(&format!("{case}/acts/no_such_act")).await.status, StatusCode::NOT_FOUND);
    let posted = cast.chair.post(&format!("{case}/acts/issue_offer"), &[("step", "do")]).await;
    assert!(posted.status.is_client_error(), "not a form with files: {}", posted.status);
    let dates = [("step".to_owned(), "do".to_owned()), ("meeting_on".to_owned(), "2026-02-30".to_owned())];
    let sent = cast.chair.send(&format!("{case}/acts/issue_offer"), &dates).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_cant_be_read_at_all_is_answered_in_words() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    for (path, fields) in
        [("/account", &[][..]), ("/surveys/91330784MA0DEM0056", &[("title2", "x")]), ("/recover", &[])]
    {
        let page = cast.chair.post(path, fields).await;
        assert!(
            page.status.is_success() || page.has("没有看懂") || page.has("role=\"alert\""),
            "{path}: {}",
            page.html
        );
    }
    assert!(cast.chair.get("/nowhere").await.has("没有找到这一页"));
    assert!(cast.chair.post("/organisations/x", &[("decision", "confirm")]).await.has("没有看懂"));
    let large = vec![b'x'; (20 << 20) + 1];
    let page = cast.chair.upload("/rosters/91330784MA0DEM0056", "list", "名单.csv", &large).await;
    assert!(page.status.is_client_error() && page.has("什么都没有保存"), "{}", page.status);
}

#[tokio::test]
async fn a_form_that_is_too_long_is_refused_whole_and_nothing_is_left_out_in_silence() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let path = format!("{case}/acts/issue_offer");
    let long = |fields: usize, row: usize| {
        let mut all: Vec<(String, String)> = (1..fields).map(|n| (format!("more{n}"), "1".to_owned())).collect();
        all.push((format!("topics.{row}.title"), "第一项".to_owned()));
        all
    };
    for (fields, row) in [(4_001, 0), (1, 500)] {
        let page = cast.chair.send(&path, &long(fields, row)).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{fields} {row}");
        assert!(page.has("一栏都没有收下") && page.has("4000") && page.has("500"), "{}", page.html);
    }
    let page = cast.chair.send(&path, &long(4_000, 499)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "the last that is taken");
    assert!(page.has("第一项"), "and it is there");
}
