//! The accounts of a demonstration: one for everybody in its cases, all with the same password.

use std::sync::Arc;

use accounts::{AccountError, Accounts, InboxLine, NewAccount, Scope};
use ledger::Digest;
use negotiation::{Capacity, Side};
use service::Desk;
use store::{AccountChore, Chore, StoredAccount};

use super::DemoPerson;
use super::people::PASSWORD;
use crate::catalogue::catalogue;
use crate::clock;
use crate::scenario::Acceptance;

/// Accounts for a demonstration: sessions end by real time, however far its clock is moved, and staff need no second
/// step.
#[must_use]
pub fn of(desk: Desk) -> Accounts {
    Accounts::new(desk).timed_by(Arc::new(clock::now)).without_mandatory_second_step()
}

/// Makes an account for everybody who has none, with what each stands for.
///
/// # Errors
/// An account can't be like this, or the store fails.
pub async fn make(desk: &Desk, persons: &[DemoPerson]) -> Result<(), AccountError> {
    let accounts = of(desk.clone());
    let mut first: Option<StoredAccount> = None;
    for person in persons {
        match &first {
            None => {
                if accounts.by_login(&person.login).await?.is_none() {
                    let (login, name) = (person.login.clone(), person.name.clone());
                    accounts
                        .create(NewAccount { id: Some(person.id), login, name, password: PASSWORD.to_owned() })
                        .await?;
                }
                first = desk.store().account_of_login(&person.login).await?;
            }
            // A password takes long on purpose; everybody's is the same, and everybody may know it.
            Some(first) => {
                let (id, login, name) = (person.id, person.login.clone(), person.name.clone());
                let account = StoredAccount { id, login, name, ..first.clone() };
                desk.chore(Chore::Account(AccountChore::Create(account))).await?;
            }
        }
        for capacity in &person.capacities {
            for scope in scopes(person, *capacity) {
                accounts.stand(person.id, *capacity, scope).await?;
            }
        }
    }
    if let Some(chair) = persons.iter().find(|person| person.login == "demo-chair") {
        pages::furnish(&accounts, catalogue(), chair.id, &chair.employer, PASSWORD).await?;
    }
    Ok(())
}

/// Both sides of a case accepted the platform when they registered, as its scenario says.
///
/// # Errors
/// The store fails.
pub async fn accept_inbox(desk: &Desk, given: &[Acceptance], persons: &[DemoPerson]) -> Result<(), AccountError> {
    for Acceptance { at, side, text } in given {
        let speaks = |person: &&DemoPerson| person.capacities.iter().any(|capacity| capacity.side() == *side);
        let Some(person) = persons.iter().find(speaks) else { continue };
        let text = Digest::sha256(text.as_bytes());
        let line = InboxLine { employer: person.employer.clone(), side: *side, at: *at, account: person.id, text };
        desk.chore(Chore::Account(AccountChore::AcceptInbox(line))).await?;
    }
    Ok(())
}

/// What somebody stands for in a capacity: a side for its employer, staff for their region, all others for their cases.
fn scopes(person: &DemoPerson, capacity: Capacity) -> Vec<Scope> {
    if capacity.side() != Side::None {
        return vec![Scope::Employer(person.employer.clone())];
    }
    match capacity {
        Capacity::HrssOfficer | Capacity::HigherUnion | Capacity::Instructor | Capacity::Coordinator => {
            vec![Scope::Region(person.region.clone())]
        }
        Capacity::UnionChair
        | Capacity::UnionOfficer
        | Capacity::WorkerChief
        | Capacity::WorkerRep
        | Capacity::CongressDelegate
        | Capacity::EmployerLegalRep
        | Capacity::EmployerChief
        | Capacity::EmployerRep
        | Capacity::EmployerAgent
        | Capacity::Recorder
        | Capacity::CongressClerk => person.cases.iter().copied().map(Scope::Case).collect(),
        Capacity::System | Capacity::Clock => Vec::new(),
    }
}
