//! The kinds of papers that are made here.

use std::fmt;
use std::str::FromStr;

use messages::Said;
use serde::{Deserialize, Serialize};

/// A kind of paper. Its name in files and on the command line is snake_case, such as `wage_agreement`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// D01 协商要约书
    OfferLetter,
    /// D02 应约书
    Response,
    /// D03 协商代表名册
    RepRoster,
    /// D04 协商代表选举（推举）记录
    ElectionRecord,
    /// D05 授权委托书
    MandateLetter,
    /// D06 协商代表变更通知书
    RepChangeNotice,
    /// D07 协商资料清单
    DataList,
    /// D08 协商会议通知
    SessionNotice,
    /// D09 协商会议纪要
    Minutes,
    /// D10 中止协商协议
    SuspensionAgreement,
    /// D11 工资专项集体合同草案
    DraftAgreement,
    /// D12 提请职工代表大会审议草案的报告
    CongressSubmission,
    /// D13 职工代表大会签到表、表决票和计票报告
    BallotPapers,
    /// D14 职工代表大会决议
    CongressResolution,
    /// D15 工资专项集体合同
    WageAgreement,
    /// D16 报送审查表
    FilingForm,
    /// D17 受理（登记）回执
    FilingReceipt,
    /// D18 审查意见书
    ReviewOpinion,
    /// D19 公布（公示）
    PublicationNotice,
    /// D20 报送上一级工会函
    UnionCopy,
    /// D21 变更（解除）申请、协议
    ChangeApplication,
    /// D22 续签（期满）提示
    ExpiryNotice,
    /// D23 履行情况检查报告
    PerformanceReport,
    /// D24 提示函
    ReminderLetter,
    /// D25 工会劳动法律监督意见书（整改意见书）
    OpinionLetter,
    /// D26 工会劳动法律监督建议书
    ProposalLetter,
    /// D27 协调处理申请书
    CoordinationApplication,
    /// D28 协调处理受理（延期）通知
    CoordinationNotice,
    /// D29 协调处理协议书
    CoordinationAgreement,
    /// D30 覆盖企业名册及授权书
    CoverageList,
    /// D31 平台协商协议、备忘录
    PlatformMemo,
}

impl Kind {
    /// All kinds in the order of a case.
    pub const ALL: [Self; 31] = [
        Self::OfferLetter,
        Self::Response,
        Self::RepRoster,
        Self::ElectionRecord,
        Self::MandateLetter,
        Self::RepChangeNotice,
        Self::DataList,
        Self::SessionNotice,
        Self::Minutes,
        Self::SuspensionAgreement,
        Self::DraftAgreement,
        Self::CongressSubmission,
        Self::BallotPapers,
        Self::CongressResolution,
        Self::WageAgreement,
        Self::FilingForm,
        Self::FilingReceipt,
        Self::ReviewOpinion,
        Self::PublicationNotice,
        Self::UnionCopy,
        Self::ChangeApplication,
        Self::ExpiryNotice,
        Self::PerformanceReport,
        Self::ReminderLetter,
        Self::OpinionLetter,
        Self::ProposalLetter,
        Self::CoordinationApplication,
        Self::CoordinationNotice,
        Self::CoordinationAgreement,
        Self::CoverageList,
        Self::PlatformMemo,
    ];

    /// The code of the paper, `D01` to `D31`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OfferLetter => "D01",
            Self::Response => "D02",
            Self::RepRoster => "D03",
            Self::ElectionRecord => "D04",
            Self::MandateLetter => "D05",
            Self::RepChangeNotice => "D06",
            Self::DataList => "D07",
            Self::SessionNotice => "D08",
            Self::Minutes => "D09",
            Self::SuspensionAgreement => "D10",
            Self::DraftAgreement => "D11",
            Self::CongressSubmission => "D12",
            Self::BallotPapers => "D13",
            Self::CongressResolution => "D14",
            Self::WageAgreement => "D15",
            Self::FilingForm => "D16",
            Self::FilingReceipt => "D17",
            Self::ReviewOpinion => "D18",
            Self::PublicationNotice => "D19",
            Self::UnionCopy => "D20",
            Self::ChangeApplication => "D21",
            Self::ExpiryNotice => "D22",
            Self::PerformanceReport => "D23",
            Self::ReminderLetter => "D24",
            Self::OpinionLetter => "D25",
            Self::ProposalLetter => "D26",
            Self::CoordinationApplication => "D27",
            Self::CoordinationNotice => "D28",
            Self::CoordinationAgreement => "D29",
            Self::CoverageList => "D30",
            Self::PlatformMemo => "D31",
        }
    }

    /// The name in files and on the command line; the template is `{name}.typ`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OfferLetter => "offer_letter",
            Self::Response => "response",
            Self::RepRoster => "rep_roster",
            Self::ElectionRecord => "election_record",
            Self::MandateLetter => "mandate_letter",
            Self::RepChangeNotice => "rep_change_notice",
            Self::DataList => "data_list",
            Self::SessionNotice => "session_notice",
            Self::Minutes => "minutes",
            Self::SuspensionAgreement => "suspension_agreement",
            Self::DraftAgreement => "draft_agreement",
            Self::CongressSubmission => "congress_submission",
            Self::BallotPapers => "ballot_papers",
            Self::CongressResolution => "congress_resolution",
            Self::WageAgreement => "wage_agreement",
            Self::FilingForm => "filing_form",
            Self::FilingReceipt => "filing_receipt",
            Self::ReviewOpinion => "review_opinion",
            Self::PublicationNotice => "publication_notice",
            Self::UnionCopy => "union_copy",
            Self::ChangeApplication => "change_application",
            Self::ExpiryNotice => "expiry_notice",
            Self::PerformanceReport => "performance_report",
            Self::ReminderLetter => "reminder_letter",
            Self::OpinionLetter => "opinion_letter",
            Self::ProposalLetter => "proposal_letter",
            Self::CoordinationApplication => "coordination_application",
            Self::CoordinationNotice => "coordination_notice",
            Self::CoordinationAgreement => "coordination_agreement",
            Self::CoverageList => "coverage_list",
            Self::PlatformMemo => "platform_memo",
        }
    }

    /// The usual title, for people.
    #[must_use]
    pub fn title(self) -> Said {
        Said::new(match self {
            Self::OfferLetter => "doc-kind-offer-letter",
            Self::Response => "doc-kind-response",
            Self::RepRoster => "doc-kind-rep-roster",
            Self::ElectionRecord => "doc-kind-election-record",
            Self::MandateLetter => "doc-kind-mandate-letter",
            Self::RepChangeNotice => "doc-kind-rep-change-notice",
            Self::DataList => "doc-kind-data-list",
            Self::SessionNotice => "doc-kind-session-notice",
            Self::Minutes => "doc-kind-minutes",
            Self::SuspensionAgreement => "doc-kind-suspension-agreement",
            Self::DraftAgreement => "doc-kind-draft-agreement",
            Self::CongressSubmission => "doc-kind-congress-submission",
            Self::BallotPapers => "doc-kind-ballot-papers",
            Self::CongressResolution => "doc-kind-congress-resolution",
            Self::WageAgreement => "doc-kind-wage-agreement",
            Self::FilingForm => "doc-kind-filing-form",
            Self::FilingReceipt => "doc-kind-filing-receipt",
            Self::ReviewOpinion => "doc-kind-review-opinion",
            Self::PublicationNotice => "doc-kind-publication-notice",
            Self::UnionCopy => "doc-kind-union-copy",
            Self::ChangeApplication => "doc-kind-change-application",
            Self::ExpiryNotice => "doc-kind-expiry-notice",
            Self::PerformanceReport => "doc-kind-performance-report",
            Self::ReminderLetter => "doc-kind-reminder-letter",
            Self::OpinionLetter => "doc-kind-opinion-letter",
            Self::ProposalLetter => "doc-kind-proposal-letter",
            Self::CoordinationApplication => "doc-kind-coordination-application",
            Self::CoordinationNotice => "doc-kind-coordination-notice",
            Self::CoordinationAgreement => "doc-kind-coordination-agreement",
            Self::CoverageList => "doc-kind-coverage-list",
            Self::PlatformMemo => "doc-kind-platform-memo",
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A text that names no kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no kind of paper is called {found:?}")]
pub struct KindError {
    /// The text as given.
    pub found: String,
}

impl KindError {
    /// The error for people; names what there is.
    #[must_use]
    pub fn said(&self) -> Said {
        let expected = Kind::ALL.map(|kind| format!("{}（{}）", kind.name(), kind.code())).join("、");
        Said::new("doc-kind-unknown").arg("found", &self.found).arg("expected", expected)
    }
}

/// Reads a name or a code, whatever its case.
impl FromStr for Kind {
    type Err = KindError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL
            .into_iter()
            .find(|kind| kind.name().eq_ignore_ascii_case(text) || kind.code().eq_ignore_ascii_case(text));
        found.ok_or_else(|| KindError { found: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_by_name_and_by_code() {
        assert_eq!("wage_agreement".parse(), Ok(Kind::WageAgreement));
        assert_eq!("d15".parse(), Ok(Kind::WageAgreement));
        assert_eq!("D99".parse::<Kind>().unwrap_err().found, "D99");
    }
}
