//! A case file holds the records and everything that they name.

use law::dataset::DataSets;
use law::rules::{Profile, Rules};
use store::{Chore, Dataset, Ruleset, StoreError, Submission};

use super::ON;
use crate::support::{EMPLOYER, Scene, case, document, opens, records_document, template};

/// Keeps what the acts of the tests rely on.
async fn keep_law(scene: &Scene) {
    let rules = Ruleset { json: Rules::builtin(Profile::Zj).unwrap().to_json() };
    scene.writer.chore(Chore::Ruleset(rules)).await.unwrap();
    for (kind, hash, bytes) in DataSets::builtin().unwrap().files() {
        let set = Dataset {
            kind: kind.word().to_owned(),
            json: bytes.to_vec(),
            loaded_by: "a".to_owned(),
            confirmed_by: "b".to_owned(),
        };
        assert_eq!(set.hash(), hash);
        scene.writer.chore(Chore::Dataset(set)).await.unwrap();
    }
    scene.writer.chore(Chore::Template(template())).await.unwrap();
}

#[tokio::test]
async fn a_case_file_holds_everything_that_its_records_name() {
    let scene = Scene::on(ON).await;
    keep_law(&scene).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let mut recorded = Submission::new(records_document(case(1), 1));
    recorded.document = Some(document(1));
    let head = scene.writer.submit(recorded).await.unwrap().act.head();
    let file = scene.store.case_file(case(1)).await.unwrap().unwrap();
    assert_eq!(file.head, head);
    assert_eq!(file.records.iter().map(|record| record.seq).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(file.documents[0].1, Some(document(1)));
    assert_eq!((file.rulesets.len(), file.datasets.len(), file.templates.len()), (1, 5, 1));
    assert!(file.datasets.iter().all(|(hash, set)| set.hash() == *hash));
    assert!(scene.store.case_file(case(2)).await.unwrap().is_none());
}

#[tokio::test]
async fn a_case_file_says_what_is_missing() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let missing = scene.store.case_file(case(1)).await;
    assert!(matches!(missing, Err(StoreError::Missing { table: "ruleset", .. })));
}
