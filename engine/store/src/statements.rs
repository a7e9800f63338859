//! Every statement of the crate, for the tests that look at how a database finds its rows.

use std::collections::BTreeSet;
use std::path::Path;

use super::read::{accounts, cases, duties, files, outbox, persons, records, references};
use super::write::{self, Set};
use super::writer::load;

/// Statements as they are.
pub(crate) const PLAIN: &[(&str, &str)] = &[
    ("ACCOUNT", accounts::ACCOUNT),
    ("ACCOUNT_OF_LOGIN", accounts::ACCOUNT_OF_LOGIN),
    ("SESSION", accounts::SESSION),
    ("SESSIONS", accounts::SESSIONS),
    ("TOKEN", accounts::TOKEN),
    ("TOKENS", accounts::TOKENS),
    ("STANDINGS", accounts::STANDINGS),
    ("STANDING_FOR", accounts::STANDING_FOR),
    ("RECOVERY_CODES", accounts::RECOVERY_CODES),
    ("READS", accounts::READS),
    ("INSERT_ACCOUNT", write::accounts::INSERT_ACCOUNT),
    ("SET_PASSWORD", write::accounts::SET_PASSWORD),
    ("SET_DISABLED", write::accounts::SET_DISABLED),
    ("SET_SECOND_FACTOR", write::accounts::SET_SECOND_FACTOR),
    ("TOUCH_ACCOUNT", write::accounts::TOUCH_ACCOUNT),
    ("TAKE_STEP", write::accounts::TAKE_STEP),
    ("FORGET_CODES", write::accounts::FORGET_CODES),
    ("INSERT_CODE", write::accounts::INSERT_CODE),
    ("TAKE_CODE", write::accounts::TAKE_CODE),
    ("EMPLOYER_OF_CASE", write::accounts::EMPLOYER_OF_CASE),
    ("INSERT_STANDING", write::accounts::INSERT_STANDING),
    ("DELETE_STANDING", write::accounts::DELETE_STANDING),
    ("INSERT_SESSION", write::accounts::INSERT_SESSION),
    ("SEEN", write::accounts::SEEN),
    ("CLOSE_SESSION", write::accounts::CLOSE_SESSION),
    ("CLOSE_SESSIONS", write::accounts::CLOSE_SESSIONS),
    ("CLOSE_ENDED_SESSIONS", write::accounts::CLOSE_ENDED_SESSIONS),
    ("INSERT_TOKEN", write::accounts::INSERT_TOKEN),
    ("TOKEN_SEEN", write::accounts::TOKEN_SEEN),
    ("CLOSE_TOKEN", write::accounts::CLOSE_TOKEN),
    ("CLOSE_TOKENS", write::accounts::CLOSE_TOKENS),
    ("CLOSE_ENDED_TOKENS", write::accounts::CLOSE_ENDED_TOKENS),
    ("INSERT_READ", write::accounts::INSERT_READ),
    ("ATTACHMENT", files::ATTACHMENT),
    ("ATTACHMENTS", files::ATTACHMENTS),
    ("BOUNCED", write::outbox::BOUNCED),
    ("CASE", cases::CASE),
    ("CASES", cases::CASES),
    ("CASES_AT_STAGE", cases::CASES_AT_STAGE),
    ("CASES_OF_CITY", cases::CASES_OF_CITY),
    ("CASES_OF_EMPLOYER", cases::CASES_OF_EMPLOYER),
    ("CASES_OF_PROVINCE", cases::CASES_OF_PROVINCE),
    ("CASES_OF_REGION", cases::CASES_OF_REGION),
    ("CLAIM", write::projections::CLAIM),
    ("CLAIM", write::outbox::CLAIM),
    ("DATASET", references::DATASET),
    ("DELIVERED", write::outbox::DELIVERED),
    ("DOCUMENT", files::DOCUMENT),
    ("DOCUMENTS", files::DOCUMENTS),
    ("DUTIES_DUE", duties::DUTIES_DUE),
    ("DUTIES_OF_CASE", duties::DUTIES_OF_CASE),
    ("ERASE_ATTACHMENT", write::files::ERASE_ATTACHMENT),
    ("ERASE_DOCUMENT", write::files::ERASE_DOCUMENT),
    ("ERASE_PERSON", write::files::ERASE_PERSON),
    ("HEAD", records::HEAD),
    ("LEASE", write::outbox::LEASE),
    ("INSERT_DATASET", write::references::INSERT_DATASET),
    ("INSERT_RULESET", write::references::INSERT_RULESET),
    ("INSERT_TEMPLATE", write::references::INSERT_TEMPLATE),
    ("MESSAGES_OF_CASE", outbox::MESSAGES_OF_CASE),
    ("OPEN_NEGOTIATION", cases::OPEN_NEGOTIATION),
    ("OUTBOX_DUE", outbox::OUTBOX_DUE),
    ("PENDING_LEAVES", records::PENDING_LEAVES),
    ("PERSONS", persons::PERSONS),
    ("RECORDS_AFTER", records::RECORDS_AFTER),
    ("RELEASE", write::projections::RELEASE),
    ("RETRY", write::outbox::RETRY),
    ("RULESET", references::RULESET),
    ("SENT", write::outbox::SENT),
    ("TEMPLATE", references::TEMPLATE),
];

/// Statements around a list of rows.
pub(crate) const SETS: &[(&str, Set)] = &[
    ("INSERT_ATTACHMENTS", write::files::INSERT_ATTACHMENTS),
    ("INSERT_CLAIMS", write::projections::INSERT_CLAIMS),
    ("INSERT_DOCUMENTS", write::files::INSERT_DOCUMENTS),
    ("INSERT_HEADS", write::chain::INSERT_HEADS),
    ("INSERT_MESSAGES", write::outbox::INSERT_MESSAGES),
    ("INSERT_PERSONS", write::files::INSERT_PERSONS),
    ("INSERT_RECORDS", write::chain::INSERT_RECORDS),
    ("HEADS", load::HEADS),
    ("MOVE_HEADS", write::chain::MOVE_HEADS),
    ("PUT_CASES", write::projections::PUT_CASES),
    ("PUT_DUTIES", write::projections::PUT_DUTIES),
    ("RELEASE_CASES", write::projections::RELEASE_CASES),
];

#[test]
fn every_statement_of_the_crate_is_in_the_list() {
    let listed: BTreeSet<&str> = PLAIN.iter().map(|(name, _)| *name).chain(SETS.iter().map(|set| set.0)).collect();
    let mut written = BTreeSet::new();
    for folder in ["read", "write", "writer"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let names = text.lines().filter(|line| line.ends_with(": &str = \"") || line.ends_with(": Set = Set {"));
            written.extend(names.map(|line| line.split(':').next().unwrap().rsplit(' ').next().unwrap().to_owned()));
            assert!(
                !text.contains("sqlx::query(\"") && !text.contains("sqlx::query_as(\""),
                "a statement without a name"
            );
        }
    }
    assert_eq!(written.iter().map(String::as_str).collect::<BTreeSet<_>>(), listed);
}
