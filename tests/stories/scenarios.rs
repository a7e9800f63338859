//! Every scenario plays, twice with the same bytes, and its bundle verifies.

use std::fs;
use std::path::Path;

use e2e::{played, scenarios};
use verify::Limits;
use xinxieshang::play::Played;

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
        for case in [&summary].into_iter().chain(&summary.children) {
            holds(&scenario, case, &second.join(case.out.strip_prefix(&first).unwrap()));
        }
    }
}

/// What came out of a case is the same the second time, its papers are papers, and its bundle verifies.
fn holds(scenario: &Path, case: &Played, second: &Path) {
    for name in ["bundle.zip", "timeline.json", "timeline.html"] {
        let same = fs::read(case.out.join(name)).unwrap() == fs::read(second.join(name)).unwrap();
        assert!(same, "{}: {name} of {} differs between two plays", scenario.display(), case.key);
    }
    assert!(!case.documents.is_empty(), "{}: no documents of {}", scenario.display(), case.key);
    for document in &case.documents {
        let pdf = fs::read(document).unwrap();
        assert!(pdf.starts_with(b"%PDF-"), "{}", document.display());
    }
    let report = verify::verify(&fs::read(case.out.join("bundle.zip")).unwrap(), &Limits::default()).unwrap();
    assert!(report.first_break.is_none(), "{}: {:?}", scenario.display(), report.first_break);
    let law = report.checks.iter().find(|check| check.id == "law").unwrap();
    assert_eq!(law.outcome, verify::Outcome::Pass, "{}", scenario.display());
}

// ZJ-CC 31, 33: the agreement in force knows of the cases that hang on it; each has a folder and a bundle of its own.
#[test]
fn a_case_that_hangs_on_one_in_force_comes_out_beside_it() {
    let named = |path: &std::path::PathBuf| path.ends_with("rescission.toml");
    let scenario = scenarios().into_iter().find(named).unwrap();
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("out");
    let summary = played(&scenario, &out).unwrap();
    let [child] = summary.children.as_slice() else { panic!("one more case") };
    assert_eq!((summary.stage.as_str(), child.stage.as_str(), child.key.as_str()), ("ended", "rescinded", "end"));
    assert_eq!(child.out, out.join("end"));
    assert_ne!(summary.case, child.case);
    let timeline = fs::read_to_string(out.join("timeline.json")).unwrap();
    assert!(timeline.contains(&child.case.to_string()), "the parent names the case");
    played(&scenario, &out).unwrap();
    fs::write(out.join("end").join("letter.txt"), "mine").unwrap();
    assert!(played(&scenario, &out).is_err(), "a letter in the folder of a further case is somebody else's too");
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
