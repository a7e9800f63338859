//! Whom a sector, region or platform agreement covers (row 18b): ZJ-CC 9, 12, 25–29, LCL 53–54.

use std::collections::BTreeSet;

use law::identity;
use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;

use super::ctx::{Ctx, Decided, refuse};
use crate::checks::{Finding, Outcome};
use crate::command::{
    AddCoverage, ConfirmCoverage, CongressForm, CoverageCommand, CoveredEmployer, OpenCase, ReopenTalks, Scope,
    UnionProposal, WithdrawCoverage,
};
use crate::event::{
    CheckNoted, CoverageAdded, CoverageConfirmed, CoverageFixed, CoverageWithdrawn, DraftVoted, Event, TalksReopened,
};
use crate::refusal::Refusal;
use crate::state::{BoundEmployer, Congress, Coverage, Covered, Effective, Stage};
use crate::table;

/// Most employers on a list; a list is no register of a city.
const MAX_EMPLOYERS: usize = 500;

pub(super) fn decide(ctx: &Ctx<'_>, command: &CoverageCommand) -> Decided {
    if !table::find(command.name()).is_some_and(|row| row.stages.contains(&ctx.n.stage_name())) {
        return Err(ctx.wrong_stage());
    }
    if ctx.n.header.scope == Scope::Enterprise {
        return Err(refuse("FACT-COVERAGE", "fact-coverage-scope", &["LCL 53", "ZJ-CC 25"]));
    }
    match command {
        CoverageCommand::AddCoverage(add) => self::add(ctx, add),
        CoverageCommand::ConfirmCoverage(confirm) => self::confirm(ctx, confirm),
        CoverageCommand::WithdrawCoverage(withdraw) => self::withdraw(ctx, withdraw),
        CoverageCommand::ReopenTalks(reopen) => self::reopen(ctx, reopen),
    }
}

/// The list with which a case is opened; where the law bounds the area, a wider one is worth a look.
pub(super) fn opened(open: &OpenCase) -> Result<Vec<Event>, Refusal> {
    let several = !open.covered.is_empty() || open.association.is_some() || open.proposed.is_some();
    if open.scope == Scope::Enterprise && several {
        return Err(refuse("FACT-COVERAGE", "fact-coverage-scope", &["LCL 53", "ZJ-CC 25"]));
    }
    many(open.covered.len())?;
    let (mut keys, mut codes) = (BTreeSet::new(), BTreeSet::new());
    for employer in &open.covered {
        fits(employer)?;
        if !keys.insert(&employer.key) || !codes.insert(&employer.uscc) {
            return Err(twice(employer));
        }
    }
    let bounded = matches!(open.scope, Scope::Sector | Scope::Region);
    let mut events = Vec::new();
    if bounded && open.region.ends_with("00") {
        let articles: &[&str] = if open.profile == Profile::Cn { &["LCL 53"] } else { &["LCL 53", "ZJ-CC 9"] };
        events.push(noted(Finding::new("CHK-SCOPE-COUNTY", Outcome::Amber, articles).with("region", &open.region)));
    }
    if let Some(proposed) = open.proposed {
        asked(proposed)?;
        events.extend(called(open.profile, proposed));
    }
    Ok(events)
}

/// Some asked, and no more than there are.
pub(super) fn asked(proposed: UnionProposal) -> Result<(), Refusal> {
    let UnionProposal { of, unions } = proposed;
    if (1..=of).contains(&unions) {
        return Ok(());
    }
    Err(refuse("FACT-UNIONS", "fact-unions", &["NB 27"]).with("unions", unions).with("of", of))
}

/// NB 27: where a fifth of the unions of enterprises ask for it, the union of the sector or region has to make the offer. No
/// day is set, and the other texts leave it free.
pub(super) fn called(profile: Profile, proposed: UnionProposal) -> Option<Event> {
    let UnionProposal { of, unions } = proposed;
    let bound = profile == Profile::Nb && u64::from(unions) * 5 >= u64::from(of);
    bound.then(|| {
        noted(Finding::new("CHK-UNIONS-ASK", Outcome::Amber, &["NB 27"]).with("unions", unions).with("of", of))
    })
}

const fn noted(finding: Finding) -> Event {
    Event::CheckNoted(CheckNoted { finding })
}

fn many(found: usize) -> Result<(), Refusal> {
    if found <= MAX_EMPLOYERS {
        return Ok(());
    }
    Err(refuse("FACT-COVERAGE", "fact-coverage-many", &[]).with("found", found).with("max", MAX_EMPLOYERS))
}

fn twice(employer: &CoveredEmployer) -> Refusal {
    refuse("FACT-COVERAGE", "fact-coverage-twice", &["CC22 44"])
        .with("name", &employer.name)
        .with("key", &employer.key)
        .with("uscc", &employer.uscc)
}

/// An employer that exists, with a code that is one (CC22 44: only those who can be a party).
fn fits(employer: &CoveredEmployer) -> Result<(), Refusal> {
    let key = &employer.key;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !(1..=40).contains(&key.len()) || !key.bytes().all(plain) {
        return Err(refuse("FACT-COVERAGE", "fact-coverage-key", &[]).with("key", key));
    }
    if employer.name.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["CC22 44"]));
    }
    if employer.dissolved {
        return Err(refuse("FACT-COVERAGE", "fact-coverage-dissolved", &["CC22 44"]).with("name", &employer.name));
    }
    let female = employer.female.unwrap_or(0);
    if employer.headcount == 0 || female > employer.headcount {
        return Err(refuse("FACT-HEADCOUNT", "fact-headcount", &[])
            .with("headcount", employer.headcount)
            .with("female", female)
            .with("dispatched", 0));
    }
    identity::check_uscc(&employer.uscc).map_err(|_| {
        Refusal::new("CHK-USCC", "chk-uscc", &[]).with("party", &employer.name).with("found", &employer.uscc)
    })?;
    Ok(())
}

fn on_list<'a>(ctx: &'a Ctx<'_>, key: &str) -> Result<&'a Covered, Refusal> {
    let unknown = || refuse("FACT-COVERAGE", "fact-coverage-unknown", &["ZJ-CC 12"]).with("key", key);
    ctx.n.coverage.find(key).ok_or_else(unknown)
}

fn add(ctx: &Ctx<'_>, add: &AddCoverage) -> Decided {
    let employer = &add.employer;
    many(ctx.n.coverage.employers.len().saturating_add(1))?;
    fits(employer)?;
    let known = |covered: &Covered| covered.employer.key == employer.key || covered.employer.uscc == employer.uscc;
    if ctx.n.coverage.active().any(known) {
        return Err(twice(employer));
    }
    Ok(vec![Event::CoverageAdded(CoverageAdded { at: ctx.when, employer: employer.clone() })])
}

/// ZJ-CC 12: each employer authorises those who bargain for it.
fn confirm(ctx: &Ctx<'_>, confirm: &ConfirmCoverage) -> Decided {
    let covered = on_list(ctx, &confirm.employer)?;
    if covered.confirmed.is_some() {
        return Err(
            refuse("FACT-COVERAGE", "fact-coverage-confirmed", &["ZJ-CC 12"]).with("name", &covered.employer.name)
        );
    }
    let (at, proof) = (ctx.when, confirm.proof);
    let after = changed(ctx, &confirm.employer, |covered| covered.confirmed = Some((at, proof)));
    let employer = confirm.employer.clone();
    let mut events = vec![Event::CoverageConfirmed(CoverageConfirmed { at, employer, proof })];
    events.extend(completed(ctx, &after));
    Ok(events)
}

/// An employer leaves before the signature, so that it is not bound; from an agreement in force nobody leaves alone.
fn withdraw(ctx: &Ctx<'_>, withdraw: &WithdrawCoverage) -> Decided {
    let covered = on_list(ctx, &withdraw.employer)?;
    if withdraw.reason.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 12"]));
    }
    let at = ctx.when;
    let mut events = vec![Event::CoverageWithdrawn(CoverageWithdrawn {
        at,
        employer: withdraw.employer.clone(),
        proof: withdraw.proof,
        reason: withdraw.reason.clone(),
    })];
    if let Stage::Effective(_) = ctx.n.stage {
        events.push(noted(
            Finding::new("CHK-COVERAGE-LEAVE", Outcome::Amber, &["LCL 54(2)", "WN9 4"])
                .with("name", &covered.employer.name),
        ));
    }
    let after = changed(ctx, &withdraw.employer, |covered| covered.withdrawn = Some(at));
    events.extend(completed(ctx, &after));
    Ok(events)
}

/// ZJ-CC 24(3): after a rejection the sides negotiate again; here as soon as one employer's congress has rejected, since
/// the agreement binds an employer only where its own congress carried it (ZJ-CC 29).
fn reopen(ctx: &Ctx<'_>, reopen: &ReopenTalks) -> Decided {
    let Stage::Congress(congress) = &ctx.n.stage else {
        return Err(ctx.wrong_stage());
    };
    ctx.same_text(reopen.terms, &congress.text)?;
    if reopen.reason.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 24(3)"]));
    }
    let Some(rejecting) = ctx.n.coverage.active().find(|covered| covered.has_rejected(reopen.terms)) else {
        return Err(refuse("FACT-COVERAGE", "fact-coverage-rejected", &["ZJ-CC 24(3)", "ZJ-CC 29"]));
    };
    Ok(vec![Event::TalksReopened(TalksReopened {
        at: ctx.when,
        employer: rejecting.employer.key.clone(),
        reason: reopen.reason.clone(),
        terms: reopen.terms,
    })])
}

/// The list as it will be after one employer changes.
pub(super) fn changed(ctx: &Ctx<'_>, key: &str, change: impl FnOnce(&mut Covered)) -> Coverage {
    let mut after = ctx.n.coverage.clone();
    let mut active = after.employers.iter_mut().filter(|covered| covered.withdrawn.is_none());
    if let Some(covered) = active.find(|covered| covered.employer.key == key) {
        change(covered);
    }
    after
}

/// The adoption that a change of the list completes: every employer that confirmed has carried the text itself.
pub(super) fn completed(ctx: &Ctx<'_>, after: &Coverage) -> Option<Event> {
    let Stage::Congress(Congress { submission, text, .. }) = &ctx.n.stage else {
        return None;
    };
    if submission.form != CongressForm::EachEmployer || !after.is_adopted_by_each(text.digest) {
        return None;
    }
    let vote = after.adopting_votes(text.digest).last()?.clone();
    Some(Event::DraftAdopted(DraftVoted { at: ctx.when, form: submission.form, vote }))
}

/// Whom the signed agreement binds: where each employer adopts for itself, those whose congress carried it; where the
/// congress of the sector adopts, all on the list, since it binds the sector (LCL 54(2), ZJ-CC 26).
pub(super) fn fixed(ctx: &Ctx<'_>, form: CongressForm, at: Moment, terms: Digest) -> Vec<Event> {
    if !ctx.n.is_wide() {
        return Vec::new();
    }
    let coverage = &ctx.n.coverage;
    let bound = |covered: &&Covered| form != CongressForm::EachEmployer || covered.has_adopted(terms);
    let employers: Vec<BoundEmployer> =
        coverage.active().filter(bound).map(|covered| snapshot(covered, terms)).collect();
    let unconfirmed = employers.iter().filter(|employer| employer.confirmation.is_none()).count();
    let total = employers.len();
    let mut events = vec![Event::CoverageFixed(CoverageFixed { at, employers, terms })];
    if unconfirmed > 0 || total == 0 {
        let total = if total == 0 { "none".to_owned() } else { total.to_string() };
        events.push(noted(
            Finding::new("CHK-COVERAGE", Outcome::Amber, &["ZJ-CC 12"]).with("count", unconfirmed).with("total", total),
        ));
    }
    events
}

fn snapshot(covered: &Covered, terms: Digest) -> BoundEmployer {
    let own = covered.vote.as_ref().filter(|_| covered.has_adopted(terms));
    BoundEmployer {
        confirmation: covered.confirmed.map(|(_, proof)| proof),
        employer: covered.employer.clone(),
        yes: own.map(|vote| vote.protocol.yes),
    }
}

/// The guidance on platforms asks for publication to all covered workers in ten days; it is no law, so only a warning.
pub(super) fn published(ctx: &Ctx<'_>, stage: &Effective) -> Option<Event> {
    let last = stage.effect.on.saturating_add(jiff::Span::new().days(10));
    let late = ctx.n.header.scope == Scope::Platform && ctx.when.date() > last;
    late.then(|| {
        noted(
            Finding::new("CHK-PLATFORM-PUBLISH", Outcome::Amber, &[])
                .with("found", ctx.when.date())
                .with("required", last),
        )
    })
}
