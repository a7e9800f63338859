//! Cases that hang on one in force, seen from beside both: what an opening says of that one, whether that one takes note of
//! it, what it is still to be told, and for how long the next text runs. Rows 1, 34 and 35; ZJ-CC 30–34, CC22 38–41.

use law::time::Moment;
use ledger::Digest;
use uuid::Uuid;

use crate::chain::CaseState;
use crate::command::{ChangeCommand, ChildKind, NoteChildEnded, NoteChildOpened, OpenCase, Parent};
use crate::decide::takes_child;
use crate::refusal::Refusal;
use crate::state::{Effective, Negotiation, Stage};
use crate::table;
use crate::terms::{Term, Terms, renewed};

/// Articles on renewal, change and rescission.
const ARTICLES: &[&str] = &["ZJ-CC 30", "ZJ-CC 31", "CC22 39"];

/// What an opening says of a case in force, or of one as it stood at its end; `None` where it never was in force.
#[must_use]
pub fn named(n: &Negotiation, case: Uuid, head: Digest, kind: ChildKind) -> Option<Parent> {
    let effective = n.stage.effective()?;
    Some(Parent {
        case,
        expires_on: effective.effect.term_to,
        ground: None,
        head,
        kind,
        proof: None,
        terms: effective.filing.signed.text.digest,
    })
}

/// Whether a case takes note of a new one of a kind: it is in force, and no other of that kind is under way.
///
/// # Errors
/// The refusal that the note would meet.
pub fn takes(n: &Negotiation, kind: ChildKind) -> Result<(), Refusal> {
    if n.stage.effective().is_none() {
        return Err(Refusal::new("FACT-PARENT", "parent-not-in-force", ARTICLES)
            .with_message("stage", table::stage_key(n.stage_name()))
            .under(n.header.profile));
    }
    takes_child(n, kind).map_err(|refusal| refusal.under(n.header.profile))
}

/// Whether a case may be opened that hangs on another one: the other one is the same employer's, takes note of it, and says
/// today what the opening says of it. `n` and `hashes` are that other case and its records; none where it isn't there. Of a
/// case of another employer no more is said than of one that isn't there.
///
/// # Errors
/// Why not.
pub fn admit(n: Option<&Negotiation>, hashes: &[Digest], open: &OpenCase) -> Result<(), Refusal> {
    let Some(parent) = open.parent.as_deref() else { return Ok(()) };
    let Some(n) = n.filter(|n| n.header.employer.uscc == open.employer.uscc) else {
        return Err(Refusal::new("FACT-PARENT", "parent-unknown", ARTICLES)
            .with("case", parent.case)
            .with("employer", &open.employer.uscc)
            .under(open.profile));
    };
    takes(n, parent.kind)?;
    let Some(effective) = n.stage.effective() else { return Ok(()) };
    let (text, last) = (effective.filing.signed.text.digest, effective.effect.term_to);
    let differs = |what, found: String, required: String| {
        Err(Refusal::new("FACT-PARENT", "parent-differs", ARTICLES)
            .with_message("what", what)
            .with("found", found)
            .with("required", required)
            .under(n.header.profile))
    };
    if parent.terms != text {
        return differs("neg-parent-terms", parent.terms.to_string(), text.to_string());
    }
    if parent.expires_on != last {
        return differs("neg-parent-expires-on", parent.expires_on.to_string(), last.to_string());
    }
    if !hashes.contains(&parent.head) {
        let newest = hashes.last().map(ToString::to_string).unwrap_or_default();
        return differs("neg-parent-head", parent.head.to_string(), newest);
    }
    Ok(())
}

/// How a case ended for the one on which it hangs, if it has.
#[must_use]
pub fn end(case: Uuid, stage: &Stage) -> Option<NoteChildEnded> {
    if let Stage::Rescinded(rescinded) = stage {
        return Some(NoteChildEnded { case, on: Some(rescinded.on), succeeded: true, terms: None });
    }
    if let Stage::Closed(_) = stage {
        return Some(NoteChildEnded { case, on: None, succeeded: false, terms: None });
    }
    let effective = stage.effective()?;
    let terms = Some(effective.filing.signed.text.digest);
    let on = effective.effect.on.max(effective.effect.term_from);
    Some(NoteChildEnded { case, on: Some(on), succeeded: true, terms })
}

/// Something that a case is still to be told of one that hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiding {
    /// Id of the act that tells it: whoever tells it again gives the same.
    pub act: Uuid,
    /// What is told.
    pub note: ChangeCommand,
}

/// What a case doesn't know yet of one that hangs on it: that it was opened, how it ended, that it goes on after an effect
/// that was withdrawn, on which other day. To be told in this order.
#[must_use]
pub fn news(parent: &Negotiation, case: Uuid, n: &Negotiation) -> Vec<ChangeCommand> {
    let Some(kind) = n.header.parent.as_ref().map(|parent| parent.kind) else { return Vec::new() };
    let opened = ChangeCommand::NoteChildOpened(NoteChildOpened { case, kind });
    let end = end(case, &n.stage).map(ChangeCommand::NoteChildEnded);
    let Some(known) = parent.children.iter().find(|known| known.case == case) else {
        return std::iter::once(opened).chain(end).collect();
    };
    let news = match (end, known.ended, known.on) {
        // It has failed, or goes on as it is known to.
        (_, true, None) | (None, false, _) => None,
        (None, true, Some(_)) => Some(opened),
        (Some(end), true, Some(on)) => Some(end).filter(|end| moves(end, on)),
        (Some(end), false, _) => Some(end),
    };
    news.into_iter().collect()
}

/// The same with the ids of the acts that tell it.
#[must_use]
pub fn tidings(parent: &Negotiation, child: &CaseState) -> Vec<Tiding> {
    let (case, head) = (child.case(), child.head());
    let Some(n) = child.negotiation() else { return Vec::new() };
    let is_known = parent.children.iter().any(|known| known.case == case);
    let told = |note: ChangeCommand| {
        let first = !is_known && matches!(note, ChangeCommand::NoteChildOpened(_));
        let (seq, at) = if first { (1, n.opened_at) } else { (head.seq, child.last_at()) };
        Tiding { act: note_id(case, seq, &note, at), note }
    };
    news(parent, case, n).into_iter().map(told).collect()
}

/// Whether a note names another day than the one that is known.
fn moves(note: &ChangeCommand, known: law::Date) -> bool {
    matches!(note, ChangeCommand::NoteChildEnded(end) if end.succeeded && end.on != Some(known))
}

/// The id of a note: version 7, its random part drawn from the child, its record and what is told.
fn note_id(child: Uuid, seq: u64, note: &ChangeCommand, at: Moment) -> Uuid {
    let name = match note {
        ChangeCommand::NoteChildOpened(_) => "opened",
        ChangeCommand::NoteChildEnded(_) => "ended",
        ChangeCommand::Withdraw(_) | ChangeCommand::RecordRescission(_) => "",
    };
    let drawn = Digest::of("xinxieshang/child-note/v1\n", format!("{child}\n{seq}\n{name}").as_bytes());
    let mut random = [0; 10];
    random.copy_from_slice(&drawn.as_bytes()[..10]);
    let millis = u64::try_from(at.millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// How long the text of a case that hangs on this one runs, unless its sides agree otherwise: a renewal as long again from
/// the day after the last one, a change until that last day (ZJ-CC 30, 33). An agreement to rescind has no term of its own.
#[must_use]
pub fn term(effective: &Effective, kind: ChildKind) -> Term {
    let terms = &effective.filing.signed.text.terms;
    let own = Term::Dates { from: effective.effect.term_from, to: effective.effect.term_to };
    match kind {
        ChildKind::Renewal => renewed(&Terms { term: own, ..(**terms).clone() }).term,
        ChildKind::Amendment => own,
        ChildKind::Rescission => terms.term,
    }
}
