//! Clients at the door of a server that dies and comes back: each hands its acts in one after the other over HTTP, and
//! again, under the same id, until it knows that they are recorded.
//!
//! The server goes by the clock of the machine, so that nobody knows its records to the byte; what is known is which acts
//! were handed in, and every receipt.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use law::rules::Profile;
use ledger::Digest;
use ledger::purpose::DOCUMENT;
use negotiation::command::{
    AcceptPlatform, AcceptanceCommand, DocumentKind, OpeningCommand, RecordDocument, SystemCommand,
};
use negotiation::{Capacity, Command, LawBook};
use serde_json::{Value, json};
use store::Store;
use tokio::io::BufReader;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use uuid::Uuid;
use verify::{Limits, verify};

use crate::cases::{Cases, id};
use crate::crowd::{Answer, post};
use crate::examine::{ExamineError, Tally, evidence, records};
use crate::plain::says_when_to_come_back;

/// Papers that are recorded in each case after its opening and both acceptances.
const PAPERS: u32 = 8;

/// What stands for the template of papers.
const TEMPLATE: &[u8] = b"// nothing is printed\n";

/// The region of all cases, where the rules of Zhejiang hold.
const REGION: &str = "330784";

/// A client that isn't answered for so long gives its connection up and asks again.
const LONGEST: Duration = Duration::from_secs(30);

/// What clients know between them.
#[derive(Debug, Default)]
struct Known {
    /// How often an act was handed in again because nobody knew.
    again: u64,
    /// Clients who wait for an answer.
    asking: usize,
    /// Acts that were handed in, with their cases.
    handed: BTreeMap<Uuid, u32>,
    /// Acts whose receipt was given and not there when somebody looked.
    lost: BTreeSet<Uuid>,
    /// Receipts, as they were given.
    told: BTreeMap<Uuid, Receipt>,
    /// Anything that must not be.
    wrong: Vec<String>,
}

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Receipt {
    body: String,
    hash: Digest,
    number: u32,
}

/// Clients at work.
pub struct Clients {
    known: Arc<Mutex<Known>>,
    over: watch::Sender<bool>,
    running: JoinSet<()>,
    server: watch::Sender<Option<SocketAddr>>,
}

struct Client {
    cases: Cases,
    connection: Option<(SocketAddr, BufReader<TcpStream>)>,
    known: Arc<Mutex<Known>>,
    /// The last act that was acknowledged, which is handed in again on every new connection.
    last: Option<(u32, Value)>,
    over: watch::Receiver<bool>,
    server: watch::Receiver<Option<SocketAddr>>,
}

impl Clients {
    /// So many clients, who wait for a server.
    #[must_use]
    pub fn begin(cases: &Cases, clients: u32) -> Self {
        let (known, (over, _), (server, _)) = (Arc::default(), watch::channel(false), watch::channel(None));
        let mut running = JoinSet::new();
        for number in 0..clients {
            let (cases, known) = (cases.clone(), Arc::clone(&known));
            let (over, server) = (over.subscribe(), server.subscribe());
            let client = Client { cases, connection: None, known, last: None, over, server };
            running.spawn(client.run(number, clients));
        }
        Self { known, over, running, server }
    }

    /// Where the server is now; nowhere where it is gone.
    pub fn served_at(&self, address: Option<SocketAddr>) {
        self.server.send_replace(address);
    }

    /// How many acts were acknowledged so far.
    #[must_use]
    pub fn told(&self) -> usize {
        lock(&self.known).told.len()
    }

    /// Waits for so many receipts more.
    ///
    /// # Errors
    /// They don't come.
    pub async fn receive(&self, more: usize) -> io::Result<()> {
        let enough = self.told() + more;
        for _ in 0..24_000 {
            if self.told() >= enough {
                return Ok(());
            }
            sleep(Duration::from_millis(5)).await;
        }
        Err(io::Error::other(format!("no receipts: {:?}", lock(&self.known).wrong)))
    }

    /// Ends when every answer of a server that is gone has been read.
    ///
    /// # Errors
    /// Somebody still waits for one.
    pub async fn settle(&self) -> io::Result<()> {
        for _ in 0..12_000 {
            if lock(&self.known).asking == 0 {
                return Ok(());
            }
            sleep(Duration::from_millis(5)).await;
        }
        Err(io::Error::other("somebody waits for a server that is gone"))
    }

    /// Lets everybody come to the end of the act that they are at.
    pub async fn end(&mut self) {
        self.over.send_replace(true);
        while self.running.join_next().await.is_some() {}
    }

    /// Looks for everything that was acknowledged so far: while the server is gone, before anybody hands in anything again.
    /// Gives how many acts are recorded of which nobody was told.
    ///
    /// # Errors
    /// See [`ExamineError`].
    pub async fn look(&self, store: &Store) -> Result<usize, ExamineError> {
        let (numbers, told) = {
            let known = lock(&self.known);
            (known.handed.values().copied().collect::<BTreeSet<u32>>(), known.told.clone())
        };
        let (mut found, mut untold) = (BTreeMap::new(), 0);
        for number in numbers {
            for record in records(store, number).await? {
                untold += usize::from(!told.contains_key(&record.act));
                found.insert(record.act, record.hash);
            }
        }
        let missing = told.iter().filter(|(act, receipt)| found.get(*act) != Some(&receipt.hash));
        lock(&self.known).lost.extend(missing.map(|(act, _)| *act));
        Ok(untold)
    }

    /// Compares everything once all clients have ended.
    ///
    /// # Errors
    /// See [`ExamineError`].
    pub async fn finish(self, store: &Store, book: &LawBook) -> Result<Tally, ExamineError> {
        self.look(store).await?;
        let known = std::mem::take(&mut *lock(&self.known));
        let (acknowledged, lost) = (known.told.len() as u64, known.lost.len() as u64);
        let mut tally = Tally { acknowledged, lost, failed: known.again, wrong: known.wrong, ..Tally::default() };
        tally.found = acknowledged - lost;
        for number in known.handed.values().copied().collect::<BTreeSet<u32>>() {
            let records = records(store, number).await?;
            let acts: BTreeSet<Uuid> = records.iter().map(|record| record.act).collect();
            tally.cases += 1;
            tally.drawn += 1;
            tally.records += records.len() as u64;
            tally.doubled += (records.len() - acts.len()) as u64;
            let handed = known.handed.iter().filter(|(_, of)| **of == number).map(|(act, _)| *act);
            let handed: BTreeSet<Uuid> = handed.collect();
            tally.untold += acts.iter().filter(|act| !known.told.contains_key(*act)).count() as u64;
            if acts != handed {
                tally.wrong.push(format!("case {number}: {acts:?} recorded, {handed:?} handed in"));
            }
            let papers = records.iter().filter(|record| record.command == "record_document").count();
            let bytes: Vec<Vec<u8>> = records.into_iter().map(|record| record.bytes).collect();
            let mut evidence = evidence(book, Profile::Zj, id(number), &bytes)?;
            for paper in (0..PAPERS).take(papers) {
                let content = content(number, paper);
                evidence.document(&paper_number(paper), content.clone(), content)?;
                evidence.template(TEMPLATE)?;
            }
            match verify(&evidence.finish()?, &Limits::default()) {
                Ok(report) if report.first_break.is_none() => tally.verified += 1,
                Ok(report) => tally.wrong.push(format!("case {number}: {:?}", report.first_break)),
                Err(unreadable) => tally.wrong.push(format!("case {number}: {unreadable:?}")),
            }
        }
        Ok(tally)
    }
}

impl Client {
    /// Carries the cases `number`, `number + clients`, … through, one after the other.
    async fn run(mut self, number: u32, clients: u32) {
        for number in (number..).step_by(clients as usize) {
            for act in acts(&self.cases, number) {
                if *self.over.borrow() || !self.hand_in(number, act).await {
                    return;
                }
            }
        }
    }

    /// Hands an act in until it is recorded. Whether the client goes on.
    async fn hand_in(&mut self, number: u32, act: Value) -> bool {
        let Some(name) = act["act"].as_str().and_then(|text| text.parse().ok()) else { return false };
        lock(&self.known).handed.insert(name, number);
        let body = act.to_string();
        loop {
            let Ok(address) = self.served().await else { return false };
            lock(&self.known).asking += 1;
            let answer = self.post(address, &body).await;
            if let Ok(answer @ Answer { status: 201, .. }) = &answer {
                self.told(number, name, &answer.body);
            }
            lock(&self.known).asking -= 1;
            match answer {
                Ok(Answer { status: 201, .. }) => {
                    self.last = Some((number, act));
                    return true;
                }
                // Nobody is told anything by a server that dies; one that lives says what is wrong, and when to come back.
                Ok(answer) if says_when_to_come_back(&answer) => self.later().await,
                Err(_) => self.later().await,
                Ok(Answer { status, head, body }) => {
                    lock(&self.known).wrong.push(format!("case {number}: {status} {head} {body}"));
                    return false;
                }
            }
        }
    }

    /// The act is handed in once more in a moment.
    async fn later(&self) {
        lock(&self.known).again += 1;
        sleep(Duration::from_millis(10)).await;
    }

    /// Notes a receipt. The same act again gives the same.
    fn told(&self, number: u32, act: Uuid, body: &str) {
        let mut known = lock(&self.known);
        let said: Value = serde_json::from_str(body).unwrap_or_default();
        let Some(hash) = said["hash"].as_str().and_then(|text| text.parse().ok()) else {
            known.wrong.push(format!("case {number}: no receipt: {body}"));
            return;
        };
        let receipt = Receipt { body: body.to_owned(), hash, number };
        let before = known.told.insert(act, receipt.clone());
        if said["act"] != act.to_string() || before.as_ref().is_some_and(|before| *before != receipt) {
            known.wrong.push(format!("case {number}: another receipt: {before:?}, {receipt:?}"));
        }
    }

    /// Where the server is, once it is somewhere.
    async fn served(&mut self) -> io::Result<SocketAddr> {
        let served = *self.server.wait_for(Option::is_some).await.map_err(io::Error::other)?;
        served.ok_or_else(|| io::Error::other("no server"))
    }

    /// Asks the server. On a new connection the last act that was acknowledged comes first.
    async fn post(&mut self, address: SocketAddr, body: &str) -> io::Result<Answer> {
        let kept = self.connection.take().filter(|(of, _)| *of == address);
        let mut stream = match kept {
            Some((_, stream)) => stream,
            None => {
                let mut stream = BufReader::new(TcpStream::connect(address).await?);
                if let Some((number, act)) = self.last.clone() {
                    let answer = timeout(LONGEST, post(&mut stream, &act.to_string())).await??;
                    let name = act["act"].as_str().and_then(|text| text.parse().ok());
                    match (answer.status, name) {
                        (201, Some(name)) => self.told(number, name, &answer.body),
                        (201, None) => return Err(io::Error::other("an act without a name")),
                        // What it says of that act goes for the one that was to follow.
                        (..) => return Ok(answer),
                    }
                }
                stream
            }
        };
        let answer = timeout(LONGEST, post(&mut stream, body)).await??;
        self.connection = Some((address, stream));
        Ok(answer)
    }
}

fn lock(known: &Mutex<Known>) -> MutexGuard<'_, Known> {
    known.lock().unwrap_or_else(PoisonError::into_inner)
}

fn paper_number(paper: u32) -> String {
    format!("D09-{paper}")
}

/// What stands for a paper and for its data: nobody prints it.
fn content(number: u32, paper: u32) -> Vec<u8> {
    format!("{{\"case\":{number},\"paper\":{paper}}}").into_bytes()
}

/// The acts of a case, in order, as they are handed in.
fn acts(cases: &Cases, number: u32) -> Vec<Value> {
    let mut all = Vec::new();
    if let Some(Command::Opening(OpeningCommand::OpenCase(mut open))) =
        cases.history(number).next().map(|step| step.act.command)
    {
        (open.profile, open.region) = (Profile::Zj, REGION.to_owned());
        all.push((Capacity::UnionChair, Command::Opening(OpeningCommand::OpenCase(open))));
    }
    let accept = AcceptPlatform { text: Digest::sha256(b"terms of use") };
    for capacity in [Capacity::UnionChair, Capacity::EmployerLegalRep] {
        all.push((capacity, Command::Acceptance(AcceptanceCommand::AcceptPlatform(accept.clone()))));
    }
    for paper in 0..PAPERS {
        let content = content(number, paper);
        let record = RecordDocument {
            data: Digest::of(DOCUMENT, &content),
            fonts: Vec::new(),
            kind: DocumentKind::Minutes,
            number: paper_number(paper),
            pdf: Digest::sha256(&content),
            template: Digest::sha256(TEMPLATE),
            typst: "0.15".to_owned(),
            version: 1,
        };
        all.push((Capacity::System, Command::System(SystemCommand::RecordDocument(record))));
    }
    let act = |(at, (capacity, command)): (u128, (Capacity, Command))| {
        let name = 0x0198_0000_0000_7000_9000_0000_0000_0000 | u128::from(number) << 16 | at;
        json!({
            "act": Uuid::from_u128(name),
            "actor": { "capacity": capacity, "id": format!("p-{}", capacity.name()) },
            "case": id(number),
            "command": command,
        })
    };
    (0..).zip(all).map(act).collect()
}
