//! Interface tokens: made, shown once, listed and revoked by their owner.

use accounts::{AccountError, TOKEN_DAYS, TokenLine};
use askama::Template;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ledger::Digest;
use serde::Deserialize;

use crate::look::{Frame, page as rendered};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// A token in the list.
struct Row {
    created: String,
    id: String,
    name: String,
    seen: Option<String>,
    until: String,
}

#[derive(Template)]
#[template(path = "tokens.html")]
struct Tokens {
    days: String,
    error: Option<String>,
    f: Frame,
    /// The new token, shown this once.
    made: Option<String>,
    name: String,
    rows: Vec<Row>,
}

/// What is asked of a new token.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    days: String,
    #[serde(default)]
    name: String,
}

/// Which token is revoked.
#[derive(Deserialize)]
pub(crate) struct Which {
    id: Digest,
}

/// The tokens of whoever is here.
pub(crate) async fn page(State(site): Here, visitor: Visitor) -> Result<Response, Trouble> {
    let wanted = Wanted { days: TOKEN_DAYS.to_string(), name: String::new() };
    shown(&site, &visitor, wanted, None, None).await
}

async fn shown(
    site: &Site,
    visitor: &Visitor,
    wanted: Wanted,
    error: Option<String>,
    made: Option<String>,
) -> Result<Response, Trouble> {
    let rows = site.accounts.tokens(visitor.signed.account.id).await?.iter().map(row).collect();
    let f = Frame::of(site, visitor, site.text("pages-tokens-title"));
    rendered(&Tokens { days: wanted.days, error, f, made, name: wanted.name, rows })
}

fn row(line: &TokenLine) -> Row {
    Row {
        created: line.created_at.date().to_string(),
        id: line.id.to_string(),
        name: line.name.clone(),
        seen: line.seen_at.map(|seen| seen.date().to_string()),
        until: line.until.date().to_string(),
    }
}

/// Makes a token and shows it, this once.
pub(crate) async fn make(State(site): Here, visitor: Visitor, Form(wanted): Form<Wanted>) -> Result<Response, Trouble> {
    // What isn't a number of days is as wrong as none.
    let days = wanted.days.trim().parse().unwrap_or(0);
    let error = match site.accounts.make_token(&visitor.signed, &wanted.name, days).await {
        Ok(token) => {
            let again = Wanted { days: TOKEN_DAYS.to_string(), name: String::new() };
            return shown(&site, &visitor, again, None, Some(token.0)).await;
        }
        Err(error @ (AccountError::Store(_) | AccountError::Chance)) => return Err(error.into()),
        Err(error) => site.say(&error.said()),
    };
    let form = shown(&site, &visitor, wanted, Some(error), None).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
}

/// Revokes one of one's own tokens; one that is gone is as good as revoked.
pub(crate) async fn revoke(State(site): Here, visitor: Visitor, Form(which): Form<Which>) -> Result<Response, Trouble> {
    site.accounts.revoke_token(visitor.signed.account.id, which.id).await?;
    Ok(Redirect::to("/tokens").into_response())
}
