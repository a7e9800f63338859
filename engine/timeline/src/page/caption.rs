//! A chart in words: its title, and a sentence that says what it shows.

use messages::Said;
use negotiation::Side;

use super::table::{full, gap_text};
use super::track::{Point, Round};
use crate::model::{Figure, Gap};
use crate::teller::Teller;

/// The title of a chart.
pub(super) fn title(teller: &Teller<'_>, gap: &Gap, figure: &Figure) -> String {
    if gap.figures.len() == 1 {
        return teller.say(&Said::new("timeline-chart-title").arg("clause", &gap.heading));
    }
    let said = Said::new("timeline-chart-title-figure").arg("clause", &gap.heading);
    teller.say(&said.arg("figure", &figure.name))
}

/// The chart in words: what each side began and ended with, and whether they met.
pub(super) fn desc(teller: &Teller<'_>, gap: &Gap, figure: &Figure, rounds: &[Round]) -> String {
    let ends = |side: Side, points: Vec<&Point>| {
        let (first, last) = (points.first()?.amount, points.last()?.amount);
        let key = if first == last { "timeline-chart-only" } else { "timeline-chart-from-to" };
        let said = Said::new(key)
            .arg("side", teller.side(side))
            .arg("first", full(teller, figure.unit, first))
            .arg("last", full(teller, figure.unit, last));
        Some(teller.say(&said))
    };
    let worker = ends(Side::Worker, rounds.iter().flat_map(|round| &round.worker).collect());
    let employer = ends(Side::Employer, rounds.iter().flat_map(|round| &round.employer).collect());
    let end = match (figure.agreed(gap), &gap.agreed, rounds.last().and_then(Round::ends)) {
        (Some(amount), Some(agreed), _) => {
            let said = Said::new("timeline-chart-agreed").arg("session", agreed.session);
            teller.say(&said.arg("value", full(teller, figure.unit, amount)))
        }
        (_, _, Some((worker, employer))) => {
            let gap = gap_text(teller, figure.unit, (worker - employer).abs());
            teller.say(&Said::new("timeline-chart-open").arg("gap", gap))
        }
        (_, _, None) => teller.key("timeline-chart-none"),
    };
    let parts: Vec<String> = worker.into_iter().chain(employer).chain([end]).collect();
    let stop = teller.key("timeline-stop");
    format!("{}{stop}", parts.join(&teller.key("timeline-semicolon")))
}
