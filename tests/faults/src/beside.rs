//! What is written beside the records of a case, in the same transaction: a message for each of them, and the duties that
//! follow from all.

use law::time::Moment;
use negotiation::Negotiation;
use negotiation::state::DutyStatus;
use store::{MAX_PAGE, Store, StoreError, StoredRecord};
use uuid::Uuid;

/// What is wrong with the messages and the duties of a case that nobody has sent anything for yet, in words.
///
/// # Errors
/// See [`Store`].
pub(crate) async fn wrong(
    store: &Store,
    case: Uuid,
    records: &[StoredRecord],
    negotiation: Option<&Negotiation>,
) -> Result<Vec<String>, StoreError> {
    let mut wrong = Vec::new();
    let ordered = records.iter().map(|record| (record.seq, 0, record.command.clone()));
    let ordered: Vec<(u64, u32, String)> = ordered.collect();
    let found = messages(store, case).await?;
    if found != ordered {
        wrong.push(format!("its messages aren't one a record: {found:?}, {ordered:?}"));
    }
    let mut owed: Vec<Owed> = negotiation
        .into_iter()
        .flat_map(|case| case.duties().iter())
        .map(|duty| {
            let owed_by = duty.owner.name().to_owned();
            (duty.id.clone(), owed_by, duty.due_at(), word(duty.status).to_owned(), duty.dates.provisional)
        })
        .collect();
    let lines = store.duties_of(case, "", MAX_PAGE).await?;
    let mut listed: Vec<Owed> =
        lines.into_iter().map(|line| (line.duty, line.owed_by, line.due_at, line.status, line.provisional)).collect();
    owed.sort();
    listed.sort();
    if listed != owed {
        wrong.push(format!("its duties in the list aren't those of its records: {listed:?}, {owed:?}"));
    }
    Ok(wrong)
}

/// A duty: its id, who owes it, by when, how it stands, and whether its date rests on a year without a holiday notice.
type Owed = (String, String, Moment, String, bool);

/// How the list names what became of a duty.
const fn word(status: DutyStatus) -> &'static str {
    match status {
        DutyStatus::Open => "open",
        DutyStatus::Struck => "struck",
        DutyStatus::Met { late: false, .. } => "met",
        DutyStatus::Met { late: true, .. } => "met_late",
        DutyStatus::Voided => "voided",
    }
}

/// Record, part and kind of every message of a case.
async fn messages(store: &Store, case: Uuid) -> Result<Vec<(u64, u32, String)>, StoreError> {
    let mut all: Vec<(u64, u32, String)> = Vec::new();
    loop {
        let page = store.messages_of(case, all.last().map(|(seq, part, _)| (*seq, *part)), MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page.into_iter().map(|it| (it.message.id.seq, it.message.id.part, it.message.kind)));
    }
}
