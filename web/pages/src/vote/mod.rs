//! Secret ballots: the office that opens them, the voter's few pages, the device's two questions, the hall, the result.
//!
//! Invariants: what a page knows of a choice is never stored with a name; the way by which a ballot is cast has no session
//! and no link in it; whoever asks again gets the same answer and counts once. A ballot ends by the clock, whether or not
//! anybody looks; its box is emptied into the published list by whoever looks first. What carries a draft is decided where
//! the vote is recorded, not here.

mod attendance;
mod challenges;
mod composition;
mod device;
mod elected;
mod erase;
mod extend;
mod held;
mod mine;
mod minutes;
mod notice;
mod office;
mod outcome;
mod personal;
mod publish;
mod result;
mod roll;
mod rolls;
mod rounds;
mod subject;
mod words;
mod workers;

use accounts::access::Right;
use ballot::Question;
use ledger::Digest;
use negotiation::{Capacity, table};
use service::ballots::{Ballot, Ending};
use uuid::Uuid;

pub(crate) use elected::Held as Elected;
pub(crate) use held::Held;
pub(crate) use mine::{Ended, OpenVote, ended_in, open_to};
pub(crate) use subject::Subjects;

use crate::room::Room;
use crate::routes::{Map, Who};
use crate::site::Site;
use crate::trouble::Trouble;

/// Paths of these pages, and who may go there.
pub(crate) fn paths(map: Map) -> Map {
    use Right::SeeCase;
    use Who::{Anyone, Giver, InCase, Link, SignedIn};
    map.get("/cases/{case}/ballots", InCase(SeeCase), office::page)
        .post("/cases/{case}/ballots", Giver("record_vote"), office::give)
        .get("/cases/{case}/ballots/{ballot}", InCase(SeeCase), roll::page)
        .post("/cases/{case}/ballots/{ballot}/links", Giver("record_vote"), roll::links)
        .post("/cases/{case}/ballots/{ballot}/paper", Giver("record_vote"), roll::paper)
        .get("/cases/{case}/ballots/{ballot}/extend", Giver("record_vote"), extend::page)
        .post("/cases/{case}/ballots/{ballot}/extend", Giver("record_vote"), extend::give)
        .get("/cases/{case}/ballots/{ballot}/attendance", InCase(SeeCase), attendance::page)
        .post("/cases/{case}/ballots/{ballot}/attendance/challenge", InCase(SeeCase), attendance::enter)
        .post("/cases/{case}/ballots/{ballot}/attendance/answer", Giver("record_vote"), attendance::answer)
        .post("/cases/{case}/ballots/{ballot}/attendance/withdraw", InCase(SeeCase), attendance::take_back)
        .get("/cases/{case}/roll", InCase(SeeCase), rolls::page)
        .post("/cases/{case}/roll", Giver("record_vote"), publish::publish)
        .get("/cases/{case}/roll/erase", Giver("record_vote"), erase::page)
        .post("/cases/{case}/roll/erase", Giver("record_vote"), erase::give)
        .post("/cases/{case}/roll/{roll}/close", Giver("record_vote"), rolls::close)
        .post("/cases/{case}/roll/{roll}/challenge", InCase(SeeCase), challenges::enter)
        .post("/cases/{case}/roll/{roll}/answer", Giver("record_vote"), challenges::answer)
        .post("/cases/{case}/roll/{roll}/withdraw", InCase(SeeCase), challenges::take_back)
        .get("/v/{ballot}/{link}", Link, personal::start)
        .get("/v/{ballot}/{link}/text", Link, personal::text)
        .get("/v/{ballot}/{link}/choose", Link, personal::choose)
        .post("/v/{ballot}/{link}/check", Link, personal::check)
        .post("/v/{ballot}/{link}/cast", Link, personal::cast)
        .post("/ballots/{ballot}/mine", SignedIn, mine::enter)
        .get("/ballots/{ballot}", Anyone, result::page)
        .get("/ballots/{ballot}/hall", Anyone, result::hall)
        .get("/ballots/{ballot}/minutes", Anyone, minutes::page)
        .get("/ballots/{ballot}/list.json", Anyone, result::list)
        .post("/ballots/{ballot}/issue", Link, device::issue)
        .post("/ballots/{ballot}/cast", Link, device::cast)
}

/// A ballot; whoever asks for one that isn't there is told so.
async fn load(site: &Site, id: Uuid) -> Result<Ballot, Trouble> {
    Ballot::load(&site.desk, id).await?.ok_or(Trouble::Missing)
}

/// The same as one of a case.
async fn load_in(site: &Site, case: Uuid, id: Uuid) -> Result<Ballot, Trouble> {
    let ballot = load(site, id).await?;
    if ballot.stored.case == case { Ok(ballot) } else { Err(Trouble::Missing) }
}

/// In which capacity somebody may hold ballots in a case: whoever may record how the congress voted.
fn holder(room: &Room) -> Option<Capacity> {
    let holders: &[Capacity] = table::find("record_vote").map_or(&[], |row| row.capacities);
    room.capacities.iter().copied().find(|capacity| holders.contains(capacity))
}

/// Whether somebody may hold ballots in a case.
fn may_hold(room: &Room) -> bool {
    holder(room).is_some()
}

/// The names of the choices, in order.
fn choices(site: &Site, question: &Question) -> Vec<String> {
    match question {
        Question::Draft { .. } => ["yes", "no", "abstain"].map(|name| site.text(format!("pages-vote-{name}"))).into(),
        Question::Election { candidates, .. } => candidates.clone(),
    }
}

/// The records in which the hash of a list stands.
fn naming(records: &[Vec<u8>], list: Digest) -> impl Iterator<Item = &[u8]> {
    let digits = list.to_string();
    let names = move |record: &[u8]| record.windows(digits.len()).any(|part| part == digits.as_bytes());
    records.iter().map(Vec::as_slice).filter(move |record| names(record))
}

/// Bytes of chance.
fn chance<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Trouble::Fault(error.to_string()))?;
    Ok(bytes)
}
