//! The same as the chart, in words: one row a session.

use messages::Said;
use negotiation::terms::Unit;

use super::chart::short;
use super::track::{Point, Round, Stand, rounds};
use crate::model::{Figure, Gap, SessionRow};
use crate::teller::Teller;

/// A row of the table beside a chart.
#[derive(Clone, Debug)]
pub(crate) struct Cells {
    pub(crate) day: String,
    pub(crate) employer: String,
    pub(crate) gap: String,
    pub(crate) met: bool,
    pub(crate) session: String,
    pub(crate) worker: String,
}

/// The rows of a figure that has no chart: one session only, or no difference.
pub(super) fn plain(teller: &Teller<'_>, gap: &Gap, figure: &Figure, sessions: &[SessionRow]) -> Vec<Cells> {
    cells(teller, gap, figure, &rounds(gap, figure), sessions)
}

/// The rows of a figure.
pub(super) fn cells(
    teller: &Teller<'_>,
    gap: &Gap,
    figure: &Figure,
    rounds: &[Round],
    sessions: &[SessionRow],
) -> Vec<Cells> {
    let row = |round: &Round| {
        let met =
            gap.agreed.as_ref().is_some_and(|agreed| agreed.session == round.session && figure.agreed(gap).is_some());
        let apart = round.ends().map(|(worker, employer)| (worker - employer).abs());
        Cells {
            day: sessions
                .iter()
                .find(|session| session.number == round.session)
                .map_or_else(String::new, |session| teller.day(session.on)),
            employer: stood_for(teller, figure.unit, &round.employer),
            gap: match apart {
                _ if met => teller.key("timeline-cell-agreed"),
                Some(apart) => gap_text(teller, figure.unit, apart),
                None => String::new(),
            },
            met,
            session: teller.say(&Said::new("timeline-chart-session").arg("number", round.session)),
            worker: stood_for(teller, figure.unit, &round.worker),
        }
    };
    rounds.iter().map(row).collect()
}

fn stood_for(teller: &Teller<'_>, unit: Unit, points: &[Point]) -> String {
    let tell = |point: &Point| {
        let value = full(teller, unit, point.amount);
        match point.stand {
            Stand::Tabled => value,
            Stand::Kept => teller.say(&Said::new("timeline-cell-kept").arg("value", value)),
            Stand::Accepted => teller.say(&Said::new("timeline-cell-accepted").arg("value", value)),
        }
    };
    points.iter().map(tell).collect::<Vec<_>>().join(" → ")
}

/// A distance between two amounts: percentage points for rates.
pub(super) fn gap_text(teller: &Teller<'_>, unit: Unit, apart: i64) -> String {
    match unit {
        Unit::Fen | Unit::Count => full(teller, unit, apart),
        Unit::BasisPoints => {
            let text = short(unit, apart);
            teller.say(&Said::new("timeline-points").arg("value", text.trim_end_matches('%')))
        }
    }
}

/// An amount with its unit.
pub(super) fn full(teller: &Teller<'_>, unit: Unit, amount: i64) -> String {
    let text = short(unit, amount);
    match unit {
        Unit::Fen => teller.say(&Said::new("timeline-sum").arg("value", text)),
        Unit::BasisPoints | Unit::Count => text,
    }
}
