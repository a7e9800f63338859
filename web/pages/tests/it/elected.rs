//! An election as a ballot: who is elected under which rule, what is left open, and what the form of the list takes from it.

use axum::http::StatusCode;
use uuid::Uuid;

use crate::browser::{Browser, words};
use crate::hall::{Hall, NAMES, attribute_of, links, opened};

/// The candidates of the tests are on the ballot in this order.
const CANDIDATES: &str = "夏清和\n宁致远\n方未";

async fn elects(hall: &Hall, more: &[(&str, &str)], votes: &[&[&str]]) -> Uuid {
    let path = format!("{}/ballots", hall.case);
    let fields = [&[("kind", "election"), ("candidates", CANDIDATES), ("seats", "2")][..], more].concat();
    let id = opened(&hall.cast, &path, &fields).await;
    let sheet = hall.cast.chair.post(&format!("{path}/{id}/links"), &[]).await;
    for (link, chosen) in links(&sheet).iter().zip(votes) {
        let chosen: Vec<(&str, &str)> = chosen.iter().map(|choice| ("choice", *choice)).collect();
        let cast = hall.voter.post(&format!("{link}/cast"), &chosen).await;
        assert!(cast.has("您的选票已在票箱里"), "{}", words(&cast.html));
    }
    id
}

/// ZJ-CC 10(2), ZJ-DM 15(3): more than half of all six, not of the four who came.
#[tokio::test]
async fn who_is_elected_is_said_with_the_rule_and_the_form_of_the_list_takes_it() {
    let hall = Hall::open().await;
    assert_eq!(NAMES.len(), 6);
    let id = elects(&hall, &[], &[&["0", "1"], &["0", "1"], &["0", "1"], &["0", "2"]]).await;
    hall.town.days(1);
    let result = hall.voter.get(&format!("/ballots/{id}")).await;
    for line in [
        "应选 2 人；应到 6 人，签到 4 人",
        "按全体 6 人计算",
        "超过半数、即不少于 4 票才当选",
        "第十条第二款",
        "应不少于 4 人，签到 4 人，已达到",
        "当选：夏清和（4 票）。",
        "还缺 1 名",
    ] {
        assert!(result.has(line), "{line}: {}", words(&result.html));
    }
    let minutes = hall.voter.get(&format!("/ballots/{id}/minutes")).await;
    assert!(minutes.has("<td>夏清和</td><td>4</td><td>当选</td>"), "{}", words(&minutes.html));
    assert!(minutes.has("<td>宁致远</td><td>3</td><td>未当选</td>") && minutes.has("监票、计票人员"));
    let draft = hall.voter.get(&format!("/ballots/{}/minutes", hall.id)).await;
    assert_eq!(draft.status, StatusCode::NOT_FOUND, "a draft has a protocol of its own");
    let form = hall.cast.chair.get(&format!("{}/acts/register_reps", hall.case)).await;
    let value = |name: &str| {
        let input = form.html.split("<input").find(|input| input.contains(&format!("name=\"{name}\"")));
        attribute_of(input.unwrap_or_else(|| panic!("{name}: {}", words(&form.html))), "value")
    };
    assert_eq!(["selection.total", "selection.votes"].map(value), ["6", "4"]);
    assert_eq!(value("selection.on"), "2026-03-23");
    let firm = hall.cast.firm.get(&format!("{}/acts/register_reps", hall.case)).await;
    assert!(firm.status != StatusCode::OK || !firm.has("value=\"2026-03-23\""), "the other side chose otherwise");
}

#[tokio::test]
async fn a_tie_is_said_with_what_to_do_and_delegates_need_no_share() {
    let hall = Hall::open().await;
    let id = elects(&hall, &[("seats", "1"), ("office", "delegate")], &[&["0"], &["1"], &["0"], &["1"], &["2"]]).await;
    hall.town.days(1);
    let result = hall.voter.get(&format!("/ballots/{id}")).await;
    assert!(result.has("选举职工代表（应选 1 人）") && result.has("得票多的当选"), "{}", words(&result.html));
    let tie = "夏清和、宁致远得票相同（都是 2 票），只剩 1 个名额";
    assert!(result.has(tie) && result.has("没有人当选"), "{}", words(&result.html));
    assert!(!result.has("登记协商代表时"), "delegates aren't registered as representatives");
    // The public page asks nobody to sign in.
    assert_eq!(Browser::new(&hall.town.router).get(&format!("/ballots/{id}")).await.status, StatusCode::OK);
}
