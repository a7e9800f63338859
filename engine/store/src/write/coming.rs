//! How people come in and what they answer: links and codes, short messages, surveys.

use ledger::Digest;

use super::Connection;
use super::people::{Query, changed};
use crate::{Pass, PeopleChore, ShortMessage, StoreError, Survey, SurveyAnswer};

pub(crate) const PUT_PASS: &str = "
    insert into pass (token, kind, employer, person_id, secret, tries, created_at_ms, until_ms)
    values ($1, $2, $3, $4, $5, 0, $6, $7)
    on conflict do nothing
";

pub(crate) const PUT_SHORT: &str = "
    insert into short_message (id, phone, text, created_at_ms, attempts, next_at_ms)
    values ($1, $2, $3, $4, 0, $5)
    on conflict do nothing
";

pub(crate) const TRY_PASS: &str = "
    update pass
    set tries = tries + 1
    where token = $1 and used_at_ms is null and until_ms > $2 and tries < $3
";

pub(crate) const TAKE_PASS: &str = "
    update pass
    set used_at_ms = $2
    where token = $1 and used_at_ms is null and until_ms > $2
";

pub(crate) const PUT_ACCOUNT_PASS: &str = "
    insert into account_pass (token, account_id, created_at_ms, until_ms)
    values ($1, $2, $3, $4)
    on conflict do nothing
";

pub(crate) const TAKE_ACCOUNT_PASS: &str = "
    update account_pass
    set used_at_ms = $2
    where token = $1 and used_at_ms is null and until_ms > $2
";

pub(crate) const CLAIM_SHORT: &str = "
    update short_message
    set next_at_ms = $3
    where id = $1 and sent_at_ms is null and next_at_ms = $2
";

pub(crate) const SENT_SHORT: &str = "
    update short_message
    set sent_at_ms = $2, phone = null, text = null, problem = null
    where id = $1 and sent_at_ms is null
";

pub(crate) const RETRY_SHORT: &str = "
    update short_message
    set next_at_ms = $2, attempts = attempts + 1, problem = $3
    where id = $1 and sent_at_ms is null
";

pub(crate) const OPEN_SURVEY: &str = "
    insert into survey (id, employer, title, code, opened_at_ms)
    values ($1, $2, $3, $4, $5)
    on conflict do nothing
";

pub(crate) const CLOSE_SURVEY: &str = "
    update survey
    set closed_at_ms = $2
    where id = $1 and closed_at_ms is null
";

/// Nothing where the survey is closed.
pub(crate) const MARK: &str = "
    insert into survey_taken (survey_id, mark)
    select id, $2
    from survey
    where id = $1 and closed_at_ms is null
    on conflict do nothing
";

pub(crate) const ANSWER: &str = "
    insert into survey_answer (survey_id, id, topics, words)
    values ($1, $2, $3, $4)
";

/// Does one chore about coming in. Gives whether it changed anything.
pub(crate) async fn run(connection: &mut Connection, chore: &PeopleChore) -> Result<bool, StoreError> {
    match chore {
        PeopleChore::PutPass { pass, message } => {
            changed(connection, put(pass)).await?;
            changed(connection, short(message)).await
        }
        PeopleChore::TryPass { token, most, at } => {
            let query = sqlx::query(TRY_PASS).bind(bytes(*token)).bind(at.millis()).bind(i64::from(*most));
            changed(connection, query).await
        }
        PeopleChore::TakePass { token, at } => {
            changed(connection, sqlx::query(TAKE_PASS).bind(bytes(*token)).bind(at.millis())).await
        }
        PeopleChore::PutAccountPass { token, account, at, until, message } => {
            let query = sqlx::query(PUT_ACCOUNT_PASS).bind(bytes(*token)).bind(*account).bind(at.millis());
            changed(connection, query.bind(until.millis())).await?;
            changed(connection, short(message)).await
        }
        PeopleChore::TakeAccountPass { token, at } => {
            changed(connection, sqlx::query(TAKE_ACCOUNT_PASS).bind(bytes(*token)).bind(at.millis())).await
        }
        PeopleChore::Say(message) => changed(connection, short(message)).await,
        PeopleChore::ClaimShort { id, seen, until } => {
            let query = sqlx::query(CLAIM_SHORT).bind(*id).bind(seen.millis()).bind(until.millis());
            changed(connection, query).await
        }
        PeopleChore::SentShort { id, at } => {
            changed(connection, sqlx::query(SENT_SHORT).bind(*id).bind(at.millis())).await
        }
        PeopleChore::RetryShort { id, next_at, problem } => {
            let query = sqlx::query(RETRY_SHORT).bind(*id).bind(next_at.millis()).bind(problem.clone());
            changed(connection, query).await
        }
        PeopleChore::OpenSurvey(survey) => changed(connection, open(survey)).await,
        PeopleChore::CloseSurvey { id, at } => {
            changed(connection, sqlx::query(CLOSE_SURVEY).bind(*id).bind(at.millis())).await
        }
        PeopleChore::Answer { survey, mark, answer } => {
            if !changed(connection, sqlx::query(MARK).bind(*survey).bind(bytes(*mark))).await? {
                return Ok(false);
            }
            let SurveyAnswer { id, topics, words } = answer;
            let query = sqlx::query(ANSWER).bind(*survey).bind(*id).bind(topics.join(" ")).bind(words.clone());
            changed(connection, query).await
        }
        PeopleChore::Apply { .. }
        | PeopleChore::Decide { .. }
        | PeopleChore::SetPhone { .. }
        | PeopleChore::KeepDraft(_)
        | PeopleChore::DropDraft { .. }
        | PeopleChore::Import { .. }
        | PeopleChore::SetRosterPhone { .. }
        | PeopleChore::EraseFromRoster { .. }
        | PeopleChore::Bind { .. }
        | PeopleChore::SetGroup { .. } => Ok(false),
    }
}

fn bytes(digest: Digest) -> Vec<u8> {
    digest.as_bytes().to_vec()
}

fn put(pass: &Pass) -> Query {
    sqlx::query(PUT_PASS)
        .bind(bytes(pass.token))
        .bind(pass.kind.name())
        .bind(pass.employer.clone())
        .bind(pass.person)
        .bind(pass.secret.map(bytes))
        .bind(pass.created_at.millis())
        .bind(pass.until.millis())
}

/// Keeps a short message to be sent.
pub(crate) fn short(message: &ShortMessage) -> Query {
    sqlx::query(PUT_SHORT)
        .bind(message.id)
        .bind(message.phone.as_ref().map(|phone| phone.0.clone()))
        .bind(message.text.as_ref().map(|text| text.0.clone()))
        .bind(message.created_at.millis())
        .bind(message.next_at.millis())
}

fn open(survey: &Survey) -> Query {
    sqlx::query(OPEN_SURVEY)
        .bind(survey.id)
        .bind(survey.employer.clone())
        .bind(survey.title.clone())
        .bind(survey.code.clone())
        .bind(survey.opened_at.millis())
}
