//! A ballot closes by the clock though nobody looks, and those who took nothing yet are reminded by day, twice at most.

use ballot::{Definition, Key, Mark, Question, check, read};
use law::time::Moment;
use ledger::Digest;
use negotiation::LawBook;
use std::sync::Arc;
use store::{
    AccountChore, BallotChore, BoxKey, Chore, Decide, Hidden, NewBallot, PeopleChore, Place, Store, StoredAccount,
    Writer, WriterOptions,
};
use uuid::Uuid;

use crate::support::{Hands, case, file, start, until};

const ID: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0b01);
/// 甲 has voted, 乙 hasn't, 丙 has no phone, 丁 no account.
const PHONES: [Option<&str>; 3] = [Some("13800000001"), Some("13800000002"), None];

fn account(n: usize) -> Uuid {
    Uuid::from_u128(100 + n as u128)
}

async fn opened(store: &Store, writer: &Writer, opened_at: &str, closes_at: &str) {
    let key = Key::derive([5; 32], ID).unwrap();
    let lying = BoxKey { secret: Hidden(key.secret().0), salt: Hidden([6; 32]) };
    store.put_box_up(ID, &lying, 4).await.unwrap();
    let definition = Definition {
        ballot: ID,
        case: case(1),
        closes_at: closes_at.parse().unwrap(),
        key: key.public(),
        opened_at: opened_at.parse().unwrap(),
        question: Question::Draft { terms: Digest::sha256(b"terms") },
        reveals: true,
        roll: None,
        round: None,
        voters: 4,
    };
    let mut voters: Vec<(String, String)> = Vec::new();
    for (n, phone) in PHONES.into_iter().enumerate() {
        let id = account(n);
        let account = StoredAccount {
            id,
            login: format!("p-{n}"),
            name: format!("代表{n}（虚构）"),
            password: Hidden("-".to_owned()),
            second_factor: None,
            created_at: definition.opened_at,
            disabled_at: None,
        };
        assert!(writer.chore(Chore::Account(AccountChore::Create(account))).await.unwrap());
        if let Some(phone) = phone {
            let chore =
                PeopleChore::SetPhone { account: id, phone: Hidden(phone.to_owned()), at: definition.opened_at };
            writer.chore(Chore::People(chore)).await.unwrap();
        }
        voters.push((id.to_string(), format!("代表{n}（虚构）")));
    }
    voters.push((String::new(), "丁（虚构）".to_owned()));
    let new = NewBallot {
        case: case(1),
        ballot: ID,
        closes_at: definition.closes_at,
        definition: ledger::canonical::to_vec(&definition).unwrap(),
        voters,
    };
    assert!(writer.chore(Chore::Ballot(BallotChore::Open(new))).await.unwrap());
    let mark = BallotChore::Mark { case: case(1), ballot: ID, voter: 0, mark: Mark::Plain };
    assert!(writer.chore(Chore::Ballot(mark)).await.unwrap());
}

/// To which phones something goes out, and what.
async fn shorts(store: &Store) -> Vec<(String, String)> {
    let all = store.short_newest(Uuid::max(), 100).await.unwrap();
    all.into_iter().map(|short| (short.phone.unwrap().0, short.text.unwrap().0)).collect()
}

async fn settled() {
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
}

#[tokio::test]
async fn who_took_nothing_is_reminded_twice_at_most_and_the_ballot_closes_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    let store = Store::open(&Place::File(database.clone().into())).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap()) as Arc<dyn Decide>;
    let (writer, _task) = store.writer(book, WriterOptions::default()).await.unwrap();
    opened(&store, &writer, "2026-03-02T09:00:00+08:00", "2026-03-05T20:00:00+08:00").await;

    let night = Hands::at("2026-03-04T21:00:00+08:00");
    let running = start(&database, &night, "").await;
    settled().await;
    assert_eq!(shorts(&store).await, [], "nobody is reminded at night");
    running.stop().await;

    let hands = Hands::at("2026-03-05T09:00:00+08:00");
    let running = start(&database, &hands, "").await;
    until("the first reminder", async || !shorts(&store).await.is_empty()).await;
    settled().await;
    let told = shorts(&store).await;
    assert_eq!(told.len(), 1, "whoever has taken something, has no phone or no account gets none: {told:?}");
    assert_eq!(told[0].0, "13800000002");
    assert!(told[0].1.contains("2026年3月5日 20:00") || told[0].1.contains("2026-03-05 20:00"), "{told:?}");
    assert!(!["同意", "反对", "弃权"].iter().any(|choice| told[0].1.contains(choice)));
    running.stop().await;

    let evening = Hands::at("2026-03-05T18:30:00+08:00");
    let running = start(&database, &evening, "").await;
    until("the second", async || shorts(&store).await.len() == 2).await;
    settled().await;
    assert_eq!(shorts(&store).await.len(), 2, "and no third");
    assert_eq!(store.ballot(ID).await.unwrap().unwrap().bundle, None, "it is still open");
    running.stop().await;

    let close: Moment = "2026-03-05T20:00:00+08:00".parse().unwrap();
    let running = start(&database, &Hands::at(&close.to_string()), "").await;
    until("the list", async || store.ballot(ID).await.unwrap().unwrap().bundle.is_some()).await;
    let bundle = read(&store.ballot(ID).await.unwrap().unwrap().bundle.unwrap()).unwrap();
    assert!(check(&bundle, None).holds() && bundle.issued.plain == 1);
    until("the box is gone", async || store.box_key(ID).await.unwrap().is_none()).await;
    running.stop().await;
    assert_eq!(store.ballot_reminders(case(1), ID).await.unwrap().len(), 2);
}
