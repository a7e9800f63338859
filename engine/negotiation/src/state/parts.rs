//! What several stages have in common: the vote, the signatures, the filing.

use super::{AgreedText, Effective, FilingState, SignatureMark, Signed, Stage, Vote};
use crate::actor::Sides;

impl Stage {
    /// The stage in which facts stand: where the talks rest or the bureau coordinates, the one to which the case returns.
    fn facts(&self) -> &Self {
        if let Self::Suspended(suspended) = self {
            return &suspended.within;
        }
        if let Self::Disputed(disputed) = self { &disputed.within } else { self }
    }

    /// The same, to change.
    pub(crate) fn facts_mut(&mut self) -> &mut Self {
        if let Self::Suspended(suspended) = self {
            return &mut suspended.within;
        }
        if let Self::Disputed(disputed) = self { &mut disputed.within } else { self }
    }

    /// The agreement that is in force, or that was until it ended.
    #[must_use]
    pub fn effective(&self) -> Option<&Effective> {
        if let Self::Ended(ended) = self {
            return Some(&ended.effective);
        }
        if let Self::Effective(effective) = self { Some(effective) } else { None }
    }

    /// The same, to change.
    pub(crate) fn effective_mut(&mut self) -> Option<&mut Effective> {
        if let Self::Ended(ended) = self {
            return Some(&mut ended.effective);
        }
        if let Self::Effective(effective) = self { Some(effective) } else { None }
    }

    /// What was filed, from the filing on.
    #[must_use]
    pub fn filing(&self) -> Option<&FilingState> {
        if let Self::Filed(filing) | Self::UnderReview(filing) = self {
            return Some(filing);
        }
        if let Self::Objected(objected) = self {
            return Some(&objected.filing);
        }
        self.effective().map(|effective| &effective.filing)
    }

    /// What was filed, to change.
    pub(crate) fn filing_mut(&mut self) -> Option<&mut FilingState> {
        if let Self::Filed(filing) | Self::UnderReview(filing) = self {
            return Some(filing);
        }
        if let Self::Objected(objected) = self {
            return Some(&mut objected.filing);
        }
        self.effective_mut().map(|effective| &mut effective.filing)
    }

    /// What both chiefs signed, from the second signature on.
    #[must_use]
    pub fn signed(&self) -> Option<&Signed> {
        if let Self::Rescinded(rescinded) = self {
            return Some(&rescinded.signed);
        }
        if let Self::Signed(signed) = self { Some(signed) } else { self.filing().map(|filing| &filing.signed) }
    }

    fn signed_mut(&mut self) -> Option<&mut Signed> {
        if let Self::Rescinded(rescinded) = self {
            return Some(&mut rescinded.signed);
        }
        if let Self::Signed(signed) = self {
            return Some(signed);
        }
        self.filing_mut().map(|filing| &mut filing.signed)
    }

    /// The vote of the congress that carries or rejected the text.
    #[must_use]
    pub fn vote(&self) -> Option<&Vote> {
        if let Self::Adopted(adopted) = self {
            return Some(&adopted.vote);
        }
        if let Self::Renegotiating(again) = self.facts() {
            return Some(&again.vote);
        }
        self.signed().map(|signed| &signed.vote)
    }

    /// The vote, to change.
    pub(crate) fn vote_mut(&mut self) -> Option<&mut Vote> {
        let facts = self.facts_mut();
        if let Self::Renegotiating(again) = facts {
            return Some(&mut again.vote);
        }
        if let Self::Adopted(adopted) = facts {
            return Some(&mut adopted.vote);
        }
        facts.signed_mut().map(|signed| &mut signed.vote)
    }

    /// The chiefs' signatures so far.
    #[must_use]
    pub fn signatures(&self) -> Option<&Sides<Option<SignatureMark>>> {
        if let Self::Adopted(adopted) = self {
            return Some(&adopted.signatures);
        }
        self.signed().map(|signed| &signed.signatures)
    }

    /// The chiefs' signatures, to change; the instant of the second one follows.
    pub(crate) fn resign(&mut self, change: impl FnOnce(&mut Sides<Option<SignatureMark>>)) -> Option<()> {
        if let Self::Adopted(adopted) = self {
            change(&mut adopted.signatures);
            return Some(());
        }
        let signed = self.signed_mut()?;
        change(&mut signed.signatures);
        let last = signed.signatures.worker.into_iter().chain(signed.signatures.employer).map(|mark| mark.at).max();
        signed.signed_at = last.unwrap_or(signed.signed_at);
        Some(())
    }

    /// The adopted, signed, filed text or the text in force, to mend.
    pub(crate) fn adopted_text_mut(&mut self) -> Option<&mut AgreedText> {
        if let Self::Adopted(adopted) = self {
            return Some(&mut adopted.text);
        }
        self.signed_mut().map(|signed| &mut signed.text)
    }
}
