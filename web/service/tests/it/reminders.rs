//! Everybody is reminded five days, two days before a last day and on it, once each, by day.

use law::time::Moment;
use store::{Delivery, MAX_PAGE, Place, Store};

use crate::support::{Hands, accepts_platform, case, file, offers, opens, recorded, start, until};

async fn reminders(database: &str) -> Vec<Delivery> {
    let store = Store::open(&Place::File(database.into())).await.unwrap();
    let mut all = store.messages_of(case(1), None, MAX_PAGE).await.unwrap();
    all.retain(|delivery| delivery.message.kind == "reminder" && delivery.message.audience == "case");
    store.close().await;
    all
}

/// Waits for so many reminders, and a little longer for one too many.
async fn are(database: &str, count: usize) {
    until("the reminders", async || reminders(database).await.len() >= count).await;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    assert_eq!(reminders(database).await.len(), count);
}

#[tokio::test]
async fn a_last_day_is_told_three_times_by_day_and_never_twice() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    // An offer that is received on 2 March is to be answered by 16 March, the tenth working day.
    let hands = Hands::at("2026-03-02T09:00:00.000+08:00");
    let running = start(&database, &hands, "").await;
    recorded(&running, &[opens(case(1)), accepts_platform(case(1)), offers(case(1))]).await;
    are(&database, 0).await;
    hands.advance(9);
    are(&database, 1).await;
    running.stop().await;

    let running = start(&database, &hands, "").await;
    are(&database, 1).await;
    hands.advance(4);
    are(&database, 2).await;
    hands.advance(1);
    are(&database, 3).await;
    hands.advance(1);
    running.stop().await;
    let all = reminders(&database).await;
    assert_eq!(all.len(), 3, "what was struck is told by its own record");
    assert!(all.iter().all(|one| one.message.payload.contains("2026年3月16日")), "{all:?}");
    assert!(all.iter().all(|one| one.message.payload.contains("企业方")), "{all:?}");
}

#[tokio::test]
async fn nobody_is_reminded_at_night() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    let hands = Hands::at("2026-03-02T20:30:00.000+08:00");
    let running = start(&database, &hands, "").await;
    recorded(&running, &[opens(case(1)), accepts_platform(case(1)), offers(case(1))]).await;
    hands.advance(9);
    are(&database, 0).await;
    running.stop().await;
    let morning = Hands::at("2026-03-12T08:00:00.000+08:00");
    let running = start(&database, &morning, "").await;
    are(&database, 1).await;
    running.stop().await;
    let told: Moment = reminders(&database).await[0].message.created_at;
    assert_eq!(told.clock(), (8, 0));
}
