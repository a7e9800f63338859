//! D22 reminder that an agreement ends and D23 report on its performance.

use documents::data::{
    AgreementRef, ClausePerformance, ExpiryNotice, PerformanceKind, PerformanceReport, PerformanceStatus, RenewalStep,
    Runs,
};
use law::Date;
use negotiation::command::{ClauseFinding, KeptStatus};
use negotiation::state::{Duty, DutyStatus, Effective};
use negotiation::terms::Terms;
use negotiation::{Event, Negotiation};

use super::common::{articles, dated, header, in_words, lines, parties, word};
use super::receipt::in_force;
use super::review::printed;
use super::{About, Heard, PaperError, Trigger};
use crate::catalogue;

/// What names the agreement in force.
#[must_use]
pub fn agreement(n: &Negotiation) -> Option<AgreementRef> {
    in_force(n).map(named)
}

fn named(effective: &Effective) -> AgreementRef {
    AgreementRef {
        registry: effective.filing.registered.clone(),
        runs: Runs { from: effective.effect.term_from, to: effective.effect.term_to },
        signed_on: effective.filing.signed.signed_at.date(),
        terms_digest: effective.filing.signed.text.digest,
        title: effective.filing.signed.text.terms.title.clone(),
    }
}

/// The open window for a renewal that nobody was reminded of yet, if it opens up to a day.
#[must_use]
pub fn opening<'n>(n: &'n Negotiation, heard: &Heard, up_to: Date) -> Option<&'n Duty> {
    let reminded = heard.papers.iter().filter(|(kind, ..)| *kind == documents::Kind::ExpiryNotice).count();
    let mut windows = n.duties.iter().filter(|duty| duty.rule == "renew_open");
    let next = windows.nth(reminded)?;
    let opens = next.status == DutyStatus::Open && next.opened_on <= up_to;
    (opens && matches!(n.stage, negotiation::Stage::Effective(_))).then_some(next)
}

pub(super) fn expiry(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::DutyOpened(e), Some(effective)) = (trigger.event, in_force(n)) else {
        return Err(PaperError::Stage("D22"));
    };
    let (duty, expires) = (&e.duty, effective.effect.term_to);
    let rule = about.rules.renew_open.value();
    let step = |who, what, by| RenewalStep { by, what: word(what), who: word(who) };
    let propose_by = duty.dates.amber.filter(|day| duty.opened_on <= *day && *day <= expires);
    let paper = ExpiryNotice {
        agreement: named(effective),
        citations: rule
            .map(|rule| rule.source.citation.iter().map(law::citation::Citation::display_zh).collect())
            .unwrap_or_default(),
        header: header(about, n, trigger, word("paper-title-expiry")),
        issuer: word("paper-platform"),
        opens_on: duty.opened_on.min(expires),
        parties: parties(about, n),
        propose_by,
        signature: None,
        steps: vec![
            step("paper-side-worker", "paper-renew-collect", None),
            step("paper-side-employer", "paper-renew-figures", None),
            step("paper-either-side", "paper-renew-propose", propose_by),
            step("paper-both-sides", "paper-renew-conclude", Some(expires)),
        ],
        window: rule.map_or_else(
            || word("paper-window"),
            |rule| catalogue::say(&messages::Said::new("paper-window-of").arg("period", in_words(rule))),
        ),
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

pub(super) fn performance(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let effective = in_force(n).ok_or(PaperError::Stage("D23"))?;
    let (terms, from) = (&effective.filing.signed.text.terms, effective.effect.term_from);
    let period = |on: Date| Runs { from: from.min(on), to: on };
    let agreement = named(effective);
    let paper = if let Event::InspectionRecorded(e) = trigger.event {
        PerformanceReport {
            agreement,
            citations: articles(about, &["ZJ-CC 36"]),
            clauses: e.findings.iter().map(|finding| clause(terms, finding)).collect(),
            header: dated(about, n, trigger, e.at, word("paper-title-inspection")),
            parties: parties(about, n),
            period: period(e.on),
            report: PerformanceKind::Inspection { inspectors: Vec::new(), on: e.on, signature: None },
            sample: None,
            summary: Vec::new(),
        }
    } else if let Event::PerformanceReported(e) = trigger.event {
        PerformanceReport {
            agreement,
            citations: articles(about, &["ZJ-CC 37", "HZ 42", "NB 36"]),
            clauses: about.heard.inspected.iter().map(|finding| clause(terms, finding)).collect(),
            header: dated(about, n, trigger, e.at, word("paper-title-performance")),
            parties: parties(about, n),
            period: period(e.heard_on),
            report: PerformanceKind::Annual {
                session: format!("{}{}", n.header.employer.name, word("paper-session-congress")),
                signatures: None,
            },
            sample: None,
            summary: lines(&e.summary),
        }
    } else {
        return Err(PaperError::Stage("D23"));
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

fn clause(terms: &Terms, finding: &ClauseFinding) -> ClausePerformance {
    ClausePerformance {
        clause: printed(terms, &finding.clause),
        correction: (!finding.correction.is_empty()).then(|| finding.correction.clone()),
        due: None,
        evidence: finding.evidence.clone(),
        status: match finding.status {
            KeptStatus::Full => PerformanceStatus::Full,
            KeptStatus::Partial => PerformanceStatus::Partial,
            KeptStatus::Not => PerformanceStatus::Not,
        },
    }
}
