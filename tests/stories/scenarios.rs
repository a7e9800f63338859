//! Every scenario plays, twice with the same bytes, and its bundle verifies.

use std::fs;

use e2e::{played, scenarios};
use verify::Limits;

#[test]
fn there_are_at_least_six_scenarios() {
    assert!(scenarios().len() >= 6, "{:?}", scenarios());
}

#[test]
fn every_scenario_plays_twice_to_the_same_bytes_and_verifies() {
    for scenario in scenarios() {
        let room = tempfile::tempdir().unwrap();
        let (first, second) = (room.path().join("first"), room.path().join("second"));
        let summary = played(&scenario, &first).unwrap_or_else(|error| panic!("{}: {error}", scenario.display()));
        played(&scenario, &second).unwrap();
        for name in ["bundle.zip", "timeline.json", "timeline.html"] {
            let same = fs::read(first.join(name)).unwrap() == fs::read(second.join(name)).unwrap();
            assert!(same, "{}: {name} differs between two plays", scenario.display());
        }
        assert!(!summary.documents.is_empty(), "{}: no documents", scenario.display());
        for document in &summary.documents {
            let pdf = fs::read(document).unwrap();
            assert!(pdf.starts_with(b"%PDF-"), "{}", document.display());
        }
        let report = verify::verify(&fs::read(first.join("bundle.zip")).unwrap(), &Limits::default()).unwrap();
        assert!(report.first_break.is_none(), "{}: {:?}", scenario.display(), report.first_break);
        let law = report.checks.iter().find(|check| check.id == "law").unwrap();
        assert_eq!(law.outcome, verify::Outcome::Pass, "{}", scenario.display());
    }
}

#[test]
fn a_play_over_its_own_output_replaces_it_and_over_anything_else_refuses() {
    let scenario = &scenarios()[0];
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("out");
    played(scenario, &out).unwrap();
    let first = fs::read(out.join("bundle.zip")).unwrap();
    played(scenario, &out).unwrap();
    assert!(first == fs::read(out.join("bundle.zip")).unwrap(), "the bundle differs between two plays");
    fs::write(out.join("letter.txt"), "mine").unwrap();
    assert!(played(scenario, &out).is_err());
    assert_eq!(fs::read(out.join("letter.txt")).unwrap(), b"mine");
    let left: Vec<_> = fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["out"], "nothing half-made is left beside the output");
}
