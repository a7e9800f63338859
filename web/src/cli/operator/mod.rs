//! What an operator does beside serving: `backup`, `restore`, `drill`, `move`. Their work is in the crate `operations`;
//! here stand arguments and answers.

mod backup;
mod drill;
mod moving;
mod restore;

use messages::Said;
use operations::OperationError;
use store::Place;
use tokio::runtime::Builder;

use super::answer::Failure;
use super::progress::Progress;
use super::serve::database;
use super::{Common, files};
use crate::catalogue::catalogue;

pub(super) use backup::{Backup, run as backup};
pub(super) use drill::{Drill, run as drill};
pub(super) use moving::{Move, run as moving};
pub(super) use restore::{Restore, run as restore};

/// Most bytes of a list of heads.
const MAX_HEADS: u64 = 1 << 30;

/// A database that an argument names, or else the environment.
pub(super) fn named_or_environment(named: Option<&str>) -> Result<Place, Failure> {
    let named = named.map(str::to_owned).or_else(database);
    place(&named.ok_or_else(|| Failure::usage(Said::new("cli-migrate-where")))?)
}

fn place(named: &str) -> Result<Place, Failure> {
    named.parse().map_err(|error: store::StoreError| Failure::usage(error.said()))
}

/// Does it, showing what is done after a second.
pub(super) fn work<T>(
    first: &Said,
    work: impl AsyncFnOnce(Progress) -> Result<T, OperationError>,
) -> Result<T, Failure> {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::usage(Said::new("cli-operator-failed").arg("what", error)))?;
    runtime.block_on(work(Progress::start(first))).map_err(|error| failed(&error))
}

/// What doesn't hold is a finding; everything else is input that can't be used.
fn failed(error: &OperationError) -> Failure {
    let said = error.said(catalogue());
    match error {
        OperationError::Damaged { .. }
        | OperationError::Differs { .. }
        | OperationError::Chain { .. }
        | OperationError::Older { .. }
        | OperationError::Forked { .. } => Failure::finding(said),
        OperationError::Store(_)
        | OperationError::File { .. }
        | OperationError::NoBackup { .. }
        | OperationError::InUse { .. }
        | OperationError::Newer { .. }
        | OperationError::Served { .. }
        | OperationError::Present { .. } => Failure::usage(said),
    }
}

/// Minutes with two decimals, without floating point.
fn minutes(time: std::time::Duration) -> String {
    let hundredths = time.as_millis() / 600;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
