//! Every scenario plays, twice with the same bytes, and its bundle verifies.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use e2e::{Bundle, played, scenarios};
use verify::Limits;
use xinxieshang::play::Played;

#[test]
fn there_are_at_least_twenty_scenarios() {
    assert!(scenarios().len() >= 20, "{:?}", scenarios());
}

/// What the first play of a scenario brought out of a case.
pub(crate) struct Made {
    /// The members of its folder that are compared.
    files: Vec<Vec<u8>>,
    /// The papers.
    papers: Vec<Vec<u8>>,
    /// Folder of the case below that of the play.
    place: PathBuf,
    /// Stem of the scenario's name.
    pub(crate) scenario: String,
}

const COMPARED: [&str; 3] = ["bundle.zip", "timeline.json", "timeline.html"];

impl Made {
    fn of(scenario: &Path, out: &Path, case: &Played) -> Self {
        Self {
            files: COMPARED.iter().map(|name| fs::read(case.out.join(name)).unwrap()).collect(),
            papers: case.documents.iter().map(|paper| fs::read(paper).unwrap()).collect(),
            place: case.out.strip_prefix(out).unwrap().to_owned(),
            scenario: scenario.file_stem().unwrap().to_string_lossy().into_owned(),
        }
    }

    /// The bundle, taken apart.
    pub(crate) fn bundle(&self) -> Bundle {
        Bundle::open(&self.files[0])
    }
}

/// Every case of every scenario, played once for all stories.
pub(crate) fn first_plays() -> &'static [Made] {
    static MADE: LazyLock<Vec<Made>> = LazyLock::new(|| {
        let mut made = Vec::new();
        for scenario in scenarios() {
            let room = tempfile::tempdir().unwrap();
            let out = room.path().join("out");
            let summary = played(&scenario, &out).unwrap_or_else(|error| panic!("{}: {error}", scenario.display()));
            let cases = [&summary].into_iter().chain(&summary.children);
            made.extend(cases.map(|case| Made::of(&scenario, &out, case)));
        }
        made
    });
    &MADE
}

#[test]
fn every_scenario_plays_twice_to_the_same_bytes_and_verifies() {
    let mut compared = 0;
    for scenario in scenarios() {
        let room = tempfile::tempdir().unwrap();
        let second = room.path().join("second");
        played(&scenario, &second).unwrap();
        let stem = scenario.file_stem().unwrap().to_string_lossy();
        for made in first_plays().iter().filter(|made| made.scenario == stem) {
            holds(made, &second.join(&made.place));
            compared += 1;
        }
    }
    assert_eq!(compared, first_plays().len());
}

/// What came out of a case is the same the second time, its papers are papers, and its bundle verifies.
fn holds(made: &Made, second: &Path) {
    let (name, place) = (&made.scenario, made.place.display());
    for (member, first) in COMPARED.iter().zip(&made.files) {
        let same = *first == fs::read(second.join(member)).unwrap();
        assert!(same, "{name}: {member} of {place} differs between two plays");
    }
    assert!(!made.papers.is_empty(), "{name}: no documents of {place}");
    for paper in &made.papers {
        assert!(paper.starts_with(b"%PDF-"), "{name}: a paper of {place}");
    }
    let report = verify::verify(&made.files[0], &Limits::default()).unwrap();
    assert!(report.first_break.is_none(), "{name}: {:?}", report.first_break);
    let law = report.checks.iter().find(|check| check.id == "law").unwrap();
    assert_eq!(law.outcome, verify::Outcome::Pass, "{name}");
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
