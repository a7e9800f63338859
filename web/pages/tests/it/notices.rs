//! How somebody wants to be reminded.

use axum::http::StatusCode;

use crate::support::{Cast, Town};

#[tokio::test]
async fn everybody_chooses_how_to_be_reminded_and_is_told_that_service_stays() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let chosen = |page: &crate::browser::Page| {
        let at = page.html.find(" checked").unwrap();
        page.html[..at].rsplit("value=\"").next().unwrap().trim_end_matches('"').to_owned()
    };
    let page = cast.chair.get("/account").await;
    assert!(page.has("送达通知不是提醒，不能关闭") && !page.has("〔"), "{}", page.html);
    assert_eq!(chosen(&page), "at_once", "as before where nobody chose");
    for choice in ["daily", "last_day", "at_once", "daily"] {
        let answer = cast.chair.post("/account/notices", &[("notice", choice)]).await;
        assert_eq!(answer.location.as_deref(), Some("/account?done=notice"));
        let page = cast.chair.get("/account?done=notice").await;
        assert!(page.has("提醒方式已经保存"));
        assert_eq!(chosen(&page), choice);
    }
    assert_eq!(chosen(&cast.firm.get("/account").await), "at_once", "each for themselves");
    for wrong in [&[("notice", "never")][..], &[]] {
        let answer = cast.chair.post("/account/notices", wrong).await;
        assert!(answer.status.is_client_error() && answer.has("请选一种提醒方式"), "{}", answer.status);
    }
    assert_eq!(chosen(&cast.chair.get("/account").await), "daily");
    assert_eq!(cast.chair.get("/account").await.status, StatusCode::OK);
}
