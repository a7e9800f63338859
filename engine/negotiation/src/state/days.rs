//! The days of acts: what a correction of a day starts from.

use law::Date;

use super::{DutyStatus, Negotiation};
use crate::actor::Side;
use crate::command::DatedAct;

/// The day of an act, as recorded or corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordedDay {
    /// Which act.
    pub act: DatedAct,
    /// Which of its kind on that side, from 1.
    pub number: u32,
    /// The day.
    pub on: Date,
    /// Whose act it is; none for the bureau, a congress, both.
    pub side: Side,
}

impl Negotiation {
    /// The days of a kind of act on a side, in order.
    pub fn days_of(&self, act: DatedAct, side: Side) -> impl Iterator<Item = &RecordedDay> {
        self.days.iter().filter(move |day| day.act == act && day.side == side)
    }

    /// The day of one act.
    #[must_use]
    pub fn day_of(&self, act: DatedAct, side: Side, number: u32) -> Option<Date> {
        self.days_of(act, side).find(|day| day.number == number).map(|day| day.on)
    }

    /// The days of a kind of act, on any side.
    pub fn days_of_act(&self, act: DatedAct) -> impl Iterator<Item = Date> {
        self.days.iter().filter(move |day| day.act == act).map(|day| day.on)
    }

    /// Whether the last suspension ended because the bureau was asked on this day: it neither ran out nor was it resumed.
    pub(crate) fn pause_ended_by_application(&self, on: Date) -> bool {
        let voided = self.duties.iter().rev().find(|duty| duty.rule == "suspend");
        let ended = self.pauses.last().is_some_and(|pause| pause.to == Some(on));
        ended && voided.is_none_or(|duty| duty.status == DutyStatus::Voided)
    }

    /// The newest day of a kind of act, on any side.
    #[must_use]
    pub fn newest_day(&self, act: DatedAct) -> Option<Date> {
        self.days.iter().rev().find(|day| day.act == act).map(|day| day.on)
    }
}
