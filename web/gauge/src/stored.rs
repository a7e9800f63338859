//! The store under load: acts by 1, 16, 64 and 512 clients, and by 64 on one case; the same with many records there
//! already; the same behind a synchronous standby.

use cluster::{Cluster, ClusterError, Sync};
use negotiation::{Act, LawBook};
use store::{Place, StoreError};
use tokio::runtime::{Builder, Runtime};

use crate::load::{Load, MANY, connections, middle};
use crate::papers::documents;
use crate::{Cases, Effort, Figure, Goal, Measured, Rate, Stopwatch, Trouble};

/// Numbers of the cases start here.
const FIRST: u32 = 2_000_000;

/// Those of the cases that fill a store.
const GROWING: u32 = 5_000_000;

/// Clients that fill a store.
const FILLERS: u32 = 512;

/// What the store does under load; `bytes` is a record of usual size. `tell` hears each figure as soon as it is there.
///
/// # Errors
/// See [`Trouble`].
pub fn load(
    book: LawBook,
    cases: &Cases,
    effort: &Effort,
    place: &Place,
    bytes: &[u8],
    tell: &mut dyn FnMut(Figure),
) -> Result<(), Trouble> {
    runtime()?.block_on(async {
        let mut load = Load::open(FIRST, book, cases, effort, place).await?;
        let done = figures(&mut load, effort, place, bytes, tell).await;
        load.close().await;
        done
    })
}

/// Acts by 64 clients on a store with so many records, beside the same on the empty store, which it must be at first.
///
/// # Errors
/// See [`Trouble`]; [`StoreError::NotEmpty`] where something is in it.
pub fn growth(
    book: LawBook,
    cases: &Cases,
    effort: &Effort,
    place: &Place,
    records: u64,
    tell: &mut dyn FnMut(Figure),
) -> Result<(), Trouble> {
    runtime()?.block_on(async {
        let mut load = Load::open(GROWING, book, cases, effort, place).await?;
        if !load.is_empty().await? {
            load.close().await;
            return Err(StoreError::NotEmpty { table: "record" }.into());
        }
        let mut stored = 0;
        let empty = several(&mut load, effort.rounds, &mut stored).await?;
        while stored < records {
            let acts = load.own_cases(FILLERS);
            stored += acts.iter().map(|acts| acts.len() as u64).sum::<u64>();
            load.run(acts).await?;
        }
        let full = several(&mut load, effort.rounds, &mut stored).await?;
        load.close().await;
        let id = match place {
            Place::File(_) => "store_grown",
            Place::Server(_) => "store_grown_server",
        };
        // A fifth more a command is five sixths of the commands.
        tell(Figure::new(id, Measured::Beside(full, empty), Some(Goal::Share(83))));
        Ok(())
    })
}

/// The same on a server of our own, which is empty whatever was measured elsewhere before. Nothing where there is no
/// PostgreSQL on this machine.
///
/// # Errors
/// See [`Trouble`].
pub fn growth_on_a_server(
    book: LawBook,
    cases: &Cases,
    effort: &Effort,
    records: u64,
    tell: &mut dyn FnMut(Figure),
) -> Result<(), Trouble> {
    match Cluster::start(Sync::Disk) {
        Ok(cluster) => growth(book, cases, effort, &cluster.url("postgres").parse()?, records, tell),
        Err(ClusterError::NotInstalled) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Acts by 64 clients on a server of our own whose commits wait for a standby, beside one without. Nothing where there is
/// no PostgreSQL on this machine.
///
/// # Errors
/// See [`Trouble`].
pub fn standby(book: &LawBook, cases: &Cases, effort: &Effort, tell: &mut dyn FnMut(Figure)) -> Result<(), Trouble> {
    let alone = match Cluster::start(Sync::Disk) {
        Ok(cluster) => cluster,
        Err(ClusterError::NotInstalled) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let followed = Cluster::start_followed(Sync::Disk, "second")?;
    let _second = followed.standby(Sync::Disk, "second")?;
    let (alone, followed): (Place, Place) = (alone.url("postgres").parse()?, followed.url("postgres").parse()?);
    runtime()?.block_on(async {
        let mut one = Load::open(FIRST, book.clone(), cases, effort, &alone).await?;
        let mut two = Load::open(FIRST, book.clone(), cases, effort, &followed).await?;
        let (mut ones, mut twos) = (Vec::new(), Vec::new());
        for _ in 0..effort.rounds {
            ones.push(several(&mut one, 1, &mut 0).await?);
            twos.push(several(&mut two, 1, &mut 0).await?);
        }
        one.close().await;
        two.close().await;
        let beside = Measured::Beside(Rate::median(twos), Rate::median(ones));
        tell(Figure::new("store_standby", beside, Some(Goal::Share(80))));
        Ok(())
    })
}

/// Rounds of so many clients, each with cases of its own or all on one: how many acts, in how many milliseconds, and the
/// middle and the last but one in a hundred of the microseconds until their answers.
///
/// # Errors
/// See [`Trouble`].
pub fn profile(
    book: LawBook,
    cases: &Cases,
    effort: &Effort,
    place: &Place,
    clients: u32,
    hot: bool,
) -> Result<(u64, u128, (u64, u64)), Trouble> {
    runtime()?.block_on(async {
        let mut load = Load::open(FIRST, book, cases, effort, place).await?;
        let (mut micros, mut millis) = (Vec::new(), 0);
        for _ in 0..effort.rounds {
            let acts = if hot { recording(&mut load, 1).await? } else { load.own_cases(clients) };
            let watch = Stopwatch::start();
            micros.extend(load.run(acts).await?.micros);
            millis += watch.elapsed().as_millis();
        }
        load.close().await;
        micros.sort_unstable();
        let took = crate::load::Took { rate: Rate::median(Vec::new()), micros };
        Ok((took.micros.len() as u64, millis, (took.percentile(50), took.percentile(99))))
    })
}

fn runtime() -> Result<Runtime, Trouble> {
    Ok(Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}

/// The middle rate of several rounds of 64 clients; adds up how many acts they were.
async fn several(load: &mut Load<'_>, rounds: u32, stored: &mut u64) -> Result<Rate, Trouble> {
    let mut rates = Vec::new();
    for _ in 0..rounds {
        let acts = load.own_cases(MANY);
        *stored += acts.iter().map(|acts| acts.len() as u64).sum::<u64>();
        rates.push(load.run(acts).await?.rate);
    }
    Ok(Rate::median(rates))
}

async fn figures(
    load: &mut Load<'_>,
    effort: &Effort,
    place: &Place,
    bytes: &[u8],
    tell: &mut dyn FnMut(Figure),
) -> Result<(), Trouble> {
    let share = if connections(place) == 1 { 400 } else { 200 };
    let goals = [
        ("store_1", "store_1_latency", 1, Some(35)),
        ("store_16", "store_16_latency", 16, None),
        ("store_64", "store_64_latency", MANY, Some(share)),
        ("store_512", "store_512_latency", 512, None),
    ];
    for (id, latency, clients, goal) in goals {
        let (mut tooks, mut bares) = (Vec::new(), Vec::new());
        for _ in 0..effort.rounds {
            bares.push(load.bare(bytes, connections(place).min(clients)).await?);
            let acts = load.own_cases(clients);
            tooks.push(load.run(acts).await?);
        }
        let (took, bare) = (middle(tooks), Rate::median(bares));
        tell(Figure::new(id, Measured::Beside(took.rate, bare), goal.map(Goal::Share)));
        let goal = (clients == MANY).then_some(Goal::Micros(15_000));
        tell(Figure::new(latency, took.latency(), goal));
    }
    on_one_case(load, effort, place, bytes, tell).await
}

/// 64 clients on one case: beside the same acts on as many cases, and beside bare rows; and how long they wait.
async fn on_one_case(
    load: &mut Load<'_>,
    effort: &Effort,
    place: &Place,
    bytes: &[u8],
    tell: &mut dyn FnMut(Figure),
) -> Result<(), Trouble> {
    let (mut bares, mut spread, mut hot) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..effort.rounds {
        bares.push(load.bare(bytes, connections(place)).await?);
        let acts = recording(load, MANY).await?;
        spread.push(load.run(acts).await?.rate);
        let acts = recording(load, 1).await?;
        hot.push(load.run(acts).await?);
    }
    let took = middle(hot);
    tell(Figure::new("store_hot", Measured::Beside(took.rate, Rate::median(spread)), Some(Goal::Share(100))));
    tell(Figure::new("store_hot_bare", Measured::Beside(took.rate, Rate::median(bares)), None));
    tell(Figure::new("store_hot_latency", took.latency(), None));
    Ok(())
}

/// Acts of 64 clients that all record documents, in so many cases.
async fn recording(load: &mut Load<'_>, cases: u32) -> Result<Vec<Vec<Act>>, Trouble> {
    let mut opened = Vec::new();
    for _ in 0..cases {
        let opening: Vec<Act> = load.case().into_iter().take(1).collect();
        opened.extend(opening.first().cloned());
        load.run(vec![opening]).await?;
    }
    let of = |client: u32| opened.get(client as usize % opened.len().max(1));
    Ok((0..MANY).map(|client| of(client).map_or_else(Vec::new, |opening| documents(opening, client))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As little as says something.
    const LITTLE: Effort = Effort { rounds: 1, cases: 1, durable_cases: 1, inserts: 64, papers: 0, records: 0 };

    fn file(folder: &tempfile::TempDir) -> Place {
        Place::File(folder.path().join("store.sqlite"))
    }

    #[test]
    fn a_store_that_something_is_in_isnt_measured_as_the_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let (place, book, cases) = (file(&folder), LawBook::builtin().unwrap(), Cases::new().unwrap());
        runtime().unwrap().block_on(async {
            let mut load = Load::open(FIRST, book.clone(), &cases, &LITTLE, &place).await.unwrap();
            let opening = load.case().into_iter().take(1).collect();
            load.run(vec![opening]).await.unwrap();
            load.close().await;
        });
        let mut told = 0;
        let refused = growth(book, &cases, &LITTLE, &place, 0, &mut |_| told += 1);
        assert!(matches!(refused, Err(Trouble::Store(StoreError::NotEmpty { table: "record" }))), "{refused:?}");
        assert_eq!(told, 0);
    }

    #[test]
    fn a_server_grows_beside_whatever_was_measured_before() {
        let (book, cases, mut told) = (LawBook::builtin().unwrap(), Cases::new().unwrap(), Vec::new());
        let mut tell = |figure: Figure| told.push(figure);
        growth_on_a_server(book, &cases, &LITTLE, 0, &mut tell).unwrap();
        assert_eq!(told.iter().map(|figure| figure.id).collect::<Vec<_>>(), ["store_grown_server"]);
        assert!(told[0].share().is_some_and(|share| share > 0), "{told:?}");
    }

    #[test]
    fn one_hot_case_is_measured_beside_spread_acts_and_bare_rows_and_its_clients_wait_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let (place, book, cases) = (file(&folder), LawBook::builtin().unwrap(), Cases::new().unwrap());
        let mut told = Vec::new();
        runtime().unwrap().block_on(async {
            let mut load = Load::open(FIRST, book, &cases, &LITTLE, &place).await.unwrap();
            on_one_case(&mut load, &LITTLE, &place, b"a record", &mut |figure| told.push(figure)).await.unwrap();
            load.close().await;
        });
        let ids: Vec<_> = told.iter().map(|figure| figure.id).collect();
        assert_eq!(ids, ["store_hot", "store_hot_bare", "store_hot_latency"]);
        let Measured::Latency { median, last } = told[2].measured else { panic!("{told:?}") };
        assert!(0 < median && median <= last, "{told:?}");
        assert!(told.iter().take(2).all(|figure| figure.share().is_some()), "{told:?}");
    }
}
