//! A corrected fact in the papers that were made before: what each was made from, as it would have been, had the fact been
//! recorded right at once.

use law::Date;
use law::time::Moment;
use ledger::Digest;
use negotiation::command::{Ballots, DatedAct, FactChange, RecordVote};
use negotiation::event::Corrected;
use negotiation::state::LetterKind;
use negotiation::{Event, Negotiation, Stage};

use super::Heard;
use super::changed::header;
use super::common::newest;

/// What a paper is made from.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// The event that calls for it.
    pub(super) event: Event,
    /// What was said up to then.
    pub(super) heard: Heard,
    /// The case as it stood after the event's record.
    pub(super) seen: Negotiation,
}

/// A correction that was confirmed, with what its record says beside it.
#[derive(Clone, Copy)]
pub(super) struct Restated<'a> {
    /// The events of its record.
    pub(super) events: &'a [Event],
    /// What stood, and what is right.
    pub(super) fact: &'a FactChange,
    /// The day from which it is so, where it was otherwise before.
    pub(super) from: Option<Date>,
    /// The case after it.
    pub(super) n: &'a Negotiation,
}

impl<'a> Restated<'a> {
    /// The corrections among the events of a record.
    pub(super) fn of(n: &'a Negotiation, events: &'a [Event]) -> impl Iterator<Item = Self> {
        let corrected = |event: &'a Event| if let Event::Corrected(e) = event { Some(e) } else { None };
        events.iter().filter_map(corrected).map(move |Corrected { fact, from, .. }| Self {
            events,
            fact,
            from: *from,
            n,
        })
    }

    /// The same with the right value in the place of the wrong one.
    pub(super) fn told(&self, told: &Told) -> Told {
        let mut restated = Told { seen: self.seen(&told.seen), ..told.clone() };
        self.heard(&mut restated.heard);
        if self.is_of(&told.seen) {
            self.event(&mut restated.event, &told.seen);
        }
        restated
    }

    /// The case as a paper saw it; where it hadn't come to the fact yet, it stays as it was.
    fn seen(&self, seen: &Negotiation) -> Negotiation {
        let (corrections, header) = (self.n.corrections.clone(), header(self.n, seen, self.fact));
        let known = Negotiation { corrections, header, ..seen.clone() };
        if !self.is_of(seen) {
            return known;
        }
        self.events.iter().filter(|event| restates(event)).fold(known, |case, event| {
            let mut next = case.clone();
            match negotiation::apply(&mut next, event) {
                Ok(()) => next,
                Err(_) => case,
            }
        })
    }

    /// Whether what a paper saw is that very fact: an earlier vote, signature or filing is another one.
    fn is_of(&self, seen: &Negotiation) -> bool {
        if let FactChange::VoteHeld { .. } | FactChange::VoteCount { .. } = self.fact {
            return self.is_of_vote(seen);
        }
        if let FactChange::Signed { old, side, .. } = self.fact {
            let mark = seen.stage.signatures().and_then(|marks| marks.get(*side).copied().flatten());
            return self.is_of_vote(seen) && mark.is_some_and(|mark| mark.at.date() == *old);
        }
        if let FactChange::FilingReceived { .. }
        | FactChange::Copies { .. }
        | FactChange::Materials { .. }
        | FactChange::RegistryNumber { .. }
        | FactChange::OpinionServed { .. }
        | FactChange::Published { .. } = self.fact
        {
            let number = |n: &Negotiation| n.stage.filing().map(|filing| filing.number);
            return number(seen) == number(self.n);
        }
        if let FactChange::MeetingAgreed { old, .. } = self.fact {
            return seen.meeting_on == Some(*old);
        }
        if let (FactChange::CoordinationAccepted { old, .. }, Stage::Disputed(stage)) = (self.fact, &seen.stage) {
            return stage.accepted_at.is_some_and(|at| at.date() == *old);
        }
        true
    }

    fn is_of_vote(&self, seen: &Negotiation) -> bool {
        let protocol = |n: &Negotiation| n.stage.vote().map(|vote| vote.protocol.protocol);
        protocol(seen) == protocol(self.n)
    }

    /// The event with the right value.
    fn event(&self, event: &mut Event, seen: &Negotiation) {
        if let FactChange::VoteHeld { new, .. } | FactChange::OwnVoteHeld { new, .. } = self.fact {
            self.vote(event).into_iter().for_each(|vote| vote.held_on = *new);
        } else if let FactChange::VoteCount { new, .. } | FactChange::OwnVoteCount { new, .. } = self.fact {
            self.vote(event).into_iter().for_each(|vote| count(vote, *new));
        } else if let (FactChange::OfferAnswered { new, .. }, Event::OfferAnswered(e)) = (self.fact, &mut *event) {
            e.at = last_of(*new);
        } else if let (FactChange::MeetingAgreed { new, .. }, Event::OfferAnswered(e)) = (self.fact, &mut *event) {
            e.meeting_on = *new;
        } else if let (FactChange::MeetingAgreed { new, .. }, Event::SessionScheduled(e)) = (self.fact, &mut *event) {
            e.meeting_on = *new;
        } else if let (FactChange::FilingReceived { new, .. }, Event::Filed(e)) = (self.fact, &mut *event) {
            e.at = Moment::start_of(*new);
        } else if let (FactChange::Copies { new, .. }, Event::Filed(e)) = (self.fact, &mut *event) {
            e.copies = *new;
        } else if let (FactChange::Materials { new, .. }, Event::Filed(e)) = (self.fact, &mut *event) {
            e.materials.clone_from(new);
        } else if let (FactChange::RegistryNumber { new, .. }, Event::FilingRegistered(e)) = (self.fact, &mut *event) {
            e.number.clone_from(new);
        } else if let (FactChange::Published { new, side, .. }, Event::Published(e)) = (self.fact, &mut *event) {
            if e.side == *side {
                e.at = last_of(*new);
            }
        } else if let (FactChange::SuspendedFrom { old, new }, Event::TalksSuspended(e)) = (self.fact, &mut *event) {
            move_from(*old, Moment::start_of(*new), &mut e.at);
        } else if let (FactChange::CoordinationAccepted { old, new }, Event::CoordinationAccepted(e)) =
            (self.fact, &mut *event)
        {
            move_from(*old, Moment::start_of(*new), &mut e.at);
        } else if let FactChange::Done { act, new, number, side, .. } = self.fact {
            // The newest of its kind that the paper saw is the one of its own event.
            let own = seen.days.iter().rfind(|day| day.act == *act && day.side == *side);
            if own.is_some_and(|day| day.number == *number) {
                done(event, *act, *new);
            }
        }
    }

    /// The protocol in an event, where it is the one that was corrected.
    fn vote<'e>(&self, event: &'e mut Event) -> Option<&'e mut RecordVote> {
        let own = |key: &String| {
            let firms = self.n.coverage.employers.iter().filter(|firm| firm.employer.key == *key);
            firms.filter_map(|firm| firm.vote.as_ref()).map(|vote| vote.protocol.protocol).next_back()
        };
        if let FactChange::OwnVoteHeld { employer, .. } | FactChange::OwnVoteCount { employer, .. } = self.fact {
            let Event::EmployerVoted(e) = event else { return None };
            return Some(&mut e.vote).filter(|vote| own(employer) == Some(vote.protocol));
        }
        let carries: Option<Digest> = self.n.stage.vote().map(|vote| vote.protocol.protocol);
        let (Event::DraftAdopted(e) | Event::DraftRejected(e)) = event else { return None };
        Some(&mut e.vote).filter(|vote| carries == Some(vote.protocol))
    }

    /// What was said, with the right days.
    pub(super) fn heard(&self, heard: &mut Heard) {
        for event in self.events {
            let Event::DutyRecomputed(e) = event else { continue };
            let owed = heard.vacancies.iter_mut().filter(|vacancy| vacancy.duty == e.duty);
            owed.for_each(|vacancy| vacancy.due = Some(e.dates.due));
        }
        if let (FactChange::CoordinationAccepted { old, new }, Some(dispute)) = (self.fact, &mut heard.dispute)
            && let Some(at) = dispute.accepted.as_mut().filter(|at| at.date() == *old)
        {
            *at = Moment::start_of(*new).max(dispute.applied);
            dispute.due = newest(self.n, "coordinate").map(|duty| duty.dates.due);
        }
        let FactChange::Done { act, new, number, old, side } = self.fact else { return };
        let (old, new) = (*old, *new);
        if *act == DatedAct::RepVacated {
            heard.vacancies.iter_mut().filter(|one| one.side == *side && one.on == old).for_each(|one| one.on = new);
        } else if *act == DatedAct::DraftInitialled {
            heard.initials.iter_mut().filter(|(of, ..)| of == side).for_each(|(_, at, _)| move_to(old, new, at));
        } else if *act == DatedAct::SuspensionProposed {
            heard.suspension_asked.iter_mut().for_each(|at| move_to(old, new, at));
        } else if *act == DatedAct::CoordinationApplied {
            let asked = heard.dispute.iter_mut().filter(|dispute| dispute.by == *side);
            asked.for_each(|dispute| move_from(old, Moment::start_of(new), &mut dispute.applied));
        } else if *act == DatedAct::OpinionSent || *act == DatedAct::RectificationSent {
            let kind = if *act == DatedAct::OpinionSent { LetterKind::Opinion } else { LetterKind::Rectification };
            let sent = heard.letters.iter_mut().filter(|letter| letter.kind == kind && letter.number == *number);
            sent.for_each(|letter| move_to(old, new, &mut letter.at));
        }
    }
}

/// Events of a correction's record that say when something is or was. What else follows from it happens now.
const fn restates(event: &Event) -> bool {
    matches!(
        event,
        Event::Corrected(_)
            | Event::DutyRecomputed(_)
            | Event::EffectRedated(_)
            | Event::EndRedated(_)
            | Event::RescissionRedated(_)
    )
}

const fn count(vote: &mut RecordVote, new: Ballots) {
    let Ballots { abstain, issued, no, present, returned, total, yes } = new;
    (vote.abstain, vote.issued, vote.no, vote.present) = (abstain, issued, no, present);
    (vote.returned, vote.total, vote.yes) = (returned, total, yes);
}

/// A day on which something was done counts at its end, as a day on paper does.
fn last_of(day: Date) -> Moment {
    Moment::end_of(day).plus_millis(-1)
}

fn move_from(old: Date, new: Moment, at: &mut Moment) {
    if at.date() == old {
        *at = new;
    }
}

fn move_to(old: Date, new: Date, at: &mut Moment) {
    move_from(old, last_of(new), at);
}

/// Moves the day of an act in the event that records it.
fn done(event: &mut Event, act: DatedAct, new: Date) {
    if let Some(on) = day_of(event, act) {
        *on = new;
    } else if let Some(at) = instant_of(event, act) {
        *at = last_of(new);
    }
}

/// Looks for an event among those that have this act, and gives the field that has its day.
macro_rules! field_of {
    ($event:ident, $act:ident: $($variant:ident, $kind:ident => $($field:ident).+;)+) => {
        $(if let Event::$variant(e) = $event {
            if $act == DatedAct::$kind {
                return Some(&mut e.$($field).+);
            }
            return None;
        })+
    };
}

/// The day of an act, where its event has one beside the instant at which it was said.
fn day_of(event: &mut Event, act: DatedAct) -> Option<&mut Date> {
    field_of! { event, act:
        RepsRegistered, RepsElected => selection.on;
        RepReplaced, RepsElected => selection.on;
        RepVacated, RepVacated => vacated_on;
        QuorumMissed, QuorumMissed => vote.held_on;
        InspectionRecorded, InspectionRecorded => on;
        PerformanceReported, PerformanceReported => heard_on;
    }
    None
}

/// The instant of an act.
fn instant_of(event: &mut Event, act: DatedAct) -> Option<&mut Moment> {
    field_of! { event, act:
        RepsRegistered, RepsRegistered => at;
        RepReplaced, RepReplaced => at;
        OfferRefused, OfferRefused => at;
        Disclosed, Disclosed => at;
        AgreementReached, AgreementReached => at;
        SubmittedToCongress, SubmittedToCongress => at;
        FilingRegistered, FilingRegistered => at;
        NoObjectionIssued, OpinionIssued => at;
        Objected, OpinionIssued => at;
        CopiedToHigherUnion, CopiedToHigherUnion => at;
        CoordinationApplied, CoordinationApplied => at;
        CoordinationExtended, CoordinationExtended => at;
        CoordinationAgreed, CoordinationAgreed => at;
        CoordinationFailed, CoordinationFailed => at;
        ReminderSent, ReminderSent => at;
        OpinionSent, OpinionSent => at;
        OpinionAnswered, OpinionAnswered => at;
        RectificationSent, RectificationSent => at;
        ProposalSent, ProposalSent => at;
    }
    None
}
