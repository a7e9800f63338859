//! Lists of people: read, looked at, confirmed; every fault by row and column, nothing before its confirmation.

use std::io::{Cursor, Write};

use accounts::Scope;
use axum::http::StatusCode;
use zip::write::SimpleFileOptions;

use crate::browser::{Page, words};
use crate::support::{Cast, Town, USCC};

/// A workbook as a spreadsheet would save it; texts that look like figures are figures.
pub(crate) fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut sheet = String::new();
    for (row, cells) in (1..).zip(rows) {
        sheet.push_str(&format!("<row r=\"{row}\">"));
        for (column, cell) in ('A'..).zip(*cells) {
            let text = cell.replace('&', "&amp;").replace('<', "&lt;");
            sheet.push_str(&if !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()) {
                format!("<c r=\"{column}{row}\"><v>{text}</v></c>")
            } else {
                format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
            });
        }
        sheet.push_str("</row>");
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" \
                Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"r1\"/>\
                </sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" \
                Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>")),
    ];
    let mut bytes = Cursor::new(Vec::new());
    let mut archive = zip::ZipWriter::new(&mut bytes);
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    bytes.into_inner()
}

pub(crate) const ROSTER: &str = "/rosters/91330784MA0DEM0056";

const GOOD: &[&[&str]] = &[
    &["姓名", "手机号", "工号", "岗位", "车间", "性别", "职工代表"],
    &["李一", "13800000011", "1", "焊工", "一车间", "女", "是"],
    &["王二", "13800000012", "2", "钳工", "二车间", "男", ""],
    &["王二", "13800000013", "3", "电工", "二车间", "男", "否"],
];

/// Where the page that was looked at confirms.
fn confirm(page: &Page) -> String {
    let at = page.html.find("action=\"/rosters/").unwrap_or_else(|| panic!("{}", words(&page.html)));
    page.html[at + 8..].split('"').next().unwrap().to_owned()
}

/// The chair imports a list.
pub(crate) async fn imports(cast: &Cast, rows: &[&[&str]]) -> Page {
    let page = cast.chair.upload(ROSTER, "list", "名单.xlsx", &workbook(rows)).await;
    cast.chair.post(&confirm(&page), &[("step", "do")]).await
}

#[tokio::test]
async fn a_list_comes_in_when_somebody_has_looked_at_it_and_once() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    assert!(cast.chair.get(ROSTER).await.has("名册上还没有人"));
    assert!(cast.chair.get(&format!("{ROSTER}/template.csv")).await.has("姓名,手机,工号"));
    let page = cast.chair.upload(ROSTER, "list", "名单.xlsx", &workbook(GOOD)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", words(&page.html));
    assert!(page.has("13800000011") && page.has("二车间") && page.has("确认导入"), "{}", words(&page.html));
    assert!(cast.chair.get(ROSTER).await.has("名册上还没有人"), "nothing before it is confirmed");
    let path = confirm(&page);
    assert_eq!(cast.clerk.post(&path, &[("step", "do")]).await.status, 422, "another's list");
    let done = cast.chair.post(&path, &[("step", "do")]).await;
    assert_eq!(done.location.as_deref(), Some(format!("{ROSTER}?done=import&count=3").as_str()));
    let twice = cast.chair.post(&path, &[("step", "do")]).await;
    assert_eq!(twice.status, 422, "{}", words(&twice.html));
    let roster = cast.chair.get(ROSTER).await;
    assert!(roster.has("李一") && roster.has("138****0011") && !roster.has("13800000011"), "{}", words(&roster.html));
    let again = cast.chair.upload(ROSTER, "list", "名单.xlsx", &workbook(GOOD)).await;
    assert!(again.has("已经都在") || again.has("都已经在名册里"), "{}", words(&again.html));
}

#[tokio::test]
async fn every_fault_of_a_list_is_named_and_nothing_comes_in() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let wrong: &[&[&str]] = &[
        &["姓名", "手机号", "性别"],
        &["李一", "138", "女"],
        &["=HYPERLINK(1)", "13800000012", "男"],
        &["", "13800000013", "男"],
        &["<script>", "13800000012", "?"],
        &["赵三", "13800000015", "男"],
        &["赵四", "13800000015", "男"],
    ];
    let page = cast.chair.upload(ROSTER, "list", "名单.xlsx", &workbook(wrong)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for place in [
        "第 2 行 B 列（手机）",
        "第 3 行 A 列（姓名）",
        "第 4 行 A 列（姓名）",
        "第 5 行 C 列（性别）",
        "第 7 行 B 列（手机）",
    ] {
        assert!(page.has(place), "{place}: {}", words(&page.html));
    }
    assert!(page.has("像公式") && !page.has("<script>") && !page.has("确认导入"));
    assert!(cast.chair.get(ROSTER).await.has("名册上还没有人"));
    for (bytes, text) in [
        (&b"MZ\0\0"[..], "不能识别"),
        (b"PK\x03\x04", "打不开"),
        (b"\xff\xfe\xff", "编码"),
        (b"", "没有选择文件"),
        ("姓名\n".as_bytes(), "没有人"),
        ("名单\n李一\n".as_bytes(), "没有“姓名”"),
    ] {
        let page = cast.chair.upload(ROSTER, "list", "名单.xlsx", bytes).await;
        assert!(page.status == 422 && page.has(text), "{text}: {}", words(&page.html));
    }
}

#[tokio::test]
async fn ten_thousand_come_in_at_once_and_not_one_more() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let mut list = "姓名,工号,手机\r\n".to_owned();
    for n in 1..=10_000 {
        list.push_str(&format!("职工{n},{n},139{n:08}\r\n"));
    }
    let page = cast.chair.upload(ROSTER, "list", "名单.csv", list.as_bytes()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", words(&page.html));
    let done = cast.chair.post(&confirm(&page), &[("step", "do")]).await;
    assert_eq!(done.location.as_deref(), Some(format!("{ROSTER}?done=import&count=10000").as_str()));
    assert!(cast.chair.get(ROSTER).await.has("<dd>10000</dd>"));
    let one = cast.chair.upload(ROSTER, "list", "名单.csv", "姓名\n晚到的\n".as_bytes()).await;
    let full = cast.chair.post(&confirm(&one), &[("step", "do")]).await;
    assert!(full.status == 422 && full.has("超过 10000 行"), "{}", words(&full.html));
    list.push_str("多一个,10001,\r\n");
    let page = cast.chair.upload(ROSTER, "list", "名单.csv", list.as_bytes()).await;
    assert!(page.status == 422 && page.has("超过 10000 行"), "{}", words(&page.html));
}

#[tokio::test]
async fn only_the_unions_side_sees_a_roster_and_whoever_waits_tries_a_list_out() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    imports(&cast, GOOD).await;
    assert_eq!(cast.clerk.get(ROSTER).await.status, StatusCode::OK, "the congress's clerk keeps it too");
    for (who, status) in [(&cast.firm, 403), (&cast.agent, 403), (&cast.officer, 404), (&cast.stranger, 404)] {
        for path in ["", "/poster", "/letters"] {
            let page = who.get(&format!("{ROSTER}{path}")).await;
            assert_eq!(page.status, status, "{path}");
            assert!(!page.has("李一"));
        }
        assert_eq!(who.upload(ROSTER, "list", "名单.xlsx", &workbook(GOOD)).await.status, status);
    }
    // Somebody who only says that they are the chair.
    let waits = town.person("waits", "等候", &[], Scope::Employer(USCC.to_owned())).await;
    let form = waits.get("/join").await.form();
    let typed = [
        ("kind", "union"),
        ("name", "示例工会（虚构）"),
        ("uscc", crate::support::UNION),
        ("region", "330784"),
        ("employers", USCC),
        ("licence", "@%PDF-1.7"),
        ("authorisation", "@%PDF-1.7"),
    ];
    waits.send("/join", &crate::browser::put(form, &typed)).await;
    let page = waits.get(ROSTER).await;
    assert!(page.status == StatusCode::OK && page.has("试读") && !page.has("李一"), "{}", words(&page.html));
    let page = waits.upload(ROSTER, "list", "名单.xlsx", &workbook(&[&["姓名"], &["新人"]])).await;
    assert!(
        page.status == StatusCode::OK && page.has("没有发现错误") && !page.has("确认导入"),
        "{}",
        words(&page.html)
    );
    assert_eq!(waits.get(&format!("{ROSTER}/poster")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn somebody_is_erased_after_a_look() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    imports(&cast, GOOD).await;
    let roster = cast.chair.get(ROSTER).await;
    let person = roster.html.split(&format!("action=\"{ROSTER}/people/")).nth(1).unwrap().split('"').next().unwrap();
    let path = format!("{ROSTER}/people/{person}");
    let check = cast.chair.post(&path, &[("what", "erase")]).await;
    assert!(check.has("李一") && check.has("不能恢复"), "{}", words(&check.html));
    assert!(cast.chair.get(ROSTER).await.has("李一"));
    assert_eq!(cast.firm.post(&path, &[("what", "erase"), ("step", "do")]).await.status, StatusCode::FORBIDDEN);
    let done = cast.chair.post(&path, &[("what", "erase"), ("step", "do")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(!cast.chair.get(ROSTER).await.has("李一"));
    assert_eq!(cast.chair.post(&path, &[("what", "erase"), ("step", "do")]).await.status, 422);
}
