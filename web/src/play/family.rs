//! Cases that hang on one in force: what an opening says of that one, and what that one learns of them.

use std::borrow::Cow;

use law::time::Moment;
use negotiation::command::{ChangeCommand, ChildKind, NoteChildOpened, OpeningCommand};
use negotiation::state::Stage;
use negotiation::{Actor, Command, Refusal, family};
use store::Submission;
use toml::Value;

use super::{PlayError, Player};
use crate::paper::parent::before;
use crate::scenario::{ScenarioError, Step};

/// The case on which another hangs, and what that other is to do.
pub(super) type Family = Option<(usize, ChildKind)>;

impl Player<'_> {
    /// An opening that names another case of the scenario as its parent gets what the parent says today.
    pub(super) fn completed<'s>(&self, number: usize, step: &'s Step) -> Result<Cow<'s, Step>, PlayError> {
        let Some(Value::Table(parent)) = step.with.get("parent").filter(|_| step.command == "open_case") else {
            return Ok(Cow::Borrowed(step));
        };
        let key = parent.get("case").and_then(Value::as_str).unwrap_or_default();
        let known = self.cases.iter().find(|known| known.key == key);
        let stands = known.and_then(|known| {
            // Whatever it is to do: the scenario says that itself.
            family::named(known.course.negotiation()?, known.case?, known.course.head().hash, ChildKind::Renewal)
        });
        let Some(named) = stands else {
            let place = format!("step[{number}].with.parent.case");
            return Err(ScenarioError::Reference { place, found: key.to_owned() }.into());
        };
        let mut whole = parent.clone();
        let facts = [
            ("case", named.case.to_string()),
            ("expires_on", named.expires_on.to_string()),
            ("head", named.head.to_string()),
            ("terms", named.terms.to_string()),
        ];
        for (name, value) in facts {
            whole.insert(name.to_owned(), Value::String(value));
        }
        let mut step = step.clone();
        step.with.insert("parent".to_owned(), Value::Table(whole));
        Ok(Cow::Owned(step))
    }

    /// The case of the scenario on which an opening hangs, while that one is in force.
    pub(super) fn family(&self, command: &Command) -> Family {
        let Command::Opening(OpeningCommand::OpenCase(opened)) = command else { return None };
        let parent = opened.parent.as_ref()?;
        let in_force = |n: &negotiation::Negotiation| matches!(n.stage, Stage::Effective(_));
        let at = self.cases.iter().position(|known| known.case == Some(parent.case))?;
        self.cases[at].course.negotiation().is_some_and(in_force).then_some((at, parent.kind))
    }

    /// Whether the parent would take note of the new case: a second one of its kind is not opened at all.
    pub(super) fn would_be_noted(&self, family: Family) -> Result<(), Refusal> {
        let Some((at, kind)) = family else { return Ok(()) };
        self.cases[at].course.negotiation().map_or(Ok(()), |n| family::takes(n, kind))
    }

    /// The parent learns that the case was opened.
    pub(super) async fn note_opened(&mut self, at: usize, family: Family, now: Moment) -> Result<(), PlayError> {
        let (Some((parent, kind)), Some(case)) = (family, self.cases[at].case) else {
            return Ok(());
        };
        self.cases[at].parent = Some(parent);
        let known = self.cases[parent].course.negotiation().and_then(before);
        self.cases[at].course.hangs_on(known);
        self.note(parent, ChangeCommand::NoteChildOpened(NoteChildOpened { case, kind }), now).await
    }

    /// Parents learn how their cases ended, those that have, that one goes on again, and once more where a correction moved
    /// the day. Gives whether there was anything to learn.
    pub(super) async fn note_ends(&mut self, now: Moment) -> Result<bool, PlayError> {
        let mut learnt = false;
        for at in 0..self.cases.len() {
            let playing = &self.cases[at];
            let (Some(parent), Some(case), Some(n)) = (playing.parent, playing.case, playing.course.negotiation())
            else {
                continue;
            };
            let news = self.cases[parent].course.negotiation().map(|before| family::news(before, case, n));
            for note in news.unwrap_or_default() {
                learnt = true;
                self.note(parent, note, now).await?;
            }
        }
        Ok(learnt)
    }

    async fn note(&mut self, at: usize, note: ChangeCommand, now: Moment) -> Result<(), PlayError> {
        let case = self.cases[at].case.ok_or(PlayError::NoCase)?;
        let act = self.act(at, case, Actor::system(), Command::Change(note), now);
        let receipt = self.writer.submit(Submission::new(act)).await;
        let receipt = receipt.map_err(|error| PlayError::Submit { step: 0, error: Box::new(error) })?;
        for record in receipt.strikes.iter().chain([&receipt.act]) {
            self.after(at, record).await?;
        }
        Ok(())
    }
}
