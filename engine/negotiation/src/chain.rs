//! Performing an act: strike what is due, decide, apply, link to the chain. Pure; whoever stores the result owns I/O.

use law::rules::{Profile, Rules};
use law::time::Moment;
use ledger::Digest;
use ledger::record::{Envelope, seal};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::Actor;
use crate::apply::{apply, open};
use crate::book::LawBook;
use crate::command::{Command, OpeningCommand, StrikeClock, SystemCommand};
use crate::decide::{decide, next_due};
use crate::event::Event;
use crate::facts::Facts;
use crate::refusal::Refusal;
use crate::state::Negotiation;

/// A server's clock may be behind the last record by this much; then the last record's time is repeated. Milliseconds.
pub const CLOCK_SLACK: i64 = 5_000;

/// Something that somebody asks of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Id of the act, UUIDv7, and its idempotency key.
    pub act: Uuid,
    /// Who.
    pub actor: Actor,
    /// Recording time.
    pub at: Moment,
    /// Which case.
    pub case: Uuid,
    /// What.
    pub command: Command,
    /// What the decision may read beyond the history.
    pub facts: Facts,
}

/// The end of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Hash of the last record; zero before the first.
    pub hash: Digest,
    /// Number of the last record; 0 before the first.
    pub seq: u64,
}

/// A case with the end of its chain.
#[derive(Clone, Debug)]
pub struct CaseState {
    case: Uuid,
    head: Head,
    last_at: Moment,
    negotiation: Option<Negotiation>,
    rules: Digest,
}

/// A damaged history.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("case {case}, record {seq}: {what}")]
pub struct Corrupt {
    /// The case.
    pub case: Uuid,
    /// The record.
    pub seq: u64,
    /// What doesn't hold.
    pub what: String,
}

/// The contents of a record's `data`.
#[derive(Serialize)]
struct Data<'a> {
    command: &'a Command,
    events: &'a [Event],
    facts: &'a Facts,
}

/// A record as it is read back; the command and the facts aren't needed to fold events.
#[derive(Deserialize)]
struct Stored {
    at: Moment,
    data: StoredData,
    prev: Digest,
    rules: Digest,
    seq: u64,
}

#[derive(Deserialize)]
struct StoredData {
    events: Vec<Event>,
}

/// An accepted act as a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRecord {
    /// Id of the act.
    pub act: Uuid,
    /// Who.
    pub actor: Actor,
    /// Recording time.
    pub at: Moment,
    /// Exact bytes.
    pub bytes: Vec<u8>,
    /// Flat name of the command.
    pub command: &'static str,
    /// What changed.
    pub events: Vec<Event>,
    /// Hash.
    pub hash: Digest,
    /// Number, from 1.
    pub seq: u64,
}

/// What became of an act.
#[derive(Clone, Debug)]
pub struct Performed {
    /// Whether the act was accepted.
    pub outcome: Result<(), Refusal>,
    /// Records to store: what was struck first, then the act itself if it was accepted.
    pub records: Vec<SealedRecord>,
    /// The case afterwards.
    pub state: CaseState,
}

impl CaseState {
    /// A case without records.
    #[must_use]
    pub const fn empty(case: Uuid) -> Self {
        Self {
            case,
            head: Head { hash: Digest::ZERO, seq: 0 },
            last_at: Moment::from_millis(i64::MIN),
            negotiation: None,
            rules: Digest::ZERO,
        }
    }

    /// The case's id.
    #[must_use]
    pub const fn case(&self) -> Uuid {
        self.case
    }

    /// The end of the chain.
    #[must_use]
    pub const fn head(&self) -> Head {
        self.head
    }

    /// The case, once it is opened.
    #[must_use]
    pub const fn negotiation(&self) -> Option<&Negotiation> {
        self.negotiation.as_ref()
    }

    /// Hash of the rule edition that the case keeps.
    #[must_use]
    pub const fn rules(&self) -> Digest {
        self.rules
    }

    /// Recording time of the last record.
    #[must_use]
    pub const fn last_at(&self) -> Moment {
        self.last_at
    }

    /// Folds stored records, checking number and link of each.
    ///
    /// # Errors
    /// The first record that doesn't follow from those before it.
    pub fn replay<'a>(case: Uuid, records: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, Corrupt> {
        let mut state = Self::empty(case);
        for bytes in records {
            state.follow(bytes)?;
        }
        Ok(state)
    }

    /// One record more. Not generic, so that the reading of all events is compiled here and not again by each caller.
    fn follow(&mut self, bytes: &[u8]) -> Result<(), Corrupt> {
        let (case, seq) = (self.case, self.head.seq + 1);
        let corrupt = |what: String| Corrupt { case, seq, what };
        let stored: Stored = serde_json::from_slice(bytes).map_err(|error| corrupt(error.to_string()))?;
        if stored.seq != seq || stored.prev != self.head.hash {
            return Err(corrupt("it doesn't follow the record before it".to_owned()));
        }
        self.fold(&stored.data.events).map_err(|error| corrupt(error.to_string()))?;
        self.head = Head { hash: ledger::record::hash(bytes), seq };
        self.last_at = stored.at;
        self.rules = stored.rules;
        Ok(())
    }

    fn fold(&mut self, events: &[Event]) -> Result<(), crate::apply::Impossible> {
        for event in events {
            match &mut self.negotiation {
                Some(n) => apply(n, event)?,
                None => self.negotiation = Some(open(event)?),
            }
        }
        Ok(())
    }
}

/// Performs an act on a case: strikes what is due by its time, in due order, then decides.
///
/// What was struck stays even if the act is refused; a refused act adds nothing.
#[must_use]
pub fn perform(book: &LawBook, mut state: CaseState, mut act: Act) -> Performed {
    let mut records = Vec::new();
    let outcome = attempt(book, &mut state, &mut act, &mut records);
    Performed { outcome, records, state }
}

/// Strikes what is due by an instant, without any further act.
///
/// # Errors
/// A rule edition or data set that the book doesn't have, or time that goes back.
pub fn strike(book: &LawBook, state: &mut CaseState, now: Moment) -> Result<Vec<SealedRecord>, Refusal> {
    let mut records = Vec::new();
    let now = recording_time(state, now)?;
    strike_due(book, state, now, &mut records)?;
    Ok(records)
}

fn attempt(
    book: &LawBook,
    state: &mut CaseState,
    act: &mut Act,
    records: &mut Vec<SealedRecord>,
) -> Result<(), Refusal> {
    act.at = recording_time(state, act.at)?;
    strike_due(book, state, act.at, records)?;
    if state.negotiation.is_none() && act.facts.datasets.is_none() {
        act.facts.datasets = book.current_data().map(|(hashes, _)| *hashes);
    }
    record(book, state, act).map(|record| records.push(record))
}

/// A clock that is a little behind repeats the last record's time; further behind is refused.
fn recording_time(state: &CaseState, at: Moment) -> Result<Moment, Refusal> {
    if at >= state.last_at {
        return Ok(at);
    }
    if state.last_at.millis() - at.millis() <= CLOCK_SLACK {
        return Ok(state.last_at);
    }
    Err(Refusal::new("TIME-BACK", "time-back", &[]).with("found", at).with("required", state.last_at))
}

fn strike_due(
    book: &LawBook,
    state: &mut CaseState,
    now: Moment,
    records: &mut Vec<SealedRecord>,
) -> Result<(), Refusal> {
    while let Some(duty) = state.negotiation.as_ref().and_then(|n| next_due(n, now)) {
        let command = Command::System(SystemCommand::StrikeClock(StrikeClock { duty: duty.id.clone() }));
        let act = Act {
            act: strike_id(state.head.hash, now),
            actor: Actor::clock(),
            at: now,
            case: state.case,
            command,
            facts: Facts::default(),
        };
        records.push(record(book, state, &act)?);
    }
    Ok(())
}

/// The id of a strike: version 7, its random part drawn from the head it follows, so that a replay finds the same.
#[must_use]
pub fn strike_id(head: Digest, at: Moment) -> Uuid {
    let drawn = Digest::of("xinxieshang/strike/v1\n", head.as_bytes());
    let mut random = [0; 10];
    random.copy_from_slice(&drawn.as_bytes()[..10]);
    let millis = u64::try_from(at.millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// Decides one act, applies and seals it.
fn record(book: &LawBook, state: &mut CaseState, act: &Act) -> Result<SealedRecord, Refusal> {
    let (edition, rules) = edition(book, state, act)?;
    let hashes = act.facts.datasets.as_ref().or_else(|| state.negotiation.as_ref().map(|n| &n.datasets));
    let data =
        hashes.and_then(|hashes| book.data(hashes)).ok_or_else(|| Refusal::new("FACT-DATASET", "fact-dataset", &[]))?;
    let events = decide(rules, data, state.negotiation.as_ref(), &act.facts, act.at, &act.actor, &act.command)?;
    let seq = state.head.seq + 1;
    let at = act.at.to_string();
    let (act_id, case) = (act.act.to_string(), act.case.to_string());
    let sealed = seal(&Envelope {
        act: &act_id,
        actor: &act.actor,
        at: &at,
        case: &case,
        data: &Data { command: &act.command, events: &events, facts: &act.facts },
        prev: state.head.hash,
        rules: edition,
        seq,
        v: ledger::record::VERSION,
    })
    .map_err(|_| Refusal::new("FACT-AMOUNT", "fact-amount", &[]))?;
    if let Err(error) = state.fold(&events) {
        // A decision that its own events contradict: nothing is stored, and this state is not to be used again.
        state.head = Head { hash: Digest::ZERO, seq: 0 };
        return Err(Refusal::new("STATE-IMPOSSIBLE", "state-impossible", &[]).with("found", error));
    }
    state.head = Head { hash: sealed.hash, seq };
    state.last_at = act.at;
    state.rules = edition;
    Ok(SealedRecord {
        act: act.act,
        actor: act.actor.clone(),
        at: act.at,
        bytes: sealed.bytes,
        command: act.command.name(),
        events,
        hash: sealed.hash,
        seq,
    })
}

fn edition<'a>(book: &'a LawBook, state: &CaseState, act: &Act) -> Result<(Digest, &'a Rules), Refusal> {
    let found = match (&state.negotiation, &act.command) {
        (Some(_), _) => book.rules(state.rules).map(|rules| (state.rules, rules)),
        (None, Command::Opening(OpeningCommand::OpenCase(open))) => book.current_rules(open.profile),
        (None, _) => book.current_rules(Profile::Cn),
    };
    found.ok_or_else(|| Refusal::new("RULES-PROFILE", "rules-unknown", &[]).with("found", state.rules))
}
