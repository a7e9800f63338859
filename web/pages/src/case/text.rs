//! The text under way as a page: draft, adopted, signed, or in force.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use negotiation::command::ChildKind;
use negotiation::terms::{Article, chapters};
use uuid::Uuid;

use super::{Head, frame, rendered};
use crate::act::{self, Line};
use crate::desk::before;
use crate::desk::difference::{Difference, difference};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "text.html")]
struct Text {
    annexes: Vec<Line>,
    chapters: Vec<(String, Vec<Article>)>,
    coverage: String,
    /// What differs from the agreement of the case on which this one hangs.
    difference: Option<Difference>,
    digest: String,
    f: Frame,
    head: Head,
    title: String,
}

/// The text under way.
pub(crate) struct Words {
    /// The tables of the text.
    pub(crate) annexes: Vec<Line>,
    /// Chapters by name.
    pub(crate) chapters: Vec<(String, Vec<Article>)>,
    pub(crate) coverage: String,
    pub(crate) digest: String,
    pub(crate) title: String,
}

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let Words { annexes, chapters, coverage, digest, title } = words(&site, &room)?;
    let f = frame(&site, &visitor, &room, "text");
    let difference = differs(&site, &visitor, &room).await?;
    rendered(&Text { annexes, chapters, coverage, difference, digest, f, head: Head::of(&site, &room), title })
}

/// The text under way beside that of the case on which this one hangs. An agreement to rescind is no text of that kind.
async fn differs(site: &Site, visitor: &Visitor, room: &Room) -> Result<Option<Difference>, Trouble> {
    let n = room.negotiation()?;
    let compared = n.header.parent.as_ref().is_some_and(|parent| parent.kind != ChildKind::Rescission);
    let text = act::draft(&n.stage).or_else(|| n.stage.text()).filter(|_| compared);
    let (Some(text), Some(before)) = (text, before(site, visitor, room).await?) else { return Ok(None) };
    Ok(Some(difference(site, &before, &text.terms)))
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
        annexes: act::annexes(site, &text.terms),
        chapters: named.collect(),
        coverage: text.terms.coverage.clone(),
        digest: text.digest.to_string(),
        title: text.terms.title.clone(),
    })
}
