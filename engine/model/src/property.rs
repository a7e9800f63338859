//! What must hold in every case: of each state, and of each accepted command.

use law::rules::{Fraction, Half, Rules};
use ledger::Digest;
use negotiation::command::{CongressForm, RecordVote};
use negotiation::event::Event;
use negotiation::state::{Duties, EffectBasis, Effective, Stage};
use negotiation::{Actor, Side};

use crate::world::World;
use crate::{delegations, own};

/// What must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Property {
    /// A list of representatives is valid from its registration on, under the facts of that day (a later correction of them
    /// is noted and undoes no list), and an agreement in force has both.
    Delegations,
    /// In force: the text was adopted by the required majority of all.
    Adopted,
    /// In force: the text voted, or what became of it by clerical mendings, is the text signed and the text filed.
    SameText,
    /// In force: both chiefs signed it; who signs is the chief on the list.
    Signed,
    /// In force: it was filed, and a no-objection opinion reached both sides or fifteen days passed without objection.
    Reviewed,
    /// No act is recorded for a side by the other; one on paper, and a correction, is confirmed by a second person who may.
    OwnActs,
    /// A final stage stays final, unless a confirmed correction shows that the end hasn't come yet.
    Final,
    /// Every duty has an id of its own.
    DutyIds,
    /// What the law decides can be applied, and strikes end.
    Applies,
    /// In every stage that is not final somebody owes or may act.
    SomebodyActs,
    /// A case whose amendment is in force, or whose rescission is signed, is not in force.
    Replaced,
    /// From every state the case can still come to an agreement in force or to an end.
    CanEnd,
}

impl Property {
    /// All properties.
    pub const ALL: [Self; 12] = [
        Self::Delegations,
        Self::Adopted,
        Self::SameText,
        Self::Signed,
        Self::Reviewed,
        Self::OwnActs,
        Self::Final,
        Self::DutyIds,
        Self::Applies,
        Self::SomebodyActs,
        Self::Replaced,
        Self::CanEnd,
    ];

    /// The name in message keys and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Delegations => "delegations",
            Self::Adopted => "adopted",
            Self::SameText => "same_text",
            Self::Signed => "signed",
            Self::Reviewed => "reviewed",
            Self::OwnActs => "own_acts",
            Self::Final => "final",
            Self::DutyIds => "duty_ids",
            Self::Applies => "applies",
            Self::SomebodyActs => "somebody_acts",
            Self::Replaced => "replaced",
            Self::CanEnd => "can_end",
        }
    }
}

/// Stages in which a case ends.
pub const FINAL: [&str; 3] = ["closed", "ended", "rescinded"];

/// What doesn't hold in a state, come to from one that was looked at, if there is one.
pub(crate) fn of_state(rules: &Rules, before: Option<&World>, world: &World) -> Vec<Property> {
    let mut broken = Vec::new();
    let mut hold = |property, holds: bool| {
        if !holds {
            broken.push(property);
        }
    };
    if let Some(effective) = in_force(&world.case.stage) {
        let text = effective.filing.signed.text.digest;
        let watch = &world.watch;
        let listed = world.case.delegations.worker.is_some() && world.case.delegations.employer.is_some();
        hold(Property::Delegations, listed);
        hold(Property::Adopted, adopted(rules, world));
        let filed = watch.filed.is_some_and(|(_, filed)| watch.became(filed) == text);
        hold(Property::SameText, watch.voted_became(text) && filed);
        let signed = |by: Option<Digest>| by.is_some_and(|by| watch.became(by) == text);
        hold(Property::Signed, signed(watch.signed.worker) && signed(watch.signed.employer));
        hold(Property::Reviewed, reviewed(world, effective));
    }
    let known = before.is_some_and(|before| delegations::are_as_in(&before.case, &world.case));
    hold(Property::Delegations, known || delegations::valid(rules, &world.case));
    hold(Property::DutyIds, are_told_apart(before.map(|before| &before.case.duties), &world.case.duties));
    broken
}

/// Whether every duty has an id of its own, where those before had: they keep theirs, and each new one has another.
fn are_told_apart(before: Option<&Duties>, duties: &Duties) -> bool {
    let old = before.map_or(0, Duties::len);
    let mut pairs = before.iter().flat_map(|before| before.iter()).zip(duties.iter());
    let known = if old <= duties.len() && pairs.all(|(before, duty)| before.id == duty.id) { old } else { 0 };
    duties.iter().enumerate().skip(known).all(|(at, duty)| duties.iter().take(at).all(|other| other.id != duty.id))
}

fn in_force(stage: &Stage) -> Option<&Effective> {
    if let Stage::Effective(effective) = stage { Some(effective) } else { None }
}

/// Quorum and majority of everybody, in own arithmetic. Where the employers of a sector adopt each for itself, the vote of
/// every one that is bound.
pub(crate) fn adopted(rules: &Rules, world: &World) -> bool {
    let watch = &world.watch;
    let Some((form, vote)) = &watch.adopted else { return false };
    match form {
        CongressForm::Congress | CongressForm::AllStaff => {
            carried(rules, vote, Some(rules.congress.quorum), rules.congress.pass)
        }
        CongressForm::SectorCongress => carried_widely(rules, vote),
        CongressForm::EachEmployer => {
            let own = |key: &String| watch.own_votes.get(key).filter(|own| own.terms == vote.terms);
            let mut bound = world.case.coverage.fixed.iter().map(|bound| own(&bound.employer.key));
            carried_widely(rules, vote) && bound.all(|own| own.is_some_and(|own| carried_widely(rules, own)))
        }
    }
}

/// ZJ-CC 29 names a majority for sectors and no quorum; elsewhere they vote as enterprises do.
fn carried_widely(rules: &Rules, vote: &RecordVote) -> bool {
    match rules.industry_pass.value() {
        Some(wide) => carried(rules, vote, None, wide.pass),
        None => carried(rules, vote, Some(rules.congress.quorum), rules.congress.pass),
    }
}

fn carried(rules: &Rules, vote: &RecordVote, quorum: Option<Fraction>, pass: Half) -> bool {
    let present = quorum.is_none_or(|Fraction { denominator, numerator }| {
        u64::from(vote.present) * u64::from(denominator) >= u64::from(numerator) * u64::from(vote.total)
    });
    let (yes, total) = (u64::from(vote.yes), u64::from(vote.total));
    let majority = match pass {
        Half::Inclusive => yes + yes >= total,
        Half::Strict => yes + yes > total,
    };
    present && majority && total > 0 && (vote.secret || !rules.congress.secret)
}

/// A no-objection opinion that both sides have, or silence for the whole period.
fn reviewed(world: &World, effective: &Effective) -> bool {
    let watch = &world.watch;
    let (Some((filed, _)), Some((basis, on))) = (watch.filed, watch.effect) else { return false };
    let objected = watch.opinion.as_ref().is_some_and(|opinion| opinion.objects);
    let (worker, employer) = (watch.served(Side::Worker), watch.served(Side::Employer));
    (basis, on) == (effective.effect.basis, effective.effect.on)
        && match basis {
            EffectBasis::Opinion => {
                !objected && worker.is_some() && employer.is_some() && worker.max(employer) == Some(on)
            }
            EffectBasis::Deemed => {
                let passed = on.since(filed).is_ok_and(|span| span.get_days() > 15);
                passed && !(objected && (worker.is_some() || employer.is_some()))
            }
        }
}

/// What an accepted command does that it must not.
pub(crate) fn of_step(before: &World, actor: &Actor, events: &[Event], after: &World) -> Vec<Property> {
    let mut broken = Vec::new();
    // A corrected day may show that the end hasn't come yet: then it is withdrawn, on record and with both sides' word.
    let withdrawn = events.iter().any(|event| matches!(event, Event::EndWithdrawn(_)));
    if FINAL.contains(&before.stage()) && after.stage() != before.stage() && !withdrawn {
        broken.push(Property::Final);
    }
    broken.extend(of_giver(before, actor, events));
    broken
}

/// The part of it that depends on who gave the command, whatever follows from it.
pub(crate) fn of_giver(before: &World, actor: &Actor, events: &[Event]) -> Vec<Property> {
    let mut broken = Vec::new();
    if !own::acts(before, actor, events) {
        broken.push(Property::OwnActs);
    }
    if !events.iter().all(|event| is_by_chief(before, actor, event, events)) {
        broken.push(Property::Signed);
    }
    broken
}

/// Who signs, on the platform or on paper, is the chief on the list of that side.
fn is_by_chief(before: &World, actor: &Actor, event: &Event, all: &[Event]) -> bool {
    let Event::SignedBy(signed) = event else { return true };
    let signer = own::paper(before, all).map_or(actor, |paper| &paper.actor);
    let list = before.case.delegations.get(signed.side).and_then(Option::as_deref);
    let chief = list.and_then(|list| list.chief()).is_some_and(|chief| chief.person.id == signer.id);
    chief && signer.side == signed.side
}
