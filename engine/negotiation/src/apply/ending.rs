//! From the congress to publication.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a stage that the event does not belong to is damage, whichever it is"
)]

use std::mem;

use super::Impossible;
use super::bargaining::put_back;
use crate::actor::Sides;
use crate::command::DatedAct;
use crate::event::{
    AgreementSigned, CopiedToHigherUnion, DraftVoted, EffectRedated, EffectWithdrawn, Filed, FilingRegistered,
    NoObjectionIssued, Objected, OpinionServed, Published, SignedBy, SubmittedToCongress, TookEffect,
};
use crate::state::{
    Adopted, Congress, Effect, Effective, FilingState, Negotiation, ObjectedFiling, Opinion, Renegotiating,
    SignatureMark, Signed, Stage, Vote,
};

type Applied = Result<(), Impossible>;

const NO_SIDE: Impossible = Impossible("the event belongs to one of the sides");

pub(super) fn submitted(n: &mut Negotiation, e: &SubmittedToCongress) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Drafted(drafted) => {
            n.stage = Stage::Congress(Congress {
                agreed_at: drafted.agreed_at,
                route: drafted.route,
                submission: e.submission.clone(),
                text: drafted.text,
            });
            Ok(())
        }
        Stage::Congress(congress) => {
            n.stage = Stage::Congress(Congress { submission: e.submission.clone(), ..congress });
            Ok(())
        }
        other => put_back(n, other, "an initialled draft is submitted"),
    }
}

pub(super) fn adopted(n: &mut Negotiation, e: &DraftVoted) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Congress(congress) => {
            n.stage = Stage::Adopted(Adopted {
                at: e.at,
                signatures: Sides::default(),
                text: congress.text,
                vote: Vote { form: e.form, protocol: e.vote.clone() },
            });
            Ok(())
        }
        other => put_back(n, other, "a submitted draft is adopted"),
    }
}

pub(super) fn rejected(n: &mut Negotiation, e: &DraftVoted) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Congress(congress) => {
            n.stage = Stage::Renegotiating(Renegotiating {
                draft: None,
                rejected: congress.text,
                vote: Vote { form: e.form, protocol: e.vote.clone() },
            });
            Ok(())
        }
        other => put_back(n, other, "a submitted draft is rejected"),
    }
}

pub(super) fn signed_by(n: &mut Negotiation, e: &SignedBy) -> Applied {
    let Stage::Adopted(adopted) = &mut n.stage else {
        return Err(Impossible("an adopted text is signed"));
    };
    let mark = SignatureMark { at: e.at, method: e.method, sealed: e.sealed };
    *adopted.signatures.get_mut(e.side).ok_or(NO_SIDE)? = Some(mark);
    Ok(())
}

pub(super) fn agreement_signed(n: &mut Negotiation, e: &AgreementSigned) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Adopted(adopted) => {
            n.stage = Stage::Signed(Signed {
                adopted_at: adopted.at,
                returned: 0,
                signatures: adopted.signatures,
                signed_at: e.at,
                text: adopted.text,
                vote: adopted.vote,
            });
            Ok(())
        }
        other => put_back(n, other, "an adopted text is signed by both"),
    }
}

pub(super) fn filed(n: &mut Negotiation, e: &Filed) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Signed(signed) => {
            n.stage = Stage::Filed(FilingState {
                copies: e.copies,
                materials: e.materials.clone(),
                number: e.number,
                opinion: None,
                received_at: e.at,
                registered: None,
                signed,
            });
            Ok(())
        }
        other => put_back(n, other, "a signed agreement is filed"),
    }
}

pub(super) fn filing_returned(n: &mut Negotiation) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Filed(filing) | Stage::UnderReview(filing) => {
            n.stage = Stage::Signed(Signed { returned: filing.signed.returned + 1, ..filing.signed });
            Ok(())
        }
        other => put_back(n, other, "a filing with the bureau is returned"),
    }
}

pub(super) fn filing_registered(n: &mut Negotiation, e: &FilingRegistered) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Filed(filing) => {
            n.stage = Stage::UnderReview(FilingState { registered: Some(e.number.clone()), ..filing });
            Ok(())
        }
        other => put_back(n, other, "a filing with the bureau is registered"),
    }
}

fn filing(n: &mut Negotiation) -> Result<&mut FilingState, Impossible> {
    match &mut n.stage {
        Stage::Filed(filing) | Stage::UnderReview(filing) => Ok(filing),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Objected(_)
        | Stage::Effective(_)
        | Stage::Refused(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => Err(Impossible("a filing is with the bureau")),
    }
}

pub(super) fn no_objection_issued(n: &mut Negotiation, e: &NoObjectionIssued) -> Applied {
    filing(n)?.opinion =
        Some(Opinion { issued_at: e.at, items: Vec::new(), served: Sides::default(), words: e.opinion.clone() });
    Ok(())
}

pub(super) fn objected(n: &mut Negotiation, e: &Objected) -> Applied {
    filing(n)?.opinion =
        Some(Opinion { issued_at: e.at, items: e.items.clone(), served: Sides::default(), words: String::new() });
    Ok(())
}

/// The first service of an objection moves the case; a no-objection opinion waits for `took_effect`.
pub(super) fn opinion_served(n: &mut Negotiation, e: &OpinionServed) -> Applied {
    if let Stage::Objected(objected) = &mut n.stage {
        let opinion = objected.filing.opinion.as_mut().ok_or(Impossible("an objected filing has an opinion"))?;
        *opinion.served.get_mut(e.side).ok_or(NO_SIDE)? = Some(e.at);
        return Ok(());
    }
    let filing = filing(n)?;
    let opinion = filing.opinion.as_mut().ok_or(Impossible("an opinion that is served was issued"))?;
    *opinion.served.get_mut(e.side).ok_or(NO_SIDE)? = Some(e.at);
    if !opinion.items.is_empty() {
        let filing = filing.clone();
        n.stage = Stage::Objected(ObjectedFiling { draft: None, filing });
    }
    Ok(())
}

pub(super) fn took_effect(n: &mut Negotiation, e: &TookEffect) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Filed(filing) | Stage::UnderReview(filing) => {
            let effect = Effect { basis: e.basis, on: e.on, term_from: e.term_from, term_to: e.term_to };
            n.stage = Stage::Effective(Effective { copied_at: None, effect, filing, published: Sides::default() });
            Ok(())
        }
        other => put_back(n, other, "a filing with the bureau takes effect"),
    }
}

pub(super) fn effect_withdrawn(n: &mut Negotiation, e: &EffectWithdrawn) -> Applied {
    super::duties::reopened(n, &e.duty)?;
    // What never was in force hasn't ended by its condition either.
    n.days.retain(|day| day.act != DatedAct::ConditionCame);
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Effective(effective) => {
            n.stage = if effective.filing.registered.is_some() {
                Stage::UnderReview(effective.filing)
            } else {
                Stage::Filed(effective.filing)
            };
            Ok(())
        }
        other => put_back(n, other, "an agreement in force loses its effect"),
    }
}

pub(super) fn published(n: &mut Negotiation, e: &Published) -> Applied {
    let effective = super::life::in_force(n).ok_or(Impossible("an agreement in force is published"))?;
    *effective.published.get_mut(e.side).ok_or(NO_SIDE)? = Some(e.at);
    Ok(())
}

pub(super) fn copied(n: &mut Negotiation, e: &CopiedToHigherUnion) -> Applied {
    let effective =
        super::life::in_force(n).ok_or(Impossible("an agreement in force is copied to the higher union"))?;
    effective.copied_at = Some(e.at);
    Ok(())
}

/// Also of an agreement that has ended: what was in force was so from another day.
pub(super) fn effect_redated(n: &mut Negotiation, e: &EffectRedated) -> Applied {
    let effective = n.stage.effective_mut().ok_or(Impossible("an agreement in force has a day of effect"))?;
    effective.effect = Effect { on: e.on, term_from: e.term_from, term_to: e.term_to, ..effective.effect };
    Ok(())
}
