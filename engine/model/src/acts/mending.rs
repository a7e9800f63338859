//! Papers, corrections, and the program's own acts.

use law::Date;
use ledger::{Digest, purpose};
use negotiation::command::{
    AdoptDataset, Command, ConfirmCorrection, ConfirmPaper, CorrectionCommand, DocumentKind, EnterPaper, FactChange,
    NoticeOutcome, NoticeWay, PaperCommand, ProposeCorrection, RecordDocument, RecordNotice, StrikeClock,
    SystemCommand,
};
use negotiation::state::{PaperEntry, Stage};
use negotiation::{Actor, Capacity, Side};

use super::{Variant, View, aside, early, late, of, rest, tried};
use crate::cast::{self, digest};
use crate::papers::at_home;

/// An answer, a signature, a filing, an objection of the last day of the review, and an act that belongs where the case
/// stands, all on paper.
pub(super) fn enter_paper(view: &View<'_>) -> Vec<Variant> {
    let enter = |act: Command, actor: Actor, on: Date| {
        Command::Paper(PaperCommand::EnterPaper(EnterPaper { act: Box::new(act), actor, on, scan: digest("scan") }))
    };
    let mut papers = vec![
        aside(enter(early::reply_now(view, "室"), cast::actor(Capacity::EmployerLegalRep), view.today)),
        aside(enter(early::reply_now(view, "室"), cast::actor(Capacity::UnionChair), view.today)),
        aside(enter(late::signed(view.text()), cast::actor(Capacity::EmployerChief), view.today)),
        aside(enter(late::filed(view.text()), cast::actor(Capacity::EmployerAgent), view.today)),
    ];
    if let Some(review) = view.n.duties.iter().rev().find(|duty| duty.rule == "review") {
        let on = review.dates.due.min(view.today);
        let object = late::objection(view.text(), on, &[Side::Worker, Side::Employer]);
        papers.push(of(enter(object, cast::actor(Capacity::HrssOfficer), on)));
    }
    let (acts, by) = at_hand(view);
    papers.extend(acts.into_iter().take(1).map(|act| tried(enter(act.command, cast::actor(by), view.today))));
    papers
}

/// An act that belongs where the case stands, and who does it; none where one above does.
fn at_hand(view: &View<'_>) -> (Vec<Variant>, Capacity) {
    match &view.n.stage {
        Stage::Idle => (early::issue_offer(view), Capacity::UnionChair),
        Stage::Offered(_) => (early::record_delivery(view), Capacity::EmployerAgent),
        Stage::Preparing(_) | Stage::Ready(_) | Stage::Negotiating(..) | Stage::Suspended(_) | Stage::Disputed(_) => {
            (early::disclose(view), Capacity::UnionChair)
        }
        Stage::Renegotiating(_) | Stage::Objected(_) => (early::schedule_session(view), Capacity::WorkerChief),
        Stage::Drafted(_) => (late::submit_to_congress(view), Capacity::UnionChair),
        Stage::Congress(_) => (late::record_vote(view), Capacity::CongressClerk),
        Stage::Effective(_) => (late::publish(view), Capacity::EmployerAgent),
        Stage::Closed(_) => (early::accept_platform(view), Capacity::UnionChair),
        Stage::Ended(_) => (rest::report_performance(view), Capacity::EmployerChief),
        Stage::Rescinded(_) => (rest::record_rescission(view), Capacity::EmployerAgent),
        Stage::AwaitingReply(_)
        | Stage::Refused(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_) => (Vec::new(), Capacity::UnionChair),
    }
}

fn next(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn confirm_paper(view: &View<'_>) -> Vec<Variant> {
    let confirm = |entry| of(Command::Paper(PaperCommand::ConfirmPaper(ConfirmPaper { entry })));
    let waits = |(_, paper): &(usize, &PaperEntry)| !paper.confirmed && at_home(&view.n.stage, paper);
    let waiting: Vec<Variant> =
        view.n.papers.iter().enumerate().filter(waits).map(|(at, _)| confirm(next(at + 1))).collect();
    if waiting.is_empty() { vec![confirm(next(view.n.papers.len() + 1))] } else { waiting }
}

/// The number of workers; the day of receipt of the offer or the filing, a day later than recorded; another name of the
/// enterprise from today on.
pub(super) fn propose_correction(view: &View<'_>) -> Vec<Variant> {
    let proposed = |fact, from| {
        let proposal = ProposeCorrection { fact, from, reason: "误".to_owned() };
        Command::Correction(CorrectionCommand::ProposeCorrection(proposal))
    };
    let propose = |fact| of(proposed(fact, None));
    let headcount = view.n.header.employer.headcount;
    let mut facts = vec![propose(FactChange::Headcount { new: headcount + 1, old: headcount })];
    let moved = |rule: &str| {
        let duty = view.n.duties.iter().rev().find(|duty| duty.rule == rule)?;
        Some((duty.anchor.saturating_add(jiff::Span::new().days(1)), duty.anchor))
    };
    if let Some((new, old)) = moved("reply") {
        facts.push(propose(FactChange::OfferReceived { new, old }));
    }
    if let Some((new, old)) = moved("review") {
        facts.push(propose(FactChange::FilingReceived { new, old }));
    }
    let old = view.n.header.employer.name.clone();
    let renamed = FactChange::EmployerName { new: format!("新{}", old.trim_start_matches('新')), old };
    facts.push(tried(proposed(renamed, Some(view.today))));
    facts
}

pub(super) fn confirm_correction(view: &View<'_>) -> Vec<Variant> {
    let correction = next(view.n.corrections.len());
    vec![of(Command::Correction(CorrectionCommand::ConfirmCorrection(ConfirmCorrection { correction })))]
}

/// Nothing is due that wasn't struck: a strike by hand is refused.
pub(super) fn strike_clock(view: &View<'_>) -> Vec<Variant> {
    let duty = view.n.duties.iter().next_back().map_or_else(String::new, |duty| duty.id.clone());
    vec![of(Command::System(SystemCommand::StrikeClock(StrikeClock { duty })))]
}

pub(super) fn adopt_dataset(_: &View<'_>) -> Vec<Variant> {
    vec![of(Command::System(SystemCommand::AdoptDataset(AdoptDataset { reason: "载入".to_owned() })))]
}

pub(super) fn record_document(_: &View<'_>) -> Vec<Variant> {
    let (number, data, template, pdf) = cast::DOCUMENT;
    vec![of(Command::System(SystemCommand::RecordDocument(RecordDocument {
        data: Digest::of(purpose::DOCUMENT, data),
        fonts: Vec::new(),
        kind: DocumentKind::OfferLetter,
        number: number.to_owned(),
        pdf: Digest::sha256(pdf),
        template: Digest::sha256(template),
        typst: "0".to_owned(),
        version: 1,
    })))]
}

pub(super) fn record_notice(_: &View<'_>) -> Vec<Variant> {
    vec![of(Command::System(SystemCommand::RecordNotice(RecordNotice {
        about: 1,
        message: "msg_1_1_1".to_owned(),
        outcome: NoticeOutcome::Delivered,
        person: "p".to_owned(),
        way: NoticeWay::Sms,
    })))]
}
