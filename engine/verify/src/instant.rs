//! The form of a recording time: `2026-03-18T09:30:00.000+08:00`. In this form the order of texts is the order of time.

const FORM: &[u8; 29] = b"0000-00-00T00:00:00.000+08:00";

/// Whether a text has the form and names a day and time that exist (leap seconds don't).
pub(crate) fn is_instant(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == FORM.len()
        && bytes.iter().zip(FORM).enumerate().all(|(at, (found, form))| {
            // The offset stands as it is; elsewhere a zero stands for any digit.
            if *form == b'0' && at < 23 { found.is_ascii_digit() } else { found == form }
        });
    if !shaped {
        return false;
    }
    let number = |from: usize, to: usize| bytes[from..to].iter().fold(0, |n, digit| n * 10 + u32::from(digit - b'0'));
    let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
    (1..=12).contains(&month)
        && (1..=days(year, month)).contains(&day)
        && number(11, 13) < 24
        && number(14, 16) < 60
        && number(17, 19) < 60
}

fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::is_instant;

    #[test]
    fn only_the_one_form_of_a_real_instant_is_taken() {
        assert!(is_instant("2026-03-18T09:30:00.000+08:00"));
        assert!(is_instant("2024-02-29T23:59:59.999+08:00"));
        for odd in [
            "2026-03-18T09:30:00.000Z",
            "2026-03-18T09:30:00+08:00",
            "2026-03-18 09:30:00.000+08:00",
            "2026-03-18T09:30:00.000+09:00",
            "2026-03-18T24:00:00.000+08:00",
            "2026-03-18T09:60:00.000+08:00",
            "2026-03-18T09:30:60.000+08:00",
            "2026-02-29T09:30:00.000+08:00",
            "2026-13-01T09:30:00.000+08:00",
            "2026-00-01T09:30:00.000+08:00",
            "2026-04-31T09:30:00.000+08:00",
            "2026-04-00T09:30:00.000+08:00",
            "２026-03-18T09:30:00.000+08",
            "",
        ] {
            assert!(!is_instant(odd), "{odd}");
        }
    }
}
