//! From the opening to the initials.

use law::rules::Profile;
use ledger::Digest;
use negotiation::command::{
    AcceptPlatform, AcceptPosition, AcceptanceCommand, AnnounceReps, Answer, CloseSession, Command, ConfirmMinutes,
    DelegationCommand, Disclose, DisclosureCommand, DisclosureItem, DraftCommand, EmployerParty, InitialDraft,
    IssueOffer, Member, OfferBasis, OfferCommand, OpenCase, OpenSession, OpeningCommand, RecordDelivery, RegisterReps,
    Reply, RequestData, ScheduleSession, Scope, Selection, SelectionMethod, SessionCommand, Sex, TableDraft,
    TablePosition, Topic, UnionParty,
};
use negotiation::terms::{Terms, Unit, Value};
use negotiation::{PersonRef, Side};

use super::digest;
use crate::cast::{day, person, region};

/// The file of an invented enterprise with 200 workers.
pub(crate) fn opening(profile: Profile) -> OpenCase {
    OpenCase {
        association: None,
        covered: Vec::new(),
        employer: EmployerParty {
            above_scale: false,
            address: "示例县虚构路1号".to_owned(),
            disabled: 0,
            dispatched: 0,
            female: 80,
            headcount: 200,
            legal_rep: person("e1"),
            name: "示例五金有限公司（虚构）".to_owned(),
            uscc: "91330784MA000X0153".to_owned(),
        },
        number: None,
        parent: None,
        profile,
        proposed: None,
        region: region(profile).to_owned(),
        scope: Scope::Enterprise,
        union: UnionParty {
            address: "示例县虚构路1号".to_owned(),
            chair: person("w1"),
            guiding: false,
            name: "示例五金有限公司工会（虚构）".to_owned(),
            relative: false,
            uscc: "81330784MC000X020R".to_owned(),
        },
    }
}

pub(crate) fn open_case(profile: Profile) -> Command {
    opened(opening(profile))
}

pub(crate) fn opened(open: OpenCase) -> Command {
    Command::Opening(OpeningCommand::OpenCase(Box::new(open)))
}

pub(crate) fn accept_platform() -> Command {
    Command::Acceptance(AcceptanceCommand::AcceptPlatform(AcceptPlatform { text: digest("terms of use") }))
}

pub(crate) fn offer(meeting_on: &str) -> IssueOffer {
    IssueOffer {
        basis: OfferBasis::Annual,
        meeting_on: day(meeting_on),
        place: "三楼会议室".to_owned(),
        topics: vec![Topic { demand: "平均工资增长8%".to_owned(), title: "年度工资调整".to_owned() }],
    }
}

pub(crate) fn offers(offer: IssueOffer) -> Command {
    Command::Offer(OfferCommand::IssueOffer(offer))
}

pub(crate) fn issue_offer() -> Command {
    issue_offer_for("2026-01-14")
}

pub(crate) fn issue_offer_for(meeting_on: &str) -> Command {
    offers(offer(meeting_on))
}

pub(crate) fn record_delivery(received_on: &str) -> Command {
    Command::Offer(OfferCommand::RecordDelivery(RecordDelivery {
        means: "当面送达".to_owned(),
        proof: digest("receipt"),
        received_on: day(received_on),
    }))
}

pub(crate) fn reply(meeting_on: &str) -> Command {
    Command::Offer(OfferCommand::Reply(Reply {
        answer: Answer::Accept,
        content: "同意就所列议题协商".to_owned(),
        meeting_on: day(meeting_on),
        place: "三楼会议室".to_owned(),
    }))
}

pub(crate) fn member(id: &str) -> Member {
    Member {
        chief: false,
        disabled: false,
        dispatched: false,
        external: false,
        manager: false,
        mandate: None,
        person: person(id),
        principal: false,
        sex: Sex::Male,
        union_staff: false,
    }
}

/// Chief `1` and others of a side, each a `prefix` with a number; every second one is a woman.
pub(crate) fn members(prefix: &str, count: usize) -> Vec<Member> {
    (1..=count)
        .map(|number| Member {
            chief: number == 1,
            sex: if number % 2 == 0 { Sex::Female } else { Sex::Male },
            ..member(&format!("{prefix}{number}"))
        })
        .collect()
}

pub(crate) fn elected() -> Selection {
    Selection {
        method: SelectionMethod::ElectedByCongress,
        on: day("2026-01-04"),
        record: Some(digest("election")),
        total: Some(60),
        votes: Some(50),
    }
}

fn named() -> Selection {
    Selection {
        method: SelectionMethod::NamedByLegalRep,
        on: day("2026-01-05"),
        record: None,
        total: None,
        votes: None,
    }
}

pub(crate) fn workers() -> RegisterReps {
    workers_of(members("w", 3))
}

pub(crate) fn workers_of(members: Vec<Member>) -> RegisterReps {
    RegisterReps { members, selection: elected() }
}

pub(crate) fn employers() -> RegisterReps {
    employers_of(members("e", 3))
}

pub(crate) fn employers_of(members: Vec<Member>) -> RegisterReps {
    RegisterReps { members, selection: named() }
}

pub(crate) fn reps(list: &RegisterReps) -> Command {
    Command::Delegation(DelegationCommand::RegisterReps(list.clone()))
}

pub(crate) fn announce() -> Command {
    announce_in("厂务公开栏")
}

pub(crate) fn announce_in(channel: &str) -> Command {
    Command::Delegation(DelegationCommand::AnnounceReps(AnnounceReps { channel: channel.to_owned() }))
}

pub(crate) fn request_data() -> Command {
    request(&["上一年度工资总额"])
}

pub(crate) fn request(items: &[&str]) -> Command {
    let items = items.iter().map(|item| (*item).to_owned()).collect();
    Command::Disclosure(DisclosureCommand::RequestData(RequestData { items }))
}

pub(crate) fn disclose(item: DisclosureItem) -> Command {
    answering(item, &[])
}

/// Gives something that answers numbered requests.
pub(crate) fn answering(item: DisclosureItem, answers: &[u32]) -> Command {
    Command::Disclosure(DisclosureCommand::Disclose(Disclose {
        answers: answers.to_vec(),
        item,
        materials: Vec::new(),
        points: vec!["见附件".to_owned()],
    }))
}

pub(crate) fn agenda() -> Command {
    disclose(DisclosureItem::Agenda)
}

pub(crate) fn rep_list() -> Command {
    disclose(DisclosureItem::RepList)
}

pub(crate) fn schedule(meeting_on: &str) -> Command {
    Command::Session(SessionCommand::ScheduleSession(ScheduleSession {
        meeting_on: day(meeting_on),
        place: "三楼会议室".to_owned(),
    }))
}

pub(crate) fn session(chair: Side, recorder: PersonRef, attending: &[&str]) -> Command {
    Command::Session(SessionCommand::OpenSession(OpenSession {
        attending: attending.iter().map(|id| person(id)).collect(),
        chair,
        place: "三楼会议室".to_owned(),
        recorder,
    }))
}

pub(crate) fn open_session(chair: Side) -> Command {
    session(chair, person("r1"), &["w1", "w2", "e1", "e2"])
}

/// Words of the clause on the yearly rise.
pub(crate) const RISE: &str = "全体职工年平均工资增长{rise}。";

pub(crate) fn value(key: &str, amount: i64, unit: Unit) -> Value {
    Value { amount, key: key.to_owned(), unit }
}

/// A position on the yearly rise, basis points.
pub(crate) fn position(clause: &str, side: Side, rise: i64) -> Command {
    Command::Session(SessionCommand::TablePosition(TablePosition {
        clause: clause.to_owned(),
        side,
        text: RISE.to_owned(),
        values: vec![value("rise", rise, Unit::BasisPoints)],
    }))
}

pub(crate) fn accept(clause: &str, side: Side) -> Command {
    Command::Session(SessionCommand::AcceptPosition(AcceptPosition { clause: clause.to_owned(), side }))
}

pub(crate) fn close() -> Command {
    Command::Session(SessionCommand::CloseSession(CloseSession {
        next_on: None,
        summary: "就年度工资调整达成一致".to_owned(),
    }))
}

pub(crate) fn confirm_minutes(session: u32) -> Command {
    Command::Session(SessionCommand::ConfirmMinutes(ConfirmMinutes { session }))
}

pub(crate) fn table_draft(terms: Terms) -> Command {
    Command::Draft(DraftCommand::TableDraft(TableDraft { clerical: false, terms: Box::new(terms) }))
}

pub(crate) fn table_slips(terms: Terms) -> Command {
    Command::Draft(DraftCommand::TableDraft(TableDraft { clerical: true, terms: Box::new(terms) }))
}

pub(crate) fn initial(terms: Digest) -> Command {
    Command::Draft(DraftCommand::InitialDraft(InitialDraft { terms }))
}
