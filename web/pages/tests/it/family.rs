//! An agreement in force goes on: renewed, changed, rescinded, by pages and by programs, without script.

use accounts::Scope;
use axum::http::StatusCode;
use negotiation::Capacity;
use negotiation::state::{EndReason, Stage};
use serde_json::{Value, json};
use service::family::{Course, make_sure};
use uuid::Uuid;

use crate::api::Program;
use crate::browser::{Browser, Page, put, words};
use crate::hall;
use crate::support::{Cast, Town, USCC};
use crate::way::{adopts_and_signs, agrees, in_force, prepares, takes_effect};

fn id(path: &str) -> Uuid {
    path.trim_start_matches("/cases/").parse().unwrap()
}

fn form(parent: &str, kind: &str) -> String {
    format!("/cases/new?parent={}&kind={kind}", id(parent))
}

/// The path of the case that a receipt is about.
fn opened(receipt: &Page) -> String {
    let at = receipt.html.find("href=\"/cases/").unwrap() + 6;
    receipt.html[at..].split('"').next().unwrap().to_owned()
}

async fn stage(town: &Town, case: &str) -> Stage {
    let course = Course::read(&town.store, id(case)).await.unwrap().unwrap();
    course.negotiation().unwrap().stage.clone()
}

/// What the job does that works the outbox.
async fn outbox(town: &Town, child: &str) {
    make_sure(&town.desk, id(child)).await.unwrap();
}

fn complete(page: &Page) {
    assert_eq!(page.status, StatusCode::OK, "{}", words(&page.html));
    assert!(!page.has("〔"), "every text is there: {}", words(&page.html));
}

// ZJ-CC 30(3), CC22 38: within ninety days of the last day; the next text begins on the day after it.
#[tokio::test]
async fn an_agreement_is_renewed_and_ends_on_its_last_day() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let parent = in_force(&town, &cast).await;
    assert!(!cast.chair.get("/home").await.has("kind=renewal"), "not yet");
    town.days(290);
    assert!(cast.chair.get("/home").await.has("/cases/new?parent="));
    let page = cast.chair.get(&parent).await;
    complete(&page);
    for text in ["这份合同接下来怎么办", "2026年12月22日", "2027年3月22日", "《浙江省集体合同条例》"]
    {
        assert!(page.has(text), "{text}: {}", words(&page.html));
    }
    let above = Scope::Region("3307".to_owned());
    let above = town.person("above", "上级", &[Capacity::HigherUnion], above).await;
    let region = above.get("/region?show=expiring").await;
    assert!(region.has(&format!("{parent}#family")), "{}", words(&region.html));
    let seen = above.get(&parent).await;
    assert!(seen.has("id=\"family\"") && seen.has("2027年3月22日（周一）可以提出续订"), "{}", words(&seen.html));
    assert!(!seen.has("kind=renewal"), "there is a union: it opens for the workers");
    assert_eq!(above.get(&form(&parent, "renewal")).await.status, StatusCode::FORBIDDEN);
    let (asked, again) = (form(&parent, "renewal"), cast.firm.get(&form(&parent, "renewal")).await);
    complete(&again);
    let receipt = cast.chair.act(&asked, &[("employer.headcount", "165")]).await;
    let child = opened(&receipt);

    // A second one at once: neither begun nor, where its form was open already, recorded.
    let refused = cast.firm.get(&asked).await;
    assert!(refused.status == StatusCode::BAD_REQUEST && refused.has("已经有一个“续订”案件正在办理"));
    let fields = put(again.form(), &[("step", "check")]);
    let check = cast.firm.send("/cases/new", &fields).await;
    assert_eq!(check.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", words(&check.html));
    assert!(check.has("同一份合同同一时间只办一个"));
    let act = Uuid::now_v7().to_string();
    let fields = put(again.form(), &[("act", &act), ("step", "do")]);
    assert_eq!(cast.firm.send("/cases/new", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(town.store.case(id(&child)).await.unwrap().unwrap().employer_uscc, USCC);

    let (old, new) = (cast.chair.get(&parent).await, cast.chair.get(&child).await);
    assert!(old.has("续订案件正在办理") && old.has(&format!("href=\"{child}\"")));
    assert!(new.has("本案件续订原合同") && new.has(&format!("href=\"{parent}\"")));
    assert!(!old.has("kind=renewal") && old.has("kind=amendment"));

    prepares(&town, &cast, &child).await;
    let record = cast.chair.get(&format!("{child}/record")).await;
    assert!(record.has("要约的理由：合同即将到期，续订"), "{}", words(&record.html));
    agrees(&town, &cast, &child, "rise", &[("values.rise", "5")], "54").await;
    let text = cast.firm.get(&format!("{child}/text")).await;
    complete(&text);
    for part in ["自2027年3月23日起计算", "与上一份合同比较", "4.5%", "5%"] {
        assert!(text.has(part), "{part}: {}", words(&text.html));
    }
    adopts_and_signs(&cast, &child).await;
    takes_effect(&cast, &child).await;
    outbox(&town, &child).await;
    assert!(matches!(stage(&town, &parent).await, Stage::Effective(_)), "until its own last day");
    assert!(cast.chair.get(&parent).await.has("已经续订，新合同自2027年3月23日"));
    town.days(80);
    town.desk.strike(id(&parent)).await.unwrap();
    let Stage::Ended(ended) = stage(&town, &parent).await else { panic!("still in force") };
    assert_eq!((ended.reason, ended.on.to_string()), (EndReason::Expired, "2027-03-23".to_owned()));
    let Stage::Effective(next) = stage(&town, &child).await else { panic!("not in force") };
    assert_eq!(next.effect.term_to.to_string(), "2028-03-22");
    let late = cast.chair.get(&form(&parent, "renewal")).await;
    assert_eq!(late.status, StatusCode::BAD_REQUEST);
    assert!(late.has("不再有效"), "{}", words(&late.html));
}

// ZJ-CC 31–34: a change goes the whole way and takes the place of the text before it.
#[tokio::test]
async fn an_agreement_is_changed_within_its_term() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let parent = in_force(&town, &cast).await;
    town.days(10);
    let receipt = cast.firm.act(&form(&parent, "amendment"), &[("parent.ground", "agreement")]).await;
    let child = opened(&receipt);
    prepares(&town, &cast, &child).await;
    let draft = cast.chair.get(&format!("{child}/acts/table_draft")).await;
    assert!(draft.has("草案从原合同的全文开始"), "{}", words(&draft.html));
    let check = cast.chair.send(&draft.action(), &put(draft.form(), &[("step", "check")])).await;
    assert!(check.has("与上一份合同比较") && check.has("有变化的条款： 1"), "{}", words(&check.html));
    agrees(&town, &cast, &child, "rise", &[("values.rise", "6")], "54").await;
    let text = cast.chair.get(&format!("{child}/text")).await;
    assert!(text.has("与上一份合同比较") && text.has("自2026年3月23日起计算"), "{}", words(&text.html));
    adopts_and_signs(&cast, &child).await;
    takes_effect(&cast, &child).await;
    outbox(&town, &child).await;
    let Stage::Ended(ended) = stage(&town, &parent).await else { panic!("still in force") };
    assert_eq!(ended.reason, EndReason::Amended);
    let Stage::Effective(next) = stage(&town, &child).await else { panic!("not in force") };
    assert_eq!(next.effect.term_to.to_string(), "2027-03-22", "the last day stays");
    assert!(cast.chair.get(&parent).await.has("变更后的合同自"));
}

#[tokio::test]
async fn whoever_votes_on_a_change_sees_the_old_beside_the_new() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let parent = in_force(&town, &cast).await;
    town.days(10);
    let receipt = cast.firm.act(&form(&parent, "amendment"), &[("parent.ground", "agreement")]).await;
    let child = opened(&receipt);
    prepares(&town, &cast, &child).await;
    agrees(&town, &cast, &child, "rise", &[("values.rise", "6")], &hall::NAMES.len().to_string()).await;
    hall::closed_roll(&cast, &child, &hall::NAMES).await;
    let path = format!("{child}/ballots");
    let today = town.desk.now().date().to_string();
    let ballot = hall::opened(&cast, &path, &[("closes_on", &today)]).await;
    let links = hall::links(&cast.chair.post(&format!("{path}/{ballot}/links"), &[]).await);
    let voter = Browser::new(&town.router);
    for _ in 0..2 {
        let page = voter.get(&links[0]).await;
        for point in ["4.5% → 6%", "6,000.00元 → 6,360.00元"] {
            assert!(words(&page.html).contains(point), "{point}: {}", words(&page.html));
        }
        assert!(page.has("3,050.00 → 3,050.00"), "one's own pay, too: {}", words(&page.html));
    }
    let text = voter.get(&format!("{}/text", links[0])).await;
    assert!(text.has("附件1 岗位能级工资标准") && text.has("数控操作工"), "{}", words(&text.html));
}

// ZJ-CC 32(2), 33: a ground with its proof, the whole way, and the record with the bureau.
#[tokio::test]
async fn an_agreement_is_rescinded_and_recorded() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let parent = in_force(&town, &cast).await;
    town.days(10);
    let asked = form(&parent, "rescission");
    let page = cast.chair.get(&asked).await;
    complete(&page);
    let mut fields = page.form();
    fields.push(("step".to_owned(), "check".to_owned()));
    let missing = cast.chair.send("/cases/new", &fields).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY, "a ground is needed");
    assert!(missing.has("示例机械有限公司（虚构）"), "what stood there is kept");
    let filled = [("parent.ground", "force_majeure"), ("parent.proof", "@不可抗力的证明")];
    let receipt = cast.chair.act(&asked, &filled).await;
    let child = opened(&receipt);
    prepares(&town, &cast, &child).await;
    agrees(&town, &cast, &child, "rescission", &[], "54").await;
    let text = cast.chair.get(&format!("{child}/text")).await;
    assert!(text.has("因不可抗力，双方同意自本协议签订之日起解除"), "{}", words(&text.html));
    adopts_and_signs(&cast, &child).await;
    outbox(&town, &child).await;
    let Stage::Ended(ended) = stage(&town, &parent).await else { panic!("still in force") };
    assert_eq!(ended.reason, EndReason::Rescinded);
    assert!(cast.agent.get(&child).await.has("record_rescission"));
    cast.agent.act(&format!("{child}/acts/record_rescission"), &[("number", "人社解备2026年第1号（虚构）")]).await;
    complete(&cast.chair.get(&child).await);
}

#[tokio::test]
async fn pressing_twice_opens_once_and_strangers_open_nothing() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let parent = in_force(&town, &cast).await;
    let asked = form(&parent, "renewal");
    for (browser, status) in [(&cast.stranger, StatusCode::NOT_FOUND), (&cast.officer, StatusCode::FORBIDDEN)] {
        let page = browser.get(&asked).await;
        assert_eq!(page.status, status);
        assert!(!page.has("示例机械有限公司工会"));
    }
    for wrong in [form(&parent, "else"), asked.replace(&id(&parent).to_string(), &Uuid::now_v7().to_string())] {
        assert_eq!(cast.chair.get(&wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    assert!(!cast.officer.get(&parent).await.has("/cases/new?parent="));
    // Early, months before the window: noted, never refused.
    let mut fields = cast.chair.get(&asked).await.form();
    fields.push(("step".to_owned(), "check".to_owned()));
    let mut fields = cast.chair.send("/cases/new", &fields).await.form();
    fields.push(("step".to_owned(), "do".to_owned()));
    let send = async |browser: &Browser| browser.send("/cases/new", &fields).await;
    let (once, twice) = (send(&cast.chair).await, send(&cast.chair).await);
    assert_eq!((once.status, &once.location), (StatusCode::SEE_OTHER, &twice.location), "{}", words(&once.html));
    let course = Course::read(&town.store, id(&parent)).await.unwrap().unwrap();
    assert_eq!(course.negotiation().unwrap().children.len(), 1);
    assert_eq!(send(&cast.stranger).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_program_changes_an_agreement_and_names_nothing_that_the_server_knows() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let parent = in_force(&town, &cast).await;
    let (chair, stranger) = (Program::of(&town, "chair").await, Program::of(&town, "stranger").await);
    let path = format!("/opening?parent={}&kind=amendment", id(&parent));
    let asked = chair.get(&path).await;
    let field = |name: &str| -> Value {
        asked["fields"].as_array().unwrap().iter().find(|field| field["name"] == name).unwrap().clone()
    };
    let names: Vec<Value> =
        field("parent")["fields"].as_array().unwrap().iter().map(|field| field["name"].clone()).collect();
    assert_eq!(names, ["ground", "proof"], "what the server knows isn't asked for");
    assert_eq!(field("employer")["fields"][0]["value"], "示例机械有限公司（虚构）");

    let body = json!({ "fields": { "parent": { "ground": "agreement" } }, "prefilled": true }).to_string();
    stranger.ask("POST", &path, Some(Uuid::now_v7()), &body).await.problem(404);
    let preview = format!("/opening/preview?parent={}&kind=amendment", id(&parent));
    assert_eq!(chair.ask("POST", &preview, None, &body).await.status, 200);
    let key = Uuid::now_v7();
    let first = chair.ask("POST", &path, Some(key), &body).await;
    assert_eq!(first.status, 201, "{}", first.json());
    assert_eq!(chair.ask("POST", &path, Some(key), &body).await.json(), first.json());
    for (path, key) in [(&path, Some(Uuid::now_v7())), (&preview, None)] {
        let refused = chair.ask("POST", path, key, &body).await.problem(422);
        assert_eq!(refused["rule"], "CHILD-OPEN", "{refused}");
    }
    let typed =
        json!({ "fields": { "parent": { "ground": "agreement", "head": "0" } }, "prefilled": true }).to_string();
    chair.ask("POST", &path, Some(Uuid::now_v7()), &typed).await.problem(422);

    let (old, new) = (chair.get(&parent).await, chair.get(&format!("/cases/{key}")).await);
    assert_eq!(new["relatives"]["parent"]["case"], id(&parent).to_string());
    assert_eq!(old["relatives"]["children"][0]["case"], key.to_string());
    let ways: Vec<&Value> = old["relatives"]["ways"].as_array().unwrap().iter().map(|way| &way["kind"]).collect();
    assert_eq!(ways, ["renewal", "rescission"]);

    // As records hold it: the same answer as if the other's case weren't there.
    let line = &town.store.records_after(key, 0, 1).await.unwrap()[0];
    let record: Value = serde_json::from_slice(&line.bytes).unwrap();
    let as_recorded = |case: Uuid| {
        let command = record["data"]["command"].clone();
        json!({ "capacity": "union_chair", "case": case, "command": command }).to_string()
    };
    stranger.ask("POST", "/acts", Some(Uuid::now_v7()), &as_recorded(Uuid::now_v7())).await.problem(404);
    let again = chair.ask("POST", "/acts", Some(Uuid::now_v7()), &as_recorded(Uuid::now_v7())).await.problem(422);
    assert_eq!(again["rule"], "CHILD-OPEN");
}
