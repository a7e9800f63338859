//! Who owes what by when.

use law::Date;
use law::citation::Citation;
use law::deadline::{DeadlineRule, Kind};
use law::time::Moment;
use serde::{Deserialize, Serialize};

use crate::actor::Side;

/// A duty that the law lays on somebody in this case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// The day from which (or back from which) the period is counted.
    pub anchor: Date,
    /// Articles.
    pub citation: Vec<Citation>,
    /// By when.
    pub dates: DutyDates,
    /// Id within the case, such as `reply-1` or `disclose-rep_list-worker-1`.
    pub id: String,
    /// What silence means.
    pub kind: Kind,
    /// The day on which it arose: the anchor, or the day of the act where the period is counted back from a meeting.
    pub opened_on: Date,
    /// Who owes it.
    pub owner: Owner,
    /// Key of the rule, such as `reply`.
    pub rule: String,
    /// How it stands; not part of records.
    #[serde(skip)]
    pub status: DutyStatus,
}

/// The dates of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyDates {
    /// A stricter or softer date that is only a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amber: Option<Date>,
    /// Last day.
    pub due: Date,
    /// No holiday table covers a day that counts here: nothing is struck on such a date.
    pub provisional: bool,
    /// Last day before a holiday moved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Date>,
}

/// Who owes a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// 职工方
    Worker,
    /// 企业方
    Employer,
    /// Both sides.
    Both,
    /// 人社部门
    Hrss,
}

impl Owner {
    /// The owner that a side is.
    #[must_use]
    pub const fn of(side: Side) -> Self {
        match side {
            Side::Worker => Self::Worker,
            Side::Employer => Self::Employer,
            Side::None => Self::Hrss,
        }
    }

    /// The name in records and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Employer => "employer",
            Self::Both => "both",
            Self::Hrss => "hrss",
        }
    }
}

/// How a duty stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DutyStatus {
    /// Owed.
    #[default]
    Open,
    /// Fell due and was struck; for a breach the act is still possible.
    Struck,
    /// Met, perhaps late.
    Met {
        /// When.
        at: Moment,
        /// After the due date.
        late: bool,
    },
    /// No longer binding.
    Voided,
}

impl Duty {
    /// The deadline under which it was opened; the items of disclosure share a key and stand in the id. None for the term
    /// of an agreement, which has no such rule.
    #[must_use]
    pub fn deadline(&self) -> Option<DeadlineRule> {
        let item = self.id.split('-').nth(1).filter(|_| self.rule == "disclose");
        DeadlineRule::parse(&self.rule, item).ok()
    }

    /// Whether it can still be met; a term that is over can't.
    #[must_use]
    pub const fn is_owed(&self) -> bool {
        match self.status {
            DutyStatus::Open => true,
            DutyStatus::Struck => !matches!(self.kind, Kind::Term),
            DutyStatus::Met { .. } | DutyStatus::Voided => false,
        }
    }

    /// The first instant after the last day; where that day was over before the duty arose (a meeting agreed at short
    /// notice), the first instant after the day on which it arose: nobody is in default before.
    #[must_use]
    pub fn due_at(&self) -> Moment {
        Moment::end_of(self.dates.due.max(self.opened_on))
    }
}
