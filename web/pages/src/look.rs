//! What all pages share: the frame, and how a template becomes an answer.

use accounts::access::Right;
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};

use crate::asset::{ALOUD, CSS, PAY};
use crate::desk;
use crate::session::{self, Visitor};
use crate::site::Site;
use crate::trouble::Trouble;

/// What stands around every page.
#[derive(Clone)]
pub(crate) struct Frame {
    /// The larger look for older people.
    pub(crate) elder: bool,
    /// Name of whoever is signed in.
    pub(crate) name: Option<String>,
    /// Path of the page, to come back to.
    pub(crate) path: String,
    /// Now, in a demonstration.
    pub(crate) demo_now: Option<String>,
    /// The bureau's queue is theirs.
    pub(crate) queue: bool,
    /// They see to a region.
    pub(crate) region: bool,
    /// Title of the page.
    pub(crate) title: String,
    site: Site,
}

impl Frame {
    /// The frame for somebody who is signed in.
    pub(crate) fn of(site: &Site, visitor: &Visitor, title: String) -> Self {
        Self {
            elder: visitor.elder,
            name: Some(visitor.signed.account.name.clone()),
            path: visitor.path.clone(),
            demo_now: demo_now(site),
            queue: desk::admits(visitor, Right::SeeQueue),
            region: desk::admits(visitor, Right::SeeRegion),
            title,
            site: site.clone(),
        }
    }

    /// The frame for somebody who isn't, or about whom nothing is known.
    pub(crate) fn bare(site: &Site, headers: &HeaderMap, path: &str, title: String) -> Self {
        Self {
            elder: session::is_elder(headers),
            name: None,
            path: path.to_owned(),
            demo_now: demo_now(site),
            queue: false,
            region: false,
            title,
            site: site.clone(),
        }
    }

    /// A word of the pages.
    pub(crate) fn w(&self, key: &str) -> String {
        self.site.text(format!("pages-{key}"))
    }

    /// Name of the script that picks one's own pay.
    pub(crate) fn pay_script(&self) -> &'static str {
        &PAY.name
    }

    /// Name of the script that reads a page aloud.
    pub(crate) fn aloud_script(&self) -> &'static str {
        &ALOUD.name
    }

    /// Name of the stylesheet.
    pub(crate) fn css(&self) -> &'static str {
        &CSS.name
    }
}

fn demo_now(site: &Site) -> Option<String> {
    site.demo.as_ref()?;
    let now = site.desk.now();
    let (hour, minute) = now.clock();
    Some(format!("{} {hour:02}:{minute:02}", now.date()))
}

/// A page from its template.
pub(crate) fn page(template: &impl Template) -> Result<Response, Trouble> {
    Ok(Html(template.render()?).into_response())
}

/// A page with nothing but a few words.
#[derive(Template)]
#[template(path = "notice.html")]
pub(crate) struct Notice {
    pub(crate) detail: Option<String>,
    pub(crate) f: Frame,
    pub(crate) lead: String,
}

impl IntoResponse for Notice {
    fn into_response(self) -> Response {
        match self.render() {
            Ok(html) => Html(html).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}
