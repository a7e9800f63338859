//! The text under way: chapters, articles and annexes.

use axum::Json;
use axum::extract::{Path, State};
use negotiation::terms::Article;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Wrong;
use crate::act::Line;
use crate::case::text;
use crate::room::Room;
use crate::session::Caller;
use crate::site::Here;

/// The text under way.
#[derive(Serialize, ToSchema)]
pub(crate) struct TextView {
    title: String,
    coverage: String,
    /// Digest of the terms: voted, signed, filed and published are the same.
    digest: String,
    chapters: Vec<ChapterView>,
    /// What each post earns and what is awarded.
    annexes: Vec<AnnexView>,
}

/// A line of an annex.
#[derive(Serialize, ToSchema)]
pub(crate) struct AnnexView {
    /// It is the title of the annex.
    title: bool,
    name: String,
    text: String,
}

/// A chapter.
#[derive(Serialize, ToSchema)]
pub(crate) struct ChapterView {
    name: String,
    articles: Vec<ArticleView>,
}

/// An article.
#[derive(Serialize, ToSchema)]
pub(crate) struct ArticleView {
    number: u32,
    heading: String,
    clause: String,
    paragraphs: Vec<String>,
}

/// The text under way: draft, adopted, signed, or in force.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/text", tag = "case",
    params(("case" = Uuid, Path)), responses((status = 200, body = TextView))
)]
pub(crate) async fn text(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<TextView>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    let text::Words { annexes, chapters, coverage, digest, title } = text::words(&site, &room)?;
    let article = |article: Article| ArticleView {
        number: article.number,
        heading: article.heading,
        clause: article.clause,
        paragraphs: article.paragraphs,
    };
    let chapter = |(name, articles): (String, Vec<Article>)| ChapterView {
        name,
        articles: articles.into_iter().map(article).collect(),
    };
    let annex = |line: Line| AnnexView { title: line.heading, name: line.name, text: line.text };
    Ok(Json(TextView {
        title,
        coverage,
        digest,
        chapters: chapters.into_iter().map(chapter).collect(),
        annexes: annexes.into_iter().map(annex).collect(),
    }))
}
