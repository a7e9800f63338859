//! Papers, proposed corrections, slips, data sets, documents.

use std::sync::Arc;

use super::Impossible;
use crate::event::{
    CorrectionProposed, DatasetsAdopted, DocumentRecorded, PaperConfirmed, PaperEntered, SlipMended, SlipProposed,
};
use crate::state::{AgreedText, Negotiation, PaperEntry, PendingCorrection, PendingSlip, TextLink};

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
pub(super) fn nth<T>(list: &mut [T], number: u32) -> Option<&mut T> {
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
        from: e.from,
        proposed_by: e.proposed_by.clone(),
    });
    Ok(())
}

pub(super) fn slip_proposed(n: &mut Negotiation, e: &SlipProposed) -> Applied {
    n.slips.push(PendingSlip {
        confirmed: false,
        mended: AgreedText { digest: e.new, terms: Arc::new((*e.terms).clone()) },
        notice: e.notice,
        of: e.old,
        side: e.side,
    });
    Ok(())
}

/// The mended text takes the place of the one before; the link says that both count as one.
pub(super) fn slip_mended(n: &mut Negotiation, e: &SlipMended) -> Applied {
    let slip = nth(&mut n.slips, e.slip).ok_or(Impossible("a slip that is mended was proposed"))?;
    slip.confirmed = true;
    let mended = slip.mended.clone();
    let text = n.stage.adopted_text_mut().filter(|text| text.digest == e.old && mended.digest == e.new);
    *text.ok_or(Impossible("the text that is mended is the one under way"))? = mended;
    n.text_links.push(TextLink { new: e.new, old: e.old });
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
