//! Short messages that belong to no case leave: links and codes by which people come in. What they say is forgotten as soon
//! as the adapter has taken them.

use law::time::Moment;
use messages::Said;
use serde_json::json;
use store::{Chore, PeopleChore, ShortMessage, StoreError};
use tokio::sync::watch;

use super::Jobs;
use crate::outgoing::SMS;

/// So long a worker has for one message, in milliseconds.
const CLAIM: i64 = 60_000;
/// Messages taken at a time.
const TAKE: u32 = 100;
/// The longest time between two attempts, in milliseconds: six hours.
const LONGEST: i64 = 6 * 3_600_000;

/// Hands over what is due. Gives how many were; nothing where no adapter is configured: then they wait.
///
/// # Errors
/// The messages can't be read or written.
pub(super) async fn hand_over(jobs: &Jobs, stop: &watch::Receiver<bool>) -> Result<u64, StoreError> {
    let mut sent = 0;
    let Some(hook) = jobs.receivers.get(SMS) else { return Ok(sent) };
    for message in jobs.desk.store().short_due(jobs.desk.now(), TAKE).await? {
        if *stop.borrow() {
            break;
        }
        let now = jobs.desk.now();
        let claim = PeopleChore::ClaimShort { id: message.id, seen: message.next_at, until: now.plus_millis(CLAIM) };
        let (Some(phone), Some(text)) = (&message.phone, &message.text) else { continue };
        if !jobs.desk.chore(Chore::People(claim)).await? {
            continue;
        }
        let body = json!({ "text": text.0, "to": phone.0 }).to_string().into_bytes();
        let name = format!("short_{}", message.id.simple());
        match jobs.receivers.post_as(hook, name, now, body).await {
            Ok(()) => {
                let at = jobs.desk.now();
                jobs.desk.chore(Chore::People(PeopleChore::SentShort { id: message.id, at })).await?;
                jobs.metrics.sent.inc();
                sent += 1;
            }
            Err(error) => {
                jobs.metrics.send_failures.inc();
                put_off(jobs, &message, &error.said()).await?;
                if error.is_away() {
                    break;
                }
            }
        }
    }
    Ok(sent)
}

async fn put_off(jobs: &Jobs, message: &ShortMessage, said: &Said) -> Result<(), StoreError> {
    let problem = jobs.texts.say(said);
    tracing::warn!(message = %message.id, attempts = message.attempts + 1, problem, "put off");
    let next_at = next_attempt(jobs.desk.now(), message.attempts);
    jobs.desk.chore(Chore::People(PeopleChore::RetryShort { id: message.id, next_at, problem })).await?;
    Ok(())
}

/// Half a minute, then twice as long each time, up to six hours.
fn next_attempt(now: Moment, failures: u32) -> Moment {
    now.plus_millis((30_000_i64 << failures.min(20)).min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_grow_apart() {
        let waits: Vec<i64> = [0, 1, 2, 30].map(|n| next_attempt(Moment::from_millis(0), n).millis() / 1_000).into();
        assert_eq!(waits, [30, 60, 120, 21_600]);
    }
}
