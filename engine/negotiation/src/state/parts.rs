//! What several stages have in common: the vote, the signatures, the filing.

use super::{AgreedText, FilingState, SignatureMark, Signed, Stage, Vote};
use crate::actor::Sides;

impl Stage {
    /// What was filed, from the filing on.
    #[must_use]
    pub fn filing(&self) -> Option<&FilingState> {
        if let Self::Filed(filing) | Self::UnderReview(filing) = self {
            return Some(filing);
        }
        if let Self::Objected(objected) = self {
            return Some(&objected.filing);
        }
        if let Self::Effective(effective) = self { Some(&effective.filing) } else { None }
    }

    /// What was filed, to change.
    pub(crate) fn filing_mut(&mut self) -> Option<&mut FilingState> {
        if let Self::Filed(filing) | Self::UnderReview(filing) = self {
            return Some(filing);
        }
        if let Self::Objected(objected) = self {
            return Some(&mut objected.filing);
        }
        if let Self::Effective(effective) = self { Some(&mut effective.filing) } else { None }
    }

    /// What both chiefs signed, from the second signature on.
    #[must_use]
    pub fn signed(&self) -> Option<&Signed> {
        if let Self::Signed(signed) = self { Some(signed) } else { self.filing().map(|filing| &filing.signed) }
    }

    fn signed_mut(&mut self) -> Option<&mut Signed> {
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
        if let Self::Renegotiating(again) = self {
            return Some(&again.vote);
        }
        self.signed().map(|signed| &signed.vote)
    }

    /// The vote, to change.
    pub(crate) fn vote_mut(&mut self) -> Option<&mut Vote> {
        if let Self::Renegotiating(again) = self {
            return Some(&mut again.vote);
        }
        if let Self::Adopted(adopted) = self {
            return Some(&mut adopted.vote);
        }
        self.signed_mut().map(|signed| &mut signed.vote)
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
