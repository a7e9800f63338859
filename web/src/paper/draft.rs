//! D11 the draft as both chiefs initialled it, and what differs between two texts.

use documents::data::{AmountSource, CheckResult, ClauseChange, DraftAgreement, DraftParts, LastAgreement, Signatures};
use negotiation::checks::Finding;
use negotiation::command::ChildKind;
use negotiation::terms::{Change, Clause, Terms, diff, figure};
use negotiation::{Event, Negotiation, Side};

use super::common::{citations, confirmed, dated, parties, representatives, word};
use super::filing::term;
use super::{About, PaperError, Trigger};
use crate::catalogue;

pub(super) fn draft(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::AgreementReached(e), Some(text)) = (trigger.event, n.stage.text()) else {
        return Err(PaperError::Stage("D11"));
    };
    let initial = |of: Side| {
        let at = about.heard.initialled(of, e.terms)?;
        confirmed(about, n, of, at, e.terms)
    };
    // A text that rescinds follows no other.
    let follows = n.header.parent.as_ref().is_some_and(|parent| parent.kind != ChildKind::Rescission);
    let before = about.heard.before.as_ref().filter(|_| follows);
    let amounts = [(figure::MIN_WAGE, "paper-figure-min-wage"), (figure::AVERAGE_AFTER, "paper-figure-average")];
    let paper = DraftAgreement::assemble(DraftParts {
        amounts: amounts
            .into_iter()
            .map(|(figure, label)| AmountSource { figure: figure.to_owned(), label: word(label) })
            .collect(),
        changes: before.map(|before| changes(&before.terms, &text.terms)).unwrap_or_default(),
        checks: about.heard.findings.iter().map(check).collect(),
        draft: about.heard.drafts.max(1),
        header: dated(about, n, trigger, e.at, text.terms.title.clone()),
        initials: Some(Signatures { employer: initial(Side::Employer), worker: initial(Side::Worker) }),
        last: before.map(|before| LastAgreement {
            number: None,
            signed_on: Some(before.agreement.signed_on),
            title: before.agreement.title.clone(),
        }),
        parties: parties(about, n),
        reached_on: Some(e.at.date()),
        representatives: representatives(about, n, &[Side::Worker, Side::Employer]),
        terms: (*text.terms).clone(),
    })?;
    Ok(ledger::canonical::to_vec(&paper)?)
}

fn check(finding: &Finding) -> CheckResult {
    CheckResult {
        citation: citations(&finding.citation),
        outcome: finding.outcome,
        rule: catalogue::say(&finding.required()),
        words: catalogue::say(&finding.found()),
    }
}

/// What differs between two texts, clause by clause; tables are named without their contents.
pub(super) fn changes(old: &Terms, new: &Terms) -> Vec<ClauseChange> {
    let found = diff(old, new);
    let mut all: Vec<ClauseChange> = found.clauses.iter().map(clause).collect();
    let mut part = |differs: bool, name, old: String, new: String| {
        if differs {
            all.push(ClauseChange { clause: word(name), new: Some(new), old: Some(old) });
        }
    };
    let (then, now) = (|| word("paper-see-old"), || word("paper-see-new"));
    part(found.title, "paper-part-title", old.title.clone(), new.title.clone());
    part(found.coverage, "paper-part-coverage", old.coverage.clone(), new.coverage.clone());
    part(found.term, "paper-part-term", term(old), term(new));
    part(!found.posts.is_empty(), "paper-part-posts", then(), now());
    part(!found.awards.is_empty(), "paper-part-awards", then(), now());
    all
}

fn clause(change: &Change<'_, Clause>) -> ClauseChange {
    match change {
        Change::Added(new) => ClauseChange { clause: new.heading.clone(), new: Some(new.rendered()), old: None },
        Change::Altered { old, new } => {
            ClauseChange { clause: new.heading.clone(), new: Some(new.rendered()), old: Some(old.rendered()) }
        }
        Change::Removed(old) => ClauseChange { clause: old.heading.clone(), new: None, old: Some(old.rendered()) },
    }
}
