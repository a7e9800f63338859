//! What happens when the database goes away, and when too many ask at once.

use cluster::{Cluster, Sync};
use store::Store;

use crate::http::get;
use crate::support::{Hands, accepts_platform, case, hand_in, offers, opens, recorded, server, start};

const MARCH: &str = "2026-03-02T09:00:00.000+08:00";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_killed_and_comes_back_loses_nothing_and_needs_no_hand() {
    let mut cluster = Cluster::start(Sync::Disk).unwrap();
    let database = server(&cluster).await;
    let running = start(&database, &Hands::at(MARCH), "").await;
    recorded(&running, &[opens(case(1))]).await;
    cluster.kill().unwrap();
    assert_eq!(get(running.operators, "/readyz").await.status, 503);
    assert_eq!(get(running.address, "/healthz").await.status, 200, "no reason to restart the process");
    // Handed in while the database is away: it waits, and is recorded when the database is back.
    let (answer, back) = tokio::join!(hand_in_by(&running), async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        cluster.start_again()
    });
    back.unwrap();
    assert_eq!(answer.status, 201, "{answer:?}");
    recorded(&running, &[offers(case(1))]).await;
    let store = Store::open(&database.parse().unwrap()).await.unwrap();
    let records = store.records_after(case(1), 0, 10).await.unwrap();
    assert_eq!(records.iter().map(|record| record.seq).collect::<Vec<_>>(), [1, 2, 3]);
    running.stop().await;
}

async fn hand_in_by(running: &service::Running) -> crate::http::Answer {
    hand_in(running, &accepts_platform(case(1))).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_are_each_answered() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(&crate::support::file(folder.path()), &Hands::at(MARCH), "").await;
    let asked: Vec<_> = (1..=300)
        .map(|n| {
            let (to, act) = (running.address, opens(case(n)).to_string());
            tokio::spawn(async move { crate::http::post(to, crate::support::TOKEN, &act).await.unwrap().status })
        })
        .collect();
    for answer in asked {
        assert_eq!(answer.await.unwrap(), 201);
    }
    running.stop().await;
}
