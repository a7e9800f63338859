//! All explorations of a profile as one: the case of an enterprise, cases that hang on one in force, a case of a sector.

use law::rules::Profile;
use negotiation::command::ChildKind;

use crate::bounds::Bounds;
use crate::explore::{Explored, compare, explore};
use crate::same::Merges;
use crate::world::{ModelError, Setting};

/// Explores a profile: the case of an enterprise within these bounds, the others within their own.
///
/// # Errors
/// A case can't be opened.
pub fn prove(profile: Profile, bounds: Bounds) -> Result<Explored, ModelError> {
    joined(profile, explore(&Setting::new(profile, bounds)?)?)
}

/// The same, comparing states of the enterprise's case that are taken for one: one key in so many.
///
/// # Errors
/// A case can't be opened.
pub fn prove_comparing(profile: Profile, bounds: Bounds, one_in: u64) -> Result<(Explored, Merges), ModelError> {
    let (found, merges) = compare(&Setting::new(profile, bounds)?, one_in)?;
    Ok((joined(profile, found)?, merges))
}

fn joined(profile: Profile, mut found: Explored) -> Result<Explored, ModelError> {
    for kind in [ChildKind::Renewal, ChildKind::Amendment, ChildKind::Rescission] {
        found.join(explore(&Setting::child(profile, kind)?)?);
    }
    found.join(explore(&Setting::sector(profile)?)?);
    Ok(found)
}

impl Explored {
    /// Takes in what another exploration found.
    fn join(&mut self, other: Self) {
        self.accepted.extend(other.accepted);
        for (property, story) in other.broken {
            self.broken.entry(property).or_insert(story);
        }
        self.complete &= other.complete;
        self.decided += other.decided;
        for (stage, states) in other.by_stage {
            *self.by_stage.entry(stage).or_default() += states;
        }
        self.depth = self.depth.max(other.depth);
        for (goal, steps) in other.goals {
            let known = self.goals.entry(goal).or_insert(steps);
            *known = steps.min(*known);
        }
        for (stages, names) in other.moves {
            self.moves.entry(stages).or_default().extend(names);
        }
        for (cell, rules) in other.refused {
            self.refused.entry(cell).or_default().extend(rules);
        }
        self.states += other.states;
        self.steps += other.steps;
    }
}
