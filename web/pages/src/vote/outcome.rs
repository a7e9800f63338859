//! What the congress decided with the ballots of a list: what the record says, in words that can be put up for everybody.

use ballot::Question;
use law::congress::{majority_needed, quorum_needed};
use ledger::Digest;
use messages::Said;
use negotiation::Event;
use negotiation::command::RecordVote;
use serde::Deserialize;

use super::{Ballot, naming};
use crate::desk::weekday;
use crate::room::records;
use crate::site::Site;
use crate::trouble::Trouble;

/// What is read of a record.
#[derive(Deserialize)]
struct Recorded {
    data: Data,
    rules: Digest,
}

#[derive(Deserialize)]
struct Data {
    events: Vec<Event>,
}

/// The decision, a sentence each: who was there, how they voted, what it means (law.congress, both tests with their
/// denominators). That it is still to be recorded, where it is; nothing for an election.
pub(super) async fn stated(site: &Site, ballot: &Ballot, list: Digest) -> Result<Vec<String>, Trouble> {
    match ballot.definition.question {
        Question::Draft { .. } => {}
        Question::Election { .. } => return Ok(Vec::new()),
    }
    for bytes in naming(&records(site, ballot.stored.case).await?, list) {
        let record: Recorded = serde_json::from_slice(bytes).map_err(|error| Trouble::Fault(error.to_string()))?;
        if let Some((vote, meaning)) = record.data.events.iter().find_map(|event| decided(event, list)) {
            return Ok(words(site, record.rules, vote, meaning));
        }
    }
    Ok(vec![site.text("pages-vote-outcome-open")])
}

/// The vote that an event records, and what it decided, if it was held on this list.
fn decided(event: &Event, list: Digest) -> Option<(&RecordVote, &'static str)> {
    let found = if let Event::DraftAdopted(voted) = event {
        (&voted.vote, "pages-vote-outcome-adopted")
    } else if let Event::DraftRejected(voted) = event {
        (&voted.vote, "pages-vote-outcome-rejected")
    } else if let Event::QuorumMissed(missed) = event {
        (&missed.vote, "pages-vote-outcome-missed")
    } else if let Event::EmployerVoted(voted) = event {
        let key = if voted.adopted { "pages-vote-outcome-carried" } else { "pages-vote-outcome-rejected" };
        (&voted.vote, key)
    } else {
        return None;
    };
    found.0.online.as_ref().is_some_and(|online| online.list == list).then_some(found)
}

fn words(site: &Site, rules: Digest, vote: &RecordVote, meaning: &'static str) -> Vec<String> {
    let held = Said::new("pages-vote-outcome-held")
        .arg("on", weekday(site, vote.held_on))
        .arg("total", vote.total)
        .arg("present", vote.present);
    let counted =
        Said::new("pages-vote-outcome-counted").arg("yes", vote.yes).arg("no", vote.no).arg("abstain", vote.abstain);
    let mut said = vec![site.say(&held), site.say(&counted)];
    if let Some(rules) = site.book.rules(rules) {
        let needed = Said::new("pages-vote-outcome-needed")
            .arg("total", vote.total)
            .arg("quorum", quorum_needed(rules.congress.quorum, vote.total))
            .arg("pass", majority_needed(rules.congress.pass, vote.total));
        said.push(site.say(&needed));
    }
    said.push(site.text(meaning));
    said
}
