//! A site of its own for each test: a store in a folder, a clock to move, people with accounts.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use accounts::{Accounts, NewAccount, Scope};
use axum::Router;
use law::dataset::DataSets;
use law::rules::{Profile, Rules};
use law::time::Moment;
use messages::Catalogue;
use negotiation::{Capacity, LawBook};
use pages::{Demo, House, Site};
use service::Desk;
use store::{BoxSeal, Chore, Dataset, Decide, Place, Ruleset, Store, WriterOptions};
use tempfile::TempDir;
use uuid::Uuid;

use crate::browser::Browser;

/// Fictional; the check digits hold.
pub(crate) const USCC: &str = "91330784MA0DEM0056";
pub(crate) const UNION: &str = "81330784MA0DEM224H";

/// When every test begins.
pub(crate) const START: &str = "2026-03-02T09:00:00+08:00";

/// A site with people.
pub(crate) struct Town {
    /// The clock of accounts, which goes by itself.
    clock: Arc<AtomicI64>,
    pub(crate) accounts: Accounts,
    pub(crate) desk: Desk,
    hands: Arc<AtomicI64>,
    pub(crate) router: Router,
    pub(crate) store: Store,
    pub(crate) folder: TempDir,
}

impl Town {
    /// A town in which offices need no second step.
    pub(crate) async fn new() -> Self {
        Self::with(Accounts::without_mandatory_second_step, None).await
    }

    /// A demonstration.
    pub(crate) async fn demo() -> Self {
        let demo = Demo { advance: Arc::new(|_| {}), roles: Vec::new(), tour: Vec::new() };
        Self::with(Accounts::without_mandatory_second_step, Some(demo)).await
    }

    /// A town in which they do, as on a real server.
    pub(crate) async fn strict() -> Self {
        Self::with(|accounts| accounts, None).await
    }

    /// A town of an operator, or behind proxies.
    pub(crate) async fn of(house: House) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Place::File(folder.path().join("store.sqlite"))).await.unwrap();
        Self::built(folder, store, Accounts::without_mandatory_second_step, None, house).await
    }

    /// A town on another database, its boxes sealed or not.
    pub(crate) async fn at(place: &Place, seal: Option<BoxSeal>) -> Self {
        let store = Store::open_sealed(place, seal).await.unwrap();
        Self::on(tempfile::tempdir().unwrap(), store, Accounts::without_mandatory_second_step, None).await
    }

    async fn with(change: impl FnOnce(Accounts) -> Accounts, demo: Option<Demo>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Place::File(folder.path().join("store.sqlite"))).await.unwrap();
        Self::on(folder, store, change, demo).await
    }

    async fn on(folder: TempDir, store: Store, change: impl FnOnce(Accounts) -> Accounts, demo: Option<Demo>) -> Self {
        Self::built(folder, store, change, demo, House::default()).await
    }

    async fn built(
        folder: TempDir,
        store: Store,
        change: impl FnOnce(Accounts) -> Accounts,
        demo: Option<Demo>,
        house: House,
    ) -> Self {
        let book = Arc::new(LawBook::builtin().unwrap());
        let (writer, _task) =
            store.writer(Arc::clone(&book) as Arc<dyn Decide>, WriterOptions::default()).await.unwrap();
        let start = START.parse::<Moment>().unwrap();
        let hands = Arc::new(AtomicI64::new(start.millis()));
        let held = Arc::clone(&hands);
        let clock = Arc::new(move || Moment::from_millis(held.load(Ordering::SeqCst)));
        let desk = Desk::new(store.clone(), writer, clock);
        let own = Arc::new(AtomicI64::new(start.millis()));
        let read = Arc::clone(&own);
        let by = Arc::new(move || Moment::from_millis(read.load(Ordering::SeqCst)));
        let accounts = change(Accounts::new(desk.clone())).timed_by(by);
        let files = [
            law::MESSAGES,
            negotiation::MESSAGES,
            timeline::MESSAGES,
            store::MESSAGES,
            service::MESSAGES,
            accounts::MESSAGES,
            pages::MESSAGES,
            ballot::MESSAGES,
        ];
        let texts = Arc::new(Catalogue::new(&files).unwrap());
        let router = pages::router(Site { accounts: accounts.clone(), book, demo, desk: desk.clone(), house, texts });
        Self { accounts, clock: own, desk, hands, router, store, folder }
    }

    /// Keeps the rules and data sets that cases name, as a server does.
    pub(crate) async fn keep_law(&self) {
        for profile in Profile::ALL {
            let json = Rules::builtin(profile).unwrap().to_json();
            self.desk.chore(Chore::Ruleset(Ruleset { json })).await.unwrap();
        }
        for (kind, _, bytes) in DataSets::builtin().unwrap().files() {
            let (loaded_by, confirmed_by) = ("a".to_owned(), "b".to_owned());
            let set = Dataset { kind: kind.word().to_owned(), json: bytes.to_vec(), loaded_by, confirmed_by };
            self.desk.chore(Chore::Dataset(set)).await.unwrap();
        }
    }

    /// Moves the clock of accounts on.
    pub(crate) fn minutes(&self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    /// Furnishes it, as a demonstration is at its start.
    pub(crate) async fn furnish(&self, chair: &str, employer: &str) {
        let texts = Catalogue::new(&[pages::MESSAGES]).unwrap();
        let chair = self.accounts.by_login(chair).await.unwrap().unwrap();
        pages::furnish(&self.accounts, &texts, chair.id, employer, PASSWORD).await.unwrap();
    }

    /// What the newest short message to a phone says.
    pub(crate) async fn short(&self, phone: &str) -> Option<String> {
        let all = self.desk.store().short_newest(Uuid::max(), 100).await.unwrap();
        let mut to = all.into_iter().filter(|short| short.phone.as_ref().is_some_and(|own| own.0 == phone));
        to.next().and_then(|short| Some(short.text?.0))
    }

    /// Somebody with an account, signed in.
    pub(crate) async fn person(&self, login: &str, name: &str, capacities: &[Capacity], scope: Scope) -> Browser {
        Browser::with(&self.router, &self.token(login, name, capacities, scope).await)
    }

    /// The token of a session of somebody with an account.
    pub(crate) async fn token(&self, login: &str, name: &str, capacities: &[Capacity], scope: Scope) -> String {
        let new =
            NewAccount { id: None, login: login.to_owned(), name: name.to_owned(), password: PASSWORD.to_owned() };
        let id = self.accounts.create(new).await.unwrap();
        for capacity in capacities {
            self.accounts.stand(id, *capacity, scope.clone()).await.unwrap();
        }
        self.accounts.sign_in_as(id).await.unwrap().0
    }

    /// Moves the clock on, or back for a moment before.
    pub(crate) fn seconds(&self, seconds: i64) {
        self.hands.fetch_add(seconds * 1_000, Ordering::SeqCst);
    }

    /// Moves the clock on.
    pub(crate) fn days(&self, days: i64) {
        self.hands.fetch_add(days * 86_400_000, Ordering::SeqCst);
    }
}

/// No secret: the accounts of a test are gone in a moment.
pub(crate) const PASSWORD: &str = "only for tests";

/// The people of one enterprise, its bureau, and a stranger.
pub(crate) struct Cast {
    pub(crate) agent: Browser,
    pub(crate) chair: Browser,
    pub(crate) clerk: Browser,
    pub(crate) firm: Browser,
    pub(crate) officer: Browser,
    pub(crate) stranger: Browser,
}

impl Cast {
    pub(crate) async fn of(town: &Town) -> Self {
        use Capacity::{
            CongressClerk, EmployerAgent, EmployerChief, EmployerLegalRep, HrssOfficer, UnionChair, WorkerChief,
        };
        let here = || Scope::Employer(USCC.to_owned());
        let elsewhere = Scope::Employer("91339907MA971X0Q8Y".to_owned());
        Self {
            agent: town.person("agent", "戴书宁", &[EmployerAgent], here()).await,
            chair: town.person("chair", "沈秋禾", &[UnionChair, WorkerChief], here()).await,
            clerk: town.person("clerk", "闻立", &[CongressClerk], here()).await,
            firm: town.person("firm", "唐景行", &[EmployerLegalRep, EmployerChief], here()).await,
            officer: town.person("officer", "罗清", &[HrssOfficer], Scope::Region("3307".to_owned())).await,
            stranger: town.person("stranger", "路过", &[UnionChair, WorkerChief], elsewhere).await,
        }
    }

    /// The chair opens a case. Gives its path.
    pub(crate) async fn case(&self) -> String {
        let receipt = self.chair.act("/cases/new", OPENING).await;
        let at = receipt.html.find("href=\"/cases/").unwrap() + 6;
        receipt.html[at..].split('"').next().unwrap().to_owned()
    }
}

pub(crate) const OPENING: &[(&str, &str)] = &[
    ("region", "330784"),
    ("employer.name", "示例机械有限公司（虚构）"),
    ("employer.uscc", USCC),
    ("employer.address", "示例市示例路1号"),
    ("employer.headcount", "180"),
    ("employer.female", "40"),
    ("employer.dispatched", "0"),
    ("union.name", "示例机械有限公司工会（虚构）"),
    ("union.uscc", UNION),
    ("union.address", "示例市示例路1号"),
];
