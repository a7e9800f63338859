//! How long a text runs, as its clause about it says.

use law::Date;
use negotiation::terms::{Clause, Term, Terms};

/// The length of the term in the words of the clause about it.
pub(super) fn months_stated(clauses: &[Clause]) -> Option<u16> {
    let value = clauses.iter().find(|clause| clause.id == "term")?.values.iter().find(|value| value.key == "months")?;
    u16::try_from(value.amount).ok()
}

/// Lets the term follow the clause about it, which said `before` until now: the number of months, or the last day of so many
/// from a first day that is named. Named days that are no such months stay.
pub(super) fn follow(terms: &mut Terms, before: Option<u16>) {
    let Some(stated) = months_stated(&terms.clauses) else { return };
    match &mut terms.term {
        Term::Months { months } => *months = stated,
        Term::Dates { from, to } => {
            if before.is_some_and(|before| *to == last_day(*from, before)) {
                *to = last_day(*from, stated);
            }
        }
    }
}

/// The last day of so many months from a first one.
fn last_day(first: Date, months: u16) -> Date {
    let (years, months) = (u8::try_from(months / 12).unwrap_or(u8::MAX), u8::try_from(months % 12).unwrap_or(0));
    law::deadline::term_end(first, years, months)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(months: i64, term: Term) -> Terms {
        let mut terms: Terms = toml::from_str(include_str!("../../data/agreement.toml")).unwrap();
        terms.term = term;
        for clause in terms.clauses.iter_mut().filter(|clause| clause.id == "term") {
            clause.values.iter_mut().for_each(|value| value.amount = months);
        }
        terms
    }

    #[test]
    fn named_days_follow_the_months_only_where_they_were_these_months() {
        let (from, to) = (Date::constant(2027, 3, 23), Date::constant(2028, 3, 22));
        let longer = Date::constant(2029, 3, 22);
        let mut two = terms(24, Term::Dates { from, to });
        follow(&mut two, Some(12));
        assert_eq!(two.term, Term::Dates { from, to: longer });
        let mut named = terms(24, Term::Dates { from, to: Date::constant(2027, 12, 31) });
        follow(&mut named, Some(12));
        assert_eq!(named.term, Term::Dates { from, to: Date::constant(2027, 12, 31) });
        let mut counted = terms(18, Term::Months { months: 12 });
        follow(&mut counted, Some(12));
        assert_eq!(counted.term, Term::Months { months: 18 });
    }
}
