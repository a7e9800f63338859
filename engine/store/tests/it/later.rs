//! A program runs on the tables of a newer one, so that a new version can run beside the old.

use store::{Place, examine};

use super::ON;
use crate::support::{EMPLOYER, Scene, accepts_platform, case, opens, records_document};

#[tokio::test]
async fn an_older_program_goes_on_with_tables_of_a_newer_one() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let mut newer = scene.intruder().await;
    for sql in [
        "create table of_later (id integer primary key)",
        "alter table case_list add column of_later text",
        "alter table outbox add column of_later text default 'later'",
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
        values (99999, 'of later', true, x'00', 1)",
    ] {
        newer.execute(sql).await.unwrap();
    }
    // The one that runs isn't disturbed, and the next one starts.
    scene.submit(accepts_platform(case(1))).await.unwrap();
    let scene = scene.reopened().await;
    assert_eq!(scene.submit(records_document(case(1), 1)).await.unwrap().act.seq, 3);
    assert_eq!(scene.store.records_after(case(1), 0, 10).await.unwrap().len(), 3);
    assert_eq!(scene.store.case(case(1)).await.unwrap().unwrap().stage, "idle");
    store::migrate(&scene.place).await.unwrap();
    let place: &Place = &scene.place;
    assert!(examine(place).await.unwrap().last_record.is_some());
    assert_eq!(scene.count("select count(*) from _sqlx_migrations where version = 99999").await, 1);
}
