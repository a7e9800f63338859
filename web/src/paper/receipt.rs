//! D17 receipt of the bureau, D19 publication, D20 copy to the higher union: the text on its way to everybody.

use documents::data::{
    Effect as PrintedEffect, EffectBasis as PrintedBasis, FilingReceipt, Headcount, KeyFigure, Material, Outcome,
    Posted, PublicationNotice, Publisher, Runs, UnionCopy, Vote,
};
use messages::Said;
use negotiation::command::Scope;
use negotiation::state::{Effect, EffectBasis, Effective, Owner};
use negotiation::terms::{Terms, Value, figure};
use negotiation::{Event, Negotiation, Side};

use super::common::{articles, behind, contact, dated, newest, parties, word};
use super::filing::{figures, handed_in, office};
use super::{About, PaperError, Trigger, congress};
use crate::catalogue;

pub(super) fn receipt(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::FilingRegistered(e), Some(filing)) = (trigger.event, n.stage.filing()) else {
        return Err(PaperError::Stage("D17"));
    };
    let received = filing.received_at.date();
    let dates = newest(n, "review").map(|duty| duty.dates);
    let review_due = dates.map_or(received, |dates| dates.due);
    let paper = FilingReceipt {
        agreement: filing.signed.text.terms.title.clone(),
        citations: articles(about, &["CC22 42", "ZJ-CC 34"]),
        header: dated(about, n, trigger, e.at, word("paper-title-receipt")),
        materials: handed_in(&filing.materials, filing.copies, &filing.signed.text.terms.title),
        office: office(about),
        officer: Some(about.people.name(&trigger.speaker.id)),
        parties: parties(about, n),
        received,
        registry: Some(e.number.clone()),
        review_due,
        review_raw: dates.and_then(|dates| dates.raw).filter(|raw| *raw < review_due),
        signature: None,
        terms_digest: filing.signed.text.digest,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// The agreement in force, also once it has ended.
pub(super) fn in_force(n: &Negotiation) -> Option<&Effective> {
    if let negotiation::Stage::Effective(stage) = &n.stage {
        return Some(stage);
    }
    if let negotiation::Stage::Ended(stage) = &n.stage { Some(&stage.effective) } else { None }
}

fn printed(effect: &Effect) -> (PrintedEffect, Runs) {
    let basis = match effect.basis {
        EffectBasis::Opinion => PrintedBasis::Opinion,
        EffectBasis::Deemed => PrintedBasis::Deemed,
    };
    (PrintedEffect { basis, on: effect.on }, Runs { from: effect.term_from, to: effect.term_to })
}

fn vote(about: &About<'_>, n: &Negotiation, effective: &Effective) -> Vote {
    let vote = &effective.filing.signed.vote;
    let whole = congress::whole(n, vote.form, &vote.protocol, Outcome::Adopted);
    congress::printed(about, vote.form, &whole, Outcome::Adopted)
}

pub(super) fn publication(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::Published(e), Some(effective)) = (trigger.event, in_force(n)) else {
        return Err(PaperError::Stage("D19"));
    };
    let text = &effective.filing.signed.text;
    let (effect, runs) = printed(&effective.effect);
    let owed = |owner: Owner| n.duties.iter().rev().find(|duty| duty.rule == "publish" && duty.owner == owner);
    let duty = owed(Owner::of(e.side)).or_else(|| owed(Owner::Employer));
    let paper = PublicationNotice {
        agreement: text.terms.title.clone(),
        channels: vec![e.channel.clone()],
        citations: behind(about, "publish"),
        congress: Some(vote(about, n, effective)),
        contact: Some(contact(about, trigger)).filter(|contact| !contact.phone.is_empty()),
        coverage: text.terms.coverage.clone(),
        due: duty.map_or(effect.on, |duty| duty.dates.due.max(effect.on)),
        effect,
        full_text: word("paper-full-text"),
        header: dated(about, n, trigger, e.at, word("paper-title-publication")),
        key_figures: key_figures(&text.terms),
        parties: parties(about, n),
        posted: Posted { from: e.at.date(), to: None },
        publisher: match e.side {
            Side::Employer => Publisher::Employer,
            Side::Worker | Side::None => Publisher::Worker,
        },
        registry: effective.filing.registered.clone(),
        runs,
        signatures: None,
        terms_digest: text.digest,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

fn key_figures(terms: &Terms) -> Vec<KeyFigure> {
    let known = [
        (figure::MIN_WAGE, "paper-figure-min-wage"),
        (figure::AVERAGE_AFTER, "paper-figure-average"),
        (figure::RISE, "paper-figure-rise"),
    ];
    let printed = |(key, label)| Some(KeyFigure { label: word(label), value: terms.figure(key).map(Value::text)? });
    known.into_iter().filter_map(printed).collect()
}

pub(super) fn copy(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::CopiedToHigherUnion(e), Some(effective)) = (trigger.event, in_force(n)) else {
        return Err(PaperError::Stage("D20"));
    };
    let (text, employer) = (&effective.filing.signed.text, &n.header.employer);
    let (effect, runs) = printed(&effective.effect);
    let named = catalogue::say(&Said::new("paper-text-named").arg("title", &text.terms.title));
    let paper = UnionCopy {
        agreement: text.terms.title.clone(),
        citations: articles(about, &["ZJ-CC 35", "HZ 41", "NB 35"]),
        congress: Some(vote(about, n, effective)),
        contact: contact(about, trigger),
        delivery: None,
        effect,
        header: dated(about, n, trigger, e.at, word("paper-title-copy")),
        headcount: (n.header.scope == Scope::Enterprise).then_some(Headcount {
            female: employer.female,
            male: employer.headcount.saturating_sub(employer.female),
            total: employer.headcount,
        }),
        higher_union: e.recipient.clone(),
        materials: vec![Material { copies: 1, digest: None, name: named, note: None, provided: true }],
        parties: parties(about, n),
        registry: effective.filing.registered.clone(),
        runs,
        signature: None,
        terms_digest: text.digest,
        wages: figures(about, &text.terms),
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}
