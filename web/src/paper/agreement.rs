//! D15 the wage agreement, signed.

use documents::data::{AgreementParts, AmountSource, Outcome, Runs, Signatures, WageAgreement};
use negotiation::state::{SignatureMark, Stage};
use negotiation::terms::{Term, figure};
use negotiation::{Negotiation, Side};

use super::common::{header, parties, representatives, signed, word};
use super::{About, PaperError, Trigger, congress};

pub(super) fn agreement(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let Stage::Signed(stage) = &n.stage else {
        return Err(PaperError::Stage("D15"));
    };
    let digest = stage.text.digest;
    let mark = |of: Side, mark: Option<SignatureMark>| mark.and_then(|mark| signed(about, n, of, mark, digest));
    let runs = match stage.text.terms.term {
        Term::Dates { from, to } => Some(Runs { from, to }),
        Term::Months { .. } => None,
    };
    let amounts = [(figure::MIN_WAGE, "paper-figure-min-wage"), (figure::AVERAGE_AFTER, "paper-figure-average")];
    let paper = WageAgreement::assemble(AgreementParts {
        amounts: amounts
            .into_iter()
            .map(|(figure, label)| AmountSource { figure: figure.to_owned(), label: word(label) })
            .collect(),
        congress: Some(congress::printed(about, stage.vote.form, &stage.vote.protocol, Outcome::Adopted)),
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
