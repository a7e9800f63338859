//! A hall for the tests in a browser: one open ballot on the real router, store and box, and a clock that is moved by the
//! word `close` on standard input. It prints one line of JSON: the address and the paths of the personal links.
#![expect(clippy::unwrap_used, reason = "a helper of tests that can't go on stops")]

use std::io::BufRead;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use accounts::Accounts;
use ballot::{Definition, Key, Question, link_of};
use law::time::Moment;
use ledger::Digest;
use messages::Catalogue;
use negotiation::LawBook;
use pages::Site;
use service::Desk;
use store::{BallotChore, BoxKey, Chore, Decide, Hidden, NewBallot, Place, Store, WriterOptions};
use uuid::Uuid;

const VOTERS: u32 = 12;
const HOUR: i64 = 3_600_000;
const START: &str = "2026-03-23T14:00:00+08:00";

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Place::File(folder.path().join("hall.sqlite"))).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap());
    let (writer, _task) = store.writer(Arc::clone(&book) as Arc<dyn Decide>, WriterOptions::default()).await.unwrap();
    let hands = Arc::new(AtomicI64::new(START.parse::<Moment>().unwrap().millis()));
    let held = Arc::clone(&hands);
    let desk = Desk::new(store, writer, Arc::new(move || Moment::from_millis(held.load(Ordering::SeqCst))));
    let files = [
        law::MESSAGES,
        negotiation::MESSAGES,
        timeline::MESSAGES,
        store::MESSAGES,
        service::MESSAGES,
        accounts::MESSAGES,
        pages::MESSAGES,
        ballot::MESSAGES,
    ];
    let texts = Arc::new(Catalogue::new(&files).unwrap());
    let links = opened(&desk).await;
    let accounts = Accounts::new(desk.clone());
    let router = pages::router(Site { accounts, book, demo: None, desk, texts });
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    println!("{}", serde_json::json!({ "address": address, "links": links }));
    let stop = tokio::task::spawn_blocking(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if line == "close" {
                hands.fetch_add(2 * HOUR, Ordering::SeqCst);
                println!("closed");
            }
        }
    });
    tokio::select! {
        served = async { axum::serve(listener, router).await } => served.unwrap(),
        _ = stop => {}
    }
}

/// Opens the ballot for an hour. Gives the paths of the links.
async fn opened(desk: &Desk) -> Vec<String> {
    let (case, id) = (Uuid::now_v7(), Uuid::now_v7());
    let key = Key::derive([1; 32], id).unwrap();
    let lying = BoxKey { secret: Hidden(key.secret().0), salt: Hidden([2; 32]) };
    desk.store().put_box_up(id, &lying, VOTERS).await.unwrap();
    let definition = Definition {
        ballot: id,
        case,
        closes_at: desk.now().plus_millis(HOUR),
        key: key.public(),
        opened_at: desk.now(),
        question: Question::Draft { terms: Digest::sha256(b"a text") },
        reveals: true,
        roll: None,
        round: None,
        voters: VOTERS,
    };
    let new = NewBallot {
        case,
        ballot: id,
        closes_at: definition.closes_at,
        definition: ledger::canonical::to_vec(&definition).unwrap(),
        voters: (0..VOTERS).map(|n| (String::new(), format!("代表{n}（虚构）"))).collect(),
    };
    desk.chore(Chore::Ballot(BallotChore::Open(new))).await.unwrap();
    let secrets: Vec<String> = (0..VOTERS).map(|n| format!("{n:032x}")).collect();
    let links = (0..VOTERS).zip(&secrets).map(|(n, secret)| (n, link_of(secret.as_bytes()))).collect();
    desk.chore(Chore::Ballot(BallotChore::Links { case, ballot: id, links })).await.unwrap();
    secrets.iter().map(|secret| format!("/v/{id}/{secret}")).collect()
}
