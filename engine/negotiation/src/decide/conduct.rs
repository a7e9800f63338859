//! Complaints: of a representative's conduct (CC22 26, WN9 15, HZ 21, NB 21), and of what the employer does to a worker
//! representative (CC22 27–28, ZJ-CC 14). On record; nothing is refused for it.

use law::rules::Profile;

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::party;
use crate::actor::Side;
use crate::checks::{self, Finding, Outcome};
use crate::command::{ConductFault, ReportConduct, ReportTreatment};
use crate::event::{CheckNoted, ConductReported, Event, TreatmentReported};
use crate::state::protection::protections;

/// The articles that speak of a fault; deliberate delay is named in Ningbo only.
const fn articles(fault: ConductFault) -> &'static [&'static str] {
    match fault {
        ConductFault::Disorder | ConductFault::Threat | ConductFault::Bribery => &["CC22 26", "WN9 15", "NB 21"],
        ConductFault::Deceit => &["CC22 26", "WN9 15", "NB 21"],
        ConductFault::Delay => &["NB 21"],
        ConductFault::Disclosure => &["CC22 26(2)", "WN9 15", "HZ 21", "HZ 48"],
    }
}

pub(super) fn report(ctx: &Ctx<'_>, report: &ReportConduct) -> Decided {
    let side = party(ctx)?;
    if report.facts.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["CC22 26"]));
    }
    let ever_sat = |side: Side| {
        let list = ctx.n.delegations.get(side).and_then(Option::as_deref);
        list.is_some_and(|list| list.seats.iter().any(|seat| seat.person == report.person))
    };
    if !ever_sat(Side::Worker) && !ever_sat(Side::Employer) {
        return Err(refuse("FACT-REP", "fact-rep", &["CC22 26", "WN9 15"])
            .with_message("command", crate::table::command_key(ctx.command.name())));
    }
    let mut events = vec![Event::ConductReported(ConductReported {
        at: ctx.when,
        facts: report.facts.clone(),
        fault: report.fault,
        person: report.person.clone(),
        side,
    })];
    events.extend(noted(ctx.rules.profile, report.fault));
    Ok(events)
}

/// The texts of the place that speak of the fault; where none does, the complaint stands alone.
fn noted(profile: Profile, fault: ConductFault) -> Option<Event> {
    let mut citation = crate::refusal::cite(articles(fault));
    citation.retain(|article| article.applies(profile));
    let finding = Finding::under("CHK-CONDUCT", Outcome::Amber, &citation).with(
        "fault",
        match fault {
            ConductFault::Disorder => "disorder",
            ConductFault::Threat => "threat",
            ConductFault::Bribery => "bribery",
            ConductFault::Deceit => "deceit",
            ConductFault::Delay => "delay",
            ConductFault::Disclosure => "disclosure",
        },
    );
    (!citation.is_empty()).then_some(Event::CheckNoted(CheckNoted { finding }))
}

/// ZJ-CC 14, CC22 27–28: what was done in the protected time is held against the texts.
pub(super) fn treatment(ctx: &Ctx<'_>, report: &ReportTreatment) -> Decided {
    if report.facts.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 14", "CC22 28"]));
    }
    let protections = protections(ctx.n);
    let Some(protection) = protections.iter().find(|known| known.person == report.person) else {
        return Err(refuse("FACT-REP", "fact-rep", &["ZJ-CC 14", "CC22 28"])
            .with_message("command", crate::table::command_key(ctx.command.name())));
    };
    if report.on > ctx.now.date() {
        return Err(out_of_days(report.on, protection.from, ctx.now.date(), &["ZJ-CC 14", "CC22 28"]));
    }
    let mut events = vec![Event::TreatmentReported(TreatmentReported {
        at: ctx.when,
        cause: report.cause,
        consented: report.consented,
        facts: report.facts.clone(),
        on: report.on,
        person: report.person.clone(),
        treatment: report.treatment,
    })];
    let finding = checks::people::treatment(ctx.rules, report);
    if protection.covers(report.on) && finding.outcome != Outcome::Pass {
        events.push(Event::CheckNoted(CheckNoted { finding }));
    }
    Ok(events)
}
