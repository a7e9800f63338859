//! Representatives (协商代表): CC22 19–24, ZJ-CC 10, WN9 9–12, NB 10.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;
use crate::actor::PersonRef;

section! {
    /// Representatives.
    DelegationCommand {
        RegisterReps = "register_reps",
        AnnounceReps = "announce_reps",
        RecordVacancy = "record_vacancy",
        ReplaceRep = "replace_rep",
        ReportConduct = "report_conduct",
        ReportTreatment = "report_treatment",
    }
}

/// Registers the representatives of the actor's side; until the first session a new list replaces the old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterReps {
    /// The representatives.
    pub members: Vec<Member>,
    /// How they were chosen.
    pub selection: Selection,
}

/// The actor's side announces its representatives in the enterprise (NB 10); possible at any stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnounceReps {
    /// Where and how.
    pub channel: String,
}

/// A representative of the actor's side drops out: the place is filled in 15 days (CC22 31).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordVacancy {
    /// Why.
    pub cause: VacancyCause,
    /// Person id of the representative.
    pub person: String,
    /// From which day.
    pub vacated_on: Date,
}

/// Why a representative's place is vacant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VacancyCause {
    /// 辞任
    Resigned,
    /// 离职、调离
    Left,
    /// 罢免、撤换（by the same procedure as the choice, ZJ-CC 13, CC22 30）
    Recalled,
    /// 死亡、丧失能力
    Incapable,
}

/// Puts a new representative in a vacant place, or changes who is chief, by the same procedure as the choice and with
/// written notice to the other side (ZJ-CC 13, CC22 30–31). Earlier acts stay valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplaceRep {
    /// The new representative.
    pub member: Member,
    /// SHA-256 of the written notice to the other side.
    pub notice: Digest,
    /// Person id of the one replaced.
    pub replaces: String,
    /// How the new one was chosen.
    pub selection: Selection,
}

/// Complains of the conduct of a representative (CC22 26, WN9 15, NB 21); on record, nothing is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportConduct {
    /// The facts in words.
    pub facts: String,
    /// What is complained of.
    pub fault: ConductFault,
    /// Person id of the representative.
    pub person: String,
}

/// Misconduct at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConductFault {
    /// 扰乱秩序
    Disorder,
    /// 威胁
    Threat,
    /// 收买
    Bribery,
    /// 欺骗、提供虚假信息
    Deceit,
    /// 故意拖延 (NB 21)
    Delay,
    /// 泄露商业秘密
    Disclosure,
}

/// Reports what the employer does to a worker representative during the protected time (ZJ-CC 14, CC22 27–28).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportTreatment {
    /// The cause that the employer gives for a dismissal, where it is one that the law lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<DismissalCause>,
    /// The representative agreed to it.
    pub consented: bool,
    /// The facts in words.
    pub facts: String,
    /// Day.
    pub on: Date,
    /// Person id of the representative.
    pub person: String,
    /// What was done.
    pub treatment: Treatment,
}

/// What an employer did to a representative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// 解除劳动合同
    Dismissal,
    /// 劳动合同到期不再延续
    NotExtended,
    /// 调整岗位
    PostChange,
    /// 因参加协商扣减工资福利
    PayCut,
}

/// The causes for which a representative may be dismissed during the protected time (ZJ-CC 14(2), CC22 28).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DismissalCause {
    /// 严重违反依法制定的规章制度
    Discipline,
    /// 严重失职、营私舞弊，造成重大损害
    Dereliction,
    /// 同时与其他用人单位建立劳动关系，严重影响工作或者拒不改正（ZJ-CC 14(2) only）
    DualEmployment,
    /// 被依法追究刑事责任
    Crime,
}

/// One representative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Chief representative.
    pub chief: bool,
    /// Disabled.
    #[serde(default)]
    pub disabled: bool,
    /// Dispatched worker.
    #[serde(default)]
    pub dispatched: bool,
    /// Outside professional.
    #[serde(default)]
    pub external: bool,
    /// Head of the enterprise.
    #[serde(default)]
    pub manager: bool,
    /// SHA-256 of the written mandate: of a chief who is not chair or legal representative, and of every outsider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Digest>,
    /// The person.
    pub person: PersonRef,
    /// 主要负责人: of the enterprise though not its legal representative (ZJ-CC 10(3)); of the union while it has no
    /// chair (CC22 20).
    #[serde(default)]
    pub principal: bool,
    /// Sex.
    pub sex: Sex,
    /// Works for the union of the enterprise (NB 8).
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub union_staff: bool,
}

/// Sex, for the proportion that ZJ-CC 10(2) asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 女
    Female,
    /// 男
    Male,
}

/// How a side chose its representatives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selection {
    /// The way.
    pub method: SelectionMethod,
    /// Day of the choice.
    pub on: Date,
    /// SHA-256 of the record of the choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Digest>,
    /// Everybody entitled to vote, where there was a vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// Votes for the list, where there was a vote; for a replacement the votes for the new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<u32>,
}

/// The way in which representatives were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelectionMethod {
    /// The union named them (CC22 20).
    AppointedByUnion,
    /// The workers' congress elected them (ZJ-CC 10(2)).
    ElectedByCongress,
    /// All workers elected them (ZJ-CC 10(2)).
    ElectedByWorkers,
    /// Workers without a union recommended them and most agreed, guided by the local or industrial union
    /// (CC22 20, ZJ-CC 10(2), NB 9).
    RecommendedByWorkers,
    /// The legal representative named them (CC22 21).
    NamedByLegalRep,
    /// The association or chamber named them for the employers of a sector or region (ZJ-CC 12).
    NamedByAssociation,
    /// The employers of a sector or region elected or authorised them (ZJ-CC 12, ZJ-DM 30).
    ElectedByEmployers,
}
