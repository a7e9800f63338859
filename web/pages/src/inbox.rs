//! Whether a side takes the platform as the place where papers reach it: said once, for all of its cases (民法典 137).

use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use ledger::Digest;
use messages::Said;
use negotiation::table::capacity_key;
use serde::Deserialize;

use crate::act::ACCEPTANCE;
use crate::look::{Frame, page as shown};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "inbox.html")]
struct Inbox {
    f: Frame,
    rows: Vec<Row>,
    text: &'static str,
}

/// A side of an employer for which the visitor may speak.
pub(crate) struct Row {
    /// Since when it is accepted.
    pub(crate) accepted: Option<law::Date>,
    pub(crate) capacity: String,
    pub(crate) employer: String,
    pub(crate) name: String,
}

/// What was accepted, and what wasn't yet.
pub(crate) async fn page(State(site): Here, visitor: Visitor) -> Result<Response, Trouble> {
    let f = Frame::of(&site, &visitor, site.text("pages-inbox-title"));
    shown(&Inbox { f, rows: rows(&site, &visitor).await?, text: ACCEPTANCE })
}

/// The sides for which the visitor may accept.
pub(crate) async fn rows(site: &Site, visitor: &Visitor) -> Result<Vec<Row>, Trouble> {
    let mut rows = Vec::new();
    for employer in visitor.employers() {
        let Some(capacity) = visitor.signed.may_accept_for(&employer) else { continue };
        let given = site.accounts.inbox_of(&employer).await?;
        let accepted = given.iter().find(|given| given.side == capacity.side()).map(|given| given.at.date());
        let filter = store::CaseFilter::Employer(employer.clone());
        let newest = site.desk.store().cases(&filter, None, 1).await?;
        let name = newest.first().map_or_else(|| employer.clone(), |line| line.employer_name.clone());
        rows.push(Row { accepted, capacity: site.text(capacity_key(capacity)), employer, name });
    }
    Ok(rows)
}

#[derive(Deserialize)]
pub(crate) struct Accepted {
    employer: String,
}

/// Accepts for one side.
pub(crate) async fn accept(
    State(site): Here,
    visitor: Visitor,
    Form(form): Form<Accepted>,
) -> Result<Response, Trouble> {
    let text = Digest::sha256(ACCEPTANCE.as_bytes());
    if !site.accounts.accept_inbox(&visitor.signed, &form.employer, text).await? {
        return Err(Trouble::Forbidden(Said::new("pages-inbox-who")));
    }
    Ok(Redirect::to("/inbox").into_response())
}
