//! The whole text that is about to be tabled, line by line, with what in it doesn't fit together.

use law::money::Fen;
use negotiation::terms::{AwardPay, GradePay, Post, Terms, chapters, figure};

use super::super::summary::Line;
use super::fill::named;
use super::follow;
use crate::site::Site;

/// The text in chapters and articles, with its annexes.
pub(crate) fn full(site: &Site, terms: &Terms) -> Vec<Line> {
    let mut lines = doubts(site, terms);
    lines.push(line(site.text("pages-terms-title"), terms.title.clone()));
    lines.push(line(site.text("pages-terms-coverage"), terms.coverage.clone()));
    for chapter in chapters(terms) {
        lines.push(heading(site.text(format!("neg-chapter-{}", named(&chapter.chapter).replace('_', "-")))));
        for article in chapter.articles {
            let (before, after) = (site.text("pages-article-before"), site.text("pages-article-after"));
            let name = format!("{before}{}{after} {}", article.number, article.heading);
            lines.push(line(name, article.paragraphs.join("\n")));
        }
    }
    lines.extend(annexes(site, terms));
    lines
}

/// The tables of a text: what each post earns, what is awarded.
pub(crate) fn annexes(site: &Site, terms: &Terms) -> Vec<Line> {
    let mut lines = Vec::new();
    if !terms.posts.is_empty() {
        lines.push(heading(site.text("pages-terms-posts")));
        lines.extend(terms.posts.iter().map(|post| line(post.name.clone(), post_said(site, post))));
    }
    if !terms.awards.is_empty() {
        lines.push(heading(site.text("pages-terms-awards")));
        let said = |pay: AwardPay| match pay {
            AwardPay::Fixed { amount } => yuan(site, amount),
            AwardPay::Range { high, low } => format!("{}–{}", low, yuan(site, high)),
            AwardPay::Rate { cap, rate } => format!("{rate}{}{}", site.text("pages-terms-cap"), yuan(site, cap)),
        };
        lines.extend(terms.awards.iter().map(|award| {
            let category = site.text(format!("neg-award-{}", named(&award.category)));
            line(award.trigger.clone(), format!("{category}；{}；{}", said(award.pay), award.payment))
        }));
    }
    lines
}

/// What a reader would stumble over: figures that don't follow from each other, an annex that isn't there.
fn doubts(site: &Site, terms: &Terms) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut doubt = |text: String| lines.push(line(site.text("pages-terms-doubt"), text));
    let mut reckoned = terms.clone();
    let mut values: Vec<_> = reckoned.clauses.iter_mut().flat_map(|clause| &mut clause.values).collect();
    for value in values.iter_mut().filter(|value| value.key == figure::AVERAGE_AFTER || value.key == "total") {
        value.amount = 0;
    }
    follow(&mut values, &[]);
    for key in [figure::AVERAGE_AFTER, "total"] {
        let (Some(typed), Some(follows)) = (terms.figure(key), reckoned.figure(key)) else { continue };
        if typed.amount != follows.amount && follows.amount != 0 {
            let name = site.text(format!("pages-figure-{}", key.replace('_', "-")));
            let said = messages::Said::new("pages-terms-doubt-figure").arg("name", name);
            doubt(site.say(&said.arg("typed", typed.text()).arg("follows", follows.text())));
        }
    }
    let annex = |name: &str| terms.clauses.iter().any(|clause| clause.text.contains(name));
    if terms.posts.is_empty() && annex("附件1") {
        doubt(site.text("pages-terms-doubt-posts"));
    }
    if terms.awards.is_empty() && annex("附件2") {
        doubt(site.text("pages-terms-doubt-awards"));
    }
    lines
}

fn post_said(site: &Site, post: &Post) -> String {
    let mut said = Vec::new();
    if let Some(after) = post.average_after {
        let before = post.average_before.map(|before| format!("{before} → ")).unwrap_or_default();
        said.push(format!("{} {before}{}", site.text("pages-terms-average"), yuan(site, after)));
    }
    let grade = |pay: &GradePay| {
        let name = site.text(format!("neg-grade-{}", named(&pay.grade).replace('_', "-")));
        let base = if pay.base_low == pay.base_high {
            pay.base_low.to_string()
        } else {
            format!("{}–{}", pay.base_low, pay.base_high)
        };
        let said = messages::Said::new("pages-grade-said").arg("grade", name).arg("base", base);
        site.say(&said.arg("allowance", pay.allowance.to_string()))
    };
    said.extend(post.grades.iter().map(grade));
    said.join("\n")
}

fn yuan(site: &Site, sum: Fen) -> String {
    format!("{sum}{}", site.text("pages-unit-yuan"))
}

fn line(name: String, text: String) -> Line {
    Line::of(name, text)
}

fn heading(name: String) -> Line {
    Line::over(name)
}
