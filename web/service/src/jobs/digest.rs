//! Reminders as somebody wants them: each at once, all of a day in one message, or on the last day only.
//!
//! A message that waits for the daily one stays in the outbox by itself and is put off until then, so that nothing is lost
//! where the choice changes or a process stops; only the words are put together, at the moment of sending.

use law::time::Moment;
use messages::Said;
use store::{Chore, Message, Notice, StoreError};

use super::Jobs;
use super::address::Way;
use super::remind::{REMINDER, Reminder};

/// The hour of Beijing at which the daily message goes out.
const HOUR: i64 = 9;

const DAY: i64 = 86_400_000;

/// When a person of the case is to be told; `None` where they don't want this one.
pub(super) async fn when(jobs: &Jobs, message: &Message, person: &str) -> Result<Option<Moment>, StoreError> {
    let now = jobs.desk.now();
    let Some(reminder) = reminder(message) else { return Ok(Some(now)) };
    let is_last = reminder.due <= now.date();
    Ok(match choice(jobs, person).await? {
        Notice::LastDay => is_last.then_some(now),
        // What is due today can't wait for tomorrow.
        Notice::Daily if !is_last => Some(slot(now)),
        Notice::AtOnce | Notice::Daily => Some(now),
    })
}

/// The next time at which daily messages go out.
fn slot(now: Moment) -> Moment {
    let today = Moment::start_of(now.date()).plus_millis(HOUR * 3_600_000);
    if now < today { today } else { today.plus_millis(DAY) }
}

/// Takes the other reminders that go to the same person in the same message.
pub(super) async fn mates(jobs: &Jobs, message: &Message, due: &[Message]) -> Result<Vec<Message>, StoreError> {
    let person = match Way::of(&message.audience) {
        Way::Mail(person) | Way::Short(person) => person,
        Way::Everyone | Way::Program(_) => return Ok(Vec::new()),
    };
    if message.kind != REMINDER || choice(jobs, &person).await? != Notice::Daily {
        return Ok(Vec::new());
    }
    let mut taken = Vec::new();
    for mate in due.iter().filter(|mate| mate.kind == REMINDER && mate.audience == message.audience) {
        let claim = Chore::Claim { id: mate.id, seen: mate.next_at, until: jobs.desk.now().plus_millis(60_000) };
        if mate.id != message.id && jobs.desk.chore(claim).await? {
            taken.push(mate.clone());
        }
    }
    Ok(taken)
}

/// Subject and text of several reminders.
pub(super) async fn wording(jobs: &Jobs, all: &[&Message], way: &str) -> Result<(String, String), StoreError> {
    let mut lines = Vec::new();
    for message in all {
        let Some(reminder) = reminder(message) else { continue };
        let line = jobs.desk.store().case(message.id.case).await?;
        let employer = line.map(|line| line.employer_name).unwrap_or_default();
        let said = Said::new("service-digest-line").arg("employer", employer).arg("text", reminder.text);
        lines.push(jobs.texts.say(&said));
    }
    let separator = if way == "mail" { "\n" } else { "" };
    let said = |key: String| Said::new(key).arg("count", lines.len()).arg("lines", lines.join(separator));
    let subject = jobs.texts.say(&said("service-digest-subject".to_owned()));
    Ok((subject, jobs.texts.say(&said(format!("service-digest-{way}")))))
}

fn reminder(message: &Message) -> Option<Reminder> {
    if message.kind != REMINDER {
        return None;
    }
    serde_json::from_str(&message.payload).ok()
}

/// A person of a case who has an account is named by its id there; everybody else is told at once.
async fn choice(jobs: &Jobs, person: &str) -> Result<Notice, StoreError> {
    match person.parse() {
        Ok(account) => jobs.desk.store().notice(account).await,
        Err(_) => Ok(Notice::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_daily_message_goes_out_at_nine() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        assert_eq!(slot(at("2026-03-02T08:01:00.000+08:00")), at("2026-03-02T09:00:00.000+08:00"));
        assert_eq!(slot(at("2026-03-02T09:00:00.000+08:00")), at("2026-03-03T09:00:00.000+08:00"));
        assert_eq!(slot(at("2026-03-02T19:59:00.000+08:00")), at("2026-03-03T09:00:00.000+08:00"));
    }
}
