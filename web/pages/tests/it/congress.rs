//! What surrounds a ballot: the roll that two persons close, extensions, further rounds, the votes open to somebody.

use axum::http::StatusCode;
use ballot::{check, read};
use negotiation::Capacity::CongressDelegate;
use store::{Chore, Scope};

use crate::browser::{Browser, words};
use crate::hall::{Hall, attribute_of, closed_roll, opened};
use crate::support::{Cast, Town, USCC};
use crate::way::before_the_congress;

/// The hall of the tests opens on 2026-03-23 at nine or later and closes at 17:00.
const CLOSE: &str = "2026-03-23T17:00:00+08:00";

/// Moves the clock to so many seconds before the close, by which the ballot was opened.
fn before_the_close(town: &Town, seconds: i64) {
    let close: law::time::Moment = CLOSE.parse().unwrap();
    town.seconds((close.millis() - town.desk.now().millis()) / 1_000 - seconds);
}

#[tokio::test]
async fn a_roll_is_published_closed_by_one_and_confirmed_by_another() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = before_the_congress(&town, &cast, "6").await;
    let path = format!("{case}/roll");
    assert_eq!(cast.stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    let next = attribute_of(&cast.chair.get(&path).await.html, "name=\"next\" value");
    let publish = async |by: &Browser, names: &str, step: &str| {
        by.post(&path, &[("next", &next), ("names", names), ("step", step)]).await
    };
    assert_eq!(publish(&cast.firm, "甲", "do").await.status, StatusCode::FORBIDDEN);
    for (names, said) in [("", "人数须在"), ("甲\n乙\n甲", "出现了两次")] {
        let page = publish(&cast.chair, names, "do").await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has(said), "{}", words(&page.html));
    }
    assert!(publish(&cast.chair, "甲\n乙", "check").await.has("<li>乙</li>"));
    assert!(cast.chair.get(&path).await.has("还没有公布名册"), "a look publishes nothing");
    publish(&cast.chair, "甲\n乙", "do").await;
    publish(&cast.chair, "甲\n乙\n丙", "do").await;
    let shown = cast.firm.get(&path).await;
    assert!(shown.has("<li>乙</li>") && !shown.has("<li>丙</li>"), "the same form again publishes nothing");
    assert!(shown.has("正在公布") && shown.has("沈秋禾公布") && shown.has("分母不变"), "{}", words(&shown.html));
    assert!(!shown.has("关闭名册</button>"));

    let close = format!("{path}/{next}/close");
    assert_eq!(cast.firm.post(&close, &[("compared", "on")]).await.status, StatusCode::FORBIDDEN);
    assert!(cast.chair.post(&close, &[]).await.has("逐人核对，再勾选"));
    assert_eq!(cast.chair.post(&close, &[("compared", "on")]).await.status, StatusCode::SEE_OTHER);
    let same = cast.chair.post(&close, &[("compared", "on")]).await;
    assert!(same.status == StatusCode::UNPROCESSABLE_ENTITY && same.has("须由另一人确认"), "{}", words(&same.html));
    assert!(cast.chair.get(&format!("{case}/ballots")).await.has("名册须先公布"), "one person isn't two");
    assert_eq!(cast.clerk.post(&close, &[("compared", "on")]).await.status, StatusCode::SEE_OTHER);
    let fixed = cast.firm.get(&path).await;
    assert!(fixed.has("闻立确认关闭") && fixed.has("不能再改"), "{}", words(&fixed.html));
    let id = case.rsplit('/').next().unwrap().parse().unwrap();
    let before = town.store.ballot_rolls(id, 9).await.unwrap();
    cast.clerk.post(&close, &[("compared", "on")]).await;
    cast.chair.post(&close, &[("compared", "on")]).await;
    assert_eq!(town.store.ballot_rolls(id, 9).await.unwrap(), before);

    // No name stands in what is never erased; a name is, and the roll says so.
    assert!(!String::from_utf8(before[0].content.clone()).unwrap().contains('乙'));
    let roll: ballot::Roll = serde_json::from_slice(&before[0].content).unwrap();
    let erase = Chore::ErasePerson { case: id, id: roll.voters[1].id.clone(), at: town.desk.now() };
    assert!(town.desk.chore(erase).await.unwrap());
    let erased = cast.firm.get(&path).await;
    assert!(erased.has("<li>甲</li><li>（姓名已删除）</li>"), "{}", words(&erased.html));

    // Somebody left before the vote: another roll, and until it is closed nothing is opened on the old one.
    let next = attribute_of(&cast.chair.get(&path).await.html, "name=\"next\" value");
    cast.chair.post(&path, &[("next", &next), ("names", "甲"), ("step", "do")]).await;
    assert!(cast.chair.get(&format!("{case}/ballots")).await.has("名册须先公布"));
    assert!(cast.clerk.post(&close, &[("compared", "on")]).await.has("名册已经换了新的一份"));
}

#[tokio::test]
async fn a_ballot_is_extended_with_a_reason_that_everybody_reads() {
    let hall = Hall::open().await;
    let own = format!("{}/ballots/{}", hall.case, hall.id);
    let path = format!("{own}/extend");
    assert_eq!(hall.cast.firm.get(&path).await.status, StatusCode::FORBIDDEN);
    let form = hall.cast.chair.get(&path).await;
    let from = attribute_of(&form.html, "name=\"from\" value");
    let extend = async |by: &Browser, at: &str, reason: &str, step: &str| {
        let fields =
            [("closes_on", "2026-03-23"), ("closes_at", at), ("reason", reason), ("from", &from), ("step", step)];
        by.post(&path, &fields).await
    };
    assert_eq!(extend(&hall.cast.firm, "18:00", "停电", "do").await.status, StatusCode::FORBIDDEN);
    for (at, reason, said) in [
        ("17:00", "停电", "须晚于现在的截止时间"),
        ("16:30", "停电", "须晚于现在的截止时间"),
        ("18:00", " ", "请写明延长的理由"),
        ("25:00", "停电", "请填写截止时间"),
    ] {
        let page = extend(&hall.cast.chair, at, reason, "do").await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has(said), "{at}: {}", words(&page.html));
        assert!(reason == " " || page.has(reason), "what was typed is kept");
    }
    let look = extend(&hall.cast.chair, "18:00", "会场停电", "check").await;
    assert!(look.has("从 2026-03-23 17:00 延长到 2026-03-23 18:00") && look.has("不能撤回"), "{}", words(&look.html));
    assert!(!hall.voter.get(&hall.links[0]).await.has("会场停电"), "a look extends nothing");

    before_the_close(&hall.town, 10);
    let (token, seal) = hall.issued(0, 1).await;
    assert_eq!(extend(&hall.cast.clerk, "18:00", "会场停电", "do").await.status, StatusCode::SEE_OTHER);
    let twice = extend(&hall.cast.chair, "19:00", "再等等", "do").await;
    assert!(twice.status == StatusCode::UNPROCESSABLE_ENTITY && twice.has("接不上"), "{}", words(&twice.html));
    hall.town.seconds(60);
    assert_eq!(hall.send(&token, &seal, "0").await.status, StatusCode::OK, "a minute after the first close");
    for page in [
        hall.voter.get(&hall.links[1]).await,
        hall.voter.get(&format!("/ballots/{}", hall.id)).await,
        hall.cast.firm.get(&own).await,
    ] {
        assert!(page.has("闻立于 2026-03-23 16:59") && page.has("会场停电") && page.has("延长到 2026-03-23 18:00"));
    }

    // To the millisecond: the last before the close is taken, none at it; and nobody extends what is over.
    hall.town.seconds(59 * 60 - 60 + 9);
    let (token, seal) = hall.issued(1, 2).await;
    let from = (CLOSE.parse::<law::time::Moment>().unwrap().millis() + 3_600_000).to_string();
    let fields =
        [("closes_on", "2026-03-23"), ("closes_at", "20:00"), ("reason", "晚了"), ("from", &from), ("step", "do")];
    hall.town.seconds(52);
    let late = hall.cast.chair.post(&path, &fields).await;
    assert!(late.status == StatusCode::UNPROCESSABLE_ENTITY && late.has("不能再延长"), "{}", words(&late.html));
    hall.town.seconds(9);
    assert_eq!(hall.send(&token, &seal, "1").await.status, StatusCode::GONE);
    let over = hall.cast.chair.post(&path, &fields).await;
    assert!(over.status == StatusCode::BAD_REQUEST && over.has("投票已经截止"), "{}", words(&over.html));
    let result = hall.voter.get(&format!("/ballots/{}", hall.id)).await;
    assert!(result.has("会场停电") && result.has("表决期间延长过 1 次"), "{}", words(&result.html));
    let list = hall.voter.get(&format!("/ballots/{}/list.json", hall.id)).await;
    let bundle = read(list.html.as_bytes()).unwrap();
    assert!(bundle.extensions.len() == 1 && bundle.tally.returned == 1 && check(&bundle, None).holds());
    assert!(!list.html.contains("闻立"), "the list has an id; a name can be erased");
}

#[tokio::test]
async fn a_further_round_is_linked_and_the_first_keeps_its_result() {
    let hall = Hall::open().await;
    hall.plain(0, "1").await;
    let path = format!("{}/ballots", hall.case);
    let first = hall.id.to_string();
    assert!(!hall.cast.chair.get(&path).await.has(&format!("<option value=\"{first}\"")), "it is still open");
    hall.town.days(1);
    let kept = hall.voter.get(&format!("/ballots/{first}/list.json")).await.html;
    let form = hall.cast.chair.get(&path).await;
    assert!(form.has(&format!("<option value=\"{first}\" selected")), "{}", words(&form.html));
    let second = opened(&hall.cast, &path, &[("closes_on", "2026-03-24"), ("after", &first)]).await;
    let page = hall.cast.firm.get(&format!("{path}/{second}")).await;
    assert!(page.has("（第 2 轮）") && page.has(&format!("/ballots/{first}\">前一轮")), "{}", words(&page.html));
    let back = hall.voter.get(&format!("/ballots/{first}")).await;
    assert!(back.has(&format!("/ballots/{second}\">后一轮")), "{}", words(&back.html));
    assert_eq!(hall.voter.get(&format!("/ballots/{first}/list.json")).await.html, kept);
    assert!(!hall.cast.chair.get(&path).await.has(&format!("<option value=\"{first}\"")), "followed once");
    let again = [("ballot", "0190a0a0-0000-7000-8000-000000000009"), ("kind", "draft"), ("after", first.as_str())];
    let roll = attribute_of(&hall.cast.chair.get(&path).await.html, "name=\"roll\" value");
    let rest = [("closes_on", "2026-03-24"), ("closes_at", "17:00"), ("roll", roll.as_str()), ("step", "do")];
    let refused = hall.cast.chair.post(&path, &[&again[..], &rest[..]].concat()).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.has("后一轮只能接在"));
}

#[tokio::test]
async fn a_vote_that_is_open_to_somebody_stands_first_at_home_and_nobody_else_sees_it() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let delegate = town.person("delegate", "方未", &[CongressDelegate], Scope::Employer(USCC.to_owned())).await;
    let other = town.person("other", "宁致远", &[CongressDelegate], Scope::Employer(USCC.to_owned())).await;
    let case = before_the_congress(&town, &cast, "2").await;
    closed_roll(&cast, &case, &["方未", "夏清和"]).await;
    let path = format!("{case}/ballots");
    let id = opened(&cast, &path, &[]).await;
    let action = format!("action=\"/ballots/{id}/mine\"");
    let home = delegate.get("/home").await;
    let (vote, list) = (home.html.find(&action).unwrap(), home.html.find("class=\"cases\"").unwrap());
    assert!(vote < list && home.has("还等您参加的投票") && home.has("2026-03-23 17:00"), "{}", words(&home.html));
    for stranger in [&other, &cast.chair, &cast.firm] {
        assert!(!stranger.get("/home").await.has("还等您参加的投票"));
    }
    let link = delegate.post(&format!("/ballots/{id}/mine"), &[]).await.location.unwrap();
    let home = delegate.get("/home").await;
    assert!(home.has(&action) && !home.has("继续投票"), "a link that was made uses nothing up");
    let voter = Browser::new(&town.router);
    voter.post(&format!("{link}/cast"), &[("choice", "1")]).await;
    let home = delegate.get("/home").await;
    assert!(home.has(&action) && home.has("继续投票"), "nobody but the device knows whether the ballot is in the box");
    let outcome = format!("href=\"/ballots/{id}\"");
    assert!(!delegate.get("/home").await.has(&outcome), "it is open");
    town.days(1);
    assert!(!delegate.get("/home").await.has("还等您参加的投票"));
    for reader in [&delegate, &other, &cast.chair] {
        let home = reader.get("/home").await;
        assert!(home.has("本单位的表决和选举结果") && home.has(&outcome), "{}", words(&home.html));
    }
    assert!(!cast.stranger.get("/home").await.has(&outcome), "of another employer");
}

/// ZJ-DM 10, 11: what is asked of a congress of a firm of 180 (40 women) stands beside the roll before it is published and
/// before it is closed; it holds nobody up.
#[tokio::test]
async fn a_roll_is_shown_beside_what_the_statute_asks_of_a_congress() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = before_the_congress(&town, &cast, "6").await;
    let path = format!("{case}/roll");
    let next = attribute_of(&cast.chair.get(&path).await.html, "name=\"next\" value");
    let send = async |by: &Browser, more: &[(&str, &str)]| {
        let fields = [&[("next", next.as_str()), ("names", "甲\n乙\n丙\n丁\n戊")][..], more].concat();
        by.post(&path, &fields).await
    };
    for wrong in ["6", "-1", "一"] {
        let page = send(&cast.chair, &[("women", wrong), ("step", "check")]).await;
        let kept = page.has(&format!("name=\"women\" value=\"{wrong}\""));
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has("不超过名册人数 5") && kept);
    }
    let figures = [("managers", "2"), ("women", "2"), ("step", "check")];
    let look = send(&cast.chair, &figures).await;
    for said in [
        "职工180人，职工代表5人",
        "职工代表至少40人",
        "其中中层以上管理人员2人",
        "最多1人",
        "其中女代表2人",
        "至少2人",
        "企业民主管理条例》第十条",
        "企业民主管理条例》第十一条",
        "不影响公布和关闭名册",
    ] {
        assert!(look.has(said), "{said}: {}", words(&look.html));
    }
    assert!(!look.has("残疾职工代表的比例") && !look.has("应当有被派遣劳动者"), "there are none");
    assert!(cast.chair.get(&path).await.has("还没有公布名册"), "a look publishes nothing");
    let published = [("managers", "2"), ("women", "2"), ("body", "congress"), ("step", "do")];
    assert_eq!(send(&cast.chair, &published).await.status, StatusCode::SEE_OTHER);
    let shown = cast.firm.get(&path).await;
    assert!(shown.has("职工代表至少40人") && shown.has("其中女代表2人"), "{}", words(&shown.html));
    let own = cast.chair.get(&path).await;
    assert!(own.has("name=\"managers\" value=\"2\""), "the next form begins with them");
    let close = format!("{path}/{next}/close");
    assert_eq!(
        cast.chair.post(&close, &[("compared", "on")]).await.status,
        StatusCode::SEE_OTHER,
        "never refused for it"
    );

    // ZJ-DM 7(2), ZJ-CC 24(2): an all-staff meeting is everybody.
    let next = attribute_of(&cast.chair.get(&path).await.html, "name=\"next\" value");
    let all = [("next", next.as_str()), ("names", "甲"), ("body", "all_staff"), ("step", "check")];
    let look = cast.chair.post(&path, &all).await;
    assert!(look.has("企业有职工180人，名册上1人") && look.has("不足100人的企业"), "{}", words(&look.html));
    assert!(!look.has("职工代表至少"));
}
