//! The timeline as one self-contained page: no script, nothing loaded from elsewhere, for phone, desk and A4.
//!
//! The template escapes every value; nothing is marked safe. Words are said when the timeline is built and kept in its
//! view, so that [`html`] needs the timeline alone.

pub mod canvas;
mod caption;
mod chart;
mod part;
pub mod scale;
mod table;
mod track;
mod view;

use askama::Template;

pub use part::{Part, part};
pub(crate) use view::View;
use view::{Block, Day};

use crate::model::{DutyState, NoteKind, Timeline};

/// The page. The same timeline gives the same bytes.
#[must_use]
pub fn html(timeline: &Timeline) -> String {
    let page = Page { days: view::days(timeline), t: timeline };
    #[expect(clippy::expect_used, reason = "writing to a string can't fail, and no value of the page fails to display")]
    page.render().expect("the page is text")
}

#[derive(Template)]
#[template(path = "timeline.html")]
struct Page<'a> {
    days: Vec<Day<'a>>,
    t: &'a Timeline,
}

impl Page<'_> {
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

/// A word of the page.
fn word<'a>(timeline: &'a Timeline, key: &'a str) -> &'a str {
    timeline.view.words.get(key).map_or(key, String::as_str)
}

/// CSS class of a duty's state. Colour is never the only sign: the state stands beside it in words.
const fn duty_class(state: DutyState) -> &'static str {
    match state {
        DutyState::Open => "open",
        DutyState::Met => "met",
        DutyState::Late | DutyState::Struck => "late",
        DutyState::Voided => "voided",
        DutyState::Lapsed | DutyState::Over => "lapsed",
    }
}

/// CSS class of a note.
const fn note_class(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Due => "due",
        NoteKind::Met => "met",
        NoteKind::Late => "late",
        NoteKind::Lapsed => "lapsed",
        NoteKind::Withdrawn => "voided",
        NoteKind::Check => "check",
        NoteKind::Unchecked => "unchecked",
    }
}
