//! A next agreement from the last one, and what differs between two texts.

use jiff::Span;
use law::Date;

use super::{AwardRule, Clause, Post, Term, Terms};

/// The text from which talks about a renewal start: the same clauses with the same ids and values, its named term moved
/// on by its own length (one from 18 March to 17 March begins on 18 March again). The title stays as it is.
#[must_use]
pub fn renewed(last: &Terms) -> Terms {
    let term = match last.term {
        Term::Dates { from, to } => shifted(from, to),
        months @ Term::Months { .. } => months,
    };
    Terms { term, ..last.clone() }
}

/// The term after one of named days: as many months where they are whole, as many days otherwise.
fn shifted(from: Date, to: Date) -> Term {
    let next = to.tomorrow().unwrap_or(to);
    let months = (1..=120_i32).find(|months| after(from, *months) == Some(next));
    let end = match months {
        Some(months) => after(next, months).and_then(|day| day.yesterday().ok()),
        None => to.checked_add(Span::new().days(to.duration_since(from).as_hours() / 24 + 1)).ok(),
    };
    Term::Dates { from: next, to: end.unwrap_or(next) }
}

fn after(day: Date, months: i32) -> Option<Date> {
    day.checked_add(Span::new().months(months)).ok()
}

/// What became of a thing with an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a, T> {
    /// Only the new text has it.
    Added(&'a T),
    /// Both have it, with other contents.
    Altered {
        /// As it was.
        old: &'a T,
        /// As it is.
        new: &'a T,
    },
    /// Only the old text has it.
    Removed(&'a T),
}

/// What differs between two texts. Lists hold only what differs: in the order of the new text, then what was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff<'a> {
    /// Award rules.
    pub awards: Vec<Change<'a, AwardRule>>,
    /// Clauses, by id.
    pub clauses: Vec<Change<'a, Clause>>,
    /// Whether the coverage differs.
    pub coverage: bool,
    /// Posts.
    pub posts: Vec<Change<'a, Post>>,
    /// Whether the term differs.
    pub term: bool,
    /// Whether the title differs.
    pub title: bool,
}

impl Diff<'_> {
    /// Whether the two texts are one.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.awards.is_empty()
            && self.clauses.is_empty()
            && self.posts.is_empty()
            && !(self.coverage || self.term || self.title)
    }
}

/// Compares two texts clause by clause, post by post, award by award.
#[must_use]
pub fn diff<'a>(old: &'a Terms, new: &'a Terms) -> Diff<'a> {
    Diff {
        awards: by_id(&old.awards, &new.awards, |award| &award.id),
        clauses: by_id(&old.clauses, &new.clauses, |clause| &clause.id),
        coverage: old.coverage != new.coverage,
        posts: by_id(&old.posts, &new.posts, |post| &post.id),
        term: old.term != new.term,
        title: old.title != new.title,
    }
}

fn by_id<'a, T: PartialEq>(old: &'a [T], new: &'a [T], id: impl Fn(&T) -> &String) -> Vec<Change<'a, T>> {
    let find = |list: &'a [T], wanted: &T| list.iter().find(|item| id(item) == id(wanted));
    let mut out = Vec::new();
    for item in new {
        match find(old, item) {
            None => out.push(Change::Added(item)),
            Some(before) if before == item => {}
            Some(before) => out.push(Change::Altered { old: before, new: item }),
        }
    }
    out.extend(old.iter().filter(|item| find(new, item).is_none()).map(Change::Removed));
    out
}
