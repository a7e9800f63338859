//! The interface for programs: the same rights, the same words, the same acts as the pages, as JSON.

use accounts::Scope;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use ledger::Digest;
use negotiation::Capacity;
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;

use crate::support::{Cast, Town, UNION, USCC};
use crate::way::filed;

/// A program with a token of its own.
pub(crate) struct Program<'a> {
    token: String,
    town: &'a Town,
}

pub(crate) struct Answer {
    body: Vec<u8>,
    kind: String,
    pub(crate) status: u16,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&self.body)))
    }

    /// What was refused, as a problem with words.
    pub(crate) fn problem(&self, status: u16) -> Value {
        let problem = self.json();
        assert_eq!((self.status, self.kind.as_str()), (status, "application/problem+json"), "{problem}");
        assert_eq!(problem["status"], status);
        for part in ["title", "detail", "type"] {
            let text = problem[part].as_str().unwrap();
            assert!(!text.is_empty() && !text.contains('〔'), "{part}: {problem}");
        }
        problem
    }
}

impl Program<'_> {
    pub(crate) async fn of<'a>(town: &'a Town, login: &str) -> Program<'a> {
        let account = town.accounts.by_login(login).await.unwrap().unwrap();
        let session = town.accounts.sign_in_as(account.id).await.unwrap();
        let signed = town.accounts.signed_in(&session.0).await.unwrap().unwrap();
        let token = town.accounts.make_token(&signed, "测试", 1).await.unwrap().0;
        Program { token, town }
    }

    pub(crate) async fn ask(&self, method: &str, path: &str, key: Option<Uuid>, body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key.to_string());
        }
        answer(self.town, request.body(Body::from(body.to_owned())).unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let answer = self.ask("GET", path, None, "").await;
        let value = answer.json();
        assert_eq!(answer.status, 200, "{path}: {value}");
        assert!(!value.to_string().contains('〔'), "{path}: every text is there: {value}");
        value
    }

    /// Gives an act by the fields of its form.
    pub(crate) async fn act(&self, path: &str, fields: &Value) -> Answer {
        let body = json!({ "fields": fields, "prefilled": true }).to_string();
        self.ask("POST", path, Some(Uuid::now_v7()), &body).await
    }
}

async fn answer(town: &Town, request: Request<Body>) -> Answer {
    let answer = town.router.clone().oneshot(request).await.unwrap();
    let status = answer.status().as_u16();
    let kind = answer.headers().get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned());
    let body = answer.into_body().collect().await.unwrap().to_bytes().to_vec();
    Answer { body, kind: kind.unwrap_or_default(), status }
}

fn opening() -> Value {
    json!({
        "region": "330784",
        "employer": {
            "name": "示例机械有限公司（虚构）", "uscc": USCC, "address": "示例市示例路1号", "headcount": 180, "female": 40,
            "dispatched": 0, "legal_rep": { "name": "唐景行" },
        },
        "union": {
            "name": "示例机械有限公司工会（虚构）", "uscc": UNION, "address": "示例市示例路1号", "chair": { "name": "沈秋禾" },
        },
    })
}

#[tokio::test]
async fn a_program_opens_a_case_and_offers_and_a_repetition_does_nothing_twice() {
    let town = Town::new().await;
    let _cast = Cast::of(&town).await;
    let chair = Program::of(&town, "chair").await;
    let key = Uuid::now_v7();
    let body = json!({ "fields": opening(), "prefilled": true }).to_string();
    let would = chair.ask("POST", "/opening/preview", None, &body).await;
    assert_eq!(would.status, 200, "{}", would.json());
    assert!(!would.json()["entries"].as_array().unwrap().is_empty());
    assert!(chair.get("/cases").await["cases"].as_array().unwrap().is_empty(), "a preview records nothing");
    let first = chair.ask("POST", "/opening", Some(key), &body).await;
    assert_eq!(first.status, 201, "{}", first.json());
    assert_eq!((first.json()["case"].as_str().unwrap(), &first.json()["seq"]), (key.to_string().as_str(), &json!(1)));
    let again = chair.ask("POST", "/opening", Some(key), &body).await;
    assert_eq!((again.status, again.json()), (201, first.json()));
    let case = format!("/cases/{key}");
    let firm = Program::of(&town, "firm").await;
    assert_eq!(firm.act(&format!("{case}/acts/accept_platform"), &json!({})).await.status, 201);

    let form = chair.get(&format!("{case}/acts/issue_offer")).await;
    let names: Vec<&str> =
        form["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["basis", "topics", "meeting_on", "place"]);
    let fields = json!({
        "basis": "annual", "meeting_on": "2026-03-16", "place": "二楼会议室",
        "topics": [{ "title": "年度增长", "demand": "月平均工资增长百分之六。" }],
    });
    let (key, body) = (Uuid::now_v7(), json!({ "fields": fields }).to_string());
    let path = format!("{case}/acts/issue_offer");
    let offered = chair.ask("POST", &path, Some(key), &body).await;
    assert_eq!(offered.status, 201, "{}", offered.json());
    let again = chair.ask("POST", &path, Some(key), &body).await;
    assert_eq!((again.status, again.json()), (201, offered.json()));
    chair.ask("POST", &format!("{case}/acts/withdraw"), Some(key), r#"{"fields":{"reason":"x"}}"#).await.problem(409);

    let seen = chair.get(&case).await;
    assert_eq!(seen["stage"], "awaiting_reply");
    assert!(seen["owes"][0]["text"].as_str().unwrap().contains("2026年"), "a whole sentence: {}", seen["owes"]);
    let duties = chair.get(&format!("{case}/duties")).await;
    assert_eq!(duties[0]["sentence"], seen["owes"][0]["text"]);
    let record = chair.get(&format!("{case}/record")).await;
    assert_eq!(record.as_array().unwrap().len(), 3);
    assert_eq!(chair.get(&format!("{case}/records/3")).await, record[2]);
}

#[tokio::test]
async fn what_is_wrong_is_said_as_a_problem() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let chair = Program::of(&town, "chair").await;
    let path = format!("{case}/acts/issue_offer");
    chair.ask("POST", &path, None, "{}").await.problem(400);
    let old = "f47ac10b-58cc-4372-a567-0e02b2c3d479".parse().unwrap();
    chair.ask("POST", &path, Some(old), "{}").await.problem(400);
    for body in ["", "{", "[]", "{}{}", r#"{"surprise":1}"#, r#"{"fields":3}"#] {
        chair.ask("POST", &path, Some(Uuid::now_v7()), body).await.problem(400);
    }
    let empty = chair.ask("POST", &path, Some(Uuid::now_v7()), "{}").await.problem(422);
    let errors = empty["errors"].as_array().unwrap();
    assert!(errors.iter().any(|error| error["field"] == "place" && error["name"] == "地点"), "{empty}");
    let unknown = r#"{"prefilled":true,"fields":{"price":1}}"#;
    let unknown = chair.ask("POST", &path, Some(Uuid::now_v7()), unknown).await.problem(422);
    assert_eq!(unknown["errors"][0]["field"], "price");
    let refused = chair.act(&format!("{case}/acts/withdraw"), &json!({ "reason": "另行安排" })).await.problem(422);
    for part in ["rule", "found", "required", "remedy"] {
        assert!(!refused[part].as_str().unwrap().is_empty(), "{part}: {refused}");
    }
    assert_eq!(refused["rule"], "STAGE-withdraw");
    chair.ask("GET", "/cases/nonsense", None, "").await.problem(400);
    chair.ask("GET", "/nowhere", None, "").await.problem(404);
    chair.ask("DELETE", "/me", None, "").await.problem(405);
    let mut other = opening();
    other["employer"]["uscc"] = json!("91339907MA971X0Q8Y");
    chair.act("/opening", &other).await.problem(403);
    let head = json!({ "hash": "0".repeat(64), "seq": 1 });
    let stale = json!({ "prefilled": true, "fields": {}, "expected_head": head }).to_string();
    chair.ask("POST", &format!("{case}/acts/accept_platform"), Some(Uuid::now_v7()), &stale).await.problem(409);
}

#[tokio::test]
async fn nobody_asks_without_a_token_or_a_session_of_their_own() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let bare = |path: &str| Request::get(format!("/api/v1{path}")).body(Body::empty()).unwrap();
    answer(&town, bare("/me")).await.problem(401);
    let stranger = Program::of(&town, "stranger").await;
    stranger.ask("GET", &case, None, "").await.problem(404);
    let ended = Program { token: format!("xxs_{}", "0".repeat(64)), town: &town };
    ended.ask("GET", "/me", None, "").await.problem(401);
    let token = town.token("both", "某人", &[Capacity::WorkerRep], Scope::Employer(USCC.to_owned())).await;
    let cookie = format!("xinxieshang={token}");
    let by_cookie = Request::get("/api/v1/me").header(header::COOKIE, &cookie).body(Body::empty()).unwrap();
    assert_eq!(answer(&town, by_cookie).await.json()["login"], "both");
    let both = Request::get("/api/v1/me").header(header::COOKIE, &cookie).header(header::AUTHORIZATION, "Bearer wrong");
    answer(&town, both.body(Body::empty()).unwrap()).await.problem(401);
    let elsewhere = Request::post(format!("/api/v1{case}/acts/request_data"))
        .header(header::COOKIE, &cookie)
        .header("sec-fetch-site", "cross-site")
        .header(header::ORIGIN, "https://elsewhere.example")
        .header("idempotency-key", Uuid::now_v7().to_string());
    answer(&town, elsewhere.body(Body::from("{}")).unwrap()).await.problem(403);
}

#[tokio::test]
async fn every_reading_of_the_pages_is_there_as_data() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = filed(&town, &cast).await;
    let officer = Program::of(&town, "officer").await;
    assert_eq!(officer.get("/me").await["queue"], true);
    let queue = officer.get("/queue").await;
    assert_eq!((&queue["all"], queue["rows"][0]["employer"].as_str()), (&json!(1), Some("示例机械有限公司（虚构）")));
    let review = officer.get(&format!("{case}/review")).await;
    assert!(review["checks"].as_array().unwrap().iter().any(|check| check["rule"] == "CHK-MINWAGE-STRICT"));
    let chair = Program::of(&town, "chair").await;
    let board = chair.get(&format!("{case}/board")).await;
    assert!(
        board["clauses"].as_array().unwrap().iter().any(|clause| clause["id"] == "rise" && clause["state"] == "agreed")
    );
    assert_eq!(board["gaps"][0]["offers"][0]["side"], "employer");
    assert!(!chair.get(&format!("{case}/text")).await["chapters"].as_array().unwrap().is_empty());
    assert!(chair.get(&format!("{case}/key")).await["points"].to_string().contains("4.5%"));
    assert!(chair.get(&format!("{case}/documents")).await.as_array().unwrap().is_empty(), "no press in this test");
    let facts = chair.get(&format!("{case}/correct")).await;
    assert!(facts["may"] == true && !facts["choices"].as_array().unwrap().is_empty(), "{facts}");
    let papers = chair.get(&format!("{case}/paper")).await;
    assert!(papers["choices"].as_array().unwrap().iter().any(|choice| choice["pick"] == "record_service"), "{papers}");
    let scan = "扫描件".as_bytes();
    let path = format!("{case}/files/{}", Digest::sha256(scan));
    chair.ask("PUT", &path, None, "别的内容").await.problem(422);
    assert_eq!(chair.ask("PUT", &path, None, "扫描件").await.status, 204);
    let file = chair.ask("GET", &path, None, "").await;
    assert_eq!((file.kind.as_str(), file.body.as_slice()), ("application/octet-stream", scan));
    let with = json!({ "capacity": "employer_agent", "case": case.trim_start_matches("/cases/"),
        "command": { "name": "request_data", "with": { "items": ["工资总额"] } } });
    let agent = Program::of(&town, "agent").await;
    let refused = agent.ask("POST", "/acts", Some(Uuid::now_v7()), &with.to_string()).await;
    assert_eq!(refused.status, 403, "{}", refused.json());
    let mut as_chair = with;
    as_chair["capacity"] = json!("worker_chief");
    agent.ask("POST", "/acts", Some(Uuid::now_v7()), &as_chair.to_string()).await.problem(403);
    let refused = chair.ask("POST", "/acts", Some(Uuid::now_v7()), &as_chair.to_string()).await.problem(422);
    assert_eq!(refused["rule"], "STAGE-request_data", "the right person, the wrong time");
}

#[tokio::test]
async fn the_description_says_everything_in_words_and_the_page_shows_it() {
    let town = Town::new().await;
    let request = Request::get("/api/openapi.json").body(Body::empty()).unwrap();
    let document = answer(&town, request).await.json();
    assert_eq!(document["openapi"], "3.1.0");
    let text = document.to_string();
    assert!(
        !text.contains('〔'),
        "{}",
        text.split('〔').skip(1).map(|rest| rest.split('〕').next().unwrap()).collect::<Vec<_>>().join(" ")
    );
    let operations: usize =
        document["paths"].as_object().unwrap().values().map(|item| item.as_object().unwrap().len()).sum();
    let listed = pages::routes::rows().into_iter().filter(|row| row.path.starts_with("/api/v1/")).count();
    assert_eq!(operations, listed);
    let refs: Vec<&str> =
        text.split("#/components/schemas/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for name in refs {
        assert!(document["components"]["schemas"][name].is_object(), "{name}");
    }
    assert!(document["components"]["schemas"]["Act.issue_offer"]["properties"]["topics"].is_object());
    let page = crate::browser::Browser::new(&town.router).get("/api").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("/api/v1/cases/{case}/acts/{command}") && page.has("ReceiptView") && !page.has("〔"));
    assert!(!page.has("http://") && !page.has("https://"), "nothing from outside");
}

#[tokio::test]
async fn what_is_confidential_is_read_by_the_bound_and_every_reading_is_noted() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let talks = crate::way::talks(&town, &cast).await;
    let given = [("item", "data"), ("points", "2025年工资总额"), ("materials", "@工资总额三百万元")];
    cast.firm.act(&format!("{talks}/acts/disclose"), &given).await;
    let page = cast.chair.get(&talks).await;
    let at = page.html.find(&format!("{talks}/files/")).expect("the chair sees it");
    let path = page.html[at..].split('"').next().unwrap().to_owned();
    assert!(!path.ends_with(&Digest::sha256("工资总额三百万元".as_bytes()).to_string()), "the commitment is salted");
    assert!(!cast.agent.get(&talks).await.has("/files/"), "the agent isn't told of it");
    assert_eq!(cast.agent.get(&path).await.status, StatusCode::FORBIDDEN);
    let none = cast.chair.get(&format!("{talks}/reads")).await;
    assert!(none.has("还没有人查阅过"), "{}", none.html);
    assert_eq!(cast.chair.get(&path).await.html, "工资总额三百万元");
    let program = Program::of(&town, "firm").await;
    assert_eq!(program.ask("GET", &path, None, "").await.body, "工资总额三百万元".as_bytes());
    let log = cast.firm.get(&format!("{talks}/reads")).await;
    assert!(log.has("沈秋禾") && log.has("唐景行") && log.has(path.rsplit('/').next().unwrap()), "{}", log.html);
    let told = program.get(&format!("{talks}/reads")).await;
    assert_eq!((told.as_array().unwrap().len(), told[1]["name"].as_str()), (2, Some("沈秋禾")));
    assert_eq!(cast.agent.get(&format!("{talks}/reads")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_token_is_shown_once_and_revoked_on_its_page() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let wrong = cast.chair.post("/tokens", &[("name", "工资系统"), ("days", "400")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.has("role=\"alert\"") && wrong.has("value=\"工资系统\"") && wrong.has("value=\"400\""),
        "{}",
        wrong.html
    );
    let made = cast.chair.post("/tokens", &[("name", "工资系统"), ("days", "30")]).await;
    let token = made.html.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let program = Program { token, town: &town };
    assert_eq!(program.get("/me").await["login"], "chair");
    let list = cast.chair.get("/tokens").await;
    assert!(list.has("工资系统") && !list.has(&program.token) && !list.has("〔"), "{}", list.html);
    let id = list.html.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    cast.firm.post("/tokens/revoke", &[("id", &id)]).await;
    assert_eq!(program.get("/me").await["login"], "chair", "nobody revokes another's");
    cast.chair.post("/tokens/revoke", &[("id", &id)]).await;
    program.ask("GET", "/me", None, "").await.problem(401);
}
