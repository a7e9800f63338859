//! What the workers want: asked with a poster, answered once a person, read by their side only, taken into the offer.

use accounts::Scope;
use axum::http::StatusCode;
use negotiation::Capacity;

use crate::browser::{Browser, words};
use crate::roster::{ROSTER, imports};
use crate::support::{Cast, Town, USCC};

const PEOPLE: &[&[&str]] = &[&["姓名", "手机"], &["李一", "13800000011"], &["王二", "13800000012"]];

/// Somebody of the roster, signed in by their link.
async fn worker(town: &Town, phone: &str) -> Browser {
    let text = town.short(phone).await.unwrap();
    let token: String = text.split("/i/").nth(1).unwrap().chars().take_while(char::is_ascii_alphanumeric).collect();
    let mut worker = Browser::new(&town.router);
    let entered = worker.post(&format!("/i/{token}"), &[]).await;
    worker.keep(&entered);
    worker
}

#[tokio::test]
async fn workers_say_what_they_want_once_each_and_nobody_sees_who() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let list = format!("/surveys/{USCC}");
    assert!(cast.chair.get(&list).await.has("还没有征集过诉求"));
    for title in ["", "\u{202e}x", &"长".repeat(61)] {
        let page = cast.chair.post(&list, &[("title", title)]).await;
        assert_eq!(page.status, 422, "{title}");
    }
    let opened = cast.chair.post(&list, &[("title", "今年工资怎么谈")]).await;
    let survey = opened.location.unwrap();
    assert!(cast.chair.get(&survey).await.has("还没有诉求"));
    let poster = cast.chair.get(&format!("{survey}/poster")).await;
    let code = poster.html.split("/s/").nth(1).unwrap().split('<').next().unwrap();
    let form = format!("/s/{code}");

    imports(&cast, PEOPLE).await;
    let nobody = Browser::new(&town.router);
    assert!(nobody.get(&form).await.has("还没有准备好"), "no way in yet");
    cast.chair.get(&format!("{ROSTER}/poster")).await;
    let to = nobody.get(&form).await.location.unwrap();
    assert!(to.starts_with("/w/") && to.ends_with(&format!("?next={form}")), "{to}");
    assert!(nobody.get(&to).await.has(&format!("value=\"{form}\"")));
    assert_eq!(nobody.post(&form, &[("topics", "rise")]).await.status, StatusCode::SEE_OTHER);

    cast.chair.post(&format!("{ROSTER}/invite"), &[("step", "do")]).await;
    let (first, second) = (worker(&town, "13800000011").await, worker(&town, "13800000012").await);
    assert!(first.get("/mine").await.has("今年工资怎么谈"));
    let empty = first.post(&form, &[("words", " ")]).await;
    assert!(empty.status == 422 && empty.has("href=\"#topics\""), "{}", words(&empty.html));
    let long = "长".repeat(501);
    let page = first.post(&form, &[("topics", "rest"), ("words", &long)]).await;
    assert!(page.status == 422 && page.has(&long) && page.has("value=\"rest\" checked"), "kept");
    let answer = [("topics", "rise"), ("topics", "overtime"), ("topics", "nonsense"), ("words", "<b>夜班补贴</b>")];
    assert!(first.post(&form, &answer).await.has("您的诉求已经收到"));
    assert!(first.post(&form, &answer).await.has("您的诉求已经收到"), "pressing twice says the same");
    assert!(first.get(&form).await.has("已经填写"));
    second.post(&form, &[("topics", "rise")]).await;

    let page = cast.chair.get(&survey).await;
    assert!(page.has("&#60;b&#62;夜班补贴") && page.has("<td>2</td><td>100%</td>"), "{}", words(&page.html));
    assert!(page.has("<td>1</td><td>50%</td>") && !page.has("李一") && !page.has("nonsense"));
    for (who, status) in [(&cast.firm, 403), (&cast.agent, 403), (&cast.officer, 404), (&cast.stranger, 404)] {
        assert_eq!(who.get(&list).await.status, status);
        let page = who.get(&survey).await;
        assert!(page.status.is_client_error() && !page.has("夜班"), "{}", page.status);
        assert!(who.post(&survey, &[("step", "do")]).await.status.is_client_error());
    }

    let case = cast.case().await;
    let page = cast.chair.get(&survey).await;
    let to = page.html.split("href=\"").find(|rest| rest.contains("/offer/")).unwrap().split('"').next().unwrap();
    assert!(to.ends_with(case.trim_start_matches("/cases/")));
    let offer = cast.chair.get(to).await;
    assert!(
        offer.has("工资增长") && offer.has("2 人中有 2 人提出") && offer.has("加班和加班费"),
        "{}",
        words(&offer.html)
    );

    let check = cast.chair.post(&survey, &[]).await;
    assert!(check.has("结束后不能再填写"));
    cast.chair.post(&survey, &[("step", "do")]).await;
    assert!(cast.chair.get(&survey).await.has("已结束"));
    assert!(!first.get("/mine").await.has("今年工资怎么谈"));
}

#[tokio::test]
async fn a_demonstration_is_furnished_once() {
    let town = Town::demo().await;
    let cast = Cast::of(&town).await;
    let federation = town.person("fed", "上级", &[Capacity::HigherUnion], Scope::Region("3399".to_owned())).await;
    for _ in 0..2 {
        town.furnish("chair", USCC).await;
    }
    let roster = cast.chair.get(ROSTER).await;
    assert!(roster.has("<dd>24</dd>") && roster.has("<dd>5</dd>"), "{}", words(&roster.html));
    let surveys = cast.chair.get(&format!("/surveys/{USCC}")).await;
    assert_eq!(surveys.html.matches("<strong>今年工资怎么谈</strong>").count(), 1);
    assert!(surveys.has("已填写人数 5"), "{}", words(&surveys.html));
    assert!(federation.get("/organisations").await.has("示例电子有限公司（虚构）"));
}
