//! From the first session to publication.

use law::time::Moment;
use ledger::Digest;
use negotiation::Command;
use negotiation::actor::{Capacity, Side};
use negotiation::command as c;

use super::{Case, day, member};

const CHIEFS: [(&str, Capacity); 2] = [("w0", Capacity::WorkerChief), ("e0", Capacity::EmployerChief)];

impl Case<'_> {
    /// A session: ask and offer on some clauses, the offer in the words of the text is accepted, minutes by both chiefs.
    pub(super) fn talk(&mut self, number: u8) {
        self.at = Moment::at(day(3, 24 + i8::try_from(number).unwrap_or(1)), 9, 0);
        let both = (0..5).flat_map(|n| [format!("w{n}"), format!("e{n}")]);
        let open = c::OpenSession {
            attending: both.map(|name| self.person(member(&name))).collect(),
            chair: if number % 2 == 1 { Side::Worker } else { Side::Employer },
            place: "二楼会议室".to_owned(),
            recorder: self.person("recorder"),
        };
        self.session("w0", Capacity::WorkerChief, c::SessionCommand::OpenSession(open));
        let clauses = self.of.terms.clauses.iter().filter(|clause| !clause.values.is_empty());
        for clause in clauses.skip(usize::from(number - 1) * 3).take(3) {
            let mut asked = clause.values.clone();
            for value in &mut asked {
                value.amount += 100;
            }
            for (side, values) in [(Side::Worker, asked), (Side::Employer, clause.values.clone())] {
                let (id, text) = (clause.id.clone(), clause.text.clone());
                let table = c::TablePosition { clause: id, side, text, values };
                self.recorder(c::SessionCommand::TablePosition(table));
            }
            let accept = c::AcceptPosition { clause: clause.id.clone(), side: Side::Worker };
            self.recorder(c::SessionCommand::AcceptPosition(accept));
        }
        let summary = "双方就本次议题逐项协商，达成一致的记录在案，其余下次继续。".to_owned();
        self.recorder(c::SessionCommand::CloseSession(c::CloseSession { next_on: None, summary }));
        for (who, capacity) in CHIEFS {
            let confirm = c::ConfirmMinutes { session: u32::from(number) };
            self.session(who, capacity, c::SessionCommand::ConfirmMinutes(confirm));
        }
    }

    pub(super) fn adopt(&mut self) {
        let terms = Box::new(self.of.terms.clone());
        let tabled = c::DraftCommand::TableDraft(c::TableDraft { clerical: false, terms });
        self.by("w0", Capacity::WorkerChief, Command::Draft(tabled));
        let terms = self.of.digest;
        for (who, capacity) in CHIEFS {
            let command = c::DraftCommand::InitialDraft(c::InitialDraft { terms });
            self.by(who, capacity, Command::Draft(command));
        }
        let held_on = day(3, 31);
        let submit = c::SubmitToCongress { form: c::CongressForm::Congress, meeting_on: held_on, terms, total: 60 };
        self.by("chair", Capacity::UnionChair, Command::Congress(c::CongressCommand::SubmitToCongress(submit)));
        self.at = Moment::at(held_on, 15, 0);
        let vote = c::RecordVote {
            abstain: 2,
            employer: None,
            held_on,
            issued: 58,
            no: 4,
            online: None,
            present: 58,
            protocol: Digest::sha256(b"counting protocol"),
            returned: 58,
            scrutineers: vec![self.person("scrutineer")],
            secret: true,
            terms,
            total: 60,
            yes: 52,
        };
        self.by("clerk", Capacity::CongressClerk, Command::Congress(c::CongressCommand::RecordVote(vote)));
        for (who, capacity) in CHIEFS {
            let sign = c::Sign { method: c::SigningMethod::Electronic, sealed: true, terms };
            self.by(who, capacity, Command::Signature(c::SignatureCommand::Sign(sign)));
        }
    }

    pub(super) fn file(&mut self) {
        let terms = self.of.digest;
        let materials = vec!["协议文本".to_owned(), "说明书".to_owned(), "职代会决议".to_owned()];
        let file = c::FilingCommand::File(c::File { copies: 5, materials, terms });
        self.by("agent", Capacity::EmployerAgent, Command::Filing(file));
        let register = c::RegisterFiling { number: format!("演示人社集审〔2026〕{}号", self.number) };
        self.by("officer", Capacity::HrssOfficer, Command::Filing(c::FilingCommand::RegisterFiling(register)));
        let opinion = "经审查，对协议无异议。".to_owned();
        let opinion = c::IssueNoObjection { opinion, served: Vec::new(), terms };
        let command = c::ReviewCommand::IssueNoObjection(opinion);
        self.by("officer", Capacity::HrssOfficer, Command::Review(command));
        let publish = c::Publish { channel: "厂务公开栏".to_owned(), proof: None, terms };
        let command = c::PublicationCommand::Publish(publish);
        self.by("agent", Capacity::EmployerAgent, Command::Publication(command));
        let copy = c::CopyToHigherUnion { recipient: "演示镇总工会".to_owned(), terms };
        let command = c::PublicationCommand::CopyToHigherUnion(copy);
        self.by("chair", Capacity::UnionChair, Command::Publication(command));
    }

    fn session(&mut self, who: &str, capacity: Capacity, command: c::SessionCommand) {
        self.by(who, capacity, Command::Session(command));
    }

    fn recorder(&mut self, command: c::SessionCommand) {
        self.session("recorder", Capacity::Recorder, command);
    }
}
