//! Pages and jobs of a program beside the service's own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::routing::{get, post};
use ledger::Digest;
use negotiation::{Act, Actor, Command, Facts};
use service::{Change, Desk, Further};
use store::Submission;
use tokio::sync::broadcast::error::TryRecvError;
use tokio::sync::mpsc;

use crate::http;
use crate::support::{Hands, TOKEN, accepts_platform, case, file, hand_in, offers, opens, recorded, start_with};

const MARCH: &str = "2026-03-02T09:00:00.000+08:00";

fn pages(desk: Desk) -> Router {
    let now = move || {
        let now = desk.now();
        async move { format!("now {now}") }
    };
    let broken = || async {
        let none: [&'static str; 0] = [];
        none.first().copied().unwrap()
    };
    Router::new()
        .route("/", get(now))
        .route("/broken", get(broken))
        .route("/upload", post(|body: String| async move { body.len().to_string() }))
        .fallback(|| async { (axum::http::StatusCode::NOT_FOUND, "no such page") })
}

#[tokio::test]
async fn pages_stand_beside_the_interface_with_their_own_answer_for_what_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let further = Further { pages: Some(Box::new(pages)), jobs: Vec::new() };
    let running = start_with(&file(folder.path()), &Hands::at(MARCH), "", further).await;
    let page = http::get(running.address, "/").await;
    assert_eq!((page.status, page.body.as_str()), (200, "now 2026-03-02T09:00:00.000+08:00"));
    assert!(page.head.contains("x-request-id"), "{}", page.head);
    let missing = http::get(running.address, "/nothing").await;
    assert_eq!((missing.status, missing.body.as_str()), (404, "no such page"));
    assert_eq!(http::get(running.address, "/broken").await.status, 500, "a panic harms one request only");
    assert_eq!(http::get(running.address, "/healthz").await.status, 200);
    assert_eq!(hand_in(&running, &opens(case(1))).await.status, 201);
    // The interface keeps its own limit; a scan may be larger.
    let large = "x".repeat(2 << 20);
    let request = format!(
        "POST /upload HTTP/1.1\r\nHost: t\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{large}",
        large.len()
    );
    assert_eq!(http::send(running.address, &request).await.unwrap().body, large.len().to_string());
    assert_eq!(http::post(running.address, TOKEN, &"x".repeat(30_000)).await.unwrap().status, 413);
    running.stop().await;
}

#[tokio::test]
async fn a_job_has_the_desk_hears_of_every_change_and_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let (tell, mut told) = mpsc::unbounded_channel::<Desk>();
    let ended = Arc::new(AtomicBool::new(false));
    let ending = Arc::clone(&ended);
    let job: service::Job = Box::new(move |desk, mut stop| {
        Box::pin(async move {
            tell.send(desk).unwrap();
            let _ = stop.wait_for(|stopped| *stopped).await;
            ending.store(true, Ordering::SeqCst);
        })
    });
    let further = Further { pages: None, jobs: vec![job] };
    let running = start_with(&file(folder.path()), &Hands::at(MARCH), "", further).await;
    let desk = told.recv().await.unwrap();
    let mut changes = desk.changes();
    recorded(&running, &[opens(case(1)), accepts_platform(case(1))]).await;
    let refused = hand_in(&running, &offers(case(2))).await;
    assert_ne!(refused.status, 201);
    let mut heard = Vec::new();
    loop {
        match changes.try_recv() {
            Ok(Change { case, head }) => heard.push((case, head.seq)),
            Err(TryRecvError::Empty) => break,
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(heard, [(case(1), 1), (case(1), 2)], "what is refused changes nothing");
    drop(desk);
    running.stop().await;
    assert!(ended.load(Ordering::SeqCst), "the server waits for its jobs");
}

#[tokio::test]
async fn whatever_is_handed_in_at_the_desk_is_recorded_as_of_now() {
    let folder = tempfile::tempdir().unwrap();
    let (tell, mut told) = mpsc::unbounded_channel::<Desk>();
    let job: service::Job = Box::new(move |desk, _| Box::pin(async move { drop(tell.send(desk)) }));
    let further = Further { pages: None, jobs: vec![job] };
    let hands = Hands::at(MARCH);
    let running = start_with(&file(folder.path()), &hands, "", further).await;
    let desk = told.recv().await.unwrap();
    recorded(&running, &[opens(case(1))]).await;
    hands.advance(3);
    let accept = negotiation::command::AcceptPlatform { text: Digest::sha256(b"terms of use") };
    let command = Command::Acceptance(negotiation::command::AcceptanceCommand::AcceptPlatform(accept));
    let actor = Actor {
        capacity: negotiation::Capacity::EmployerLegalRep,
        id: "p-employer_legal_rep".to_owned(),
        side: negotiation::Side::Employer,
    };
    let at = law::time::Moment::from_millis(0);
    let act = Act { act: case(77), actor, at, case: case(1), command, facts: Facts::default() };
    let receipt = desk.submit(Submission::new(act.clone())).await.unwrap();
    assert_eq!(receipt.act.at, desk.now());
    assert_eq!(desk.submit(Submission::new(act)).await.unwrap(), receipt, "the same id gives the same receipt");
    let figures = http::get(running.operators, "/metrics").await.body;
    assert!(figures.contains("xinxieshang_acts_total{outcome=\"Recorded\"} 3"), "by whichever door: {figures}");
    drop(desk);
    running.stop().await;
}
