//! Opening a case, accepting the platform, offer and answer.

use negotiation::command::ChildKind;

use super::Forms;
use crate::act::spec::{Field, Given, Kind, given, may, need, seldom};

/// Follows from the region; chosen only where no table knows the region.
const PROFILE: Field = seldom("profile", Kind::Choice(&["ZJ", "HZ", "NB", "CN"]));
const REGION: Field = need("region", Kind::Line);
const SCOPE: Field = need("scope", Kind::Choice(&["enterprise"]));
const EMPLOYER: Field = need(
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
);
const UNION: Field = need(
    "union",
    Kind::Group(&[
        need("name", Kind::Line),
        need("uscc", Kind::Line),
        need("address", Kind::Line),
        need("chair", Kind::Person),
        seldom("guiding", Kind::Tick),
        seldom("relative", Kind::Tick),
    ]),
);
const NUMBER: Field = seldom("number", Kind::Line);

/// Opening a renewal: the case in force says everything about itself.
const RENEWAL: &[Field] = &[given("parent", Given::Parent), PROFILE, REGION, SCOPE, EMPLOYER, UNION, NUMBER];

/// Opening a change or a rescission: why, and its proof (ZJ-CC 31(2), 32, CC22 39–40).
const CHANGE: &[Field] = &[
    need(
        "parent",
        Kind::Group(&[
            given("case", Given::Parent),
            given("expires_on", Given::Parent),
            need(
                "ground",
                Kind::Choice(&["agreement", "law_changed", "force_majeure", "dissolution", "condition_met", "other"]),
            ),
            given("head", Given::Parent),
            given("kind", Given::Parent),
            may("proof", Kind::Scan),
            given("terms", Given::Parent),
        ]),
    ),
    PROFILE,
    REGION,
    SCOPE,
    EMPLOYER,
    UNION,
    NUMBER,
];

/// The form that opens a case which hangs on one in force.
pub(super) const fn hanging(kind: ChildKind) -> &'static [Field] {
    match kind {
        ChildKind::Renewal => RENEWAL,
        ChildKind::Amendment | ChildKind::Rescission => CHANGE,
    }
}

pub(super) const FORMS: Forms = &[
    ("open_case", &[PROFILE, REGION, SCOPE, EMPLOYER, UNION, NUMBER]),
    ("accept_platform", &[given("text", Given::Acceptance)]),
    (
        "issue_offer",
        &[
            need(
                "basis",
                Kind::Choice(&[
                    "annual",
                    "renewal",
                    "guideline_raised",
                    "prices_risen",
                    "other_trigger",
                    "hardship",
                    "amendment",
                    "rescission",
                ]),
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
