//! Deadlines after a restore and after a move: nothing is struck before its day, and then once, dated by the law, also
//! where it was struck before in what the backup doesn't know of.

use std::sync::Arc;
use std::time::Duration;

use cluster::{Cluster, Sync};
use law::time::Moment;
use messages::Catalogue;
use negotiation::LawBook;
use operations::{Archive, Heads, Law, backup, move_store, restore};
use service::{Config, Further, Service};
use store::{Place, Store, StoredRecord};

use crate::support::{Scene, accepts, case, now, offers, opens, quiet};

const DAY: i64 = 86_400_000;

async fn strikes(database: &str) -> Vec<StoredRecord> {
    let store = Store::open(&database.parse().unwrap()).await.unwrap();
    let records = store.records_after(case(1), 0, 100).await.unwrap();
    store.close().await;
    records.into_iter().filter(|record| record.command == "strike_clock").collect()
}

/// Serves a database whose service's clock shows an instant until so many deadlines are struck, and for some rounds more,
/// in which nothing may happen.
async fn served(database: &str, now: Moment, wanted: usize) {
    let text = format!(
        "database = \"{database}\"\ntick_ms = 100\n\
        [listen]\naddress = \"127.0.0.1:0\"\noperators = \"127.0.0.1:0\"\n"
    );
    let texts = [law::MESSAGES, negotiation::MESSAGES, store::MESSAGES, service::MESSAGES];
    let (config, texts) = (Config::read(&text).unwrap(), Arc::new(Catalogue::new(&texts).unwrap()));
    let book = Arc::new(LawBook::builtin().unwrap());
    let service = Service { clock: Arc::new(move || now), config, book, further: Further::default(), texts };
    let running = service.start().await.unwrap();
    for _ in 0..600 {
        if strikes(database).await.len() >= wanted {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    running.stop().await;
}

/// `sets` shows an instant on the database's own clock.
async fn strikes_once(database: &str, due: Moment, sets: &dyn Fn(Moment)) {
    let before = due.plus_millis(-1_000);
    sets(before);
    served(database, before, 0).await;
    assert_eq!(strikes(database).await, [], "{database}: struck before its day");
    for days in [20, 21] {
        let after = due.plus_millis(days * DAY);
        sets(after);
        served(database, after, 1).await;
    }
    let struck = strikes(database).await;
    assert_eq!(struck.len(), 1, "{database}: {struck:?}");
    let text = String::from_utf8(struck[0].bytes.clone()).unwrap();
    assert!(text.contains(&format!("\"at\":\"{due}\",\"citation\"")) && struck[0].at > due, "{database}: {text}");
}

// ZJ-CC 7: an answer within fifteen days; the breach is dated 24:00 of the last day.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deadline_is_struck_once_and_not_before_its_day_after_a_restore_and_a_move() {
    let (folder, mut cluster) = (tempfile::tempdir().unwrap(), Cluster::start(Sync::Memory).unwrap());
    let file = |name: &str| folder.path().join(name).display().to_string();
    let source = file("source.sqlite");
    let scene = Scene::at(source.parse().unwrap()).await;
    for act in [opens(1), accepts(1), offers(1)] {
        scene.submit(act).await;
    }
    let due = scene.store.duties_of(case(1), "", 10).await.unwrap().remove(0).due_at;
    let archive = Archive::at(&folder.path().join("backups"));
    let made = backup(&scene.place, &archive, now(), &quiet).await.unwrap();
    scene.stop().await;
    served(&source, due.plus_millis(20 * DAY), 1).await;
    assert_eq!(strikes(&source).await.len(), 1, "after the backup");
    let servers = ["restored", "moved"].map(|name| {
        cluster.create_database(name).unwrap();
        cluster.url(name)
    });
    for url in &servers {
        store::migrate(&url.parse().unwrap()).await.unwrap();
    }
    let (heads, moving) = (Heads::read(&made.heads).unwrap(), file("moving.sqlite"));
    for to in [&file("restored.sqlite"), &moving, &servers[0]] {
        let to: Place = to.parse().unwrap();
        restore(&archive, None, &to, Law::All, &heads, &quiet).await.unwrap();
    }
    let to: Place = servers[1].parse().unwrap();
    move_store(&moving.parse().unwrap(), &to, now(), Law::All, &quiet).await.unwrap();
    strikes_once(&file("restored.sqlite"), due, &|_| {}).await;
    for (name, url) in ["restored", "moved"].iter().zip(&servers) {
        cluster.take_clock(name, due.plus_millis(-DAY).millis()).unwrap();
        strikes_once(url, due, &|now| cluster.set_clock(now.millis()).unwrap()).await;
    }
}
