//! A service on a database of its own, with a clock that a test can move, and acts to hand in.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use cluster::Cluster;
use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use messages::Catalogue;
use negotiation::command::{
    AcceptPlatform, AcceptanceCommand, EmployerParty, IssueOffer, OfferBasis, OfferCommand, OpenCase, OpeningCommand,
    Scope, Topic, UnionParty,
};
use negotiation::{Capacity, Command, LawBook, PersonRef};
use serde_json::{Value, json};
use service::{Config, Further, Running, Service};
use uuid::Uuid;

use crate::http::{self, Answer};

/// No secret: the service of a test is gone in a moment.
pub(crate) const TOKEN: &str = "only-for-tests-only-for-tests-only";

/// A clock that a test moves.
#[derive(Clone)]
pub(crate) struct Hands(Arc<AtomicI64>);

impl Hands {
    pub(crate) fn at(text: &str) -> Self {
        Self(Arc::new(AtomicI64::new(text.parse::<Moment>().unwrap().millis())))
    }

    pub(crate) fn advance(&self, days: i64) {
        self.0.fetch_add(days * 86_400_000, Ordering::SeqCst);
    }
}

/// Starts a service.
pub(crate) async fn start(database: &str, hands: &Hands, more: &str) -> Running {
    start_with(database, hands, more, Further::default()).await
}

/// Starts a service with pages and jobs of a program.
pub(crate) async fn start_with(database: &str, hands: &Hands, more: &str, further: Further) -> Running {
    service(database, hands, more, further).start().await.unwrap()
}

/// What a service says whose settings aren't taken.
pub(crate) async fn refused(database: &str, more: &str) -> String {
    let service = service(database, &Hands::at("2026-03-02T09:00:00.000+08:00"), more, Further::default());
    let texts = Arc::clone(&service.texts);
    texts.say(&service.start().await.unwrap_err().said())
}

fn service(database: &str, hands: &Hands, more: &str, further: Further) -> Service {
    let text = format!(
        "database = \"{database}\"\ntoken = \"{TOKEN}\"\ntick_ms = 100\n{more}\n\
        [listen]\naddress = \"127.0.0.1:0\"\noperators = \"127.0.0.1:0\"\nmax_body = 20000\n"
    );
    let config = Config::read(&text).unwrap();
    let texts =
        Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES, timeline::MESSAGES, store::MESSAGES, service::MESSAGES])
            .unwrap();
    let hands = Arc::clone(&hands.0);
    let clock = Arc::new(move || Moment::from_millis(hands.load(Ordering::SeqCst)));
    let book = Arc::new(LawBook::builtin().unwrap());
    Service { clock, config, book, further, texts: Arc::new(texts) }
}

/// A database file in a folder.
pub(crate) fn file(folder: &Path) -> String {
    folder.join("store.sqlite").display().to_string()
}

/// A database of a cluster, with its tables.
pub(crate) async fn server(cluster: &Cluster) -> String {
    let url = cluster.url("postgres");
    store::migrate(&url.parse().unwrap()).await.unwrap();
    url
}

pub(crate) fn case(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | n)
}

fn act(case: Uuid, n: u128, capacity: Capacity, command: &Command) -> Value {
    let id = Uuid::from_u128(case.as_u128() | 0x0000_0001_0000_0000_0000_0000_0000_0000 | (n << 32));
    json!({
        "act": id,
        "actor": { "capacity": capacity, "id": format!("p-{}", capacity.name()) },
        "case": case,
        "command": command,
    })
}

fn person(id: &str) -> PersonRef {
    PersonRef { commit: Digest::sha256(id.as_bytes()), id: id.to_owned() }
}

/// Fictional; the check digits hold.
pub(crate) fn opens(case: Uuid) -> Value {
    let employer = EmployerParty {
        above_scale: false,
        address: "示例市示例路1号".to_owned(),
        disabled: 0,
        dispatched: 0,
        female: 40,
        headcount: 120,
        legal_rep: person("p-employer_legal_rep"),
        name: "示例机械有限公司（虚构）".to_owned(),
        uscc: "91330784MA0DEM0056".to_owned(),
    };
    let union = UnionParty {
        address: "示例市示例路1号".to_owned(),
        chair: person("p-union_chair"),
        guiding: false,
        name: "示例机械有限公司工会（虚构）".to_owned(),
        relative: false,
        uscc: "81330784MA0DEM224H".to_owned(),
    };
    let open = OpenCase {
        association: None,
        covered: Vec::new(),
        employer,
        number: None,
        parent: None,
        profile: Profile::Zj,
        proposed: None,
        region: "330784".to_owned(),
        scope: Scope::Enterprise,
        union,
    };
    act(case, 1, Capacity::UnionChair, &Command::Opening(OpeningCommand::OpenCase(Box::new(open))))
}

pub(crate) fn accepts_platform(case: Uuid) -> Value {
    let accept = AcceptPlatform { text: Digest::sha256(b"terms of use") };
    act(case, 2, Capacity::EmployerLegalRep, &Command::Acceptance(AcceptanceCommand::AcceptPlatform(accept)))
}

pub(crate) fn offers(case: Uuid) -> Value {
    offers_for(case, law::Date::constant(2026, 3, 30))
}

/// An offer to meet on a day.
pub(crate) fn offers_for(case: Uuid, meeting_on: law::Date) -> Value {
    let offer = IssueOffer {
        basis: OfferBasis::Annual,
        meeting_on,
        place: "二楼会议室".to_owned(),
        topics: vec![Topic { demand: "增长4%".to_owned(), title: "年度工资".to_owned() }],
    };
    act(case, 3, Capacity::UnionChair, &Command::Offer(OfferCommand::IssueOffer(offer)))
}

/// Hands an act in and expects an answer of some kind.
pub(crate) async fn hand_in(running: &Running, act: &Value) -> Answer {
    http::post(running.address, TOKEN, &act.to_string()).await.unwrap()
}

/// Hands acts in that are all recorded.
pub(crate) async fn recorded(running: &Running, acts: &[Value]) {
    for act in acts {
        let answer = hand_in(running, act).await;
        assert_eq!(answer.status, 201, "{answer:?}");
    }
}

/// Waits until something holds, two minutes at most: a machine may be busy with other things.
pub(crate) async fn until<F: Future<Output = bool>>(what: &str, mut holds: impl FnMut() -> F) {
    for _ in 0..2_400 {
        if holds().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("never came: {what}");
}
