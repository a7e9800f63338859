//! Accounts on a database of their own.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use accounts::{Account, Accounts, NewAccount, Scope, Signed, Standing};
use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use negotiation::command::{EmployerParty, OpenCase, OpeningCommand, UnionParty};
use negotiation::{Capacity, Command, LawBook, PersonRef};
use service::Desk;
use store::{CaseLine, Place, Store, WriterOptions, WriterTask};
use tempfile::TempDir;
use uuid::Uuid;

/// Fictional; the check digits hold.
pub(crate) const EMPLOYER: &str = "91330784MA0DEM0056";
/// Another one.
pub(crate) const OTHER_EMPLOYER: &str = "91330784MA0DEM11X7";
/// No secret: the accounts of a test are gone in a moment.
pub(crate) const PASSWORD: &str = "only for tests";

/// Accounts, and the clock that they go by.
pub(crate) struct Scene {
    pub(crate) accounts: Accounts,
    pub(crate) desk: Desk,
    pub(crate) store: Store,
    now: Arc<AtomicI64>,
    _folder: TempDir,
    _task: WriterTask,
}

impl Scene {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::File(folder.path().join("store.sqlite"));
        let store = Store::open(&place).await.unwrap();
        let book = Arc::new(LawBook::builtin().unwrap());
        let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
        let now = Arc::new(AtomicI64::new("2026-03-02T09:00:00.000+08:00".parse::<Moment>().unwrap().millis()));
        let hands = Arc::clone(&now);
        let clock = Arc::new(move || Moment::from_millis(hands.load(Ordering::SeqCst)));
        let desk = Desk::new(store.clone(), writer, clock);
        let accounts = Accounts::new(desk.clone());
        Self { accounts, desk, store, now, _folder: folder, _task: task }
    }

    pub(crate) fn advance(&self, seconds: i64) {
        self.now.fetch_add(seconds * 1_000, Ordering::SeqCst);
    }

    pub(crate) fn seconds(&self) -> u64 {
        u64::try_from(self.now.load(Ordering::SeqCst) / 1_000).unwrap()
    }

    /// An account with the password of the tests.
    pub(crate) async fn account(&self, login: &str) -> Uuid {
        self.accounts.create(new(login)).await.unwrap()
    }
}

pub(crate) fn new(login: &str) -> NewAccount {
    NewAccount {
        id: None, login: login.to_owned(), name: "张三（虚构）".to_owned(), password: PASSWORD.to_owned()
    }
}

pub(crate) fn from(address: &str) -> Option<IpAddr> {
    Some(address.parse().unwrap())
}

pub(crate) fn case(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | n)
}

/// A case of an employer in region `330784`.
pub(crate) fn line(n: u128, uscc: &str) -> CaseLine {
    let at = "2026-03-02T09:00:00.000+08:00".parse().unwrap();
    CaseLine {
        case: case(n),
        number: None,
        employer_name: "示例机械有限公司（虚构）".to_owned(),
        employer_uscc: uscc.to_owned(),
        union_name: "示例机械有限公司工会（虚构）".to_owned(),
        region: "330784".to_owned(),
        profile: "ZJ".to_owned(),
        scope: "enterprise".to_owned(),
        stage: "idle".to_owned(),
        opened_at: at,
        changed_at: at,
    }
}

pub(crate) fn employer(uscc: &str) -> Scope {
    Scope::Employer(uscc.to_owned())
}

pub(crate) fn region(digits: &str) -> Scope {
    Scope::Region(digits.to_owned())
}

/// Somebody who stands for these.
pub(crate) fn signed(standings: &[(Capacity, Scope)]) -> Signed {
    let account = Account { id: Uuid::from_u128(7), login: "zhang".to_owned(), name: "张三（虚构）".to_owned() };
    let standing = |(capacity, scope): &(Capacity, Scope)| Standing { scope: scope.clone(), capacity: *capacity };
    Signed::new(account, standings.iter().map(standing).collect())
}

/// The union opens a case with an employer in region `330784`.
pub(crate) fn opens(n: u128, uscc: &str) -> Command {
    let person = |id: &str| PersonRef { commit: Digest::sha256(id.as_bytes()), id: id.to_owned() };
    let party = EmployerParty {
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
        uscc: "81330784MA0DEM224H".to_owned(),
    };
    let open = OpenCase {
        association: None,
        covered: Vec::new(),
        employer: party,
        number: Some(format!("示例-{n}")),
        parent: None,
        profile: Profile::Zj,
        proposed: None,
        region: "330784".to_owned(),
        scope: negotiation::command::Scope::Enterprise,
        union,
    };
    Command::Opening(OpeningCommand::OpenCase(Box::new(open)))
}
