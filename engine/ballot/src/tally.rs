//! Counting.

use serde::{Deserialize, Serialize};

use crate::definition::{Question, Vote};

/// How the ballots of the box came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Ballots that choose nobody.
    pub blank: u32,
    /// Votes for each choice; of a draft in favour, against, abstentions.
    pub choices: Vec<u32>,
    /// Ballots in the box.
    pub returned: u32,
}

impl Tally {
    /// Counts votes. Choices that the question doesn't have aren't counted.
    #[must_use]
    pub fn of(question: &Question, votes: impl IntoIterator<Item = Vote>) -> Self {
        let choices = usize::try_from(question.choices()).unwrap_or_default();
        let mut tally = Self { blank: 0, choices: vec![0; choices], returned: 0 };
        for vote in votes {
            tally.returned += 1;
            tally.blank += u32::from(vote.0 == 0);
            for choice in vote.choices().filter_map(|choice| usize::try_from(choice).ok()) {
                if let Some(count) = tally.choices.get_mut(choice) {
                    *count += 1;
                }
            }
        }
        tally
    }

    /// Votes for a choice.
    #[must_use]
    pub fn votes(&self, choice: usize) -> u32 {
        self.choices.get(choice).copied().unwrap_or_default()
    }
}
