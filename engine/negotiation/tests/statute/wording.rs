//! The text of an invented agreement: every mandatory item, the well-known figures, one post with three grades.

use law::money::Fen;
use negotiation::terms::{Chapter, Clause, Grade, GradePay, Post, Term, Terms, Unit, Value, WageItem};

use crate::acts::{RISE, value};

fn clause(id: &str, chapter: Chapter, item: WageItem, text: &str, values: Vec<Value>) -> Clause {
    Clause {
        chapter,
        heading: id.to_owned(),
        id: id.to_owned(),
        item: Some(item),
        not_applicable: None,
        text: text.to_owned(),
        values,
    }
}

/// A text that passes every check under every profile.
pub(crate) fn terms() -> Terms {
    let plain = |id, chapter, item| clause(id, chapter, item, "按双方商定的办法执行。", Vec::new());
    Terms {
        algorithm_items: Vec::new(),
        awards: Vec::new(),
        clauses: vec![
            plain("quota", Chapter::LabourQuota, WageItem::LabourQuota),
            clause(
                "distribution",
                Chapter::WageStandard,
                WageItem::Distribution,
                "最低月工资为{min_wage}。",
                vec![value("min_wage", 260_000, Unit::Fen)],
            ),
            clause(
                "rise",
                Chapter::Adjustment,
                WageItem::AverageWage,
                RISE,
                vec![value("rise", 500, Unit::BasisPoints)],
            ),
            plain("payment", Chapter::Payment, WageItem::Payment),
            clause(
                "overtime",
                Chapter::OvertimeAllowancesBonus,
                WageItem::OvertimeAllowanceBonus,
                "加班工资分别为{ot_workday}、{ot_rest_day}、{ot_holiday}。",
                vec![
                    value("ot_workday", 15_000, Unit::BasisPoints),
                    value("ot_rest_day", 20_000, Unit::BasisPoints),
                    value("ot_holiday", 30_000, Unit::BasisPoints),
                ],
            ),
            plain("adjustment", Chapter::Adjustment, WageItem::Adjustment),
            plain("leave", Chapter::LeaveAndSpecial, WageItem::LeavePay),
            plain("special", Chapter::LeaveAndSpecial, WageItem::SpecialPay),
            plain("change", Chapter::ChangeAndEnd, WageItem::Change),
            plain("end", Chapter::ChangeAndEnd, WageItem::End),
            plain("liability", Chapter::SupervisionAndLiability, WageItem::Liability),
        ],
        coverage: "全体职工".to_owned(),
        insurance: Vec::new(),
        posts: vec![Post {
            average_after: None,
            average_before: None,
            grades: vec![
                grade(Grade::Junior, 260_000, 20_000),
                grade(Grade::Intermediate, 300_000, 40_000),
                grade(Grade::Senior, 360_000, 80_000),
            ],
            id: "lathe".to_owned(),
            name: "车工".to_owned(),
        }],
        term: Term::Months { months: 12 },
        title: "示例五金有限公司工资专项集体合同（虚构）".to_owned(),
        unit_prices: Vec::new(),
    }
}

fn grade(grade: Grade, base_low: i64, allowance: i64) -> GradePay {
    GradePay { allowance: Fen(allowance), base_high: Fen(base_low + 100_000), base_low: Fen(base_low), grade }
}

/// The text with another amount for a figure.
pub(crate) fn with_figure(key: &str, amount: i64) -> Terms {
    let mut terms = terms();
    for value in terms.clauses.iter_mut().flat_map(|clause| &mut clause.values) {
        if value.key == key {
            value.amount = amount;
        }
    }
    terms
}

/// The text without the clause of an item.
pub(crate) fn without(item: WageItem) -> Terms {
    let mut terms = terms();
    terms.clauses.retain(|clause| clause.item != Some(item));
    terms
}

/// The text with a local minimum of its own: figure and lowest grade.
pub(crate) fn with_lowest(fen: i64) -> Terms {
    let mut terms = with_figure("min_wage", fen);
    terms.posts.clear();
    terms
}

/// The text with other words in a clause.
pub(crate) fn with_words(id: &str, text: &str) -> Terms {
    let mut terms = terms();
    for clause in &mut terms.clauses {
        if clause.id == id {
            clause.text = text.to_owned();
        }
    }
    terms
}

/// The text with a slip of the pen mended.
pub(crate) fn mended() -> Terms {
    with_words("payment", "按双方商定的支付办法执行。")
}

/// The short text of an agreement to rescind: it states no wages.
pub(crate) fn rescission() -> Terms {
    let mut terms = terms();
    terms.clauses = vec![Clause {
        chapter: Chapter::ChangeAndEnd,
        heading: "解除".to_owned(),
        id: "rescission".to_owned(),
        item: None,
        not_applicable: None,
        text: "双方同意解除现行的工资专项集体合同。".to_owned(),
        values: Vec::new(),
    }];
    terms.posts.clear();
    terms
}
