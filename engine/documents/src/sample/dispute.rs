//! Samples of the papers for what goes wrong or goes beyond one employer: letters, coordination, industries, platforms.

use ledger::Digest;

use super::{read, sign, sign_both};
use crate::data::{
    CoordinationAgreement, CoordinationApplication, CoordinationNotice, CoverageList, OpinionLetter, PlatformMemo,
    ProposalLetter, ReminderLetter,
};

impl ReminderLetter {
    /// A made-up reminder about an answer that is late.
    #[must_use]
    pub fn sample() -> Self {
        let mut letter: Self = read(include_str!("../../samples/reminder_letter.json"));
        let digest = Digest::sha256(letter.header.number.as_bytes());
        sign(&mut letter.signature, digest);
        letter
    }
}

impl OpinionLetter {
    /// A made-up opinion on a breach.
    #[must_use]
    pub fn sample() -> Self {
        let mut letter: Self = read(include_str!("../../samples/opinion_letter.json"));
        let digest = Digest::sha256(letter.header.number.as_bytes());
        sign(&mut letter.signature, digest);
        letter
    }
}

impl ProposalLetter {
    /// A made-up proposal after an opinion that nobody answered.
    #[must_use]
    pub fn sample() -> Self {
        let mut letter: Self = read(include_str!("../../samples/proposal_letter.json"));
        let digest = Digest::sha256(letter.header.number.as_bytes());
        sign(&mut letter.signature, digest);
        letter
    }
}

impl CoordinationApplication {
    /// A made-up application by the union.
    #[must_use]
    pub fn sample() -> Self {
        let mut application: Self = read(include_str!("../../samples/coordination_application.json"));
        let digest = Digest::sha256(application.header.number.as_bytes());
        sign_both(&mut application.signatures, digest);
        application
    }
}

impl CoordinationNotice {
    /// A made-up acceptance.
    #[must_use]
    pub fn sample() -> Self {
        let mut notice: Self = read(include_str!("../../samples/coordination_notice.json"));
        let digest = Digest::sha256(notice.header.number.as_bytes());
        sign(&mut notice.signature, digest);
        notice
    }
}

impl CoordinationAgreement {
    /// A made-up agreement, signed by all.
    #[must_use]
    pub fn sample() -> Self {
        let mut agreement: Self = read(include_str!("../../samples/coordination_agreement.json"));
        let digest = Digest::sha256(agreement.header.number.as_bytes());
        sign(&mut agreement.office_signature, digest);
        sign_both(&mut agreement.signatures, digest);
        for coordinator in &mut agreement.coordinators {
            sign(&mut coordinator.signature, digest);
        }
        agreement
    }
}

impl CoverageList {
    /// A made-up list of an industry in one town.
    #[must_use]
    pub fn sample() -> Self {
        let mut list: Self = read(include_str!("../../samples/coverage_list.json"));
        let digest = Digest::sha256(list.header.number.as_bytes());
        sign(&mut list.signature, digest);
        list
    }
}

impl PlatformMemo {
    /// A made-up agreement for riders of a delivery platform.
    #[must_use]
    pub fn sample() -> Self {
        let mut memo: Self = read(include_str!("../../samples/platform_memo.json"));
        let digest = Digest::sha256(memo.header.number.as_bytes());
        sign_both(&mut memo.signatures, digest);
        memo
    }
}
