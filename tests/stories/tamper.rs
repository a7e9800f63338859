//! Somebody alters a bundle: with the manifest as it was everything is found; with manifest and head recomputed
//! everything but the tail.

use std::sync::OnceLock;

use e2e::{Bundle, played, scenarios};
use verify::{Limits, Outcome, Report};

fn standard() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let scenario = scenarios().into_iter().find(|path| path.ends_with("standard.toml")).unwrap();
        let room = tempfile::tempdir().unwrap();
        let out = room.path().join("out");
        played(&scenario, &out).unwrap();
        Bundle::open(&std::fs::read(out.join("bundle.zip")).unwrap())
    })
}

fn report(bundle: &Bundle) -> Report {
    verify::verify(&bundle.zip(), &Limits::default()).unwrap()
}

fn is_broken(bundle: &Bundle) -> bool {
    report(bundle).first_break.is_some()
}

#[test]
fn the_untouched_bundle_verifies_and_its_tail_is_named_as_not_anchored() {
    let report = report(&standard().with_fitting_manifest());
    assert!(report.first_break.is_none(), "{:?}", report.first_break);
    let tail = report.checks.iter().find(|check| check.id == "tail").unwrap();
    assert_eq!(tail.outcome, Outcome::NotChecked);
}

#[test]
fn a_flipped_byte_in_any_member_is_found_with_the_manifest_as_it_was() {
    for name in standard().0.keys() {
        let length = standard().0[name].len();
        for at in [0, length / 3, length / 2, length - 1] {
            let mut altered = standard().clone();
            altered.0.get_mut(name).unwrap()[at] ^= 1;
            let found = verify::verify(&altered.zip(), &Limits::default());
            // A manifest that can't be read any more is a finding too.
            assert!(found.is_ok_and(|report| report.first_break.is_some()), "{name} byte {at}");
        }
    }
}

#[test]
fn a_flipped_byte_in_any_member_but_the_tail_is_found_with_manifest_and_head_recomputed() {
    for name in standard().0.keys().filter(|name| *name != "manifest.json" && *name != "records.jsonl") {
        let length = standard().0[name].len();
        for at in [0, length / 3, length / 2, length - 1] {
            let mut altered = standard().clone();
            altered.0.get_mut(name).unwrap()[at] ^= 1;
            assert!(is_broken(&altered.with_fitting_manifest()), "{name} byte {at}");
        }
    }
}

#[test]
fn every_record_altered_is_found_and_the_place_is_named() {
    let records = standard().records();
    for at in 0..records.len() {
        let mut altered = records.clone();
        let middle = altered[at].len() / 2;
        altered[at][middle] ^= 1;
        let forged = standard().with_records(&altered);
        for bundle in [forged.clone(), forged.with_fitting_manifest()] {
            let report = report(&bundle);
            let broken = report.first_break;
            let last = at + 1 == records.len();
            assert!(broken.is_some() || last, "record {}", at + 1);
            let named = report.checks.iter().any(|check| {
                let near = check.place.seq.is_some_and(|seq| seq == at as u64 + 1 || seq == at as u64 + 2);
                check.outcome == Outcome::Fail && near
            });
            assert!(named || last, "record {}: {broken:?}", at + 1);
        }
    }
}

#[test]
fn every_record_dropped_doubled_or_swapped_is_found() {
    let records = standard().records();
    for at in 0..records.len() {
        let last = at + 1 == records.len();
        let mut dropped = records.clone();
        dropped.remove(at);
        let mut doubled = records.clone();
        doubled.insert(at, records[at].clone());
        let mut swapped = records.clone();
        swapped.swap(at, (at + 1) % records.len());
        for (what, forged) in [("dropped", dropped), ("doubled", doubled), ("swapped", swapped)] {
            let forged = standard().with_records(&forged);
            assert!(is_broken(&forged), "{what} {}", at + 1);
            // Cutting the last record off can't be seen once manifest and head are recomputed; all else can.
            let tail = last && what == "dropped";
            assert!(is_broken(&forged.with_fitting_manifest()) || tail, "{what} {}", at + 1);
        }
    }
}

#[test]
fn a_cut_tail_passes_all_checks_but_is_reported_as_not_anchored() {
    let records = standard().records();
    // Papers recorded in the part that is cut would be missing, so they are cut with it.
    let cut = records.len() - 1;
    let forged = standard().with_records(&records[..cut]).with_fitting_manifest();
    let report = report(&forged);
    assert!(report.checks.iter().any(|check| check.id == "tail" && check.outcome == Outcome::NotChecked));
}

#[test]
fn any_member_dropped_is_found() {
    for name in standard().0.keys().filter(|name| *name != "manifest.json") {
        let mut altered = standard().clone();
        altered.0.remove(name);
        assert!(is_broken(&altered), "{name}");
    }
    let mut headless = standard().clone();
    headless.0.remove("manifest.json");
    assert!(verify::verify(&headless.zip(), &Limits::default()).is_err());
}

#[test]
fn a_truncated_archive_is_unreadable_or_broken_at_every_length() {
    let whole = standard().zip();
    let step = (whole.len() / 200).max(1);
    for length in (0..whole.len()).step_by(step) {
        let found = verify::verify(&whole[..length], &Limits::default());
        assert!(found.map_or(true, |report| report.first_break.is_some()), "{length}");
    }
}
