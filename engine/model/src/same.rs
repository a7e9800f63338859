//! Whether states that are taken for one are one to the law.
//!
//! Two cases with the same key must meet the same answers: the same commands of the same persons are accepted, and lead to
//! states that again have one key. Acts off the way are left out, because what they leave behind counts only while it
//! lasts; so are days, of which only the nearness is kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::acts::{ACTS, Follow, givers};
use crate::key::key;
use crate::path::{Link, Move, Story};
use crate::world::{Setting, World};

/// Command, variant and person that are accepted, with the key of the state after.
type Answers = BTreeSet<(usize, usize, usize, u128)>;

/// Most comparisons of one key.
const OFTEN: u8 = 3;
/// Most differences that are told.
const TOLD: usize = 8;

/// What comparing states with the same key found.
#[derive(Debug, Default)]
pub struct Merges {
    /// Pairs of states that were compared.
    pub compared: usize,
    /// Pairs in which the law answers differently.
    pub differ: usize,
    /// Of pairs in which the law answers differently: the history of the second, and what is accepted in one only.
    pub differing: Vec<(Story, String)>,
}

/// Keys that are watched, with what the law answered in the first state that had them.
#[derive(Debug)]
pub(crate) struct Sampler {
    found: Merges,
    known: BTreeMap<u128, (Answers, u8)>,
    one_in: u128,
}

impl Sampler {
    pub(crate) fn new(one_in: u64) -> Self {
        Self { found: Merges::default(), known: BTreeMap::new(), one_in: u128::from(one_in.max(1)) }
    }

    pub(crate) fn found(self) -> Merges {
        self.found
    }

    /// Looks at a state that was come to, the first time or again.
    pub(crate) fn look(
        &mut self,
        setting: &Setting,
        links: &[Link],
        key: u128,
        world: &World,
        link: Option<(usize, Move)>,
    ) {
        if !key.is_multiple_of(self.one_in) || world.is_marked() {
            return;
        }
        let Some((first, often)) = self.known.get_mut(&key) else {
            self.known.insert(key, (answers(setting, world), 0));
            return;
        };
        if *often >= OFTEN {
            return;
        }
        *often += 1;
        let second = answers(setting, world);
        self.found.compared += 1;
        if *first != second {
            self.found.differ += 1;
        }
        if *first != second && self.found.differing.len() < TOLD {
            let story = link.map(|(from, step)| Story::tell(setting, links, from, Some(step))).unwrap_or_default();
            let of = |from: &Answers, other: &Answers| {
                let only = from.difference(other).map(|(act, variant, actor, _)| {
                    let name = ACTS.get(*act).map_or("", |act| act.name);
                    format!("{name}/{variant}/{actor}")
                });
                only.collect::<Vec<_>>().join(" ")
            };
            if self.found.differing.iter().any(|(_, known)| known.starts_with(world.stage())) {
                return;
            }
            let what =
                format!("{}: first only: {}; second only: {}", world.stage(), of(first, &second), of(&second, first));
            self.found.differing.push((story, what));
        }
    }
}

fn answers(setting: &Setting, world: &World) -> Answers {
    let mut answers = Answers::new();
    let on_the_way = |follow: Follow| !matches!(follow, Follow::Detour(_) | Follow::Corrections);
    for (act_at, act) in ACTS.iter().enumerate().filter(|(_, act)| on_the_way(act.follow)) {
        let variants = (act.make)(&world.view(setting)).into_iter().enumerate();
        for (variant_at, variant) in variants.filter(|(_, variant)| !(variant.beyond || variant.tried)) {
            for (who, actor) in givers(act.name).iter().enumerate() {
                if variant.by.is_some_and(|side| side != actor.side) {
                    continue;
                }
                let Ok(events) = setting.decide(world, actor, &variant.command) else { continue };
                let mut after = World { detour: None, ..world.clone() };
                let fits = after.follow(setting, &events).is_ok() && setting.strike(&mut after).is_ok();
                // Beyond the bounds nothing is tried any more: there it is enough that both come so far.
                let followed = setting.bounds.hold(&after.watch);
                let key = if fits && followed { key(setting, &after) } else { u128::from(fits) };
                answers.insert((act_at, variant_at, who, key));
            }
        }
    }
    answers
}
