//! The procedure, proved from the records: each step with its day, its record and who did it; the vote with both
//! denominators; who sat at the table; who signed when.

use law::money::BasisPoints;
use messages::Said;
use negotiation::state::Delegation;
use negotiation::{Negotiation, Side, table};
use serde::Serialize;
use timeline::Entry;
use utoipa::ToSchema;

use super::weekday;
use crate::room::Room;
use crate::site::Site;

/// A step of the procedure.
#[derive(Serialize, ToSchema)]
pub(crate) struct Step {
    pub(crate) day: String,
    /// Done or received on paper.
    pub(crate) paper: bool,
    pub(crate) seq: u64,
    pub(crate) text: String,
    pub(crate) who: String,
}

/// Acts that the procedure consists of.
const ACTS: [&str; 22] = [
    "issue_offer",
    "record_delivery",
    "reply",
    "register_reps",
    "replace_rep",
    "disclose",
    "open_session",
    "close_session",
    "confirm_minutes",
    "table_draft",
    "initial_draft",
    "submit_to_congress",
    "record_vote",
    "sign",
    "file",
    "return_incomplete",
    "register",
    "object",
    "no_objection_opinion",
    "confirm_paper",
    "confirm_correction",
    "confirm_slip",
];

/// The steps in the order in which they were recorded.
pub(crate) fn steps(site: &Site, room: &Room) -> Vec<Step> {
    let step = |entry: &Entry| Step {
        day: weekday(site, entry.effective_at.unwrap_or(entry.at).date()),
        paper: entry.paper,
        seq: entry.seq,
        text: entry.text.clone(),
        who: format!("{}（{}）", entry.actor, entry.capacity_name),
    };
    let entries = room.told.entries.iter().filter(|entry| ACTS.contains(&entry.command.as_str()));
    entries.map(step).collect()
}

/// Facts about parties, lists, vote and signatures, each with a name.
pub(crate) fn facts(site: &Site, room: &Room, n: &Negotiation) -> Vec<(String, String)> {
    let named = |key: &str| site.text(format!("pages-proof-{key}"));
    let (employer, union) = (&n.header.employer, &n.header.union);
    let mut facts = vec![
        (named("employer"), format!("{}，{}，{}", employer.name, employer.uscc, employer.address)),
        (named("union"), format!("{}，{}，{}", union.name, union.uscc, union.address)),
    ];
    for (side, key) in [(Side::Worker, "worker-list"), (Side::Employer, "employer-list")] {
        if let Some(Some(list)) = n.delegations.get(side) {
            facts.push((named(key), people(site, room, list)));
        }
    }
    facts.push((named("sessions"), sessions(site, n)));
    if let Some(words) = vote(site, n) {
        facts.push((named("vote"), words));
    }
    for (side, key) in [(Side::Worker, "worker-signed"), (Side::Employer, "employer-signed")] {
        let mark = n.stage.signatures().and_then(|marks| marks.get(side).copied().flatten());
        if let Some(mark) = mark {
            let list = n.delegations.get(side).and_then(Option::as_deref);
            let chief = list.and_then(|list| list.chief_at(mark.at)).map(|id| name(room, id)).unwrap_or_default();
            let sealed = if mark.sealed { "pages-proof-sealed" } else { "pages-proof-unsealed" };
            let said = Said::new("pages-proof-signature").arg("chief", chief);
            let said = said.arg("day", weekday(site, mark.at.date())).message("sealed", sealed);
            facts.push((named(key), site.say(&said)));
        }
    }
    facts
}

fn name(room: &Room, id: &str) -> String {
    room.people.0.get(id).map(|known| known.fields.name.clone()).unwrap_or_default()
}

fn people(site: &Site, room: &Room, list: &Delegation) -> String {
    let person = |member: &negotiation::command::Member| {
        let name = name(room, &member.person.id);
        if member.chief { format!("{name}{}", site.text("pages-proof-chief")) } else { name }
    };
    let names: Vec<String> = list.members.iter().map(person).collect();
    let said = Said::new("pages-proof-list").arg("count", names.len()).arg("names", names.join("、"));
    site.say(&said)
}

fn sessions(site: &Site, n: &Negotiation) -> String {
    let confirmed = n.sessions.iter().filter(|session| session.is_confirmed()).count();
    let days: Vec<String> = n.sessions.iter().map(|session| weekday(site, session.opened_at.date())).collect();
    let said = Said::new("pages-proof-session-days").arg("count", days.len()).arg("confirmed", confirmed);
    site.say(&said.arg("days", days.join("、")))
}

/// The vote, counted against all who might vote and against those who came (ZJ-CC 24, CC22 36).
pub(crate) fn vote(site: &Site, n: &Negotiation) -> Option<String> {
    let vote = n.stage.vote()?;
    let protocol = &vote.protocol;
    let said = Said::new("pages-proof-vote-count")
        .arg("day", weekday(site, protocol.held_on))
        .arg("total", protocol.total)
        .arg("present", protocol.present)
        .arg("came", share(protocol.present, protocol.total))
        .arg("yes", protocol.yes)
        .arg("no", protocol.no)
        .arg("abstain", protocol.abstain)
        .arg("ofall", share(protocol.yes, protocol.total))
        .arg("ofpresent", share(protocol.yes, protocol.present));
    Some(site.say(&said.message("secret", if protocol.secret { "pages-proof-secret" } else { "pages-proof-open" })))
}

/// A share in percent, rounded down; nothing of nobody is nothing.
fn share(part: u32, whole: u32) -> String {
    let points = (i64::from(part) * 10_000).checked_div(i64::from(whole)).unwrap_or(0);
    BasisPoints(points).to_string()
}

/// The name of a stage.
pub(crate) fn stage(site: &Site, name: &'static str) -> String {
    site.text(table::stage_key(name))
}
