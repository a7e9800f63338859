//! 人民币大写: amounts in the numerals that cannot be altered with a stroke.
//!
//! Zero rules, from the rules for filling in bills (正确填写票据和结算凭证的基本规定): zeros between digits are read as one
//! 零; zeros at the end of a group of four are not read; an amount that ends at 元 takes 整; one that ends at 角 takes
//! none here (it may be left out); a zero 角 before a 分 is read.

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// Writes an amount in fen.
pub(super) fn write(fen: i64) -> String {
    let abs = fen.unsigned_abs();
    let (yuan, jiao, rest) = (abs / 100, abs / 10 % 10, abs % 10);
    if abs == 0 {
        return "零元整".to_owned();
    }
    let mut out = String::new();
    if fen < 0 {
        out.push('负');
    }
    if yuan > 0 {
        number(yuan, &mut out);
        out.push('元');
    }
    match (jiao, rest) {
        (0, 0) => out.push('整'),
        (0, rest) => {
            if yuan > 0 {
                out.push('零');
            }
            out.push(digit(rest));
            out.push('分');
        }
        (jiao, 0) => {
            out.push(digit(jiao));
            out.push('角');
        }
        (jiao, rest) => {
            out.push(digit(jiao));
            out.push('角');
            out.push(digit(rest));
            out.push('分');
        }
    }
    out
}

/// Writes a positive whole number: 亿 over 万 over ones, each group of at most four digits.
fn number(value: u64, out: &mut String) {
    for (unit, name) in [(100_000_000, '亿'), (10_000, '万')] {
        if value >= unit {
            let (high, low) = (value / unit, value % unit);
            number(high, out);
            out.push(name);
            if low > 0 {
                if low < unit / 10 {
                    out.push('零');
                }
                number(low, out);
            }
            return;
        }
    }
    group(value, out);
}

/// Writes 1 to 9999.
fn group(value: u64, out: &mut String) {
    let mut zero = false;
    for (unit, name) in [(1000, Some('仟')), (100, Some('佰')), (10, Some('拾')), (1, None)] {
        let d = value / unit % 10;
        if d == 0 {
            zero = value >= unit * 10;
            continue;
        }
        if zero {
            out.push('零');
            zero = false;
        }
        out.push(digit(d));
        out.extend(name);
    }
}

fn digit(value: u64) -> char {
    usize::try_from(value).ok().and_then(|i| DIGITS.get(i)).copied().unwrap_or('零')
}
