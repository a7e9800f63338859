//! Who may do what where: one table, for pages, for the API, for tests and for people.
//!
//! A right is asked for with the capacities that somebody holds towards its object: in the case
//! ([`crate::Signed::capacities`]), towards the employer ([`crate::Signed::may_open_for`]), over the region
//! ([`crate::Signed::over`]). Who holds none is a stranger, and isn't even told whether the case exists.
//!
//! The table is about seeing and speaking. Whether an act is possible now is `decide`'s to say; of an act the table says
//! who may give it at all, which is the column of `negotiation::table`.

use messages::Said;
use negotiation::table::{self, capacity_key, command_key};
use negotiation::{Capacity, Command, Side};

use Capacity::{
    CongressClerk, CongressDelegate, Coordinator, EmployerAgent, EmployerChief, EmployerLegalRep, EmployerRep,
    HigherUnion, HrssOfficer, Instructor, Recorder, UnionChair, UnionOfficer, WorkerChief, WorkerRep,
};

/// What somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right<'a> {
    /// To know of a case: parties, stage, duties, dates.
    SeeCase,
    /// To read every act of it, with its evidence.
    SeeRecord,
    /// To read its papers.
    SeeDocument,
    /// To read what was disclosed in confidence (CC22 26; WN9 15). Each reading is noted.
    SeeConfidential,
    /// To read what a side says among itself.
    SeeCaucus(Side),
    /// To see who read confidential material.
    SeeReads,
    /// To take the evidence bundle away.
    TakeBundle,
    /// To speak in a capacity.
    Speak(Capacity),
    /// To give a command, in whichever capacity.
    Act(&'a Command),
    /// To open a case with an employer.
    OpenCase,
    /// To let somebody stand for the employer, or in the case, in a capacity.
    Appoint(Capacity),
    /// To review what was filed.
    Review,
    /// To see what waits for review in a region.
    SeeQueue,
    /// To see all cases of a region.
    SeeRegion,
    /// To confirm a union and its chair in a region.
    ConfirmUnion,
    /// To confirm an enterprise and its handling person in a region.
    ConfirmEnterprise,
    /// To keep the roster of an employer's people, and to invite them.
    KeepRoster,
    /// To ask the workers what they want, and to read what they answered.
    AskWorkers,
    /// To move the clock and change persons at will; only where the program runs as a demonstration.
    Demo {
        /// Whether it does.
        on: bool,
    },
}

/// A right that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Granted {
    /// The capacity that gives it; none for the demonstration.
    pub by: Option<Capacity>,
    /// Whether its use is to be noted first ([`crate::Accounts::note_read`]).
    pub noted: bool,
}

/// A right that isn't there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: not held")]
pub struct Denied {
    /// Name of the right.
    pub name: &'static str,
    /// Whether whoever asks has nothing to do with the object: then pages answer as if it weren't there.
    pub stranger: bool,
    /// Who has the right.
    pub who: Vec<Capacity>,
}

impl Denied {
    /// The reason for people.
    #[must_use]
    pub fn said(&self) -> Said {
        if self.stranger {
            return Said::new("accounts-denied-stranger");
        }
        let said = |key| Said::new(key).message("right", format!("accounts-right-{}", self.name));
        match self.who.as_slice() {
            [] => said("accounts-denied-nobody"),
            [only] => said("accounts-denied-one").message("first", capacity_key(*only)),
            [first, last] => {
                said("accounts-denied-two").message("first", capacity_key(*first)).message("last", capacity_key(*last))
            }
            [first, .., last] => said("accounts-denied")
                .arg("count", self.who.len())
                .message("first", capacity_key(*first))
                .message("last", capacity_key(*last)),
        }
    }
}

/// Everybody who can be in a case. What the program itself does isn't asked for here.
pub const PEOPLE: [Capacity; 15] = [
    UnionChair,
    UnionOfficer,
    WorkerChief,
    WorkerRep,
    CongressDelegate,
    EmployerLegalRep,
    EmployerChief,
    EmployerRep,
    EmployerAgent,
    Recorder,
    HrssOfficer,
    HigherUnion,
    Instructor,
    Coordinator,
    CongressClerk,
];

/// Both sides, the offices above and beside them, whoever keeps the minutes and whoever files the papers.
const READERS: &[Capacity] = &[
    UnionChair,
    UnionOfficer,
    WorkerChief,
    WorkerRep,
    EmployerLegalRep,
    EmployerChief,
    EmployerRep,
    EmployerAgent,
    Recorder,
    HrssOfficer,
    HigherUnion,
    Coordinator,
];
/// Those at the table and behind it, who are bound to silence by the statute.
const BOUND: &[Capacity] = &[UnionChair, WorkerChief, WorkerRep, EmployerLegalRep, EmployerChief, EmployerRep];
const WORKERS_OWN: &[Capacity] = &[UnionChair, UnionOfficer, WorkerChief, WorkerRep];
const EMPLOYERS_OWN: &[Capacity] = &[EmployerLegalRep, EmployerChief, EmployerRep];
const HEADS: &[Capacity] = &[UnionChair, WorkerChief, EmployerLegalRep, EmployerChief];
const TAKERS: &[Capacity] =
    &[UnionChair, UnionOfficer, WorkerChief, EmployerLegalRep, EmployerChief, EmployerAgent, HrssOfficer, HigherUnion];
const REGIONAL: &[Capacity] = &[HrssOfficer, HigherUnion, Instructor];
const BUREAU: &[Capacity] = &[HrssOfficer];

impl Right<'_> {
    /// The name in message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SeeCase => "see-case",
            Self::SeeRecord => "see-record",
            Self::SeeDocument => "see-document",
            Self::SeeConfidential => "see-confidential",
            Self::SeeCaucus(Side::Worker) => "see-caucus-worker",
            Self::SeeCaucus(Side::Employer) => "see-caucus-employer",
            Self::SeeCaucus(Side::None) => "see-caucus",
            Self::SeeReads => "see-reads",
            Self::TakeBundle => "take-bundle",
            Self::Speak(_) => "speak",
            Self::Act(_) => "act",
            Self::OpenCase => "open-case",
            Self::Appoint(_) => "appoint",
            Self::Review => "review",
            Self::SeeQueue => "see-queue",
            Self::SeeRegion => "see-region",
            Self::ConfirmUnion => "confirm-union",
            Self::ConfirmEnterprise => "confirm-enterprise",
            Self::KeepRoster => "keep-roster",
            Self::AskWorkers => "ask-workers",
            Self::Demo { .. } => "demo",
        }
    }

    /// Who has it, in the order of [`PEOPLE`].
    #[must_use]
    pub fn who(self) -> Vec<Capacity> {
        match self {
            Self::SeeCase | Self::SeeDocument => PEOPLE.to_vec(),
            Self::SeeRecord => READERS.to_vec(),
            Self::SeeConfidential => BOUND.to_vec(),
            Self::SeeCaucus(Side::Worker) => WORKERS_OWN.to_vec(),
            Self::SeeCaucus(Side::Employer) => EMPLOYERS_OWN.to_vec(),
            Self::SeeCaucus(Side::None) | Self::Demo { .. } => Vec::new(),
            Self::SeeReads => HEADS.to_vec(),
            Self::TakeBundle => TAKERS.to_vec(),
            Self::Speak(capacity) => only_people(&[capacity]),
            Self::Act(command) => givers(command.name()),
            Self::OpenCase => givers("open_case"),
            Self::Appoint(capacity) => appointers(capacity).to_vec(),
            Self::Review | Self::SeeQueue => BUREAU.to_vec(),
            Self::SeeRegion => REGIONAL.to_vec(),
            Self::ConfirmUnion => vec![HigherUnion],
            Self::ConfirmEnterprise => vec![HrssOfficer, HigherUnion],
            Self::KeepRoster => vec![UnionChair, UnionOfficer, CongressClerk],
            Self::AskWorkers => WORKERS_OWN.to_vec(),
        }
    }

    /// Whether its use is noted.
    #[must_use]
    pub const fn is_noted(self) -> bool {
        matches!(self, Self::SeeConfidential)
    }
}

/// Whether somebody who holds these capacities has a right, and by which of them.
///
/// # Errors
/// They haven't; the error says who has.
pub fn may(right: Right<'_>, held: &[Capacity]) -> Result<Granted, Denied> {
    if right == (Right::Demo { on: true }) {
        return Ok(Granted { by: None, noted: false });
    }
    let who = right.who();
    match held.iter().find(|capacity| who.contains(capacity)) {
        Some(capacity) => Ok(Granted { by: Some(*capacity), noted: right.is_noted() }),
        None => Err(Denied { name: right.name(), stranger: held.is_empty(), who }),
    }
}

/// Who may give a command at all: its row in the table of the statute, without the program itself. A row without
/// capacities is everybody's.
#[must_use]
pub fn givers(command: &str) -> Vec<Capacity> {
    match table::find(command).map(|row| row.capacities) {
        None => Vec::new(),
        Some([]) => PEOPLE.to_vec(),
        Some(capacities) => only_people(capacities),
    }
}

fn only_people(capacities: &[Capacity]) -> Vec<Capacity> {
    PEOPLE.into_iter().filter(|capacity| capacities.contains(capacity)).collect()
}

/// Who may let somebody stand in a capacity. Chairs, legal representatives and offices are entered by whoever runs the
/// program, on paper that proves them.
const fn appointers(capacity: Capacity) -> &'static [Capacity] {
    match capacity {
        UnionOfficer | WorkerChief | WorkerRep | CongressDelegate | CongressClerk => &[UnionChair, HigherUnion],
        UnionChair => &[HigherUnion],
        EmployerChief | EmployerRep | EmployerAgent => &[EmployerLegalRep],
        Recorder => &[WorkerChief, EmployerChief],
        Coordinator => &[HrssOfficer],
        EmployerLegalRep | HrssOfficer | HigherUnion | Instructor | Capacity::System | Capacity::Clock => &[],
    }
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the row is about: a right, with the capacity or command that it names.
    pub right: Said,
    /// Who has it.
    pub who: Vec<Capacity>,
    /// Whether its use is noted.
    pub noted: bool,
}

/// The whole table: rights in cases and regions, who lets whom stand, who gives which command.
#[must_use]
pub fn rows() -> Vec<Row> {
    let row = |right: Right<'_>| Row { right: named(right.name()), who: right.who(), noted: right.is_noted() };
    let mut rows: Vec<Row> = [
        Right::SeeCase,
        Right::SeeDocument,
        Right::SeeRecord,
        Right::SeeConfidential,
        Right::SeeReads,
        Right::SeeCaucus(Side::Worker),
        Right::SeeCaucus(Side::Employer),
        Right::TakeBundle,
        Right::OpenCase,
        Right::Review,
        Right::SeeQueue,
        Right::SeeRegion,
        Right::ConfirmUnion,
        Right::ConfirmEnterprise,
        Right::KeepRoster,
        Right::AskWorkers,
    ]
    .map(row)
    .into();
    rows.extend(PEOPLE.map(|capacity| Row {
        right: named("appoint-as").message("capacity", capacity_key(capacity)),
        who: appointers(capacity).to_vec(),
        noted: false,
    }));
    rows.extend(table::ROWS.iter().map(|row| Row {
        right: named("act-of").message("command", command_key(row.command)),
        who: givers(row.command),
        noted: false,
    }));
    rows
}

fn named(right: &str) -> Said {
    Said::new(format!("accounts-right-{right}"))
}

/// The table as a page in Markdown.
#[must_use]
pub fn page(say: impl Fn(&Said) -> String) -> String {
    let key = |key: &'static str| say(&Said::new(key));
    let mut page = format!("# {}\n\n{}\n\n", key("accounts-page-title"), key("accounts-page-text"));
    page.push_str(&format!("| {} | {} |\n|---|---|\n", key("accounts-page-right"), key("accounts-page-who")));
    for row in rows() {
        let names: Vec<String> = row.who.iter().map(|who| say(&Said::new(capacity_key(*who)))).collect();
        let who = match row.who.len() {
            0 => key("accounts-page-nobody"),
            n if n == PEOPLE.len() => key("accounts-page-everybody"),
            _ => names.join("、"),
        };
        let noted = if row.noted { key("accounts-page-noted") } else { String::new() };
        page.push_str(&format!("| {}{noted} | {who} |\n", say(&row.right)));
    }
    page
}
