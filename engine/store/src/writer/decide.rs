//! One act, decided in memory; nothing here touches the database.

use std::panic::{AssertUnwindSafe, catch_unwind};

use law::time::Moment;
use negotiation::command::SystemCommand;
use negotiation::{Act, CaseState, Command, Performed, Refusal, SealedRecord};

use super::Decide;
use crate::StoreError;
use crate::projection::name;
use crate::receipt::Submission;
use crate::rows::Document;

/// Decides. A panic is a fault of the program; it fails the batch, whose acts are then taken one by one, so that only
/// the act that panics is lost.
pub(super) fn perform(decide: &dyn Decide, state: CaseState, act: Act) -> Result<Performed, StoreError> {
    catch_unwind(AssertUnwindSafe(|| decide.perform(state, act))).map_err(|_| StoreError::Panicked)
}

/// Strikes what is due. A panic is treated as above.
pub(super) fn strike(
    decide: &dyn Decide,
    state: &mut CaseState,
    now: Moment,
) -> Result<Result<Vec<SealedRecord>, Refusal>, StoreError> {
    catch_unwind(AssertUnwindSafe(|| decide.strike(state, now))).map_err(|_| StoreError::Panicked)
}

/// What the act says of the document that travels with it: number, version, kind.
pub(super) struct Named {
    pub(super) number: String,
    pub(super) version: u32,
    pub(super) kind: String,
}

/// Checks that the document which travels with an act is the one that it records; `Err` where it is another.
pub(super) fn named(submission: &Submission) -> Result<Option<(Named, &Document)>, ()> {
    let Some(document) = &submission.document else {
        return Ok(None);
    };
    let Command::System(SystemCommand::RecordDocument(record)) = &submission.act.command else {
        return Err(());
    };
    if record.data != document.data_digest() || record.pdf != document.pdf_digest() {
        return Err(());
    }
    let named = Named { number: record.number.clone(), version: record.version, kind: name(&record.kind) };
    Ok(Some((named, document)))
}
