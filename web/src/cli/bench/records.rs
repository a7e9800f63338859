//! Verifying: hashes and links in memory beside raw SHA-256 of the same bytes; whole bundles with the law replayed.

use gauge::{Effort, Figure, Goal, Measured, Rate, Records, Stopwatch};
use ledger::Digest;
use ledger::bundle::Builder;
use negotiation::LawBook;
use verify::{Limits, Outcome, chain, verify};

use super::Trouble;

/// The figures for the records of these cases.
pub(super) fn measure(book: &LawBook, cases: &[Records], effort: &Effort) -> Result<Vec<Figure>, Trouble> {
    let count: u64 = cases.iter().map(|records| records.len() as u64).sum();
    let lines: Vec<Vec<u8>> = cases.iter().map(lines).collect();
    let [mut walked, mut raw] = [const { Vec::new() }; 2];
    for _ in 0..effort.rounds {
        let watch = Stopwatch::start();
        let held = lines.iter().all(|bytes| chain::walk(bytes).broken.is_none());
        walked.push(Rate::of(count, watch.elapsed()));
        let watch = Stopwatch::start();
        for bytes in &lines {
            std::hint::black_box(Digest::sha256(std::hint::black_box(bytes)));
        }
        raw.push(Rate::of(count, watch.elapsed()));
        if !held {
            return Err(Trouble::Broken);
        }
    }
    let measured = Measured::Beside(Rate::median(walked), Rate::median(raw));
    let mut figures = vec![Figure::new("verify_chain", measured, Some(Goal::Share(30)))];
    figures.extend(with_law(book, cases, effort)?);
    Ok(figures)
}

fn lines(records: &Records) -> Vec<u8> {
    let mut lines = Vec::new();
    for record in records {
        lines.extend_from_slice(&record.bytes);
        lines.push(b'\n');
    }
    lines
}

/// Whole bundles: archive, manifest, hashes, links, names and the law. Nothing where the verifier doesn't replay the law.
fn with_law(book: &LawBook, cases: &[Records], effort: &Effort) -> Result<Option<Figure>, Trouble> {
    let bundles = cases.iter().map(|records| bundle(book, records)).collect::<Result<Vec<_>, _>>()?;
    let count: u64 = cases.iter().map(|records| records.len() as u64).sum();
    let mut rates = Vec::new();
    for _ in 0..effort.rounds {
        let watch = Stopwatch::start();
        for bytes in &bundles {
            let report = verify(bytes, &Limits::default()).map_err(|_| Trouble::Broken)?;
            if !report.holds() {
                return Err(Trouble::Broken);
            }
            if !report.checks.iter().any(|check| check.id == "law" && check.outcome == Outcome::Pass) {
                return Ok(None);
            }
        }
        rates.push(Rate::of(count, watch.elapsed()));
    }
    Ok(Some(Figure::new("verify_law", Measured::Alone(Rate::median(rates)), Some(Goal::Rate(30_000)))))
}

fn bundle(book: &LawBook, records: &Records) -> Result<Vec<u8>, Trouble> {
    let bytes: Vec<&[u8]> = records.iter().map(|record| record.bytes.as_slice()).collect();
    let (_, rules) = book.current_rules(law::rules::Profile::Zj).ok_or(Trouble::Empty)?;
    let (_, data) = book.current_data().ok_or(Trouble::Empty)?;
    let case = gauge::case_of(records).ok_or(Trouble::Empty)?;
    let mut builder = Builder::new(&case, &bytes)?;
    builder.rules(rules.to_json())?;
    for (_, _, bytes) in data.files() {
        builder.dataset(bytes.to_vec())?;
    }
    Ok(builder.finish()?)
}
