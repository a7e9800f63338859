//! How a state was come to, compactly, and the same in words.

use law::time::Moment;
use messages::Said;
use negotiation::{Capacity, table};

use crate::acts::{ACTS, givers};
use crate::world::{Setting, World};

/// One step of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    /// A command: its place among the commands, its variant, who of those who may give it.
    Act { act: usize, actor: usize, variant: usize },
    /// Time goes on to the n-th of the days ahead.
    Wait(u8),
}

/// How a state was first come to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) depth: usize,
    pub(crate) from: Option<(usize, Move)>,
}

/// A history in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Its steps.
    pub lines: Vec<Line>,
}

/// A step of a history in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: Moment,
    /// Who; none where time goes on.
    pub by: Option<Capacity>,
    /// What, flat name; `strike_clock` where time goes on.
    pub command: &'static str,
    /// The command as JSON, cut to a line; what was refused names the rule.
    pub detail: String,
    /// Where the case stands afterwards.
    pub stage: &'static str,
}

/// Longest detail of a line, characters.
const DETAIL: usize = 160;

impl Story {
    /// Goes the way to a state again, and further.
    pub(crate) fn tell(setting: &Setting, links: &[Link], number: usize, last: impl IntoIterator<Item = Move>) -> Self {
        let mut steps: Vec<Move> = last.into_iter().collect();
        steps.reverse();
        let mut at = number;
        while let Some((from, step)) = links.get(at).and_then(|link| link.from) {
            steps.push(step);
            at = from;
        }
        let Ok(mut world) = setting.open() else { return Self::default() };
        let lines = steps.into_iter().rev().filter_map(|step| walk(setting, &mut world, step)).collect();
        Self { lines }
    }
}

fn walk(setting: &Setting, world: &mut World, step: Move) -> Option<Line> {
    match step {
        Move::Wait(day) => {
            world.now = *world.days_ahead().get(usize::from(day))?;
            let detail = setting.strike(world).err().unwrap_or_default();
            Some(Line { at: world.now, by: None, command: "strike_clock", detail, stage: world.stage() })
        }
        Move::Act { act, actor, variant } => {
            let act = ACTS.get(act)?;
            let variant = (act.make)(&world.view(setting)).into_iter().nth(variant)?;
            let actor = givers(act.name).into_iter().nth(actor)?;
            let bytes = ledger::canonical::to_vec(&variant.command).ok()?;
            let mut detail: String = String::from_utf8(bytes).ok()?.chars().take(DETAIL).collect();
            match setting.decide(world, &actor, &variant.command) {
                Ok(events) => {
                    if let Err(fault) = world.follow(setting, &events).and_then(|()| setting.strike(world).map(drop)) {
                        detail = fault;
                    }
                }
                Err(refusal) => detail = refusal.rule,
            }
            Some(Line { at: world.now, by: Some(actor.capacity), command: act.name, detail, stage: world.stage() })
        }
    }
}

impl Line {
    /// The line for people.
    #[must_use]
    pub fn said(&self) -> Said {
        let line = Said::new(if self.by.is_some() { "model-line" } else { "model-line-wait" })
            .arg("at", self.at)
            .message("stage", table::stage_key(self.stage))
            .arg("detail", &self.detail);
        match self.by {
            Some(by) => {
                line.message("by", table::capacity_key(by)).message("command", table::command_key(self.command))
            }
            None => line,
        }
    }
}
