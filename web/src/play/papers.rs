//! Papers in a play: each follows the record that calls for it, and is typeset and recorded.

use law::time::Moment;
use negotiation::Actor;
use store::{Recorded, Submission};

use super::{PlayError, Player};
use crate::paper::course::Made;
use crate::paper::print::{PrintError, print};
use crate::paper::rolls::Rolls;
use crate::paper::{Around, Wanted};

/// A scenario votes on paper, on no roll of ours.
static NONE: Rolls = Rolls(Vec::new());

impl Player<'_> {
    /// Follows a stored record: folds it and makes the papers it wants.
    pub(super) async fn after(&mut self, at: usize, recorded: &Recorded) -> Result<(), PlayError> {
        let mut course = std::mem::take(&mut self.cases[at].course);
        let made = match self.around(at) {
            None => course.fold(recorded).map(|()| Vec::new()),
            Some(around) => course.follow(&around, recorded, &self.speaker, &Made::new()),
        };
        self.cases[at].course = course;
        for wanted in made? {
            self.make(at, recorded.at, &wanted?).await?;
        }
        Ok(())
    }

    /// In every case: reminds both sides of a window for a renewal that opens up to now, on the day on which it does.
    pub(super) async fn remind(&mut self, now: Moment) -> Result<(), PlayError> {
        if self.typesetter.is_none() {
            return Ok(());
        }
        for at in 0..self.cases.len() {
            while let Some(day) = self.cases[at].course.reminder_due(now.date()) {
                self.run_clock(at, day).await?;
                // What the clock struck may have ended the agreement before that day.
                let Some((made_at, wanted)) = self.reminder(at, day)? else { break };
                self.make(at, made_at, &wanted).await?;
            }
        }
        Ok(())
    }

    fn reminder(&mut self, at: usize, day: Moment) -> Result<Option<(Moment, Wanted)>, PlayError> {
        let mut course = std::mem::take(&mut self.cases[at].course);
        let made_at = course.last_at().map_or(day, |last| day.max(last));
        let made = self.around(at).and_then(|around| course.remind(&around, made_at, &Made::new()));
        self.cases[at].course = course;
        Ok(made.transpose()?.map(|wanted| (made_at, wanted)))
    }

    /// What is known beside a case; none where no papers are made, or it isn't opened.
    fn around(&self, at: usize) -> Option<Around<'_>> {
        self.typesetter?;
        let (_, rules) = self.book.current_rules(self.scenario.header.profile)?;
        let case = self.cases[at].case?;
        Some(Around { book: self.book, case, fictional: true, people: &self.people, rolls: &NONE, rules })
    }

    /// Typesets a paper and records it.
    async fn make(&mut self, at: usize, now: Moment, wanted: &Wanted) -> Result<(), PlayError> {
        let Some(typesetter) = self.typesetter else { return Ok(()) };
        let (command, document) = print(typesetter, wanted).map_err(|error| match error {
            PrintError::Paper(error) => PlayError::Paper(error),
            PrintError::Typeset(error) => PlayError::Typeset(error),
        })?;
        let case = self.cases[at].case.ok_or(PlayError::NoCase)?;
        let act = self.act(at, case, Actor::system(), command, now);
        let mut submission = Submission::new(act);
        submission.document = Some(document);
        let receipt = self
            .writer
            .submit(submission)
            .await
            .map_err(|error| PlayError::Submit { step: 0, error: Box::new(error) })?;
        Ok(self.cases[at].course.fold(&receipt.act)?)
    }
}
