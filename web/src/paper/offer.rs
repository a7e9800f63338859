//! D01 offer letter and D02 response.

use documents::data::{
    Answer, Delivery, Meeting, OfferBasis, OfferLetter, OfferRef, ReplyPeriod, Response, Topic, TopicAnswer,
};
use law::time::Moment;
use negotiation::command::OfferBasis as CaseBasis;
use negotiation::state::{Offer, Stage};
use negotiation::{Event, Negotiation, Side};

use super::common::{behind, citations, dated, header, in_words, lines, parties, representatives, side, word};
use super::{About, PaperError, Trigger};

pub(super) fn offer_of(n: &Negotiation) -> Option<(&Offer, Option<Moment>)> {
    match &n.stage {
        Stage::Offered(stage) => Some((&stage.offer, None)),
        Stage::AwaitingReply(stage) => Some((&stage.offer, Some(stage.received_at))),
        Stage::Preparing(stage) | Stage::Ready(stage) | Stage::Negotiating(stage, _) => {
            Some((&stage.offer, Some(stage.received_at)))
        }
        Stage::Refused(stage) => Some((&stage.offer, Some(stage.received_at))),
        Stage::Idle
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_)
        | Stage::Effective(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => None,
    }
}

pub(super) fn letter(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (offer, received_at) = offer_of(n).ok_or(PaperError::Stage("D01"))?;
    let receiver = match offer.side.other() {
        Side::Employer => &n.header.employer.name,
        Side::Worker | Side::None => &n.header.union.name,
    };
    let period = about.rules.reply.value();
    let basis = match offer.content.basis {
        CaseBasis::Annual => OfferBasis::Annual,
        CaseBasis::Renewal => OfferBasis::Renewal,
        CaseBasis::GuidelineRaised | CaseBasis::PricesRisen | CaseBasis::OtherTrigger => OfferBasis::InYear,
        CaseBasis::Hardship => OfferBasis::Hardship,
        CaseBasis::Amendment | CaseBasis::Rescission => OfferBasis::Change,
    };
    let letter = OfferLetter {
        basis,
        basis_facts: None,
        citations: behind(about, "issue_offer"),
        data_requested: Vec::new(),
        delivery: received_at.map(|at| Delivery { at, channel: word("paper-inbox"), receiver: receiver.clone() }),
        header: header(about, n, trigger, word("paper-title-offer")),
        meeting: Meeting { on: offer.content.meeting_on, place: offer.content.place.clone() },
        offering: side(offer.side),
        parties: parties(about, n),
        reply: ReplyPeriod {
            citation: period.map(|period| citations(&period.source.citation)).unwrap_or_default(),
            due: n.duty("reply-1").map(|duty| duty.dates.due),
            period: period.map(in_words).unwrap_or_default(),
        },
        representatives: representatives(about, n, &[offer.side]),
        signature: None,
        topics: offer
            .content
            .topics
            .iter()
            .map(|topic| Topic { demand: topic.demand.clone(), title: topic.title.clone() })
            .collect(),
    };
    Ok(ledger::canonical::to_vec(&letter)?)
}

pub(super) fn response(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let Some((offer, Some(received_at))) = offer_of(n) else {
        return Err(PaperError::Stage("D02"));
    };
    let response = if let Event::OfferAnswered(e) = trigger.event {
        let same = e.meeting_on == offer.content.meeting_on && e.place == offer.content.place;
        Response {
            answer: if same { Answer::Accept } else { Answer::Change },
            data_requested: Vec::new(),
            header: header(about, n, trigger, word("paper-title-response")),
            meeting: Some(Meeting { on: e.meeting_on, place: e.place.clone() }),
            offer: answered(n, offer, received_at, e.at),
            parties: parties(about, n),
            reasons: Vec::new(),
            recorder: None,
            representatives: representatives(about, n, &[e.side]),
            responding: side(e.side),
            signature: None,
            topics: vec![TopicAnswer { position: e.content.clone(), title: word("paper-all-topics") }],
        }
    } else if let Event::OfferRefused(e) = trigger.event {
        // CC22 32: the other side answers in writing, also where it won't talk.
        Response {
            answer: Answer::Refuse,
            data_requested: Vec::new(),
            header: dated(about, n, trigger, e.at, word("paper-title-refusal")),
            meeting: None,
            offer: answered(n, offer, received_at, e.at),
            parties: parties(about, n),
            reasons: lines(&e.reason),
            recorder: None,
            representatives: Vec::new(),
            responding: side(e.side),
            signature: None,
            topics: Vec::new(),
        }
    } else {
        return Err(PaperError::Stage("D02"));
    };
    Ok(ledger::canonical::to_vec(&response)?)
}

/// The offer that is answered, and whether that came late.
fn answered(n: &Negotiation, offer: &Offer, received_at: Moment, at: Moment) -> OfferRef {
    let duty = n.duty("reply-1");
    OfferRef {
        date: offer.issued_at.date(),
        due: duty.map_or(at.date(), |duty| duty.dates.due),
        late_reason: duty.is_some_and(|duty| at >= duty.due_at()).then(|| word("paper-late")),
        number: "D01-1".to_owned(),
        received_at,
        title: word("paper-title-offer"),
    }
}
