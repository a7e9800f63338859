//! The rolls of a case with what names are kept, and which ballots were held on them.

use std::collections::BTreeMap;

use ballot::{Definition, Mark, Named};
use ledger::{Digest, purpose};
use store::{MAX_PAGE, Store, StoreError, StoredBallot};
use uuid::Uuid;

use crate::paper::rolls::{Roll, Rolls};

/// The confirmed rolls of a case, the newest first.
pub(super) async fn read(store: &Store, case: Uuid) -> Result<Rolls, StoreError> {
    let ballots = store.ballots_of(case).await?;
    let mut all = Vec::new();
    for stored in store.ballot_rolls(case, MAX_PAGE).await? {
        let Some(confirmed) = &stored.confirmed else { continue };
        let mut lists = BTreeMap::new();
        for ballot in ballots.iter().filter(|ballot| roll_of(ballot) == Some(stored.roll)) {
            lists.extend(list(store, ballot).await?);
        }
        let names = names(store, case, stored.roll, &stored.content).await?;
        all.push(Roll { confirmed: confirmed.at, lists, names });
    }
    Ok(Rolls(all))
}

fn roll_of(ballot: &StoredBallot) -> Option<Uuid> {
    serde_json::from_slice::<Definition>(&ballot.definition).ok()?.roll
}

/// The published list of a ballot that has ended, and who took a token of it.
async fn list(store: &Store, ballot: &StoredBallot) -> Result<Option<(Digest, Vec<bool>)>, StoreError> {
    let bytes = store.ballot_list(ballot.case, ballot.ballot).await?;
    let register = store.ballot_register(ballot.case, ballot.ballot).await?;
    let (Some(bytes), Some(register)) = (bytes, register) else { return Ok(None) };
    let online = register.marks().map(|mark| match mark {
        Mark::Blind(_) | Mark::Plain => true,
        Mark::Paper | Mark::Nothing => false,
    });
    Ok(Some((Digest::of(purpose::BALLOT, &bytes), online.collect())))
}

/// Names by number; one that isn't the one that was published counts as erased.
async fn names(store: &Store, case: Uuid, roll: Uuid, content: &[u8]) -> Result<Vec<Option<String>>, StoreError> {
    let voters = serde_json::from_slice::<ballot::Roll>(content).map(|roll| roll.voters).unwrap_or_default();
    let (mut all, mut after) = (vec![None; voters.len()], None);
    loop {
        let page = store.roll_names(case, roll, after, MAX_PAGE).await?;
        let Some(last) = page.last() else { return Ok(all) };
        after = Some(last.number);
        for row in page {
            let place = usize::try_from(row.number).unwrap_or(usize::MAX);
            let named = row.content.and_then(|content| {
                let named: Named = serde_json::from_slice(&content.fields).ok()?;
                voters.get(place)?.is(&content.salt, &named).then_some(named.name)
            });
            if let Some(known) = all.get_mut(place) {
                *known = named;
            }
        }
    }
}
