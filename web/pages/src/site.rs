//! The site: what every page is made from, and which path leads where.

use std::sync::Arc;

use accounts::Accounts;
use accounts::access::Right;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::{Extension, Router};
use messages::{Catalogue, Said};
use negotiation::{LawBook, Side};
use service::Desk;
use tower_http::csrf::CsrfLayer;

use crate::demo::Demo;
use crate::house::{House, at_the_door};
use crate::routes::{Map, Who};
use crate::{act, api, asset, case, demo, desk, home, inbox, privacy, second, session, tokens, trouble, vote, who};

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
    /// What the server says of itself, and what stands before it.
    pub house: House,
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

/// All pages and the interface for programs.
pub fn router(site: Site) -> Router {
    let Map { api, router, .. } = map(site.demo.is_some());
    router
        .layer(Extension(Arc::new(api::describe(&api, &site))))
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn_with_state(site.clone(), trouble::shown))
        .layer(DefaultBodyLimit::max(MAX_FORM))
        .layer(middleware::from_fn(guarded))
        .layer(middleware::from_fn_with_state(Arc::new(site.house.clone()), at_the_door))
        .layer(Extension(site.clone()))
        .layer(Extension(Arc::new(vote::Subjects::default())))
        .with_state(site)
}

/// Every path of this crate: who may go there, and what answers.
pub(crate) fn map(demo: bool) -> Map {
    use Right::{Review, SeeCase, SeeCaucus, SeeDocument, SeeQueue, SeeReads, SeeRecord, TakeBundle};
    use Who::{Act, Anyone, GaveOr, Half, InCase, Office, SignedIn};
    let mut map = Map::new(api::empty())
        .get("/", Anyone, home::front)
        .get("/privacy", Anyone, privacy::notice)
        .get("/login", Anyone, session::form)
        .post("/login", Anyone, session::sign_in)
        .get("/second", Half, second::form)
        .post("/second", Half, second::give)
        .post("/logout", Anyone, session::sign_out)
        .post("/elder", Anyone, session::elder)
        .get("/static/{file}", Anyone, asset::file)
        .get("/home", SignedIn, home::mine)
        .get("/tokens", SignedIn, tokens::page)
        .post("/tokens", SignedIn, tokens::make)
        .post("/tokens/revoke", SignedIn, tokens::revoke)
        .get("/cases/new", Office(Right::OpenCase), act::opening)
        .post("/cases/new", Office(Right::OpenCase), act::open)
        .get("/cases/{case}", InCase(SeeCase), case::overview::page)
        .get("/cases/{case}/board", InCase(SeeRecord), case::board::page)
        .get("/cases/{case}/text", InCase(SeeCase), case::text::page)
        .get("/cases/{case}/key", InCase(SeeCase), case::key::page)
        .get("/cases/{case}/mandate", InCase(SeeCase), case::mandate::page)
        .get("/cases/{case}/record", InCase(SeeRecord), case::record::page)
        .get("/cases/{case}/records/{seq}", GaveOr(SeeRecord), case::record::receipt)
        .get("/cases/{case}/documents/{number}/{version}", InCase(SeeDocument), case::papers::document)
        .get("/cases/{case}/files/{sha256}", InCase(SeeRecord), case::papers::attachment)
        .get("/cases/{case}/bundle", InCase(TakeBundle), case::bundle::file)
        .get("/cases/{case}/reads", InCase(SeeReads), case::reads::page)
        .get("/cases/{case}/caucus/worker", InCase(SeeCaucus(Side::Worker)), case::caucus::worker)
        .post("/cases/{case}/caucus/worker", InCase(SeeCaucus(Side::Worker)), case::caucus::worker_says)
        .get("/cases/{case}/caucus/employer", InCase(SeeCaucus(Side::Employer)), case::caucus::employer)
        .post("/cases/{case}/caucus/employer", InCase(SeeCaucus(Side::Employer)), case::caucus::employer_says)
        .get("/cases/{case}/acts/{command}", Act, act::form)
        .post("/cases/{case}/acts/{command}", Act, act::give)
        .get("/cases/{case}/paper", InCase(SeeCase), case::mending::paper)
        .get("/cases/{case}/correct", InCase(SeeCase), case::mending::correct)
        .get("/cases/{case}/review", InCase(Review), desk::review::page)
        .get("/cases/{case}/review/{act}", InCase(Review), desk::ticked::form)
        .get("/queue", Office(SeeQueue), desk::queue::page)
        .get("/queue/next", Office(SeeQueue), desk::queue::next)
        .get("/region", Office(Right::SeeRegion), desk::region::page)
        .get("/region.csv", Office(Right::SeeRegion), desk::region::table_file)
        .get("/inbox", SignedIn, inbox::page)
        .post("/inbox", SignedIn, inbox::accept)
        .get("/cases/{case}/days", InCase(SeeCase), case::days::page)
        .get("/cases/{case}/days.ics", InCase(SeeCase), case::days::file);
    map = vote::paths(who::paths(api::paths(map)));
    if demo {
        map = who::demo_paths(map.in_demo())
            .get("/demo", Anyone, demo::show)
            .post("/demo/as/{login}", Anyone, demo::switch)
            .post("/demo/clock", Anyone, demo::advance);
    }
    map
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
