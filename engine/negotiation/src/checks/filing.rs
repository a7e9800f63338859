//! Filing: number of copies (ZJ-CC 34, WN9 21, CC22 42).

use law::rules::Rules;

use super::{Finding, Outcome};

/// Too few copies are on record; the filing stands.
pub(crate) fn copies(rules: &Rules, copies: u32) -> Finding {
    let filing = rules.file.value().or_else(|| rules.file_wage.value());
    let Some(filing) = filing else {
        return Finding::new("CHK-COPIES-5", Outcome::NoData, &[]);
    };
    let required = u32::from(filing.copies);
    let outcome = if copies >= required { Outcome::Pass } else { Outcome::Breach };
    Finding::under("CHK-COPIES-5", outcome, &filing.period.source.citation)
        .with("found", copies)
        .with("required", required)
}
