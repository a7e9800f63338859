//! Reminders before last days: five days, two days, and on the day itself, to everyone in the case, between eight in the
//! morning and eight in the evening. What was struck is told by its own record.
//!
//! Nothing legal depends on a reminder. Each is kept in the outbox together with a row that says so, so that nobody is
//! reminded twice.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};

use law::Date;
use law::time::Moment;
use serde::{Deserialize, Serialize};
use store::{Chore, DutyCursor, DutyLine, MAX_PAGE, StoreError};
use uuid::Uuid;

use super::Jobs;
use crate::reach::is_day;

/// Kind of a message that reminds.
pub(super) const REMINDER: &str = "reminder";

/// Days before the last one on which everybody is reminded, the most pressing first.
const STEPS: [u32; 3] = [0, 2, 5];

/// So long after a round the next one begins, in milliseconds.
const PAUSE: i64 = 600_000;

const DAY: i64 = 86_400_000;

/// When the last round was, in milliseconds; none was at 0.
#[derive(Default)]
pub(super) struct Last(AtomicI64);

/// What a reminder says.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Reminder {
    /// The last day.
    pub(super) due: Date,
    /// The duty.
    pub(super) duty: String,
    /// Who owes what until when, in one sentence.
    pub(super) text: String,
}

/// Puts what is to be told now into the outbox. Gives how many reminders that made.
///
/// # Errors
/// The store can't be read or written.
pub(super) async fn remind(jobs: &Jobs) -> Result<u64, StoreError> {
    let (now, last) = (jobs.desk.now(), &jobs.reminded);
    let since = now.millis().saturating_sub(last.0.load(Ordering::SeqCst));
    if (0..PAUSE).contains(&since) || !is_day(now) {
        return Ok(0);
    }
    let mut made = 0;
    for (case, duties) in near(jobs, now).await? {
        made += remind_of(jobs, case, &duties, now).await?;
    }
    last.0.store(now.millis(), Ordering::SeqCst);
    Ok(made)
}

/// What falls due soon, by case, with the step of each.
async fn near(jobs: &Jobs, now: Moment) -> Result<BTreeMap<Uuid, Vec<(DutyLine, u32)>>, StoreError> {
    let most = i64::from(STEPS.into_iter().max().unwrap_or(0));
    // A duty is overdue from the instant after its last day.
    let until = Moment::start_of(now.date()).plus_millis((most + 1) * DAY);
    let (mut near, mut after) = (BTreeMap::<Uuid, Vec<(DutyLine, u32)>>::new(), None::<DutyCursor>);
    loop {
        let page = jobs.desk.store().duties_due(until, after.as_ref(), MAX_PAGE).await?;
        let Some(last) = page.last() else { return Ok(near) };
        after = Some(last.cursor());
        for line in page {
            if let Some(step) = step(&line, now) {
                near.entry(line.case).or_default().push((line, step));
            }
        }
    }
}

/// For how many days before the last one a duty is to be told now; `None` where it isn't one to be told.
fn step(line: &DutyLine, now: Moment) -> Option<u32> {
    let owed = matches!(line.kind.as_str(), "breach" | "lapse") && line.status == "open";
    let left = (line.due_at.millis() - 1 - Moment::start_of(now.date()).millis()).div_euclid(DAY);
    let left = u32::try_from(left).ok().filter(|_| owed)?;
    STEPS.into_iter().find(|step| left <= *step)
}

async fn remind_of(jobs: &Jobs, case: Uuid, duties: &[(DutyLine, u32)], now: Moment) -> Result<u64, StoreError> {
    let told = told(jobs, case).await?;
    let fresh = |(line, step): &&(DutyLine, u32)| !told.contains(&(line.duty.clone(), *step));
    let fresh: Vec<&(DutyLine, u32)> = duties.iter().filter(fresh).collect();
    if fresh.is_empty() {
        return Ok(0);
    }
    let sentences = sentences(jobs, case, now).await?;
    let mut made = 0;
    for (line, days) in fresh {
        let Some((due, text)) = sentences.get(&line.duty) else { continue };
        let reminder = Reminder { due: *due, duty: line.duty.clone(), text: text.clone() };
        let payload = serde_json::to_string(&reminder).unwrap_or_default();
        let chore = Chore::Remind { case, duty: line.duty.clone(), days: *days, at: now, payload };
        made += u64::from(jobs.desk.chore(chore).await?);
    }
    Ok(made)
}

/// What the case was reminded of already.
async fn told(jobs: &Jobs, case: Uuid) -> Result<Vec<(String, u32)>, StoreError> {
    let mut all: Vec<(String, u32)> = Vec::new();
    loop {
        let after = all.last().map(|(duty, days)| (duty.as_str(), *days));
        let page = jobs.desk.store().reminders_of(case, after, MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

/// Last day and sentence of everything that is owed in a case. A case that can't be told is left out, and in the log.
async fn sentences(jobs: &Jobs, case: Uuid, now: Moment) -> Result<BTreeMap<String, (Date, String)>, StoreError> {
    let mut records = Vec::new();
    let mut after = 0;
    loop {
        let page = jobs.desk.store().records_after(case, after, MAX_PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.seq;
        records.extend(page.into_iter().map(|record| record.bytes));
    }
    match timeline::build(case, &records, &timeline::Names::default(), &[], &jobs.texts, now) {
        Ok(told) => Ok(told.next.owes.into_iter().map(|owed| (owed.duty, (owed.due, owed.text))).collect()),
        Err(error) => {
            tracing::error!(%case, %error, "a case can't be told");
            Ok(BTreeMap::new())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(due: &str, kind: &str) -> DutyLine {
        DutyLine {
            case: Uuid::nil(),
            duty: "reply-1".to_owned(),
            owed_by: "employer".to_owned(),
            due_at: Moment::end_of(due.parse().unwrap()),
            status: "open".to_owned(),
            provisional: false,
            kind: kind.to_owned(),
        }
    }

    #[test]
    fn five_days_two_days_and_the_day_itself() {
        let now: Moment = "2026-03-11T09:00:00+08:00".parse().unwrap();
        let steps = [("2026-03-17", None), ("2026-03-16", Some(5)), ("2026-03-14", Some(5)), ("2026-03-13", Some(2))];
        for (due, wanted) in steps.into_iter().chain([("2026-03-11", Some(0)), ("2026-03-10", None)]) {
            assert_eq!(step(&line(due, "breach"), now), wanted, "{due}");
        }
        assert_eq!(step(&line("2026-03-11", "window"), now), None, "nobody owes what is only possible");
    }
}
