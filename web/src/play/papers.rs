//! Papers in a play: each follows the record that calls for it, and is typeset and recorded.

use documents::Kind;
use law::Date;
use law::time::Moment;
use negotiation::command::{DocumentKind, FontUse, RecordDocument, SystemCommand};
use negotiation::event::DutyOpened;
use negotiation::{Actor, Command, Event, Negotiation};
use store::{Document, Submission};
use uuid::Uuid;

use super::{PlayError, Player, issue};
use crate::paper::{self, About, Heard, PaperError, Wanted};

impl Player<'_> {
    /// Follows a stored record: folds it and makes the papers it wants.
    pub(super) async fn after(&mut self, at: usize, recorded: &store::Recorded) -> Result<(), PlayError> {
        self.cases[at].fold(recorded)?;
        let mut issued = std::mem::take(&mut self.cases[at].issued);
        let playing = &self.cases[at];
        let made = match (&playing.negotiation, playing.case) {
            (Some(n), Some(case)) => match self.about(case, n, &playing.heard, recorded.at.date()) {
                Some(about) => {
                    let speaker = on_paper(n, recorded).unwrap_or(&self.speaker);
                    issue::wanted(&about, &mut issued, n, recorded, speaker)?
                }
                None => Vec::new(),
            },
            (None, _) | (_, None) => Vec::new(),
        };
        self.cases[at].issued = issued;
        for wanted in made {
            self.make(at, recorded.at, &wanted).await?;
        }
        Ok(())
    }

    /// In every case: reminds both sides of a window for a renewal that opens up to now, on the day on which it does.
    pub(super) async fn remind(&mut self, now: Moment) -> Result<(), PlayError> {
        for at in 0..self.cases.len() {
            while let Some(day) = self.opening(at, now.date()) {
                self.run_clock(at, day).await?;
                // What the clock struck may have ended the agreement before that day.
                let Some((wanted, made_at)) = self.reminder(at, day)? else { break };
                self.make(at, made_at, &wanted).await?;
            }
        }
        Ok(())
    }

    /// When to remind: at the beginning of the day, or right after a record that opened the window late.
    fn opening(&self, at: usize, up_to: Date) -> Option<Moment> {
        let playing = &self.cases[at];
        let duty = paper::opening(playing.negotiation.as_ref()?, &playing.heard, up_to)?;
        Some(Moment::start_of(duty.opened_on).max(playing.last.as_ref()?.at))
    }

    fn reminder(&mut self, at: usize, day: Moment) -> Result<Option<(Wanted, Moment)>, PlayError> {
        let mut issued = std::mem::take(&mut self.cases[at].issued);
        let made = self.reminded(&mut issued, at, day);
        self.cases[at].issued = issued;
        made
    }

    fn reminded(
        &self,
        issued: &mut Vec<issue::Issued>,
        at: usize,
        day: Moment,
    ) -> Result<Option<(Wanted, Moment)>, PlayError> {
        let playing = &self.cases[at];
        let (Some(n), Some(case), Some(last)) = (&playing.negotiation, playing.case, &playing.last) else {
            return Ok(None);
        };
        let window = paper::opening(n, &playing.heard, day.date());
        let (Some(duty), Some(about)) = (window, self.about(case, n, &playing.heard, day.date())) else {
            return Ok(None);
        };
        let event = Event::DutyOpened(DutyOpened { duty: duty.clone() });
        let seen = store::Recorded { at: day.max(last.at), ..last.clone() };
        let called = (Kind::ExpiryNotice, &event, &Actor::system());
        Ok(Some((issue::first(&about, issued, n, &seen, called)?, seen.at)))
    }

    /// What is known beside the case on a day.
    fn about<'a>(&'a self, case: Uuid, n: &'a Negotiation, heard: &'a Heard, day: Date) -> Option<About<'a>> {
        let (_, rules) = self.book.current_rules(n.header.profile)?;
        let region = self.scenario.data.region(&n.header.region);
        let region = region.map_or_else(|| n.header.region.clone(), |region| region.name.clone());
        let min_wage = self.scenario.data.min_wage(&n.header.region, day).value().map(|row| row.monthly);
        Some(About { case, fictional: true, heard, min_wage, people: &self.people, region, rules })
    }

    /// Typesets a paper and records it.
    async fn make(&mut self, at: usize, now: Moment, wanted: &Wanted) -> Result<(), PlayError> {
        let set = self.typesetter.typeset(wanted.kind, &wanted.data).map_err(Box::new)?;
        let fonts = set.fonts.into_iter().map(|font| FontUse { digest: font.digest, name: font.name });
        let command = Command::System(SystemCommand::RecordDocument(RecordDocument {
            data: set.data_digest,
            fonts: fonts.collect(),
            kind: document_kind(wanted.kind)?,
            number: wanted.number.clone(),
            pdf: set.pdf_digest,
            template: set.template_digest,
            typst: set.typst_version.to_owned(),
            version: wanted.version,
        }));
        let case = self.cases[at].case.ok_or(PlayError::NoCase)?;
        let act = self.act(at, case, Actor::system(), command, now);
        let mut submission = Submission::new(act);
        submission.document = Some(Document { data: wanted.data.clone(), pdf: set.pdf });
        let receipt = self
            .writer
            .submit(submission)
            .await
            .map_err(|error| PlayError::Submit { step: 0, error: Box::new(error) })?;
        if wanted.version == 1 {
            self.cases[at].heard.made(wanted.kind, &wanted.number, now.date());
        }
        self.cases[at].fold(&receipt.act)
    }
}

/// Who did an act on paper that a record makes count.
fn on_paper<'n>(n: &'n Negotiation, recorded: &store::Recorded) -> Option<&'n Actor> {
    let confirmed = recorded
        .events
        .iter()
        .find_map(|event| if let Event::PaperConfirmed(e) = event { Some(e.entry) } else { None })?;
    let at = usize::try_from(confirmed).ok()?.checked_sub(1)?;
    n.papers.get(at).map(|entry| &entry.actor)
}

/// What a record calls a paper.
fn document_kind(kind: Kind) -> Result<DocumentKind, PlayError> {
    let named = DocumentKind::ALL.iter().copied().find(|known| known.name() == kind.name());
    named.ok_or(PlayError::Paper(PaperError::Stage("a record of this paper")))
}
