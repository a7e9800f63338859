//! Writes that belong to no act, one after the other.

use super::{Connection, accounts, ballots, caucus, files, notices, outbox, people, references};
use crate::{Chore, StoreError};

/// Does one chore. Gives whether it changed anything.
pub(crate) async fn run(connection: &mut Connection, chore: &Chore) -> Result<bool, StoreError> {
    match chore {
        Chore::Account(chore) => accounts::run(connection, chore).await,
        Chore::People(chore) => people::run(connection, chore).await,
        Chore::Ballot(chore) => ballots::run(connection, chore).await,
        Chore::Caucus(chore) => caucus::run(connection, chore).await,
        Chore::Notice { account, notice } => notices::put(connection, *account, *notice).await,
        Chore::Ruleset(ruleset) => references::put_ruleset(connection, ruleset).await,
        Chore::Dataset(dataset) => references::put_dataset(connection, dataset).await,
        Chore::Template(template) => references::put_template(connection, template).await,
        Chore::Person { case, person } => files::put_person(connection, *case, person).await,
        Chore::Attachment { case, attachment } => files::put_attachment(connection, *case, attachment).await,
        Chore::ErasePerson { case, id, at } => files::erase_person(connection, *case, id, *at).await,
        Chore::EraseDocument { case, number, version, at } => {
            files::erase_document(connection, *case, number, *version, *at).await
        }
        Chore::EraseAttachment { case, sha256, at } => files::erase_attachment(connection, *case, *sha256, *at).await,
        Chore::Settle => Ok(false),
        Chore::Sent { id, at } => outbox::sent(connection, *id, *at).await,
        Chore::Claim { id, seen, until } => outbox::claim(connection, *id, *seen, *until).await,
        Chore::Retry { id, next_at, problem } => outbox::retry(connection, *id, *next_at, problem).await,
        Chore::Delivered { id, at } => outbox::delivered(connection, *id, *at).await,
        Chore::Bounced { id, at, problem } => outbox::bounced(connection, *id, *at, problem).await,
        Chore::Address { id, at, messages } => outbox::address(connection, *id, *at, messages).await,
        Chore::Remind { case, duty, days, at, payload } => {
            outbox::remind(connection, *case, duty, *days, *at, payload).await
        }
        Chore::Lease { name, holder, now, until, latest } => {
            outbox::lease(connection, name, *holder, (*now, *until, *latest)).await
        }
    }
}
