//! The cast and the stage: a case that is played through `negotiation::perform` and then told.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use law::dataset::DataSets;
use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use messages::Catalogue;
use negotiation::{Act, Actor, Capacity, CaseState, Command, Facts, LawBook, perform};
use serde_json::{Value, json};
use timeline::{Names, Refused, Timeline};
use uuid::Uuid;

pub(crate) const CASE: Uuid = Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0001);

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::new([Profile::Cn, Profile::Zj], DataSets::builtin().unwrap()).unwrap());

pub(crate) static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES, timeline::MESSAGES]).unwrap());

/// An instant written as `2026-03-02 09:30`, Beijing time.
pub(crate) fn moment(text: &str) -> Moment {
    format!("{}+08:00", text.replace(' ', "T")).parse().unwrap()
}

/// A person as records name one.
pub(crate) fn person(id: &str) -> Value {
    json!({ "commit": Digest::sha256(id.as_bytes()), "id": id })
}

/// A hash of something that is not here.
pub(crate) fn hash(of: &str) -> Value {
    json!(Digest::sha256(of.as_bytes()))
}

/// Somebody in a capacity: `w1` is the union's chair and chief, `e1` the employer's.
pub(crate) fn as_(id: &str, capacity: Capacity) -> Actor {
    Actor { capacity, id: id.to_owned(), side: capacity.side() }
}

/// A case that is being played.
#[derive(Clone)]
pub(crate) struct Story {
    acts: u128,
    pub(crate) names: Names,
    pub(crate) records: Vec<Vec<u8>>,
    pub(crate) refusals: Vec<Refused>,
    state: CaseState,
}

impl Story {
    /// A case without records. All names are invented.
    pub(crate) fn new() -> Self {
        let persons = [
            ("w1", "沈示例"),
            ("w2", "陆示例"),
            ("w3", "白示例"),
            ("e1", "顾示例"),
            ("e2", "乔示例"),
            ("e3", "简示例"),
            ("e4", "费示例"),
            ("r1", "温示例"),
            ("h1", "严示例"),
            ("c1", "龚示例"),
        ];
        let persons: BTreeMap<String, String> =
            persons.map(|(id, name)| (id.to_owned(), name.to_owned())).into_iter().collect();
        Self {
            acts: 0,
            names: Names { persons },
            records: Vec::new(),
            refusals: Vec::new(),
            state: CaseState::empty(CASE),
        }
    }

    /// Gives a command; a refusal is kept to be told.
    pub(crate) fn does(&mut self, at: &str, who: &Actor, name: &str, with: &Value) -> bool {
        let command: Command =
            serde_json::from_slice(json!({ "name": name, "with": with }).to_string().as_bytes()).unwrap();
        let flat = command.name();
        self.acts += 1;
        let done = perform(
            &BOOK,
            self.state.clone(),
            Act {
                act: Uuid::from_u128(0x0198_0000_0000_7000_8000_0001_0000_0000 + self.acts),
                actor: who.clone(),
                at: moment(at),
                case: CASE,
                command,
                facts: Facts::default(),
            },
        );
        self.records.extend(done.records.into_iter().map(|record| record.bytes));
        self.state = done.state;
        let Err(refusal) = done.outcome else { return true };
        self.refusals.push(Refused {
            actor: self.names.persons.get(&who.id).cloned().unwrap_or_default(),
            at: moment(at),
            capacity: who.capacity,
            citation: refusal.citation.iter().map(law::Citation::display_zh).collect(),
            command: flat,
            found: CATALOGUE.say(&refusal.found()),
            remedy: CATALOGUE.say(&refusal.remedy()),
            required: CATALOGUE.say(&refusal.required()),
            rule: refusal.rule,
        });
        false
    }

    /// Gives a command that has to be accepted.
    pub(crate) fn must(&mut self, at: &str, who: &Actor, name: &str, with: &Value) {
        assert!(self.does(at, who, name, with), "{name} at {at} was refused: {:?}", self.refusals.last());
    }

    /// Strikes what is due.
    pub(crate) fn clock(&mut self, now: &str) {
        let struck = negotiation::strike(&BOOK, &mut self.state, moment(now)).unwrap();
        self.records.extend(struck.into_iter().map(|record| record.bytes));
    }

    /// Digest of the text under way.
    pub(crate) fn text(&self) -> Digest {
        self.state.negotiation().unwrap().stage.text().unwrap().digest
    }

    /// Tells the case.
    pub(crate) fn told(&self, until: &str) -> Timeline {
        timeline::build(CASE, &self.records, &self.names, &self.refusals, &CATALOGUE, moment(until)).unwrap()
    }
}
