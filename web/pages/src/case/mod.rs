//! The pages of one case.

pub(crate) mod board;
pub(crate) mod bundle;
pub(crate) mod caucus;
pub(crate) mod days;
pub(crate) mod key;
pub(crate) mod mandate;
pub(crate) mod mending;
pub(crate) mod overview;
mod packages;
pub(crate) mod papers;
pub(crate) mod pay;
mod price;
pub(crate) mod reads;
pub(crate) mod record;
pub(crate) mod relatives;
pub(crate) mod secrets;
mod task;
pub(crate) mod text;

use accounts::access::Right;
use axum::response::Response;
use negotiation::{Side, table};

pub(crate) use board::fill as filled;

use crate::look::Frame;
use crate::room::{Room, Urgency};
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

/// What stands above every page of a case.
pub(crate) struct Head {
    /// In which capacities the visitor is here.
    pub(crate) capacities: String,
    pub(crate) case: uuid::Uuid,
    /// Where the visitor's own side talks among itself.
    pub(crate) caucus: Option<&'static str>,
    pub(crate) employer: String,
    /// First characters of the newest record's hash.
    pub(crate) fingerprint: String,
    pub(crate) number: Option<String>,
    /// The visitor may read the whole record.
    pub(crate) reads: bool,
    /// The visitor may see who read what was disclosed in confidence.
    pub(crate) sees_reads: bool,
    /// The eight steps: name, and whether past, present or to come.
    pub(crate) steps: Vec<(String, &'static str)>,
    pub(crate) stage: String,
    /// The most urgent last day, in a sentence.
    pub(crate) urgent: Option<(Urgency, String)>,
}

impl Head {
    pub(crate) fn of(site: &Site, room: &Room) -> Self {
        let urgent = room.most_urgent().map(|owed| (Urgency::of(site, owed, room.now), owed.text.clone()));
        Self {
            capacities: room.capacity_names(site),
            case: room.line.case,
            caucus: Some(room.side()).filter(|side| room.may(Right::SeeCaucus(*side))).map(Side::name),
            employer: room.line.employer_name.clone(),
            fingerprint: room.told.head.to_string().chars().take(16).collect(),
            number: room.line.number.clone(),
            reads: room.may(Right::SeeRecord),
            sees_reads: room.may(Right::SeeReads),
            steps: steps(site, &room.line.stage),
            stage: site.text(table::stage_key(&room.line.stage)),
            urgent,
        }
    }
}

/// The way in eight steps, and the stages of each.
const STEPS: [(&str, &[&str]); 8] = [
    ("offer", &["none", "idle", "offered"]),
    ("reply", &["awaiting_reply", "refused"]),
    ("prepare", &["preparing", "ready"]),
    ("talks", &["negotiating", "suspended", "disputed", "renegotiating"]),
    ("vote", &["drafted", "congress"]),
    ("sign", &["adopted"]),
    ("review", &["signed", "filed", "under_review", "objected"]),
    ("effect", &["effective", "ended", "rescinded", "closed"]),
];

fn steps(site: &Site, stage: &str) -> Vec<(String, &'static str)> {
    let now = STEPS.iter().position(|(_, stages)| stages.contains(&stage)).unwrap_or(0);
    let step = |(index, (name, _)): (usize, &(&str, &[&str]))| {
        let state = match index.cmp(&now) {
            std::cmp::Ordering::Less => "past",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "later",
        };
        (site.text(format!("pages-step-{name}")), state)
    };
    STEPS.iter().enumerate().map(step).collect()
}

/// A page of a case, rendered.
pub(crate) fn rendered(template: &impl askama::Template) -> Result<Response, Trouble> {
    crate::look::page(template)
}

/// The frame of a page of a case.
pub(crate) fn frame(site: &Site, visitor: &Visitor, room: &Room, page: &'static str) -> Frame {
    let title = format!("{} · {}", site.text(format!("pages-{page}-title")), room.line.employer_name);
    Frame::of(site, visitor, title)
}
