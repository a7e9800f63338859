//! D10 agreement to suspend the talks.

use documents::data::{Consents, Meeting, Runs, Signatures, SuspensionAgreement, SuspensionCap};
use law::time::Moment;
use negotiation::{Event, Negotiation, Side};

use super::common::{behind, citations, confirmed, dated, days, parties, side, word};
use super::{About, PaperError, Trigger};

pub(super) fn suspension(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let Event::TalksSuspended(e) = trigger.event else {
        return Err(PaperError::Stage("D10"));
    };
    let from = e.at.date();
    let runs = Runs { from, to: e.proposal.next_on.max(from) };
    // The side that proposed consented when it did; the other one now.
    let consented = |of: Side| {
        let agreed = e.consents.get(of).copied().unwrap_or(false);
        let at = if of == e.proposed_by { about.heard.suspension_asked.unwrap_or(e.at) } else { e.at };
        agreed.then_some(at)
    };
    let (employer, worker) = (consented(Side::Employer), consented(Side::Worker));
    let digest = trigger.head.hash;
    let paper = SuspensionAgreement {
        cap: about
            .rules
            .suspend
            .cap
            .value()
            .map(|cap| SuspensionCap { citation: citations(&cap.source.citation), days: u32::from(cap.amount) }),
        citations: behind(about, "suspend"),
        consents: Consents { employer: employer.map(Moment::date), worker: worker.map(Moment::date) },
        days: days(runs.from, runs.to),
        days_before: n.pauses.iter().filter_map(|pause| Some(days(pause.from, pause.to?))).sum(),
        header: dated(about, n, trigger, e.at, word("paper-title-suspension")),
        next: Meeting { on: runs.to, place: e.proposal.next_place.clone() },
        next_topics: vec![e.proposal.next_content.clone()],
        parties: parties(about, n),
        proposer: side(e.proposed_by),
        reason: e.proposal.reason.clone(),
        runs,
        session: u32::try_from(n.sessions.len()).unwrap_or(u32::MAX).max(1),
        signatures: Some(Signatures {
            employer: employer.and_then(|at| confirmed(about, n, Side::Employer, at, digest)),
            worker: worker.and_then(|at| confirmed(about, n, Side::Worker, at, digest)),
        }),
        tasks: Vec::new(),
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}
