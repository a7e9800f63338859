//! The site: what every page is made from, and which path leads where.

use std::sync::Arc;

use accounts::Accounts;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use messages::{Catalogue, Said};
use negotiation::LawBook;
use service::Desk;
use tower_http::csrf::CsrfLayer;

use crate::demo::Demo;
use crate::{act, case, demo, desk, home, inbox, look, second, session, trouble, vote, who};

/// The largest form, with its files, in bytes.
const MAX_FORM: usize = 20 << 20;

/// Only what this server sends may run, style or be framed.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every page is made from. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// Who may sign in, and who stands where.
    pub accounts: Accounts,
    /// The law, to say what an act would lead to.
    pub book: Arc<LawBook>,
    /// Fictional people and a movable clock; none on a real server.
    pub demo: Option<Demo>,
    /// Where acts are handed in.
    pub desk: Desk,
    /// The texts of all crates.
    pub texts: Arc<Catalogue>,
}

impl Site {
    /// The text of a message without arguments.
    pub(crate) fn text(&self, key: impl Into<std::borrow::Cow<'static, str>>) -> String {
        self.texts.say(&Said::new(key))
    }

    /// The sentence of a message.
    pub(crate) fn say(&self, said: &Said) -> String {
        self.texts.say(said)
    }
}

/// All pages.
pub fn router(site: Site) -> Router {
    let mut pages = Router::new()
        .route("/", get(home::front))
        .route("/login", get(session::form).post(session::sign_in))
        .route("/second", get(second::form).post(second::give))
        .route("/logout", post(session::sign_out))
        .route("/elder", post(session::elder))
        .route("/home", get(home::mine))
        .route("/inbox", get(inbox::page).post(inbox::accept))
        .route("/cases/new", get(act::opening).post(act::open))
        .route("/cases/{case}", get(case::overview::page))
        .route("/cases/{case}/board", get(case::board::page))
        .route("/cases/{case}/days", get(case::days::page))
        .route("/cases/{case}/days.ics", get(case::days::file))
        .route("/cases/{case}/text", get(case::text::page))
        .route("/cases/{case}/record", get(case::record::page))
        .route("/cases/{case}/records/{seq}", get(case::record::receipt))
        .route("/cases/{case}/documents/{number}/{version}", get(case::papers::document))
        .route("/cases/{case}/files/{sha256}", get(case::papers::attachment))
        .route("/cases/{case}/acts/{command}", get(act::form).post(act::give))
        .route("/cases/{case}/key", get(case::key::page))
        .route("/cases/{case}/paper", get(case::mending::paper))
        .route("/cases/{case}/correct", get(case::mending::correct))
        .route("/cases/{case}/review", get(desk::review::page))
        .route("/cases/{case}/review/{act}", get(desk::ticked::form))
        .route("/queue", get(desk::queue::page))
        .route("/queue/next", get(desk::queue::next))
        .route("/region", get(desk::region::page))
        .route("/region.csv", get(desk::region::table_file))
        .route("/static/{file}", get(look::file))
        .merge(who::routes())
        .merge(vote::routes());
    if site.demo.is_some() {
        pages = pages
            .route("/demo", get(demo::show))
            .route("/demo/as/{login}", post(demo::switch))
            .route("/demo/clock", post(demo::advance))
            .merge(who::demo_routes());
    }
    pages
        .layer(middleware::from_fn_with_state(site.clone(), trouble::shown))
        .layer(CsrfLayer::new())
        .layer(DefaultBodyLimit::max(MAX_FORM))
        .layer(middleware::from_fn(guarded))
        .layer(Extension(site.clone()))
        .with_state(site)
}

/// Headers of every page.
async fn guarded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put(header::CONTENT_SECURITY_POLICY, POLICY);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "same-origin");
    put(header::CACHE_CONTROL, "private, no-store");
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    response
}

/// Every handler gets the site as its state.
pub(crate) type Here = State<Site>;
