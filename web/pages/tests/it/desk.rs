//! The bureau's queue and its file.

use accounts::Scope;
use axum::http::StatusCode;
use negotiation::Capacity;

use crate::browser::Page;
use crate::support::{Cast, Town};
use crate::way::{filed, signed};

fn complete(page: &Page) {
    assert_eq!(page.status, StatusCode::OK, "{}", crate::browser::words(&page.html));
    assert!(!page.has("〔"), "every text is there: {}", crate::browser::words(&page.html));
}

#[tokio::test]
async fn a_file_is_reviewed_from_the_queue_to_its_registration_and_the_next() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = filed(&town, &cast).await;
    let review = format!("{case}/review");

    // Filed on 23 March: the fifteenth day is 7 April (CC22 45, ZJ-CC 34).
    let queue = cast.officer.get("/queue").await;
    complete(&queue);
    assert!(queue.has(&format!("href=\"{review}\"")) && queue.has("2026年4月7日（周二）"), "{}", queue.html);
    assert_eq!(cast.officer.get("/queue/next").await.location.as_deref(), Some(review.as_str()));

    let page = cast.officer.get(&review).await;
    complete(&page);
    for area in ["主体资格", "程序", "内容必备", "标准", "材料"] {
        assert!(page.has(&format!("<h3>{area}</h3>")), "{area}");
    }
    assert!(
        page.has("应到54人，实到50人") && page.has("占应到人数的85.18%") && page.has("占实到人数的92%"),
        "both denominators"
    );
    assert!(page.has("CHK-MINWAGE-STRICT") && page.has("CHK-REP-MIN") && page.has("CHK-COPIES-5"));
    assert!(page.has("沈秋禾，2026年3月23日（周一），已盖章"), "who signed when");
    assert!(!page.has("上一份合同"), "there is none before it");

    let receipt = cast.officer.act(&format!("{case}/acts/register"), &[("number", "人社集审〔2026〕1号")]).await;
    assert!(receipt.has(&format!("/queue/next?after={}", case.trim_start_matches("/cases/"))));
    let on = cast.officer.get(&format!("/queue/next?after={}", case.trim_start_matches("/cases/"))).await;
    assert_eq!(on.location.as_deref(), Some("/queue"), "no other file waits");
    let page = cast.officer.get(&review).await;
    assert!(page.has("人社集审〔2026〕1号") && !page.has("/acts/register\""), "it is registered once");
}

#[tokio::test]
async fn ticked_findings_stand_in_the_objection_with_their_articles() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = filed(&town, &cast).await;
    let page = cast.officer.get(&format!("{case}/review")).await;
    let at = page.html.find("name=\"t\" value=\"").unwrap() + "name=\"t\" value=\"".len();
    let tick = page.html[at..].split('"').next().unwrap().to_owned();

    let path = format!("{case}/review/object?t={tick}&t=9999&t=x");
    let form = cast.officer.get(&path).await;
    complete(&form);
    let fields = form.form();
    let opinion = fields.iter().find(|(name, _)| name == "items.0.opinion").unwrap().1.clone();
    assert!(opinion.contains("依据："), "{opinion}");
    assert!(fields.iter().any(|(name, value)| name == "items.0.ground" && !value.is_empty()));
    let objected = cast.officer.act(&path, &[]).await;
    assert!(objected.has("异议"));
}

#[tokio::test]
async fn what_is_missing_goes_back_by_ticks() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = signed(&town, &cast).await;
    // Five copies are filed as the texts want; one was counted wrong and is missing (ZJ-CC 34).
    cast.agent.act(&format!("{case}/acts/file"), &[("copies", "4")]).await;
    let page = cast.officer.get(&format!("{case}/review")).await;
    let row = page.html.split("<li>").find(|row| row.contains("CHK-COPIES-5")).unwrap();
    assert!(row.contains("不符合") && row.contains("报送了4份文本"), "{row}");
    let at = row.find("value=\"").unwrap() + "value=\"".len();
    let tick = row[at..].split('"').next().unwrap();
    let form = cast.officer.get(&format!("{case}/review/return?t={tick}")).await;
    complete(&form);
    assert!(form.has("报送了4份文本"), "in the letter");
}

#[tokio::test]
async fn the_desk_is_the_bureaus_and_only_in_its_region() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = filed(&town, &cast).await;
    for path in [format!("{case}/review"), format!("{case}/review/object"), format!("{case}/review/return")] {
        assert_eq!(cast.chair.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(cast.stranger.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/queue", "/queue/next"] {
        assert_eq!(cast.chair.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let elsewhere = Scope::Region("3301".to_owned());
    let other = town.person("other", "冯远", &[Capacity::HrssOfficer], elsewhere).await;
    assert_eq!(other.get(&format!("{case}/review")).await.status, StatusCode::NOT_FOUND, "another region's");
    let queue = other.get("/queue").await;
    complete(&queue);
    assert!(!queue.has("示例机械"));
    assert_eq!(cast.officer.get(&format!("{case}/review/nonsense")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn before_a_filing_there_is_nothing_to_review() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    assert_eq!(cast.officer.get(&format!("{case}/review")).await.status, StatusCode::NOT_FOUND);
    assert!(cast.officer.get("/queue").await.has("现在没有等待审查的合同"));
}

#[tokio::test]
async fn the_key_points_are_on_one_page_for_whoever_is_in_the_case() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = filed(&town, &cast).await;
    let page = cast.chair.get(&format!("{case}/key")).await;
    complete(&page);
    assert!(page.has("增长幅度") && page.has("<strong>4.5%</strong>"), "{}", crate::browser::words(&page.html));
    assert!(page.has("同意46票") && page.has("自生效之日起12个月"), "{}", crate::browser::words(&page.html));
    assert_eq!(cast.stranger.get(&format!("{case}/key")).await.status, StatusCode::NOT_FOUND);
}
