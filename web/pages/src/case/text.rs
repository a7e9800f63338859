//! The text under way as a page: draft, adopted, signed, or in force.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use negotiation::terms::chapters;
use uuid::Uuid;

use super::{Head, frame, rendered};
use crate::act;
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::Here;
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "text.html")]
struct Text {
    chapters: Vec<(String, Vec<negotiation::terms::Article>)>,
    coverage: String,
    digest: String,
    f: Frame,
    head: Head,
    title: String,
}

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let n = room.negotiation()?;
    let text = act::draft(&n.stage).or_else(|| n.stage.text()).ok_or(Trouble::Missing)?;
    let named = chapters(&text.terms).into_iter().map(|chapter| {
        let key = serde_json::to_value(chapter.chapter).ok().and_then(|value| value.as_str().map(str::to_owned));
        let name = site.text(format!("neg-chapter-{}", key.unwrap_or_default().replace('_', "-")));
        (name, chapter.articles)
    });
    rendered(&Text {
        chapters: named.collect(),
        coverage: text.terms.coverage.clone(),
        digest: text.digest.to_string(),
        f: frame(&site, &visitor, &room, "text"),
        head: Head::of(&site, &room),
        title: text.terms.title.clone(),
    })
}
