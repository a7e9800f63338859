//! What hangs together with a case: the one on which it hangs, those that hang on it, and how an agreement in force goes on:
//! renewed, changed, rescinded.

use accounts::access::Right;
use law::rules::Profile;
use messages::Said;
use negotiation::command::{ChildKind, Scope};
use negotiation::state::{Child, Stage};
use negotiation::{Negotiation, family, table};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::act::{KINDS, kind_name, window};
use crate::desk::weekday;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

/// Another case.
#[derive(Serialize, ToSchema)]
pub(crate) struct Relative {
    /// Its id, for those who may know of it.
    pub(crate) case: Option<Uuid>,
    /// `renewal`, `amendment` or `rescission`: what the one that hangs on the other is to do.
    #[schema(value_type = String)]
    pub(crate) kind: &'static str,
    /// What it is, in a sentence.
    pub(crate) text: String,
}

/// A way to go on with an agreement in force.
#[derive(Serialize, ToSchema)]
pub(crate) struct WayOn {
    /// `renewal`, `amendment` or `rescission`.
    #[schema(value_type = String)]
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    /// When, and what it takes, in sentences.
    pub(crate) lead: Vec<String>,
    /// Where the form is.
    pub(crate) href: String,
}

/// What hangs together with a case.
#[derive(Serialize, ToSchema)]
pub(crate) struct Relatives {
    /// The case on which this one hangs.
    pub(crate) parent: Option<Relative>,
    /// Those that hang on this one, oldest first.
    pub(crate) children: Vec<Relative>,
    /// How the agreement goes on, for those who may open a case with the employer.
    pub(crate) ways: Vec<WayOn>,
    /// When a renewal of an agreement in force is talked about, for those who don't begin one here.
    pub(crate) window: Option<String>,
}

impl Relatives {
    /// Whether there is nothing to show.
    pub(crate) const fn is_empty(&self) -> bool {
        self.parent.is_none() && self.children.is_empty() && self.ways.is_empty() && self.window.is_none()
    }

    pub(crate) async fn of(site: &Site, visitor: &Visitor, room: &Room) -> Result<Self, Trouble> {
        let n = room.negotiation()?;
        let parent = match n.header.parent.as_deref() {
            Some(parent) => {
                let text = site.text(format!("family-parent-{}", kind_name(parent.kind)));
                Some(relative(site, visitor, parent.case, parent.kind, text).await?)
            }
            None => None,
        };
        let mut children = Vec::new();
        for child in &n.children {
            let text = came_of(site, child);
            children.push(relative(site, visitor, child.case, child.kind, text).await?);
        }
        let ways = ways(site, visitor, room, n);
        let begins = ways.iter().any(|way| way.kind == kind_name(ChildKind::Renewal));
        let window = window(site, n).filter(|_| !begins && family::takes(n, ChildKind::Renewal).is_ok());
        Ok(Self { parent, children, ways, window })
    }
}

async fn relative(
    site: &Site,
    visitor: &Visitor,
    case: Uuid,
    kind: ChildKind,
    text: String,
) -> Result<Relative, Trouble> {
    let line = site.desk.store().case(case).await?;
    let line = line.filter(|line| visitor.signed.may(Right::SeeCase, line).is_ok());
    let stage = line.as_ref().map(|line| site.text(table::stage_key(&line.stage)));
    let text = match stage {
        Some(stage) => site.say(&Said::new("family-stands").arg("text", text).arg("stage", stage)),
        None => text,
    };
    Ok(Relative { case: line.map(|line| line.case), kind: kind_name(kind), text })
}

/// What became of a case that hangs on this one, as this one knows it.
fn came_of(site: &Site, child: &Child) -> String {
    let name = kind_name(child.kind);
    match (child.ended, child.on) {
        (false, _) => site.text(format!("family-child-{name}")),
        (true, None) => site.text(format!("family-child-{name}-failed")),
        (true, Some(on)) => site.say(&Said::new(format!("family-child-{name}-since")).arg("on", weekday(site, on))),
    }
}

/// How an agreement in force goes on. One that is under way already isn't begun again.
fn ways(site: &Site, visitor: &Visitor, room: &Room, n: &Negotiation) -> Vec<WayOn> {
    let known = KINDS.iter().filter(|(kind, _)| may_begin(visitor, room, *kind));
    let way = |(kind, name): &(ChildKind, &'static str)| WayOn {
        kind: name,
        name: site.text(format!("family-way-{name}")),
        lead: lead(site, n, *kind),
        href: href(room.line.case, *kind),
    };
    known.map(way).collect()
}

/// Where the form is that opens a case which hangs on another.
pub(crate) fn href(case: Uuid, kind: ChildKind) -> String {
    format!("/cases/new?parent={case}&kind={}", kind_name(kind))
}

/// Whether somebody may open a case of a kind here, and the agreement takes note of it. Cases with several employers are
/// opened by programs.
fn may_begin(visitor: &Visitor, room: &Room, kind: ChildKind) -> bool {
    let Some(n) = room.state.negotiation() else { return false };
    let held = visitor.signed.may_open_for(&room.line.employer_uscc);
    let may = held.into_iter().any(|capacity| n.header.union.lets_open(capacity));
    may && n.header.scope == Scope::Enterprise && family::takes(n, kind).is_ok()
}

/// The renewal of an agreement in force, once talks about it may begin: until when, and where.
pub(crate) fn renewal_now(site: &Site, visitor: &Visitor, room: &Room) -> Option<(String, String)> {
    let n = room.state.negotiation()?;
    let window_open = n.duties().iter().rfind(|duty| duty.rule == "renew_open")?.opened_on <= room.now.date();
    let is_time = window_open && matches!(n.stage, Stage::Effective(_)) && may_begin(visitor, room, ChildKind::Renewal);
    let sentence = window(site, n).filter(|_| is_time)?;
    Some((sentence, href(room.line.case, ChildKind::Renewal)))
}

fn lead(site: &Site, n: &Negotiation, kind: ChildKind) -> Vec<String> {
    let mut lead = Vec::new();
    match kind {
        ChildKind::Renewal => {
            lead.extend(window(site, n));
            lead.push(site.text("family-lead-renewal"));
        }
        ChildKind::Amendment | ChildKind::Rescission => {
            let national = n.header.profile == Profile::Cn;
            lead.push(site.text(match (kind == ChildKind::Amendment, national) {
                (true, _) => "family-lead-amendment",
                (false, true) => "family-lead-rescission-cn",
                (false, false) => "family-lead-rescission",
            }));
            lead.push(site.text(if national { "family-grounds-cn" } else { "family-grounds" }));
        }
    }
    lead
}
