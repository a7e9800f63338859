//! D03 roster of representatives and D06 notice of their change.

use documents::data::{
    NewRepresentative, OldRepresentative, RepChange, RepChangeNotice, RepRoster, RosterMember, SelectionNote, Workforce,
};
use law::rules::Profile;
use messages::Said;
use negotiation::command::{Member, Scope, Selection, SelectionMethod, VacancyCause};
use negotiation::event::{RepReplaced, RepVacated};
use negotiation::{Event, Negotiation, Side};

use super::common::{before_meeting, behind, dated, meeting, parties, side, word};
use super::{About, PaperError, Trigger};
use crate::catalogue;

pub(super) fn roster(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let Event::RepsRegistered(e) = trigger.event else {
        return Err(PaperError::Stage("D03"));
    };
    let paper = RepRoster {
        citations: behind(about, "register_reps"),
        delivery: None,
        header: dated(about, n, trigger, e.at, word("paper-title-roster")),
        meeting: meeting(about, n),
        members: e.members.iter().map(|member| listed(about, member)).collect(),
        notice: before_meeting(
            about.rules.disclose.rep_list.value().map(|given| &given.period),
            n.duty(&format!("disclose-rep_list-{}", e.side.name())),
        ),
        parties: parties(about, n),
        selection: chosen(&e.selection),
        side: side(e.side),
        signature: None,
        term: match about.rules.profile {
            Profile::Cn => None,
            Profile::Zj | Profile::Hz | Profile::Nb => Some(word("paper-reps-term")),
        },
        workforce: workforce(n, e.side),
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

fn listed(about: &About<'_>, member: &Member) -> RosterMember {
    let id = &member.person.id;
    let phone = about.people.phone(id);
    RosterMember {
        chief: member.chief,
        disabled: member.disabled,
        dispatched: member.dispatched,
        external: member.external,
        mandate: member.mandate.map(|_| word("paper-mandate-filed")),
        name: about.people.name(id),
        phone: (!phone.is_empty()).then_some(phone),
        post: about.people.post(id),
        sex: member.sex,
    }
}

/// The workers of one enterprise are compared with those who stand for them (ZJ-CC 10(2)).
fn workforce(n: &Negotiation, of: Side) -> Option<Workforce> {
    let employer = &n.header.employer;
    let whole = Workforce {
        disabled: employer.disabled,
        dispatched: employer.dispatched,
        female: employer.female,
        total: employer.headcount,
    };
    (of == Side::Worker && n.header.scope == Scope::Enterprise).then_some(whole)
}

/// How representatives were chosen, with the votes where there was a vote.
fn chosen(selection: &Selection) -> SelectionNote {
    let way = word(match selection.method {
        SelectionMethod::AppointedByUnion => "timeline-selection-union",
        SelectionMethod::ElectedByCongress => "timeline-selection-congress",
        SelectionMethod::ElectedByWorkers => "timeline-selection-workers",
        SelectionMethod::RecommendedByWorkers => "timeline-selection-recommended",
        SelectionMethod::NamedByLegalRep => "timeline-selection-legal-rep",
        SelectionMethod::NamedByAssociation => "timeline-selection-association",
        SelectionMethod::ElectedByEmployers => "timeline-selection-employers",
    });
    let method = match (selection.total, selection.votes) {
        (Some(total), Some(votes)) => {
            catalogue::say(&Said::new("paper-selection-votes").arg("way", &way).arg("total", total).arg("votes", votes))
        }
        (None, _) | (_, None) => way,
    };
    SelectionNote { method, on: selection.on, record: None }
}

pub(super) fn change(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (at, of, change, procedure) = if let Event::RepReplaced(e) = trigger.event {
        (e.at, e.side, replaced(about, e), chosen(&e.selection))
    } else if let Event::RepVacated(e) = trigger.event {
        let method = word("paper-vacancy-procedure");
        (e.at, e.side, vacated(about, e), SelectionNote { method, on: e.vacated_on, record: None })
    } else {
        return Err(PaperError::Stage("D06"));
    };
    let paper = RepChangeNotice {
        changes: vec![change],
        citations: behind(about, "replace_rep"),
        delivery: None,
        header: dated(about, n, trigger, at, word("paper-title-change-notice")),
        parties: parties(about, n),
        procedure,
        side: side(of),
        signature: None,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// A place that fell vacant; who follows isn't known yet.
fn vacated(about: &About<'_>, e: &RepVacated) -> RepChange {
    let known = about.heard.vacancies.iter().rfind(|known| known.person == e.person && known.side == e.side);
    RepChange {
        chief: known.is_some_and(|known| known.chief),
        due: known.and_then(|known| known.due),
        new: None,
        old: old(about, &e.person, known.is_some_and(|known| known.external)),
        reason: reason(e.cause),
        vacant_on: e.vacated_on,
    }
}

/// A new representative in a vacant place, or a new chief in the place of another who stays.
fn replaced(about: &About<'_>, e: &RepReplaced) -> RepChange {
    let known = about.heard.vacancies.iter().rfind(|known| known.person == e.replaces && known.side == e.side);
    let id = &e.member.person.id;
    let vacant_on = known.map_or_else(|| e.at.date(), |known| known.on);
    RepChange {
        chief: e.member.chief,
        due: known.and_then(|known| known.due),
        new: Some(NewRepresentative {
            external: e.member.external,
            name: about.people.name(id),
            // Somebody on the list already follows on the day of the act.
            on: if e.selection.on < vacant_on { e.at.date() } else { e.selection.on },
            post: about.people.post(id),
        }),
        old: old(about, &e.replaces, known.is_some_and(|known| known.external)),
        reason: known.map_or_else(|| word("paper-chief-passed-on"), |known| reason(known.cause)),
        vacant_on,
    }
}

fn old(about: &About<'_>, id: &str, external: bool) -> OldRepresentative {
    OldRepresentative { external, name: about.people.name(id), post: about.people.post(id) }
}

fn reason(cause: VacancyCause) -> String {
    word(match cause {
        VacancyCause::Resigned => "timeline-vacancy-resigned",
        VacancyCause::Left => "timeline-vacancy-left",
        VacancyCause::Recalled => "timeline-vacancy-recalled",
        VacancyCause::Incapable => "timeline-vacancy-incapable",
    })
}
