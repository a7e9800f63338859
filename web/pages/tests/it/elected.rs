//! An election as a ballot: who is elected under which rule, what is left open, and what the form of the list takes from it.

use axum::http::StatusCode;
use uuid::Uuid;

use crate::browser::{Browser, Page, words};
use crate::hall::{Hall, NAMES, attribute_of, closed_roll, links, opened};
use crate::support::{Cast, Town};
use crate::way::talks;

/// The candidates of the tests are on the ballot in this order.
const CANDIDATES: &str = "夏清和\n宁致远\n方未";

async fn elects(hall: &Hall, more: &[(&str, &str)], votes: &[&[&str]]) -> Uuid {
    elects_in((&hall.cast, &hall.voter), &hall.case, more, votes).await
}

async fn elects_in((cast, voter): (&Cast, &Browser), case: &str, more: &[(&str, &str)], votes: &[&[&str]]) -> Uuid {
    let path = format!("{case}/ballots");
    let fields = [&[("kind", "election"), ("candidates", CANDIDATES), ("seats", "2")][..], more].concat();
    let id = opened(cast, &path, &fields).await;
    let sheet = cast.chair.post(&format!("{path}/{id}/links"), &[]).await;
    for (link, chosen) in links(&sheet).iter().zip(votes) {
        let chosen: Vec<(&str, &str)> = chosen.iter().map(|choice| ("choice", *choice)).collect();
        let cast = voter.post(&format!("{link}/cast"), &chosen).await;
        assert!(cast.has("您的选票已在票箱里"), "{}", words(&cast.html));
    }
    id
}

/// What stands in a field of a form; nothing where it is empty.
fn value(form: &Page, name: &str) -> String {
    let input = form.html.split("<input").find(|input| input.contains(&format!("name=\"{name}\"")));
    let input = input.unwrap_or_else(|| panic!("{name}: {}", words(&form.html))).split('>').next().unwrap();
    if input.contains("value=\"") { attribute_of(input, "value") } else { String::new() }
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
    let value = |name: &str| value(&form, name);
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

/// ZJ-DM 15(3): two thirds of all nine are six. With five the votes may be enough, and nobody is elected: nothing is said to
/// be, the form of the list takes nothing, the form of the next round begins anew.
#[tokio::test]
async fn without_a_quorum_nobody_is_elected_and_with_it_they_are() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let (case, voter) = (talks(&town, &cast).await, Browser::new(&town.router));
    let names: Vec<String> = (1..=9).map(|n| format!("代表{n}（虚构）")).collect();
    closed_roll(&cast, &case, &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let everybody: [&[&str]; 6] = [&["0", "1"]; 6];

    let short = elects_in((&cast, &voter), &case, &[], &everybody[..5]).await;
    town.days(8);
    let page = voter.get(&format!("/ballots/{short}")).await;
    for line in [
        "应不少于 6 人，签到 5 人，没有达到",
        "到会人数没有达到，这次选举没有人当选",
        "票数够的有：夏清和（5 票）、宁致远（5 票）；但是按上面所说，都不算当选",
    ] {
        assert!(page.has(line), "{line}: {}", words(&page.html));
    }
    for line in ["当选：", "登记协商代表时", "名册不是全体职工", "另行选举（后一轮）"] {
        assert!(!page.has(line), "{line}: {}", words(&page.html));
    }
    let minutes = voter.get(&format!("/ballots/{short}/minutes")).await;
    assert!(minutes.has("<td>夏清和</td><td>5</td><td>未当选</td>"), "{}", words(&minutes.html));
    assert!(!minutes.has("<td>当选</td>"));
    let list = format!("{case}/acts/register_reps");
    let form = cast.chair.get(&list).await;
    assert_eq!(["selection.on", "selection.total"].map(|name| value(&form, name)), ["2026-03-24", ""]);
    let next = cast.chair.get(&format!("{case}/ballots")).await;
    assert!(next.has(CANDIDATES) && next.has(&format!("<option value=\"{short}\" selected")), "{}", words(&next.html));

    let again = [("after", short.to_string()), ("closes_on", "2026-03-30".to_owned())];
    let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let there = elects_in((&cast, &voter), &case, &again, &everybody).await;
    town.days(7);
    let page = voter.get(&format!("/ballots/{there}")).await;
    for line in ["签到 6 人，已达到", "当选：夏清和（6 票）、宁致远（6 票）。", "登记协商代表时"]
    {
        assert!(page.has(line), "{line}: {}", words(&page.html));
    }
    let form = cast.chair.get(&list).await;
    let taken = ["selection.on", "selection.total", "selection.votes"].map(|name| value(&form, name));
    assert_eq!(taken, ["2026-03-30", "9", "6"]);
}

/// Delegates are elected by other rules than representatives, so neither is a further round of the other.
#[tokio::test]
async fn a_further_round_elects_to_the_same_office() {
    let hall = Hall::open().await;
    let first = elects(&hall, &[("seats", "1")], &[&["0"], &["1"]]).await.to_string();
    hall.town.days(1);
    let path = format!("{}/ballots", hall.case);
    let form = hall.cast.chair.get(&path).await;
    let [ballot, roll] = ["ballot", "roll"].map(|name| attribute_of(&form.html, &format!("name=\"{name}\" value")));
    let send = async |office: &str, kind: &str| {
        let fields = [
            ("ballot", ballot.as_str()),
            ("roll", &roll),
            ("kind", kind),
            ("office", office),
            ("candidates", CANDIDATES),
            ("seats", "1"),
            ("closes_on", "2026-03-30"),
            ("closes_at", "17:00"),
            ("after", &first),
            ("step", "check"),
        ];
        hall.cast.chair.post(&path, &fields).await
    };
    for (office, kind) in [("delegate", "election"), ("representative", "draft")] {
        let refused = send(office, kind).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.has("后一轮只能接在"), "{office} {kind}");
    }
    let checked = send("representative", "election").await;
    assert!(checked.status == StatusCode::OK && checked.has("第 2 轮，前一轮的结果保留"), "{}", words(&checked.html));
}

/// Whoever took a paper ballot is there and hasn't been counted: nobody is said to be elected yet.
#[tokio::test]
async fn who_is_elected_is_left_open_while_paper_ballots_are_counted_elsewhere() {
    let hall = Hall::open().await;
    let id = elects(&hall, &[], &[&["0", "1"], &["0", "1"], &["0", "1"], &["0", "2"]]).await;
    let page = hall.cast.chair.get(&format!("{}/ballots/{id}", hall.case)).await;
    let voter = attribute_of(&page.html, "name=\"voter\" value");
    let given = hall.cast.chair.post(&format!("{}/ballots/{id}/paper", hall.case), &[("voter", &voter)]).await;
    assert!(given.status.is_redirection(), "{}", words(&given.html));
    hall.town.days(1);
    let result = hall.voter.get(&format!("/ballots/{id}")).await;
    assert!(result.has("另有 1 人领了纸质票") && result.has("签到 5 人，已达到"), "{}", words(&result.html));
    assert!(!result.has("当选：") && !result.has("登记协商代表时"), "{}", words(&result.html));
    let minutes = hall.voter.get(&format!("/ballots/{id}/minutes")).await;
    assert!(minutes.has("<td>夏清和</td><td>4</td><td>待与纸质票合并计票</td>"), "{}", words(&minutes.html));
}
