//! One section of the page by itself, for a page that is somebody else's.

use askama::Template;

use super::view::{self, Block, Day};
use super::{duty_class, note_class, word};
use crate::model::{DutyState, NoteKind, Timeline};

/// A section of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What comes next, and who was late.
    Next,
    /// All duties.
    Duties,
    /// Asks and offers, with charts.
    Gap,
    /// What happened, record by record.
    Entries,
}

/// A section as HTML, to stand inside another page under [`crate::CSS`]. Every value in it is escaped.
#[must_use]
pub fn part(timeline: &Timeline, part: Part) -> String {
    let days = if part == Part::Entries { view::days(timeline) } else { Vec::new() };
    let section = Section { days, part, t: timeline };
    #[expect(clippy::expect_used, reason = "writing to a string can't fail, and no value of the page fails to display")]
    section.render().expect("the section is text")
}

#[derive(Template)]
#[template(path = "part.html")]
struct Section<'a> {
    days: Vec<Day<'a>>,
    part: Part,
    t: &'a Timeline,
}

impl Section<'_> {
    fn w<'b>(&'b self, key: &'b str) -> &'b str {
        word(self.t, key)
    }

    const fn duty_class(&self, state: &DutyState) -> &'static str {
        duty_class(*state)
    }

    const fn note_class(&self, kind: &NoteKind) -> &'static str {
        note_class(*kind)
    }
}
