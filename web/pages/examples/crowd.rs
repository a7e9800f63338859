//! Five thousand voters in one hall: each device makes its token, takes it, casts; on the real router, store and box, over
//! no network. It prints ballots a second, how long an answer takes, and what it costs to count again.
//!
//! `cargo run --release -p pages --example crowd [voters] [database]`
#![expect(clippy::unwrap_used, reason = "a measurement that can't go on stops")]
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use accounts::Accounts;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use ballot::{Asked, Bundle, Counts, Definition, Issue, Key, Named, Question, Token, Vote, check, link_of, read};
use http_body_util::BodyExt;
use law::time::Moment;
use ledger::Digest;
use messages::Catalogue;
use negotiation::LawBook;
use pages::Site;
use serde_json::Value;
use service::Desk;
use store::{
    BallotChore, BoxKey, BoxSeal, Chore, Decide, Hidden, NewBallot, Person, Place, RollStep, Store, WriterOptions,
};
use tower::ServiceExt;
use uuid::Uuid;

/// Devices that are at it at the same time.
const AT_ONCE: u32 = 64;
const START: &str = "2026-03-23T14:00:00+08:00";

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let voters: u32 = args.next().map_or(5_000, |text| text.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let place =
        args.next().map_or_else(|| Place::File(folder.path().join("crowd.sqlite")), |text| text.parse().unwrap());
    let (desk, router) = site(&place).await;
    let (id, key) = opened(&desk, voters).await;

    let began = Instant::now();
    let tasks: Vec<_> = (0..AT_ONCE)
        .map(|lane| {
            let (router, key) = (router.clone(), key.clone());
            tokio::spawn(async move {
                let mut waits = Vec::new();
                for n in (lane..voters).step_by(usize::try_from(AT_ONCE).unwrap()) {
                    waits.extend(votes(&router, id, &key, n).await);
                }
                waits
            })
        })
        .collect();
    let mut waits: Vec<Duration> = Vec::new();
    for task in tasks {
        waits.extend(task.await.unwrap());
    }
    let took = began.elapsed();
    waits.sort();
    let at = |percent: usize| waits[(waits.len() - 1) * percent / 100].as_millis();
    println!("{voters} voters, {AT_ONCE} at once: {} ballots/s", u128::from(voters) * 1_000 / took.as_millis().max(1));
    println!("an answer, ms: median {}, 99 of 100 within {}, longest {}", at(50), at(99), at(100));

    let (_, full) = desk.store().close_box(id).await.unwrap().unwrap();
    let issued = desk.store().ballot_register(CASE, id).await.unwrap().unwrap().counts();
    assert_eq!(issued, Counts { blind: voters, paper: 0, plain: 0 });
    let stored = desk.store().ballot(id).await.unwrap().unwrap();
    let bundle = Bundle::of(serde_json::from_slice(&stored.definition).unwrap(), Vec::new(), &key, issued, &full);
    let expected: Vec<u32> = (0..3).map(|choice| (choice..voters).step_by(3).count().try_into().unwrap()).collect();
    assert_eq!(bundle.tally.choices, expected, "the tally is exact");
    let trackers: BTreeSet<_> = bundle.ballots.iter().map(|ballot| ballot.token).collect();
    assert!((0..voters).all(|n| trackers.contains(&token(n))), "every receipt is on the list");
    let bytes = bundle.bytes().unwrap();
    let began = Instant::now();
    assert!(check(&read(&bytes).unwrap(), None).holds());
    let each = began.elapsed().as_micros() / u128::from(voters);
    println!("counting again: {each} µs a ballot, a list of {} KB", bytes.len() / 1_000);
}

const CASE: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

fn token(n: u32) -> Token {
    Token(*Digest::sha256(&n.to_be_bytes()).as_bytes())
}

fn secret(n: u32) -> String {
    format!("{n:032x}")
}

/// One voter's two questions. Gives how long each took.
async fn votes(router: &Router, id: Uuid, key: &Key, n: u32) -> [Duration; 2] {
    let mut chance = [7; 64];
    chance[..32].copy_from_slice(&token(n).0);
    let (asked, blinded) = Asked::with(token(n), chance).unwrap();
    let (answer, first) =
        post(router, &format!("/ballots/{id}/issue"), format!("link={}&blinded={}", secret(n), blinded.text())).await;
    let text = |name: &str| answer[name].as_str().unwrap().to_owned();
    let issue = Issue { evaluated: text("evaluated").parse().unwrap(), proof: text("proof").parse().unwrap() };
    let seal = asked.sealed(&issue, &key.public()).unwrap();
    let choice = Vote(1 << (n % 3)).choices().next().unwrap();
    let body = format!("token={}&seal={}&choice={choice}", token(n).text(), seal.text());
    let (answer, second) = post(router, &format!("/ballots/{id}/cast"), body).await;
    assert_eq!(answer["tracker"], token(n).tracker().to_string());
    [first, second]
}

async fn post(router: &Router, path: &str, body: String) -> (Value, Duration) {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let began = Instant::now();
    let answer = router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
    let took = began.elapsed();
    assert_eq!(answer.status(), StatusCode::OK);
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    (serde_json::from_slice(&bytes).unwrap(), took)
}

async fn site(place: &Place) -> (Desk, Router) {
    // On a server no ballot is opened whose box isn't sealed.
    let seal = match place {
        Place::File(_) => None,
        Place::Server(_) => BoxSeal::read(&"5e".repeat(32)),
    };
    let store = Store::open_sealed(place, seal).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap());
    let (writer, _task) = store.writer(Arc::clone(&book) as Arc<dyn Decide>, WriterOptions::default()).await.unwrap();
    let now: Moment = START.parse().unwrap();
    let desk = Desk::new(store, writer, Arc::new(move || now));
    let texts = Arc::new(Catalogue::new(&[pages::MESSAGES, ballot::MESSAGES]).unwrap());
    let accounts = Accounts::new(desk.clone());
    let router =
        pages::router(Site { accounts, book, demo: None, desk: desk.clone(), house: pages::House::default(), texts });
    (desk, router)
}

async fn opened(desk: &Desk, voters: u32) -> (Uuid, Key) {
    let id = Uuid::now_v7();
    let key = Key::derive([1; 32], id).unwrap();
    let lying = BoxKey { secret: Hidden(key.secret().0), salt: Hidden([2; 32]) };
    desk.store().put_box_up(id, &lying, voters).await.unwrap();
    let definition = Definition {
        ballot: id,
        case: CASE,
        closes_at: desk.now().plus_millis(3_600_000),
        key: key.public(),
        meeting: None,
        objection_days: None,
        opened_at: desk.now(),
        question: Question::Draft { terms: Digest::sha256(b"a text") },
        reveals: true,
        roll: None,
        roll_digest: None,
        round: None,
        voters,
    };
    let name = |n| Named { name: format!("代表{n}（虚构）") };
    let names = (0..voters).map(|n| Person::new(&format!("p-{n}"), [3; 32], &name(n)).unwrap()).collect();
    let by = RollStep { by: "office".to_owned(), at: desk.now() };
    let roll = BallotChore::PublishRoll { case: CASE, roll: id, content: b"{}".to_vec(), names, by };
    desk.chore(Chore::Ballot(roll)).await.unwrap();
    let new = NewBallot {
        case: CASE,
        ballot: id,
        closes_at: definition.closes_at,
        definition: ledger::canonical::to_vec(&definition).unwrap(),
        links: Vec::new(),
        messages: Vec::new(),
        roll: id,
        voters: (0..voters).map(|n| format!("p-{n}")).collect(),
    };
    desk.chore(Chore::Ballot(BallotChore::Open(new))).await.unwrap();
    let links = (0..voters).map(|n| (n, link_of(secret(n).as_bytes()))).collect();
    desk.chore(Chore::Ballot(BallotChore::Links { case: CASE, ballot: id, links })).await.unwrap();
    (id, key)
}
