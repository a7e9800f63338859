//! Those who stand for an employer: whom somebody may let stand, and whose standing they may end. And accounts for people
//! who are to be named there.

use accounts::appoint::appointable;
use accounts::{Fault, PeopleError};
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use negotiation::Capacity;
use negotiation::table::capacity_key;
use serde::Deserialize;
use uuid::Uuid;

use super::join::newcomer;
use super::parts::{Blank, CheckPage, FormPage, Takes, employer_name, faults, privacy};
use crate::act::Posted;
use crate::look::{Frame, page as rendered};
use crate::session::{Visitor, enter};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// What was just done.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Done {
    done: String,
}

/// What was chosen and typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Chosen {
    account: Option<Uuid>,
    #[serde(rename = "as")]
    capacity: String,
    mark: String,
    step: String,
    what: String,
    who: String,
}

#[derive(Template)]
#[template(path = "who_staff.html")]
struct Staff {
    capacities: Vec<(&'static str, String, bool)>,
    done: Option<String>,
    employer: String,
    errors: Vec<(&'static str, String)>,
    f: Frame,
    mark: String,
    name: String,
    rows: Vec<Row>,
    who: String,
}

struct Row {
    account: Uuid,
    capacity: String,
    capacity_name: &'static str,
    may_end: bool,
    name: String,
}

/// Who stands for an employer.
pub(crate) async fn page(
    State(site): Here,
    visitor: Visitor,
    Path(employer): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Trouble> {
    let done = ["appoint", "end"].into_iter().find(|known| *known == done.done);
    let done = done.map(|done| site.text(format!("pages-who-staff-done-{done}")));
    shown(&site, &visitor, employer, &Chosen::default(), done, &[]).await
}

async fn shown(
    site: &Site,
    visitor: &Visitor,
    employer: String,
    chosen: &Chosen,
    done: Option<String>,
    faults: &[Fault],
) -> Result<Response, Trouble> {
    let may = appointable(&visitor.signed, &employer);
    if may.is_empty() {
        return Err(Trouble::Missing);
    }
    let staff = site.accounts.staff(&visitor.signed, &employer).await?;
    let row = |(account, capacity): (accounts::Account, Capacity)| Row {
        account: account.id,
        capacity: site.text(capacity_key(capacity)),
        capacity_name: capacity.name(),
        may_end: may.contains(&capacity),
        name: account.name,
    };
    let option =
        |capacity: &Capacity| (capacity.name(), site.text(capacity_key(*capacity)), capacity.name() == chosen.capacity);
    let page = rendered(&Staff {
        capacities: may.iter().map(option).collect(),
        done,
        errors: faults.iter().map(|fault| (fault.field, site.say(&fault.said))).collect(),
        f: Frame::of(site, visitor, site.text("pages-who-staff-title")),
        mark: chosen.mark.clone(),
        name: employer_name(site, &employer).await?,
        rows: staff.into_iter().map(row).collect(),
        who: chosen.who.clone(),
        employer,
    })?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page).into_response())
}

/// Lets somebody stand, or ends it; each after a look.
pub(crate) async fn settle(
    State(site): Here,
    visitor: Visitor,
    Path(employer): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Trouble> {
    let may = appointable(&visitor.signed, &employer);
    if may.is_empty() {
        return Err(Trouble::Missing);
    }
    let Some(capacity) = may.into_iter().find(|capacity| capacity.name() == chosen.capacity) else {
        let fault = Fault::new("as", Said::new("pages-who-staff-as-missing"));
        return shown(&site, &visitor, employer, &chosen, None, &[fault]).await;
    };
    let ends = chosen.what == "end";
    if chosen.step == "do" {
        let account = chosen.account.ok_or(Trouble::Missing)?;
        let done = if ends {
            site.accounts.dismiss(&visitor.signed, &employer, capacity, account).await
        } else {
            site.accounts.appoint(&visitor.signed, &employer, capacity, account).await
        };
        return match done {
            Ok(()) => {
                let done = if ends { "end" } else { "appoint" };
                Ok(Redirect::to(&format!("/staff/{employer}?done={done}")).into_response())
            }
            Err(error) => {
                let faults = faults(error)?;
                shown(&site, &visitor, employer, &chosen, None, &faults).await
            }
        };
    }
    let meant = match chosen.account.filter(|_| ends) {
        Some(id) => {
            let staff = site.accounts.staff(&visitor.signed, &employer).await?;
            let found = staff.into_iter().find(|(account, own)| account.id == id && *own == capacity);
            found.map(|(account, _)| account).ok_or(PeopleError::Gone)
        }
        None => site.accounts.meant(&employer, capacity, &chosen.who, &chosen.mark).await,
    };
    let account = match meant {
        Ok(account) => account,
        Err(error) => {
            let faults = faults(error)?;
            return shown(&site, &visitor, employer, &chosen, None, &faults).await;
        }
    };
    let key = if ends { "end" } else { "appoint" };
    rendered(&CheckPage {
        action: format!("/staff/{employer}"),
        back: format!("/staff/{employer}"),
        button: site.text(format!("pages-who-staff-{key}")),
        f: Frame::of(&site, &visitor, site.text(format!("pages-who-staff-{key}"))),
        hidden: vec![
            ("what", chosen.what),
            ("as", chosen.capacity),
            ("who", chosen.who),
            ("account", account.id.to_string()),
            ("step", "do".to_owned()),
        ],
        lines: vec![
            (site.text("pages-person-name"), account.name),
            (site.text("pages-who-staff-as"), site.text(capacity_key(capacity))),
        ],
        notes: vec![site.text(format!("pages-who-staff-{key}-note"))],
    })
}

/// The form for an account alone.
pub(crate) async fn sign_up(State(site): Here, headers: HeaderMap) -> Result<Response, Trouble> {
    let mut posted = Posted::default();
    posted.set("account", &Uuid::now_v7().to_string());
    rendered(&account_form(&site, &headers, &posted))
}

fn account_form(site: &Site, headers: &HeaderMap, posted: &Posted) -> FormPage {
    let f = Frame::bare(site, headers, "/signup", site.text("pages-who-signup-title"));
    let mut form = FormPage::new(site, f, "/signup".to_owned(), "signup-do");
    let blank = |name, takes| Blank::new(site, name, takes, posted.one(name));
    form.blanks = vec![
        blank("person", Takes::Line),
        blank("phone", Takes::Line),
        blank("login", Takes::Line),
        blank("password", Takes::Secret),
    ];
    form.hidden = vec![("account", posted.one("account").to_owned())];
    form.lead = vec![site.text("pages-who-signup-lead")];
    form.more = vec![privacy(site)];
    form
}

/// Makes an account that stands for nothing yet.
pub(crate) async fn signed_up(
    State(site): Here,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Trouble> {
    let mut posted = Posted::default();
    for (name, value) in &pairs {
        posted.put(name, value);
    }
    let again = |faults: &[Fault]| account_form(&site, &headers, &posted).wrong(&site, faults);
    if let Err(said) = accounts::phone(posted.one("phone")) {
        return again(&[Fault::new("phone", said)]);
    }
    match newcomer(&site, &posted).await? {
        Ok((_, token)) => Ok(enter(&token, "/home")),
        Err(fault) => again(&[fault]),
    }
}
