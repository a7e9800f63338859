//! Refusals: which rule, what was found, what it requires, its article, and what to do next.

use law::citation::Citation;
use law::rules::Profile;
use messages::{Said, Word};
use std::borrow::Cow;

/// Citations from their short forms; one that the law crate doesn't know is left out, and a test finds it.
pub(crate) fn cite(articles: &[&str]) -> Vec<Citation> {
    articles.iter().filter_map(|article| Citation::new(article).ok()).collect()
}

/// Longest figure that is shown as it is, bytes.
const LONGEST_FIGURE: usize = 4_000;

/// A command was not accepted; nothing of it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Articles behind the rule; empty for rules of the platform itself.
    pub citation: Vec<Citation>,
    /// Figures that the texts name.
    pub figures: Vec<(Cow<'static, str>, Word)>,
    /// Rule id: a check, a deadline key, `WHO-…`, `STAGE-…` or one of the platform's own.
    pub rule: String,
    /// Stem of the message keys.
    stem: Cow<'static, str>,
}

impl Refusal {
    /// A refusal under a rule; its texts are `neg-<stem>-found`, `-required` and `-remedy`.
    #[must_use]
    pub fn new(rule: impl Into<String>, stem: &'static str, citation: &[&str]) -> Self {
        Self { citation: cite(citation), figures: Vec::new(), rule: rule.into(), stem: stem.into() }
    }

    pub(crate) fn of_parts(
        rule: String,
        stem: impl Into<Cow<'static, str>>,
        citation: Vec<Citation>,
        figures: Vec<(Cow<'static, str>, Word)>,
    ) -> Self {
        Self { citation, figures, rule, stem: stem.into() }
    }

    /// Adds a figure.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.figures.push((name.into(), Word::Text(value.to_string())));
        self
    }

    /// Adds a figure that is itself a message.
    #[must_use]
    pub fn with_message(mut self, name: &'static str, key: impl Into<Cow<'static, str>>) -> Self {
        self.figures.push((name.into(), Word::Message(key.into())));
        self
    }

    /// The same refusal with those articles only that are law under the profile; all of them where none is.
    #[must_use]
    pub(crate) fn under(mut self, profile: Profile) -> Self {
        let applies = |article: &Citation| article.applies(profile);
        if self.citation.iter().any(applies) {
            self.citation.retain(applies);
        }
        self
    }

    /// Whether a figure holds control or format characters, or is too long to be shown.
    pub(crate) fn repeats_odd_text(&self) -> bool {
        self.figures.iter().any(|(_, word)| match word {
            Word::Text(text) => text.len() > LONGEST_FIGURE || text.chars().any(law::text::is_invisible),
            Word::Message(_) => false,
        })
    }

    fn said(&self, part: &str) -> Said {
        Said { args: self.figures.clone(), key: format!("neg-{}-{part}", self.stem).into() }
    }

    /// What was found.
    #[must_use]
    pub fn found(&self) -> Said {
        self.said("found")
    }

    /// What the rule requires.
    #[must_use]
    pub fn required(&self) -> Said {
        self.said("required")
    }

    /// What to do next.
    #[must_use]
    pub fn remedy(&self) -> Said {
        self.said("remedy")
    }
}
