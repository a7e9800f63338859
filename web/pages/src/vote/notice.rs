//! The notice of the meeting: day, hour and place, given by whoever opens a ballot, shown to everybody who may vote, and one
//! short message to each whose phone is known, with the personal link.
//!
//! Link and message are kept in the transaction that opens the ballot, so that opening it twice tells nobody twice. What the
//! message says is forgotten once it is handed over. Nobody is told at night: it waits for the morning, or isn't sent where
//! the ballot is over by then.

use ballot::{Definition, Meeting, link_of};
use law::Date;
use law::time::Moment;
use ledger::Digest;
use messages::Said;
use service::reach::{by_day, phone};
use store::{Hidden, ShortMessage};
use uuid::Uuid;

use super::office::one;
use super::roll::secret;
use super::rolls::Roll;
use super::words;
use crate::desk::weekday;
use crate::room::Room;
use crate::site::Site;
use crate::trouble::Trouble;

/// The register of attendance is usually open for challenge for so many days after the close.
pub(super) const USUAL_DAYS: u32 = 5;

/// The meeting of a form; `None` where there is none.
pub(super) fn meeting(fields: &[(String, String)]) -> Result<Option<Meeting>, Said> {
    let given = |name: &str| Some(one(fields, name).to_owned()).filter(|text| !text.is_empty());
    let (at, place) = (given("meets_at").map(|at| at.replace('：', ":")), given("meets_in"));
    match given("meets_on") {
        Some(day) => {
            let on = day.parse::<Date>().map_err(|_| Said::new("pages-vote-fault-meeting"))?;
            Ok(Some(Meeting { at, on, place }))
        }
        None if at.is_some() || place.is_some() => Err(Said::new("pages-vote-fault-meeting")),
        None => Ok(None),
    }
}

/// For how many days the register is open for challenge, as a form says; left open where nothing is.
pub(super) fn days(fields: &[(String, String)]) -> Result<Option<u32>, Said> {
    match one(fields, "objection_days") {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| ballot::DefinitionError::Days.said()),
    }
}

/// Day, hour and place in words, where there is a meeting.
pub(super) fn told(site: &Site, definition: &Definition) -> Option<String> {
    let Meeting { at, on, place } = definition.meeting.as_ref()?;
    let day = weekday(site, *on);
    let said = match (at, place) {
        (Some(at), Some(place)) => Said::new("pages-vote-meeting-whole").arg("at", at).arg("place", place),
        (Some(at), None) => Said::new("pages-vote-meeting-at").arg("at", at),
        (None, Some(place)) => Said::new("pages-vote-meeting-in").arg("place", place),
        (None, None) => Said::new("pages-vote-meeting-on"),
    };
    Some(site.say(&said.arg("day", day)))
}

/// When those whose phone is known are told; `None` where the ballot is over before anybody may be.
pub(super) fn due(definition: &Definition) -> Option<Moment> {
    Some(by_day(definition.opened_at)).filter(|at| *at < definition.closes_at)
}

/// What goes out with a ballot: hashes of links by number, and the messages that carry the links.
pub(super) type Outgoing = (Vec<(u32, Digest)>, Vec<ShortMessage>);

/// A link and a message for everybody on the roll whose phone is known.
pub(super) async fn outgoing(
    site: &Site,
    room: &Room,
    (definition, roll): (&Definition, &Roll),
    origin: &str,
) -> Result<Outgoing, Trouble> {
    let (mut links, mut messages) = (Vec::new(), Vec::new());
    let Some(next_at) = due(definition) else { return Ok((links, messages)) };
    let (store, employer) = (site.desk.store(), Some(room.line.employer_uscc.as_str()));
    for (number, voter) in (0_u32..).zip(&roll.content.voters) {
        let Ok(person) = voter.id.parse::<Uuid>() else { continue };
        let Some(phone) = phone(store, employer, person).await? else { continue };
        let secret = secret()?;
        links.push((number, link_of(secret.as_bytes())));
        let text =
            text(site, &room.line.employer_name, definition, &format!("{origin}/v/{}/{secret}", definition.ballot));
        messages.push(ShortMessage {
            id: Uuid::now_v7(),
            phone: Some(phone),
            text: Some(Hidden(text)),
            created_at: definition.opened_at,
            attempts: 0,
            next_at,
            sent_at: None,
            problem: None,
        });
    }
    Ok((links, messages))
}

fn text(site: &Site, employer: &str, definition: &Definition, link: &str) -> String {
    let said = Said::new("pages-vote-short").arg("employer", employer).arg("title", words::about(site, definition));
    let said = said.arg("meeting", told(site, definition).unwrap_or_default());
    site.say(&said.arg("closes", words::time(definition.closes_at)).arg("link", link))
}
