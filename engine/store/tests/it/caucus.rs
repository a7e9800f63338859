//! Notes of a side: each side's own, paged from the newest, erased by whoever wrote them and changed by nobody.

use negotiation::Side;
use store::{CaucusChore, CaucusNote, Chore, Hidden};
use uuid::Uuid;

use super::ON;
use crate::support::{Scene, at, case};

fn note(n: u128, side: Side) -> CaucusNote {
    let text = Some(Hidden(format!("第{n}条")));
    CaucusNote { case: case(1), side, id: Uuid::from_u128(9 - n), account: Uuid::from_u128(1), at: at(1), text }
}

#[tokio::test]
async fn each_side_reads_its_own_from_the_newest_page_by_page() {
    let scene = Scene::on(ON).await;
    for n in 1..=5 {
        let note = CaucusNote { at: at(i64::try_from(n).unwrap() / 2), ..note(n, Side::Worker) };
        let say = Chore::Caucus(CaucusChore::Say(note));
        assert!(scene.writer.chore(say.clone()).await.unwrap());
        assert!(!scene.writer.chore(say).await.unwrap(), "twice is once");
    }
    scene.writer.chore(Chore::Caucus(CaucusChore::Say(note(6, Side::Employer)))).await.unwrap();
    let mut told = Vec::new();
    let mut before = None;
    loop {
        let page = scene.store.caucus(case(1), Side::Worker, before, 2).await.unwrap();
        let Some(last) = page.last() else { break };
        before = Some((last.at, last.id));
        told.extend(page.into_iter().map(|note| note.text.unwrap().0));
    }
    assert_eq!(told, ["第4条", "第5条", "第2条", "第3条", "第1条"], "by time, then by id");
    let theirs = scene.store.caucus(case(1), Side::Employer, None, 9).await.unwrap();
    assert_eq!(theirs, [note(6, Side::Employer)]);
    assert!(scene.store.caucus(case(2), Side::Worker, None, 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_note_is_erased_by_its_writer_and_otherwise_stays_as_it_is() {
    let scene = Scene::on(ON).await;
    let note = note(1, Side::Worker);
    scene.writer.chore(Chore::Caucus(CaucusChore::Say(note.clone()))).await.unwrap();
    let erase =
        |account, side| Chore::Caucus(CaucusChore::Erase { case: note.case, side, id: note.id, account, at: at(2) });
    let (own, other) = (note.account, Uuid::from_u128(2));
    assert!(!scene.writer.chore(erase(other, Side::Worker)).await.unwrap());
    assert!(!scene.writer.chore(erase(own, Side::Employer)).await.unwrap());
    let mut intruder = scene.intruder().await;
    assert!(intruder.execute("update caucus_note set text = 'x'").await.is_err());
    assert!(intruder.execute("delete from caucus_note").await.is_err());
    assert!(scene.writer.chore(erase(own, Side::Worker)).await.unwrap());
    assert!(!scene.writer.chore(erase(own, Side::Worker)).await.unwrap());
    let left = scene.store.caucus(case(1), Side::Worker, None, 9).await.unwrap();
    assert_eq!(left, [CaucusNote { text: None, ..note }]);
    assert!(intruder.execute("update caucus_note set text = 'x', erased_at_ms = null").await.is_err());
}
