//! Filing, review, service, publication, copy.

use super::Forms;
use crate::act::spec::{Given, Kind, given, may, need};

pub(super) const FORMS: Forms = &[
    ("file", &[need("copies", Kind::Count), need("materials", Kind::Lines), given("terms", Given::Text)]),
    ("return_incomplete", &[need("missing", Kind::Lines)]),
    ("register", &[need("number", Kind::Line)]),
    (
        "object",
        &[
            need(
                "items",
                Kind::Rows(
                    &[
                        need("ground", Kind::Choice(&["content", "procedure", "party"])),
                        may("clause", Kind::Clause),
                        need("opinion", Kind::Text),
                    ],
                    2,
                ),
            ),
            given("served", Given::Nothing),
            given("terms", Given::Text),
        ],
    ),
    (
        "no_objection_opinion",
        &[need("opinion", Kind::Text), given("served", Given::Nothing), given("terms", Given::Text)],
    ),
    (
        "record_service",
        &[
            need("side", Kind::Choice(&["worker", "employer"])),
            need("received_on", Kind::Day),
            need("proof", Kind::Scan),
        ],
    ),
    ("publish", &[need("channel", Kind::Line), may("proof", Kind::Scan), given("terms", Given::Text)]),
    ("copy_to_higher_union", &[need("recipient", Kind::Line), given("terms", Given::Text)]),
];
