//! The demonstration: set up in seconds, whole or not at all, left as it is the next time.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use messages::Catalogue;
use negotiation::LawBook;
use service::{Config, Desk, Further, Service};
use store::{CaseFilter, CaseLine, Place, Store, WriterOptions};
use xinxieshang::demo::{Demo, DemoError, accounts, people};
use xinxieshang::press;

use crate::press::typesetter;

async fn cases(database: &Path) -> Vec<(CaseLine, u64)> {
    let store = Store::open(&Place::File(database.to_owned())).await.unwrap();
    let mut lines = Vec::new();
    for line in store.cases(&CaseFilter::All, None, 1_000).await.unwrap() {
        let head = store.head(line.case).await.unwrap().unwrap();
        lines.push((line, head.seq));
    }
    store.close().await;
    lines
}

#[tokio::test]
async fn it_shows_many_stages_and_setting_it_up_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Demo::open(folder.path(), false).await.unwrap();
    let first = cases(&demo.folder.database()).await;
    assert!(first.len() >= 10, "{}", first.len());
    let stages: BTreeSet<&str> = first.iter().map(|(line, _)| line.stage.as_str()).collect();
    assert!(stages.len() >= 8, "{stages:?}");
    for (line, _) in &first {
        assert!(line.employer_name.ends_with("（虚构）"), "{}", line.employer_name);
        assert!(line.changed_at <= demo.clock.now(), "{}", line.employer_name);
    }
    for role in people::roles(&demo.persons) {
        let case = role.path.trim_start_matches("/cases/");
        assert!(case == "/home" || first.iter().any(|(line, _)| line.case.to_string() == case), "{role:?}");
    }
    everybody_signs_in(&demo, &first).await;
    assert!(matches!(Demo::open(folder.path(), false).await, Err(DemoError::InUse(_))), "one process at a time");
    let (persons, shown) = (demo.persons.clone(), demo.clock.now());
    drop(demo);
    let again = Demo::open(folder.path(), false).await.unwrap();
    assert_eq!(cases(&again.folder.database()).await, first);
    assert_eq!(again.persons, persons);
    assert!(again.clock.now() >= shown);
    again.clock.advance(30 * 86_400_000);
    let later = again.clock.now();
    drop(again);
    let anew = Demo::open(folder.path(), true).await.unwrap();
    assert_eq!(cases(&anew.folder.database()).await, first, "the same cases, from the beginning");
    assert!(anew.clock.now() < later);
}

/// The roles that are offered sign in with the one password and stand in the main case; the bureau in all of its province.
async fn everybody_signs_in(demo: &Demo, cases: &[(CaseLine, u64)]) {
    let store = Store::open(&Place::File(demo.folder.database())).await.unwrap();
    let book = Arc::<LawBook>::clone(&demo.book);
    let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
    let hands = Arc::clone(&demo.clock);
    let accounts = accounts::of(Desk::new(store.clone(), writer, Arc::new(move || hands.now())));
    let (main, _) = cases.iter().find(|(line, _)| line.employer_name.contains("栖禾")).unwrap();
    let (other, _) = cases.iter().find(|(line, _)| line.employer_name.contains("听松")).unwrap();
    for role in people::roles(&demo.persons) {
        let token = accounts.sign_in(&role.login, people::PASSWORD, None).await.unwrap();
        let signed = accounts.signed_in(&token.0).await.unwrap().unwrap();
        let is_staff = ["demo-review", "demo-fed"].contains(&role.login.as_str());
        if role.login == "demo-new" {
            // Whose enterprise has no case yet.
            assert!(signed.capacities(main).is_empty() && signed.filters().len() == 1);
            continue;
        }
        assert!(!signed.capacities(main).is_empty(), "{}", role.login);
        assert_eq!(signed.capacities(other).is_empty(), !is_staff, "{}", role.login);
    }
    for person in &demo.persons {
        assert_eq!(accounts.by_login(&person.login).await.unwrap().map(|account| account.id), Some(person.id));
    }
    drop(accounts);
    task.stopped().await;
    store.close().await;
}

// The server's own press: papers appear without anybody asking for them, also when the clock is moved on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn papers_appear_by_themselves_and_a_renewal_is_reminded_of_on_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Demo::open(folder.path(), false).await.unwrap();
    let mut config = Config::read("token = \"0123456789abcdef0123456789abcdef\"\ntick_ms = 100\n").unwrap();
    config.database = demo.folder.database().display().to_string();
    config.listen.address.set_port(0);
    config.listen.operators.set_port(0);
    let hands = Arc::clone(&demo.clock);
    let jobs = vec![press::job(Arc::clone(&demo.book), typesetter(), true), demo.clock.keeper()];
    let service = Service {
        book: Arc::clone(&demo.book),
        clock: Arc::new(move || hands.now()),
        config,
        further: Further { jobs, pages: None },
        texts: Arc::new(Catalogue::new(&[service::MESSAGES]).unwrap()),
    };
    let running = service.start().await.unwrap();
    let store = Store::open(&Place::File(demo.folder.database())).await.unwrap();
    let all = store.cases(&CaseFilter::All, None, 1_000).await.unwrap();
    let named = |part: &str| all.iter().find(|line| line.employer_name.contains(part)).unwrap().case;
    let main = named("栖禾");
    until(async || store.documents_of(main, None, 1_000).await.unwrap().len() >= 8).await;
    // A term from March 2026 for a year: within ninety days of its end a renewal may be proposed (ZJ-CC 30(3)).
    let in_force = named("长汀");
    demo.clock.advance(250 * 86_400_000);
    let reminded = async || {
        let papers = store.documents_of(in_force, None, 1_000).await.unwrap();
        papers.iter().any(|paper| paper.kind == "expiry_notice")
    };
    until(reminded).await;
    store.close().await;
    running.stop().await;
}

async fn until(holds: impl AsyncFn() -> bool) {
    for _ in 0..600 {
        if holds().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("never came");
}
