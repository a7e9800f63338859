//! Recorded facts that can be corrected, with what stands; the engine says whether a correction is possible.

use law::Date;
use law::time::Moment;
use negotiation::command::Ballots;
use negotiation::state::{LetterKind, Receipt, Stage};
use negotiation::{Negotiation, Side};
use serde_json::{Map, Value, json};

use super::spec::{Field, Kind, need};

/// What stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Old {
    Day(Date),
    Count(u32),
    Words(String),
    Whether(bool),
    Figures(Ballots),
    /// That it is there at all: only that can be taken back.
    There,
}

/// A fact as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// Which of several: a session, a letter, a side, an employer.
    pub(crate) of: Option<(&'static str, Value)>,
    pub(crate) name: &'static str,
    pub(crate) old: Old,
    /// Which of several, for people.
    pub(crate) which: String,
}

impl Fact {
    fn of(name: &'static str, old: Old) -> Self {
        Self { of: None, name, old, which: String::new() }
    }

    fn which(mut self, field: &'static str, value: Value, which: &dyn ToString) -> Self {
        self.of = Some((field, value));
        self.which = which.to_string();
        self
    }

    /// Its name in addresses: the fact, and which of several.
    pub(crate) fn id(&self) -> String {
        let part = match &self.of {
            Some((_, Value::String(text))) => format!(".{text}"),
            Some((_, other)) => format!(".{other}"),
            None => String::new(),
        };
        format!("{}{part}", self.name)
    }

    /// The field for what is right.
    pub(crate) fn field(&self) -> Option<Field> {
        const FIGURES: &[Field] = &[
            need("total", Kind::Count),
            need("present", Kind::Count),
            need("issued", Kind::Count),
            need("returned", Kind::Count),
            need("yes", Kind::Count),
            need("no", Kind::Count),
            need("abstain", Kind::Count),
        ];
        let kind = match self.old {
            Old::Day(_) => Kind::Day,
            Old::Count(_) => Kind::Count,
            Old::Words(_) => Kind::Line,
            Old::Whether(_) => Kind::Choice(&["yes", "no"]),
            Old::Figures(_) => Kind::Group(FIGURES),
            Old::There => return None,
        };
        Some(need("new", kind))
    }

    /// What stands, as the fields of the form hold it: path below `new`, and text.
    pub(crate) fn texts(&self) -> Vec<(&'static str, String)> {
        match &self.old {
            Old::Day(day) => vec![("", day.to_string())],
            Old::Count(count) => vec![("", count.to_string())],
            Old::Words(words) => vec![("", words.clone())],
            Old::Whether(true) => vec![("", "yes".to_owned())],
            Old::Whether(false) => vec![("", "no".to_owned())],
            Old::Figures(b) => [
                ("total", b.total),
                ("present", b.present),
                ("issued", b.issued),
                ("returned", b.returned),
                ("yes", b.yes),
                ("no", b.no),
                ("abstain", b.abstain),
            ]
            .map(|(name, count)| (name, count.to_string()))
            .into(),
            Old::There => Vec::new(),
        }
    }

    /// The change, as a command holds it.
    pub(crate) fn change(&self, new: Option<Value>) -> Value {
        let mut change = Map::new();
        change.insert("fact".to_owned(), json!(self.name));
        if let Some((field, value)) = &self.of {
            change.insert((*field).to_owned(), value.clone());
        }
        let old = match &self.old {
            Old::Day(day) => json!(day),
            Old::Count(count) => json!(count),
            Old::Words(words) => json!(words),
            Old::Whether(whether) => json!(whether),
            Old::Figures(ballots) => json!(ballots),
            Old::There => return Value::Object(change),
        };
        change.insert("old".to_owned(), old);
        let new = new.unwrap_or_default();
        let new = if let Old::Whether(_) = self.old { json!(new == json!("yes")) } else { new };
        change.insert("new".to_owned(), new);
        Value::Object(change)
    }
}

/// All facts of a case that are recorded and can be corrected.
pub(crate) fn facts(n: &Negotiation) -> Vec<Fact> {
    let mut facts = parties(n);
    facts.extend(talks(n));
    facts.extend(agreement(n));
    facts.extend(remedies(n));
    for covered in n.coverage.employers.iter().filter(|covered| covered.withdrawn.is_none()) {
        let firm = &covered.employer;
        let of = |name, old| Fact::of(name, old).which("employer", json!(firm.key), &firm.name);
        facts.push(of("covered_name", Old::Words(firm.name.clone())));
        facts.push(of("covered_uscc", Old::Words(firm.uscc.clone())));
        facts.push(of("covered_workers", Old::Count(firm.headcount)));
        if covered.confirmed.is_none() && covered.vote.is_none() {
            facts.push(of("wrongly_covered", Old::There));
        }
    }
    facts
}

fn day(name: &'static str, at: Option<Moment>) -> Option<Fact> {
    Some(Fact::of(name, Old::Day(at?.date())))
}

fn parties(n: &Negotiation) -> Vec<Fact> {
    let (employer, union) = (&n.header.employer, &n.header.union);
    let words = |name, text: &String| Fact::of(name, Old::Words(text.clone()));
    vec![
        words("employer_name", &employer.name),
        words("employer_address", &employer.address),
        words("employer_uscc", &employer.uscc),
        words("union_name", &union.name),
        words("union_address", &union.address),
        words("union_uscc", &union.uscc),
        Fact::of("headcount", Old::Count(employer.headcount)),
        Fact::of("female", Old::Count(employer.female)),
        Fact::of("dispatched", Old::Count(employer.dispatched)),
        Fact::of("above_scale", Old::Whether(employer.above_scale)),
    ]
}

fn talks(n: &Negotiation) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    facts.extend(day("offer_received", n.offer_days.received_at));
    facts.extend(day("offer_answered", n.offer_days.answered_at));
    let meeting = n.meeting_on.filter(|_| n.sessions.is_empty() && n.offer_days.answered_at.is_some());
    facts.extend(meeting.map(|on| Fact::of("meeting_agreed", Old::Day(on))));
    for session in &n.sessions {
        let which = |fact: Fact| fact.which("session", json!(session.number), &session.number);
        facts.extend(day("session_opened", Some(session.opened_at)).map(which));
        facts.extend(day("session_closed", session.closed.as_ref().map(|(at, _)| *at)).map(which));
    }
    if let Stage::Suspended(suspended) = &n.stage {
        facts.extend(day("suspended_from", Some(suspended.since)));
    }
    if let Stage::Disputed(disputed) = &n.stage {
        facts.extend(day("coordination_accepted", disputed.accepted_at));
    }
    facts
}

fn agreement(n: &Negotiation) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(vote) = n.stage.vote().map(|vote| &vote.protocol) {
        facts.push(Fact::of("vote_held", Old::Day(vote.held_on)));
        let figures = Ballots {
            abstain: vote.abstain,
            issued: vote.issued,
            no: vote.no,
            present: vote.present,
            returned: vote.returned,
            total: vote.total,
            yes: vote.yes,
        };
        facts.push(Fact::of("vote_count", Old::Figures(figures)));
    }
    let filing = n.stage.filing();
    if let Some(filing) = filing {
        facts.extend(day("filing_received", Some(filing.received_at)));
        facts.push(Fact::of("copies", Old::Count(filing.copies)));
        facts.extend(filing.registered.clone().map(|number| Fact::of("registry_number", Old::Words(number))));
    }
    for side in [Side::Worker, Side::Employer] {
        let which = |fact: Fact| fact.which("side", json!(side), &side.name());
        let signed = n.stage.signatures().and_then(|marks| marks.get(side).copied().flatten());
        facts.extend(day("signed", signed.map(|mark| mark.at)).map(which));
        let opinion = filing.and_then(|filing| filing.opinion.as_ref());
        let served = opinion.and_then(|opinion| opinion.served.get(side).copied().flatten());
        facts.extend(day("opinion_served", served).map(which));
        let published = n.stage.effective().and_then(|effective| effective.published.get(side).copied().flatten());
        facts.extend(day("published", published).map(which));
    }
    facts
}

fn remedies(n: &Negotiation) -> Vec<Fact> {
    let opinions = n.remedies.letters.iter().filter(|letter| letter.kind == LetterKind::Opinion);
    let received = opinions.filter_map(|letter| {
        let (Receipt::Received(at) | Receipt::Refused(at)) = letter.receipt?;
        Some(day("letter_received", Some(at))?.which("letter", json!(letter.number), &letter.number))
    });
    received.collect()
}
