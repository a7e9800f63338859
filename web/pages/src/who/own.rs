//! One's own: a worker's home, the phone and the sessions of an account.

use accounts::Survey;
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ledger::Digest;
use messages::Said;
use serde::Deserialize;
use store::{Chore, Notice};

use super::parts::{employer_name, faults};
use crate::look::{Frame, page as rendered};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;
use crate::vote::{Ended, OpenVote, ended_in, open_to};

#[derive(Template)]
#[template(path = "who_worker.html")]
struct Worker {
    employers: Vec<String>,
    /// Votes whose outcome is published.
    ended: Vec<Ended>,
    f: Frame,
    surveys: Vec<(Survey, bool)>,
    /// Votes in which the visitor may take part.
    votes: Vec<OpenVote>,
}

/// What concerns somebody who came in by a roster.
pub(crate) async fn mine(State(site): Here, visitor: Visitor) -> Result<Response, Trouble> {
    let account = visitor.signed.account.id;
    let (codes, mut employers) = (site.accounts.rosters(account).await?, Vec::new());
    for employer in &codes {
        employers.push(employer_name(&site, employer).await?);
    }
    rendered(&Worker {
        employers,
        ended: ended_in(&site, &codes).await?,
        f: Frame::of(&site, &visitor, site.text("pages-who-worker-title")),
        surveys: site.accounts.surveys_for(account).await?,
        votes: open_to(&site, &visitor).await?,
    })
}

/// What was just done.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Done {
    done: String,
}

#[derive(Template)]
#[template(path = "who_account.html")]
struct Own {
    done: Option<String>,
    error: Option<String>,
    f: Frame,
    /// Those of a roster come in by their phone: it is changed there.
    of_roster: bool,
    phone: String,
    /// Ways to be reminded: value, name, whether it is chosen.
    notices: Vec<(&'static str, String, bool)>,
    sessions: Vec<(Digest, String, String)>,
}

/// Phone and sessions.
pub(crate) async fn page(State(site): Here, visitor: Visitor, Query(done): Query<Done>) -> Result<Response, Trouble> {
    let done = ["phone", "ended", "notice"].into_iter().find(|known| *known == done.done);
    let done = done.map(|done| site.text(format!("pages-who-account-done-{done}")));
    shown(&site, &visitor, done, None, None).await
}

async fn shown(
    site: &Site,
    visitor: &Visitor,
    done: Option<String>,
    error: Option<String>,
    typed: Option<String>,
) -> Result<Response, Trouble> {
    let account = &visitor.signed.account;
    let when = |at: law::time::Moment| {
        let (hour, minute) = at.clock();
        format!("{} {hour:02}:{minute:02}", at.date())
    };
    let sessions = site.accounts.sessions(account.id).await?;
    let chosen = site.desk.store().notice(account.id).await?;
    let notice = |notice: Notice| {
        let key = format!("pages-notice-{}", notice.name().replace('_', "-"));
        (notice.name(), site.text(key), notice == chosen)
    };
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = rendered(&Own {
        done,
        error,
        f: Frame::of(site, visitor, site.text("pages-who-account-title")),
        notices: Notice::ALL.map(notice).into(),
        of_roster: accounts::coming::is_of_roster(&account.login),
        phone: match typed {
            Some(typed) => typed,
            None => site.accounts.phone_of(account.id).await?.unwrap_or_default(),
        },
        sessions: sessions.into_iter().map(|line| (line.id, when(line.created_at), when(line.seen_at))).collect(),
    })?;
    Ok((status, page).into_response())
}

/// A phone as it was typed.
#[derive(Deserialize)]
pub(crate) struct Phone {
    phone: String,
}

/// Sets where an account is reached.
pub(crate) async fn set_phone(
    State(site): Here,
    visitor: Visitor,
    Form(Phone { phone }): Form<Phone>,
) -> Result<Response, Trouble> {
    let account = &visitor.signed.account;
    if accounts::coming::is_of_roster(&account.login) {
        return Err(Trouble::Missing);
    }
    match site.accounts.set_phone(account.id, &phone).await {
        Ok(()) => Ok(Redirect::to("/account?done=phone").into_response()),
        Err(error) => {
            let error = faults(error)?.first().map(|fault| site.say(&fault.said));
            shown(&site, &visitor, None, error, Some(phone)).await
        }
    }
}

/// How somebody wants to be reminded.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    notice: String,
}

/// Sets how somebody is reminded of last days. What is served on them isn't concerned.
pub(crate) async fn set_notice(
    State(site): Here,
    visitor: Visitor,
    Form(Wanted { notice }): Form<Wanted>,
) -> Result<Response, Trouble> {
    let account = visitor.signed.account.id;
    let Some(notice) = Notice::named(&notice) else {
        return Err(Trouble::Unreadable(Said::new("pages-notice-none")));
    };
    site.desk.chore(Chore::Notice { account, notice }).await?;
    Ok(Redirect::to("/account?done=notice").into_response())
}

/// Which session is to end; all where it is none.
#[derive(Deserialize)]
pub(crate) struct Which {
    session: String,
}

/// Ends a session, or all of them.
pub(crate) async fn end(
    State(site): Here,
    visitor: Visitor,
    Form(Which { session }): Form<Which>,
) -> Result<Response, Trouble> {
    let account = visitor.signed.account.id;
    match session.parse::<Digest>() {
        Ok(session) => drop(site.accounts.revoke(account, session).await?),
        Err(_) => site.accounts.revoke_all(account).await?,
    }
    Ok(Redirect::to("/account?done=ended").into_response())
}
