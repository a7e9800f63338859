//! A new password for whoever has forgotten theirs: a link to the phone of the account, which opening doesn't use up.

use accounts::PeopleError;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::parts::{Blank, FormPage, Takes, faults, origin, say1};
use crate::look::{Frame, Notice, page as rendered};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Login and phone.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Who {
    login: String,
    phone: String,
}

/// A new password.
#[derive(Deserialize)]
pub(crate) struct New {
    password: String,
}

/// Asks for login and phone.
pub(crate) async fn form(State(site): Here, headers: HeaderMap) -> Result<Response, Trouble> {
    rendered(&asked(&site, &headers, &Who::default()))
}

fn asked(site: &Site, headers: &HeaderMap, who: &Who) -> FormPage {
    let f = Frame::bare(site, headers, "/recover", site.text("pages-who-recover-title"));
    let mut form = FormPage::new(site, f, "/recover".to_owned(), "recover-send");
    form.lead = vec![site.text("pages-who-recover-lead")];
    form.blanks =
        vec![Blank::new(site, "login", Takes::Line, &who.login), Blank::new(site, "phone", Takes::Line, &who.phone)];
    for blank in &mut form.blanks {
        blank.hint = None;
        if blank.name == "login" {
            blank.label = site.text("pages-login-name");
        }
    }
    form
}

/// Sends the link, and says the same whether or not there is such an account.
pub(crate) async fn send(State(site): Here, headers: HeaderMap, Form(who): Form<Who>) -> Result<Response, Trouble> {
    let origin = origin(&headers);
    let words = |token: &str| say1(&site, "pages-who-short-recover", "link", &format!("{origin}/r/{token}"));
    match site.accounts.send_recovery(&who.login, &who.phone, &words).await {
        Ok(()) => {
            let f = Frame::bare(&site, &headers, "/recover", site.text("pages-who-recover-title"));
            let (lead, detail) = (site.text("pages-who-recover-sent"), Some(site.text("pages-who-recover-else")));
            Ok(Notice { detail, f, lead }.into_response())
        }
        Err(error) => {
            let faults = faults(error)?;
            asked(&site, &headers, &who).wrong(&site, &faults)
        }
    }
}

fn new_form(site: &Site, headers: &HeaderMap, token: &str, login: &str) -> FormPage {
    let f = Frame::bare(site, headers, "/", site.text("pages-who-recover-new"));
    let mut form = FormPage::new(site, f, format!("/r/{token}"), "recover-do");
    form.lead = vec![say1(site, "pages-who-recover-for", "login", &login)];
    form.blanks = vec![Blank::new(site, "password", Takes::Secret, "")];
    form
}

/// Shows whose password a link sets.
pub(crate) async fn shown(
    State(site): Here,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, Trouble> {
    match site.accounts.recovered(&token).await? {
        Some(login) => rendered(&new_form(&site, &headers, &token, &login)),
        None => Ok(ended(&site, &headers)),
    }
}

/// Sets the password; then one signs in with it.
pub(crate) async fn set(
    State(site): Here,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(New { password }): Form<New>,
) -> Result<Response, Trouble> {
    let Some(login) = site.accounts.recovered(&token).await? else { return Ok(ended(&site, &headers)) };
    match site.accounts.recover(&token, &password).await {
        Ok(()) => Ok(Redirect::to("/login").into_response()),
        Err(PeopleError::Gone) => Ok(ended(&site, &headers)),
        Err(error) => {
            let faults = faults(error)?;
            new_form(&site, &headers, &token, &login).wrong(&site, &faults)
        }
    }
}

fn ended(site: &Site, headers: &HeaderMap) -> Response {
    let f = Frame::bare(site, headers, "/", site.text("pages-who-link-ended"));
    let detail = Some(site.text("pages-who-recover-again"));
    (StatusCode::GONE, Notice { detail, f, lead: site.text("pages-who-link-why") }).into_response()
}
