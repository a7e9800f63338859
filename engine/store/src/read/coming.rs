//! Links and codes, short messages, surveys.

use law::time::Moment;
use ledger::Digest;
use uuid::Uuid;

use super::{Store, count, digest, page, small};
use crate::{Hidden, Pass, PassKind, ShortMessage, StoreError, Survey, SurveyAnswer};

pub(crate) const PASS: &str = "
    select token, kind, employer, person_id, secret, tries, created_at_ms, until_ms, used_at_ms
    from pass
    where token = $1
";

pub(crate) const PASSES_SINCE: &str = "
    select count(*)
    from pass
    where employer = $1 and person_id = $2 and kind = $3 and created_at_ms > $4
";

pub(crate) const ACCOUNT_PASS: &str = "
    select account_id
    from account_pass
    where token = $1 and used_at_ms is null and until_ms > $2
";

pub(crate) const ACCOUNT_PASSES_SINCE: &str = "
    select count(*)
    from account_pass
    where account_id = $1 and created_at_ms > $2
";

pub(crate) const SHORT_DUE: &str = "
    select id, phone, text, created_at_ms, attempts, next_at_ms, sent_at_ms, problem
    from short_message
    where sent_at_ms is null and next_at_ms <= $1
    order by next_at_ms, id
    limit $2
";

pub(crate) const SHORT_NEWEST: &str = "
    select id, phone, text, created_at_ms, attempts, next_at_ms, sent_at_ms, problem
    from short_message
    where id < $1
    order by id desc
    limit $2
";

pub(crate) const SURVEY: &str = "
    select id, employer, title, code, opened_at_ms, closed_at_ms
    from survey
    where id = $1
";

pub(crate) const SURVEY_OF_CODE: &str = "
    select id, employer, title, code, opened_at_ms, closed_at_ms
    from survey
    where code = $1
";

pub(crate) const SURVEYS: &str = "
    select id, employer, title, code, opened_at_ms, closed_at_ms
    from survey
    where employer = $1 and id < $2
    order by id desc
    limit $3
";

pub(crate) const TAKEN: &str = "
    select count(*)
    from survey_taken
    where survey_id = $1
";

pub(crate) const HAS_TAKEN: &str = "
    select count(*)
    from survey_taken
    where survey_id = $1 and mark = $2
";

pub(crate) const ANSWERS: &str = "
    select id, topics, words
    from survey_answer
    where survey_id = $1 and id > $2
    order by id
    limit $3
";

impl Store {
    /// See [`crate::Store::pass`].
    pub(crate) async fn pass(&self, token: Digest) -> Result<Option<Pass>, StoreError> {
        let token = token.as_bytes().as_slice();
        let row: Option<PassRow> = sqlx::query_as(PASS).bind(token).fetch_optional(&mut *self.reader().await?).await?;
        row.map(pass).transpose()
    }

    /// See [`crate::Store::passes_since`].
    pub(crate) async fn passes_since(
        &self,
        employer: &str,
        person: Uuid,
        kind: PassKind,
        since: Moment,
    ) -> Result<u64, StoreError> {
        let query = sqlx::query_scalar(PASSES_SINCE).bind(employer).bind(person).bind(kind.name()).bind(since.millis());
        count("pass", query.fetch_one(&mut *self.reader().await?).await?)
    }

    /// See [`crate::Store::account_pass`].
    pub(crate) async fn account_pass(&self, token: Digest, at: Moment) -> Result<Option<Uuid>, StoreError> {
        let query = sqlx::query_scalar(ACCOUNT_PASS).bind(token.as_bytes().as_slice()).bind(at.millis());
        Ok(query.fetch_optional(&mut *self.reader().await?).await?)
    }

    /// See [`crate::Store::account_passes_since`].
    pub(crate) async fn account_passes_since(&self, account: Uuid, since: Moment) -> Result<u64, StoreError> {
        let query = sqlx::query_scalar(ACCOUNT_PASSES_SINCE).bind(account).bind(since.millis());
        count("account_pass", query.fetch_one(&mut *self.reader().await?).await?)
    }

    /// See [`crate::Store::short_due`].
    pub(crate) async fn short_due(&self, by: Moment, limit: u32) -> Result<Vec<ShortMessage>, StoreError> {
        let query = sqlx::query_as(SHORT_DUE).bind(by.millis()).bind(page(limit));
        let rows: Vec<ShortRow> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(short).collect()
    }

    /// See [`crate::Store::short_newest`].
    pub(crate) async fn short_newest(&self, before: Uuid, limit: u32) -> Result<Vec<ShortMessage>, StoreError> {
        let query = sqlx::query_as(SHORT_NEWEST).bind(before).bind(page(limit));
        let rows: Vec<ShortRow> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(short).collect()
    }

    /// See [`crate::Store::survey`].
    pub(crate) async fn survey(&self, id: Uuid) -> Result<Option<Survey>, StoreError> {
        let row: Option<SurveyRow> = sqlx::query_as(SURVEY).bind(id).fetch_optional(&mut *self.reader().await?).await?;
        Ok(row.map(survey))
    }

    /// See [`crate::Store::survey_of_code`].
    pub(crate) async fn survey_of_code(&self, code: &str) -> Result<Option<Survey>, StoreError> {
        let row: Option<SurveyRow> =
            sqlx::query_as(SURVEY_OF_CODE).bind(code).fetch_optional(&mut *self.reader().await?).await?;
        Ok(row.map(survey))
    }

    /// See [`crate::Store::surveys`].
    pub(crate) async fn surveys(&self, employer: &str, before: Uuid, limit: u32) -> Result<Vec<Survey>, StoreError> {
        let query = sqlx::query_as(SURVEYS).bind(employer).bind(before).bind(page(limit));
        let rows: Vec<SurveyRow> = query.fetch_all(&mut *self.reader().await?).await?;
        Ok(rows.into_iter().map(survey).collect())
    }

    /// See [`crate::Store::survey_taken`].
    pub(crate) async fn survey_taken(&self, survey: Uuid) -> Result<u64, StoreError> {
        count("survey_taken", sqlx::query_scalar(TAKEN).bind(survey).fetch_one(&mut *self.reader().await?).await?)
    }

    /// See [`crate::Store::has_answered`].
    pub(crate) async fn has_answered(&self, survey: Uuid, mark: Digest) -> Result<bool, StoreError> {
        let query = sqlx::query_scalar(HAS_TAKEN).bind(survey).bind(mark.as_bytes().as_slice());
        let found: i64 = query.fetch_one(&mut *self.reader().await?).await?;
        Ok(found > 0)
    }

    /// See [`crate::Store::survey_answers`].
    pub(crate) async fn survey_answers(
        &self,
        survey: Uuid,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<SurveyAnswer>, StoreError> {
        let query = sqlx::query_as(ANSWERS).bind(survey).bind(after).bind(page(limit));
        let rows: Vec<(Uuid, String, String)> = query.fetch_all(&mut *self.reader().await?).await?;
        let words = |text: String| text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Ok(rows.into_iter().map(|(id, topics, own)| SurveyAnswer { id, topics: words(topics), words: own }).collect())
    }
}

type PassRow = (Vec<u8>, String, String, Uuid, Option<Vec<u8>>, i64, i64, i64, Option<i64>);

fn pass((token, kind, employer, person, secret, tries, created, until, used): PassRow) -> Result<Pass, StoreError> {
    let found = [PassKind::Code, PassKind::Link].into_iter().find(|known| known.name() == kind);
    Ok(Pass {
        token: digest("pass.token", &token)?,
        kind: found.ok_or(StoreError::Value { column: "pass.kind", found: kind })?,
        employer,
        person,
        secret: secret.map(|secret| digest("pass.secret", &secret)).transpose()?,
        tries: small("pass.tries", tries)?,
        created_at: Moment::from_millis(created),
        until: Moment::from_millis(until),
        used_at: used.map(Moment::from_millis),
    })
}

type ShortRow = (Uuid, Option<String>, Option<String>, i64, i64, i64, Option<i64>, Option<String>);

fn short((id, phone, text, created, attempts, next, sent, problem): ShortRow) -> Result<ShortMessage, StoreError> {
    Ok(ShortMessage {
        id,
        phone: phone.map(Hidden),
        text: text.map(Hidden),
        created_at: Moment::from_millis(created),
        attempts: small("short_message.attempts", attempts)?,
        next_at: Moment::from_millis(next),
        sent_at: sent.map(Moment::from_millis),
        problem,
    })
}

type SurveyRow = (Uuid, String, String, String, i64, Option<i64>);

fn survey((id, employer, title, code, opened, closed): SurveyRow) -> Survey {
    Survey {
        id,
        employer,
        title,
        code,
        opened_at: Moment::from_millis(opened),
        closed_at: closed.map(Moment::from_millis),
    }
}
