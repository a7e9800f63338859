//! The second step of signing in: a code from the person's generator; and setting one up.

use std::net::{IpAddr, SocketAddr};

use accounts::{AccountError, SecondStep, SignInError};
use askama::Template;
use axum::Extension;
use axum::extract::{ConnectInfo, Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use messages::Said;
use qrcode::QrCode;
use qrcode::render::svg;
use serde::Deserialize;

use crate::look::{Frame, page};
use crate::session::{Half, enter, local, with_session};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "second.html")]
struct SecondPage {
    error: Option<String>,
    f: Frame,
    next: String,
    proposed: Option<Offered>,
}

/// A secret for a generator to take in.
struct Offered {
    proposal: String,
    qr: String,
    secret: String,
}

#[derive(Template)]
#[template(path = "recovery.html")]
struct Recovery {
    codes: Vec<String>,
    f: Frame,
}

#[derive(Deserialize)]
pub(crate) struct Brought {
    code: String,
    #[serde(default)]
    next: String,
    #[serde(default)]
    proposal: String,
}

/// Asks for the code, or shows what a generator is to take in.
pub(crate) async fn form(State(site): Here, half: Half) -> Result<Response, Trouble> {
    shown(&site, &half, None, "/home").await
}

async fn shown(site: &Site, half: &Half, error: Option<String>, next: &str) -> Result<Response, Trouble> {
    let proposed = match half.signed.second {
        SecondStep::Ask => None,
        SecondStep::NotNeeded | SecondStep::Shown | SecondStep::SetUp => {
            let offered = site.accounts.propose_second_factor(&half.token).await?;
            let qr = QrCode::new(offered.uri.as_bytes()).map_err(|error| Trouble::Fault(error.to_string()))?;
            let qr = qr.render::<svg::Color<'_>>().min_dimensions(200, 200).build();
            // The drawing without the declaration that a file has.
            let qr = qr.find("<svg").map_or_else(String::new, |at| qr[at..].to_owned());
            Some(Offered { proposal: offered.proposal, qr, secret: offered.secret })
        }
    };
    let f = half.frame(site, site.text("pages-second-title"));
    page(&SecondPage { error, f, next: next.to_owned(), proposed })
}

/// Takes the code. A wrong one leads back; a new generator leads to its recovery codes.
pub(crate) async fn give(
    State(site): Here,
    half: Half,
    from: Option<Extension<ConnectInfo<SocketAddr>>>,
    Form(brought): Form<Brought>,
) -> Result<Response, Trouble> {
    let from: Option<IpAddr> = from.map(|from| from.0.0.ip());
    if brought.proposal.is_empty() {
        return match site.accounts.second_step(&half.token, &brought.code, from).await {
            Ok(token) => Ok(enter(&token.0, local(&brought.next))),
            Err(SignInError::Store(error)) => Err(Trouble::Away(error.to_string())),
            Err(SignInError::Wrong) => wrong(&site, &half, &Said::new("pages-second-wrong"), &brought.next).await,
            Err(error @ (SignInError::Wait { .. } | SignInError::Disabled)) => {
                wrong(&site, &half, &error.said(), &brought.next).await
            }
        };
    }
    match site.accounts.set_second_factor(&half.token, &brought.proposal, &brought.code).await {
        Ok(enrolled) => {
            let f = half.frame(&site, site.text("pages-recovery-title"));
            let recovery = page(&Recovery { codes: enrolled.recovery_codes, f })?;
            Ok(with_session(recovery, &enrolled.token.0))
        }
        Err(AccountError::WrongCode) => wrong(&site, &half, &Said::new("pages-second-wrong"), &brought.next).await,
        Err(error) => Err(error.into()),
    }
}

async fn wrong(site: &Site, half: &Half, said: &Said, next: &str) -> Result<Response, Trouble> {
    let form = shown(site, half, Some(site.say(said)), next).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
}
