//! Interface tokens: worth what their owner is worth, shown once, revocable, with an end.

use accounts::{AccountError, SecondStep, Signed, TOKEN_DAYS};
use negotiation::Capacity;

use crate::support::{EMPLOYER, Scene, employer, region};

const DAY: i64 = 86_400;

async fn signed(scene: &Scene, login: &str) -> Signed {
    let account = scene.accounts.by_login(login).await.unwrap().unwrap();
    let token = scene.accounts.sign_in_as(account.id).await.unwrap();
    scene.accounts.signed_in(&token.0).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_token_stands_for_what_its_owner_stands_for_until_it_ends() {
    let scene = Scene::new().await;
    let id = scene.account("chair").await;
    let owner = signed(&scene, "chair").await;
    let token = scene.accounts.make_token(&owner, " 工资系统 ", TOKEN_DAYS).await.unwrap();
    assert!(token.0.starts_with("xxs_") && token.0.len() == 68 && !format!("{token:?}").contains(&token.0));
    scene.accounts.stand(id, Capacity::UnionChair, employer(EMPLOYER)).await.unwrap();
    let asking = scene.accounts.signed_by_token(&token.0).await.unwrap().unwrap();
    assert_eq!((asking.account.id, asking.standings.len()), (id, 1), "also what came later");
    let line = &scene.accounts.tokens(id).await.unwrap()[0];
    assert!(line.name == "工资系统" && line.seen_at.is_some() && line.id.to_string() != token.0);
    assert!(scene.accounts.signed_in(&token.0).await.unwrap().is_none(), "it is no session");
    for other in ["", "xxs_", &token.0[4..], &format!("xxs_{}", "0".repeat(64))] {
        assert!(scene.accounts.signed_by_token(other).await.unwrap().is_none(), "{other}");
    }
    scene.advance(i64::from(TOKEN_DAYS) * DAY);
    assert!(scene.accounts.signed_by_token(&token.0).await.unwrap().is_none());
    assert!(scene.accounts.tokens(id).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_token_is_revoked_by_its_owner_by_a_new_password_and_with_the_account() {
    let scene = Scene::new().await;
    let (id, other) = (scene.account("chair").await, scene.account("other").await);
    let owner = signed(&scene, "chair").await;
    let token = scene.accounts.make_token(&owner, "甲", 1).await.unwrap();
    let line = scene.accounts.tokens(id).await.unwrap().remove(0);
    assert!(!scene.accounts.revoke_token(other, line.id).await.unwrap(), "only one's own");
    assert!(scene.accounts.revoke_token(id, line.id).await.unwrap());
    assert!(scene.accounts.signed_by_token(&token.0).await.unwrap().is_none());
    let token = scene.accounts.make_token(&owner, "乙", 1).await.unwrap();
    scene.accounts.set_password(id, "another one for tests").await.unwrap();
    assert!(scene.accounts.signed_by_token(&token.0).await.unwrap().is_none());
    let token = scene.accounts.make_token(&owner, "丙", 1).await.unwrap();
    scene.accounts.disable(id).await.unwrap();
    scene.accounts.enable(id).await.unwrap();
    assert!(scene.accounts.signed_by_token(&token.0).await.unwrap().is_none());
}

#[tokio::test]
async fn a_token_made_without_the_second_factor_stands_for_nothing_that_wants_one() {
    let scene = Scene::new().await;
    let id = scene.account("officer").await;
    scene.accounts.stand(id, Capacity::HrssOfficer, region("3307")).await.unwrap();
    let mut owner = signed(&scene, "officer").await;
    assert_eq!(owner.second, SecondStep::Shown);
    let full = scene.accounts.make_token(&owner, "全", 1).await.unwrap();
    owner.second = SecondStep::SetUp;
    let half = scene.accounts.make_token(&owner, "半", 1).await.unwrap();
    let standings = async |token: &str| scene.accounts.signed_by_token(token).await.unwrap().unwrap().standings.len();
    assert_eq!((standings(&full.0).await, standings(&half.0).await), (1, 0));
}

#[tokio::test]
async fn what_a_token_cant_be_is_said() {
    let scene = Scene::new().await;
    scene.account("chair").await;
    let owner = signed(&scene, "chair").await;
    let made = async |name: &str, days: u16| scene.accounts.make_token(&owner, name, days).await.map(drop);
    assert!(matches!(made(" ", 1).await, Err(AccountError::NoName)));
    assert!(matches!(made("甲\u{202e}", 1).await, Err(AccountError::Name(_))));
    assert!(matches!(made("甲", 0).await, Err(AccountError::TokenDays { found: 0 })));
    assert!(matches!(made("甲", 367).await, Err(AccountError::TokenDays { found: 367 })));
    for _ in 0..20 {
        made("甲", 1).await.unwrap();
    }
    assert!(matches!(made("甲", 1).await, Err(AccountError::TokensFull { most: 20 })));
}
