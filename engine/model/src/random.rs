//! Random sequences of commands, through `perform`, beyond all bounds.
//!
//! Of every command: no panic; a refused one changes nothing beyond what was due anyway; an accepted one is one record
//! and breaks no property. Of every case: a replay of its records is the case, and its bundle verifies.

use std::collections::BTreeMap;

use law::rules::Profile;
use law::time::Moment;
use ledger::bundle::Builder;
use negotiation::{
    Act, Actor, Capacity, CaseState, Command, Facts, LawBook, LawBookError, RegisteredAcceptance, SealedRecord, Side,
    perform, strike,
};
use uuid::Uuid;
use verify::{Limits, verify};

use crate::cast::{self, digest};
use crate::chance::Chance;
use crate::choice::{choose, later};
use crate::openings::{self, Opening};
use crate::property;
use crate::text::Texts;
use crate::watch::Watch;
use crate::world::{ModelError, World};

/// Commands of one case before the next one begins.
const LENGTH: u64 = 250;
/// One case in so many is not the plain one of an enterprise.
const OTHERWISE: usize = 2;

/// How a random run went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Commands that were accepted.
    pub accepted: u64,
    /// How often each of them was, by its flat name.
    pub accepted_by_name: BTreeMap<&'static str, u64>,
    /// How the cases began, with how many did so and how many of them came into force or were rescinded.
    pub began: BTreeMap<&'static str, (u64, u64)>,
    /// Cases, each replayed and verified.
    pub cases: u64,
    /// Commands.
    pub commands: u64,
    /// Cases that came into force.
    pub in_force: u64,
    /// Records.
    pub records: u64,
}

/// Something that must not happen did.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Shipped data is damaged.
    #[error(transparent)]
    Book(#[from] LawBookError),
    /// In a case, after a command.
    #[error("seed {seed}, case {case}, command {command}: {what}")]
    Broken {
        /// Number of the case.
        case: u64,
        /// Number of the command in the case.
        command: u64,
        /// The seed of the run.
        seed: u64,
        /// What happened.
        what: String,
    },
    /// Data sets of the shipped book.
    #[error("data sets: {0:?}")]
    Data(#[from] law::dataset::DatasetError),
    /// No case can begin as it has to.
    #[error(transparent)]
    Model(Box<ModelError>),
}

impl From<ModelError> for Fault {
    fn from(error: ModelError) -> Self {
        Self::Model(Box::new(error))
    }
}

/// Gives so many random commands under a profile; the same seed gives the same commands.
///
/// # Errors
/// The first thing that must not happen.
pub fn run(profile: Profile, seed: u64, commands: u64) -> Result<Tally, Fault> {
    let book = LawBook::new([profile], cast::data()?)?;
    let openings = openings::all(profile)?;
    let (mut chance, mut tally) = (Chance::new(seed), Tally::default());
    while tally.commands < commands {
        let Some(opening) = opening(&openings, tally.cases) else { return Ok(tally) };
        let mut case = Case::open(&book, opening, &mut chance, tally.cases);
        let wanted = LENGTH.min(commands - tally.commands);
        let done = (0..wanted).try_for_each(|_| case.step(&mut chance)).and_then(|()| case.end());
        done.map_err(|what| Fault::Broken { case: tally.cases, command: case.commands, seed, what })?;
        tally.accepted += case.accepted.values().sum::<u64>();
        for (name, times) in &case.accepted {
            *tally.accepted_by_name.entry(name).or_default() += times;
        }
        let began = tally.began.entry(opening.name).or_default();
        *began = (began.0 + 1, began.1 + u64::from(case.came_through));
        tally.cases += 1;
        tally.commands += wanted;
        tally.in_force += u64::from(case.in_force);
        tally.records += case.state.head().seq;
    }
    Ok(tally)
}

/// Half of the cases are those of an enterprise; every other begins in another way, each in its turn.
fn opening(openings: &[Opening], number: u64) -> Option<&Opening> {
    let number = usize::try_from(number).ok()?;
    let (plain, others) = openings.split_first()?;
    if number % OTHERWISE == OTHERWISE - 1 { others.get(number / OTHERWISE % others.len()) } else { Some(plain) }
}

struct Case<'a> {
    accepted: BTreeMap<&'static str, u64>,
    book: &'a LawBook,
    /// In force, or rescinded where that was what it was for.
    came_through: bool,
    commands: u64,
    facts: Facts,
    in_force: bool,
    now: Moment,
    profile: Profile,
    records: Vec<Vec<u8>>,
    state: CaseState,
    texts: Texts,
    watch: Watch,
}

impl<'a> Case<'a> {
    fn open(book: &'a LawBook, opening: &Opening, chance: &mut Chance, number: u64) -> Self {
        let (now, text) = (opening.at, digest("terms of use"));
        let both = [Side::Worker, Side::Employer].map(|side| RegisteredAcceptance { at: now, side, text });
        let mut facts = Facts { floors: opening.floors.clone(), ..Facts::default() };
        if chance.once_in(2) {
            facts.acceptances = both.into();
        }
        let id = Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 | u128::from(number));
        let mut case = Self {
            accepted: BTreeMap::new(),
            book,
            came_through: false,
            commands: 0,
            facts,
            in_force: false,
            now,
            profile: opening.file.profile,
            records: Vec::new(),
            state: CaseState::empty(id),
            texts: Texts::new(),
            watch: Watch::default(),
        };
        let open = negotiation::command::OpeningCommand::OpenCase(Box::new(opening.file.clone()));
        // Without a union the one that guides the workers opens the case for them (ZJ-CC 8).
        let by = if opening.file.union.guiding { Capacity::HigherUnion } else { Capacity::UnionChair };
        let done = perform(book, case.state.clone(), case.act(cast::actor(by), Command::Opening(open)));
        case.keep(done.records);
        case.state = done.state;
        case
    }

    fn act(&self, actor: Actor, command: Command) -> Act {
        let id = 0x0198_0000_0000_7000_8000_0001_0000_0000 + u128::from(self.commands);
        let mut facts = self.facts.clone();
        if command.name() == "adopt_dataset" {
            facts.datasets = self.state.negotiation().map(|case| case.datasets);
        }
        Act { act: Uuid::from_u128(id), actor, at: self.now, case: self.state.case(), command, facts }
    }

    fn keep(&mut self, records: Vec<SealedRecord>) {
        for record in records {
            record.events.iter().for_each(|event| self.watch.read(event));
            self.records.push(record.bytes);
        }
    }

    /// One command, at some later time.
    fn step(&mut self, chance: &mut Chance) -> Result<(), String> {
        self.commands += 1;
        self.now = later(&self.state, self.now, chance);
        let case = self.state.negotiation().ok_or("the case isn't open")?;
        let Some((actor, command)) = choose(case, &self.texts, self.now, &[], chance) else { return Ok(()) };
        let name = command.name();
        let act = self.act(actor.clone(), command);
        let before = self.state.clone();
        let done = perform(self.book, before.clone(), act);
        let strikes = done.records.iter().take_while(|record| record.command == "strike_clock").count();
        let others = done.records.len() - strikes;
        if let Err(refusal) = &done.outcome {
            if others > 0 || refusal.rule == "STATE-IMPOSSIBLE" {
                return Err(format!("{name} was refused under {} and left {others} records", refusal.rule));
            }
            let mut due = before;
            strike(self.book, &mut due, self.now).map_err(|refusal| refusal.rule)?;
            if due.negotiation() != done.state.negotiation() || due.head() != done.state.head() {
                return Err(format!("{name} was refused under {} and changed the case", refusal.rule));
            }
            self.keep(done.records);
            self.state = done.state;
            return Ok(());
        }
        if others != 1 {
            return Err(format!("{name} was accepted and left {others} records"));
        }
        *self.accepted.entry(name).or_default() += 1;
        self.sound(before, &actor, name, done)
    }

    /// The properties of an accepted command and of the state after it.
    fn sound(
        &mut self,
        before: CaseState,
        actor: &Actor,
        name: &str,
        mut done: negotiation::Performed,
    ) -> Result<(), String> {
        let act = done.records.pop().ok_or("an accepted command left no record")?;
        self.keep(done.records);
        let mut due = before;
        strike(self.book, &mut due, self.now).map_err(|refusal| refusal.rule)?;
        let world = |state: &CaseState, watch: &Watch| {
            state.negotiation().map(|case| World {
                case: case.clone(),
                detour: None,
                now: self.now,
                watch: watch.clone(),
            })
        };
        let earlier = world(&due, &self.watch).ok_or("the case isn't open")?;
        let mut watch = self.watch.clone();
        act.events.iter().for_each(|event| watch.read(event));
        let later = world(&done.state, &watch).ok_or("the case isn't open")?;
        let rules = self.book.current_rules(self.profile).ok_or("no rules")?.1;
        let mut broken = property::of_step(&earlier, actor, &act.events, &later);
        broken.extend(property::of_state(rules, None, &later));
        if !broken.is_empty() {
            return Err(format!("{name} breaks {broken:?}"));
        }
        self.in_force |= later.stage() == "effective";
        self.came_through |= ["effective", "rescinded"].contains(&later.stage());
        self.keep(vec![act]);
        self.state = done.state;
        Ok(())
    }

    /// The history as it is stored, read back and verified by other code.
    fn end(&mut self) -> Result<(), String> {
        let replayed = CaseState::replay(self.state.case(), self.records.iter().map(Vec::as_slice));
        let replayed = replayed.map_err(|corrupt| corrupt.to_string())?;
        if replayed.head() != self.state.head() || replayed.negotiation() != self.state.negotiation() {
            return Err("a replay is another case".to_owned());
        }
        let bundle = self.bundle().map_err(|error| error.to_string())?;
        let report = verify(&bundle, &Limits::default()).map_err(|unreadable| format!("{unreadable:?}"))?;
        match report.first_break {
            Some(check) => Err(format!("its bundle doesn't verify: {check:?}")),
            None => Ok(()),
        }
    }

    fn bundle(&self) -> Result<Vec<u8>, ledger::bundle::BundleError> {
        let mut builder = Builder::new(&self.state.case().to_string(), &self.records)?;
        if let Some((_, rules)) = self.book.current_rules(self.profile) {
            builder.rules(rules.to_json())?;
        }
        if let Some((_, data)) = self.book.current_data() {
            for (_, _, bytes) in data.files() {
                builder.dataset(bytes.to_vec())?;
            }
        }
        if self.state.negotiation().is_some_and(|case| !case.documents.is_empty()) {
            let (number, data, template, pdf) = cast::DOCUMENT;
            builder.document(number, pdf, data)?;
            builder.template(template)?;
        }
        builder.finish()
    }
}
