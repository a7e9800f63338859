//! `migrate`: the tables of a database brought up to date by their owner, and the application's role given what it needs.

use clap::Args;
use messages::Said;
use serde_json::json;
use store::Place;
use tokio::runtime::Builder;

use super::Common;
use super::answer::{Answer, Failure};
use super::serve::database;
use crate::catalogue::say;

#[derive(Debug, Args)]
pub(super) struct Migrate {
    #[arg(long)]
    database: Option<String>,
    #[arg(long)]
    role: Option<String>,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Migrate) -> Result<Answer, Failure> {
    let named = args.database.clone().or_else(database);
    let named = named.ok_or_else(|| Failure::usage(Said::new("cli-migrate-where")))?;
    let place: Place = named.parse().map_err(|error: store::StoreError| Failure::usage(error.said()))?;
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::usage(Said::new("cli-serve-failed").arg("what", error)))?;
    runtime.block_on(async {
        store::migrate(&place).await.map_err(|error| Failure::usage(error.said()))?;
        if let Some(role) = &args.role {
            store::grant(&place, role).await.map_err(|error| Failure::usage(error.said()))?;
        }
        let key = if args.role.is_some() { "cli-migrate-done-role" } else { "cli-migrate-done" };
        let said = Said::new(key).arg("place", &place).arg("role", args.role.as_deref().unwrap_or_default());
        Ok(Answer::good(say(&said), json!({ "database": place.to_string(), "role": args.role })))
    })
}
