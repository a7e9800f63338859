//! Accounts: who is who, sessions, standings, and who read what.

use ledger::Digest;
use negotiation::{Capacity, Side};
use store::{
    AccountChore, CaseFilter, Chore, Hidden, InboxLine, ReadLine, Scope, Standing, StoreError, StoredAccount,
    StoredSession, StoredToken, WriterOptions,
};
use uuid::Uuid;

use super::ON;
use crate::support::{EMPLOYER, OTHER_EMPLOYER, Scene, at, book, case, inbox, opens};

fn account(n: u128, login: &str) -> StoredAccount {
    StoredAccount {
        id: Uuid::from_u128(n),
        login: login.to_owned(),
        name: "张三（虚构）".to_owned(),
        password: Hidden("$argon2id$…".to_owned()),
        second_factor: None,
        created_at: at(0),
        disabled_at: None,
    }
}

async fn done(scene: &Scene, chore: AccountChore) -> Result<bool, StoreError> {
    scene.writer.chore(Chore::Account(chore)).await
}

/// A scene with accounts 1 and 2.
async fn with_two() -> Scene {
    let scene = Scene::on(ON).await;
    for (n, login) in [(1, "zhang"), (2, "li")] {
        assert!(done(&scene, AccountChore::Create(account(n, login))).await.unwrap());
    }
    scene
}

fn stand(n: u128, capacity: Capacity, scope: Scope) -> AccountChore {
    AccountChore::Stand { account: Uuid::from_u128(n), standing: Standing { scope, capacity }, at: at(1) }
}

fn employer(uscc: &str) -> Scope {
    Scope::Employer(uscc.to_owned())
}

#[tokio::test]
async fn an_account_is_found_by_id_and_by_login_and_neither_is_given_twice() {
    let scene = with_two().await;
    assert!(!done(&scene, AccountChore::Create(account(3, "zhang"))).await.unwrap());
    assert!(!done(&scene, AccountChore::Create(account(1, "wang"))).await.unwrap());
    assert_eq!(scene.store.account(Uuid::from_u128(1)).await.unwrap(), Some(account(1, "zhang")));
    assert_eq!(scene.store.account_of_login("li").await.unwrap(), Some(account(2, "li")));
    assert_eq!(scene.store.account_of_login("Li").await.unwrap(), None);
    assert_eq!(scene.store.account(Uuid::from_u128(3)).await.unwrap(), None);
    let shown = format!("{:?}", account(1, "zhang"));
    assert!(!shown.contains("argon2"), "{shown}");
}

#[tokio::test]
async fn nobody_stands_on_both_sides_of_one_employer() {
    let scene = with_two().await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    scene.submit(opens(case(2), OTHER_EMPLOYER)).await.unwrap();
    assert!(done(&scene, stand(1, Capacity::UnionChair, employer(EMPLOYER))).await.unwrap());
    assert!(!done(&scene, stand(1, Capacity::UnionChair, employer(EMPLOYER))).await.unwrap());
    assert!(done(&scene, stand(1, Capacity::WorkerChief, Scope::Case(case(1)))).await.unwrap());
    for scope in [employer(EMPLOYER), Scope::Case(case(1))] {
        let both = done(&scene, stand(1, Capacity::EmployerRep, scope)).await;
        assert!(matches!(&both, Err(StoreError::BothSides { employer }) if employer == EMPLOYER), "{both:?}");
    }
    // Not even in a case of which nothing is known yet.
    assert!(done(&scene, stand(2, Capacity::EmployerChief, Scope::Case(case(9)))).await.unwrap());
    let both = done(&scene, stand(2, Capacity::WorkerRep, Scope::Case(case(9)))).await;
    assert!(matches!(both, Err(StoreError::BothSides { .. })));
    // Another employer, and offices of neither side, are something else.
    assert!(done(&scene, stand(1, Capacity::EmployerAgent, Scope::Case(case(2)))).await.unwrap());
    assert!(done(&scene, stand(1, Capacity::Recorder, Scope::Case(case(1)))).await.unwrap());
    let leave = |scope| AccountChore::Leave {
        account: Uuid::from_u128(1),
        standing: Standing { scope, capacity: Capacity::EmployerAgent },
        at: at(2),
    };
    assert!(done(&scene, leave(Scope::Case(case(2)))).await.unwrap());
    assert!(!done(&scene, leave(Scope::Case(case(2)))).await.unwrap());
    let standings = scene.store.standings_of(Uuid::from_u128(1)).await.unwrap();
    let as_what: Vec<Capacity> = standings.iter().map(|standing| standing.capacity).collect();
    assert_eq!(as_what, [Capacity::Recorder, Capacity::WorkerChief, Capacity::UnionChair]);
    let nobody = done(&scene, stand(3, Capacity::Recorder, employer(EMPLOYER))).await;
    assert!(matches!(nobody, Err(StoreError::NoAccount)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_dont_put_one_account_on_both_sides() {
    let scene = with_two().await;
    let (other, _task) = scene.store.writer(book(), WriterOptions::default()).await.unwrap();
    let mut both = 0;
    for n in 1..=40 {
        let stand = |capacity| Chore::Account(stand(1, capacity, Scope::Case(case(n))));
        let (worker, employer) = (stand(Capacity::WorkerRep), stand(Capacity::EmployerRep));
        let (first, second) = (scene.writer.clone(), other.clone());
        let first = tokio::spawn(async move { first.chore(worker).await });
        let second = tokio::spawn(async move { second.chore(employer).await });
        let answers = [first.await.unwrap(), second.await.unwrap()];
        assert_eq!(answers.iter().filter(|answer| matches!(answer, Ok(true))).count(), 1, "{answers:?}");
        both += answers.iter().filter(|answer| matches!(answer, Err(StoreError::BothSides { .. }))).count();
    }
    assert_eq!(both, 40);
    assert_eq!(scene.store.standings_of(Uuid::from_u128(1)).await.unwrap().len(), 40);
}

#[tokio::test]
async fn those_who_stand_for_an_employer_come_in_pages_that_join() {
    let scene = with_two().await;
    for (n, capacity) in [(1, Capacity::UnionChair), (1, Capacity::WorkerRep), (2, Capacity::Recorder)] {
        done(&scene, stand(n, capacity, employer(EMPLOYER))).await.unwrap();
    }
    done(&scene, stand(2, Capacity::Recorder, employer(OTHER_EMPLOYER))).await.unwrap();
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let page = scene.store.standing_for(&employer(EMPLOYER), after, 1).await.unwrap();
        let Some((account, capacity)) = page.into_iter().next() else { break };
        after = Some((account.id, capacity));
        found.push((account.id.as_u128(), capacity));
    }
    assert_eq!(found, [(1, Capacity::UnionChair), (1, Capacity::WorkerRep), (2, Capacity::Recorder)]);
}

fn session(n: u8, account: u128, created: i64, until: i64) -> StoredSession {
    StoredSession {
        token: Digest::from_bytes([n; 32]),
        account: Uuid::from_u128(account),
        created_at: at(created),
        seen_at: at(created),
        until: at(until),
        second_factor: n.is_multiple_of(2),
    }
}

#[tokio::test]
async fn sessions_are_opened_seen_and_closed() {
    let scene = with_two().await;
    let open = |session, idle_since| AccountChore::OpenSession { session, idle_since: at(idle_since) };
    let first = session(1, 1, 0, 100);
    assert!(done(&scene, open(first.clone(), -60)).await.unwrap());
    assert!(done(&scene, open(session(2, 1, 5, 105), -55)).await.unwrap());
    assert!(done(&scene, open(session(3, 2, 5, 105), -55)).await.unwrap());
    assert_eq!(scene.store.session(first.token).await.unwrap(), Some(first.clone()));
    assert!(done(&scene, AccountChore::Seen { token: first.token, at: at(50) }).await.unwrap());
    assert!(
        !done(&scene, AccountChore::Seen { token: first.token, at: at(49) }).await.unwrap(),
        "time doesn't go back"
    );
    // The next sign-in removes what was idle; what was seen since stays.
    assert!(done(&scene, open(session(4, 1, 70, 170), 10)).await.unwrap());
    let of_first = scene.store.sessions_of(first.account, None, 10).await.unwrap();
    assert_eq!(of_first.iter().map(|it| it.token.as_bytes()[0]).collect::<Vec<_>>(), [1, 4]);
    let after = scene.store.sessions_of(first.account, of_first.first(), 10).await.unwrap();
    assert_eq!((after.len(), after[0].second_factor), (1, true));
    assert!(done(&scene, AccountChore::CloseSession { token: first.token }).await.unwrap());
    assert!(!done(&scene, AccountChore::CloseSession { token: first.token }).await.unwrap());
    let password = Hidden("$argon2id$other".to_owned());
    let set = AccountChore::SetPassword { account: first.account, password: password.clone(), at: at(80) };
    assert!(done(&scene, set).await.unwrap());
    assert!(scene.store.sessions_of(first.account, None, 10).await.unwrap().is_empty());
    assert_eq!(scene.store.account(first.account).await.unwrap().unwrap().password, password);
    assert_eq!(scene.store.sessions_of(Uuid::from_u128(2), None, 10).await.unwrap().len(), 1);
    let disable = AccountChore::Disable { account: Uuid::from_u128(2), since: Some(at(90)), at: at(90) };
    assert!(done(&scene, disable).await.unwrap());
    assert!(scene.store.sessions_of(Uuid::from_u128(2), None, 10).await.unwrap().is_empty());
    assert_eq!(scene.store.account(Uuid::from_u128(2)).await.unwrap().unwrap().disabled_at, Some(at(90)));
}

#[tokio::test]
async fn no_code_of_a_second_factor_counts_twice() {
    let scene = with_two().await;
    let (account, code) = (Uuid::from_u128(1), Digest::sha256(b"code"));
    let codes = vec![code, Digest::sha256(b"another")];
    let set = |codes: &[Digest]| AccountChore::SetSecondFactor {
        account,
        secret: Some(Hidden(vec![7; 20])),
        codes: codes.to_vec(),
        at: at(1),
    };
    assert!(done(&scene, set(&codes)).await.unwrap());
    assert_eq!(scene.store.recovery_codes(account).await.unwrap(), 2);
    let stored = scene.store.account(account).await.unwrap().unwrap();
    assert_eq!(stored.second_factor, Some(Hidden(vec![7; 20])));
    let take = AccountChore::TakeRecoveryCode { account, code, at: at(2) };
    assert!(done(&scene, take.clone()).await.unwrap());
    assert!(!done(&scene, take).await.unwrap());
    assert_eq!(scene.store.recovery_codes(account).await.unwrap(), 1);
    for (step, fresh) in [(10, true), (10, false), (9, false), (11, true)] {
        assert_eq!(done(&scene, AccountChore::TakeStep { account, step }).await.unwrap(), fresh, "{step}");
    }
    assert!(done(&scene, set(&codes)).await.unwrap());
    assert_eq!(scene.store.recovery_codes(account).await.unwrap(), 2, "new ones in place of the old");
    assert!(!done(&scene, AccountChore::TakeStep { account, step: 11 }).await.unwrap(), "still taken");
}

#[tokio::test]
async fn tokens_are_listed_used_revoked_and_end_with_the_password() {
    let scene = with_two().await;
    let account = Uuid::from_u128(1);
    let token = |n: u8, until: i64| StoredToken {
        token: Digest::sha256(&[n]),
        account,
        name: format!("程序{n}"),
        created_at: at(i64::from(n)),
        seen_at: None,
        until: at(until),
        second_factor: true,
    };
    for one in [token(1, 5), token(2, 50), token(3, 50)] {
        assert!(done(&scene, AccountChore::OpenToken(one)).await.unwrap());
    }
    assert!(done(&scene, AccountChore::OpenToken(token(6, 50))).await.unwrap(), "and one that has ended goes");
    let first = scene.store.tokens_of(account, None, 2).await.unwrap();
    assert_eq!(first, [token(2, 50), token(3, 50)]);
    assert_eq!(scene.store.tokens_of(account, first.last(), 2).await.unwrap(), [token(6, 50)]);
    assert!(scene.store.tokens_of(Uuid::from_u128(2), None, 2).await.unwrap().is_empty());
    let seen = AccountChore::TokenSeen { token: Digest::sha256(&[2]), at: at(9) };
    assert!(done(&scene, seen.clone()).await.unwrap() && !done(&scene, seen).await.unwrap());
    let stored = scene.store.token(Digest::sha256(&[2])).await.unwrap().unwrap();
    assert_eq!(stored, StoredToken { seen_at: Some(at(9)), ..token(2, 50) });
    assert!(done(&scene, AccountChore::CloseToken { token: Digest::sha256(&[2]) }).await.unwrap());
    assert_eq!(scene.store.token(Digest::sha256(&[2])).await.unwrap(), None);
    let password = Hidden("$argon2id$other".to_owned());
    assert!(done(&scene, AccountChore::SetPassword { account, password, at: at(10) }).await.unwrap());
    assert!(scene.store.tokens_of(account, None, 2).await.unwrap().is_empty());
}

#[tokio::test]
async fn who_read_what_is_kept_and_never_changed() {
    let scene = with_two().await;
    let line = |minutes: i64, n: u128| ReadLine {
        case: case(1),
        at: at(minutes),
        account: Uuid::from_u128(n),
        what: "materials".to_owned(),
    };
    for (minutes, n, new) in [(2, 1, true), (1, 2, true), (1, 1, true), (1, 1, false)] {
        assert_eq!(done(&scene, AccountChore::Read(line(minutes, n))).await.unwrap(), new);
    }
    let first = scene.store.reads_of(case(1), None, 2).await.unwrap();
    assert_eq!(first, [line(1, 1), line(1, 2)]);
    assert_eq!(scene.store.reads_of(case(1), first.last(), 2).await.unwrap(), [line(2, 1)]);
    assert!(scene.store.reads_of(case(2), None, 2).await.unwrap().is_empty());
    let mut intruder = scene.intruder().await;
    for sql in ["update read_log set what = 'nothing'", "delete from read_log", "delete from account"] {
        let error = intruder.execute(sql).await.unwrap_err();
        assert!(error.contains("never"), "{sql}: {error}");
    }
}

#[tokio::test]
async fn the_platform_is_accepted_once_by_each_side_and_that_stays() {
    let scene = with_two().await;
    assert!(scene.store.inbox_of(EMPLOYER).await.unwrap().is_empty());
    assert!(done(&scene, AccountChore::AcceptInbox(inbox(1))).await.unwrap());
    assert!(!done(&scene, AccountChore::AcceptInbox(inbox(2))).await.unwrap(), "the first stands");
    assert_eq!(scene.store.inbox_of(EMPLOYER).await.unwrap(), [inbox(1)]);
    let other = InboxLine { side: Side::Employer, ..inbox(2) };
    assert!(done(&scene, AccountChore::AcceptInbox(other.clone())).await.unwrap());
    assert_eq!(scene.store.inbox_of(EMPLOYER).await.unwrap(), [other, inbox(1)]);
    assert!(scene.store.inbox_of("81330784MA0DEM224H").await.unwrap().is_empty());
    let error = scene.intruder().await.execute("delete from inbox_acceptance").await.unwrap_err();
    assert!(error.to_string().contains("never"), "{error}");
}

#[tokio::test]
async fn a_city_and_a_province_see_the_cases_below_them() {
    let scene = Scene::on(ON).await;
    for n in 1..=5 {
        scene.submit(opens(case(n), EMPLOYER)).await.unwrap();
    }
    for (code, found) in [("330784", 5), ("3307", 5), ("33", 5), ("330785", 0), ("3308", 0), ("34", 0)] {
        let filter = CaseFilter::Region(code.to_owned());
        assert_eq!(scene.store.cases(&filter, None, 10).await.unwrap().len(), found, "{code}");
    }
    let page = scene.store.cases(&CaseFilter::Region("3307".to_owned()), Some(case(4)), 2).await.unwrap();
    assert_eq!(page.iter().map(|line| line.case).collect::<Vec<_>>(), [3, 2].map(case));
}
