//! A roll from the roster: filled in, changed, published; whoever stands on it comes in by their phone and finds the vote.

use axum::http::StatusCode;

use crate::browser::{Browser, Page, words};
use crate::coming::comes_in;
use crate::hall::{attribute_of, opened};
use crate::roster::{ROSTER, imports};
use crate::support::{Cast, Town};
use crate::way::before_the_congress;

const PEOPLE: &[&[&str]] = &[
    &["姓名", "手机", "工号", "岗位", "选区", "性别", "职工代表"],
    &["李一", "13800000011", "1", "焊工", "一班", "女", "是"],
    &["王二", "13800000012", "2", "钳工", "二班", "男", "是"],
    &["王二", "13800000013", "3", "电工", "二班", "", "是"],
    &["赵三", "13800000014", "4", "搬运", "二班", "男", ""],
];

/// What stands in the list of names.
fn names(page: &Page) -> Vec<String> {
    let text = page.html.split("<textarea id=\"names\"").nth(1).unwrap_or_else(|| panic!("{}", words(&page.html)));
    let text = text.split('>').nth(1).unwrap().split("</textarea").next().unwrap();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

struct Desk {
    case: String,
    cast: Cast,
    town: Town,
}

impl Desk {
    async fn new() -> Self {
        let town = Town::new().await;
        let cast = Cast::of(&town).await;
        let case = before_the_congress(&town, &cast, "3").await;
        Self { case, cast, town }
    }

    async fn send(&self, by: &Browser, fields: &[(&str, &str)]) -> Page {
        let path = format!("{}/roll", self.case);
        let next = attribute_of(&self.cast.chair.get(&path).await.html, "name=\"next\" value");
        by.post(&path, &[&[("next", next.as_str())][..], fields].concat()).await
    }

    async fn closes(&self) {
        let path = format!("{}/roll", self.case);
        for by in [&self.cast.chair, &self.cast.clerk] {
            let page = by.get(&path).await;
            let action = page.html.split("action=\"").find(|rest| rest.contains("/close\"")).unwrap().to_owned();
            let close = action.split('"').next().unwrap().to_owned();
            assert_eq!(by.post(&close, &[("compared", "on")]).await.status, StatusCode::SEE_OTHER);
        }
    }
}

#[tokio::test]
async fn delegates_come_from_the_roster_and_find_the_vote_by_their_phone() {
    let desk = Desk::new().await;
    let empty = desk.cast.chair.get(&format!("{}/roll", desk.case)).await;
    assert!(empty.has("花名册还是空的") && !empty.has("fill-congress"), "{}", words(&empty.html));
    imports(&desk.cast, PEOPLE).await;
    let form = desk.cast.chair.get(&format!("{}/roll", desk.case)).await;
    assert!(form.has("从花名册填入职工代表（3 人）") && form.has("从花名册填入全体职工（4 人）"));

    // What else was typed stays; what the roster doesn't say isn't made up.
    let filled = desk.send(&desk.cast.chair, &[("names", "旧的"), ("managers", "1"), ("step", "fill-congress")]).await;
    let lines = ["李一（一班）", "王二（二班，2）", "王二（二班，3）"];
    assert_eq!(names(&filled), lines, "{}", words(&filled.html));
    assert!(filled.has("已从花名册填入 3 人") && filled.has("其中 1 人在花名册上没有填性别"));
    assert!(filled.has("name=\"managers\" value=\"1\"") && filled.has("name=\"women\" value=\"\""));
    assert!(!filled.has("1380000") && !filled.has("焊工"), "phones and posts stay on the roster");
    assert!(desk.cast.chair.get(&format!("{}/roll", desk.case)).await.has("还没有公布名册"));

    let mine = format!("{}\n外来的", lines.join("\n"));
    let look = desk.send(&desk.cast.chair, &[("names", &mine), ("step", "check")]).await;
    assert!(look.has("其中 3 人有账号或者在花名册上") && look.has("另外 1 人"), "{}", words(&look.html));
    let twice = format!("{mine}\n李一");
    let refused = desk.send(&desk.cast.chair, &[("names", &twice), ("step", "do")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("“李一（一班）”和“李一”是花名册上的同一个人"), "{}", words(&refused.html));
    assert_eq!(desk.send(&desk.cast.chair, &[("names", &mine), ("step", "do")]).await.status, StatusCode::SEE_OTHER);
    let seen = desk.cast.firm.get(&format!("{}/roll", desk.case)).await;
    assert!(seen.has("王二（二班，3）") && !seen.has("1380000") && !seen.has("fill-congress") && !seen.has(ROSTER));
    desk.closes().await;
    let id = opened(&desk.cast, &format!("{}/ballots", desk.case), &[]).await;

    // They come in for the first time after the vote was opened.
    let worker = comes_in(&desk.town, &desk.cast, "王二", "3", "13800000013").await;
    let action = format!("action=\"/ballots/{id}/mine\"");
    for path in ["/mine", "/home"] {
        let page = worker.get(path).await;
        assert!(page.has(&action) && page.has("还等您参加的投票"), "{path}: {}", words(&page.html));
    }
    let link = worker.post(&format!("/ballots/{id}/mine"), &[]).await.location.unwrap();
    let start = desk.cast.stranger.get(&link).await;
    assert!(start.has("王*") && !start.has("王二"), "{}", words(&start.html));
    let cast = worker.post(&format!("{link}/cast"), &[("choice", "0")]).await;
    assert!(cast.has("您的选票已在票箱里"), "{}", words(&cast.html));
    let register = desk.town.store.ballot_register(desk.case.rsplit('/').next().unwrap().parse().unwrap(), id).await;
    let marks: Vec<bool> = register.unwrap().unwrap().marks().map(|mark| mark != ballot::Mark::Nothing).collect();
    assert_eq!(marks, [false, false, true, false], "the one with the number 3, not the one of the same name");

    // Somebody of the same roster who isn't on the roll finds nothing, until it has ended: then everybody sees how.
    let other = comes_in(&desk.town, &desk.cast, "赵三", "", "13800000014").await;
    let home = other.get("/mine").await;
    assert!(!home.has(&action) && !home.has(&format!("/ballots/{id}")), "{}", words(&home.html));
    assert!(other.post(&format!("/ballots/{id}/mine"), &[]).await.has("不在这次投票的名册上"));
    desk.town.days(1);
    let home = other.get("/mine").await;
    assert!(
        home.has(&format!("href=\"/ballots/{id}\"")) && home.has("本单位的表决和选举结果"),
        "{}",
        words(&home.html)
    );
    assert!(other.get(&format!("/ballots/{id}")).await.has("收回 1 张"));
}

/// Whoever has a phone gets one message with their own link; the notice stands wherever they look for the vote.
#[tokio::test]
async fn the_notice_of_the_meeting_reaches_everybody_with_a_phone() {
    let desk = Desk::new().await;
    imports(&desk.cast, PEOPLE).await;
    let names = "李一（一班）\n王二（二班，3）\n外来的";
    assert_eq!(desk.send(&desk.cast.chair, &[("names", names), ("step", "do")]).await.status, StatusCode::SEE_OTHER);
    desk.closes().await;
    let path = format!("{}/ballots", desk.case);
    let form = desk.cast.chair.get(&path).await;
    assert!(form.has("name=\"meets_on\" value=\"2026-03-"), "the day that was submitted: {}", words(&form.html));
    let place = "三楼会议室";
    let without_day = [("meets_in", place), ("closes_on", "2026-03-23"), ("closes_at", "17:00"), ("kind", "draft")];
    let fields = |more: &[(&'static str, &'static str)]| {
        let hidden = ["ballot", "roll"].map(|name| (name, attribute_of(&form.html, &format!("name=\"{name}\" value"))));
        let more = more.iter().map(|(name, value)| (*name, (*value).to_owned()));
        hidden.into_iter().chain(more).collect::<Vec<_>>()
    };
    let given = fields(&without_day);
    let sent: Vec<(&str, &str)> = given.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = desk.cast.chair.post(&path, &sent).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.has("请填写开会日期"));
    assert_eq!(desk.town.short("13800000011").await, None, "nothing is opened yet");

    let meeting = [("meets_on", "2026-03-23"), ("meets_at", "14:00"), ("meets_in", place)];
    let id = opened(&desk.cast, &path, &meeting).await;
    let [first, second] =
        [desk.town.short("13800000011").await.unwrap(), desk.town.short("13800000013").await.unwrap()];
    assert_eq!(desk.town.short("13800000012").await, None, "who isn't on the roll");
    let told = "2026年3月23日（周一） 14:00，三楼会议室";
    for text in [&first, &second] {
        assert!(text.contains(told) && text.contains(&format!("/v/{id}/")), "{text}");
    }
    let link = |text: &str| text[text.find("/v/").unwrap()..].trim().to_owned();
    assert_ne!(link(&first), link(&second));
    let start = desk.cast.stranger.get(&link(&second)).await;
    assert!(start.has("王*") && start.has(told), "{}", words(&start.html));
    let all = desk.town.desk.store().short_newest(uuid::Uuid::max(), 100).await.unwrap();
    let due: Vec<_> =
        all.iter().filter(|short| short.text.as_ref().is_some_and(|text| text.0.contains("/v/"))).collect();
    assert_eq!(due.len(), 2, "one each");

    // The one without a phone gets a link from the office, and those that went out stay good.
    let page = desk.cast.chair.get(&format!("{path}/{id}")).await;
    assert!(page.has("只给还没有链接的人生成（1）") && page.has(told), "{}", words(&page.html));
    let sheet = desk.cast.chair.post(&format!("{path}/{id}/links?only=unlinked"), &[]).await;
    assert!(sheet.has("外来的") && !sheet.has("李一") && sheet.has(told), "{}", words(&sheet.html));
    assert_eq!(desk.cast.stranger.get(&link(&first)).await.status, StatusCode::OK);
    let worker = comes_in(&desk.town, &desk.cast, "王二", "3", "13800000013").await;
    let home = worker.get("/home").await;
    assert!(home.has(told), "{}", words(&home.html));
}

/// An all-staff meeting is everybody, whoever isn't a delegate too: they stand for nothing in the case, and vote all the same.
#[tokio::test]
async fn everybody_comes_from_the_roster_for_an_all_staff_meeting() {
    let desk = Desk::new().await;
    imports(&desk.cast, PEOPLE).await;
    let filled = desk.send(&desk.cast.clerk, &[("step", "fill-all_staff")]).await;
    assert_eq!(names(&filled).len(), 4);
    assert!(filled.has("value=\"all_staff\" checked") && !filled.has("没有填性别"), "{}", words(&filled.html));
    let lines = names(&filled).join("\n");
    let publish = [("names", lines.as_str()), ("body", "all_staff"), ("step", "do")];
    assert_eq!(desk.send(&desk.cast.clerk, &publish).await.status, StatusCode::SEE_OTHER);
    desk.closes().await;
    let id = opened(&desk.cast, &format!("{}/ballots", desk.case), &[]).await;
    let worker = comes_in(&desk.town, &desk.cast, "赵三", "", "13800000014").await;
    assert_eq!(worker.get(&desk.case).await.status, StatusCode::NOT_FOUND, "the case isn't theirs to see");
    let link = worker.post(&format!("/ballots/{id}/mine"), &[]).await.location.unwrap();
    assert!(worker.post(&format!("{link}/cast"), &[("choice", "1")]).await.has("您的选票已在票箱里"));
}

#[tokio::test]
async fn only_whoever_keeps_the_roster_fills_a_roll_from_it() {
    let desk = Desk::new().await;
    imports(&desk.cast, PEOPLE).await;
    for who in [&desk.cast.firm, &desk.cast.agent] {
        let refused = desk.send(who, &[("step", "fill-all_staff")]).await;
        assert!(refused.status == StatusCode::FORBIDDEN && !refused.has("李一"), "{}", words(&refused.html));
    }
    let stranger = desk.send(&desk.cast.stranger, &[("step", "fill-all_staff")]).await;
    assert!(stranger.status == StatusCode::NOT_FOUND && !stranger.has("李一"));
}

/// No article sets days for challenges: the announced last day is published, and whoever closes before it is told.
#[tokio::test]
async fn the_announced_last_day_for_challenges_warns_and_refuses_nothing() {
    let desk = Desk::new().await;
    for wrong in ["2026-03-01", "明天"] {
        let page = desk.send(&desk.cast.chair, &[("names", "甲\n乙"), ("until", wrong), ("step", "check")]).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has("今天或者以后的日期"), "{wrong}");
        assert!(page.has(&format!("name=\"until\" value=\"{wrong}\"")), "what was typed is kept");
    }
    let fields = [("names", "甲\n乙"), ("until", "2026-03-24")];
    let look = desk.send(&desk.cast.chair, &[&fields[..], &[("step", "check")]].concat()).await;
    assert!(look.has("name=\"until\" value=\"2026-03-24\""), "{}", words(&look.html));
    desk.send(&desk.cast.chair, &[&fields[..], &[("step", "do")]].concat()).await;
    let path = format!("{}/roll", desk.case);
    let page = desk.cast.chair.get(&path).await;
    assert!(desk.cast.firm.get(&path).await.has("异议截止日：2026年3月24日"), "{}", words(&page.html));
    assert!(page.has("现在还没有过") && page.has("name=\"regardless\""));
    let action = page.html.split("action=\"").find(|rest| rest.contains("/close\"")).unwrap().to_owned();
    let close = action.split('"').next().unwrap();
    let early = desk.cast.chair.post(close, &[("compared", "on")]).await;
    assert!(early.status == StatusCode::UNPROCESSABLE_ENTITY && early.has("仍要提前关闭的"), "{}", words(&early.html));
    let regardless = [("compared", "on"), ("regardless", "on")];
    assert_eq!(desk.cast.chair.post(close, &regardless).await.status, StatusCode::SEE_OTHER);
    desk.town.days(2);
    assert!(!desk.cast.clerk.get(&path).await.has("name=\"regardless\""), "the day is over");
    assert_eq!(desk.cast.clerk.post(close, &[("compared", "on")]).await.status, StatusCode::SEE_OTHER);
}
