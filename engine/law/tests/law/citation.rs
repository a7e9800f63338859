//! Where a rule stands: short citations such as `ZJ-CC 24(2)` and the instruments they name.

use law::citation::*;

#[test]
fn a_citation_is_shown_with_title_article_paragraph_and_item() {
    for (short, long) in [
        ("ZJ-CC 24(2)", "《浙江省集体合同条例》第二十四条第二款"),
        ("ZJ-CC 7", "《浙江省集体合同条例》第七条"),
        ("ZJ-TULS 9(1)(四)", "《浙江省工会劳动法律监督条例》第九条第一款第四项"),
        ("CIV 203(1)", "《中华人民共和国民法典》第二百零三条第一款"),
        ("CIV 1259", "《中华人民共和国民法典》第一千二百五十九条"),
        ("LL 10", "《中华人民共和国劳动法》第十条"),
    ] {
        assert_eq!(Citation::new(short).unwrap().display_zh(), long);
    }
}

#[test]
fn what_cites_nothing_known_is_refused() {
    for text in ["", "ZJ-CC", "ZJ-CC x", "XX 1", "ZJ-CC 0", "ZJ-CC 24(", "ZJ-CC 24(a)", "ZJ-CC-24", "ZJ-CC 24 "] {
        assert!(Citation::new(text).is_err(), "{text}");
    }
}

#[test]
fn every_instrument_has_an_own_id_and_a_title() {
    let ids: std::collections::BTreeSet<_> = INSTRUMENTS.iter().map(|instrument| instrument.id).collect();
    assert_eq!(ids.len(), INSTRUMENTS.len());
    assert!(INSTRUMENTS.iter().all(|instrument| instrument.title.chars().count() > 2));
}
