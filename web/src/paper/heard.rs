//! What the events of a case said that a later paper repeats and the state doesn't keep.

use documents::Kind;
use documents::data::AgreementRef;
use law::Date;
use law::time::Moment;
use ledger::Digest;
use negotiation::checks::Finding;
use negotiation::command::{ClauseFinding, DisputeItem, Grievance, VacancyCause};
use negotiation::state::LetterKind;
use negotiation::terms::Terms;
use negotiation::{Event, Negotiation, Side, Sides};

/// The agreement on which a case hangs, as it stood when the case was opened.
#[derive(Clone, Debug)]
pub struct Before {
    /// What names it.
    pub agreement: AgreementRef,
    /// Its text.
    pub terms: Terms,
}

/// What was said so far: a fold of the events, beside the state.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// The agreement on which the case hangs.
    pub before: Option<Before>,
    /// The dispute that the bureau was asked to coordinate, or took up.
    pub dispute: Option<Dispute>,
    /// Drafts on which the chiefs agreed.
    pub drafts: u32,
    /// What the checks noted on the text that is on the table.
    pub findings: Vec<Finding>,
    /// Initials on a draft: whose, when, which text.
    pub initials: Vec<(Side, Moment, Digest)>,
    /// The newest inspection, clause by clause.
    pub inspected: Vec<ClauseFinding>,
    /// Letters of supervision, with their words.
    pub letters: Vec<Letter>,
    /// Papers made: which, number, date.
    pub papers: Vec<(Kind, String, Date)>,
    /// Where the next session is held.
    pub place: Option<String>,
    /// The newest rejection by the congress: on which day, and what was rejected.
    pub rejected: Option<(Date, Terms)>,
    /// How often a draft went to the congress.
    pub submitted: u32,
    /// Who confirmed the act on paper that the newest record makes count; none where it was done here.
    pub second: Option<String>,
    /// When a suspension was proposed.
    pub suspension_asked: Option<Moment>,
    /// Places that fell vacant.
    pub vacancies: Vec<Vacated>,
}

/// A dispute about the conclusion of an agreement.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// When the bureau took it up.
    pub accepted: Option<Moment>,
    /// When it was applied for, or the bureau stepped in.
    pub applied: Moment,
    /// Who applied; none where the bureau stepped in of itself.
    pub by: Side,
    /// Last of the bureau's days, before an extension.
    pub due: Option<Date>,
    /// What is in dispute.
    pub items: Vec<DisputeItem>,
}

/// A letter of supervision with its words.
#[derive(Clone, Debug)]
pub struct Letter {
    /// When it was sent.
    pub at: Moment,
    /// By when, where the letter sets a day.
    pub by: Option<Date>,
    /// What is found.
    pub facts: String,
    /// What it complains of.
    pub grievance: Grievance,
    /// Which letter.
    pub kind: LetterKind,
    /// Number within the kind.
    pub number: u32,
    /// Number of its paper, once made.
    pub paper: String,
}

/// A place that fell vacant.
#[derive(Clone, Debug)]
pub struct Vacated {
    /// Why.
    pub cause: VacancyCause,
    /// The representative was the chief.
    pub chief: bool,
    /// Last day to fill the place.
    pub due: Option<Date>,
    /// Id of the duty to fill it.
    pub duty: String,
    /// An outside professional had it.
    pub external: bool,
    /// From which day.
    pub on: Date,
    /// Id of the person who had it.
    pub person: String,
    /// Whose place.
    pub side: Side,
}

impl Heard {
    /// Takes in the events of a record; `seats` are the chiefs' ids before it, `n` is the case after it.
    pub fn hear(&mut self, seats: &Sides<Option<String>>, n: &Negotiation, events: &[Event]) {
        if events.iter().any(|event| matches!(event, Event::DraftTabled(_))) {
            self.findings.clear();
            self.initials.clear();
            let noted = events.iter().filter_map(|event| if let Event::CheckNoted(e) = event { Some(e) } else { None });
            self.findings.extend(noted.map(|e| e.finding.clone()));
        }
        for event in events {
            self.table(n, event);
            self.trouble(seats, n, event);
        }
    }

    /// A paper was made.
    pub fn made(&mut self, kind: Kind, number: &str, date: Date) {
        self.papers.push((kind, number.to_owned(), date));
        if kind == Kind::OpinionLetter
            && let Some(letter) = self.letters.iter_mut().rfind(|letter| letter.paper.is_empty())
        {
            number.clone_into(&mut letter.paper);
        }
    }

    /// The newest paper of a kind: number and date.
    #[must_use]
    pub fn paper(&self, kind: Kind) -> Option<(&str, Date)> {
        let found = self.papers.iter().rfind(|(known, ..)| *known == kind);
        found.map(|(_, number, date)| (number.as_str(), *date))
    }

    /// When a side's chief initialled a text.
    #[must_use]
    pub fn initialled(&self, side: Side, text: Digest) -> Option<Moment> {
        self.initials.iter().rfind(|(of, _, digest)| *of == side && *digest == text).map(|(_, at, _)| *at)
    }

    /// The letter of a kind with this number.
    #[must_use]
    pub fn letter(&self, kind: LetterKind, number: u32) -> Option<&Letter> {
        self.letters.iter().find(|letter| letter.kind == kind && letter.number == number)
    }

    /// From the answer to the vote.
    fn table(&mut self, n: &Negotiation, event: &Event) {
        if let Event::OfferAnswered(e) = event {
            self.place = Some(e.place.clone());
        } else if let Event::SessionScheduled(e) = event {
            self.place = Some(e.place.clone());
        } else if let Event::SuspensionProposed(e) = event {
            self.suspension_asked = Some(e.at);
        } else if let Event::DraftInitialled(e) = event {
            self.initials.push((e.side, e.at, e.terms));
        } else if let Event::AgreementReached(_) = event {
            self.drafts += 1;
        } else if let Event::SubmittedToCongress(_) = event {
            self.submitted += 1;
        } else if let Event::DraftRejected(e) = event
            && let negotiation::Stage::Renegotiating(stage) = &n.stage
        {
            self.rejected = Some((e.vote.held_on, (*stage.rejected.terms).clone()));
        } else if let Event::InspectionRecorded(e) = event {
            self.inspected.clone_from(&e.findings);
        }
    }

    /// Vacancies, letters, disputes.
    fn trouble(&mut self, seats: &Sides<Option<String>>, n: &Negotiation, event: &Event) {
        if let Event::RepVacated(e) = event {
            let list = n.delegations.get(e.side).and_then(Option::as_deref);
            let vacancy = list.and_then(|list| list.vacancy(&e.person));
            self.vacancies.push(Vacated {
                cause: e.cause,
                chief: seats.get(e.side).is_some_and(|chief| chief.as_ref() == Some(&e.person)),
                due: n.duty(&e.duty).map(|duty| duty.dates.due),
                duty: e.duty.clone(),
                external: vacancy.is_some_and(|vacancy| vacancy.member.external),
                on: e.vacated_on,
                person: e.person.clone(),
                side: e.side,
            });
        } else if let Event::OpinionSent(e) = event {
            let (kind, by) = (LetterKind::Opinion, None);
            let (facts, grievance, number) = (e.facts.clone(), e.grievance, e.number);
            self.letters.push(Letter { at: e.at, by, facts, grievance, kind, number, paper: String::new() });
        } else if let Event::RectificationSent(e) = event {
            let (kind, by) = (LetterKind::Rectification, Some(e.correct_by));
            let (facts, grievance, number) = (e.facts.clone(), e.grievance, e.number);
            self.letters.push(Letter { at: e.at, by, facts, grievance, kind, number, paper: String::new() });
        } else if let Event::CoordinationApplied(e) = event {
            let items = e.items.clone();
            self.dispute = Some(Dispute { accepted: None, applied: e.at, by: e.side, due: None, items });
        } else if let Event::CoordinationAccepted(e) = event {
            let unasked = || Dispute { accepted: None, applied: e.at, by: Side::None, due: None, items: Vec::new() };
            let dispute = self.dispute.get_or_insert_with(unasked);
            dispute.accepted = Some(e.at);
            dispute.due = n.duties.iter().rev().find(|duty| duty.rule == "coordinate").map(|duty| duty.dates.due);
        }
    }
}
