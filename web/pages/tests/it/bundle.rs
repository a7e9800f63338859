//! The evidence bundle: for whom it is, what the verifier says of it, and what stays out of it.

use std::io::{Cursor, Read};

use axum::http::StatusCode;
use verify::{Limits, verify};
use zip::ZipArchive;

use crate::browser::words;
use crate::support::{Cast, Town};
use crate::way::{adopts_and_signs, agrees, talks};

#[tokio::test]
async fn a_case_is_taken_away_and_holds_without_the_server() {
    let town = Town::new().await;
    town.keep_law().await;
    let cast = Cast::of(&town).await;
    let case = talks(&town, &cast).await;
    let data = [("item", "data"), ("points", "上年工资总额"), ("materials", "@上年工资总额一千二百万元")];
    cast.firm.act(&format!("{case}/acts/disclose"), &data).await;
    agrees(&town, &cast, &case, "rise", &[("values.rise", "4.5")], "54").await;
    adopts_and_signs(&cast, &case).await;

    let record = cast.chair.get(&format!("{case}/record")).await;
    let path = format!("{case}/bundle");
    assert!(record.has(&format!("href=\"{path}\"")), "{}", words(&record.html));
    let (status, bytes) = cast.chair.file(&path).await;
    assert_eq!(status, StatusCode::OK, "{}", String::from_utf8_lossy(&bytes));
    let report = verify(&bytes, &Limits::default()).unwrap();
    assert!(report.holds(), "{report:?}");

    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let manifest = read(&mut archive, "manifest.json");
    assert!(manifest.contains("\"withheld\""), "the confidential file is listed, {manifest}");
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let attached = names.iter().filter(|name| name.starts_with("attachments/")).count();
    assert_eq!(attached, 2, "the election and the protocol, and nothing confidential: {names:?}");
    for name in names {
        assert!(!read(&mut archive, &name).contains("一千二百万元"), "{name}");
    }
    assert!(read(&mut archive, "persons.json").contains("沈秋禾"));
}

#[tokio::test]
async fn only_those_take_it_who_may() {
    let town = Town::new().await;
    town.keep_law().await;
    let cast = Cast::of(&town).await;
    let case = talks(&town, &cast).await;
    for (who, status) in [
        (&cast.firm, StatusCode::OK),
        (&cast.agent, StatusCode::OK),
        (&cast.officer, StatusCode::OK),
        (&cast.clerk, StatusCode::FORBIDDEN),
        (&cast.stranger, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(who.file(&format!("{case}/bundle")).await.0, status);
    }
    assert!(!cast.clerk.get(&format!("{case}/record")).await.has("/bundle"));
}

fn read(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> String {
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}
