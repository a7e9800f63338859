//! Letters of supervision (一函两书) and orders: ZJ-TULS 9, 21–24, ZJ-CC 41–42, ZJ-DM 33, HZ 43, NB 37, TUL 54.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Letters of supervision and orders.
    SupervisionCommand {
        SendReminder = "send_reminder",
        SendOpinion = "send_opinion",
        RecordLetterReceipt = "record_letter_receipt",
        AnswerOpinion = "answer_opinion",
        SendRectification = "send_rectification",
        SendProposal = "send_proposal",
        RecordOrder = "record_order",
    }
}

/// What a letter complains of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grievance {
    /// The offer is not answered in time (ZJ-CC 7, 42(二)).
    NoReply,
    /// Negotiation is refused (ZJ-CC 7, 42(二), TUL 54(四)).
    Refusal,
    /// Data are withheld or false (ZJ-CC 42(六), ZJ-TULS 27).
    Data,
    /// The adopted text is not signed (ZJ-CC 42(一), HZ 47).
    NotSigned,
    /// The agreement is not filed (ZJ-CC 42(五)).
    NotFiled,
    /// The agreement is not performed (ZJ-CC 40–42).
    NotPerformed,
}

impl Grievance {
    /// The name in records and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoReply => "no_reply",
            Self::Refusal => "refusal",
            Self::Data => "data",
            Self::NotSigned => "not_signed",
            Self::NotFiled => "not_filed",
            Self::NotPerformed => "not_performed",
        }
    }
}

/// The union reminds the employer (提示函; practice, no period in law).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendReminder {
    /// What it complains of.
    pub grievance: Grievance,
    /// By when an answer is asked for.
    pub reply_by: Date,
    /// The request in words.
    pub request: String,
}

/// The union's opinion (意见书), signed by chair or vice-chair; answered in writing in 15 working days of receipt
/// (ZJ-TULS 21–22). An employer who reads the inbox receives it in the same act; others by `record_letter_receipt`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendOpinion {
    /// What is found, in words.
    pub facts: String,
    /// What it complains of.
    pub grievance: Grievance,
    /// The correction asked for.
    pub request: String,
}

/// Records when an opinion that was served off the platform was received, or that its receipt was refused (CIV 137,
/// ZJ-TULS 22–23). By the employer, or by somebody of neither side: the sender doesn't say when the other received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordLetterReceipt {
    /// Number of the opinion within the case, from 1.
    pub letter: u32,
    /// Day of receipt, or of its refusal.
    pub on: Date,
    /// SHA-256 of the receipt, or of the record of its refusal.
    pub proof: Digest,
    /// Receipt was refused.
    #[serde(default)]
    pub refused: bool,
}

/// The employer's written answer to an opinion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerOpinion {
    /// The answer in words.
    pub content: String,
    /// Number of the opinion letter within the case, from 1.
    pub letter: u32,
    /// The employer will correct.
    pub will_correct: bool,
}

/// The local federation's demand for correction (整改意见书; ZJ-CC 41, ZJ-DM 33, NB 37); its issuer sets the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendRectification {
    /// By when.
    pub correct_by: Date,
    /// What is found, in words.
    pub facts: String,
    /// What it complains of.
    pub grievance: Grievance,
}

/// The local federation's proposal to the bureau (建议书; ZJ-TULS 23–24, ZJ-CC 41, ZJ-DM 33, HZ 43).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendProposal {
    /// Number of the letter on which it rests, from 1, counted by kind.
    pub letter: u32,
    /// The action asked for.
    pub request: String,
    /// The kind of the letter on which it rests.
    pub rests_on: ProposalBasis,
    /// Why: no answer, refused receipt, not corrected.
    pub trigger: ProposalTrigger,
}

/// The letter on which a proposal rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalBasis {
    /// The union's opinion (ZJ-TULS 23).
    Opinion,
    /// The federation's demand for correction (ZJ-CC 41, ZJ-DM 33).
    Rectification,
}

/// Why the federation turns to the bureau (ZJ-TULS 23).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalTrigger {
    /// 拒收
    ReceiptRefused,
    /// 逾期未答复
    NoAnswer,
    /// 无正当理由拒不改正
    NotCorrected,
}

impl ProposalTrigger {
    /// The name in records and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ReceiptRefused => "receipt_refused",
            Self::NoAnswer => "no_answer",
            Self::NotCorrected => "not_corrected",
        }
    }
}

/// The bureau's decision (ZJ-CC 42, TUL 54(四)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordOrder {
    /// By when the employer is to correct, where it is ordered to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correct_by: Option<Date>,
    /// What was decided.
    pub decision: OrderDecision,
    /// What it is about.
    pub grievance: Grievance,
    /// Number of the decision.
    pub number: String,
}

/// What the bureau decided, on a proposal or of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderDecision {
    /// Warning and order to correct; a refused offer waits for an answer again.
    Correct,
    /// No ground found; the letters about it are closed, and with them a negotiation that was refused.
    NoGround,
}
