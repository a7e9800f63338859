//! Coming in as a worker: the group's code with name and six digits, or a link of one's own.
//!
//! Opening a link never uses it up, because messengers open links to preview them; the button on its page does.

use accounts::{Fault, half_name};
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use messages::Said;
use serde::Deserialize;

use super::parts::{Blank, FormPage, Takes, employer_name, faults, privacy, say1};
use crate::look::{Frame, Notice, page as rendered};
use crate::session::{enter_on_phone, local};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// What somebody says of themselves.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Named {
    mark: String,
    name: String,
    next: String,
}

/// The digits, with what the browser was given.
#[derive(Deserialize)]
pub(crate) struct Digits {
    challenge: String,
    digits: String,
    #[serde(default)]
    next: String,
}

/// Asks for the name.
pub(crate) async fn form(
    State(site): Here,
    headers: HeaderMap,
    Path(code): Path<String>,
    Query(named): Query<Named>,
) -> Result<Response, Trouble> {
    rendered(&asked(&site, &headers, &code, &named).await?)
}

async fn asked(site: &Site, headers: &HeaderMap, code: &str, named: &Named) -> Result<FormPage, Trouble> {
    let employer = employer_of(site, code).await?;
    let path = format!("/w/{code}");
    let f = Frame::bare(site, headers, &path, site.text("pages-who-in-title"));
    let mut form = FormPage::new(site, f, path, "in-send");
    form.lead = vec![say1(site, "pages-who-in-lead", "employer", &employer_name(site, &employer).await?)];
    form.blanks = vec![
        Blank::new(site, "name", Takes::Line, &named.name),
        Blank::new(site, "mark", Takes::Line, &named.mark).optional(),
    ];
    for blank in &mut form.blanks {
        if blank.name == "name" {
            blank.label = site.text("pages-who-in-name");
            blank.hint = None;
        }
    }
    form.hidden = vec![("next", named.next.clone())];
    form.more = vec![privacy(site)];
    Ok(form)
}

async fn employer_of(site: &Site, code: &str) -> Result<String, Trouble> {
    site.accounts.employer_of_group(code).await?.ok_or(Trouble::Missing)
}

/// Sends the digits, and asks for them; says the same whether or not there is such a person.
pub(crate) async fn send(
    State(site): Here,
    headers: HeaderMap,
    Path(code): Path<String>,
    Form(named): Form<Named>,
) -> Result<Response, Trouble> {
    if named.name.trim().is_empty() {
        let fault = Fault::new("name", Said::new("pages-who-in-name-missing"));
        return asked(&site, &headers, &code, &named).await?.wrong(&site, &[fault]);
    }
    let employer = employer_of(&site, &code).await?;
    let words = |digits: &str| say1(&site, "pages-who-short-code", "digits", &digits);
    match site.accounts.send_code(&employer, &named.name, &named.mark, &words).await {
        Ok(challenge) => rendered(&digits_form(&site, &headers, &code, challenge, named.next)),
        Err(error) => {
            let faults = faults(error)?;
            asked(&site, &headers, &code, &named).await?.wrong(&site, &faults)
        }
    }
}

fn digits_form(site: &Site, headers: &HeaderMap, code: &str, challenge: String, next: String) -> FormPage {
    let f = Frame::bare(site, headers, &format!("/w/{code}"), site.text("pages-who-in-digits-title"));
    let mut form = FormPage::new(site, f, format!("/w/{code}/in"), "in-do");
    form.back = Some(format!("/w/{code}"));
    form.lead = vec![site.text("pages-who-in-sent")];
    form.blanks = vec![Blank::new(site, "digits", Takes::Digits, "")];
    form.hidden = vec![("challenge", challenge), ("next", next)];
    form.more = vec![(format!("/w/{code}"), site.text("pages-who-in-again")), privacy(site)];
    form
}

/// Takes the digits, and lets the person in.
pub(crate) async fn enter(
    State(site): Here,
    headers: HeaderMap,
    Path(code): Path<String>,
    Form(given): Form<Digits>,
) -> Result<Response, Trouble> {
    let employer = employer_of(&site, &code).await?;
    match site.accounts.come_by_code(&employer, &given.challenge, &given.digits).await {
        Ok(token) => Ok(enter_on_phone(&token.0, where_to(&given.next))),
        Err(error) => {
            let faults = faults(error)?;
            digits_form(&site, &headers, &code, given.challenge, given.next).wrong(&site, &faults)
        }
    }
}

fn where_to(next: &str) -> &str {
    if next.is_empty() { "/mine" } else { local(next) }
}

/// Shows for whom a link is.
pub(crate) async fn shown(
    State(site): Here,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, Trouble> {
    let Some((employer, person)) = site.accounts.invited(&token).await? else {
        return Ok(ended(&site, &headers));
    };
    let f = Frame::bare(&site, &headers, "/", site.text("pages-who-link-title"));
    let mut form = FormPage::new(&site, f, format!("/i/{token}"), "link-do");
    let name = employer_name(&site, &employer).await?;
    let said = Said::new("pages-who-link-lead").arg("name", half_name(&person.name.0)).arg("employer", name);
    form.lead = vec![site.say(&said), site.text("pages-who-link-own")];
    form.more = vec![privacy(&site)];
    rendered(&form)
}

/// Uses a link up, and lets its person in.
pub(crate) async fn taken(
    State(site): Here,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, Trouble> {
    match site.accounts.come_by_link(&token).await {
        Ok(token) => Ok(enter_on_phone(&token.0, "/mine")),
        Err(accounts::PeopleError::Gone) => Ok(ended(&site, &headers)),
        Err(error) => {
            let text = faults(error)?.first().map(|fault| site.say(&fault.said));
            let f = Frame::bare(&site, &headers, "/", site.text("pages-who-link-title"));
            let notice = Notice { detail: text, f, lead: site.text("pages-who-link-refused") };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, notice).into_response())
        }
    }
}

/// A link that leads nowhere any more says how to come in all the same.
fn ended(site: &Site, headers: &HeaderMap) -> Response {
    let f = Frame::bare(site, headers, "/", site.text("pages-who-link-ended"));
    let notice = Notice { detail: Some(site.text("pages-who-link-instead")), f, lead: site.text("pages-who-link-why") };
    (StatusCode::GONE, notice).into_response()
}
