//! What the form that records a vote takes from a ballot that has ended, and from one that hasn't: the day, or the answer that
//! it hasn't.

use axum::http::StatusCode;

use crate::browser::{Page, put, words};
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

/// A count of paper ballots alone.
const ON_PAPER: [(&str, &str); 9] = [
    ("present", "5"),
    ("issued", "5"),
    ("returned", "5"),
    ("yes", "5"),
    ("no", "0"),
    ("abstain", "0"),
    ("scrutineers.0.name", "夏清和"),
    ("scrutineers.1.name", "宁致远"),
    ("protocol", "@计票报告"),
];

/// Whoever has begun to vote online is counted before a vote on the same draft is recorded: on the check page, and on whoever
/// confirms one that was shown before. A ballot that nobody has begun holds nothing up.
#[tokio::test]
async fn a_vote_on_paper_waits_for_whoever_votes_online_on_the_same_draft() {
    let hall = Hall::open().await;
    let record = format!("{}/acts/record_vote", hall.case);
    let clerk = &hall.cast.clerk;
    let checks = async || {
        let mut fields = put(clerk.get(&record).await.form(), &ON_PAPER);
        fields.push(("step".to_owned(), "check".to_owned()));
        clerk.send(&record, &fields).await
    };
    let shown = checks().await;
    assert_eq!(shown.status, StatusCode::OK, "nobody has begun: {}", words(&shown.html));
    hall.plain(0, "0").await;
    let mut confirmed = shown.form();
    confirmed.push(("step".to_owned(), "do".to_owned()));
    for refused in [checks().await, clerk.send(&record, &confirmed).await] {
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", words(&refused.html));
        for line in ["网上投票还没有结束", "2026-03-23 17:00 截止，已有 1 人", "不是条文另设的条件", "请等网上投票截止"]
        {
            assert!(refused.has(line), "{line}: {}", words(&refused.html));
        }
    }
    assert!(!hall.last_record().await.contains("draft_adopted"));
    hall.town.days(1);
    let form = clerk.get(&record).await;
    assert!(form.form().contains(&("yes".to_owned(), "1".to_owned())), "the list is there: {}", words(&form.html));
}
