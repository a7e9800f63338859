//! From the congress to publication.

use ledger::Digest;
use negotiation::Side;
use negotiation::command::{
    Command, CongressCommand, CongressForm, CopyToHigherUnion, File, FilingCommand, IssueNoObjection, Object,
    ObjectionGround, ObjectionItem, PublicationCommand, Publish, RecordService, RecordVote, RegisterFiling,
    ReturnFiling, ReviewCommand, Service, Sign, SignatureCommand, SigningMethod, SubmitToCongress,
};

use super::digest;
use crate::cast::{day, person};

pub(crate) fn submit(terms: Digest, meeting_on: &str, total: u32) -> Command {
    Command::Congress(CongressCommand::SubmitToCongress(SubmitToCongress {
        form: CongressForm::Congress,
        meeting_on: day(meeting_on),
        terms,
        total,
    }))
}

/// The protocol of a secret ballot in which everybody present votes yes or no.
pub(crate) fn ballot(terms: Digest, held_on: &str, total: u32, present: u32, yes: u32) -> RecordVote {
    RecordVote {
        abstain: 0,
        employer: None,
        held_on: day(held_on),
        issued: present,
        no: present - yes,
        online: None,
        present,
        protocol: digest("protocol"),
        returned: present,
        scrutineers: vec![person("s1"), person("s2")],
        secret: true,
        terms,
        total,
        yes,
    }
}

pub(crate) fn votes(vote: RecordVote) -> Command {
    Command::Congress(CongressCommand::RecordVote(vote))
}

pub(crate) fn vote(terms: Digest, held_on: &str, total: u32, present: u32, yes: u32) -> Command {
    votes(ballot(terms, held_on, total, present, yes))
}

pub(crate) fn sign(terms: Digest) -> Command {
    Command::Signature(SignatureCommand::Sign(Sign { method: SigningMethod::Electronic, sealed: true, terms }))
}

pub(crate) fn file(terms: Digest) -> Command {
    Command::Filing(FilingCommand::File(File { copies: 5, materials: vec!["报送说明".to_owned()], terms }))
}

pub(crate) fn return_incomplete() -> Command {
    Command::Filing(FilingCommand::ReturnFiling(ReturnFiling { missing: vec!["职代会决议".to_owned()] }))
}

pub(crate) fn register() -> Command {
    Command::Filing(FilingCommand::RegisterFiling(RegisterFiling { number: "示例〔2026〕1号".to_owned() }))
}

/// Both sides received an opinion on this day, by receipts.
pub(crate) fn served(on: &str) -> [Service; 2] {
    [served_on(Side::Worker, on), served_on(Side::Employer, on)]
}

pub(crate) fn served_on(side: Side, on: &str) -> Service {
    Service { received_on: day(on), side }
}

pub(crate) fn object(terms: Digest, clauses: &[&str], served: &[Service]) -> Command {
    let item = |clause: &&str| ObjectionItem {
        clause: Some((*clause).to_owned()),
        ground: ObjectionGround::Content,
        opinion: "请写明计算办法".to_owned(),
    };
    Command::Review(ReviewCommand::Object(Object {
        items: clauses.iter().map(item).collect(),
        served: served.to_vec(),
        terms,
    }))
}

pub(crate) fn no_objection(terms: Digest, served: &[Service]) -> Command {
    Command::Review(ReviewCommand::IssueNoObjection(IssueNoObjection {
        opinion: "无异议".to_owned(),
        served: served.to_vec(),
        terms,
    }))
}

pub(crate) fn record_service(side: Side, on: &str) -> Command {
    Command::Review(ReviewCommand::RecordService(RecordService {
        proof: digest("service"),
        received_on: day(on),
        side,
    }))
}

pub(crate) fn publish(terms: Digest) -> Command {
    Command::Publication(PublicationCommand::Publish(Publish {
        channel: "厂务公开栏".to_owned(), proof: None, terms
    }))
}

pub(crate) fn copy(terms: Digest) -> Command {
    Command::Publication(PublicationCommand::CopyToHigherUnion(CopyToHigherUnion {
        recipient: "示例县总工会（虚构）".to_owned(),
        terms,
    }))
}
