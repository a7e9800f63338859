//! Samples of the papers from the choice of representatives to the vote.

use ledger::Digest;
use serde_json::{Map, Value, json};

use super::{read, sign, sign_both};
use crate::data::{
    BallotPapers, CongressSubmission, DataList, DraftAgreement, DraftParts, ElectionRecord, MandateLetter,
    RepChangeNotice, RepRoster, SessionNotice, SuspensionAgreement, WageAgreement,
};

impl RepRoster {
    /// A made-up roster of the workers' side.
    #[must_use]
    pub fn sample() -> Self {
        let mut roster: Self = read(include_str!("../../samples/rep_roster.json"));
        let digest = Digest::sha256(roster.header.number.as_bytes());
        sign(&mut roster.signature, digest);
        roster
    }
}

impl ElectionRecord {
    /// A made-up election of four representatives.
    #[must_use]
    pub fn sample() -> Self {
        let mut record: Self = read(include_str!("../../samples/election_record.json"));
        let digest = Digest::sha256(record.header.number.as_bytes());
        sign(&mut record.signature, digest);
        record
    }
}

impl MandateLetter {
    /// A made-up mandate of a lawyer for the employer.
    #[must_use]
    pub fn sample() -> Self {
        let mut letter: Self = read(include_str!("../../samples/mandate_letter.json"));
        let digest = Digest::sha256(letter.header.number.as_bytes());
        sign(&mut letter.signature, digest);
        sign(&mut letter.agent_signature, digest);
        letter
    }
}

impl RepChangeNotice {
    /// A made-up notice: one representative retires, another is elected.
    #[must_use]
    pub fn sample() -> Self {
        let mut notice: Self = read(include_str!("../../samples/rep_change_notice.json"));
        let digest = Digest::sha256(notice.header.number.as_bytes());
        sign(&mut notice.signature, digest);
        notice
    }
}

impl DataList {
    /// A made-up list: most is given, one item is refused, one is still to come.
    #[must_use]
    pub fn sample() -> Self {
        let mut list: Self = read(include_str!("../../samples/data_list.json"));
        let digest = Digest::sha256(list.header.number.as_bytes());
        sign_both(&mut list.signatures, digest);
        list
    }
}

impl SessionNotice {
    /// A made-up notice of a first session.
    #[must_use]
    pub fn sample() -> Self {
        let mut notice: Self = read(include_str!("../../samples/session_notice.json"));
        let digest = Digest::sha256(notice.header.number.as_bytes());
        sign(&mut notice.signature, digest);
        notice
    }
}

impl SuspensionAgreement {
    /// A made-up suspension of four days.
    #[must_use]
    pub fn sample() -> Self {
        let mut agreement: Self = read(include_str!("../../samples/suspension_agreement.json"));
        let digest = Digest::sha256(agreement.header.number.as_bytes());
        sign_both(&mut agreement.signatures, digest);
        agreement
    }
}

impl DraftAgreement {
    /// The draft of the sample agreement, initialled.
    #[must_use]
    pub fn sample() -> Self {
        let agreement = WageAgreement::sample();
        let mut parts: Map<String, Value> = read(include_str!("../../samples/draft_agreement.json"));
        parts.insert("representatives".to_owned(), json!(agreement.representatives));
        parts.insert("terms".to_owned(), json!(agreement.terms));
        let parts: DraftParts = read(&Value::Object(parts).to_string());
        #[expect(clippy::expect_used, reason = "a shipped sample, rendered by a test")]
        let mut draft = Self::assemble(parts).expect("the sample's amounts are small");
        let digest = draft.terms_digest;
        sign_both(&mut draft.initials, digest);
        draft
    }
}

impl CongressSubmission {
    /// A made-up report on the sample agreement's draft.
    #[must_use]
    pub fn sample() -> Self {
        let mut report: Self = read(include_str!("../../samples/congress_submission.json"));
        report.terms_digest = WageAgreement::sample().terms_digest;
        let digest = report.terms_digest;
        sign_both(&mut report.signatures, digest);
        report
    }
}

impl BallotPapers {
    /// Made-up papers of the vote that adopts the sample agreement.
    #[must_use]
    pub fn sample() -> Self {
        let mut papers: Self = read(include_str!("../../samples/ballot_papers.json"));
        papers.terms_digest = WageAgreement::sample().terms_digest;
        let digest = papers.terms_digest;
        sign(&mut papers.signature, digest);
        papers
    }
}
