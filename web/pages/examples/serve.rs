//! Serves pages and interface on a store of its own with a few made-up people, to try them without the rest of the
//! program: `cargo run -p pages --example serve -- 8080`. Papers aren't made here. Ends when it is killed.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use accounts::{Accounts, NewAccount, Scope};
use law::time::Moment;
use messages::Catalogue;
use negotiation::{Capacity, LawBook};
use pages::{Demo, Role, Site};
use service::{Clock, Config, Desk, Further, Service};
use store::{Decide, Place, Store, WriterOptions};

/// Fictional; the check digits hold.
const USCC: &str = "91330784MA0DEM0056";

/// Login, name, capacities, whether they stand for the region.
const PEOPLE: [(&str, &str, &[Capacity], bool); 3] = [
    ("chair", "沈秋禾", &[Capacity::UnionChair, Capacity::WorkerChief], false),
    ("firm", "唐景行", &[Capacity::EmployerLegalRep, Capacity::EmployerChief], false),
    ("officer", "罗清", &[Capacity::HrssOfficer], true),
];

#[expect(clippy::disallowed_methods, reason = "a server goes by the machine's clock")]
fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(8080);
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("store.sqlite");
    let book = Arc::new(LawBook::builtin()?);
    people(&Place::File(file.clone()), &book).await?;
    let files = [
        law::MESSAGES,
        negotiation::MESSAGES,
        timeline::MESSAGES,
        store::MESSAGES,
        service::MESSAGES,
        accounts::MESSAGES,
        pages::MESSAGES,
    ];
    let texts = Arc::new(Catalogue::new(&files)?);
    let mut config = Config::read("")?;
    config.database = file.display().to_string();
    config.listen.address = SocketAddr::from(([127, 0, 0, 1], port));
    config.listen.operators = SocketAddr::from(([127, 0, 0, 1], 0));
    let role = |(login, name, ..): &(&str, &str, &[Capacity], bool)| Role {
        login: (*login).to_owned(),
        path: "/home".to_owned(),
        title: (*login).to_owned(),
        who: (*name).to_owned(),
    };
    let demo = Demo { advance: Arc::new(|_| ()), roles: PEOPLE.iter().map(role).collect(), tour: Vec::new() };
    let (law, words) = (Arc::clone(&book), Arc::clone(&texts));
    let pages = Box::new(move |desk: Desk| {
        let accounts = Accounts::new(desk.clone()).without_mandatory_second_step();
        pages::router(Site {
            accounts,
            book: law,
            demo: Some(demo),
            desk,
            house: pages::House::default(),
            texts: words,
        })
    });
    let clock: Clock = Arc::new(now);
    let further = Further { jobs: Vec::new(), pages: Some(pages) };
    let running = Service { clock, config, book, further, texts }.start().await?;
    println!("http://{}", running.address);
    std::future::pending().await
}

async fn people(place: &Place, book: &Arc<LawBook>) -> Result<(), Box<dyn Error>> {
    let store = Store::open(place).await?;
    let decide = Arc::clone(book) as Arc<dyn Decide>;
    let (writer, _task) = store.writer(decide, WriterOptions::default()).await?;
    let accounts = Accounts::new(Desk::new(store, writer, Arc::new(now)));
    for (login, name, capacities, regional) in PEOPLE {
        let (login, name) = (login.to_owned(), name.to_owned());
        let id = accounts.create(NewAccount { id: None, login, name, password: "only for trying".to_owned() }).await?;
        let scope = if regional { Scope::Region("3307".to_owned()) } else { Scope::Employer(USCC.to_owned()) };
        for capacity in capacities {
            accounts.stand(id, *capacity, scope.clone()).await?;
        }
    }
    Ok(())
}
