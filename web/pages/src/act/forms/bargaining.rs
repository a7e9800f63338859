//! Sessions, positions, minutes, suspension, draft, congress, signature.

use super::Forms;
use crate::act::spec::{Field, Given, Kind, given, may, need, seldom};

const PACKAGE: &[Field] = &[need("clause", Kind::Clause), need("text", Kind::Text), need("values", Kind::Values)];

pub(super) const FORMS: Forms = &[
    ("schedule_session", &[need("meeting_on", Kind::Day), need("place", Kind::Line)]),
    (
        "open_session",
        &[
            need("attending", Kind::Crowd),
            need("chair", Kind::Choice(&["worker", "employer"])),
            need("place", Kind::Line),
            need("recorder", Kind::Person),
        ],
    ),
    (
        "table_position",
        &[
            given("clause", Given::Clause),
            given("side", Given::Side),
            need("text", Kind::Text),
            need("values", Kind::Values),
        ],
    ),
    ("accept_position", &[given("clause", Given::Clause), given("side", Given::Side)]),
    ("table_package", &[given("side", Given::Side), need("items", Kind::Rows(PACKAGE, 2))]),
    ("accept_package", &[given("side", Given::Side), need("package", Kind::Count)]),
    ("close_session", &[need("summary", Kind::Text), may("next_on", Kind::Day)]),
    ("confirm_minutes", &[given("session", Given::Session)]),
    (
        "propose_suspension",
        &[
            need("reason", Kind::Text),
            need("next_on", Kind::Day),
            need("next_place", Kind::Line),
            need("next_content", Kind::Text),
        ],
    ),
    ("suspend", &[need("consent", Kind::Consent)]),
    ("resume", &[may("meeting_on", Kind::Day), may("place", Kind::Line)]),
    ("table_draft", &[need("terms", Kind::Terms), seldom("clerical", Kind::Tick)]),
    ("initial_draft", &[given("terms", Given::Text)]),
    (
        "submit_to_congress",
        &[
            need("form", Kind::Choice(&["congress", "all_staff"])),
            need("meeting_on", Kind::Day),
            need("total", Kind::Count),
            given("terms", Given::Text),
        ],
    ),
    (
        "record_vote",
        &[
            need("held_on", Kind::Day),
            need("secret", Kind::Tick),
            need("total", Kind::Count),
            need("present", Kind::Count),
            need("issued", Kind::Count),
            need("returned", Kind::Count),
            need("yes", Kind::Count),
            need("no", Kind::Count),
            need("abstain", Kind::Count),
            need("scrutineers", Kind::Persons),
            need("protocol", Kind::Scan),
            given("online", Given::Online),
            given("terms", Given::Text),
        ],
    ),
    (
        "sign",
        &[
            need("method", Kind::Choice(&["electronic", "handwritten"])),
            need("sealed", Kind::Tick),
            may("signatory", Kind::OwnName),
            given("terms", Given::Text),
        ],
    ),
    ("refuse_to_sign", &[need("reason", Kind::Text), given("terms", Given::Text)]),
];
