//! From the opening to the lists that both sides hand over.

use law::rules::Profile;
use ledger::Digest;
use negotiation::Command;
use negotiation::actor::{Capacity, Side};
use negotiation::command as c;

use super::{Case, code, day, member};

/// Who speaks for a side before there are chiefs.
const SPEAKERS: [(&str, Capacity, Side); 2] =
    [("chair", Capacity::UnionChair, Side::Worker), ("boss", Capacity::EmployerLegalRep, Side::Employer)];

impl Case<'_> {
    pub(super) fn open(&mut self) {
        let employer = c::EmployerParty {
            above_scale: true,
            address: "演示省演示市演示路1号".to_owned(),
            disabled: 0,
            dispatched: 12,
            female: 118,
            headcount: 420,
            legal_rep: self.person("boss"),
            name: format!("演示机械制造有限公司（虚构{}）", self.number),
            uscc: code("91", self.number),
        };
        let union = c::UnionParty {
            address: "演示省演示市演示路1号".to_owned(),
            chair: self.person("chair"),
            guiding: false,
            name: format!("演示机械制造有限公司工会（虚构{}）", self.number),
            relative: false,
            uscc: code("81", self.number),
        };
        self.by(
            "chair",
            Capacity::UnionChair,
            Command::Opening(c::OpeningCommand::OpenCase(Box::new(c::OpenCase {
                association: None,
                covered: Vec::new(),
                employer,
                number: None,
                parent: None,
                profile: Profile::Zj,
                proposed: None,
                region: "330000".to_owned(),
                scope: c::Scope::Enterprise,
                union,
            }))),
        );
        let accept = c::AcceptPlatform { text: Digest::sha256(b"terms of use") };
        for (who, capacity) in [("chair", Capacity::UnionChair), ("boss", Capacity::EmployerLegalRep)] {
            let command = c::AcceptanceCommand::AcceptPlatform(accept.clone());
            self.by(who, capacity, Command::Acceptance(command));
        }
    }

    pub(super) fn prepare(&mut self) {
        let place = "二楼会议室".to_owned();
        let meeting_on = day(3, 25);
        let topic =
            |title: &str| c::Topic { demand: "按照所附方案协商确定".to_owned(), title: title.to_owned() };
        let offer = c::IssueOffer {
            basis: c::OfferBasis::Annual,
            meeting_on,
            place: place.clone(),
            topics: ["年度工资增长", "能级工资", "津贴补贴"].map(topic).to_vec(),
        };
        self.by("chair", Capacity::UnionChair, Command::Offer(c::OfferCommand::IssueOffer(offer)));
        let content = "同意按时协商，对各项议题均无异议。".to_owned();
        let reply = c::Reply { answer: c::Answer::Accept, content, meeting_on, place };
        self.by("boss", Capacity::EmployerLegalRep, Command::Offer(c::OfferCommand::Reply(reply)));
        for (who, capacity, side) in SPEAKERS {
            let command = c::DelegationCommand::RegisterReps(self.delegation(side));
            self.by(who, capacity, Command::Delegation(command));
        }
        self.disclose("chair", Capacity::UnionChair, c::DisclosureItem::Agenda);
        for (who, capacity, _) in SPEAKERS {
            self.disclose(who, capacity, c::DisclosureItem::RepList);
        }
    }

    fn disclose(&mut self, who: &str, capacity: Capacity, item: c::DisclosureItem) {
        let points = vec!["按照协商议题和代表名单提交".to_owned()];
        let command =
            c::DisclosureCommand::Disclose(c::Disclose { answers: Vec::new(), item, materials: Vec::new(), points });
        self.by(who, capacity, Command::Disclosure(command));
    }

    fn delegation(&self, side: Side) -> c::RegisterReps {
        let worker = side == Side::Worker;
        let member = |n: u8| c::Member {
            chief: n == 0,
            disabled: false,
            dispatched: false,
            external: false,
            manager: false,
            mandate: None,
            person: self.person(member(&format!("{}{n}", if worker { "w" } else { "e" }))),
            principal: false,
            sex: if n % 2 == 1 { c::Sex::Female } else { c::Sex::Male },
            union_staff: false,
        };
        let selection = c::Selection {
            method: if worker { c::SelectionMethod::ElectedByCongress } else { c::SelectionMethod::NamedByLegalRep },
            on: day(2, 20),
            record: worker.then(|| Digest::sha256(b"election record")),
            total: worker.then_some(60),
            votes: worker.then_some(55),
        };
        c::RegisterReps { members: (0..5).map(member).collect(), selection }
    }
}
