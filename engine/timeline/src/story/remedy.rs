//! Details of refusals, letters of supervision, orders and withdrawals.

use messages::Said;
use negotiation::command::{Grievance, OrderDecision, ProposalBasis, ProposalTrigger};
use negotiation::event::{
    CaseClosed, LetterReceived, OfferRefused, OpinionAnswered, OpinionSent, OrderRecorded, ProposalSent,
    RectificationSent, ReminderSent, SignatureRefused, Withdrawn,
};
use negotiation::state::{CloseReason, Stage};

use super::Scene;
use crate::teller::short;

/// The words that somebody gave, where there are any.
fn words(scene: &Scene<'_>, key: &'static str, words: &str) -> Option<String> {
    (!words.is_empty()).then(|| scene.teller.say(&Said::new(key).arg("words", words)))
}

pub(super) fn offer_refused(scene: &Scene<'_>, e: &OfferRefused) -> Vec<String> {
    let said = Said::new("timeline-detail-offer-refused").arg("side", scene.teller.side(e.side));
    let mut out = vec![scene.teller.say(&said)];
    out.extend(words(scene, "timeline-detail-because", &e.reason));
    out
}

pub(super) fn signature_refused(scene: &Scene<'_>, e: &SignatureRefused) -> Vec<String> {
    let said = Said::new("timeline-detail-signature-refused").arg("side", scene.teller.side(e.side));
    let mut out = vec![scene.teller.say(&said.arg("hash", short(e.terms)))];
    out.extend(words(scene, "timeline-detail-because", &e.reason));
    out
}

const fn grievance(grievance: Grievance) -> &'static str {
    match grievance {
        Grievance::NoReply => "timeline-grievance-no-reply",
        Grievance::Refusal => "timeline-grievance-refusal",
        Grievance::Data => "timeline-grievance-data",
        Grievance::NotSigned => "timeline-grievance-not-signed",
        Grievance::NotFiled => "timeline-grievance-not-filed",
        Grievance::NotPerformed => "timeline-grievance-not-performed",
    }
}

/// Number and subject of a letter.
fn letter(scene: &Scene<'_>, number: u32, about: Grievance) -> String {
    let said = Said::new("timeline-detail-letter").arg("number", number);
    scene.teller.say(&said.message("grievance", grievance(about)))
}

pub(super) fn reminder(scene: &Scene<'_>, e: &ReminderSent) -> Vec<String> {
    let t = &scene.teller;
    let by = Said::new("timeline-detail-reply-by").arg("on", t.weekday(e.reply_by));
    let mut out = vec![letter(scene, e.number, e.grievance), t.say(&by)];
    out.extend(words(scene, "timeline-detail-request", &e.request));
    out
}

pub(super) fn opinion(scene: &Scene<'_>, e: &OpinionSent) -> Vec<String> {
    let t = &scene.teller;
    let mut out = vec![letter(scene, e.number, e.grievance)];
    out.extend(words(scene, "timeline-detail-facts", &e.facts));
    out.extend(words(scene, "timeline-detail-request", &e.request));
    out.push(match e.received_at {
        Some(at) => t.say(&Said::new("timeline-detail-received").arg("on", t.weekday(at.date()))),
        None => t.key("timeline-detail-letter-unreceived"),
    });
    out
}

pub(super) fn received(scene: &Scene<'_>, e: &LetterReceived) -> Vec<String> {
    let key = if e.refused { "timeline-detail-letter-refused" } else { "timeline-detail-letter-received" };
    let said = Said::new(key).arg("number", e.letter);
    vec![scene.teller.say(&said.arg("on", scene.teller.weekday(e.at.date())))]
}

pub(super) fn answered(scene: &Scene<'_>, e: &OpinionAnswered) -> Vec<String> {
    let key = if e.will_correct { "timeline-detail-will-correct" } else { "timeline-detail-will-not-correct" };
    let mut out = vec![scene.teller.say(&Said::new(key).arg("number", e.letter))];
    out.extend(words(scene, "timeline-detail-answered", &e.content));
    out
}

pub(super) fn rectification(scene: &Scene<'_>, e: &RectificationSent) -> Vec<String> {
    let t = &scene.teller;
    let by = Said::new("timeline-detail-correct-by").arg("on", t.weekday(e.correct_by));
    let mut out = vec![letter(scene, e.number, e.grievance), t.say(&by)];
    out.extend(words(scene, "timeline-detail-facts", &e.facts));
    out
}

pub(super) fn proposal(scene: &Scene<'_>, e: &ProposalSent) -> Vec<String> {
    let basis = match e.rests_on {
        ProposalBasis::Opinion => "timeline-letter-opinion",
        ProposalBasis::Rectification => "timeline-letter-rectification",
    };
    let trigger = match e.trigger {
        ProposalTrigger::ReceiptRefused => "timeline-trigger-receipt-refused",
        ProposalTrigger::NoAnswer => "timeline-trigger-no-answer",
        ProposalTrigger::NotCorrected => "timeline-trigger-not-corrected",
    };
    let rests = Said::new("timeline-detail-proposal").arg("letter", e.letter);
    let mut out = vec![letter(scene, e.number, e.grievance)];
    out.push(scene.teller.say(&rests.message("basis", basis).message("trigger", trigger)));
    out.extend(words(scene, "timeline-detail-request", &e.request));
    out
}

pub(super) fn order(scene: &Scene<'_>, e: &OrderRecorded) -> Vec<String> {
    let t = &scene.teller;
    let key = match e.decision {
        OrderDecision::Correct => "timeline-detail-order-correct",
        OrderDecision::NoGround => "timeline-detail-order-no-ground",
    };
    let said = Said::new(key).arg("number", &e.number).message("grievance", grievance(e.grievance));
    let mut out = vec![t.say(&said)];
    if let Some(by) = e.correct_by {
        out.push(t.say(&Said::new("timeline-detail-correct-by").arg("on", t.weekday(by))));
    }
    out
}

pub(super) fn withdrawn(scene: &Scene<'_>, e: &Withdrawn) -> Vec<String> {
    let t = &scene.teller;
    let mut out = vec![t.say(&Said::new("timeline-detail-withdrawn").arg("side", t.side(e.side)))];
    out.extend(words(scene, "timeline-detail-because", &e.reason));
    if !matches!(scene.n.stage, Stage::Closed(_)) {
        out.push(t.key("timeline-detail-withdrawn-waits"));
    }
    out
}

pub(super) fn closed(scene: &Scene<'_>, e: &CaseClosed) -> Vec<String> {
    vec![scene.teller.key(match e.reason {
        CloseReason::Withdrawn => "timeline-closed-withdrawn",
        CloseReason::GivenUp => "timeline-closed-given-up",
        CloseReason::CoordinationFailed => "timeline-closed-coordination-failed",
        CloseReason::NoGround => "timeline-closed-no-ground",
    })]
}
