//! Packages on the table, a proposed suspension, and the days that suspensions took.

use std::collections::BTreeMap;

use law::deadline::{Standstill, suspended_days};
use law::time::Moment;

use super::{Negotiation, Position, Stage, Table};
use crate::actor::Side;
use crate::command::{PackageItem, ProposeSuspension};

/// Several clauses offered as one: all or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// When.
    pub at: Moment,
    /// The clauses.
    pub items: Vec<PackageItem>,
    /// Number, from 1.
    pub number: u32,
    /// Session, from 1.
    pub session: u32,
    /// Whose.
    pub side: Side,
    /// How it stands.
    pub status: PackageStatus,
}

/// How a package stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackageStatus {
    /// On the table.
    Open,
    /// Accepted as a whole; binding once the minutes of that session are confirmed.
    Accepted,
    /// No longer on the table: replaced by its side, or undone by a later word on one of its clauses.
    Gone,
}

impl Package {
    /// Whether the clause is one of the package.
    #[must_use]
    pub fn has(&self, clause: &str) -> bool {
        self.items.iter().any(|item| item.clause == clause)
    }
}

impl Table {
    /// The package with this number.
    #[must_use]
    pub fn package(&self, number: u32) -> Option<&Package> {
        self.packages.iter().find(|package| package.number == number)
    }

    /// All that was said on each clause, by itself or in a package, oldest first.
    #[must_use]
    pub fn words(&self) -> BTreeMap<&str, Vec<Position>> {
        let mut words: BTreeMap<&str, Vec<Position>> = BTreeMap::new();
        for (clause, positions) in &self.positions {
            words.insert(clause, positions.clone());
        }
        for package in &self.packages {
            for item in &package.items {
                words.entry(&item.clause).or_default().push(Position {
                    at: package.at,
                    session: package.session,
                    side: package.side,
                    text: item.text.clone(),
                    values: item.values.clone(),
                });
            }
        }
        words.values_mut().for_each(|said| said.sort_by_key(|position| position.at));
        words
    }

    /// A side speaks anew on a clause: what was agreed on it no longer is. A package stands and falls as a whole, so an
    /// accepted one that has the clause is undone with all its clauses; an open one of the same side is off the table.
    pub(crate) fn reopen(&mut self, clause: &str, side: Side) {
        self.agreed.remove(clause);
        for package in self.packages.iter_mut().filter(|package| package.has(clause)) {
            match package.status {
                PackageStatus::Accepted => {
                    package.status = PackageStatus::Gone;
                    self.agreed.retain(|_, agreed| agreed.package != Some(package.number));
                }
                PackageStatus::Open if package.side == side => package.status = PackageStatus::Gone,
                PackageStatus::Open | PackageStatus::Gone => {}
            }
        }
    }
}

/// A proposal to suspend the talks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuspensionProposal {
    /// When.
    pub at: Moment,
    /// Who proposed it.
    pub by: Side,
    /// When the other side declined, if it did; it may think again.
    pub declined_at: Option<Moment>,
    /// What is proposed.
    pub proposal: ProposeSuspension,
}

impl Negotiation {
    /// The times in which the clock of the whole negotiation stands still. A suspension that runs counts to the day
    /// agreed for the next session.
    pub(crate) fn standstills(&self) -> Vec<Standstill> {
        let agreed = if let Stage::Suspended(suspended) = &self.stage { Some(suspended.agreed.next_on) } else { None };
        self.pauses
            .iter()
            .filter_map(|pause| Some(Standstill { from: pause.from, until: pause.to.or(agreed)? }))
            .collect()
    }

    /// Calendar days of suspensions that are over: they count towards the cap.
    pub(crate) fn suspended_days(&self) -> u16 {
        let over = self.pauses.iter().filter_map(|pause| Some(Standstill { from: pause.from, until: pause.to? }));
        over.map(suspended_days).fold(0, u16::saturating_add)
    }
}
