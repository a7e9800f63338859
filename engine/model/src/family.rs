//! Cases that hang on one in force: the one in force, brought there by the real law, and what it learns of their end.

use law::rules::Profile;
use law::time::Moment;
use negotiation::command::{ChangeCommand, ChildKind, Command, Ground, NoteChildEnded, NoteChildOpened, Parent};
use negotiation::event::Event;
use negotiation::state::{Effective, Stage};
use negotiation::{Actor, Capacity};
use uuid::Uuid;

use crate::acts::ACTS;
use crate::bounds::Bounds;
use crate::cast::{self, digest};
use crate::world::{ModelError, Setting, World};

/// Flat name of the note on an end.
pub(crate) const NOTE: &str = "note_child_ended";
/// The explored case.
pub(crate) const CHILD: Uuid = Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0002);
/// The case in force.
const PARENT: Uuid = Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0001);

/// The straight way into force on one day: command, variant, who.
const WAY: &[(&str, usize, Capacity)] = &[
    ("register_reps", 0, Capacity::UnionChair),
    ("register_reps", 1, Capacity::EmployerLegalRep),
    ("issue_offer", 0, Capacity::UnionChair),
    ("reply", 0, Capacity::EmployerLegalRep),
    ("open_session", 0, Capacity::Recorder),
    ("close_session", 0, Capacity::Recorder),
    ("confirm_minutes", 0, Capacity::WorkerChief),
    ("confirm_minutes", 0, Capacity::EmployerChief),
    ("table_draft", 0, Capacity::WorkerChief),
    ("initial_draft", 0, Capacity::WorkerChief),
    ("initial_draft", 0, Capacity::EmployerChief),
    ("submit_to_congress", 0, Capacity::UnionChair),
    ("record_vote", 0, Capacity::CongressClerk),
    ("sign", 0, Capacity::WorkerChief),
    ("sign", 0, Capacity::EmployerChief),
    ("file", 0, Capacity::EmployerLegalRep),
    ("no_objection_opinion", 0, Capacity::HrssOfficer),
];

/// The case on which the explored one hangs.
pub(crate) struct Family {
    /// When the explored case is opened.
    pub(crate) at: Moment,
    /// What the explored case names.
    pub(crate) named: Parent,
    /// The case in force, which knows of the explored one.
    world: World,
}

/// What the case in force learned.
pub(crate) struct Told {
    pub(crate) after: World,
    pub(crate) before: World,
    pub(crate) events: Vec<Event>,
    /// What takes its place has come: from now on it is not in force.
    pub(crate) is_replaced: bool,
}

/// An agreement in force, and a case of a kind noted there: a change or a rescission on the day after the effect, a
/// renewal two months before the last day.
pub(crate) fn in_force(profile: Profile, kind: ChildKind) -> Result<Family, ModelError> {
    let setting = Setting::new(profile, Bounds::CHILD)?;
    let mut world = setting.open()?;
    for (name, variant, capacity) in WAY {
        let act = ACTS.iter().find(|act| act.name == *name);
        let variant = act.and_then(|act| (act.make)(&world.view(&setting)).into_iter().nth(*variant));
        let variant = variant.ok_or_else(|| ModelError::Opening((*name).to_owned()))?;
        go(&setting, &mut world, &cast::actor(*capacity), &variant.command)?;
    }
    let Stage::Effective(effective) = &world.case.stage else {
        return Err(ModelError::Opening(world.stage().to_owned()));
    };
    let (last, terms) = (effective.effect.term_to, effective.filing.signed.text.digest);
    let day = match kind {
        ChildKind::Renewal => last.saturating_sub(jiff::Span::new().days(60)),
        ChildKind::Amendment | ChildKind::Rescission => effective.effect.on.saturating_add(jiff::Span::new().days(1)),
    };
    world.now = Moment::at(day, 12, 0);
    setting.strike(&mut world).map_err(ModelError::Opening)?;
    let note = ChangeCommand::NoteChildOpened(NoteChildOpened { case: CHILD, kind });
    go(&setting, &mut world, &Actor::system(), &Command::Change(note))?;
    let ground = (kind != ChildKind::Renewal).then_some(Ground::Agreement);
    let head = digest("head");
    Ok(Family {
        at: world.now,
        named: Parent { case: PARENT, expires_on: last, ground, head, kind, proof: None, terms },
        world,
    })
}

fn go(setting: &Setting, world: &mut World, actor: &Actor, command: &Command) -> Result<(), ModelError> {
    let name = command.name();
    let refused = |rule: String| ModelError::Opening(format!("{name}: {rule}"));
    let events = setting.decide(world, actor, command).map_err(|refusal| refused(refusal.rule))?;
    world.follow(setting, &events).and_then(|()| setting.strike(world).map(drop)).map_err(refused)
}

/// Tells the case in force how the explored one ended, at the same instant; none where it hangs on no case or goes on.
pub(crate) fn tell(setting: &Setting, child: &World) -> Option<Result<Told, String>> {
    let family = setting.family.as_ref()?;
    let note = end(&child.case.stage)?;
    let mut before = World { now: child.now, ..family.world.clone() };
    if let Err(fault) = setting.strike(&mut before) {
        return Some(Err(fault));
    }
    let is_replaced = family.named.kind != ChildKind::Renewal && note.on.is_some_and(|on| on <= child.now.date());
    let command = Command::Change(ChangeCommand::NoteChildEnded(note));
    let told = setting.decide(&before, &Actor::system(), &command).map_err(|refusal| refusal.rule).and_then(|events| {
        let mut after = before.clone();
        after.follow(setting, &events)?;
        setting.strike(&mut after)?;
        Ok(Told { after, before, events, is_replaced })
    });
    Some(told)
}

/// How a case ended, as the one on which it hangs is told.
fn end(stage: &Stage) -> Option<NoteChildEnded> {
    let ended = |on, succeeded, terms| NoteChildEnded { case: CHILD, on, succeeded, terms };
    if let Stage::Closed(_) = stage {
        return Some(ended(None, false, None));
    }
    if let Stage::Rescinded(rescinded) = stage {
        return Some(ended(Some(rescinded.on), true, None));
    }
    let Stage::Effective(Effective { effect, filing, .. }) = stage else { return None };
    Some(ended(Some(effect.on.max(effect.term_from)), true, Some(filing.signed.text.digest)))
}
