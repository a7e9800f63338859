//! The tables of ballots, as a copy sees them.

use super::Kind::{Bytes, Id, Int, Text};
use super::Table;

pub(super) const BALLOT: Table = Table {
    name: "ballot",
    columns: &[("case_id", Id), ("ballot_id", Id), ("definition", Bytes), ("closes_at_ms", Int), ("bundle", Bytes)],
    key: 2,
    page: 4,
};

pub(super) const BALLOT_VOTER: Table = Table {
    name: "ballot_voter",
    columns: &[("case_id", Id), ("ballot_id", Id), ("voter", Int), ("person", Text), ("link", Bytes), ("roll_id", Id)],
    key: 3,
    page: 2_000,
};

pub(super) const BALLOT_REGISTER: Table = Table {
    name: "ballot_register",
    columns: &[("case_id", Id), ("ballot_id", Id), ("marks", Bytes)],
    key: 2,
    page: 20,
};

pub(super) const BALLOT_EXTENSION: Table = Table {
    name: "ballot_extension",
    columns: &[("case_id", Id), ("ballot_id", Id), ("number", Int), ("closes_at_ms", Int), ("extension", Bytes)],
    key: 3,
    page: 2_000,
};

pub(super) const BALLOT_ROLL: Table = Table {
    name: "ballot_roll",
    columns: &[
        ("case_id", Id),
        ("roll_id", Id),
        ("content", Bytes),
        ("published_by", Text),
        ("published_at_ms", Int),
        ("closed_by", Text),
        ("closed_at_ms", Int),
        ("confirmed_by", Text),
        ("confirmed_at_ms", Int),
    ],
    key: 2,
    page: 20,
};

pub(super) const BALLOT_ROLL_NAME: Table = Table {
    name: "ballot_roll_name",
    columns: &[
        ("case_id", Id),
        ("roll_id", Id),
        ("number", Int),
        ("person_id", Text),
        ("salt", Bytes),
        ("fields", Bytes),
        ("erased_at_ms", Int),
    ],
    key: 3,
    page: 2_000,
};

pub(super) const BALLOT_REMINDER: Table = Table {
    name: "ballot_reminder",
    columns: &[("case_id", Id), ("ballot_id", Id), ("hours", Int), ("at_ms", Int)],
    key: 3,
    page: 2_000,
};

pub(super) const BALLOT_CHALLENGE: Table = Table {
    name: "ballot_challenge",
    columns: &[
        ("case_id", Id),
        ("roll_id", Id),
        ("challenge_id", Id),
        ("kind", Text),
        ("by_account", Text),
        ("at_ms", Int),
        ("text", Text),
        ("answered_by", Text),
        ("answered_at_ms", Int),
        ("accepted", Int),
        ("answer", Text),
        ("erased_at_ms", Int),
    ],
    key: 3,
    page: 500,
};

pub(super) const BALLOT_OBJECTION: Table = Table {
    name: "ballot_objection",
    columns: &[
        ("case_id", Id),
        ("ballot_id", Id),
        ("challenge_id", Id),
        ("kind", Text),
        ("by_account", Text),
        ("at_ms", Int),
        ("text", Text),
        ("answered_by", Text),
        ("answered_at_ms", Int),
        ("accepted", Int),
        ("answer", Text),
        ("erased_at_ms", Int),
    ],
    key: 3,
    page: 500,
};
