//! A cast and a stage: fictional parties, their acts, a store in a folder of its own.

mod writes;

use std::sync::Arc;

use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use negotiation::command::{
    AcceptPlatform, AcceptanceCommand, DocumentKind, EmployerParty, IssueOffer, OfferBasis, OfferCommand, OpenCase,
    OpeningCommand, PublicationCommand, Publish, RecordDocument, Scope, SystemCommand, Topic, UnionParty,
};
use negotiation::{Act, Actor, Capacity, Command, Facts, LawBook, PersonRef, Side};
use store::{
    AccountChore, Document, Hidden, InboxLine, Place, ReadLine, Receipt, Scope as Within, Standing, Store,
    StoredAccount, StoredSession, StoredToken, Submission, SubmitError, Writer, WriterOptions, WriterTask,
};
use tempfile::TempDir;
use uuid::Uuid;

use crate::intruder::Intruder;
use crate::server;

pub(crate) use writes::{
    BALLOT, ballot_key, definition, entry, every_ballot_write, every_caucus_chore, every_people_chore, opens_ballot,
    publishes,
};

/// Fictional; the check digits hold.
pub(crate) const EMPLOYER: &str = "91330784MA0DEM0056";
/// Another one.
pub(crate) const OTHER_EMPLOYER: &str = "91330784MA0DEM11X7";
const UNION: &str = "81330784MA0DEM224H";

/// Which database.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    File,
    Server,
}

/// A place without rows, and what keeps it.
pub(crate) struct Empty {
    _folder: TempDir,
    pub(crate) place: Place,
}

/// A store with its writer.
pub(crate) struct Scene {
    folder: TempDir,
    pub(crate) place: Place,
    pub(crate) store: Store,
    pub(crate) writer: Writer,
    pub(crate) task: WriterTask,
}

impl Scene {
    pub(crate) async fn on(kind: Kind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = match kind {
            Kind::File => Place::File(folder.path().join("store.sqlite")),
            Kind::Server => server::database().await.parse().unwrap(),
        };
        Self::at(folder, place).await
    }

    /// A database with nothing in it.
    pub(crate) async fn empty(kind: Kind) -> Empty {
        let folder = tempfile::tempdir().unwrap();
        let place = match kind {
            Kind::File => Place::File(folder.path().join("empty.sqlite")),
            Kind::Server => server::database().await.parse().unwrap(),
        };
        Empty { _folder: folder, place }
    }

    async fn at(folder: TempDir, place: Place) -> Self {
        let store = Store::open(&place).await.unwrap();
        let (writer, task) = store.writer(book(), WriterOptions::default()).await.unwrap();
        Self { folder, place, store, writer, task }
    }

    /// Waits until everything is written, and opens the same database anew.
    pub(crate) async fn reopened(self) -> Self {
        let Self { folder, place, store, writer, task } = self;
        drop(writer);
        task.stopped().await;
        store.close().await;
        Self::at(folder, place).await
    }

    /// Stops the writer where it stands, and opens the same database anew.
    pub(crate) async fn killed(self) -> Self {
        let Self { folder, place, store, writer, task } = self;
        task.kill().await;
        drop(writer);
        store.close().await;
        Self::at(folder, place).await
    }

    pub(crate) async fn submit(&self, act: Act) -> Result<Receipt, SubmitError> {
        self.writer.submit(Submission::new(act)).await
    }

    /// Submits all acts so that they wait at the same moment: one batch.
    pub(crate) async fn submit_together(&self, acts: Vec<Act>) -> Vec<Result<Receipt, SubmitError>> {
        let tasks: Vec<_> = acts
            .into_iter()
            .map(|act| {
                let writer = self.writer.clone();
                tokio::spawn(async move { writer.submit(Submission::new(act)).await })
            })
            .collect();
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        answers
    }

    /// A connection beside the store's own.
    pub(crate) async fn intruder(&self) -> Intruder {
        Intruder::at(&self.place).await
    }

    pub(crate) async fn count(&self, sql: &'static str) -> i64 {
        self.intruder().await.count(sql).await
    }
}

pub(crate) fn book() -> Arc<LawBook> {
    Arc::new(LawBook::builtin().unwrap())
}

pub(crate) fn case(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | n)
}

/// A time on a working day in March 2026, so many minutes after nine.
pub(crate) fn at(minutes: i64) -> Moment {
    "2026-03-02T09:00:00.000+08:00".parse::<Moment>().unwrap().plus_millis(minutes * 60_000)
}

fn act(case: Uuid, id: u128, minutes: i64, actor: Actor, command: Command) -> Act {
    let act = Uuid::from_u128(case.as_u128() | 0x0000_0001_0000_0000_0000_0000_0000_0000 | (id << 32));
    Act { act, actor, at: at(minutes), case, command, facts: Facts::default() }
}

fn actor(capacity: Capacity) -> Actor {
    Actor { capacity, id: format!("p-{}", capacity.name()), side: capacity.side() }
}

fn person(id: &str) -> PersonRef {
    PersonRef { commit: Digest::sha256(id.as_bytes()), id: id.to_owned() }
}

/// The union opens a case with an employer.
pub(crate) fn opens(case: Uuid, uscc: &str) -> Act {
    let employer = EmployerParty {
        above_scale: false,
        address: "示例市示例路1号".to_owned(),
        disabled: 0,
        dispatched: 0,
        female: 40,
        headcount: 120,
        legal_rep: person("p-employer_legal_rep"),
        name: "示例机械有限公司（虚构）".to_owned(),
        uscc: uscc.to_owned(),
    };
    let union = UnionParty {
        address: "示例市示例路1号".to_owned(),
        chair: person("p-union_chair"),
        guiding: false,
        name: "示例机械有限公司工会（虚构）".to_owned(),
        relative: false,
        uscc: UNION.to_owned(),
    };
    let open = OpenCase {
        association: None,
        covered: Vec::new(),
        employer,
        number: None,
        parent: None,
        profile: Profile::Zj,
        proposed: None,
        region: "330784".to_owned(),
        scope: Scope::Enterprise,
        union,
    };
    act(case, 1, 0, actor(Capacity::UnionChair), Command::Opening(OpeningCommand::OpenCase(Box::new(open))))
}

/// The employer accepts the platform as its receiving system.
pub(crate) fn accepts_platform(case: Uuid) -> Act {
    let accept = AcceptPlatform { text: Digest::sha256(b"terms of use") };
    let command = Command::Acceptance(AcceptanceCommand::AcceptPlatform(accept));
    act(case, 2, 1, actor(Capacity::EmployerLegalRep), command)
}

/// The union offers to negotiate.
pub(crate) fn offers(case: Uuid, minutes: i64) -> Act {
    let offer = IssueOffer {
        basis: OfferBasis::Annual,
        meeting_on: law::Date::constant(2026, 3, 30),
        place: "二楼会议室".to_owned(),
        topics: vec![Topic { demand: "增长4%".to_owned(), title: "年度工资".to_owned() }],
    };
    act(case, 3, minutes, actor(Capacity::UnionChair), Command::Offer(OfferCommand::IssueOffer(offer)))
}

/// The employer publishes a text: refused before there is one in force.
pub(crate) fn publishes_too_early(case: Uuid, minutes: i64) -> Act {
    let publish = Publish { channel: "公告栏".to_owned(), proof: None, terms: Digest::sha256(b"terms") };
    let command = Command::Publication(PublicationCommand::Publish(publish));
    act(case, 4, minutes, actor(Capacity::EmployerAgent), command)
}

/// Bytes of a document, different for each number.
pub(crate) fn document(n: u32) -> Document {
    Document { data: format!("{{\"n\":{n}}}").into_bytes(), pdf: format!("%PDF-1.7 {n}").into_bytes() }
}

/// The hash of the template that all documents of the tests name.
pub(crate) fn template() -> store::Template {
    store::Template { name: "offer.typ".to_owned(), bytes: b"#set page()".to_vec() }
}

/// The system records a document; possible at any time, any number of times.
pub(crate) fn records_document(case: Uuid, n: u32) -> Act {
    let document = document(n);
    let record = RecordDocument {
        data: document.data_digest(),
        fonts: Vec::new(),
        kind: DocumentKind::OfferLetter,
        number: format!("D01-{n:04}"),
        pdf: document.pdf_digest(),
        template: template().sha256(),
        typst: "0.15".to_owned(),
        version: 1,
    };
    let command = Command::System(SystemCommand::RecordDocument(record));
    act(case, 1_000 + u128::from(n), i64::from(n) + 10, Actor::system(), command)
}

/// One chore of each kind about an account, in an order in which each changes something.
pub(crate) fn every_account_chore() -> Vec<AccountChore> {
    let account = Uuid::from_u128(1);
    let token = Digest::sha256(b"token");
    let created = StoredAccount {
        id: account,
        login: "zhang".to_owned(),
        name: "张三（虚构）".to_owned(),
        password: Hidden("$argon2id$…".to_owned()),
        second_factor: None,
        created_at: at(0),
        disabled_at: None,
    };
    let standing = Standing { scope: Within::Employer(EMPLOYER.to_owned()), capacity: Capacity::UnionChair };
    let session =
        StoredSession { token, account, created_at: at(0), seen_at: at(0), until: at(9), second_factor: false };
    let secret = Some(Hidden(vec![7; 20]));
    let what = "materials".to_owned();
    vec![
        AccountChore::Create(created),
        AccountChore::SetSecondFactor { account, secret, codes: vec![token], at: at(1) },
        AccountChore::TakeStep { account, step: 1 },
        AccountChore::TakeRecoveryCode { account, code: token, at: at(1) },
        AccountChore::Stand { account, standing: standing.clone(), at: at(1) },
        AccountChore::Leave { account, standing, at: at(1) },
        AccountChore::OpenSession { session: session.clone(), idle_since: at(-9) },
        AccountChore::Seen { token, at: at(1) },
        AccountChore::CloseSession { token },
        AccountChore::OpenSession { session, idle_since: at(-9) },
        AccountChore::CloseSessions { account },
        AccountChore::OpenToken(StoredToken {
            token,
            account,
            name: "月报".to_owned(),
            created_at: at(0),
            seen_at: None,
            until: at(9),
            second_factor: false,
        }),
        AccountChore::TokenSeen { token, at: at(1) },
        AccountChore::CloseToken { token },
        AccountChore::Read(ReadLine { case: case(1), at: at(1), account, what }),
        AccountChore::AcceptInbox(inbox(1)),
        AccountChore::SetPassword { account, password: Hidden("$argon2id$other".to_owned()), at: at(1) },
        AccountChore::Disable { account, since: Some(at(2)), at: at(2) },
    ]
}

/// The workers' side accepts the platform at some minute.
pub(crate) fn inbox(minutes: i64) -> InboxLine {
    let text = Digest::sha256(b"words");
    InboxLine { employer: EMPLOYER.to_owned(), side: Side::Worker, at: at(minutes), account: Uuid::from_u128(1), text }
}
