//! Whoever has nothing to do with a case learns nothing of it.

use axum::http::StatusCode;

use crate::browser::Browser;
use crate::support::{Cast, PASSWORD, Town, USCC};

#[tokio::test]
async fn only_whoever_speaks_for_a_side_accepts_the_platform_for_it() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    for browser in [&cast.stranger, &cast.agent, &cast.officer] {
        let refused = browser.post("/inbox", &[("employer", USCC)]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
    assert!(cast.chair.get("/inbox").await.has("同意用本平台收件"), "nobody has accepted for it");
}

#[tokio::test]
async fn a_stranger_learns_nothing_of_a_case() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    for path in ["", "/board", "/text", "/record", "/records/1", "/documents/D01-1/1", "/acts/issue_offer"] {
        let page = cast.stranger.get(&format!("{case}{path}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!page.has("示例机械"), "{path}");
    }
    let done = [("step".to_owned(), "do".to_owned())];
    let sent = cast.stranger.send(&format!("{case}/acts/accept_platform"), &done).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    assert!(!cast.stranger.get("/home").await.has("示例机械"));
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_sign_in_and_back() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let nobody = Browser::new(&town.router);
    let page = nobody.get(&case).await;
    assert_eq!(page.location.as_deref(), Some(format!("/login?next={case}").as_str()));
    let wrong = nobody.post("/login", &[("login", "chair"), ("password", "wrong"), ("next", &case)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("role=\"alert\"") && wrong.has("value=\"chair\""), "what was typed is kept");
    let right = nobody.post("/login", &[("login", "chair"), ("password", PASSWORD), ("next", &case)]).await;
    assert_eq!((right.status, right.location.as_deref()), (StatusCode::SEE_OTHER, Some(case.as_str())));
    let away = nobody.post("/login", &[("login", "chair"), ("password", PASSWORD), ("next", "//elsewhere")]).await;
    assert_eq!(away.location.as_deref(), Some("/home"), "never to another site");
}

// The table of rights decides (docs/access.md): the congress's clerk sees case and papers, not every act.
#[tokio::test]
async fn whoever_is_in_a_case_sees_what_the_table_of_rights_says() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    for path in ["/record", "/board", "/records/1"] {
        assert_eq!(cast.clerk.get(&format!("{case}{path}")).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(cast.firm.get(&format!("{case}{path}")).await.status, StatusCode::OK, "{path}");
    }
    let file = format!("{case}/files/{}", "0".repeat(64));
    assert_eq!(cast.clerk.get(&file).await.status, StatusCode::FORBIDDEN);
    let page = cast.clerk.get(&case).await;
    assert!(page.status == StatusCode::OK && !page.has("/record\"") && !page.has("最近发生的事"));
    assert!(cast.firm.get(&case).await.has("最近发生的事"));
}
