//! The chart of asks and offers: lines of both sides, the gaps between them, the point where they met.

use law::money::{BasisPoints, Fen};
use messages::Said;
use negotiation::Side;
use negotiation::terms::Unit;

use super::canvas::{BASE, Canvas, HEIGHT, TOP, WIDTH};
use super::caption::{desc, title};
use super::table::{Cells, cells};
use super::track::{Point, Round, Stand, rounds};
use crate::model::{Figure, Gap, SessionRow};
use crate::teller::Teller;

/// Two points of one side in one session stand this far apart.
const BESIDE: i64 = 13;
/// A gap narrower than this has no room for its label.
const LABELLED_GAP: i64 = 46;

/// A figure of a clause over the sessions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chart {
    pub(crate) agreed: Option<Mark>,
    pub(crate) base: i64,
    pub(crate) bars: Vec<Bar>,
    pub(crate) desc: String,
    pub(crate) employer: Line,
    pub(crate) height: i64,
    pub(crate) left: i64,
    pub(crate) right: i64,
    /// Name of the figure, where the clause has several.
    pub(crate) name: Option<String>,
    pub(crate) rows: Vec<Cells>,
    pub(crate) title: String,
    pub(crate) top: i64,
    pub(crate) unit: String,
    pub(crate) width: i64,
    pub(crate) worker: Line,
    pub(crate) x: Vec<Mark>,
    pub(crate) y: Vec<Mark>,
}

impl Chart {
    /// Whether it is wider than a phone, so that it scrolls there.
    pub(crate) const fn is_wide(&self) -> bool {
        self.width > WIDTH
    }
}

/// A place with a label, and a second label below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mark {
    pub(crate) below: String,
    pub(crate) label: String,
    pub(crate) x: i64,
    pub(crate) y: i64,
}

/// A gap between the sides at the end of a session.
#[derive(Clone, Debug)]
pub(crate) struct Bar {
    pub(crate) high: i64,
    pub(crate) label: Option<String>,
    pub(crate) low: i64,
    pub(crate) middle: i64,
    pub(crate) x: i64,
}

/// What a side stood for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) dots: Vec<Dot>,
    pub(crate) path: String,
}

/// A point of a line.
#[derive(Clone, Debug)]
pub(crate) struct Dot {
    pub(crate) kept: bool,
    pub(crate) label: Option<String>,
    pub(crate) label_anchor: &'static str,
    pub(crate) label_y: i64,
    pub(crate) x: i64,
    pub(crate) y: i64,
}

/// The chart of a figure, where there is something to see: at least two sessions and two amounts.
pub(super) fn chart(teller: &Teller<'_>, gap: &Gap, figure: &Figure, sessions: &[SessionRow]) -> Option<Chart> {
    let rounds = rounds(gap, figure);
    let points = rounds.iter().flat_map(|round| round.worker.iter().chain(&round.employer));
    let amounts: Vec<i64> = points.map(|point| point.amount).collect();
    if rounds.len() < 2 || amounts.iter().all(|amount| Some(amount) == amounts.first()) {
        return None;
    }
    let met = figure.agreed(gap).map(|amount| {
        let said = Said::new("timeline-chart-met").arg("value", short(figure.unit, amount));
        (amount, teller.say(&said))
    });
    let label = met.as_ref().map_or("", |(_, label)| label);
    let canvas = Canvas::over(figure.unit, &amounts, rounds.len(), label);
    let agreed = agreed(gap, met, &rounds, &canvas);
    let tick = |amount| Mark {
        below: String::new(),
        label: short(figure.unit, amount),
        x: canvas.left - 6,
        y: canvas.y(amount),
    };
    Some(Chart {
        base: BASE,
        bars: bars(teller, figure.unit, &canvas, &rounds),
        desc: desc(teller, gap, figure, &rounds),
        employer: line(&canvas, figure.unit, &rounds, Side::Employer, agreed.as_ref()),
        height: HEIGHT,
        left: canvas.left,
        name: (gap.figures.len() > 1).then(|| figure.name.clone()),
        right: canvas.width - 6,
        rows: cells(teller, gap, figure, &rounds, sessions),
        title: title(teller, gap, figure),
        top: TOP,
        unit: match figure.unit {
            Unit::Fen => teller.key("timeline-yuan"),
            Unit::BasisPoints | Unit::Count => String::new(),
        },
        width: canvas.width,
        worker: line(&canvas, figure.unit, &rounds, Side::Worker, agreed.as_ref()),
        x: x_axis(teller, &canvas, &rounds, sessions),
        y: canvas.scale.ticks().map(tick).collect(),
        agreed,
    })
}

/// The point at which the sides met, with its label.
fn agreed(gap: &Gap, met: Option<(i64, String)>, rounds: &[Round], canvas: &Canvas) -> Option<Mark> {
    let session = gap.agreed.as_ref()?.session;
    let at = rounds.iter().position(|round| round.session == session)?;
    met.map(|(amount, label)| Mark { below: String::new(), label, x: canvas.centre(at), y: canvas.y(amount) })
}

/// An amount as short as an axis wants it: `3.5%`, `2,490`, `12`.
pub(super) fn short(unit: Unit, amount: i64) -> String {
    match unit {
        Unit::Fen => {
            let text = Fen(amount).to_string();
            text.strip_suffix(".00").map_or(text.clone(), str::to_owned)
        }
        Unit::BasisPoints => BasisPoints(amount).to_string(),
        Unit::Count => amount.to_string(),
    }
}

fn x_axis(teller: &Teller<'_>, canvas: &Canvas, rounds: &[Round], sessions: &[SessionRow]) -> Vec<Mark> {
    let mark = |(at, round): (usize, &Round)| {
        let day = sessions.iter().find(|session| session.number == round.session);
        let below = day.map_or_else(String::new, |session| {
            let said = Said::new("timeline-chart-session-day").arg("month", session.on.month());
            teller.say(&said.arg("day", session.on.day()))
        });
        Mark {
            below,
            label: teller.say(&Said::new("timeline-chart-session").arg("number", round.session)),
            x: canvas.centre(at),
            y: BASE,
        }
    };
    rounds.iter().enumerate().map(mark).collect()
}

fn line(canvas: &Canvas, unit: Unit, rounds: &[Round], side: Side, agreed: Option<&Mark>) -> Line {
    let mut dots = Vec::new();
    for (at, round) in rounds.iter().enumerate() {
        let (own, other) = match side {
            Side::Worker => (&round.worker, &round.employer),
            Side::Employer | Side::None => (&round.employer, &round.worker),
        };
        for (place, point) in own.iter().rev().enumerate() {
            let (x, y) = (canvas.centre(at) - BESIDE * i64::try_from(place).unwrap_or(0), canvas.y(point.amount));
            let met = agreed.is_some_and(|mark| mark.x == x && mark.y == y);
            let above = other.last().map_or(side == Side::Worker, |other| is_above(*point, *other, side));
            dots.push(Dot {
                kept: point.stand == Stand::Kept,
                label: (place == 0 && !met && point.stand != Stand::Kept).then(|| short(unit, point.amount)),
                label_anchor: if own.len() > 1 { "start" } else { "middle" },
                label_y: if above { y - 10 } else { y + 20 },
                x,
                y,
            });
        }
        let from = dots.len() - own.len();
        dots[from..].reverse();
    }
    let path = dots.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect::<Vec<_>>().join(" ");
    Line { dots, path }
}

/// The higher of two points has its label above; of equal ones the workers'.
fn is_above(own: Point, other: Point, side: Side) -> bool {
    own.amount > other.amount || (own.amount == other.amount && side == Side::Worker)
}

fn bars(teller: &Teller<'_>, unit: Unit, canvas: &Canvas, rounds: &[Round]) -> Vec<Bar> {
    let bar = |(at, round): (usize, &Round)| {
        let (worker, employer) = round.ends()?;
        let (high, low) = (canvas.y(worker.max(employer)), canvas.y(worker.min(employer)));
        let gap = short(unit, (worker - employer).abs());
        let said = Said::new("timeline-chart-gap").arg("gap", gap.trim_end_matches('%'));
        (worker != employer).then(|| Bar {
            high,
            label: (low - high >= LABELLED_GAP).then(|| teller.say(&said)),
            low,
            middle: i64::midpoint(high, low) + 4,
            x: canvas.centre(at),
        })
    };
    rounds.iter().enumerate().filter_map(bar).collect()
}
