//! Last days that explain themselves, and the calendar file.

use axum::http::StatusCode;

use crate::journey::offer;
use crate::support::{Cast, Town};

// ZJ-CC 7: once it passed, everybody in the case reads what was missed, what is required and what to do now.
#[tokio::test]
async fn a_last_day_that_passed_says_what_to_do_now() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    offer(&cast, &case).await;
    assert!(!cast.firm.get(&format!("{case}/days")).await.has("现在怎么办"));
    town.days(40);
    // The clock strikes when somebody acts; here the union does.
    let letter = [("grievance", "no_reply"), ("request", "请在十日内书面答复。"), ("reply_by", "2026-04-22")];
    cast.chair.act(&format!("{case}/acts/send_reminder"), &letter).await;
    let remedy = "仍然可以答复：请企业方办理“答复要约”，约定协商的时间和地点。";
    for browser in [&cast.chair, &cast.firm, &cast.officer] {
        let page = browser.get(&format!("{case}/days")).await;
        for part in ["企业方到2026-03-16 24:00还没有书面答复要约。", "要约在2026-03-02收到", "现在怎么办", remedy]
        {
            assert!(page.has(part), "{part}: {}", page.html);
        }
    }
    let record = cast.firm.get(&format!("{case}/record")).await;
    assert!(record.html.matches(remedy).count() >= 2, "with the duty and where it was struck: {}", record.html);
}

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
