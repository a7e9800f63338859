//! The votes that are still open to whoever is signed in, for their home page. Nobody else is told.

use ballot::Mark;
use store::MAX_PAGE;

use super::{Ballot, words};
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

/// A ballot in which somebody hasn't taken part.
pub(crate) struct OpenVote {
    /// Where they go to vote.
    pub(crate) action: String,
    /// Until when.
    pub(crate) closes: String,
    /// Whose congress it is.
    pub(crate) employer: String,
    /// What it is about.
    pub(crate) title: String,
}

/// Those of a visitor, the soonest close first.
pub(crate) async fn open_to(site: &Site, visitor: &Visitor) -> Result<Vec<OpenVote>, Trouble> {
    let store = site.desk.store();
    let mut all = Vec::new();
    for (stored, voter) in store.ballots_for(&visitor.signed.account.id.to_string(), MAX_PAGE).await? {
        let ballot = Ballot::of(stored)?;
        if !ballot.is_open(&site.desk) || ballot.register(&site.desk).await?.get(voter) != Some(Mark::Nothing) {
            continue;
        }
        let Some(line) = store.case(ballot.stored.case).await? else { continue };
        if visitor.signed.capacities(&line).is_empty() {
            continue;
        }
        let vote = OpenVote {
            action: format!("/cases/{}/ballots/{}/mine", line.case, ballot.id()),
            closes: words::time(ballot.closes_at()),
            employer: line.employer_name,
            title: words::title(site, &ballot),
        };
        all.push((ballot.closes_at(), vote));
    }
    all.sort_by_key(|(closes, _)| *closes);
    Ok(all.into_iter().map(|(_, vote)| vote).collect())
}
