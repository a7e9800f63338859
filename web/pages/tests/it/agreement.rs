//! A whole agreement as a form: what only the enterprise knows has to be given, everything else can be changed, and what is
//! about to be tabled is read in full before.

use axum::http::StatusCode;

use crate::browser::{Browser, Page, put, words};
use crate::support::{Cast, Town};
use crate::way::{DRAFT, talks};

/// The form of a first draft.
async fn form(town: &Town, cast: &Cast) -> (String, Page) {
    let case = talks(town, cast).await;
    let acts = |command: &str| format!("{case}/acts/{command}");
    cast.chair.act(&acts("open_session"), &[("chair", "employer"), ("recorder.name", "纪云")]).await;
    cast.firm.act(&acts("table_position?clause=rise"), &[("values.rise", "4.5")]).await;
    cast.chair.act(&acts("accept_position?clause=rise"), &[]).await;
    cast.chair.act(&acts("close_session"), &[("summary", "年度增长达成一致。")]).await;
    for browser in [&cast.chair, &cast.firm] {
        browser.act(&acts("confirm_minutes"), &[]).await;
    }
    let page = cast.chair.get(&acts("table_draft")).await;
    (case, page)
}

/// The form with this typed into it, sent to be checked.
async fn check(cast: &Cast, page: &Page, typed: &[(&str, &str)]) -> Page {
    let mut fields = put(page.form(), typed);
    fields.push(("step".to_owned(), "check".to_owned()));
    cast.chair.send(&page.action(), &fields).await
}

/// The form with a list in it opened row by row, and what is typed kept.
async fn opened(browser: &Browser, page: &Page, list: &str, typed: &[(&str, &str)]) -> Page {
    let mut fields = put(page.form(), typed);
    fields.push(("more".to_owned(), format!("terms.{list}")));
    let page = browser.send(&page.action(), &fields).await;
    assert_eq!(page.status, StatusCode::OK, "{}", words(&page.html));
    page
}

#[tokio::test]
async fn nobody_gets_the_wages_of_another_enterprise() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let (case, page) = form(&town, &cast).await;
    let empty = |name: &str| page.form().iter().any(|(had, text)| had == name && text.is_empty());
    for name in ["average.average_before", "average.average_after", "min-wage.min_wage", "total.total"] {
        assert!(empty(&format!("terms.{name}")), "{name}");
    }
    assert!(empty("terms.posts.0.post_name") && !page.has("数控操作工"));
    let before = cast.chair.get(&format!("{case}/record")).await;
    let missing = check(&cast, &page, &[("terms.coverage", "示例机械有限公司（虚构）的职工")]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.has("由企业和职工双方自己的情况决定"), "{}", words(&missing.html));
    for named in ["最低工资：请填写这个数额", "原月平均工资：请填写这个数额", "工资总额：请填写这个数额"]
    {
        assert!(words(&missing.html).contains(named), "{named}: {}", words(&missing.html));
    }
    assert!(!missing.has("〔"), "every text is there");
    assert!(missing.html.contains("示例机械有限公司（虚构）的职工"), "what was typed is kept");
    let after = cast.chair.get(&format!("{case}/record")).await;
    assert_eq!(before.html.matches("<li").count(), after.html.matches("<li").count(), "nothing is recorded");
}

#[tokio::test]
async fn clauses_posts_and_awards_are_changed_added_and_dropped_and_read_before_they_are_tabled() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let (case, page) = form(&town, &cast).await;
    assert!(page.has("经企业、工会确认承担师徒带教") && !page.html.contains("terms.awards.0"), "a list stands folded");
    let page = opened(&cast.chair, &page, "awards", &[("terms.average.average_before", "6001")]).await;
    let typed_before = page.form().iter().any(|(name, text)| name == "terms.average.average_before" && text == "6001");
    assert!(typed_before, "what was typed stays");
    assert!(page.html.contains("terms.awards.4.") && !page.html.contains("terms.awards.5."), "each row once");
    let more = opened(&cast.chair, &page, "awards", &[]).await;
    assert!(more.html.contains("terms.awards.7.") && !more.html.contains("terms.awards.8."), "three more");
    let mut typed = DRAFT.to_vec();
    typed.extend([
        ("terms.piece.drop", "on"),
        ("terms.seniority.heading", "工龄津贴"),
        ("terms.quota.not_applicable", "本企业没有实行定额的岗位"),
        ("terms.added.0.chapter", "payment"),
        ("terms.added.0.heading", "夜班交通"),
        ("terms.added.0.own_words", "夜班下班后没有公共交通的，企业安排班车。"),
        ("terms.awards.0.award_high", "5000"),
        ("terms.awards.1.drop", "on"),
    ]);
    let checked = check(&cast, &page, &typed).await;
    assert_eq!(checked.status, StatusCode::OK, "{}", words(&checked.html));
    for shown in [
        "夜班下班后没有公共交通的，企业安排班车。",
        "工龄津贴",
        "数控操作工",
        "高级技师：岗位工资5,450.00–6,350.00元，能级津贴1,000.00元",
        "5,000.00元",
    ] {
        assert!(checked.has(shown), "{shown}: {}", words(&checked.html));
    }
    assert!(checked.has("6,270.00元"), "the new average follows from the old one and the rise");
    assert!(!checked.html.contains("条 计件单价</dt>"), "a clause is dropped");
    assert!(!checked.html.contains("<dt>在岗期间取得与岗位相关的大专、本科学历"), "an award is dropped");
    assert!(!checked.has("请再核对"), "{}", words(&checked.html));

    cast.chair.confirm(&page.action(), &checked).await;
    let text = cast.firm.get(&format!("{case}/text")).await;
    assert!(
        text.has("夜班交通")
            && text.has("附件1 岗位能级工资标准")
            && text.has("初级工：岗位工资2,950.00–3,250.00元，能级津贴100.00元")
    );
    assert!(!text.has("计件单价按照该岗位"));

    // The next draft starts from this one: what was added is a clause like any other.
    let next = cast.firm.get(&format!("{case}/acts/table_draft")).await;
    assert!(next.has("数控操作工") && !next.html.contains("terms.posts.0"), "its posts stand folded");
    let next = opened(&cast.firm, &next, "posts", &[]).await;
    let next = opened(&cast.firm, &next, "awards", &[]).await;
    let fields = next.form();
    let stands = |name: &str| fields.iter().find(|(had, _)| had == name).map(|(_, text)| text.as_str());
    assert!(next.html.contains("<summary>夜班交通</summary>") && stands("terms.own-1.text").is_some());
    assert_eq!(stands("terms.posts.0.grades.junior.low"), Some("2950"));
    assert_eq!(stands("terms.awards.0.award_high"), Some("5000"));
}

#[tokio::test]
async fn what_does_not_fit_together_is_said_before_it_is_tabled() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let (_, page) = form(&town, &cast).await;
    let mut typed = DRAFT[..2].to_vec();
    typed.push(("terms.average.average_after", "6300"));
    let checked = check(&cast, &page, &typed).await;
    assert!(checked.has("师徒带教；300.00元"), "what stands folded stands in the text");
    assert_eq!(checked.status, StatusCode::OK, "it is the parties' text: {}", words(&checked.html));
    assert!(checked.has("写的是6,300.00元，按其他数额推算是6,270.00元"), "{}", words(&checked.html));
    assert!(checked.has("条款提到附件1，但没有填写岗位"));
}

#[tokio::test]
async fn half_a_clause_half_a_grade_and_stray_braces_come_back() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let (_, page) = form(&town, &cast).await;
    let page = opened(&cast.chair, &page, "awards", &[]).await;
    for (wrong, said) in [
        (&[("terms.purpose.text", " ")][..], "勾选“删去这一条”"),
        (&[("terms.purpose.text", "不低于{floor}。")], "文字里的{floor}没有对应的数额"),
        (&[("terms.added.0.heading", "夜班交通")], "请填写"),
        (&[("terms.posts.0.post_name", "装配工"), ("terms.posts.0.grades.junior.allowance", "100")], "三项都不填"),
        (&[("terms.posts.0.grades.junior.low", "9000")], "最低不能高于最高"),
        (&[("terms.posts.1.average_after", "6000")], "请填写"),
        (&[("terms.awards.2.award_pay", "range")], "请填数字"),
        (&[("terms.awards.0.award_high", "很多")], "请填数字"),
    ] {
        let mut typed = DRAFT.to_vec();
        for (name, text) in wrong {
            typed.retain(|(had, _)| had != name);
            typed.push((name, text));
        }
        if wrong.len() == 2 {
            typed.retain(|(name, _)| !name.contains("grades.junior") || name.ends_with("allowance"));
        }
        let back = check(&cast, &page, &typed).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}: {}", words(&back.html));
        assert!(back.has(said), "{wrong:?}: {}", words(&back.html));
    }
}
