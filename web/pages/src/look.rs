//! What all pages share: frame, stylesheet, and how a template becomes an answer.

use std::sync::LazyLock;

use accounts::access::Right;
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use ledger::Digest;

use crate::desk;
use crate::session::{self, Visitor};
use crate::site::Site;
use crate::trouble::Trouble;

/// The one stylesheet: that of the timeline, then our own.
static CSS: LazyLock<String> = LazyLock::new(|| format!("{}\n{}", timeline::CSS, include_str!("../static/site.css")));

/// Its name changes with its content, so that it can be kept for ever.
static CSS_NAME: LazyLock<String> = LazyLock::new(|| {
    let digest = Digest::sha256(CSS.as_bytes()).to_string();
    format!("site-{}.css", digest.get(..12).unwrap_or_default())
});

/// The script of a voter's device, made from `script/` before the program was built; empty where it wasn't.
const SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/ballot.js"));

static SCRIPT_NAME: LazyLock<String> = LazyLock::new(|| {
    let digest = Digest::sha256(SCRIPT.as_bytes()).to_string();
    format!("ballot-{}.js", digest.get(..12).unwrap_or_default())
});

/// Picks one's own pay on a page that has the whole table; the page says the same without it.
const PAY: &str = include_str!("../static/pay.js");

static PAY_NAME: LazyLock<String> = LazyLock::new(|| {
    let digest = Digest::sha256(PAY.as_bytes()).to_string();
    format!("pay-{}.js", digest.get(..12).unwrap_or_default())
});

/// Name of the script of a voter's device; `None` where the program was built without it.
pub(crate) fn script() -> Option<&'static str> {
    has_voter_script().then_some(SCRIPT_NAME.as_str())
}

/// Whether the program was built with the script of a voter's device; ballots are held in the plain mode otherwise.
#[must_use]
pub const fn has_voter_script() -> bool {
    !SCRIPT.is_empty()
}

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
        &PAY_NAME
    }

    /// Name of the stylesheet.
    pub(crate) fn css(&self) -> &'static str {
        &CSS_NAME
    }
}

fn demo_now(site: &Site) -> Option<String> {
    site.demo.as_ref()?;
    let now = site.desk.now();
    let (hour, minute) = now.clock();
    Some(format!("{} {hour:02}:{minute:02}", now.date()))
}

/// The stylesheet, or a script.
pub(crate) async fn file(Path(file): Path<String>) -> Result<Response, Trouble> {
    let (kind, text) = if file == *CSS_NAME {
        ("text/css; charset=utf-8", CSS.as_str())
    } else if file == *PAY_NAME {
        ("text/javascript; charset=utf-8", PAY)
    } else if has_voter_script() && file == *SCRIPT_NAME {
        ("text/javascript; charset=utf-8", SCRIPT)
    } else {
        return Err(Trouble::Missing);
    };
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, text).into_response())
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
