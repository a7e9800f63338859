//! The tables as a copy sees them: which there are, their columns, and the key in whose order they are read.
//!
//! A backup, a move and a restore carry every row of every table byte for byte; a test reads the catalogues of both
//! databases, so that a new table or column can't be forgotten here.

use uuid::Uuid;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Bytes, or nothing.
    Bytes,
    /// Yes or no.
    Flag,
    /// An id.
    Id,
    /// A number, or nothing.
    Int,
    /// A text, or nothing.
    Text,
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Bytes.
    Bytes(Vec<u8>),
    /// Yes or no.
    Flag(bool),
    /// An id.
    Id(Uuid),
    /// A number.
    Int(i64),
    /// Nothing.
    Nothing,
    /// A text.
    Text(String),
}

/// One row, in the order of its table's columns.
pub type Row = Vec<Value>;

/// A table.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns; those of the key first.
    pub columns: &'static [(&'static str, Kind)],
    /// How many columns the key has.
    pub key: usize,
    /// Rows to read at a time, so that a page stays small enough for memory: files are large.
    pub page: u32,
}

use Kind::{Bytes, Flag, Id, Int, Text};

/// Every table that is copied, in an order in which foreign keys hold. Leases aren't: they say which process is at work
/// now. Nor are the boxes of open ballots: no copy says what anybody chose.
/// now. Sessions and interface tokens aren't either: an older copy would bring back what was ended or revoked since.
pub const TABLES: &[Table] = &[
    Table { name: "ruleset", columns: &[("hash", Bytes), ("json", Bytes)], key: 1, page: 20 },
    Table {
        name: "dataset",
        columns: &[("hash", Bytes), ("kind", Text), ("json", Bytes), ("loaded_by", Text), ("confirmed_by", Text)],
        key: 1,
        page: 20,
    },
    Table { name: "template", columns: &[("sha256", Bytes), ("name", Text), ("bytes", Bytes)], key: 1, page: 20 },
    Table {
        name: "record",
        columns: &[
            ("case_id", Id),
            ("seq", Int),
            ("act_id", Id),
            ("at_ms", Int),
            ("command", Text),
            ("struck", Int),
            ("bytes", Bytes),
            ("hash", Bytes),
        ],
        key: 2,
        page: 1_000,
    },
    Table {
        name: "case_head",
        columns: &[("case_id", Id), ("seq", Int), ("hash", Bytes), ("at_ms", Int)],
        key: 1,
        page: 2_000,
    },
    Table {
        name: "case_list",
        columns: &[
            ("case_id", Id),
            ("number", Text),
            ("employer_name", Text),
            ("employer_uscc", Text),
            ("union_name", Text),
            ("region", Text),
            ("profile", Text),
            ("scope", Text),
            ("stage", Text),
            ("opened_at_ms", Int),
        ],
        key: 1,
        page: 2_000,
    },
    Table {
        name: "case_duty",
        columns: &[
            ("case_id", Id),
            ("duty", Text),
            ("owed_by", Text),
            ("due_at_ms", Int),
            ("status", Text),
            ("provisional", Flag),
            ("kind", Text),
        ],
        key: 2,
        page: 2_000,
    },
    Table {
        name: "open_negotiation",
        columns: &[("employer_uscc", Text), ("kind", Text), ("case_id", Id)],
        key: 2,
        page: 2_000,
    },
    Table {
        name: "outbox",
        columns: &[
            ("case_id", Id),
            ("seq", Int),
            ("part", Int),
            ("kind", Text),
            ("audience", Text),
            ("payload", Text),
            ("created_at_ms", Int),
            ("attempts", Int),
            ("next_at_ms", Int),
            ("sent_at_ms", Int),
            ("problem", Text),
            ("delivered_at_ms", Int),
            ("bounced_at_ms", Int),
        ],
        key: 3,
        page: 2_000,
    },
    Table {
        name: "reminder",
        columns: &[("case_id", Id), ("duty", Text), ("days", Int), ("at_ms", Int)],
        key: 3,
        page: 2_000,
    },
    Table {
        name: "person",
        columns: &[
            ("case_id", Id),
            ("person_id", Text),
            ("commitment", Bytes),
            ("salt", Bytes),
            ("fields", Bytes),
            ("erased_at_ms", Int),
        ],
        key: 3,
        page: 2_000,
    },
    Table {
        name: "document",
        columns: &[
            ("case_id", Id),
            ("number", Text),
            ("version", Int),
            ("kind", Text),
            ("recorded_seq", Int),
            ("data_digest", Bytes),
            ("data_size", Int),
            ("data", Bytes),
            ("pdf_digest", Bytes),
            ("pdf_size", Int),
            ("pdf", Bytes),
            ("erased_at_ms", Int),
        ],
        key: 3,
        page: 20,
    },
    Table {
        name: "attachment",
        columns: &[
            ("case_id", Id),
            ("sha256", Bytes),
            ("name", Text),
            ("size", Int),
            ("bytes", Bytes),
            ("erased_at_ms", Int),
        ],
        key: 2,
        page: 4,
    },
    Table { name: "pending_leaf", columns: &[("case_id", Id), ("seq", Int), ("hash", Bytes)], key: 2, page: 2_000 },
    Table {
        name: "account",
        columns: &[
            ("id", Id),
            ("login", Text),
            ("name", Text),
            ("password", Text),
            ("second_factor", Bytes),
            ("second_factor_step", Int),
            ("created_at_ms", Int),
            ("changed_at_ms", Int),
            ("disabled_at_ms", Int),
        ],
        key: 1,
        page: 2_000,
    },
    Table {
        name: "recovery_code",
        columns: &[("account_id", Id), ("code", Bytes), ("used_at_ms", Int)],
        key: 2,
        page: 2_000,
    },
    Table {
        name: "standing",
        columns: &[("account_id", Id), ("kind", Text), ("scope", Text), ("capacity", Text)],
        key: 4,
        page: 2_000,
    },
    Table {
        name: "read_log",
        columns: &[("case_id", Id), ("at_ms", Int), ("account_id", Id), ("what", Text)],
        key: 4,
        page: 2_000,
    },
    Table {
        name: "inbox_acceptance",
        columns: &[("employer_uscc", Text), ("side", Text), ("at_ms", Int), ("account_id", Id), ("text", Bytes)],
        key: 2,
        page: 2_000,
    },
    Table {
        name: "organisation",
        columns: &[
            ("id", Id),
            ("kind", Text),
            ("name", Text),
            ("uscc", Text),
            ("region", Text),
            ("employers", Text),
            ("applicant", Id),
            ("capacity", Text),
            ("state", Text),
            ("reason", Text),
            ("created_at_ms", Int),
            ("decided_by", Id),
            ("decided_at_ms", Int),
        ],
        key: 1,
        page: 2_000,
    },
    Table {
        name: "organisation_scan",
        columns: &[
            ("organisation_id", Id),
            ("purpose", Text),
            ("name", Text),
            ("media", Text),
            ("size", Int),
            ("bytes", Bytes),
        ],
        key: 2,
        page: 4,
    },
    Table { name: "account_phone", columns: &[("account_id", Id), ("phone", Text)], key: 1, page: 2_000 },
    Table {
        name: "roster_person",
        columns: &[
            ("employer", Text),
            ("id", Id),
            ("name", Text),
            ("phone", Text),
            ("number", Text),
            ("post", Text),
            ("constituency", Text),
            ("sex", Text),
            ("delegate", Flag),
            ("account_id", Id),
            ("erased_at_ms", Int),
        ],
        key: 2,
        page: 2_000,
    },
    Table {
        name: "roster_draft",
        columns: &[("id", Id), ("employer", Text), ("account_id", Id), ("at_ms", Int), ("rows", Bytes)],
        key: 1,
        page: 4,
    },
    Table { name: "roster_group", columns: &[("employer", Text), ("code", Text), ("at_ms", Int)], key: 1, page: 2_000 },
    Table {
        name: "pass",
        columns: &[
            ("token", Bytes),
            ("kind", Text),
            ("employer", Text),
            ("person_id", Id),
            ("secret", Bytes),
            ("tries", Int),
            ("created_at_ms", Int),
            ("until_ms", Int),
            ("used_at_ms", Int),
        ],
        key: 1,
        page: 2_000,
    },
    Table {
        name: "account_pass",
        columns: &[
            ("token", Bytes),
            ("account_id", Id),
            ("created_at_ms", Int),
            ("until_ms", Int),
            ("used_at_ms", Int),
        ],
        key: 1,
        page: 2_000,
    },
    Table {
        name: "short_message",
        columns: &[
            ("id", Id),
            ("phone", Text),
            ("text", Text),
            ("created_at_ms", Int),
            ("attempts", Int),
            ("next_at_ms", Int),
            ("sent_at_ms", Int),
            ("problem", Text),
        ],
        key: 1,
        page: 2_000,
    },
    Table {
        name: "survey",
        columns: &[
            ("id", Id),
            ("employer", Text),
            ("title", Text),
            ("code", Text),
            ("opened_at_ms", Int),
            ("closed_at_ms", Int),
        ],
        key: 1,
        page: 2_000,
    },
    Table { name: "survey_taken", columns: &[("survey_id", Id), ("mark", Bytes)], key: 2, page: 2_000 },
    Table {
        name: "survey_answer",
        columns: &[("survey_id", Id), ("id", Id), ("topics", Text), ("words", Text)],
        key: 2,
        page: 2_000,
    },
    Table {
        name: "ballot",
        columns: &[("case_id", Id), ("ballot_id", Id), ("definition", Bytes), ("closes_at_ms", Int), ("bundle", Bytes)],
        key: 2,
        page: 4,
    },
    Table {
        name: "ballot_voter",
        columns: &[
            ("case_id", Id),
            ("ballot_id", Id),
            ("voter", Int),
            ("name", Text),
            ("person", Text),
            ("link", Bytes),
        ],
        key: 3,
        page: 2_000,
    },
    Table {
        name: "ballot_register",
        columns: &[("case_id", Id), ("ballot_id", Id), ("marks", Bytes)],
        key: 2,
        page: 20,
    },
];

/// The table of this name.
#[must_use]
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

impl Table {
    /// The statement that reads a page in the order of the key, from the start or after a row.
    pub(crate) fn select(&self, from_start: bool) -> String {
        let names = |columns: &[(&str, Kind)]| columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let key = names(&self.columns[..self.key]);
        let after = if from_start {
            String::new()
        } else {
            let values: Vec<String> = (1..=self.key).map(|n| format!("${n}")).collect();
            format!(" where ({key}) > ({})", values.join(", "))
        };
        format!("select {} from {}{after} order by {key} limit {}", names(self.columns), self.name, self.page)
    }

    /// The start of the statement that adds rows.
    pub(crate) fn insert(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        format!("insert into {} ({}) ", self.name, names.join(", "))
    }
}
