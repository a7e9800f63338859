//! When and where people are reached by short message: by day, by the phone of their account or of their employer's roster.

use law::time::Moment;
use store::{Hidden, Store, StoreError};
use uuid::Uuid;

/// Nobody is told anything before this hour of Beijing, or from the second on.
const DAYTIME: (u8, u8) = (8, 20);

const DAY: i64 = 86_400_000;

/// Whether people may be told something at an instant.
#[must_use]
pub fn is_day(at: Moment) -> bool {
    (DAYTIME.0..DAYTIME.1).contains(&at.clock().0)
}

/// The instant itself by day, else the morning that follows.
#[must_use]
pub fn by_day(at: Moment) -> Moment {
    if is_day(at) {
        return at;
    }
    let day = Moment::start_of(at.date());
    let day = if at.clock().0 < DAYTIME.0 { day } else { day.plus_millis(DAY) };
    day.plus_millis(i64::from(DAYTIME.0) * 3_600_000)
}

/// Where somebody on a roll is reached: by the phone of their account, or that of the employer's roster by which they stand
/// on it, whether or not they ever came in.
///
/// # Errors
/// The store can't be read.
pub async fn phone(store: &Store, employer: Option<&str>, person: Uuid) -> Result<Option<Hidden<String>>, StoreError> {
    if let Some(phone) = store.phone(person).await? {
        return Ok(Some(phone));
    }
    let Some(employer) = employer else { return Ok(None) };
    let person = store.roster_person(employer, person).await?;
    Ok(person.map(|person| person.phone).filter(|phone| !phone.0.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_due_at_night_waits_for_the_morning() {
        let at = |text: &str| -> Moment { format!("2026-02-{text}+08:00").parse().unwrap() };
        for (due, told) in [
            ("28T07:59:59", "28T08:00:00"),
            ("28T08:00:00", "28T08:00:00"),
            ("28T19:59:59", "28T19:59:59"),
            ("27T20:00:00", "28T08:00:00"),
            ("27T23:59:59", "28T08:00:00"),
        ] {
            assert_eq!(by_day(at(due)), at(told), "{due}");
        }
        assert_eq!(by_day(at("28T20:00:00")), "2026-03-01T08:00:00+08:00".parse().unwrap());
    }
}
