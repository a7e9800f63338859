//! One person of a roster: invited, reached elsewhere, erased; and invitations to everybody who hasn't come in yet.

use accounts::RosterPerson;
use accounts::access::Right;
use accounts::roster::{MOST_ROWS, may_for};
use axum::extract::{Form, Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use serde::Deserialize;
use uuid::Uuid;

use super::parts::{Blank, CheckPage, FormPage, Takes, employer_name, faults, origin, say1};
use super::roster::{Step, invitable, refused};
use crate::look::{Frame, page as rendered};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// So many are invited at one press.
const AT_ONCE: usize = 500;

/// What is done with one person.
#[derive(Deserialize)]
pub(crate) struct One {
    #[serde(default)]
    phone: String,
    #[serde(default)]
    step: String,
    #[serde(default)]
    what: String,
}

/// Invites one person, or erases what is known of them.
pub(crate) async fn one(
    State(site): Here,
    visitor: Visitor,
    headers: HeaderMap,
    Path((employer, person)): Path<(String, Uuid)>,
    Form(One { phone, step, what }): Form<One>,
) -> Result<Response, Trouble> {
    may_for(&visitor.signed, Right::KeepRoster, &employer).map_err(accounts::PeopleError::from)?;
    if what.is_empty() {
        return Err(Trouble::Missing);
    }
    if what == "erase" && step != "do" {
        let found = site.desk.store().roster_person(&employer, person).await?.ok_or(Trouble::Missing)?;
        return rendered(&CheckPage {
            action: format!("/rosters/{employer}/people/{person}"),
            back: format!("/rosters/{employer}"),
            button: site.text("pages-who-roster-erase"),
            f: Frame::of(&site, &visitor, site.text("pages-who-roster-erase")),
            hidden: vec![("what", what), ("step", "do".to_owned())],
            lines: vec![(site.text("pages-person-name"), found.name.0)],
            notes: vec![site.text("pages-who-roster-erase-note")],
        });
    }
    if what == "phone" {
        return new_phone(&site, &visitor, &employer, person, (&phone, step == "do")).await;
    }
    let done = if what == "erase" {
        site.accounts.erase(&visitor.signed, &employer, person).await
    } else {
        let name = employer_name(&site, &employer).await?;
        let words = invitation(&site, &headers, name);
        site.accounts.invite(&visitor.signed, &employer, person, &words).await
    };
    match done {
        Ok(()) => {
            let done = if what == "erase" { "erase" } else { "invite" };
            Ok(Redirect::to(&format!("/rosters/{employer}?done={done}&count=1")).into_response())
        }
        Err(error) => {
            let faults = faults(error)?;
            refused(&site, &visitor, &employer, &faults).await
        }
    }
}

/// Asks for another phone of somebody, or sets it.
async fn new_phone(
    site: &Site,
    visitor: &Visitor,
    employer: &str,
    person: Uuid,
    (phone, set): (&str, bool),
) -> Result<Response, Trouble> {
    let found = site.desk.store().roster_person(employer, person).await?.ok_or(Trouble::Missing)?;
    let f = Frame::of(site, visitor, site.text("pages-who-roster-phone"));
    let mut form = FormPage::new(site, f, format!("/rosters/{employer}/people/{person}"), "roster-phone");
    form.back = Some(format!("/rosters/{employer}"));
    form.blanks = vec![Blank::new(site, "phone", Takes::Line, phone)];
    form.hidden = vec![("what", "phone".to_owned()), ("step", "do".to_owned())];
    form.lead = vec![found.name.0, site.text("pages-who-roster-phone-note")];
    if !set {
        return rendered(&form);
    }
    let words = |now: &str| say1(site, "pages-who-short-phone", "phone", &now);
    match site.accounts.set_roster_phone(&visitor.signed, employer, person, phone, &words).await {
        Ok(()) => Ok(Redirect::to(&format!("/rosters/{employer}?done=phone")).into_response()),
        Err(error) => {
            let faults = faults(error)?;
            form.wrong(site, &faults)
        }
    }
}

/// The words of an invitation, for a link.
fn invitation(site: &Site, headers: &HeaderMap, employer: String) -> impl Fn(&str) -> String + Send + Sync + use<> {
    let (site, origin) = (site.clone(), origin(headers));
    move |token: &str| {
        let said = Said::new("pages-who-short-link").arg("employer", &employer);
        site.say(&said.arg("link", format!("{origin}/i/{token}")))
    }
}

/// Invites everybody who has a phone and hasn't come in yet, some hundreds at a time.
pub(crate) async fn invite_all(
    State(site): Here,
    visitor: Visitor,
    headers: HeaderMap,
    Path(employer): Path<String>,
    Form(Step { step }): Form<Step>,
) -> Result<Response, Trouble> {
    may_for(&visitor.signed, Right::KeepRoster, &employer).map_err(accounts::PeopleError::from)?;
    let waiting: Vec<RosterPerson> =
        site.accounts.roster(&employer).await?.into_iter().filter(invitable).take(MOST_ROWS).collect();
    if step != "do" {
        return rendered(&CheckPage {
            action: format!("/rosters/{employer}/invite"),
            back: format!("/rosters/{employer}"),
            button: site.text("pages-who-roster-invite-all"),
            f: Frame::of(&site, &visitor, site.text("pages-who-roster-invite-all")),
            hidden: vec![("step", "do".to_owned())],
            lines: vec![(site.text("pages-who-roster-waiting"), waiting.len().to_string())],
            notes: vec![say1(&site, "pages-who-roster-invite-note", "most", &AT_ONCE)],
        });
    }
    let name = employer_name(&site, &employer).await?;
    let words = invitation(&site, &headers, name);
    let mut count = 0;
    for person in waiting {
        if count == AT_ONCE {
            break;
        }
        match site.accounts.invite(&visitor.signed, &employer, person.id, &words).await {
            Ok(()) => count += 1,
            // Whoever was invited a moment ago is left alone.
            Err(error) => drop(faults(error)?),
        }
    }
    Ok(Redirect::to(&format!("/rosters/{employer}?done=invite&count={count}")).into_response())
}
