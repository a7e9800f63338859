//! What a letter of supervision complains of, held against the record: ZJ-CC 42, TUL 54.

use super::ctx::Ctx;
use crate::actor::Side;
use crate::command::{Grievance, OrderDecision};
use crate::state::{Offer, Owner, Stage};

/// What the record says of a grievance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// The record shows it.
    Shown,
    /// The record can't tell: the letter's own facts stand for it.
    Claimed,
    /// The record shows that it isn't so, or not yet.
    Contradicted,
}

/// Articles that the employer is said to have broken.
pub(super) const fn articles(grievance: Grievance) -> &'static [&'static str] {
    match grievance {
        Grievance::NoReply => &["ZJ-CC 7", "CC22 32(2)"],
        Grievance::Refusal => &["ZJ-CC 7", "CC22 32(2)", "TUL 54(四)"],
        Grievance::Data => &["ZJ-CC 16(2)", "WN9 18"],
        Grievance::NotSigned => &["ZJ-CC 24(3)", "CC22 37"],
        Grievance::NotFiled => &["ZJ-CC 34", "CC22 42", "WN9 21"],
        Grievance::NotPerformed => &["ZJ-CC 41", "LCL 56"],
    }
}

/// What the record says of a grievance at the legal instant.
pub(super) fn ground(ctx: &Ctx<'_>, grievance: Grievance) -> Ground {
    match grievance {
        Grievance::NoReply => no_reply(ctx),
        Grievance::Refusal => refusal(ctx),
        Grievance::Data => data(ctx),
        Grievance::NotSigned => not_signed(ctx),
        Grievance::NotFiled => shown(late(ctx, "file") || late(ctx, "file_wage")),
        Grievance::NotPerformed => shown(matches!(ctx.n.stage, Stage::Effective(_))),
    }
}

const fn shown(holds: bool) -> Ground {
    if holds { Ground::Shown } else { Ground::Contradicted }
}

/// Whether the employer still owes something of a rule after its last day.
fn late(ctx: &Ctx<'_>, rule: &str) -> bool {
    ctx.newest_owed(rule, Side::Employer).is_some_and(|duty| ctx.when >= duty.due_at())
}

fn of_workers(offer: &Offer) -> bool {
    offer.side == Side::Worker
}

/// The reply is overdue, or an order to answer was not followed by its day.
fn no_reply(ctx: &Ctx<'_>) -> Ground {
    let Stage::AwaitingReply(stage) = &ctx.n.stage else {
        return Ground::Contradicted;
    };
    let ordered = ctx.n.remedies.orders.iter().any(|order| {
        order.decision == OrderDecision::Correct && order.correct_by.is_none_or(|by| by < ctx.when.date())
    });
    shown(of_workers(&stage.offer) && (late(ctx, "reply") || ordered))
}

/// The offer was refused in writing. Whether a side refuses by its conduct once the offer is accepted, and for what
/// reason talks stand still, only the letter can tell.
fn refusal(ctx: &Ctx<'_>) -> Ground {
    match &ctx.n.stage {
        Stage::Refused(stage) => shown(of_workers(&stage.offer)),
        Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Renegotiating(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_) => Ground::Claimed,
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_)
        | Stage::Effective(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => Ground::Contradicted,
    }
}

/// Material that was due before the meeting is withheld. Whether what was given is true, and what is asked for while the
/// agreement is in force, the record can't tell.
fn data(ctx: &Ctx<'_>) -> Ground {
    let given = ctx.n.disclosures.iter().any(|given| given.side == Side::Employer);
    let withheld = ctx.n.duties.iter().any(|duty| {
        duty.rule == "disclose" && duty.owner == Owner::Employer && duty.is_owed() && ctx.when >= duty.due_at()
    });
    match (withheld, given || matches!(ctx.n.stage, Stage::Effective(_))) {
        (true, _) => Ground::Shown,
        (false, true) => Ground::Claimed,
        (false, false) => Ground::Contradicted,
    }
}

/// The employer's chief has not signed the adopted text. The law names no day; a refusal on record shows it.
fn not_signed(ctx: &Ctx<'_>) -> Ground {
    let Stage::Adopted(stage) = &ctx.n.stage else {
        return Ground::Contradicted;
    };
    let refused = &ctx.n.remedies.sign_refusals.employer;
    match (&stage.signatures.employer, refused) {
        (Some(_), _) => Ground::Contradicted,
        (None, Some(refused)) if refused.terms == stage.text.digest => Ground::Shown,
        (None, Some(_) | None) => Ground::Claimed,
    }
}
