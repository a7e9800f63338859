//! The names of the deadlines and the periods they stand for.

use std::fmt;
use std::str::FromStr;

use messages::Said;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::NotApplicable;
use crate::rules::{Disclosure, Period, Rule, Rules};

/// A duty with a date. Written as its key (`reply`); `disclose` with its item (`disclose_agenda`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineRule {
    /// Reply to an offer, from its receipt.
    Reply,
    /// Hand over an item before a meeting, back from it.
    Disclose(Item),
    /// End of a suspension, from its beginning.
    Suspend,
    /// The draft goes to the congress, from agreement.
    ToCongress,
    /// The amended draft goes to the congress again, from the new agreement.
    Resubmit,
    /// Filing of any contract, from the chiefs' signatures.
    File,
    /// Filing of a wage agreement.
    FileWage,
    /// Filing of another contract.
    FileOther,
    /// Review, from receipt by the bureau.
    Review,
    /// Publication, from effect.
    Publish,
    /// A rescission is recorded.
    RescindFile,
    /// Talks about renewal open, back from the last day.
    RenewOpen,
    /// Coordination of a dispute, from its acceptance.
    Coordinate,
    /// Answer to an opinion of the union, from its receipt.
    OpinionAnswer,
    /// A vacant seat is filled.
    VacancyFill,
    /// Representatives are announced, from their election.
    AnnounceReps,
    /// The whole negotiation ends.
    Total,
    /// Report to the congress within a year of the term, from the eve of its first day.
    AnnualReport,
}

/// What must be handed over before a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// The agenda.
    Agenda,
    /// The list of attending representatives.
    RepList,
    /// True information and material.
    Data,
    /// The negotiation plan.
    Plan,
}

impl Item {
    /// All items.
    pub const ALL: [Self; 4] = [Self::Agenda, Self::RepList, Self::Data, Self::Plan];

    /// The word in files: `agenda`, `rep_list`, `data`, `plan`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::RepList => "rep_list",
            Self::Data => "data",
            Self::Plan => "plan",
        }
    }
}

impl DeadlineRule {
    /// All rules, in the order of a negotiation.
    pub const ALL: [Self; 21] = [
        Self::Reply,
        Self::AnnounceReps,
        Self::Disclose(Item::Agenda),
        Self::Disclose(Item::RepList),
        Self::Disclose(Item::Data),
        Self::Disclose(Item::Plan),
        Self::VacancyFill,
        Self::Suspend,
        Self::Coordinate,
        Self::Total,
        Self::ToCongress,
        Self::Resubmit,
        Self::File,
        Self::FileWage,
        Self::FileOther,
        Self::Review,
        Self::Publish,
        Self::OpinionAnswer,
        Self::AnnualReport,
        Self::RescindFile,
        Self::RenewOpen,
    ];

    /// The key of the rule, as on the command line and as a rule id: `reply`, `disclose`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Disclose(_) => "disclose",
            Self::Suspend => "suspend",
            Self::ToCongress => "to_congress",
            Self::Resubmit => "resubmit",
            Self::File => "file",
            Self::FileWage => "file_wage",
            Self::FileOther => "file_other",
            Self::Review => "review",
            Self::Publish => "publish",
            Self::RescindFile => "rescind_file",
            Self::RenewOpen => "renew_open",
            Self::Coordinate => "coordinate",
            Self::OpinionAnswer => "opinion_answer",
            Self::VacancyFill => "vacancy_fill",
            Self::AnnounceReps => "announce_reps",
            Self::Total => "total",
            Self::AnnualReport => "annual_report",
        }
    }

    /// The item, for `disclose`.
    #[must_use]
    #[expect(clippy::wildcard_enum_match_arm, reason = "only one rule has an item")]
    pub const fn item(self) -> Option<Item> {
        match self {
            Self::Disclose(item) => Some(item),
            _ => None,
        }
    }

    /// The period that stands behind this rule in a profile.
    ///
    /// # Errors
    /// The profile has no such duty.
    pub fn period(self, rules: &Rules) -> Result<&Period, NotApplicable> {
        match self {
            Self::Reply => plain(&rules.reply),
            Self::Disclose(item) => item.disclosure(rules).map(|disclosure| &disclosure.period),
            Self::Suspend => plain(&rules.suspend.cap),
            Self::ToCongress => plain(&rules.to_congress),
            Self::Resubmit => plain(&rules.resubmit),
            Self::File => plain(&rules.file).map(|filing| &filing.period),
            Self::FileWage => plain(&rules.file_wage).map(|filing| &filing.period),
            Self::FileOther => plain(&rules.file_other).map(|filing| &filing.period),
            Self::Review => plain(&rules.review).map(|review| &review.period),
            Self::Publish => plain(&rules.publish),
            Self::RescindFile => plain(&rules.rescind_file),
            Self::RenewOpen => plain(&rules.renew_open),
            Self::Coordinate => plain(&rules.coordinate),
            Self::OpinionAnswer => plain(&rules.opinion_answer),
            Self::VacancyFill => plain(&rules.vacancy_fill),
            Self::AnnounceReps => plain(&rules.announce_reps),
            Self::Total => plain(&rules.total),
            Self::AnnualReport => plain(&rules.annual_report).map(|report| &report.period),
        }
    }

    /// Reads a key and, for `disclose`, an item (the agenda where none is given).
    ///
    /// # Errors
    /// No such key or item, or an item where the rule has none.
    pub fn parse(key: &str, item: Option<&str>) -> Result<Self, RuleNameError> {
        let wrong = |found: &str| RuleNameError { found: found.to_owned() };
        let wanted = match item {
            None => Item::Agenda,
            Some(text) => Item::ALL.into_iter().find(|item| item.word() == text).ok_or_else(|| wrong(text))?,
        };
        let matching = |rule: &Self| rule.key() == key && rule.item().is_none_or(|item| item == wanted);
        let rule = Self::ALL.into_iter().find(matching).ok_or_else(|| wrong(key))?;
        match item {
            Some(text) if rule.item().is_none() => Err(wrong(text)),
            Some(_) | None => Ok(rule),
        }
    }
}

impl Item {
    /// The rule for this item in a profile.
    ///
    /// # Errors
    /// The profile has no such duty.
    pub fn disclosure(self, rules: &Rules) -> Result<&Disclosure, NotApplicable> {
        match self {
            Self::Agenda => plain(&rules.disclose.agenda),
            Self::RepList => plain(&rules.disclose.rep_list),
            Self::Data => plain(&rules.disclose.data),
            Self::Plan => plain(&rules.disclose.plan),
        }
    }
}

fn plain<T>(rule: &Rule<T>) -> Result<&T, NotApplicable> {
    match rule {
        Rule::Value(value) => Ok(value),
        Rule::None { citation, reason } => {
            Err(NotApplicable { citation: citation.clone(), reason: Said::new(reason.clone()) })
        }
    }
}

/// A text that names no deadline.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no deadline rule or item {found:?}")]
pub struct RuleNameError {
    /// The text as given.
    pub found: String,
}

impl RuleNameError {
    /// The error for people; names the rules there are.
    #[must_use]
    pub fn said(&self) -> Said {
        let mut keys: Vec<_> = DeadlineRule::ALL.iter().map(|rule| rule.key()).collect();
        keys.dedup();
        let items = Item::ALL.map(Item::word).join(", ");
        Said::new("law-rule-unknown").arg("found", &self.found).arg("expected", keys.join(", ")).arg("items", items)
    }
}

impl fmt::Display for DeadlineRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.item() {
            Some(item) => write!(f, "{}_{}", self.key(), item.word()),
            None => f.write_str(self.key()),
        }
    }
}

impl FromStr for DeadlineRule {
    type Err = RuleNameError;

    /// Reads `reply`, `disclose` (the agenda) or `disclose_data`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.strip_prefix("disclose_") {
            Some(item) => Self::parse("disclose", Some(item)),
            None => Self::parse(text, None),
        }
    }
}

impl Serialize for DeadlineRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DeadlineRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = DeadlineRule;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a deadline rule such as reply or disclose_data")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<DeadlineRule, E> {
                text.parse().map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
