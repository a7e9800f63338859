//! One open negotiation of a kind per employer.

use store::SubmitError;

use crate::support::{EMPLOYER, OTHER_EMPLOYER, Scene, case, offers, opens, records_document};

#[tokio::test]
async fn the_second_offer_to_an_employer_finds_the_first_case() {
    let scene = Scene::new().await;
    for act in [opens(case(1), EMPLOYER), opens(case(2), EMPLOYER), opens(case(3), OTHER_EMPLOYER)] {
        scene.submit(act).await.unwrap();
    }
    let answers = scene.submit_together(vec![offers(case(1), 1), offers(case(2), 1), offers(case(3), 1)]).await;
    assert!(answers[0].is_ok());
    assert!(matches!(answers[1], Err(SubmitError::AlreadyOpen { case: holder }) if holder == case(1)));
    assert!(answers[2].is_ok());
    assert_eq!(scene.store.case(case(2)).await.unwrap().unwrap().stage, "idle");
    assert_eq!(scene.submit(records_document(case(2), 1)).await.unwrap().act.seq, 2);
}
