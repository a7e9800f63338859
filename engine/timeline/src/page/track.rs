//! What each side stood for, session by session, on one figure of one clause.

use negotiation::Side;

use crate::model::{Amount, Figure, Gap};

impl Figure {
    fn is(&self, amount: &Amount) -> bool {
        self.key == amount.key && self.unit == amount.unit
    }

    fn of(&self, values: &[Amount]) -> Option<i64> {
        let amount = values.iter().find(|amount| self.is(amount));
        amount.map(|amount| amount.amount)
    }

    /// The amount that was agreed.
    pub(super) fn agreed(&self, gap: &Gap) -> Option<i64> {
        self.of(&gap.agreed.as_ref()?.values)
    }
}

/// How a side came to stand for an amount in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// It put it on the table.
    Tabled,
    /// It said nothing new; its last position stands.
    Kept,
    /// It accepted the other side's position.
    Accepted,
}

/// An amount that a side stood for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) amount: i64,
    pub(super) stand: Stand,
}

/// A session with what both sides stood for in it, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Round {
    pub(super) employer: Vec<Point>,
    pub(super) session: u32,
    pub(super) worker: Vec<Point>,
}

impl Round {
    /// How far the sides were apart at the end of the session, with both amounts; none while a side is silent.
    pub(super) fn ends(&self) -> Option<(i64, i64)> {
        Some((self.worker.last()?.amount, self.employer.last()?.amount))
    }
}

/// The sessions in which the figure was on the table.
pub(super) fn rounds(gap: &Gap, figure: &Figure) -> Vec<Round> {
    let with_figure = gap.series.iter().filter(|offer| figure.of(&offer.values).is_some());
    let mut sessions: Vec<u32> = with_figure.map(|offer| offer.session).collect();
    sessions
        .extend(gap.agreed.iter().filter(|agreed| figure.of(&agreed.values).is_some()).map(|agreed| agreed.session));
    sessions.sort_unstable();
    sessions.dedup();
    let mut out: Vec<Round> = Vec::with_capacity(sessions.len());
    for session in sessions {
        let before = out.last();
        let worker = points(gap, figure, session, Side::Worker, before.map(|round| &round.worker));
        let employer = points(gap, figure, session, Side::Employer, before.map(|round| &round.employer));
        out.push(Round { employer, session, worker });
    }
    out
}

fn points(gap: &Gap, figure: &Figure, session: u32, side: Side, before: Option<&Vec<Point>>) -> Vec<Point> {
    let tabled = gap.series.iter().filter(|offer| offer.session == session && offer.side == side);
    let mut out: Vec<Point> = tabled
        .filter_map(|offer| figure.of(&offer.values))
        .map(|amount| Point { amount, stand: Stand::Tabled })
        .collect();
    let accepted = gap.agreed.as_ref().filter(|agreed| agreed.session == session && agreed.accepted_by == side);
    if let Some(amount) = accepted.and_then(|agreed| figure.of(&agreed.values)) {
        out.push(Point { amount, stand: Stand::Accepted });
    }
    if out.is_empty() {
        out.extend(
            before.and_then(|points| points.last()).map(|last| Point { amount: last.amount, stand: Stand::Kept }),
        );
    }
    out
}
