//! Ballots close by the clock though nobody looks, and those who haven't taken part are reminded before.
//!
//! At most two reminders a ballot, by day, to those who have taken nothing yet and whose phone is known. The register says
//! who took part, never what was chosen; no row says who was reminded.

use ballot::{Mark, Question};
use law::time::Moment;
use messages::Said;
use store::{BallotChore, CaseLine, Chore, Hidden, MAX_PAGE, ShortMessage, StoreError};
use uuid::Uuid;

use super::Jobs;
use crate::ballots::Ballot;
use crate::desk::Desk;
use crate::reach::{by_day, is_day, phone};

const HOUR: i64 = 3_600_000;

/// So many hours before the close, the most pressing first.
const STEPS: [u32; 2] = [2, 24];

/// Whoever was just told of the ballot, or reminded, isn't reminded for so long, in milliseconds.
const AFTER_OPENING: i64 = HOUR;
const BETWEEN: i64 = 4 * HOUR;

/// A ballot whose box is lost isn't looked at by itself longer than this, in milliseconds.
const GIVEN_UP: i64 = 24 * HOUR;

/// Closes what is due, reminds, and clears away. Gives how many ballots that changed.
///
/// # Errors
/// The list of ballots can't be read.
pub(super) async fn look_after(jobs: &Jobs) -> Result<u64, StoreError> {
    let (mut changed, mut after) = (clear(&jobs.desk).await?, Uuid::nil());
    loop {
        let page = jobs.desk.store().ballots_under_way(after, MAX_PAGE).await?;
        let Some(last) = page.last() else { return Ok(changed) };
        after = last.ballot;
        for stored in page {
            let id = stored.ballot;
            match one(jobs, stored).await {
                Ok(done) => changed += u64::from(done),
                Err(error) => tracing::warn!(ballot = %id, %error, "a ballot is looked after at the next round"),
            }
        }
    }
}

/// Destroys the boxes whose lists are kept: a process that dies between the two leaves the key under which tokens were
/// issued, and the salt by which those of the plain mode follow from links. Gives how many.
async fn clear(desk: &Desk) -> Result<u64, StoreError> {
    let (store, mut cleared) = (desk.store(), 0);
    for id in store.closed_boxes().await? {
        if store.ballot(id).await?.is_some_and(|ballot| ballot.closed) {
            store.destroy_box(id).await?;
            cleared += 1;
        }
    }
    Ok(cleared)
}

async fn one(jobs: &Jobs, stored: store::StoredBallot) -> Result<bool, StoreError> {
    let (ballot, now) = (Ballot::of(stored)?, jobs.desk.now());
    if ballot.is_open(&jobs.desk) {
        return remind(jobs, &ballot, now).await;
    }
    if now.millis() - ballot.closes_at().millis() > GIVEN_UP {
        return Ok(false);
    }
    ballot.ending(&jobs.desk).await?;
    Ok(true)
}

async fn remind(jobs: &Jobs, ballot: &Ballot, now: Moment) -> Result<bool, StoreError> {
    let (store, case, id) = (jobs.desk.store(), ballot.stored.case, ballot.id());
    let times = (ballot.definition.opened_at, ballot.closes_at());
    if step(times, now, &[]).is_none() {
        return Ok(false);
    }
    let Some(hours) = step(times, now, &store.ballot_reminders(case, id).await?) else { return Ok(false) };
    let messages = messages(jobs, ballot, now).await?;
    jobs.desk.chore(Chore::Ballot(BallotChore::Remind { case, ballot: id, hours, at: now, messages })).await
}

/// For which step those who haven't taken part are to be reminded now.
fn step((opened, closes): (Moment, Moment), now: Moment, sent: &[(u32, Moment)]) -> Option<u32> {
    let left = closes.millis() - now.millis();
    // Whoever has a phone was told of it when it was opened, or the morning after.
    let told = now.millis() - by_day(opened).millis() < AFTER_OPENING;
    let just = sent.iter().any(|(_, at)| now.millis() - at.millis() < BETWEEN);
    if left <= 0 || !is_day(now) || told || just {
        return None;
    }
    let step = STEPS.into_iter().find(|hours| left <= i64::from(*hours) * HOUR)?;
    (sent.len() < STEPS.len() && sent.iter().all(|(hours, _)| *hours != step)).then_some(step)
}

/// One for everybody who has taken nothing yet and has a phone.
async fn messages(jobs: &Jobs, ballot: &Ballot, now: Moment) -> Result<Vec<ShortMessage>, StoreError> {
    let (store, case) = (jobs.desk.store(), ballot.stored.case);
    let register = ballot.register(&jobs.desk).await?;
    let line = store.case(case).await?;
    let text = text(jobs, ballot, line.as_ref());
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = store.ballot_voters(case, ballot.id(), after, MAX_PAGE).await?;
        let Some(last) = page.last() else { return Ok(all) };
        after = Some(last.voter);
        for voter in page {
            let Ok(person) = voter.person.parse::<Uuid>() else { continue };
            if register.get(voter.voter) != Some(Mark::Nothing) {
                continue;
            }
            if let Some(phone) = phone(store, line.as_ref().map(|line| line.employer_uscc.as_str()), person).await? {
                all.push(ShortMessage {
                    id: Uuid::now_v7(),
                    phone: Some(phone),
                    text: Some(Hidden(text.clone())),
                    created_at: now,
                    attempts: 0,
                    next_at: now,
                    sent_at: None,
                    problem: None,
                });
            }
        }
    }
}

fn text(jobs: &Jobs, ballot: &Ballot, line: Option<&CaseLine>) -> String {
    let (closes, about) = (
        ballot.closes_at(),
        match ballot.definition.question {
            Question::Draft { .. } => "service-ballot-draft",
            Question::Election { .. } => "service-ballot-election",
        },
    );
    let (hour, minute) = closes.clock();
    let at = format!("{} {hour:02}:{minute:02}", closes.date());
    let employer = line.map(|line| line.employer_name.as_str()).unwrap_or_default();
    let said = Said::new("service-ballot-reminder").arg("employer", employer);
    jobs.texts.say(&said.arg("at", at).message("about", about))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        format!("2026-03-{text}:00+08:00").parse().unwrap()
    }

    #[test]
    fn a_day_and_two_hours_before_by_day_and_never_a_third_time() {
        let times = (at("16T09:00"), at("18T17:00"));
        let due = |now: &str, sent: &[(u32, Moment)]| step(times, at(now), sent);
        assert_eq!(due("17T16:59", &[]), None, "more than a day before");
        assert_eq!(due("17T17:00", &[]), Some(24));
        for night in ["17T20:00", "18T07:59"] {
            assert_eq!(due(night, &[]), None, "{night}");
        }
        let first = (24, at("17T17:00"));
        assert_eq!(due("18T14:59", &[first]), None);
        assert_eq!(due("18T15:00", &[first]), Some(2));
        assert_eq!(due("18T15:00", &[(24, at("18T12:00"))]), None, "reminded three hours ago");
        assert_eq!(due("18T16:00", &[first, (2, at("18T11:00"))]), None);
        assert_eq!(due("18T17:00", &[first]), None, "closed");
        let hall = (at("16T09:00"), at("16T10:30"));
        assert_eq!(step(hall, at("16T09:59"), &[]), None, "whoever sits in the hall was just told");
        assert_eq!(step(hall, at("16T10:00"), &[]), Some(2));
        let night = (at("16T21:00"), at("17T12:00"));
        assert_eq!(step(night, at("17T08:59"), &[]), None, "they are told in the morning");
        assert_eq!(step(night, at("17T09:00"), &[]), Some(24));
    }
}
