//! Samples of the papers that follow the signature: registered, published, copied, changed, renewed, looked after.

use ledger::Digest;

use super::{read, sign, sign_both};
use crate::data::{
    ChangeApplication, ExpiryNotice, FilingReceipt, PerformanceKind, PerformanceReport, PublicationNotice, UnionCopy,
    WageAgreement,
};

impl FilingReceipt {
    /// A made-up receipt for the sample filing.
    #[must_use]
    pub fn sample() -> Self {
        let mut receipt: Self = read(include_str!("../../samples/filing_receipt.json"));
        receipt.terms_digest = WageAgreement::sample().terms_digest;
        sign(&mut receipt.signature, receipt.terms_digest);
        receipt
    }
}

impl PublicationNotice {
    /// A made-up notice for the sample agreement.
    #[must_use]
    pub fn sample() -> Self {
        let mut notice: Self = read(include_str!("../../samples/publication_notice.json"));
        notice.terms_digest = WageAgreement::sample().terms_digest;
        sign_both(&mut notice.signatures, notice.terms_digest);
        notice
    }
}

impl UnionCopy {
    /// A made-up letter that goes with the sample agreement.
    #[must_use]
    pub fn sample() -> Self {
        let mut copy: Self = read(include_str!("../../samples/union_copy.json"));
        copy.terms_digest = WageAgreement::sample().terms_digest;
        sign(&mut copy.signature, copy.terms_digest);
        copy
    }
}

impl ChangeApplication {
    /// A made-up application by the union to change two clauses.
    #[must_use]
    pub fn sample() -> Self {
        let mut application: Self = read(include_str!("../../samples/change_application.json"));
        application.agreement.terms_digest = WageAgreement::sample().terms_digest;
        let digest = Digest::sha256(application.header.number.as_bytes());
        sign_both(&mut application.signatures, digest);
        application
    }
}

impl ExpiryNotice {
    /// A made-up reminder before the sample agreement ends.
    #[must_use]
    pub fn sample() -> Self {
        let mut notice: Self = read(include_str!("../../samples/expiry_notice.json"));
        notice.agreement.terms_digest = WageAgreement::sample().terms_digest;
        let digest = Digest::sha256(notice.header.number.as_bytes());
        sign(&mut notice.signature, digest);
        notice
    }
}

impl PerformanceReport {
    /// Made-up findings of an inspection.
    #[must_use]
    pub fn sample() -> Self {
        let mut report: Self = read(include_str!("../../samples/performance_report.json"));
        report.agreement.terms_digest = WageAgreement::sample().terms_digest;
        let digest = Digest::sha256(report.header.number.as_bytes());
        match &mut report.report {
            PerformanceKind::Inspection { signature, .. } => sign(signature, digest),
            PerformanceKind::Annual { signatures, .. } => sign_both(signatures, digest),
        }
        report
    }
}
