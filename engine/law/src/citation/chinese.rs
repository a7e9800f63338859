//! Numbers as statutes write them: 第一千二百五十九条.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Writes 1 to 9999 as 十, 二十四, 二百零三, 一千二百五十九; larger numbers in Arabic digits.
pub(super) fn numeral(value: u32) -> String {
    if value == 0 || value > 9999 {
        return value.to_string();
    }
    let mut out = String::new();
    let mut zero = false;
    for (unit, name) in [(1000, Some('千')), (100, Some('百')), (10, Some('十')), (1, None)] {
        let d = value / unit % 10;
        if d == 0 {
            zero = value >= unit * 10;
            continue;
        }
        if zero {
            out.push('零');
            zero = false;
        }
        // 10 to 19 are written 十, not 一十.
        if !(unit == 10 && value < 20) {
            out.extend(usize::try_from(d).ok().and_then(|i| DIGITS.get(i)));
        }
        out.extend(name);
    }
    out
}

/// Whether a text is made of Chinese number characters only.
pub(super) fn is_numeral(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| DIGITS.contains(&c) || c == '十')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_in_statutes() {
        for (value, text) in [
            (1, "一"),
            (10, "十"),
            (15, "十五"),
            (20, "二十"),
            (110, "一百一十"),
            (203, "二百零三"),
            (1005, "一千零五"),
        ] {
            assert_eq!(numeral(value), text);
        }
    }
}
