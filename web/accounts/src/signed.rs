//! Whoever is signed in, and in which capacities they may speak where.

use std::collections::BTreeSet;

use negotiation::{Actor, Capacity, Side, table};
use store::{CaseFilter, CaseLine, Scope, Standing};
use uuid::Uuid;

use crate::Account;
use crate::access::{Denied, Granted, Right, may};

/// How far the second step of signing in is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondStep {
    /// None is needed.
    NotNeeded,
    /// A second factor was shown.
    Shown,
    /// The account has a second factor: its code is asked for. Until then it stands for nothing.
    Ask,
    /// The account stands in a capacity that wants a second factor, and has none: it is to set one up. Until then it stands
    /// in its other capacities only.
    SetUp,
}

/// Whoever is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Who.
    pub account: Account,
    /// For whom they stand, as far as signing in has come.
    pub standings: Vec<Standing>,
    /// How far the second step is.
    pub second: SecondStep,
}

/// Which cases are somebody's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mine {
    /// This one.
    Case(Uuid),
    /// Those of the employer with this unified social credit code.
    Employer(String),
    /// Those in the regions whose codes begin with these digits.
    Region(String),
}

impl Mine {
    /// How the store lists them; a single case it gives by its id.
    #[must_use]
    pub fn filter(&self) -> Option<CaseFilter> {
        match self {
            Self::Case(_) => None,
            Self::Employer(uscc) => Some(CaseFilter::Employer(uscc.clone())),
            Self::Region(code) => Some(CaseFilter::Region(code.clone())),
        }
    }
}

impl Signed {
    /// Somebody who has signed in in full.
    #[must_use]
    pub const fn new(account: Account, standings: Vec<Standing>) -> Self {
        Self { account, standings, second: SecondStep::NotNeeded }
    }

    /// In which capacities they may speak in a case, sorted, each once. Empty for whoever has nothing to do with it.
    ///
    /// Nobody acts for both sides of a case: where standings that were fine one by one meet in one case, those of either
    /// side are left out.
    #[must_use]
    pub fn capacities(&self, line: &CaseLine) -> Vec<Capacity> {
        let here = |scope: &Scope| match scope {
            Scope::Case(case) => *case == line.case,
            Scope::Employer(uscc) => *uscc == line.employer_uscc,
            Scope::Region(digits) => covers(digits, &line.region),
        };
        let mut held = self.held(here);
        let stands = |side| held.iter().any(|capacity| capacity.side() == side);
        if stands(Side::Worker) && stands(Side::Employer) {
            held.retain(|capacity| capacity.side() == Side::None);
        }
        held.into_iter().collect()
    }

    /// In which capacities they may open a case with an employer. A higher union of a region may with those whose code
    /// says that they are registered there.
    #[must_use]
    pub fn may_open_for(&self, uscc: &str) -> Vec<Capacity> {
        let registered = uscc.get(2..8).unwrap_or_default();
        let here = |scope: &Scope| match scope {
            Scope::Case(_) => false,
            Scope::Employer(own) => own == uscc,
            Scope::Region(digits) => covers(digits, registered),
        };
        let openers = table::find("open_case").map_or(&[][..], |row| row.capacities);
        self.held(here).into_iter().filter(|capacity| openers.contains(capacity)).collect()
    }

    /// In which capacities they stand for a region: all of it, or a part of the country around it.
    #[must_use]
    pub fn over(&self, region: &str) -> Vec<Capacity> {
        let here = |scope: &Scope| matches!(scope, Scope::Region(digits) if covers(digits, region));
        self.held(here).into_iter().collect()
    }

    /// Which cases are their own, for a list; one case may be meant by several.
    #[must_use]
    pub fn filters(&self) -> Vec<Mine> {
        let mine = |standing: &Standing| match &standing.scope {
            Scope::Case(case) => Mine::Case(*case),
            Scope::Employer(uscc) => Mine::Employer(uscc.clone()),
            Scope::Region(digits) => Mine::Region(digits.clone()),
        };
        let all: BTreeSet<Mine> = self.standings.iter().map(mine).collect();
        all.into_iter().collect()
    }

    /// Whether they have a right in a case.
    ///
    /// # Errors
    /// They haven't; the error says who has.
    pub fn may(&self, right: Right<'_>, line: &CaseLine) -> Result<Granted, Denied> {
        may(right, &self.capacities(line))
    }

    /// The actor of an act in a case, for the capacity in which they want to speak.
    ///
    /// # Errors
    /// They have no such capacity in this case.
    pub fn actor(&self, capacity: Capacity, line: &CaseLine) -> Result<Actor, Denied> {
        self.may(Right::Speak(capacity), line)?;
        Ok(Actor { capacity, id: self.account.id.to_string(), side: capacity.side() })
    }

    fn held(&self, here: impl Fn(&Scope) -> bool) -> BTreeSet<Capacity> {
        self.standings.iter().filter(|standing| here(&standing.scope)).map(|standing| standing.capacity).collect()
    }
}

fn covers(digits: &str, region: &str) -> bool {
    !digits.is_empty() && region.starts_with(digits)
}

/// Whether a capacity wants a second factor: offices that reach across many employers.
#[must_use]
pub const fn needs_second_step(capacity: Capacity) -> bool {
    match capacity {
        Capacity::HrssOfficer | Capacity::HigherUnion | Capacity::Instructor => true,
        Capacity::UnionChair
        | Capacity::UnionOfficer
        | Capacity::WorkerChief
        | Capacity::WorkerRep
        | Capacity::CongressDelegate
        | Capacity::EmployerLegalRep
        | Capacity::EmployerChief
        | Capacity::EmployerRep
        | Capacity::EmployerAgent
        | Capacity::Recorder
        | Capacity::Coordinator
        | Capacity::CongressClerk
        | Capacity::System
        | Capacity::Clock => false,
    }
}

/// How far the second step is, and what is left of the standings until it is done.
pub(crate) fn second_step(
    shown: bool,
    has_factor: bool,
    mandatory: bool,
    standings: Vec<Standing>,
) -> (SecondStep, Vec<Standing>) {
    let wants = |standing: &Standing| mandatory && needs_second_step(standing.capacity);
    if shown {
        return (SecondStep::Shown, standings);
    }
    if has_factor {
        return (SecondStep::Ask, Vec::new());
    }
    if !standings.iter().any(wants) {
        return (SecondStep::NotNeeded, standings);
    }
    (SecondStep::SetUp, standings.into_iter().filter(|standing| !wants(standing)).collect())
}
