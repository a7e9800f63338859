//! Many clients at once, each on a connection of its own that stays open, each opening a case twice under the same id.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::cases::{Cases, id};
use crate::watch::{Stopwatch, percentile};

/// The secret of a service that only tests talk to.
pub const TOKEN: &str = "only-for-tests-only-for-tests-only";

/// Numbers of a crowd's cases start here.
pub const FIRST: u32 = 40_000_000;

/// How a crowd fared.
#[derive(Clone, Debug, Default)]
pub struct Fared {
    /// Clients who have a receipt, and the same receipt when they asked again.
    pub recorded: u64,
    /// How often a client was told that it is busy, and when to come back; it came back.
    pub busy: u64,
    /// Clients who were told anything else, or nothing, with the first words of the last of them.
    pub otherwise: u64,
    /// What the last of those was told.
    pub last: String,
    /// How long answers took, in microseconds, sorted.
    pub micros: Vec<u64>,
}

impl fmt::Display for Fared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { recorded, busy, otherwise, last, micros } = self;
        let [middle, most] = [50, 99].map(|part| percentile(micros, part) / 1_000);
        write!(
            f,
            "{recorded} recorded once, {busy} times told to come back, {otherwise} otherwise, \
            answers in {middle} ms (median), {most} ms (99 of 100) {last}"
        )
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Its head, in lowercase.
    pub head: String,
    /// Its body.
    pub body: String,
}

/// So many clients connect, and then all speak at the same time.
pub async fn crowd(address: SocketAddr, clients: u32, cases: &Cases) -> Fared {
    let (all, mut running) = (Arc::new(Barrier::new(clients as usize)), JoinSet::new());
    for client in 0..clients {
        let (act, all) = (opening(cases, FIRST + client).to_string(), Arc::clone(&all));
        running.spawn(async move { come(address, client, &act, &all).await });
    }
    let mut fared = Fared::default();
    while let Some(done) = running.join_next().await {
        match done.map_err(io::Error::other).flatten() {
            Ok((busy, micros)) => {
                fared.recorded += 1;
                fared.busy += busy;
                fared.micros.extend(micros);
            }
            Err(error) => {
                fared.otherwise += 1;
                fared.last = error.to_string();
            }
        }
    }
    fared.micros.sort_unstable();
    fared
}

/// The act that opens a case, as it is handed in.
#[must_use]
pub fn opening(cases: &Cases, number: u32) -> Value {
    cases.history(number).next().map_or(Value::Null, |step| {
        json!({
            "act": step.act.act,
            "actor": { "capacity": step.act.actor.capacity, "id": step.act.actor.id },
            "case": id(number),
            "command": step.act.command,
        })
    })
}

async fn connected(address: SocketAddr, client: u32) -> io::Result<TcpStream> {
    // Not all in the same instant: how many may wait to be taken is the system's limit, not ours.
    sleep(Duration::from_micros(u64::from(client) * 300)).await;
    let mut last = io::Error::other("never tried");
    for _ in 0..20 {
        match TcpStream::connect(address).await {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
        sleep(Duration::from_millis(200)).await;
    }
    Err(last)
}

async fn come(address: SocketAddr, client: u32, act: &str, all: &Barrier) -> io::Result<(u64, Vec<u64>)> {
    let stream = connected(address, client).await;
    all.wait().await;
    let (mut stream, mut busy, mut micros) = (BufReader::new(stream?), 0, Vec::new());
    let mut receipt: Option<String> = None;
    loop {
        let watch = Stopwatch::start();
        let answer = timeout(Duration::from_secs(120), post(&mut stream, act)).await.map_err(io::Error::other)??;
        micros.push(watch.micros());
        match answer.status {
            201 if receipt.as_ref().is_none_or(|receipt| *receipt == answer.body) => {
                if receipt.replace(answer.body).is_some() {
                    return Ok((busy, micros));
                }
            }
            503 if answer.head.contains("retry-after: ") && answer.body.contains("请稍后") && busy < 200 => {
                // As it is told at first, then twice as long each time, and never all together.
                let times = 1_u64 << busy.min(3);
                busy += 1;
                sleep(Duration::from_millis(times * (2_000 + u64::from(client % 1_000)))).await;
            }
            _ => return Err(io::Error::other(format!("{} {}", answer.head, answer.body))),
        }
    }
}

/// Hands an act in over a connection that stays open.
///
/// # Errors
/// The connection ends, or what comes is no answer.
pub async fn post(stream: &mut BufReader<TcpStream>, body: &str) -> io::Result<Answer> {
    let request = format!(
        "POST /api/v1/acts HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer {TOKEN}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.get_mut().write_all(request.as_bytes()).await?;
    read(stream).await
}

/// Reads one answer.
///
/// # Errors
/// The connection ends, or what comes is no answer.
pub async fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Answer> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head).await? == 0 {
            return Err(io::Error::other(format!("the connection ended: {head}")));
        }
    }
    let head = head.to_ascii_lowercase();
    let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<usize>().ok());
    let mut body = vec![0; field("content-length:").unwrap_or(0)];
    stream.read_exact(&mut body).await?;
    let status = head.split(' ').nth(1).and_then(|word| word.parse().ok());
    let status = status.ok_or_else(|| io::Error::other("no status"))?;
    Ok(Answer { status, body: String::from_utf8_lossy(&body).into_owned(), head })
}
