//! D07 list of data and D08 notice of a session: what a side has in hand before the meeting.

use documents::data::{DataAnswer, DataItem, DataList, Secrecy, SessionNotice};
use law::Date;
use messages::Said;
use negotiation::command::DisclosureItem;
use negotiation::event::Disclosed;
use negotiation::{Event, Negotiation, Side};

use super::common::{before_meeting, behind, dated, meeting, parties, representatives, side, word};
use super::offer::offer_of;
use super::{About, PaperError, Trigger};
use crate::catalogue;

fn disclosed<'e>(trigger: &Trigger<'e>, paper: &'static str) -> Result<&'e Disclosed, PaperError> {
    if let Event::Disclosed(e) = trigger.event { Ok(e) } else { Err(PaperError::Stage(paper)) }
}

pub(super) fn data(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let e = disclosed(trigger, "D07")?;
    let paper = DataList {
        asking: side(e.side.other()),
        citations: behind(about, "disclose"),
        header: dated(about, n, trigger, e.at, word("paper-title-data")),
        items: if e.answers.is_empty() { unasked(e) } else { asked(n, e) },
        meeting: meeting(about, n),
        parties: parties(about, n),
        request: None,
        signatures: None,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// Everything that the other side has asked for, with what became of it up to now.
fn asked(n: &Negotiation, e: &Disclosed) -> Vec<DataItem> {
    let given: Vec<&str> = e.points.iter().map(String::as_str).collect();
    let one_each = given.len() == e.answers.len();
    let requests = n.requests.iter().enumerate().filter(|(_, request)| request.asked_by == e.side.other());
    requests
        .map(|(at, request)| {
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            let answered = e.answers.iter().position(|answer| *answer == number);
            let point = answered.and_then(|at| given.get(at)).filter(|_| one_each);
            let answer = match (answered, request.answered_at) {
                (Some(_), _) => {
                    let form = point.map_or_else(|| given.join("、"), |point| (*point).to_owned());
                    DataAnswer::Provided { form, on: e.at.date() }
                }
                (None, Some(at)) => DataAnswer::Provided { form: word("paper-data-earlier"), on: at.date() },
                (None, None) => DataAnswer::Pending,
            };
            let duty = n.duty(&format!("disclose-data-{}-{number}", e.side.name()));
            DataItem {
                answer,
                asked_on: Some(request.asked_at.date()),
                due: duty.map(|duty| duty.dates.due).filter(|due| *due >= request.asked_at.date()),
                note: None,
                secrecy: secrecy(e),
                what: request.item.clone(),
            }
        })
        .collect()
}

/// What a side gives without being asked (NB 17).
fn unasked(e: &Disclosed) -> Vec<DataItem> {
    let on: Date = e.at.date();
    let words = if e.points.is_empty() { vec![word("paper-data-material")] } else { e.points.clone() };
    let item = |what: String| DataItem {
        answer: DataAnswer::Provided { form: word("paper-data-unasked"), on },
        asked_on: None,
        due: None,
        note: None,
        secrecy: secrecy(e),
        what,
    };
    words.into_iter().map(item).collect()
}

/// Material of which only commitments enter the case is a secret (CC22 26(2)); all of it is for the talks alone.
fn secrecy(e: &Disclosed) -> Secrecy {
    if e.materials.is_empty() { Secrecy::Internal } else { Secrecy::TradeSecret }
}

/// Before the first session a side tells the other what it wants to talk about and who comes (ZJ-CC 16(2)); a session that
/// is set or moved later is told with what the sides have named by then.
pub(super) fn notice(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (at, from) = if let Event::Disclosed(e) = trigger.event {
        (e.at, e.side)
    } else if let Event::SessionScheduled(_) = trigger.event {
        (trigger.at, sender(n, trigger.speaker.side))
    } else {
        return Err(PaperError::Stage("D08"));
    };
    let first = n.sessions.is_empty();
    let period = about.rules.disclose.agenda.value().map(|given| &given.period).filter(|_| first);
    let duty = |item: &str| n.duty(&format!("disclose-{item}-{}", from.name())).filter(|_| first);
    let roster = about.heard.papers.iter().rfind(|(kind, ..)| first && *kind == documents::Kind::RepRoster);
    let paper = SessionNotice {
        agenda: agenda(n, from),
        chair: None,
        citations: behind(about, "schedule_session"),
        delivery: None,
        header: dated(about, n, trigger, at, word("paper-title-session-notice")),
        link: None,
        materials: roster
            .map(|_| catalogue::say(&Said::new("paper-with-roster").arg("side", word(side_key(from)))))
            .into_iter()
            .collect(),
        meeting: meeting(about, n).ok_or(PaperError::Stage("D08"))?,
        notice: before_meeting(period, duty("agenda").or_else(|| duty("rep_list"))),
        parties: parties(about, n),
        recorder: None,
        representatives: representatives(about, n, &[from]),
        sender: side(from),
        session: u32::try_from(n.sessions.len() + 1).unwrap_or(u32::MAX),
        signature: None,
        time: None,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// Whether a side has named those who come.
pub(super) fn attends(n: &Negotiation, of: Side) -> bool {
    n.delegations.get(of).and_then(Option::as_deref).is_some_and(|list| !list.members.is_empty())
}

/// The side that set the session; where the recorder did, or a side that hasn't named anybody, one that has.
fn sender(n: &Negotiation, speaker: Side) -> Side {
    if attends(n, speaker) {
        return speaker;
    }
    if attends(n, Side::Worker) { Side::Worker } else { Side::Employer }
}

/// What a side wants to talk about, or else what the other one does, or what was offered.
fn agenda(n: &Negotiation, of: Side) -> Vec<String> {
    let agendas =
        || n.disclosures.iter().filter(|given| given.item == DisclosureItem::Agenda && !given.points.is_empty());
    let given = agendas().rfind(|given| given.side == of).or_else(|| agendas().next_back());
    let offered = || offer_of(n).map(|(offer, _)| &offer.content.topics).filter(|topics| !topics.is_empty());
    match (given, offered()) {
        (Some(given), _) => given.points.clone(),
        (None, Some(topics)) => topics.iter().map(|topic| topic.title.clone()).collect(),
        (None, None) => vec![word("paper-all-topics")],
    }
}

const fn side_key(side: Side) -> &'static str {
    match side {
        Side::Employer => "paper-side-employer",
        Side::Worker | Side::None => "paper-side-worker",
    }
}
