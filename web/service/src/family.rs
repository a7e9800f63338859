//! Cases that hang on one in force: one is opened only where that one takes note of it, and that one is told, at once and,
//! after a crash, by whoever works the outbox. What is true of them is decided by `negotiation::family`; here it is read and
//! handed in.

use ledger::Digest;
use negotiation::command::{ChangeCommand, OpenCase, OpeningCommand};
use negotiation::{Act, Actor, CaseState, Command, Facts, Negotiation, family};
use store::{MAX_PAGE, Receipt, Store, Submission, SubmitError};
use uuid::Uuid;

use crate::desk::Desk;

/// A case as its records leave it.
#[derive(Clone, Debug)]
pub struct Course {
    /// Hashes of its records, oldest first.
    pub hashes: Vec<Digest>,
    /// The case and the end of its chain.
    pub state: CaseState,
}

impl Course {
    /// Reads a case; `None` where there is none.
    ///
    /// # Errors
    /// The store can't be read, or the history is damaged.
    pub async fn read(store: &Store, case: Uuid) -> Result<Option<Self>, SubmitError> {
        let (mut hashes, mut records, mut after) = (Vec::new(), Vec::new(), 0);
        loop {
            let page = store.records_after(case, after, MAX_PAGE).await?;
            let Some(last) = page.last() else { break };
            after = last.seq;
            for record in page {
                hashes.push(record.hash);
                records.push(record.bytes);
            }
        }
        let state = CaseState::replay(case, records.iter().map(Vec::as_slice)).map_err(SubmitError::Corrupt)?;
        Ok(state.negotiation().is_some().then_some(Self { hashes, state }))
    }

    /// The case.
    #[must_use]
    pub const fn negotiation(&self) -> Option<&Negotiation> {
        self.state.negotiation()
    }
}

/// The case on which one hangs that a command opens.
pub(crate) fn parent_of(command: &Command) -> Option<Uuid> {
    let Command::Opening(OpeningCommand::OpenCase(open)) = command else { return None };
    open.parent.as_ref().map(|parent| parent.case)
}

/// Opens a case that hangs on another one, and tells that one. Who can't tell it leaves it to the outbox.
pub(crate) async fn open(desk: &Desk, parent: Uuid, submission: Submission) -> Result<Receipt, SubmitError> {
    let child = submission.act.case;
    // What is there already was admitted: the writer knows whether this is the same act once more.
    if desk.store().head(child).await?.is_none()
        && let Command::Opening(OpeningCommand::OpenCase(open)) = &submission.act.command
    {
        admit(desk, parent, open).await?;
    }
    let receipt = desk.hand_in(submission).await?;
    if let Err(error) = tell(desk, parent, child).await {
        tracing::warn!(%child, %parent, %error, "the case before learns later of the new one");
    }
    Ok(receipt)
}

/// Whether the other case takes note of the new one, after what has fallen due in it.
async fn admit(desk: &Desk, parent: Uuid, open: &OpenCase) -> Result<(), SubmitError> {
    let mut course = Course::read(desk.store(), parent).await?;
    if course.is_some() && !desk.strike(parent).await?.is_empty() {
        course = Course::read(desk.store(), parent).await?;
    }
    let hashes = course.as_ref().map_or(&[][..], |course| &course.hashes);
    family::admit(course.as_ref().and_then(Course::negotiation), hashes, open)
        .map_err(|refusal| SubmitError::Refused { refusal: Box::new(refusal), strikes: Vec::new() })
}

/// Tells the case on which another one hangs what it doesn't know of it. For a case that hangs on none its first record is
/// all that is read.
///
/// # Errors
/// It can't be read or written now.
pub async fn make_sure(desk: &Desk, child: Uuid) -> Result<(), SubmitError> {
    let first = desk.store().records_after(child, 0, 1).await?;
    let state = CaseState::replay(child, first.iter().map(|record| record.bytes.as_slice()));
    let state = state.map_err(SubmitError::Corrupt)?;
    match state.negotiation().and_then(|n| n.header.parent.as_ref()) {
        Some(parent) => tell(desk, parent.case, child).await,
        None => Ok(()),
    }
}

async fn tell(desk: &Desk, parent: Uuid, child: Uuid) -> Result<(), SubmitError> {
    let (before, after) = (Course::read(desk.store(), parent).await?, Course::read(desk.store(), child).await?);
    let (Some(before), Some(after)) = (before, after) else { return Ok(()) };
    let tidings = before.negotiation().map(|n| family::tidings(n, &after.state)).unwrap_or_default();
    for tiding in tidings {
        if !told(desk, parent, tiding.act, tiding.note).await? {
            break;
        }
    }
    Ok(())
}

/// Hands a note in. Gives whether the case knows it now.
async fn told(desk: &Desk, parent: Uuid, act: Uuid, note: ChangeCommand) -> Result<bool, SubmitError> {
    let command = Command::Change(note);
    let act = Act { act, actor: Actor::system(), at: desk.now(), case: parent, command, facts: Facts::default() };
    match desk.hand_in(Submission::new(act)).await {
        Ok(_) => Ok(true),
        Err(SubmitError::Refused { refusal, .. }) if refusal.rule == "CHILD-NOTED" => Ok(true),
        Err(SubmitError::Refused { refusal, .. }) => {
            tracing::warn!(%parent, rule = refusal.rule, "the case before doesn't take note");
            Ok(false)
        }
        Err(error) => Err(error),
    }
}
