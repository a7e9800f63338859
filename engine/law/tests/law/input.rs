//! Errors name place, found and expected.

use jiff::civil::Date;
use law::input::*;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its form matters here")]
struct Row {
    #[serde(with = "day")]
    from: Date,
    amount: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its form matters here")]
struct File {
    rows: Vec<Row>,
}

fn said(text: &str) -> String {
    let error = from_json::<File>(text.as_bytes()).unwrap_err();
    messages::Catalogue::new(&[law::MESSAGES]).unwrap().say(&error.said())
}

#[test]
fn an_unknown_field_is_named_with_its_place_and_the_fields_there_are() {
    let text = said(r#"{"rows":[{"from":"2026-03-18","amount":1},{"frm":"2026-03-18"}]}"#);
    for word in ["rows[1]", "frm", "from, amount"] {
        assert!(text.contains(word), "{text}");
    }
}

#[test]
fn a_wrong_type_names_what_was_found_and_what_was_expected() {
    let text = said(r#"{"rows":[{"from":"2026-03-18","amount":"ten"}]}"#);
    for word in ["rows[0].amount", "文字", "ten", "整数"] {
        assert!(text.contains(word), "{text}");
    }
}

#[test]
fn an_impossible_day_is_named() {
    let text = said(r#"{"rows":[{"from":"2026-02-30","amount":1}]}"#);
    for word in ["rows[0].from", "2026-02-30", "日期"] {
        assert!(text.contains(word), "{text}");
    }
}

#[test]
fn a_missing_field_and_a_syntax_error_are_named() {
    assert!(said(r#"{"rows":[{"amount":1}]}"#).contains("from"));
    assert!(said("{\"rows\":[\n{]}").contains('2'), "the line is named");
    assert!(said(r#"{"rows":[]} x"#).contains("1"));
}

#[test]
fn toml_names_place_and_line() {
    let error = from_toml::<File>("[[rows]]\nfrom = \"2026-03-18\"\namount = -1\n").unwrap_err();
    assert_eq!(error.place, "rows[0].amount");
    assert_eq!(error.line, Some(3));
}

#[test]
fn only_one_spelling_of_a_day_is_read() {
    assert_eq!(date("2026-03-18"), Some(jiff::civil::date(2026, 3, 18)));
    for text in
        ["2026-3-18", "20260318", "2026-03-18T00:00", "+002026-03-18", "2026-02-29", "1899-12-31", "二〇二六", ""]
    {
        assert_eq!(date(text), None, "{text}");
    }
}

#[test]
fn a_text_that_breaks_off_or_lacks_a_mark_is_told_in_the_readers_language() {
    for text in ["", "{\"rows\":[", "{\"rows\": }", "{\"rows\" []}", "{rows:[]}", "{\"rows\":[],}", "{\"rows\":[]} x"] {
        let said = said(text);
        assert!(said.contains("写法有误") && !said.contains('?'), "{said}");
        assert!(!said.chars().any(|letter| letter.is_ascii_lowercase() && !"rows".contains(letter)), "{said}");
    }
}

#[test]
fn the_line_of_a_wrong_value_is_named_in_json_and_in_toml() {
    let line = |text: &str| from_json::<File>(text.as_bytes()).unwrap_err().line;
    assert_eq!(line("{\"rows\":[\n{\"from\":\"2026-03-18\",\n\"amount\":-1},\n{}]}"), Some(3));
    assert_eq!(line("{\"rows\":[{\"from\":\"2026-03-18\",\"amount\":1},\n{\"amount\":1}\n]}"), Some(2));
    assert_eq!(line("{\n\"rows\":[],\n\"more\":\n1}"), Some(4));
    assert_eq!(line("\n\n[]"), Some(3));
    let twice = from_json::<File>(b"{\"rows\":[{\"amount\":1,\n\"amount\":2}]}").unwrap_err();
    assert_eq!((twice.place.as_str(), twice.line), ("rows[0]", Some(2)));
    assert_eq!(twice.problem, Problem::Twice { found: "amount".to_owned() });
    let toml = |text: &str| from_toml::<File>(text).map_err(|error| (error.place, error.line)).unwrap_err();
    let first = "[[rows]]\nfrom = \"2026-03-18\"\namount = 1\n\n";
    assert_eq!(toml(&format!("{first}[[rows]]\namount = 1\n")), ("rows[1]".to_owned(), Some(5)));
    assert_eq!(toml(&format!("{first}[more]\nx = 1\n")), ("more".to_owned(), Some(5)));
    assert_eq!(toml(""), (String::new(), None));
    assert_eq!(toml("rows = 1\n[").1, Some(2));
}
