//! Lines of lists, and how a list is asked for: always a page, never everything.

use law::time::Moment;
use uuid::Uuid;

/// The longest page that a list gives, in lines; a larger limit is cut to it.
pub const MAX_PAGE: u32 = 1_000;

/// Which cases to list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseFilter {
    /// Every case.
    All,
    /// Cases of the employer with this unified social credit code.
    Employer(String),
    /// Cases in the region with this code of six digits; with four digits or two, those of a city or a province: all
    /// regions whose codes begin with them.
    Region(String),
    /// Cases at the stage of this name.
    Stage(String),
}

/// One case in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLine {
    /// The case.
    pub case: Uuid,
    /// The human case number, where one was given.
    pub number: Option<String>,
    /// Registered name of the employer.
    pub employer_name: String,
    /// Its unified social credit code.
    pub employer_uscc: String,
    /// Name of the union.
    pub union_name: String,
    /// Region code.
    pub region: String,
    /// Rule profile, as records name it.
    pub profile: String,
    /// What the agreement covers, as records name it.
    pub scope: String,
    /// Name of the stage.
    pub stage: String,
    /// When the case was opened.
    pub opened_at: Moment,
    /// When the newest record was written.
    pub changed_at: Moment,
}

/// Where the previous page of duties ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyCursor {
    /// When the last line was due.
    pub due_at: Moment,
    /// Its case.
    pub case: Uuid,
    /// Its duty.
    pub duty: String,
}

/// One duty of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyLine {
    /// The case.
    pub case: Uuid,
    /// Id of the duty in the case.
    pub duty: String,
    /// Who owes it, as records name the side or office.
    pub owed_by: String,
    /// The instant from which it is overdue.
    pub due_at: Moment,
    /// Open, met or struck.
    pub status: String,
    /// Whether the date rests on a year without a holiday notice.
    pub provisional: bool,
    /// What happens when it falls due: `breach`, `lapse`, `term` or `window`; empty where an older version wrote the line.
    pub kind: String,
}

impl DutyLine {
    /// Whether somebody is late with it: it fell due, and the act is still owed.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.status == "struck" && matches!(self.kind.as_str(), "breach" | "window")
    }

    /// The cursor for the page after this line.
    #[must_use]
    pub fn cursor(&self) -> DutyCursor {
        DutyCursor { due_at: self.due_at, case: self.case, duty: self.duty.clone() }
    }
}

/// A message waiting to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its name: record and place among the record's messages. Receivers recognise a repetition by it.
    pub id: MessageId,
    /// What it is about.
    pub kind: String,
    /// To whom.
    pub audience: String,
    /// Its content, JSON.
    pub payload: String,
    /// When the record was written.
    pub created_at: Moment,
    /// How often it was tried in vain.
    pub attempts: u32,
    /// When it is tried next.
    pub next_at: Moment,
    /// Why the last attempt failed.
    pub problem: Option<String>,
}

/// A message and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The message.
    pub message: Message,
    /// When it was handed over to be sent on.
    pub sent_at: Option<Moment>,
    /// When the receiver's side reported that it arrived.
    pub delivered_at: Option<Moment>,
    /// When the receiver's side refused it for good, or reported that it came back.
    pub bounced_at: Option<Moment>,
}

/// Name of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MessageId {
    /// The case.
    pub case: Uuid,
    /// The record.
    pub seq: u64,
    /// Place among the record's messages, from 0.
    pub part: u32,
}
