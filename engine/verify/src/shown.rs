//! Text from a bundle as it may be shown: a forged bundle must not steer a terminal or flood a page.

/// At most this many characters of a found text are shown.
const LONGEST: usize = 80;

/// The text with everything unprintable escaped, cut where it is long.
pub(crate) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn escapes_cannot_reach_a_terminal_and_long_texts_are_cut() {
        assert_eq!(shown("张三\u{1b}[31m\u{202e}"), "张三\\u{1b}[31m\\u{202e}");
        assert_eq!(shown(&"工".repeat(81)), format!("{}…", "工".repeat(80)));
    }
}
