//! Every statement of the crate, for the tests that look at how a database finds its rows.

use std::collections::BTreeSet;
use std::path::Path;

use super::read::{accounts, cases, coming, duties, files, outbox, people, persons, records, references};
use super::write::{self, Set};
use super::writer::load;

/// Statements as they are.
pub(crate) const PLAIN: &[(&str, &str)] = &[
    ("ACCOUNT", accounts::ACCOUNT),
    ("ACCOUNT_OF_LOGIN", accounts::ACCOUNT_OF_LOGIN),
    ("SESSION", accounts::SESSION),
    ("SESSIONS", accounts::SESSIONS),
    ("STANDINGS", accounts::STANDINGS),
    ("STANDING_FOR", accounts::STANDING_FOR),
    ("RECOVERY_CODES", accounts::RECOVERY_CODES),
    ("INBOX", accounts::INBOX),
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
    ("INSERT_INBOX", write::accounts::INSERT_INBOX),
    ("INSERT_READ", write::accounts::INSERT_READ),
    ("APPLY", write::people::APPLY),
    ("PUT_SCAN", write::people::PUT_SCAN),
    ("DECIDE", write::people::DECIDE),
    ("PUT_PHONE", write::people::PUT_PHONE),
    ("KEEP_DRAFT", write::roster::KEEP_DRAFT),
    ("DROP_DRAFT", write::roster::DROP_DRAFT),
    ("PUT_ON_ROSTER", write::roster::PUT_ON_ROSTER),
    ("SET_ROSTER_PHONE", write::roster::SET_ROSTER_PHONE),
    ("ERASE_FROM_ROSTER", write::roster::ERASE_FROM_ROSTER),
    ("BIND", write::roster::BIND),
    ("SET_GROUP", write::roster::SET_GROUP),
    ("PUT_PASS", write::coming::PUT_PASS),
    ("PUT_SHORT", write::coming::PUT_SHORT),
    ("PUT_ACCOUNT_PASS", write::coming::PUT_ACCOUNT_PASS),
    ("TAKE_ACCOUNT_PASS", write::coming::TAKE_ACCOUNT_PASS),
    ("ACCOUNT_PASS", coming::ACCOUNT_PASS),
    ("ACCOUNT_PASSES_SINCE", coming::ACCOUNT_PASSES_SINCE),
    ("TRY_PASS", write::coming::TRY_PASS),
    ("TAKE_PASS", write::coming::TAKE_PASS),
    ("CLAIM_SHORT", write::coming::CLAIM_SHORT),
    ("SENT_SHORT", write::coming::SENT_SHORT),
    ("RETRY_SHORT", write::coming::RETRY_SHORT),
    ("OPEN_SURVEY", write::coming::OPEN_SURVEY),
    ("CLOSE_SURVEY", write::coming::CLOSE_SURVEY),
    ("MARK", write::coming::MARK),
    ("ANSWER", write::coming::ANSWER),
    ("ORGANISATION", people::ORGANISATION),
    ("ORGANISATIONS_OF", people::ORGANISATIONS_OF),
    ("ORGANISATIONS_WITH", people::ORGANISATIONS_WITH),
    ("ORGANISATIONS_IN", people::ORGANISATIONS_IN),
    ("SCAN", people::SCAN),
    ("SCANS", people::SCANS),
    ("PHONE", people::PHONE),
    ("ROSTER", people::ROSTER),
    ("ROSTER_SIZE", people::ROSTER_SIZE),
    ("ROSTER_NAMED", people::ROSTER_NAMED),
    ("ROSTER_PERSON", people::ROSTER_PERSON),
    ("ROSTERS_OF", people::ROSTERS_OF),
    ("DRAFT", people::DRAFT),
    ("GROUP", people::GROUP),
    ("GROUP_OF_CODE", people::GROUP_OF_CODE),
    ("PASS", coming::PASS),
    ("PASSES_SINCE", coming::PASSES_SINCE),
    ("SHORT_DUE", coming::SHORT_DUE),
    ("SHORT_NEWEST", coming::SHORT_NEWEST),
    ("SURVEY", coming::SURVEY),
    ("SURVEY_OF_CODE", coming::SURVEY_OF_CODE),
    ("SURVEYS", coming::SURVEYS),
    ("TAKEN", coming::TAKEN),
    ("HAS_TAKEN", coming::HAS_TAKEN),
    ("ANSWERS", coming::ANSWERS),
    ("SAME_PHONE", write::accounts::SAME_PHONE),
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
    ("DUTIES_OF_CITY", duties::DUTIES_OF_CITY),
    ("DUTIES_OF_PROVINCE", duties::DUTIES_OF_PROVINCE),
    ("DUTIES_OF_REGION", duties::DUTIES_OF_REGION),
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
    ("REMINDERS", outbox::REMINDERS),
    ("INSERT_REMINDER", write::outbox::INSERT_REMINDER),
    ("INSERT_REMINDING", write::outbox::INSERT_REMINDING),
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
