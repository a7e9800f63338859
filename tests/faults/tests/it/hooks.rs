//! A program that listens is told of a record at least once: again, under the same name, where the process died after the
//! answer and before its own note of it.

use std::ffi::OsStr;
use std::fs;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::time::Duration;

use faults::cases::{Cases, id};
use faults::crowd::{FIRST, TOKEN, crowd};
use faults::process::{Life, until};
use faults::serve::{read_ports, set_clock};
use law::time::Moment;
use store::{Place, Store};

use crate::scene::worker;

/// What the standard's own libraries test themselves with; no secret.
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// Longer than a worker has for one message, in milliseconds.
const LATER: i64 = 600_000;

/// Somebody who is told, if there is anybody.
fn connected(listener: &TcpListener) -> std::io::Result<Option<TcpStream>> {
    match listener.accept() {
        Ok((stream, _)) => Ok(Some(stream)),
        Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(None),
        Err(error) => Err(error),
    }
}

/// The next request to a receiver, without its answer, and the name of its message.
fn request(listener: &TcpListener) -> (TcpStream, String) {
    let mut came = None;
    until("a request", || {
        came = connected(listener)?;
        Ok(came.is_some())
    })
    .unwrap();
    let (mut stream, mut text, mut bytes) = (came.unwrap(), String::new(), [0; 4_096]);
    stream.set_nonblocking(false).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    while !is_whole(&text) {
        let count = stream.read(&mut bytes).unwrap();
        assert!(count > 0, "half a request: {text}");
        text.push_str(&String::from_utf8_lossy(&bytes[..count]));
    }
    let name = field(&text, "webhook-id").to_owned();
    (stream, name)
}

fn is_whole(text: &str) -> bool {
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    body.len() >= field(head, "content-length").parse::<usize>().unwrap()
}

fn field<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text.lines().find_map(|line| line.split_once(": ").filter(|(own, _)| own.eq_ignore_ascii_case(name)));
    line.map_or("", |(_, value)| value.trim())
}

fn answer(mut stream: TcpStream) {
    stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_told_by_a_process_that_died_before_its_note_is_told_again_under_the_same_name() {
    let (cases, folder) = (Cases::new().unwrap(), tempfile::tempdir().unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let place = Place::File(folder.path().join("store.sqlite"));
    let [config, clock, ports, secret] =
        ["config.toml", "clock", "ports", "secret"].map(|name| folder.path().join(name));
    let text = format!(
        "database = \"{place}\"\ntoken = \"{TOKEN}\"\ntick_ms = 100\n[listen]\naddress = \"127.0.0.1:0\"\n\
        operators = \"127.0.0.1:0\"\n[[webhook]]\nname = \"hr\"\nurl = \"http://127.0.0.1:{port}/\"\n\
        secret_file = \"{}\"\nprivate = true\n",
        secret.display()
    );
    fs::write(&secret, SECRET).unwrap();
    fs::write(&config, text).unwrap();
    let mut now: Moment = "2026-03-02T09:00:00.000+08:00".parse().unwrap();
    let starts = |now: Moment| {
        let _ = fs::remove_file(&ports);
        set_clock(&clock, now).unwrap();
        let arguments = [OsStr::new("serve"), config.as_os_str(), clock.as_os_str(), ports.as_os_str()];
        let life = Life::start(worker(), &arguments, &[]).unwrap();
        until("a service", || Ok(read_ports(&ports)?.is_some())).unwrap();
        life
    };
    let life = starts(now);
    let fared = crowd(read_ports(&ports).unwrap().unwrap().0, 1, &cases).await;
    assert_eq!(fared.recorded, 1, "{}", fared.last);
    let (stream, first) = request(&listener);
    // It is answered while the process stands still, so that it can't have read the answer when it is killed.
    assert!(Command::new("kill").args(["-STOP", &life.id().to_string()]).status().unwrap().success());
    answer(stream);
    life.kill().unwrap();
    let store = Store::open(&place).await.unwrap();
    let hook = async || {
        let all = store.messages_of(id(FIRST), None, 100).await.unwrap();
        let mut own = all.into_iter().filter(|it| it.message.audience == "webhook:hr");
        let hook = own.next().unwrap();
        assert_eq!(own.next(), None, "one message a receiver and record");
        hook
    };
    assert_eq!(hook().await.sent_at, None);
    now = now.plus_millis(LATER);
    let life = starts(now);
    let (stream, second) = request(&listener);
    assert_eq!((first.is_empty(), second), (false, first), "the receiver knows it by its name");
    answer(stream);
    for _ in 0..600 {
        if hook().await.sent_at.is_some() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(hook().await.sent_at.is_some(), "noted");
    set_clock(&clock, now.plus_millis(LATER)).unwrap();
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert!(connected(&listener).unwrap().is_none(), "told once more after the note");
    life.kill().unwrap();
    store.close().await;
    let head = Store::open(&place).await.unwrap().head(id(FIRST)).await.unwrap();
    assert_eq!(head.map(|head| head.seq), Some(1), "nothing else happened");
}
