//! Every message that the code says exists, and every message that exists is said.

use std::collections::BTreeSet;
use std::path::Path;

use messages::{Catalogue, Said};

use super::report;
use super::sample::bundle;
use crate::{Check, MESSAGES, Place, Unreadable};

/// All `"verify-…"` literals of the sources, tests left out.
fn keys_in(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "tests") {
                keys_in(&path, keys);
            }
        } else {
            let text = std::fs::read_to_string(&path).unwrap();
            let literals = text.split('"').filter(|part| part.starts_with("verify-"));
            keys.extend(literals.map(str::to_owned));
        }
    }
}

#[test]
fn messages_and_code_agree() {
    let mut said = BTreeSet::new();
    keys_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut said);
    let written: BTreeSet<String> =
        MESSAGES.lines().filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect();
    assert_eq!(said, written);
}

#[test]
fn every_line_of_a_report_reads_without_gaps() {
    let catalogue = Catalogue::new(&[MESSAGES]).unwrap();
    let lines: Vec<String> = report(&bundle()).checks.iter().map(|check| check.line(&catalogue)).collect();
    assert!(lines.iter().all(|line| !line.contains('〔')), "{lines:#?}");
    assert_eq!(lines[0], "[通过] 压缩包完好，共 11 个文件。");
    let broken =
        Check::fail("chain", Place::record(7), Said::new("verify-chain-seq").arg("expected", 7).arg("found", 8));
    assert_eq!(broken.line(&catalogue), "[不符] 第 7 条记录：序号应为 7，写的是 8：有记录被删除、插入或者调换。");
    assert!(!catalogue.say(&Unreadable::TooLarge { found: 2, limit: 1 }.said()).contains('〔'));
}
