//! Last days that explain themselves, and the calendar file.

use axum::http::StatusCode;

use crate::journey::offer;
use crate::support::{Cast, Town};

// ZJ-CC 7: ten working days from receipt on 2 March 2026; the day itself isn't counted (CIV 201).
#[tokio::test]
async fn a_last_day_says_how_it_is_counted_and_goes_into_a_calendar() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    assert!(cast.chair.get(&format!("{case}/days")).await.has("现在没有人欠办的事项"));
    offer(&cast, &case).await;
    for browser in [&cast.chair, &cast.firm, &cast.officer] {
        let page = browser.get(&format!("{case}/days")).await;
        for part in ["从次日2026-03-03（周二）起数10个工作日", "最后一日是2026-03-16（周一）", "浙江省集体合同条例"]
        {
            assert!(page.has(part), "{part}: {}", page.html);
        }
        let file = browser.get(&format!("{case}/days.ics")).await;
        for part in ["BEGIN:VCALENDAR", "DTSTART;VALUE=DATE:20260316", "UID:reply-1@", "END:VCALENDAR"] {
            assert!(file.has(part), "{part}: {}", file.html);
        }
    }
    for path in ["/days", "/days.ics"] {
        assert_eq!(cast.stranger.get(&format!("{case}{path}")).await.status, StatusCode::NOT_FOUND);
    }
}
