//! What comes next in a random case: when, which command, who gives it.

use law::time::Moment;
use negotiation::state::{Duty, DutyStatus};
use negotiation::{Actor, CaseState, Command, table};

use crate::acts::{ACTS, View, givers};
use crate::cast;
use crate::chance::Chance;
use crate::text::Texts;

/// The straight way, stage by stage: two thirds of the commands are taken from here, so that cases come far.
const WAY: &[(&str, &[&str])] = &[
    ("idle", &["register_reps", "issue_offer"]),
    ("offered", &["record_delivery"]),
    ("awaiting_reply", &["reply"]),
    ("preparing", &["register_reps", "disclose", "open_session"]),
    ("ready", &["open_session"]),
    ("negotiating", &["table_position", "close_session", "confirm_minutes", "table_draft", "initial_draft"]),
    ("renegotiating", &["table_draft", "initial_draft", "close_session", "confirm_minutes"]),
    ("objected", &["table_draft", "initial_draft", "close_session", "confirm_minutes"]),
    ("drafted", &["submit_to_congress"]),
    ("congress", &["record_vote"]),
    ("adopted", &["sign"]),
    ("signed", &["file"]),
    ("filed", &["no_objection_opinion"]),
    ("under_review", &["no_objection_opinion"]),
    ("refused", &["reply"]),
    ("suspended", &["resume"]),
    ("disputed", &["accept_coordination", "record_coordination_agreement"]),
];

/// Some hours, some days, or to a due day, the day before or the day after.
pub(crate) fn later(state: &CaseState, now: Moment, chance: &mut Chance) -> Moment {
    const HOUR: i64 = 3_600_000;
    let hours = |chance: &mut Chance, most| i64::try_from(chance.below(most)).unwrap_or(0) * HOUR;
    match chance.below(20) {
        0..=13 => now.plus_millis(hours(chance, 4)),
        14..=17 => now.plus_millis(hours(chance, 72)),
        _ => {
            let open = |duty: &&Duty| duty.status == DutyStatus::Open && duty.due_at() > now;
            let duties = state.negotiation().into_iter().flat_map(|case| case.duties().iter());
            let due = duties.filter(open).map(Duty::due_at).min();
            let shift = hours(chance, 72) - 48 * HOUR;
            due.map_or(now, |due| due.plus_millis(shift)).max(now)
        }
    }
}

/// A command and who gives it: mostly one that the table lists at the stage, by somebody who may; never one left out.
pub(crate) fn choose(
    case: &negotiation::Negotiation,
    texts: &Texts,
    now: Moment,
    left_out: &[&str],
    chance: &mut Chance,
) -> Option<(Actor, Command)> {
    let stray = chance.once_in(8);
    let straight = !stray && !chance.once_in(3);
    let way = WAY.iter().find(|(stage, _)| straight && *stage == case.stage_name()).map(|(_, names)| *names);
    let fits = |name: &str| {
        if let Some(way) = way {
            return way.contains(&name);
        }
        let listed = table::find(name).is_some_and(|row| row.stages.contains(&case.stage_name()));
        stray || listed || name.ends_with("_paper") || name.ends_with("_correction")
    };
    let acts: Vec<_> = ACTS.iter().filter(|act| fits(act.name) && !left_out.contains(&act.name)).collect();
    let act = chance.pick(&acts)?;
    let view = View { n: case, texts, today: now.date() };
    let mut variants = (act.make)(&view);
    // The first two variants are the good ones.
    let good = chance.below(variants.len().min(2));
    let at = if chance.once_in(3) { chance.below(variants.len()) } else { good };
    let variant = if at < variants.len() { variants.swap_remove(at) } else { return None };
    let mut actors = if chance.once_in(10) { cast::everybody() } else { givers(act.name) };
    if !stray {
        actors.retain(|actor| variant.by.is_none_or(|side| side == actor.side));
    }
    let actor = chance.pick(&actors)?.clone();
    Some((actor, variant.command))
}
