//! What an act binds to, for whoever is about to confirm it: which text, which minutes, and what signing online means.
//!
//! The command names a text by its digest; the person has to see which text that is before they confirm.

use law::time::Moment;
use ledger::Digest;
use messages::Said;
use negotiation::state::{AgreedText, Session};

use super::asking::{ACCEPTANCE, Asking};
use super::posted::Posted;
use super::spec::Given;
use super::summary::Line;
use crate::desk::weekday;
use crate::site::Site;

/// The lines of what the case itself says.
pub(super) fn lines(site: &Site, ask: &Asking<'_>, posted: &Posted, given: Given, path: &str) -> Vec<Line> {
    match given {
        Given::Text => text(site, ask, posted, path),
        Given::Slip => slip(site, ask, posted),
        Given::Session => minutes(site, ask, posted, path),
        Given::Acceptance => vec![
            said(site, "acceptance", ACCEPTANCE.trim().to_owned()),
            print(site, "print", Digest::sha256(ACCEPTANCE.as_bytes())),
        ],
        Given::Side
        | Given::Accept
        | Given::Clause
        | Given::Nothing
        | Given::SideOfCapacity
        | Given::Online
        | Given::Parent => Vec::new(),
    }
}

/// A SHA-256 in groups of eight, which two people can read to each other.
pub(crate) fn grouped(digest: Digest) -> String {
    let hex = digest.to_string();
    let groups: Vec<&str> = (0..hex.len()).step_by(8).filter_map(|at| hex.get(at..at + 8)).collect();
    groups.join(" ")
}

fn said(site: &Site, key: &str, text: String) -> Line {
    Line::of(site.text(format!("pages-bound-{key}")), text)
}

fn print(site: &Site, key: &str, digest: Digest) -> Line {
    said(site, key, grouped(digest))
}

/// What an act on paper names by itself, where it waits for a second person.
fn named<'a>(ask: &Asking<'_>, posted: &'a Posted, path: &str) -> Option<&'a str> {
    Some(posted.one(path)).filter(|text| ask.around.case.is_none() && !text.is_empty())
}

/// Which text: its title, the case, its fingerprint, and the whole of it.
fn text(site: &Site, ask: &Asking<'_>, posted: &Posted, path: &str) -> Vec<Line> {
    let Some((digest, terms)) = ask.text() else { return Vec::new() };
    let mut lines = vec![Line::over(site.text("pages-bound-text"))];
    if let Some(other) = named(ask, posted, path).filter(|named| *named != digest.to_string()) {
        lines.extend(other.parse().ok().map(|other| print(site, "print", other)));
        return lines;
    }
    lines.push(said(site, "title", terms.title.clone()));
    if let Some(number) = ask.n.and_then(|n| n.header.number.clone()) {
        lines.push(said(site, "number", number));
    }
    lines.push(print(site, "print", digest));
    if let Some(case) = ask.around.case {
        let link = Some(format!("/cases/{case}/text"));
        lines.push(Line { link, ..said(site, "whole", site.text("pages-bound-open")) });
    }
    lines
}

/// The text with its slip mended, and the one whose place it takes.
fn slip(site: &Site, ask: &Asking<'_>, posted: &Posted) -> Vec<Line> {
    let index = posted.one("slip").parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let Some(slip) = index.and_then(|index| ask.n?.slips.get(index)) else { return Vec::new() };
    let AgreedText { digest, terms, .. } = &slip.mended;
    let mut lines = vec![
        Line::over(site.text("pages-bound-text")),
        said(site, "title", terms.title.clone()),
        print(site, "print-before", slip.of),
        print(site, "print-after", *digest),
    ];
    let before = ask.text().map(|(_, terms)| terms);
    for clause in &terms.clauses {
        let same = before.and_then(|terms| terms.clause(&clause.id)).is_some_and(|had| had == clause);
        if before.is_some() && !same {
            lines.push(Line::of(clause.heading.clone(), crate::case::filled(&clause.text, &clause.values)));
        }
    }
    lines
}

/// The minutes themselves: when, where, who, what was said last and agreed, and how it ended.
fn minutes(site: &Site, ask: &Asking<'_>, posted: &Posted, path: &str) -> Vec<Line> {
    let number = named(ask, posted, path).and_then(|text| text.parse().ok()).or_else(|| ask.session());
    let session = ask.n.and_then(|n| n.sessions.iter().find(|session| Some(session.number) == number));
    let (Some(n), Some(session)) = (ask.n, session) else { return Vec::new() };
    let Session { attending, chair, closed, next_on, number, opened_at, place, recorder, .. } = session;
    let person = |id: &str| ask.people.0.get(id).map(|known| known.fields.name.clone());
    let names: Vec<String> = attending.iter().filter_map(|seat| person(&seat.id)).collect();
    let mut lines = vec![
        Line::over(site.say(&Said::new("pages-bound-minutes").arg("number", number))),
        said(site, "opened", time(site, *opened_at)),
        said(site, "place", place.clone()),
        said(site, "chair", site.text(format!("neg-side-{}", chair.name()))),
        said(site, "recorder", person(&recorder.id).unwrap_or_default()),
        said(site, "attending", names.join("、")),
    ];
    let heading = |id: &str| ask.base().clause(id).map(|clause| clause.heading.clone()).unwrap_or_default();
    for (id, positions) in &n.table.positions {
        for side in [negotiation::Side::Worker, negotiation::Side::Employer] {
            let here = |position: &&negotiation::state::Position| position.side == side && position.session == *number;
            if let Some(last) = positions.iter().rfind(here) {
                let key = Said::new("pages-bound-position").arg("clause", heading(id));
                let name = site.say(&key.message("side", format!("neg-side-{}", side.name())));
                lines.push(Line::of(name, crate::case::filled(&last.text, &last.values)));
            }
        }
    }
    for (id, agreed) in n.table.agreed.iter().filter(|(_, agreed)| agreed.session == *number) {
        let name = site.say(&Said::new("pages-bound-agreed").arg("clause", heading(id)));
        lines.push(Line::of(name, crate::case::filled(&agreed.text, &agreed.values)));
    }
    if let Some((at, summary)) = closed {
        lines.push(said(site, "closed", time(site, *at)));
        lines.push(said(site, "summary", summary.clone()));
    }
    if let Some(day) = next_on {
        lines.push(said(site, "next", weekday(site, *day)));
    }
    lines.retain(|line| line.heading || !line.text.is_empty());
    lines
}

fn time(site: &Site, at: Moment) -> String {
    let (hour, minute) = at.clock();
    format!("{} {hour:02}:{minute:02}", weekday(site, at.date()))
}

/// The name that was typed, and what signing online means (ESL 13, 14); nothing where it is signed by hand.
pub(super) fn signature(site: &Site, ask: &Asking<'_>, posted: &Posted, path: &str, name: String) -> Vec<Line> {
    if ask.around.actor.is_none() {
        return Vec::new();
    }
    if !is_online(posted, path) {
        return vec![said(site, "by-hand", site.text("pages-bound-by-hand-text"))];
    }
    let articles: Vec<law::Citation> =
        ["ESL 13", "ESL 14"].into_iter().filter_map(|article| law::Citation::new(article).ok()).collect();
    let consent = Said::new("pages-bound-consent-text").arg("articles", law::citation::display_all_zh(&articles));
    vec![Line::of(name, posted.one(path).to_owned()), said(site, "consent", site.say(&consent))]
}

/// Whether an act is signed online: by the field beside that of the name.
pub(super) fn is_online(posted: &Posted, path: &str) -> bool {
    let beside = path.strip_suffix("signatory").unwrap_or_default();
    posted.one(&format!("{beside}method")) == "electronic"
}

/// What is wrong with the name that somebody typed who signs online.
pub(super) fn wrong_name(ask: &Asking<'_>, posted: &Posted, path: &str) -> Option<Said> {
    let name = ask.around.actor.filter(|_| is_online(posted, path))?;
    match posted.one(path) {
        "" => Some(Said::new("pages-fault-own-name-empty")),
        typed if plain(typed) == plain(name) => None,
        typed => Some(Said::new("pages-fault-own-name").arg("typed", typed).arg("name", name)),
    }
}

/// A name without blanks, its middle dots all the same.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| !letter.is_whitespace());
    letters.map(|letter| if matches!(letter, '•' | '‧' | '・' | '．' | '.') { '·' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_blanks_and_another_dot() {
        assert_eq!(plain("沈 秋禾"), plain("沈秋禾"));
        assert_eq!(plain("阿依努尔•买买提"), plain("阿依努尔·买买提"));
        assert_ne!(plain("沈秋和"), plain("沈秋禾"));
    }

    #[test]
    fn a_fingerprint_is_read_in_eight_groups_of_eight() {
        let groups = grouped(Digest::sha256(b""));
        assert_eq!(groups.split(' ').map(str::len).collect::<Vec<_>>(), [8; 8]);
        assert!(groups.starts_with("e3b0c442 98fc1c14"));
    }
}
