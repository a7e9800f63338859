//! `xinxieshang ballot check CODE LIST` as a person runs it: 0 where the list holds and the code is on it, 1 where
//! something doesn't hold, 2 where code or file can't be read; each with a plain sentence.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use ballot::{BallotBox, Bundle, Counts, Definition, Entry, Key, Question, Token, Vote};
use ledger::Digest;
use ledger::bundle::Builder;
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

const ID: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0c01);

fn token(n: u8) -> Token {
    Token(*Digest::sha256(&[n]).as_bytes())
}

/// Three in favour, one against; one more of seven voted on paper.
fn list() -> Bundle {
    let key = Key::derive([1; 32], ID).expect("a key");
    let definition = Definition {
        ballot: ID,
        case: Uuid::from_u128(1),
        closes_at: "2026-03-16T16:00:00.000+08:00".parse().expect("a moment"),
        key: key.public(),
        meeting: None,
        objection_days: None,
        opened_at: "2026-03-16T14:00:00.000+08:00".parse().expect("a moment"),
        question: Question::Draft { terms: Digest::sha256(b"terms") },
        reveals: true,
        roll: None,
        roll_digest: None,
        round: None,
        voters: 7,
    };
    let mut full = BallotBox::empty(7);
    for (n, vote) in [Vote::YES, Vote::NO, Vote::YES, Vote::YES].into_iter().enumerate() {
        let token = token(u8::try_from(n).expect("a few"));
        let seal = key.seal(&token).expect("a seal");
        full.put(&Entry { seal, token, vote });
    }
    Bundle::of(definition, Vec::new(), &key, Counts { blind: 4, paper: 1, plain: 0 }, &full)
}

/// A folder with the list in it.
fn folder(list: &Bundle) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("list.json"), list.bytes().expect("canonical")).expect("a file");
    dir
}

/// Exit status, standard output, standard error. Whatever is said is said in full.
fn said(dir: &Path, words: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xinxieshang"));
    let output = command.args(["ballot", "check"]).args(words).current_dir(dir).stdin(Stdio::null()).output();
    let output = output.expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert!(!out.contains('〔') && !err.contains('〔'), "{words:?}\n{out}{err}");
    (output.status.code().expect("an exit status"), out, err)
}

/// What can't be read: status 2, one sentence with these parts on standard error, nothing else.
fn unreadable(dir: &Path, words: &[&str], parts: &[&str]) {
    let (code, out, err) = said(dir, words);
    assert_eq!((code, out.as_str()), (2, ""), "{words:?}\n{err}");
    assert!(!err.contains("panicked"), "{err}");
    for part in parts {
        assert!(err.contains(part), "{part} in {err} ({words:?})");
    }
}

#[test]
fn a_code_that_is_on_the_list_is_found_with_its_choice() {
    let list = list();
    let dir = folder(&list);
    let yes = token(0).tracker().to_string();
    let (code, out, err) = said(dir.path(), &[&yes, "list.json"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    for part in
        [&format!("核验码 {yes} 在清单中，选择的是第 1 项"), "重新计票一致：3、1、0，收回 4 张", "签到 5 人，应到 7 人"]
    {
        assert!(out.contains(part), "{part} in {out}");
    }
    assert!(!out.contains("不符"), "{out}");
    assert!(out.contains(&list.digest().expect("a digest").to_string()), "the hash that the record names: {out}");
    // As somebody writes it down: in small letters, without the dash.
    let no = token(1).tracker().to_string();
    let written = no.to_lowercase().replace('-', "");
    let (code, out, _) = said(dir.path(), &[&written, "list.json"]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains(&format!("核验码 {no} 在清单中，选择的是第 2 项")), "{out}");
    let (code, out, _) = said(dir.path(), &["-", "list.json"]);
    assert!(code == 0 && !out.contains("核验码 "), "nobody was looked for: {out}");
}

#[test]
fn the_same_is_told_to_machines() {
    let dir = folder(&list());
    let code = token(0).tracker().to_string();
    let (status, out, err) = said(dir.path(), &[&code, "list.json", "--json"]);
    assert_eq!((status, err.as_str()), (0, ""));
    let told: Value = serde_json::from_str(&out).expect("one JSON value");
    assert_eq!((&told["holds"], &told["tally"]["choices"]), (&true.into(), &serde_json::json!([3, 1, 0])));
    let (status, out, _) = said(dir.path(), &["0000-0000", "list.json", "--json"]);
    let told: Value = serde_json::from_str(&out).expect("one JSON value");
    assert_eq!((status, &told["holds"]), (1, &false.into()));
    let broken: Vec<&Value> =
        told["checks"].as_array().expect("checks").iter().filter(|line| line["holds"] == false).collect();
    assert_eq!(broken.len(), 1, "{out}");
    assert_eq!(broken[0]["key"], "ballot-check-tracker-broken");
}

#[test]
fn a_code_that_is_not_on_the_list_says_so_and_what_to_do() {
    let dir = folder(&list());
    let (code, out, err) = said(dir.path(), &["0000-0000", "list.json"]);
    assert_eq!((code, err.as_str()), (1, ""), "{out}");
    for part in ["不符", "核验码 0000-0000 不在清单中", "请核对是否抄错", "重新计票一致"] {
        assert!(out.contains(part), "{part} in {out}");
    }
}

/// An evidence bundle of some lists. Only its form is looked at here, so that its one record may say anything.
fn bundle(lists: &[&Bundle]) -> Vec<u8> {
    let record: &[u8] = b"{\"case\":\"01900000-0000-7000-8000-000000000001\"}";
    let mut builder = Builder::new("01900000-0000-7000-8000-000000000001", &[record]).expect("a bundle");
    for list in lists {
        builder.ballot(list.bytes().expect("canonical")).expect("a list");
    }
    builder.finish().expect("an archive")
}

#[test]
fn every_list_of_an_evidence_bundle_is_counted_and_the_code_may_be_on_any() {
    let (one, mut other) = (list(), list());
    other.ballots.retain(|ballot| ballot.token != token(0));
    other.tally.choices[0] -= 1;
    other.tally.returned -= 1;
    let dir = folder(&one);
    fs::write(dir.path().join("bundle.zip"), bundle(&[&one, &other])).expect("a file");
    let code = token(0).tracker().to_string();
    let (status, out, err) = said(dir.path(), &[&code, "bundle.zip"]);
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    for part in [
        format!("选票清单 ballots/{}.json", one.digest().expect("a digest")),
        format!("选票清单 ballots/{}.json", other.digest().expect("a digest")),
        format!("核验码 {code} 在清单中，选择的是第 1 项"),
        "重新计票一致：3、1、0，收回 4 张".to_owned(),
        "重新计票一致：2、1、0，收回 3 张".to_owned(),
        "xinxieshang verify".to_owned(),
    ] {
        assert!(out.contains(&part), "{part} in {out}");
    }
    assert!(!out.contains("不在清单中"), "one of them has it: {out}");
    let (status, out, _) = said(dir.path(), &["0000-0000", "bundle.zip", "--json"]);
    let told: Value = serde_json::from_str(&out).expect("one JSON value");
    assert_eq!((status, &told["holds"]), (1, &false.into()));
    let lists = told["lists"].as_array().expect("lists");
    assert!(lists.len() == 2 && lists.iter().all(|list| list["told"]["holds"] == false), "on none of them: {out}");
    let (status, out, _) = said(dir.path(), &["-", "bundle.zip"]);
    assert!(status == 0 && !out.contains("核验码 "), "nobody was looked for: {out}");
}

#[test]
fn a_bundle_without_a_list_is_told_in_words_and_an_altered_list_is_a_finding() {
    let list = list();
    let dir = folder(&list);
    fs::write(dir.path().join("empty.zip"), bundle(&[])).expect("a file");
    unreadable(dir.path(), &["-", "empty.zip"], &["empty.zip", "里面没有选票清单"]);
    let mut cut = bundle(&[&list]);
    cut.truncate(cut.len() / 2);
    fs::write(dir.path().join("cut.zip"), cut).expect("a file");
    unreadable(dir.path(), &["-", "cut.zip"], &["cut.zip", "作为证据包也读不出来"]);
    // A list that was altered without its name, in an archive whose every byte is put right again.
    let mut altered = list.clone();
    altered.issued.paper = 2;
    let of = |list: &Bundle| list.digest().expect("a digest").to_string();
    let names = bundle(&[&altered]);
    let at: Vec<usize> =
        names.windows(64).enumerate().filter(|(_, text)| *text == of(&altered).as_bytes()).map(|(at, _)| at).collect();
    assert!(at.len() >= 2, "the name stands in the archive");
    let mut renamed = names;
    for at in at {
        renamed[at..at + 64].copy_from_slice(of(&list).as_bytes());
    }
    fs::write(dir.path().join("renamed.zip"), renamed).expect("a file");
    let (status, out, err) = said(dir.path(), &["-", "renamed.zip"]);
    assert_eq!((status, err.as_str()), (1, ""), "{out}");
    assert!(out.contains("不符"), "{out}");
}

#[test]
fn what_is_no_code_is_wrong_usage() {
    let dir = folder(&list());
    for wrong in ["7K4M", "7K4M-2Q9D-1", "7K4M-2Q9U", "核验码", ""] {
        unreadable(dir.path(), &[wrong, "list.json"], &["不是核验码", "7K4M-2Q9D"]);
    }
    let (code, out, err) = said(dir.path(), &["7K4M-2Q9D"]);
    assert!(code == 2 && out.is_empty() && !err.is_empty(), "without a list: {err}");
}

#[test]
fn a_list_that_is_none_or_cut_off_is_told_in_words() {
    let whole = list();
    let dir = folder(&whole);
    let bytes = whole.bytes().expect("canonical");
    let code = token(0).tracker().to_string();
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    for (name, content) in [
        ("cut.json", bytes[..bytes.len() / 2].to_vec()),
        ("empty.json", Vec::new()),
        ("zip.json", b"PK\x03\x04".to_vec()),
        ("other.json", text.replace("xinxieshang-ballot/1", "xinxieshang-ballot/9").into_bytes()),
        ("more.json", text.replacen('{', "{\"more\":1,", 1).into_bytes()),
        ("nobody.json", text.replace("\"voters\":7", "\"voters\":0").into_bytes()),
    ] {
        assert_ne!(content, bytes, "{name} is altered");
        fs::write(dir.path().join(name), content).expect("a file");
        unreadable(dir.path(), &[&code, name], &["不是选票清单文件，或者文件已损坏"]);
    }
    unreadable(dir.path(), &[&code, "absent.json"], &["absent.json"]);
}

#[test]
fn a_list_that_somebody_altered_is_a_finding_in_plain_words() {
    let code = token(0).tracker().to_string();
    let altered = |change: &dyn Fn(&mut Bundle), parts: &[&str]| {
        let mut list = list();
        change(&mut list);
        let (status, out, err) = said(folder(&list).path(), &[&code, "list.json"]);
        assert_eq!((status, err.as_str()), (1, ""), "{out}");
        for part in parts {
            assert!(out.contains(part), "{part} in {out}");
        }
    };
    altered(&|list| list.issued.blind = 3, &["票箱内 4 张，多于发出的电子选票 3 张"]);
    altered(&|list| list.issued.paper = 4, &["签到 8 人，多于应到 7 人"]);
    altered(&|list| list.tally.choices = vec![4, 0, 0], &["重新计票不一致：公布的是 4、0、0"]);
    altered(&|list| list.ballots[0].vote = Some(Vote(7)), &["选择无效"]);
    altered(&|list| list.ballots[1] = list.ballots[0], &["重复的选票"]);
    altered(&|list| list.ballots[2].seal = list.ballots[1].seal, &["不是用本次表决的密钥发出的"]);
    altered(&|list| list.secret = Key::derive([2; 32], ID).expect("a key").secret(), &["密钥与表决开始时的不一致"]);
    // A voter who was taken off the list finds it, though the rest was made to agree.
    let gone = |list: &mut Bundle| {
        list.ballots.retain(|ballot| ballot.token != token(0));
        list.tally.choices[0] -= 1;
        list.tally.returned -= 1;
    };
    altered(&gone, &[&format!("核验码 {code} 不在清单中"), "重新计票一致"]);
}
