//! Ballots: the named half and the box, and that nobody who has what is stored can join the two.

use std::path::PathBuf;

use ballot::{Bundle, Counts, Entry, MAX_EXTENSIONS, Mark, Put, Vote, check};
use ledger::Digest;
use store::{BallotChore, Cast, Chore, Hidden, NewBallot, Place, ShortMessage};
use uuid::Uuid;

use super::ON;
use crate::support::{BALLOT, Kind, Scene, at, ballot_key, case, definition, entry, every_ballot_write, opens_ballot};

const VOTERS: u32 = 60;

async fn mark(scene: &Scene, voter: u32, mark: Mark) -> bool {
    let chore = BallotChore::Mark { case: case(1), ballot: BALLOT, voter, mark };
    scene.writer.chore(Chore::Ballot(chore)).await.unwrap()
}

/// Everybody takes a token and casts it at once, the worst case: in the order of the roll.
async fn vote(scene: &Scene) -> Vec<Entry> {
    let mut cast = Vec::new();
    for n in 0..VOTERS {
        assert!(mark(scene, n, Mark::Blind([u8::try_from(n).unwrap(); 16])).await);
        let entry = entry(n, [Vote::YES, Vote::NO, Vote::ABSTAIN][usize::try_from(n * n % 3).unwrap()]);
        let count = usize::try_from(n + 1).unwrap();
        assert_eq!(scene.store.cast(BALLOT, entry).await.unwrap(), Cast::Open { put: Put::Added, count });
        cast.push(entry);
    }
    cast
}

fn closing(issued: Counts, bundle: Vec<u8>) -> BallotChore {
    BallotChore::Close { case: case(1), ballot: BALLOT, issued, bundle }
}

/// Closes the ballot as the server does.
async fn close(scene: &Scene) -> Bundle {
    let (_, full) = scene.store.close_box(BALLOT).await.unwrap().unwrap();
    let counts = scene.store.ballot_register(case(1), BALLOT).await.unwrap().unwrap().counts();
    let bundle = Bundle::of(definition(VOTERS), Vec::new(), &ballot_key().0, counts, &full);
    let chore = closing(counts, bundle.bytes().unwrap());
    assert!(scene.writer.chore(Chore::Ballot(chore.clone())).await.unwrap());
    assert!(!scene.writer.chore(Chore::Ballot(chore)).await.unwrap(), "a list is kept once");
    scene.store.destroy_box(BALLOT).await.unwrap();
    bundle
}

/// How far from the order of casting an order is: the sum over all of how many places each is away. By chance it is about
/// a third of the square of their number; 0 where the order is that of casting, and half of the square backwards.
fn away(cast: &[Entry], found: &[usize]) -> usize {
    let mut ranks: Vec<usize> = (0..cast.len()).collect();
    ranks.sort_by_key(|n| found[*n]);
    ranks.iter().enumerate().map(|(place, n)| place.abs_diff(*n)).sum()
}

fn is_chance(cast: &[Entry], found: &[usize]) -> bool {
    let expected = cast.len() * cast.len() / 3;
    away(cast, found).abs_diff(expected) * 5 < expected
}

#[tokio::test]
async fn a_ballot_is_opened_held_and_closed() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, VOTERS).await;
    let stored = scene.store.ballot(BALLOT).await.unwrap().unwrap();
    assert!(!stored.closed);
    assert_eq!(scene.store.ballot_list(case(1), BALLOT).await.unwrap(), None);
    assert_eq!(serde_json::from_slice::<ballot::Definition>(&stored.definition).unwrap(), definition(VOTERS));
    assert_eq!(scene.store.ballots_of(case(1)).await.unwrap(), [stored]);
    assert_eq!(scene.store.ballot_voters(case(1), BALLOT, Some(57), 9).await.unwrap().len(), 2);
    vote(&scene).await;
    let bundle = close(&scene).await;
    assert!(check(&bundle, None).holds());
    assert_eq!(bundle.issued, Counts { blind: VOTERS, paper: 0, plain: 0 });
    assert_eq!(bundle.tally.choices, [20, 40, 0]);
    assert!(scene.store.ballot(BALLOT).await.unwrap().unwrap().closed);
    assert_eq!(scene.store.ballot_list(case(1), BALLOT).await.unwrap(), Some(bundle.bytes().unwrap()));
    assert_eq!(scene.store.cast(BALLOT, entry(0, Vote::YES)).await.unwrap(), Cast::Closed);
    assert_eq!(scene.store.box_key(BALLOT).await.unwrap(), None);
}

#[tokio::test]
async fn a_link_is_known_by_its_hash_and_stays_once_something_was_taken() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, 3).await;
    let [first, second] = [b"first", b"other"].map(|link| Digest::sha256(link));
    let give = async |link: Digest| {
        let links = vec![(1, link)];
        let chore = BallotChore::Links { case: case(1), ballot: BALLOT, links };
        scene.writer.chore(Chore::Ballot(chore)).await.unwrap()
    };
    assert!(give(first).await && give(second).await);
    assert_eq!(scene.store.voter_of_link(BALLOT, first).await.unwrap(), None);
    let voter = scene.store.voter_of_link(BALLOT, second).await.unwrap().unwrap();
    assert_eq!((voter.voter, voter.name.as_deref(), voter.linked), (1, Some("代表1（虚构）"), true));
    assert!(mark(&scene, 1, Mark::Plain).await);
    assert!(!mark(&scene, 1, Mark::Paper).await, "no paper ballot after a token");
    assert!(!give(first).await);
    assert!(scene.store.voter_of_link(BALLOT, second).await.unwrap().is_some());
    assert!(!mark(&scene, 3, Mark::Plain).await, "nobody has this number");
}

#[tokio::test]
async fn a_ballot_counts_once_however_often_and_from_wherever_it_comes() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, 2).await;
    let mine = entry(1, Vote::YES);
    let tasks: Vec<_> = (0..8)
        .map(|n| {
            let store = scene.store.clone();
            let entry = if n % 2 == 0 { mine } else { entry(1, Vote::NO) };
            tokio::spawn(async move { store.cast(BALLOT, entry).await.unwrap() })
        })
        .collect();
    let mut added = 0;
    for task in tasks {
        match task.await.unwrap() {
            Cast::Open { put: Put::Added, count: 1 } => added += 1,
            Cast::Open { put: Put::Same | Put::Other, count: 1 } => {}
            other @ (Cast::Closed | Cast::Open { .. }) => panic!("{other:?}"),
        }
    }
    assert_eq!(added, 1);
    let second = store::Store::open(&scene.place).await.unwrap();
    assert!(matches!(second.cast(BALLOT, entry(2, Vote::NO)).await.unwrap(), Cast::Open { put: Put::Added, count: 2 }));
    assert!(matches!(scene.store.cast(BALLOT, entry(3, Vote::NO)).await.unwrap(), Cast::Open { put: Put::Full, .. }));
    second.close_box(BALLOT).await.unwrap().unwrap();
    assert_eq!(scene.store.cast(BALLOT, mine).await.unwrap(), Cast::Closed, "closed by another process");
}

#[tokio::test]
async fn what_was_answered_survives_a_kill_and_no_key_is_needed_again() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, VOTERS).await;
    let cast = vote(&scene).await;
    let scene = scene.killed().await;
    assert_eq!(scene.store.box_count(BALLOT).await.unwrap(), cast.len());
    assert_eq!(scene.store.box_key(BALLOT).await.unwrap(), Some(ballot_key().1));
    let again = scene.store.cast(BALLOT, cast[7]).await.unwrap();
    assert_eq!(again, Cast::Open { put: Put::Same, count: cast.len() });
    scene.store.close_box(BALLOT).await.unwrap().unwrap();
    let scene = scene.killed().await;
    assert_eq!(close(&scene).await.tally.returned, VOTERS, "killed between closing and keeping the list");
}

/// The rows, as whoever copies the database reads them.
#[tokio::test]
async fn no_row_says_who_cast_what_nor_when() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, VOTERS).await;
    let cast = vote(&scene).await;
    let mut intruder = scene.intruder().await;
    let columns = intruder.columns().await;
    let of_ballots = columns.iter().filter(|column| column.starts_with("ballot"));
    let mut timed: Vec<_> = of_ballots.filter(|column| column.contains("_ms") || column.ends_with("_at")).collect();
    timed.sort();
    let known = [
        "ballot.closes_at_ms",
        "ballot_challenge.answered_at_ms",
        "ballot_challenge.at_ms",
        "ballot_challenge.erased_at_ms",
        "ballot_extension.closes_at_ms",
        "ballot_objection.answered_at_ms",
        "ballot_objection.at_ms",
        "ballot_objection.erased_at_ms",
        "ballot_reminder.at_ms",
        "ballot_roll.closed_at_ms",
        "ballot_roll.confirmed_at_ms",
        "ballot_roll.published_at_ms",
        "ballot_roll_name.erased_at_ms",
    ];
    assert_eq!(timed, known, "times of the ballot as a whole, none of a voter");
    let (_, full) = scene.store.close_box(BALLOT).await.unwrap().unwrap();
    let stored: Vec<_> = full.entries().map(|entry| entry.token).collect();
    let place = |entry: &Entry| stored.iter().position(|token| *token == entry.token).unwrap();
    assert!(is_chance(&cast, &cast.iter().map(place).collect::<Vec<_>>()));
    let bundle = close(&scene).await;
    let place = |entry: &Entry| bundle.ballots.iter().position(|listed| listed.token == entry.token).unwrap();
    assert!(is_chance(&cast, &cast.iter().map(place).collect::<Vec<_>>()));
}

/// What a thief finds in the files: only where files are the database.
#[tokio::test]
async fn no_byte_on_the_disk_says_who_cast_what() {
    let scene = Scene::on(ON).await;
    let Place::File(path) = scene.place.clone() else {
        // On a server: replaced rows lie in the old file until the box goes; then the table has a new one.
        every_ballot_write(&scene.store, &scene.writer).await;
        assert_eq!(scene.count("select pg_relation_size('ballot_box')").await, 0);
        return;
    };
    let urn = PathBuf::from(format!("{}.urn", path.display()));
    opens_ballot(&scene.store, &scene.writer, VOTERS).await;
    let empty = std::fs::read(&urn).unwrap().len();
    let cast = vote(&scene).await;
    let bytes = std::fs::read(&urn).unwrap();
    assert_eq!(bytes.len(), empty, "a box is as large empty as full");
    let places: Vec<usize> = cast.iter().map(|entry| find(&bytes, &entry.token.0[..16]).unwrap()).collect();
    assert!(is_chance(&cast, &places), "{}", away(&cast, &places));
    assert!(!PathBuf::from(format!("{}-wal", urn.display())).exists());
    // Nothing of the box is among the rest, its log included, while the ballot is open.
    for file in std::fs::read_dir(path.parent().unwrap()).unwrap().map(|file| file.unwrap().path()) {
        if file != urn {
            let bytes = std::fs::read(&file).unwrap();
            let known =
                |entry: &&Entry| find(&bytes, &entry.token.0).is_some() || find(&bytes, &entry.seal.0).is_some();
            assert_eq!(cast.iter().filter(known).count(), 0, "{}", file.display());
            assert!(find(&bytes, &ballot_key().1.salt.0).is_none() && find(&bytes, &ballot_key().1.secret.0).is_none());
        }
    }
    close(&scene).await;
    let bytes = std::fs::read(&urn).unwrap();
    assert!(cast.iter().all(|entry| find(&bytes, &entry.token.0[..16]).is_none()), "what is gone is overwritten");
    assert!(find(&bytes, &ballot_key().1.salt.0).is_none());
}

fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

#[tokio::test]
async fn a_ballot_is_never_changed_and_only_closed_once() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, 2).await;
    let mut intruder = scene.intruder().await;
    for sql in ["update ballot set definition = x'00'", "update ballot set bundle = null", "delete from ballot"] {
        assert!(intruder.execute(sql).await.unwrap_err().contains("never"), "{sql}");
    }
    if let Kind::File = ON {
        assert!(intruder.execute("select * from ballot_box").await.is_err(), "the box is a file of its own");
    }
}

async fn chore(scene: &Scene, chore: BallotChore) -> bool {
    scene.writer.chore(Chore::Ballot(chore)).await.unwrap()
}

/// Whoever asks in the last moment is on the list, or gets nothing: the register never says more than the list.
#[tokio::test]
async fn a_mark_that_comes_while_the_list_is_written_is_counted_or_refused() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, VOTERS).await;
    let counts = async || scene.store.ballot_register(case(1), BALLOT).await.unwrap().unwrap().counts();
    assert!(mark(&scene, 0, Mark::Plain).await);
    let before = counts().await;
    assert!(mark(&scene, 1, Mark::Blind([7; 16])).await);
    assert!(!chore(&scene, closing(before, b"{}".to_vec())).await, "somebody was marked after it was counted");
    assert!(!scene.store.ballot(BALLOT).await.unwrap().unwrap().closed);
    let (writer, other) = (scene.writer.clone(), scene.writer.clone());
    let marks = tokio::spawn(async move {
        let mut marked = 0;
        for voter in 2..VOTERS {
            let mark = BallotChore::Mark { case: case(1), ballot: BALLOT, voter, mark: Mark::Plain };
            marked += u32::from(writer.chore(Chore::Ballot(mark)).await.unwrap());
        }
        marked
    });
    let listed = loop {
        let issued = counts().await;
        if other.chore(Chore::Ballot(closing(issued, b"{}".to_vec()))).await.unwrap() {
            break issued;
        }
    };
    assert_eq!(marks.await.unwrap() + 2, listed.present());
    assert!(!mark(&scene, VOTERS - 1, Mark::Plain).await && !mark(&scene, VOTERS - 1, Mark::Paper).await);
    assert_eq!(counts().await, listed);
}

#[tokio::test]
async fn an_extension_is_kept_once_in_order_and_not_after_the_list() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, 2).await;
    let extend = |number, text: &str| BallotChore::Extend {
        case: case(1),
        ballot: BALLOT,
        number,
        closes_at: at(70 + i64::from(number)),
        extension: text.as_bytes().to_vec(),
    };
    assert!(!chore(&scene, extend(1, "too early")).await);
    assert!(chore(&scene, extend(0, "first")).await);
    assert!(!chore(&scene, extend(0, "at the same time")).await);
    assert!(chore(&scene, extend(1, "second")).await);
    let stored = scene.store.ballot(BALLOT).await.unwrap().unwrap();
    assert_eq!(stored.extensions, [b"first".to_vec(), b"second".to_vec()]);
    assert_eq!(scene.store.ballots_under_way(Uuid::nil(), 9).await.unwrap(), [stored]);
    assert!(chore(&scene, closing(Counts::default(), b"{}".to_vec())).await);
    assert!(!chore(&scene, extend(2, "late")).await);
    assert_eq!(scene.store.ballots_under_way(Uuid::nil(), 9).await.unwrap(), []);
    let mut intruder = scene.intruder().await;
    for sql in ["update ballot_extension set closes_at_ms = 0", "delete from ballot_extension"] {
        assert!(intruder.execute(sql).await.unwrap_err().contains("never"), "{sql}");
    }
}

#[tokio::test]
async fn a_person_finds_the_ballots_that_are_under_way_and_a_reminder_is_kept_once() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, 3).await;
    let mine = scene.store.ballots_for("p-1", 9).await.unwrap();
    assert_eq!(mine.iter().map(|(ballot, voter)| (ballot.ballot, *voter)).collect::<Vec<_>>(), [(BALLOT, 1)]);
    assert_eq!(scene.store.ballots_for("p-7", 9).await.unwrap(), []);
    let message = |n| ShortMessage {
        id: Uuid::from_u128(n),
        phone: Some(Hidden("13800000000".to_owned())),
        text: Some(Hidden("请参加表决".to_owned())),
        created_at: at(1),
        attempts: 0,
        next_at: at(1),
        sent_at: None,
        problem: None,
    };
    let remind = |hours, n| BallotChore::Remind {
        case: case(1),
        ballot: BALLOT,
        hours,
        at: at(1),
        messages: vec![message(n), message(n + 1)],
    };
    assert!(chore(&scene, remind(24, 1)).await && !chore(&scene, remind(24, 7)).await);
    assert_eq!(scene.store.short_due(at(2), 9).await.unwrap().len(), 2);
    assert_eq!(scene.store.ballot_reminders(case(1), BALLOT).await.unwrap(), [(24, at(1))]);
    assert!(chore(&scene, closing(Counts::default(), b"{}".to_vec())).await);
    assert_eq!(scene.store.ballots_for("p-1", 9).await.unwrap(), []);
}

/// One query for all of a page: each has its own extensions, in order, and there are only so many.
#[tokio::test]
async fn many_ballots_under_way_are_read_with_their_extensions() {
    let scene = Scene::on(ON).await;
    let id = |n: u128| Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0c00 + n);
    for n in 0..5 {
        let new = NewBallot {
            case: case(n % 2),
            ballot: id(n),
            closes_at: at(60),
            definition: b"{}".to_vec(),
            links: Vec::new(),
            messages: Vec::new(),
            roll: id(n),
            voters: vec!["p-1".to_owned()],
        };
        assert!(chore(&scene, BallotChore::Open(new)).await);
    }
    let extend = |n: u128, number: u32| BallotChore::Extend {
        case: case(n % 2),
        ballot: id(n),
        number,
        closes_at: at(70 + i64::from(number)),
        extension: format!("{n}/{number}").into_bytes(),
    };
    for number in 0..MAX_EXTENSIONS {
        assert!(chore(&scene, extend(3, number)).await);
    }
    assert!(!chore(&scene, extend(3, MAX_EXTENSIONS)).await, "often enough");
    assert!(chore(&scene, extend(1, 0)).await);
    let told = |all: Vec<store::StoredBallot>| {
        all.into_iter().map(|ballot| (ballot.ballot, ballot.extensions.len())).collect::<Vec<_>>()
    };
    let most = usize::try_from(MAX_EXTENSIONS).unwrap();
    let first = scene.store.ballots_under_way(Uuid::nil(), 3).await.unwrap();
    assert_eq!(told(first), [(id(0), 0), (id(1), 1), (id(2), 0)]);
    let second = scene.store.ballots_under_way(id(2), 3).await.unwrap();
    assert_eq!(second[0].extensions[11], b"3/11");
    assert_eq!(told(second), [(id(3), most), (id(4), 0)]);
    assert_eq!(told(scene.store.ballots_of(case(1)).await.unwrap()), [(id(1), 1), (id(3), most)]);
    assert_eq!(scene.store.ballot(id(3)).await.unwrap().unwrap().extensions.len(), most);
    assert_eq!(told(scene.store.ballots_under_way(id(4), 3).await.unwrap()), []);
}
