//! The course of a case: its records folded one after the other, with the papers that they call for.
//!
//! A paper follows from the records up to the one that calls for it, from the rules and from persons' rows; whoever folds
//! the same records comes to the same papers with the same numbers, at once or years later.

use std::collections::BTreeSet;

use documents::Kind;
use law::Date;
use law::rules::Rules;
use law::time::Moment;
use negotiation::command::DocumentKind;
use negotiation::event::DutyOpened;
use negotiation::{Actor, Event, Head, Impossible, LawBook, Negotiation, Side, Sides};
use store::Recorded;
use uuid::Uuid;

pub use super::issue::Made;
use super::issue::{self, Issued};
use super::restated::Restated;
use super::rolls::Rolls;
use super::{About, Before, Heard, PaperError, Wanted, opening};
use crate::people::People;

/// What is known beside the records of a case.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Data sets by their hashes.
    pub book: &'a LawBook,
    /// The case.
    pub case: Uuid,
    /// The case is made up; every page says so.
    pub fictional: bool,
    /// Persons by id.
    pub people: &'a People,
    /// The rolls on which was voted.
    pub rolls: &'a Rolls,
    /// The rules of the case.
    pub rules: &'a Rules,
}

impl Around<'_> {
    /// What is known beside the case on a day.
    fn about<'a>(&'a self, n: &Negotiation, heard: &'a Heard, day: Date) -> About<'a> {
        let data = self.book.data(&n.datasets).or_else(|| self.book.current_data().map(|(_, data)| data));
        let code = &n.header.region;
        let region = data.and_then(|data| data.region(code)).map_or_else(|| code.clone(), |region| region.name.clone());
        let min_wage = data.and_then(|data| data.min_wage(code, day).value()).map(|row| row.monthly);
        let Self { case, fictional, people, rolls, rules, .. } = *self;
        About { case, fictional, heard, people, min_wage, region, rolls, rules }
    }
}

/// A case folded so far, with what its papers need beside its state.
#[derive(Clone, Debug, Default)]
pub struct Course {
    heard: Heard,
    issued: Vec<Issued>,
    last: Option<Recorded>,
    negotiation: Option<Negotiation>,
}

impl Course {
    /// The case as it stands; none before its first record.
    #[must_use]
    pub const fn negotiation(&self) -> Option<&Negotiation> {
        self.negotiation.as_ref()
    }

    /// The newest record folded; zero before the first.
    #[must_use]
    pub fn head(&self) -> Head {
        self.last.as_ref().map_or(Head { hash: ledger::Digest::ZERO, seq: 0 }, Recorded::head)
    }

    /// When the newest record folded was written.
    #[must_use]
    pub fn last_at(&self) -> Option<Moment> {
        self.last.as_ref().map(|last| last.at)
    }

    /// Names the agreement on which the case hangs.
    pub fn hangs_on(&mut self, before: Option<Before>) {
        self.heard.before = before;
    }

    /// Folds a record without asking what it calls for.
    ///
    /// # Errors
    /// The record contradicts those before it.
    pub fn fold(&mut self, recorded: &Recorded) -> Result<(), Impossible> {
        let chief = |side| self.negotiation.as_ref()?.delegations.get(side)?.as_ref()?.chief();
        let id = |side| chief(side).map(|chief| chief.person.id.clone());
        let chiefs = Sides { employer: id(Side::Employer), worker: id(Side::Worker) };
        for event in &recorded.events {
            match &mut self.negotiation {
                Some(n) => negotiation::apply(n, event)?,
                None => self.negotiation = Some(negotiation::open(event)?),
            }
        }
        if let Some(n) = &self.negotiation {
            self.heard.hear(&chiefs, n, &recorded.events);
            Restated::of(n, &recorded.events).for_each(|restated| restated.heard(&mut self.heard));
        }
        self.last = Some(recorded.clone());
        Ok(())
    }

    /// Folds a record that `speaker` gave and puts the papers together that it calls for, those left out that are made.
    ///
    /// # Errors
    /// The record contradicts those before it.
    pub fn follow(
        &mut self,
        around: &Around<'_>,
        recorded: &Recorded,
        speaker: &Actor,
        made: &Made,
    ) -> Result<Vec<Result<Wanted, PaperError>>, Impossible> {
        if reminds(recorded) {
            // Whoever made it saw the case as it stood until this record.
            drop(self.remind(around, recorded.at, made));
        }
        self.fold(recorded)?;
        self.heard.second = confirmed(recorded).map(|_| speaker.id.clone());
        let Some(n) = &self.negotiation else { return Ok(Vec::new()) };
        let about = around.about(n, &self.heard, recorded.at.date());
        let known = self.issued.len();
        let speaker = on_paper(n, recorded).unwrap_or(speaker);
        let papers = issue::wanted(&about, &mut self.issued, n, (recorded, speaker), made);
        for paper in &self.issued[known..] {
            self.heard.made(paper.kind, &paper.number, recorded.at.date());
        }
        Ok(papers)
    }

    /// When to remind of a renewal that may be proposed up to a day: at the beginning of the day on which the window
    /// opens, or right after a record that opened it late; none where nobody is to be reminded.
    #[must_use]
    pub fn reminder_due(&self, up_to: Date) -> Option<Moment> {
        let duty = opening(self.negotiation.as_ref()?, &self.heard, up_to)?;
        Some(Moment::start_of(duty.opened_on).max(self.last.as_ref()?.at))
    }

    /// The first day from which on a renewal will have to be reminded of, as far as the case shows.
    #[must_use]
    pub fn next_reminder(&self) -> Option<Date> {
        opening(self.negotiation.as_ref()?, &self.heard, Date::MAX).map(|duty| duty.opened_on)
    }

    /// The reminder of a renewal, made at an instant from the newest record; none where none is due or it is made.
    pub fn remind(&mut self, around: &Around<'_>, at: Moment, made: &Made) -> Option<Result<Wanted, PaperError>> {
        let (n, last) = (self.negotiation.as_ref()?, self.last.as_ref()?);
        let seen = Recorded { at: at.max(last.at), ..last.clone() };
        let duty = opening(n, &self.heard, seen.at.date())?;
        let event = Event::DutyOpened(DutyOpened { duty: duty.clone() });
        let about = around.about(n, &self.heard, seen.at.date());
        let called = (Kind::ExpiryNotice, &event, &Actor::system());
        let known = self.issued.len();
        let paper = issue::first(&about, &mut self.issued, n, &seen, called, made);
        for paper in &self.issued[known..] {
            self.heard.made(paper.kind, &paper.number, seen.at.date());
        }
        paper
    }

    /// Numbers and versions of the papers that are recorded.
    #[must_use]
    pub fn made(&self) -> Made {
        let recorded = self.negotiation.iter().flat_map(|n| &n.documents);
        recorded.map(|document| (document.number.clone(), document.version)).collect::<BTreeSet<_>>()
    }
}

/// Whether a record is of the first version of a reminder of a renewal.
fn reminds(recorded: &Recorded) -> bool {
    let reminder = |event: &Event| {
        matches!(event, Event::DocumentRecorded(e)
            if e.document.kind == DocumentKind::ExpiryNotice && e.document.version == 1)
    };
    recorded.events.iter().any(reminder)
}

/// The entry of an act on paper that a record makes count.
fn confirmed(recorded: &Recorded) -> Option<u32> {
    recorded.events.iter().find_map(|event| if let Event::PaperConfirmed(e) = event { Some(e.entry) } else { None })
}

/// Who did an act on paper that a record makes count.
fn on_paper<'n>(n: &'n Negotiation, recorded: &Recorded) -> Option<&'n Actor> {
    let at = usize::try_from(confirmed(recorded)?).ok()?.checked_sub(1)?;
    n.papers.get(at).map(|entry| &entry.actor)
}
