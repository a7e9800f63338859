//! What was acknowledged beside what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::path::Path;

use law::rules::Profile;
use ledger::Digest;
use ledger::bundle::{Builder, BundleError};
use negotiation::{CaseState, LawBook};
use store::{MAX_PAGE, Store, StoreError, StoredRecord};
use uuid::Uuid;
use verify::{Limits, verify};

use crate::beside;
use crate::cases::{Cases, id, profile};
use crate::journal::Reader;
use crate::plain::is_plain;
use crate::process::drawn;

/// How a run ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Acts whose receipt was given.
    pub acknowledged: u64,
    /// Those of them that are recorded as their receipt says.
    pub found: u64,
    /// Those that aren't, or weren't at some moment.
    pub lost: u64,
    /// Acts that are recorded more than once.
    pub doubled: u64,
    /// Acts that are recorded though nobody was told.
    pub untold: u64,
    /// Records.
    pub records: u64,
    /// Cases whose chain, read anew, is whole and is what the law says, by the verifier's own code.
    pub verified: u64,
    /// Cases that were given to the verifier; the records of all cases are compared.
    pub drawn: u64,
    /// Cases.
    pub cases: u64,
    /// How often an act was handed in again.
    pub failed: u64,
    /// Anything else that must not be, in words.
    pub wrong: Vec<String>,
}

impl Tally {
    /// Whether everything is as it must be.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let sums = self.lost == 0 && self.doubled == 0 && self.wrong.is_empty();
        sums && self.found == self.acknowledged
            && self.verified == self.drawn
            && self.drawn > 0
            && self.acknowledged > 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { acknowledged, found, lost, doubled, untold, records, verified, drawn, cases, failed, wrong } = self;
        write!(
            f,
            "{acknowledged} acknowledged, {found} found, {lost} lost, {doubled} doubled, {untold} recorded untold, \
            {failed} handed in again, {records} records of {cases} cases compared byte by byte, {verified} chains verified"
        )?;
        if drawn < cases {
            write!(f, " of {drawn} drawn evenly")?;
        }
        write!(f, ", {} wrong", wrong.len())
    }
}

/// Why nothing can be said.
#[derive(Debug, thiserror::Error)]
pub enum ExamineError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The journal.
    #[error(transparent)]
    Journal(#[from] io::Error),
    /// A bundle for the verifier.
    #[error("bundle: {0}")]
    Bundle(#[from] BundleError),
}

/// Follows a run: reads the journal, and looks into the store.
pub struct Examiner {
    cases: Cases,
    failed: u64,
    /// Cases with receipts that haven't been looked for yet.
    fresh: BTreeSet<u32>,
    journal: Reader,
    /// One case of so many is given to the verifier at the end.
    one_in: u64,
    lost: BTreeSet<(u32, Uuid)>,
    /// Receipts, by case.
    told: BTreeMap<u32, BTreeMap<Uuid, Digest>>,
    wrong: Vec<String>,
}

impl Examiner {
    /// An examiner of a run that writes to this journal.
    #[must_use]
    pub fn new(cases: Cases, journal: &Path) -> Self {
        let (fresh, lost, told) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        Self { cases, failed: 0, fresh, journal: Reader::new(journal), one_in: 1, lost, told, wrong: Vec::new() }
    }

    /// Gives one case of so many to the verifier at the end, drawn evenly by its number: for runs that leave more cases than
    /// it can read in the time. The records of all others are compared all the same.
    pub const fn verify_one_in(&mut self, cases: u64) {
        self.one_in = cases;
    }

    /// Reads on in the journal. Gives how many acts it hadn't known the receipts of, and what the store said
    /// where it didn't record an act; plain words are asked for.
    ///
    /// # Errors
    /// The journal can't be read.
    pub fn read(&mut self) -> io::Result<(usize, Vec<String>)> {
        let (lines, mut news) = (self.journal.more()?, 0);
        for it in &lines.acknowledged {
            self.fresh.insert(it.number);
            let before = self.told.entry(it.number).or_default().insert(it.act, it.hash);
            news += usize::from(before.is_none());
            if before.is_some_and(|hash| hash != it.hash) {
                self.wrong.push(format!("case {}: two receipts for {}", it.number, it.act));
            }
        }
        self.failed += lines.failed.len() as u64;
        let unclear = lines.failed.iter().filter(|told| !is_plain(told));
        self.wrong.extend(unclear.map(|told| format!("told in no plain words: {told}")));
        self.wrong.extend(lines.wrong);
        Ok((news, lines.failed))
    }

    /// Looks for everything that was acknowledged since the last look; to be called before anybody hands in anything
    /// again, because that would hide a loss.
    ///
    /// # Errors
    /// See [`ExamineError`].
    pub async fn look(&mut self, store: &Store) -> Result<(), ExamineError> {
        self.read()?;
        for number in std::mem::take(&mut self.fresh) {
            let records = records(store, number).await?;
            let found: BTreeMap<Uuid, Digest> = records.iter().map(|record| (record.act, record.hash)).collect();
            let told = self.told.get(&number).into_iter().flatten();
            let missing = told.filter(|(act, hash)| found.get(*act) != Some(*hash));
            self.lost.extend(missing.map(|(act, _)| (number, *act)));
        }
        Ok(())
    }

    /// How many were found to be lost so far.
    #[must_use]
    pub fn lost(&self) -> usize {
        self.lost.len()
    }

    /// Compares everything: each case of which anything was told, and those that may have been begun, of so many tasks.
    ///
    /// # Errors
    /// See [`ExamineError`].
    pub async fn finish(mut self, store: &Store, tasks: u32) -> Result<Tally, ExamineError> {
        self.read()?;
        self.fresh = self.told.keys().copied().collect();
        self.look(store).await?;
        let begun: BTreeSet<u32> =
            self.told.keys().flat_map(|number| [*number, number + tasks]).chain(0..tasks).collect();
        let lost = self.lost.len() as u64;
        let acknowledged = self.told.values().map(|acts| acts.len() as u64).sum();
        let mut tally =
            Tally { acknowledged, found: acknowledged - lost, lost, failed: self.failed, ..Tally::default() };
        let leaves = leaves(store).await?;
        for number in begun {
            self.compare(store, number, &leaves, &mut tally).await?;
        }
        tally.wrong.append(&mut self.wrong);
        Ok(tally)
    }

    /// One case: its records are the beginning of its history, whole act by whole act; head, leaves, list, duties and
    /// messages say the same; its bundle verifies, where it is drawn.
    async fn compare(
        &self,
        store: &Store,
        number: u32,
        leaves: &BTreeMap<Uuid, Vec<Digest>>,
        tally: &mut Tally,
    ) -> Result<(), ExamineError> {
        let records = records(store, number).await?;
        if records.is_empty() {
            return Ok(());
        }
        let acts: BTreeSet<Uuid> = records.iter().map(|record| record.act).collect();
        tally.cases += 1;
        tally.records += records.len() as u64;
        tally.doubled += (records.len() - acts.len()) as u64;
        let told = self.told.get(&number);
        let untold = |record: &&StoredRecord| {
            record.command != "strike_clock" && told.is_none_or(|told| !told.contains_key(&record.act))
        };
        tally.untold += records.iter().filter(untold).count() as u64;
        let mut wrong = |what: &str| tally.wrong.push(format!("case {number}: {what}"));
        let mut history = self.cases.history(number);
        let mut left = records.as_slice();
        while !left.is_empty() {
            let Some(step) = history.next() else {
                wrong("records beyond its history");
                break;
            };
            let Some((own, rest)) = left.split_at_checked(step.records.len()) else {
                wrong("half an act");
                break;
            };
            if !own.iter().map(of_stored).eq(step.records.iter().map(|record| (&record.bytes, record.hash))) {
                wrong("not what the law decides");
                break;
            }
            left = rest;
        }
        let last = records.last().map(|record| (record.seq, record.hash));
        if store.head(id(number)).await?.map(|head| (head.seq, head.hash)) != last {
            wrong("its head isn't its last record");
        }
        if leaves.get(&id(number)).is_none_or(|found| !found.iter().eq(records.iter().map(|record| &record.hash))) {
            wrong("its leaves aren't its records");
        }
        let state = CaseState::replay(id(number), records.iter().map(|record| record.bytes.as_slice())).ok();
        let negotiation = state.as_ref().and_then(CaseState::negotiation);
        let stage = negotiation.map(|negotiation| negotiation.stage_name().to_owned());
        if store.case(id(number)).await?.map(|line| line.stage) != stage {
            wrong("its line in the list says something else");
        }
        beside::wrong(store, id(number), &records, negotiation).await?.iter().for_each(|what| wrong(what));
        let bytes: Vec<Vec<u8>> = records.into_iter().map(|record| record.bytes).collect();
        if drawn("verified", u64::from(number), self.one_in) > 0 {
            return Ok(());
        }
        tally.drawn += 1;
        let mut wrong = |what: &str| tally.wrong.push(format!("case {number}: {what}"));
        let bundle = evidence(&self.cases.book(), profile(number), id(number), &bytes)?.finish()?;
        match verify(&bundle, &Limits::default()) {
            Ok(report) if report.first_break.is_none() => tally.verified += 1,
            Ok(report) => wrong(&format!("{:?}", report.first_break)),
            Err(unreadable) => wrong(&format!("{unreadable:?}")),
        }
        Ok(())
    }
}

/// The evidence of a case, for the verifier; papers that it has are still to be added.
pub(crate) fn evidence<'a>(
    book: &LawBook,
    profile: Profile,
    case: Uuid,
    records: &'a [Vec<u8>],
) -> Result<Builder<'a>, BundleError> {
    let mut builder = Builder::new(&case.to_string(), records)?;
    if let Some((_, rules)) = book.current_rules(profile) {
        builder.rules(rules.to_json())?;
    }
    if let Some((_, data)) = book.current_data() {
        for (_, _, bytes) in data.files() {
            builder.dataset(bytes.to_vec())?;
        }
    }
    Ok(builder)
}

/// What of a stored record has to be as the law decides it.
const fn of_stored(record: &StoredRecord) -> (&Vec<u8>, Digest) {
    (&record.bytes, record.hash)
}

/// All records of a case, in order.
pub(crate) async fn records(store: &Store, number: u32) -> Result<Vec<StoredRecord>, StoreError> {
    let mut all: Vec<StoredRecord> = Vec::new();
    loop {
        let page = store.records_after(id(number), all.last().map_or(0, |record| record.seq), MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

async fn leaves(store: &Store) -> Result<BTreeMap<Uuid, Vec<Digest>>, StoreError> {
    let (mut all, mut after) = (BTreeMap::<Uuid, Vec<Digest>>::new(), None);
    loop {
        let page = store.pending_leaves(after, MAX_PAGE).await?;
        let Some((case, seq, _)) = page.last() else { return Ok(all) };
        after = Some((*case, *seq));
        for (case, _, hash) in page {
            all.entry(case).or_default().push(hash);
        }
    }
}
