//! How far histories are followed, and what is given up for it.
//!
//! What isn't followed is still decided, its events applied and its state held against the properties; only nothing is
//! tried after it. Random sequences go on from there.
//!
//! Given up within every bounds:
//! - Days are today, tomorrow, later or over, and only of duties on whose last day something depends: two cases that are
//!   further from a day by another number of days are one.
//! - What a few acts off the way leave behind (letters, orders, vacancies, packages, slips, a proposal to suspend, a
//!   correction) is told apart while they last and not afterwards; they begin in a few states of each place only. Followed
//!   everywhere they multiply each other, and the law reads them in their own commands only.
//! - A correction is one of the number of workers, or of the day on which the offer or the filing was received. What the
//!   lists of representatives are held against (whether the firm is above scale; who heads either side) isn't corrected.
//!   The law accepts such a correction, notes what the lists lack under it and lets them stand: a firm that turns out to be
//!   above scale keeps its three representatives, with a breach on record. So "in force, then delegations valid" is proved
//!   of the facts under which the lists were registered, not of those to which somebody corrects them later.
//! - A paper is confirmed where its act belongs, at most one waits at a time: left behind and confirmed when the case comes
//!   back there on the same day, it would bring what a new paper brings too.
//! - A position is accepted in the session in which it was put: put again in the next one it has the same words.
//! - Acceptances of the platform come before the offer: later ones serve the same acts.
//! - Lists that are lawful and not the plain ones (an outsider with a mandate, four workers) are for random sequences, and so
//!   are firms without a union, above scale, or under the floor of a sector.

/// How far histories are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Papers and returned filings are followed in the first round only: with an objection and a second vote they multiply
    /// and meet nothing that they don't meet apart.
    pub apart: bool,
    /// Acceptances of the platform, and papers before the filing. (Announcements, requests and data lead to no other
    /// state, so they need no bound.)
    pub asides: bool,
    /// So many states of each place are left for a correction or for a few acts off the way: letters, vacancies,
    /// suspension, coordination, slips, breaches, giving up. A place is a stage and what of the case decides there which
    /// of these are possible at all. In a sector only suspension and coordination.
    pub detours: usize,
    /// Both sides accepted the platform inbox before the case.
    pub inbox: bool,
    /// Sessions between a rejection or an objection and the next agreement; one in states that are left for a detour.
    pub later_sessions: usize,
    /// Opinions with objections.
    pub objections: u8,
    /// Acts on paper that wait for their second person at once; how many there are in all has no bound.
    pub papers: usize,
    /// Filings returned by the bureau.
    pub returns: u8,
    /// Sessions before the first agreement.
    pub sessions: usize,
    /// Commands off the way, and those that the table doesn't list at a stage, are tried in so many of its states; there
    /// everybody gives a command who may, elsewhere the first of each side: what is recorded names the side.
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
        later_sessions: 0,
        objections: 1,
        papers: 1,
        returns: 1,
        sessions: 1,
        states: 60_000,
        strangers: 12,
        votes: 2,
    };
    /// Two sessions, one more in every later round, acceptances, early papers, papers and returns in every round: a minute
    /// or two.
    pub const FULL: Self = Self {
        apart: false,
        asides: true,
        detours: 4,
        later_sessions: 1,
        sessions: 2,
        states: 400_000,
        strangers: 60,
        ..Self::SMALL
    };
    /// A case that hangs on one in force: what it is about is how it ends, not how it is served.
    pub const CHILD: Self =
        Self { detours: 0, inbox: true, papers: 0, returns: 0, states: 10_000, strangers: 2, ..Self::SMALL };
    /// A case of a sector: its list of employers and their votes, nothing on paper, no objection, one vote of the congress.
    /// Whoever comes to the list or leaves it is not followed, and what confirms only before the congress.
    pub const SECTOR: Self = Self { detours: 1, inbox: false, objections: 0, votes: 1, ..Self::CHILD };
}
