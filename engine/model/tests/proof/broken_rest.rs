//! Texts that change on their way, ends that don't last, events that don't fit: each is found under a law that lets it
//! happen.

use law::dataset::DataSets;
use law::rules::{Profile, Rules};
use law::time::Moment;
use negotiation::command::{ChangeCommand, ChildKind, CongressCommand, File, FilingCommand, OfferCommand, RecordVote};
use negotiation::event::{CaseClosed, Event};
use negotiation::state::{CloseReason, Stage};
use negotiation::{Actor, Command, Facts, Impossible, Negotiation, apply, decide};

use model::{Property, Setting};

use crate::broken::{Decided, SHORT, shows_in};

/// The congress votes on any text, and the one on the table counts as adopted.
fn any_text_is_voted(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let (Command::Congress(CongressCommand::RecordVote(vote)), Some(text)) = (c, n.and_then(|n| n.stage.text())) else {
        return decide(r, d, n, f, t, a, c);
    };
    let right = RecordVote { terms: text.digest, ..vote.clone() };
    let mut events = decide(r, d, n, f, t, a, &Command::Congress(CongressCommand::RecordVote(right)))?;
    for event in &mut events {
        if let Event::DraftAdopted(voted) = event {
            voted.vote.terms = vote.terms;
        }
    }
    Ok(events)
}

/// Any text is filed for the one that was signed.
fn any_text_is_filed(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let (Command::Filing(FilingCommand::File(file)), Some(text)) = (c, n.and_then(|n| n.stage.text())) else {
        return decide(r, d, n, f, t, a, c);
    };
    let right = File { terms: text.digest, ..file.clone() };
    let mut events = decide(r, d, n, f, t, a, &Command::Filing(FilingCommand::File(right)))?;
    for event in &mut events {
        if let Event::Filed(filed) = event {
            filed.terms = file.terms;
        }
    }
    Ok(events)
}

#[test]
fn a_law_under_which_the_text_changes_on_its_way_is_found() {
    for (law, step) in [(any_text_is_voted as model::Decide, "record_vote"), (any_text_is_filed, "file")] {
        let story = shows_in(Setting::new(Profile::Cn, SHORT).unwrap(), law, Property::SameText);
        assert!(story.contains(step), "{story}");
    }
}

/// What was rescinded can still be given up.
fn nothing_is_over(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let over = n.is_some_and(|n| matches!(n.stage, Stage::Rescinded(_)));
    if let (Command::Change(ChangeCommand::Withdraw(_)), true) = (c, over) {
        return Ok(vec![Event::CaseClosed(CaseClosed { at: t, reason: CloseReason::GivenUp })]);
    }
    decide(r, d, n, f, t, a, c)
}

#[test]
fn a_law_under_which_an_end_does_not_last_is_found() {
    let setting = Setting::child(Profile::Cn, ChildKind::Rescission).unwrap();
    let story = shows_in(setting, nothing_is_over, Property::Final);
    assert!(story.contains("withdraw"), "{story}");
}

/// A duty is opened twice: the state takes an id once, so what the law decided doesn't fit.
fn owed_twice(
    r: &Rules,
    d: &DataSets,
    n: Option<&Negotiation>,
    f: &Facts,
    t: Moment,
    a: &Actor,
    c: &Command,
) -> Decided {
    let mut events = decide(r, d, n, f, t, a, c)?;
    if let Command::Offer(OfferCommand::RecordDelivery(_)) = c {
        let opened: Vec<Event> = events.iter().filter(|event| matches!(event, Event::DutyOpened(_))).cloned().collect();
        events.extend(opened);
    }
    Ok(events)
}

#[test]
fn a_law_whose_events_do_not_fit_is_found() {
    let setting = Setting::new(Profile::Zj, model::Bounds { inbox: false, ..SHORT }).unwrap();
    assert!(shows_in(setting, owed_twice, Property::Applies).contains("a duty is opened once"));
}

/// A state that takes an id again.
fn takes_again(n: &mut Negotiation, event: &Event) -> Result<(), Impossible> {
    if let Event::DutyOpened(opened) = event {
        n.duties.push(opened.duty.clone());
        return Ok(());
    }
    apply(n, event)
}

#[test]
fn two_duties_of_one_id_are_found_where_the_state_takes_them() {
    let setting = Setting::new(Profile::Zj, model::Bounds { inbox: false, ..SHORT }).unwrap().applied_by(takes_again);
    assert!(shows_in(setting, owed_twice, Property::DutyIds).contains("record_delivery"));
}
