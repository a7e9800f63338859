//! Papers against the replayed case: every paper is one that an act recorded, none is missing, and a printed agreement
//! holds the terms that were signed.

use std::collections::{BTreeMap, BTreeSet};

use ledger::{Digest, canonical};
use messages::Said;
use negotiation::Negotiation;
use negotiation::command::{DocumentKind, RecordDocument};
use negotiation::terms::{Terms, chapters};
use serde::Deserialize;

use crate::documents::Documents;
use crate::layout::Kind;
use crate::{Check, Hash, Place};

const ID: &str = "papers";

/// The parts of a printed agreement that follow from its terms.
#[derive(Deserialize)]
struct Agreement {
    chapters: serde_json::Value,
    terms: Terms,
    terms_digest: Digest,
}

pub(super) fn check(
    case: &Negotiation,
    signed: &BTreeSet<Digest>,
    documents: &Documents,
    contents: &BTreeMap<String, Vec<u8>>,
) -> Vec<Check> {
    let mut found = Vec::new();
    for recorded in &case.documents {
        found.extend(recorded_paper(recorded, signed, documents, contents));
    }
    for number in documents.keys() {
        if !case.documents.iter().any(|recorded| recorded.number == *number) {
            found.push(fail(&format!("documents/{number}.pdf"), "verify-papers-unrecorded"));
        }
    }
    if found.is_empty() {
        let said = Said::new("verify-papers-pass").arg("count", case.documents.len());
        found.push(Check::pass(ID, Place::bundle(), said));
    }
    found
}

fn fail(member: &str, key: &'static str) -> Check {
    Check::fail(ID, Place::member(member), Said::new(key))
}

fn recorded_paper(
    recorded: &RecordDocument,
    signed: &BTreeSet<Digest>,
    documents: &Documents,
    contents: &BTreeMap<String, Vec<u8>>,
) -> Vec<Check> {
    let (pdf, json) = (format!("documents/{}.pdf", recorded.number), format!("documents/{}.json", recorded.number));
    let Some(hashes) = documents.get(&recorded.number) else {
        return vec![fail(&pdf, "verify-papers-missing")];
    };
    let mut found = Vec::new();
    if hashes.pdf.is_none_or(|hash| !hash.is(&recorded.pdf.to_string())) {
        found.push(fail(&pdf, "verify-papers-other-pdf"));
    }
    if hashes.data.is_some_and(|hash| !hash.is(&recorded.data.to_string())) {
        found.push(fail(&json, "verify-papers-other-data"));
    }
    if !contents.keys().any(|name| template_of(name).is_some_and(|hash| hash.is(&recorded.template.to_string()))) {
        found.push(fail(&pdf, "verify-papers-template"));
    }
    if recorded.kind == DocumentKind::WageAgreement
        && let Some(content) = contents.get(&json)
        && !agreement_holds(content, signed)
    {
        found.push(fail(&json, "verify-papers-terms"));
    }
    found
}

fn template_of(name: &str) -> Option<Hash> {
    match Kind::of(name) {
        Some(Kind::Template(hash)) => Some(hash),
        _ => None,
    }
}

/// The printed articles and the printed digest follow from the terms, and the terms are those that were signed, or those
/// with a slip mended that are linked to them.
fn agreement_holds(content: &[u8], signed: &BTreeSet<Digest>) -> bool {
    let Ok(agreement) = serde_json::from_slice::<Agreement>(content) else {
        return false;
    };
    let printed = serde_json::to_value(chapters(&agreement.terms));
    let digest = canonical::to_vec(&agreement.terms).map(|bytes| Digest::of(ledger::purpose::TERMS, &bytes));
    printed.is_ok_and(|printed| printed == agreement.chapters)
        && digest.is_ok_and(|d| d == agreement.terms_digest && signed.contains(&d))
}
