//! What is voted on, by how many, until when.

use law::Date;
use law::time::Moment;
use ledger::Digest;
use messages::Said;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::extension::Extension;
use crate::fixed::Public;

/// A ballot paper has room for so many candidates.
pub const MAX_CANDIDATES: usize = 32;
/// A place has so many characters at most.
pub const MAX_PLACE: usize = 100;
/// The attendance register is announced to be open for challenge for so many days at most.
pub const MAX_OBJECTION_DAYS: u32 = 60;
/// So many may vote in one ballot.
pub const MAX_VOTERS: u32 = 100_000;

/// A ballot, fixed when it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Id of the ballot.
    pub ballot: Uuid,
    /// The case it belongs to.
    pub case: Uuid,
    /// From this instant on no ballot is taken, unless it is extended before.
    pub closes_at: Moment,
    /// The one key under which tokens are issued.
    pub key: Public,
    /// The meeting at which it is held, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
    /// For so many days after the close it was announced that the attendance register is open for challenge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objection_days: Option<u32>,
    /// Since when ballots are taken.
    pub opened_at: Moment,
    /// What is voted on.
    pub question: Question,
    /// Whether the published list says what each ballot chose.
    pub reveals: bool,
    /// The closed roll of those who may vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roll: Option<Uuid>,
    /// Digest of that roll as it was published; definitions that were made before it was told have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roll_digest: Option<Digest>,
    /// The ballot before it, where this is a further round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<Round>,
    /// How many may vote: all elected delegates, or all workers.
    pub voters: u32,
}

/// Day, hour and place of a meeting. A vote that is held online alone may name the day only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The hour, as `14:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The day.
    pub on: Date,
    /// The place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// A further round of a ballot that has ended; its result stays what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// The ballot before it.
    pub after: Uuid,
    /// Which round this is, from 2.
    pub number: u32,
}

/// What is voted on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case", tag = "kind")]
pub enum Question {
    /// A draft: in favour, against, abstain.
    Draft {
        /// Digest of the text.
        terms: Digest,
    },
    /// An election.
    Election {
        /// Whom one may choose.
        candidates: Vec<String>,
        /// To what they are elected.
        #[serde(default, skip_serializing_if = "Office::is_representative")]
        office: Office,
        /// How many are elected; a ballot names at most as many.
        seats: u32,
    },
}

/// To what somebody is elected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// Delegate of the workers' congress.
    Delegate,
    /// Representative of the workers at the table.
    #[default]
    Representative,
}

impl Office {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
    fn is_representative(&self) -> bool {
        *self == Self::Representative
    }
}

/// What one ballot chooses: bit n is choice n. A draft has three, of which exactly one; an election one for each
/// candidate, of which as many as there are seats, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vote(pub u32);

impl Vote {
    /// In favour of a draft.
    pub const YES: Self = Self(1);
    /// Against a draft.
    pub const NO: Self = Self(2);
    /// Neither.
    pub const ABSTAIN: Self = Self(4);

    /// The choices of these numbers; `None` where a number is no choice of any ballot.
    #[must_use]
    pub fn of(choices: &[u32]) -> Option<Self> {
        choices.iter().try_fold(0_u32, |bits, choice| Some(bits | 1_u32.checked_shl(*choice)?)).map(Self)
    }

    /// Numbers of its choices.
    pub fn choices(self) -> impl Iterator<Item = u32> {
        (0..u32::BITS).filter(move |choice| self.0 >> choice & 1 == 1)
    }
}

/// Why a ballot can't be like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DefinitionError {
    /// Nobody may vote, or too many.
    #[error("between 1 and {MAX_VOTERS} may vote")]
    Voters,
    /// It closes before it opens.
    #[error("a ballot closes after it opens")]
    Times,
    /// No hour of a day, or a place without words or with too many.
    #[error("the hour as 14:00, the place in at most {MAX_PLACE} characters")]
    Meeting,
    /// No days, or too many.
    #[error("between 1 and {MAX_OBJECTION_DAYS} days")]
    Days,
    /// A further round that is the first, or its own.
    #[error("a further round is at least the second, of another ballot")]
    Round,
    /// No candidates, too many, one twice, one without a name, or no seat for them.
    #[error("between 1 and {MAX_CANDIDATES} candidates, each once, and no more seats than candidates")]
    Candidates,
}

impl DefinitionError {
    /// The reason for people.
    #[must_use]
    pub fn said(self) -> Said {
        match self {
            Self::Voters => Said::new("ballot-fault-voters").arg("most", MAX_VOTERS),
            Self::Times => Said::new("ballot-fault-times"),
            Self::Meeting => Said::new("ballot-fault-meeting").arg("most", MAX_PLACE),
            Self::Days => Said::new("ballot-fault-days").arg("most", MAX_OBJECTION_DAYS),
            Self::Round => Said::new("ballot-fault-round"),
            Self::Candidates => Said::new("ballot-fault-candidates").arg("most", MAX_CANDIDATES),
        }
    }
}

impl Meeting {
    /// Whether hour and place can be read by whoever is asked to come.
    fn is_told(&self) -> bool {
        let place = |place: &String| {
            let long = place.chars().count() > MAX_PLACE;
            !place.trim().is_empty() && !long && !place.chars().any(char::is_control)
        };
        self.at.as_deref().is_none_or(is_hour) && self.place.as_ref().is_none_or(place)
    }
}

/// Whether a text is an hour of the day with its minute.
fn is_hour(text: &str) -> bool {
    let two = |part: &str, below: u8| {
        part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) && part.parse().is_ok_and(|n: u8| n < below)
    };
    text.split_once(':').is_some_and(|(hour, minute)| two(hour, 24) && two(minute, 60))
}

impl Question {
    /// How many choices there are.
    #[must_use]
    pub fn choices(&self) -> u32 {
        match self {
            Self::Draft { .. } => 3,
            Self::Election { candidates, .. } => u32::try_from(candidates.len()).unwrap_or(u32::MAX),
        }
    }

    /// Whether a ballot may choose like this.
    #[must_use]
    pub fn accepts(&self, vote: Vote) -> bool {
        let known = vote.choices().all(|choice| choice < self.choices());
        known
            && match self {
                Self::Draft { .. } => vote.0.count_ones() == 1,
                Self::Election { seats, .. } => vote.0.count_ones() <= *seats,
            }
    }
}

impl Definition {
    /// Checks what nobody may open.
    ///
    /// # Errors
    /// See [`DefinitionError`].
    pub fn checked(self) -> Result<Self, DefinitionError> {
        if self.voters == 0 || self.voters > MAX_VOTERS {
            return Err(DefinitionError::Voters);
        }
        if self.closes_at <= self.opened_at {
            return Err(DefinitionError::Times);
        }
        if self.round.is_some_and(|round| round.number < 2 || round.after == self.ballot) {
            return Err(DefinitionError::Round);
        }
        if self.meeting.as_ref().is_some_and(|meeting| !meeting.is_told()) {
            return Err(DefinitionError::Meeting);
        }
        if self.objection_days.is_some_and(|days| !(1..=MAX_OBJECTION_DAYS).contains(&days)) {
            return Err(DefinitionError::Days);
        }
        match &self.question {
            Question::Draft { .. } => Ok(self),
            Question::Election { candidates, seats, .. } => {
                let mut names: Vec<&String> = candidates.iter().filter(|name| !name.trim().is_empty()).collect();
                names.sort();
                names.dedup();
                let count = names.len();
                let all = count == candidates.len() && (1..=MAX_CANDIDATES).contains(&count);
                let fits = *seats >= 1 && usize::try_from(*seats).is_ok_and(|seats| seats <= count);
                if all && fits { Ok(self) } else { Err(DefinitionError::Candidates) }
            }
        }
    }

    /// Which round it is, from 1.
    #[must_use]
    pub fn round_number(&self) -> u32 {
        self.round.map_or(1, |round| round.number)
    }

    /// Whether ballots are taken at an instant, with the extensions so far.
    #[must_use]
    pub fn is_open(&self, extensions: &[Extension], at: Moment) -> bool {
        at < self.closes_with(extensions)
    }
}
