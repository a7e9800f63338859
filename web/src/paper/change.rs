//! D21 application for a change or for the early end of an agreement in force, and the agreement on it.

use documents::data::{ChangeApplication, ChangeForm, ChangeGround, ChangeKind, ChangedClause, Outcome, Signatures};
use law::Date;
use messages::Said;
use negotiation::command::{ChildKind, Ground, OfferBasis, Parent, Topic};
use negotiation::state::{Signed, Stage};
use negotiation::terms::Terms;
use negotiation::{Event, Negotiation, Side};

use super::common::{articles, dated, parties, side, signed, word};
use super::draft::changes;
use super::heard::Before;
use super::{About, PaperError, Trigger, congress};
use crate::catalogue;

pub(super) fn change(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Some(parent), Some(before)) = (&n.header.parent, &about.heard.before) else {
        return Err(PaperError::Stage("D21"));
    };
    let paper = if let Event::OfferIssued(_) = trigger.event {
        applied(about, n, trigger, parent, before)
    } else {
        agreed(about, n, trigger, parent, before)
    };
    Ok(ledger::canonical::to_vec(&paper.ok_or(PaperError::Stage("D21"))?)?)
}

/// One side asks the other.
fn applied(
    about: &About<'_>,
    n: &Negotiation,
    trigger: &Trigger<'_>,
    parent: &Parent,
    before: &Before,
) -> Option<ChangeApplication> {
    let Event::OfferIssued(e) = trigger.event else { return None };
    let amends = e.offer.basis == OfferBasis::Amendment;
    let said = |topic: &Topic| {
        catalogue::say(&Said::new("paper-topic").arg("title", &topic.title).arg("demand", &topic.demand))
    };
    let title = word(if amends { "paper-title-amendment-asked" } else { "paper-title-rescission-asked" });
    Some(ChangeApplication {
        agreement: before.agreement.clone(),
        change: if amends { ChangeKind::Amendment } else { ChangeKind::Rescission },
        citations: articles(about, &["ZJ-CC 31", "ZJ-CC 32", "ZJ-CC 33", "CC22 39", "CC22 40"]),
        clauses: if amends {
            e.offer.topics.iter().map(|topic| asked(&before.terms, topic)).collect()
        } else {
            Vec::new()
        },
        congress: None,
        delivery: None,
        effective_on: None,
        form: ChangeForm::Application { by: side(e.side) },
        ground: ground(parent),
        header: dated(about, n, trigger, e.at, title),
        new_terms_digest: None,
        parties: parties(about, n),
        proofs: proofs(parent),
        reasons: e.offer.topics.iter().map(said).collect(),
        signatures: None,
    })
}

/// What a topic would change: the clause of that heading, where the text has one.
fn asked(terms: &Terms, topic: &Topic) -> ChangedClause {
    let clause = terms.clauses.iter().find(|clause| clause.heading == topic.title);
    let old = clause.map_or_else(|| word("paper-as-agreed"), negotiation::terms::Clause::rendered);
    ChangedClause { clause: topic.title.clone(), new: Some(topic.demand.clone()), old: Some(old) }
}

/// Both have signed.
fn agreed(
    about: &About<'_>,
    n: &Negotiation,
    trigger: &Trigger<'_>,
    parent: &Parent,
    before: &Before,
) -> Option<ChangeApplication> {
    let (stage, ended): (&Signed, Option<Date>) = if let Stage::Rescinded(stage) = &n.stage {
        (&stage.signed, Some(stage.on))
    } else {
        (n.stage.signed()?, None)
    };
    let amends = parent.kind == ChildKind::Amendment;
    let (text, vote) = (&stage.text, &stage.vote);
    let whole = congress::whole(n, vote.form, &vote.protocol, Outcome::Adopted);
    // What was signed stays what was signed, also after a slip in it is mended.
    let was_signed = if let Event::AgreementSigned(e) = trigger.event { e.terms } else { text.digest };
    let mark = |of: Side| signed(about, n, of, (*stage.signatures.get(of)?)?, was_signed);
    let words = text.terms.clauses.iter().map(negotiation::terms::Clause::rendered);
    let altered = changes(&before.terms, &text.terms).into_iter();
    let title = word(if amends { "paper-title-amendment-agreed" } else { "paper-title-rescission-agreed" });
    Some(ChangeApplication {
        agreement: before.agreement.clone(),
        change: if amends { ChangeKind::Amendment } else { ChangeKind::Rescission },
        citations: articles(about, &["ZJ-CC 31", "ZJ-CC 32", "ZJ-CC 33", "CC22 39", "CC22 41"]),
        clauses: if amends {
            altered.map(|one| ChangedClause { clause: one.clause, new: one.new, old: one.old }).collect()
        } else {
            Vec::new()
        },
        congress: Some(congress::printed(about, vote.form, &whole, Outcome::Adopted)),
        delivery: None,
        effective_on: ended,
        form: ChangeForm::Agreement,
        ground: ground(parent),
        header: dated(about, n, trigger, stage.signed_at, title),
        new_terms_digest: amends.then_some(text.digest),
        parties: parties(about, n),
        proofs: proofs(parent),
        reasons: if amends { vec![word("paper-amendment-agreed")] } else { words.collect() },
        signatures: Some(Signatures { employer: mark(Side::Employer), worker: mark(Side::Worker) }),
    })
}

fn ground(parent: &Parent) -> ChangeGround {
    match parent.ground {
        Some(Ground::Agreement) | None => ChangeGround::Consent,
        Some(Ground::LawChanged) => ChangeGround::LawChanged,
        Some(Ground::ForceMajeure) => ChangeGround::ForceMajeure,
        Some(Ground::Dissolution) => ChangeGround::Reorganised,
        Some(Ground::ConditionMet) => ChangeGround::Condition,
        Some(Ground::Other) => ChangeGround::Other,
    }
}

/// The proof that was filed when the case was opened (ZJ-CC 32(2)).
fn proofs(parent: &Parent) -> Vec<String> {
    let filed = |proof: ledger::Digest| {
        let start: String = proof.to_string().chars().take(16).collect();
        catalogue::say(&Said::new("paper-proof-filed").arg("proof", start))
    };
    parent.proof.map(filed).into_iter().collect()
}
