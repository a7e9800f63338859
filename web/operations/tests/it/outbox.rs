//! What waits in the outbox is shown, and tried again when somebody says so.

use negotiation::LawBook;
use operations::{Retried, outbox_retry, outbox_waiting};
use store::{Chore, Message, MessageId};

use crate::support::{KINDS, Scene, case, empty, now};

#[tokio::test]
async fn a_message_that_failed_is_shown_with_its_next_attempt_and_made_due() {
    for kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let scene = Scene::filled(empty(kind, &folder, "source").await, 1).await;
        let id = MessageId { case: case(1), seq: 1, part: 0 };
        let tomorrow = now().plus_millis(86_400_000);
        scene.writer.chore(Chore::Retry { id, next_at: tomorrow, problem: "空号".to_owned() }).await.unwrap();
        let place = scene.stop().await;
        assert_eq!(outbox_waiting(&place, false, 100).await.unwrap().len(), 2);
        let failed = outbox_waiting(&place, true, 100).await.unwrap();
        assert_eq!(failed.len(), 1);
        assert_eq!((failed[0].id, failed[0].next_at, failed[0].attempts), (id, tomorrow, 1));
        let book = || LawBook::builtin().unwrap();
        let none = MessageId { part: 9, ..id };
        assert_eq!(outbox_retry(&place, Some(none), now(), book()).await.unwrap(), Retried { due: 0, taken: 0 });
        assert_eq!(outbox_retry(&place, None, now(), book()).await.unwrap(), Retried { due: 1, taken: 0 });
        let again = outbox_waiting(&place, true, 100).await.unwrap();
        assert_eq!((again[0].next_at, again[0].attempts, again[0].problem.as_deref()), (now(), 1, Some("空号")));
    }
}

#[tokio::test]
async fn what_failed_is_found_and_made_due_behind_any_number_of_fresh_messages() {
    for kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let scene = Scene::filled(empty(kind, &folder, "source").await, 1).await;
        let first = scene.store.outbox_due(now(), 1).await.unwrap().remove(0);
        let to = |part: u32| Message { id: MessageId { part, ..first.id }, audience: "a".to_owned(), ..first.clone() };
        let address = Chore::Address { id: first.id, at: now(), messages: (1..=2_300).map(to).collect() };
        scene.writer.chore(address).await.unwrap();
        let later = now().plus_millis(86_400_000);
        for part in 1_000..=2_300 {
            let id = MessageId { part, ..first.id };
            scene.writer.chore(Chore::Retry { id, next_at: later, problem: "空号".to_owned() }).await.unwrap();
        }
        let place = scene.stop().await;
        let failed = outbox_waiting(&place, true, 100).await.unwrap();
        assert_eq!((failed.len(), failed[0].id.part), (100, 1_000));
        let book = || LawBook::builtin().unwrap();
        let last = MessageId { part: 2_300, ..first.id };
        assert_eq!(outbox_retry(&place, Some(last), now(), book()).await.unwrap(), Retried { due: 1, taken: 0 });
        let zeroth = MessageId { part: 0, seq: 2, ..first.id };
        assert_eq!(outbox_retry(&place, Some(zeroth), now(), book()).await.unwrap(), Retried { due: 1, taken: 0 });
        assert_eq!(outbox_retry(&place, Some(first.id), now(), book()).await.unwrap(), Retried { due: 0, taken: 0 });
        assert_eq!(outbox_retry(&place, None, now(), book()).await.unwrap(), Retried { due: 1_301, taken: 0 });
    }
}
