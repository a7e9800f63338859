//! Challenges to a published roll, and their answers.

use uuid::Uuid;

use crate::{Hidden, RollStep};

/// Most challenges to one roll.
pub const MAX_CHALLENGES: u32 = 200;

/// Most challenges to one roll by one person.
pub const MAX_OWN_CHALLENGES: u32 = 10;

/// What is wrong with a roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChallengeKind {
    /// Somebody is missing.
    Missing,
    /// Somebody shouldn't be there.
    Extra,
    /// Somebody stands there wrongly: another name, another constituency.
    Wrong,
}

impl ChallengeKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Missing, Self::Extra, Self::Wrong];

    /// The name in tables and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Extra => "extra",
            Self::Wrong => "wrong",
        }
    }
}

/// A challenge to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewChallenge {
    /// The case.
    pub case: Uuid,
    /// The roll.
    pub roll: Uuid,
    /// Its id.
    pub id: Uuid,
    /// What is wrong.
    pub kind: ChallengeKind,
    /// In whose own words.
    pub text: Hidden<String>,
    /// Who, and when.
    pub by: RollStep,
}

/// A challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredChallenge {
    /// The roll.
    pub roll: Uuid,
    /// Its id.
    pub id: Uuid,
    /// What is wrong.
    pub kind: ChallengeKind,
    /// In whose own words; `None` once taken back.
    pub text: Option<Hidden<String>>,
    /// Who, and when.
    pub by: RollStep,
    /// The answer, once there is one.
    pub answer: Option<ChallengeAnswer>,
}

/// How a challenge was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChallengeAnswer {
    /// The roll is to be published anew.
    pub accepted: bool,
    /// Who, and when.
    pub by: RollStep,
    /// In words; `None` once the challenge was taken back.
    pub text: Option<Hidden<String>>,
}

/// A write about challenges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChallengeChore {
    /// Enters a challenge. Nothing changes where it is there, the roll is closed, or there are too many.
    Enter(NewChallenge),
    /// Answers it. Nothing changes where it is answered or taken back.
    Answer {
        /// The case.
        case: Uuid,
        /// The roll.
        roll: Uuid,
        /// The challenge.
        id: Uuid,
        /// The roll is to be published anew.
        accepted: bool,
        /// In words.
        text: Hidden<String>,
        /// Who, and when.
        by: RollStep,
    },
    /// Erases the words, and those of the answer. Nothing changes where it is somebody else's.
    TakeBack {
        /// The case.
        case: Uuid,
        /// The roll.
        roll: Uuid,
        /// The challenge.
        id: Uuid,
        /// Who entered it, and when it is taken back.
        by: RollStep,
    },
}

impl StoredChallenge {
    /// Whether it waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.text.is_some() && self.answer.is_none()
    }
}
