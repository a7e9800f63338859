//! The text from which a first draft starts.

use law::Date;
use negotiation::Negotiation;
use negotiation::terms::Terms;

/// The template of an enterprise's agreement, with its name, its headcount and the years in place.
pub(crate) fn template(n: Option<&Negotiation>) -> Terms {
    match n {
        Some(n) => filled(&n.header.employer.name, n.header.employer.headcount, n.opened_at.date()),
        None => filled("", 0, Date::constant(2026, 1, 1)),
    }
}

fn filled(employer: &str, headcount: u32, opened: Date) -> Terms {
    let year = opened.year();
    let text = include_str!("../../../data/agreement.toml")
        .replace("〔企业〕", employer)
        .replace("〔年〕", &year.to_string())
        .replace("〔上年〕", &(year - 1).to_string());
    #[expect(clippy::expect_used, reason = "a test reads the template that is built in")]
    let mut terms: Terms = toml::from_str(&text).expect("the template is an agreement");
    let values = terms.clauses.iter_mut().flat_map(|clause| &mut clause.values);
    values.filter(|value| value.key == "workers").for_each(|value| value.amount = i64::from(headcount));
    terms
}

#[cfg(test)]
mod tests {
    use super::super::is_own;
    use super::*;

    #[test]
    fn the_template_names_the_employer_and_gives_nobody_the_wages_of_somebody_else() {
        let terms = filled("甲公司", 180, Date::constant(2027, 3, 1));
        assert!(terms.clauses.len() > 20 && terms.coverage.contains("甲公司"));
        assert!(negotiation::terms::check(&terms).is_ok());
        assert!(terms.posts.is_empty(), "posts are the enterprise's own");
        for key in ["average_before", "average_after", "min_wage", "total"] {
            assert!(terms.figure(key).is_some_and(is_own), "{key}");
        }
        assert_eq!(terms.figure("workers").map(|value| value.amount), Some(180));
        let whole = toml::to_string(&terms).unwrap();
        assert!(whole.contains("2027年度") && whole.contains("2026年度") && !whole.contains('〔'), "{whole}");
    }
}
