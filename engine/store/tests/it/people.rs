//! Organisations, rosters, links and codes, surveys.

use ledger::Digest;
use negotiation::Capacity;
use store::{
    AccountChore, Chore, Hidden, Organisation, OrganisationState, Pass, PassKind, PeopleChore, Place, RosterDraft,
    RosterPerson, Scan, Scope, ShortMessage, Standing, StoreError, StoredAccount, Survey, SurveyAnswer,
};
use uuid::Uuid;

use super::ON;
use crate::support::{EMPLOYER, Scene, at};

const ONE: Uuid = Uuid::from_u128(1);
const TWO: Uuid = Uuid::from_u128(2);

async fn done(scene: &Scene, chore: PeopleChore) -> Result<bool, StoreError> {
    scene.writer.chore(Chore::People(chore)).await
}

async fn with_two() -> Scene {
    let scene = Scene::on(ON).await;
    for (id, login) in [(ONE, "zhang"), (TWO, "li")] {
        let account = StoredAccount {
            id,
            login: login.to_owned(),
            name: "张三（虚构）".to_owned(),
            password: Hidden("$argon2id$…".to_owned()),
            second_factor: None,
            created_at: at(0),
            disabled_at: None,
        };
        assert!(scene.writer.chore(Chore::Account(AccountChore::Create(account))).await.unwrap());
    }
    scene
}

fn organisation(region: &str) -> Organisation {
    Organisation {
        id: Uuid::from_u128(7),
        kind: "union".to_owned(),
        name: "示例工会（虚构）".to_owned(),
        uscc: EMPLOYER.to_owned(),
        region: region.to_owned(),
        employers: vec![EMPLOYER.to_owned()],
        applicant: ONE,
        capacity: Capacity::UnionChair,
        state: OrganisationState::Waiting,
        reason: String::new(),
        created_at: at(1),
        decided: None,
    }
}

fn chair() -> Standing {
    Standing { scope: Scope::Employer(EMPLOYER.to_owned()), capacity: Capacity::UnionChair }
}

fn decide(state: OrganisationState, stands: Vec<(Uuid, Standing)>) -> PeopleChore {
    let (id, reason) = (Uuid::from_u128(7), "缺章".to_owned());
    PeopleChore::Decide { id, state, reason, by: TWO, at: at(2), leaves: Vec::new(), stands }
}

#[tokio::test]
async fn an_application_waits_is_returned_mended_and_confirmed_with_its_standing() {
    let scene = with_two().await;
    let scan = Scan {
        purpose: "licence".to_owned(),
        name: "执照.pdf".to_owned(),
        media: "application/pdf".to_owned(),
        bytes: Hidden(vec![1, 2]),
    };
    let apply = || PeopleChore::Apply { organisation: organisation("330784"), scans: vec![scan.clone()] };
    assert!(done(&scene, apply()).await.unwrap());
    assert_eq!(scene.store.organisation(Uuid::from_u128(7)).await.unwrap(), Some(organisation("330784")));
    for (digits, found) in [("33", 1), ("3307", 1), ("330784", 1), ("3301", 0), ("34", 0)] {
        let waiting = scene.store.organisations_in(OrganisationState::Waiting, digits, None, 9).await.unwrap();
        assert_eq!(waiting.len(), found, "{digits}");
    }
    assert!(done(&scene, decide(OrganisationState::Returned, Vec::new())).await.unwrap());
    assert!(!done(&scene, decide(OrganisationState::Confirmed, vec![(ONE, chair())])).await.unwrap(), "not waiting");
    assert!(scene.store.standings_of(ONE).await.unwrap().is_empty());
    assert!(done(&scene, apply()).await.unwrap());
    let other = Organisation { applicant: TWO, ..organisation("330784") };
    assert!(!done(&scene, PeopleChore::Apply { organisation: other, scans: Vec::new() }).await.unwrap());
    assert!(done(&scene, decide(OrganisationState::Confirmed, vec![(ONE, chair())])).await.unwrap());
    assert_eq!(scene.store.standings_of(ONE).await.unwrap(), [chair()]);
    assert!(!done(&scene, apply()).await.unwrap(), "what is confirmed doesn't change");
    assert_eq!(scene.store.scan(Uuid::from_u128(7), "licence").await.unwrap(), Some(scan));
    assert_eq!(scene.store.organisations_of(ONE, Uuid::nil(), 9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_confirmation_that_would_put_somebody_on_both_sides_leaves_nothing() {
    let scene = with_two().await;
    let firm = Standing { scope: Scope::Employer(EMPLOYER.to_owned()), capacity: Capacity::EmployerAgent };
    let stand = AccountChore::Stand { account: ONE, standing: firm, at: at(1) };
    assert!(scene.writer.chore(Chore::Account(stand)).await.unwrap());
    done(&scene, PeopleChore::Apply { organisation: organisation("330784"), scans: Vec::new() }).await.unwrap();
    let both = done(&scene, decide(OrganisationState::Confirmed, vec![(ONE, chair())])).await;
    assert!(matches!(both, Err(StoreError::BothSides { .. })), "{both:?}");
    let found = scene.store.organisation(Uuid::from_u128(7)).await.unwrap().unwrap();
    assert_eq!(found.state, OrganisationState::Waiting);
}

#[tokio::test]
async fn one_phone_is_on_one_side_only() {
    let scene = with_two().await;
    let stand = |account, capacity| {
        let standing = Standing { scope: Scope::Employer(EMPLOYER.to_owned()), capacity };
        Chore::Account(AccountChore::Stand { account, standing, at: at(1) })
    };
    let phone = |account, phone: &str| PeopleChore::SetPhone { account, phone: Hidden(phone.to_owned()), at: at(1) };
    assert!(done(&scene, phone(ONE, "13800000000")).await.unwrap());
    assert!(done(&scene, phone(TWO, "13800000000")).await.unwrap());
    assert!(scene.writer.chore(stand(ONE, Capacity::UnionChair)).await.unwrap());
    let both = scene.writer.chore(stand(TWO, Capacity::EmployerChief)).await;
    assert!(matches!(&both, Err(StoreError::PhoneOnBothSides { employer }) if employer == EMPLOYER), "{both:?}");
    assert!(done(&scene, phone(TWO, "13900000000")).await.unwrap());
    assert!(scene.writer.chore(stand(TWO, Capacity::EmployerChief)).await.unwrap());
    let both = done(&scene, phone(TWO, "13800000000")).await;
    assert!(matches!(both, Err(StoreError::PhoneOnBothSides { .. })), "{both:?}");
    assert_eq!(scene.store.phone(TWO).await.unwrap(), Some(Hidden("13900000000".to_owned())), "nothing changed");
}

fn person(n: u128, name: &str) -> RosterPerson {
    RosterPerson {
        id: Uuid::from_u128(n),
        name: Hidden(name.to_owned()),
        phone: Hidden("13800000000".to_owned()),
        number: "A1".to_owned(),
        post: "焊工".to_owned(),
        constituency: "一车间".to_owned(),
        sex: "female".to_owned(),
        delegate: true,
        account: None,
    }
}

async fn with_roster() -> Scene {
    let scene = with_two().await;
    let draft = RosterDraft { id: ONE, employer: EMPLOYER.to_owned(), account: ONE, at: at(1), rows: Hidden(vec![1]) };
    assert!(done(&scene, PeopleChore::KeepDraft(draft.clone())).await.unwrap());
    assert_eq!(scene.store.roster_draft(ONE).await.unwrap(), Some(draft));
    let import = || PeopleChore::Import {
        draft: ONE,
        employer: EMPLOYER.to_owned(),
        persons: vec![person(11, "李一"), person(12, "王二")],
    };
    assert!(done(&scene, import()).await.unwrap());
    assert!(!done(&scene, import()).await.unwrap(), "a list comes in once");
    scene
}

#[tokio::test]
async fn an_erased_person_leaves_no_name_and_no_phone() {
    let scene = with_roster().await;
    let who = Uuid::from_u128(11);
    let bind = PeopleChore::Bind { employer: EMPLOYER.to_owned(), person: who, account: ONE };
    assert!(done(&scene, bind).await.unwrap());
    assert_eq!(scene.store.rosters_of(ONE, 9).await.unwrap(), [(EMPLOYER.to_owned(), who)]);
    assert_eq!(scene.store.roster_named(EMPLOYER, "李一", 9).await.unwrap().len(), 1);
    let erase = || PeopleChore::EraseFromRoster { employer: EMPLOYER.to_owned(), person: who, at: at(2) };
    assert!(done(&scene, erase()).await.unwrap());
    assert!(!done(&scene, erase()).await.unwrap());
    assert_eq!(scene.store.roster_person(EMPLOYER, who).await.unwrap(), None);
    assert!(scene.store.rosters_of(ONE, 9).await.unwrap().is_empty());
    assert_eq!(scene.store.roster(EMPLOYER, Uuid::nil(), 9).await.unwrap(), [person(12, "王二")]);
    assert_eq!(scene.store.roster_size(EMPLOYER).await.unwrap(), 1);
}

#[tokio::test]
async fn a_pass_is_used_once_in_its_time_and_tried_a_few_times() {
    let scene = with_roster().await;
    let token = Digest::sha256(b"token");
    let pass = Pass {
        token,
        kind: PassKind::Code,
        employer: EMPLOYER.to_owned(),
        person: Uuid::from_u128(11),
        secret: Some(Digest::sha256(b"secret")),
        tries: 0,
        created_at: at(1),
        until: at(10),
        used_at: None,
    };
    let message = ShortMessage {
        id: ONE,
        phone: Some(Hidden("13800000000".to_owned())),
        text: Some(Hidden("验证码".to_owned())),
        created_at: at(1),
        attempts: 0,
        next_at: at(1),
        sent_at: None,
        problem: None,
    };
    let put = PeopleChore::PutPass { pass: pass.clone(), message: message.clone() };
    assert!(done(&scene, put).await.unwrap());
    assert_eq!(scene.store.pass(token).await.unwrap(), Some(pass));
    let since = |at| scene.store.passes_since(EMPLOYER, Uuid::from_u128(11), PassKind::Code, at);
    assert_eq!((since(at(0)).await.unwrap(), since(at(1)).await.unwrap()), (1, 0));
    for tried in [true, true, false] {
        assert_eq!(done(&scene, PeopleChore::TryPass { token, most: 2, at: at(2) }).await.unwrap(), tried);
    }
    assert!(!done(&scene, PeopleChore::TakePass { token, at: at(10) }).await.unwrap(), "too late");
    assert!(done(&scene, PeopleChore::TakePass { token, at: at(3) }).await.unwrap());
    assert!(!done(&scene, PeopleChore::TakePass { token, at: at(3) }).await.unwrap());

    let link = Digest::sha256(b"link");
    let say = ShortMessage { id: TWO, next_at: at(90), ..message.clone() };
    let put = PeopleChore::PutAccountPass { token: link, account: ONE, at: at(1), until: at(10), message: say };
    assert!(done(&scene, put).await.unwrap());
    assert_eq!(scene.store.account_pass(link, at(9)).await.unwrap(), Some(ONE));
    assert_eq!(scene.store.account_pass(link, at(10)).await.unwrap(), None);
    assert_eq!(scene.store.account_passes_since(ONE, at(0)).await.unwrap(), 1);
    assert!(done(&scene, PeopleChore::TakeAccountPass { token: link, at: at(2) }).await.unwrap());
    assert!(!done(&scene, PeopleChore::TakeAccountPass { token: link, at: at(2) }).await.unwrap());
    assert_eq!(scene.store.account_pass(link, at(3)).await.unwrap(), None);

    assert_eq!(scene.store.short_due(at(1), 9).await.unwrap(), std::slice::from_ref(&message));
    let claim = || PeopleChore::ClaimShort { id: ONE, seen: at(1), until: at(5) };
    assert!(done(&scene, claim()).await.unwrap());
    assert!(!done(&scene, claim()).await.unwrap(), "another worker has it");
    let problem = "没有人".to_owned();
    assert!(done(&scene, PeopleChore::RetryShort { id: ONE, next_at: at(6), problem }).await.unwrap());
    assert!(scene.store.short_due(at(5), 9).await.unwrap().is_empty());
    assert!(done(&scene, PeopleChore::SentShort { id: ONE, at: at(7) }).await.unwrap());
    let sent = &scene.store.short_newest(TWO, 9).await.unwrap()[0];
    assert_eq!((&sent.phone, &sent.text, sent.sent_at, sent.attempts), (&None, &None, Some(at(7)), 1));
}

/// A personal link in a message that was handed over is nowhere in the file; on a server only its cleaning does that.
#[tokio::test]
async fn what_a_message_said_is_overwritten_once_it_is_handed_over() {
    let scene = Scene::on(ON).await;
    let Place::File(path) = scene.place.clone() else { return };
    let link = |n: u128| format!("/v/{n:032x}/{:032x}", n * 7_919);
    let phone = |n: u128| format!("1390000{n:04}");
    for n in 1..=20 {
        let message = ShortMessage {
            id: Uuid::from_u128(n),
            phone: Some(Hidden(phone(n))),
            text: Some(Hidden(format!("您的投票链接：{}", link(n)))),
            created_at: at(1),
            attempts: 0,
            next_at: at(1),
            sent_at: None,
            problem: None,
        };
        assert!(done(&scene, PeopleChore::Say(message)).await.unwrap());
    }
    for n in 2..=20 {
        assert!(done(&scene, PeopleChore::SentShort { id: Uuid::from_u128(n), at: at(2) }).await.unwrap());
    }
    // The last who closes the file writes the log into it and removes it.
    let scene = scene.reopened().await;
    let bytes = std::fs::read(&path).unwrap();
    let has = |text: String| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(has(link(1)) && has(phone(1)), "what waits is there");
    for n in 2..=20 {
        assert!(!has(link(n)) && !has(phone(n)), "the link or phone of {n}");
    }
    assert_eq!(scene.store.short_due(at(3), 99).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_survey_counts_everybody_once_and_says_of_nobody_what_they_wrote() {
    let scene = with_two().await;
    let survey = Survey {
        id: ONE,
        employer: EMPLOYER.to_owned(),
        title: "今年的工资".to_owned(),
        code: "abc".to_owned(),
        opened_at: at(1),
        closed_at: None,
    };
    assert!(done(&scene, PeopleChore::OpenSurvey(survey.clone())).await.unwrap());
    let answer = |n: u128, mark: &[u8]| PeopleChore::Answer {
        survey: ONE,
        mark: Digest::sha256(mark),
        answer: SurveyAnswer { id: Uuid::from_u128(n), topics: vec!["rise".to_owned()], words: "涨".to_owned() },
    };
    assert!(done(&scene, answer(5, b"a")).await.unwrap());
    assert!(!done(&scene, answer(6, b"a")).await.unwrap());
    assert!(done(&scene, answer(4, b"b")).await.unwrap());
    assert!(scene.store.has_answered(ONE, Digest::sha256(b"a")).await.unwrap());
    assert_eq!(scene.store.survey_taken(ONE).await.unwrap(), 2);
    let answers = scene.store.survey_answers(ONE, Uuid::nil(), 9).await.unwrap();
    assert_eq!(answers.iter().map(|answer| answer.id.as_u128()).collect::<Vec<_>>(), [4, 5]);
    assert_eq!(scene.store.survey_of_code("abc").await.unwrap(), Some(survey));
    assert!(done(&scene, PeopleChore::CloseSurvey { id: ONE, at: at(2) }).await.unwrap());
    assert!(!done(&scene, answer(7, b"c")).await.unwrap(), "closed");
    assert_eq!(scene.store.surveys(EMPLOYER, Uuid::max(), 9).await.unwrap()[0].closed_at, Some(at(2)));
}
