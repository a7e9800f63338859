//! Other programs hear of every record, signed; people get short messages through one; none of them can hold the others
//! up, or be made to lead inside.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use law::time::Moment;
use negotiation::LawBook;
use store::{Chore, Delivery, Hidden, PeopleChore, Place, ShortMessage, Store, WriterOptions};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use uuid::Uuid;

use crate::http::send;
use crate::mail::MailServer;
use crate::outbox::keep_persons;
use crate::support::{Hands, accepts_platform, case, file, offers, opens, recorded, start, until};

const MARCH: &str = "2026-03-02T09:00:00.000+08:00";

/// What the standard's own libraries test themselves with; no secret.
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// A receiver: its address and the requests that it got.
struct Receiver {
    address: SocketAddr,
    got: Arc<Mutex<Vec<String>>>,
}

impl Receiver {
    /// Answers every request with these bytes; with none, never.
    async fn answering(answer: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let got = Arc::new(Mutex::new(Vec::new()));
        let requests = Arc::clone(&got);
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                let requests = Arc::clone(&requests);
                tokio::spawn(async move {
                    let mut text = String::new();
                    let mut bytes = [0; 4_096];
                    while !complete(&text) {
                        let count = stream.read(&mut bytes).await.unwrap();
                        text.push_str(&String::from_utf8_lossy(&bytes[..count]));
                    }
                    requests.lock().unwrap().push(text);
                    if answer.is_empty() {
                        // Holds the connection for as long as the other side does.
                        while stream.read(&mut bytes).await.is_ok_and(|count| count > 0) {}
                    }
                    let _ = stream.write_all(answer.as_bytes()).await;
                });
            }
        });
        Self { address, got }
    }

    fn requests(&self) -> Vec<String> {
        self.got.lock().unwrap().clone()
    }
}

/// Whether head and body are there.
fn complete(text: &str) -> bool {
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    body.len() >= header(head, "content-length").parse::<usize>().unwrap()
}

fn header<'a>(request: &'a str, name: &str) -> &'a str {
    let line = request.lines().find_map(|line| line.split_once(": ").filter(|(own, _)| own.eq_ignore_ascii_case(name)));
    line.map_or("", |(_, value)| value.trim())
}

const GOOD: &str = "HTTP/1.1 204 No Content\r\n\r\n";

/// Settings of a receiver; the short-message adapter is named `sms`.
fn receiver(folder: &Path, name: &str, url: &str, more: &str) -> String {
    let secret = folder.join("secret");
    std::fs::write(&secret, SECRET).unwrap();
    let section = if name == "sms" { "[sms]".to_owned() } else { format!("[[webhook]]\nname = \"{name}\"") };
    format!("{section}\nurl = \"{url}\"\nsecret_file = \"{}\"\n{more}\n", secret.display())
}

async fn messages(database: &str) -> Vec<Delivery> {
    let store = Store::open(&Place::File(database.into())).await.unwrap();
    store.messages_of(case(1), None, 100).await.unwrap()
}

async fn to(database: &str, audience: &str) -> Delivery {
    let found = messages(database).await.into_iter().find(|it| it.message.audience == audience);
    found.unwrap_or_else(|| panic!("nothing to {audience}"))
}

#[tokio::test]
async fn a_webhook_is_told_of_a_record_with_a_signature_and_without_names() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    keep_persons(&database, [("p-a", "a@example.org")]).await;
    let hook = Receiver::answering(GOOD).await;
    let picky = Receiver::answering(GOOD).await;
    let url = format!("http://{}/in?from=us", hook.address);
    let settings = receiver(folder.path(), "hr", &url, "private = true")
        + &receiver(
            folder.path(),
            "picky",
            &format!("http://{}/", picky.address),
            "private = true\nkinds = [\"publish\"]",
        );
    let running = start(&database, &Hands::at(MARCH), &settings).await;
    recorded(&running, &[opens(case(1)), accepts_platform(case(1))]).await;
    until("two posts", async || hook.requests().len() == 2).await;
    until("both noted", async || {
        let sent = messages(&database).await;
        sent.iter().filter(|it| it.message.audience == "webhook:hr" && it.sent_at.is_some()).count() == 2
    })
    .await;
    running.stop().await;
    assert!(picky.requests().is_empty(), "it asked for something else");
    let request = hook.requests().remove(0);
    assert!(request.starts_with("POST /in?from=us HTTP/1.1\r\n"), "{request}");
    let body: serde_json::Value = serde_json::from_str(request.split_once("\r\n\r\n").unwrap().1).unwrap();
    assert_eq!(body["type"], "open_case");
    assert_eq!((&body["data"]["seq"], &body["data"]["by"]), (&1.into(), &"worker".into()));
    assert!(!request.contains("张三") && !request.contains("a@example.org") && !request.contains("p-union"));
    // The signature, by the standard's rule, over what came: id, time, body.
    let (id, seconds) = (header(&request, "webhook-id"), header(&request, "webhook-timestamp"));
    assert_eq!(id, format!("msg_{}_1_2", case(1).simple()));
    assert_eq!(seconds, (MARCH.parse::<law::time::Moment>().unwrap().millis() / 1_000).to_string());
    let signed = sign(id, seconds, request.split_once("\r\n\r\n").unwrap().1);
    assert_eq!(header(&request, "webhook-signature"), signed);
}

/// Signs with the machine's own openssl: other hands than the program's.
fn sign(id: &str, seconds: &str, body: &str) -> String {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    let script =
        "key=$(printf %s MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')
        openssl dgst -sha256 -mac HMAC -macopt hexkey:$key -binary | openssl base64 -A";
    let mut child =
        Command::new("sh").args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{id}.{seconds}.{body}").as_bytes()).unwrap();
    format!("v1,{}", String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receiver_that_hangs_holds_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    let (dead, alive) = (Receiver::answering("").await, Receiver::answering(GOOD).await);
    let settings = receiver(folder.path(), "dead", &format!("http://{}/", dead.address), "private = true")
        + &receiver(folder.path(), "alive", &format!("http://{}/", alive.address), "private = true");
    let hands = Hands::at(MARCH);
    let running = start(&database, &hands, &settings).await;
    recorded(&running, &[opens(case(1)), accepts_platform(case(1))]).await;
    let before = tokio::time::Instant::now();
    until("the living", async || alive.requests().len() == 2).await;
    assert!(before.elapsed() < Duration::from_secs(5), "{:?}", before.elapsed());
    until("the first attempt at the dead one has begun", async || !dead.requests().is_empty()).await;
    until("it is noted", async || to(&database, "webhook:dead").await.message.attempts == 1).await;
    let dead_ones = messages(&database).await.into_iter().filter(|it| it.message.audience == "webhook:dead");
    let problems: Vec<Option<String>> = dead_ones.map(|it| it.message.problem).collect();
    // The other message of the dead one was left alone: a receiver that is away is asked once a round.
    assert_eq!(problems.iter().flatten().count(), 1, "{problems:?}");
    assert_eq!(dead.requests().len(), 1);
    running.stop().await;
}

#[tokio::test]
async fn what_leads_inside_is_refused_and_an_answer_that_points_elsewhere_isnt_followed() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    let goal = Receiver::answering(GOOD).await;
    let elsewhere: &'static str = Box::leak(
        format!("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{}/\r\nContent-Length: 0\r\n\r\n", goal.address)
            .into_boxed_str(),
    );
    let pointing = Receiver::answering(elsewhere).await;
    let inside = format!("https://localhost:{}/", goal.address.port());
    let settings = receiver(folder.path(), "inside", &inside, "")
        + &receiver(folder.path(), "pointing", &format!("http://{}/", pointing.address), "private = true");
    let running = start(&database, &Hands::at(MARCH), &settings).await;
    recorded(&running, &[opens(case(1))]).await;
    until("both given up", async || {
        let all = messages(&database).await;
        all.iter().filter(|it| it.bounced_at.is_some()).count() == 2
    })
    .await;
    running.stop().await;
    assert!(goal.requests().is_empty(), "{:?}", goal.requests());
    let refused = to(&database, "webhook:inside").await.message.problem.unwrap();
    assert!(refused.contains("内部地址"), "{refused}");
    let pointed = to(&database, "webhook:pointing").await.message;
    assert!(pointed.problem.unwrap().contains("307") && pointing.requests().len() == 1);
    assert_eq!(pointed.next_at.millis() - MARCH.parse::<law::time::Moment>().unwrap().millis(), 86_400_000);
}

#[tokio::test]
async fn a_short_message_is_posted_and_its_report_is_kept_where_it_is_signed() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    keep_persons(&database, [("p-a", "phone:13800000000")]).await;
    let adapter = Receiver::answering(GOOD).await;
    let other = Receiver::answering(GOOD).await;
    let settings = receiver(folder.path(), "sms", &format!("http://{}/", adapter.address), "private = true")
        + &receiver(folder.path(), "other", &format!("http://{}/", other.address), "private = true");
    let running = start(&database, &Hands::at(MARCH), &settings).await;
    recorded(&running, &[opens(case(1))]).await;
    until("the message", async || adapter.requests().len() == 1).await;
    until("it is noted", async || to(&database, "sms:p-a").await.sent_at.is_some()).await;
    let request = adapter.requests().remove(0);
    assert!(request.contains("\"to\":\"13800000000\"") && request.contains("薪协商"), "{request}");
    let id = header(&request, "webhook-id").to_owned();
    let seconds = header(&request, "webhook-timestamp").to_owned();
    let report = async |receiver: &str, body: &str, signature: &str| {
        reported(running.address, receiver, body, &seconds, signature).await
    };
    let delivered = format!("{{\"message\":\"{id}\",\"status\":\"delivered\"}}");
    let signed = |body: &str| sign("r1", &seconds, body);
    assert_eq!(report("sms", &delivered, "v1,AAAA").await, 401);
    assert_eq!(report("nobody", &delivered, &signed(&delivered)).await, 401);
    assert_eq!(report("sms", "{}", &signed("{}")).await, 400);
    assert_eq!(report("other", &delivered, &signed(&delivered)).await, 404, "not a message of this receiver");
    let unknown = delivered.replace(&id, &format!("msg_{}_9_1", case(1).simple()));
    assert_eq!(report("sms", &unknown, &signed(&unknown)).await, 404);
    assert_eq!(to(&database, "sms:p-a").await.delivered_at, None);
    assert_eq!(report("sms", &delivered, &signed(&delivered)).await, 204);
    assert_eq!(report("sms", &delivered, &signed(&delivered)).await, 204, "once more changes nothing");
    assert!(to(&database, "sms:p-a").await.delivered_at.is_some());
    let bounced = format!("{{\"message\":\"{id}\",\"reason\":\"空号\",\"status\":\"bounced\"}}");
    assert_eq!(report("sms", &bounced, &signed(&bounced)).await, 204);
    let back = to(&database, "sms:p-a").await;
    assert!(back.bounced_at.is_some() && back.message.problem.unwrap().contains("空号"));
    running.stop().await;
}

/// What the program answers to a report.
async fn reported(to: SocketAddr, receiver: &str, body: &str, seconds: &str, signature: &str) -> u16 {
    let request = format!(
        "POST /api/v1/deliveries/{receiver} HTTP/1.1\r\nHost: t\r\nConnection: close\r\nwebhook-id: r1\r\n\
        webhook-timestamp: {seconds}\r\nwebhook-signature: {signature}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    send(to, &request).await.unwrap().status
}

/// The chain of the case as texts.
async fn chain(database: &str) -> Vec<String> {
    let store = Store::open(&Place::File(database.into())).await.unwrap();
    let records = store.records_after(case(1), 0, 100).await.unwrap();
    records.into_iter().map(|record| String::from_utf8(record.bytes).unwrap()).collect()
}

#[tokio::test]
async fn what_became_of_the_message_about_an_offer_stands_in_the_chain_once() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    keep_persons(&database, [("p-a", "phone:13800000000")]).await;
    let adapter = Receiver::answering(GOOD).await;
    let settings = receiver(folder.path(), "sms", &format!("http://{}/", adapter.address), "private = true");
    let running = start(&database, &Hands::at(MARCH), &settings).await;
    recorded(&running, &[opens(case(1)), accepts_platform(case(1)), offers(case(1))]).await;
    until("three messages", async || adapter.requests().len() == 3).await;
    let seconds = header(&adapter.requests()[0], "webhook-timestamp").to_owned();
    for (seq, status) in [(2, "delivered"), (3, "delivered"), (3, "delivered"), (3, "bounced")] {
        let body = format!("{{\"message\":\"msg_{}_{seq}_1\",\"status\":\"{status}\"}}", case(1).simple());
        assert_eq!(reported(running.address, "sms", &body, &seconds, &sign("r1", &seconds, &body)).await, 204);
    }
    running.stop().await;
    let chain = chain(&database).await;
    let notices: Vec<_> = chain.iter().filter(|record| record.contains("\"notice_reported.v1\"")).collect();
    assert_eq!((chain.len(), notices.len()), (5, 2), "of the offer only, each report once: {chain:#?}");
    for (notice, outcome) in notices.iter().zip(["delivered", "returned"]) {
        let said = format!(
            "{{\"about\":3,\"message\":\"msg_{}_3_1\",\"outcome\":\"{outcome}\",\"person\":\"p-a\",\"way\":\"sms\"}}",
            case(1).simple()
        );
        assert!(notice.contains(&said), "{notice}");
        assert!(!notice.contains("13800000000"));
    }
    assert_eq!(adapter.requests().len(), 3, "nobody is told that somebody was told");
}

/// The mail server took it, and another far away didn't: whoever gets that answer reports it.
#[tokio::test]
async fn a_mail_that_came_back_later_is_reported_under_its_own_secret() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    keep_persons(&database, [("p-a", "a@example.org")]).await;
    let server = MailServer::at("127.0.0.1:0").await;
    let secret = folder.path().join("mail-secret");
    std::fs::write(&secret, SECRET).unwrap();
    let mail = crate::outbox::settings(&server) + &format!("\nreport_secret_file = \"{}\"\n", secret.display());
    let adapter = Receiver::answering(GOOD).await;
    let settings = mail + &receiver(folder.path(), "hr", &format!("http://{}/", adapter.address), "private = true");
    let running = start(&database, &Hands::at(MARCH), &settings).await;
    recorded(&running, &[opens(case(1)), accepts_platform(case(1)), offers(case(1))]).await;
    until("three mails", async || server.mails().len() == 3).await;
    let name = format!("msg_{}_3_1", case(1).simple());
    assert!(server.mails().iter().any(|mail| mail.contains(&format!("Message-ID: <{name}@"))), "{:?}", server.mails());
    let seconds = (MARCH.parse::<Moment>().unwrap().millis() / 1_000).to_string();
    let body = format!("{{\"message\":\"{name}\",\"reason\":\"550 no such mailbox\",\"status\":\"bounced\"}}");
    let signature = sign("r1", &seconds, &body);
    for (receiver, status) in [("hr", 404), ("sms", 401), ("mail", 204), ("mail", 204)] {
        assert_eq!(reported(running.address, receiver, &body, &seconds, &signature).await, status, "{receiver}");
    }
    running.stop().await;
    let chain = chain(&database).await;
    let returned = format!("\"message\":\"{name}\",\"outcome\":\"returned\",\"person\":\"p-a\",\"way\":\"mail\"");
    assert_eq!(chain.iter().filter(|record| record.contains(&returned)).count(), 1, "{chain:#?}");
    let messages = messages(&database).await;
    let back = messages.iter().find(|it| it.message.id.seq == 3 && it.message.audience == "p-a").unwrap();
    assert!(back.bounced_at.is_some() && back.message.problem.as_deref().unwrap().contains("550 no such mailbox"));
}

#[tokio::test]
async fn settings_that_cant_be_right_are_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let good = receiver(folder.path(), "hr", "https://example.org/", "");
    for (settings, why) in [
        (receiver(folder.path(), "hr", "http://example.org/", ""), "without TLS"),
        (receiver(folder.path(), "HR", "https://example.org/", ""), "a name that stands in no URL"),
        (format!("{good}{good}"), "the same name twice"),
        (good.replace("secret\"", "none\""), "no secret"),
        (good.replace("\"hr\"", "\"mail\""), "the name of the mail server"),
        (
            receiver(folder.path(), "sms", "https://example.org/", "") + &good.replace("\"hr\"", "\"sms\""),
            "a name taken",
        ),
    ] {
        let refused = crate::support::refused(&file(folder.path()), &settings).await;
        assert!(refused.contains("whsec_"), "{why}: {refused}");
    }
}

#[tokio::test]
async fn a_short_message_of_no_case_leaves_once_and_what_it_said_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let database = file(folder.path());
    let store = Store::open(&Place::File(database.clone().into())).await.unwrap();
    let book = Arc::new(LawBook::builtin().unwrap());
    let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
    let at: Moment = MARCH.parse().unwrap();
    let message = ShortMessage {
        id: Uuid::from_u128(7),
        phone: Some(Hidden("13800000000".to_owned())),
        text: Some(Hidden("123456".to_owned())),
        created_at: at,
        attempts: 0,
        next_at: at,
        sent_at: None,
        problem: None,
    };
    writer.chore(Chore::People(PeopleChore::Say(message))).await.unwrap();
    drop(writer);
    task.stopped().await;
    let adapter = Receiver::answering(GOOD).await;
    let url = format!("http://{}/", adapter.address);
    let settings = receiver(folder.path(), "sms", &url, "private = true");
    let running = start(&database, &Hands::at(MARCH), &settings).await;
    until("it is forgotten", async || {
        let kept = store.short_newest(Uuid::max(), 9).await.unwrap().remove(0);
        kept.sent_at.is_some() && kept.phone.is_none() && kept.text.is_none()
    })
    .await;
    running.stop().await;
    let requests = adapter.requests();
    assert_eq!(requests.len(), 1);
    assert!(requests[0].ends_with("{\"text\":\"123456\",\"to\":\"13800000000\"}"), "{}", requests[0]);
    assert!(header(&requests[0], "webhook-id").starts_with("short_"), "{}", requests[0]);
}
