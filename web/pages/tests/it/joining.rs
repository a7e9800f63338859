//! Organisations join: applied for with papers, confirmed from above, given back, handed over; nobody on both sides.

use accounts::Scope;
use axum::http::StatusCode;
use negotiation::Capacity;

use crate::browser::{Browser, Page, put, words};
use crate::support::{Cast, PASSWORD, Town, UNION, USCC};

const SCAN: &str = "@%PDF-1.7 scan";

/// What a chair types, with their own login and phone.
fn typed<'a>(login: &'a str, phone: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("kind", "union"),
        ("name", "示例机械有限公司工会（虚构）"),
        ("uscc", UNION),
        ("region", "330784"),
        ("employers", USCC),
        ("licence", SCAN),
        ("authorisation", SCAN),
        ("person", "沈秋禾"),
        ("phone", phone),
        ("login", login),
        ("password", PASSWORD),
    ]
}

async fn office(town: &Town, login: &str, capacity: Capacity, region: &str) -> Browser {
    town.person(login, "上级", &[capacity], Scope::Region(region.to_owned())).await
}

/// Somebody without an account hands a form in. Gives their browser.
async fn joins(town: &Town, fields: &[(&str, &str)]) -> Browser {
    let mut newcomer = Browser::new(&town.router);
    let form = newcomer.get("/join").await.form();
    let page = newcomer.send("/join", &put(form, fields)).await;
    assert_eq!(page.location.as_deref(), Some("/join/mine"), "{}", words(&page.html));
    newcomer.keep(&page);
    newcomer
}

/// The path of the only application in a list.
async fn only(office: &Browser) -> String {
    let html = office.get("/organisations").await.html;
    let paths: Vec<&str> =
        html.split("href=\"/organisations/").skip(1).filter(|rest| !rest.starts_with("new")).collect();
    assert_eq!(paths.len(), 1, "{}", words(&html));
    format!("/organisations/{}", paths[0].split('"').next().unwrap())
}

async fn confirms(office: &Browser, path: &str) -> Page {
    let check = office.post(path, &[("decision", "confirm")]).await;
    assert!(check.status == StatusCode::OK && check.has("name=\"step\" value=\"do\""), "{}", words(&check.html));
    office.post(path, &[("decision", "confirm"), ("step", "do")]).await
}

#[tokio::test]
async fn a_chair_joins_and_acts_only_when_the_federation_has_confirmed() {
    let town = Town::new().await;
    let federation = office(&town, "fed", Capacity::HigherUnion, "3307").await;
    let elsewhere = office(&town, "fed2", Capacity::HigherUnion, "3301").await;
    let bureau = office(&town, "bureau", Capacity::HrssOfficer, "3307").await;
    assert!(federation.get("/organisations").await.has("现在没有等待确认的单位"));
    let chair = joins(&town, &typed("shen", "13800000001")).await;
    assert!(chair.get("/join/mine").await.has("待确认"));
    assert_eq!(chair.get("/cases/new").await.status, StatusCode::FORBIDDEN, "nothing but preparing");
    assert_eq!(chair.get("/organisations").await.status, StatusCode::NOT_FOUND);

    let path = only(&federation).await;
    let page = federation.get(&path).await;
    assert!(page.has("沈秋禾") && page.has("13800000001") && page.has(UNION), "{}", words(&page.html));
    assert_eq!(federation.get(&format!("{path}/scans/licence")).await.html, "%PDF-1.7 scan");
    for stranger in [&elsewhere, &bureau] {
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stranger.get(&format!("{path}/scans/licence")).await.status, StatusCode::NOT_FOUND);
        let page = stranger.post(&path, &[("decision", "confirm"), ("step", "do")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(chair.post(&path, &[("decision", "confirm"), ("step", "do")]).await.status, 422, "not one's own");
    assert_eq!(chair.get("/cases/new").await.status, StatusCode::FORBIDDEN);

    let done = confirms(&federation, &path).await;
    assert_eq!(done.location.as_deref(), Some("/organisations?done=confirm"));
    let twice = federation.post(&path, &[("decision", "confirm"), ("step", "do")]).await;
    assert!(twice.status == 422 && twice.has("已经办过"), "{}", words(&twice.html));
    assert!(federation.get("/organisations?state=confirmed").await.has("示例机械有限公司工会"));
    assert_eq!(chair.get("/cases/new").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_form_that_is_wrong_names_every_field_and_keeps_what_was_typed() {
    let town = Town::new().await;
    let newcomer = Browser::new(&town.router);
    let form = newcomer.get("/join").await.form();
    let wrong = [
        ("kind", "union"),
        ("name", "<script>工会</script>"),
        ("uscc", "81330784MA0DEM2240"),
        ("region", "330784"),
        ("employers", "91330784MA0DEM0050"),
        ("licence", "@MZ no scan"),
        ("person", "沈\u{202e}秋禾"),
        ("phone", "12345"),
        ("login", "shen"),
        ("password", PASSWORD),
    ];
    let page = newcomer.send("/join", &put(form, &wrong)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["uscc", "employers", "licence", "authorisation", "phone"] {
        assert!(page.has(&format!("href=\"#{field}\"")), "{field}: {}", words(&page.html));
    }
    assert!(
        page.has("文件不是 PDF") && page.has("不是手机号") && page.has("&#60;script&#62;") && !page.has("<script>")
    );
    assert!(!page.has(PASSWORD), "a password never comes back");
    let fields = put(page.form(), &typed("s", "13800000001"));
    let page = newcomer.send("/join", &fields).await;
    assert!(page.status == 422 && page.has("href=\"#login\""), "{}", words(&page.html));
    let large = format!("@%PDF-{}", "x".repeat(accounts::MAX_SCAN));
    let fields = put(page.form(), &[("licence", large.as_str()), ("authorisation", SCAN)]);
    let page = newcomer.send("/join", &fields).await;
    assert!(page.status == 422 && page.has("最多 5 MB"), "{}", words(&page.html));
}

#[tokio::test]
async fn pressing_twice_applies_once() {
    let town = Town::new().await;
    let federation = office(&town, "fed", Capacity::HigherUnion, "33").await;
    let newcomer = Browser::new(&town.router);
    let fields = put(newcomer.get("/join").await.form(), &typed("shen", "13800000001"));
    for _ in 0..2 {
        let page = newcomer.send("/join", &fields).await;
        assert_eq!(page.location.as_deref(), Some("/join/mine"), "{}", words(&page.html));
    }
    only(&federation).await;
    let other = put(newcomer.get("/join").await.form(), &typed("shen", "13800000001"));
    let page = newcomer.send("/join", &other).await;
    assert!(page.status == 422 && page.has("已有人使用"), "another's login: {}", words(&page.html));
}

#[tokio::test]
async fn what_is_given_back_says_why_and_is_mended() {
    let town = Town::new().await;
    let federation = office(&town, "fed", Capacity::HigherUnion, "330784").await;
    let chair = joins(&town, &typed("shen", "13800000001")).await;
    let path = only(&federation).await;
    let page = federation.post(&path, &[("decision", "return"), ("reason", " ")]).await;
    assert!(page.status == 422 && page.has("href=\"#reason\""), "{}", words(&page.html));
    let done = federation.post(&path, &[("decision", "return"), ("reason", "批复缺页"), ("step", "do")]).await;
    assert_eq!(done.location.as_deref(), Some("/organisations?done=return"));
    let mine = chair.get("/join/mine").await;
    assert!(mine.has("批复缺页") && mine.has("/join?mend="), "{}", words(&mine.html));
    let mend = mine.html.split("href=\"/join?mend=").nth(1).unwrap().split('"').next().unwrap();
    let form = chair.get(&format!("/join?mend={mend}")).await;
    assert!(form.has("批复缺页") && form.has("示例机械有限公司工会"));
    let page = chair.send("/join", &put(form.form(), &[("authorisation", SCAN)])).await;
    assert_eq!(page.location.as_deref(), Some("/join/mine"), "the other scan is there already: {}", words(&page.html));
    assert_eq!(only(&federation).await, path);
}

#[tokio::test]
async fn whoever_follows_a_chair_takes_over_when_confirmed() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let federation = office(&town, "fed", Capacity::HigherUnion, "3307").await;
    let follower = joins(&town, &typed("next", "13800000002")).await;
    let path = only(&federation).await;
    assert!(federation.get(&path).await.has("将被接任"));
    assert_eq!(cast.chair.get(&format!("/rosters/{USCC}")).await.status, StatusCode::OK);
    confirms(&federation, &path).await;
    assert_eq!(cast.chair.get(&format!("/rosters/{USCC}")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(follower.get(&format!("/rosters/{USCC}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn no_person_and_no_phone_comes_to_be_on_both_sides() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let bureau = office(&town, "bureau", Capacity::HrssOfficer, "3307").await;
    cast.chair.post("/account", &[("phone", "138 0000 0001")]).await;
    let mut firm = typed("tang", "13800000001");
    firm.retain(|(name, _)| *name != "employers");
    for (name, value) in &mut firm {
        match *name {
            "kind" => *value = "enterprise",
            "uscc" => *value = USCC,
            _ => {}
        }
    }
    let handler = joins(&town, &firm).await;
    let path = only(&bureau).await;
    let page = confirms(&bureau, &path).await;
    assert!(page.status == 422 && page.has("一个手机号不得同时用于劳资双方"), "{}", words(&page.html));
    assert_eq!(
        handler.post("/account", &[("phone", "13800000009")]).await.location.as_deref(),
        Some("/account?done=phone")
    );
    let page = confirms(&bureau, &path).await;
    assert_eq!(page.location.as_deref(), Some("/organisations?done=confirm"), "{}", words(&page.html));
    let page = handler.post("/account", &[("phone", "13800000001")]).await;
    assert!(page.status == 422 && page.has("13800000001"), "what was typed is kept: {}", words(&page.html));

    // The chair herself asks to handle the enterprise's papers.
    let form = cast.chair.get("/join").await.form();
    let page = cast.chair.send("/join", &put(form, &firm)).await;
    assert_eq!(page.location.as_deref(), Some("/join/mine"), "{}", words(&page.html));
    let page = confirms(&bureau, &only(&bureau).await).await;
    assert!(page.status == 422 && page.has("同一个人不得同时代表劳资双方"), "{}", words(&page.html));
}

#[tokio::test]
async fn an_office_is_confirmed_only_from_above() {
    let town = Town::new().await;
    let city = office(&town, "city", Capacity::HigherUnion, "3307").await;
    let province = office(&town, "province", Capacity::HigherUnion, "33").await;
    let mut county = typed("county", "13800000003");
    county.retain(|(name, _)| *name != "employers");
    for (name, value) in &mut county {
        match *name {
            "kind" => *value = "federation",
            "region" => *value = "3307",
            _ => {}
        }
    }
    let newcomer = joins(&town, &county).await;
    assert!(city.get("/organisations").await.has("现在没有等待确认的单位"), "its equal");
    confirms(&province, &only(&province).await).await;
    assert_eq!(newcomer.get("/organisations").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_letter_invites_and_gives_nothing() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let federation = office(&town, "fed", Capacity::HigherUnion, "3307").await;
    let letter = "/organisations/new?kind=union&name=%E5%B7%A5%E4%BC%9A%22%3E&uscc=&region=330784";
    let page = federation.get(letter).await;
    assert!(page.has("<svg") && page.has("/join?kind=union&#38;name=%E5%B7%A5%E4%BC%9A%22%3E"), "{}", page.html);
    assert!(federation.get("/organisations/new").await.has("method=\"get\""));
    assert_eq!(cast.chair.get(letter).await.status, StatusCode::FORBIDDEN);
    let filled = Browser::new(&town.router).get("/join?kind=union&name=%E5%B7%A5%E4%BC%9A%22%3E").await;
    assert!(filled.has("工会&#34;&#62;"), "{}", filled.html);
}

#[tokio::test]
async fn a_chair_and_a_legal_representative_name_their_own_people() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let staff = format!("/staff/{USCC}");
    let newcomer = Browser::new(&town.router);
    let account = newcomer.get("/signup").await;
    let hidden = account.html.split("name=\"account\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let typed = |phone| {
        [("account", hidden.as_str()), ("person", "许知微"), ("phone", phone), ("login", "xu"), ("password", PASSWORD)]
    };
    let wrong = newcomer.post("/signup", &typed("138")).await;
    assert!(wrong.status == 422 && wrong.has("许知微") && wrong.has("href=\"#phone\""), "{}", words(&wrong.html));
    let mut rep = Browser::new(&town.router);
    rep.follow("/signup", &typed("13800000021")).await;
    assert_eq!(rep.get(&staff).await.status, StatusCode::NOT_FOUND);

    let page = cast.firm.get(&staff).await;
    assert!(page.has("唐景行") && !page.has("沈秋禾"), "one's own side only: {}", words(&page.html));
    for (fields, text) in [
        (vec![("as", "employer_rep"), ("who", "")], "没有填写是谁"),
        (vec![("as", "employer_rep"), ("who", "nobody")], "没有找到"),
        (vec![("as", "worker_rep"), ("who", "xu")], "没有选择身份"),
        (vec![("as", "hrss_officer"), ("who", "xu")], "没有选择身份"),
    ] {
        let page = cast.firm.post(&staff, &fields).await;
        assert!(page.status == 422 && page.has(text), "{text}: {}", words(&page.html));
    }
    let check = cast.firm.post(&staff, &[("as", "employer_rep"), ("who", "Xu"), ("what", "appoint")]).await;
    assert!(check.has("许知微") && !cast.firm.get(&staff).await.has("许知微"), "a look first");
    let id = check.html.split("name=\"account\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let done = [("as", "employer_rep"), ("what", "appoint"), ("account", id), ("step", "do")];
    assert_eq!(cast.agent.post(&staff, &done).await.status, StatusCode::NOT_FOUND, "an agent names nobody");
    assert_eq!(cast.firm.post(&staff, &done).await.status, StatusCode::SEE_OTHER);
    let case = cast.case().await;
    assert_eq!(rep.get(&case).await.status, StatusCode::OK);
    let both = [("as", "worker_rep"), ("what", "appoint"), ("account", id), ("step", "do")];
    let page = cast.chair.post(&staff, &both).await;
    assert!(page.status == 422 && page.has("同一个人不得同时代表劳资双方"), "{}", words(&page.html));
    let nobody = [
        ("as", "worker_rep"),
        ("what", "appoint"),
        ("account", "0190a5d2-7b1c-7000-8000-000000000000"),
        ("step", "do"),
    ];
    assert_eq!(cast.chair.post(&staff, &nobody).await.status, 422, "no such account");
    let end = [("as", "employer_rep"), ("what", "end"), ("account", id)];
    assert!(cast.firm.post(&staff, &end).await.has("许知微"));
    let end = [end[0], end[1], end[2], ("step", "do")];
    assert_eq!(cast.firm.post(&staff, &end).await.status, StatusCode::SEE_OTHER);
    assert_eq!(cast.firm.post(&staff, &end).await.status, 422, "it has ended");
    assert_eq!(rep.get(&case).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_chair_names_people_of_the_roster_who_have_come_in() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let staff = format!("/staff/{USCC}");
    crate::roster::imports(&cast, &[&["姓名", "手机"], &["李一", "13800000011"], &["王二", "13800000012"]]).await;
    let named = |who| [("as", "worker_rep"), ("what", "appoint"), ("who", who)];
    let page = cast.chair.post(&staff, &named("李一")).await;
    assert!(page.status == 422 && page.has("还没有激活"), "{}", words(&page.html));
    let roster = crate::roster::ROSTER;
    cast.chair.post(&format!("{roster}/invite"), &[("step", "do")]).await;
    let text = town.short("13800000011").await.unwrap();
    let token: String = text.split("/i/").nth(1).unwrap().chars().take_while(char::is_ascii_alphanumeric).collect();
    let mut worker = Browser::new(&town.router);
    let entered = worker.post(&format!("/i/{token}"), &[]).await;
    worker.keep(&entered);
    let check = cast.chair.post(&staff, &named("李一")).await;
    assert!(check.status == StatusCode::OK && check.has("李一"), "{}", words(&check.html));
    let id = check.html.split("name=\"account\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    cast.chair.post(&staff, &[("as", "worker_rep"), ("what", "appoint"), ("account", id), ("step", "do")]).await;
    assert!(cast.chair.get(&staff).await.has("李一"), "by the roster's name");
    let case = cast.case().await;
    assert_eq!(worker.get(&case).await.status, StatusCode::OK);
    let page = cast.firm.post(&staff, &[("as", "employer_rep"), ("what", "appoint"), ("who", "王二")]).await;
    assert!(page.status == 422 && page.has("没有找到"), "an employer doesn't look into the roster");
}
