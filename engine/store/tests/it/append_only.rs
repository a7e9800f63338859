//! Records, heads, leaves and reference rows can't be changed or removed, not even by whoever has the file open.

use super::ON;
use crate::support::{EMPLOYER, Kind, Scene, case, opens};

#[tokio::test]
async fn a_stored_row_is_neither_changed_nor_deleted_nor_replaced() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let mut intruder = scene.intruder().await;
    for sql in [
        "update record set bytes = x'00'",
        "update record set at_ms = at_ms + 1",
        "delete from record",
        match ON {
            Kind::File => {
                "insert or replace into record select case_id, seq, act_id, at_ms, command, struck, x'00', hash from record"
            }
            Kind::Server => "truncate record cascade",
        },
        "update case_head set seq = 1, hash = zeroblob(32)",
        "delete from case_head",
        "update pending_leaf set hash = zeroblob(32)",
    ] {
        let error = intruder.execute(sql).await.unwrap_err();
        assert!(error.contains("never") || error.contains("only moves forward"), "{sql}: {error}");
    }
    assert_eq!(scene.count("select count(*) from record where length(bytes) > 100").await, 1);
}

#[tokio::test]
async fn an_erasable_row_is_only_ever_erased() {
    let scene = Scene::on(ON).await;
    let mut intruder = scene.intruder().await;
    intruder
        .execute(match ON {
            Kind::File => "insert into person values (zeroblob(16), 'p', zeroblob(32), zeroblob(32), x'7b7d', null)",
            Kind::Server => {
                "insert into person values (gen_random_uuid(), 'p', zeroblob(32), zeroblob(32), x'7b7d', null)"
            }
        })
        .await
        .unwrap();
    assert!(intruder.execute("update person set fields = x'00'").await.is_err());
    assert!(intruder.execute("delete from person").await.is_err());
    intruder.execute("update person set salt = null, fields = null, erased_at_ms = 1").await.unwrap();
    assert!(intruder.execute("update person set erased_at_ms = 2").await.is_err());
}
