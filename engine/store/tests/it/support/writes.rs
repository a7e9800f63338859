//! One of each write about people and ballots.

use ballot::{Counts, Definition, Entry, Key, Mark, Named, OnRoll, Question, Roll, Token, Vote};
use ledger::Digest;
use negotiation::{Capacity, Side};
use store::{
    BallotChore, BoxKey, Cast, CaucusChore, CaucusNote, ChallengeChore, ChallengeKind, Chore, Hidden, NewBallot,
    NewChallenge, Organisation, OrganisationState, Pass, PassKind, PeopleChore, Person, RollStep, RosterDraft,
    RosterPerson, Scan, ShortMessage, Store, Survey, SurveyAnswer, Writer,
};
use uuid::Uuid;

use super::{EMPLOYER, at, case};

/// One of each write about people, each of which changes something.
pub(crate) fn every_people_chore() -> Vec<PeopleChore> {
    let (account, person, token) = (Uuid::from_u128(1), Uuid::from_u128(11), Digest::sha256(b"token"));
    let employer = || EMPLOYER.to_owned();
    let organisation = Organisation {
        id: account,
        kind: "union".to_owned(),
        name: "示例工会（虚构）".to_owned(),
        uscc: employer(),
        region: "330784".to_owned(),
        employers: vec![employer()],
        applicant: account,
        capacity: Capacity::UnionChair,
        state: OrganisationState::Waiting,
        reason: String::new(),
        created_at: at(1),
        decided: None,
    };
    let bytes = Hidden(vec![1]);
    let scan = Scan {
        purpose: "licence".to_owned(),
        name: "a".to_owned(),
        media: "image/png".to_owned(),
        bytes: bytes.clone(),
    };
    let row = RosterPerson {
        id: person,
        name: Hidden("李一".to_owned()),
        phone: Hidden(String::new()),
        number: String::new(),
        post: String::new(),
        constituency: String::new(),
        sex: String::new(),
        delegate: false,
        account: None,
    };
    let draft = |id| RosterDraft { id, employer: employer(), account, at: at(1), rows: bytes.clone() };
    let pass = Pass {
        token,
        kind: PassKind::Link,
        employer: employer(),
        person,
        secret: None,
        tries: 0,
        created_at: at(1),
        until: at(9),
        used_at: None,
    };
    let message = ShortMessage {
        id: account,
        phone: Some(Hidden("13800000000".to_owned())),
        text: Some(Hidden("您好".to_owned())),
        created_at: at(1),
        attempts: 0,
        next_at: at(1),
        sent_at: None,
        problem: None,
    };
    let survey = Survey {
        id: account,
        employer: employer(),
        title: "工资".to_owned(),
        code: "abc".to_owned(),
        opened_at: at(1),
        closed_at: None,
    };
    let answer = SurveyAnswer { id: person, topics: Vec::new(), words: "涨".to_owned() };
    vec![
        PeopleChore::Apply { organisation, scans: vec![scan] },
        PeopleChore::Decide {
            id: account,
            state: OrganisationState::Confirmed,
            reason: String::new(),
            by: person,
            at: at(2),
            leaves: Vec::new(),
            stands: Vec::new(),
        },
        PeopleChore::SetPhone { account, phone: Hidden("13800000000".to_owned()), at: at(2) },
        PeopleChore::KeepDraft(draft(account)),
        PeopleChore::KeepDraft(draft(person)),
        PeopleChore::DropDraft { id: person },
        PeopleChore::Import { draft: account, employer: employer(), persons: vec![row] },
        PeopleChore::SetRosterPhone { employer: employer(), person, phone: Hidden("13800000000".to_owned()) },
        PeopleChore::Bind { employer: employer(), person, account },
        PeopleChore::SetGroup { employer: employer(), code: "abc".to_owned(), at: at(2) },
        PeopleChore::PutAccountPass {
            token,
            account,
            at: at(1),
            until: at(9),
            message: ShortMessage { id: Uuid::from_u128(2), ..message.clone() },
        },
        PeopleChore::TakeAccountPass { token, at: at(2) },
        PeopleChore::Say(ShortMessage { id: Uuid::from_u128(3), ..message.clone() }),
        PeopleChore::PutPass { pass, message },
        PeopleChore::TryPass { token, most: 5, at: at(2) },
        PeopleChore::TakePass { token, at: at(2) },
        PeopleChore::ClaimShort { id: account, seen: at(1), until: at(3) },
        PeopleChore::RetryShort { id: account, next_at: at(4), problem: "没有人".to_owned() },
        PeopleChore::SentShort { id: account, at: at(5) },
        PeopleChore::OpenSurvey(survey),
        PeopleChore::Answer { survey: account, mark: token, answer },
        PeopleChore::CloseSurvey { id: account, at: at(6) },
        PeopleChore::EraseFromRoster { employer: employer(), person, at: at(7) },
    ]
}

/// One of each write about notes of a side, each of which changes something.
pub(crate) fn every_caucus_chore() -> Vec<CaucusChore> {
    let (id, account, side) = (Uuid::from_u128(1), Uuid::from_u128(1), Side::Worker);
    let text = Some(Hidden("先守住底线".to_owned()));
    let note = CaucusNote { case: case(1), side, id, account, at: at(1), text };
    vec![CaucusChore::Say(note), CaucusChore::Erase { case: case(1), side, id, account, at: at(2) }]
}

/// The ballot of the tests.
pub(crate) const BALLOT: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0b01);

/// A ballot's key, and what lies with its box.
pub(crate) fn ballot_key() -> (Key, BoxKey) {
    let key = Key::derive([5; 32], BALLOT).unwrap();
    let lying = BoxKey { secret: Hidden(key.secret().0), salt: Hidden([6; 32]) };
    (key, lying)
}

/// A ballot on a draft for so many.
pub(crate) fn definition(voters: u32) -> Definition {
    Definition {
        ballot: BALLOT,
        case: case(1),
        closes_at: at(60),
        key: ballot_key().0.public(),
        meeting: None,
        objection_days: None,
        opened_at: at(0),
        question: Question::Draft { terms: Digest::sha256(b"terms") },
        reveals: true,
        roll: None,
        roll_digest: None,
        round: None,
        voters,
    }
}

/// Publishes the roll of so many, under the id of the ballot.
pub(crate) fn publishes(voters: u32) -> BallotChore {
    let names: Vec<Person> = (0..voters)
        .map(|n| Person::new(&format!("p-{n}"), [3; 32], &Named { name: format!("代表{n}（虚构）") }).unwrap())
        .collect();
    let on = |person: &Person| OnRoll { commit: Some(person.commitment()), id: person.id.clone() };
    let roll = Roll { voters: names.iter().map(on).collect(), ..Roll::default() };
    let content = ledger::canonical::to_vec(&roll).unwrap();
    let by = RollStep { by: "a".to_owned(), at: at(1) };
    BallotChore::PublishRoll { case: case(1), roll: BALLOT, content, names, by }
}

/// Puts a box up and opens its ballot on its roll.
pub(crate) async fn opens_ballot(store: &Store, writer: &Writer, voters: u32) {
    store.put_box_up(BALLOT, &ballot_key().1, voters).await.unwrap();
    assert!(writer.chore(Chore::Ballot(publishes(voters))).await.unwrap());
    let definition = definition(voters);
    let new = NewBallot {
        case: definition.case,
        ballot: BALLOT,
        closes_at: definition.closes_at,
        definition: ledger::canonical::to_vec(&definition).unwrap(),
        links: Vec::new(),
        messages: Vec::new(),
        roll: BALLOT,
        voters: (0..voters).map(|n| format!("p-{n}")).collect(),
    };
    assert!(writer.chore(Chore::Ballot(BallotChore::Open(new.clone()))).await.unwrap());
    assert!(!writer.chore(Chore::Ballot(BallotChore::Open(new))).await.unwrap(), "twice is once");
}

/// The ballot of a voter.
pub(crate) fn entry(n: u32, vote: Vote) -> Entry {
    let token = Token(*Digest::sha256(&n.to_be_bytes()).as_bytes());
    Entry { seal: ballot_key().0.seal(&token).unwrap(), token, vote }
}

/// Everything that is written about a ballot, once.
pub(crate) async fn every_ballot_write(store: &Store, writer: &Writer) {
    opens_ballot(store, writer, 2).await;
    let (case, ballot) = (case(1), BALLOT);
    let links = vec![(0, Digest::sha256(b"link"))];
    assert!(writer.chore(Chore::Ballot(BallotChore::Links { case, ballot, links })).await.unwrap());
    let by = |name: &str| RollStep { by: name.to_owned(), at: at(1) };
    let (id, text) = (Uuid::from_u128(7), Hidden("漏了三车间的一名代表".to_owned()));
    let kind = ChallengeKind::Missing;
    let new = NewChallenge { case, roll: ballot, id, kind, text: text.clone(), by: by("p-0") };
    let answer = ChallengeChore::Answer { case, roll: ballot, id, accepted: true, text, by: by("a") };
    for chore in [
        BallotChore::Challenge(ChallengeChore::Enter(new)),
        BallotChore::Challenge(answer),
        BallotChore::Challenge(ChallengeChore::TakeBack { case, roll: ballot, id, by: by("p-0") }),
        BallotChore::CloseRoll { case, roll: ballot, by: by("a") },
        BallotChore::ConfirmRoll { case, roll: ballot, by: by("b") },
        BallotChore::Extend { case, ballot, number: 0, closes_at: at(70), extension: b"{}".to_vec() },
        BallotChore::Remind { case, ballot, hours: 24, at: at(1), messages: Vec::new() },
    ] {
        assert!(writer.chore(Chore::Ballot(chore)).await.unwrap());
    }
    let erase = Chore::ErasePerson { case, id: "p-1".to_owned(), at: at(2) };
    assert!(writer.chore(erase.clone()).await.unwrap() && !writer.chore(erase).await.unwrap());
    assert!(writer.chore(Chore::Ballot(BallotChore::EraseRolls { case, at: at(2) })).await.unwrap());
    let mark = BallotChore::Mark { case, ballot, voter: 0, mark: Mark::Plain };
    assert!(writer.chore(Chore::Ballot(mark)).await.unwrap());
    assert!(matches!(store.cast(BALLOT, entry(0, Vote::YES)).await.unwrap(), Cast::Open { count: 1, .. }));
    store.close_box(BALLOT).await.unwrap().unwrap();
    let close =
        BallotChore::Close { case, ballot, issued: Counts { plain: 1, ..Counts::default() }, bundle: b"{}".to_vec() };
    assert!(writer.chore(Chore::Ballot(close)).await.unwrap());
    store.destroy_box(BALLOT).await.unwrap();
}
