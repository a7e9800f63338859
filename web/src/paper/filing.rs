//! D16 filing form with its explanation.

use documents::data::{
    Filed, FilingForm, FilingKind, Headcount, Material, Outcome, RepresentativeCount, Runs, WageFigures,
};
use law::money::{BasisPoints, Fen};
use messages::Said;
use negotiation::state::Stage;
use negotiation::terms::{Term, Terms, Unit, figure};
use negotiation::{Event, Negotiation, Side};

use super::common::{confirmed, contact, day, header, parties, word};
use super::{About, PaperError, Trigger, congress};
use crate::catalogue;

pub(super) fn form(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::Filed(filed), Stage::Filed(stage)) = (trigger.event, &n.stage) else {
        return Err(PaperError::Stage("D16"));
    };
    let (terms, employer) = (&stage.signed.text.terms, &n.header.employer);
    let duty = n.duties.iter().rev().find(|duty| duty.rule == "file" || duty.rule == "file_wage");
    let on = filed.at.date();
    let again = filed.number > 1;
    let form = stage.signed.vote.form;
    let vote = congress::whole(n, form, &stage.signed.vote.protocol, Outcome::Adopted);
    let paper = FilingForm {
        agreement: terms.title.clone(),
        congress: congress::printed(about, form, &vote, Outcome::Adopted),
        contact: contact(about, trigger),
        copies: filed.copies,
        explanation: explanation(about, n, terms),
        filed: Filed { due: duty.map_or(on, |duty| duty.dates.due), on },
        filing: if again { FilingKind::Refiling } else { FilingKind::First },
        headcount: Headcount {
            female: employer.female,
            male: employer.headcount.saturating_sub(employer.female),
            total: employer.headcount,
        },
        header: header(about, n, trigger, word("paper-title-filing")),
        materials: handed_in(&filed.materials, filed.copies, &terms.title),
        office: office(about),
        parties: parties(about, n),
        representatives: RepresentativeCount { employer: count(n, Side::Employer), worker: count(n, Side::Worker) },
        runs: match terms.term {
            Term::Dates { from, to } => Some(Runs { from, to }),
            Term::Months { .. } => None,
        },
        signature: confirmed(about, n, Side::Employer, filed.at, filed.terms),
        signed_on: stage.signed.signed_at.date(),
        term: term(terms),
        terms_digest: filed.terms,
        wages: figures(about, terms),
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// What is handed in, the text in its copies; it comes first where the list doesn't name it.
pub(super) fn handed_in(materials: &[String], copies: u32, title: &str) -> Vec<Material> {
    let text = word("paper-the-text");
    let given = |name: String, copies| Material { copies, digest: None, name, note: None, provided: true };
    let listed = materials.iter().map(|name| given(name.clone(), if name.contains(&text) { copies } else { 1 }));
    let own = (!materials.iter().any(|name| name.contains(&text))).then(|| given(title.to_owned(), copies));
    own.into_iter().chain(listed).collect()
}

/// The bureau that has the place.
pub(super) fn office(about: &About<'_>) -> String {
    catalogue::say(&Said::new("paper-office").arg("region", &about.region))
}

fn count(n: &Negotiation, side: Side) -> u32 {
    let list = n.delegations.get(side).and_then(Option::as_deref);
    list.map_or(0, |list| u32::try_from(list.members.len()).unwrap_or(u32::MAX))
}

fn explanation(about: &About<'_>, n: &Negotiation, terms: &Terms) -> Vec<String> {
    let elected = n.delegations.worker.as_ref().map(|list| &list.selection);
    let sessions = n.sessions.len();
    let mut paragraphs = Vec::new();
    if let Some(selection) = elected {
        paragraphs.push(catalogue::say(
            &Said::new("paper-explain-reps")
                .arg("day", day(selection.on))
                .arg("workers", count(n, Side::Worker))
                .arg("employers", count(n, Side::Employer)),
        ));
    }
    let first = n.sessions.first().map_or_else(String::new, |session| day(session.opened_at.date()));
    paragraphs.push(catalogue::say(
        &Said::new("paper-explain-talks").arg("count", sessions).arg("first", first).arg("title", &terms.title),
    ));
    paragraphs.push(catalogue::say(&Said::new("paper-explain-law").arg("profile", about.rules.profile)));
    paragraphs
}

/// How long the agreement runs, in words.
pub(super) fn term(terms: &Terms) -> String {
    match terms.term {
        Term::Dates { from, to } => {
            catalogue::say(&Said::new("paper-term-dates").arg("from", day(from)).arg("to", day(to)))
        }
        Term::Months { months } => catalogue::say(&Said::new("paper-term-months").arg("months", months)),
    }
}

pub(super) fn figures(about: &About<'_>, terms: &Terms) -> WageFigures {
    let sum = |key: &str| terms.figure(key).filter(|value| value.unit == Unit::Fen).map(|value| Fen(value.amount));
    let share = terms.figure(figure::RISE).filter(|value| value.unit == Unit::BasisPoints);
    WageFigures {
        average_after: sum(figure::AVERAGE_AFTER),
        average_before: sum(figure::AVERAGE_BEFORE),
        lowest: sum(figure::MIN_WAGE),
        minimum: about.min_wage,
        rise: share.map(|value| BasisPoints(value.amount)),
    }
}
