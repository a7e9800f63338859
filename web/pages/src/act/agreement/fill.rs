//! Posts and awards of the text to draft from. Their lists stand folded, each by its names: most drafts leave them as they are,
//! and a long one would make the page slow. A list is opened row by row when somebody asks for it.

use negotiation::terms::{AwardPay, AwardRule, Post, Terms};
use serde::Serialize;

use super::super::asking::Asking;
use super::super::posted::Posted;

/// The names in a list that stands folded at a path; none where it has rows in the form already.
pub(crate) fn folded(ask: &Asking<'_>, posted: &Posted, path: &str) -> Vec<String> {
    match path.rsplit_once('.') {
        Some(("terms" | "act.terms", part)) if posted.rows(path) == 0 => names(&ask.base(), part),
        Some(_) | None => Vec::new(),
    }
}

fn names(terms: &Terms, part: &str) -> Vec<String> {
    match part {
        "posts" => terms.posts.iter().map(|post| post.name.clone()).collect(),
        "awards" => terms.awards.iter().map(|award| award.trigger.clone()).collect(),
        _ => Vec::new(),
    }
}

/// Opens the list for which more rows were asked, where it stands folded: its own rows come first.
pub(crate) fn unfold(ask: &Asking<'_>, posted: &mut Posted) {
    let path = posted.one("more").to_owned();
    let inner = ask.inner().map(|(command, _)| ask.about(command, posted));
    let ask = inner.as_ref().filter(|_| path.starts_with("act.")).unwrap_or(ask);
    if folded(ask, posted, &path).is_empty() {
        return;
    }
    let terms = ask.base();
    if path.ends_with("posts") {
        terms.posts.iter().enumerate().for_each(|(index, post)| fill_post(post, posted, &format!("{path}.{index}")));
    } else {
        terms
            .awards
            .iter()
            .enumerate()
            .for_each(|(index, award)| fill_award(award, posted, &format!("{path}.{index}")));
    }
    posted.set("more", "");
}

fn fill_post(post: &Post, posted: &mut Posted, row: &str) {
    posted.set(&format!("{row}.post_name"), &post.name);
    for (name, amount) in [("average_before", post.average_before), ("average_after", post.average_after)] {
        if let Some(amount) = amount {
            posted.set(&format!("{row}.{name}"), &amount.plain());
        }
    }
    for pay in &post.grades {
        let grade = format!("{row}.grades.{}", named(&pay.grade));
        for (name, amount) in [("low", pay.base_low), ("high", pay.base_high), ("allowance", pay.allowance)] {
            posted.set(&format!("{grade}.{name}"), &amount.plain());
        }
    }
}

fn fill_award(award: &AwardRule, posted: &mut Posted, row: &str) {
    let mut set = |name: &str, text: &str| posted.set(&format!("{row}.{name}"), text);
    set("award_trigger", &award.trigger);
    set("category", &named(&award.category));
    set("award_payment", &award.payment);
    match award.pay {
        AwardPay::Fixed { amount } => {
            set("award_pay", "fixed");
            set("award_high", &amount.plain());
        }
        AwardPay::Range { high, low } => {
            set("award_pay", "range");
            set("award_low", &low.plain());
            set("award_high", &high.plain());
        }
        AwardPay::Rate { cap, rate } => {
            set("award_pay", "rate");
            set("award_rate", rate.to_string().trim_end_matches('%'));
            set("award_high", &cap.plain());
        }
    }
}

/// The name of a value in data.
pub(super) fn named(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
