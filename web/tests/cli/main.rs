//! The program as a person runs it: what it says, where it says it, and its exit status.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod check;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const NOTICE: &str = r#"{"year":2031,"notice":"（演示用虚构通知）",
    "off":[{"name":"元旦","from":"2031-01-01","to":"2031-01-01"},{"name":"春节","from":"2031-01-22","to":"2031-01-28"}],
    "make_up":[{"date":"2031-01-19","name":"春节"}]}"#;

const IMPORT: &str = "--loaded-by 张三 --confirmed-by 李四";

fn run(dir: &Path, line: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xinxieshang"))
        .args(line.split_whitespace())
        .current_dir(dir)
        .output()
        .expect("the program starts")
}

/// Exit status, standard output, standard error. Whatever is said is said in full.
fn said(dir: &Path, line: &str) -> (i32, String, String) {
    let output = run(dir, line);
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    let err = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(!err.contains('〔'), "{line}\n{err}");
    (output.status.code().expect("an exit status"), out, err)
}

/// A command that must fail with this status and name these parts on standard error, saying nothing else.
fn fails(dir: &Path, line: &str, status: i32, parts: &[&str]) {
    let (code, out, err) = said(dir, line);
    assert_eq!((code, out.as_str()), (status, ""), "{line}\n{err}");
    for part in parts {
        assert!(err.contains(part), "{part} in {err} ({line})");
    }
}

fn json(dir: &Path, line: &str) -> (i32, Value) {
    let (code, out, err) = said(dir, line);
    assert_eq!(err, "", "{line}");
    (code, serde_json::from_str(&out).expect("one JSON value"))
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn write(dir: &Path, name: &str, content: &str) {
    fs::write(dir.join(name), content).expect("a file");
}

#[test]
fn help_and_version_are_good_and_nothing_at_all_is_wrong_usage() {
    let dir = folder();
    let (code, out, _) = said(dir.path(), "--help");
    assert_eq!(code, 0);
    assert!(out.contains("用法：") && out.contains("deadline"), "{out}");
    assert_eq!(said(dir.path(), "--version").0, 0);
    fails(dir.path(), "", 2, &["用法：", "命令："]);
}

#[test]
fn wrong_usage_is_named_in_chinese_and_ends_with_two() {
    let dir = folder();
    for (line, parts) in [
        ("deadlin", &["deadlin", "deadline"][..]),
        ("verify a.zip --fast", &["--fast"]),
        ("verify", &["证据包"]),
        ("deadline --profile ZJ --rule reply", &["--from"]),
        ("deadline --profile ZJ --rule reply --from 2026-02-30", &["--from", "2026-02-30", "2026-03-18"]),
        ("deadline --profile ZJ --rule reply --from 06.02.2026", &["06.02.2026"]),
        ("deadline --profile ZJ --rule answer --from 2026-02-06", &["answer", "reply"]),
        ("deadline --profile SH --rule reply --from 2026-02-06", &["SH", "ZJ"]),
        ("deadline --profile ZJ --rule disclose --item menu --from 2026-02-06", &["menu", "rep_list"]),
        ("deadline --profile ZJ --rule file --from 2026-02-06 --amber-from 2026-02-07", &["--amber-from", "publish"]),
        ("render D99 --sample", &["D99", "wage_agreement"]),
    ] {
        fails(dir.path(), line, 2, parts);
    }
}

// CC22 36 sets no number of days for the congress.
#[test]
fn a_duty_that_the_profile_does_not_have_ends_with_two_and_its_reason() {
    let dir = folder();
    let line = "deadline --profile CN --rule to_congress --from 2026-02-06";
    fails(dir.path(), line, 2, &["CN 不适用", "职代会"]);
    let (code, value) = json(dir.path(), &format!("{line} --json"));
    assert_eq!(code, 2);
    assert_eq!(value["error"]["exit"], 2);
    assert_eq!(value["error"]["key"], "cli-deadline-none");
}

// ZJ-CC 7
#[test]
fn a_deadline_is_explained_to_people_and_given_to_programs() {
    let dir = folder();
    let line = "deadline --profile ZJ --rule reply --from 2026-02-06";
    let (code, out, err) = said(dir.path(), line);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("2026-02-27") && out.contains("春节") && out.contains("  1. "), "{out}");
    let (code, value) = json(dir.path(), &format!("{line} --json"));
    assert_eq!(code, 0);
    assert_eq!((&value["due"], &value["provisional"]), (&"2026-02-27".into(), &false.into()));
    assert!(value.get("raw_due").is_none());
}

#[test]
fn what_is_no_bundle_ends_with_two() {
    let dir = folder();
    write(dir.path(), "text.zip", "not a zip archive");
    fails(dir.path(), "verify text.zip", 2, &["text.zip", "zip"]);
    fails(dir.path(), "verify absent.zip", 2, &["absent.zip"]);
    fails(dir.path(), "verify .", 2, &["文件夹"]);
    assert_eq!(json(dir.path(), "verify text.zip --json").0, 2);
}

#[test]
fn wrong_data_of_a_paper_is_named_with_its_place_and_no_pdf_appears() {
    let dir = folder();
    let (code, sample, _) = said(dir.path(), "render response --sample");
    assert_eq!(code, 0);
    write(dir.path(), "unknown.json", &sample.replacen("\"title\"", "\"titel\"", 1));
    fails(dir.path(), "render response --data unknown.json --out a.pdf", 2, &["header.titel", "title"]);
    write(dir.path(), "cut.json", sample.get(..100).expect("longer, and ASCII so far"));
    fails(dir.path(), "render response --data cut.json --out a.pdf", 2, &["cut.json"]);
    write(dir.path(), "type.json", &sample.replacen("\"version\": 1", "\"version\": \"1\"", 1));
    fails(dir.path(), "render response --data type.json --out a.pdf", 2, &["header.version"]);
    let left: Vec<_> = fs::read_dir(dir.path()).expect("the folder").flatten().map(|entry| entry.file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().ends_with(".json")), "{left:?}");
}

#[test]
fn one_person_cannot_load_and_confirm_a_calendar() {
    let dir = folder();
    write(dir.path(), "2031.json", NOTICE);
    let line = "calendar import 2031.json --loaded-by 张三 --confirmed-by 张三";
    fails(dir.path(), line, 1, &["CONFIRM-SAME-PERSON", "张三"]);
    let (code, value) = json(dir.path(), &format!("{line} --json"));
    assert_eq!((code, &value["error"]["rule"]), (1, &"CONFIRM-SAME-PERSON".into()));
    assert!(!dir.path().join("data").exists());
}

#[test]
fn a_calendar_is_loaded_once_used_by_deadlines_and_replaced_only_when_asked() {
    let dir = folder();
    write(dir.path(), "2031.json", NOTICE);
    let question = "deadline --profile ZJ --rule reply --from 2031-01-15 --json";
    assert_eq!(json(dir.path(), question).1["provisional"], true);
    let import = format!("calendar import 2031.json {IMPORT}");
    let (code, value) = json(dir.path(), &format!("{import} --json"));
    assert_eq!((code, &value["written"]), (0, &true.into()));
    let answer = json(dir.path(), question).1;
    assert_eq!((&answer["provisional"], &answer["due"]), (&false.into(), &"2031-02-04".into()));
    assert_eq!(answer["calendar_hash"], value["dataset_hash"]);
    assert_eq!(json(dir.path(), &format!("{import} --json")).1["written"], false, "the same again changes nothing");

    write(dir.path(), "2031.json", &NOTICE.replace("2031-01-28", "2031-01-29"));
    let (code, out, _) = said(dir.path(), &import);
    assert_eq!(code, 1);
    assert!(out.contains("2031-01-29") && out.contains("--replace"), "{out}");
    assert_eq!(json(dir.path(), question).1["calendar_hash"], answer["calendar_hash"]);
    assert_eq!(said(dir.path(), &format!("{import} --replace")).0, 0);
    assert_eq!(json(dir.path(), question).1["due"], "2031-02-05");
}

#[test]
fn a_data_folder_in_which_nobody_answers_for_the_calendar_is_not_used() {
    let dir = folder();
    write(dir.path(), "2031.json", NOTICE);
    assert_eq!(said(dir.path(), &format!("calendar import 2031.json {IMPORT}")).0, 0);
    let data = dir.path().join("data");
    for entry in fs::read_dir(&data).expect("the folder").flatten() {
        if entry.file_name().to_string_lossy().contains("loading") {
            fs::remove_file(entry.path()).expect("removed");
        }
    }
    fails(dir.path(), "deadline --profile ZJ --rule reply --from 2031-01-15", 2, &["loading.json"]);
}

#[test]
fn a_notice_that_does_not_hold_together_is_refused_and_nothing_is_written() {
    let dir = folder();
    write(dir.path(), "syntax.json", "{\"year\": 2031,");
    write(dir.path(), "monday.json", &NOTICE.replace("2031-01-19", "2031-01-20"));
    write(dir.path(), "unknown.json", &NOTICE.replace("\"notice\"", "\"paper\""));
    for (name, parts) in
        [("syntax", &["syntax.json"][..]), ("monday", &["make_up[0].date", "2031-01-20"]), ("unknown", &["paper"])]
    {
        fails(dir.path(), &format!("calendar import {name}.json {IMPORT}"), 2, parts);
    }
    assert!(!dir.path().join("data").exists());
}

#[test]
fn the_rules_of_a_profile_are_printed_as_tables_and_as_data() {
    let dir = folder();
    let (code, out, _) = said(dir.path(), "law --profile ZJ");
    assert_eq!(code, 0);
    assert!(out.contains("| `reply` |") && out.contains("CHK-QUORUM-23") && out.contains("第七条"), "{out}");
    let (_, value) = json(dir.path(), "law --profile CN --json");
    let none = value["deadlines"].as_array().expect("a list").iter().find(|row| row["rule"] == "to_congress");
    assert!(none.expect("listed")["none"].is_string());
}

#[test]
fn an_operator_backs_up_restores_drills_and_moves() {
    let dir = folder();
    let dir = dir.path();
    assert_eq!(said(dir, "migrate --database a.sqlite").0, 0);
    let (code, made) = json(dir, "backup --database a.sqlite --to b --copy c --keep 2 --heads h.txt --json");
    assert_eq!((code, &made["cases"]), (0, &0.into()));
    assert_eq!(said(dir, "restore --from c --to r.sqlite --heads h.txt").0, 0);
    fails(dir, "restore --from c --to r.sqlite", 2, &["r.sqlite", "已经存在"]);
    let unknown = "018f0000-0000-7000-8000-000000000001=1:".to_owned() + &"0".repeat(64);
    fails(dir, &format!("restore --from b --to s.sqlite --head {unknown}"), 1, &["第 1 号"]);
    assert!(!dir.join("s.sqlite").exists());
    fails(dir, "restore --from b --to s.sqlite --head nonsense", 2, &["nonsense"]);
    let (code, drilled) = json(dir, "drill --database a.sqlite --to b --scratch . --json");
    assert_eq!(code, 0);
    assert!(drilled["restore_ms"].is_u64(), "{drilled}");
    let (code, printed, _) = said(dir, "drill --database a.sqlite --to b --scratch .");
    let minutes = |what: &str| {
        let rest = printed.split_once(&format!("{what}用时 ")).expect("it is timed").1;
        let (minutes, parts) = rest.split_once(" 分钟").and_then(|(time, _)| time.split_once('.')).expect("minutes");
        minutes.parse::<u64>().is_ok() && parts.parse::<u64>().is_ok()
    };
    assert!(code == 0 && printed.contains("演练通过"), "{printed}");
    assert!(minutes("备份") && minutes("恢复并核验"), "{printed}");
    assert_eq!(said(dir, "move --from sqlite:a.sqlite --to m.sqlite --law all").0, 0);
    assert_eq!(json(dir, "outbox list --database m.sqlite --json"), (0, Value::Array(Vec::new())));
    assert_eq!(said(dir, "outbox retry --database m.sqlite").0, 0);
    fails(dir, "backup --database absent.sqlite --to b", 2, &["数据库"]);
    assert!(!dir.join("absent.sqlite").exists(), "nothing is made of a mistyped name");
}

/// The committed page for lawyers, which a test of the model holds against the code.
const PAGE: &str = include_str!("../../../engine/negotiation/LAW.md");

/// Its part on one place.
fn part(heading: &str) -> &'static str {
    let (_, rest) = PAGE.split_once(heading).expect("a part on the place");
    rest.split("\n## ").next().expect("its text")
}

#[test]
fn the_law_is_printed_as_the_page_and_as_its_diagram() {
    let dir = folder();
    let dir = dir.path();
    let (code, page, err) = said(dir, "law --profile ZJ --format markdown");
    assert_eq!((code, err.as_str()), (0, ""));
    let heading = "## 浙江（ZJ）";
    assert_eq!(page.trim_end().strip_prefix(heading), Some(part(heading).trim_end()));
    let (code, diagram, err) = said(dir, "law --profile CN --format mermaid");
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(diagram.starts_with("stateDiagram-v2\n"), "{diagram}");
    assert!(part("## 全国（CN）").contains(&format!("```mermaid\n{}\n```", diagram.trim_end())), "{diagram}");
    fails(dir, "law --profile ZJ --format latex", 2, &["latex", "mermaid"]);
}

#[test]
fn the_small_proof_says_what_holds_and_how_much_it_looked_at() {
    let dir = folder();
    let (code, out, err) = said(dir.path(), "prove --profile NB --random 500 --seed 3");
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    // As many states and steps as the page for lawyers rests on.
    let (_, rest) = part("## 宁波（NB）").split_once("推演：").expect("what was explored");
    let explored = rest.split('，').take(2).collect::<Vec<_>>().join("，");
    assert!(out.contains(&explored) && out.contains("范围内全部看过"), "{out}");
    let holds = out.lines().filter(|line| line.starts_with('✓')).count();
    assert_eq!(holds, model::Property::ALL.len() + model::GOALS.len(), "{out}");
    assert!(!out.contains('✗') && !out.contains('○'), "{out}");
    assert!(out.contains("随机办理 500 次") && out.contains("都已重放并核验证据包"), "{out}");
    fails(dir.path(), "prove --profile SH", 2, &["SH", "ZJ"]);
}

#[test]
fn the_doctor_says_what_to_do_in_one_line_each() {
    let dir = folder();
    let dir = dir.path();
    write(dir, "short.toml", "token = \"short\"\n");
    fails(dir, "doctor --config short.toml", 2, &["token"]);
    write(dir, "good.toml", "database = \"a.sqlite\"\ntoken = \"0123456789abcdef0123456789abcdef\"\n");
    let (code, found) = json(dir, "doctor --config good.toml --json");
    assert_eq!(code, 1, "there is no database: {found}");
    let database = found.as_array().and_then(|all| all.iter().find(|one| one["id"] == "database").cloned());
    assert_eq!(database.expect("a line on the database")["grade"], "bad");
    assert_eq!(said(dir, "migrate --database a.sqlite").0, 0);
    let (_, text, _) = said(dir, "doctor --config good.toml");
    assert!(text.contains("✓ 数据库") && text.contains("！ 邮件") && text.contains("办法："), "{text}");
}
