//! Acts handed in over HTTP: a receipt, or a problem that says what to do.

use serde_json::json;
use store::{Place, Snapshot, Store};

use crate::http::{get, post, send};
use crate::support::{Hands, TOKEN, accepts_platform, case, file, hand_in, offers, opens, recorded, start, until};

const MARCH: &str = "2026-03-02T09:00:00.000+08:00";

#[tokio::test]
async fn an_act_is_recorded_once_however_often_it_is_handed_in() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(&file(folder.path()), &Hands::at(MARCH), "").await;
    let first = hand_in(&running, &opens(case(1))).await;
    assert_eq!(first.status, 201, "{first:?}");
    assert_eq!(first.json()["seq"], 1);
    let again = hand_in(&running, &opens(case(1))).await;
    assert_eq!((again.status, again.json()), (201, first.json()));
    running.stop().await;
    let running = start(&file(folder.path()), &Hands::at(MARCH), "").await;
    assert_eq!(hand_in(&running, &opens(case(1))).await.json(), first.json(), "also after a restart");
    running.stop().await;
    let store = Store::open(&Place::File(file(folder.path()).into())).await.unwrap();
    assert_eq!(store.records_after(case(1), 0, 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_refusal_names_rule_found_required_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(&file(folder.path()), &Hands::at(MARCH), "").await;
    recorded(&running, &[opens(case(1))]).await;
    let mut by_employer = offers(case(1));
    by_employer["actor"] = json!({ "capacity": "hrss_officer", "id": "p-officer" });
    let answer = hand_in(&running, &by_employer).await;
    assert_eq!(answer.status, 403, "{answer:?}");
    let problem = answer.json();
    assert_eq!(problem["rule"], "WHO-issue_offer");
    for part in ["detail", "required", "remedy", "title"] {
        assert!(
            problem[part].as_str().is_some_and(|text| !text.is_empty() && !text.contains('〔')),
            "{part}: {problem}"
        );
    }
    assert!(answer.head.contains("application/problem+json"));
    running.stop().await;
}

#[tokio::test]
async fn a_head_that_has_moved_on_is_a_conflict() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(&file(folder.path()), &Hands::at(MARCH), "").await;
    let opened = hand_in(&running, &opens(case(1))).await.json();
    recorded(&running, &[accepts_platform(case(1))]).await;
    let mut late = offers(case(1));
    late["expected_head"] = json!({ "hash": opened["hash"], "seq": opened["seq"] });
    assert_eq!(hand_in(&running, &late).await.status, 409);
    running.stop().await;
}

#[tokio::test]
async fn bad_requests_are_told_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(&file(folder.path()), &Hands::at(MARCH), "").await;
    let to = running.address;
    let good = opens(case(1)).to_string();
    let status = async |body: &str| post(to, TOKEN, body).await.unwrap().status;
    assert_eq!(post(to, "wrong", &good).await.unwrap().status, 401);
    assert_eq!(status("").await, 400);
    assert_eq!(status("{").await, 400);
    assert_eq!(status(&format!("{good}{good}")).await, 400);
    assert_eq!(status(&"x".repeat(30_000)).await, 413);
    let mut unknown = opens(case(1));
    unknown["surprise"] = json!(1);
    assert_eq!(status(&unknown.to_string()).await, 400);
    let mut misnamed = opens(case(1));
    misnamed["actor"]["capacity"] = json!("emperor");
    let answer = post(to, TOKEN, &misnamed.to_string()).await.unwrap();
    assert!(answer.status == 400 && answer.body.contains("actor.capacity"), "{answer:?}");
    let mut old = opens(case(1));
    old["act"] = json!("f47ac10b-58cc-4372-a567-0e02b2c3d479");
    assert_eq!(status(&old.to_string()).await, 400);
    assert_eq!(get(to, "/nowhere").await.status, 404);
    assert_eq!(get(to, "/api/v1/acts").await.status, 401, "nothing is said to whoever has no token");
    let beside = send(to, "POST /api/v1/acts HTTP/1.1\r\nHost: t\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
    assert_eq!(beside.await.unwrap().status, 401, "no token at all");
    running.stop().await;
}

#[tokio::test]
async fn what_a_proxy_passes_on_doesnt_come_from_this_machine() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(&file(folder.path()), &Hands::at(MARCH), "").await;
    let body = opens(case(1)).to_string();
    for passed_on in ["Forwarded: for=192.0.2.1", "Via: 1.1 edge", "X-Forwarded-For: 192.0.2.1", "X-Real-IP: ::1"] {
        let request = format!(
            "POST /api/v1/acts HTTP/1.1\r\nHost: t\r\nConnection: close\r\nAuthorization: Bearer {TOKEN}\r\n{passed_on}\r\n\
            Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        assert_eq!(send(running.address, &request).await.unwrap().status, 401, "{passed_on}");
    }
    running.stop().await;
}

#[tokio::test]
async fn operators_see_life_readiness_and_figures() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(&file(folder.path()), &Hands::at(MARCH), "").await;
    recorded(&running, &[opens(case(1))]).await;
    let alive = get(running.address, "/healthz").await;
    assert!(alive.status == 200 && alive.head.contains("x-request-id"));
    assert_eq!(get(running.operators, "/readyz").await.status, 200);
    let figures = get(running.operators, "/metrics").await.body;
    assert!(figures.contains("xinxieshang_acts_total{outcome=\"Recorded\"} 1"), "{figures}");
    assert_eq!(get(running.address, "/metrics").await.status, 404, "not where the public is");
    running.stop().await;
}

#[tokio::test]
async fn a_service_keeps_the_law_of_its_cases_and_lets_go_of_its_jobs_when_it_stops() {
    let folder = tempfile::tempdir().unwrap();
    let (database, hands) = (file(folder.path()), Hands::at(MARCH));
    let running = start(&database, &hands, "").await;
    recorded(&running, &[opens(case(1))]).await;
    let place = Place::File(database.into());
    let now = Some(MARCH.parse().unwrap());
    let leased = async || Snapshot::of(&place).await.unwrap().leased_until().await.unwrap();
    until("a lease, by which whoever moves the store sees that it is served", async || leased().await > now).await;
    running.stop().await;
    assert!(leased().await <= now);
    let store = Store::open(&place).await.unwrap();
    let kept = store.case_file(case(1)).await.unwrap().unwrap();
    assert_eq!((kept.rulesets.len(), kept.datasets.len()), (1, 5));
}
