//! What a text must be to be a text at all: ids, sizes, amounts. Nothing of this is law.

use std::collections::BTreeSet;

use super::{AwardPay, Term, Terms};
use crate::refusal::Refusal;

/// Most clauses in a text.
const MAX_CLAUSES: usize = 200;
/// Most posts in the matrix.
const MAX_POSTS: usize = 100;
/// Most award rules.
const MAX_AWARDS: usize = 100;
/// Most unit prices, most rules of algorithms, most insurances.
const MAX_PLATFORM: usize = 100;
/// Longest text of a clause, characters.
const MAX_CLAUSE: usize = 5_000;
/// Longest title, heading or name, characters.
const MAX_NAME: usize = 200;
/// Largest amount, in fen or basis points.
const MAX_AMOUNT: i64 = 1_000_000_000_000_000;

/// A text that can't be taken. Names the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsFault {
    /// What was found.
    pub found: String,
    /// Message stem of the fault.
    pub kind: &'static str,
    /// Where.
    pub place: String,
}

impl From<TermsFault> for Refusal {
    fn from(fault: TermsFault) -> Self {
        Self::new("TERMS-FORM", fault.kind, &[]).with("place", fault.place).with("found", fault.found)
    }
}

fn fault(kind: &'static str, place: impl Into<String>, found: impl std::fmt::Display) -> TermsFault {
    TermsFault { found: found.to_string(), kind, place: place.into() }
}

/// Checks the form of a text.
///
/// # Errors
/// The first place that is out of form.
pub fn check(terms: &Terms) -> Result<(), TermsFault> {
    count("clauses", terms.clauses.len(), MAX_CLAUSES)?;
    count("posts", terms.posts.len(), MAX_POSTS)?;
    count("awards", terms.awards.len(), MAX_AWARDS)?;
    if terms.clauses.is_empty() {
        return Err(fault("terms-empty", "clauses", 0));
    }
    term(terms.term)?;
    name("title", &terms.title)?;
    name("coverage", &terms.coverage)?;
    ids("clauses", terms.clauses.iter().map(|clause| clause.id.as_str()))?;
    ids("posts", terms.posts.iter().map(|post| post.id.as_str()))?;
    for (place, found) in [
        ("algorithm_items", terms.algorithm_items.len()),
        ("insurance", terms.insurance.len()),
        ("unit_prices", terms.unit_prices.len()),
    ] {
        count(place, found, MAX_PLATFORM)?;
    }
    ids("algorithm_items", terms.algorithm_items.iter().map(|item| item.id.as_str()))?;
    ids("insurance", terms.insurance.iter().map(|insurance| insurance.id.as_str()))?;
    ids("unit_prices", terms.unit_prices.iter().map(|price| price.id.as_str()))?;
    ids("awards", terms.awards.iter().map(|award| award.id.as_str()))?;
    clauses(terms)?;
    matrix(terms)?;
    awards(terms)?;
    platform(terms)
}

/// An agreement runs for at least a day: it ends neither before it begins nor with its first hour.
fn term(term: Term) -> Result<(), TermsFault> {
    match term {
        Term::Months { months: 0 } => Err(fault("terms-term", "term", 0)),
        Term::Dates { from, to } if to < from => Err(fault("terms-term", "term", to)),
        Term::Months { .. } | Term::Dates { .. } => Ok(()),
    }
}

fn count(place: &str, found: usize, max: usize) -> Result<(), TermsFault> {
    if found <= max { Ok(()) } else { Err(fault("terms-many", place, found)) }
}

fn name(place: &str, text: &str) -> Result<(), TermsFault> {
    let length = text.chars().count();
    if text.trim().is_empty() {
        return Err(fault("terms-empty", place, length));
    }
    if length > MAX_NAME { Err(fault("terms-long", place, length)) } else { Ok(()) }
}

fn ids<'a>(list: &str, all: impl Iterator<Item = &'a str>) -> Result<(), TermsFault> {
    let mut seen = BTreeSet::new();
    for id in all {
        let fits = (1..=40).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !fits {
            return Err(fault("terms-id", list, id));
        }
        if !seen.insert(id) {
            return Err(fault("terms-twice", list, id));
        }
    }
    Ok(())
}

fn clauses(terms: &Terms) -> Result<(), TermsFault> {
    for clause in &terms.clauses {
        let place = format!("clauses.{}", clause.id);
        name(&format!("{place}.heading"), &clause.heading)?;
        words(&format!("{place}.text"), &clause.text)?;
        let mut keys = BTreeSet::new();
        for value in &clause.values {
            let place = format!("{place}.values.{}", value.key);
            if !keys.insert(&value.key) {
                return Err(fault("terms-twice", place, &value.key));
            }
            if !clause.text.contains(&format!("{{{}}}", value.key)) {
                return Err(fault("terms-unused", place, &value.key));
            }
            amount(&place, value.amount)?;
        }
    }
    Ok(())
}

fn matrix(terms: &Terms) -> Result<(), TermsFault> {
    for post in &terms.posts {
        let place = format!("posts.{}", post.id);
        name(&format!("{place}.name"), &post.name)?;
        if !post.grades.windows(2).all(|pair| pair[0].grade < pair[1].grade) {
            return Err(fault("terms-grades", &place, &post.name));
        }
        for pay in &post.grades {
            for sum in [pay.allowance.0, pay.base_high.0, pay.base_low.0] {
                amount(&place, sum)?;
            }
            if pay.base_low > pay.base_high {
                return Err(fault("terms-range", &place, pay.base_low));
            }
        }
    }
    Ok(())
}

fn awards(terms: &Terms) -> Result<(), TermsFault> {
    for award in &terms.awards {
        let place = format!("awards.{}", award.id);
        match award.pay {
            AwardPay::Fixed { amount: sum } => amount(&place, sum.0)?,
            AwardPay::Range { high, low } => {
                amount(&place, high.0)?;
                amount(&place, low.0)?;
                if low > high {
                    return Err(fault("terms-range", &place, low));
                }
            }
            AwardPay::Rate { cap, rate } => {
                amount(&place, cap.0)?;
                amount(&place, rate.0)?;
            }
        }
    }
    Ok(())
}

fn platform(terms: &Terms) -> Result<(), TermsFault> {
    for price in &terms.unit_prices {
        let place = format!("unit_prices.{}", price.id);
        name(&format!("{place}.name"), &price.name)?;
        amount(&place, price.amount.0)?;
        if price.amount.0 < 0 {
            return Err(fault("terms-price", place, price.amount));
        }
    }
    for item in &terms.algorithm_items {
        let place = format!("algorithm_items.{}", item.id);
        words(&format!("{place}.rule"), &item.rule)?;
        name(&format!("{place}.parameter"), &item.parameter)?;
        name(&format!("{place}.new"), &item.new)?;
        item.old.as_ref().map_or(Ok(()), |old| name(&format!("{place}.old"), old))?;
    }
    terms.insurance.iter().try_for_each(|kept| words(&format!("insurance.{}.words", kept.id), &kept.words))
}

fn words(place: &str, text: &str) -> Result<(), TermsFault> {
    let length = text.chars().count();
    if text.trim().is_empty() {
        return Err(fault("terms-empty", place, length));
    }
    if length > MAX_CLAUSE { Err(fault("terms-long", place, length)) } else { Ok(()) }
}

fn amount(place: &str, found: i64) -> Result<(), TermsFault> {
    if (-MAX_AMOUNT..=MAX_AMOUNT).contains(&found) { Ok(()) } else { Err(fault("terms-amount", place, found)) }
}
