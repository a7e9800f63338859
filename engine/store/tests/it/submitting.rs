//! Submitting acts: order, staleness, repetition, refusal, strikes.

use law::time::Moment;
use negotiation::{Act, CaseState, Head, LawBook, Performed, Refusal, SealedRecord};
use store::{Decide, StoreError, Submission, SubmitError, WriterOptions};

use super::ON;
use crate::support::{
    EMPLOYER, OTHER_EMPLOYER, Scene, accepts_platform, at, book, case, document, offers, opens, publishes_too_early,
    records_document,
};

#[tokio::test]
async fn an_act_becomes_one_record_with_head_leaf_line_and_message() {
    let scene = Scene::on(ON).await;
    let receipt = scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let records = scene.store.records_after(case(1), 0, 10).await.unwrap();
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].hash, ledger::record::hash(&records[0].bytes));
    assert_eq!(receipt.act.head(), Head { seq: 1, hash: records[0].hash });
    assert_eq!(scene.store.head(case(1)).await.unwrap(), Some(receipt.act.head()));
    assert_eq!(scene.store.pending_leaves(None, 10).await.unwrap(), [(case(1), 1, records[0].hash)]);
    assert_eq!(scene.store.case(case(1)).await.unwrap().unwrap().stage, "idle");
    let messages = scene.store.outbox_due(at(0), 10).await.unwrap();
    assert_eq!(messages.iter().map(|message| message.kind.as_str()).collect::<Vec<_>>(), ["open_case"]);
}

#[tokio::test]
async fn a_stale_head_is_refused_and_stores_nothing() {
    let scene = Scene::on(ON).await;
    let opened = scene.submit(opens(case(1), EMPLOYER)).await.unwrap().act.head();
    let second = scene.submit(records_document(case(1), 1)).await.unwrap().act.head();
    let mut late = Submission::new(records_document(case(1), 2));
    late.expected_head = Some(opened);
    let answer = scene.writer.submit(late).await;
    assert!(matches!(answer, Err(SubmitError::Stale { expected, found }) if expected == opened && found == second));
    assert_eq!(scene.store.head(case(1)).await.unwrap(), Some(second));
    let mut fresh = Submission::new(records_document(case(1), 2));
    fresh.expected_head = Some(second);
    assert_eq!(scene.writer.submit(fresh).await.unwrap().act.seq, 3);
}

#[tokio::test]
async fn many_submitters_on_one_case_are_recorded_one_after_the_other() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let acts = (1..=50).map(|n| records_document(case(1), n)).collect();
    let seqs: Vec<_> = scene.submit_together(acts).await.into_iter().map(|answer| answer.unwrap().act.seq).collect();
    assert_eq!(seqs, (2..=51).collect::<Vec<_>>());
    let records = scene.store.records_after(case(1), 0, 100).await.unwrap();
    let bytes = records.iter().map(|record| record.bytes.as_slice());
    let state = negotiation::CaseState::replay(case(1), bytes).unwrap();
    assert_eq!(Some(state.head()), scene.store.head(case(1)).await.unwrap());
}

#[tokio::test]
async fn two_writers_on_one_file_see_each_other() {
    let scene = Scene::on(ON).await;
    let (other, _task) = scene.store.writer(book(), WriterOptions::default()).await.unwrap();
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    for n in 1..=10 {
        let writer = if n % 2 == 0 { &scene.writer } else { &other };
        let receipt = writer.submit(Submission::new(records_document(case(1), n))).await.unwrap();
        assert_eq!(receipt.act.seq, u64::from(n) + 1);
    }
}

#[tokio::test]
async fn an_answer_that_writes_nothing_doesnt_rest_on_what_another_writer_has_moved_on() {
    let scene = Scene::on(ON).await;
    let (other, _task) = scene.store.writer(book(), WriterOptions::default()).await.unwrap();
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let moved = records_document(case(1), 1);
    let head = other.submit(Submission::new(moved.clone())).await.unwrap().act.head();
    let mut fresh = Submission::new(records_document(case(1), 2));
    fresh.expected_head = Some(head);
    assert_eq!(scene.writer.submit(fresh).await.unwrap().act.seq, 3);
    assert_eq!(other.submit(Submission::new(moved.clone())).await.unwrap().act.seq, 2);
    assert_eq!(scene.submit(moved).await.unwrap().act.seq, 2);
}

#[tokio::test]
async fn the_same_act_twice_is_one_record_and_one_receipt() {
    let scene = Scene::on(ON).await;
    let first = scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    assert_eq!(scene.submit(opens(case(1), EMPLOYER)).await.unwrap(), first);
    let twice = vec![records_document(case(1), 1), records_document(case(1), 1)];
    let answers: Vec<_> = scene.submit_together(twice).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(answers[0], answers[1]);
    let scene = scene.reopened().await;
    assert_eq!(scene.submit(opens(case(1), EMPLOYER)).await.unwrap(), first);
    assert_eq!(scene.count("select count(*) from record").await, 2);
}

#[tokio::test]
async fn an_act_id_is_not_taken_by_another_command() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let answer = scene.submit(opens(case(1), OTHER_EMPLOYER)).await;
    assert!(matches!(answer, Err(SubmitError::ActTaken { seq: 1 })));
}

#[tokio::test]
async fn a_refusal_in_a_batch_leaves_the_others_untouched() {
    let scene = Scene::on(ON).await;
    let acts = vec![
        opens(case(1), EMPLOYER),
        publishes_too_early(case(1), 2),
        opens(case(2), OTHER_EMPLOYER),
        records_document(case(1), 1),
    ];
    let answers = scene.submit_together(acts).await;
    let refusal = answers[1].as_ref().unwrap_err();
    assert!(matches!(refusal, SubmitError::Refused { refusal, .. } if refusal.rule == "STAGE-publish"));
    assert_eq!(answers[0].as_ref().unwrap().act.seq, 1);
    assert_eq!(answers[2].as_ref().unwrap().act.seq, 1);
    assert_eq!(answers[3].as_ref().unwrap().act.seq, 2);
    assert_eq!(scene.count("select count(*) from record").await, 3);
}

#[tokio::test]
async fn a_row_that_the_database_refuses_fails_its_own_act_only() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let mut first = Submission::new(records_document(case(1), 1));
    first.document = Some(document(1));
    scene.writer.submit(first.clone()).await.unwrap();
    // The same number and version under a new act: the row exists, so the act can't commit; its neighbours do.
    first.act.act = uuid::Uuid::from_u128(first.act.act.as_u128() + 1);
    first.act.at = at(12);
    let writers = [0, 1, 2].map(|_| scene.writer.clone());
    let before = Submission::new(records_document(case(1), 2));
    let after = Submission::new(records_document(case(1), 3));
    let [a, b, c] = &writers;
    let (before, again, after) = tokio::join!(a.submit(before), b.submit(first), c.submit(after));
    let Err(SubmitError::Store(StoreError::Exists { table: "document" })) = again else { panic!("{again:?}") };
    assert_eq!([before.unwrap().act.seq, after.unwrap().act.seq], [3, 4]);
}

// ZJ-CC 7: the reply is due ten working days after receipt; silence is a breach, recorded whatever comes next.
#[tokio::test]
async fn strikes_stay_where_the_act_after_them_is_refused() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    scene.submit(accepts_platform(case(1))).await.unwrap();
    scene.submit(offers(case(1), 2)).await.unwrap();
    let head = scene.store.head(case(1)).await.unwrap().unwrap();
    let answer = scene.submit(publishes_too_early(case(1), 40 * 24 * 60)).await;
    let Err(SubmitError::Refused { strikes, .. }) = answer else { panic!("{answer:?}") };
    assert_eq!(strikes.len(), 1);
    let records = scene.store.records_after(case(1), head.seq, 10).await.unwrap();
    assert_eq!(records.iter().map(|record| record.command.as_str()).collect::<Vec<_>>(), ["strike_clock"]);
    assert_eq!(scene.store.head(case(1)).await.unwrap(), Some(strikes[0].head()));
    let duties = scene.store.duties_of(case(1), "", 10).await.unwrap();
    assert!(duties.iter().any(|duty| duty.duty.starts_with("reply") && duty.status == "struck"));
}

#[tokio::test]
async fn a_receipt_asked_for_again_names_its_strikes() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    scene.submit(accepts_platform(case(1))).await.unwrap();
    scene.submit(offers(case(1), 2)).await.unwrap();
    let mut late = records_document(case(1), 1);
    late.at = at(40 * 24 * 60);
    let receipt = scene.submit(late.clone()).await.unwrap();
    assert_eq!(receipt.strikes.len(), 1);
    assert_eq!(scene.submit(late).await.unwrap(), receipt);
}

#[tokio::test]
async fn the_clock_strikes_by_itself_and_only_once() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    scene.submit(accepts_platform(case(1))).await.unwrap();
    scene.submit(offers(case(1), 2)).await.unwrap();
    let due = scene.store.duties_due(at(60 * 24 * 60), None, 10).await.unwrap();
    assert_eq!(due.len(), 1);
    assert_eq!(scene.writer.strike(case(1), at(60)).await.unwrap().len(), 0);
    assert_eq!(scene.writer.strike(case(1), due[0].due_at).await.unwrap().len(), 1);
    assert_eq!(scene.writer.strike(case(1), due[0].due_at).await.unwrap().len(), 0);
    assert_eq!(scene.store.duties_due(at(60 * 24 * 60), None, 10).await.unwrap().len(), 0);
}

#[tokio::test]
async fn a_full_queue_says_busy() {
    let scene = Scene::on(ON).await;
    let options = WriterOptions { queue: 1, ..WriterOptions::default() };
    let (writer, _task) = scene.store.writer(book(), options).await.unwrap();
    // Nothing is taken from the queue until this task waits: the first fills it.
    let first = writer.submit(Submission::new(opens(case(1), EMPLOYER)));
    let second = writer.submit(Submission::new(opens(case(2), OTHER_EMPLOYER)));
    let (first, second) = tokio::join!(first, second);
    assert!(first.is_ok());
    assert!(matches!(second, Err(SubmitError::Busy)));
}

/// Panics on `publish`.
struct Faulty(std::sync::Arc<LawBook>);

impl Decide for Faulty {
    fn perform(&self, state: CaseState, act: Act) -> Performed {
        assert!(act.command.name() != "publish", "a fault of the program");
        self.0.perform(state, act)
    }

    fn strike(&self, state: &mut CaseState, now: Moment) -> Result<Vec<SealedRecord>, Refusal> {
        self.0.strike(state, now)
    }
}

#[tokio::test]
async fn an_act_whose_decision_panics_harms_no_other() {
    let scene = Scene::on(ON).await;
    let faulty = std::sync::Arc::new(Faulty(book()));
    let (writer, _task) = scene.store.writer(faulty, WriterOptions::default()).await.unwrap();
    let submit = |act| writer.submit(Submission::new(act));
    let (opened, published, recorded) = tokio::join!(
        submit(opens(case(1), EMPLOYER)),
        submit(publishes_too_early(case(1), 2)),
        submit(records_document(case(1), 1)),
    );
    assert!(matches!(published, Err(SubmitError::Store(StoreError::Panicked))));
    assert_eq!([opened.unwrap().act.seq, recorded.unwrap().act.seq], [1, 2]);
}
