//! The program's own acts: the clock, data sets, documents, what became of messages.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// The program's own acts.
    SystemCommand {
        StrikeClock = "strike_clock",
        AdoptDataset = "adopt_dataset",
        RecordDocument = "record_document",
        RecordNotice = "record_notice",
    }
}

/// A duty fell due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrikeClock {
    /// Id of the duty.
    pub duty: String,
}

/// New data sets (named in the facts) apply to the case; open dates are recomputed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdoptDataset {
    /// What changed, in words.
    pub reason: String,
}

/// Records a document that was made from the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordDocument {
    /// Digest of the typed data, purpose `document`.
    pub data: Digest,
    /// Fonts that it was set with.
    pub fonts: Vec<FontUse>,
    /// Which paper.
    pub kind: DocumentKind,
    /// Number of the document in the case.
    pub number: String,
    /// SHA-256 of the PDF.
    pub pdf: Digest,
    /// SHA-256 of the template.
    pub template: Digest,
    /// Version of Typst.
    pub typst: String,
    /// Version of the document, from 1.
    pub version: u32,
}

/// Records what a carrier reported of a message that told a person of an act. Evidence for whoever has to prove when the
/// other side could know of it; what counts as service is for the receiving side to have settled (CIV 137, ESL 11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordNotice {
    /// Place in the chain of the act that the message told of, from 1.
    pub about: u64,
    /// The name under which the message went out.
    pub message: String,
    /// What became of it.
    pub outcome: NoticeOutcome,
    /// Id of the person it was for.
    pub person: String,
    /// The way that it went.
    pub way: NoticeWay,
}

/// The way of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeWay {
    /// E-mail.
    Mail,
    /// Short message to a telephone.
    Sms,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeOutcome {
    /// It arrived at the device or in the mailbox.
    Delivered,
    /// It came back.
    Returned,
}

/// A font face that a document was set with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FontUse {
    /// SHA-256 of the font file.
    pub digest: Digest,
    /// Name of the face.
    pub name: String,
}

/// Declares the papers with the names that records give them.
macro_rules! documents {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// The papers of a negotiation from offer to end.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum DocumentKind {
            $($(#[$doc])* $variant),+
        }

        impl DocumentKind {
            /// All papers in the order of a case.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in records, in files and on the command line.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

documents! {
    /// D01 要约书
    OfferLetter = "offer_letter",
    /// D02 应约书
    Response = "response",
    /// D03 协商代表名册
    RepRoster = "rep_roster",
    /// D04 代表选举记录
    ElectionRecord = "election_record",
    /// D05 授权委托书
    MandateLetter = "mandate_letter",
    /// D06 代表变更通知书
    RepChangeNotice = "rep_change_notice",
    /// D07 协商资料清单
    DataList = "data_list",
    /// D08 协商会议通知
    SessionNotice = "session_notice",
    /// D09 会议纪要
    Minutes = "minutes",
    /// D10 中止协商协议
    SuspensionAgreement = "suspension_agreement",
    /// D11 合同草案
    DraftAgreement = "draft_agreement",
    /// D12 提请审议报告
    CongressSubmission = "congress_submission",
    /// D13 签到表、表决票、计票报告
    BallotPapers = "ballot_papers",
    /// D14 职代会决议
    CongressResolution = "congress_resolution",
    /// D15 工资专项集体合同
    WageAgreement = "wage_agreement",
    /// D16 报送审查表
    FilingForm = "filing_form",
    /// D17 受理（登记）回执
    FilingReceipt = "filing_receipt",
    /// D18 审查意见书
    ReviewOpinion = "review_opinion",
    /// D19 公布
    PublicationNotice = "publication_notice",
    /// D20 报送上级工会
    UnionCopy = "union_copy",
    /// D21 变更、解除协议
    ChangeApplication = "change_application",
    /// D22 期满提示
    ExpiryNotice = "expiry_notice",
    /// D23 履行检查报告
    PerformanceReport = "performance_report",
    /// D24 提示函
    ReminderLetter = "reminder_letter",
    /// D25 意见书
    OpinionLetter = "opinion_letter",
    /// D26 建议书
    ProposalLetter = "proposal_letter",
    /// D27 协调处理申请书
    CoordinationApplication = "coordination_application",
    /// D28 协调处理通知
    CoordinationNotice = "coordination_notice",
    /// D29 协调处理协议书
    CoordinationAgreement = "coordination_agreement",
    /// D30 覆盖企业名册
    CoverageList = "coverage_list",
    /// D31 平台协商协议
    PlatformMemo = "platform_memo",
}
