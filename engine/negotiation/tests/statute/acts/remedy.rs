//! Refusals, letters of supervision, orders, withdrawal.

use ledger::Digest;
use negotiation::command::{
    AnswerOpinion, ChangeCommand, Command, Grievance, IssueOffer, OfferBasis, OfferCommand, OrderDecision,
    ProposalBasis, ProposalTrigger, RecordLetterReceipt, RecordOrder, RefuseOffer, RefuseToSign, SendOpinion,
    SendProposal, SendRectification, SendReminder, SignatureCommand, SupervisionCommand, Withdraw,
};

use super::{digest, offer, offers};
use crate::cast::day;

pub(crate) fn offer_on(basis: OfferBasis) -> Command {
    offers(IssueOffer { basis, ..offer("2026-12-01") })
}

pub(crate) fn refuse_offer(reason: &str) -> Command {
    Command::Offer(OfferCommand::RefuseOffer(RefuseOffer { reason: reason.to_owned() }))
}

pub(crate) fn refuse_to_sign(terms: Digest) -> Command {
    let refusal = RefuseToSign { reason: "订单减少".to_owned(), terms };
    Command::Signature(SignatureCommand::RefuseToSign(refusal))
}

fn supervision(command: SupervisionCommand) -> Command {
    Command::Supervision(command)
}

pub(crate) fn remind(grievance: Grievance, reply_by: &str) -> Command {
    supervision(SupervisionCommand::SendReminder(SendReminder {
        grievance,
        reply_by: day(reply_by),
        request: "请书面答复要约".to_owned(),
    }))
}

pub(crate) fn opine(grievance: Grievance) -> Command {
    supervision(SupervisionCommand::SendOpinion(SendOpinion {
        facts: "经调查，企业没有依法协商".to_owned(),
        grievance,
        request: "请改正并书面答复".to_owned(),
    }))
}

pub(crate) fn letter_receipt(letter: u32, on: &str, refused: bool) -> Command {
    supervision(SupervisionCommand::RecordLetterReceipt(RecordLetterReceipt {
        letter,
        on: day(on),
        proof: digest("letter receipt"),
        refused,
    }))
}

pub(crate) fn answer_opinion(letter: u32, will_correct: bool) -> Command {
    let content = "收到，现答复如下".to_owned();
    supervision(SupervisionCommand::AnswerOpinion(AnswerOpinion { content, letter, will_correct }))
}

pub(crate) fn rectify(grievance: Grievance, correct_by: &str) -> Command {
    supervision(SupervisionCommand::SendRectification(SendRectification {
        correct_by: day(correct_by),
        facts: "经调查，企业没有改正".to_owned(),
        grievance,
    }))
}

pub(crate) fn propose(letter: u32, trigger: ProposalTrigger) -> Command {
    propose_on(ProposalBasis::Opinion, letter, trigger)
}

pub(crate) fn propose_on(rests_on: ProposalBasis, letter: u32, trigger: ProposalTrigger) -> Command {
    let request = "请依法处理".to_owned();
    supervision(SupervisionCommand::SendProposal(SendProposal { letter, request, rests_on, trigger }))
}

pub(crate) fn order(grievance: Grievance, decision: OrderDecision, correct_by: Option<&str>) -> Command {
    supervision(SupervisionCommand::RecordOrder(RecordOrder {
        correct_by: correct_by.map(day),
        decision,
        grievance,
        number: "示人社责改〔2026〕1号（虚构）".to_owned(),
    }))
}

pub(crate) fn withdraw() -> Command {
    Command::Change(ChangeCommand::Withdraw(Withdraw { reason: "时机不合适".to_owned() }))
}
