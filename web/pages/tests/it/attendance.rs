//! The attendance register after the close: by name, for everybody in the case, challenged for some days, answered in words.

use axum::http::StatusCode;
use uuid::Uuid;

use crate::browser::words;
use crate::hall::Hall;

#[tokio::test]
async fn the_register_is_shown_after_the_close_by_name_and_challenged_for_the_days_announced() {
    let hall = Hall::open().await;
    let base = format!("{}/ballots/{}", hall.case, hall.id);
    let page = format!("{base}/attendance");
    for (voter, seed) in [(3, 4), (1, 2)] {
        let (token, seal) = hall.issued(voter, seed).await;
        assert_eq!(hall.send(&token, &seal, "0").await.status, StatusCode::OK);
    }
    hall.plain(0, "1").await;
    let paper = format!("{base}/paper");
    assert_eq!(hall.cast.clerk.post(&paper, &[("voter", "4")]).await.status, StatusCode::SEE_OTHER);
    let early = hall.cast.firm.get(&page).await;
    assert!(early.has("在截止以后公布") && !early.has("陆远桥"), "{}", words(&early.html));

    hall.town.days(1);
    assert!(hall.cast.chair.get(&base).await.has(&format!("href=\"{page}\"")));
    let seen = hall.cast.firm.get(&page).await;
    let place = |text: &str| seen.html.find(&format!("<li>{text}</li>")).unwrap_or_else(|| panic!("{text}"));
    let mut online = ["夏清和", "陆远桥", "沈秋禾"];
    online.sort_unstable();
    assert!(place(online[0]) < place(online[1]) && place(online[1]) < place(online[2]), "in the order of names");
    assert!(place(online[2]) < place("宁致远") && place("宁致远") < place("乔亦安"), "hall, then who wasn't there");
    assert!(seen.has("线上领票签到（3）") && seen.has("在会场领纸质票签到（1）") && seen.has("未签到（2）"));
    assert!(!seen.has("简易方式") && !seen.has("同意"), "neither how they came online nor a choice");
    assert!(seen.has("2026年3月28日"), "five days after the close: {}", words(&seen.html));
    assert_eq!(hall.cast.stranger.get(&page).await.status, StatusCode::NOT_FOUND);

    let id = Uuid::now_v7().to_string();
    let enter = |text: &'static str, kind: &'static str| {
        [("id", id.clone()), ("kind", kind.to_owned()), ("text", text.to_owned())]
    };
    let post = async |by: &crate::browser::Browser, what: &str, fields: &[(&str, String)]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        by.post(&format!("{page}/{what}"), &fields).await
    };
    let empty = post(&hall.cast.firm, "challenge", &enter(" ", "extra")).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.has("请写几句话"), "{}", words(&empty.html));
    for _ in 0..2 {
        let entered = post(&hall.cast.firm, "challenge", &enter("宁致远当天出差", "extra")).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", words(&entered.html));
    }
    let told = hall.cast.clerk.get(&page).await;
    assert!(told.has("没有参加，却列为已签到") && told.has("宁致远当天出差"), "{}", words(&told.html));
    let list = hall.cast.chair.get(&format!("{}/ballots", hall.case)).await;
    assert!(list.has("有 1 条异议等答复"), "{}", words(&list.html));
    let answer =
        [("id", id.clone()), ("accepted", "yes".to_owned()), ("answer", "已核对，纸质票由他人代领".to_owned())];
    let by_firm = post(&hall.cast.firm, "answer", &answer).await;
    assert_eq!(by_firm.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&hall.cast.clerk, "answer", &answer).await.status, StatusCode::SEE_OTHER);
    assert_eq!(post(&hall.cast.clerk, "answer", &answer).await.status, StatusCode::CONFLICT, "once");
    let told = hall.cast.firm.get(&page).await;
    assert!(told.has("接受：已核对，纸质票由他人代领") && told.has("按更正后的实到人数"), "{}", words(&told.html));

    // Whoever wrote it takes it back at any time; nothing new is taken after the last day.
    hall.town.days(5);
    let late = [("id", Uuid::now_v7().to_string()), ("kind", "extra".to_owned()), ("text", "晚了".to_owned())];
    let refused = post(&hall.cast.firm, "challenge", &late).await;
    assert!(refused.status == StatusCode::CONFLICT && refused.has("异议截止日是"), "{}", words(&refused.html));
    assert_eq!(post(&hall.cast.firm, "withdraw", &[("id", id.clone())]).await.status, StatusCode::SEE_OTHER);
    let after = hall.cast.firm.get(&page).await;
    assert!(!after.has("宁致远当天出差") && after.has("（已撤回）") && after.has("异议截止日已经过了"));
}
