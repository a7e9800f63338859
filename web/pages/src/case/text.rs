//! The text under way as a page: draft, adopted, signed, or in force.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use negotiation::terms::{Article, chapters};
use uuid::Uuid;

use super::{Head, frame, rendered};
use crate::act;
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "text.html")]
struct Text {
    chapters: Vec<(String, Vec<Article>)>,
    coverage: String,
    digest: String,
    f: Frame,
    head: Head,
    title: String,
}

/// The text under way.
pub(crate) struct Words {
    /// Chapters by name.
    pub(crate) chapters: Vec<(String, Vec<Article>)>,
    pub(crate) coverage: String,
    pub(crate) digest: String,
    pub(crate) title: String,
}

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let Words { chapters, coverage, digest, title } = words(&site, &room)?;
    let f = frame(&site, &visitor, &room, "text");
    rendered(&Text { chapters, coverage, digest, f, head: Head::of(&site, &room), title })
}

/// The text under way, in chapters and numbered articles.
pub(crate) fn words(site: &Site, room: &Room) -> Result<Words, Trouble> {
    let n = room.negotiation()?;
    let text = act::draft(&n.stage).or_else(|| n.stage.text()).ok_or(Trouble::Missing)?;
    let named = chapters(&text.terms).into_iter().map(|chapter| {
        let key = serde_json::to_value(chapter.chapter).ok().and_then(|value| value.as_str().map(str::to_owned));
        let name = site.text(format!("neg-chapter-{}", key.unwrap_or_default().replace('_', "-")));
        (name, chapter.articles)
    });
    Ok(Words {
        chapters: named.collect(),
        coverage: text.terms.coverage.clone(),
        digest: text.digest.to_string(),
        title: text.terms.title.clone(),
    })
}
