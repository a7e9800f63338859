//! Workers come in: by the group's code, name and digits, or by a link of their own that opening doesn't use up.

use axum::http::StatusCode;

use crate::browser::{Browser, Page, words};
use crate::roster::{ROSTER, imports};
use crate::support::{Cast, Town};

const PEOPLE: &[&[&str]] = &[
    &["姓名", "手机", "工号", "职工代表"],
    &["李一", "13800000011", "1", "是"],
    &["王二", "13800000012", "2", ""],
    &["王二", "13800000013", "3", ""],
    &["没手机", "", "4", ""],
];

async fn with_people() -> (Town, Cast) {
    let town = Town::demo().await;
    let cast = Cast::of(&town).await;
    imports(&cast, PEOPLE).await;
    (town, cast)
}

/// The path on the poster.
async fn group(cast: &Cast) -> String {
    let poster = cast.chair.get(&format!("{ROSTER}/poster")).await;
    assert!(poster.has("<svg"), "{}", words(&poster.html));
    let code = poster.html.split("/w/").nth(1).unwrap().split('<').next().unwrap();
    format!("/w/{code}")
}

/// What the browser brings back with the digits.
fn challenge(page: &Page) -> String {
    let at = page.html.find("name=\"challenge\" value=\"").unwrap_or_else(|| panic!("{}", words(&page.html)));
    page.html[at + 24 - 1..].split('"').nth(1).map_or_else(String::new, str::to_owned)
}

async fn digits(town: &Town, phone: &str) -> String {
    let text = town.short(phone).await.unwrap();
    text.chars().filter(char::is_ascii_digit).take(6).collect()
}

/// Somebody of the roster comes in by the poster: name, what tells them from namesakes, the digits on their phone.
pub(crate) async fn comes_in(town: &Town, cast: &Cast, name: &str, mark: &str, phone: &str) -> Browser {
    let group = group(cast).await;
    let mut worker = Browser::new(&town.router);
    let sent = worker.post(&group, &[("name", name), ("mark", mark)]).await;
    let right = digits(town, phone).await;
    let entered = worker.post(&format!("{group}/in"), &[("challenge", &challenge(&sent)), ("digits", &right)]).await;
    assert_eq!(entered.location.as_deref(), Some("/mine"), "{}", words(&entered.html));
    worker.keep(&entered);
    worker
}

#[tokio::test]
async fn a_worker_comes_in_by_poster_name_and_digits() {
    let (town, cast) = with_people().await;
    let group = group(&cast).await;
    let mut worker = Browser::new(&town.router);
    assert!(worker.get(&group).await.has("获取短信验证码"));
    let empty = worker.post(&group, &[("name", " ")]).await;
    assert!(empty.status == 422 && empty.has("href=\"#name\""));
    let sent = worker.post(&group, &[("name", "李一")]).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", words(&sent.html));
    let (challenge, digits) = (challenge(&sent), digits(&town, "13800000011").await);
    assert!(!sent.has(&digits), "the digits are on the phone only");
    let other = Browser::new(&town.router);
    let stolen = other.post(&format!("{group}/in"), &[("challenge", &"0".repeat(64)), ("digits", &digits)]).await;
    assert_eq!(stolen.status, 422, "digits without the browser that asked");
    let wrong = worker.post(&format!("{group}/in"), &[("challenge", &challenge), ("digits", "12 34")]).await;
    assert!(wrong.status == 422 && wrong.has(&challenge), "{}", words(&wrong.html));
    let entered = worker.post(&format!("{group}/in"), &[("challenge", &challenge), ("digits", &digits)]).await;
    assert_eq!(entered.location.as_deref(), Some("/mine"), "{}", words(&entered.html));
    worker.keep(&entered);
    assert!(worker.get("/mine").await.has("李一"), "the roster's name");
    let again = worker.post(&format!("{group}/in"), &[("challenge", &challenge), ("digits", &digits)]).await;
    assert_eq!(again.status, 422, "digits count once");
    town.minutes(60 * 24 * 60);
    assert_eq!(worker.get("/mine").await.status, StatusCode::OK, "two months on, on one's own phone");
    let page = worker.get("/account").await;
    assert!(page.has("13800000011") && page.has("退出这个设备"));
    worker.post("/account/sessions", &[("session", "all")]).await;
    assert_eq!(worker.get("/mine").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn nobody_learns_who_is_on_a_roster_and_namesakes_are_told_apart() {
    let (town, cast) = with_people().await;
    let group = group(&cast).await;
    let nobody = Browser::new(&town.router);
    for (name, mark) in [("查无此人", ""), ("王二", ""), ("王二", "9"), ("没手机", "")] {
        let page = nobody.post(&group, &[("name", name), ("mark", mark)]).await;
        assert!(page.status == StatusCode::OK && page.has("如果姓名在名册上"), "{name} {mark}");
    }
    assert_eq!(town.short("13800000012").await, None);
    nobody.post(&group, &[("name", "王二"), ("mark", "0013")]).await;
    assert!(town.short("13800000013").await.is_some() && town.short("13800000012").await.is_none());
    nobody.post(&group, &[("name", "王二"), ("mark", "2")]).await;
    assert!(town.short("13800000012").await.is_some());
    assert_eq!(nobody.get("/w/0000").await.status, StatusCode::NOT_FOUND);
    let old = group;
    cast.chair.post(&format!("{ROSTER}/group"), &[]).await;
    assert_eq!(nobody.get(&old).await.status, StatusCode::NOT_FOUND, "a new poster makes the old one void");
}

#[tokio::test]
async fn digits_end_and_are_tried_a_few_times_for_each_person_alone() {
    let (town, cast) = with_people().await;
    let group = group(&cast).await;
    let browser = Browser::new(&town.router);
    let sent = browser.post(&group, &[("name", "李一")]).await;
    let soon = browser.post(&group, &[("name", "李一")]).await;
    assert!(soon.status == 422 && soon.has("刚刚已经发过"), "{}", words(&soon.html));
    let (first, right) = (challenge(&sent), digits(&town, "13800000011").await);
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(browser.post(&format!("{group}/in"), &[("challenge", &first), ("digits", wrong)]).await.status, 422);
    }
    let spent = browser.post(&format!("{group}/in"), &[("challenge", &first), ("digits", &right)]).await;
    assert_eq!(spent.status, 422, "tried too often");
    // Everybody else behind the same address comes in all the same.
    let sent = browser.post(&group, &[("name", "王二"), ("mark", "2")]).await;
    let right = digits(&town, "13800000012").await;
    let entered = browser.post(&format!("{group}/in"), &[("challenge", &challenge(&sent)), ("digits", &right)]).await;
    assert_eq!(entered.location.as_deref(), Some("/mine"), "{}", words(&entered.html));
    // And so does she, with new digits.
    town.minutes(2);
    let sent = browser.post(&group, &[("name", "李一")]).await;
    let right = digits(&town, "13800000011").await;
    town.minutes(11);
    let late = browser.post(&format!("{group}/in"), &[("challenge", &challenge(&sent)), ("digits", &right)]).await;
    assert_eq!(late.status, 422, "after ten minutes");
    for _ in 0..4 {
        town.minutes(2);
        assert_eq!(browser.post(&group, &[("name", "李一")]).await.status, StatusCode::OK);
    }
    town.minutes(2);
    let often = browser.post(&group, &[("name", "李一")]).await;
    assert!(often.status == 422 && often.has("一小时内最多"), "{}", words(&often.html));
}

#[tokio::test]
async fn a_link_lets_one_person_in_once_and_opening_it_changes_nothing() {
    let (town, cast) = with_people().await;
    let check = cast.chair.post(&format!("{ROSTER}/invite"), &[]).await;
    assert!(check.has("<dd>3</dd>"), "{}", words(&check.html));
    assert_eq!(town.short("13800000011").await, None, "a look sends nothing");
    let done = cast.chair.post(&format!("{ROSTER}/invite"), &[("step", "do")]).await;
    assert_eq!(done.location.as_deref(), Some(format!("{ROSTER}?done=invite&count=3").as_str()));
    let twice = cast.chair.post(&format!("{ROSTER}/invite"), &[("step", "do")]).await;
    assert_eq!(twice.location.as_deref(), Some(format!("{ROSTER}?done=invite&count=0").as_str()), "once a minute");
    let text = town.short("13800000011").await.unwrap();
    let token: String = text.split("/i/").nth(1).unwrap().chars().take_while(char::is_ascii_alphanumeric).collect();
    for path in ["", "?done=invite&count=3", "/poster", "/letters"] {
        let page = cast.chair.get(&format!("{ROSTER}{path}")).await;
        assert!(page.status == StatusCode::OK && !page.has("/i/") && !page.has(&token), "{path}");
    }
    let link = format!("/i/{token}");
    let mut worker = Browser::new(&town.router);
    for _ in 0..3 {
        let page = worker.get(&link).await;
        assert!(page.status == StatusCode::OK && page.has("李*") && !page.has("李一"), "{}", words(&page.html));
        assert!(page.session.is_none());
    }
    let entered = worker.post(&link, &[]).await;
    assert_eq!(entered.location.as_deref(), Some("/mine"), "{}", words(&entered.html));
    worker.keep(&entered);
    assert!(worker.get("/mine").await.has("示例") || worker.get("/mine").await.has("91330784MA0DEM0056"));
    for page in [worker.get(&link).await, worker.post(&link, &[]).await] {
        assert!(page.status == StatusCode::GONE && page.has("扫单位的二维码"), "{}", words(&page.html));
    }
    let text = town.short("13800000012").await.unwrap();
    let late: String = text.split("/i/").nth(1).unwrap().chars().take_while(char::is_ascii_alphanumeric).collect();
    town.minutes(15 * 24 * 60);
    assert_eq!(worker.get(&format!("/i/{late}")).await.status, StatusCode::GONE);
    assert_eq!(worker.post(&format!("/i/{late}"), &[]).await.status, StatusCode::GONE);
    for nonsense in ["/i/x", "/i/%00", "/i/../home"] {
        assert!(worker.get(nonsense).await.status.is_client_error(), "{nonsense}");
    }
}

#[tokio::test]
async fn a_letter_holds_no_secret_and_the_outbox_is_the_demonstrations() {
    let (town, cast) = with_people().await;
    let letters = cast.chair.get(&format!("{ROSTER}/letters")).await;
    assert!(letters.has("没手机") && letters.has("<svg") && !letters.has("/i/"), "{}", words(&letters.html));
    let group = group(&cast).await;
    cast.stranger.post(&group, &[("name", "李一")]).await;
    cast.chair.post(&format!("{ROSTER}/invite"), &[("step", "do")]).await;
    let outbox = Browser::new(&town.router).get("/demo/outbox").await;
    let code = digits(&town, "13800000012").await;
    assert!(outbox.has("13800000011") && outbox.has("href=\"/i/"), "{code}: {}", words(&outbox.html));
    let real = Town::new().await;
    assert_eq!(Browser::new(&real.router).get("/demo/outbox").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_erased_person_is_out_at_once() {
    let (town, cast) = with_people().await;
    let group = group(&cast).await;
    let mut worker = Browser::new(&town.router);
    let sent = worker.post(&group, &[("name", "李一")]).await;
    let right = digits(&town, "13800000011").await;
    let entered = worker.post(&format!("{group}/in"), &[("challenge", &challenge(&sent)), ("digits", &right)]).await;
    worker.keep(&entered);
    assert_eq!(worker.get("/mine").await.status, StatusCode::OK);
    let roster = cast.chair.get(ROSTER).await;
    let person = roster.html.split(&format!("action=\"{ROSTER}/people/")).nth(1).unwrap().split('"').next().unwrap();
    cast.chair.post(&format!("{ROSTER}/people/{person}"), &[("what", "erase"), ("step", "do")]).await;
    assert_eq!(worker.get("/mine").await.status, StatusCode::SEE_OTHER);
    town.minutes(2);
    let page = worker.post(&group, &[("name", "李一")]).await;
    assert!(page.has("如果姓名在名册上"));
}

#[tokio::test]
async fn a_changed_phone_ends_what_was_open_and_the_old_one_hears_of_it() {
    let (town, cast) = with_people().await;
    let group = group(&cast).await;
    let mut worker = Browser::new(&town.router);
    let sent = worker.post(&group, &[("name", "李一")]).await;
    let right = digits(&town, "13800000011").await;
    let entered = worker.post(&format!("{group}/in"), &[("challenge", &challenge(&sent)), ("digits", &right)]).await;
    worker.keep(&entered);
    let roster = cast.chair.get(ROSTER).await;
    let person = roster.html.split(&format!("action=\"{ROSTER}/people/")).nth(1).unwrap().split('"').next().unwrap();
    let path = format!("{ROSTER}/people/{person}");
    assert!(cast.chair.post(&path, &[("what", "phone")]).await.has("李一"));
    for (phone, text) in [("123", "不是手机号"), ("13800000012", "另一个人")] {
        let page = cast.chair.post(&path, &[("what", "phone"), ("step", "do"), ("phone", phone)]).await;
        assert!(page.status == 422 && page.has(text) && page.has(phone), "{}", words(&page.html));
    }
    let new = [("what", "phone"), ("step", "do"), ("phone", "13800000099")];
    assert_eq!(cast.firm.post(&path, &new).await.status, StatusCode::FORBIDDEN);
    assert_eq!(cast.chair.post(&path, &new).await.status, StatusCode::SEE_OTHER);
    assert!(town.short("13800000011").await.unwrap().contains("138****0099"));
    assert_eq!(worker.get("/mine").await.status, StatusCode::SEE_OTHER);
    town.minutes(2);
    worker.post(&group, &[("name", "李一")]).await;
    assert!(town.short("13800000099").await.is_some());
}

#[tokio::test]
async fn a_forgotten_password_is_set_anew_by_a_link_on_the_phone() {
    let (town, cast) = with_people().await;
    cast.chair.post("/account", &[("phone", "13800000001")]).await;
    let mut somebody = Browser::new(&town.router);
    for (login, phone) in [("chair", "13800000002"), ("nobody", "13800000001"), ("", "13800000001")] {
        let page = somebody.post("/recover", &[("login", login), ("phone", phone)]).await;
        assert!(page.has("如果账号和手机号一致"), "{login}");
    }
    assert_eq!(town.short("13800000001").await, None);
    let page = somebody.post("/recover", &[("login", "chair"), ("phone", "1380")]).await;
    assert!(page.status == 422 && page.has("value=\"chair\""), "{}", words(&page.html));
    somebody.post("/recover", &[("login", " Chair"), ("phone", "138 0000 0001")]).await;
    let text = town.short("13800000001").await.unwrap();
    let token: String = text.split("/r/").nth(1).unwrap().chars().take_while(char::is_ascii_alphanumeric).collect();
    let link = format!("/r/{token}");
    assert!(somebody.get(&link).await.has("“chair”") && somebody.get(&link).await.has("保存新密码"));
    let short = somebody.post(&link, &[("password", "short")]).await;
    assert!(short.status == 422 && short.has("href=\"#password\""), "{}", words(&short.html));
    let set = somebody.post(&link, &[("password", "a new sentence")]).await;
    assert_eq!(set.location.as_deref(), Some("/login"), "{}", words(&set.html));
    assert_eq!(cast.chair.get("/home").await.status, StatusCode::SEE_OTHER, "other sessions end");
    assert_eq!(somebody.sign_in("chair", "a new sentence").await.status, StatusCode::SEE_OTHER);
    assert_eq!(somebody.get(&link).await.status, StatusCode::GONE);
    assert_eq!(somebody.post(&link, &[("password", "another one")]).await.status, StatusCode::GONE);
}
