//! Making accounts, and what they stand for.

use accounts::{AccountError, NewAccount};
use negotiation::Capacity;

use crate::support::{EMPLOYER, OTHER_EMPLOYER, PASSWORD, Scene, case, employer, new, region};

#[tokio::test]
async fn a_login_is_one_persons_in_any_spelling() {
    let scene = Scene::new().await;
    let id = scene.account(" Zhang.San ").await;
    let found = scene.accounts.by_login("ZHANG.san").await.unwrap().unwrap();
    assert_eq!((found.id, found.login.as_str()), (id, "zhang.san"));
    let again = scene.accounts.create(new("zhang.SAN")).await;
    assert!(matches!(again, Err(AccountError::LoginTaken { login }) if login == "zhang.san"));
    let same_id = scene.accounts.create(NewAccount { id: Some(id), ..new("li") }).await;
    assert!(matches!(same_id, Err(AccountError::IdTaken)));
    assert_eq!(scene.accounts.by_login("li").await.unwrap(), None);
}

#[tokio::test]
async fn no_password_is_in_the_database() {
    let scene = Scene::new().await;
    let id = scene.account("zhang").await;
    let stored = scene.store.account(id).await.unwrap().unwrap();
    assert!(stored.password.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", stored.password.0);
    assert!(!stored.password.0.contains(PASSWORD));
}

// decisions.md 11: no person acts for both sides of a case.
#[tokio::test]
async fn nobody_stands_for_both_sides_of_one_employer() {
    let scene = Scene::new().await;
    let id = scene.account("zhang").await;
    let stand = |capacity, scope| scene.accounts.stand(id, capacity, scope);
    stand(Capacity::UnionChair, employer(EMPLOYER)).await.unwrap();
    stand(Capacity::UnionChair, employer(EMPLOYER)).await.unwrap();
    let both = stand(Capacity::EmployerAgent, employer(EMPLOYER)).await.unwrap_err();
    assert_eq!(both.rule(), Some("ACCOUNT-ONE-SIDE"));
    assert!(matches!(both, AccountError::BothSides { employer } if employer == EMPLOYER));
    stand(Capacity::EmployerAgent, employer(OTHER_EMPLOYER)).await.unwrap();
    stand(Capacity::Recorder, employer(EMPLOYER)).await.unwrap();
    assert!(scene.accounts.leave(id, Capacity::UnionChair, employer(EMPLOYER)).await.unwrap());
    stand(Capacity::EmployerAgent, employer(EMPLOYER)).await.unwrap();
    let nobody = scene.accounts.stand(case(1), Capacity::Recorder, employer(EMPLOYER)).await;
    assert!(matches!(nobody, Err(AccountError::Unknown)));
}

#[tokio::test]
async fn those_who_may_be_picked_are_those_who_can_still_be_used() {
    let scene = Scene::new().await;
    let (zhang, li, wang) = (scene.account("zhang").await, scene.account("li").await, scene.account("wang").await);
    for (id, capacity) in [(zhang, Capacity::WorkerRep), (zhang, Capacity::UnionOfficer), (li, Capacity::WorkerRep)] {
        scene.accounts.stand(id, capacity, employer(EMPLOYER)).await.unwrap();
    }
    scene.accounts.stand(wang, Capacity::HrssOfficer, region("330700")).await.unwrap();
    let picked = async || {
        let found = scene.accounts.standing_for(EMPLOYER).await.unwrap();
        found.into_iter().map(|(account, capacity)| (account.login, capacity)).collect::<Vec<_>>()
    };
    let all = picked().await;
    assert_eq!(all.len(), 3);
    assert!(all.contains(&("zhang".to_owned(), Capacity::UnionOfficer)));
    scene.accounts.disable(zhang).await.unwrap();
    assert_eq!(picked().await, [("li".to_owned(), Capacity::WorkerRep)]);
    let officers = scene.accounts.standing_in(&region("3307")).await.unwrap();
    assert_eq!(officers.len(), 1, "the code of a city is its first four digits");
}

#[tokio::test]
async fn who_read_confidential_material_is_noted() {
    let scene = Scene::new().await;
    let id = scene.account("zhang").await;
    scene.accounts.note_read(id, case(1), "materials/1").await.unwrap();
    scene.advance(60);
    scene.accounts.note_read(id, case(1), "materials/2").await.unwrap();
    let reads = scene.accounts.reads(case(1), None, 10).await.unwrap();
    let what: Vec<&str> = reads.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(what, ["materials/1", "materials/2"]);
    assert!(reads.iter().all(|line| line.account == id));
}
