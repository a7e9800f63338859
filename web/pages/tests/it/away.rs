//! A database that is away: whoever comes is told so in plain words, and when to come back; everything goes on by itself.

use axum::http::StatusCode;
use cluster::{Cluster, Sync};
use store::Place;

use crate::browser::put;
use crate::support::{Cast, Town};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_comes_while_the_database_is_away_is_told_so_plainly_and_when_to_come_back() {
    let mut cluster = Cluster::start(Sync::Memory).unwrap();
    let place: Place = cluster.url("postgres").parse().unwrap();
    store::migrate(&place).await.unwrap();
    let town = Town::at(&place, None).await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let path = format!("{case}/acts/accept_platform");
    let form = put(cast.firm.get(&path).await.form(), &[("step", "check")]);
    cluster.stop().unwrap();
    let (seen, sent) = tokio::join!(cast.chair.get(&case), cast.firm.send(&path, &form));
    for page in [&seen, &sent] {
        assert_eq!((page.status, page.retry_after.as_deref()), (StatusCode::SERVICE_UNAVAILABLE, Some("5")));
        assert!(page.has("系统暂时忙") && page.has("什么都没有丢") && page.has("期限不因此改变"), "{}", page.html);
        assert!(!page.has("PGSQL") && !page.has("sqlx") && !page.has("os error"), "{}", page.html);
    }
    let program = cast.chair.get("/api/v1/me").await;
    assert_eq!((program.status, program.retry_after.as_deref()), (StatusCode::SERVICE_UNAVAILABLE, Some("2")));
    assert!(program.has("\"type\":\"unavailable\"") && program.has("什么都没有丢"), "{}", program.html);
    assert!(!program.has("PGSQL") && !program.has("os error"), "{}", program.html);
    cluster.start_again().unwrap();
    assert_eq!(cast.chair.get(&case).await.status, StatusCode::OK);
    cast.firm.act(&path, &[]).await;
}
