//! Random sequences of commands, through `perform`, beyond all bounds.
//!
//! Of every command: no panic; a refused one changes nothing beyond what was due anyway; an accepted one is one record
//! and breaks no property. Of every case: a replay of its records is the case, and its bundle verifies.

use law::rules::Profile;
use law::time::Moment;
use ledger::bundle::Builder;
use negotiation::state::{Duty, DutyStatus};
use negotiation::{
    Act, Actor, Capacity, CaseState, Command, Facts, LawBook, LawBookError, RegisteredAcceptance, SealedRecord, Side,
    perform, strike, table,
};
use uuid::Uuid;
use verify::{Limits, verify};

use crate::acts::{ACTS, View, givers};
use crate::cast::{self, digest};
use crate::chance::Chance;
use crate::property;
use crate::text::Texts;
use crate::watch::Watch;
use crate::world::World;

/// Commands of one case before the next one begins.
const LENGTH: u64 = 250;
/// Commands that make random cases say less: a document needs its PDF in the bundle.
const LEFT_OUT: [&str; 1] = ["record_document"];

/// The straight way, stage by stage: two thirds of the commands are taken from here, so that cases come far.
const WAY: &[(&str, &[&str])] = &[
    ("idle", &["register_reps", "issue_offer"]),
    ("offered", &["record_delivery"]),
    ("awaiting_reply", &["reply"]),
    ("preparing", &["register_reps", "disclose", "open_session"]),
    ("ready", &["open_session"]),
    ("negotiating", &["table_position", "close_session", "confirm_minutes", "table_draft", "initial_draft"]),
    ("renegotiating", &["table_draft", "initial_draft", "close_session", "confirm_minutes"]),
    ("objected", &["table_draft", "initial_draft", "close_session", "confirm_minutes"]),
    ("drafted", &["submit_to_congress"]),
    ("congress", &["record_vote"]),
    ("adopted", &["sign"]),
    ("signed", &["file"]),
    ("filed", &["no_objection_opinion"]),
    ("under_review", &["no_objection_opinion"]),
    ("refused", &["reply"]),
    ("suspended", &["resume"]),
    ("disputed", &["accept_coordination", "record_coordination_agreement"]),
];

/// How a random run went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Commands that were accepted.
    pub accepted: u64,
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
}

/// Gives so many random commands under a profile; the same seed gives the same commands.
///
/// # Errors
/// The first thing that must not happen.
pub fn run(profile: Profile, seed: u64, commands: u64) -> Result<Tally, Fault> {
    let book = LawBook::new([profile], cast::data()?)?;
    let (mut chance, mut tally) = (Chance::new(seed), Tally::default());
    while tally.commands < commands {
        let mut case = Case::open(&book, profile, &mut chance, tally.cases);
        let wanted = LENGTH.min(commands - tally.commands);
        let done = (0..wanted).try_for_each(|_| case.step(&mut chance)).and_then(|()| case.end());
        done.map_err(|what| Fault::Broken { case: tally.cases, command: case.commands, seed, what })?;
        tally.accepted += case.accepted;
        tally.cases += 1;
        tally.commands += wanted;
        tally.in_force += u64::from(case.in_force);
        tally.records += case.state.head().seq;
    }
    Ok(tally)
}

struct Case<'a> {
    accepted: u64,
    book: &'a LawBook,
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
    fn open(book: &'a LawBook, profile: Profile, chance: &mut Chance, number: u64) -> Self {
        let (now, text) = (cast::opened_at(), digest("terms of use"));
        let both = [Side::Worker, Side::Employer].map(|side| RegisteredAcceptance { at: now, side, text });
        let mut facts = Facts::default();
        if chance.once_in(2) {
            facts.acceptances = both.into();
        }
        let id = Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 | u128::from(number));
        let mut case = Self {
            accepted: 0,
            book,
            commands: 0,
            facts,
            in_force: false,
            now,
            profile,
            records: Vec::new(),
            state: CaseState::empty(id),
            texts: Texts::new(),
            watch: Watch::default(),
        };
        let open = negotiation::command::OpeningCommand::OpenCase(Box::new(cast::opening(profile)));
        let done =
            perform(book, case.state.clone(), case.act(cast::actor(Capacity::UnionChair), Command::Opening(open)));
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
        let Some((actor, command)) = choose(case, &self.texts, self.now, chance) else { return Ok(()) };
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
        self.accepted += 1;
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
        broken.extend(property::of_state(rules, &later));
        if !broken.is_empty() {
            return Err(format!("{name} breaks {broken:?}"));
        }
        self.in_force |= later.stage() == "effective";
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
        builder.finish()
    }
}

/// Some hours, some days, or to a due day, the day before or the day after.
pub(crate) fn later(state: &CaseState, now: Moment, chance: &mut Chance) -> Moment {
    const HOUR: i64 = 3_600_000;
    let hours = |chance: &mut Chance, most| i64::try_from(chance.below(most)).unwrap_or(0) * HOUR;
    match chance.below(20) {
        0..=13 => now.plus_millis(hours(chance, 4)),
        14..=17 => now.plus_millis(hours(chance, 72)),
        _ => {
            let open = |duty: &&Duty| duty.status == DutyStatus::Open && duty.due_at() > now;
            let duties = state.negotiation().map_or(&[][..], |case| case.duties());
            let due = duties.iter().filter(open).map(Duty::due_at).min();
            let shift = hours(chance, 72) - 48 * HOUR;
            due.map_or(now, |due| due.plus_millis(shift)).max(now)
        }
    }
}

/// A command and who gives it: mostly one that the table lists at the stage, by somebody who may.
pub(crate) fn choose(
    case: &negotiation::Negotiation,
    texts: &Texts,
    now: Moment,
    chance: &mut Chance,
) -> Option<(Actor, Command)> {
    let stray = chance.once_in(8);
    let straight = !stray && !chance.once_in(3);
    let way = WAY.iter().find(|(stage, _)| straight && *stage == case.stage_name()).map(|(_, names)| *names);
    let fits = |name: &str| {
        if let Some(way) = way {
            return way.contains(&name);
        }
        let listed = table::find(name).is_some_and(|row| row.stages.contains(&case.stage_name()));
        stray || listed || name.ends_with("_paper") || name.ends_with("_correction")
    };
    let acts: Vec<_> = ACTS.iter().filter(|act| fits(act.name) && !LEFT_OUT.contains(&act.name)).collect();
    let act = chance.pick(&acts)?;
    let view = View { n: case, texts, today: now.date() };
    let mut variants = (act.make)(&view);
    // The first two variants are the good ones.
    let good = chance.below(variants.len().min(2));
    let at = if chance.once_in(3) { chance.below(variants.len()) } else { good };
    let variant = if at < variants.len() { variants.swap_remove(at) } else { return None };
    let mut actors = if chance.once_in(10) { cast::everybody() } else { givers(act.name) };
    if !stray {
        actors.retain(|actor| variant.by.is_none_or(|side| side == actor.side));
    }
    let actor = chance.pick(&actors)?.clone();
    Some((actor, variant.command))
}
