//! The names on the rolls of a case go when nobody needs them any more: looked at, confirmed, for good.

use axum::http::StatusCode;

use crate::browser::words;
use crate::hall::Hall;

const BOTH: [(&str, &str); 2] = [("over", "on"), ("final", "on")];

#[tokio::test]
async fn names_are_erased_once_the_vote_is_recorded_and_the_count_stays() {
    let hall = Hall::open().await;
    let (roll, erase) = (format!("{}/roll", hall.case), format!("{}/roll/erase", hall.case));
    assert_eq!(hall.cast.stranger.get(&erase).await.status, StatusCode::NOT_FOUND);
    assert_eq!(hall.cast.firm.get(&erase).await.status, StatusCode::FORBIDDEN);
    assert_eq!(hall.cast.firm.post(&erase, &BOTH).await.status, StatusCode::FORBIDDEN);
    assert!(!hall.cast.firm.get(&roll).await.has(&erase));
    assert!(hall.cast.chair.get(&roll).await.has(&erase));

    // While somebody may still vote by the roll, and until the vote is recorded.
    let kept = async |why: &str| {
        let look = hall.cast.chair.get(&erase).await;
        assert!(look.has("还有 6 个姓名") && look.has(why) && !look.has("确认删除"), "{}", words(&look.html));
        let refused = hall.cast.chair.post(&erase, &BOTH).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.has(why), "{}", words(&refused.html));
        assert!(refused.has("不是条文另设的期限"), "{}", words(&refused.html));
        assert!(hall.cast.firm.get(&roll).await.has("<li>方未</li>"));
    };
    kept("有一次投票还没有截止").await;
    for voter in 0..5 {
        hall.plain(voter, "0").await;
    }
    hall.town.days(1);
    kept("表决结果还没有登记").await;
    let added = [("scrutineers.0.name", "祝小梅"), ("protocol", "@计票报告")];
    hall.cast.clerk.act(&format!("{}/acts/record_vote", hall.case), &added).await;
    assert!(hall.last_record().await.contains("draft_adopted"));

    let look = hall.cast.clerk.get(&erase).await;
    assert!(look.has("确认删除") && look.has("选票照样可以重新计票"), "{}", words(&look.html));
    for ticked in [&[][..], &BOTH[..1], &BOTH[1..]] {
        let page = hall.cast.clerk.post(&erase, ticked).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has("请先勾选"), "{}", words(&page.html));
    }
    assert!(hall.cast.firm.get(&roll).await.has("<li>方未</li>"), "a look erases nothing");

    for _ in 0..2 {
        assert_eq!(hall.cast.clerk.post(&erase, &BOTH).await.status, StatusCode::SEE_OTHER);
    }
    for (who, page) in [("chair", hall.cast.chair.get(&roll).await), ("firm", hall.cast.firm.get(&roll).await)] {
        assert!(page.has("有 6 个姓名已删除") && page.has("（姓名已删除）"), "{who}: {}", words(&page.html));
        assert!(!page.has("方未") && !page.has("宁致远") && !page.has(&erase), "{who}: {}", words(&page.html));
    }
    assert!(hall.cast.chair.get(&erase).await.has("没有姓名可以删除"));
    let register = hall.cast.firm.get(&format!("{}/ballots/{}", hall.case, hall.id)).await;
    assert!(register.has("（姓名已删除）") && !register.has("方未"), "{}", words(&register.html));
    let result = hall.voter.get(&format!("/ballots/{}", hall.id)).await;
    assert!(!result.has("不符</span>") && result.has("草案获得通过"), "{}", words(&result.html));
}
