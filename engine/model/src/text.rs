//! The texts of the model: two agreements that differ in one clause, and the first with a slip of the pen mended.

use law::money::Fen;
use ledger::Digest;
use negotiation::terms::{Chapter, Clause, Grade, GradePay, Post, Term, Terms, Unit, Value, WageItem};

/// Id of the clause that is bargained.
pub(crate) const CLAUSE: &str = "rise";
/// Its words.
pub(crate) const WORDS: &str = "工资增长{rise}。";

/// A text with its digest.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) digest: Digest,
    pub(crate) terms: Terms,
}

/// All texts, made once.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    /// What the worker side asks for.
    pub(crate) first: Text,
    /// What the employer side offers.
    pub(crate) second: Text,
    /// The first, with a slip of the pen mended.
    pub(crate) mended: Text,
}

impl Texts {
    /// Makes the texts.
    pub(crate) fn new() -> Self {
        let mut slip = terms(500);
        slip.title.push('。');
        Self { first: text(terms(500)), mended: text(slip), second: text(terms(300)) }
    }

    /// Short name of a text: 1, 2, 3; 0 for one of none of them.
    pub(crate) fn number(&self, digest: Digest) -> u8 {
        if digest == self.first.digest {
            1
        } else if digest == self.second.digest {
            2
        } else if digest == self.mended.digest {
            3
        } else {
            0
        }
    }
}

fn text(terms: Terms) -> Text {
    // Small amounts only: a text without a digest can't come about, and the zero digest would be refused everywhere.
    Text { digest: terms.digest().unwrap_or(Digest::ZERO), terms }
}

/// The value that a position or a text names, basis points.
pub(crate) fn rise(amount: i64) -> Value {
    Value { amount, key: CLAUSE.to_owned(), unit: Unit::BasisPoints }
}

/// A text that has every mandatory item in few words.
fn terms(amount: i64) -> Terms {
    use Chapter::{Adjustment, ChangeAndEnd, LabourQuota, LeaveAndSpecial, Payment, SupervisionAndLiability};
    let rest = [
        ("quota", LabourQuota, WageItem::LabourQuota),
        ("distribution", Chapter::WageStandard, WageItem::Distribution),
        ("payment", Payment, WageItem::Payment),
        ("overtime", Chapter::OvertimeAllowancesBonus, WageItem::OvertimeAllowanceBonus),
        ("adjustment", Adjustment, WageItem::Adjustment),
        ("leave", LeaveAndSpecial, WageItem::LeavePay),
        ("special", LeaveAndSpecial, WageItem::SpecialPay),
        ("change", ChangeAndEnd, WageItem::Change),
        ("end", ChangeAndEnd, WageItem::End),
        ("liability", SupervisionAndLiability, WageItem::Liability),
    ];
    let mut clauses = vec![clause(CLAUSE, Adjustment, WageItem::AverageWage, WORDS, vec![rise(amount)])];
    clauses.extend(rest.map(|(id, chapter, item)| clause(id, chapter, item, "约定。", Vec::new())));
    Terms {
        algorithm_items: Vec::new(),
        awards: Vec::new(),
        clauses,
        coverage: "全体职工".to_owned(),
        insurance: Vec::new(),
        posts: vec![post()],
        term: Term::Months { months: 12 },
        title: "合同".to_owned(),
        unit_prices: Vec::new(),
    }
}

fn post() -> Post {
    let pay = GradePay { allowance: Fen(0), base_high: Fen(400_000), base_low: Fen(300_000), grade: Grade::Junior };
    Post { average_after: None, average_before: None, grades: vec![pay], id: "post".to_owned(), name: "工".to_owned() }
}

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
