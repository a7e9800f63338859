//! Which papers a record calls for, and which are issued anew after a correction or a mended slip.

use std::collections::BTreeSet;

use documents::Kind;
use negotiation::event::SlipMended;
use negotiation::state::{AgreedText, Stage};
use negotiation::{Actor, Event, Negotiation};

use super::{About, Heard, PaperError, Trigger, Wanted};

/// Papers that state the text as it stands: a mended slip makes them new.
const OF_THE_TEXT: [Kind; 4] =
    [Kind::WageAgreement, Kind::ChangeApplication, Kind::PublicationNotice, Kind::PlatformMemo];

/// Numbers and versions of papers that are recorded already: nothing needs to be put together for them.
pub type Made = BTreeSet<(String, u32)>;

/// A paper that was called for, with what it is made from.
#[derive(Clone, Debug)]
pub(super) struct Issued {
    at: law::time::Moment,
    event: Event,
    heard: Heard,
    pub(super) kind: Kind,
    pub(super) number: String,
    seen: Negotiation,
    speaker: Actor,
    version: u32,
}

/// The papers that a record calls for and that aren't made yet, each by itself: one that can't be put together doesn't
/// stop the others. The reminder of a renewal waits for its day.
pub(super) fn wanted(
    about: &About<'_>,
    issued: &mut Vec<Issued>,
    n: &Negotiation,
    (recorded, speaker): (&store::Recorded, &Actor),
    made: &Made,
) -> Vec<Result<Wanted, PaperError>> {
    let mut papers = Vec::new();
    for event in &recorded.events {
        if let Event::Corrected(_) = event {
            let corrected = |seen: &Negotiation| Negotiation { header: n.header.clone(), ..seen.clone() };
            papers.extend(issued.iter_mut().filter_map(|paper| anew(about, paper, recorded, made, corrected)));
        } else if let Event::SlipMended(e) = event {
            let of_text = issued.iter_mut().filter(|paper| OF_THE_TEXT.contains(&paper.kind));
            papers.extend(of_text.filter_map(|paper| anew(about, paper, recorded, made, |seen| mended(seen, n, e))));
        }
        for kind in super::kinds_for(event, n).filter(|kind| *kind != Kind::ExpiryNotice) {
            papers.extend(first(about, issued, n, recorded, (kind, event, speaker), made));
        }
    }
    papers
}

/// A paper in its first version, numbered within its kind; none where it is made already. A paper that can't be put
/// together keeps its number, so that those after it are called the same whenever they are made.
pub(super) fn first(
    about: &About<'_>,
    issued: &mut Vec<Issued>,
    n: &Negotiation,
    recorded: &store::Recorded,
    (kind, event, speaker): (Kind, &Event, &Actor),
    made: &Made,
) -> Option<Result<Wanted, PaperError>> {
    let count = issued.iter().filter(|paper| paper.kind == kind).count() + 1;
    let number = format!("{}-{count}", kind.code());
    let trigger = Trigger { at: recorded.at, event, head: recorded.head(), number: &number, speaker, version: 1 };
    let is_made = made.contains(&(number.clone(), 1));
    let paper = (!is_made).then(|| super::make(about, n, kind, &trigger));
    issued.push(Issued {
        at: recorded.at,
        event: event.clone(),
        heard: about.heard.clone(),
        kind,
        number,
        seen: n.clone(),
        speaker: speaker.clone(),
        version: 1,
    });
    paper
}

/// The next version of a paper that says something else now that a fact or a text is another one; none where it says the
/// same, or is made already.
fn anew(
    about: &About<'_>,
    paper: &mut Issued,
    recorded: &store::Recorded,
    made: &Made,
    change: impl Fn(&Negotiation) -> Negotiation,
) -> Option<Result<Wanted, PaperError>> {
    let changed = change(&paper.seen);
    let version = paper.version + 1;
    let number = format!("{}-v{version}", paper.number);
    let then = about.hearing(&paper.heard);
    let same_head = Trigger {
        at: paper.at,
        event: &paper.event,
        head: recorded.head(),
        number: &paper.number,
        speaker: &paper.speaker,
        version: paper.version,
    };
    let data = |n: &Negotiation| super::make(&then, n, paper.kind, &same_head).map(|made| made.data);
    // That a version is made doesn't say by which of several corrections: only what it says does.
    match (data(&paper.seen), data(&changed)) {
        (Ok(before), Ok(after)) if before == after => return None,
        (Ok(_), Ok(_)) => {}
        (Err(error), _) | (_, Err(error)) => return Some(Err(error)),
    }
    let is_made = made.contains(&(number.clone(), version));
    let next = Trigger { number: &number, version, ..same_head };
    let next = (!is_made).then(|| super::make(&then, &changed, paper.kind, &next));
    paper.version = version;
    paper.seen = changed;
    next
}

/// The case as a paper saw it, with the mended text in the place of the one before.
fn mended(seen: &Negotiation, n: &Negotiation, e: &SlipMended) -> Negotiation {
    let mut seen = seen.clone();
    if let (Some(old), Some(new)) = (signed_text(&mut seen.stage), n.stage.text())
        && old.digest == e.old
        && new.digest == e.new
    {
        old.clone_from(new);
    }
    seen
}

/// The text that both chiefs have signed, to change.
fn signed_text(stage: &mut Stage) -> Option<&mut AgreedText> {
    match stage {
        Stage::Signed(signed) => Some(&mut signed.text),
        Stage::Filed(filing) | Stage::UnderReview(filing) => Some(&mut filing.signed.text),
        Stage::Objected(objected) => Some(&mut objected.filing.signed.text),
        Stage::Effective(effective) => Some(&mut effective.filing.signed.text),
        Stage::Ended(ended) => Some(&mut ended.effective.filing.signed.text),
        Stage::Rescinded(rescinded) => Some(&mut rescinded.signed.text),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Refused(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_) => None,
    }
}
