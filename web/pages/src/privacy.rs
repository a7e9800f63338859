//! The notice on personal data: who handles what, for what, for how long, and how to have a say (PIPL 17).

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use messages::Said;

use crate::look::{Frame, page};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Its parts, and of how many paragraphs each is.
const PARTS: [(&str, u8); 8] =
    [("who", 1), ("what", 7), ("why", 6), ("how", 4), ("others", 4), ("long", 6), ("rights", 5), ("ask", 2)];

#[derive(Template)]
#[template(path = "privacy.html")]
struct Notice {
    f: Frame,
    /// The operator of the server hasn't said who they are.
    unnamed: bool,
    parts: Vec<(String, Vec<String>)>,
}

/// The notice, for whoever wants to read it before they say anything.
pub(crate) async fn notice(
    State(site): Here,
    visitor: Option<Visitor>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let title = site.text("pages-privacy-title");
    let f = match &visitor {
        Some(visitor) => Frame::of(&site, visitor, title),
        None => Frame::bare(&site, &headers, "/privacy", title),
    };
    let parts = PARTS.map(|(part, paragraphs)| {
        let heading = site.text(format!("pages-privacy-{part}"));
        (heading, (1..=paragraphs).map(|number| paragraph(&site, part, number)).collect::<Vec<_>>())
    });
    page(&Notice { f, unnamed: !site.house.operator.is_named(), parts: parts.into() })
}

fn paragraph(site: &Site, part: &str, number: u8) -> String {
    let operator = &site.house.operator;
    let or_blank = |text: &str, key: &'static str| match text.trim() {
        "" => site.text(key),
        text => text.to_owned(),
    };
    let said = Said::new(format!("pages-privacy-{part}-{number}"));
    let said = said.arg("operator", or_blank(&operator.name, "pages-privacy-no-name"));
    site.say(&said.arg("contact", or_blank(&operator.contact, "pages-privacy-no-contact")))
}
