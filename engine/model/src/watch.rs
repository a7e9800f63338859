//! A second reading of a history, from its events alone: what was adopted, signed, filed and served, in own words.
//!
//! The properties compare it with the state that the engine folded from the same events.

use std::collections::BTreeMap;

use law::Date;
use ledger::Digest;
use negotiation::command::{CongressForm, FactChange, RecordVote};
use negotiation::event::Event;
use negotiation::state::EffectBasis;
use negotiation::{Side, Sides};

/// What a history says, as far as the properties ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Watch {
    /// The vote that last adopted a text, and who voted.
    pub(crate) adopted: Option<(CongressForm, RecordVote)>,
    /// Each employer's newest vote in its own congress, by its key.
    pub(crate) own_votes: BTreeMap<String, RecordVote>,
    /// Clerical mendings that both chiefs initialled: old text, new text.
    pub(crate) mended: Vec<(Digest, Digest)>,
    /// The filing that is with the bureau: day of receipt and text.
    pub(crate) filed: Option<(Date, Digest)>,
    /// The bureau's opinion on it.
    pub(crate) opinion: Option<Opinion>,
    /// Opinions with objections so far.
    pub(crate) objections: u8,
    /// A vote on the text before the congress had too few present.
    pub(crate) missed: bool,
    /// Filings returned so far.
    pub(crate) returns: u8,
    /// Sessions so far.
    pub(crate) held: usize,
    /// Sessions before the last agreement, each with minutes that both chiefs confirmed.
    pub(crate) settled: usize,
    /// Signatures under the text.
    pub(crate) signed: Sides<Option<Digest>>,
    /// The text on the table, and whether it is a clerical mending.
    tabled: Option<(Digest, bool)>,
    /// Votes that adopted or rejected so far.
    pub(crate) votes: u8,
    /// Votes that rejected so far.
    pub(crate) rejections: u8,
    /// The effect.
    pub(crate) effect: Option<(EffectBasis, Date)>,
}

/// An opinion of the bureau.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opinion {
    pub(crate) objects: bool,
    pub(crate) served: Sides<Option<Date>>,
}

impl Watch {
    /// Reads one event.
    pub(crate) fn read(&mut self, event: &Event) {
        self.talks(event);
        self.bureau(event);
        if let Event::TookEffect(effect) = event {
            self.effect = Some((effect.basis, effect.on));
        }
        if let (Event::EffectRedated(effect), Some((_, on))) = (event, &mut self.effect) {
            *on = effect.on;
        }
        if let Event::EffectWithdrawn(_) = event {
            self.effect = None;
        }
    }

    fn talks(&mut self, event: &Event) {
        if let Event::SessionOpened(_) = event {
            self.held += 1;
        }
        if let Event::DraftTabled(draft) = event {
            self.tabled = Some((draft.digest, draft.clerical));
        }
        if let Event::AgreementReached(agreed) = event {
            self.signed = Sides::default();
            if let (Some((digest, true)), Some((_, old))) = (self.tabled, self.filed)
                && digest == agreed.terms
            {
                self.mended.push((old, digest));
            }
            // Another text is under way than was with the bureau; it is filed and reviewed anew.
            (self.filed, self.opinion) = (None, None);
            self.settled = self.held;
        }
        if let Event::DraftAdopted(voted) = event {
            self.adopted = Some((voted.form, voted.vote.clone()));
            self.signed = Sides::default();
            self.mended.clear();
            self.votes += 1;
        }
        if let Event::SubmittedToCongress(_) = event {
            self.missed = false;
        }
        if let Event::EmployerVoted(voted) = event {
            self.own_votes.insert(voted.employer.clone(), voted.vote.clone());
        }
        if let Event::QuorumMissed(_) = event {
            self.missed = true;
        }
        if let Event::SlipMended(slip) = event {
            self.mended.push((slip.old, slip.new));
        }
        // One employer's rejection counts once the sides take the text back to the table.
        if let Event::DraftRejected(_) | Event::TalksReopened(_) = event {
            self.adopted = None;
            self.rejections += 1;
            self.votes += 1;
        }
        if let Event::SignedBy(signed) = event
            && let Some(slot) = self.signed.get_mut(signed.side)
        {
            *slot = Some(signed.terms);
        }
    }

    fn bureau(&mut self, event: &Event) {
        if let Event::Filed(filed) = event {
            self.filed = Some((filed.at.date(), filed.terms));
            self.opinion = None;
        }
        if let Event::FilingReturned(_) = event {
            self.filed = None;
            self.returns += 1;
        }
        if let Event::Corrected(corrected) = event
            && let FactChange::FilingReceived { new, .. } = corrected.fact
            && let Some((on, _)) = &mut self.filed
        {
            *on = new;
        }
        if let Event::Objected(_) = event {
            self.opinion = Some(Opinion { objects: true, served: Sides::default() });
            self.objections += 1;
        }
        if let Event::NoObjectionIssued(_) = event {
            self.opinion = Some(Opinion { objects: false, served: Sides::default() });
        }
        if let Event::OpinionServed(served) = event
            && let Some(opinion) = &mut self.opinion
            && let Some(slot) = opinion.served.get_mut(served.side)
        {
            *slot = Some(served.at.date());
        }
    }

    /// Whether nothing was voted down, objected to or returned so far.
    pub(crate) const fn is_first_round(&self) -> bool {
        self.votes <= 1 && self.objections == 0 && self.returns == 0
    }

    /// Whether the text that was voted is this one, or became it by clerical mendings.
    pub(crate) fn voted_became(&self, text: Digest) -> bool {
        self.adopted.as_ref().is_some_and(|(_, vote)| self.became(vote.terms) == text)
    }

    /// What became of a text by clerical mendings.
    pub(crate) fn became(&self, text: Digest) -> Digest {
        self.mended.iter().fold(text, |from, (old, new)| if from == *old { *new } else { from })
    }

    /// The day on which the opinion reached a side.
    pub(crate) fn served(&self, side: Side) -> Option<Date> {
        self.opinion.as_ref().and_then(|opinion| opinion.served.get(side).copied().flatten())
    }
}
