//! The cases of a play, each with what was made of it, and their clocks.

use std::collections::BTreeSet;

use law::time::Moment;
use uuid::Uuid;

use super::output::RefusedStep;
use super::{PlayError, Player};
use crate::paper::Course;

/// A case that is being played.
pub(super) struct Playing {
    /// Who has acted.
    pub(super) acted: BTreeSet<String>,
    /// Its id, once it is opened.
    pub(super) case: Option<Uuid>,
    /// Its records so far.
    pub(super) course: Course,
    /// Key in the scenario.
    pub(super) key: String,
    /// Where the case stands on which it hangs.
    pub(super) parent: Option<usize>,
    /// Refusals, all of them expected.
    pub(super) refusals: Vec<RefusedStep>,
}

impl Playing {
    pub(super) fn new(key: &str) -> Self {
        Self {
            acted: BTreeSet::new(),
            case: None,
            course: Course::default(),
            key: key.to_owned(),
            parent: None,
            refusals: Vec::new(),
        }
    }
}

impl Player<'_> {
    /// Lets the clock strike in every other case, so that what one learns of another is known before the next step.
    pub(super) async fn meanwhile(&mut self, at: usize, now: Moment) -> Result<(), PlayError> {
        if self.cases.len() == 1 {
            return Ok(());
        }
        for other in 0..self.cases.len() {
            if other != at {
                self.run_clock(other, now).await?;
            }
        }
        self.note_ends(now).await?;
        Ok(())
    }

    /// Lets the clock strike up to the end, in every case, until no case learns anything more of another.
    pub(super) async fn run_out(&mut self, until: Moment) -> Result<(), PlayError> {
        self.cases.first().and_then(|main| main.case).ok_or(PlayError::NoCase)?;
        loop {
            self.remind(until).await?;
            for at in 0..self.cases.len() {
                self.run_clock(at, until).await?;
            }
            if !self.note_ends(until).await? {
                return Ok(());
            }
        }
    }

    /// Lets the clock strike in a case that is opened.
    pub(super) async fn run_clock(&mut self, at: usize, until: Moment) -> Result<(), PlayError> {
        let Some(case) = self.cases[at].case else {
            return Ok(());
        };
        let struck = self.writer.strike(case, until).await;
        let struck = struck.map_err(|error| PlayError::Submit { step: 0, error: Box::new(error) })?;
        for record in &struck {
            self.after(at, record).await?;
        }
        Ok(())
    }
}
