//! Shipped data, lookups, hashes, and files that do not hold together.

use std::collections::BTreeMap;

use jiff::civil::date;

use law::dataset::*;
use law::money::Fen;
use law::rules::Profile;

fn sets() -> DataSets {
    DataSets::builtin().unwrap()
}

fn region(code: &str, parent: Option<&str>, tier: Option<u8>) -> Region {
    Region {
        code: code.to_owned(),
        fictional: true,
        min_wage_tier: tier,
        name: "虚构市（演示）".to_owned(),
        parent: parent.map(str::to_owned),
        profile: Profile::Zj,
    }
}

// 浙政发〔2024〕3号
#[test]
fn the_minimum_wages_of_zhejiang_since_2024_are_known_by_tier() {
    let sets = sets().with_regions(&[region("339901", Some("330000"), Some(1))]).unwrap();
    for (tier, monthly, hourly) in [(1, 249_000, 2_400), (2, 226_000, 2_200), (3, 201_000, 2_000)] {
        let row = sets.min_wage.find("330000", tier, date(2026, 3, 1)).unwrap();
        assert_eq!((row.monthly, row.hourly), (Fen(monthly), Fen(hourly)));
    }
    let found = sets.min_wage("339901", date(2026, 3, 1)).value().unwrap();
    assert_eq!((found.monthly, found.doc_no.as_str()), (Fen(249_000), "浙政发〔2024〕3号"));
    assert_eq!(sets.min_wage("339901", date(2023, 12, 31)).value().unwrap().monthly, Fen(228_000));
    assert_eq!(sets.min_wage("339901", date(2024, 1, 1)).value().unwrap().monthly, Fen(249_000));
}

#[test]
fn a_figure_that_is_not_known_is_no_data_with_a_reason() {
    let sets = sets();
    let key = |lookup: Lookup<&MinWageRow>| match lookup {
        Lookup::NoData(said) => said.key,
        Lookup::Value(_) => panic!("a value"),
    };
    assert_eq!(key(sets.min_wage("330784", date(2026, 3, 1))), "law-no-data-tier");
    assert_eq!(key(sets.min_wage("999999", date(2026, 3, 1))), "law-no-data-region");
    let old = sets.with_regions(&[region("339901", Some("330000"), Some(1))]).unwrap();
    assert_eq!(key(old.min_wage("339901", date(2020, 3, 1))), "law-no-data-min-wage");
    assert_eq!(sets.guideline("330784", 2026).value(), None);
    assert_eq!(sets.cpi("330784", 2026).value(), None);
}

#[test]
fn regions_know_their_profile() {
    let sets = sets();
    for (code, profile) in [
        ("330784", Profile::Zj),
        ("330106", Profile::Hz),
        ("330282", Profile::Nb),
        ("320000", Profile::Cn),
        ("330000", Profile::Zj),
    ] {
        assert_eq!(sets.region(code).unwrap().profile, profile, "{code}");
    }
    for (code, profile) in [
        ("330106", Some(Profile::Hz)),
        ("330199", Some(Profile::Hz)),
        ("330299", Some(Profile::Nb)),
        ("339901", Some(Profile::Zj)),
        ("320102", Some(Profile::Cn)),
        ("990101", None),
        ("33", Some(Profile::Zj)),
        ("", None),
    ] {
        assert_eq!(sets.profile(code), profile, "{code}: its own, its prefecture's or its province's");
    }
    assert_eq!(sets.regions.upwards("330784").collect::<Vec<_>>(), ["330784", "330700", "330000", "000000"]);
    assert!(sets.regions.rows().iter().all(|row| row.min_wage_tier.is_none()), "no tier was verified");
}

#[test]
fn a_figure_of_a_region_above_holds_below_unless_there_is_a_nearer_one() {
    let file = br#"{"kind":"guideline","rows":[
        {"region":"330000","year":2026,"lower":200,"base":500,"upper":800,"doc_no":"demo","verified_on":"2026-11-22"},
        {"region":"330700","year":2026,"base":600,"doc_no":"demo","verified_on":"2026-11-22"}]}"#;
    let sets = sets().with_file(file).unwrap();
    assert_eq!(sets.guideline("330784", 2026).value().unwrap().base.unwrap().0, 600);
    assert_eq!(sets.guideline("330106", 2026).value().unwrap().lower.unwrap().0, 200);
}

#[test]
fn a_data_set_has_the_same_hash_however_it_was_written() {
    let one = sets();
    let two = one.with_file(one.min_wage.bytes()).unwrap();
    assert_eq!(one.hashes(), two.hashes());
    let pretty = serde_json::to_vec_pretty(&serde_json::from_slice::<serde_json::Value>(one.calendar.bytes()).unwrap());
    assert_eq!(one.with_file(&pretty.unwrap()).unwrap().calendar.hash(), one.calendar.hash());
    assert_eq!(one.hashes(), DataSets::builtin().unwrap().hashes());
}

#[test]
fn data_sets_are_found_again_by_their_hashes() {
    let sets = sets();
    let mut files: BTreeMap<_, _> = sets.files().into_iter().map(|(_, hash, bytes)| (hash, bytes.to_vec())).collect();
    assert_eq!(DataSets::select(&files, &sets.hashes()).unwrap(), sets);
    let swapped = DatasetHashes { cpi: sets.guideline.hash(), ..sets.hashes() };
    assert_eq!(DataSets::select(&files, &swapped).unwrap_err().said().key, "law-dataset-kind");
    files.get_mut(&sets.cpi.hash()).unwrap().push(b' ');
    assert_eq!(DataSets::select(&files, &sets.hashes()).unwrap_err().said().key, "law-dataset-hash");
    files.remove(&sets.cpi.hash());
    assert_eq!(DataSets::select(&files, &sets.hashes()).unwrap_err().said().key, "law-dataset-missing");
}

#[test]
fn files_that_do_not_hold_together_are_refused_with_their_place() {
    let wage = |tail: &str| {
        let row = |from: &str, to: &str| {
            format!(
                r#"{{"region":"330000","tier":1,"monthly":249000,"hourly":2400,"from":"{from}","to":{to},"doc_no":"d","mark":"V","verified_on":"2026-11-22"}}"#
            )
        };
        let (first, second) = tail.split_once('|').unwrap();
        let (from, to) = first.split_once('/').unwrap();
        let (from2, to2) = second.split_once('/').unwrap();
        format!(r#"{{"kind":"min_wage","rows":[{},{}]}}"#, row(from, to), row(from2, to2))
    };
    for (file, place, key) in [
        (wage(r#"2024-01-01/"2025-12-31"|2025-12-31/null"#), "rows[0].to", "law-figure-overlap"),
        (wage(r#"2024-01-01/"2025-12-31"|2026-01-02/null"#), "rows[0].to", "law-figure-gap"),
        (wage(r#"2024-01-01/null|2026-01-01/null"#), "rows[0].to", "law-figure-overlap"),
        (wage(r#"2024-01-01/"2023-01-01"|2026-01-01/null"#), "rows[0].to", "law-figure-ends-before"),
        (wage(r#"2024-01-01/"2025-02-29"|2026-01-01/null"#), "rows[0].to", "law-input-value"),
        (r#"{"kind":"weather","rows":[]}"#.to_owned(), "kind", "law-input-unknown-word"),
        (r#"{"kind":"cpi","rows":[],"more":1}"#.to_owned(), "more", "law-input-unknown-field"),
        (r#"{"kind":"cpi"}"#.to_owned(), "", "law-input-missing-field"),
        (
            r#"{"kind":"cpi","rows":[{"region":"33","year":2026,"change":20,"doc_no":"d","verified_on":"2026-11-22"}]}"#
                .to_owned(),
            "rows[0].region",
            "law-region-code",
        ),
        (
            r#"{"kind":"cpi","rows":[{"region":"330000","year":2026,"change":1.5,"doc_no":"d","verified_on":"2026-11-22"}]}"#
                .to_owned(),
            "rows[0].change",
            "law-input-value",
        ),
        (
            r#"{"kind":"regions","rows":[{"code":"330000","name":"甲","profile":"ZJ","parent":"330001"},{"code":"330001","name":"乙","profile":"ZJ","parent":"330000"}]}"#
                .to_owned(),
            "rows[0].parent",
            "law-region-ring",
        ),
        (
            r#"{"kind":"regions","rows":[{"code":"330000","name":"甲","profile":"XX"}]}"#.to_owned(),
            "rows[0].profile",
            "law-input-unknown-word",
        ),
    ] {
        let error = sets().with_file(file.as_bytes()).unwrap_err();
        assert_eq!((error.place.as_str(), error.said().key.as_ref()), (place, key), "{file}");
    }
}

#[test]
fn loading_takes_two_persons() {
    let now = law::time::Moment::from_millis(0);
    assert!(Loading::new("甲", "乙", now).is_ok());
    assert!(Loading::new("甲", " 甲 ", now).is_err());
    assert!(Loading::new("甲", "", now).is_err());
}
