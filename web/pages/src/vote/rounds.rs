//! Further rounds: which ballot comes after which, each with the result it had.

use ballot::{Question, Round};
use messages::Said;
use uuid::Uuid;

use super::{Ballot, words};
use crate::site::Site;
use crate::trouble::Trouble;

/// A ballot that may be followed by another round: over, and followed by none.
pub(super) struct Before {
    pub(super) ballot: Ballot,
    pub(super) title: String,
}

/// The ballots of a case.
pub(super) async fn all(site: &Site, case: Uuid) -> Result<Vec<Ballot>, Trouble> {
    let stored = site.desk.store().ballots_of(case).await?;
    Ok(stored.into_iter().map(Ballot::of).collect::<Result<_, _>>()?)
}

/// Those that another round may follow, newest first.
pub(super) async fn before(site: &Site, case: Uuid) -> Result<Vec<Before>, Trouble> {
    let all = all(site, case).await?;
    let followed: Vec<Uuid> =
        all.iter().filter_map(|ballot| ballot.definition.round).map(|round| round.after).collect();
    let free = all.into_iter().rev().filter(|ballot| !ballot.is_open(&site.desk) && !followed.contains(&ballot.id()));
    Ok(free
        .map(|ballot| {
            let title = format!("{}（{}）", words::title(site, &ballot), words::time(ballot.closes_at()));
            Before { ballot, title }
        })
        .collect())
}

/// Whether a ballot on the one may be a further round of a ballot on the other: a draft after a draft, an election to the same
/// office after an election.
fn follows(question: &Question, before: &Question) -> bool {
    match (question, before) {
        (Question::Draft { .. }, Question::Draft { .. }) => true,
        (Question::Election { office, .. }, Question::Election { office: had, .. }) => office == had,
        (Question::Draft { .. }, Question::Election { .. }) | (Question::Election { .. }, Question::Draft { .. }) => {
            false
        }
    }
}

/// The round that a form asks for.
pub(super) fn read(before: &[Before], asked: &str, question: &Question) -> Result<Option<Round>, Said> {
    if asked.is_empty() {
        return Ok(None);
    }
    let found = before.iter().find(|before| before.ballot.id().to_string() == asked);
    let fits = found.filter(|found| follows(question, &found.ballot.definition.question));
    let Before { ballot, .. } = fits.ok_or_else(|| Said::new("pages-vote-fault-round"))?;
    Ok(Some(Round { after: ballot.id(), number: ballot.definition.round_number().saturating_add(1) }))
}

/// Links to the rounds before and after a ballot.
pub(super) async fn linked(site: &Site, ballot: &Ballot) -> Result<Vec<(Uuid, String)>, Trouble> {
    let mut links = Vec::new();
    if let Some(Round { after, number }) = ballot.definition.round {
        links.push((after, site.say(&Said::new("pages-vote-round-before").arg("number", number.saturating_sub(1)))));
    }
    for next in all(site, ballot.stored.case).await? {
        if let Some(Round { number, .. }) = next.definition.round.filter(|round| round.after == ballot.id()) {
            links.push((next.id(), site.say(&Said::new("pages-vote-round-after").arg("number", number))));
        }
    }
    Ok(links)
}
