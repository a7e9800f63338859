//! Performance, and confirming what somebody else entered.

use super::Forms;
use crate::act::spec::{Field, Given, Kind, given, may, need};

/// Who did an act on paper, and in which capacity.
const ACTOR: &[Field] =
    &[need("id", Kind::Known), need("capacity", Kind::Capacity), given("side", Given::SideOfCapacity)];

pub(super) const FORMS: Forms = &[
    (
        "record_inspection",
        &[
            need("on", Kind::Day),
            need(
                "findings",
                Kind::Rows(
                    &[
                        need("clause", Kind::Clause),
                        need("status", Kind::Choice(&["full", "partial", "not"])),
                        need("evidence", Kind::Text),
                        may("correction", Kind::Text),
                    ],
                    3,
                ),
            ),
        ],
    ),
    ("report_performance", &[need("heard_on", Kind::Day), need("summary", Kind::Text)]),
    ("record_breach", &[need("clause", Kind::Clause), need("facts", Kind::Text), may("proof", Kind::Scan)]),
    (
        "settle_breach",
        &[
            need("breach", Kind::Count),
            need("outcome", Kind::Choice(&["corrected", "mediated", "taken_to_law", "unfounded"])),
            need("words", Kind::Text),
        ],
    ),
    ("end_on_condition", &[need("clause", Kind::Clause), need("on", Kind::Day), need("proof", Kind::Scan)]),
    ("record_rescission", &[need("number", Kind::Line)]),
    (
        "enter_paper",
        &[need("actor", Kind::Group(ACTOR)), need("on", Kind::Day), need("scan", Kind::Scan), need("act", Kind::Act)],
    ),
    ("confirm_paper", &[need("entry", Kind::Pending)]),
    ("propose_correction", &[need("fact", Kind::Fact), may("from", Kind::Day), need("reason", Kind::Text)]),
    ("confirm_correction", &[need("correction", Kind::Pending)]),
    ("propose_slip", &[need("terms", Kind::Terms), need("reason", Kind::Text), need("notice", Kind::Scan)]),
    ("confirm_slip", &[need("slip", Kind::Pending), given("terms", Given::Slip)]),
];
