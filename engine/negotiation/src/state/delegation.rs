//! Registered representatives and what the sides gave each other.

use law::Date;
use law::time::Moment;

use crate::actor::Side;
use crate::command::{DisclosureItem, Member, Selection, VacancyCause};

/// The representatives of a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// The representatives who sit now.
    pub members: Vec<Member>,
    /// When they were registered.
    pub registered_at: Moment,
    /// Who sat from when to when, also those who left.
    pub seats: Vec<Seat>,
    /// How they were chosen.
    pub selection: Selection,
    /// Places that nobody fills, in the order in which they fell vacant.
    pub vacancies: Vec<Vacancy>,
}

/// Somebody's time as a representative, or as chief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// As chief.
    pub chief: bool,
    /// From when.
    pub from: Moment,
    /// Id of the person.
    pub person: String,
    /// Until when; none while it lasts.
    pub to: Option<Moment>,
}

/// A vacant place (CC22 31).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// Why.
    pub cause: VacancyCause,
    /// Id of the duty to fill it.
    pub duty: String,
    /// Who had it; `chief` says whether it is the chief's place now.
    pub member: Member,
    /// From which day.
    pub on: Date,
}

impl Delegation {
    /// The chief representative; none while the place is vacant.
    #[must_use]
    pub fn chief(&self) -> Option<&Member> {
        self.members.iter().find(|member| member.chief)
    }

    /// Whether the person is a representative.
    #[must_use]
    pub fn has(&self, person: &str) -> bool {
        self.members.iter().any(|member| member.person.id == person)
    }

    /// Whether the person was a representative at an instant.
    #[must_use]
    pub fn sat(&self, person: &str, at: Moment) -> bool {
        self.seats.iter().any(|seat| seat.person == person && self.covers(seat, at))
    }

    /// Whether the person was the chief at an instant.
    #[must_use]
    pub fn led(&self, person: &str, at: Moment) -> bool {
        self.seats.iter().any(|seat| seat.chief && seat.person == person && self.covers(seat, at))
    }

    /// The id of whoever was the chief at an instant: a signature is that of the chief who gave it.
    #[must_use]
    pub fn chief_at(&self, at: Moment) -> Option<&str> {
        let seat = self.seats.iter().find(|seat| seat.chief && self.covers(seat, at));
        seat.map(|seat| seat.person.as_str())
    }

    /// Those of the registered list count from the beginning: an act on paper may be older than the list is.
    fn covers(&self, seat: &Seat, at: Moment) -> bool {
        (seat.from <= at || seat.from == self.registered_at) && seat.to.is_none_or(|to| at < to)
    }

    /// All places: those who sit, and for a vacant place the one who had it.
    pub fn places(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().chain(self.vacancies.iter().map(|vacancy| &vacancy.member))
    }

    /// The vacancy that a person left.
    #[must_use]
    pub fn vacancy(&self, person: &str) -> Option<&Vacancy> {
        self.vacancies.iter().find(|vacancy| vacancy.member.person.id == person)
    }

    /// The places as they would be with a new representative in the place of another; both may have been on the list,
    /// then the chief's part passes from one to the other.
    #[must_use]
    pub fn places_with(&self, new: &Member, replaces: &str) -> Vec<Member> {
        let promoted = self.has(&new.person.id);
        let seated = |mut old: Member| {
            if old.person.id == new.person.id || (!promoted && old.person.id == replaces) {
                return new.clone();
            }
            if old.person.id == replaces {
                old.chief = false;
            }
            old
        };
        self.places().cloned().map(seated).collect()
    }
}

/// Something that a side gave the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureRecord {
    /// When.
    pub at: Moment,
    /// What.
    pub item: DisclosureItem,
    /// Points in words.
    pub points: Vec<String>,
    /// Who gave it.
    pub side: Side,
}

/// One thing that a side asked the other to disclose; its number is its place in the list, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataRequest {
    /// When it was answered first.
    pub answered_at: Option<Moment>,
    /// When it was asked for.
    pub asked_at: Moment,
    /// Who asks.
    pub asked_by: Side,
    /// What, in words.
    pub item: String,
}
