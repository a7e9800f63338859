//! A ballot closes by the clock though nobody looks, and those who took nothing yet are reminded by day, twice at most.

use ballot::{Bundle, Definition, Key, Mark, Question, Secret, check, read};
use law::time::Moment;
use ledger::Digest;
use negotiation::LawBook;
use service::Desk;
use service::ballots::{Ballot, Ending};
use std::sync::Arc;
use store::{
    AccountChore, BallotChore, BoxKey, Chore, Decide, Hidden, NewBallot, PeopleChore, Place, RosterDraft, RosterPerson,
    Store, StoredAccount, Writer, WriterOptions,
};
use uuid::Uuid;

use crate::support::{Hands, case, file, opens, recorded, start, until};

const ID: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0b01);
/// 甲 has voted, 乙 hasn't, 丙 has no phone, 丁 no account: they stand on the roster of the employer, where there is one.
const PHONES: [Option<&str>; 3] = [Some("13800000001"), Some("13800000002"), None];

const ON_ROSTER: Uuid = Uuid::from_u128(300);

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
        meeting: None,
        objection_days: None,
        opened_at: opened_at.parse().unwrap(),
        question: Question::Draft { terms: Digest::sha256(b"terms") },
        reveals: true,
        roll: None,
        roll_digest: None,
        round: None,
        voters: 4,
    };
    let mut voters: Vec<String> = Vec::new();
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
        voters.push(id.to_string());
    }
    voters.push(ON_ROSTER.to_string());
    let new = NewBallot {
        case: case(1),
        ballot: ID,
        closes_at: definition.closes_at,
        definition: ledger::canonical::to_vec(&definition).unwrap(),
        links: Vec::new(),
        messages: Vec::new(),
        roll: ID,
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
    assert!(!store.ballot(ID).await.unwrap().unwrap().closed, "it is still open");
    running.stop().await;

    let close: Moment = "2026-03-05T20:00:00+08:00".parse().unwrap();
    let running = start(&database, &Hands::at(&close.to_string()), "").await;
    until("the list", async || store.ballot(ID).await.unwrap().unwrap().closed).await;
    let bundle = read(&store.ballot_list(case(1), ID).await.unwrap().unwrap()).unwrap();
    assert!(check(&bundle, None).holds() && bundle.issued.plain == 1);
    until("the box is gone", async || store.closed_boxes().await.unwrap().is_empty()).await;
    running.stop().await;
    assert_eq!(store.ballot_reminders(case(1), ID).await.unwrap().len(), 2);
}

/// Whoever stands on the roll by the roster is reached by its phone though they never came in, until they are erased there.
#[tokio::test]
async fn who_is_on_the_roll_by_the_roster_is_reminded_by_its_phone() {
    const EMPLOYER: &str = "91330784MA0DEM0056";
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    let running = start(&database, &Hands::at("2026-03-02T09:00:00.000+08:00"), "").await;
    recorded(&running, &[opens(case(1))]).await;
    running.stop().await;
    let store = Store::open(&Place::File(database.clone().into())).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap()) as Arc<dyn Decide>;
    let (writer, _task) = store.writer(book, WriterOptions::default()).await.unwrap();
    opened(&store, &writer, "2026-03-02T09:00:00+08:00", "2026-03-05T20:00:00+08:00").await;
    let at: Moment = "2026-03-02T09:00:00+08:00".parse().unwrap();
    let draft = RosterDraft {
        id: Uuid::from_u128(301),
        employer: EMPLOYER.to_owned(),
        account: account(0),
        at,
        rows: Hidden(Vec::new()),
    };
    let person = RosterPerson {
        id: ON_ROSTER,
        name: Hidden("丁（虚构）".to_owned()),
        phone: Hidden("13800000004".to_owned()),
        number: String::new(),
        post: String::new(),
        constituency: String::new(),
        sex: String::new(),
        delegate: true,
        account: None,
    };
    let import = PeopleChore::Import { draft: draft.id, employer: EMPLOYER.to_owned(), persons: vec![person] };
    for chore in [PeopleChore::KeepDraft(draft), import] {
        assert!(writer.chore(Chore::People(chore)).await.unwrap());
    }
    let phones = async || {
        let mut phones: Vec<String> = shorts(&store).await.into_iter().map(|(phone, _)| phone).collect();
        phones.sort();
        phones
    };
    let running = start(&database, &Hands::at("2026-03-05T09:00:00+08:00"), "").await;
    until("the first reminder", async || !phones().await.is_empty()).await;
    assert_eq!(phones().await, ["13800000002", "13800000004"]);
    running.stop().await;
    let erase = PeopleChore::EraseFromRoster { employer: EMPLOYER.to_owned(), person: ON_ROSTER, at };
    assert!(writer.chore(Chore::People(erase)).await.unwrap());
    let running = start(&database, &Hands::at("2026-03-05T18:30:00+08:00"), "").await;
    until("the second", async || phones().await.len() > 2).await;
    settled().await;
    assert_eq!(phones().await, ["13800000002", "13800000002", "13800000004"]);
    running.stop().await;
}

/// With the box go the key of tokens and the salt of the plain mode; a process may die between keeping the list and that.
#[tokio::test]
async fn a_box_that_was_left_behind_is_destroyed() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    let store = Store::open(&Place::File(database.clone().into())).await.unwrap();
    assert_eq!(store.closed_boxes().await.unwrap(), Vec::<Uuid>::new(), "nor is a file made where there was no box");
    assert!(std::fs::read_dir(folder.path()).unwrap().flatten().all(|it| it.path().extension().unwrap() != "urn"));
    let book = Arc::new(LawBook::builtin().unwrap()) as Arc<dyn Decide>;
    let (writer, _task) = store.writer(book, WriterOptions::default()).await.unwrap();
    opened(&store, &writer, "2026-03-02T09:00:00+08:00", "2026-03-05T20:00:00+08:00").await;
    let over = "2026-03-05T20:00:00+08:00";
    let desk = Desk::new(store.clone(), writer.clone(), Arc::new(|| over.parse().unwrap()));
    let ballot = Ballot::load(&desk, ID).await.unwrap().unwrap();
    let (lying, full) = store.close_box(ID).await.unwrap().unwrap();
    assert_eq!(store.closed_boxes().await.unwrap(), [ID], "nothing is destroyed before the list is kept");
    let key = Key::from_secret(&Secret(lying.secret.0)).unwrap();
    let issued = ballot.register(&desk).await.unwrap().counts();
    let bundle = Bundle::of(ballot.definition.clone(), Vec::new(), &key, issued, &full).bytes().unwrap();
    let close = BallotChore::Close { case: case(1), ballot: ID, issued, bundle };
    assert!(writer.chore(Chore::Ballot(close)).await.unwrap());
    assert_eq!(store.closed_boxes().await.unwrap(), [ID]);
    let running = start(&database, &Hands::at("2026-03-05T20:00:00.000+08:00"), "").await;
    until("the box is gone", async || store.closed_boxes().await.unwrap().is_empty()).await;
    running.stop().await;
}

/// Thousands open the page of a result at once: the list is counted by the first of them, for all.
#[tokio::test]
async fn a_list_is_counted_again_once_for_all_who_ask() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Place::File(folder.path().join("store.sqlite"))).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap()) as Arc<dyn Decide>;
    let (writer, _task) = store.writer(book, WriterOptions::default()).await.unwrap();
    opened(&store, &writer, "2026-03-02T09:00:00+08:00", "2026-03-05T20:00:00+08:00").await;
    let desk = Desk::new(store.clone(), writer.clone(), Arc::new(|| "2026-03-05T20:00:00+08:00".parse().unwrap()));
    let ending = async || match Ballot::load(&desk, ID).await.unwrap().unwrap().ending(&desk).await.unwrap() {
        Ending::Over(counted) => counted,
        other @ (Ending::Open | Ending::Lost) => panic!("{other:?}"),
    };
    let first = ending().await;
    assert!(first.report.holds() && first.vote(&store).await.unwrap().is_none());
    let list = store.ballot_list(case(1), ID).await.unwrap().unwrap();
    assert_eq!(first.list, first.bundle.digest().unwrap());
    assert_eq!(first.bundle.bytes().unwrap(), list);
    for _ in 0..20 {
        assert!(Arc::ptr_eq(&first, &ending().await));
    }
    let other = Desk::new(store.clone(), writer.clone(), Arc::new(|| "2026-03-06T20:00:00+08:00".parse().unwrap()));
    let ballot = Ballot::load(&other, ID).await.unwrap().unwrap();
    let all = tokio::join!(ballot.ending(&other), ballot.ending(&other), ballot.ending(&other));
    let [Ending::Over(one), Ending::Over(two), Ending::Over(three)] = [all.0.unwrap(), all.1.unwrap(), all.2.unwrap()]
    else {
        panic!("it has ended")
    };
    assert!(Arc::ptr_eq(&one, &two) && Arc::ptr_eq(&one, &three) && !Arc::ptr_eq(&one, &first));
}
