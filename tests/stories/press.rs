//! The press makes by itself what a play makes at once: the same papers, under the same numbers, from the same data.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use documents::{Kind, Typesetter};
use law::time::Moment;
use negotiation::{Event, LawBook};
use serde_json::Value;
use service::{Clock, Desk};
use store::{Place, Store, Writer, WriterOptions, WriterTask};
use uuid::Uuid;
use xinxieshang::paper::course::Made;
use xinxieshang::play::enact;
use xinxieshang::press::{Press, plan};
use xinxieshang::scenario::Scenario;

use crate::scenarios::{Made as Played, first_plays};

/// Scenarios with all that can make papers differ: a change beside its parent, corrections, acts on paper, a reminder.
const COMPARED: [&str; 5] = ["amendment", "corrected-after-signing", "expiry", "on-paper", "standard"];

/// The typesetter, with its fonts read once.
pub(crate) fn typesetter() -> Arc<Typesetter> {
    static TYPESETTER: LazyLock<Arc<Typesetter>> =
        LazyLock::new(|| Arc::new(Typesetter::new(&documents::DEFAULT_FONT_DIRS.map(PathBuf::from)).unwrap()));
    Arc::clone(&TYPESETTER)
}

/// What plays bring out; a play has a runtime of its own, so it is waited for on another thread.
async fn plays() -> &'static [Played] {
    tokio::task::spawn_blocking(first_plays).await.unwrap()
}

/// A scenario handed in without its papers.
pub(crate) struct Handed {
    book: Arc<LawBook>,
    cases: Vec<Uuid>,
    now: Moment,
    path: PathBuf,
}

impl Handed {
    async fn of(name: &str, folder: &Path) -> Self {
        let text = std::fs::read_to_string(e2e::root().join(format!("tests/scenarios/{name}.toml"))).unwrap();
        Self::read(name, &text, folder).await
    }

    pub(crate) async fn read(name: &str, text: &str, folder: &Path) -> Self {
        let scenario = Scenario::read(text).unwrap();
        let book = Arc::new(LawBook::new([scenario.header.profile], scenario.data.clone()).unwrap());
        let (now, path) = (scenario.header.until, folder.join(format!("{name}.sqlite")));
        let mut handed = Self { book, cases: Vec::new(), now, path };
        let (store, writer, task) = handed.open().await;
        let enacted = enact(&scenario, &handed.book, &writer, (now, now)).await.unwrap();
        handed.cases.extend(enacted.iter().map(|enacted| enacted.case));
        drop(writer);
        task.stopped().await;
        store.close().await;
        handed
    }

    /// The data of all papers that the first case calls for, by number.
    pub(crate) async fn planned(&self) -> BTreeMap<String, Value> {
        let (store, writer, task) = self.open().await;
        let plan = plan(&store, &self.book, self.cases[0], self.now, &Made::new()).await.unwrap();
        drop(writer);
        task.stopped().await;
        let papers = plan.due.into_iter().map(|due| due.paper.unwrap());
        papers.map(|paper| (paper.number, serde_json::from_slice(&paper.data).unwrap())).collect()
    }

    async fn open(&self) -> (Store, Writer, WriterTask) {
        let store = Store::open(&Place::File(self.path.clone())).await.unwrap();
        let book = Arc::<LawBook>::clone(&self.book);
        let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
        (store, writer, task)
    }

    /// A press at a desk of its own.
    async fn press(&self) -> (Press, Store) {
        let (store, writer, _) = self.open().await;
        let now = self.now;
        let clock: Clock = Arc::new(move || now);
        let press = Press::new(Desk::new(store.clone(), writer, clock), Arc::clone(&self.book), typesetter(), true);
        press.keep_references().await.unwrap();
        (press, store)
    }
}

/// The data of the papers of a case by number, without the hashes of the chain, which the papers themselves move.
async fn pressed(store: &Store, case: Uuid) -> BTreeMap<String, Value> {
    let lines = store.documents_of(case, None, 1_000).await.unwrap();
    let mut papers = BTreeMap::new();
    for line in lines {
        let document = store.document(case, &line.number, line.version).await.unwrap().unwrap();
        assert!(document.pdf.starts_with(b"%PDF-"));
        papers.insert(line.number, without_hashes(&document.data));
    }
    papers
}

fn played(made: &Played) -> BTreeMap<String, Value> {
    let bundle = made.bundle();
    let papers = bundle.0.iter().filter(|(name, _)| name.starts_with("documents/") && name.ends_with(".json"));
    let number = |name: &str| name.trim_start_matches("documents/").trim_end_matches(".json").to_owned();
    papers.map(|(name, data)| (number(name), without_hashes(data))).collect()
}

fn without_hashes(data: &[u8]) -> Value {
    let mut data: Value = serde_json::from_slice(data).unwrap();
    let header = data["header"].as_object_mut().unwrap();
    assert!(header.remove("head").is_some());
    // Minutes are confirmed as the record that closed the session has them.
    for side in ["employer", "worker"] {
        if let Some(signed) = data.pointer_mut(&format!("/confirmation/{side}")).and_then(Value::as_object_mut) {
            assert!(signed.remove("digest").is_some());
        }
    }
    data
}

#[tokio::test]
async fn the_press_makes_the_papers_of_a_play_however_late_it_comes() {
    let folder = tempfile::tempdir().unwrap();
    for name in COMPARED {
        let handed = Handed::of(name, folder.path()).await;
        let (press, store) = handed.press().await;
        let plays: Vec<&Played> = plays().await.iter().filter(|made| made.scenario == name).collect();
        assert_eq!(plays.len(), handed.cases.len(), "{name}");
        for (case, play) in handed.cases.iter().zip(plays) {
            let outcome = press.press(*case).await.unwrap();
            let (mut own, mut expected) = (pressed(&store, *case).await, played(play));
            assert_eq!((outcome.made, outcome.failed), (own.len(), 0), "{name}");
            // The reminder is dated on the day on which it is made, and this press comes long after: where the agreement
            // has ended meanwhile, nobody is reminded.
            let reminder = |number: &String| number.starts_with(Kind::ExpiryNotice.code());
            let ended = store.case(*case).await.unwrap().unwrap().stage == "ended";
            assert_eq!(own.keys().any(reminder), expected.keys().any(reminder) && !ended, "{name}");
            own.retain(|number, _| !reminder(number));
            expected.retain(|number, _| !reminder(number));
            assert!(own.len() > 2, "{name}");
            for (number, data) in &expected {
                assert_eq!(own.get(number), Some(data), "{name}: {number}");
            }
            assert_eq!(own.len(), expected.len(), "{name}");
            assert_eq!(press.press(*case).await.unwrap().made, 0, "{name}: nothing is missing now");
        }
    }
}

// What is recorded is what follows from the records: the plan of an empty shelf has the digests of the full one.
#[tokio::test]
async fn the_same_records_call_for_the_same_data_again() {
    let folder = tempfile::tempdir().unwrap();
    let handed = Handed::of("standard", folder.path()).await;
    let (press, store) = handed.press().await;
    let case = handed.cases[0];
    press.press(case).await.unwrap();
    let plan = plan(&store, &handed.book, case, handed.now, &Made::new()).await.unwrap();
    let lines = store.documents_of(case, None, 1_000).await.unwrap();
    assert_eq!(plan.due.len(), lines.len());
    for due in plan.due {
        let wanted = due.paper.unwrap();
        let line = lines.iter().find(|line| line.number == wanted.number && line.version == wanted.version).unwrap();
        let (digest, kind) = (ledger::Digest::of(ledger::purpose::DOCUMENT, &wanted.data), wanted.kind.name());
        assert_eq!((line.data_digest, line.kind.as_str()), (digest, kind), "{}", wanted.number);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_presses_at_once_make_each_paper_once() {
    let folder = tempfile::tempdir().unwrap();
    let handed = Handed::of("corrected-after-signing", folder.path()).await;
    let case = handed.cases[0];
    let ((one, store), (other, _)) = (handed.press().await, handed.press().await);
    let (first, second) = tokio::join!(one.press(case), other.press(case));
    let made = first.map_or(0, |pressed| pressed.made) + second.map_or(0, |pressed| pressed.made);
    // A press that lost every race gives up and comes back with the next round.
    let left = one.press(case).await.unwrap().made;
    let mut recorded = Vec::new();
    for record in store.records_after(case, 0, 1_000).await.unwrap() {
        let value: Value = serde_json::from_slice(&record.bytes).unwrap();
        let events: Vec<Event> = serde_json::from_value(value["data"]["events"].clone()).unwrap();
        recorded.extend(events.into_iter().filter_map(|event| {
            if let Event::DocumentRecorded(e) = event { Some((e.document.number, e.document.version)) } else { None }
        }));
    }
    let once: BTreeSet<_> = recorded.iter().collect();
    assert_eq!(once.len(), recorded.len(), "{recorded:?}");
    let play = plays().await.iter().find(|made| made.scenario == "corrected-after-signing").unwrap();
    let numbers: BTreeSet<String> = once.iter().map(|(number, _)| number.clone()).collect();
    assert_eq!(numbers, played(play).into_keys().collect());
    assert!(made + left >= recorded.len(), "each was made by somebody");
}
