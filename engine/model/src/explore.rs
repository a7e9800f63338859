//! Breadth-first exploration of everything that can happen to the abstract case.
//!
//! Written here because it is short and a general model checker (stateright) hindered: it brings an HTTP server, threads
//! and random numbers into a pure crate, and takes a state's own hash for its identity where ours is an abstraction.

mod ahead;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use negotiation::state::Stage;
use negotiation::{Actor, Event, Refusal, table};

use crate::acts::{ACTS, Act, Follow, Variant, givers};
use crate::family;
use crate::follow::{Place, place};
use crate::goal::{GOALS, Goal, Step};
use crate::graph;
use crate::key::key;
use crate::path::{Link, Move, Story};
use crate::property::{self, FINAL, Property};
use crate::same::{Merges, Sampler};
use crate::world::{ModelError, Setting, World};

/// Flat name of the clock's own command.
const STRIKE: &str = "strike_clock";

/// What an exploration found.
#[derive(Debug, Default)]
pub struct Explored {
    /// Commands that were accepted, by stage and name.
    pub accepted: BTreeSet<(&'static str, &'static str)>,
    /// What was broken, with a shortest history that shows it; one a property.
    pub broken: BTreeMap<Property, Story>,
    /// Whether every state within the bounds was looked at.
    pub complete: bool,
    /// Commands that were decided.
    pub decided: u64,
    /// States by stage.
    pub by_stage: BTreeMap<&'static str, usize>,
    /// Longest shortest history.
    pub depth: usize,
    /// Steps of the shortest history that reaches a goal, by its name.
    pub goals: BTreeMap<&'static str, usize>,
    /// From stage to stage, by which commands.
    pub moves: BTreeMap<(&'static str, &'static str), BTreeSet<&'static str>>,
    /// Rules that refused a command, by stage and name.
    pub refused: BTreeMap<(&'static str, &'static str), BTreeSet<String>>,
    /// States.
    pub states: usize,
    /// Steps between states.
    pub steps: u64,
}

/// Explores a setting.
///
/// # Errors
/// The case can't be opened.
pub fn explore(setting: &Setting) -> Result<Explored, ModelError> {
    search(setting, None).map(|(found, _)| found)
}

/// The same, comparing states that are taken for one: one key in so many.
pub(crate) fn compare(setting: &Setting, one_in: u64) -> Result<(Explored, Merges), ModelError> {
    search(setting, Some(Sampler::new(one_in)))
}

fn search(setting: &Setting, sampler: Option<Sampler>) -> Result<(Explored, Merges), ModelError> {
    let mut search = Search {
        setting,
        found: Explored::default(),
        links: Vec::new(),
        looked: BTreeMap::new(),
        next: VecDeque::new(),
        known: BTreeMap::new(),
        edges: Vec::new(),
        alive: Vec::new(),
        crews: ACTS.iter().map(Crew::of).collect(),
        missed: GOALS.iter().collect(),
        refused: ACTS.iter().map(|_| BTreeMap::new()).collect(),
        sampler,
        ways: BTreeMap::new(),
    };
    let first = setting.open()?;
    search.before_the_case(&first);
    search.meet(first, None);
    while let Some((number, world)) = search.next.pop_front() {
        search.expand(number, &world);
        let enough = setting.until_broken && !search.found.broken.is_empty();
        if enough || search.links.len() > setting.bounds.states {
            return Ok(search.finish(false));
        }
    }
    Ok(search.finish(true))
}

/// The persons who may give a command and the stages that list it, looked up once.
struct Crew {
    /// Everybody, and whether one is the first of a side (all are, where everybody may).
    givers: Vec<(Actor, bool)>,
    /// Whether the stage at each place of [`Stage::NAMES`] is listed.
    named: [bool; Stage::NAMES.len()],
    /// Whether none is: then every stage knows the command.
    open: bool,
}

impl Crew {
    fn of(act: &Act) -> Self {
        let row = table::find(act.name);
        let all = row.is_none_or(|row| row.capacities.is_empty());
        let mut sides = Vec::new();
        let mut first = |actor: Actor| {
            let known = sides.contains(&actor.side);
            sides.push(actor.side);
            (actor, all || !known)
        };
        Self {
            givers: givers(act.name).into_iter().map(&mut first).collect(),
            named: Stage::NAMES.map(|name| row.is_some_and(|row| row.stages.contains(&name))),
            open: row.is_none_or(|row| row.stages.is_empty()),
        }
    }
}

pub(crate) struct Search<'a> {
    /// States in which the case is in force or at its end, or from which it moves on beyond the bounds.
    alive: Vec<usize>,
    /// By the places of the commands.
    crews: Rc<[Crew]>,
    edges: Vec<(usize, usize)>,
    found: Explored,
    known: BTreeMap<u128, usize>,
    links: Vec<Link>,
    /// Goals that nothing has reached so far.
    missed: Vec<&'static Goal>,
    /// States of each stage that were looked at.
    looked: BTreeMap<&'static str, usize>,
    next: VecDeque<(usize, World)>,
    /// Rules that refused a command, by its place and the stage.
    refused: Vec<BTreeMap<&'static str, BTreeSet<String>>>,
    sampler: Option<Sampler>,
    pub(crate) setting: &'a Setting,
    /// States of each place on the way, without those on a detour.
    pub(crate) ways: BTreeMap<Place, usize>,
}

impl Search<'_> {
    /// A state that was come to: remembered, and looked at later if it is new. Its number.
    fn meet(&mut self, world: World, link: Option<(usize, Move)>) -> usize {
        let number = self.links.len();
        let key = key(self.setting, &world);
        if let Some(sampler) = &mut self.sampler {
            sampler.look(self.setting, &self.links, key, &world, link);
        }
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        self.known.insert(key, number);
        let depth = link.map_or(0, |(from, _)| self.links.get(from).map_or(0, |link| link.depth + 1));
        self.links.push(Link { depth, from: link });
        self.found.depth = self.found.depth.max(depth);
        if FINAL.contains(&world.stage()) || world.stage() == "effective" {
            self.alive.push(number);
        }
        self.next.push_back((number, world));
        number
    }

    /// Everything that can happen in a state.
    fn expand(&mut self, number: usize, world: &World) {
        let looked = self.looked.entry(world.stage()).or_default();
        *looked += 1;
        let strangers = *looked <= self.setting.bounds.strangers;
        if world.detour.is_none() {
            *self.ways.entry(place(world)).or_default() += 1;
        }
        if world.case.corrections.iter().any(|correction| !correction.confirmed) {
            // A correction is a detour: the next thing that happens is that it is confirmed.
            self.only(number, world, "confirm_correction");
            return;
        }
        let mut acts = self.wait(number, world, strangers);
        let crews = Rc::clone(&self.crews);
        let stage = Stage::NAMES.iter().position(|name| *name == world.stage());
        for ((act_at, act), crew) in ACTS.iter().enumerate().zip(crews.iter()) {
            let named = stage.and_then(|stage| crew.named.get(stage)).is_some_and(|named| *named);
            if !(named || crew.open || strangers) {
                continue;
            }
            if !self.tries(world, act) {
                continue;
            }
            let way = named && !matches!(act.follow, Follow::Detour(_));
            let variants = (act.make)(&world.view(self.setting)).into_iter().enumerate();
            let given = |variant: &Variant| !variant.beyond && (strangers || !variant.tried);
            for (variant_at, variant) in variants.filter(|(_, variant)| given(variant)) {
                acts |= self.give(number, world, (act, act_at), (&variant, variant_at)) && way;
            }
        }
        if !acts && !FINAL.contains(&world.stage()) {
            self.breaks(Property::SomebodyActs, number, None);
        }
    }

    /// Nothing but one command.
    fn only(&mut self, number: usize, world: &World, name: &str) {
        for (act_at, act) in ACTS.iter().enumerate().filter(|(_, act)| act.name == name) {
            for (at, variant) in (act.make)(&world.view(self.setting)).into_iter().enumerate() {
                self.give(number, world, (act, act_at), (&variant, at));
            }
        }
    }

    /// Time goes on to the next due day. Whether somebody owes something. Days on which nothing depends lead to no other
    /// state, so they are tried in some states only.
    fn wait(&mut self, number: usize, world: &World, noted: bool) -> bool {
        let (ahead, days) = (world.days_to_next().count(), world.days_ahead());
        for (at, now) in days.iter().enumerate().take(if noted { days.len() } else { ahead }) {
            let mut after = World { detour: None, now: *now, ..world.clone() };
            let step = Move::Wait(u8::try_from(at).unwrap_or(u8::MAX));
            let Ok(struck) = self.setting.strike(&mut after) else {
                self.breaks(Property::Applies, number, Some(step));
                continue;
            };
            if !struck.is_empty() {
                self.found.accepted.insert((world.stage(), STRIKE));
            }
            self.reached(number, &Step { after: &after, before: world, child: None, command: STRIKE, events: &struck });
            self.land(number, (step, true), world, after, true);
        }
        !days.is_empty()
    }

    /// One variant of a command by everybody who may give it. Whether it was accepted from anybody.
    fn give(
        &mut self,
        number: usize,
        world: &World,
        (act, act_at): (&'static Act, usize),
        (variant, at): (&Variant, usize),
    ) -> bool {
        let mut seen = Vec::new();
        let crews = Rc::clone(&self.crews);
        let givers = crews.get(act_at).map_or(&[][..], |crew| &crew.givers);
        let everybody = self.looked.get(world.stage()).is_some_and(|looked| *looked <= self.setting.bounds.strangers);
        for (who, (actor, first)) in givers.iter().enumerate() {
            if !(everybody || *first) || variant.by.is_some_and(|side| side != actor.side) {
                continue;
            }
            self.found.decided += 1;
            match self.setting.decide(world, actor, &variant.command) {
                Ok(events) => {
                    self.found.accepted.insert((world.stage(), act.name));
                    let step = Move::Act { act: act_at, actor: who, variant: at };
                    if seen.contains(&events) {
                        // Nothing else follows, but somebody else did it.
                        for property in property::of_giver(world, actor, &events) {
                            self.breaks(property, number, Some(step));
                        }
                    } else {
                        let follow = self.within(world, act, variant);
                        self.accept(number, world, (act, actor, follow), &events, step);
                        seen.push(events);
                    }
                }
                Err(refusal) => self.refuse(world, act_at, refusal),
            }
        }
        !seen.is_empty()
    }

    fn refuse(&mut self, world: &World, act_at: usize, refusal: Refusal) {
        let Some(stages) = self.refused.get_mut(act_at) else { return };
        let rules = stages.entry(world.stage()).or_default();
        if !rules.contains(&refusal.rule) {
            rules.insert(refusal.rule);
        }
    }

    fn accept(
        &mut self,
        number: usize,
        world: &World,
        (act, actor, follow): (&'static Act, &Actor, bool),
        events: &[Event],
        step: Move,
    ) {
        let mut after = World { detour: None, ..world.clone() };
        if after.follow(self.setting, events).is_err() || self.setting.strike(&mut after).is_err() {
            self.breaks(Property::Applies, number, Some(step));
            return;
        }
        if after.stage() == world.stage()
            && let Follow::Detour(family) = act.follow
        {
            after.detour = Some((family, world.detour.map_or(1, |(_, acts)| acts.saturating_add(1))));
        }
        for property in property::of_step(world, actor, events, &after) {
            self.breaks(property, number, Some(step));
        }
        self.reached(number, &Step { after: &after, before: world, child: None, command: act.name, events });
        let beyond = !matches!(act.follow, Follow::Detour(_));
        if !follow {
            self.look_ahead(number, act.name, &after, step);
        }
        self.land(number, (step, beyond), world, after, follow);
    }

    /// A state after a step: its properties, its place in the graph.
    ///
    /// To give up is always possible in the end; a case that can only be given up is stuck, so no way leads over there.
    fn land(&mut self, number: usize, (step, beyond): (Move, bool), from: &World, after: World, follow: bool) {
        let given_up = after.stage() == "closed";
        let moved = after.stage() != from.stage();
        self.found.steps += 1;
        for property in property::of_state(&self.setting.rules, Some(from), &after) {
            self.breaks(property, number, Some(step));
        }
        if moved {
            self.tell_parent(number, step, &after);
        }
        if follow && self.setting.bounds.hold(&after.watch) {
            let to = self.meet(after, Some((number, step)));
            if !given_up {
                self.edges.push((number, to));
            }
        } else if moved && beyond && !given_up {
            self.alive.push(number);
        }
    }

    /// The case on which this one hangs learns how it ended: the law accepts that, and what must hold there holds.
    fn tell_parent(&mut self, number: usize, step: Move, child: &World) {
        match family::tell(self.setting, child) {
            None => {}
            Some(Err(_)) => self.breaks(Property::Applies, number, Some(step)),
            Some(Ok(told)) => {
                let system = Actor::system();
                for property in property::of_step(&told.before, &system, &told.events, &told.after)
                    .into_iter()
                    .chain(property::of_state(&self.setting.rules, None, &told.after))
                {
                    self.breaks(property, number, Some(step));
                }
                if told.is_replaced && told.after.stage() == "effective" {
                    self.breaks(Property::Replaced, number, Some(step));
                }
                let (before, after) = (&told.before, &told.after);
                self.found.accepted.insert((before.stage(), family::NOTE));
                let step = Step { after, before, child: Some(child), command: family::NOTE, events: &told.events };
                self.reached(number, &step);
            }
        }
    }

    /// Notes where a step leads and which goals it reaches.
    fn reached(&mut self, number: usize, step: &Step<'_>) {
        if step.before.stage() != step.after.stage() {
            let names = self.found.moves.entry((step.before.stage(), step.after.stage())).or_default();
            names.insert(ACTS.iter().map(|act| act.name).find(|name| *name == step.command).unwrap_or(STRIKE));
        }
        let depth = self.links.get(number).map_or(0, |link| link.depth + 1);
        let found = &mut self.found.goals;
        self.missed.retain(|goal| {
            let holds = (goal.holds)(step);
            if holds {
                found.insert(goal.name, depth);
            }
            !holds
        });
    }

    fn breaks(&mut self, property: Property, number: usize, last: impl IntoIterator<Item = Move>) {
        if !self.found.broken.contains_key(&property) {
            let story = Story::tell(self.setting, &self.links, number, last);
            self.found.broken.insert(property, story);
        }
    }

    fn finish(mut self, complete: bool) -> (Explored, Merges) {
        self.found.complete = complete;
        self.found.states = self.links.len();
        self.found.by_stage = std::mem::take(&mut self.looked);
        for (act, stages) in ACTS.iter().zip(std::mem::take(&mut self.refused)) {
            for (stage, rules) in stages {
                self.found.refused.entry((stage, act.name)).or_default().extend(rules);
            }
        }
        if complete && let Some(stuck) = graph::stuck(self.links.len(), &self.edges, &self.alive) {
            self.breaks(Property::CanEnd, stuck, None);
        }
        (self.found, self.sampler.map(Sampler::found).unwrap_or_default())
    }
}
