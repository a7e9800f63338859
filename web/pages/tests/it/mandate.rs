//! The written mandate that is printed and filled in by hand.

use axum::http::StatusCode;

use crate::support::{Cast, Town};

// CC22 20(2), 21, 23: a proxy and somebody from outside come with a written mandate of their own side.
#[tokio::test]
async fn each_side_prints_its_own_mandates() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let sheets = format!("{case}/mandate");
    let worker = cast.chair.get(&sheets).await;
    let employer = cast.firm.get(&sheets).await;
    for (page, own, other) in [(&worker, "职工方", "企业方"), (&employer, "企业方", "职工方")] {
        assert_eq!(page.status, StatusCode::OK);
        for part in ["首席代表，参加工资集体协商。", "协商代表，参加工资集体协商。"] {
            assert!(page.has(&format!("{own}{part}")), "{}", page.html);
            assert!(!page.has(&format!("{other}{part}")), "{}", page.html);
        }
        assert!(page.has("《集体合同规定》第二十三条"), "{}", page.html);
    }
    let both = cast.officer.get(&sheets).await;
    assert!(both.has("职工方首席代表") && both.has("企业方首席代表"), "{}", both.html);
    assert_eq!(cast.stranger.get(&sheets).await.status, StatusCode::NOT_FOUND);
    assert!(cast.chair.get(&format!("{case}/acts/register_reps")).await.has("打印授权委托书"));
}
