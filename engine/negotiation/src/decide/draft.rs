//! The full text on the table and its initials (row 16): CC22 34(4), ZJ-CC 17 and 19.

use law::deadline::DeadlineRule;

use super::ctx::{Ctx, Decided, refuse};
use super::{child, party};
use crate::checks::draft::Setting;
use crate::checks::{self, Finding, settle};
use crate::command::{ChildKind, DraftCommand, InitialDraft, TableDraft};
use crate::event::{AgreementReached, CheckNoted, DraftInitialled, DraftTabled, Event};
use crate::refusal::Refusal;
use crate::state::{Draft, Owner, Route, Session};
use crate::terms::{self, Terms};

/// Draft commands while the sides negotiate.
pub(super) fn decide(ctx: &Ctx<'_>, command: &DraftCommand, draft: Option<&Draft>, route: Route) -> Decided {
    match command {
        DraftCommand::TableDraft(tabled) => table(ctx, tabled, route),
        DraftCommand::InitialDraft(initial) => self::initial(ctx, initial, draft, route),
    }
}

fn table(ctx: &Ctx<'_>, tabled: &TableDraft, route: Route) -> Decided {
    if tabled.clerical && route != Route::AfterObjection {
        return Err(refuse("STAGE-table_draft", "clerical", &["ZJ-CC 34", "CC22 46"]));
    }
    terms::check(&tabled.terms).map_err(Refusal::from)?;
    if !tabled.clerical {
        agreed_words(ctx, &tabled.terms)?;
    }
    let digest = tabled.terms.digest().map_err(|_| refuse("FACT-AMOUNT", "fact-amount", &[]))?;
    Ok(vec![Event::DraftTabled(DraftTabled {
        at: ctx.when,
        clerical: tabled.clerical,
        digest,
        terms: tabled.terms.clone(),
    })])
}

/// What was agreed at the table and confirmed in its minutes stands in the text word for word (ZJ-CC 16(3)).
fn agreed_words(ctx: &Ctx<'_>, text: &Terms) -> Result<(), Refusal> {
    let binds = |number| {
        let held = ctx.n.sessions.iter().find(|session| session.number == number);
        held.is_some_and(Session::is_confirmed)
    };
    for (id, agreed) in ctx.n.table.agreed.iter().filter(|(_, agreed)| binds(agreed.session)) {
        let same = text.clause(id).is_some_and(|clause| {
            clause.text == agreed.text && agreed.values.iter().all(|value| clause.values.contains(value))
        });
        if !same {
            return Err(refuse("TEXT-CHANGED", "text-agreed", &["CC22 34", "ZJ-CC 16(3)"]).with("clause", id));
        }
    }
    Ok(())
}

/// The second initial is agreement: from it the draft is owed to the congress (ZJ-CC 24(1), 24(3)).
fn initial(ctx: &Ctx<'_>, initial: &InitialDraft, draft: Option<&Draft>, route: Route) -> Decided {
    let side = party(ctx)?;
    let Some(draft) = draft else {
        return Err(refuse("STAGE-initial_draft", "no-draft", &["CC22 34"]));
    };
    ctx.same_text(initial.terms, &draft.text)?;
    if draft.initialled.get(side).is_some_and(Option::is_some) {
        return Err(refuse("STAGE-initial_draft", "initialled-already", &["CC22 34"]));
    }
    let unconfirmed = ctx.n.sessions.iter().find(|session| !session.is_confirmed());
    if let Some(session) = unconfirmed {
        return Err(refuse("CHK-MINUTES-SIGNED", "chk-minutes-signed", &["ZJ-CC 16(3)", "CC22 33", "CC22 34"])
            .with("session", session.number));
    }
    if !draft.clerical {
        agreed_words(ctx, &draft.text.terms)?;
    }
    let noted = settle(findings(ctx, &draft.text.terms))?;
    let terms = draft.text.digest;
    let mut events = vec![Event::DraftInitialled(DraftInitialled { at: ctx.when, side, terms })];
    if draft.initialled.get(side.other()).is_some_and(Option::is_some) {
        events.push(Event::AgreementReached(AgreementReached { at: ctx.when, terms }));
        events.extend(noted.into_iter().map(|finding| Event::CheckNoted(CheckNoted { finding })));
        events.extend(to_congress(ctx, draft, route));
        events.extend(ctx.meet("total-1"));
    }
    Ok(events)
}

/// An agreement to rescind states no wages: what a wage agreement must say doesn't concern it (ZJ-CC 33).
fn findings(ctx: &Ctx<'_>, text: &Terms) -> Vec<Finding> {
    if child::kind(ctx) == Some(ChildKind::Rescission) {
        return Vec::new();
    }
    let header = &ctx.n.header;
    let setting = Setting { floors: &ctx.facts.floors, region: &header.region, scope: header.scope };
    checks::draft::check(ctx.rules, ctx.data, setting, text, ctx.when.date())
}

fn to_congress(ctx: &Ctx<'_>, draft: &Draft, route: Route) -> Option<Event> {
    let (rule, key) = match route {
        Route::First => (DeadlineRule::ToCongress, "to_congress"),
        Route::AfterRejection => (DeadlineRule::Resubmit, "resubmit"),
        Route::AfterObjection if draft.clerical => return None,
        Route::AfterObjection => (DeadlineRule::ToCongress, "to_congress"),
    };
    ctx.open(rule, Owner::Both, format!("{key}-{}", ctx.count(key)), ctx.when.date())
}
