//! Amounts read, shown and written out.

use law::money::*;

#[test]
fn amounts_are_shown_in_yuan_with_two_decimals_and_groups() {
    for (fen, text) in [
        (249_000, "2,490.00"),
        (0, "0.00"),
        (-5, "-0.05"),
        (100_000_000, "1,000,000.00"),
        (99_999, "999.99"),
        (LIMIT, "10,000,000,000,000.00"),
    ] {
        assert_eq!(Fen(fen).to_string(), text);
        assert_eq!(text.parse(), Ok(Fen(fen)));
    }
    assert_eq!(Fen(249_000).plain(), "2490");
    assert_eq!(Fen(-249_050).plain(), "-2490.50");
}

#[test]
fn yuan_are_read_with_or_without_groups_and_with_up_to_two_decimals() {
    for (text, fen) in [("2490", 249_000), ("2,490.5", 249_050), ("2,490.50", 249_050), ("-3.07", -307), ("007", 700)] {
        assert_eq!(text.parse(), Ok(Fen(fen)), "{text}");
    }
    for text in ["", "-", ".5", "5.", "1.234", "1,23", "12,34.00", "1234,567", ",123", "１２", "1e3", "+5", " 5", "5元"]
    {
        assert!(matches!(text.parse::<Fen>(), Err(MoneyError::Form { .. })), "{text}");
    }
    for text in ["10000000000000.01", "-10000000000000.01", "99999999999999999999999"] {
        assert!(matches!(text.parse::<Fen>(), Err(MoneyError::Limit { .. })), "{text}");
    }
}

#[test]
fn rates_are_shown_as_percentages_without_needless_zeros() {
    for (bp, text) in [(350, "3.5%"), (300, "3%"), (305, "3.05%"), (0, "0%"), (-25, "-0.25%"), (1_000_000, "10,000%")] {
        assert_eq!(BasisPoints(bp).to_string(), text);
        assert_eq!(text.parse(), Ok(BasisPoints(bp)));
    }
    assert_eq!("3.5".parse(), Ok(BasisPoints(350)));
}

#[test]
fn a_rise_is_rounded_half_away_from_zero() {
    assert_eq!(BasisPoints::rise(Fen(500_000), Fen(520_000)), Some(BasisPoints(400)));
    assert_eq!(BasisPoints::rise(Fen(20_000), Fen(20_001)), Some(BasisPoints(1)), "0.5 rounds up");
    assert_eq!(BasisPoints::rise(Fen(20_000), Fen(19_999)), Some(BasisPoints(-1)), "-0.5 rounds down");
    assert_eq!(BasisPoints::rise(Fen(30_000), Fen(30_001)), Some(BasisPoints(0)));
    assert_eq!(BasisPoints::rise(Fen(0), Fen(1)), None);
}

// 正确填写票据和结算凭证的基本规定: 整, 零 and the position of 万 and 亿.
#[test]
fn amounts_are_written_out_with_every_zero_rule() {
    for (fen, text) in [
        (0, "零元整"),
        (1, "壹分"),
        (10, "壹角"),
        (15, "壹角伍分"),
        (100, "壹元整"),
        (105, "壹元零伍分"),
        (150, "壹元伍角"),
        (1_000, "壹拾元整"),
        (1_050, "壹拾元伍角"),
        (10_700, "壹佰零柒元整"),
        (140_950, "壹仟肆佰零玖元伍角"),
        (600_714, "陆仟零柒元壹角肆分"),
        (168_032, "壹仟陆佰捌拾元叁角贰分"),
        (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
        (32_504, "叁佰贰拾伍元零肆分"),
        (249_000, "贰仟肆佰玖拾元整"),
        (100_000_000, "壹佰万元整"),
        (100_010_000, "壹佰万零壹佰元整"),
        (100_100_000, "壹佰万壹仟元整"),
        (1_000_000_100, "壹仟万零壹元整"),
        (10_000_000_000, "壹亿元整"),
        (10_000_000_500, "壹亿零伍元整"),
        (10_100_000_000, "壹亿零壹佰万元整"),
        (12_345_678_900, "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元整"),
        (100_000_000_000_000, "壹万亿元整"),
        (LIMIT, "壹拾万亿元整"),
        (-249_050, "负贰仟肆佰玖拾元伍角"),
    ] {
        assert_eq!(Fen(fen).uppercase(), text, "{fen}");
    }
}

/// Reads an amount back from its numerals, to prove that no two amounts share one text.
fn read(text: &str) -> i64 {
    let (negative, text) = text.strip_prefix('负').map_or((false, text), |rest| (true, rest));
    let (mut total, mut section, mut group, mut digit) = (0_i64, 0_i64, 0_i64, 0_i64);
    let mut fen = 0;
    for c in text.chars() {
        match c {
            '拾' => (group, digit) = (group + digit * 10, 0),
            '佰' => (group, digit) = (group + digit * 100, 0),
            '仟' => (group, digit) = (group + digit * 1000, 0),
            '万' => (section, group, digit) = (section + (group + digit) * 10_000, 0, 0),
            '亿' => (total, section, group, digit) = ((section + group + digit) * 100_000_000, 0, 0, 0),
            '元' => (total, section, group, digit) = (total + section + group + digit, 0, 0, 0),
            '角' => (fen, digit) = (fen + digit * 10, 0),
            '分' => (fen, digit) = (fen + digit, 0),
            '整' => {}
            other => digit = i64::try_from("零壹贰叁肆伍陆柒捌玖".chars().position(|d| d == other).unwrap()).unwrap(),
        }
    }
    let value = total * 100 + fen;
    if negative { -value } else { value }
}

proptest::proptest! {
    #[test]
    fn written_amounts_read_back(fen in -LIMIT..=LIMIT) {
        proptest::prop_assert_eq!(read(&Fen(fen).uppercase()), fen);
        proptest::prop_assert_eq!(Fen(fen).to_string().parse::<Fen>(), Ok(Fen(fen)));
    }

    #[test]
    fn no_amount_has_two_zeros_in_a_row_or_a_zero_before_a_unit(fen in 1..=LIMIT) {
        let text = Fen(fen).uppercase();
        for bad in ["零零", "零万", "零亿", "零元", "亿万"] {
            proptest::prop_assert!(!text.contains(bad), "{}", text);
        }
    }
}
