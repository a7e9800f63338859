//! The desks of those who look after many employers: the bureau's queue and its file, the federation's region.

pub(crate) mod checks;
pub(crate) mod difference;
pub(crate) mod proof;
pub(crate) mod queue;
pub(crate) mod region;
pub(crate) mod review;
pub(crate) mod ticked;

pub(crate) use difference::{before, change, last, term};
pub(crate) use proof::vote;

use accounts::access::{Right, may};
use law::Date;
use messages::Said;
use negotiation::Capacity;

use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

/// Whether somebody has a right by what they stand for anywhere; what of it they see, each case says for itself.
pub(crate) fn admitted(visitor: &Visitor, right: Right<'_>) -> Result<(), Trouble> {
    let held: Vec<Capacity> = visitor.signed.standings.iter().map(|standing| standing.capacity).collect();
    match may(right, &held) {
        Ok(_) => Ok(()),
        Err(denied) if denied.stranger => Err(Trouble::Missing),
        Err(denied) => Err(Trouble::Forbidden(denied.said())),
    }
}

/// Whether somebody has a right somewhere.
pub(crate) fn admits(visitor: &Visitor, right: Right<'_>) -> bool {
    admitted(visitor, right).is_ok()
}

/// `2026年3月18日（周三）`.
pub(crate) fn weekday(site: &Site, day: Date) -> String {
    const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let at = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
    let said = Said::new("timeline-weekday").arg("year", day.year()).arg("month", day.month()).arg("day", day.day());
    site.say(&said.arg("weekday", NAMES.get(at).copied().unwrap_or("mon")))
}
