//! From the form of a whole agreement to its text.
//!
//! A page shows all fields and all rows, so an empty one was emptied by somebody. A program may leave out what stays as it is
//! in the text to draft from: fields that aren't there, and lists of which no row is there.

use law::money::{BasisPoints, Fen};
use messages::Said;
use negotiation::terms::{AwardPay, AwardRule, Clause, GradePay, Post, Terms, Unit, Value as Figure};
use serde_json::{Value, json};

use super::super::read::{Fault, Reader, join};
use super::super::term;
use super::parts::GRADES;
use super::{follow, is_own};

impl Reader<'_> {
    /// A whole agreement: the text to draft from with what was typed in its place.
    pub(crate) fn terms(&mut self, path: &str) -> Option<Value> {
        let base = self.ask.base();
        let mut terms = base.clone();
        let months_before = term::months_stated(&terms.clauses);
        self.words(&mut terms.title, &join(path, "title"));
        self.words(&mut terms.coverage, &join(path, "coverage"));
        terms.clauses.retain(|clause| self.posted.one(&format!("{path}.{}.drop", clause.id)).is_empty());
        for clause in &mut terms.clauses {
            self.clause(clause, &join(path, &clause.id.clone()));
        }
        self.added(&mut terms, &join(path, "added"));
        terms.posts = self.posts(&base.posts, &join(path, "posts"));
        terms.awards = self.awards(&base.awards, &join(path, "awards"));
        term::follow(&mut terms, months_before);
        let had: Vec<Figure> = base.clauses.into_iter().flat_map(|clause| clause.values).collect();
        let mut figures: Vec<&mut Figure> = terms.clauses.iter_mut().flat_map(|clause| &mut clause.values).collect();
        follow(&mut figures, &had);
        for clause in &terms.clauses {
            for value in clause.values.iter().filter(|value| is_own(value)) {
                self.wrong(&format!("{path}.{}.{}", clause.id, value.key), Said::new("pages-fault-own-figure"));
            }
        }
        Some(json!(terms))
    }

    fn wrong(&mut self, path: &str, said: Said) {
        if !self.faults.iter().any(|fault| fault.path == path) {
            self.faults.push(Fault { path: path.to_owned(), said });
        }
    }

    /// Words in place of those that stood there; none can't stand there.
    fn words(&mut self, words: &mut String, path: &str) {
        if self.posted.all(path).is_empty() {
            return;
        }
        match self.posted.one(path) {
            "" => self.wrong(path, Said::new("pages-fault-empty")),
            typed => typed.clone_into(words),
        }
    }

    /// Words that must be there.
    fn line(&mut self, path: &str) -> String {
        let typed = self.posted.one(path).to_owned();
        if typed.is_empty() {
            self.wrong(path, Said::new("pages-fault-empty"));
        }
        typed
    }

    fn clause(&mut self, clause: &mut Clause, path: &str) {
        self.words(&mut clause.heading, &join(path, "heading"));
        let text = join(path, "text");
        if self.posted.all(&text).iter().all(|text| text.trim().is_empty()) && !self.posted.all(&text).is_empty() {
            return self.wrong(&text, Said::new("pages-fault-clause-empty"));
        }
        self.words(&mut clause.text, &text);
        let reason = join(path, "not_applicable");
        if !self.posted.all(&reason).is_empty() {
            clause.not_applicable = Some(self.posted.one(&reason).to_owned()).filter(|reason| !reason.is_empty());
        }
        // A figure that the words no longer name is none of the text.
        let words = clause.text.clone();
        clause.values.retain(|value| words.contains(&format!("{{{}}}", value.key)));
        for value in &mut clause.values {
            let place = join(path, &value.key);
            if self.posted.all(&place).is_empty() {
                continue;
            }
            if self.posted.one(&place).is_empty() && is_own(&Figure { amount: 0, ..value.clone() }) {
                value.amount = 0;
            } else if let Some(amount) = self.amount(&place, value.unit) {
                value.amount = amount;
            }
        }
        if let Some(brace) = stray(clause) {
            self.wrong(&text, Said::new("pages-fault-brace").arg("brace", brace));
        }
    }

    /// Clauses of one's own.
    fn added(&mut self, terms: &mut Terms, path: &str) {
        for index in 0..self.posted.rows(path) {
            let row = format!("{path}.{index}");
            if self.posted.is_blank(&row, &["heading", "own_words"]) {
                continue;
            }
            let (heading, text) = (self.line(&join(&row, "heading")), self.line(&join(&row, "own_words")));
            let chapter = serde_json::from_value(json!(self.posted.one(&join(&row, "chapter"))));
            let Ok(chapter) = chapter else {
                self.wrong(&join(&row, "chapter"), Said::new("pages-fault-choice"));
                continue;
            };
            let id = unused("own", |id| terms.clauses.iter().any(|clause| clause.id == id));
            let clause = Clause { chapter, heading, id, item: None, not_applicable: None, text, values: Vec::new() };
            if let Some(brace) = stray(&clause) {
                self.wrong(&join(&row, "own_words"), Said::new("pages-fault-brace").arg("brace", brace));
            }
            terms.clauses.push(clause);
        }
    }

    /// Rows that aren't dropped and in which something stands; `None` where there are no rows at all.
    fn kept(&self, path: &str, words: &[&str]) -> Option<Vec<(usize, String)>> {
        let count = self.posted.rows(path);
        let rows = (0..count).map(|index| (index, format!("{path}.{index}")));
        let stays = |row: &str| self.posted.one(&join(row, "drop")).is_empty() && !self.posted.is_blank(row, words);
        (count > 0).then(|| rows.filter(|(_, row)| stays(row)).collect())
    }

    fn posts(&mut self, base: &[Post], path: &str) -> Vec<Post> {
        let Some(rows) = self.kept(path, &["post_name", "average_before", "average_after"]) else {
            return base.to_vec();
        };
        let mut posts: Vec<Post> = Vec::new();
        for (index, row) in rows {
            let name = self.line(&join(&row, "post_name"));
            // A post keeps its id, also under a new name, so that old and new stand beside each other.
            let had = base.iter().find(|had| had.name == name).or_else(|| base.get(index)).map(|had| had.id.clone());
            let taken = |id: &str, posts: &[Post]| posts.iter().any(|post| post.id == id);
            let id = had.filter(|id| !taken(id, &posts));
            let id =
                id.unwrap_or_else(|| unused("post", |id| taken(id, &posts) || base.iter().any(|had| had.id == id)));
            let average_before = self.fen(&join(&row, "average_before"));
            let average_after = self.fen(&join(&row, "average_after"));
            posts.push(Post { average_after, average_before, grades: self.grades(&join(&row, "grades")), id, name });
        }
        posts
    }

    /// The grades of a post; one without any figure isn't there.
    fn grades(&mut self, path: &str) -> Vec<GradePay> {
        let mut grades = Vec::new();
        for name in GRADES {
            let place = join(path, name);
            if self.posted.is_blank(&place, &["low", "high", "allowance"]) {
                continue;
            }
            let (low, high) = (self.fen(&join(&place, "low")), self.fen(&join(&place, "high")));
            let allowance = self.fen(&join(&place, "allowance")).unwrap_or_default();
            match (low.or(high), high.or(low), serde_json::from_value(json!(name))) {
                (Some(base_low), Some(base_high), _) if base_low > base_high => {
                    self.wrong(&place, Said::new("pages-fault-range"));
                }
                (Some(base_low), Some(base_high), Ok(grade)) => {
                    grades.push(GradePay { allowance, base_high, base_low, grade });
                }
                (_, _, _) => self.wrong(&place, Said::new("pages-fault-grade")),
            }
        }
        grades
    }

    fn awards(&mut self, base: &[AwardRule], path: &str) -> Vec<AwardRule> {
        let Some(rows) = self.kept(path, &["award_trigger", "award_payment", "award_low", "award_high", "award_rate"])
        else {
            return base.to_vec();
        };
        let mut awards: Vec<AwardRule> = Vec::new();
        for (index, row) in rows {
            let trigger = self.line(&join(&row, "award_trigger"));
            let payment = self.line(&join(&row, "award_payment"));
            let had =
                base.iter().find(|had| had.trigger == trigger).or_else(|| base.get(index)).map(|had| had.id.clone());
            let taken = |id: &str, awards: &[AwardRule]| awards.iter().any(|award| award.id == id);
            let id = had.filter(|id| !taken(id, &awards));
            let id =
                id.unwrap_or_else(|| unused("award", |id| taken(id, &awards) || base.iter().any(|had| had.id == id)));
            let Ok(category) = serde_json::from_value(json!(self.posted.one(&join(&row, "category")))) else {
                self.wrong(&join(&row, "category"), Said::new("pages-fault-choice"));
                continue;
            };
            if let Some(pay) = self.pay(&row) {
                awards.push(AwardRule { category, id, pay, payment, trigger });
            }
        }
        awards
    }

    fn pay(&mut self, row: &str) -> Option<AwardPay> {
        use AwardPay::{Fixed, Range, Rate};
        let (kind, high) = (self.posted.one(&join(row, "award_pay")), join(row, "award_high"));
        match kind {
            "fixed" => self.amount(&high, Unit::Fen).map(|amount| Fixed { amount: Fen(amount) }),
            "range" => {
                let low = self.amount(&join(row, "award_low"), Unit::Fen).map(Fen)?;
                let high = self.amount(&high, Unit::Fen).map(Fen)?;
                if low > high {
                    self.wrong(&join(row, "award_low"), Said::new("pages-fault-range"));
                    return None;
                }
                Some(Range { high, low })
            }
            "rate" => {
                let rate = self.amount(&join(row, "award_rate"), Unit::BasisPoints).map(BasisPoints)?;
                let cap = self.amount(&high, Unit::Fen).map(Fen)?;
                Some(Rate { cap, rate })
            }
            _ => {
                self.wrong(&join(row, "award_pay"), Said::new("pages-fault-choice"));
                None
            }
        }
    }

    /// A sum of money, or none.
    fn fen(&mut self, path: &str) -> Option<Fen> {
        if self.posted.one(path).is_empty() {
            return None;
        }
        self.amount(path, Unit::Fen).map(Fen)
    }
}

/// What stands in braces and is no figure of the clause.
fn stray(clause: &Clause) -> Option<String> {
    let mut rest = clause.text.as_str();
    while let Some((_, after)) = rest.split_once('{') {
        let (inside, next) = after.split_once('}')?;
        if !clause.values.iter().any(|value| value.key == inside) {
            return Some(format!("{{{inside}}}"));
        }
        rest = next;
    }
    None
}

/// The first id of a kind that isn't used yet.
fn unused(kind: &str, used: impl Fn(&str) -> bool) -> String {
    (1..).map(|number: u32| format!("{kind}-{number}")).find(|id| !used(id)).unwrap_or_default()
}
