//! Details from the congress to publication.

use messages::Said;
use negotiation::command::{CongressForm, ObjectionGround, RecordVote, SigningMethod};
use negotiation::event::{
    AgreementSigned, CopiedToHigherUnion, Filed, FilingRegistered, FilingReturned, NoObjectionIssued, Objected,
    OpinionServed, Published, SignedBy, SubmittedToCongress, TookEffect,
};
use negotiation::state::EffectBasis;

use super::Scene;
use crate::teller::short;

pub(super) fn submitted(scene: &Scene<'_>, e: &SubmittedToCongress) -> Vec<String> {
    let form = match e.submission.form {
        CongressForm::Congress => "timeline-form-congress",
        CongressForm::AllStaff => "timeline-form-all-staff",
        CongressForm::SectorCongress => "timeline-form-sector",
        CongressForm::EachEmployer => "timeline-form-each",
    };
    let said = Said::new("timeline-detail-submitted")
        .message("form", form)
        .arg("on", scene.teller.weekday(e.submission.meeting_on))
        .arg("total", e.submission.total)
        .arg("hash", short(e.submission.terms));
    vec![scene.teller.say(&said)]
}

pub(super) fn vote(scene: &Scene<'_>, vote: &RecordVote) -> Vec<String> {
    let t = &scene.teller;
    let way = if vote.secret { "timeline-vote-secret" } else { "timeline-vote-open" };
    let held = Said::new("timeline-detail-vote-held")
        .arg("on", t.weekday(vote.held_on))
        .arg("total", vote.total)
        .arg("present", vote.present)
        .message("way", way);
    let counted = Said::new("timeline-detail-vote-counted")
        .arg("yes", vote.yes)
        .arg("no", vote.no)
        .arg("abstain", vote.abstain)
        .arg("total", vote.total);
    vec![t.say(&held), t.say(&counted)]
}

pub(super) fn signed_by(scene: &Scene<'_>, e: &SignedBy) -> Vec<String> {
    let method = match e.method {
        SigningMethod::Electronic => "timeline-signed-electronic",
        SigningMethod::Handwritten => "timeline-signed-handwritten",
    };
    let seal = if e.sealed { "timeline-seal-yes" } else { "timeline-seal-no" };
    let said = Said::new("timeline-detail-signed")
        .arg("side", scene.teller.side(e.side))
        .message("method", method)
        .message("seal", seal);
    vec![scene.teller.say(&said)]
}

pub(super) fn agreement_signed(scene: &Scene<'_>, e: &AgreementSigned) -> Vec<String> {
    let said = Said::new("timeline-detail-text-hash").arg("hash", short(e.terms));
    vec![scene.teller.say(&said)]
}

pub(super) fn filed(scene: &Scene<'_>, e: &Filed) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-filed")
        .arg("number", e.number)
        .arg("copies", e.copies)
        .arg("on", t.weekday(e.at.date()));
    let mut out = vec![t.say(&said)];
    if !e.materials.is_empty() {
        out.push(t.say(&Said::new("timeline-detail-materials").arg("materials", t.list(&e.materials))));
    }
    out
}

pub(super) fn filing_returned(scene: &Scene<'_>, e: &FilingReturned) -> Vec<String> {
    let said = Said::new("timeline-detail-missing").arg("missing", scene.teller.list(&e.missing));
    vec![scene.teller.say(&said)]
}

pub(super) fn filing_registered(scene: &Scene<'_>, e: &FilingRegistered) -> Vec<String> {
    vec![scene.teller.say(&Said::new("timeline-detail-registered").arg("number", &e.number))]
}

pub(super) fn no_objection(scene: &Scene<'_>, e: &NoObjectionIssued) -> Vec<String> {
    vec![scene.teller.say(&Said::new("timeline-detail-opinion").arg("opinion", &e.opinion))]
}

pub(super) fn objected(scene: &Scene<'_>, e: &Objected) -> Vec<String> {
    let tell = |item: &negotiation::command::ObjectionItem| {
        let ground = match item.ground {
            ObjectionGround::Party => "timeline-ground-party",
            ObjectionGround::Procedure => "timeline-ground-procedure",
            ObjectionGround::Content => "timeline-ground-content",
        };
        let said = match &item.clause {
            Some(clause) => Said::new("timeline-detail-objection-clause").arg("clause", scene.clause(clause)),
            None => Said::new("timeline-detail-objection"),
        };
        scene.teller.say(&said.message("ground", ground).arg("opinion", &item.opinion))
    };
    e.items.iter().map(tell).collect()
}

pub(super) fn opinion_served(scene: &Scene<'_>, e: &OpinionServed) -> Vec<String> {
    let said = Said::new("timeline-detail-served").arg("side", scene.teller.side(e.side));
    vec![scene.teller.say(&said.arg("on", scene.teller.weekday(e.at.date())))]
}

pub(super) fn took_effect(scene: &Scene<'_>, e: &TookEffect) -> Vec<String> {
    let t = &scene.teller;
    let basis = match e.basis {
        EffectBasis::Opinion => "timeline-basis-opinion",
        EffectBasis::Deemed => "timeline-basis-deemed",
    };
    let effect = Said::new("timeline-detail-effect").arg("on", t.weekday(e.on));
    let term = Said::new("timeline-detail-term").arg("from", t.day(e.term_from));
    vec![t.say(&effect.message("basis", basis)), t.say(&term.arg("to", t.day(e.term_to)))]
}

pub(super) fn published(scene: &Scene<'_>, e: &Published) -> Vec<String> {
    let said = Said::new("timeline-detail-published").arg("side", scene.teller.side(e.side));
    vec![scene.teller.say(&said.arg("channel", &e.channel))]
}

pub(super) fn copied(scene: &Scene<'_>, e: &CopiedToHigherUnion) -> Vec<String> {
    vec![scene.teller.say(&Said::new("timeline-detail-copied").arg("recipient", &e.recipient))]
}
