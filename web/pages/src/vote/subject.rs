//! What a ballot is about: the text and the agreement before it, read once in this process. Thousands of voters open their
//! pages within minutes, and neither text changes while they do.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use ballot::Question;
use ledger::Digest;
use negotiation::command::DocumentKind;
use negotiation::terms::Terms;
use negotiation::{CaseState, Negotiation};
use serde::Deserialize;
use service::ballots::Ballot;
use store::MAX_PAGE;
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::act;
use crate::desk::last;
use crate::room::records;
use crate::site::Site;
use crate::trouble::Trouble;

/// The kind of paper by which a draft is put before the congress.
const REPORT: &str = DocumentKind::CongressSubmission.name();
/// So many are kept in memory; the one that was asked for least recently goes first.
const KEPT: usize = 16;

/// The text that is voted on.
pub(crate) struct Subject {
    /// The employer's agreement before it. It was published to everybody who votes (ZJ-CC 29), so each of them may see it.
    pub(crate) before: Option<Terms>,
    /// The explanation that was submitted with it, once its paper is there.
    explained: OnceCell<Arc<Explanation>>,
    pub(crate) terms: Terms,
}

/// What the report says by which a draft is put before the congress (D12, ZJ-CC 24(1), (3)).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Explanation {
    /// What was amended since the congress rejected it, where it did.
    pub(crate) again: Option<Again>,
    /// What it means for workers and enterprise, in paragraphs.
    pub(crate) effect: Vec<String>,
    /// How bargaining went, in paragraphs.
    pub(crate) summary: Vec<String>,
    terms_digest: Digest,
}

/// A draft that comes back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Again {
    /// What was amended.
    pub(crate) amendments: Vec<String>,
}

type Cell = Arc<OnceCell<Arc<Subject>>>;

/// The texts that are kept.
#[derive(Default)]
pub(crate) struct Subjects(Mutex<VecDeque<(Uuid, Cell)>>);

impl Subjects {
    /// The text of a ballot; `None` where it isn't about one, or where the case no longer has it.
    pub(crate) async fn of(&self, site: &Site, ballot: &Ballot) -> Result<Option<Arc<Subject>>, Trouble> {
        let Question::Draft { terms } = ballot.definition.question else { return Ok(None) };
        let cell = self.cell(ballot.id());
        let read = async || read(site, ballot.stored.case, terms).await.and_then(|found| found.ok_or(Trouble::Missing));
        match cell.get_or_try_init(async || read().await.map(Arc::new)).await {
            Ok(subject) => Ok(Some(Arc::clone(subject))),
            Err(Trouble::Missing) => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// The explanation of the text, as the newest paper has it; `None` as long as there is none.
    pub(crate) async fn explanation(
        &self,
        site: &Site,
        ballot: &Ballot,
        subject: &Subject,
    ) -> Result<Option<Arc<Explanation>>, Trouble> {
        let Question::Draft { terms } = ballot.definition.question else { return Ok(None) };
        let read = async || match explained(site, ballot.stored.case, terms).await? {
            Some(found) => Ok(Arc::new(found)),
            None => Err(Trouble::Missing),
        };
        match subject.explained.get_or_try_init(read).await {
            Ok(found) => Ok(Some(Arc::clone(found))),
            Err(Trouble::Missing) => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    fn cell(&self, ballot: Uuid) -> Cell {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let had = kept.iter().position(|(id, _)| *id == ballot).and_then(|at| kept.remove(at));
        let (id, cell) = had.unwrap_or_else(|| (ballot, Cell::default()));
        kept.push_front((id, Arc::clone(&cell)));
        kept.truncate(KEPT);
        cell
    }
}

async fn read(site: &Site, case: Uuid, wanted: Digest) -> Result<Option<Subject>, Trouble> {
    let records = records(site, case).await?;
    let state = CaseState::replay(case, records.iter().map(Vec::as_slice))?;
    let found = state.negotiation().and_then(|n| Some((n, text_of(n, wanted)?)));
    let (Some((n, terms)), Some(line)) = (found, site.desk.store().case(case).await?) else { return Ok(None) };
    let before = last(site, n, &line, |_| true).await?.map(|before| before.terms);
    Ok(Some(Subject { before, explained: OnceCell::new(), terms }))
}

fn text_of(n: &Negotiation, digest: Digest) -> Option<Terms> {
    let text = act::draft(&n.stage).or_else(|| n.stage.text())?;
    (text.digest == digest).then(|| (*text.terms).clone())
}

/// The newest report on a text; a paper that was erased explains nothing.
async fn explained(site: &Site, case: Uuid, wanted: Digest) -> Result<Option<Explanation>, Trouble> {
    let (store, mut all, mut last) = (site.desk.store(), Vec::new(), None);
    loop {
        let page = store.documents_of(case, last.as_ref(), MAX_PAGE).await?;
        let Some(end) = page.last() else { break };
        last = Some(end.clone());
        all.extend(page.into_iter().filter(|line| line.kind == REPORT && !line.erased));
    }
    for line in all.iter().rev() {
        let Some(document) = store.document(case, &line.number, line.version).await? else { continue };
        // What a paper is made from is written by this program; one that reads otherwise explains nothing.
        let read: Option<Explanation> = serde_json::from_slice(&document.data).ok();
        if let Some(read) = read.filter(|read| read.terms_digest == wanted) {
            return Ok(Some(read));
        }
    }
    Ok(None)
}
