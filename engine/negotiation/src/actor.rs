//! Who acts: a person in a capacity, on a side or on none.

use ledger::Digest;
use serde::{Deserialize, Serialize};

/// The one who gives a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// In what capacity.
    pub capacity: Capacity,
    /// Id of the person's erasable row, or the name of a system actor.
    pub id: String,
    /// For which side.
    pub side: Side,
}

impl Actor {
    /// The clock, which strikes what falls due.
    #[must_use]
    pub fn clock() -> Self {
        Self { capacity: Capacity::Clock, id: "clock".to_owned(), side: Side::None }
    }

    /// The system, which records documents and adopts data sets.
    #[must_use]
    pub fn system() -> Self {
        Self { capacity: Capacity::System, id: "system".to_owned(), side: Side::None }
    }
}

/// A side of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// 职工方
    Worker,
    /// 企业方
    Employer,
    /// Neither side.
    None,
}

impl Side {
    /// The side across the table; `None` stays `None`.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Worker => Self::Employer,
            Self::Employer => Self::Worker,
            Self::None => Self::None,
        }
    }

    /// The name in records and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Employer => "employer",
            Self::None => "none",
        }
    }
}

/// One value for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sides<T> {
    /// The employer's.
    pub employer: T,
    /// The workers'.
    pub worker: T,
}

impl<T> Sides<T> {
    /// The value of a side; `None` for [`Side::None`].
    pub const fn get(&self, side: Side) -> Option<&T> {
        match side {
            Side::Worker => Some(&self.worker),
            Side::Employer => Some(&self.employer),
            Side::None => None,
        }
    }

    /// The value of a side, to change.
    pub const fn get_mut(&mut self, side: Side) -> Option<&mut T> {
        match side {
            Side::Worker => Some(&mut self.worker),
            Side::Employer => Some(&mut self.employer),
            Side::None => None,
        }
    }
}

/// Capacity in which somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// 工会主席
    UnionChair,
    /// 工会副主席或委员
    UnionOfficer,
    /// 职工方首席代表
    WorkerChief,
    /// 职工方协商代表
    WorkerRep,
    /// 职工代表
    CongressDelegate,
    /// 法定代表人
    EmployerLegalRep,
    /// 企业方首席代表
    EmployerChief,
    /// 企业方协商代表
    EmployerRep,
    /// 企业方经办人
    EmployerAgent,
    /// 记录员
    Recorder,
    /// 人社部门经办人
    HrssOfficer,
    /// 上级工会
    HigherUnion,
    /// 集体协商指导员
    Instructor,
    /// 协调处理人员
    Coordinator,
    /// 职代会工作人员
    CongressClerk,
    /// The program itself.
    System,
    /// The law's clock.
    Clock,
}

impl Capacity {
    /// The name in records and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnionChair => "union_chair",
            Self::UnionOfficer => "union_officer",
            Self::WorkerChief => "worker_chief",
            Self::WorkerRep => "worker_rep",
            Self::CongressDelegate => "congress_delegate",
            Self::EmployerLegalRep => "employer_legal_rep",
            Self::EmployerChief => "employer_chief",
            Self::EmployerRep => "employer_rep",
            Self::EmployerAgent => "employer_agent",
            Self::Recorder => "recorder",
            Self::HrssOfficer => "hrss_officer",
            Self::HigherUnion => "higher_union",
            Self::Instructor => "instructor",
            Self::Coordinator => "coordinator",
            Self::CongressClerk => "congress_clerk",
            Self::System => "system",
            Self::Clock => "clock",
        }
    }

    /// The side on which the capacity stands.
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::UnionChair | Self::UnionOfficer | Self::WorkerChief | Self::WorkerRep | Self::CongressDelegate => {
                Side::Worker
            }
            Self::EmployerLegalRep | Self::EmployerChief | Self::EmployerRep | Self::EmployerAgent => Side::Employer,
            Self::Recorder
            | Self::HrssOfficer
            | Self::HigherUnion
            | Self::Instructor
            | Self::Coordinator
            | Self::CongressClerk
            | Self::System
            | Self::Clock => Side::None,
        }
    }
}

/// A person named in a record: the id of an erasable row and a salted commitment to what it said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRef {
    /// SHA-256 over purpose, salt and the canonical fields.
    pub commit: Digest,
    /// Id of the row.
    pub id: String,
}
