//! What somebody is told whose act isn't recorded because of a fault: a plain sentence that says what to do, and over HTTP
//! when to come back.

use serde_json::Value;

use crate::crowd::Answer;

/// The sentences for a fault that passes, in their message files.
const PASSING: [(&str, &[&str]); 3] = [
    (store::MESSAGES, &["store-busy", "store-database", "store-disk", "store-stopped", "store-unreachable"]),
    (service::MESSAGES, &["service-slow-detail"]),
    (pages::MESSAGES, &["pages-trouble-away-lead"]),
];

/// Whether a text begins as one of them, up to its first value.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    let mut sentences = PASSING.iter().flat_map(|(file, keys)| keys.iter().filter_map(move |key| beginning(file, key)));
    sentences.any(|sentence| text.starts_with(sentence))
}

/// Whether an answer says so in such a sentence, and when to come back.
#[must_use]
pub fn says_when_to_come_back(answer: &Answer) -> bool {
    let problem: Value = serde_json::from_str(&answer.body).unwrap_or_default();
    let when = answer.status == 503 && answer.head.contains("\r\nretry-after: ");
    when && problem["detail"].as_str().is_some_and(is_plain)
}

fn beginning<'a>(file: &'a str, key: &str) -> Option<&'a str> {
    let sentence = file.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))?;
    sentence.split('{').next().filter(|beginning| !beginning.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_there() {
        for (file, keys) in PASSING {
            for key in keys {
                assert!(beginning(file, key).is_some_and(is_plain), "{key}");
            }
        }
    }

    #[test]
    fn what_the_machine_says_is_no_plain_sentence() {
        assert!(is_plain(
            "暂时连不上数据库，本次操作是否已经保存还不能确定。请稍后用同一操作编号重试：已经保存的不会重复办理。"
        ));
        for text in ["", "connection reset by peer", "数据库", "程序在办理本次操作时出现内部错误，操作未保存。"]
        {
            assert!(!is_plain(text), "{text}");
        }
    }

    #[test]
    fn an_answer_says_when_to_come_back() {
        let answer = |head: &str, detail: &str| {
            let body = serde_json::json!({ "detail": detail }).to_string();
            says_when_to_come_back(&Answer { status: 503, head: head.to_owned(), body })
        };
        let (again, busy) =
            ("http/1.1 503\r\nretry-after: 2\r\n\r\n", "当前办理的人较多，本次操作尚未受理。请稍后重试。");
        assert!(answer(again, busy));
        assert!(!answer("http/1.1 503\r\n\r\n", busy), "not when");
        assert!(!answer(again, "error"), "not plainly");
    }
}
