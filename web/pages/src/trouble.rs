//! What goes wrong on the way to a page, and the page that says so.

use accounts::AccountError;
use axum::Extension;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use negotiation::Corrupt;
use store::StoreError;

use crate::api;
use crate::look::{Frame, Notice};
use crate::site::Site;

/// Why there is no page.
#[derive(Clone, Debug)]
pub(crate) enum Trouble {
    /// Nobody is signed in; after it the way leads here.
    SignedOut(String),
    /// The second step of signing in comes first.
    SecondStep,
    /// There is no such page, or none that this person may know of.
    Missing,
    /// The person may not do this; who may.
    Forbidden(Said),
    /// The request makes no sense.
    Unreadable(Said),
    /// The database is away for a while.
    Away(String),
    /// The program or its data is at fault.
    Fault(String),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Away(error.to_string())
    }
}

impl From<AccountError> for Trouble {
    fn from(error: AccountError) -> Self {
        Self::Away(error.to_string())
    }
}

impl From<Corrupt> for Trouble {
    fn from(error: Corrupt) -> Self {
        Self::Fault(error.to_string())
    }
}

impl From<askama::Error> for Trouble {
    fn from(error: askama::Error) -> Self {
        Self::Fault(error.to_string())
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::SignedOut(next) => {
                let form = Redirect::to(&sign_in(next));
                return (Extension(self), form).into_response();
            }
            Self::SecondStep => return (Extension(self), Redirect::to("/second")).into_response(),
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::Away(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        (status, Extension(self)).into_response()
    }
}

/// The way to sign in and back to where somebody was; only to a page of this site.
fn sign_in(next: &str) -> String {
    let safe = next.starts_with('/') && !next.starts_with("//") && next.bytes().all(|b| b.is_ascii_graphic());
    if safe && !next.contains(['&', '#', '\\', '"']) { format!("/login?next={next}") } else { "/login".to_owned() }
}

/// Puts words where a handler only named its trouble.
pub(crate) async fn shown(State(site): State<Site>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    if path.starts_with(api::ROOT) {
        return api::worded(&site, response).await;
    }
    let Some(trouble) = response.extensions().get::<Trouble>().cloned() else {
        return match wordless(&response) {
            Some(key) => notice(&site, &headers, &path, (response.status(), key, None)),
            None => response,
        };
    };
    let (status, key, detail) = match &trouble {
        Trouble::SignedOut(_) | Trouble::SecondStep => return response,
        Trouble::Missing => (StatusCode::NOT_FOUND, "missing", None),
        Trouble::Forbidden(said) => (StatusCode::FORBIDDEN, "forbidden", Some(site.say(said))),
        Trouble::Unreadable(said) => (StatusCode::BAD_REQUEST, "unreadable", Some(site.say(said))),
        Trouble::Away(what) => {
            tracing::error!(%what, "away");
            (StatusCode::SERVICE_UNAVAILABLE, "away", None)
        }
        Trouble::Fault(what) => {
            tracing::error!(%what, "fault");
            (StatusCode::INTERNAL_SERVER_ERROR, "fault", None)
        }
    };
    let mut page = notice(&site, &headers, &path, (status, key, detail));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        page.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("5"));
    }
    page
}

fn notice(
    site: &Site,
    headers: &HeaderMap,
    path: &str,
    (status, key, detail): (StatusCode, &str, Option<String>),
) -> Response {
    let lead = site.text(format!("pages-trouble-{key}-lead"));
    let f = Frame::bare(site, headers, path, site.text(format!("pages-trouble-{key}")));
    (status, Notice { detail, f, lead }).into_response()
}

/// What to say where the program's parts refuse a request without a page: a path that isn't there, a form that can't be
/// read or is too large.
fn wordless(response: &Response) -> Option<&'static str> {
    let kind = response.headers().get(header::CONTENT_TYPE).map(header::HeaderValue::as_bytes);
    if !response.status().is_client_error() || !kind.is_none_or(|kind| kind.starts_with(b"text/plain")) {
        return None;
    }
    Some(match response.status() {
        StatusCode::NOT_FOUND => "missing",
        StatusCode::PAYLOAD_TOO_LARGE => "large",
        _ => "unreadable",
    })
}
