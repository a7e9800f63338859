//! Representatives: registered, gone, replaced.

use std::sync::Arc;

use law::time::Moment;

use super::Impossible;
use crate::event::{RepReplaced, RepVacated, RepsRegistered};
use crate::state::{Delegation, Negotiation, Seat, Vacancy};

type Applied = Result<(), Impossible>;

/// A new list; who sat before it is remembered.
pub(super) fn registered(before: Option<&Delegation>, e: &RepsRegistered) -> Delegation {
    let mut seats = before.map_or_else(Vec::new, |list| list.seats.clone());
    for seat in seats.iter_mut().filter(|seat| seat.to.is_none()) {
        seat.to = Some(e.at);
    }
    seats.extend(e.members.iter().map(|member| Seat {
        chief: member.chief,
        from: e.at,
        person: member.person.id.clone(),
        to: None,
    }));
    Delegation {
        members: e.members.clone(),
        registered_at: e.at,
        seats,
        selection: e.selection.clone(),
        vacancies: Vec::new(),
    }
}

fn list(n: &mut Negotiation, side: crate::actor::Side) -> Result<&mut Delegation, Impossible> {
    let list = n.delegations.get_mut(side).and_then(Option::as_mut);
    list.map(Arc::make_mut).ok_or(Impossible("the side has a list of representatives"))
}

/// The seat of a person ends.
fn ends(list: &mut Delegation, person: &str, to: Moment) {
    for seat in list.seats.iter_mut().filter(|seat| seat.person == person && seat.to.is_none()) {
        seat.to = Some(to);
    }
}

fn begins(list: &mut Delegation, person: &str, chief: bool, from: Moment) {
    list.seats.push(Seat { chief, from, person: person.to_owned(), to: None });
}

pub(super) fn vacated(n: &mut Negotiation, e: &RepVacated) -> Applied {
    let list = list(n, e.side)?;
    let at = list.members.iter().position(|member| member.person.id == e.person);
    let member = list.members.remove(at.ok_or(Impossible("who leaves a place had one"))?);
    list.vacancies.push(Vacancy { cause: e.cause, duty: e.duty.clone(), member, on: e.vacated_on });
    ends(list, &e.person, Moment::start_of(e.vacated_on));
    Ok(())
}

/// Somebody new takes the place, or the chief's part passes to somebody on the list and the place stays as it was.
pub(super) fn replaced(n: &mut Negotiation, e: &RepReplaced) -> Applied {
    let list = list(n, e.side)?;
    let known = list.has(&e.replaces) || list.vacancy(&e.replaces).is_some();
    if !known {
        return Err(Impossible("who is replaced had a place"));
    }
    let new = &e.member.person.id;
    if list.has(new) {
        for member in &mut list.members {
            if member.person.id == *new {
                member.clone_from(&e.member);
            } else if member.person.id == e.replaces {
                member.chief = false;
            }
        }
        for vacancy in list.vacancies.iter_mut().filter(|vacancy| vacancy.member.person.id == e.replaces) {
            vacancy.member.chief = false;
        }
        let stays = list.has(&e.replaces);
        ends(list, &e.replaces, e.at);
        ends(list, new, e.at);
        begins(list, new, true, e.at);
        if stays {
            begins(list, &e.replaces, false, e.at);
        }
        return Ok(());
    }
    list.vacancies.retain(|vacancy| vacancy.member.person.id != e.replaces);
    ends(list, &e.replaces, e.at);
    match list.members.iter_mut().find(|member| member.person.id == e.replaces) {
        Some(member) => member.clone_from(&e.member),
        None if e.member.chief => list.members.insert(0, e.member.clone()),
        None => list.members.push(e.member.clone()),
    }
    begins(list, new, e.member.chief, e.at);
    Ok(())
}
