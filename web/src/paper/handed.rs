//! D07 list of data and D08 notice of a session: what a side has in hand before the meeting.

use documents::data::{DataAnswer, DataItem, DataList, Secrecy, SessionNotice};
use law::Date;
use messages::Said;
use negotiation::command::DisclosureItem;
use negotiation::event::Disclosed;
use negotiation::{Event, Negotiation};

use super::common::{before_meeting, behind, dated, meeting, parties, representatives, side, word};
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

pub(super) fn notice(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let e = disclosed(trigger, "D08")?;
    let of_side = |item| n.disclosures.iter().rfind(|given| given.side == e.side && given.item == item);
    let agenda = of_side(DisclosureItem::Agenda).ok_or(PaperError::Stage("D08"))?;
    let period = about.rules.disclose.agenda.value().map(|given| &given.period);
    let duty = |item: &str| n.duty(&format!("disclose-{item}-{}", e.side.name()));
    let roster = about.heard.papers.iter().rfind(|(kind, ..)| *kind == documents::Kind::RepRoster);
    let paper = SessionNotice {
        agenda: agenda.points.clone(),
        chair: None,
        citations: behind(about, "schedule_session"),
        delivery: None,
        header: dated(about, n, trigger, e.at, word("paper-title-session-notice")),
        link: None,
        materials: roster
            .map(|_| catalogue::say(&Said::new("paper-with-roster").arg("side", word(side_key(e)))))
            .into_iter()
            .collect(),
        meeting: meeting(about, n).ok_or(PaperError::Stage("D08"))?,
        notice: before_meeting(period, duty("agenda").or_else(|| duty("rep_list"))),
        parties: parties(about, n),
        recorder: None,
        representatives: representatives(about, n, &[e.side]),
        sender: side(e.side),
        session: u32::try_from(n.sessions.len() + 1).unwrap_or(u32::MAX),
        signature: None,
        time: None,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

const fn side_key(e: &Disclosed) -> &'static str {
    match e.side {
        negotiation::Side::Employer => "paper-side-employer",
        negotiation::Side::Worker | negotiation::Side::None => "paper-side-worker",
    }
}
