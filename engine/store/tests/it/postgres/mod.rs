//! Every test on PostgreSQL.

use crate::support::Kind;

/// The database of these tests.
const ON: Kind = Kind::Server;

#[path = "../accounts.rs"]
mod accounts;
#[path = "../append_only.rs"]
mod append_only;
#[path = "../ballots.rs"]
mod ballots;
#[path = "../box_cut.rs"]
mod box_cut;
#[path = "../caucus.rs"]
mod caucus;
#[path = "../copy.rs"]
mod copy;
#[path = "../crash.rs"]
mod crash;
#[path = "../damage.rs"]
mod damage;
#[path = "../earlier.rs"]
mod earlier;
#[path = "../exclusion.rs"]
mod exclusion;
#[path = "../export.rs"]
mod export;
#[path = "../files.rs"]
mod files;
#[path = "../later.rs"]
mod later;
#[path = "../lists.rs"]
mod lists;
#[path = "../people.rs"]
mod people;
#[path = "../rolls.rs"]
mod rolls;
#[path = "../submitting.rs"]
mod submitting;
#[path = "../turns.rs"]
mod turns;
