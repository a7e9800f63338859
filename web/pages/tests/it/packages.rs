//! Packages at the table: proposed, seen beside what stands, taken as a whole; and one's own pay on a page.

use axum::http::StatusCode;

use crate::support::{Cast, Town};
use crate::way::{before_the_congress, talks};

#[tokio::test]
async fn a_package_is_proposed_seen_and_taken_as_a_whole_from_the_board() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = talks(&town, &cast).await;
    let acts = |command: &str| format!("{case}/acts/{command}");
    assert!(!cast.chair.get(&format!("{case}/board")).await.has("提出一揽子意见"), "no session is open");
    cast.chair.act(&acts("open_session"), &[("chair", "employer"), ("recorder.name", "纪云")]).await;
    cast.chair.act(&acts("table_position?clause=rise"), &[("values.rise", "6")]).await;
    let board = cast.chair.get(&format!("{case}/board")).await;
    assert!(
        board.has("占工资总额6%") && board.has("缺原来的月平均工资"),
        "nobody has said yet what is earned: {}",
        crate::browser::words(&board.html)
    );
    let average = [("values.average_before", "6000"), ("values.average_after", "")];
    cast.firm.act(&acts("table_position?clause=average"), &average).await;
    cast.chair.act(&acts("table_position?clause=min-wage"), &[("values.min_wage", "2900")]).await;
    cast.firm.act(&acts("table_position?clause=rise"), &[("values.rise", "3")]).await;

    let form = cast.firm.get(&acts("table_package")).await.form();
    let stands = |name: &str| form.iter().find(|(field, _)| field == name).map(|(_, text)| text.clone());
    let ids = [stands("items.0.clause"), stands("items.1.clause")].map(Option::unwrap);
    let at = |id: &str| ids.iter().position(|had| had == id).unwrap();
    let (rise, least) = (at("rise"), at("min-wage"));
    assert_eq!(stands(&format!("items.{rise}.values.rise")).as_deref(), Some("3"), "one's own latest word");
    assert_eq!(
        stands(&format!("items.{least}.values.min_wage")).as_deref(),
        Some("2900"),
        "theirs, where one has none"
    );
    let figures = [(format!("items.{rise}.values.rise"), "4"), (format!("items.{least}.values.min_wage"), "2800")];
    let typed: Vec<(&str, &str)> = figures.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    cast.firm.act(&acts("table_package"), &typed).await;

    let board = cast.chair.get(&format!("{case}/board")).await;
    assert!(board.has("企业方的一揽子意见（第1份") && board.has("→ 4%") && board.has("2,800.00"), "{}", board.html);
    assert!(board.has("占工资总额4%"), "it has its price");
    assert!(board.has("接受这份一揽子意见") && board.has("不答复不等于接受"));
    let own = cast.firm.get(&format!("{case}/board")).await;
    assert!(own.has("等对方答复") && !own.has("接受这份一揽子意见"), "nobody takes their own");
    let seen = cast.officer.get(&format!("{case}/board")).await;
    assert!(seen.has("企业方的一揽子意见") && !seen.has("接受这份一揽子意见") && !seen.has("提出一揽子意见"));

    cast.chair.act(&acts("accept_package"), &[]).await;
    let board = cast.chair.get(&format!("{case}/board")).await;
    assert!(!board.has("企业方的一揽子意见") && board.has("现在没有待答复的一揽子意见"));
    let agreed = board.html.matches("chip tentative").count();
    assert!(agreed == 3, "all that was on the table, or nothing: {agreed}");
}

#[tokio::test]
async fn a_package_without_figures_or_with_half_a_clause_comes_back_with_what_was_typed() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = talks(&town, &cast).await;
    let acts = |command: &str| format!("{case}/acts/{command}");
    cast.chair.act(&acts("open_session"), &[("chair", "employer"), ("recorder.name", "纪云")]).await;
    let page = cast.chair.get(&acts("table_package")).await;
    let typed = [("items.0.clause", "rise"), ("items.0.text", "增长{rise}。"), ("step", "check")];
    let fields = crate::browser::put(page.form(), &typed);
    let again = cast.chair.send(&acts("table_package"), &fields).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.has("增长{rise}。") && again.has("name=\"items.0.values.rise\""), "now there is where to type it");
    let mut fields = again.form();
    fields.retain(|(name, _)| name != "items.0.values.rise");
    fields.push(("items.0.values.rise".to_owned(), "5".to_owned()));
    fields.push(("step".to_owned(), "check".to_owned()));
    let check = cast.chair.send(&acts("table_package"), &fields).await;
    assert_eq!(check.status, StatusCode::OK, "{}", crate::browser::words(&check.html));
}

#[tokio::test]
async fn ones_own_pay_is_on_the_page_with_and_without_script() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = before_the_congress(&town, &cast, "54").await;
    let page = cast.chair.get(&format!("{case}/key")).await;
    assert!(page.has("我的工资") && page.has("数控操作工") && page.has("高级技师"));
    assert!(page.has("6,900.00 → 7,245.00"), "the average of the post: {}", page.html);
    assert!(page.html.contains("id=\"pay-choose\" class=\"parts\" hidden"), "without script there is no dead chooser");
    let script = page.html.split("/static/pay-").nth(1).unwrap().split('"').next().unwrap();
    let script = cast.chair.get(&format!("/static/pay-{script}")).await;
    assert!(script.status == StatusCode::OK && script.html.len() < 1_400, "{}", script.html.len());
    for sends in ["fetch", "XMLHttpRequest", "sendBeacon", "submit", "localStorage", "cookie"] {
        assert!(!script.html.contains(sends), "nothing is sent or kept: {sends}");
    }
    assert_eq!(cast.stranger.get(&format!("{case}/key")).await.status, StatusCode::NOT_FOUND);
}
