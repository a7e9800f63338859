//! The least that the application's role needs: it adds records and moves heads, and can neither change nor remove what
//! is recorded, not even by mistake.

use sqlx::{AssertSqlSafe, Connection as _};

use super::dialect::{self, Place};
use crate::StoreError;

/// What the application may do with which tables.
const GRANTS: &[(&str, &str)] = &[
    ("select", "all tables in schema public"),
    ("insert", "record, pending_leaf, ruleset, dataset, template"),
    ("insert", "case_head, case_list, case_duty, outbox, reminder, person, document, attachment"),
    ("update (seq, hash, at_ms)", "case_head"),
    ("update", "case_list, case_duty"),
    ("update (attempts, next_at_ms, problem, sent_at_ms, delivered_at_ms, bounced_at_ms)", "outbox"),
    ("update (erased_at_ms, salt, fields)", "person"),
    ("update (erased_at_ms, data, pdf)", "document"),
    ("update (erased_at_ms, bytes)", "attachment"),
    ("insert", "account, account_session, api_token, recovery_code, standing, read_log, inbox_acceptance"),
    ("update (password, second_factor, second_factor_step, changed_at_ms, disabled_at_ms)", "account"),
    ("update (seen_at_ms)", "account_session, api_token"),
    ("update (used_at_ms)", "recovery_code"),
    ("delete", "account_session, api_token, recovery_code, standing"),
    ("insert, update", "organisation, organisation_scan, account_phone, roster_group"),
    ("insert, delete", "roster_draft"),
    ("insert", "roster_person, pass, account_pass, short_message, survey, survey_taken, survey_answer"),
    ("update (name, phone, number, post, constituency, sex, account_id, erased_at_ms)", "roster_person"),
    ("update (tries, used_at_ms)", "pass"),
    ("update (used_at_ms)", "account_pass"),
    ("update (phone, text, attempts, next_at_ms, sent_at_ms, problem)", "short_message"),
    ("update (closed_at_ms)", "survey"),
    ("insert, update", "notice_choice"),
    ("insert", "caucus_note"),
    ("update (erased_at_ms, text)", "caucus_note"),
    ("insert", "ballot, ballot_voter, ballot_register, ballot_extension, ballot_roll, ballot_reminder"),
    ("update (closed_by, closed_at_ms, confirmed_by, confirmed_at_ms)", "ballot_roll"),
    ("insert, update (erased_at_ms, salt, fields)", "ballot_roll_name"),
    ("insert, update (answered_by, answered_at_ms, accepted, answer, text, erased_at_ms)", "ballot_challenge"),
    ("insert, update (answered_by, answered_at_ms, accepted, answer, text, erased_at_ms)", "ballot_objection"),
    ("update (bundle)", "ballot"),
    ("update (link)", "ballot_voter"),
    ("update (marks)", "ballot_register"),
    ("insert, update, delete, truncate", "ballot_box"),
    ("insert, update", "lease"),
    ("insert, delete", "open_negotiation"),
    ("delete", "pending_leaf"),
];

/// Gives a role of the server what the application needs, and takes everything else.
pub(crate) async fn grant(place: &Place, role: &str) -> Result<(), StoreError> {
    let mut connection = dialect::connect(dialect::write_options(place)).await?;
    let role = format!("\"{}\"", role.replace('"', "\"\""));
    let mut all = connection.begin().await?;
    let revoke = format!("revoke all on all tables in schema public from {role}");
    sqlx::query(AssertSqlSafe(revoke)).execute(&mut *all).await?;
    sqlx::query(AssertSqlSafe(format!("grant usage on schema public to {role}"))).execute(&mut *all).await?;
    for (what, tables) in GRANTS {
        sqlx::query(AssertSqlSafe(format!("grant {what} on {tables} to {role}"))).execute(&mut *all).await?;
    }
    all.commit().await?;
    Ok(connection.close().await?)
}
