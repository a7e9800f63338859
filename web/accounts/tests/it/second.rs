//! The second step of signing in.

use accounts::{AccountError, Enrolled, Proposed, SecondStep, SignInError, Signed, Token};
use negotiation::Capacity;
use totp_rs::{Builder, Secret};
use uuid::Uuid;

use crate::support::{EMPLOYER, PASSWORD, Scene, employer, from, line, region};

const HERE: &str = "192.0.2.1";

/// An officer who is also a recorder for an employer.
async fn officer(scene: &Scene) -> Uuid {
    let id = scene.account("officer").await;
    scene.accounts.stand(id, Capacity::HrssOfficer, region("3307")).await.unwrap();
    scene.accounts.stand(id, Capacity::Recorder, employer(EMPLOYER)).await.unwrap();
    id
}

async fn password(scene: &Scene) -> Token {
    scene.accounts.sign_in("officer", PASSWORD, from(HERE)).await.unwrap()
}

async fn signed(scene: &Scene, token: &Token) -> Signed {
    scene.accounts.signed_in(&token.0).await.unwrap().unwrap()
}

/// What the generator on the officer's telephone shows now.
fn code(scene: &Scene, proposed: &Proposed) -> String {
    let secret = Secret::try_from_base32(&proposed.secret).unwrap();
    Builder::new().with_secret(secret).build().unwrap().generate(scene.seconds()).to_string()
}

async fn enrol(scene: &Scene, token: &Token) -> (Proposed, Enrolled) {
    let proposed = scene.accounts.propose_second_factor(&token.0).await.unwrap();
    let code = code(scene, &proposed);
    let enrolled = scene.accounts.set_second_factor(&token.0, &proposed.secret, &code).await.unwrap();
    (proposed, enrolled)
}

#[tokio::test]
async fn staff_set_up_a_second_factor_before_they_act_as_staff() {
    let scene = Scene::new().await;
    officer(&scene).await;
    let token = password(&scene).await;
    let before = signed(&scene, &token).await;
    assert_eq!((before.second, before.capacities(&line(1, EMPLOYER))), (SecondStep::SetUp, vec![Capacity::Recorder]));
    let proposed = scene.accounts.propose_second_factor(&token.0).await.unwrap();
    assert!(proposed.uri.starts_with("otpauth://totp/") && proposed.uri.contains(&proposed.secret));
    let wrong = scene.accounts.set_second_factor(&token.0, &proposed.secret, "000000").await;
    assert!(matches!(wrong, Err(AccountError::WrongCode)));
    let (_, enrolled) = enrol(&scene, &token).await;
    assert!(scene.accounts.signed_in(&token.0).await.unwrap().is_none(), "the token is a new one");
    let after = signed(&scene, &enrolled.token).await;
    assert_eq!(after.second, SecondStep::Shown);
    assert_eq!(after.capacities(&line(1, EMPLOYER)), [Capacity::Recorder, Capacity::HrssOfficer]);
}

#[tokio::test]
async fn a_password_alone_gives_nothing_where_there_is_a_second_factor() {
    let scene = Scene::new().await;
    officer(&scene).await;
    let (proposed, _) = enrol(&scene, &password(&scene).await).await;
    scene.advance(60);
    let half = password(&scene).await;
    let before = signed(&scene, &half).await;
    assert_eq!((before.second, before.standings.len()), (SecondStep::Ask, 0));
    let replaced = scene.accounts.propose_second_factor(&half.0).await;
    assert_eq!(replaced.err().and_then(|error| error.rule()), Some("ACCOUNT-SECOND-FACTOR"));
    let shown = code(&scene, &proposed);
    let full = scene.accounts.second_step(&half.0, &shown, from(HERE)).await.unwrap();
    assert!(scene.accounts.signed_in(&half.0).await.unwrap().is_none());
    assert_eq!(signed(&scene, &full).await.standings.len(), 2);
    let again = scene.accounts.second_step(&password(&scene).await.0, &shown, from(HERE)).await;
    assert!(matches!(again, Err(SignInError::Wrong)), "no code counts twice");
    scene.advance(30);
    let next = code(&scene, &proposed);
    assert!(scene.accounts.second_step(&password(&scene).await.0, &next, from(HERE)).await.is_ok());
}

#[tokio::test]
async fn codes_cant_be_guessed() {
    let scene = Scene::new().await;
    officer(&scene).await;
    let (proposed, _) = enrol(&scene, &password(&scene).await).await;
    scene.advance(60);
    let half = password(&scene).await;
    let right = code(&scene, &proposed);
    for guess in ["000001", "000002", "000003"] {
        let guess = if guess == right { "000004" } else { guess };
        assert!(matches!(scene.accounts.second_step(&half.0, guess, from(HERE)).await, Err(SignInError::Wrong)));
    }
    let waiting = scene.accounts.second_step(&half.0, &right, from(HERE)).await;
    assert!(matches!(waiting, Err(SignInError::Wait { seconds: 2 })));
    assert!(scene.accounts.second_step(&half.0, &right, from("192.0.2.9")).await.is_ok());
    let nobody = scene.accounts.second_step("", &right, from(HERE)).await;
    assert!(matches!(nobody, Err(SignInError::Wrong)));
}

#[tokio::test]
async fn a_recovery_code_counts_once() {
    let scene = Scene::new().await;
    let id = officer(&scene).await;
    let (_, enrolled) = enrol(&scene, &password(&scene).await).await;
    assert_eq!((enrolled.recovery_codes.len(), scene.accounts.recovery_codes_left(id).await.unwrap()), (8, 8));
    let typed = enrolled.recovery_codes[3].replace('-', " ").to_uppercase();
    let half = password(&scene).await;
    assert!(scene.accounts.second_step(&half.0, &typed, from(HERE)).await.is_ok());
    assert_eq!(scene.accounts.recovery_codes_left(id).await.unwrap(), 7);
    let again = scene.accounts.second_step(&password(&scene).await.0, &typed, from(HERE)).await;
    assert!(matches!(again, Err(SignInError::Wrong)));
}

#[tokio::test]
async fn a_reset_second_factor_is_gone_with_its_sessions() {
    let scene = Scene::new().await;
    let id = officer(&scene).await;
    let (_, enrolled) = enrol(&scene, &password(&scene).await).await;
    scene.accounts.reset_second_factor(id).await.unwrap();
    assert!(scene.accounts.signed_in(&enrolled.token.0).await.unwrap().is_none());
    assert_eq!(signed(&scene, &password(&scene).await).await.second, SecondStep::SetUp);
    assert_eq!(scene.accounts.recovery_codes_left(id).await.unwrap(), 0);
}

#[tokio::test]
async fn a_demonstration_lets_staff_in_and_its_switch_shows_everything() {
    let scene = Scene::new().await;
    let id = officer(&scene).await;
    let token = scene.accounts.sign_in_as(id).await.unwrap();
    assert_eq!(signed(&scene, &token).await.second, SecondStep::Shown);
    let token = password(&scene).await;
    let demo = scene.accounts.clone().without_mandatory_second_step();
    let signed = demo.signed_in(&token.0).await.unwrap().unwrap();
    assert_eq!((signed.second, signed.standings.len()), (SecondStep::NotNeeded, 2));
}
