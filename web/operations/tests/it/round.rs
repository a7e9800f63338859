//! There and back: what was restored is what was backed up, at one moment, whatever went on meanwhile.

use operations::{Archive, Heads, Law, backup, drill, restore};

use crate::support::{KINDS, Kind, Scene, case, empty, now, offers, opens, quiet, rows};

#[tokio::test]
async fn a_backup_is_restored_row_by_row_into_either_database() {
    for kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let scene = Scene::filled(empty(kind, &folder, "source").await, 5).await;
        let archive = Archive::at(&folder.path().join("backups"));
        let made = backup(&scene.place, &archive, now(), &quiet).await.unwrap();
        assert_eq!((made.manifest.cases, made.heads.lines().count()), (5, 5));
        let place = scene.stop().await;
        let wanted = Heads::read(&made.heads).unwrap();
        for target in KINDS {
            let to = empty(target, &folder, "target").await;
            let (name, filled) = restore(&archive, None, &to, Law::All, &wanted, &quiet).await.unwrap();
            assert_eq!(name, made.name);
            assert_eq!((filled.cases, filled.replayed, filled.records), (5, 5, 10));
            assert_eq!(rows(&to).await, rows(&place).await, "{kind:?} to {target:?}");
            // The restored store takes the next act where the old one stopped.
            let again = Scene::at(to).await;
            again.submit(offers(1)).await;
            assert_eq!(again.store.head(case(1)).await.unwrap().unwrap().seq, 3);
            again.stop().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_load_is_one_moment() {
    for kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let scene = Scene::at(empty(kind, &folder, "source").await).await;
        let writer = scene.writer.clone();
        let load = tokio::spawn(async move {
            for n in 1..=400 {
                writer.submit(store::Submission::new(opens(n))).await.unwrap();
                writer.submit(store::Submission::new(crate::support::accepts(n))).await.unwrap();
            }
        });
        let archive = Archive::at(&folder.path().join("backups"));
        let mut cases = Vec::new();
        while !load.is_finished() {
            let made = backup(&scene.place, &archive, now(), &quiet).await.unwrap();
            let to = empty(Kind::File, &folder, &format!("target{}", cases.len())).await;
            let wanted = Heads::read(&made.heads).unwrap();
            let (_, filled) = restore(&archive, Some(&made.name), &to, Law::OneIn(8), &wanted, &quiet).await.unwrap();
            assert_eq!(filled.cases, made.manifest.cases);
            assert!(filled.records == 2 * filled.cases || filled.records + 1 == 2 * filled.cases, "{filled:?}");
            cases.push(filled.cases);
        }
        load.await.unwrap();
        assert!(cases.windows(2).all(|pair| pair[0] <= pair[1]), "{cases:?}");
        assert!(cases.len() >= 2, "{cases:?}");
        scene.stop().await;
    }
}

#[tokio::test]
async fn the_next_backup_writes_only_what_changed_and_the_copy_takes_only_that() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::filled(empty(Kind::File, &folder, "source").await, 40).await;
    let (archive, second) = (Archive::at(&folder.path().join("one")), Archive::at(&folder.path().join("two")));
    let first = backup(&scene.place, &archive, now(), &quiet).await.unwrap();
    assert_eq!(first.segments, first.new_segments);
    assert_eq!(archive.copy_to(&first.name, &second).unwrap(), first.segments);
    let same = backup(&scene.place, &archive, now().plus_millis(1_000), &quiet).await.unwrap();
    assert_eq!((same.new_segments, same.new_bytes), (0, 0));
    scene.submit(offers(40)).await;
    let third = backup(&scene.place, &archive, now().plus_millis(2_000), &quiet).await.unwrap();
    assert!((1..first.segments).contains(&third.new_segments), "{third:?}");
    // The files of the cases are among what stayed: most of the bytes.
    assert!(third.new_bytes * 2 < first.new_bytes, "{} of {}", third.new_bytes, first.new_bytes);
    assert_eq!(archive.copy_to(&third.name, &second).unwrap(), third.new_segments);
    assert_eq!(archive.names().unwrap().len(), 3);
    let wanted = Heads::read(&third.heads).unwrap();
    let to = empty(Kind::File, &folder, "target").await;
    restore(&second, None, &to, Law::All, &wanted, &quiet).await.unwrap();
    // Only what the newest backup needs stays, and it is whole.
    assert_eq!(archive.prune(1).unwrap(), [first.name, same.name]);
    let to = empty(Kind::File, &folder, "pruned").await;
    restore(&archive, None, &to, Law::None, &wanted, &quiet).await.unwrap();
    let files = walk(&folder.path().join("one/segments"));
    assert_eq!(files.len() as u64, third.segments);
    scene.stop().await;
}

/// Every file below a folder.
pub(crate) fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() { files.extend(walk(&entry.path())) } else { files.push(entry.path()) }
    }
    files.sort();
    files
}

#[tokio::test]
async fn a_drill_goes_all_the_way_and_leaves_the_backup_alone() {
    for kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let scene = Scene::filled(empty(kind, &folder, "source").await, 3).await;
        let archive = Archive::at(&folder.path().join("backups"));
        let scratch = tempfile::tempdir().unwrap();
        let half = std::cell::Cell::new(false);
        let drilled = drill(&scene.place, &archive, scratch.path(), now(), &|| half.set(true), &quiet).await.unwrap();
        assert!(half.get());
        assert_eq!((drilled.filled.cases, drilled.filled.replayed), (3, 3));
        assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 0, "the scratch file is gone");
        assert_eq!(archive.names().unwrap(), [drilled.made.name]);
        scene.stop().await;
    }
}
