//! The properties can fail: each is found broken under a law that is broken on purpose, with a history that shows it.

use law::dataset::DataSets;
use law::rules::{Profile, Rules};
use law::time::Moment;
use negotiation::command::{ChildKind, ConfirmMinutes, SessionCommand, Sign, SignatureCommand};
use negotiation::event::{Event, QuorumMissed, SignedBy, TookEffect};
use negotiation::state::EffectBasis;
use negotiation::{Actor, Capacity, Command, Facts, Negotiation, Refusal, decide};

use model::{Bounds, Decide, Property, Setting, explore};

use crate::told;

pub(crate) type Decided = Result<Vec<Event>, Refusal>;

/// One way into force and nothing beside it, for laws whose fault shows there.
pub(crate) const SHORT: Bounds = Bounds { objections: 0, strangers: 1, votes: 1, ..Bounds::CHILD };

/// The history that shows that a law breaks a property: a short way is enough to meet it.
fn shows(law: Decide, property: Property) -> String {
    shows_in(Setting::new(Profile::Cn, SHORT).unwrap(), law, property)
}

/// The same in a case of another kind.
pub(crate) fn shows_in(setting: Setting, law: Decide, property: Property) -> String {
    let found = explore(&setting.decided_by(law)).unwrap();
    let story = found.broken.get(&property).unwrap_or_else(|| panic!("{property:?} isn't found: {:?}", found.broken));
    let text = told(story);
    println!("{property:?}\n{text}");
    text
}

/// Half of all is taken for more than half, and less than half too.
fn any_vote_carries(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let mut events = decide(r, d, n, f, t, a, c)?;
    for event in &mut events {
        if let Event::DraftRejected(voted) = event {
            *event = Event::DraftAdopted(voted.clone());
        }
    }
    Ok(events)
}

#[test]
fn a_law_that_lets_any_vote_carry_is_found() {
    assert!(shows(any_vote_carries, Property::Adopted).contains("record_vote"));
}

/// A chief signs any text.
fn any_text_is_signed(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let (Command::Signature(SignatureCommand::Sign(sign)), Some(text)) = (c, n.and_then(|n| n.stage.text())) else {
        return decide(r, d, n, f, t, a, c);
    };
    let right = Command::Signature(SignatureCommand::Sign(Sign { terms: text.digest, ..sign.clone() }));
    let mut events = decide(r, d, n, f, t, a, &right)?;
    for event in &mut events {
        if let Event::SignedBy(signed) = event {
            *event = Event::SignedBy(SignedBy { terms: sign.terms, ..signed.clone() });
        }
    }
    Ok(events)
}

#[test]
fn a_law_that_lets_another_text_be_signed_is_found() {
    assert!(shows(any_text_is_signed, Property::Signed).contains("签"));
}

/// The last on each list is chief, and another acts as one.
fn anybody_signs(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let chiefs = matches!(a.capacity, Capacity::WorkerChief | Capacity::EmployerChief);
    let list = n.filter(|_| chiefs).and_then(|n| n.delegations.get(a.side)?.as_ref());
    let chief = list.and_then(|list| list.chief()).map_or_else(|| a.id.clone(), |chief| chief.person.id.clone());
    let mut events = decide(r, d, n, f, t, &Actor { id: chief, ..a.clone() }, c)?;
    for event in &mut events {
        let Event::RepsRegistered(list) = event else { continue };
        let second = list.members.len().saturating_sub(1);
        list.members.iter_mut().enumerate().for_each(|(at, member)| {
            member.chief = at == second;
            // Who heads a side needs no mandate: nothing else is wrong with the list.
            member.principal = member.chief;
        });
    }
    Ok(events)
}

#[test]
fn a_law_that_lets_anybody_sign_is_found() {
    assert!(shows(anybody_signs, Property::Signed).contains("签"));
}

/// What is filed is in force at once.
fn filed_is_in_force(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let mut events = decide(r, d, n, f, t, a, c)?;
    if events.iter().any(|event| matches!(event, Event::Filed(_))) {
        let on = t.date();
        events.push(Event::TookEffect(TookEffect {
            at: t,
            basis: EffectBasis::Deemed,
            on,
            term_from: on,
            term_to: on,
        }));
    }
    Ok(events)
}

#[test]
fn a_law_without_review_is_found() {
    assert!(!shows(filed_is_in_force, Property::Reviewed).is_empty());
}

/// Minutes are confirmed for the other side.
fn for_the_other(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let mut events = decide(r, d, n, f, t, a, c)?;
    if let Command::Session(SessionCommand::ConfirmMinutes(ConfirmMinutes { .. })) = c {
        for event in &mut events {
            if let Event::MinutesConfirmedBy(by) = event {
                by.side = by.side.other();
            }
        }
    }
    Ok(events)
}

#[test]
fn a_law_that_lets_a_side_act_for_the_other_is_found() {
    assert!(!shows(for_the_other, Property::OwnActs).is_empty());
}

/// Nobody can sign.
fn nobody_signs(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    if let Command::Signature(_) = c {
        return Err(Refusal::new("STAGE-sign", "no-draft", &[]));
    }
    decide(r, d, n, f, t, a, c)
}

#[test]
fn a_law_under_which_nobody_can_act_is_found() {
    assert!(!shows(nobody_signs, Property::SomebodyActs).is_empty());
}

/// Too few are ever present: the congress can be convened again and again, and the case never leaves it.
fn never_a_quorum(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let mut events = decide(r, d, n, f, t, a, c)?;
    for event in &mut events {
        let (Event::DraftAdopted(voted) | Event::DraftRejected(voted)) = event else { continue };
        *event = Event::QuorumMissed(QuorumMissed { at: voted.at, form: voted.form, vote: voted.vote.clone() });
    }
    Ok(events)
}

#[test]
fn a_law_under_which_a_case_gets_stuck_is_found() {
    // No case can come to an end from the very beginning, so the shortest history that shows it has no steps.
    assert_eq!(shows(never_a_quorum, Property::CanEnd), "");
}

/// An agreement goes on although it was amended.
fn goes_on(r: &Rules, d: &DataSets, n: Option<&Negotiation>, f: &Facts, t: Moment, a: &Actor, c: &Command) -> Decided {
    let mut events = decide(r, d, n, f, t, a, c)?;
    if c.name() == "note_child_ended" {
        events.retain(|event| !matches!(event, Event::AgreementEnded(_)));
    }
    Ok(events)
}

#[test]
fn a_law_under_which_an_amended_agreement_goes_on_is_found() {
    let setting = Setting::child(Profile::Cn, ChildKind::Amendment).unwrap().decided_by(goes_on);
    let found = explore(&setting).unwrap();
    assert!(found.broken.contains_key(&Property::Replaced), "{:?}", found.broken);
}
