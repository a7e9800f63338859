//! "My cases".

use accounts::{Scope, Signed};
use negotiation::{Capacity, Side};
use uuid::Uuid;

use crate::support::{EMPLOYER, OTHER_EMPLOYER, Scene, case, employer, line, opens, region, signed};

/// Cases 1 to 6, those with even numbers of the other employer; each opened by somebody who may.
async fn with_six() -> Scene {
    let scene = Scene::new().await;
    for n in 1..=6 {
        let uscc = if n % 2 == 0 { OTHER_EMPLOYER } else { EMPLOYER };
        let chair = signed(&[(Capacity::UnionChair, employer(uscc))]);
        let actor = chair.actor(Capacity::UnionChair, &line(n, uscc)).unwrap();
        assert_eq!(actor.side, Side::Worker);
        let act = Uuid::from_u128(0x0190_0000_0000_7000_9000_0000_0000_0000 | n);
        scene.desk.act(act, case(n), actor, opens(n, uscc), None).await.unwrap();
    }
    scene
}

/// All cases of somebody, in pages of two.
async fn all(scene: &Scene, who: &Signed) -> Vec<Uuid> {
    let mut found: Vec<Uuid> = Vec::new();
    loop {
        let page = scene.accounts.cases_of(who, found.last().copied(), 2).await.unwrap();
        assert!(page.len() <= 2);
        if page.is_empty() {
            return found;
        }
        assert!(page.iter().all(|line| !who.capacities(line).is_empty()));
        found.extend(page.iter().map(|line| line.case));
    }
}

#[tokio::test]
async fn cases_of_all_standings_make_one_list_that_is_complete_and_repeats_nothing() {
    let scene = with_six().await;
    let chair = signed(&[(Capacity::UnionChair, employer(EMPLOYER)), (Capacity::WorkerChief, employer(EMPLOYER))]);
    assert_eq!(all(&scene, &chair).await, [5, 3, 1].map(case));
    let also = signed(&[
        (Capacity::Recorder, Scope::Case(case(4))),
        (Capacity::Recorder, Scope::Case(case(3))),
        (Capacity::Recorder, Scope::Case(case(99))),
        (Capacity::UnionChair, employer(EMPLOYER)),
    ]);
    assert_eq!(all(&scene, &also).await, [5, 4, 3, 1].map(case));
    for (digits, found) in [("330784", 6), ("3307", 6), ("33", 6), ("3308", 0)] {
        let officer = signed(&[(Capacity::HrssOfficer, region(digits)), (Capacity::Recorder, Scope::Case(case(2)))]);
        assert_eq!(all(&scene, &officer).await.len(), found.max(1), "{digits}");
    }
    assert!(all(&scene, &signed(&[])).await.is_empty());
}
