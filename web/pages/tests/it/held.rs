//! What the form that records a vote takes from a ballot that has ended: the day.

use axum::http::StatusCode;

use crate::browser::{Page, words};
use crate::hall::{Hall, opened};

fn held_on(form: &Page) -> String {
    let found = form.form().into_iter().find(|(name, _)| name == "held_on");
    found.unwrap_or_else(|| panic!("{}", words(&form.html))).1
}

/// The vote was held on the day of the meeting; without one on the day of the close, extensions included. Never on the day on
/// which the ballot was opened.
#[tokio::test]
async fn the_day_of_a_vote_is_that_of_the_meeting_else_that_of_the_close() {
    let hall = Hall::open().await;
    let (path, record) = (format!("{}/ballots", hall.case), format!("{}/acts/record_vote", hall.case));
    assert_eq!(hall.town.desk.now().date().to_string(), "2026-03-23");
    hall.town.days(1);

    let id = opened(&hall.cast, &path, &[("closes_on", "2026-03-25"), ("meets_on", "")]).await;
    let from = "2026-03-25T17:00:00.000+08:00".parse::<law::time::Moment>().unwrap().millis().to_string();
    let later = [("closes_on", "2026-03-26"), ("closes_at", "17:00"), ("reason", "会场停电"), ("from", &from)];
    let extended =
        hall.cast.chair.post(&format!("{path}/{id}/extend"), &[&later[..], &[("step", "do")]].concat()).await;
    assert_eq!(extended.status, StatusCode::SEE_OTHER, "{}", words(&extended.html));
    hall.town.days(3);
    assert_eq!(held_on(&hall.cast.clerk.get(&record).await), "2026-03-26");

    let meets = [("meets_on", "2026-03-28"), ("closes_on", "2026-03-29")];
    opened(&hall.cast, &path, &meets).await;
    hall.town.days(3);
    assert_eq!(hall.town.desk.now().date().to_string(), "2026-03-30");
    assert_eq!(held_on(&hall.cast.clerk.get(&record).await), "2026-03-28");
}
