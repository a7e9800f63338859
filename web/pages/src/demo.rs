//! The demonstration: fictional people to sign in as, and a clock to move on.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::look::{Frame, page};
use crate::session::{enter, local};
use crate::site::Here;
use crate::trouble::Trouble;

/// A demonstration. Its paths exist only where there is one.
#[derive(Clone)]
pub struct Demo {
    /// Moves the clock on by milliseconds.
    pub advance: Arc<dyn Fn(i64) + Send + Sync>,
    /// Whom one may sign in as.
    pub roles: Vec<Role>,
    /// The steps of the tour, each at somebody's screen.
    pub tour: Vec<Role>,
}

/// Somebody of the demonstration.
#[derive(Clone, Debug)]
pub struct Role {
    /// The account.
    pub login: String,
    /// Where to begin.
    pub path: String,
    /// The role, for people.
    pub title: String,
    /// Name and employer.
    pub who: String,
}

/// The longest move of the clock at once, in days.
const MOST_DAYS: i64 = 366;

#[derive(Template)]
#[template(path = "demo.html")]
struct DemoPage {
    f: Frame,
    roles: Vec<Role>,
    tour: Vec<Role>,
}

/// Roles and clock.
pub(crate) async fn show(State(site): Here, headers: HeaderMap) -> Result<Response, Trouble> {
    let demo = site.demo.as_ref().ok_or(Trouble::Missing)?;
    let f = Frame::bare(&site, &headers, "/demo", site.text("pages-demo-title"));
    page(&DemoPage { f, roles: demo.roles.clone(), tour: demo.tour.clone() })
}

/// Signs in as somebody of the demonstration.
pub(crate) async fn switch(
    State(site): Here,
    Path(login): Path<String>,
    Form(to): Form<Whither>,
) -> Result<Response, Trouble> {
    let demo = site.demo.as_ref().ok_or(Trouble::Missing)?;
    let mut offered = demo.roles.iter().chain(&demo.tour);
    let role = offered.find(|role| role.login == login).ok_or(Trouble::Missing)?;
    let account = site.accounts.by_login(&role.login).await?.ok_or(Trouble::Missing)?;
    let token = site.accounts.sign_in_as(account.id).await?;
    let path = if to.path.is_empty() { role.path.as_str() } else { local(&to.path) };
    Ok(enter(&token.0, path))
}

/// Where to begin.
#[derive(Deserialize)]
pub(crate) struct Whither {
    #[serde(default)]
    path: String,
}

#[derive(Deserialize)]
pub(crate) struct Move {
    days: i64,
    #[serde(default)]
    path: String,
}

/// Moves the clock on; never back, as no clock of the law does.
pub(crate) async fn advance(State(site): Here, Form(on): Form<Move>) -> Result<Response, Trouble> {
    let demo = site.demo.as_ref().ok_or(Trouble::Missing)?;
    (demo.advance)(on.days.clamp(0, MOST_DAYS) * 86_400_000);
    Ok(Redirect::to(local(&on.path)).into_response())
}
