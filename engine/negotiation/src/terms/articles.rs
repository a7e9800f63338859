//! The text as it is printed: chapters with numbered articles.

use serde::{Deserialize, Serialize};

use super::{Chapter, Terms};

/// A chapter that has at least one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChapterText {
    /// Articles in order.
    pub articles: Vec<Article>,
    /// Which chapter.
    pub chapter: Chapter,
}

/// A numbered article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Id of the clause.
    pub clause: String,
    /// Heading.
    pub heading: String,
    /// Number over the whole agreement, from 1.
    pub number: u32,
    /// Paragraphs with all values in place.
    pub paragraphs: Vec<String>,
}

/// Chapters with articles numbered through; clauses keep their order inside a chapter, empty chapters are left out.
#[must_use]
pub fn chapters(terms: &Terms) -> Vec<ChapterText> {
    let mut number = 0;
    let mut out = Vec::new();
    for chapter in Chapter::ALL {
        let mut articles = Vec::new();
        for clause in terms.clauses.iter().filter(|clause| clause.chapter == chapter) {
            number += 1;
            articles.push(Article {
                clause: clause.id.clone(),
                heading: clause.heading.clone(),
                number,
                paragraphs: clause.rendered().lines().map(str::to_owned).collect(),
            });
        }
        if !articles.is_empty() {
            out.push(ChapterText { articles, chapter });
        }
    }
    out
}
