//! The application's role on a server can add records, and neither change nor remove them.

use std::sync::Arc;

use negotiation::LawBook;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Executor};
use store::{Chore, Place, Store, Submission, WriterOptions};

use crate::server;
use crate::support::{EMPLOYER, case, opens, records_document};

#[tokio::test]
async fn the_role_of_the_application_adds_and_cant_alter() {
    let owner = server::database().await;
    let mut admin = owner.parse::<PgConnectOptions>().unwrap().connect().await.unwrap();
    admin.execute("create role \"app-role\" login").await.unwrap();
    let place: Place = owner.parse().unwrap();
    store::grant(&place, "app-role").await.unwrap();
    store::grant(&place, "app-role").await.unwrap();
    let app = owner.replace("postgres://postgres@", "postgres://app-role@");
    let store = Store::open(&app.parse().unwrap()).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap());
    let (writer, _task) = store.writer(book, WriterOptions::default()).await.unwrap();
    writer.submit(Submission::new(opens(case(1), EMPLOYER))).await.unwrap();
    assert_eq!(writer.submit(Submission::new(records_document(case(1), 1))).await.unwrap().act.seq, 2);
    for chore in crate::support::every_account_chore() {
        assert!(writer.chore(Chore::Account(chore.clone())).await.unwrap(), "{chore:?}");
    }
    for chore in crate::support::every_people_chore() {
        assert!(writer.chore(Chore::People(chore.clone())).await.unwrap(), "{chore:?}");
    }
    let notice = Chore::Notice { account: uuid::Uuid::from_u128(1), notice: store::Notice::Daily };
    assert!(writer.chore(notice).await.unwrap());
    for chore in crate::support::every_caucus_chore() {
        assert!(writer.chore(Chore::Caucus(chore.clone())).await.unwrap(), "{chore:?}");
    }
    crate::support::every_ballot_write(&store, &writer).await;
    let mut intruder = app.parse::<PgConnectOptions>().unwrap().connect().await.unwrap();
    for sql in [
        "update record set struck = 0",
        "delete from record",
        "truncate record cascade",
        "delete from case_head",
        "update document set number = number",
        "update outbox set payload = payload",
        "update read_log set what = what",
        "delete from read_log",
        "delete from inbox_acceptance",
        "delete from account",
        "update account set login = login",
        "update ballot set definition = definition",
        "update ballot_voter set person = person",
        "update ballot_roll_name set person_id = person_id",
        "delete from ballot_roll_name",
        "update ballot_challenge set kind = kind",
        "delete from ballot_challenge",
        "update ballot_objection set kind = kind",
        "delete from ballot_objection",
        "delete from ballot_register",
        "update caucus_note set at_ms = 0",
        "delete from caucus_note",
        "create table mine (id int)",
        "alter table record disable trigger all",
    ] {
        let error = intruder.execute(sql).await.unwrap_err().to_string();
        assert!(error.contains("permission denied") || error.contains("must be owner"), "{sql}: {error}");
    }
}
