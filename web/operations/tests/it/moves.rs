//! A move takes everything along, or nothing.

use operations::{Law, OperationError, move_store};
use store::{Chore, StoreError};

use crate::support::{KINDS, Kind, Scene, case, empty, now, offers, quiet, rows};

#[tokio::test]
async fn everything_is_there_after_a_move_and_goes_on() {
    for (from, to) in [(Kind::File, Kind::Server), (Kind::Server, Kind::File), (Kind::File, Kind::File)] {
        let folder = tempfile::tempdir().unwrap();
        let source = Scene::filled(empty(from, &folder, "source").await, 30).await.stop().await;
        let target = empty(to, &folder, "target").await;
        let filled = move_store(&source, &target, now(), Law::OneIn(10), &quiet).await.unwrap();
        assert_eq!((filled.cases, filled.records), (30, 60));
        assert!((1..30).contains(&filled.replayed), "{filled:?}");
        assert_eq!(rows(&target).await, rows(&source).await);
        let scene = Scene::at(target.clone()).await;
        for n in 1..=30 {
            assert_eq!(scene.store.head(case(n)).await.unwrap().unwrap().seq, 2);
        }
        scene.submit(offers(1)).await;
        scene.stop().await;
        let again = move_store(&source, &target, now(), Law::None, &quiet).await;
        match to {
            Kind::File => assert!(matches!(again, Err(OperationError::Present { .. })), "{again:?}"),
            Kind::Server => {
                assert!(matches!(again, Err(OperationError::Store(StoreError::NotEmpty { .. }))), "{again:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_source_that_is_served_stays_where_it_is() {
    for kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let scene = Scene::filled(empty(kind, &folder, "source").await, 1).await;
        let until = now().plus_millis(10_000);
        let lease = Chore::Lease { name: "clock".to_owned(), holder: case(1), now: now(), until, latest: until };
        scene.writer.chore(lease).await.unwrap();
        let target = empty(Kind::File, &folder, "target").await;
        let refused = move_store(&scene.place, &target, now(), Law::All, &quiet).await;
        assert!(matches!(refused, Err(OperationError::Served { .. })), "{refused:?}");
        let source = scene.stop().await;
        move_store(&source, &target, until, Law::All, &quiet).await.unwrap();
    }
}
