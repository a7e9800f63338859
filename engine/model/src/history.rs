//! Random cases as acts that the law accepts, with the records that they leave: genuine histories for whoever needs many,
//! such as a store under load. The same case always has the same history.

use law::rules::Profile;
use law::time::Moment;
use negotiation::command::OpeningCommand;
use negotiation::{
    Act, Capacity, CaseState, Command, Facts, LawBook, RegisteredAcceptance, SealedRecord, Side, perform,
};
use uuid::Uuid;

use crate::cast::{self, digest};
use crate::chance::Chance;
use crate::choice::{choose, later};
use crate::random::Fault;
use crate::text::Texts;

/// Commands that no history has: a document needs its PDF wherever the history goes.
const LEFT_OUT: [&str; 1] = ["record_document"];

/// So many commands in a row may be refused before a history ends.
const PATIENCE: u32 = 60;

/// The law that decides all histories.
///
/// # Errors
/// Only where the shipped data is damaged.
pub fn book() -> Result<LawBook, Fault> {
    Ok(LawBook::new(Profile::ALL, cast::data()?)?)
}

/// An act that the law accepts.
#[derive(Clone, Debug)]
pub struct Step {
    /// The act.
    pub act: Act,
    /// What it leaves: what was struck before it, then its own record.
    pub records: Vec<SealedRecord>,
}

/// The acts of one case, in order, none of them refused; it ends when the law accepts nothing more for a while.
pub struct History<'a> {
    book: &'a LawBook,
    chance: Chance,
    facts: Facts,
    now: Moment,
    profile: Profile,
    state: CaseState,
    steps: u32,
    texts: Texts,
    uscc: String,
}

impl<'a> History<'a> {
    /// The history of case `id`, of the employer with the code `uscc`, drawn from a seed. `book` is that of [`book`].
    #[must_use]
    pub fn new(book: &'a LawBook, profile: Profile, id: Uuid, uscc: &str, seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let (now, text) = (cast::opened_at(), digest("terms of use"));
        let both = [Side::Worker, Side::Employer].map(|side| RegisteredAcceptance { at: now, side, text });
        let acceptances = if chance.once_in(2) { both.into() } else { Vec::new() };
        let facts = Facts { acceptances, ..Facts::default() };
        let (state, texts, uscc) = (CaseState::empty(id), Texts::new(), uscc.to_owned());
        Self { book, chance, facts, now, profile, state, steps: 0, texts, uscc }
    }

    /// The case as it stands after the last step.
    #[must_use]
    pub const fn state(&self) -> &CaseState {
        &self.state
    }

    fn act(&mut self) -> Option<Act> {
        let Some(case) = self.state.negotiation() else {
            let mut opening = cast::opening(self.profile);
            opening.employer.uscc.clone_from(&self.uscc);
            let command = Command::Opening(OpeningCommand::OpenCase(Box::new(opening)));
            return Some(self.given(cast::actor(Capacity::UnionChair), command));
        };
        self.now = later(&self.state, self.now, &mut self.chance);
        let (actor, command) = choose(case, &self.texts, self.now, &LEFT_OUT, &mut self.chance)?;
        Some(self.given(actor, command))
    }

    fn given(&self, actor: negotiation::Actor, command: Command) -> Act {
        let mut facts = self.facts.clone();
        if command.name() == "adopt_dataset" {
            facts.datasets = self.state.negotiation().map(|case| case.datasets);
        }
        let act = Uuid::from_u128(0x0198_0000_0000_7000_8000_0001_0000_0000 + u128::from(self.steps));
        Act { act, actor, at: self.now, case: self.state.case(), command, facts }
    }
}

impl Iterator for History<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        for _ in 0..PATIENCE {
            let Some(act) = self.act() else { continue };
            let done = perform(self.book, self.state.clone(), act.clone());
            // What is refused leaves nothing here, not even what was due: the next act that is accepted strikes it.
            if done.outcome.is_ok() {
                self.state = done.state;
                self.steps += 1;
                return Some(Step { act, records: done.records });
            }
        }
        None
    }
}
