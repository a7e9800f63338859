//! Every path × everybody: whoever isn't signed in, each capacity of the case, and the same capacities of another company
//! or another region, compared with the list from which the router is built.

use accounts::Scope;
use accounts::access::PEOPLE;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use ledger::Digest;
use messages::Catalogue;
use negotiation::command::{DocumentKind, RecordDocument, SystemCommand};
use negotiation::{Act, Actor, Capacity, Command, Facts};
use pages::routes::{Row, Who, page, rows};
use serde_json::json;
use store::{Document, Submission, Template};
use tower::ServiceExt;
use uuid::Uuid;

use crate::support::{Cast, Town, USCC};
use crate::way::filed;

/// An act that both sides may give, of those that have a form.
const COMMAND: &str = "request_data";
const AGAIN: &str = "cargo run -p pages --example routes_page > docs/routes.md";

/// What an answer says about whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// They may go there, whatever came of it.
    In,
    /// They have to sign in first.
    SignIn,
    /// Others may.
    Forbidden,
    /// There is no such thing, as far as they are told.
    Missing,
}

/// Somebody who asks.
pub(crate) struct Asker {
    pub(crate) capacity: Option<Capacity>,
    pub(crate) here: bool,
    pub(crate) token: String,
}

impl Asker {
    /// What the list says.
    fn expected(&self, who: Who) -> &'static [Verdict] {
        use Verdict::{Forbidden, In, Missing, SignIn};
        let Some(capacity) = self.capacity else {
            return match who {
                Who::Anyone => &[In],
                Who::Link => &[In, Missing, SignIn],
                Who::Half
                | Who::SignedIn
                | Who::InCase(_)
                | Who::GaveOr(_)
                | Who::Act
                | Who::NamedAct
                | Who::Office(_)
                | Who::Employer(_)
                | Who::Appointer
                | Who::Giver(_) => &[SignIn],
            };
        };
        let has = who.capacities(COMMAND).contains(&capacity);
        match who {
            Who::Anyone | Who::Half | Who::SignedIn => &[In],
            // Offices above an employer are strangers to what is its own.
            Who::Employer(_) if self.here && has => &[In],
            Who::Employer(_) => &[Forbidden, Missing],
            Who::Appointer if self.here && has => &[In],
            Who::Appointer => &[Missing],
            Who::Giver(_) if !self.here => &[Missing],
            Who::Giver(_) if has => &[In, Missing],
            Who::Giver(_) => &[Forbidden],
            Who::Office(_) if has => &[In],
            Who::Office(_) => &[Forbidden],
            // The links of the test are made up: whoever comes with one is told so, and asked for nothing else.
            Who::Link => &[In, Missing],
            Who::InCase(_) | Who::GaveOr(_) | Who::Act | Who::NamedAct if !self.here => &[Missing],
            Who::InCase(_) | Who::GaveOr(_) | Who::Act | Who::NamedAct if has => &[In],
            Who::InCase(_) | Who::GaveOr(_) | Who::Act | Who::NamedAct => &[Forbidden],
        }
    }
}

/// Places for which the test makes nothing: whoever may go there may be told that there is no such thing.
const MADE_UP: [(&str, &str); 10] = [
    ("{ballot}", "01900000-0000-7000-8000-000000000001"),
    ("{code}", "abcdefgh"),
    ("{id}", "01900000-0000-7000-8000-000000000002"),
    ("{link}", "abcdefgh"),
    ("{list}", "01900000-0000-7000-8000-000000000003"),
    ("{person}", "01900000-0000-7000-8000-000000000004"),
    ("{purpose}", "licence"),
    ("{roll}", "01900000-0000-7000-8000-000000000006"),
    ("{survey}", "01900000-0000-7000-8000-000000000005"),
    ("{token}", "abcdefgh"),
];

/// What stands in the places of a path.
struct Places {
    case: String,
    file: String,
    sha256: String,
}

impl Places {
    fn fill(&self, path: &str) -> String {
        let fields = [
            ("{case}", self.case.as_str()),
            ("{file}", &self.file),
            ("{sha256}", &self.sha256),
            ("{seq}", "1"),
            ("{number}", "D01-0001"),
            ("{version}", "1"),
            ("{command}", COMMAND),
            ("{act}", "object"),
            ("{employer}", USCC),
        ];
        let path = fields.iter().chain(&MADE_UP).fold(path.to_owned(), |path, (name, value)| path.replace(name, value));
        assert!(!path.contains('{'), "the test doesn't know what stands in {path}");
        path
    }
}

/// A request as somebody who may go there would make it, as far as the way in looks.
pub(crate) fn request(row: &Row, path: &str, asker: &Asker, case: &str) -> Request<Body> {
    let mut request = Request::builder().method(row.method.clone()).uri(path);
    let api = path.starts_with("/api/");
    if !asker.token.is_empty() {
        request = request.header(header::COOKIE, format!("xinxieshang={}", asker.token));
    }
    if row.method == Method::GET {
        return request.body(Body::empty()).unwrap();
    }
    if api {
        request = request.header("idempotency-key", Uuid::now_v7().to_string());
        let body = if row.who == Who::NamedAct {
            let capacity = asker.capacity.unwrap_or(Capacity::UnionChair);
            let command = json!({ "name": COMMAND, "with": { "items": ["工资总额"] } });
            json!({ "capacity": capacity, "case": case, "command": command }).to_string()
        } else {
            "{}".to_owned()
        };
        return request.body(Body::from(body)).unwrap();
    }
    if path.contains("/acts/") || path == "/cases/new" {
        let kind = "multipart/form-data; boundary=edge";
        let body = "--edge\r\ncontent-disposition: form-data; name=\"step\"\r\n\r\ncheck\r\n--edge--\r\n";
        return request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap();
    }
    request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::empty()).unwrap()
}

pub(crate) async fn verdict(town: &Town, request: Request<Body>) -> Verdict {
    let answer = town.router.clone().oneshot(request).await.unwrap();
    let to = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
    assert!(!answer.status().is_server_error(), "{}", answer.status());
    let status = answer.status();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    match status {
        StatusCode::UNAUTHORIZED => Verdict::SignIn,
        // Who is in their capacity but not, say, on the list of representatives is refused by the engine.
        StatusCode::FORBIDDEN if String::from_utf8_lossy(&body).contains("\"type\":\"refused\"") => Verdict::In,
        StatusCode::FORBIDDEN => Verdict::Forbidden,
        StatusCode::NOT_FOUND => Verdict::Missing,
        _ if to.starts_with("/login") => Verdict::SignIn,
        _ => Verdict::In,
    }
}

/// The system records a paper, so that there is one to read.
pub(crate) async fn with_paper(town: &Town, case: Uuid, kind: DocumentKind, number: &str, data: &[u8]) {
    let document = Document { data: data.to_vec(), pdf: b"%PDF-1.7".to_vec() };
    let template = Template { name: "offer.typ".to_owned(), bytes: b"#set page()".to_vec() };
    let digest = template.sha256();
    town.desk.chore(store::Chore::Template(template)).await.unwrap();
    let record = RecordDocument {
        data: document.data_digest(),
        fonts: Vec::new(),
        kind,
        number: number.to_owned(),
        pdf: document.pdf_digest(),
        template: digest,
        typst: "0.15".to_owned(),
        version: 1,
    };
    let command = Command::System(SystemCommand::RecordDocument(record));
    let at = town.desk.now();
    let act = Act { act: Uuid::now_v7(), actor: Actor::system(), at, case, command, facts: Facts::default() };
    let submission = Submission { document: Some(document), ..Submission::new(act) };
    town.desk.submit(submission).await.unwrap();
}

/// Everybody: once in the case, once of another company or region, and nobody.
async fn everybody(town: &Town) -> Vec<Asker> {
    let mut all = vec![Asker { capacity: None, here: false, token: String::new() }];
    for (n, capacity) in PEOPLE.into_iter().enumerate() {
        let regional = matches!(capacity, Capacity::HrssOfficer | Capacity::HigherUnion | Capacity::Instructor);
        for here in [true, false] {
            let scope = match (regional, here) {
                (true, true) => Scope::Region("330784".to_owned()),
                (true, false) => Scope::Region("3301".to_owned()),
                (false, true) => Scope::Employer(USCC.to_owned()),
                (false, false) => Scope::Employer("91339907MA971X0Q8Y".to_owned()),
            };
            let login = format!("asker-{n}-{here}");
            let token = town.token(&login, "某人", &[capacity], scope).await;
            all.push(Asker { capacity: Some(capacity), here, token });
        }
    }
    all
}

#[tokio::test]
async fn every_path_lets_in_whom_the_list_names_and_nobody_else() {
    let town = Town::new().await;
    town.keep_law().await;
    let cast = Cast::of(&town).await;
    let case = filed(&town, &cast).await.trim_start_matches("/cases/").to_owned();
    with_paper(&town, case.parse().unwrap(), DocumentKind::OfferLetter, "D01-0001", b"{}").await;
    let front = crate::browser::Browser::new(&town.router).get("/").await.html;
    let file = front.split("/static/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let places = Places { case: case.clone(), file, sha256: Digest::sha256("计票报告".as_bytes()).to_string() };
    let askers = everybody(&town).await;
    // Whoever signs out can't be asked again.
    let (last, first): (Vec<Row>, Vec<Row>) = rows().into_iter().partition(|row| row.path == "/logout");
    let mut wrong = Vec::new();
    let mut asked = 0;
    for row in first.iter().chain(&last).filter(|row| !row.demo) {
        let path = places.fill(&row.path);
        for asker in &askers {
            let found = verdict(&town, request(row, &path, asker, &case)).await;
            let expected = asker.expected(row.who);
            let made_up = MADE_UP.iter().any(|(name, _)| row.path.contains(name));
            asked += 1;
            let excused = made_up && found == Verdict::Missing && (asker.capacity.is_some() || row.who == Who::Anyone);
            if !expected.contains(&found) && !excused {
                let who = asker.capacity.map_or("nobody", Capacity::name);
                let here = if asker.here { "here" } else { "elsewhere" };
                wrong.push(format!("{} {path}: {who} {here}: {found:?}, expected {expected:?}", row.method));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(asked > 1_500, "{asked}");
}

#[tokio::test]
async fn paths_of_a_demonstration_are_there_only() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let demo: Vec<Row> = rows().into_iter().filter(|row| row.demo).collect();
    assert!(!demo.is_empty());
    for row in demo {
        let path = row.path.replace("{login}", "chair");
        let status = if row.method == Method::GET {
            cast.chair.get(&path).await.status
        } else {
            cast.chair.post(&path, &[]).await.status
        };
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn no_path_stands_twice_and_the_committed_page_is_what_the_code_makes() {
    let all = rows();
    for (n, row) in all.iter().enumerate() {
        let again = all.iter().skip(n + 1).find(|other| (&other.method, &other.path) == (&row.method, &row.path));
        assert_eq!(again, None);
    }
    let texts = Catalogue::new(&[negotiation::MESSAGES, accounts::MESSAGES, pages::MESSAGES]).unwrap();
    let page = page(|said| texts.say(said));
    assert!(!page.contains('〔'), "{page}");
    let committed = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/routes.md");
    let committed = std::fs::read_to_string(committed).unwrap_or_default();
    assert!(page == committed, "docs/routes.md is not what the code makes; write it again: {AGAIN}");
}
