//! Representatives: lists, vacancies, replacements, conduct, protection.

use super::Forms;
use crate::act::spec::{Field, Kind, may, need, seldom};

const METHODS: &[&str] = &[
    "elected_by_congress",
    "elected_by_workers",
    "appointed_by_union",
    "recommended_by_workers",
    "named_by_legal_rep",
    "named_by_association",
    "elected_by_employers",
];

const MEMBER: &[Field] = &[
    need("person", Kind::Person),
    need("sex", Kind::Choice(&["female", "male"])),
    need("chief", Kind::Tick),
    seldom("mandate", Kind::Scan),
    seldom("principal", Kind::Tick),
    seldom("external", Kind::Tick),
    seldom("manager", Kind::Tick),
    seldom("union_staff", Kind::Tick),
    seldom("dispatched", Kind::Tick),
    seldom("disabled", Kind::Tick),
];

const SELECTION: &[Field] = &[
    need("method", Kind::Choice(METHODS)),
    need("on", Kind::Day),
    may("total", Kind::Count),
    may("votes", Kind::Count),
    may("record", Kind::Scan),
];

pub(super) const FORMS: Forms = &[
    ("register_reps", &[need("members", Kind::Rows(MEMBER, 3)), need("selection", Kind::Group(SELECTION))]),
    ("announce_reps", &[need("channel", Kind::Line)]),
    (
        "record_vacancy",
        &[
            need("person", Kind::Seated),
            need("cause", Kind::Choice(&["resigned", "left", "recalled", "incapable"])),
            need("vacated_on", Kind::Day),
        ],
    ),
    (
        "replace_rep",
        &[
            need("replaces", Kind::Seated),
            need("member", Kind::Group(MEMBER)),
            need("selection", Kind::Group(SELECTION)),
            need("notice", Kind::Scan),
        ],
    ),
    (
        "report_conduct",
        &[
            need("person", Kind::Seated),
            need("fault", Kind::Choice(&["disorder", "threat", "bribery", "deceit", "delay", "disclosure"])),
            need("facts", Kind::Text),
        ],
    ),
    (
        "report_treatment",
        &[
            need("person", Kind::Seated),
            need("treatment", Kind::Choice(&["dismissal", "not_extended", "post_change", "pay_cut"])),
            need("on", Kind::Day),
            need("consented", Kind::Tick),
            may("cause", Kind::Choice(&["discipline", "dereliction", "dual_employment", "crime"])),
            need("facts", Kind::Text),
        ],
    ),
];
