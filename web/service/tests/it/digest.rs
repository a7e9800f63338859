//! Reminders go out as each person wants them; what is no reminder goes out to everybody at once.

use std::sync::Arc;

use law::time::Moment;
use negotiation::LawBook;
use serde_json::json;
use store::{AccountChore, Chore, Hidden, MAX_PAGE, Notice, Person, Place, Store, StoredAccount, WriterOptions};
use uuid::Uuid;

use crate::mail::MailServer;
use crate::support::{Hands, case, file, opens, recorded, start, until};

const PEOPLE: [(u128, &str, Notice); 3] = [
    (1, "daily@example.org", Notice::Daily),
    (2, "last@example.org", Notice::LastDay),
    (3, "each@example.org", Notice::AtOnce),
];

async fn chores(database: &str, chores: Vec<Chore>) {
    let store = Store::open(&Place::File(database.into())).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap());
    let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
    for chore in chores {
        assert!(writer.chore(chore.clone()).await.unwrap(), "{chore:?}");
    }
    drop(writer);
    task.stopped().await;
    store.close().await;
}

fn people(at: Moment) -> Vec<Chore> {
    let of = |(n, mail, notice): (u128, &str, Notice)| {
        let id = Uuid::from_u128(n);
        let account = StoredAccount {
            id,
            login: format!("person-{n}"),
            name: "张三（虚构）".to_owned(),
            password: Hidden(String::new()),
            second_factor: None,
            created_at: at,
            disabled_at: None,
        };
        let person = Person::new(&id.to_string(), [7; 32], &json!({ "mail": mail, "name": "张三（虚构）" })).unwrap();
        let account = Chore::Account(AccountChore::Create(account));
        let mut all = vec![account, Chore::Person { case: case(1), person }];
        if notice != Notice::default() {
            all.push(Chore::Notice { account: id, notice });
        }
        all
    };
    PEOPLE.into_iter().flat_map(of).collect()
}

fn reminds(duty: &str, due: &str, at: Moment) -> Chore {
    let payload = json!({ "due": due, "duty": duty, "text": "企业方应当答复。" }).to_string();
    Chore::Remind { case: case(1), duty: duty.to_owned(), days: 2, at, payload }
}

#[tokio::test]
async fn each_person_is_reminded_as_they_chose_and_told_of_records_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    let hands = Hands::at("2026-03-02T08:10:00.000+08:00");
    let at: Moment = "2026-03-02T08:10:00.000+08:00".parse().unwrap();
    chores(&database, people(at)).await;
    let server = MailServer::at("127.0.0.1:0").await;
    let settings = format!(
        "[mail]\nfrom = \"薪协商 <no-reply@example.org>\"\nhost = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"",
        server.address.port()
    );
    let to = |mail: &str| server.mails().iter().filter(|one| one.contains(&format!("RCPT TO:<{mail}>"))).count();
    let counts = || PEOPLE.map(|(_, mail, _)| to(mail));
    let running = start(&database, &hands, &settings).await;
    recorded(&running, &[opens(case(1))]).await;
    until("a mail about the record for everybody", async || counts() == [1, 1, 1]).await;
    running.stop().await;

    let near = [reminds("a", "2026-03-04", at), reminds("b", "2026-03-05", at), reminds("c", "2026-03-02", at)];
    chores(&database, near.into()).await;
    let running = start(&database, &hands, &settings).await;
    until("what was due today, and each by itself for who wants that", async || counts() == [2, 2, 4]).await;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    assert_eq!(counts(), [2, 2, 4], "the rest waits for nine, or isn't wanted");
    hands.advance(1);
    until("the message of the day", async || counts() == [3, 2, 4]).await;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    assert_eq!(counts(), [3, 2, 4], "two reminders in one message, once");
    running.stop().await;

    let store = Store::open(&Place::File(database.into())).await.unwrap();
    let all = store.messages_of(case(1), None, MAX_PAGE).await.unwrap();
    let daily = Uuid::from_u128(1).to_string();
    let own = all.iter().filter(|one| one.message.audience == daily && one.message.kind == "reminder");
    assert!(own.clone().count() == 3 && own.clone().all(|one| one.sent_at.is_some()), "both are noted as sent");
    store.close().await;
}
