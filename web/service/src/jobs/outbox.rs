//! Messages leave the outbox: a message to everyone becomes one for each person with an address, and each of those is
//! sent, put off, or given up, by itself.
//!
//! A message is taken for a while before it is sent, so that two workers don't send it both; it carries the same name at
//! every attempt. A process that dies between the mail server's answer and its own note sends it again: a message
//! arrives at least once. Nothing legal depends on that.

use law::time::Moment;
use messages::Said;
use negotiation::{Capacity, Side};
use serde::Deserialize;
use store::{Chore, MAX_PAGE, Message, MessageId, StoreError, StoredPerson};
use tokio::sync::watch;

use super::Jobs;

/// So long a worker has for one message, in milliseconds.
const CLAIM: i64 = 60_000;

/// Messages taken at a time.
const TAKE: u32 = 100;

/// After so many failures a message is tried once a day only, and staff see it first.
const PATIENCE: u32 = 12;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// Audience of a message to everyone in the case.
const EVERYONE: &str = "case";

/// What a person's row says about how to reach them.
#[derive(Deserialize)]
struct Reach {
    #[serde(default)]
    mail: Option<String>,
}

/// Who acted, as the message says.
#[derive(Deserialize)]
struct Speaker {
    capacity: Capacity,
    side: Side,
}

/// Sends what is due, until nothing is or the process is to stop. Gives how many messages were handed to the mail server.
///
/// # Errors
/// The outbox can't be read or written. A message that can't be sent is put off and doesn't keep the others waiting.
pub(super) async fn work_outbox(jobs: &Jobs, stop: &watch::Receiver<bool>) -> Result<u64, StoreError> {
    let mut sent = 0;
    loop {
        let now = jobs.desk.now();
        let due = jobs.desk.store().outbox_due(now, TAKE).await?;
        let oldest = due.first().map_or(0, |message| (now.millis() - message.created_at.millis()) / 1_000);
        jobs.metrics.outbox_age.set(oldest);
        if due.is_empty() {
            return Ok(sent);
        }
        for message in due {
            if *stop.borrow() {
                return Ok(sent);
            }
            // From this message's own beginning: those before it may have waited long for a mail server.
            let until = jobs.desk.now().plus_millis(CLAIM);
            let claim = Chore::Claim { id: message.id, seen: message.next_at, until };
            if jobs.desk.chore(claim).await? {
                sent += u64::from(work(jobs, message).await?);
            }
        }
    }
}

/// One message. Whether it was handed to the mail server.
async fn work(jobs: &Jobs, message: Message) -> Result<bool, StoreError> {
    if message.audience == EVERYONE {
        address(jobs, &message).await?;
        return Ok(false);
    }
    let Some(to) = reach(jobs, &message).await? else {
        // The person was erased meanwhile: there is nobody to tell.
        jobs.desk.chore(Chore::Sent { id: message.id, at: jobs.desk.now() }).await?;
        return Ok(false);
    };
    let problem = match &jobs.mail {
        None => Said::new("service-mail-none"),
        Some(mail) => {
            let (subject, text) = wording(jobs, &message).await?;
            let MessageId { case, seq, part } = message.id;
            match mail.send(&format!("{case}.{seq}.{part}"), &to, &subject, text).await {
                Ok(()) => {
                    jobs.desk.chore(Chore::Sent { id: message.id, at: jobs.desk.now() }).await?;
                    jobs.metrics.sent.inc();
                    return Ok(true);
                }
                Err(error) => {
                    jobs.metrics.send_failures.inc();
                    return put_off(jobs, &message, &error.said(), error.is_final()).await.map(|()| false);
                }
            }
        }
    };
    put_off(jobs, &message, &problem, false).await?;
    Ok(false)
}

/// A message of its own for everyone in the case who can be reached.
async fn address(jobs: &Jobs, message: &Message) -> Result<(), StoreError> {
    let (mut parts, mut after): (Vec<Message>, Option<StoredPerson>) = (Vec::new(), None);
    loop {
        let page = jobs.desk.store().persons_of(message.id.case, after.as_ref(), MAX_PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.clone());
        for person in page.iter().filter(|person| mail_of(person).is_some()) {
            if parts.last().is_some_and(|part| part.audience == person.id) {
                continue;
            }
            let part = u32::try_from(parts.len() + 1).unwrap_or(u32::MAX);
            let next_at = jobs.desk.now();
            let id = MessageId { part, ..message.id };
            parts.push(Message { id, audience: person.id.clone(), next_at, ..message.clone() });
        }
    }
    jobs.desk.chore(Chore::Address { id: message.id, at: jobs.desk.now(), messages: parts }).await?;
    Ok(())
}

/// Where the person of a message is reached now; none where the row was erased or has no address any more.
async fn reach(jobs: &Jobs, message: &Message) -> Result<Option<String>, StoreError> {
    let mut after: Option<StoredPerson> = None;
    let mut found = None;
    loop {
        let page = jobs.desk.store().persons_of(message.id.case, after.as_ref(), MAX_PAGE).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = Some(last.clone());
        let own = page.iter().filter(|person| person.id == message.audience);
        found = own.filter_map(mail_of).next_back().or(found);
    }
}

fn mail_of(person: &StoredPerson) -> Option<String> {
    let fields = &person.content.as_ref()?.fields;
    serde_json::from_slice::<Reach>(fields).ok()?.mail
}

/// Subject and text: which case, what was done, by which side; never whose name, because mail is read on the way.
async fn wording(jobs: &Jobs, message: &Message) -> Result<(String, String), StoreError> {
    let line = jobs.desk.store().case(message.id.case).await?;
    let case = line.as_ref().and_then(|line| line.number.clone()).unwrap_or_else(|| message.id.case.to_string());
    let employer = line.map(|line| line.employer_name).unwrap_or_default();
    let speaker: Option<Speaker> = serde_json::from_str(&message.payload).ok();
    let name = |speaker: &Speaker| if speaker.capacity == Capacity::Clock { "clock" } else { speaker.side.name() };
    let side = speaker.as_ref().map_or("none", name);
    let what = format!("neg-command-{}", message.kind.replace('_', "-"));
    let said = |key: &'static str| {
        let said = Said::new(key).arg("case", &case).arg("employer", &employer).message("what", what.clone());
        jobs.texts.say(&said.message("side", format!("service-side-{side}")))
    };
    Ok((said("service-mail-subject"), said("service-mail-text")))
}

/// The next attempt, later after each failure.
async fn put_off(jobs: &Jobs, message: &Message, problem: &Said, is_final: bool) -> Result<(), StoreError> {
    let next_at = next_attempt(jobs.desk.now(), message.attempts, is_final);
    let problem = jobs.texts.say(problem);
    tracing::warn!(case = %message.id.case, seq = message.id.seq, attempts = message.attempts + 1, problem, "put off");
    jobs.desk.chore(Chore::Retry { id: message.id, next_at, problem }).await?;
    Ok(())
}

/// Half a minute, then twice as long each time up to six hours; once a day where patience has ended.
fn next_attempt(now: Moment, failures: u32, is_final: bool) -> Moment {
    if is_final || failures >= PATIENCE {
        return now.plus_millis(DAY);
    }
    now.plus_millis((30_000_i64 << failures.min(20)).min(DAY / 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_grow_apart() {
        let now = Moment::from_millis(0);
        let waits: Vec<i64> = (0..14).map(|n| next_attempt(now, n, false).millis() / 1_000).collect();
        assert_eq!(waits[..4], [30, 60, 120, 240]);
        assert_eq!(waits[11..], [6 * 3_600, 24 * 3_600, 24 * 3_600]);
        assert_eq!(next_attempt(now, 0, true).millis(), DAY);
    }
}
