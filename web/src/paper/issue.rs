//! Which papers a record calls for, and which are issued anew after a correction or a mended slip.

use std::collections::BTreeSet;

use documents::Kind;
use negotiation::event::SlipMended;
use negotiation::state::{AgreedText, Stage};
use negotiation::{Actor, Event, Negotiation};

use super::changed::reaches;
use super::restated::{Restated, Told};
use super::{About, PaperError, Trigger, Wanted};

/// Papers that state the text as it stands: a mended slip makes them new.
const OF_THE_TEXT: [Kind; 4] =
    [Kind::WageAgreement, Kind::ChangeApplication, Kind::PublicationNotice, Kind::PlatformMemo];

/// Numbers and versions of papers that are recorded already: nothing needs to be put together for them.
pub type Made = BTreeSet<(String, u32)>;

/// A paper that was called for, with what it is made from.
#[derive(Clone, Debug)]
pub(super) struct Issued {
    at: law::time::Moment,
    pub(super) kind: Kind,
    pub(super) number: String,
    speaker: Actor,
    told: Told,
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
    for restated in Restated::of(n, &recorded.events) {
        let corrected = |told: &Told| restated.told(told);
        let wrong = issued.iter_mut().filter(|paper| reaches(restated.from, paper.at));
        papers.extend(wrong.filter_map(|paper| anew(about, paper, recorded, made, corrected)));
    }
    for event in &recorded.events {
        if let Event::SlipMended(e) = event {
            let of_text = issued.iter_mut().filter(|paper| OF_THE_TEXT.contains(&paper.kind));
            let mend = |told: &Told| Told { seen: mended(&told.seen, n, e), ..told.clone() };
            papers.extend(of_text.filter_map(|paper| anew(about, paper, recorded, made, mend)));
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
        kind,
        number,
        speaker: speaker.clone(),
        told: Told { event: event.clone(), heard: about.heard.clone(), seen: n.clone() },
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
    change: impl Fn(&Told) -> Told,
) -> Option<Result<Wanted, PaperError>> {
    let changed = change(&paper.told);
    let made_from = |told: &Told, number: &str, version: u32| {
        let (at, head, speaker) = (paper.at, recorded.head(), &paper.speaker);
        let trigger = Trigger { at, event: &told.event, head, number, speaker, version };
        super::make(&about.hearing(&told.heard), &told.seen, paper.kind, &trigger)
    };
    // That a version is made doesn't say by which of several corrections: only what it says does.
    let says = |told: &Told| made_from(told, &paper.number, paper.version).map(|made| made.data);
    match (says(&paper.told), says(&changed)) {
        (Ok(before), Ok(after)) if before == after => {
            paper.told = changed;
            return None;
        }
        (Ok(_), Ok(_)) => {}
        (Err(error), _) | (_, Err(error)) => return Some(Err(error)),
    }
    let version = paper.version + 1;
    let number = format!("{}-v{version}", paper.number);
    let next = (!made.contains(&(number.clone(), version))).then(|| made_from(&changed, &number, version));
    paper.version = version;
    paper.told = changed;
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
