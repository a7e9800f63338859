//! Signing in and out.

use std::sync::Arc;

use accounts::{IDLE, LONGEST, SecondStep, SignInError, Token};
use law::time::Moment;
use ledger::Digest;
use negotiation::Capacity;

use crate::support::{EMPLOYER, PASSWORD, Scene, employer, from};

const HERE: &str = "192.0.2.1";

async fn sign_in(scene: &Scene, password: &str, address: &str) -> Result<Token, SignInError> {
    scene.accounts.sign_in("zhang", password, from(address)).await
}

async fn is_in(scene: &Scene, token: &Token) -> bool {
    scene.accounts.signed_in(&token.0).await.unwrap().is_some()
}

#[tokio::test]
async fn whoever_signs_in_is_known_until_they_sign_out() {
    let scene = Scene::new().await;
    let id = scene.account("zhang").await;
    scene.accounts.stand(id, Capacity::UnionChair, employer(EMPLOYER)).await.unwrap();
    let token = scene.accounts.sign_in("Zhang", PASSWORD, from(HERE)).await.unwrap();
    let signed = scene.accounts.signed_in(&token.0).await.unwrap().unwrap();
    assert_eq!((signed.account.id, signed.second), (id, SecondStep::NotNeeded));
    assert_eq!(signed.standings.len(), 1);
    let other = sign_in(&scene, PASSWORD, HERE).await.unwrap();
    assert_ne!(other, token, "a new token each time");
    scene.accounts.sign_out(&token.0).await.unwrap();
    scene.accounts.sign_out(&token.0).await.unwrap();
    assert!(!is_in(&scene, &token).await);
    assert!(is_in(&scene, &other).await, "the other device stays");
    for no_token in ["", "x", &"0".repeat(64), &"0".repeat(70_000)] {
        assert!(scene.accounts.signed_in(no_token).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn the_database_holds_no_token() {
    let scene = Scene::new().await;
    let id = scene.account("zhang").await;
    let token = sign_in(&scene, PASSWORD, HERE).await.unwrap();
    let stored = scene.store.sessions_of(id, None, 10).await.unwrap().remove(0);
    assert_eq!(stored.token, Digest::sha256(token.0.as_bytes()));
    let stolen = stored.token.to_string();
    assert!(scene.accounts.signed_in(&stolen).await.unwrap().is_none(), "what is stored signs nobody in");
}

#[tokio::test]
async fn a_session_ends_when_it_isnt_used_and_in_the_end() {
    let scene = Scene::new().await;
    scene.account("zhang").await;
    let idle = sign_in(&scene, PASSWORD, HERE).await.unwrap();
    scene.advance(IDLE / 1_000);
    assert!(is_in(&scene, &idle).await, "the last moment");
    scene.advance(IDLE / 1_000 + 1);
    assert!(!is_in(&scene, &idle).await);
    let used = sign_in(&scene, PASSWORD, HERE).await.unwrap();
    let mut seconds = 0;
    while is_in(&scene, &used).await {
        scene.advance(6 * 3_600);
        seconds += 6 * 3_600;
    }
    assert_eq!(seconds * 1_000, LONGEST);
}

#[tokio::test]
async fn a_moved_clock_of_cases_signs_nobody_out() {
    let scene = Scene::new().await;
    scene.account("zhang").await;
    let still = Moment::from_millis(1_772_000_000_000);
    let accounts = scene.accounts.clone().timed_by(Arc::new(move || still));
    let token = accounts.sign_in("zhang", PASSWORD, None).await.unwrap();
    scene.advance(90 * 86_400);
    assert!(accounts.signed_in(&token.0).await.unwrap().is_some());
    assert!(scene.accounts.signed_in(&token.0).await.unwrap().is_none(), "by the moved clock it has ended");
}

#[tokio::test]
async fn login_and_password_fail_alike() {
    let scene = Scene::new().await;
    scene.account("zhang").await;
    assert!(matches!(sign_in(&scene, "not the password", HERE).await, Err(SignInError::Wrong)));
    let unknown = scene.accounts.sign_in("nobody", PASSWORD, from(HERE)).await;
    assert!(matches!(unknown, Err(SignInError::Wrong)));
}

#[tokio::test]
async fn guessing_waits_longer_and_longer_and_keeps_nobody_else_out() {
    let scene = Scene::new().await;
    scene.account("zhang").await;
    scene.account("li").await;
    for _ in 0..3 {
        assert!(matches!(sign_in(&scene, "guess guess", HERE).await, Err(SignInError::Wrong)));
    }
    assert!(matches!(sign_in(&scene, PASSWORD, HERE).await, Err(SignInError::Wait { seconds: 2 })), "even if right");
    scene.advance(2);
    assert!(matches!(sign_in(&scene, "guess guess", HERE).await, Err(SignInError::Wrong)));
    assert!(matches!(sign_in(&scene, PASSWORD, HERE).await, Err(SignInError::Wait { seconds: 4 })));
    assert!(scene.accounts.sign_in("li", PASSWORD, from(HERE)).await.is_ok(), "a colleague behind the same address");
    assert!(sign_in(&scene, PASSWORD, "192.0.2.9").await.is_ok(), "the owner elsewhere");
    scene.advance(4);
    assert!(sign_in(&scene, PASSWORD, HERE).await.is_ok());
    for _ in 0..3 {
        assert!(matches!(sign_in(&scene, "guess guess", HERE).await, Err(SignInError::Wrong)), "counted anew");
    }
    // An unknown login waits too, or else waiting would tell which logins there are.
    for _ in 0..3 {
        let _ = scene.accounts.sign_in("nobody", "guess guess", from(HERE)).await;
    }
    let unknown = scene.accounts.sign_in("nobody", "guess guess", from(HERE)).await;
    assert!(matches!(unknown, Err(SignInError::Wait { seconds: 2 })));
}

#[tokio::test]
async fn guesses_at_the_same_moment_dont_slip_through_together() {
    let scene = Scene::new().await;
    scene.account("zhang").await;
    let guesses: Vec<_> = (0..8)
        .map(|_| {
            let accounts = scene.accounts.clone();
            tokio::spawn(async move { accounts.sign_in("zhang", "guess guess", from(HERE)).await })
        })
        .collect();
    let mut wrong = 0;
    for guess in guesses {
        wrong += usize::from(matches!(guess.await.unwrap(), Err(SignInError::Wrong)));
    }
    assert_eq!(wrong, 3);
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once_and_told_only_to_its_owner() {
    let scene = Scene::new().await;
    let id = scene.account("zhang").await;
    let token = sign_in(&scene, PASSWORD, HERE).await.unwrap();
    scene.accounts.disable(id).await.unwrap();
    assert!(!is_in(&scene, &token).await);
    assert!(matches!(sign_in(&scene, "guess guess", HERE).await, Err(SignInError::Wrong)));
    assert!(matches!(sign_in(&scene, PASSWORD, HERE).await, Err(SignInError::Disabled)));
    assert!(scene.accounts.sign_in_as(id).await.is_err());
    scene.accounts.enable(id).await.unwrap();
    assert!(scene.accounts.sign_in_as(id).await.is_ok());
}

#[tokio::test]
async fn sessions_are_listed_and_revoked_by_their_owner() {
    let scene = Scene::new().await;
    let (zhang, li) = (scene.account("zhang").await, scene.account("li").await);
    let first = scene.accounts.sign_in_as(zhang).await.unwrap();
    scene.advance(60);
    let second = scene.accounts.sign_in_as(zhang).await.unwrap();
    let sessions = scene.accounts.sessions(zhang).await.unwrap();
    assert_eq!(sessions.len(), 2);
    assert!(!scene.accounts.revoke(li, sessions[0].id).await.unwrap(), "not by another");
    assert!(scene.accounts.revoke(zhang, sessions[0].id).await.unwrap());
    assert!(!is_in(&scene, &first).await);
    assert!(is_in(&scene, &second).await);
    scene.accounts.revoke_all(zhang).await.unwrap();
    assert!(!is_in(&scene, &second).await);
}

#[tokio::test]
async fn a_new_password_ends_all_sessions() {
    let scene = Scene::new().await;
    let id = scene.account("zhang").await;
    let token = sign_in(&scene, PASSWORD, HERE).await.unwrap();
    assert!(scene.accounts.check_password(id, "not the password", from(HERE)).await.is_err());
    scene.accounts.check_password(id, PASSWORD, from(HERE)).await.unwrap();
    assert!(scene.accounts.set_password(id, "short").await.is_err());
    scene.accounts.set_password(id, "another password").await.unwrap();
    assert!(!is_in(&scene, &token).await);
    assert!(matches!(sign_in(&scene, PASSWORD, HERE).await, Err(SignInError::Wrong)));
    assert!(sign_in(&scene, "another password", HERE).await.is_ok());
}
