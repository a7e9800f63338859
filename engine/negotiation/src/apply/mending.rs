//! Papers, corrections, data sets, documents.

use super::Impossible;
use crate::command::FactChange;
use crate::event::{Corrected, CorrectionProposed, DatasetsAdopted, DocumentRecorded, PaperConfirmed, PaperEntered};
use crate::state::{Negotiation, PaperEntry, PendingCorrection, Stage};
use law::time::Moment;

type Applied = Result<(), Impossible>;

pub(super) fn paper_entered(n: &mut Negotiation, e: &PaperEntered) -> Applied {
    n.papers.push(PaperEntry {
        actor: e.actor.clone(),
        confirmed: false,
        entered_by: e.entered_by.clone(),
        on: e.on,
        text: e.text.clone(),
    });
    Ok(())
}

/// The n-th of a list that is counted from 1.
fn nth<T>(list: &mut [T], number: u32) -> Option<&mut T> {
    list.get_mut(usize::try_from(number).ok()?.checked_sub(1)?)
}

pub(super) fn paper_confirmed(n: &mut Negotiation, e: &PaperConfirmed) -> Applied {
    nth(&mut n.papers, e.entry).ok_or(Impossible("a paper that is confirmed was entered"))?.confirmed = true;
    Ok(())
}

pub(super) fn correction_proposed(n: &mut Negotiation, e: &CorrectionProposed) -> Applied {
    n.corrections.push(PendingCorrection {
        confirmed: false,
        fact: e.fact.clone(),
        proposed_by: e.proposed_by.clone(),
    });
    Ok(())
}

pub(super) fn corrected(n: &mut Negotiation, e: &Corrected) -> Applied {
    nth(&mut n.corrections, e.correction).ok_or(Impossible("a correction that is confirmed was proposed"))?.confirmed =
        true;
    match &e.fact {
        FactChange::OfferReceived { new, .. } => match &mut n.stage {
            Stage::AwaitingReply(awaiting) => awaiting.received_at = Moment::start_of(*new),
            Stage::Refused(refused) => refused.received_at = Moment::start_of(*new),
            Stage::Preparing(p) | Stage::Ready(p) | Stage::Negotiating(p, _) => p.received_at = Moment::start_of(*new),
            Stage::Idle
            | Stage::Offered(_)
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
            | Stage::Rescinded(_) => return Err(Impossible("the day of receipt is corrected before agreement")),
        },
        FactChange::FilingReceived { new, .. } => {
            let (Stage::Filed(filing) | Stage::UnderReview(filing)) = &mut n.stage else {
                return Err(Impossible("the day of filing is corrected while the bureau reviews"));
            };
            filing.received_at = Moment::start_of(*new);
        }
        FactChange::Headcount { new, .. } => n.header.employer.headcount = *new,
        FactChange::EmployerName { new, .. } => n.header.employer.name.clone_from(new),
        FactChange::EmployerAddress { new, .. } => n.header.employer.address.clone_from(new),
        FactChange::UnionName { new, .. } => n.header.union.name.clone_from(new),
    }
    Ok(())
}

pub(super) fn datasets_adopted(n: &mut Negotiation, e: &DatasetsAdopted) -> Applied {
    n.datasets = e.datasets;
    Ok(())
}

pub(super) fn document_recorded(n: &mut Negotiation, e: &DocumentRecorded) -> Applied {
    n.documents.push(e.document.clone());
    Ok(())
}
