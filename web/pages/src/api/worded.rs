//! Words for what went wrong: every answer that isn't the one asked for is a problem.

use axum::body::to_bytes;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use messages::Said;
use service::Problem;

use crate::site::Site;
use crate::trouble::Trouble;

/// So much of a framework's own words is passed on, in bytes.
const MOST: usize = 2_000;

/// A problem in place of what a handler, or the framework before it, answered.
pub(crate) async fn worded(site: &Site, response: Response) -> Response {
    if let Some(trouble) = response.extensions().get::<Trouble>() {
        return named(site, trouble);
    }
    let status = response.status();
    let is_problem =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/problem+json");
    if is_problem || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let allow = response.headers().get(header::ALLOW).cloned();
    let words = to_bytes(response.into_body(), MOST).await.unwrap_or_default();
    let words = String::from_utf8_lossy(&words).into_owned();
    let (kind, said) = match status {
        StatusCode::NOT_FOUND => ("not-found", Said::new("service-not-found-detail")),
        StatusCode::METHOD_NOT_ALLOWED => ("method", Said::new("pages-api-method")),
        StatusCode::FORBIDDEN => ("forbidden", Said::new("pages-api-elsewhere")),
        StatusCode::PAYLOAD_TOO_LARGE => ("unreadable", Said::new("service-body-detail").arg("what", words)),
        _ => ("unreadable", Said::new("service-unreadable-detail").arg("what", words)),
    };
    let mut problem = Problem::new(&site.texts, status, kind, &said).into_response();
    if let Some(allow) = allow {
        problem.headers_mut().insert(header::ALLOW, allow);
    }
    problem
}

fn named(site: &Site, trouble: &Trouble) -> Response {
    let problem = |status, kind, said: &Said| Problem::new(&site.texts, status, kind, said).into_response();
    match trouble {
        Trouble::SignedOut(_) => {
            unauthorized(problem(StatusCode::UNAUTHORIZED, "unauthorized", &Said::new("pages-api-signed-out")))
        }
        Trouble::SecondStep => {
            unauthorized(problem(StatusCode::UNAUTHORIZED, "unauthorized", &Said::new("pages-api-second-step")))
        }
        Trouble::Missing => problem(StatusCode::NOT_FOUND, "not-found", &Said::new("pages-trouble-missing-lead")),
        Trouble::Forbidden(said) => problem(StatusCode::FORBIDDEN, "forbidden", said),
        Trouble::Unreadable(said) => problem(StatusCode::BAD_REQUEST, "unreadable", said),
        Trouble::Away(what) => {
            tracing::error!(%what, "away");
            problem(StatusCode::SERVICE_UNAVAILABLE, "unavailable", &Said::new("pages-trouble-away-lead"))
        }
        Trouble::Fault(what) => {
            tracing::error!(%what, "fault");
            problem(StatusCode::INTERNAL_SERVER_ERROR, "corrupt", &Said::new("pages-trouble-fault-lead"))
        }
    }
}

fn unauthorized(mut response: Response) -> Response {
    response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}
