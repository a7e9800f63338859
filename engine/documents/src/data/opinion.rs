//! D25, a union's opinion on a breach (工会劳动法律监督意见书; ZJ-TULS 21–22), and the local federation's demand to put a
//! breach right (整改意见书; ZJ-CC 41, ZJ-DM 33, NB 37).

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{Delivery, Header, Paper, Parties, PriorLetter, Signed};
use crate::DataError;

/// The opinion, which addresses the employer, or the employer's answer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionLetter {
    /// Articles that were breached, one by one.
    pub breaches: Vec<BreachFinding>,
    /// Articles that the opinion itself rests on, ready to print.
    pub citations: Vec<String>,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// What shows the facts.
    pub evidence: Vec<String>,
    /// What was found, or what the employer answers, in paragraphs.
    pub facts: Vec<String>,
    /// Opinion, demand or answer.
    pub form: OpinionForm,
    /// Head of the paper.
    pub header: Header,
    /// The inquiry before it, where there was one (ZJ-TULS 20).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inquiry: Option<Inquiry>,
    /// The union or federation that issues it, or that is answered.
    pub issuer: String,
    /// The sides.
    pub parties: Parties,
    /// What is to be put right; an answer asks for nothing.
    pub requests: Vec<String>,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
}

/// Opinion or demand, each with its own time, or the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum OpinionForm {
    /// 书面答复: what the employer answers to an opinion (ZJ-TULS 22).
    Answer {
        /// The opinion.
        prior: PriorLetter,
        /// The employer says that it will put the breach right.
        will_correct: bool,
    },
    /// 监督意见书: signed by chair or vice-chair, answered in writing within the period of the rule (ZJ-TULS 22).
    Opinion {
        /// Last day for the answer, where the day of receipt is known.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
        answer_due: Option<Date>,
        /// The period in words, such as 15个工作日.
        period: String,
    },
    /// 整改意见书: the federation sets the day.
    Rectification {
        /// Day by which the breach is put right.
        #[serde(with = "law::input::day")]
        correct_by: Date,
    },
}

/// An article that was breached, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreachFinding {
    /// Article of a law or clause of the agreement, ready to print.
    pub citation: String,
    /// How it was breached.
    pub finding: String,
}

/// An inquiry of the union (ZJ-TULS 20: by two supervisors or more).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inquiry {
    /// Its day.
    #[serde(with = "law::input::day")]
    pub on: Date,
    /// Who inquired.
    pub supervisors: Vec<String>,
}

impl Paper for OpinionLetter {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("facts", &self.facts)?;
        filled("breaches", &self.breaches)?;
        let (place, last) = match &self.form {
            OpinionForm::Answer { prior, .. } => return not_before("header.date", self.header.date, prior.date),
            OpinionForm::Opinion { answer_due, .. } => ("form.answer_due", *answer_due),
            OpinionForm::Rectification { correct_by } => ("form.correct_by", Some(*correct_by)),
        };
        filled("requests", &self.requests)?;
        last.map_or(Ok(()), |last| not_before(place, last, self.header.date))
    }
}
