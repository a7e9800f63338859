//! Lists come in pages that join without gap or repetition.

use store::{CaseFilter, CaseLine, Chore, Message, MessageId};
use uuid::Uuid;

use super::ON;
use crate::support::{EMPLOYER, OTHER_EMPLOYER, Scene, accepts_platform, at, case, offers, opens};

async fn all(scene: &Scene, filter: &CaseFilter, limit: u32) -> Vec<CaseLine> {
    let mut lines: Vec<CaseLine> = Vec::new();
    loop {
        let page = scene.store.cases(filter, lines.last().map(|line| line.case), limit).await.unwrap();
        assert!(page.len() <= limit as usize);
        if page.is_empty() {
            return lines;
        }
        lines.extend(page);
    }
}

#[tokio::test]
async fn pages_of_cases_join() {
    let scene = Scene::on(ON).await;
    for n in 1..=7 {
        let employer = if n % 2 == 0 { EMPLOYER } else { OTHER_EMPLOYER };
        scene.submit(opens(case(n), employer)).await.unwrap();
    }
    let ids = |lines: Vec<CaseLine>| lines.into_iter().map(|line| line.case).collect::<Vec<_>>();
    assert_eq!(ids(all(&scene, &CaseFilter::All, 3).await), [7, 6, 5, 4, 3, 2, 1].map(case));
    assert_eq!(ids(all(&scene, &CaseFilter::Employer(EMPLOYER.to_owned()), 2).await), [6, 4, 2].map(case));
    assert_eq!(ids(all(&scene, &CaseFilter::Stage("idle".to_owned()), 2).await).len(), 7);
    assert_eq!(ids(all(&scene, &CaseFilter::Region("330784".to_owned()), 5).await).len(), 7);
    assert!(all(&scene, &CaseFilter::Stage("signed".to_owned()), 5).await.is_empty());
}

#[tokio::test]
async fn pages_of_due_duties_join() {
    let scene = Scene::on(ON).await;
    for n in 1..=5 {
        // Each its own employer would need its own code; the case that already negotiates is not asked again.
        scene.submit(opens(case(n), EMPLOYER)).await.unwrap();
    }
    scene.submit(accepts_platform(case(1))).await.unwrap();
    scene.submit(offers(case(1), 2)).await.unwrap();
    let due = scene.store.duties_due(at(365 * 24 * 60), None, 1).await.unwrap();
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].owed_by, "employer");
    let cursor = due[0].cursor();
    assert!(scene.store.duties_due(at(365 * 24 * 60), Some(&cursor), 1).await.unwrap().is_empty());
    assert!(scene.store.duties_due(at(60), None, 1).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_region_sees_what_is_owed_in_its_cases_and_who_is_late() {
    let scene = Scene::on(ON).await;
    for n in 1..=3 {
        scene.submit(opens(case(n), EMPLOYER)).await.unwrap();
    }
    scene.submit(accepts_platform(case(2))).await.unwrap();
    scene.submit(offers(case(2), 2)).await.unwrap();
    for region in ["330784", "3307", "33"] {
        let lines = scene.store.duties_in(region, None, 1_000).await.unwrap();
        assert!(lines.iter().all(|line| line.case == case(2) && !line.is_late()), "{lines:?}");
        assert!(lines.iter().any(|line| line.owed_by == "employer" && line.kind == "breach"), "{lines:?}");
        assert!(scene.store.duties_in(region, Some(case(2)), 1_000).await.unwrap().is_empty());
    }
    assert!(scene.store.duties_in("3308", None, 1_000).await.unwrap().is_empty());
    scene.writer.strike(case(2), at(60 * 24 * 60)).await.unwrap();
    let lines = scene.store.duties_in("330784", None, 1_000).await.unwrap();
    assert!(lines.iter().any(|line| line.owed_by == "employer" && line.is_late()), "{lines:?}");
}

#[tokio::test]
async fn a_message_leaves_the_outbox_when_it_is_sent_and_waits_when_it_is_put_off() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let message = scene.store.outbox_due(at(0), 10).await.unwrap().remove(0);
    let (id, seen) = (message.id, message.next_at);
    assert!(scene.writer.chore(Chore::Claim { id, seen, until: at(5) }).await.unwrap());
    assert!(!scene.writer.chore(Chore::Claim { id, seen, until: at(6) }).await.unwrap(), "taken by the one before");
    let problem = "no answer".to_owned();
    assert!(scene.writer.chore(Chore::Retry { id, next_at: at(30), problem: problem.clone() }).await.unwrap());
    assert!(scene.store.outbox_due(at(29), 10).await.unwrap().is_empty());
    let again = scene.store.outbox_due(at(30), 10).await.unwrap().remove(0);
    assert_eq!((again.attempts, again.problem), (1, Some(problem)));
    assert!(scene.writer.chore(Chore::Sent { id, at: at(31) }).await.unwrap());
    assert!(!scene.writer.chore(Chore::Sent { id, at: at(32) }).await.unwrap());
    assert!(scene.store.outbox_due(at(99), 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_message_to_everyone_becomes_one_for_each() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let all = scene.store.outbox_due(at(0), 10).await.unwrap().remove(0);
    let to =
        |part: u32, who: &str| Message { id: MessageId { part, ..all.id }, audience: who.to_owned(), ..all.clone() };
    let address = Chore::Address { id: all.id, at: at(1), messages: vec![to(1, "a"), to(2, "b")] };
    assert!(scene.writer.chore(address.clone()).await.unwrap());
    assert!(!scene.writer.chore(address).await.unwrap(), "once only");
    let waiting = scene.store.outbox_due(at(1), 10).await.unwrap();
    assert_eq!(waiting.iter().map(|message| message.audience.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}

#[tokio::test]
async fn a_lease_has_one_holder_until_it_ends() {
    let scene = Scene::on(ON).await;
    let take = |holder: u128, now: i64, until: i64| Chore::Lease {
        name: "clock".to_owned(),
        holder: Uuid::from_u128(holder),
        now: at(now),
        until: at(until),
        latest: at(now + 60),
    };
    assert!(scene.writer.chore(take(1, 0, 10)).await.unwrap());
    assert!(!scene.writer.chore(take(2, 9, 19)).await.unwrap());
    assert!(scene.writer.chore(take(1, 9, 19)).await.unwrap(), "renewed by its holder");
    assert!(scene.writer.chore(take(2, 19, 29)).await.unwrap(), "taken over when it has ended");
    assert!(!scene.writer.chore(take(1, 20, 30)).await.unwrap());
}

#[tokio::test]
async fn a_lease_that_ends_later_than_any_can_is_taken_over() {
    let scene = Scene::on(ON).await;
    let take = |holder: u128, now: i64| Chore::Lease {
        name: "clock".to_owned(),
        holder: Uuid::from_u128(holder),
        now: at(now),
        until: at(now + 10),
        latest: at(now + 60),
    };
    // Its clock was two days ahead, and then it died.
    assert!(scene.writer.chore(take(1, 2 * 24 * 60)).await.unwrap());
    assert!(scene.writer.chore(take(2, 0)).await.unwrap());
    assert!(!scene.writer.chore(take(3, 1)).await.unwrap(), "whose lease is genuine keeps it");
}

#[tokio::test]
async fn messages_that_failed_are_found_behind_any_number_of_fresh_ones() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let first = scene.store.outbox_due(at(0), 10).await.unwrap().remove(0);
    let to = |part: u32| Message { id: MessageId { part, ..first.id }, audience: "a".to_owned(), ..first.clone() };
    let address = Chore::Address { id: first.id, at: at(1), messages: (1..=30).map(to).collect() };
    scene.writer.chore(address).await.unwrap();
    for part in [7, 19, 23] {
        let id = MessageId { part, ..first.id };
        let retry = Chore::Retry { id, next_at: at(100 - i64::from(part)), problem: "no answer".to_owned() };
        assert!(scene.writer.chore(retry).await.unwrap());
    }
    let parts = |messages: &[Message]| messages.iter().map(|message| message.id.part).collect::<Vec<_>>();
    let page = scene.store.outbox_failed(None, 2).await.unwrap();
    assert_eq!(parts(&page), [7, 19]);
    assert_eq!(parts(&scene.store.outbox_failed(page.last(), 2).await.unwrap()), [23]);
    assert!(scene.writer.chore(Chore::Sent { id: page[0].id, at: at(2) }).await.unwrap());
    assert_eq!(parts(&scene.store.outbox_failed(None, 10).await.unwrap()), [19, 23]);
    assert_eq!(parts(&scene.store.outbox_far(at(50), 10).await.unwrap()), [23, 19], "the nearest first");
    assert_eq!(parts(&scene.store.outbox_far(at(77), 10).await.unwrap()), [19]);
}
