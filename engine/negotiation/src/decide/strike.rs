//! The clock: what falls due is struck, dated by law (rows 5, 13, 29 and 36).

use law::deadline::Kind;
use law::time::Moment;

use super::ctx::{Ctx, Decided, refuse};
use super::{effect, life, suspension};
use crate::event::{BreachRecorded, DutyLapsed, Event};
use crate::state::{Duty, DutyStatus, EffectBasis, Negotiation, Stage};

/// The duty that has to be struck first at an instant: due, still open, on a date that is sure.
#[must_use]
pub fn next_due(n: &Negotiation, now: Moment) -> Option<&Duty> {
    n.duties
        .iter()
        .filter(|duty| duty.status == DutyStatus::Open && !duty.dates.provisional && strikes(duty))
        .filter(|duty| !stands_still(n, duty))
        .filter(|duty| duty.due_at() <= now)
        .min_by(|a, b| (a.due_at(), &a.id).cmp(&(b.due_at(), &b.id)))
}

/// Windows are never struck; of the terms those that end something of themselves.
fn strikes(duty: &Duty) -> bool {
    match duty.kind {
        Kind::Lapse | Kind::Breach => true,
        Kind::Term => duty.rule == "suspend" || duty.rule == "term",
        Kind::Window => false,
    }
}

/// While the talks are suspended the clock of the whole negotiation stands still; it moves on when they do.
fn stands_still(n: &Negotiation, duty: &Duty) -> bool {
    matches!(n.stage, Stage::Suspended(_)) && duty.rule == "total"
}

/// Strikes one duty. A default is on record and the act stays possible; silence of the bureau brings effect; a suspension
/// that lasted as long as it may is over.
pub(super) fn decide(ctx: &Ctx<'_>, id: &str) -> Decided {
    let Some(duty) = next_due(ctx.n, ctx.now).filter(|duty| duty.id == id) else {
        return Err(refuse("STAGE-strike_clock", "not-due", &[]).with("duty", id));
    };
    let at = duty.due_at();
    match (duty.kind, &ctx.n.stage) {
        (Kind::Lapse, Stage::Filed(filing) | Stage::UnderReview(filing)) => {
            let mut events = vec![Event::DutyLapsed(DutyLapsed { at, duty: id.to_owned() })];
            events.extend(effect::begin(ctx, filing, EffectBasis::Deemed, at, at.date()));
            Ok(events)
        }
        (Kind::Term, Stage::Suspended(_)) => Ok(suspension::ran_out(ctx, duty, at)),
        (Kind::Term, Stage::Effective(_)) if duty.rule == "term" => Ok(life::last_day_over(ctx, duty)),
        (Kind::Lapse | Kind::Breach | Kind::Term | Kind::Window, _) => {
            let citation = duty.citation.clone();
            Ok(vec![Event::BreachRecorded(BreachRecorded { at, citation, duty: id.to_owned() })])
        }
    }
}
