//! Who is here: the cookie of a session, signing in and out, the look for older people.

use std::net::{IpAddr, SocketAddr};

use accounts::{Scope, SecondStep, SignInError, Signed};
use askama::Template;
use axum::extract::{ConnectInfo, Form, FromRequestParts, OptionalFromRequestParts, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::look::{Frame, page};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Name of the session's cookie. It carries a token and nothing else.
pub(crate) const COOKIE: &str = "xinxieshang";
const ELDER: &str = "elder";
/// A browser forgets the cookie when the longest session has ended.
const LONGEST_SECONDS: u32 = 7 * 24 * 3600;
/// The same for a session on somebody's own phone.
const PHONE_SECONDS: u32 = 180 * 24 * 3600;

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Visitor {
    /// The larger look was asked for.
    pub(crate) elder: bool,
    /// Path of the request.
    pub(crate) path: String,
    /// Account and standings.
    pub(crate) signed: Signed,
}

impl Visitor {
    /// Codes of the employers for which this person stands, on either side.
    pub(crate) fn employers(&self) -> Vec<String> {
        let scopes = self.signed.standings.iter().map(|standing| &standing.scope);
        let mut codes: Vec<String> = scopes
            .filter_map(|scope| match scope {
                Scope::Employer(uscc) => Some(uscc.clone()),
                Scope::Case(_) | Scope::Region(_) => None,
            })
            .collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

impl FromRequestParts<Site> for Visitor {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let Some(token) = cookie(&parts.headers, COOKIE) else {
            return Err(Trouble::SignedOut(path));
        };
        let signed = site.accounts.signed_in(token).await?.ok_or(Trouble::SignedOut(path.clone()))?;
        if needs_second(&signed) {
            return Err(Trouble::SecondStep);
        }
        Ok(Self { elder: is_elder(&parts.headers), path, signed })
    }
}

/// Somebody for whom a program or a page's script asks: with a token of their own, or with the cookie of a session.
pub(crate) struct Caller(pub(crate) Visitor);

impl FromRequestParts<Site> for Caller {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        let path = parts.uri.path().to_owned();
        let signed = match parts.headers.get(header::AUTHORIZATION) {
            // Whoever shows a token means it, whatever cookie comes along.
            Some(shown) => match shown.to_str().ok().and_then(|shown| shown.strip_prefix("Bearer ")) {
                Some(token) => site.accounts.signed_by_token(token.trim()).await?,
                None => None,
            },
            None => match cookie(&parts.headers, COOKIE) {
                Some(token) => site.accounts.signed_in(token).await?,
                None => None,
            },
        };
        let signed = signed.ok_or_else(|| Trouble::SignedOut(path.clone()))?;
        if needs_second(&signed) {
            return Err(Trouble::SecondStep);
        }
        Ok(Self(Visitor { elder: false, path, signed }))
    }
}

/// Whether the second step comes before anything else: it is asked for, or nothing can be done without it.
fn needs_second(signed: &Signed) -> bool {
    match signed.second {
        SecondStep::Ask => true,
        SecondStep::SetUp => signed.standings.is_empty(),
        SecondStep::NotNeeded | SecondStep::Shown => false,
    }
}

/// Somebody whose password was right, with or without the second step.
pub(crate) struct Half {
    elder: bool,
    /// Account, and how far signing in is.
    pub(crate) signed: Signed,
    /// The token of the session.
    pub(crate) token: String,
}

impl Half {
    /// The frame of a page for them.
    pub(crate) fn frame(&self, site: &Site, title: String) -> Frame {
        let (elder, signed) = (self.elder, self.signed.clone());
        Frame::of(site, &Visitor { elder, path: "/second".to_owned(), signed }, title)
    }
}

impl FromRequestParts<Site> for Half {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        let out = || Trouble::SignedOut("/second".to_owned());
        let token = cookie(&parts.headers, COOKIE).ok_or_else(out)?;
        let signed = site.accounts.signed_in(token).await?.ok_or_else(out)?;
        Ok(Self { elder: is_elder(&parts.headers), signed, token: token.to_owned() })
    }
}

impl OptionalFromRequestParts<Site> for Visitor {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Option<Self>, Trouble> {
        match <Self as FromRequestParts<Site>>::from_request_parts(parts, site).await {
            Ok(visitor) => Ok(Some(visitor)),
            Err(Trouble::SignedOut(_)) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Whether the larger look was asked for.
pub(crate) fn is_elder(headers: &HeaderMap) -> bool {
    cookie(headers, ELDER) == Some("1")
}

/// A redirect that sets a cookie for so many seconds.
fn with_cookie(to: &str, name: &str, value: &str, seconds: u32) -> Response {
    setting(Redirect::to(to).into_response(), name, value, seconds)
}

/// A page that goes on in a session under a new token.
pub(crate) fn with_session(page: Response, token: &str) -> Response {
    setting(page, COOKIE, token, LONGEST_SECONDS)
}

fn setting(response: Response, name: &str, value: &str, seconds: u32) -> Response {
    keeping(response, name, value, "/", seconds)
}

/// A response that leaves something with the browser, for requests below a path.
pub(crate) fn keeping(mut response: Response, name: &str, value: &str, path: &str, seconds: u32) -> Response {
    let cookie = format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Into a session and to a page.
pub(crate) fn enter(token: &str, to: &str) -> Response {
    with_cookie(to, COOKIE, token, LONGEST_SECONDS)
}

/// Into a long session on somebody's own phone and to a page.
pub(crate) fn enter_on_phone(token: &str, to: &str) -> Response {
    with_cookie(to, COOKIE, token, PHONE_SECONDS)
}

#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct Credentials {
    login: String,
    #[serde(default)]
    next: String,
    password: String,
}

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage {
    error: Option<String>,
    f: Frame,
    login: String,
    next: String,
}

/// The page to sign in.
pub(crate) async fn form(
    State(site): Here,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let f = Frame::bare(&site, &headers, "/login", site.text("pages-login-title"));
    page(&LoginPage { error: None, f, login: String::new(), next: asked.next })
}

/// Signs in, and goes where the person wanted to go.
pub(crate) async fn sign_in(
    State(site): Here,
    headers: HeaderMap,
    from: Option<axum::Extension<ConnectInfo<SocketAddr>>>,
    Form(given): Form<Credentials>,
) -> Result<Response, Trouble> {
    let from: Option<IpAddr> = from.map(|from| from.0.0.ip());
    match site.accounts.sign_in(&given.login, &given.password, from).await {
        Ok(token) => Ok(enter(&token.0, local(&given.next))),
        Err(SignInError::Store(error)) => Err(Trouble::Away(error.to_string())),
        Err(error) => {
            let f = Frame::bare(&site, &headers, "/login", site.text("pages-login-title"));
            let error = Some(site.say(&error.said()));
            let form = page(&LoginPage { error, f, login: given.login, next: given.next })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
        }
    }
}

/// A path of this site; the home where it is none.
pub(crate) fn local(path: &str) -> &str {
    if path.starts_with('/') && !path.starts_with("//") && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\') {
        path
    } else {
        "/home"
    }
}

/// Signs out.
pub(crate) async fn sign_out(State(site): Here, headers: HeaderMap) -> Result<Response, Trouble> {
    if let Some(token) = cookie(&headers, COOKIE) {
        site.accounts.sign_out(token).await?;
    }
    Ok(with_cookie("/", COOKIE, "", 0))
}

#[derive(Deserialize)]
pub(crate) struct Back {
    #[serde(default)]
    path: String,
}

/// Switches between the ordinary and the larger look.
pub(crate) async fn elder(headers: HeaderMap, Form(back): Form<Back>) -> Response {
    let value = if is_elder(&headers) { "0" } else { "1" };
    with_cookie(local(&back.path), ELDER, value, 365 * 24 * 3600)
}
