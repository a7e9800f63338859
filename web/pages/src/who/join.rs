//! Joining: an organisation is applied for with its papers, by somebody who has an account or makes one with it.

use accounts::organisation::{Application, OrganisationKind};
use accounts::{AccountError, Fault, NewAccount, Organisation, OrganisationState, PeopleError, SignInError, scan};
use askama::Template;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use negotiation::table::capacity_key;
use serde::Deserialize;
use store::Scan;
use uuid::Uuid;

use super::parts::{Blank, FormPage, Takes, faults, privacy};
use crate::act::{Posted, Upload};
use crate::look::{Frame, page};
use crate::session::{Visitor, enter};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// What has to be proved.
const PAPERS: [&str; 2] = ["licence", "authorisation"];

/// What a letter of the federation fills in, or which application is to be mended.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Given {
    employers: String,
    kind: String,
    mend: Option<Uuid>,
    name: String,
    region: String,
    uscc: String,
}

/// The form.
pub(crate) async fn form(
    State(site): Here,
    visitor: Option<Visitor>,
    headers: HeaderMap,
    Query(given): Query<Given>,
) -> Result<Response, Trouble> {
    let mut posted = Posted::default();
    let mut reason = None;
    let mended = match (&visitor, given.mend) {
        (Some(visitor), Some(id)) => Some(site.accounts.organisation(&visitor.signed, id).await?),
        _ => None,
    };
    let application = match &mended {
        Some(organisation) => {
            posted.set("id", &organisation.id.to_string());
            reason = Some(organisation.reason.clone()).filter(|reason| !reason.is_empty());
            Application::from(organisation)
        }
        None => {
            posted.set("id", &Uuid::now_v7().to_string());
            Application {
                capacity: String::new(),
                employers: given.employers,
                kind: given.kind,
                name: given.name,
                region: given.region,
                uscc: given.uscc,
            }
        }
    };
    posted.set("account", &Uuid::now_v7().to_string());
    for (name, text) in [
        ("kind", &application.kind),
        ("name", &application.name),
        ("uscc", &application.uscc),
        ("region", &application.region),
        ("employers", &application.employers),
        ("capacity", &application.capacity),
    ] {
        posted.set(name, text);
    }
    let mut form = filled(&site, visitor.as_ref(), &headers, &posted);
    if let Some(reason) = reason {
        form.lead.push(site.say(&Said::new("pages-who-join-returned").arg("reason", reason)));
    }
    page(&form)
}

/// The form with what was typed.
fn filled(site: &Site, visitor: Option<&Visitor>, headers: &HeaderMap, posted: &Posted) -> FormPage {
    let title = site.text("pages-who-join-title");
    let f = match visitor {
        Some(visitor) => Frame::of(site, visitor, title),
        None => Frame::bare(site, headers, "/join", title),
    };
    let mut form = FormPage::new(site, f, "/join".to_owned(), "join-do");
    let kinds = OrganisationKind::ALL.map(|kind| {
        let name = kind.name();
        (name.to_owned(), site.text(format!("pages-who-kind-{name}")))
    });
    let capacities = OrganisationKind::Enterprise.capacities().iter();
    let capacities =
        capacities.map(|capacity| (capacity.name().to_owned(), site.text(capacity_key(*capacity)))).collect();
    let blank = |name, takes| Blank::new(site, name, takes, posted.one(name));
    form.blanks = vec![
        blank("kind", Takes::Choice(kinds.into())),
        blank("name", Takes::Line),
        blank("uscc", Takes::Line),
        blank("region", regions(site)),
        blank("employers", Takes::Area).optional(),
        blank("capacity", Takes::Choice(capacities)).optional(),
        blank("licence", Takes::File),
        blank("authorisation", Takes::File),
    ];
    if visitor.is_none() {
        form.blanks.extend([
            blank("person", Takes::Line),
            blank("phone", Takes::Line),
            blank("login", Takes::Line),
            blank("password", Takes::Secret),
        ]);
        form.more.push(("/login?next=/join".to_owned(), site.text("pages-who-join-signed")));
    }
    form.more.push(privacy(site));
    form.files = true;
    form.hidden = vec![("id", posted.one("id").to_owned()), ("account", posted.one("account").to_owned())];
    form.lead.push(site.text("pages-who-join-lead"));
    form
}

/// The regions that the data knows; a line for the code where it knows none.
pub(super) fn regions(site: &Site) -> Takes {
    let rows = site.book.current_data().map(|(_, data)| data.regions.rows()).unwrap_or_default();
    let named = rows.iter().filter(|region| region.code != "000000");
    let all: Vec<(String, String)> =
        named.map(|region| (region.code.clone(), format!("{}（{}）", region.name, region.code))).collect();
    if all.is_empty() { Takes::Line } else { Takes::Choice(all) }
}

/// Takes an application in.
pub(crate) async fn apply(
    State(site): Here,
    visitor: Option<Visitor>,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Trouble> {
    let unreadable = || Trouble::Unreadable(Said::new("pages-who-unreadable"));
    let form = form.map_err(|_| unreadable())?;
    let (posted, uploads) = Posted::receive(form).await.map_err(|error| Trouble::Unreadable(error.said()))?;
    let id: Uuid = posted.one("id").parse().map_err(|_| unreadable())?;
    let application = Application {
        capacity: posted.one("capacity").to_owned(),
        employers: posted.one("employers").to_owned(),
        kind: posted.one("kind").to_owned(),
        name: posted.one("name").to_owned(),
        region: posted.one("region").to_owned(),
        uscc: posted.one("uscc").to_owned(),
    };
    let mut wrong = site.accounts.check_application(&application).err().unwrap_or_default();
    // What was handed in before needn't be handed in again.
    let there = match &visitor {
        Some(visitor) => site.accounts.organisation(&visitor.signed, id).await.is_ok(),
        None => false,
    };
    let scans = scans(&uploads, there, &mut wrong);
    if visitor.is_none()
        && let Err(said) = accounts::phone(posted.one("phone"))
    {
        wrong.push(Fault::new("phone", said));
    }
    let again = |faults: &[Fault]| filled(&site, visitor.as_ref(), &headers, &posted).wrong(&site, faults);
    if !wrong.is_empty() {
        return again(&wrong);
    }
    let (applicant, token) = match &visitor {
        Some(visitor) => (visitor.signed.account.id, None),
        None => match newcomer(&site, &posted).await? {
            Ok((account, token)) => (account, Some(token)),
            Err(fault) => return again(&[fault]),
        },
    };
    match site.accounts.apply(applicant, id, &application, scans).await {
        // A second press finds the first one's, or what was confirmed meanwhile: either way the list says so.
        Ok(_) => {}
        Err(error) => return again(&faults(error)?),
    }
    Ok(match token {
        Some(token) => enter(&token, "/join/mine"),
        None => Redirect::to("/join/mine").into_response(),
    })
}

/// The files of an application, with what is wrong with them.
fn scans(uploads: &[Upload], there: bool, wrong: &mut Vec<Fault>) -> Vec<Scan> {
    let mut scans = Vec::new();
    for purpose in PAPERS {
        let upload = uploads.iter().find(|upload| upload.path == purpose);
        match upload.map(|upload| scan(purpose, &upload.name, upload.bytes.clone())) {
            Some(Ok(scan)) => scans.push(scan),
            Some(Err(said)) => wrong.push(Fault::new(purpose, said)),
            None if there => {}
            None => wrong.push(Fault::new(purpose, Said::new("accounts-scan-missing"))),
        }
    }
    scans
}

/// Makes the account of somebody new, or finds the one that the same form made before.
pub(super) async fn newcomer(site: &Site, posted: &Posted) -> Result<Result<(Uuid, String), Fault>, Trouble> {
    let account: Uuid =
        posted.one("account").parse().map_err(|_| Trouble::Unreadable(Said::new("pages-who-unreadable")))?;
    let new = NewAccount {
        id: Some(account),
        login: posted.one("login").to_owned(),
        name: posted.one("person").to_owned(),
        password: posted.one("password").to_owned(),
    };
    let (login, password) = (new.login.clone(), new.password.clone());
    match site.accounts.create(new).await {
        Ok(_) => {}
        Err(AccountError::LoginTaken { .. } | AccountError::IdTaken) => {
            let own = site.accounts.by_login(&login).await?.is_some_and(|found| found.id == account);
            if !own {
                let said = AccountError::LoginTaken { login }.said();
                return Ok(Err(Fault::new("login", said)));
            }
        }
        Err(error @ AccountError::Login { .. }) => return Ok(Err(Fault::new("login", error.said()))),
        Err(error @ (AccountError::NoName | AccountError::Name(_))) => {
            return Ok(Err(Fault::new("person", error.said())));
        }
        Err(error @ (AccountError::PasswordLength { .. } | AccountError::PasswordIsLogin)) => {
            return Ok(Err(Fault::new("password", error.said())));
        }
        Err(error) => return Err(error.into()),
    }
    match site.accounts.set_phone(account, posted.one("phone")).await {
        Ok(()) => {}
        Err(PeopleError::Faults(mut all)) if !all.is_empty() => return Ok(Err(all.remove(0))),
        Err(error) => return Err(error.into()),
    }
    match site.accounts.sign_in(&login, &password, None).await {
        Ok(token) => Ok(Ok((account, token.0))),
        Err(SignInError::Store(error)) => Err(error.into()),
        Err(error) => Ok(Err(Fault::new("password", error.said()))),
    }
}

#[derive(Template)]
#[template(path = "who_mine.html")]
struct Mine {
    f: Frame,
    rows: Vec<Row>,
}

struct Row {
    id: Uuid,
    kind: String,
    mendable: bool,
    name: String,
    reason: String,
    /// Employers whose list may be tried out while it waits.
    rosters: Vec<String>,
    state: String,
    state_name: &'static str,
    /// What comes next.
    told: String,
}

/// Somebody's own applications, and how far each is.
pub(crate) async fn mine(State(site): Here, visitor: Visitor) -> Result<Response, Trouble> {
    let all = site.accounts.applications_of(visitor.signed.account.id).await?;
    let rows = all.into_iter().map(|organisation| row(&site, organisation)).collect();
    page(&Mine { f: Frame::of(&site, &visitor, site.text("pages-who-mine-title")), rows })
}

fn row(site: &Site, organisation: Organisation) -> Row {
    let is_union = OrganisationKind::named(&organisation.kind).is_some_and(OrganisationKind::is_union);
    Row {
        id: organisation.id,
        kind: site.text(format!("pages-who-kind-{}", organisation.kind)),
        mendable: organisation.state != OrganisationState::Confirmed,
        name: organisation.name,
        reason: organisation.reason,
        rosters: if is_union { organisation.employers } else { Vec::new() },
        state: site.text(format!("pages-who-state-{}", organisation.state.name())),
        state_name: organisation.state.name(),
        told: site.text(format!("pages-who-mine-{}", organisation.state.name())),
    }
}
