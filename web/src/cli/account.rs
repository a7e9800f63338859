//! `account`: accounts of a server, made by its operator: the first ones, before anybody can confirm others.

use std::sync::Arc;

use accounts::{AccountError, Accounts, NewAccount, Scope};
use clap::Args;
use messages::Said;
use negotiation::{Capacity, LawBook};
use serde_json::json;
use service::Desk;
use store::{Store, StoreError, WriterOptions};
use tokio::runtime::Builder;

use super::Common;
use super::answer::{Answer, Failure};
use super::operator::named_or_environment;
use crate::catalogue::say;
use crate::clock;

/// Letters and digits that nobody takes for one another when reading a password aloud.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789-";

#[derive(Debug, Args)]
pub(super) struct Account {
    login: String,
    #[arg(long)]
    name: Option<String>,
    #[arg(long)]
    database: Option<String>,
    #[arg(long = "as")]
    capacity: Vec<String>,
    #[arg(long)]
    employer: Option<String>,
    #[arg(long)]
    region: Option<String>,
    #[arg(long)]
    new_password: bool,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Account) -> Result<Answer, Failure> {
    let place = named_or_environment(args.database.as_deref())?;
    let capacities = args.capacity.iter().map(|name| capacity(name)).collect::<Result<Vec<_>, _>>()?;
    let scope = match (&args.employer, &args.region) {
        (Some(uscc), None) => Some(Scope::Employer(uscc.clone())),
        (None, Some(code)) => Some(Scope::Region(code.clone())),
        (None, None) if capacities.is_empty() => None,
        (None, None) | (Some(_), Some(_)) => return Err(Failure::usage(Said::new("cli-account-scope"))),
    };
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| Failure::usage(Said::new("cli-operator-failed").arg("what", error)))?;
    runtime.block_on(async {
        let store = Store::open(&place).await.map_err(|error| stored(&error))?;
        let book = LawBook::builtin().map_err(|error| failed(&error))?;
        let (writer, task) = store.writer(Arc::new(book), WriterOptions::default()).await.map_err(|e| stored(&e))?;
        let accounts = Accounts::new(Desk::new(store.clone(), writer, Arc::new(clock::now)));
        let answer = given(&accounts, args, &capacities, scope).await;
        drop(accounts);
        task.stopped().await;
        store.close().await;
        answer
    })
}

async fn given(
    accounts: &Accounts,
    args: &Account,
    capacities: &[Capacity],
    scope: Option<Scope>,
) -> Result<Answer, Failure> {
    let refused = |error: AccountError| Failure::usage(error.said());
    let had = accounts.by_login(&args.login).await.map_err(refused)?;
    let mut password = None;
    let id = match (had, &args.name) {
        (Some(account), _) => {
            if args.new_password {
                let new = drawn()?;
                accounts.set_password(account.id, &new).await.map_err(refused)?;
                password = Some(new);
            }
            account.id
        }
        (None, None) => return Err(Failure::usage(Said::new("cli-account-name-missing").arg("login", &args.login))),
        (None, Some(name)) => {
            let new = drawn()?;
            let account = NewAccount { id: None, login: args.login.clone(), name: name.clone(), password: new.clone() };
            password = Some(new);
            accounts.create(account).await.map_err(refused)?
        }
    };
    for capacity in capacities {
        if let Some(scope) = &scope {
            accounts.stand(id, *capacity, scope.clone()).await.map_err(refused)?;
        }
    }
    let mut text = say(&Said::new("cli-account-done").arg("login", &args.login));
    if let Some(password) = &password {
        text.push('\n');
        text.push_str(&say(&Said::new("cli-account-password").arg("password", password)));
    }
    Ok(Answer::good(text, json!({ "id": id, "login": args.login, "password": password })))
}

fn capacity(name: &str) -> Result<Capacity, Failure> {
    serde_json::from_value(json!(name))
        .map_err(|_| Failure::usage(Said::new("cli-account-capacity-unknown").arg("found", name)))
}

/// A password of 20 letters, 100 bits, shown once.
fn drawn() -> Result<String, Failure> {
    let mut bytes = [0; 20];
    getrandom::fill(&mut bytes).map_err(|error| failed(&error))?;
    Ok(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
}

fn stored(error: &StoreError) -> Failure {
    Failure::usage(error.said())
}

fn failed(error: &dyn std::fmt::Display) -> Failure {
    Failure::usage(Said::new("cli-operator-failed").arg("what", error))
}
