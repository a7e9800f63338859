//! Acts done on paper and corrections: chosen, entered by one, confirmed by another.

use axum::http::StatusCode;

use crate::browser::{Page, option, put, words};
use crate::support::{Cast, Town};
use crate::way::filed;

fn complete(page: &Page) {
    assert_eq!(page.status, StatusCode::OK, "{}", words(&page.html));
    assert!(!page.has("〔"), "every text is there: {}", words(&page.html));
}

#[tokio::test]
async fn an_offer_on_paper_counts_once_a_second_person_has_confirmed_it() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let choose = cast.chair.get(&format!("{case}/paper")).await;
    complete(&choose);
    assert!(choose.has("/acts/enter_paper?pick=issue_offer") && !choose.has("pick=enter_paper"));
    let bare = cast.chair.get(&format!("{case}/acts/enter_paper")).await;
    assert_eq!(bare.location, Some(format!("{case}/paper")), "what was done is chosen first");

    let form = format!("{case}/acts/enter_paper?pick=issue_offer");
    let page = cast.chair.get(&form).await;
    complete(&page);
    let chair = option(&page, "沈秋禾");
    let typed = [
        ("actor.id", chair.as_str()),
        ("actor.capacity", "union_chair"),
        ("on", "2026-03-02"),
        ("scan", "@要约书"),
        ("act.topics.0.demand", "月平均工资增长百分之六。"),
        ("act.topics.1.title", ""),
        ("act.topics.2.title", ""),
        ("act.meeting_on", "2026-03-16"),
        ("act.place", "二楼会议室"),
    ];
    cast.chair.act(&form, &typed).await;

    let waiting = cast.officer.get(&format!("{case}/paper")).await;
    complete(&waiting);
    assert!(
        waiting.has("月平均工资增长百分之六。") && waiting.has("二楼会议室"),
        "what is to be confirmed: {}",
        words(&waiting.html)
    );
    assert!(waiting.has(&format!("{case}/files/")), "and the scan");
    let confirm = format!("{case}/acts/confirm_paper");
    let own = cast.chair.get(&confirm).await;
    let mut fields = own.form();
    fields.push(("step".to_owned(), "check".to_owned()));
    let refused = cast.chair.send(&confirm, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "never by the same person");
    let page = cast.clerk.get(&confirm).await;
    complete(&page);
    assert_eq!(cast.stranger.get(&format!("{case}/paper")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_wrong_number_of_copies_is_corrected_by_two() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = filed(&town, &cast).await;
    let choose = cast.agent.get(&format!("{case}/correct")).await;
    complete(&choose);
    for pick in ["copies", "vote_count", "session_opened.1", "signed.worker", "above_scale", "filing_received"] {
        assert!(choose.has(&format!("pick={pick}\"")), "{pick}");
        complete(&cast.agent.get(&format!("{case}/acts/propose_correction?pick={pick}")).await);
    }
    let form = format!("{case}/acts/propose_correction?pick=copies");
    let page = cast.agent.get(&form).await;
    assert!(page.has("现在记录的是：5"));
    cast.agent.act(&form, &[("fact.new", "6"), ("reason", "多交了一份。")]).await;
    let waiting = cast.officer.get(&format!("{case}/correct")).await;
    complete(&waiting);
    assert!(waiting.has("/acts/confirm_correction"));
    cast.officer.act(&format!("{case}/acts/confirm_correction"), &[]).await;
    assert!(cast.officer.get(&format!("{case}/acts/propose_correction?pick=copies")).await.has("现在记录的是：6"));
    assert_eq!(cast.stranger.get(&format!("{case}/correct")).await.status, StatusCode::NOT_FOUND);
}

// ZJ-CC 31(1): what changed is told as a change, from its day on.
#[tokio::test]
async fn a_new_name_of_the_enterprise_is_a_change_and_no_mistake() {
    const NEW: &str = "新名五金有限公司（虚构）";
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = filed(&town, &cast).await;
    let form = format!("{case}/acts/propose_correction?pick=employer_name");
    let page = cast.agent.get(&form).await;
    complete(&page);
    assert!(page.has("从哪天起变更"));
    let later = [("fact.new", NEW), ("from", "2099-01-01"), ("reason", "变更登记。"), ("step", "check")];
    let refused = cast.agent.send(&page.action(), &put(page.form(), &later)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("2099-01-01"), "{}", words(&refused.html));
    cast.agent.act(&form, &[("fact.new", NEW), ("from", "2026-03-02"), ("reason", "变更登记。")]).await;
    cast.officer.act(&format!("{case}/acts/confirm_correction"), &[]).await;
    let record = cast.agent.get(&format!("{case}/record")).await;
    complete(&record);
    assert!(record.has("变更登记在案") && record.has("变更为新名五金有限公司（虚构）"), "{}", words(&record.html));
    assert!(cast.agent.get(&form).await.has("现在记录的是：新名五金有限公司（虚构）"));
}

#[tokio::test]
async fn a_fact_that_is_not_there_cannot_be_corrected() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let path = format!("{case}/acts/propose_correction");
    let form = cast.chair.get(&format!("{path}?pick=vote_held")).await.form();
    let page = cast.chair.send(&path, &put(form, &[("reason", "写错了"), ("step", "check")])).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("请先选要更正的是哪一项"));
}

#[tokio::test]
async fn a_slip_is_mended_by_both_chiefs() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = filed(&town, &cast).await;
    let form = format!("{case}/acts/propose_slip");
    let page = cast.chair.get(&form).await;
    complete(&page);
    let title = page.form().into_iter().find(|(name, _)| name == "terms.title").unwrap().1;
    let mended = format!("{title}（2026年）");
    let typed = [("terms.title", mended.as_str()), ("reason", "漏写了年份。"), ("notice", "@告知书")];
    cast.chair.act(&form, &typed).await;
    cast.firm.act(&format!("{case}/acts/confirm_slip"), &[]).await;
    assert!(cast.firm.get(&format!("{case}/text")).await.has(&mended));
}
