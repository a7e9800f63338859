//! Performance, inspection and end (rows 32, 33, 36): ZJ-CC 36–37, 40–41, WN9 24, LCL 56.

use law::Date;
use law::time::Moment;

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::life;
use crate::command::{
    BreachOutcome, EndOnCondition, PerformanceCommand, RecordBreach, RecordInspection, ReportPerformance, SettleBreach,
};
use crate::event::{
    ConditionCame, Event, InspectionRecorded, NonPerformanceSettled, NonPerformanceStated, PerformanceReported,
};
use crate::refusal::Refusal;
use crate::state::{Effective, EndReason, Stage};

pub(super) fn decide(ctx: &Ctx<'_>, command: &PerformanceCommand) -> Decided {
    match command {
        PerformanceCommand::RecordInspection(inspection) => inspect(ctx, in_force(ctx)?, inspection),
        PerformanceCommand::ReportPerformance(report) => self::report(ctx, since_force(ctx)?, report),
        PerformanceCommand::RecordBreach(breach) => state(ctx, since_force(ctx)?, breach),
        PerformanceCommand::SettleBreach(settlement) => {
            since_force(ctx)?;
            settle(ctx, settlement)
        }
        PerformanceCommand::EndOnCondition(end) => self::end(ctx, in_force(ctx)?, end),
    }
}

/// The agreement in force at the instant of the act; also where a paper of an earlier day becomes known after its end.
pub(super) fn in_force<'a>(ctx: &'a Ctx<'_>) -> Result<&'a Effective, Refusal> {
    if let Stage::Ended(ended) = &ctx.n.stage
        && ctx.paper
        && ctx.when < Moment::start_of(ended.on)
    {
        return Ok(&ended.effective);
    }
    life::effective(ctx.n).ok_or_else(|| ctx.wrong_stage())
}

/// The agreement since it took effect, also after its end: what concerns its time in force stays possible.
fn since_force<'a>(ctx: &'a Ctx<'_>) -> Result<&'a Effective, Refusal> {
    if let Stage::Ended(ended) = &ctx.n.stage {
        return Ok(&ended.effective);
    }
    in_force(ctx)
}

/// A clause of the agreement.
fn clause(stage: &Effective, id: &str, articles: &[&str]) -> Result<(), Refusal> {
    if stage.filing.signed.text.terms.clause(id).is_some() {
        return Ok(());
    }
    Err(Refusal::new("FACT-CLAUSE", "fact-clause", articles).with("clause", id))
}

fn empty(articles: &[&str]) -> Refusal {
    Refusal::new("FACT-EMPTY", "fact-empty", articles)
}

/// A day of the agreement's life, not after the act.
fn day(ctx: &Ctx<'_>, stage: &Effective, on: Date) -> Result<(), Refusal> {
    let (from, to) = (stage.effect.on.min(stage.effect.term_from), ctx.when.date());
    if (from..=to).contains(&on) {
        return Ok(());
    }
    Err(out_of_days(on, from, to, &[]))
}

/// ZJ-CC 36: findings in writing to both chiefs, clause by clause.
fn inspect(ctx: &Ctx<'_>, stage: &Effective, inspection: &RecordInspection) -> Decided {
    let articles = &["ZJ-CC 36"];
    day(ctx, stage, inspection.on)?;
    if inspection.findings.is_empty() || inspection.findings.iter().any(|found| found.evidence.trim().is_empty()) {
        return Err(empty(articles));
    }
    inspection.findings.iter().try_for_each(|found| clause(stage, &found.clause, articles))?;
    Ok(vec![Event::InspectionRecorded(InspectionRecorded {
        at: ctx.when,
        findings: inspection.findings.clone(),
        on: inspection.on,
    })])
}

/// ZJ-CC 37: the year in which the congress heard it is reported; where that is done already, the oldest still owed.
fn report(ctx: &Ctx<'_>, stage: &Effective, report: &ReportPerformance) -> Decided {
    day(ctx, stage, report.heard_on)?;
    if report.summary.trim().is_empty() {
        return Err(empty(&["ZJ-CC 37"]));
    }
    let mut events = vec![Event::PerformanceReported(PerformanceReported {
        at: ctx.when,
        heard_on: report.heard_on,
        summary: report.summary.clone(),
    })];
    let owed = || ctx.n.duties.iter().filter(|duty| duty.rule == "annual_report" && duty.is_owed());
    let of_the_year = owed().find(|duty| duty.anchor < report.heard_on && report.heard_on <= duty.dates.due);
    if let Some(duty) = of_the_year.or_else(|| owed().find(|duty| duty.dates.due < report.heard_on)) {
        events.extend(ctx.meet(&duty.id));
    }
    Ok(events)
}

/// ZJ-CC 40–41, TUL 21(4): the union states which clause isn't kept. Nothing follows of itself; letters may.
fn state(ctx: &Ctx<'_>, stage: &Effective, breach: &RecordBreach) -> Decided {
    let articles = &["ZJ-CC 40", "ZJ-CC 41", "TUL 21"];
    clause(stage, &breach.clause, articles)?;
    if breach.facts.trim().is_empty() {
        return Err(empty(articles));
    }
    Ok(vec![Event::NonPerformanceStated(NonPerformanceStated {
        at: ctx.when,
        breach: u32::try_from(ctx.n.breaches.len()).unwrap_or(u32::MAX).saturating_add(1),
        clause: breach.clause.clone(),
        facts: breach.facts.clone(),
        proof: breach.proof,
    })])
}

/// A dispute that was taken to law ends there: it may be settled once more.
fn settle(ctx: &Ctx<'_>, settlement: &SettleBreach) -> Decided {
    let at = usize::try_from(settlement.breach).ok().and_then(|number| number.checked_sub(1));
    let stated = at.and_then(|at| ctx.n.breaches.get(at));
    let open = |settled: crate::state::Settled| settled.outcome == BreachOutcome::TakenToLaw;
    if stated.is_none_or(|breach| !breach.settled.is_none_or(open)) {
        return Err(
            refuse("STAGE-settle_breach", "no-breach", &["ZJ-CC 40", "LCL 56"]).with("breach", settlement.breach)
        );
    }
    if settlement.words.trim().is_empty() {
        return Err(empty(&["ZJ-CC 40"]));
    }
    Ok(vec![Event::NonPerformanceSettled(NonPerformanceSettled {
        at: ctx.when,
        breach: settlement.breach,
        outcome: settlement.outcome,
        words: settlement.words.clone(),
    })])
}

/// ZJ-CC 30(1), WN9 7: the agreement ends with the day on which the condition that it names came.
fn end(ctx: &Ctx<'_>, stage: &Effective, end: &EndOnCondition) -> Decided {
    if matches!(ctx.n.stage, Stage::Ended(_)) {
        return Err(ctx.wrong_stage());
    }
    clause(stage, &end.clause, &["ZJ-CC 30", "WN9 7"])?;
    day(ctx, stage, end.on)?;
    let mut events = vec![Event::ConditionCame(ConditionCame {
        at: ctx.when,
        clause: end.clause.clone(),
        on: end.on,
        proof: end.proof,
    })];
    events.extend(life::ended(ctx, end.on, EndReason::ConditionMet));
    Ok(events)
}
