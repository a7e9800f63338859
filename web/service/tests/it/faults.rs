//! What happens when the database goes away, and when too many ask at once.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use cluster::{Cluster, Sync};
use law::time::Moment;
use messages::Catalogue;
use negotiation::LawBook;
use service::{Config, Further, Service};
use store::{Chore, Person, Place, Store, WriterOptions};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::http::get;
use crate::mail::MailServer;
use crate::support::{
    Hands, TOKEN, accepts_platform, case, file, hand_in, offers, opens, recorded, server, start, until,
};

const MARCH: &str = "2026-03-02T09:00:00.000+08:00";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_killed_and_comes_back_loses_nothing_and_needs_no_hand() {
    let mut cluster = Cluster::start(Sync::Disk).unwrap();
    let database = server(&cluster).await;
    let running = start(&database, &Hands::at(MARCH), "").await;
    recorded(&running, &[opens(case(1))]).await;
    cluster.kill().unwrap();
    assert_eq!(get(running.operators, "/readyz").await.status, 503);
    assert_eq!(get(running.address, "/healthz").await.status, 200, "no reason to restart the process");
    // Handed in while the database is away: it waits, and is recorded when the database is back.
    let (answer, back) = tokio::join!(hand_in_by(&running), async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        cluster.start_again()
    });
    back.unwrap();
    assert_eq!(answer.status, 201, "{answer:?}");
    recorded(&running, &[offers(case(1))]).await;
    let store = Store::open(&database.parse().unwrap()).await.unwrap();
    let records = store.records_after(case(1), 0, 10).await.unwrap();
    assert_eq!(records.iter().map(|record| record.seq).collect::<Vec<_>>(), [1, 2, 3]);
    running.stop().await;
}

async fn hand_in_by(running: &service::Running) -> crate::http::Answer {
    hand_in(running, &accepts_platform(case(1))).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_are_each_answered() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(&file(folder.path()), &Hands::at(MARCH), "").await;
    let asked: Vec<_> = (1..=300)
        .map(|n| {
            let (to, act) = (running.address, opens(case(n)).to_string());
            tokio::spawn(async move { crate::http::post(to, TOKEN, &act).await.unwrap().status })
        })
        .collect();
    for answer in asked {
        assert_eq!(answer.await.unwrap(), 201);
    }
    running.stop().await;
}

/// The queue is full while the database is away: whoever finds no room is told so at once, and when to come again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_finds_the_queue_full_is_told_to_come_again_and_then_is_recorded() {
    let mut cluster = Cluster::start(Sync::Disk).unwrap();
    let database = server(&cluster).await;
    let now = Arc::new(AtomicI64::new(MARCH.parse::<Moment>().unwrap().millis()));
    let running = service_with(&database, "max_waiting = 8", now).await;
    recorded(&running, &[opens(case(1))]).await;
    cluster.kill().unwrap();
    let hand_in = |n| {
        let (to, act) = (running.address, opens(case(n)).to_string());
        async move { crate::http::post(to, TOKEN, &act).await.unwrap() }
    };
    let asked: Vec<_> = (2..=41).map(|n| tokio::spawn(hand_in(n))).collect();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let told = asked.iter().filter(|answer| answer.is_finished()).count();
    assert!(told >= 32, "only {told} were told at once");
    cluster.start_again().unwrap();
    let (mut waited, mut refused) = (0, Vec::new());
    for (n, answer) in (2..=41).zip(asked) {
        let answer = answer.await.unwrap();
        if answer.status == 201 {
            waited += 1;
            continue;
        }
        assert_eq!(answer.status, 503, "{answer:?}");
        assert!(answer.head.contains("retry-after: 2") && answer.json()["detail"].as_str().unwrap().contains("稍后"));
        refused.push(n);
    }
    assert!((1..=8).contains(&waited), "{waited} waited for the database");
    for n in refused {
        assert_eq!(hand_in(n).await.status, 201);
    }
    let store = Store::open(&database.parse().unwrap()).await.unwrap();
    for n in 1..=41 {
        assert_eq!(store.records_after(case(n), 0, 10).await.unwrap().len(), 1, "case {n}");
    }
    running.stop().await;
}

/// A connection on which somebody has begun to say something.
async fn begun(running: &service::Running, words: &str) -> TcpStream {
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(words.as_bytes()).await.unwrap();
    stream
}

/// What comes on a connection until it is closed; none where it stays open for ten seconds.
async fn until_closed(mut stream: TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    // A connection that is reset is closed as well.
    let read = timeout(Duration::from_secs(10), stream.read_to_end(&mut bytes)).await.ok()?;
    drop(read);
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// A service that gives a request up after so many milliseconds.
async fn patient_for(millis: u64, database: &str) -> service::Running {
    let now = Arc::new(AtomicI64::new(MARCH.parse::<Moment>().unwrap().millis()));
    service_with(database, &format!("timeout_ms = {millis}"), now).await
}

/// A service with further settings of `[listen]`, or further sections, and a clock.
async fn service_with(database: &str, more: &str, now: Arc<AtomicI64>) -> service::Running {
    let text = format!(
        "database = \"{database}\"\ntoken = \"{TOKEN}\"\ntick_ms = 100\n[listen]\naddress = \"127.0.0.1:0\"\n\
        operators = \"127.0.0.1:0\"\n{more}\n"
    );
    let texts = Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES, store::MESSAGES, service::MESSAGES]).unwrap();
    let clock = Arc::new(move || Moment::from_millis(now.load(Ordering::SeqCst)));
    let config = Config::read(&text).unwrap();
    let (book, further) = (Arc::new(LawBook::builtin().unwrap()), Further::default());
    let service = Service { clock, config, book, further, texts: Arc::new(texts) };
    service.start().await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_never_gets_to_its_end_is_given_up_and_keeps_nobody_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let running = patient_for(400, &file(folder.path())).await;
    let head = begun(&running, "POST /api/v1/acts HTTP/1.1\r\nHost: t\r\nX-Slow: ").await;
    let silent = begun(&running, "").await;
    let body = format!(
        "POST /api/v1/acts HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer {TOKEN}\r\nContent-Length: 900\r\n\r\n{{"
    );
    let body = begun(&running, &body).await;
    recorded(&running, &[opens(case(1))]).await;
    let said = until_closed(body).await.expect("a slow body is given up");
    assert!(said.starts_with("HTTP/1.1 503") && said.contains("problem+json"), "{said}");
    assert!(said.to_ascii_lowercase().contains("retry-after") && said.contains("请求"), "{said}");
    assert!(until_closed(head).await.is_some(), "a slow head is given up");
    assert!(until_closed(silent).await.is_some(), "whoever says nothing is given up");
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_client_doesnt_keep_the_process_from_stopping() {
    let folder = tempfile::tempdir().unwrap();
    let running = patient_for(600_000, &file(folder.path())).await;
    let _head = begun(&running, "POST /api/v1/acts HTTP/1.1\r\nHost: t\r\nX-Slow: ").await;
    recorded(&running, &[opens(case(1))]).await;
    assert!(timeout(Duration::from_secs(15), running.stop()).await.is_ok());
}

/// Somebody with an address, in the case before it is opened.
async fn keep_person(database: &str) {
    let store = Store::open(&Place::File(database.into())).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap());
    let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
    let fields = br#"{"mail":"a@example.org"}"#.to_vec();
    let person = Person { id: "p-a".to_owned(), salt: [7; 32], fields };
    writer.chore(Chore::Person { case: case(1), person }).await.unwrap();
    drop(writer);
    task.stopped().await;
    store.close().await;
}

fn mail(address: std::net::SocketAddr) -> String {
    format!(
        "[mail]\nfrom = \"薪协商 <no-reply@example.org>\"\nhost = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"",
        address.port()
    )
}

/// How long the oldest message waits, as operators see it.
async fn outbox_age(running: &service::Running) -> u64 {
    let figures = get(running.operators, "/metrics").await.body;
    let age = figures.lines().find_map(|line| line.strip_prefix("xinxieshang_outbox_age_seconds "));
    age.unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_server_that_is_down_for_a_day_costs_nobody_a_message_or_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    keep_person(&database).await;
    let down = MailServer::at("127.0.0.1:0").await;
    let address = down.address;
    drop(down);
    let now = Arc::new(AtomicI64::new(MARCH.parse::<Moment>().unwrap().millis()));
    let running = service_with(&database, &mail(address), Arc::clone(&now)).await;
    let acts = [opens(case(1)), accepts_platform(case(1)), offers(case(1))];
    for hour in 0..24 {
        if let Some(act) = acts.get(hour / 8).filter(|_| hour % 8 == 0) {
            recorded(&running, std::slice::from_ref(act)).await;
        }
        tokio::time::sleep(Duration::from_millis(130)).await;
        now.fetch_add(3_600_000, Ordering::SeqCst);
    }
    // What waits between two attempts is as old as ever.
    until("an old message", async || outbox_age(&running).await > 20 * 3_600).await;
    let store = Store::open(&Place::File(database.into())).await.unwrap();
    let far = Moment::from_millis(i64::MAX);
    // Time goes on meanwhile: on a busy machine an attempt may still be under way, and be put off from its end.
    let waiting = async || {
        now.fetch_add(60_000, Ordering::SeqCst);
        store.outbox_due(far, 100).await.unwrap()
    };
    let tried = async || waiting().await.iter().all(|mail| mail.attempts > 0 && mail.problem.is_some());
    until("an attempt at each", tried).await;
    assert_eq!(waiting().await.len(), 3);
    let back = MailServer::at(&address.to_string()).await;
    now.fetch_add(86_400_000, Ordering::SeqCst);
    until("an empty outbox", async || waiting().await.is_empty()).await;
    until("no old message", async || outbox_age(&running).await == 0).await;
    let mails = back.mails();
    let name = |mail: &String| mail.lines().find_map(|line| line.strip_prefix("Message-ID: ").map(str::to_owned));
    let names: BTreeSet<_> = mails.iter().filter_map(name).collect();
    assert_eq!((mails.len(), names.len()), (3, 3), "each once: {names:?}");
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_server_that_hangs_keeps_nobody_waiting_who_acts() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    keep_person(&database).await;
    let hangs = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let now = Arc::new(AtomicI64::new(MARCH.parse::<Moment>().unwrap().millis()));
    let running = service_with(&database, &mail(hangs.local_addr().unwrap()), now).await;
    recorded(&running, &[opens(case(1))]).await;
    // The connection is taken and never greeted.
    let (_taken, _) = timeout(Duration::from_secs(10), hangs.accept()).await.unwrap().unwrap();
    let acts = [accepts_platform(case(1)), offers(case(1))];
    timeout(Duration::from_secs(5), recorded(&running, &acts)).await.expect("acts don't wait for mail");
    assert_eq!(get(running.operators, "/readyz").await.status, 200);
}
