//! What went wrong, as `application/problem+json` (RFC 9457): kind, status, and for a refusal its rule, what was found,
//! what is required, the articles and what to do next.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use messages::{Catalogue, Said};
use negotiation::Refusal;
use serde::Serialize;
use store::SubmitError;
use utoipa::ToSchema;

/// A problem, for a machine and for the person behind it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What happened in this case, in words.
    pub detail: String,
    /// Articles behind a refusal.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub articles: Vec<String>,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<FieldProblem>,
    /// What was found, where a rule refuses.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub found: Option<String>,
    /// What to do next.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub remedy: Option<String>,
    /// What the rule requires.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub required: Option<String>,
    /// The rule that refuses.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub rule: Option<String>,
    /// HTTP status.
    pub status: u16,
    /// Short name of the kind.
    pub title: String,
    /// Kind, as a relative reference.
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    pub kind: &'static str,
}

/// What is wrong with a field.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    /// What is wrong, and how to mend it.
    pub detail: String,
    /// Path of the field.
    pub field: String,
    /// Its name for people, where it has one.
    pub name: String,
}

impl Problem {
    /// A problem of a kind; `service-<kind>` names it.
    #[must_use]
    pub fn new(texts: &Catalogue, status: StatusCode, kind: &'static str, detail: &Said) -> Self {
        Self {
            detail: texts.say(detail),
            articles: Vec::new(),
            errors: Vec::new(),
            found: None,
            remedy: None,
            required: None,
            rule: None,
            status: status.as_u16(),
            title: texts.say(&Said::new(format!("service-{kind}"))),
            kind,
        }
    }

    /// What the writer answered instead of a receipt.
    #[must_use]
    pub fn submit(texts: &Catalogue, error: &SubmitError) -> Self {
        let (status, kind) = match error {
            SubmitError::Refused { refusal, .. } => return Self::refusal(texts, refusal),
            SubmitError::Stale { .. } => (StatusCode::CONFLICT, "stale"),
            SubmitError::AlreadyOpen { .. } => (StatusCode::CONFLICT, "already-open"),
            SubmitError::ActTaken { .. } => (StatusCode::CONFLICT, "act-taken"),
            SubmitError::OtherDocument => (StatusCode::UNPROCESSABLE_ENTITY, "other-document"),
            SubmitError::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
            SubmitError::Corrupt(_) => (StatusCode::INTERNAL_SERVER_ERROR, "corrupt"),
            SubmitError::Store(_) => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
        };
        Self::new(texts, status, kind, &error.said())
    }

    /// What a rule refuses.
    #[must_use]
    pub fn refusal(texts: &Catalogue, refusal: &Refusal) -> Self {
        let who = refusal.rule.starts_with("WHO-");
        let status = if who { StatusCode::FORBIDDEN } else { StatusCode::UNPROCESSABLE_ENTITY };
        Self {
            articles: refusal.citation.iter().map(ToString::to_string).collect(),
            found: Some(texts.say(&refusal.found())),
            remedy: Some(texts.say(&refusal.remedy())),
            required: Some(texts.say(&refusal.required())),
            rule: Some(refusal.rule.clone()),
            ..Self::new(texts, status, "refused", &refusal.found())
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let again = status == StatusCode::SERVICE_UNAVAILABLE;
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if again {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_meets_a_full_queue_is_told_when_to_come_back() {
        let texts = Catalogue::new(&[crate::MESSAGES, store::MESSAGES]).unwrap();
        let problem = Problem::submit(&texts, &SubmitError::Busy);
        assert!(problem.detail.contains("请稍后重试"), "{problem:?}");
        let response = problem.into_response();
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(response.headers().get(header::RETRY_AFTER).unwrap(), "2");
    }
}
