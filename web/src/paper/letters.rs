//! D24 reminder, D25 opinion and demand for correction, D26 proposal to the authority (一函两书).

use documents::data::{
    BreachFinding, Material, OpinionForm, OpinionLetter, PriorLetter, ProposalLetter, ProposalName,
    ProposalTrigger as PrintedTrigger, ReminderLetter,
};
use law::rules::Profile;
use messages::Said;
use negotiation::command::{Grievance, ProposalBasis, ProposalTrigger};
use negotiation::event::{OpinionAnswered, ProposalSent};
use negotiation::state::{LetterKind, Receipt};
use negotiation::{Capacity, Event, Negotiation};

use super::common::{articles, behind, contact, dated, in_words, lines, parties, word};
use super::filing::office;
use super::heard::Letter;
use super::{About, PaperError, Trigger};
use crate::catalogue;

/// The articles that the employer is said to have broken.
const fn broken(grievance: Grievance) -> &'static [&'static str] {
    match grievance {
        Grievance::NoReply | Grievance::Refusal => &["ZJ-CC 7", "CC22 32(2)"],
        Grievance::Data => &["ZJ-CC 16(2)", "WN9 18"],
        Grievance::NotSigned => &["ZJ-CC 24(3)", "CC22 37"],
        Grievance::NotFiled => &["ZJ-CC 34", "CC22 42"],
        Grievance::NotPerformed => &["LCL 56", "LL 35"],
    }
}

const fn grievance_key(grievance: Grievance) -> &'static str {
    match grievance {
        Grievance::NoReply => "paper-grievance-no-reply",
        Grievance::Refusal => "paper-grievance-refusal",
        Grievance::Data => "paper-grievance-data",
        Grievance::NotSigned => "paper-grievance-not-signed",
        Grievance::NotFiled => "paper-grievance-not-filed",
        Grievance::NotPerformed => "paper-grievance-not-performed",
    }
}

fn breaches(about: &About<'_>, grievance: Grievance) -> Vec<BreachFinding> {
    let found = |citation| BreachFinding { citation, finding: word(grievance_key(grievance)) };
    articles(about, broken(grievance)).into_iter().map(found).collect()
}

/// The union of the case, or the unit of somebody who writes for a higher one.
fn issuer(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> String {
    let unit = about.people.post(&trigger.speaker.id);
    if trigger.speaker.capacity == Capacity::HigherUnion && !unit.is_empty() {
        unit
    } else {
        n.header.union.name.clone()
    }
}

pub(super) fn reminder(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let Event::ReminderSent(e) = trigger.event else {
        return Err(PaperError::Stage("D24"));
    };
    let issue = Said::new("paper-reminder-issue").arg("grievance", word(grievance_key(e.grievance)));
    let paper = ReminderLetter {
        citations: articles(about, broken(e.grievance)),
        delivery: None,
        header: dated(about, n, trigger, e.at, word("paper-title-reminder")),
        issue: vec![catalogue::say(&issue)],
        issuer: issuer(about, n, trigger),
        parties: parties(about, n),
        reply_by: e.reply_by,
        requests: vec![e.request.clone()],
        signature: None,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

pub(super) fn opinion(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (at, command, title, facts, grievance, request, form) = if let Event::OpinionSent(e) = trigger.event {
        let answer_due = n.duty(&format!("opinion_answer-{}", e.number)).map(|duty| duty.dates.due);
        let rule = about.rules.opinion_answer.value();
        let form = OpinionForm::Opinion {
            answer_due: answer_due.filter(|_| e.received_at.is_some()),
            period: rule.map_or_else(|| word("paper-reasonable-time"), in_words),
        };
        (e.at, "send_opinion", "paper-title-supervision", &e.facts, e.grievance, e.request.clone(), form)
    } else if let Event::RectificationSent(e) = trigger.event {
        let form = OpinionForm::Rectification { correct_by: e.correct_by };
        let request = word("paper-correct-it");
        (e.at, "send_rectification", "paper-title-rectification", &e.facts, e.grievance, request, form)
    } else if let Event::OpinionAnswered(e) = trigger.event {
        return answer(about, n, trigger, e);
    } else {
        return Err(PaperError::Stage("D25"));
    };
    let paper = OpinionLetter {
        breaches: breaches(about, grievance),
        citations: behind(about, command),
        delivery: None,
        evidence: Vec::new(),
        facts: lines(facts),
        form,
        header: dated(about, n, trigger, at, word(title)),
        inquiry: None,
        issuer: issuer(about, n, trigger),
        parties: parties(about, n),
        requests: vec![request],
        signature: None,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// What the employer answers to an opinion, in writing (ZJ-TULS 22).
fn answer(
    about: &About<'_>,
    n: &Negotiation,
    trigger: &Trigger<'_>,
    e: &OpinionAnswered,
) -> Result<Vec<u8>, PaperError> {
    let letter = about.heard.letter(LetterKind::Opinion, e.letter).ok_or(PaperError::Stage("D25"))?;
    let prior = prior(about, n, trigger, letter);
    let paper = OpinionLetter {
        breaches: breaches(about, letter.grievance),
        citations: behind(about, "answer_opinion"),
        delivery: None,
        evidence: Vec::new(),
        facts: lines(&e.content),
        header: dated(about, n, trigger, e.at, word("paper-title-supervision-answer")),
        inquiry: None,
        issuer: prior.issuer.clone(),
        form: OpinionForm::Answer { prior, will_correct: e.will_correct },
        parties: parties(about, n),
        requests: Vec::new(),
        signature: None,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

pub(super) fn proposal(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let Event::ProposalSent(e) = trigger.event else {
        return Err(PaperError::Stage("D26"));
    };
    let kind = match e.rests_on {
        ProposalBasis::Opinion => LetterKind::Opinion,
        ProposalBasis::Rectification => LetterKind::Rectification,
    };
    let letter = about.heard.letter(kind, e.letter).ok_or(PaperError::Stage("D26"))?;
    let (name, title, named) = name(about, e);
    let prior = prior(about, n, trigger, letter);
    let paper = ProposalLetter {
        actions: vec![e.request.clone()],
        attachments: vec![Material { copies: 1, digest: None, name: prior.title.clone(), note: None, provided: true }],
        authority: office(about),
        breaches: breaches(about, e.grievance),
        citations: articles(about, named),
        contact: Some(contact(about, trigger)).filter(|contact| !contact.phone.is_empty()),
        delivery: None,
        facts: lines(&letter.facts),
        header: dated(about, n, trigger, e.at, word(title)),
        issuer: issuer(about, n, trigger),
        name,
        parties: parties(about, n),
        prior,
        signature: None,
        trigger: match e.trigger {
            ProposalTrigger::ReceiptRefused => PrintedTrigger::RefusedReceipt,
            ProposalTrigger::NoAnswer => PrintedTrigger::NoAnswer,
            ProposalTrigger::NotCorrected => PrintedTrigger::NotCorrected,
        },
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// What the rule calls the paper, and where it does.
fn name(about: &About<'_>, e: &ProposalSent) -> (ProposalName, &'static str, &'static [&'static str]) {
    match (e.rests_on, about.rules.profile) {
        (ProposalBasis::Opinion, _) => {
            (ProposalName::Supervision, "paper-title-proposal", &["ZJ-TULS 23", "ZJ-TULS 24", "HZ 43", "NB 37"])
        }
        (ProposalBasis::Rectification, Profile::Nb) => {
            (ProposalName::Supervision, "paper-title-proposal", &["NB 37", "ZJ-CC 41"])
        }
        (ProposalBasis::Rectification, Profile::Cn | Profile::Zj | Profile::Hz) => {
            (ProposalName::Penalty, "paper-title-penalty", &["ZJ-CC 41"])
        }
    }
}

/// The letter that had no effect.
fn prior(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>, letter: &Letter) -> PriorLetter {
    let sent = letter.at.date();
    let known = n.remedies.letter(letter.kind, letter.number);
    let served_on = known.and_then(|known| known.receipt).map(|receipt| match receipt {
        Receipt::Received(at) | Receipt::Refused(at) => at.date(),
    });
    let (title, by_union) = match letter.kind {
        LetterKind::Rectification => ("paper-title-rectification", false),
        LetterKind::Opinion | LetterKind::Reminder | LetterKind::Proposal => ("paper-title-supervision", true),
    };
    let due = letter.by.or_else(|| {
        let duty = n.duty(&format!("opinion_answer-{}", letter.number)).filter(|_| by_union);
        duty.map(|duty| duty.dates.due)
    });
    PriorLetter {
        date: sent,
        due,
        issuer: if by_union { n.header.union.name.clone() } else { issuer(about, n, trigger) },
        number: letter.paper.clone(),
        served_on: served_on.filter(|day| *day >= sent),
        title: word(title),
    }
}
