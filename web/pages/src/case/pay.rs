//! What each post earns at each grade, beside what it earned under the agreement before.

use law::money::Fen;
use messages::Said;
use negotiation::terms::{GradePay, Post, Terms};
use serde::Serialize;
use utoipa::ToSchema;

use crate::site::Site;

/// A grade of a post.
#[derive(Serialize, ToSchema)]
pub(crate) struct Grade {
    pub(crate) allowance: String,
    pub(crate) base: String,
    /// How much more or less it is than before; nothing where it wasn't there before.
    pub(crate) change: Option<String>,
    pub(crate) name: String,
    /// What it came to before, at least.
    pub(crate) old: Option<String>,
    /// What it comes to, at least.
    pub(crate) total: String,
}

/// A post.
#[derive(Serialize, ToSchema)]
pub(crate) struct Pay {
    /// Average monthly wage of the post, before and after, where the text says so.
    pub(crate) average: Option<String>,
    pub(crate) grades: Vec<Grade>,
    pub(crate) name: String,
}

/// Every post of a text, beside the text before.
pub(crate) fn posts(site: &Site, terms: &Terms, before: Option<&Terms>) -> Vec<Pay> {
    terms.posts.iter().map(|post| pay(site, post, before.and_then(|before| same(before, post)))).collect()
}

/// The same post in another text: by its id, or by its name where it got another one.
fn same<'a>(terms: &'a Terms, post: &Post) -> Option<&'a Post> {
    let find = |like: &dyn Fn(&Post) -> bool| terms.posts.iter().find(|had| like(had));
    find(&|had| had.id == post.id).or_else(|| find(&|had| had.name == post.name))
}

fn pay(site: &Site, post: &Post, before: Option<&Post>) -> Pay {
    let had = |pay: &GradePay| before?.grades.iter().find(|had| had.grade == pay.grade);
    let average = post.average_after.map(|after| {
        let old = post.average_before.or_else(|| before?.average_after);
        let said = Said::new(if old.is_some() { "pages-pay-average-change" } else { "pages-pay-average-now" });
        site.say(&said.arg("old", old.unwrap_or_default().to_string()).arg("new", after.to_string()))
    });
    Pay { average, grades: post.grades.iter().map(|pay| grade(site, pay, had(pay))).collect(), name: post.name.clone() }
}

fn grade(site: &Site, pay: &GradePay, before: Option<&GradePay>) -> Grade {
    let name = serde_json::to_value(pay.grade).ok().and_then(|value| value.as_str().map(str::to_owned));
    let base = if pay.base_low == pay.base_high {
        pay.base_low.to_string()
    } else {
        format!("{}–{}", pay.base_low, pay.base_high)
    };
    Grade {
        allowance: pay.allowance.to_string(),
        base,
        change: before.map(|before| change(site, total(before), total(pay))),
        name: site.text(format!("neg-grade-{}", name.unwrap_or_default().replace('_', "-"))),
        old: before.map(|before| total(before).to_string()),
        total: total(pay).to_string(),
    }
}

/// The least that a grade comes to.
const fn total(pay: &GradePay) -> Fen {
    Fen(pay.base_low.0.saturating_add(pay.allowance.0))
}

fn change(site: &Site, old: Fen, new: Fen) -> String {
    let (key, by) = moved(old, new);
    site.say(&Said::new(key).arg("month", by.to_string()).arg("year", Fen(by.0.saturating_mul(12)).to_string()))
}

/// Which way pay moves a month, and by how much.
const fn moved(old: Fen, new: Fen) -> (&'static str, Fen) {
    let by = new.0.saturating_sub(old.0);
    let key = match by {
        0 => "pages-pay-same",
        1.. => "pages-pay-more",
        _ => "pages-pay-less",
    };
    (key, Fen(by.saturating_abs()))
}

#[cfg(test)]
mod tests {
    use negotiation::terms::Grade::{Junior, Senior};

    use super::*;

    fn post(id: &str, name: &str) -> Post {
        let grade = |grade, low| GradePay { allowance: Fen(100), base_high: Fen(low), base_low: Fen(low), grade };
        Post {
            average_after: None,
            average_before: None,
            grades: vec![grade(Junior, 3_000), grade(Senior, 4_000)],
            id: id.to_owned(),
            name: name.to_owned(),
        }
    }

    #[test]
    fn a_post_is_found_again_by_id_and_else_by_name() {
        let text = include_str!("../../data/agreement.toml");
        let mut terms: Terms = toml::from_str(text).unwrap();
        terms.posts = vec![post("a", "钳工"), post("b", "焊工")];
        let found = |id: &str, name: &str| same(&terms, &post(id, name)).map(|post| post.id.clone());
        assert_eq!(found("b", "钳工").as_deref(), Some("b"), "the id counts first");
        assert_eq!(found("c", "钳工").as_deref(), Some("a"));
        assert_eq!(found("c", "车工"), None);
    }

    #[test]
    fn pay_moves_up_down_or_not_at_all() {
        assert_eq!(total(&post("a", "钳工").grades[0]), Fen(3_100));
        assert_eq!(moved(Fen(3_100), Fen(3_400)), ("pages-pay-more", Fen(300)));
        assert_eq!(moved(Fen(3_400), Fen(3_100)), ("pages-pay-less", Fen(300)));
        assert_eq!(moved(Fen(3_400), Fen(3_400)), ("pages-pay-same", Fen(0)));
    }
}
