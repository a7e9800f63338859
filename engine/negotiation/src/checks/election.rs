//! Who is elected: the candidates with votes enough under the rule, the most votes first. A tie for the last seat elects
//! nobody of those who share it. Where too few were there, or others were asked than the text says, nobody is elected.
//!
//! Representatives: ZJ-CC 10(2), ZJ-DM 15(3), CC22 20, NB 9. For delegates of the congress the rules name no majority.

use law::citation::Citation;
use law::congress::{majority_needed, quorum_needed};
use law::rules::{Election, Fraction, Half, Profile, Rules, VoterBase};

use crate::refusal::cite;

/// What elects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needed {
    /// Articles of the majority.
    pub citation: Vec<Citation>,
    /// So many of all; `None` where the rules name no majority.
    pub half: Option<Half>,
    /// The text asks all workers, and only delegates were asked.
    pub of_all_workers: bool,
    /// So many of all must be there; `None` where the text doesn't say so.
    pub quorum: Option<Quorum>,
}

/// Who must be there, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Articles.
    pub citation: Vec<Citation>,
    /// So many of all.
    pub share: Fraction,
}

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count<'a> {
    /// How many were there.
    pub present: u32,
    /// How many are to be elected.
    pub seats: u32,
    /// All who may vote.
    pub total: u32,
    /// Votes of each candidate.
    pub votes: &'a [u32],
}

/// Why nobody is elected whatever the votes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Void {
    /// Too few were there.
    Quorum,
    /// The text asks all workers, and only delegates were asked.
    Workers,
    /// Both.
    Both,
}

impl Void {
    /// Whether too few were there.
    #[must_use]
    pub const fn is_short(self) -> bool {
        match self {
            Self::Quorum | Self::Both => true,
            Self::Workers => false,
        }
    }
}

/// How an election came out, by the numbers of candidates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Those whose votes are enough, the most first, and no more than there are seats.
    pub carried: Vec<usize>,
    /// Those who are elected: who carried it, unless it is void.
    pub elected: Vec<usize>,
    /// Those who share the votes for the last seats.
    pub tied: Vec<usize>,
    /// Seats that nobody has.
    pub vacant: u32,
    /// Why nobody is elected whatever the votes are.
    pub void: Option<Void>,
}

impl Needed {
    /// For representatives of the workers, elected by a congress or by everybody. Where there is no union (`guided`) and
    /// all workers approve, the text asks for a share of all of them and for no meeting, so no number must be there.
    #[must_use]
    pub fn of_representatives(rules: &Rules, guided: bool, all_staff: bool) -> Self {
        let election = if guided { rules.reps.without_union } else { rules.reps.with_union };
        let (half, workers) = match election {
            Election::AppointedByUnion | Election::ElectedByCongress => (Half::Strict, false),
            Election::Approved { half, of: VoterBase::AllWorkers } => (half, true),
            Election::Approved { half, of: VoterBase::AllDelegatesOrAllWorkers } => (half, false),
        };
        let articles: &[&str] =
            if guided { &["ZJ-CC 10(2)", "NB 9", "CC22 20"] } else { &["ZJ-CC 10(2)", "ZJ-DM 15(3)", "CC22 20"] };
        let mut citation = cite(articles);
        citation.retain(|article| article.applies(rules.profile));
        let meets = match rules.profile {
            Profile::Cn => false,
            Profile::Zj | Profile::Hz | Profile::Nb => !(guided && all_staff),
        };
        let share = rules.congress.quorum;
        Self {
            citation,
            half: Some(half),
            of_all_workers: workers && !all_staff,
            quorum: meets.then(|| Quorum { citation: cite(&["ZJ-DM 15(3)"]), share }),
        }
    }

    /// For delegates of the congress.
    #[must_use]
    pub fn of_delegates() -> Self {
        Self::default()
    }

    /// Fewest votes of `total`, those absent included; nobody is elected without a vote.
    #[must_use]
    pub fn fewest_votes(&self, total: u32) -> u32 {
        self.half.map_or(1, |half| majority_needed(half, total))
    }

    /// Fewest who must be there of `total`; `None` where the text doesn't say so.
    #[must_use]
    pub fn fewest_present(&self, total: u32) -> Option<u32> {
        self.quorum.as_ref().map(|quorum| quorum_needed(quorum.share, total))
    }

    /// Why nobody is elected whatever the votes are.
    fn void(&self, count: &Count<'_>) -> Option<Void> {
        let short = self.fewest_present(count.total).is_some_and(|fewest| count.present < fewest);
        match (short, self.of_all_workers) {
            (false, false) => None,
            (true, false) => Some(Void::Quorum),
            (false, true) => Some(Void::Workers),
            (true, true) => Some(Void::Both),
        }
    }

    /// Who is elected.
    #[must_use]
    pub fn chosen(&self, count: &Count<'_>) -> Chosen {
        let (void, by_votes) = (self.void(count), by_votes(count.votes, count.seats, self.fewest_votes(count.total)));
        let elected = if void.is_some() { Vec::new() } else { by_votes.carried.clone() };
        let vacant = count.seats.saturating_sub(u32::try_from(elected.len()).unwrap_or(u32::MAX));
        Chosen { elected, vacant, void, ..by_votes }
    }
}

/// Nobody carries it with fewer votes than `fewest`, and nobody without a vote.
fn by_votes(votes: &[u32], seats: u32, fewest: u32) -> Chosen {
    let count = |place: &usize| votes.get(*place).copied().unwrap_or(0);
    let mut enough: Vec<usize> = (0..votes.len()).filter(|place| count(place) >= fewest.max(1)).collect();
    enough.sort_by_key(|place| std::cmp::Reverse(count(place)));
    let most = usize::try_from(seats).unwrap_or(usize::MAX);
    let last = enough.get(most).map(count);
    let tied: Vec<usize> = match last {
        Some(last) if enough.iter().take(most).any(|place| count(place) == last) => {
            enough.iter().copied().filter(|place| count(place) == last).collect()
        }
        Some(_) | None => Vec::new(),
    };
    let carried = enough.into_iter().take(most).filter(|place| !tied.contains(place)).collect();
    Chosen { carried, tied, ..Chosen::default() }
}
