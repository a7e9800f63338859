//! Ballots that are open, and their voters, each with a device of their own: it keeps its token and asks again until it is
//! answered, as a page does that is opened again.

use std::collections::BTreeSet;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ballot::{Asked, Definition, Issue, Key, Question, Token, Vote, link_of, plain_token};
use faults::crowd::{Answer, read};
use faults::watch::Stopwatch;
use law::time::Moment;
use ledger::Digest;
use serde_json::Value;
use store::{BallotChore, BoxKey, Chore, Hidden, NewBallot, Person, RollStep, Store, Writer};
use tokio::io::{AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use uuid::Uuid;

/// The salt by which tokens of the plain mode follow from links.
const SALT: [u8; 32] = [2; 32];

/// A ballot, and who may vote.
#[derive(Clone)]
pub(crate) struct Hall {
    pub(crate) case: Uuid,
    pub(crate) id: Uuid,
    key: Key,
    number: u32,
    pub(crate) voters: u32,
}

#[derive(serde::Serialize)]
struct Named {
    name: String,
}

impl Hall {
    /// Opens a ballot, box, roll and links included.
    pub(crate) async fn open(
        (store, writer): (&Store, &Writer),
        number: u32,
        voters: u32,
        times: (Moment, Moment),
    ) -> Self {
        let case = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | u128::from(number));
        let id = Uuid::from_u128(0x0190_0000_0000_7000_9000_0000_0000_0000 | u128::from(number));
        let hall = Self { case, id, key: Key::derive([1; 32], id).unwrap(), number, voters };
        let lying = BoxKey { secret: Hidden(hall.key.secret().0), salt: Hidden(SALT) };
        store.put_box_up(id, &lying, voters).await.unwrap();
        let definition = Definition {
            ballot: id,
            case,
            closes_at: times.1,
            key: hall.key.public(),
            meeting: None,
            objection_days: None,
            opened_at: times.0,
            question: Question::Draft { terms: Digest::sha256(b"a text") },
            reveals: true,
            roll: None,
            roll_digest: None,
            round: None,
            voters,
        };
        let named = |n| Named { name: format!("代表{n}（虚构）") };
        let names = (0..voters).map(|n| Person::new(&format!("p-{n}"), [3; 32], &named(n)).unwrap()).collect();
        let by = RollStep { by: "office".to_owned(), at: times.0 };
        let new = NewBallot {
            case,
            ballot: id,
            closes_at: definition.closes_at,
            definition: ledger::canonical::to_vec(&definition).unwrap(),
            links: Vec::new(),
            messages: Vec::new(),
            roll: id,
            voters: (0..voters).map(|n| format!("p-{n}")).collect(),
        };
        let links = (0..voters).map(|n| (n, link_of(hall.link(n).as_bytes()))).collect();
        for chore in [
            BallotChore::PublishRoll { case, roll: id, content: b"{}".to_vec(), names, by },
            BallotChore::Open(new),
            BallotChore::Links { case, ballot: id, links },
        ] {
            writer.chore(Chore::Ballot(chore)).await.unwrap();
        }
        hall
    }

    /// Every fourth has no device that makes tokens.
    pub(crate) const fn is_plain(n: u32) -> bool {
        n % 4 == 3
    }

    /// What each of them chooses.
    const fn choice(n: u32) -> u32 {
        n % 3
    }

    fn link(&self, n: u32) -> String {
        format!("{:08x}{n:024x}", self.number)
    }

    fn token(&self, n: u32) -> Token {
        if Self::is_plain(n) {
            return plain_token(&SALT, self.link(n).as_bytes());
        }
        Token(*Digest::sha256(format!("{} {n}", self.number).as_bytes()).as_bytes())
    }

    /// The tokens that must be on the list.
    pub(crate) fn tokens(&self) -> BTreeSet<Token> {
        (0..self.voters).map(|n| self.token(n)).collect()
    }

    /// How often each choice must be on it.
    pub(crate) fn tally(&self) -> Vec<u32> {
        let of = |choice| (0..self.voters).filter(|n| Self::choice(*n) == choice).count();
        (0..3).map(|choice| u32::try_from(of(choice)).unwrap()).collect()
    }
}

/// What all voters are asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    Waiting,
    Issue,
    Cast,
}

/// What voters know between them; by ballot and voter.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// How often somebody asked again because nobody answered.
    pub(crate) again: u64,
    /// How long each answer took from the first time of asking, in microseconds.
    pub(crate) micros: Vec<u64>,
    /// Voters who have a token.
    pub(crate) issued: BTreeSet<(u32, u32)>,
    /// Voters who handed a ballot in.
    pub(crate) sent: BTreeSet<(u32, u32)>,
    /// Voters who were told that it is in the box.
    pub(crate) told: BTreeSet<(u32, u32)>,
    /// Answers that must never be given.
    pub(crate) wrong: Vec<String>,
}

/// Voters at work.
pub(crate) struct Voters {
    known: Arc<Mutex<Known>>,
    running: JoinSet<()>,
    pub(crate) server: watch::Sender<Option<SocketAddr>>,
    pub(crate) stage: watch::Sender<Stage>,
}

impl Voters {
    pub(crate) fn of(halls: &[Hall]) -> Self {
        let (known, server, stage) = (Arc::default(), watch::Sender::new(None), watch::Sender::new(Stage::Waiting));
        let mut running = JoinSet::new();
        for (hall, n) in halls.iter().flat_map(|hall| (0..hall.voters).map(move |n| (hall, n))) {
            let (hall, known) = (hall.clone(), Arc::clone(&known));
            let device = Device { hall, known, n, server: server.subscribe(), stage: stage.subscribe() };
            running.spawn(device.votes());
        }
        Self { known, running, server, stage }
    }

    /// What they know now.
    pub(crate) fn knows<T>(&self, what: impl FnOnce(&Known) -> T) -> T {
        what(&self.known.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits until so many voters know something.
    pub(crate) async fn until(&self, enough: usize, of: impl Fn(&Known) -> usize) {
        for _ in 0..24_000 {
            if self.knows(&of) >= enough {
                return;
            }
            sleep(Duration::from_millis(5)).await;
        }
        self.knows(|known| panic!("{enough} never came: {known:?}"));
    }

    /// Waits until everybody has voted.
    pub(crate) async fn end(&mut self) {
        while let Some(done) = self.running.join_next().await {
            done.unwrap();
        }
    }
}

struct Device {
    hall: Hall,
    known: Arc<Mutex<Known>>,
    n: u32,
    server: watch::Receiver<Option<SocketAddr>>,
    stage: watch::Receiver<Stage>,
}

impl Device {
    fn notes(&self, what: impl FnOnce(&mut Known, (u32, u32))) {
        what(&mut self.known.lock().unwrap_or_else(PoisonError::into_inner), (self.hall.number, self.n));
    }

    async fn votes(mut self) {
        if Hall::is_plain(self.n) {
            self.votes_plainly().await;
            return;
        }
        let (id, token) = (self.hall.id, self.hall.token(self.n));
        let mut chance = [7; 64];
        chance[..32].copy_from_slice(&token.0);
        let (asked, blinded) = Asked::with(token, chance).unwrap();
        self.waits(Stage::Issue).await;
        let body = format!("link={}&blinded={}", self.hall.link(self.n), blinded.text());
        let said: Value = serde_json::from_str(&self.asks(&format!("/ballots/{id}/issue"), &body).await).unwrap();
        let text = |name: &str| said[name].as_str().unwrap().to_owned();
        let issue = Issue { evaluated: text("evaluated").parse().unwrap(), proof: text("proof").parse().unwrap() };
        let seal = asked.sealed(&issue, &self.hall.key.public()).unwrap();
        self.notes(|known, it| {
            known.issued.insert(it);
        });
        self.waits(Stage::Cast).await;
        let body = format!("token={}&seal={}&choice={}", token.text(), seal.text(), self.chosen());
        self.notes(|known, it| {
            known.sent.insert(it);
        });
        let said: Value = serde_json::from_str(&self.asks(&format!("/ballots/{id}/cast"), &body).await).unwrap();
        assert_eq!(said["tracker"], token.tracker().to_string());
        self.notes(|known, it| {
            known.told.insert(it);
        });
    }

    /// Without a device of one's own: by the link alone.
    async fn votes_plainly(&mut self) {
        self.waits(Stage::Cast).await;
        let path = format!("/v/{}/{}/cast", self.hall.id, self.hall.link(self.n));
        self.notes(|known, it| {
            known.sent.insert(it);
        });
        self.asks(&path, &format!("choice={}", self.chosen())).await;
        self.notes(|known, it| {
            known.told.insert(it);
        });
    }

    fn chosen(&self) -> u32 {
        Vote(1 << Hall::choice(self.n)).choices().next().unwrap()
    }

    async fn waits(&mut self, stage: Stage) {
        self.stage.wait_for(|now| *now >= stage).await.unwrap();
    }

    /// Asks the server, wherever it is, until it answers. Gives what it says.
    async fn asks(&mut self, path: &str, body: &str) -> String {
        let watch = Stopwatch::start();
        loop {
            let address = self.server.wait_for(Option::is_some).await.unwrap().unwrap();
            match timeout(Duration::from_secs(30), post(address, path, body)).await {
                Ok(Ok(Answer { status: 200, body, .. })) => {
                    self.notes(|known, _| known.micros.push(watch.micros()));
                    return body;
                }
                Ok(Ok(Answer { status: 503, .. }) | Err(_)) | Err(_) => {
                    self.notes(|known, _| known.again += 1);
                    sleep(Duration::from_millis(20)).await;
                }
                Ok(Ok(answer)) => {
                    self.notes(|known, it| known.wrong.push(format!("{it:?} {path}: {answer:?}")));
                    std::future::pending::<()>().await;
                }
            }
        }
    }
}

async fn post(address: SocketAddr, path: &str, body: &str) -> io::Result<Answer> {
    let mut stream = BufReader::new(TcpStream::connect(address).await?);
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: t\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n\
        Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.get_mut().write_all(request.as_bytes()).await?;
    read(&mut stream).await
}
