//! One open negotiation of a kind per employer.

use ledger::Digest;
use negotiation::command::{ChildKind, Ground, OfferBasis, OfferCommand, OpeningCommand, Parent};
use negotiation::{Act, Command};
use store::SubmitError;
use uuid::Uuid;

use super::ON;
use crate::support::{EMPLOYER, OTHER_EMPLOYER, Scene, case, offers, opens, records_document};

#[tokio::test]
async fn the_second_offer_to_an_employer_finds_the_first_case() {
    let scene = Scene::on(ON).await;
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

/// A case that hangs on one in force.
fn opens_under(case: Uuid, kind: ChildKind) -> Act {
    let mut act = opens(case, EMPLOYER);
    if let Command::Opening(OpeningCommand::OpenCase(open)) = &mut act.command {
        let parent = Parent {
            case: Uuid::from_u128(99),
            expires_on: law::Date::constant(2027, 3, 31),
            ground: Some(Ground::Agreement),
            head: Digest::sha256(b"head"),
            kind,
            proof: None,
            terms: Digest::sha256(b"terms"),
        };
        open.parent = Some(Box::new(parent));
    }
    act
}

fn offers_on(case: Uuid, basis: OfferBasis) -> Act {
    let mut act = offers(case, 1);
    if let Command::Offer(OfferCommand::IssueOffer(offer)) = &mut act.command {
        offer.basis = basis;
    }
    act
}

// ZJ-CC 30(3), 31: no two renewals at once; a renewal is the next negotiation on wages, a change stands beside it.
#[tokio::test]
async fn two_renewals_at_once_find_each_other_and_a_change_stands_beside_them() {
    let scene = Scene::on(ON).await;
    let kinds = [ChildKind::Renewal, ChildKind::Renewal, ChildKind::Amendment, ChildKind::Amendment];
    for (number, kind) in (1..).zip(kinds) {
        scene.submit(opens_under(case(number), kind)).await.unwrap();
    }
    scene.submit(opens(case(5), EMPLOYER)).await.unwrap();
    assert!(scene.submit(offers_on(case(1), OfferBasis::Renewal)).await.is_ok());
    assert!(scene.submit(offers_on(case(3), OfferBasis::Amendment)).await.is_ok());
    let holders = [(2, OfferBasis::Renewal, 1), (4, OfferBasis::Amendment, 3), (5, OfferBasis::Annual, 1)];
    for (second, basis, first) in holders {
        let answer = scene.submit(offers_on(case(second), basis)).await;
        assert!(matches!(answer, Err(SubmitError::AlreadyOpen { case: holder }) if holder == case(first)), "{second}");
    }
}
