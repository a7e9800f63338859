//! From the congress to publication.

use law::Date;
use ledger::Digest;
use negotiation::Side;
use negotiation::command::{
    Command, CongressCommand, CongressForm, CopyToHigherUnion, File, FilingCommand, IssueNoObjection, Object,
    ObjectionGround, ObjectionItem, PublicationCommand, Publish, RecordService, RecordVote, RefuseToSign,
    RegisterFiling, ReturnFiling, ReviewCommand, Service, Sign, SignatureCommand, SigningMethod, SubmitToCongress,
};

use super::{Variant, View, of};
use crate::cast::{DELEGATES, digest};
use crate::text;

pub(super) fn submit_to_congress(view: &View<'_>) -> Vec<Variant> {
    let submit = |form, terms| {
        of(Command::Congress(CongressCommand::SubmitToCongress(SubmitToCongress {
            form,
            meeting_on: view.ahead(1),
            terms,
            total: DELEGATES,
        })))
    };
    let own = CongressForm::Congress;
    let mut submissions = vec![submit(own, view.text()), submit(own, view.other_text())];
    if view.n.is_wide() {
        let forms = [CongressForm::SectorCongress, CongressForm::EachEmployer];
        submissions.extend(forms.map(|form| submit(form, view.text())));
    }
    submissions
}

/// Carried; by exactly half of all; rejected; too few present; by show of hands; on another text; counted wrongly. Where
/// each employer of a sector has its own congress: carried or rejected by one of them.
pub(super) fn record_vote(view: &View<'_>) -> Vec<Variant> {
    let by = |employer: Option<&str>, terms: Digest, present: u32, yes: u32, secret: bool| {
        of(Command::Congress(CongressCommand::RecordVote(RecordVote {
            abstain: 0,
            employer: employer.map(str::to_owned),
            held_on: view.today,
            issued: present,
            no: present.saturating_sub(yes),
            online: None,
            present,
            protocol: digest("protocol"),
            returned: present,
            scrutineers: Vec::new(),
            secret,
            terms,
            total: DELEGATES,
            yes,
        })))
    };
    let vote = |terms, present, yes, secret| by(None, terms, present, yes, secret);
    let text = view.text();
    let mut votes = vec![
        vote(text, 3, 3, true),
        vote(text, 4, 2, true),
        vote(text, 4, 1, true),
        vote(text, 2, 2, true),
        vote(text, 3, 3, false),
        vote(view.other_text(), 3, 3, true),
        vote(text, 5, 5, true),
    ];
    for employer in view.n.coverage.active().map(|covered| covered.employer.key.as_str()) {
        votes.extend([by(Some(employer), text, 3, 3, true), by(Some(employer), text, 4, 1, true)]);
    }
    votes
}

pub(super) fn signed(terms: Digest) -> Command {
    Command::Signature(SignatureCommand::Sign(Sign { method: SigningMethod::Handwritten, sealed: true, terms }))
}

pub(super) fn sign(view: &View<'_>) -> Vec<Variant> {
    vec![of(signed(view.text())), of(signed(view.other_text()))]
}

pub(super) fn refuse_to_sign(view: &View<'_>) -> Vec<Variant> {
    let refusal = RefuseToSign { reason: "不签".to_owned(), terms: view.text() };
    vec![of(Command::Signature(SignatureCommand::RefuseToSign(refusal)))]
}

pub(super) fn filed(terms: Digest) -> Command {
    Command::Filing(FilingCommand::File(File { copies: 5, materials: Vec::new(), terms }))
}

pub(super) fn file(view: &View<'_>) -> Vec<Variant> {
    vec![of(filed(view.text())), of(filed(view.other_text()))]
}

pub(super) fn return_incomplete(_: &View<'_>) -> Vec<Variant> {
    let back = ReturnFiling { missing: vec!["决议".to_owned()] };
    vec![of(Command::Filing(FilingCommand::ReturnFiling(back)))]
}

pub(super) fn register(_: &View<'_>) -> Vec<Variant> {
    let register = RegisterFiling { number: "示例1号".to_owned() };
    vec![of(Command::Filing(FilingCommand::RegisterFiling(register)))]
}

/// An objection to the clause, served on these sides on a day.
pub(super) fn objection(terms: Digest, on: Date, sides: &[Side]) -> Command {
    let items = vec![ObjectionItem {
        clause: Some(text::CLAUSE.to_owned()),
        ground: ObjectionGround::Content,
        opinion: "改".to_owned(),
    }];
    let served = sides.iter().map(|side| Service { received_on: on, side: *side }).collect();
    Command::Review(ReviewCommand::Object(Object { items, served, terms }))
}

pub(super) fn object(view: &View<'_>) -> Vec<Variant> {
    let served = |sides: &[Side]| of(objection(view.text(), view.today, sides));
    vec![
        served(&[]),
        served(&[Side::Worker]),
        served(&[Side::Worker, Side::Employer]),
        of(objection(view.other_text(), view.today, &[])),
    ]
}

pub(super) fn no_objection_opinion(view: &View<'_>) -> Vec<Variant> {
    let opinion = |terms, sides: &[Side]| {
        let served = sides.iter().map(|side| Service { received_on: view.today, side: *side }).collect();
        let given = IssueNoObjection { opinion: "无异议".to_owned(), served, terms };
        of(Command::Review(ReviewCommand::IssueNoObjection(given)))
    };
    vec![
        opinion(view.text(), &[]),
        opinion(view.text(), &[Side::Worker, Side::Employer]),
        opinion(view.other_text(), &[Side::Worker, Side::Employer]),
    ]
}

pub(super) fn record_service(view: &View<'_>) -> Vec<Variant> {
    let service = |side| {
        let service = RecordService { proof: digest("service"), received_on: view.today, side };
        of(Command::Review(ReviewCommand::RecordService(service)))
    };
    vec![service(Side::Worker), service(Side::Employer)]
}

pub(super) fn publish(view: &View<'_>) -> Vec<Variant> {
    let publish = |terms| {
        let publish = Publish { channel: "公开栏".to_owned(), proof: None, terms };
        of(Command::Publication(PublicationCommand::Publish(publish)))
    };
    vec![publish(view.text()), publish(view.other_text())]
}

pub(super) fn copy_to_higher_union(view: &View<'_>) -> Vec<Variant> {
    let copy = |terms| {
        let copy = CopyToHigherUnion { recipient: "示例县总工会（虚构）".to_owned(), terms };
        of(Command::Publication(PublicationCommand::CopyToHigherUnion(copy)))
    };
    vec![copy(view.text()), copy(view.other_text())]
}
