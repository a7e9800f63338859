//! A ballot on the draft that has ended, for the form that records the vote.

use std::sync::Arc;

use ballot::{Bundle, Question};
use ledger::Digest;
use negotiation::Refusal;
use serde_json::{Value, json};
use service::counted::Counted;
use uuid::Uuid;

use super::{Ballot, Ending, naming, words};
use crate::act::Posted;
use crate::site::Site;
use crate::trouble::Trouble;

/// The newest ballot on a text that has ended and isn't recorded yet.
pub(crate) struct Held(Arc<Counted>);

impl Held {
    /// Of a case with these records, on the text under way; `None` where none was held. One that a record names already
    /// belongs to a round before.
    pub(crate) async fn of(
        site: &Site,
        case: Uuid,
        records: &[Vec<u8>],
        text: Digest,
    ) -> Result<Option<Self>, Trouble> {
        for stored in site.desk.store().ballots_of(case).await?.into_iter().rev() {
            let ballot = Ballot::of(stored)?;
            if ballot.definition.question != (Question::Draft { terms: text }) {
                continue;
            }
            match ballot.ending(&site.desk).await? {
                Ending::Over(counted) => {
                    let recorded = naming(records, counted.list).next().is_some();
                    return Ok((!recorded).then_some(Self(counted)));
                }
                Ending::Open | Ending::Lost => {}
            }
        }
        Ok(None)
    }

    /// Why a vote on a text that is counted on paper alone isn't recorded yet: a ballot on it is open in which somebody takes
    /// part already. A ballot that nobody has begun holds nothing up.
    pub(crate) async fn awaited(site: &Site, case: Uuid, text: Digest) -> Result<Option<Refusal>, Trouble> {
        for stored in site.desk.store().ballots_of(case).await? {
            let ballot = Ballot::of(stored)?;
            if ballot.definition.question != (Question::Draft { terms: text }) || !ballot.is_open(&site.desk) {
                continue;
            }
            let online = ballot.register(&site.desk).await?.counts().online();
            if online > 0 {
                let closes = words::time(ballot.closes_at());
                let refusal = Refusal::new("BALLOT-OPEN", "ballot-open", &[]);
                return Ok(Some(refusal.with("closes", closes).with("count", online)));
            }
        }
        Ok(None)
    }

    /// What the record says of it.
    pub(crate) fn record(&self) -> Value {
        let Bundle { definition, issued, tally, .. } = &self.0.bundle;
        json!({
            "count": {
                "abstain": tally.votes(2),
                "no": tally.votes(1),
                "paper": issued.paper,
                "voters": definition.voters,
                "yes": tally.votes(0),
            },
            "issued": issued.online(),
            "list": self.0.list,
            "plain": issued.plain,
            "returned": tally.returned,
        })
    }

    /// The figures of the form. Paper ballots are counted by hand and added by whoever fills it in. The day is that of the
    /// meeting; where there was none, that of the close.
    pub(crate) fn prefill(&self, posted: &mut Posted) {
        let Bundle { definition, issued, tally, .. } = &self.0.bundle;
        let figures = [
            ("total", definition.voters),
            ("present", issued.present()),
            ("issued", issued.present()),
            ("returned", tally.returned),
            ("yes", tally.votes(0)),
            ("no", tally.votes(1)),
            ("abstain", tally.votes(2)),
        ];
        for (name, figure) in figures {
            posted.set(name, &figure.to_string());
        }
        let closed_on = definition.closes_with(&self.0.bundle.extensions).date();
        let held_on = definition.meeting.as_ref().map_or(closed_on, |meeting| meeting.on);
        posted.set("held_on", &held_on.to_string());
    }
}
