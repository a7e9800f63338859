//! How far a history is followed: the bounds, held against a state.

use negotiation::state::{DutyStatus, Stage};

use crate::acts::{Act, DETOUR, Family, Follow, Variant};
use crate::bounds::Bounds;
use crate::explore::Search;
use crate::watch::Watch;
use crate::world::World;

/// A stage, and what of the case decides there which acts off the way are possible at all.
pub(crate) type Place = (&'static str, [bool; 5]);

pub(crate) fn place(world: &World) -> Place {
    let case = &world.case;
    let ground = |rule: &str| rule.starts_with("reply") || rule.starts_with("file");
    let default = case.duties.iter().any(|duty| duty.status == DutyStatus::Struck && ground(&duty.rule));
    let unasked = matches!(&case.stage, Stage::Disputed(disputed) if disputed.is_unasked());
    let listed = case.delegations.worker.is_some() && case.delegations.employer.is_some();
    let followed = case.children.iter().any(|child| !child.ended);
    (world.stage(), [default, unasked, listed, case.open_session().is_some(), followed])
}

impl Bounds {
    /// Whether a history is followed further.
    pub(crate) const fn hold(&self, watch: &Watch) -> bool {
        let apart = self.apart && watch.returns > 0 && (watch.objections > 0 || watch.rejections > 0);
        watch.votes <= self.votes && watch.objections <= self.objections && watch.returns <= self.returns && !apart
    }
}

impl Search<'_> {
    /// Whether a history with one more of a command is still followed.
    pub(crate) fn within(&self, world: &World, act: &Act, variant: &Variant) -> bool {
        let (bounds, watch) = (&self.setting.bounds, &world.watch);
        if variant.tried || (variant.aside && !bounds.asides) {
            return false;
        }
        match act.follow {
            Follow::Always => true,
            Follow::Acceptances => world.stage() == "idle",
            Follow::Coverage => world.stage() == "congress" && act.name == "confirm_coverage",
            Follow::Sessions => self.meets(world),
            Follow::Papers => world.waiting().count() < bounds.papers && (watch.is_first_round() || !bounds.apart),
            Follow::Corrections => !world.case.is_wide() && self.detours(world),
            // In a sector only what leads to a stage of its own.
            Follow::Detour(family)
                if world.case.is_wide() && !matches!(family, Family::Suspension | Family::Dispute) =>
            {
                false
            }
            Follow::Detour(_) => world.detour.map_or_else(|| self.detours(world), |(_, acts)| acts < DETOUR),
        }
    }

    /// Whether another session is followed before the next agreement; one more where the state is left for a detour.
    fn meets(&self, world: &World) -> bool {
        let (bounds, watch) = (&self.setting.bounds, &world.watch);
        let held = world.case.sessions.len().saturating_sub(watch.settled);
        let first = watch.votes == 0 && watch.objections == 0;
        let most = if first { bounds.sessions } else { bounds.later_sessions };
        held < most || (!first && held == 0 && !world.case.is_wide() && self.detours(world))
    }

    /// Whether an act is decided here: those off the way in so many states of each stage, and on their own detour.
    pub(crate) fn tries(&self, world: &World, act: &Act) -> bool {
        if act.follow == Follow::Coverage && world.case.is_wide() {
            return true;
        }
        match (world.detour, act.follow) {
            (Some((on, _)), Follow::Detour(family)) => on == family,
            (_, Follow::Always | Follow::Acceptances | Follow::Sessions | Follow::Papers | Follow::Corrections) => true,
            (None, Follow::Detour(_)) | (_, Follow::Coverage) => {
                self.ways.get(&place(world)).is_some_and(|ways| *ways <= self.setting.bounds.strangers)
            }
        }
    }

    /// Whether the state is one of those that are left for a detour.
    fn detours(&self, world: &World) -> bool {
        world.detour.is_none() && self.ways.get(&place(world)).is_some_and(|ways| *ways <= self.setting.bounds.detours)
    }
}
