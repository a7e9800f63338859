//! What falls due is struck by itself, once, and dated by the law.

use cluster::{Cluster, Sync};
use law::time::Moment;
use store::{Place, Store, StoredRecord};

use crate::http::get;
use crate::support::{Hands, accepts_platform, case, file, offers, offers_for, opens, recorded, server, start, until};

const MARCH: &str = "2026-03-02T09:00:00.000+08:00";

/// Fictional; the check digit holds.
const OTHER_EMPLOYER: &str = "91330784MA0DEM11X7";

async fn strikes(store: &Store) -> Vec<StoredRecord> {
    let records = store.records_after(case(1), 0, 100).await.unwrap();
    records.into_iter().filter(|record| record.command == "strike_clock").collect()
}

fn text(record: &StoredRecord) -> String {
    String::from_utf8(record.bytes.clone()).unwrap()
}

// ZJ-CC 7: an answer within fifteen days; the breach is dated 24:00 of the last day, whenever the machine wakes.
#[tokio::test]
async fn silence_is_struck_after_a_week_of_downtime_with_the_date_of_the_law() {
    let folder = tempfile::tempdir().unwrap();
    let (database, hands) = (file(folder.path()), Hands::at(MARCH));
    let running = start(&database, &hands, "").await;
    recorded(&running, &[opens(case(1)), accepts_platform(case(1)), offers(case(1))]).await;
    running.stop().await;
    let store = Store::open(&Place::File(database.clone().into())).await.unwrap();
    let due = store.duties_of(case(1), "", 10).await.unwrap().remove(0).due_at;
    hands.advance(40);
    let running = start(&database, &hands, "").await;
    until("the strike", async || !strikes(&store).await.is_empty()).await;
    running.stop().await;
    let struck = strikes(&store).await;
    assert!(text(&struck[0]).contains(&format!("\"at\":\"{due}\",\"citation\"")), "{}", text(&struck[0]));
    assert!(struck[0].at > due, "recorded when the machine was back");
    let again = start(&database, &hands, "").await;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    again.stop().await;
    assert_eq!(strikes(&store).await.len(), struck.len(), "once");
}

// ZJ-CC 7, CIV 203(1): the last day falls in a year whose days off nobody knows yet; nothing is struck on such a day.
#[tokio::test]
async fn a_date_that_is_not_certain_yet_is_shown_and_never_struck() {
    let folder = tempfile::tempdir().unwrap();
    let (database, hands) = (file(folder.path()), Hands::at("2026-12-10T09:00:00.000+08:00"));
    let running = start(&database, &hands, "").await;
    let meeting = law::Date::constant(2027, 1, 20);
    let mut another = opens(case(2));
    another["command"]["with"]["employer"]["uscc"] = OTHER_EMPLOYER.into();
    recorded(&running, &[another, accepts_platform(case(2)), offers_for(case(2), meeting)]).await;
    hands.advance(8);
    recorded(&running, &[opens(case(1)), accepts_platform(case(1)), offers_for(case(1), meeting)]).await;
    let store = Store::open(&Place::File(database.into())).await.unwrap();
    let reply = store.duties_of(case(1), "", 10).await.unwrap().remove(0);
    assert!(reply.provisional && reply.duty == "reply-1", "{reply:?}");
    hands.advance(60);
    // The other case's last day was in the old year: the clock goes.
    let struck = async || store.duties_of(case(2), "", 10).await.unwrap().remove(0).status == "struck";
    until("the strike in the other case", struck).await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    running.stop().await;
    assert_eq!(strikes(&store).await, []);
    assert_eq!(store.duties_of(case(1), "", 10).await.unwrap().remove(0).status, "open");
}

#[tokio::test]
async fn two_processes_strike_once_between_them() {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    let (database, hands) = (server(&cluster).await, Hands::at(MARCH));
    let (one, other) = (start(&database, &hands, "").await, start(&database, &hands, "").await);
    recorded(&one, &[opens(case(1)), accepts_platform(case(1)), offers(case(1))]).await;
    hands.advance(40);
    let store = Store::open(&database.parse().unwrap()).await.unwrap();
    until("the strike", async || !strikes(&store).await.is_empty()).await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let struck = strikes(&store).await;
    let duties: std::collections::BTreeSet<String> = struck.iter().map(text).collect();
    assert_eq!(duties.len(), struck.len());
    assert_eq!(struck.len(), 1, "{struck:?}");
    one.stop().await;
    other.stop().await;
}

#[tokio::test]
async fn a_clock_that_is_ahead_of_the_databases_strikes_nothing() {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    let (database, hands) = (server(&cluster).await, Hands::at(MARCH));
    let now = MARCH.parse::<Moment>().unwrap();
    cluster.take_clock("postgres", now.millis()).unwrap();
    let running = start(&database, &hands, "").await;
    recorded(&running, &[opens(case(1)), accepts_platform(case(1)), offers(case(1))]).await;
    hands.advance(40);
    let store = Store::open(&database.parse().unwrap()).await.unwrap();
    let ahead = format!("xinxieshang_clock_ahead_milliseconds {}", 40 * 86_400_000_i64);
    until("the figure", async || get(running.operators, "/metrics").await.body.contains(&ahead)).await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert_eq!(strikes(&store).await, [], "struck before it is due");
    let leases = format!("select count(*) from lease where until_ms > {}", now.plus_millis(86_400_000).millis());
    assert_eq!(cluster.sql("postgres", &leases).unwrap(), "0", "nobody waits for what it took");
    cluster.set_clock(now.plus_millis(40 * 86_400_000).millis()).unwrap();
    until("the strike", async || !strikes(&store).await.is_empty()).await;
    running.stop().await;
    assert_eq!(strikes(&store).await.len(), 1);
}
