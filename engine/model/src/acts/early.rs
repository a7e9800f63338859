//! From the opening to the initials.

use law::rules::Profile;
use negotiation::Side;
use negotiation::command::{
    AcceptPlatform, AcceptPosition, AcceptanceCommand, AnnounceReps, Answer, ChildKind, CloseSession, Command,
    ConfirmMinutes, DelegationCommand, Disclose, DisclosureCommand, DisclosureItem, DraftCommand, InitialDraft,
    IssueOffer, OfferBasis, OfferCommand, OpenSession, OpeningCommand, RecordDelivery, RefuseOffer, RegisterReps,
    Reply, RequestData, ScheduleSession, SessionCommand, TableDraft, TablePosition, Topic,
};

use super::{Variant, View, aside, beyond, by, of};
use crate::cast::{self, digest, person};
use crate::text::{self, Text};

/// Days from an offer or a reply to the meeting.
const NOTICE: i32 = 9;

pub(super) fn open_case(view: &View<'_>) -> Vec<Variant> {
    vec![of(Command::Opening(OpeningCommand::OpenCase(Box::new(cast::opening(view.n.header.profile)))))]
}

pub(super) fn accept_platform(_: &View<'_>) -> Vec<Variant> {
    let accept = AcceptPlatform { text: digest("terms of use") };
    vec![aside(Command::Acceptance(AcceptanceCommand::AcceptPlatform(accept)))]
}

pub(super) fn issue_offer(view: &View<'_>) -> Vec<Variant> {
    let basis = match view.n.header.parent.as_ref().map(|parent| parent.kind) {
        None => OfferBasis::Annual,
        Some(ChildKind::Renewal) => OfferBasis::Renewal,
        Some(ChildKind::Amendment) => OfferBasis::Amendment,
        Some(ChildKind::Rescission) => OfferBasis::Rescission,
    };
    let offer = |place: &str, basis: OfferBasis| {
        of(Command::Offer(OfferCommand::IssueOffer(IssueOffer {
            basis,
            meeting_on: view.ahead(NOTICE),
            place: place.to_owned(),
            topics: vec![Topic { demand: "增长".to_owned(), title: "工资".to_owned() }],
        })))
    };
    let mut offers = vec![offer("室", basis), offer("", basis)];
    if basis == OfferBasis::Rescission {
        // What is asked for isn't what the case is for.
        offers.push(offer("室", OfferBasis::Annual));
    }
    offers
}

pub(super) fn record_delivery(view: &View<'_>) -> Vec<Variant> {
    vec![of(Command::Offer(OfferCommand::RecordDelivery(RecordDelivery {
        means: "送达".to_owned(),
        proof: digest("receipt"),
        received_on: view.today,
    })))]
}

/// The answer that is accepted, also used on paper.
pub(super) fn reply_now(view: &View<'_>, place: &str) -> Command {
    Command::Offer(OfferCommand::Reply(Reply {
        answer: Answer::Accept,
        content: "同意".to_owned(),
        meeting_on: view.ahead(NOTICE),
        place: place.to_owned(),
    }))
}

pub(super) fn reply(view: &View<'_>) -> Vec<Variant> {
    vec![of(reply_now(view, "室")), of(reply_now(view, ""))]
}

pub(super) fn refuse_offer(_: &View<'_>) -> Vec<Variant> {
    vec![of(Command::Offer(OfferCommand::RefuseOffer(RefuseOffer { reason: "不便".to_owned() })))]
}

/// A good list of each side, as the size of the firm and its union ask for it; too few, too many, badly elected; too many
/// outsiders, nothing in writing; one person on both.
pub(super) fn register_reps(view: &View<'_>) -> Vec<Variant> {
    let list = |side, reps: RegisterReps| by(side, Command::Delegation(DelegationCommand::RegisterReps(reps)));
    let workers = |ids: &[&str], votes| list(Side::Worker, cast::workers(ids, votes));
    let employers = |ids: &[&str]| list(Side::Employer, cast::employers(ids));
    let hired = |side, count, mandate| {
        let three = match side {
            Side::Worker => cast::workers(&["w1", "w2", "w3"], 3),
            Side::Employer | Side::None => cast::employers(&["e1", "e2", "e3"]),
        };
        list(side, cast::with_outsiders(three, count, mandate))
    };
    let header = &view.n.header;
    let (first, second) = if header.employer.above_scale {
        (workers(&["w1", "w2", "w3", "w7", "w8"], 3), employers(&["e1", "e2", "e3", "e5", "e6"]))
    } else if header.union.guiding {
        (list(Side::Worker, cast::chosen_by_all(&["w1", "w2", "w3"])), employers(&["e1", "e2", "e3"]))
    } else {
        (workers(&["w1", "w2", "w3"], 3), employers(&["e1", "e2", "e3"]))
    };
    let mut lists = vec![
        first,
        second,
        workers(&["w1", "w2"], 3),
        workers(&["w1", "w2", "w3"], 1),
        employers(&["e1", "e2"]),
        employers(&["e1", "e2", "e2"]),
        // The chief is not the legal representative, and nobody sent him in writing.
        employers(&["e2", "e1", "e3"]),
        hired(Side::Worker, 2, true),
        hired(Side::Worker, 1, false),
        hired(Side::Employer, 2, true),
        beyond(hired(Side::Worker, 1, true)),
        beyond(hired(Side::Employer, 1, true)),
    ];
    let four = workers(&["w1", "w2", "w3", "w7"], 3);
    // Unequal numbers: not under the national rules; elsewhere worth a look, and of no other effect.
    let unequal = view.n.header.profile == Profile::Cn && view.listed(Side::Employer);
    lists.push(if unequal { four } else { beyond(four) });
    if matches!(view.n.header.profile, Profile::Hz | Profile::Nb) {
        lists.push(workers(&["w1", "w2", "w3", "w7", "w8", "w9", "w10", "w11", "w12", "w13", "w14"], 3));
    }
    if view.listed(Side::Employer) {
        lists.push(workers(&["w1", "w2", "e3"], 3));
    }
    if view.listed(Side::Worker) {
        lists.push(employers(&["e1", "e2", "w3"]));
        lists.push(employers(&["e1", "e2", "e3", "e5"]));
    }
    if header.employer.above_scale || header.union.guiding {
        // What is enough elsewhere: three; elected by the congress.
        lists.push(workers(&["w1", "w2", "w3"], 3));
    }
    if view.n.header.profile == Profile::Nb {
        // The head of the enterprise for the workers, the chair of the union for the employer.
        lists.push(workers(&["w1", "w2", "e1"], 3));
        lists.push(employers(&["e1", "e2", "w1"]));
    }
    lists
}

pub(super) fn announce_reps(_: &View<'_>) -> Vec<Variant> {
    let announcement = AnnounceReps { channel: "公开栏".to_owned() };
    vec![aside(Command::Delegation(DelegationCommand::AnnounceReps(announcement)))]
}

pub(super) fn request_data(_: &View<'_>) -> Vec<Variant> {
    let request = RequestData { items: vec!["总额".to_owned()] };
    vec![aside(Command::Disclosure(DisclosureCommand::RequestData(request)))]
}

pub(super) fn disclose(_: &View<'_>) -> Vec<Variant> {
    let give = |item, points: &[&str]| {
        let points = points.iter().map(|point| (*point).to_owned()).collect();
        Command::Disclosure(DisclosureCommand::Disclose(Disclose {
            answers: Vec::new(),
            item,
            materials: Vec::new(),
            points,
        }))
    };
    use DisclosureItem::{Agenda, Data, Plan, RepList};
    vec![
        of(give(Agenda, &["附"])),
        of(give(Agenda, &[])),
        of(give(RepList, &["附"])),
        aside(give(Data, &["附"])),
        aside(give(Plan, &["附"])),
    ]
}

pub(super) fn schedule_session(view: &View<'_>) -> Vec<Variant> {
    vec![of(Command::Session(SessionCommand::ScheduleSession(ScheduleSession {
        meeting_on: view.ahead(NOTICE),
        place: "室".to_owned(),
    })))]
}

/// A good session; one recorded by a representative; one without the other side.
pub(super) fn open_session(view: &View<'_>) -> Vec<Variant> {
    let chair = if view.n.sessions.len().is_multiple_of(2) { Side::Worker } else { Side::Employer };
    let open = |recorder: &str, attending: &[&str]| {
        of(Command::Session(SessionCommand::OpenSession(OpenSession {
            attending: attending.iter().map(|id| person(id)).collect(),
            chair,
            place: "室".to_owned(),
            recorder: person(recorder),
        })))
    };
    vec![open("r1", &["w1", "e1"]), open("w2", &["w1", "e1"]), open("r1", &["w1", "w2"])]
}

/// Each side's position, tried by everybody: the recorder may enter both, a side only its own.
pub(super) fn table_position(_: &View<'_>) -> Vec<Variant> {
    let position = |side, amount| {
        of(Command::Session(SessionCommand::TablePosition(TablePosition {
            clause: text::CLAUSE.to_owned(),
            side,
            text: text::WORDS.to_owned(),
            values: vec![text::rise(amount)],
        })))
    };
    vec![position(Side::Worker, 500), position(Side::Employer, 300)]
}

/// A position of the open session; one of an earlier session is put again first.
pub(super) fn accept_position(view: &View<'_>) -> Vec<Variant> {
    let accept = |side| {
        let accept = AcceptPosition { clause: text::CLAUSE.to_owned(), side };
        of(Command::Session(SessionCommand::AcceptPosition(accept)))
    };
    let old = |side: Side| {
        let open = view.n.open_session();
        let said = view.n.table.latest(text::CLAUSE, side);
        open.is_some_and(|open| said.is_some_and(|said| said.session < open.number))
    };
    [Side::Worker, Side::Employer].into_iter().filter(|side| !old(side.other())).map(accept).collect()
}

pub(super) fn close_session(_: &View<'_>) -> Vec<Variant> {
    let close = CloseSession { next_on: None, summary: "议".to_owned() };
    vec![of(Command::Session(SessionCommand::CloseSession(close)))]
}

pub(super) fn confirm_minutes(view: &View<'_>) -> Vec<Variant> {
    let confirm = |session: &negotiation::state::Session| {
        of(Command::Session(SessionCommand::ConfirmMinutes(ConfirmMinutes { session: session.number })))
    };
    let open = view.n.sessions.iter().filter(|session| !session.is_confirmed()).map(confirm);
    let none = ConfirmMinutes { session: 9 };
    open.chain([of(Command::Session(SessionCommand::ConfirmMinutes(none)))]).collect()
}

pub(super) fn table_draft(view: &View<'_>) -> Vec<Variant> {
    let draft = |text: &Text, clerical| {
        let terms = Box::new(text.terms.clone());
        of(Command::Draft(DraftCommand::TableDraft(TableDraft { clerical, terms })))
    };
    let texts = view.texts;
    vec![draft(&texts.first, false), draft(&texts.second, false), draft(&texts.mended, true)]
}

pub(super) fn initial_draft(view: &View<'_>) -> Vec<Variant> {
    let initial = |terms| of(Command::Draft(DraftCommand::InitialDraft(InitialDraft { terms })));
    vec![initial(view.text()), initial(view.other_text())]
}
