//! Before somebody confirms what binds, the check page shows what that is: the text, the minutes, and what signing means.

use axum::http::StatusCode;
use ledger::Digest;
use negotiation::Stage;
use serde_json::{Value, json};
use service::family::Course;

use crate::api::Program;
use crate::browser::{Browser, Page, put, words};
use crate::support::{Cast, Town};
use crate::way::{DRAFT, adopts_and_signs, before_the_congress, talks};

/// The check page of an act, filled in like this.
async fn check(who: &Browser, case: &str, command: &str, filled: &[(&str, &str)]) -> Page {
    let form = who.get(&format!("{case}/acts/{command}")).await;
    assert_eq!(form.status, StatusCode::OK, "{}", words(&form.html));
    let mut fields = put(form.form(), filled);
    fields.push(("step".to_owned(), "check".to_owned()));
    let page = who.send(&form.action(), &fields).await;
    assert!(!page.has("〔"), "every text is there: {}", words(&page.html));
    page
}

/// The title and the fingerprint of the text under way, in groups of eight.
async fn text_of(town: &Town, case: &str) -> (String, String) {
    let id = case.trim_start_matches("/cases/").parse().unwrap();
    let course = Course::read(&town.store, id).await.unwrap().unwrap();
    let n = course.negotiation().unwrap();
    let draft = if let Stage::Negotiating(_, draft) = &n.stage {
        draft.as_ref().map(|draft| &draft.text)
    } else {
        n.stage.text()
    };
    let text = draft.unwrap();
    (text.terms.title.clone(), grouped(text.digest))
}

fn grouped(digest: Digest) -> String {
    let hex: Vec<char> = digest.to_string().chars().collect();
    hex.chunks(8).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

fn shows(page: &Page, texts: &[&str]) {
    assert_eq!(page.status, StatusCode::OK, "{}", words(&page.html));
    for text in texts {
        assert!(page.has(text), "{text}: {}", words(&page.html));
    }
}

// ZJ-CC 22: the minutes bind once both chiefs have confirmed them, so each sees them first.
#[tokio::test]
async fn who_confirms_minutes_reads_them_and_who_initials_a_draft_sees_which() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = talks(&town, &cast).await;
    let acts = |command: &str| format!("{case}/acts/{command}");
    cast.chair.act(&acts("open_session"), &[("chair", "employer"), ("recorder.name", "纪云")]).await;
    let speak = format!("{case}/acts/table_position?clause=rise");
    cast.firm.act(&speak, &[("values.rise", "4.5")]).await;
    cast.chair.act(&format!("{case}/acts/accept_position?clause=rise"), &[]).await;
    cast.chair.act(&acts("close_session"), &[("summary", "年度增长达成一致。")]).await;
    let minutes = check(&cast.chair, &case, "confirm_minutes", &[]).await;
    let all = ["第1次会议的纪要", "二楼会议室", "纪云", "沈秋禾", "唐景行", "4.5%", "已经一致", "年度增长达成一致。"];
    shows(&minutes, &all);
    for browser in [&cast.chair, &cast.firm] {
        browser.act(&acts("confirm_minutes"), &[]).await;
    }

    cast.chair.act(&acts("table_draft"), &DRAFT).await;
    let (title, print) = text_of(&town, &case).await;
    let initials = check(&cast.firm, &case, "initial_draft", &[]).await;
    shows(&initials, &[&title, &print, &format!("href=\"{case}/text\"")]);
}

// ESL 13, 14: whoever signs online is told what that means, and types their own name.
#[tokio::test]
async fn who_signs_online_sees_the_text_the_consent_and_types_their_own_name() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = before_the_congress(&town, &cast, "54").await;
    adopts(&cast, &case).await;
    let (title, print) = text_of(&town, &case).await;

    let missing = check(&cast.firm, &case, "sign", &[]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.has("网上签字要输入您自己的姓名") && missing.has("id=\"signatory-error\""));
    assert!(missing.has("aria-describedby=\"signatory-error signatory-hint\" aria-invalid=\"true\""), "said with it");
    let other = check(&cast.firm, &case, "sign", &[("signatory", "沈秋禾")]).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.has("value=\"沈秋禾\"") && other.has("登录的账号是唐景行的"), "{}", words(&other.html));

    let page = check(&cast.firm, &case, "sign", &[("signatory", "唐 景行")]).await;
    let consent = ["《中华人民共和国电子签名法》第十三条", "第十四条", "同等的法律效力", "唐 景行"];
    shows(&page, &[&[title.as_str(), &print][..], &consent].concat());
    assert!(page.has(&format!("href=\"{case}/text\"")), "and the whole of it");

    // By hand: printed, compared, signed with a pen; no name is typed here.
    let by_hand = check(&cast.firm, &case, "sign", &[("method", "handwritten")]).await;
    shows(&by_hand, &[&title, &print, "手写签名"]);
    assert!(!by_hand.has("同意网上签字"));
    cast.firm.act(&format!("{case}/acts/sign"), &[("method", "handwritten")]).await;
    cast.chair.act(&format!("{case}/acts/sign"), &[("signatory", "沈秋禾")]).await;
}

/// The name is asked for again when the act is handed in, whatever came before.
#[tokio::test]
async fn nobody_gets_round_the_name_by_handing_in_at_once() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = before_the_congress(&town, &cast, "54").await;
    adopts(&cast, &case).await;
    let form = cast.firm.get(&format!("{case}/acts/sign")).await;
    let mut fields = form.form();
    fields.push(("step".to_owned(), "do".to_owned()));
    let done = cast.firm.send(&form.action(), &fields).await;
    assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY);

    let firm = Program::of(&town, "firm").await;
    let path = format!("{case}/acts/sign");
    let form = firm.get(&path).await;
    let names: Vec<&Value> = form["fields"].as_array().unwrap().iter().map(|field| &field["name"]).collect();
    assert_eq!(names, ["method", "sealed", "signatory"]);
    let (_, print) = text_of(&town, &case).await;
    let would = |name: &str| json!({ "fields": { "signatory": name }, "prefilled": true }).to_string();
    let preview = firm.ask("POST", &format!("{path}/preview"), None, &would("唐景行")).await;
    assert_eq!(preview.status, 200, "{}", preview.json());
    let lines = preview.json()["lines"].as_array().unwrap().clone();
    assert!(lines.iter().any(|line| line["text"] == print), "{lines:?}");
    assert!(lines.iter().any(|line| line["text"] == format!("{case}/text")), "a program gets the address");
    let none = firm.act(&path, &json!({})).await;
    assert_eq!(none.status, 422, "{}", none.json());
    let wrong = firm.act(&path, &json!({ "signatory": "沈秋禾" })).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.json().to_string().contains("signatory"), "{}", wrong.json());
    assert_eq!(firm.act(&path, &json!({ "signatory": "唐景行" })).await.status, 201);
}

/// Act on paper: the pen has signed, nobody types a name for somebody else.
#[tokio::test]
async fn a_signature_on_paper_asks_for_no_name() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = before_the_congress(&town, &cast, "54").await;
    adopts(&cast, &case).await;
    let form = cast.agent.get(&format!("{case}/acts/enter_paper?pick=sign")).await;
    assert_eq!(form.status, StatusCode::OK, "{}", words(&form.html));
    assert!(form.has("name=\"act.method\"") && !form.has("signatory"), "{}", words(&form.html));
}

/// The congress adopts.
async fn adopts(cast: &Cast, case: &str) {
    let vote = [
        ("present", "50"),
        ("issued", "50"),
        ("returned", "50"),
        ("yes", "46"),
        ("no", "3"),
        ("abstain", "1"),
        ("scrutineers.0.name", "夏清和"),
        ("scrutineers.1.name", "宁致远"),
        ("protocol", "@计票报告"),
    ];
    cast.clerk.act(&format!("{case}/acts/record_vote"), &vote).await;
}

/// What is filed, published and copied is named on the check page too.
#[tokio::test]
async fn what_is_confirmed_by_its_hash_later_is_named_as_well() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = before_the_congress(&town, &cast, "54").await;
    adopts_and_signs(&cast, &case).await;
    let (title, print) = text_of(&town, &case).await;
    let page = check(&cast.agent, &case, "file", &[]).await;
    shows(&page, &[&title, &print]);
}
