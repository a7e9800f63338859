//! Offices sign in with a second step: set up once, asked for ever after.

use accounts::Scope;
use axum::http::StatusCode;
use law::time::Moment;
use negotiation::Capacity;
use totp_rs::{Builder, Secret};

use crate::browser::Browser;
use crate::support::{PASSWORD, START, Town};

fn between<'a>(html: &'a str, before: &str, after: &str) -> &'a str {
    html.split(before).nth(1).unwrap().split(after).next().unwrap()
}

/// The code that a generator shows at the town's time, so many steps on.
fn code(secret: &str, steps: u64) -> String {
    let seconds = u64::try_from(START.parse::<Moment>().unwrap().millis() / 1_000).unwrap() + 30 * steps;
    let secret = Secret::try_from_base32(secret).unwrap();
    Builder::new()
        .with_secret(secret)
        .with_digits(6)
        .with_step_duration(30)
        .build()
        .unwrap()
        .generate(seconds)
        .to_string()
}

#[tokio::test]
async fn an_officer_sets_a_second_step_up_and_is_asked_for_it() {
    let town = Town::strict().await;
    let region = Scope::Region("3307".to_owned());
    town.person("officer", "罗清", &[Capacity::HrssOfficer], region).await;
    let mut officer = Browser::new(&town.router);
    officer.sign_in("officer", PASSWORD).await;
    assert_eq!(officer.get("/home").await.location.as_deref(), Some("/second"));
    let page = officer.get("/second").await;
    let (secret, proposal) =
        (between(&page.html, "<code>", "</code>"), between(&page.html, "name=\"proposal\" value=\"", "\""));
    let (now, later) = (code(secret, 0), code(secret, 1));
    let wrong = officer.post("/second", &[("code", "000000"), ("proposal", proposal)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let set = officer.post("/second", &[("code", &now), ("proposal", proposal)]).await;
    assert!(set.has("恢复码"), "{}", set.html);

    let mut again = Browser::new(&town.router);
    again.sign_in("officer", PASSWORD).await;
    assert_eq!(again.get("/home").await.location.as_deref(), Some("/second"), "asked for, not set up anew");
    assert!(!again.get("/second").await.has("<svg"));
    let twice = again.post("/second", &[("code", &now)]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "each code counts once");
    let through = again.follow("/second", &[("code", &later)]).await;
    assert_eq!(through.location.as_deref(), Some("/home"));
    assert_eq!(again.get("/home").await.status, StatusCode::OK);
}
