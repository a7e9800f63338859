//! The papers of one case: what its records call for, less what they have.

use std::sync::Arc;

use documents::Kind;
use law::Date;
use law::time::Moment;
use negotiation::{Act, Actor, Facts, Head, LawBook};
use store::{Document, Submission, SubmitError};
use uuid::Uuid;

use super::file::File;
use super::{Press, PressError};
use crate::paper::course::Made;
use crate::paper::print::{act_id, print};
use crate::paper::{Around, Course, PaperError, Wanted};

/// So often a case may move on while its papers are made, before it waits for the next round.
const PATIENCE: usize = 5;

/// What became of a case at the press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// Papers that could not be made; each is told in the log.
    pub failed: usize,
    /// Papers made and recorded.
    pub made: usize,
    /// The day on which a renewal will have to be reminded of.
    pub next: Option<Date>,
    /// Number of the newest record that was looked at or made.
    pub seq: u64,
}

/// A paper that a case is to have, with the record that it follows.
#[derive(Debug)]
pub struct Due {
    /// When that record was written.
    pub at: Moment,
    /// The record.
    pub follows: Head,
    /// The paper, or why it can't be put together.
    pub paper: Result<Wanted, PaperError>,
}

/// The papers of a case, in the order of the records that they follow.
#[derive(Debug)]
pub struct Plan {
    /// Papers to be made.
    pub due: Vec<Due>,
    /// The newest record of the case.
    pub head: Head,
    /// The day on which a renewal will have to be reminded of.
    pub next: Option<Date>,
}

/// What a case is to have by an instant, less what is in `made`.
///
/// # Errors
/// The history contradicts itself, or is under rules that the book doesn't have.
pub(super) fn plan(file: &File, book: &LawBook, fictional: bool, now: Moment, made: &Made) -> Result<Plan, PressError> {
    let Some(edition) = file.edition() else {
        return Ok(Plan { due: Vec::new(), head: Course::default().head(), next: None });
    };
    let rules = book.rules(edition).ok_or(PressError::Rules(edition))?;
    let around = Around { book, case: file.case, fictional, people: &file.people, rolls: &file.rolls, rules };
    let mut course = Course::default();
    course.hangs_on(file.before.clone());
    let mut due = Vec::new();
    for (recorded, speaker) in &file.records {
        let papers = course.follow(&around, recorded, speaker, made)?;
        let (at, follows) = (recorded.at, recorded.head());
        due.extend(papers.into_iter().map(|paper| Due { at, follows, paper }));
    }
    let (head, last) = (course.head(), course.last_at().unwrap_or(now));
    if course.reminder_due(now.date()).is_some()
        && let Some(paper) = course.remind(&around, now, made)
    {
        due.push(Due { at: last, follows: head, paper });
    }
    Ok(Plan { due, head, next: course.next_reminder() })
}

pub(super) async fn press(press: &Press, case: Uuid) -> Result<Pressed, PressError> {
    let mut made = 0;
    for _ in 0..PATIENCE {
        let file = File::read(press.desk.store(), case).await?;
        let Plan { due, head, next } = plan(&file, &press.book, press.fictional, press.desk.now(), &file.made())?;
        let reminds = |due: &Due| due.paper.as_ref().is_ok_and(|wanted| wanted.kind == Kind::ExpiryNotice);
        // What is due to be struck may end the agreement of which the reminder speaks.
        if due.iter().any(reminds) && !press.desk.strike(case).await?.is_empty() {
            continue;
        }
        let mut pressed = Pressed { failed: 0, made, next, seq: head.seq };
        let mut newest = Some(head);
        for due in due {
            let Due { at, follows, paper } = due;
            let Some((wanted, command, document)) = printed(press, case, paper).await? else {
                pressed.failed += 1;
                continue;
            };
            let id = act_id(follows, at, &wanted);
            let act = Act { act: id, actor: Actor::system(), at, case, command, facts: Facts::default() };
            let submission = Submission { document: Some(document), expected_head: newest, ..Submission::new(act) };
            match press.desk.submit(submission).await {
                Ok(receipt) => {
                    pressed.made += 1;
                    pressed.seq = receipt.act.seq;
                    newest = Some(receipt.act.head());
                }
                // Another one acted, or made the paper: whatever is missing now is looked for again.
                Err(SubmitError::Stale { .. } | SubmitError::ActTaken { .. }) => {
                    newest = None;
                    break;
                }
                Err(error) => return Err(error.into()),
            }
        }
        if newest.is_some() {
            return Ok(pressed);
        }
        made = pressed.made;
    }
    Err(PressError::Moving)
}

/// Typesets a paper on a thread of its own; none where it can't be made, which the log says.
async fn printed(
    press: &Press,
    case: Uuid,
    paper: Result<Wanted, PaperError>,
) -> Result<Option<(Wanted, negotiation::Command, Document)>, PressError> {
    let wanted = match paper {
        Ok(wanted) => wanted,
        Err(error) => {
            tracing::error!(%case, %error, "a paper can't be put together");
            return Ok(None);
        }
    };
    let typesetter = Arc::clone(&press.typesetter);
    let set = tokio::task::spawn_blocking(move || print(&typesetter, &wanted).map(|made| (wanted, made))).await;
    match set.map_err(|_| PressError::Panicked)? {
        Ok((wanted, (command, document))) => Ok(Some((wanted, command, document))),
        Err(error) => {
            tracing::error!(%case, %error, "a paper can't be typeset");
            Ok(None)
        }
    }
}
