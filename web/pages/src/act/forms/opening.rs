//! Opening a case, accepting the platform, offer and answer.

use super::Forms;
use crate::act::spec::{Given, Kind, given, may, need, seldom};

pub(super) const FORMS: Forms = &[
    (
        "open_case",
        &[
            need("profile", Kind::Choice(&["ZJ", "HZ", "NB", "CN"])),
            need("region", Kind::Line),
            need("scope", Kind::Choice(&["enterprise"])),
            need(
                "employer",
                Kind::Group(&[
                    need("name", Kind::Line),
                    need("uscc", Kind::Line),
                    need("address", Kind::Line),
                    need("legal_rep", Kind::Person),
                    need("headcount", Kind::Count),
                    need("female", Kind::Count),
                    need("dispatched", Kind::Count),
                    need("above_scale", Kind::Tick),
                    seldom("disabled", Kind::Count),
                ]),
            ),
            need(
                "union",
                Kind::Group(&[
                    need("name", Kind::Line),
                    need("uscc", Kind::Line),
                    need("address", Kind::Line),
                    need("chair", Kind::Person),
                    seldom("guiding", Kind::Tick),
                ]),
            ),
            seldom("number", Kind::Line),
        ],
    ),
    ("accept_platform", &[given("text", Given::Acceptance)]),
    (
        "issue_offer",
        &[
            need(
                "basis",
                Kind::Choice(&["annual", "renewal", "guideline_raised", "prices_risen", "other_trigger", "hardship"]),
            ),
            need("topics", Kind::Rows(&[need("title", Kind::Line), need("demand", Kind::Text)], 3)),
            need("meeting_on", Kind::Day),
            need("place", Kind::Line),
        ],
    ),
    ("record_delivery", &[need("received_on", Kind::Day), need("means", Kind::Line), need("proof", Kind::Scan)]),
    (
        "reply",
        &[
            given("answer", Given::Accept),
            need("content", Kind::Text),
            need("meeting_on", Kind::Day),
            need("place", Kind::Line),
        ],
    ),
    ("refuse_offer", &[need("reason", Kind::Text)]),
    ("withdraw", &[need("reason", Kind::Text)]),
    ("request_data", &[need("items", Kind::Lines)]),
    (
        "disclose",
        &[
            need("item", Kind::Choice(&["agenda", "rep_list", "data", "plan"])),
            need("points", Kind::Lines),
            may("answers", Kind::Numbers),
            seldom("materials", Kind::Secret),
        ],
    ),
];
