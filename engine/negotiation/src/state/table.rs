//! The negotiating table: sessions, positions, tentatively agreed clauses.

use std::collections::BTreeMap;

use law::Date;
use law::time::Moment;

use super::Package;
use crate::actor::{PersonRef, Side, Sides};
use crate::terms::Value;

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Representatives who attended.
    pub attending: Vec<PersonRef>,
    /// Chief who chaired it.
    pub chair: Side,
    /// When and with what summary it was closed.
    pub closed: Option<(Moment, String)>,
    /// When each chief confirmed the minutes.
    pub confirmed: Sides<Option<Moment>>,
    /// Day of the next session, if one was agreed.
    pub next_on: Option<Date>,
    /// Number, from 1.
    pub number: u32,
    /// When it was opened.
    pub opened_at: Moment,
    /// Place.
    pub place: String,
    /// Who kept the record.
    pub recorder: PersonRef,
}

impl Session {
    /// Whether both chiefs have confirmed the minutes.
    #[must_use]
    pub const fn is_confirmed(&self) -> bool {
        self.confirmed.worker.is_some() && self.confirmed.employer.is_some()
    }
}

/// A position of a side on a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// When.
    pub at: Moment,
    /// Session, from 1.
    pub session: u32,
    /// Whose.
    pub side: Side,
    /// Words.
    pub text: String,
    /// Typed values.
    pub values: Vec<Value>,
}

/// A clause on which one side took the other's position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TentativeClause {
    /// When it was accepted.
    pub at: Moment,
    /// Number of the package that it came with, if any.
    pub package: Option<u32>,
    /// Session, from 1; binding once its minutes are confirmed.
    pub session: u32,
    /// Words.
    pub text: String,
    /// Typed values.
    pub values: Vec<Value>,
}

/// Asks and offers by clause.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Tentatively agreed, by clause id.
    pub agreed: BTreeMap<String, TentativeClause>,
    /// All packages, in the order of their numbers.
    pub packages: Vec<Package>,
    /// All positions by clause id, oldest first.
    pub positions: BTreeMap<String, Vec<Position>>,
}

impl Table {
    /// A side's latest position on a clause.
    #[must_use]
    pub fn latest(&self, clause: &str, side: Side) -> Option<&Position> {
        self.positions.get(clause)?.iter().rev().find(|position| position.side == side)
    }
}
