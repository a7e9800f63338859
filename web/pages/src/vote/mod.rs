//! Secret ballots: the office that opens them, the voter's few pages, the device's two questions, the hall, the result.
//!
//! Invariants: what a page knows of a choice is never stored with a name; the way by which a ballot is cast has no session
//! and no link in it; whoever asks again gets the same answer and counts once. A ballot ends by the clock, whether or not
//! anybody looks; its box is emptied into the published list by whoever looks first. What carries a draft is decided where
//! the vote is recorded, not here.

mod device;
mod ending;
mod held;
mod office;
mod personal;
mod result;
mod roll;
mod words;

use axum::Router;
use axum::routing::{get, post};
use ballot::{Definition, Question};
use negotiation::{Capacity, table};
use store::StoredBallot;
use uuid::Uuid;

pub(crate) use ending::Ending;
pub(crate) use held::Held;

use crate::room::Room;
use crate::site::Site;
use crate::trouble::Trouble;

/// All paths of ballots.
pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/cases/{case}/ballots", get(office::page).post(office::give))
        .route("/cases/{case}/ballots/{ballot}", get(roll::page))
        .route("/cases/{case}/ballots/{ballot}/links", post(roll::links))
        .route("/cases/{case}/ballots/{ballot}/paper", post(roll::paper))
        .route("/cases/{case}/ballots/{ballot}/mine", post(roll::mine))
        .route("/v/{ballot}/{link}", get(personal::start))
        .route("/v/{ballot}/{link}/text", get(personal::text))
        .route("/v/{ballot}/{link}/choose", get(personal::choose))
        .route("/v/{ballot}/{link}/check", post(personal::check))
        .route("/v/{ballot}/{link}/cast", post(personal::cast))
        .route("/ballots/{ballot}", get(result::page))
        .route("/ballots/{ballot}/hall", get(result::hall))
        .route("/ballots/{ballot}/list.json", get(result::list))
        .route("/ballots/{ballot}/issue", post(device::issue))
        .route("/ballots/{ballot}/cast", post(device::cast))
}

/// A ballot as it was opened.
pub(crate) struct Ballot {
    definition: Definition,
    stored: StoredBallot,
}

impl Ballot {
    async fn load(site: &Site, id: Uuid) -> Result<Self, Trouble> {
        Self::of(site.desk.store().ballot(id).await?.ok_or(Trouble::Missing)?)
    }

    /// The same as one of a case.
    async fn load_in(site: &Site, case: Uuid, id: Uuid) -> Result<Self, Trouble> {
        let ballot = Self::load(site, id).await?;
        if ballot.stored.case == case { Ok(ballot) } else { Err(Trouble::Missing) }
    }

    fn of(stored: StoredBallot) -> Result<Self, Trouble> {
        let definition = serde_json::from_slice(&stored.definition).map_err(|e| Trouble::Fault(e.to_string()))?;
        Ok(Self { definition, stored })
    }

    fn id(&self) -> Uuid {
        self.definition.ballot
    }

    /// Whether ballots are taken now.
    fn is_open(&self, site: &Site) -> bool {
        self.definition.is_open(site.desk.now())
    }
}

/// Whether somebody may hold ballots in a case: whoever may record how the congress voted.
fn may_hold(room: &Room) -> bool {
    let holders: &[Capacity] = table::find("record_vote").map_or(&[], |row| row.capacities);
    room.capacities.iter().any(|capacity| holders.contains(capacity))
}

/// The names of the choices, in order.
fn choices(site: &Site, question: &Question) -> Vec<String> {
    match question {
        Question::Draft { .. } => ["yes", "no", "abstain"].map(|name| site.text(format!("pages-vote-{name}"))).into(),
        Question::Election { candidates, .. } => candidates.clone(),
    }
}

/// Bytes of chance.
fn chance<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Trouble::Fault(error.to_string()))?;
    Ok(bytes)
}
