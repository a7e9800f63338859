//! A next text from the last one, and what differs between two.

use negotiation::terms::{Change, Term, check, diff, renewed};

use crate::cast::day;
use crate::wording::{terms, with_figure, with_words};

fn named(from: &str, to: &str) -> Term {
    Term::Dates { from: day(from), to: day(to) }
}

// Rule of the platform: a renewal (row 1) begins with the text of the last agreement.
#[test]
fn a_renewed_text_keeps_ids_values_and_title() {
    let last = terms();
    let next = renewed(&last);
    assert_eq!(next, last, "a length runs from effect anew");
    assert!(diff(&last, &next).is_empty());
    check(&next).unwrap();
}

// ZJ-CC 30, CC22 38: named days move on by the length of the term; both days count.
#[test]
fn a_named_term_moves_on_by_its_own_length() {
    for (from, to, then, until) in [
        ("2026-01-01", "2026-12-31", "2027-01-01", "2027-12-31"),
        ("2026-03-18", "2027-03-17", "2027-03-18", "2028-03-17"),
        ("2024-03-01", "2027-02-28", "2027-03-01", "2030-02-28"),
        ("2026-01-01", "2026-01-10", "2026-01-11", "2026-01-20"),
        ("2026-01-01", "2026-01-01", "2026-01-02", "2026-01-02"),
    ] {
        let mut last = terms();
        last.term = named(from, to);
        let next = renewed(&last);
        assert_eq!(next.term, named(then, until), "{from} to {to}");
        assert!(diff(&last, &next).term);
    }
}

// Rule of the platform: what changed between two texts is told clause by clause.
#[test]
fn a_difference_names_clauses_by_their_ids() {
    let old = with_figure("rise", 300);
    let mut new = with_words("payment", "每月十日前支付。");
    new.clauses.retain(|clause| clause.id != "quota");
    new.clauses[0].id = "wage".to_owned();
    new.posts.clear();
    new.coverage = "全体职工和派遣职工".to_owned();
    let differs = diff(&old, &new);
    let told: Vec<(&str, &str)> = differs
        .clauses
        .iter()
        .map(|change| match change {
            Change::Added(clause) => ("added", clause.id.as_str()),
            Change::Altered { new, .. } => ("altered", new.id.as_str()),
            Change::Removed(clause) => ("removed", clause.id.as_str()),
        })
        .collect();
    let expected = [
        ("added", "wage"),
        ("altered", "rise"),
        ("altered", "payment"),
        ("removed", "quota"),
        ("removed", "distribution"),
    ];
    assert_eq!(told, expected);
    assert!(matches!(differs.posts.as_slice(), [Change::Removed(post)] if post.id == "lathe"));
    assert!(differs.coverage && !differs.term && !differs.title && differs.awards.is_empty() && !differs.is_empty());
}
