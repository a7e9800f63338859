//! Letters of supervision, orders, coordination of disputes.

use super::Forms;
use crate::act::spec::{Kind, may, need};

const GRIEVANCES: &[&str] = &["no_reply", "refusal", "data", "not_signed", "not_filed", "not_performed"];

pub(super) const FORMS: Forms = &[
    (
        "send_reminder",
        &[need("grievance", Kind::Choice(GRIEVANCES)), need("request", Kind::Text), need("reply_by", Kind::Day)],
    ),
    (
        "send_opinion",
        &[need("grievance", Kind::Choice(GRIEVANCES)), need("facts", Kind::Text), need("request", Kind::Text)],
    ),
    (
        "record_letter_receipt",
        &[need("letter", Kind::Count), need("on", Kind::Day), need("refused", Kind::Tick), need("proof", Kind::Scan)],
    ),
    ("answer_opinion", &[need("letter", Kind::Count), need("content", Kind::Text), need("will_correct", Kind::Tick)]),
    (
        "send_rectification",
        &[need("grievance", Kind::Choice(GRIEVANCES)), need("facts", Kind::Text), need("correct_by", Kind::Day)],
    ),
    (
        "send_proposal",
        &[
            need("rests_on", Kind::Choice(&["opinion", "rectification"])),
            need("letter", Kind::Count),
            need("trigger", Kind::Choice(&["receipt_refused", "no_answer", "not_corrected"])),
            need("request", Kind::Text),
        ],
    ),
    (
        "record_order",
        &[
            need("grievance", Kind::Choice(GRIEVANCES)),
            need("decision", Kind::Choice(&["correct", "no_ground"])),
            need("number", Kind::Line),
            may("correct_by", Kind::Day),
        ],
    ),
    (
        "apply_coordination",
        &[need(
            "items",
            Kind::Rows(
                &[
                    need("title", Kind::Line),
                    may("clause", Kind::Clause),
                    need("worker", Kind::Text),
                    need("employer", Kind::Text),
                ],
                2,
            ),
        )],
    ),
    ("accept_coordination", &[need("number", Kind::Line)]),
    ("extend_coordination", &[need("days", Kind::Count), need("reason", Kind::Text)]),
    (
        "record_coordination_agreement",
        &[
            need("facts", Kind::Text),
            need("result", Kind::Text),
            may("unresolved", Kind::Lines),
            need("signed_by_all", Kind::Tick),
            need("paper", Kind::Scan),
        ],
    ),
    ("record_coordination_failure", &[need("reason", Kind::Text), need("hand_over", Kind::Lines)]),
];
