//! What is decided and not followed: every command before there is a case, and the second person of what one alone began.

use super::Search;
use crate::acts::{ACTS, givers};
use crate::matrix::NO_CASE;
use crate::path::Move;
use crate::property::{self, Property};
use crate::world::World;

/// What a second person confirms, and how.
const SECONDS: [(&str, &str); 2] = [("enter_paper", "confirm_paper"), ("propose_correction", "confirm_correction")];

impl Search<'_> {
    /// Every command where no case is open yet, as it will be given in the first state.
    pub(super) fn before_the_case(&mut self, first: &World) {
        for (act, refused) in ACTS.iter().zip(&mut self.refused) {
            for variant in (act.make)(&first.view(self.setting)) {
                for actor in givers(act.name) {
                    self.found.decided += 1;
                    match self.setting.decide_first(first.now, &actor, &variant.command) {
                        Ok(_) => drop(self.found.accepted.insert((NO_CASE, act.name))),
                        Err(refusal) => drop(refused.entry(NO_CASE).or_default().insert(refusal.rule)),
                    }
                }
            }
        }
    }

    /// Whether a second person can confirm what was entered or proposed, where that isn't followed and wasn't seen yet.
    pub(super) fn look_ahead(&mut self, number: usize, first: &str, entered: &World, step: Move) {
        let second = SECONDS.iter().find(|(name, _)| *name == first).map(|(_, second)| *second);
        let Some((act_at, act)) = ACTS.iter().enumerate().find(|(_, act)| second == Some(act.name)) else { return };
        if self.found.accepted.contains(&(entered.stage(), act.name)) {
            return;
        }
        for (variant_at, variant) in (act.make)(&entered.view(self.setting)).into_iter().enumerate() {
            for (who, actor) in givers(act.name).into_iter().enumerate() {
                self.found.decided += 1;
                let Ok(events) = self.setting.decide(entered, &actor, &variant.command) else { continue };
                self.found.accepted.insert((entered.stage(), act.name));
                let steps = [step, Move::Act { act: act_at, actor: who, variant: variant_at }];
                let mut after = entered.clone();
                if after.follow(self.setting, &events).is_err() || self.setting.strike(&mut after).is_err() {
                    self.breaks(Property::Applies, number, steps);
                    continue;
                }
                let of_step = property::of_step(entered, &actor, &events, &after);
                let of_state = property::of_state(&self.setting.rules, Some(entered), &after);
                for property in of_step.into_iter().chain(of_state) {
                    self.breaks(property, number, steps);
                }
            }
        }
    }
}
