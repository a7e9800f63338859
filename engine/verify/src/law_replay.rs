//! The law again: every recorded command with its facts, decided anew under the bundled rules and data sets.

mod papers;

use std::collections::{BTreeMap, BTreeSet};

use law::dataset::{DataSets, DatasetHashes};
use law::rules::Rules;
use law::time::Moment;
use ledger::Digest;
use ledger::canonical;
use messages::Said;
use negotiation::command::SystemCommand;
use negotiation::{Actor, Capacity, Command, Event, Facts, Negotiation, apply, decide, next_due, open, strike_id};

use crate::chain::Break;
use crate::documents::Documents;
use crate::{Check, Hash, Place, RawRecord};

const ID: &str = "law";

/// What stops a replay: a record and what about it doesn't hold.
type Stop = Box<(u64, Said)>;

/// Decides every command again and compares the events; then what only the replayed case knows: which act recorded which
/// document, and that voted, signed, filed and published text are one.
///
/// `rules` are the bytes of the rule edition that the records name, `datasets` those of the data sets by their hash;
/// their names have been checked. Other events than those recorded, or a refusal, are a finding at that record.
pub(crate) fn replay(
    records: &[RawRecord<'_>],
    rules: &[u8],
    datasets: &BTreeMap<Hash, &[u8]>,
    documents: &Documents,
    contents: &BTreeMap<String, Vec<u8>>,
) -> Vec<Check> {
    match run(records, rules, datasets) {
        Ok((case, signed)) => {
            let said = Said::new("verify-law-pass").arg("count", records.len());
            let mut checks = vec![Check::pass(ID, Place::bundle(), said)];
            checks.extend(case.map(|case| papers::check(&case, &signed, documents, contents)).unwrap_or_default());
            checks
        }
        Err(stop) => {
            let (seq, said) = *stop;
            vec![Check::fail(ID, Place::record(seq), said)]
        }
    }
}

/// The case at the end of its records, and the digests of the texts that were signed.
type Replayed = (Option<Negotiation>, BTreeSet<Digest>);

fn run(records: &[RawRecord<'_>], rules: &[u8], datasets: &BTreeMap<Hash, &[u8]>) -> Result<Replayed, Stop> {
    let rules = Rules::from_json(rules).map_err(|_| Box::new((1, Said::new("verify-law-rules"))))?;
    follow(records, &rules, &mut Shelf { files: files(datasets), open: Vec::new() })
}

fn follow(records: &[RawRecord<'_>], rules: &Rules, shelf: &mut Shelf) -> Result<Replayed, Stop> {
    let (mut case, mut signed) = (None, BTreeSet::new());
    for record in records {
        let events = step(rules, shelf, &mut case, record).map_err(|said| Box::new((record.seq, said)))?;
        events.iter().for_each(|event| texts(event, &mut signed));
    }
    Ok((case, signed))
}

/// The law over the chains of many cases, outside a bundle: rule editions and data sets are read once.
#[derive(Default)]
pub struct Replay {
    editions: BTreeMap<Digest, Rules>,
    shelf: Shelf,
}

impl Replay {
    /// Adds a rule edition; bytes that are none are passed over, and the records that name them are a break.
    pub fn rules(&mut self, json: &[u8]) {
        if let Ok(rules) = Rules::from_json(json) {
            self.editions.insert(rules.hash(), rules);
        }
    }

    /// Adds a data set.
    pub fn dataset(&mut self, json: &[u8]) {
        self.shelf.files.insert(Digest::of(ledger::purpose::DATASET, json), json.to_vec());
    }

    /// Decides every command of a case again and compares the events.
    ///
    /// # Errors
    /// The first record that doesn't hold.
    pub fn check(&mut self, records: &[RawRecord<'_>]) -> Result<(), Break> {
        let named = records.first().and_then(|record| record.rules.parse::<Digest>().ok());
        let Some(rules) = named.and_then(|hash| self.editions.get(&hash)) else {
            return Err(Break { seq: 1, said: Said::new("verify-law-rules") });
        };
        let broken = |(seq, said)| Break { seq, said };
        follow(records, rules, &mut self.shelf).map(drop).map_err(|stop| broken(*stop))
    }
}

/// Keeps the digest of a text that was signed, and of one that mends a slip in it: the link makes them one text.
fn texts(event: &Event, signed: &mut BTreeSet<Digest>) {
    if let Event::AgreementSigned(e) = event {
        signed.insert(e.terms);
    } else if let Event::SlipMended(e) = event
        && signed.contains(&e.old)
    {
        signed.insert(e.new);
    }
}

fn files(datasets: &BTreeMap<Hash, &[u8]>) -> BTreeMap<Digest, Vec<u8>> {
    let read = |hash: &Hash| hash.to_string().parse::<Digest>().ok();
    datasets.iter().filter_map(|(hash, bytes)| Some((read(hash)?, bytes.to_vec()))).collect()
}

/// Data sets by the hashes that records name.
#[derive(Default)]
struct Shelf {
    files: BTreeMap<Digest, Vec<u8>>,
    open: Vec<(DatasetHashes, DataSets)>,
}

impl Shelf {
    fn get(&mut self, hashes: &DatasetHashes) -> Option<&DataSets> {
        if let Some(at) = self.open.iter().position(|(known, _)| known == hashes) {
            return self.open.get(at).map(|(_, data)| data);
        }
        let data = DataSets::select(&self.files, hashes).ok()?;
        self.open.push((*hashes, data));
        self.open.last().map(|(_, data)| data)
    }
}

/// One record: nothing due before it was left out, the command stands as written, the law gives the same events.
fn step(
    rules: &Rules,
    shelf: &mut Shelf,
    case: &mut Option<Negotiation>,
    record: &RawRecord<'_>,
) -> Result<Vec<Event>, Said> {
    let unread = || Said::new("verify-law-unread");
    let actor: Actor = serde_json::from_slice(record.actor.as_bytes()).map_err(|_| unread())?;
    let command: Command = serde_json::from_slice(record.command.as_bytes()).map_err(|_| unread())?;
    let facts: Facts = serde_json::from_slice(record.facts.as_bytes()).map_err(|_| unread())?;
    let at: Moment = record.at.parse().map_err(|_| unread())?;
    same(&actor, record.actor)?;
    same(&command, record.command)?;
    same(&facts, record.facts)?;
    struck(case.as_ref(), record, &actor, &command, at)?;
    let named = facts.datasets.or_else(|| case.as_ref().map(|case| case.datasets));
    let data = named.and_then(|hashes| shelf.get(&hashes)).ok_or_else(|| Said::new("verify-law-datasets"))?;
    let events = decide(rules, data, case.as_ref(), &facts, at, &actor, &command)
        .map_err(|refusal| Said::new("verify-law-refused").arg("rule", refusal.rule))?;
    if canonical::to_vec(&events).map_err(|_| unread())? != record.events.as_bytes() {
        return Err(Said::new("verify-law-events").arg("command", command.name()));
    }
    for event in &events {
        let followed = match case.as_mut() {
            Some(case) => apply(case, event),
            None => open(event).map(|opened| *case = Some(opened)),
        };
        followed.map_err(|_| Said::new("verify-law-impossible"))?;
    }
    Ok(events)
}

/// What was understood must be all that is written.
fn same<T: serde::Serialize>(understood: &T, written: &str) -> Result<(), Said> {
    match canonical::to_vec(understood) {
        Ok(bytes) if bytes == written.as_bytes() => Ok(()),
        Ok(_) | Err(_) => Err(Said::new("verify-law-unread")),
    }
}

/// What was due by the record's time was struck before it, by the clock, under the id that follows from the chain.
fn struck(
    case: Option<&Negotiation>,
    record: &RawRecord<'_>,
    actor: &Actor,
    command: &Command,
    at: Moment,
) -> Result<(), Said> {
    let due = case.and_then(|case| next_due(case, at));
    let strike = if let Command::System(SystemCommand::StrikeClock(strike)) = command { Some(strike) } else { None };
    match (due, strike) {
        (Some(due), None) => Err(Said::new("verify-law-unstruck").arg("duty", &due.id)),
        (Some(due), Some(strike)) if due.id != strike.duty => {
            Err(Said::new("verify-law-unstruck").arg("duty", &due.id))
        }
        (Some(_), Some(_)) => {
            let prev: Digest = record.prev.parse().map_err(|_| Said::new("verify-law-unread"))?;
            let own = strike_id(prev, at).to_string() == record.act;
            if own && actor.capacity == Capacity::Clock { Ok(()) } else { Err(Said::new("verify-law-strike-id")) }
        }
        // A strike of nothing due is refused by the law itself.
        (None, _) => Ok(()),
    }
}
