//! Extending a ballot that is open: form, check, done. It can't be taken back, and everybody is told with the ballot.

use accounts::Account;
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ballot::Extension;
use law::Date;
use law::time::Moment;
use messages::Said;
use negotiation::{Capacity, table};
use serde_json::Value;
use store::{BallotChore, Chore};
use uuid::Uuid;

use super::office::{Fields, clock, one};
use super::roll::held;
use super::{Ballot, holder, words};
use crate::case::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "ballot_extend.html")]
struct Extend {
    ballot: Uuid,
    /// What is about to be done, where it is to be looked at.
    check: Option<String>,
    closes: String,
    error: Option<String>,
    f: Frame,
    fields: Fields,
    head: Head,
}

impl Extend {
    fn value(&self, name: &str) -> &str {
        one(&self.fields, name)
    }
}

fn shown(
    site: &Site,
    visitor: &Visitor,
    (room, ballot): (&Room, &Ballot),
    fields: Fields,
    error: Option<String>,
    check: Option<String>,
) -> Result<Response, Trouble> {
    rendered(&Extend {
        ballot: ballot.id(),
        check,
        closes: words::time(ballot.closes_at()),
        error,
        f: frame(site, visitor, room, "ballots"),
        fields,
        head: Head::of(site, room),
    })
}

/// The form.
pub(super) async fn page(
    State(site): Here,
    visitor: Visitor,
    Path((case, id)): Path<(Uuid, Uuid)>,
) -> Result<Response, Trouble> {
    let (room, ballot) = held(&site, &visitor, case, id).await?;
    let closes = ballot.closes_at();
    let (hour, minute) = closes.clock();
    let fields = vec![
        ("closes_on".to_owned(), closes.date().to_string()),
        ("closes_at".to_owned(), format!("{hour:02}:{minute:02}")),
        ("from".to_owned(), closes.millis().to_string()),
    ];
    shown(&site, &visitor, (&room, &ballot), fields, None, None)
}

/// The form as it came back.
pub(super) async fn give(
    State(site): Here,
    visitor: Visitor,
    Path((case, id)): Path<(Uuid, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Trouble> {
    let (room, ballot) = held(&site, &visitor, case, id).await?;
    let opened = (&room, &ballot);
    if one(&fields, "step") == "edit" {
        return shown(&site, &visitor, opened, fields, None, None);
    }
    let extension = match read(&site, &visitor, opened, &fields) {
        Ok(extension) => extension,
        Err(said) => {
            let form = shown(&site, &visitor, opened, fields, Some(site.say(&said)), None)?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response());
        }
    };
    if one(&fields, "step") != "do" {
        let check = Some(site.say(&sentence(&site, &extension, &visitor.signed.account.name)));
        return shown(&site, &visitor, opened, fields, None, check);
    }
    let chore = BallotChore::Extend {
        case,
        ballot: id,
        number: u32::try_from(ballot.extensions.len()).unwrap_or(u32::MAX),
        closes_at: extension.closes_at,
        extension: ledger::canonical::to_vec(&extension).map_err(|error| Trouble::Fault(error.to_string()))?,
    };
    if site.desk.chore(Chore::Ballot(chore)).await? {
        return Ok(Redirect::to(&format!("/cases/{case}/ballots/{id}")).into_response());
    }
    let said = site.say(&ballot::ExtensionError::Broken.said());
    let form = shown(&site, &visitor, opened, fields, Some(said), None)?;
    Ok((StatusCode::CONFLICT, form).into_response())
}

fn read(
    site: &Site,
    visitor: &Visitor,
    (room, ballot): (&Room, &Ballot),
    fields: &[(String, String)],
) -> Result<Extension, Said> {
    let day = one(fields, "closes_on").parse::<Date>().map_err(|_| Said::new("pages-vote-fault-day"))?;
    let (hour, minute) = clock(one(fields, "closes_at")).ok_or_else(|| Said::new("pages-vote-fault-clock"))?;
    // The close that the form showed: whoever sent it twice, or after somebody else, extends nothing again.
    let from = one(fields, "from").parse().map_err(|_| Said::new("pages-vote-fault-form"))?;
    let extension = Extension {
        at: site.desk.now(),
        by: visitor.signed.account.id.to_string(),
        capacity: holder(room).unwrap_or(Capacity::CongressClerk).name().to_owned(),
        closes_at: Moment::at(day, hour, minute),
        from: Moment::from_millis(from),
        reason: one(fields, "reason").to_owned(),
    };
    ballot.definition.extended(&ballot.extensions, extension).map_err(ballot::ExtensionError::said)
}

fn sentence(site: &Site, extension: &Extension, name: &str) -> Said {
    let Extension { at, capacity, closes_at, from, reason, .. } = extension;
    let known = serde_json::from_value::<Capacity>(Value::String(capacity.clone())).ok();
    let capacity = known.map_or_else(String::new, |known| site.text(table::capacity_key(known)));
    Said::new("pages-vote-extended")
        .arg("who", format!("{capacity}{name}"))
        .arg("at", words::time(*at))
        .arg("from", words::time(*from))
        .arg("to", words::time(*closes_at))
        .arg("reason", reason)
}

/// Who extended a ballot, when, why and until when: shown to everybody with it.
pub(super) async fn told(site: &Site, ballot: &Ballot) -> Result<Vec<String>, Trouble> {
    let mut all = Vec::new();
    for extension in &ballot.extensions {
        let account: Option<Account> = match extension.by.parse() {
            Ok(id) => site.accounts.by_id(id).await?,
            Err(_) => None,
        };
        let name = account.map(|account| account.name).unwrap_or_default();
        all.push(site.say(&sentence(site, extension, &name)));
    }
    Ok(all)
}
