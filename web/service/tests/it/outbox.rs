//! A record's message reaches everyone in the case who has an address, and waits where it can't.

use law::time::Moment;
use negotiation::LawBook;
use serde::Serialize;
use std::sync::Arc;
use store::{Chore, Person, Place, Store, WriterOptions};

use crate::mail::MailServer;
use crate::support::{Hands, case, file, opens, recorded, start, until};

const MARCH: &str = "2026-03-02T09:00:00.000+08:00";

#[derive(Serialize)]
struct Fields {
    #[serde(skip_serializing_if = "Option::is_none")]
    mail: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'static str>,
    name: &'static str,
}

/// Puts persons with addresses (of mail, or after `phone:`) into the case, before the service runs.
pub(crate) async fn keep_persons<const N: usize>(database: &str, mails: [(&str, &'static str); N]) {
    let store = Store::open(&Place::File(database.into())).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap());
    let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
    for (id, mail) in mails {
        let phone = mail.strip_prefix("phone:");
        let fields = Fields { mail: Some(mail).filter(|_| phone.is_none()), phone, name: "张三（虚构）" };
        let person = Person::new(id, [7; 32], &fields).unwrap();
        writer.chore(Chore::Person { case: case(1), person }).await.unwrap();
    }
    drop(writer);
    task.stopped().await;
    store.close().await;
}

pub(crate) fn settings(server: &MailServer) -> String {
    format!(
        "[mail]\nfrom = \"薪协商 <no-reply@example.org>\"\nhost = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"",
        server.address.port()
    )
}

async fn waiting(database: &str) -> Vec<store::Message> {
    let store = Store::open(&Place::File(database.into())).await.unwrap();
    store.outbox_due(Moment::from_millis(i64::MAX), 100).await.unwrap()
}

#[tokio::test]
async fn everyone_with_an_address_gets_one_mail_with_a_name_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    keep_persons(&database, [("p-a", "a@example.org"), ("p-b", "b@example.org")]).await;
    let server = MailServer::at("127.0.0.1:0").await;
    let running = start(&database, &Hands::at(MARCH), &settings(&server)).await;
    recorded(&running, &[opens(case(1))]).await;
    until("two mails", async || server.mails().len() == 2).await;
    until("an empty outbox", async || waiting(&database).await.is_empty()).await;
    running.stop().await;
    let mails = server.mails();
    for (to, part) in [("a@example.org", 1), ("b@example.org", 2)] {
        let own: Vec<&String> = mails.iter().filter(|mail| mail.contains(&format!("RCPT TO:<{to}>"))).collect();
        assert_eq!(own.len(), 1, "{mails:?}");
        assert!(own[0].contains(&format!("Message-ID: <msg_{}_1_{part}@example.org>", case(1).simple())), "{}", own[0]);
        assert!(!own[0].contains("张三"), "no name travels by mail");
    }
}

#[tokio::test]
async fn mail_waits_for_a_server_that_is_down_and_goes_out_when_it_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let (database, hands) = (file(folder.path()), Hands::at(MARCH));
    keep_persons(&database, [("p-a", "a@example.org")]).await;
    let server = MailServer::at("127.0.0.1:0").await;
    let (address, settings) = (server.address, settings(&server));
    drop(server);
    let running = start(&database, &hands, &settings).await;
    recorded(&running, &[opens(case(1))]).await;
    until("a failed attempt", async || waiting(&database).await.iter().any(|mail| mail.attempts == 1)).await;
    let problem = waiting(&database).await[0].problem.clone().unwrap();
    assert!(problem.contains("邮件没有送出"), "{problem}");
    let server = MailServer::at(&address.to_string()).await;
    hands.advance(1);
    until("the mail", async || server.mails().len() == 1).await;
    until("an empty outbox", async || waiting(&database).await.is_empty()).await;
    running.stop().await;
}

#[tokio::test]
async fn an_address_that_the_server_refuses_is_shown_and_keeps_nobody_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    keep_persons(&database, [("p-a", "nobody@example.org"), ("p-b", "b@example.org")]).await;
    let server = MailServer::at("127.0.0.1:0").await;
    let running = start(&database, &Hands::at(MARCH), &settings(&server)).await;
    recorded(&running, &[opens(case(1))]).await;
    until("the other's mail", async || server.mails().len() == 1).await;
    until("the problem", async || waiting(&database).await.iter().any(|mail| mail.problem.is_some())).await;
    let left = waiting(&database).await;
    assert_eq!(left.len(), 1);
    let day = left[0].next_at.millis() - MARCH.parse::<Moment>().unwrap().millis();
    assert_eq!((left[0].audience.as_str(), day), ("p-a", 86_400_000), "{left:?}");
    running.stop().await;
}

#[tokio::test]
async fn what_a_process_took_whose_clock_was_days_ahead_doesnt_rest_for_days() {
    let folder = tempfile::tempdir().unwrap();
    let (database, hands) = (file(folder.path()), Hands::at(MARCH));
    keep_persons(&database, [("p-a", "a@example.org"), ("p-b", "b@example.org")]).await;
    // It takes all jobs, and dies with them.
    let store = Store::open(&Place::File(database.clone().into())).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap());
    let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
    let now = MARCH.parse::<Moment>().unwrap().plus_millis(2 * 86_400_000);
    for name in ["clock", "outbox", "reminders", "ballots"] {
        let (until, latest) = (now.plus_millis(10_000), now.plus_millis(5 * 3_600_000));
        let lease = Chore::Lease { name: name.to_owned(), holder: case(9), now, until, latest };
        assert!(writer.chore(lease).await.unwrap());
    }
    let server = MailServer::at("127.0.0.1:0").await;
    let running = start(&database, &hands, "").await;
    recorded(&running, &[opens(case(1))]).await;
    until("the messages", async || waiting(&database).await.len() == 2).await;
    running.stop().await;
    for message in waiting(&database).await {
        let claim = Chore::Claim { id: message.id, seen: message.next_at, until: now.plus_millis(60_000) };
        assert!(writer.chore(claim).await.unwrap());
    }
    drop(writer);
    task.stopped().await;
    let running = start(&database, &hands, &settings(&server)).await;
    until("the mails", async || server.mails().len() == 2).await;
    running.stop().await;
}
