//! D15 the wage agreement, signed.

use documents::data::{AgreementParts, AmountSource, BoundFirm, Outcome, Runs, Signatures, WageAgreement};
use negotiation::command::CoveredEmployer;
use negotiation::state::{SignatureMark, Stage};
use negotiation::terms::{Term, figure};
use negotiation::{Event, Negotiation, Side};

use super::common::{header, parties, representatives, signed, word};
use super::{About, PaperError, Trigger, congress};

pub(super) fn agreement(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::AgreementSigned(e), Stage::Signed(stage)) = (trigger.event, &n.stage) else {
        return Err(PaperError::Stage("D15"));
    };
    // What was signed stays what was signed, also after a slip in it is mended.
    let mark = |of: Side, mark: Option<SignatureMark>| mark.and_then(|mark| signed(about, n, of, mark, e.terms));
    let runs = match stage.text.terms.term {
        Term::Dates { from, to } => Some(Runs { from, to }),
        Term::Months { .. } => None,
    };
    let vote = congress::whole(n, stage.vote.form, &stage.vote.protocol, Outcome::Adopted);
    let amounts = [(figure::MIN_WAGE, "paper-figure-min-wage"), (figure::AVERAGE_AFTER, "paper-figure-average")];
    let paper = WageAgreement::assemble(AgreementParts {
        amounts: amounts
            .into_iter()
            .map(|(figure, label)| AmountSource { figure: figure.to_owned(), label: word(label) })
            .collect(),
        congress: Some(congress::printed(about, stage.vote.form, &vote, Outcome::Adopted)),
        covered: n.coverage.fixed.iter().map(|bound| covered(&bound.employer)).collect(),
        header: header(about, n, trigger, stage.text.terms.title.clone()),
        parties: parties(about, n),
        representatives: representatives(about, n, &[Side::Worker, Side::Employer]),
        runs,
        signatures: Some(Signatures {
            employer: mark(Side::Employer, stage.signatures.employer),
            worker: mark(Side::Worker, stage.signatures.worker),
        }),
        terms: (*stage.text.terms).clone(),
    })?;
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// A line of the annex with those whom the agreement binds.
fn covered(employer: &CoveredEmployer) -> BoundFirm {
    BoundFirm { headcount: employer.headcount, name: employer.name.clone(), uscc: employer.uscc.clone() }
}
