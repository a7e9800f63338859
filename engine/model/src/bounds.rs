//! How far histories are followed.

/// How far histories are followed. What lies beyond is still decided, and its events are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Papers and returned filings are followed in the first round only, an objection not after a returned filing.
    pub apart: bool,
    /// Acts that change nothing on the way are followed too: announcements, data, acceptances, early papers.
    pub asides: bool,
    /// So many states of each place are left for a correction, for one more session after the first agreement, or for a
    /// few acts off the way: letters, vacancies, suspension, coordination, slips, breaches, giving up. A place is a stage
    /// and what of the case decides there which of these are possible at all.
    pub detours: usize,
    /// Both sides accepted the platform inbox before the case.
    pub inbox: bool,
    /// Opinions with objections.
    pub objections: u8,
    /// Acts on paper.
    pub papers: usize,
    /// Filings returned by the bureau.
    pub returns: u8,
    /// Sessions before the first agreement.
    pub sessions: usize,
    /// Commands off the way, and those that the table doesn't list at a stage, are tried in so many of its states.
    pub strangers: usize,
    /// States; an exploration that meets more is not complete and says so.
    pub states: usize,
    /// Votes of the congress that adopted or rejected.
    pub votes: u8,
}

impl Bounds {
    /// Two votes, one objection, one return, one session, one act on paper, short detours: seconds.
    pub const SMALL: Self = Self {
        apart: true,
        asides: false,
        detours: 2,
        inbox: false,
        objections: 1,
        papers: 1,
        returns: 1,
        sessions: 1,
        states: 60_000,
        strangers: 12,
        votes: 2,
    };
    /// Two sessions, early papers, acceptances, announcements, data as well: many minutes.
    pub const FULL: Self =
        Self { apart: false, asides: true, detours: 4, sessions: 2, states: 400_000, strangers: 60, ..Self::SMALL };
}
