//! Cases that hang on one in force (rows 1, 34 and 35): what the one in force learns of them, and the record of a
//! rescission. ZJ-CC 31–34, CC22 39–41.

use law::deadline::DeadlineRule;
use law::time::Moment;
use ledger::Digest;

use super::ctx::{Ctx, Decided, refuse};
use super::{effect, force, life};
use crate::checks::{Finding, Outcome};
use crate::command::{ChildKind, IssueOffer, NoteChildEnded, NoteChildOpened, RecordRescission};
use crate::event::{AgreementRescinded, CheckNoted, ChildEnded, ChildOpened, Event, RescissionRecorded};
use crate::refusal::Refusal;
use crate::state::{AgreedText, Negotiation, Owner, Stage};
use crate::table;

/// What the case is to do, where it hangs on one in force.
pub(super) fn kind(ctx: &Ctx<'_>) -> Option<ChildKind> {
    ctx.n.header.parent.as_ref().map(|parent| parent.kind)
}

/// The key of a kind's name.
fn kind_key(kind: ChildKind) -> &'static str {
    match kind {
        ChildKind::Amendment => "neg-child-amendment",
        ChildKind::Rescission => "neg-child-rescission",
        ChildKind::Renewal => "neg-child-renewal",
    }
}

/// The offer says what the case is for. A change may also rest on an in-year trigger (ZJ-CC 20), a renewal on the yearly
/// negotiation (ZJ-CC 19, WN9 24).
pub(super) fn fitting_basis(ctx: &Ctx<'_>, offer: &IssueOffer) -> Result<(), Refusal> {
    let Some(kind) = kind(ctx) else { return Ok(()) };
    if offer.basis.fits(Some(kind)) {
        return Ok(());
    }
    Err(refuse("FACT-BASIS", "fact-basis", &["ZJ-CC 30", "ZJ-CC 31", "CC22 39"]).with_message("kind", kind_key(kind)))
}

/// ZJ-CC 30(3), CC22 38: an offer to renew outside the time that the text names is worth a look, never refused.
pub(super) fn window(ctx: &Ctx<'_>) -> Option<Event> {
    let parent = ctx.n.header.parent.as_ref().filter(|parent| parent.kind == ChildKind::Renewal)?;
    let dates = ctx.dates(DeadlineRule::RenewOpen, parent.expires_on)?;
    let (found, opens) = (ctx.when.date(), dates.opens.unwrap_or(dates.due));
    if (opens..=dates.due).contains(&found) {
        return None;
    }
    let how = if found < opens { "early" } else { "late" };
    let finding = Finding::under("CHK-RENEW-WINDOW", Outcome::Amber, &dates.citation)
        .with("found", found)
        .with("opens", opens)
        .with("due", dates.due)
        .with("how", how);
    Some(Event::CheckNoted(CheckNoted { finding }))
}

/// One child case of a kind at a time. The same note again changes nothing and is refused; of a case that had succeeded it
/// says that this is no longer so (its own effect was withdrawn) and that the case goes on: what ended by it hasn't ended.
pub(super) fn opened(ctx: &Ctx<'_>, note: &NoteChildOpened) -> Decided {
    if ctx.paper {
        return Err(ctx.wrong_actor());
    }
    let known = ctx.n.children.iter().find(|child| child.case == note.case);
    if let (Stage::Effective(_) | Stage::Ended(_), Some(child)) = (&ctx.n.stage, known) {
        if child.on.is_none() || child.kind != note.kind {
            return Err(noted(ctx));
        }
        let mut events = vec![Event::ChildOpened(ChildOpened { at: ctx.when, case: note.case, kind: note.kind })];
        events.extend(force::followed(ctx, note.case, None));
        return Ok(events);
    }
    takes(ctx.n, note.kind)?;
    let mut events = vec![Event::ChildOpened(ChildOpened { at: ctx.when, case: note.case, kind: note.kind })];
    if note.kind == ChildKind::Renewal
        && let Some(window) = ctx.newest("renew_open")
    {
        events.extend(ctx.meet(&window.id));
    }
    Ok(events)
}

/// Whether a case takes note of a new one of a kind: it is in force, and no other of that kind is under way.
pub(crate) fn takes(n: &Negotiation, kind: ChildKind) -> Result<(), Refusal> {
    if let Stage::Ended(ended) = &n.stage {
        return Err(refuse("CHILD-LATE", "child-late", &["ZJ-CC 30", "ZJ-CC 31", "CC22 39"]).with("found", ended.on));
    }
    if life::effective(n).is_none() {
        return Err(table::wrong_stage("note_child_opened", n.stage_name()));
    }
    if n.children.iter().any(|child| child.kind == kind && !child.ended) {
        return Err(refuse("CHILD-OPEN", "child-open", &["ZJ-CC 30", "ZJ-CC 31", "CC22 39"])
            .with_message("kind", kind_key(kind)));
    }
    Ok(())
}

fn noted(ctx: &Ctx<'_>) -> Refusal {
    refuse("CHILD-NOTED", "child-noted", &[]).with_message("command", table::command_key(ctx.command.name()))
}

/// An amended text or a rescission takes the place of this agreement from its day; a renewal waits for the last day. A case
/// whose day was corrected is noted once more with the right one.
pub(super) fn ended(ctx: &Ctx<'_>, note: &NoteChildEnded) -> Decided {
    if ctx.paper {
        return Err(ctx.wrong_actor());
    }
    if !matches!(ctx.n.stage, Stage::Effective(_) | Stage::Ended(_)) {
        return Err(ctx.wrong_stage());
    }
    let Some(child) = ctx.n.children.iter().find(|child| child.case == note.case) else {
        return Err(refuse("CHILD-UNKNOWN", "child-unknown", &[]));
    };
    let before = child.on.filter(|_| child.ended);
    if child.ended && (before.is_none() || before == note.on || !note.succeeded) {
        return Err(noted(ctx));
    }
    let mut events = vec![Event::ChildEnded(ChildEnded {
        at: ctx.when,
        case: note.case,
        on: note.on,
        succeeded: note.succeeded,
        terms: note.terms,
    })];
    match (child.kind, note.succeeded, note.on) {
        (ChildKind::Renewal, _, _) => {}
        (ChildKind::Amendment | ChildKind::Rescission, true, None) => {
            return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 33", "CC22 41"]));
        }
        (ChildKind::Amendment | ChildKind::Rescission, succeeded, on) => {
            events.extend(force::followed(ctx, note.case, on.filter(|_| succeeded)));
        }
    }
    Ok(events)
}

/// Both chiefs have signed an agreement to rescind: from that day, or from a later one that it names (ZJ-CC 33).
pub(super) fn rescinded(ctx: &Ctx<'_>, text: &AgreedText, at: Moment, terms: Digest) -> Vec<Event> {
    let on = effect::rescission_from(text.terms.term, at.date());
    let mut events = vec![Event::AgreementRescinded(AgreementRescinded { at, on, terms })];
    let id = format!("rescind_file-{}", ctx.count("rescind_file"));
    events.extend(ctx.open(DeadlineRule::RescindFile, Owner::Employer, id, on));
    events
}

/// ZJ-CC 33: late is on record and still possible.
pub(super) fn record(ctx: &Ctx<'_>, record: &RecordRescission) -> Decided {
    let Stage::Rescinded(stage) = &ctx.n.stage else {
        return Err(ctx.wrong_stage());
    };
    if stage.recorded.is_some() {
        return Err(refuse("STAGE-record_rescission", "recorded-already", &["ZJ-CC 33"]));
    }
    if record.number.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 33"]));
    }
    let mut events =
        vec![Event::RescissionRecorded(RescissionRecorded { at: ctx.when, number: record.number.clone() })];
    if let Some(duty) = ctx.newest("rescind_file") {
        events.extend(ctx.meet(&duty.id));
    }
    Ok(events)
}
