//! The door for acts under load: requests over kept connections, beside requests to the same server that ask for
//! nothing of the database.

use std::net::SocketAddr;
use std::sync::Arc;

use messages::Catalogue;
use negotiation::{Act, LawBook};
use serde_json::json;
use service::{Config, Service};
use store::Place;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::task::JoinSet;

use crate::load::{MANY, Took, middle};
use crate::papers::documents;
use crate::{Cases, Effort, Figure, Goal, Measured, Rate, Stopwatch, Trouble};

/// No secret: the service is gone in a moment.
const TOKEN: &str = "only-for-measuring-only-for-measuring";

/// Requests a connection and round without a database.
const ASKED: usize = 400;

/// `POST /api/v1/acts` over 64 connections into a database at `address`, as the configuration names it.
///
/// # Errors
/// See [`Trouble`].
pub fn door(
    book: LawBook,
    cases: &Cases,
    effort: &Effort,
    address: &str,
    tell: &mut dyn FnMut(Figure),
) -> Result<(), Trouble> {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let place: Place = address.parse()?;
        store::migrate(&place).await?;
        let (mut numbers, mut first) = (3_000_000.., Vec::new());
        let openings: Vec<Act> =
            numbers.by_ref().take(MANY as usize).filter_map(|n| cases.acts(n).into_iter().next()).collect();
        first.extend(openings.iter().map(|act| vec![posted(act)]));
        let at = openings.first().map(|act| act.at).ok_or(Trouble::Empty)?;
        let text = format!(
            "database = {}\ntoken = \"{TOKEN}\"\ntick_ms = 3600000\n\
            [listen]\naddress = \"127.0.0.1:0\"\noperators = \"127.0.0.1:0\"\n",
            json!(address)
        );
        let config = Config::read(&text).map_err(|_| Trouble::Broken)?;
        let texts = [law::MESSAGES, negotiation::MESSAGES, store::MESSAGES, service::MESSAGES];
        let texts = Arc::new(Catalogue::new(&texts).map_err(|_| Trouble::Broken)?);
        let service = Service {
            clock: Arc::new(move || at),
            config,
            book: Arc::new(book),
            further: service::Further::default(),
            texts,
        }
        .start()
        .await;
        let running = service.map_err(|error| Trouble::Machine(std::io::Error::other(error.to_string())))?;
        all(running.address, first, "201").await?;
        let (mut tooks, mut bares) = (Vec::new(), Vec::new());
        for round in 0..effort.rounds {
            let asked = (0..MANY).map(|_| vec![asking(); ASKED]).collect();
            bares.push(all(running.address, asked, "200").await?.rate);
            let acts =
                |(client, opening): (u32, &Act)| documents(opening, round * MANY + client).iter().map(posted).collect();
            tooks.push(all(running.address, (0..).zip(&openings).map(acts).collect(), "201").await?);
        }
        running.stop().await;
        let took = middle(tooks);
        let beside = Measured::Beside(took.rate, Rate::median(bares));
        tell(Figure::new("door_64", beside, Some(Goal::Share(20))));
        tell(Figure::new("door_64_latency", took.latency(), None));
        Ok(())
    })
}

/// An act as a request.
fn posted(act: &Act) -> String {
    let body = json!({
        "act": act.act,
        "actor": { "capacity": act.actor.capacity, "id": act.actor.id },
        "case": act.case,
        "command": act.command,
    })
    .to_string();
    format!(
        "POST /api/v1/acts HTTP/1.1\r\nHost: b\r\nAuthorization: Bearer {TOKEN}\r\n\
        Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// A request through the same layers that asks nothing of the database.
fn asking() -> String {
    "GET /healthz HTTP/1.1\r\nHost: b\r\n\r\n".to_owned()
}

/// All clients at once, each over one connection, waiting for its answer before its next request.
async fn all(to: SocketAddr, clients: Vec<Vec<String>>, status: &'static str) -> Result<Took, Trouble> {
    let count: u64 = clients.iter().map(|requests| requests.len() as u64).sum();
    let mut open = Vec::new();
    for requests in clients {
        let stream = TcpStream::connect(to).await?;
        stream.set_nodelay(true)?;
        open.push((stream, requests));
    }
    let watch = Stopwatch::start();
    let mut running = JoinSet::new();
    for (stream, requests) in open {
        running.spawn(client(stream, requests, status));
    }
    let mut micros = Vec::new();
    while let Some(done) = running.join_next().await {
        micros.extend(done.map_err(|_| Trouble::Broken)??);
    }
    let rate = Rate::of(count, watch.elapsed());
    micros.sort_unstable();
    Ok(Took { rate, micros })
}

async fn client(mut stream: TcpStream, requests: Vec<String>, status: &str) -> Result<Vec<u64>, Trouble> {
    let mut micros = Vec::with_capacity(requests.len());
    let mut answer = Vec::with_capacity(4_096);
    for request in requests {
        let watch = Stopwatch::start();
        stream.write_all(request.as_bytes()).await?;
        answer.clear();
        while !is_whole(&answer) {
            if stream.read_buf(&mut answer).await? == 0 {
                return Err(Trouble::Broken);
            }
        }
        micros.push(u64::try_from(watch.elapsed().as_micros()).unwrap_or(u64::MAX));
        if answer.get(9..12) != Some(status.as_bytes()) {
            return Err(Trouble::Machine(std::io::Error::other(String::from_utf8_lossy(&answer).into_owned())));
        }
    }
    Ok(micros)
}

/// Whether head and body have arrived: the server names the length of each body.
fn is_whole(answer: &[u8]) -> bool {
    let Some(head) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let text = String::from_utf8_lossy(&answer[..head]).to_ascii_lowercase();
    let length = text.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.trim().parse().ok());
    length.is_some_and(|length: usize| answer.len() >= head + 4 + length)
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn an_answer_is_whole_with_its_last_byte() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n";
        assert!(is_whole(answer));
        assert!((0..answer.len()).all(|end| !is_whole(&answer[..end])));
    }
}
