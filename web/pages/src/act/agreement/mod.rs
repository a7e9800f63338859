//! A whole agreement as a form: its clauses, clauses of one's own, posts with their pay by grade, awards.

mod figures;
mod fill;
mod full;
mod parts;
mod read;
mod show;
mod template;

pub(crate) use figures::{follow, is_own, typed};
pub(crate) use fill::{folded, unfold};
pub(crate) use full::{annexes, full};
pub(crate) use parts::{GRADES, PARTS};
pub(crate) use show::{GradeField, TermsField, label};
pub(crate) use template::template;
