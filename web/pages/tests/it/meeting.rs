//! A meeting in one room: the recorder writes for both sides, both chiefs confirm.

use accounts::Scope;
use axum::http::StatusCode;
use negotiation::Capacity;

use crate::journey::{offer, prepare};
use crate::support::{Cast, Town};

#[tokio::test]
async fn the_recorder_writes_for_both_sides_and_both_chiefs_confirm() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    offer(&cast, &case).await;
    cast.firm.act(&format!("{case}/acts/reply"), &[("content", "同意协商。")]).await;
    prepare(&cast, &case).await;
    town.days(14);

    let id = case.trim_start_matches("/cases/").parse().unwrap();
    let recorder = town.person("recorder", "纪云", &[Capacity::Recorder], Scope::Case(id)).await;
    let form = cast.chair.get(&format!("{case}/acts/open_session")).await;
    let at = form.html.find(">纪云<").expect("whoever stands in the case can be named");
    let who = form.html[..at].rsplit("value=\"").next().unwrap().trim_end_matches('"').to_owned();
    cast.chair.act(&format!("{case}/acts/open_session"), &[("chair", "employer"), ("recorder.who", &who)]).await;

    let board = recorder.get(&format!("{case}/board")).await;
    assert!(board.has("记职工方意见") && board.has("记企业方意见"), "{}", board.html);
    assert!(!cast.chair.get(&format!("{case}/board")).await.has("记企业方意见"), "a side writes for itself");
    let write = |side: &str| format!("{case}/acts/table_position?clause=rise&side={side}&as=recorder");
    recorder.act(&write("worker"), &[("values.rise", "6")]).await;
    recorder.act(&write("employer"), &[("values.rise", "4.5")]).await;
    let board = recorder.get(&format!("{case}/board")).await;
    assert!(board.has("占工资总额6%") && board.has("占工资总额4.5%"), "each word has its price: {}", board.html);
    recorder.act(&format!("{case}/acts/accept_position?clause=rise&side=worker&as=recorder"), &[]).await;
    assert!(recorder.get(&format!("{case}/board")).await.has("暂时谈定，等双方确认会议纪要"), "not yet confirmed");
    recorder.act(&format!("{case}/acts/close_session"), &[("summary", "年度增长达成一致。")]).await;
    for chief in [&cast.chair, &cast.firm] {
        chief.act(&format!("{case}/acts/confirm_minutes"), &[]).await;
    }
    let board = cast.chair.get(&format!("{case}/board")).await;
    assert!(board.has("4.5%") && board.has("已一致") && !board.has("暂时谈定"), "agreed");
    assert_eq!(board.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_else_speaks_for_the_other_side_by_saying_so() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    offer(&cast, &case).await;
    cast.firm.act(&format!("{case}/acts/reply"), &[("content", "同意协商。")]).await;
    prepare(&cast, &case).await;
    town.days(14);
    cast.chair.act(&format!("{case}/acts/open_session"), &[("chair", "employer"), ("recorder.name", "纪云")]).await;
    let path = format!("{case}/acts/table_position?clause=rise&side=employer");
    cast.chair.act(&path, &[("values.rise", "9")]).await;
    let board = cast.firm.get(&format!("{case}/board")).await;
    let (worker, employer) = board.html.split_once("<dt>企业方</dt>").unwrap();
    assert!(worker.contains("9%") && !employer.split("</dl>").next().unwrap().contains("9%"), "{}", board.html);
}
