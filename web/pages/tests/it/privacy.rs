//! The notice on personal data: public, linked from where people say something of themselves, naming whoever answers.

use axum::http::StatusCode;
use pages::House;
use service::Operator;

use crate::browser::{Browser, words};
use crate::support::{Cast, Town};
use crate::way::talks;

// PIPL 17: name and contact, purpose, way, kinds, how long, rights and how to use them.
#[tokio::test]
async fn everybody_reads_who_handles_what_and_how_to_have_a_say() {
    let operator =
        Operator { contact: "0000-0000（虚构）".to_owned(), name: "示例市总工会（虚构）".to_owned() };
    let town = Town::of(House { operator, ..House::default() }).await;
    let page = Browser::new(&town.router).get("/privacy").await;
    assert_eq!(page.status, StatusCode::OK);
    for text in [
        "谁在处理",
        "处理哪些信息",
        "为什么处理",
        "怎么处理",
        "保存多久",
        "您的权利",
        "找谁办理",
        "由示例市总工会（虚构）运营",
        "0000-0000（虚构）",
    ] {
        assert!(page.has(text), "{text}: {}", words(&page.html));
    }
    assert!(!page.has("〔") && !page.has("待填写"), "{}", words(&page.html));
}

#[tokio::test]
async fn an_operator_who_said_nothing_is_a_blank_to_be_filled_in() {
    let town = Town::new().await;
    let page = Browser::new(&town.router).get("/privacy").await;
    for text in ["【待填写：运营者名称】", "【待填写：联系方式】", "[operator]"] {
        assert!(page.has(text), "{text}: {}", words(&page.html));
    }
}

#[tokio::test]
async fn it_is_linked_from_where_somebody_first_says_something_of_themselves() {
    let town = Town::new().await;
    let nobody = Browser::new(&town.router);
    for path in ["/", "/login", "/signup", "/join"] {
        let page = nobody.get(path).await;
        let main = page.html.split("<footer").next().unwrap();
        assert!(main.contains("href=\"/privacy\""), "{path}: {}", words(&page.html));
    }
    let cast = Cast::of(&town).await;
    let inbox = cast.firm.get("/inbox").await;
    assert!(inbox.html.split("<footer").next().unwrap().contains("href=\"/privacy\""), "beside what is accepted");
    assert!(cast.chair.get("/home").await.has("href=\"/privacy\""), "and below every page");
    let case = talks(&town, &cast).await;
    let page = cast.firm.get(&format!("{case}/acts/accept_platform")).await;
    assert!(page.html.split("<footer").next().unwrap().contains("href=\"/privacy\""), "{}", words(&page.html));
}
