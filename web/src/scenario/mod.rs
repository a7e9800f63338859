//! Scenarios: a case written down as steps, to be played through the real engine.
//!
//! A file is read strictly: an unknown key, a wrong type or an impossible date is an error that names the place.

mod draw;
mod expand;
mod file;
mod texts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use law::dataset::DataSets;
use law::input::InputError;
use law::time::Moment;
use ledger::Digest;
use negotiation::terms::Terms;
use negotiation::{Actor, Capacity, PersonRef, Refusal, checks};

pub use draw::Draw;
pub use file::{Acceptance, DutyExpectation, DutyState, Expect, Header, Person, Step};

use crate::people::Fields;

/// Key of the case to which steps belong that name no other.
pub const MAIN: &str = "main";

/// A scenario, read and checked.
#[derive(Debug)]
pub struct Scenario {
    /// Attachments by key: name and bytes.
    pub attachments: BTreeMap<String, (String, Vec<u8>)>,
    /// Keys of the cases beside the main one.
    further: Vec<String>,
    /// Data sets: those of the program with the file's own regions and figures.
    pub data: DataSets,
    /// What ids and salts are drawn from.
    pub draw: Draw,
    /// The head of the file.
    pub header: Header,
    /// Persons by key.
    pub persons: BTreeMap<String, Known>,
    /// The steps.
    pub steps: Vec<Step>,
    /// Texts of agreements by name, each with its digest.
    pub terms: BTreeMap<String, (Terms, Digest)>,
}

/// A person of the scenario with what records say of it.
#[derive(Clone, Debug)]
pub struct Known {
    /// Capacities, the usual one first.
    pub capacities: Vec<Capacity>,
    /// What the erasable row holds.
    pub fields: Fields,
    /// What records hold.
    pub reference: PersonRef,
    /// Salt of the commitment.
    pub salt: [u8; 32],
}

/// A scenario that can't be read. Names the place, what was found, what was expected.
#[derive(Debug, thiserror::Error)]
pub enum ScenarioError {
    /// The file can't be opened.
    #[error("{path}: {source}")]
    Open {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Larger than any scenario.
    #[error("{0} bytes")]
    Size(u64),
    /// It doesn't have the form of a scenario.
    #[error(transparent)]
    Form(#[from] InputError),
    /// A reference names nothing.
    #[error("{place}: {found}")]
    Reference {
        /// Where.
        place: String,
        /// What was written.
        found: String,
    },
    /// A text states an amount that is out of all range.
    #[error("{place}: an amount beyond ±10^15")]
    Amount {
        /// The text.
        place: String,
    },
    /// Something is defined twice.
    #[error("{0} is defined twice")]
    Twice(String),
    /// A person's particulars don't hold; what they are isn't repeated.
    #[error("person {key}: {}", .refusal.rule)]
    Person {
        /// Key of the person.
        key: String,
        /// What the check says.
        refusal: Box<Refusal>,
    },
    /// No command has this name.
    #[error("step {step}: no command {found}")]
    Command {
        /// Number of the step, from 1.
        step: usize,
        /// What was written.
        found: String,
    },
    /// Time goes back from one step to the next.
    #[error("step {step}: {at} is before {before}")]
    TimeBack {
        /// Number of the step, from 1.
        step: usize,
        /// Time of the step.
        at: Moment,
        /// Time of the step before.
        before: Moment,
    },
}

/// Largest scenario file, bytes.
const MAX_FILE: u64 = 16 * 1024 * 1024;

impl Scenario {
    /// Reads a scenario from a file.
    ///
    /// # Errors
    /// See [`ScenarioError`].
    pub fn open(path: &Path) -> Result<Self, ScenarioError> {
        let open = |source| ScenarioError::Open { path: path.to_owned(), source };
        let size = std::fs::metadata(path).map_err(open)?.len();
        if size > MAX_FILE {
            return Err(ScenarioError::Size(size));
        }
        let bytes = std::fs::read(path).map_err(open)?;
        let text = String::from_utf8(bytes)
            .map_err(|error| open(std::io::Error::new(std::io::ErrorKind::InvalidData, error.utf8_error())))?;
        Self::read(&text)
    }

    /// Reads a scenario from its text.
    ///
    /// # Errors
    /// See [`ScenarioError`].
    pub fn read(text: &str) -> Result<Self, ScenarioError> {
        let file: file::File = law::input::from_toml(text)?;
        let draw = Draw::new(&file.seed);
        let persons = persons(&draw, file.person)?;
        let mut attachments = BTreeMap::new();
        for attachment in file.attachment {
            let content = (attachment.name, attachment.text.into_bytes());
            if attachments.insert(attachment.key.clone(), content).is_some() {
                return Err(ScenarioError::Twice(attachment.key));
            }
        }
        let terms = texts::read(file.terms)?;
        let data = file::data(&file.region_rows, &file.min_wage, &file.guideline, &file.cpi)?;
        let mut before = None;
        for (at, step) in file.step.iter().enumerate() {
            if let Some(before) = before.filter(|before| step.at < *before) {
                return Err(ScenarioError::TimeBack { step: at + 1, at: step.at, before });
            }
            before = Some(step.at);
        }
        let header = Header {
            acceptance: file.acceptance,
            floors: file.floors,
            profile: file.profile,
            region: file.region,
            scope: file.scope,
            title: file.title,
            until: file.until,
        };
        let further = further(file.case)?;
        Ok(Self { attachments, further, data, draw, header, persons, steps: file.step, terms })
    }

    /// Keys of all cases, the main one first.
    pub fn cases(&self) -> impl Iterator<Item = &str> {
        std::iter::once(MAIN).chain(self.further.iter().map(String::as_str))
    }

    /// The place of a step's case among all cases.
    ///
    /// # Errors
    /// No case has the key.
    pub fn case_of(&self, number: usize, step: &Step) -> Result<usize, ScenarioError> {
        let key = step.case.as_deref().unwrap_or(MAIN);
        let unknown = || ScenarioError::Reference { place: format!("step[{number}].case"), found: key.to_owned() };
        self.cases().position(|known| known == key).ok_or_else(unknown)
    }

    /// Who acts in a step.
    ///
    /// # Errors
    /// Nobody has the key, or the person doesn't have the capacity.
    pub fn actor(&self, number: usize, step: &Step) -> Result<Actor, ScenarioError> {
        if step.actor == "system" {
            return Ok(Actor::system());
        }
        self.speaker(&step.actor, step.capacity).ok_or_else(|| ScenarioError::Reference {
            place: format!("step[{number}].actor"),
            found: match step.capacity {
                Some(capacity) => format!("{} / {}", step.actor, capacity.name()),
                None => step.actor.clone(),
            },
        })
    }

    fn speaker(&self, key: &str, capacity: Option<Capacity>) -> Option<Actor> {
        let person = self.persons.get(key)?;
        let capacity = capacity.or_else(|| person.capacities.first().copied())?;
        let id = person.reference.id.clone();
        person.capacities.contains(&capacity).then(|| Actor { capacity, id, side: capacity.side() })
    }
}

/// Keys name folders: small letters, digits and hyphens, and nothing that a play writes of itself.
fn further(listed: Vec<file::Case>) -> Result<Vec<String>, ScenarioError> {
    let mut keys: Vec<String> = Vec::new();
    for (at, file::Case { key }) in listed.into_iter().enumerate() {
        let fits = (1..=40).contains(&key.len())
            && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !fits || key == "documents" {
            return Err(ScenarioError::Reference { place: format!("case[{}].key", at + 1), found: key });
        }
        if key == MAIN || keys.contains(&key) {
            return Err(ScenarioError::Twice(key));
        }
        keys.push(key);
    }
    Ok(keys)
}

fn persons(draw: &Draw, listed: Vec<Person>) -> Result<BTreeMap<String, Known>, ScenarioError> {
    let mut persons = BTreeMap::new();
    for person in listed {
        if let Some(Err(refusal)) = person.id_no.as_deref().map(checks::person::id_no) {
            return Err(ScenarioError::Person { key: person.key, refusal: Box::new(refusal) });
        }
        let id = draw.person(&person.key).to_string();
        let salt = draw.salt(&person.key);
        let fields = Fields { id_no: person.id_no, name: person.name, phone: person.phone, post: person.post };
        let commit = ledger::person::commit(&salt, &fields)
            .map_err(|error| ScenarioError::Reference { place: person.key.clone(), found: error.to_string() })?;
        let known = Known { capacities: person.capacities, fields, reference: PersonRef { commit, id }, salt };
        if persons.insert(person.key.clone(), known).is_some() {
            return Err(ScenarioError::Twice(person.key));
        }
    }
    Ok(persons)
}
