//! With the bureau (rows 25, 26, 28): return, registration, objection, no-objection opinion.

use law::Date;
use law::time::Moment;

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::effect;
use crate::actor::{Side, Sides};
use crate::checks::{Finding, Outcome};
use crate::command::{Command, FilingCommand, IssueNoObjection, Object, RecordService, ReviewCommand, Service};
use crate::event::{CheckNoted, Event, FilingRegistered, FilingReturned, NoObjectionIssued, Objected, OpinionServed};
use crate::refusal::Refusal;
use crate::state::{Duty, EffectBasis, FilingState, Opinion};

pub(super) fn decide(ctx: &Ctx<'_>, stage: &FilingState) -> Decided {
    match ctx.command {
        Command::Filing(FilingCommand::ReturnFiling(back)) => give_back(ctx, stage, &back.missing),
        Command::Filing(FilingCommand::RegisterFiling(register)) => self::register(ctx, stage, &register.number),
        Command::Review(ReviewCommand::Object(object)) => self::object(ctx, stage, object),
        Command::Review(ReviewCommand::IssueNoObjection(opinion)) => no_objection(ctx, stage, opinion),
        Command::Review(ReviewCommand::RecordService(service)) => served_later(ctx, stage, service),
        Command::Filing(FilingCommand::File(_))
        | Command::Signature(_)
        | Command::Congress(_)
        | Command::Session(_)
        | Command::Draft(_)
        | Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
        | Command::Publication(_)
        | Command::Supervision(_)
        | Command::Suspension(_)
        | Command::Dispute(_)
        | Command::Performance(_)
        | Command::Change(_)
        | Command::Paper(_)
        | Command::Correction(_)
        | Command::System(_) => Err(ctx.wrong_stage()),
    }
}

/// A return ends the review; the employer's date for filing stays as it was, so a late refiling is on record as late.
fn give_back(ctx: &Ctx<'_>, stage: &FilingState, missing: &[String]) -> Decided {
    if missing.is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["CC22 42"]));
    }
    if stage.opinion.is_some() {
        return Err(refuse("STAGE-return_incomplete", "opinion-given", &["CC22 42", "CC22 45"]));
    }
    let mut events = vec![Event::FilingReturned(FilingReturned { at: ctx.when, missing: missing.to_vec() })];
    events.extend(ctx.void_rule("review"));
    let filed = ctx.newest("file").or_else(|| ctx.newest("file_wage"));
    if let Some(before) = filed {
        let mut again = before.clone();
        again.id = format!("file-{}", ctx.count(&before.rule));
        again.status = crate::state::DutyStatus::Open;
        events.push(Event::DutyOpened(crate::event::DutyOpened { duty: again }));
    }
    Ok(events)
}

/// CC22 42(2).
fn register(ctx: &Ctx<'_>, stage: &FilingState, number: &str) -> Decided {
    if stage.registered.is_some() {
        return Err(ctx.wrong_stage());
    }
    if number.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["CC22 42"]));
    }
    Ok(vec![Event::FilingRegistered(FilingRegistered { at: ctx.when, number: number.to_owned() })])
}

/// CC22 44–45, ZJ-CC 34, WN9 22: clause by clause; in time once it has reached at least one side.
fn object(ctx: &Ctx<'_>, stage: &FilingState, object: &Object) -> Decided {
    ctx.same_text(object.terms, &stage.signed.text)?;
    if stage.opinion.is_some() {
        return Err(refuse("STAGE-object", "opinion-given", &["CC22 45"]));
    }
    let unknown = object
        .items
        .iter()
        .filter_map(|item| item.clause.as_deref())
        .find(|clause| stage.signed.text.terms.clause(clause).is_none());
    if object.items.is_empty() || unknown.is_some() {
        return Err(refuse("FACT-OBJECTION", "fact-objection", &["CC22 45"]).with("clause", unknown.unwrap_or("none")));
    }
    let served = services(ctx, &object.served)?;
    let mut events = vec![Event::Objected(Objected { at: ctx.when, items: object.items.clone() })];
    if let Some(first) = earliest(&served) {
        events.extend(review_met(ctx, first));
    }
    events.extend(service_events(&served));
    Ok(events)
}

/// WN9 22(2): in force at the later of the two services.
fn no_objection(ctx: &Ctx<'_>, stage: &FilingState, given: &IssueNoObjection) -> Decided {
    ctx.same_text(given.terms, &stage.signed.text)?;
    if stage.opinion.is_some() {
        return Err(refuse("STAGE-no_objection_opinion", "opinion-given", &["WN9 22"]));
    }
    let served = services(ctx, &given.served)?;
    let mut events = vec![Event::NoObjectionIssued(NoObjectionIssued { at: ctx.when, opinion: given.opinion.clone() })];
    events.extend(service_events(&served));
    if let (Some(worker), Some(employer)) = (served.worker, served.employer) {
        let at = worker.max(employer);
        events.extend(review_met(ctx, at));
        events.extend(effect::begin(ctx, stage, EffectBasis::Opinion, at, at.date()));
    }
    Ok(events)
}

/// A service off the platform that becomes known after the opinion was issued.
fn served_later(ctx: &Ctx<'_>, stage: &FilingState, service: &RecordService) -> Decided {
    let Some(opinion) = &stage.opinion else {
        return Err(refuse("STAGE-record_service", "no-opinion", &["CC22 45"]));
    };
    let at = self::served(ctx, opinion, service.side, service.received_on)?;
    let mut events = Vec::new();
    if !opinion.items.is_empty() {
        events.extend(review_met(ctx, at));
    }
    events.push(Event::OpinionServed(OpinionServed { at, side: service.side }));
    let other = opinion.served.get(service.side.other()).copied().flatten();
    if opinion.items.is_empty()
        && let Some(other) = other
    {
        let last = at.max(other);
        events.extend(review_met(ctx, last));
        events.extend(effect::begin(ctx, stage, EffectBasis::Opinion, last, last.date()));
    }
    Ok(events)
}

/// The instant of a service that is recorded after the opinion; also used while the sides mend an objected text.
pub(super) fn served(ctx: &Ctx<'_>, opinion: &Opinion, side: Side, on: Date) -> Result<Moment, Refusal> {
    if ctx.side() != Side::None && ctx.side() != side {
        return Err(refuse("WHO-record_service", "who-service", &["CC22 45"]));
    }
    if side == Side::None || opinion.served.get(side).is_some_and(Option::is_some) {
        return Err(refuse("STAGE-record_service", "served-already", &["CC22 45"]));
    }
    received(ctx, on, opinion.issued_at)
}

/// A day of receipt lies between the day of issue and today.
fn received(ctx: &Ctx<'_>, on: Date, issued_at: Moment) -> Result<Moment, Refusal> {
    let issued_on = issued_at.date();
    if on < issued_on || on > ctx.now.date() {
        return Err(out_of_days(on, issued_on, ctx.now.date(), &[]));
    }
    Ok(Moment::start_of(on).max(issued_at))
}

/// Who has the opinion already: sides that read the inbox have it at once, others as their receipts say.
fn services(ctx: &Ctx<'_>, listed: &[Service]) -> Result<Sides<Option<Moment>>, Refusal> {
    let mut served = Sides::default();
    for side in [Side::Worker, Side::Employer] {
        let receipt = listed.iter().find(|service| service.side == side);
        let at = match receipt {
            Some(receipt) => Some(received(ctx, receipt.received_on, ctx.when)?),
            None => (ctx.reads_inbox(side) && !ctx.paper).then_some(ctx.when),
        };
        if let Some(slot) = served.get_mut(side) {
            *slot = at;
        }
    }
    Ok(served)
}

fn earliest(served: &Sides<Option<Moment>>) -> Option<Moment> {
    [served.worker, served.employer].into_iter().flatten().min()
}

fn service_events(served: &Sides<Option<Moment>>) -> impl Iterator<Item = Event> {
    [(Side::Worker, served.worker), (Side::Employer, served.employer)]
        .into_iter()
        .filter_map(|(side, at)| at.map(|at| Event::OpinionServed(OpinionServed { at, side })))
}

/// The review is done at the instant of service.
fn review_met(ctx: &Ctx<'_>, at: Moment) -> Vec<Event> {
    let Some(duty) = ctx.newest("review").filter(|duty| duty.is_owed()) else {
        return Vec::new();
    };
    let late = at >= duty.due_at();
    let mut events = vec![Event::DutyMet(crate::event::DutyMet { at, duty: duty.id.clone(), late })];
    events.extend(late.then(|| too_late(duty, at)));
    events
}

/// CC22 45, ZJ-CC 34: an opinion that came after the review was over is on record.
pub(super) fn too_late(duty: &Duty, at: Moment) -> Event {
    let finding = Finding::under("CHK-REVIEW-15D", Outcome::Breach, &duty.citation)
        .with("found", at.date())
        .with("required", duty.dates.due);
    Event::CheckNoted(CheckNoted { finding })
}
