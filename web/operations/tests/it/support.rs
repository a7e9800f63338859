//! Places, cases, and what a test compares.

use std::sync::Arc;

use cluster::{Cluster, Sync};
use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use messages::Said;
use negotiation::command::{
    AcceptPlatform, AcceptanceCommand, EmployerParty, IssueOffer, OfferBasis, OfferCommand, OpenCase, OpeningCommand,
    Scope, Topic, UnionParty,
};
use negotiation::{Act, Actor, Capacity, Command, Facts, LawBook, PersonRef};
use store::{
    Attachment, Chore, Load, Person, Place, Row, Snapshot, Store, Submission, TABLES, Writer, WriterOptions, WriterTask,
};
use tempfile::TempDir;
use tokio::sync::{Mutex, OnceCell};
use uuid::Uuid;

static CLUSTER: OnceCell<Mutex<(Cluster, u32)>> = OnceCell::const_new();

/// Which database.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    File,
    Server,
}

pub(crate) const KINDS: [Kind; 2] = [Kind::File, Kind::Server];

/// An empty place.
pub(crate) async fn empty(kind: Kind, folder: &TempDir, name: &str) -> Place {
    match kind {
        Kind::File => Place::File(folder.path().join(format!("{name}.sqlite"))),
        Kind::Server => {
            let shared = CLUSTER.get_or_init(async || Mutex::new((Cluster::start(Sync::Memory).unwrap(), 0))).await;
            let mut shared = shared.lock().await;
            shared.1 += 1;
            let name = format!("o{}", shared.1);
            shared.0.create_database(&name).unwrap();
            let place: Place = shared.0.url(&name).parse().unwrap();
            store::migrate(&place).await.unwrap();
            place
        }
    }
}

/// A store that is being written to.
pub(crate) struct Scene {
    pub(crate) place: Place,
    pub(crate) store: Store,
    pub(crate) writer: Writer,
    task: WriterTask,
}

impl Scene {
    pub(crate) async fn at(place: Place) -> Self {
        let store = Store::open(&place).await.unwrap();
        let book = Arc::new(LawBook::builtin().unwrap());
        let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
        Self { place, store, writer, task }
    }

    pub(crate) async fn submit(&self, act: Act) {
        self.writer.submit(Submission::new(act)).await.unwrap();
    }

    /// A few cases with persons and files.
    pub(crate) async fn filled(place: Place, cases: u128) -> Self {
        let scene = Self::at(place).await;
        for n in 1..=cases {
            scene.submit(opens(n)).await;
            scene.submit(accepts(n)).await;
            let person = Person::new("p-a", [7; 32], &format!("person {n}")).unwrap();
            scene.writer.chore(Chore::Person { case: case(n), person }).await.unwrap();
            let bytes = (0..20_000_u32).map(|i| u8::try_from(u128::from(i * i / 7) * n % 251).unwrap()).collect();
            let attachment = Attachment { name: "scan".to_owned(), bytes };
            scene.writer.chore(Chore::Attachment { case: case(n), attachment }).await.unwrap();
        }
        scene
    }

    pub(crate) async fn stop(self) -> Place {
        drop(self.writer);
        self.task.stopped().await;
        self.store.close().await;
        self.place
    }
}

/// Every row of a place.
pub(crate) async fn rows(place: &Place) -> Vec<(&'static str, Vec<Row>)> {
    let mut snapshot = Snapshot::of(place).await.unwrap();
    let mut tables = Vec::new();
    for table in TABLES {
        let mut rows: Vec<Row> = Vec::new();
        loop {
            let page = snapshot.page(table, rows.last()).await.unwrap();
            if page.is_empty() {
                break;
            }
            rows.extend(page);
        }
        tables.push((table.name, rows));
    }
    snapshot.close().await.unwrap();
    tables
}

/// A file with these rows, whatever they say.
pub(crate) async fn written(folder: &TempDir, name: &str, rows: &[(&'static str, Vec<Row>)]) -> Place {
    let place = empty(Kind::File, folder, name).await;
    let mut load = Load::begin(&place).await.unwrap();
    for (table, (_, rows)) in TABLES.iter().zip(rows) {
        load.start(table).await.unwrap();
        load.add(table, rows).await.unwrap();
    }
    load.commit().await.unwrap();
    place
}

pub(crate) fn quiet(_: Said) {}

pub(crate) fn now() -> Moment {
    "2026-03-02T12:00:00.000+08:00".parse().unwrap()
}

pub(crate) fn case(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | n)
}

fn act(n: u128, id: u128, capacity: Capacity, command: Command) -> Act {
    let at = "2026-03-02T09:00:00.000+08:00".parse::<Moment>().unwrap();
    let act = Uuid::from_u128(case(n).as_u128() | 0x0000_0001_0000_0000_0000_0000_0000_0000 | (id << 32));
    let actor = Actor { capacity, id: format!("p-{}", capacity.name()), side: capacity.side() };
    let at = at.plus_millis(i64::try_from(id).unwrap() * 60_000);
    Act { act, actor, at, case: case(n), command, facts: Facts::default() }
}

fn person(id: &str) -> PersonRef {
    PersonRef { commit: Digest::sha256(id.as_bytes()), id: id.to_owned() }
}

/// Fictional; the check digits hold.
pub(crate) fn opens(n: u128) -> Act {
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
    act(n, 1, Capacity::UnionChair, Command::Opening(OpeningCommand::OpenCase(Box::new(open))))
}

pub(crate) fn accepts(n: u128) -> Act {
    let accept = AcceptPlatform { text: Digest::sha256(b"terms of use") };
    act(n, 2, Capacity::EmployerLegalRep, Command::Acceptance(AcceptanceCommand::AcceptPlatform(accept)))
}

pub(crate) fn offers(n: u128) -> Act {
    let offer = IssueOffer {
        basis: OfferBasis::Annual,
        meeting_on: law::Date::constant(2026, 3, 30),
        place: "二楼会议室".to_owned(),
        topics: vec![Topic { demand: "增长4%".to_owned(), title: "年度工资".to_owned() }],
    };
    act(n, 3, Capacity::UnionChair, Command::Offer(OfferCommand::IssueOffer(offer)))
}
