//! Rolls: closed by two, with names that can be erased, challenged and answered.

use store::{
    BallotChore, ChallengeChore, ChallengeKind, Chore, Hidden, MAX_OWN_CHALLENGES, NewChallenge, RollStep, StoredRoll,
};
use uuid::Uuid;

use super::ON;
use crate::support::{BALLOT, Scene, at, case, opens_ballot, publishes};

fn step(by: &str, minute: i64) -> RollStep {
    RollStep { by: by.to_owned(), at: at(minute) }
}

async fn chore(scene: &Scene, chore: BallotChore) -> bool {
    scene.writer.chore(Chore::Ballot(chore)).await.unwrap()
}

#[tokio::test]
async fn a_roll_is_closed_by_two_persons_and_never_changed() {
    let scene = Scene::on(ON).await;
    let (case, roll) = (case(1), BALLOT);
    assert!(chore(&scene, publishes(3)).await && !chore(&scene, publishes(3)).await);
    let close = |by: &str| BallotChore::CloseRoll { case, roll, by: step(by, 2) };
    let confirm = |by: &str| BallotChore::ConfirmRoll { case, roll, by: step(by, 3) };
    assert!(!chore(&scene, confirm("b")).await, "nobody has closed it");
    assert!(chore(&scene, close("a")).await && !chore(&scene, close("b")).await);
    assert!(!chore(&scene, confirm("a")).await, "not the same person");
    assert!(chore(&scene, confirm("b")).await && !chore(&scene, confirm("c")).await);
    let rolls = scene.store.ballot_rolls(case, 9).await.unwrap();
    let BallotChore::PublishRoll { content, .. } = publishes(3) else { unreachable!() };
    let whole = StoredRoll {
        case,
        roll,
        content,
        published: step("a", 1),
        closed: Some(step("a", 2)),
        confirmed: Some(step("b", 3)),
    };
    assert_eq!(rolls, [whole]);
    let mut intruder = scene.intruder().await;
    for sql in [
        "update ballot_roll set content = x'00'",
        "update ballot_roll set closed_by = 'c'",
        "update ballot_roll set confirmed_by = null, confirmed_at_ms = null",
        "delete from ballot_roll",
    ] {
        assert!(intruder.execute(sql).await.unwrap_err().contains("never"), "{sql}");
    }
}

/// The roll and the ballot keep ids and a commitment; who asks for it is gone from both, and the rest is what it was.
#[tokio::test]
async fn a_name_on_a_roll_is_erased_and_the_roll_stays_as_it_was_published() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, 3).await;
    let before = scene.store.ballot_rolls(case(1), 9).await.unwrap();
    assert!(!String::from_utf8(before[0].content.clone()).unwrap().contains("代表"));
    let roll: ballot::Roll = serde_json::from_slice(&before[0].content).unwrap();
    let named = |name: &str| ballot::Named { name: name.to_owned() };
    assert!(
        roll.voters[1].is(&[3; 32], &named("代表1（虚构）")) && !roll.voters[1].is(&[3; 32], &named("代表2（虚构）"))
    );
    let erase = |id: &str| Chore::ErasePerson { case: case(1), id: id.to_owned(), at: at(5) };
    assert!(scene.writer.chore(erase("p-1")).await.unwrap());
    assert!(!scene.writer.chore(erase("p-1")).await.unwrap() && !scene.writer.chore(erase("p-9")).await.unwrap());
    let names = scene.store.roll_names(case(1), BALLOT, None, 9).await.unwrap();
    assert_eq!(names.iter().map(|name| name.content.is_some()).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!(scene.store.roll_names(case(1), BALLOT, Some(1), 9).await.unwrap(), names[2..]);
    let voters = scene.store.ballot_voters(case(1), BALLOT, None, 9).await.unwrap();
    assert_eq!(voters.iter().map(|voter| voter.name.is_some()).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!(scene.store.ballot_rolls(case(1), 9).await.unwrap(), before);
    let mut intruder = scene.intruder().await;
    assert_eq!(scene.count("select count(*) from ballot_roll_name where fields is null and salt is null").await, 1);
    for sql in ["update ballot_roll_name set person_id = 'other'", "delete from ballot_roll_name"] {
        assert!(intruder.execute(sql).await.unwrap_err().contains("erased"), "{sql}");
    }
}

/// With everybody's name the words of challenges go; whoever asks again changes nothing, and another case keeps its own.
#[tokio::test]
async fn all_names_on_the_rolls_of_a_case_are_erased_at_once() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, 3).await;
    let before = scene.store.ballot_rolls(case(1), 9).await.unwrap();
    let erase = |of: Uuid| BallotChore::EraseRolls { case: of, at: at(5) };
    assert!(!chore(&scene, erase(case(2))).await, "no roll of another case is touched");
    assert!(chore(&scene, erase(case(1))).await && !chore(&scene, erase(case(1))).await);
    let names = scene.store.roll_names(case(1), BALLOT, None, 9).await.unwrap();
    assert_eq!(names.len(), 3);
    assert!(names.iter().all(|name| name.content.is_none() && name.erased == Some(at(5))));
    let voters = scene.store.ballot_voters(case(1), BALLOT, None, 9).await.unwrap();
    assert!(voters.iter().all(|voter| voter.name.is_none() && !voter.person.is_empty()));
    assert_eq!(scene.store.ballot_rolls(case(1), 9).await.unwrap(), before, "ids and commitments stay");
    assert_eq!(scene.count("select count(*) from ballot_challenge where text is not null").await, 0);
}

#[tokio::test]
async fn a_challenge_is_kept_while_the_roll_is_open_answered_once_and_taken_back_by_its_writer() {
    let scene = Scene::on(ON).await;
    assert!(chore(&scene, publishes(3)).await);
    let (case, roll) = (case(1), BALLOT);
    let words = |text: &str| Hidden(text.to_owned());
    let enter = |n: u128, by: &str| {
        let new = NewChallenge {
            case,
            roll,
            id: Uuid::from_u128(n),
            kind: ChallengeKind::Extra,
            text: words("代表2已离职"),
            by: step(by, 2),
        };
        BallotChore::Challenge(ChallengeChore::Enter(new))
    };
    let answer = |n: u128| {
        let (id, text) = (Uuid::from_u128(n), words("已核对"));
        BallotChore::Challenge(ChallengeChore::Answer { case, roll, id, accepted: false, text, by: step("a", 3) })
    };
    let back = |n: u128, by: &str| {
        BallotChore::Challenge(ChallengeChore::TakeBack { case, roll, id: Uuid::from_u128(n), by: step(by, 4) })
    };
    for n in 1..=u128::from(MAX_OWN_CHALLENGES) {
        assert!(chore(&scene, enter(n, "p-1")).await && !chore(&scene, enter(n, "p-1")).await);
    }
    assert!(!chore(&scene, enter(99, "p-1")).await, "no more by one person");
    assert!(chore(&scene, enter(50, "p-2")).await);
    assert!(chore(&scene, answer(1)).await && !chore(&scene, answer(1)).await);
    assert!(!chore(&scene, back(1, "p-2")).await && chore(&scene, back(1, "p-1")).await);
    assert!(chore(&scene, back(2, "p-1")).await && !chore(&scene, answer(2)).await, "it was taken back");
    let all = scene.store.challenges(case, roll, Uuid::nil(), 99).await.unwrap();
    assert_eq!(all.len(), 11);
    let answered = all[0].answer.clone().unwrap();
    assert!(
        all[0].text.is_none() && answered.text.is_none() && !answered.accepted,
        "the words are gone, the rest stays"
    );
    assert_eq!(scene.store.challenges(case, roll, Uuid::from_u128(9), 1).await.unwrap()[0].id, Uuid::from_u128(10));
    assert_eq!(scene.store.open_challenges(case, 99).await.unwrap().len(), 9);
    assert_eq!(scene.store.open_challenges(case, 4).await.unwrap().len(), 4);
    // Whoever is erased in the case is erased here.
    let erase = Chore::ErasePerson { case, id: "p-2".to_owned(), at: at(5) };
    assert!(scene.writer.chore(erase).await.unwrap());
    assert_eq!(scene.store.open_challenges(case, 99).await.unwrap().len(), 8);
    let close = BallotChore::CloseRoll { case, roll, by: step("a", 6) };
    assert!(chore(&scene, close).await && !chore(&scene, enter(60, "p-3")).await, "the roll is closed");
    assert!(chore(&scene, answer(3)).await, "an answer may still come");
    let mut intruder = scene.intruder().await;
    for sql in [
        "update ballot_challenge set kind = 'missing'",
        "update ballot_challenge set accepted = 1 - accepted where accepted is not null",
        "update ballot_challenge set text = 'other', erased_at_ms = null where erased_at_ms is not null",
        "delete from ballot_challenge",
    ] {
        assert!(intruder.execute(sql).await.unwrap_err().contains("never"), "{sql}");
    }
}

/// The register of attendance grows until the list is kept, and is challenged only afterwards; the roll's challenges are
/// others.
#[tokio::test]
async fn attendance_is_challenged_once_the_list_is_kept() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, 3).await;
    let case = case(1);
    let enter = |n: u128, by: &str| {
        let (id, text) = (Uuid::from_u128(n), Hidden("代表2没有参加".to_owned()));
        let new = NewChallenge { case, roll: BALLOT, id, kind: ChallengeKind::Extra, text, by: step(by, 70) };
        BallotChore::Objection(ChallengeChore::Enter(new))
    };
    assert!(!chore(&scene, enter(1, "p-1")).await, "it is still open");
    let issued = scene.store.ballot_register(case, BALLOT).await.unwrap().unwrap().counts();
    let close = BallotChore::Close { case, ballot: BALLOT, issued, bundle: b"{}".to_vec() };
    assert!(chore(&scene, close).await);
    for n in 1..=u128::from(MAX_OWN_CHALLENGES) {
        assert!(chore(&scene, enter(n, "p-1")).await && !chore(&scene, enter(n, "p-1")).await);
    }
    assert!(!chore(&scene, enter(99, "p-1")).await && chore(&scene, enter(50, "p-2")).await);
    let text = Hidden("已核对签到表".to_owned());
    let answer = |id: u128| {
        let (id, text) = (Uuid::from_u128(id), text.clone());
        let by = step("a", 80);
        BallotChore::Objection(ChallengeChore::Answer { case, roll: BALLOT, id, accepted: true, text, by })
    };
    assert!(chore(&scene, answer(1)).await && !chore(&scene, answer(1)).await);
    let back = |n: u128, by: &str| {
        let (id, by) = (Uuid::from_u128(n), step(by, 81));
        BallotChore::Objection(ChallengeChore::TakeBack { case, roll: BALLOT, id, by })
    };
    assert!(!chore(&scene, back(2, "p-2")).await && chore(&scene, back(2, "p-1")).await);
    assert_eq!(scene.store.objections(case, BALLOT, Uuid::nil(), 99).await.unwrap().len(), 11);
    assert_eq!(scene.store.open_objections(case, 99).await.unwrap().len(), 9);
    assert!(scene.store.challenges(case, BALLOT, Uuid::nil(), 99).await.unwrap().is_empty());
    let erase = Chore::ErasePerson { case, id: "p-2".to_owned(), at: at(90) };
    assert!(scene.writer.chore(erase).await.unwrap());
    assert_eq!(scene.store.open_objections(case, 99).await.unwrap().len(), 8);
    let mut intruder = scene.intruder().await;
    for sql in ["update ballot_objection set kind = 'missing'", "delete from ballot_objection"] {
        assert!(intruder.execute(sql).await.unwrap_err().contains("never"), "{sql}");
    }
}
