//! From the opening to the agreement at the table.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a stage that the event does not belong to is damage, whichever it is"
)]

use std::mem;
use std::sync::Arc;

use super::Impossible;
use crate::actor::{Side, Sides};
use crate::event::{
    AgreementReached, CaseOpened, DataRequested, Disclosed, DraftInitialled, DraftTabled, MinutesConfirmedBy,
    OfferAnswered, OfferDelivered, OfferIssued, PlatformAccepted, PositionAccepted, PositionTabled, RepsRegistered,
    SessionClosed, SessionOpened, SessionScheduled,
};
use crate::state::{
    Adopted, AgreedText, AwaitingReply, DataRequest, DisclosureRecord, Draft, Drafted, Duties, Negotiation, Offer,
    OfferDays, Offered, Position, Preparing, Refused, Remedies, Route, Session, Stage, Table, TentativeClause,
};

type Applied = Result<(), Impossible>;

pub(super) fn opened(e: &CaseOpened) -> Negotiation {
    Negotiation {
        acceptances: Sides::default(),
        breaches: Vec::new(),
        children: Vec::new(),
        corrections: Vec::new(),
        coverage: super::coverage::listed(&e.opened.covered, e.at),
        datasets: e.datasets,
        days: Vec::new(),
        delegations: Sides { employer: None, worker: None },
        disclosures: Vec::new(),
        documents: Vec::new(),
        duties: Duties::default(),
        header: Arc::new(e.opened.clone()),
        meeting_on: None,
        offer_days: OfferDays::default(),
        opened_at: e.at,
        papers: Vec::new(),
        remedies: Remedies::default(),
        pauses: Vec::new(),
        requests: Vec::new(),
        sessions: Vec::new(),
        slips: Vec::new(),
        stage: Stage::Idle,
        suspension: None,
        table: Table::default(),
        text_links: Vec::new(),
    }
}

/// The slot of a side; an event of no side can't have happened.
fn slot<T>(sides: &mut Sides<T>, side: Side) -> Result<&mut T, Impossible> {
    sides.get_mut(side).ok_or(Impossible("the event belongs to one of the sides"))
}

pub(super) fn platform_accepted(n: &mut Negotiation, e: &PlatformAccepted) -> Applied {
    *slot(&mut n.acceptances, e.side)? = Some(e.at);
    Ok(())
}

pub(super) fn reps_registered(n: &mut Negotiation, e: &RepsRegistered) -> Applied {
    let list = slot(&mut n.delegations, e.side)?;
    *list = Some(Arc::new(super::people::registered(list.as_deref(), e)));
    Ok(())
}

pub(super) fn offer_issued(n: &mut Negotiation, e: &OfferIssued) -> Applied {
    let Stage::Idle = n.stage else {
        return Err(Impossible("an offer is issued in an idle case"));
    };
    let offer = Offer { content: e.offer.clone(), issued_at: e.at, side: e.side };
    n.offer_days.issued_at = Some(e.at);
    n.stage = Stage::Offered(Offered { offer });
    Ok(())
}

pub(super) fn offer_delivered(n: &mut Negotiation, e: &OfferDelivered) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Offered(offered) => {
            n.offer_days.received_at = Some(e.at);
            n.stage = Stage::AwaitingReply(AwaitingReply { offer: offered.offer, received_at: e.at });
            Ok(())
        }
        other => put_back(n, other, "an issued offer is delivered"),
    }
}

pub(super) fn offer_answered(n: &mut Negotiation, e: &OfferAnswered) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::AwaitingReply(AwaitingReply { offer, received_at })
        | Stage::Refused(Refused { offer, received_at, .. }) => {
            n.meeting_on = Some(e.meeting_on);
            n.offer_days.answered_at = Some(e.at);
            n.stage = Stage::Preparing(Preparing { answered_at: e.at, offer, received_at });
            Ok(())
        }
        other => put_back(n, other, "a received offer is answered"),
    }
}

pub(super) fn data_requested(n: &mut Negotiation, e: &DataRequested) -> Applied {
    let request =
        |item: &String| DataRequest { answered_at: None, asked_at: e.at, asked_by: e.side, item: item.clone() };
    n.requests.extend(e.items.iter().map(request));
    Ok(())
}

pub(super) fn disclosed(n: &mut Negotiation, e: &Disclosed) -> Applied {
    for number in &e.answers {
        let request = super::mending::nth(&mut n.requests, *number);
        let request = request.ok_or(Impossible("what is answered was asked for"))?;
        request.answered_at = request.answered_at.or(Some(e.at));
    }
    n.disclosures.push(DisclosureRecord { at: e.at, item: e.item, points: e.points.clone(), side: e.side });
    if let Stage::Preparing(preparing) = &n.stage
        && crate::disclosure_complete(n)
    {
        n.stage = Stage::Ready(preparing.clone());
    }
    Ok(())
}

pub(super) fn session_scheduled(n: &mut Negotiation, e: &SessionScheduled) -> Applied {
    n.meeting_on = Some(e.meeting_on);
    Ok(())
}

pub(super) fn session_opened(n: &mut Negotiation, e: &SessionOpened) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Preparing(preparing) | Stage::Ready(preparing) => n.stage = Stage::Negotiating(preparing, None),
        stage @ (Stage::Negotiating(..) | Stage::Renegotiating(_) | Stage::Objected(_)) => n.stage = stage,
        other => return put_back(n, other, "a session is opened while the sides negotiate"),
    }
    n.remedies.giving_up = None;
    n.sessions.push(Session {
        attending: e.attending.clone(),
        chair: e.chair,
        closed: None,
        confirmed: Sides::default(),
        next_on: None,
        number: e.number,
        opened_at: e.at,
        place: e.place.clone(),
        recorder: e.recorder.clone(),
    });
    Ok(())
}

pub(super) fn position_tabled(n: &mut Negotiation, e: &PositionTabled) -> Applied {
    n.table.reopen(&e.clause, e.side);
    n.table.positions.entry(e.clause.clone()).or_default().push(Position {
        at: e.at,
        session: e.session,
        side: e.side,
        text: e.text.clone(),
        values: e.values.clone(),
    });
    Ok(())
}

pub(super) fn position_accepted(n: &mut Negotiation, e: &PositionAccepted) -> Applied {
    let accepted =
        n.table.latest(&e.clause, e.side.other()).ok_or(Impossible("only a position on the table can be accepted"))?;
    let clause = TentativeClause {
        at: e.at,
        package: None,
        session: e.session,
        text: accepted.text.clone(),
        values: accepted.values.clone(),
    };
    n.table.reopen(&e.clause, e.side);
    n.table.agreed.insert(e.clause.clone(), clause);
    Ok(())
}

fn session(n: &mut Negotiation, number: u32) -> Result<&mut Session, Impossible> {
    n.sessions.iter_mut().find(|session| session.number == number).ok_or(Impossible("the session was held"))
}

pub(super) fn session_closed(n: &mut Negotiation, e: &SessionClosed) -> Applied {
    let session = session(n, e.session)?;
    session.closed = Some((e.at, e.summary.clone()));
    session.next_on = e.next_on;
    // While the talks are suspended the day agreed with the suspension stands.
    if e.next_on.is_some() || !matches!(n.stage, Stage::Suspended(_)) {
        n.meeting_on = e.next_on;
    }
    Ok(())
}

pub(super) fn minutes_confirmed_by(n: &mut Negotiation, e: &MinutesConfirmedBy) -> Applied {
    *slot(&mut session(n, e.session)?.confirmed, e.side)? = Some(e.at);
    Ok(())
}

pub(super) fn draft_tabled(n: &mut Negotiation, e: &DraftTabled) -> Applied {
    let tabled = Draft {
        clerical: e.clerical,
        initialled: Sides::default(),
        text: AgreedText { digest: e.digest, terms: Arc::new((*e.terms).clone()) },
    };
    *draft(n)? = Some(tabled);
    Ok(())
}

fn draft(n: &mut Negotiation) -> Result<&mut Option<Draft>, Impossible> {
    match &mut n.stage {
        Stage::Negotiating(_, draft) => Ok(draft),
        Stage::Renegotiating(again) => Ok(&mut again.draft),
        Stage::Objected(objected) => Ok(&mut objected.draft),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Effective(_)
        | Stage::Refused(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => Err(Impossible("a draft is on the table while the sides negotiate")),
    }
}

pub(super) fn draft_initialled(n: &mut Negotiation, e: &DraftInitialled) -> Applied {
    let draft = draft(n)?.as_mut().ok_or(Impossible("a draft that is initialled is on the table"))?;
    *slot(&mut draft.initialled, e.side)? = Some(e.at);
    Ok(())
}

pub(super) fn agreement_reached(n: &mut Negotiation, e: &AgreementReached) -> Applied {
    n.remedies.giving_up = None;
    let no_draft = Impossible("a draft that is agreed is on the table");
    n.suspension = None;
    n.stage = match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Negotiating(_, draft) => drafted(draft.ok_or(no_draft)?, Route::First, e),
        Stage::Renegotiating(again) => drafted(again.draft.ok_or(no_draft)?, Route::AfterRejection, e),
        Stage::Objected(objected) => {
            let draft = objected.draft.ok_or(no_draft)?;
            if draft.clerical {
                Stage::Adopted(Adopted {
                    at: e.at,
                    signatures: Sides::default(),
                    text: draft.text,
                    vote: objected.filing.signed.vote,
                })
            } else {
                drafted(draft, Route::AfterObjection, e)
            }
        }
        other => return put_back(n, other, "agreement is reached while the sides negotiate"),
    };
    Ok(())
}

fn drafted(draft: Draft, route: Route, e: &AgreementReached) -> Stage {
    Stage::Drafted(Drafted { agreed_at: e.at, route, text: draft.text })
}

/// Leaves the stage as it was and names what was expected.
pub(super) fn put_back(n: &mut Negotiation, stage: Stage, expected: &'static str) -> Applied {
    n.stage = stage;
    Err(Impossible(expected))
}
