//! Whoever has everything that a PostgreSQL server keeps of a vote, while it is open and afterwards: rows with their places
//! and transactions, old versions, every file of its folder with the write-ahead log, and its own log at its most talkative.
//!
//! The order in which tokens were taken is there. What went into the box is sealed, so nothing stands beside that order.

use axum::http::StatusCode;
use cluster::{Cluster, Sync};
use ledger::Digest;
use store::{BoxSeal, Place};

use crate::hall::{Hall, blinded_token, closed_roll, issue};
use crate::support::{Cast, Town};
use crate::thief::{VOTERS, choice, files, hits, in_order, is_chance, places, token};
use crate::way::before_the_congress;

/// A server that cleans nothing up, keeps its whole log and writes down every statement with its values.
const SETTINGS: &[&str] = &[
    "autovacuum=off",
    "log_parameter_max_length=-1",
    "log_min_duration_statement=0",
    "log_statement=all",
    "wal_compression=off",
    "wal_keep_size=4GB",
];

fn seal() -> BoxSeal {
    BoxSeal::read(&"5e".repeat(32)).unwrap()
}

async fn town(cluster: &mut Cluster, name: &str, seal: Option<BoxSeal>) -> Town {
    cluster.create_database(name).unwrap();
    let place: Place = cluster.url(name).parse().unwrap();
    store::migrate(&place).await.unwrap();
    // Nothing is compressed, so that a thief finds what is there by looking.
    let plain = "alter table ballot_box alter cells set storage external; \
                 alter table ballot_register alter marks set storage external";
    cluster.sql(name, plain).unwrap();
    Town::at(&place, seal).await
}

/// Everybody votes, one after the other. Gives the marks of their tokens in the register.
async fn voted(hall: &Hall) -> Vec<Vec<u8>> {
    for voter in 0..VOTERS {
        let (asked, blinded) = blinded_token(token(voter), u8::try_from(voter).unwrap());
        let answer = hall.issue(&hall.links[voter], &blinded).await;
        let seal = asked.sealed(&issue(&answer), &hall.key).unwrap();
        let sent = hall.send(&token(voter), &seal, &choice(voter).to_string()).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.html);
    }
    let register = hall.town.store.ballot_register(hall.case_id(), hall.id).await.unwrap().unwrap();
    register.marks().map(|mark| mark.bytes()[1..].to_vec()).collect()
}

/// Every byte that the server has, the write-ahead log last and in its order.
fn stolen(cluster: &Cluster, name: &str) -> Vec<(String, Vec<u8>)> {
    cluster.sql(name, "checkpoint").unwrap();
    files(cluster.folder())
}

/// What is sought of something.
type Way = fn(&Vec<u8>) -> Vec<u8>;

/// Where each of these stands first in a file, by its first or its last bytes, as bytes or as digits.
fn found<const N: usize>(bytes: &[u8], sought: [&[Vec<u8>]; N]) -> [Vec<Option<usize>>; N] {
    let ways: [Way; 3] = [
        |one| one[..8].to_vec(),
        |one| one[one.len() - 8..].to_vec(),
        |one| one[..8].iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect(),
    ];
    let all: Vec<Vec<u8>> =
        sought.iter().flat_map(|group| group.iter().flat_map(|one| ways.map(|way| way(one)))).collect();
    let at = places(bytes, &all);
    let mut each = at.chunks(ways.len()).map(|ways| ways.iter().flatten().copied().min());
    sought.map(|group| each.by_ref().take(group.len()).collect())
}

/// All rows of each table with their places and transactions.
fn rows(cluster: &Cluster, name: &str) -> Vec<(String, String)> {
    let tables = "select tablename from pg_tables where schemaname = 'public' order by 1";
    let tables = cluster.sql(name, tables).unwrap();
    let all = |table: &str| {
        let row = "ctid::text || xmin || xmax || t::text";
        cluster.sql(name, &format!("select coalesce(string_agg({row}, ' ' order by ctid), '') from {table} t")).unwrap()
    };
    tables.lines().map(|table| (table.to_owned(), all(table))).collect()
}

#[tokio::test]
async fn a_server_with_all_its_files_joins_no_voter_to_a_choice() {
    let mut cluster = Cluster::start_with(Sync::Memory, SETTINGS, &[]).unwrap();
    let names: Vec<String> = (0..VOTERS).map(|n| format!("代表{n:02}（虚构）")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let hall = Hall::of(town(&mut cluster, "hall", Some(seal())).await, &names).await;
    let lying = hall.town.store.box_key(hall.id).await.unwrap().unwrap();
    let before = rows(&cluster, "hall");
    let marks = voted(&hall).await;
    let after = rows(&cluster, "hall");

    // Rows: only register and box changed, and each is one row.
    let changed: Vec<&str> =
        before.iter().zip(&after).filter(|(one, other)| one != other).map(|((table, _), _)| table.as_str()).collect();
    assert_eq!(changed, ["ballot_box", "ballot_register"]);
    let counts = cluster.sql("hall", "select count(*) from ballot_box union all select count(*) from ballot_register");
    assert_eq!(counts.unwrap(), "1\n1");
    let lengths = "select length(cells) from ballot_box";
    assert_eq!(cluster.sql("hall", lengths).unwrap(), (68 * VOTERS + 28).to_string(), "as long empty as full");

    // Files while it is open: the order of tokens taken is there; of what was cast, and under which key, no byte.
    let tokens: Vec<Vec<u8>> = (0..VOTERS).map(|n| token(n).0.to_vec()).collect();
    let secrets = [lying.secret.0.to_vec(), lying.salt.0.to_vec()];
    let open = stolen(&cluster, "hall");
    assert!(open.iter().any(|(name, _)| name == "log") && open.iter().any(|(name, _)| name.contains("pg_wal/0000")));
    let chosen: Vec<usize> = (0..VOTERS).map(choice).collect();
    let mut taken = 0;
    for (name, bytes) in &open {
        let [cast, lying, marked] = found(bytes, [&tokens, &secrets, &marks]);
        assert!(cast.iter().all(Option::is_none), "a token in {name}");
        assert!(lying.iter().all(Option::is_none), "a key of the box in {name}");
        if marked.iter().all(Option::is_some) && hits(&chosen, &in_order(&marked)) == VOTERS {
            taken += 1;
        }
    }
    assert!(taken > 0, "the order in which tokens were taken is in the server's files; docs/ballot.md says so");

    // After the close the list is there in the order of trackers, which says nothing of the order of tokens.
    hall.town.days(1);
    let list = hall.voter.get(&format!("/ballots/{}/list.json", hall.id)).await;
    let list = ballot::read(list.html.as_bytes()).unwrap();
    let one = |vote: Option<ballot::Vote>| usize::try_from(vote.unwrap().choices().next().unwrap()).unwrap();
    let on_list: Vec<usize> = list.ballots.iter().map(|ballot| one(ballot.vote)).collect();
    assert!(is_chance(hits(&chosen, &on_list)), "{}", hits(&chosen, &on_list));
    assert_eq!(cluster.sql("hall", "select pg_relation_size('ballot_box')").unwrap(), "0");
    for (name, bytes) in stolen(&cluster, "hall") {
        let [at] = found(&bytes, [&tokens]);
        // The list as it was written down once, whole.
        assert!(at.iter().all(Option::is_none) || is_chance(hits(&chosen, &in_order(&at))), "an order in {name}");
    }
}

/// What the test above would find in a box that isn't sealed: everything. So no such box is put up.
#[tokio::test]
async fn a_box_that_is_not_sealed_tells_all_and_no_ballot_is_opened_with_it() {
    let mut cluster = Cluster::start_with(Sync::Memory, SETTINGS, &[]).unwrap();
    let town = town(&mut cluster, "open", None).await;
    let (id, key) = (uuid::Uuid::from_u128(1), [3; 32]);
    let lying = store::BoxKey { secret: store::Hidden(key), salt: store::Hidden(key) };
    town.store.put_box_up(id, &lying, u32::try_from(VOTERS).unwrap()).await.unwrap();
    for voter in 0..VOTERS {
        let vote = ballot::Vote::of(&[u32::try_from(choice(voter)).unwrap()]).unwrap();
        let seal = ballot::Seal(*Digest::sha256(&token(voter).0).as_bytes());
        town.store.cast(id, ballot::Entry { seal, token: token(voter), vote }).await.unwrap();
    }
    let tokens: Vec<Vec<u8>> = (0..VOTERS).map(|n| token(n).0.to_vec()).collect();
    let chosen: Vec<usize> = (0..VOTERS).map(choice).collect();
    let tells = |(_, bytes): &(String, Vec<u8>)| {
        let [at] = found(bytes, [&tokens]);
        at.iter().all(Option::is_some) && hits(&chosen, &in_order(&at)) == VOTERS
    };
    let stolen = stolen(&cluster, "open");
    let telling: Vec<&str> = stolen.iter().filter(|one| tells(one)).map(|(name, _)| name.as_str()).collect();
    assert!(telling.iter().any(|name| name.contains("pg_wal")), "{telling:?}");
    assert!(telling.contains(&"log"), "{telling:?}");

    let cast = Cast::of(&town).await;
    let case = before_the_congress(&town, &cast, "6").await;
    closed_roll(&cast, &case, &crate::hall::NAMES).await;
    let form = cast.chair.get(&format!("{case}/ballots")).await;
    let fields = [
        ("ballot", crate::hall::attribute_of(&form.html, "name=\"ballot\" value")),
        ("kind", "draft".to_owned()),
        ("closes_on", "2026-03-23".to_owned()),
        ("closes_at", "17:00".to_owned()),
        ("seats", "1".to_owned()),
        ("roll", crate::hall::attribute_of(&form.html, "name=\"roll\" value")),
        ("after", String::new()),
        ("step", "do".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = cast.chair.post(&format!("{case}/ballots"), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("boxes_key_file") && refused.has("纸质票"));
}

/// Processes that have the same key share a box; one with another key finds out and changes nothing.
#[tokio::test]
async fn a_box_is_opened_with_its_own_key_only() {
    let mut cluster = Cluster::start_with(Sync::Memory, &[], &[]).unwrap();
    let town = town(&mut cluster, "keys", Some(seal())).await;
    let (id, voters) = (uuid::Uuid::from_u128(1), 3);
    let lying = store::BoxKey { secret: store::Hidden([3; 32]), salt: store::Hidden([4; 32]) };
    town.store.put_box_up(id, &lying, voters).await.unwrap();
    let entry = |n| ballot::Entry { seal: ballot::Seal([9; 32]), token: token(n), vote: ballot::Vote(1) };
    town.store.cast(id, entry(0)).await.unwrap();
    let place: Place = cluster.url("keys").parse().unwrap();
    let second = store::Store::open_sealed(&place, Some(seal())).await.unwrap();
    second.cast(id, entry(1)).await.unwrap();
    assert_eq!(town.store.box_count(id).await.unwrap(), 2);
    assert_eq!(second.box_key(id).await.unwrap(), Some(lying));
    for seal in [BoxSeal::read(&"ab".repeat(32)), None] {
        let other = store::Store::open_sealed(&place, seal).await.unwrap();
        let error = other.cast(id, entry(2)).await.unwrap_err();
        assert!(matches!(error, store::StoreError::BoxSealed { .. }), "{error}");
        assert!(matches!(other.close_box(id).await, Err(store::StoreError::BoxSealed { .. })));
    }
    let last = second.cast(id, entry(2)).await.unwrap();
    assert_eq!(last, store::Cast::Open { put: ballot::Put::Added, count: 3 }, "and nobody else has closed it");
    let (_, full) = second.close_box(id).await.unwrap().unwrap();
    assert_eq!(full.count(), 3);
}
