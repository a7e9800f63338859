//! Messages leave the outbox: a message to everyone becomes one for each person with an address and for each program that
//! listens, and each of those is sent, put off, or given up, by itself.
//!
//! A message is taken for a while before it is sent, so that two workers don't send it both; it carries the same name at
//! every attempt. A process that dies between a receiver's answer and its own note sends it again: a message arrives at
//! least once. Nothing legal depends on that. Messages over one receiver go one after the other; those over different ones
//! don't wait for each other, and one that is away is asked once a round.

use std::collections::{BTreeMap, BTreeSet};

use law::time::Moment;
use messages::Said;
use negotiation::command::NoticeOutcome;
use negotiation::{Capacity, Side};
use serde::Deserialize;
use serde_json::json;
use store::{Chore, Message, MessageId, StoreError, SubmitError};
use tokio::sync::watch;
use tokio::task::{JoinError, JoinSet};

use super::address::{Way, address, reach};
use super::remind::{REMINDER, Reminder};
use super::{Instant, Jobs, digest, proof};
use crate::{family, outgoing};

/// So long a worker has for one message, in milliseconds.
const CLAIM: i64 = 60_000;

/// So long the other messages of a receiver that is away are left alone, in milliseconds.
const ASIDE: i64 = 30_000;

/// Messages taken at a time.
const TAKE: u32 = 100;

/// After so many failures a message is tried once a day only, and staff see it first.
const PATIENCE: u32 = 12;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// No message is put off for longer, in milliseconds: a day, and an hour for clocks that aren't right.
const LONGEST_REST: i64 = DAY + 3_600_000;

/// Who acted, as the message says.
#[derive(Deserialize)]
struct Speaker {
    capacity: Capacity,
    side: Side,
}

/// What became of an attempt.
enum Attempt {
    /// It was handed over.
    Sent,
    /// There is nobody to tell, or it was only addressed.
    Done,
    /// It failed.
    Failed(Failure),
}

/// Why an attempt failed.
struct Failure {
    /// Whether the receiver is away, for its other messages too.
    is_away: bool,
    /// Whether another attempt soon can't help.
    is_final: bool,
    said: Said,
}

/// Sends what is due, until nothing is or the process is to stop. Gives how many messages were handed over.
///
/// # Errors
/// The outbox can't be read or written. A message that can't be sent is put off and doesn't keep the others waiting.
pub(super) async fn work_outbox(jobs: &Jobs, stop: &watch::Receiver<bool>) -> Result<u64, StoreError> {
    let (mut round, mut working) = (Round::default(), JoinSet::new());
    bring_back(jobs).await?;
    loop {
        let now = jobs.desk.now();
        let due = jobs.desk.store().outbox_due(now, TAKE).await?;
        jobs.metrics.outbox_age.set(age(jobs, now, due.first()).await?);
        if (due.is_empty() && working.is_empty()) || *stop.borrow() || !jobs.lease("outbox").await? {
            break;
        }
        let is_full = due.len() == TAKE as usize;
        let mut over: BTreeMap<String, Vec<Message>> = BTreeMap::new();
        for message in due {
            over.entry(Way::of(&message.audience).over().to_owned()).or_default().push(message);
        }
        for (receiver, messages) in over {
            let is_busy = round.busy.contains(&receiver);
            if round.away.contains(&receiver) || (is_busy && is_full) {
                put_aside(jobs, &messages).await?;
            } else if !is_busy {
                round.busy.insert(receiver.clone());
                let (jobs, stop) = (jobs.clone(), stop.clone());
                working.spawn(async move { (receiver, over_one(&jobs, messages, &stop).await) });
            }
        }
        tokio::select! {
            Some(done) = working.join_next() => round.ended(done)?,
            // What has come meanwhile for others doesn't wait for a receiver that hangs.
            () = tokio::time::sleep(jobs.tick) => {}
        }
    }
    while let Some(done) = working.join_next().await {
        round.ended(done)?;
    }
    Ok(round.sent)
}

/// Makes messages due that a process took, or put off, whose clock was far ahead: they would rest until then.
async fn bring_back(jobs: &Jobs) -> Result<(), StoreError> {
    let Some(Instant { now, latest }) = jobs.instant().await? else { return Ok(()) };
    for message in jobs.desk.store().outbox_far(latest.plus_millis(LONGEST_REST), TAKE).await? {
        let MessageId { case, seq, part } = message.id;
        if jobs.desk.chore(Chore::Claim { id: message.id, seen: message.next_at, until: now }).await? {
            tracing::warn!(%case, seq, part, next_at = %message.next_at, "put off by a clock that was ahead: due now");
        }
    }
    Ok(())
}

/// For how long the oldest message waits, in seconds: one that failed since it was made, however long it is put off; one
/// that never did since it was due, because it may have been meant for later.
async fn age(jobs: &Jobs, now: Moment, due: Option<&Message>) -> Result<i64, StoreError> {
    let failed = jobs.desk.store().outbox_failed(None, 1).await?.first().map(|message| message.created_at);
    let oldest = failed.into_iter().chain(due.map(|message| message.next_at)).min();
    Ok(oldest.map_or(0, |oldest| (now.millis() - oldest.millis()).max(0) / 1_000))
}

/// What is known of the receivers while a round goes on.
#[derive(Default)]
struct Round {
    /// Those that didn't answer: asked again in a later round.
    away: BTreeSet<String>,
    /// Those that a worker is sending to.
    busy: BTreeSet<String>,
    /// Messages handed over.
    sent: u64,
}

/// What a worker did: how many messages it handed over, and whether it found the receiver away.
type Worked = Result<(u64, bool), StoreError>;

impl Round {
    /// A worker's end. After one that panicked every receiver is asked anew; what is being sent is taken already.
    fn ended(&mut self, done: Result<(String, Worked), JoinError>) -> Result<(), StoreError> {
        let Ok((receiver, worked)) = done else {
            self.busy.clear();
            return Ok(());
        };
        self.busy.remove(&receiver);
        let (sent, is_away) = worked?;
        self.sent += sent;
        if is_away {
            self.away.insert(receiver);
        }
        Ok(())
    }
}

/// Leaves messages alone for a moment, so that those of others can be seen behind them.
async fn put_aside(jobs: &Jobs, messages: &[Message]) -> Result<(), StoreError> {
    let until = jobs.desk.now().plus_millis(ASIDE);
    for message in messages {
        jobs.desk.chore(Chore::Claim { id: message.id, seen: message.next_at, until }).await?;
    }
    Ok(())
}

/// The messages over one receiver, one after the other.
async fn over_one(jobs: &Jobs, messages: Vec<Message>, stop: &watch::Receiver<bool>) -> Worked {
    let (mut sent, mut is_away) = (0, false);
    for message in &messages {
        if *stop.borrow() {
            return Ok((sent, is_away));
        }
        // From this message's own beginning: those before it may have waited long for their receiver.
        let until = jobs.desk.now().plus_millis(if is_away { ASIDE } else { CLAIM });
        let claim = Chore::Claim { id: message.id, seen: message.next_at, until };
        if !jobs.desk.chore(claim).await? || is_away {
            continue;
        }
        let mates = digest::mates(jobs, message, &messages).await?;
        let all: Vec<&Message> = std::iter::once(message).chain(&mates).collect();
        match work(jobs, &all).await? {
            Attempt::Done => {}
            Attempt::Sent => {
                for message in all {
                    jobs.desk.chore(Chore::Sent { id: message.id, at: jobs.desk.now() }).await?;
                }
                jobs.metrics.sent.inc();
                sent += 1;
            }
            Attempt::Failed(failure) => {
                is_away = failure.is_away;
                for message in all {
                    put_off(jobs, message, &failure).await?;
                }
            }
        }
    }
    Ok((sent, is_away))
}

/// One message, with the others that are said in it.
async fn work(jobs: &Jobs, all: &[&Message]) -> Result<Attempt, StoreError> {
    let Some(message) = all.first().copied() else { return Ok(Attempt::Done) };
    match Way::of(&message.audience) {
        Way::Everyone => match follow(jobs, message).await? {
            Some(failure) => Ok(Attempt::Failed(failure)),
            None => {
                address(jobs, message).await?;
                Ok(Attempt::Done)
            }
        },
        Way::Mail(person) => match reach(jobs, message, &person).await?.and_then(|reach| reach.mail) {
            Some(to) => mail(jobs, all, message, &to).await,
            None => nobody(jobs, message).await,
        },
        Way::Short(person) => match reach(jobs, message, &person).await?.and_then(|reach| reach.phone) {
            Some(to) => {
                let (_, text) = worded(jobs, all, message, "sms").await?;
                post(jobs, message, outgoing::SMS, &json!({ "text": text, "to": to })).await
            }
            None => nobody(jobs, message).await,
        },
        Way::Program(name) => {
            let MessageId { case, seq, .. } = message.id;
            let data = json!({ "by": by(message), "case": case, "seq": seq });
            let body = json!({ "data": data, "timestamp": message.created_at, "type": message.kind });
            post(jobs, message, &name, &body).await
        }
    }
}

/// The person was erased meanwhile: there is nobody to tell. Those that were to be said with it come by themselves later:
/// they may be of other cases, where the person is still known.
async fn nobody(jobs: &Jobs, message: &Message) -> Result<Attempt, StoreError> {
    jobs.desk.chore(Chore::Sent { id: message.id, at: jobs.desk.now() }).await?;
    Ok(Attempt::Done)
}

async fn mail(jobs: &Jobs, all: &[&Message], message: &Message, to: &str) -> Result<Attempt, StoreError> {
    let Some(mail) = &jobs.mail else {
        let failure = Failure { is_away: false, is_final: false, said: Said::new("service-mail-none") };
        return Ok(Attempt::Failed(failure));
    };
    let (subject, text) = worded(jobs, all, message, "mail").await?;
    Ok(match mail.send(&outgoing::name(message.id), to, &subject, text).await {
        Ok(()) => Attempt::Sent,
        Err(error) => {
            let failure = Failure { is_away: error.is_away(), is_final: error.is_final(), said: error.said() };
            jobs.metrics.send_failures.inc();
            Attempt::Failed(failure)
        }
    })
}

/// Makes sure, before a record counts as announced, that the case knows of it on which this one hangs: whoever recorded it
/// may have died since. Gives why that has to wait.
async fn follow(jobs: &Jobs, message: &Message) -> Result<Option<Failure>, StoreError> {
    if message.kind == REMINDER {
        return Ok(None);
    }
    match family::make_sure(&jobs.desk, message.id.case).await {
        Ok(()) => Ok(None),
        Err(SubmitError::Store(error)) => Err(error),
        Err(error @ (SubmitError::Busy | SubmitError::Stale { .. })) => {
            Ok(Some(Failure { is_away: false, is_final: false, said: error.said() }))
        }
        // Another attempt meets the same; the others in the case are told all the same.
        Err(
            error @ (SubmitError::Refused { .. }
            | SubmitError::AlreadyOpen { .. }
            | SubmitError::ActTaken { .. }
            | SubmitError::OtherDocument
            | SubmitError::Corrupt(_)),
        ) => {
            tracing::error!(case = %message.id.case, %error, "the case before isn't told");
            Ok(None)
        }
    }
}

async fn post(jobs: &Jobs, message: &Message, name: &str, body: &serde_json::Value) -> Result<Attempt, StoreError> {
    let Some(hook) = jobs.receivers.get(name) else {
        let said = Said::new("service-receiver-none").arg("name", name);
        return Ok(Attempt::Failed(Failure { is_away: false, is_final: true, said }));
    };
    let posted = jobs.receivers.post(hook, message.id, jobs.desk.now(), body.to_string().into_bytes()).await;
    Ok(match posted {
        Ok(()) => Attempt::Sent,
        Err(error) => {
            jobs.metrics.send_failures.inc();
            Attempt::Failed(Failure { is_away: error.is_away(), is_final: error.is_final(), said: error.said() })
        }
    })
}

/// Who acted, as a name in texts and for programs.
fn by(message: &Message) -> &'static str {
    let speaker: Option<Speaker> = serde_json::from_str(&message.payload).ok();
    let name = |speaker: Speaker| if speaker.capacity == Capacity::Clock { "clock" } else { speaker.side.name() };
    speaker.map_or("none", name)
}

/// Subject and text of one message, or of a day's reminders together.
async fn worded(
    jobs: &Jobs,
    all: &[&Message],
    message: &Message,
    way: &'static str,
) -> Result<(String, String), StoreError> {
    if all.len() > 1 { digest::wording(jobs, all, way).await } else { wording(jobs, message, way).await }
}

/// Subject and text: which case, what was done, by which side; never whose name, because messages are read on the way.
async fn wording(jobs: &Jobs, message: &Message, way: &'static str) -> Result<(String, String), StoreError> {
    let line = jobs.desk.store().case(message.id.case).await?;
    let case = line.as_ref().and_then(|line| line.number.clone()).unwrap_or_else(|| message.id.case.to_string());
    let employer = line.map(|line| line.employer_name).unwrap_or_default();
    if message.kind == REMINDER
        && let Ok(reminder) = serde_json::from_str::<Reminder>(&message.payload)
    {
        let said = |key: String| {
            let said = Said::new(key).arg("case", &case).arg("employer", &employer).arg("text", &reminder.text);
            jobs.texts.say(&said.arg("due", reminder.due))
        };
        return Ok((said("service-reminder-subject".to_owned()), said(format!("service-reminder-{way}"))));
    }
    let side = by(message);
    let what = format!("neg-command-{}", message.kind.replace('_', "-"));
    let said = |key: String| {
        let said = Said::new(key).arg("case", &case).arg("employer", &employer).message("what", what.clone());
        jobs.texts.say(&said.message("side", format!("service-side-{side}")))
    };
    Ok((said("service-mail-subject".to_owned()), said(format!("service-{way}-text"))))
}

/// The next attempt, later after each failure.
async fn put_off(jobs: &Jobs, message: &Message, failure: &Failure) -> Result<(), StoreError> {
    let now = jobs.desk.now();
    let next_at = next_attempt(now, message.attempts, failure.is_final);
    let problem = jobs.texts.say(&failure.said);
    tracing::warn!(case = %message.id.case, seq = message.id.seq, attempts = message.attempts + 1, problem, "put off");
    if failure.is_final {
        match proof::record(&jobs.desk, message, NoticeOutcome::Returned).await {
            Ok(()) => {
                jobs.desk.chore(Chore::Bounced { id: message.id, at: now, problem: problem.clone() }).await?;
            }
            Err(SubmitError::Store(error)) => return Err(error),
            // Noted at the next attempt, when it comes back again.
            Err(error) => tracing::warn!(case = %message.id.case, %error, "not recorded that a message came back"),
        }
    }
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
