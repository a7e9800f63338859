//! The roster of an employer: a list is read, looked at, confirmed; people are invited, and erased.

use accounts::access::Right;
use accounts::organisation::OrganisationKind;
use accounts::roster::{CellFault, Checked, may_for};
use accounts::{Fault, RosterPerson, masked};
use askama::Template;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Form, Multipart, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use serde::Deserialize;
use uuid::Uuid;

use super::parts::{employer_name, faults, say1};
use crate::act::Posted;
use crate::look::{Frame, page as rendered};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// People on one page.
const PAGE: usize = 50;
/// Faults that are shown; whoever has more mends these first.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "who_roster.html")]
struct Roster {
    all: usize,
    active: usize,
    done: Option<String>,
    employer: String,
    error: Option<String>,
    f: Frame,
    invitable: usize,
    more: Option<Uuid>,
    name: String,
    rows: Vec<Row>,
    /// The visitor waits to be confirmed: a list is only looked at.
    trial: bool,
}

struct Row {
    constituency: String,
    delegate: bool,
    id: Uuid,
    invitable: bool,
    is_active: bool,
    name: String,
    number: String,
    phone: String,
    post: String,
}

/// Which page, and what was just done.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Sheet {
    after: Option<Uuid>,
    count: usize,
    done: String,
}

/// How far a visitor is with a roster.
enum Access {
    /// They keep it.
    Keeps,
    /// They wait to be confirmed: they may try a list out, and see nobody.
    Tries,
}

async fn access(site: &Site, visitor: &Visitor, employer: &str) -> Result<Access, Trouble> {
    let Err(denied) = may_for(&visitor.signed, Right::KeepRoster, employer) else { return Ok(Access::Keeps) };
    let own = site.accounts.applications_of(visitor.signed.account.id).await?;
    let waits = own.iter().any(|organisation| {
        let is_union = OrganisationKind::named(&organisation.kind).is_some_and(OrganisationKind::is_union);
        is_union && organisation.employers.iter().any(|code| code == employer)
    });
    if waits {
        return Ok(Access::Tries);
    }
    Err(if denied.stranger { Trouble::Missing } else { Trouble::Forbidden(denied.said()) })
}

/// The roster.
pub(crate) async fn page(
    State(site): Here,
    visitor: Visitor,
    Path(employer): Path<String>,
    Query(sheet): Query<Sheet>,
) -> Result<Response, Trouble> {
    let access = access(&site, &visitor, &employer).await?;
    shown(&site, &visitor, &employer, &access, &sheet, None).await
}

async fn shown(
    site: &Site,
    visitor: &Visitor,
    employer: &str,
    access: &Access,
    sheet: &Sheet,
    error: Option<String>,
) -> Result<Response, Trouble> {
    let trial = matches!(access, Access::Tries);
    let all = if trial { Vec::new() } else { site.accounts.roster(employer).await? };
    let from = sheet.after.and_then(|after| all.iter().position(|person| person.id == after));
    let rows: Vec<&RosterPerson> = all.iter().skip(from.map_or(0, |at| at + 1)).take(PAGE).collect();
    let last = all.last().map(|person| person.id);
    let more = rows.last().map(|person| person.id).filter(|id| Some(*id) != last);
    let done = match sheet.done.as_str() {
        "import" => Some(say1(site, "pages-who-roster-done-import", "count", &sheet.count)),
        "invite" => Some(say1(site, "pages-who-roster-done-invite", "count", &sheet.count)),
        "erase" => Some(site.text("pages-who-roster-done-erase")),
        "phone" => Some(site.text("pages-who-roster-done-phone")),
        _ => None,
    };
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = rendered(&Roster {
        all: all.len(),
        active: all.iter().filter(|person| person.account.is_some()).count(),
        done,
        employer: employer.to_owned(),
        error,
        f: Frame::of(site, visitor, site.text("pages-who-roster-title")),
        invitable: all.iter().filter(|person| invitable(person)).count(),
        more,
        name: employer_name(site, employer).await?,
        rows: rows.into_iter().map(row).collect(),
        trial,
    })?;
    Ok((status, page).into_response())
}

/// Whether somebody can be invited: they have a phone, and haven't come in.
pub(super) fn invitable(person: &RosterPerson) -> bool {
    person.account.is_none() && !person.phone.0.is_empty()
}

fn row(person: &RosterPerson) -> Row {
    Row {
        constituency: person.constituency.clone(),
        delegate: person.delegate,
        id: person.id,
        invitable: invitable(person),
        is_active: person.account.is_some(),
        name: person.name.0.clone(),
        number: person.number.clone(),
        phone: masked(&person.phone.0),
        post: person.post.clone(),
    }
}

/// An empty list.
pub(crate) async fn template(_: Visitor) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"roster.csv\""),
    ];
    (headers, accounts::roster::template()).into_response()
}

#[derive(Template)]
#[template(path = "who_list.html")]
struct List {
    employer: String,
    f: Frame,
    faults: Vec<(String, String)>,
    hidden_faults: usize,
    known: usize,
    list: Option<Uuid>,
    new: usize,
    rows: Vec<Vec<String>>,
    unused: Vec<String>,
}

/// Reads a list and shows what would come of it.
pub(crate) async fn read(
    State(site): Here,
    visitor: Visitor,
    Path(employer): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Trouble> {
    let access = access(&site, &visitor, &employer).await?;
    let unreadable = || Trouble::Unreadable(Said::new("pages-who-unreadable"));
    let (_, uploads) =
        Posted::receive(form.map_err(|_| unreadable())?).await.map_err(|error| Trouble::Unreadable(error.said()))?;
    let sheet = Sheet::default();
    let Some(upload) = uploads.into_iter().find(|upload| upload.path == "list") else {
        let error = Some(site.text("pages-who-roster-none"));
        return shown(&site, &visitor, &employer, &access, &sheet, error).await;
    };
    let checked = match site.accounts.read_list(&employer, &upload.bytes).await? {
        Ok(checked) => checked,
        Err(said) => return shown(&site, &visitor, &employer, &access, &sheet, Some(site.say(&said))).await,
    };
    let good = checked.faults.is_empty() && !checked.new.is_empty();
    let list = match access {
        Access::Keeps if good => Some(site.accounts.keep_list(&visitor.signed, &employer, &checked).await?),
        Access::Keeps | Access::Tries => None,
    };
    looked_at(&site, &visitor, employer, &checked, list)
}

fn looked_at(
    site: &Site,
    visitor: &Visitor,
    employer: String,
    checked: &Checked,
    list: Option<Uuid>,
) -> Result<Response, Trouble> {
    let place = |fault: &CellFault| {
        let said = Said::new("pages-who-list-cell").arg("row", fault.row).arg("column", &fault.column);
        site.say(&said.arg("heading", &fault.heading))
    };
    let yes = site.text("pages-yes");
    let preview = checked.new.iter().take(20).map(|person| {
        let sex = match person.sex.as_str() {
            "" => String::new(),
            sex => site.text(format!("pages-who-sex-{sex}")),
        };
        let delegate = if person.delegate { yes.clone() } else { String::new() };
        let texts = [&person.name, &person.phone, &person.number, &person.post, &person.constituency, &sex, &delegate];
        texts.map(String::clone).into()
    });
    let page = rendered(&List {
        employer,
        f: Frame::of(site, visitor, site.text("pages-who-list-title")),
        faults: checked.faults.iter().take(SHOWN).map(|fault| (place(fault), site.say(&fault.said))).collect(),
        hidden_faults: checked.faults.len().saturating_sub(SHOWN),
        known: checked.known.len(),
        list,
        new: checked.new.len(),
        rows: preview.collect(),
        unused: checked.unused.clone(),
    })?;
    let status = if checked.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page).into_response())
}

/// A step on a page that was looked at.
#[derive(Deserialize)]
pub(crate) struct Step {
    #[serde(default)]
    pub(super) step: String,
}

/// Puts a list on the roster, or away.
pub(crate) async fn settle(
    State(site): Here,
    visitor: Visitor,
    Path((employer, list)): Path<(String, Uuid)>,
    Form(Step { step }): Form<Step>,
) -> Result<Response, Trouble> {
    if step != "do" {
        site.accounts.drop_list(&visitor.signed, &employer, list).await?;
        return Ok(Redirect::to(&format!("/rosters/{employer}")).into_response());
    }
    match site.accounts.import(&visitor.signed, &employer, list).await {
        Ok(count) => Ok(Redirect::to(&format!("/rosters/{employer}?done=import&count={count}")).into_response()),
        Err(error) => {
            let faults = faults(error)?;
            refused(&site, &visitor, &employer, &faults).await
        }
    }
}

/// The roster with why something wasn't done.
pub(super) async fn refused(
    site: &Site,
    visitor: &Visitor,
    employer: &str,
    faults: &[Fault],
) -> Result<Response, Trouble> {
    let access = access(site, visitor, employer).await?;
    let error = faults.first().map(|fault| site.say(&fault.said));
    shown(site, visitor, employer, &access, &Sheet::default(), error).await
}
