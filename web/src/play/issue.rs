//! Which papers a record calls for, and which are issued anew after a correction or a mended slip.

use documents::Kind;
use negotiation::event::SlipMended;
use negotiation::state::{AgreedText, Stage};
use negotiation::{Actor, Event, Negotiation};

use super::PlayError;
use crate::paper::{self, About, Heard, Trigger, Wanted};

/// Papers that state the text as it stands: a mended slip makes them new.
const OF_THE_TEXT: [Kind; 4] =
    [Kind::WageAgreement, Kind::ChangeApplication, Kind::PublicationNotice, Kind::PlatformMemo];

/// A paper that was made, with what it was made from.
pub(super) struct Issued {
    at: law::time::Moment,
    event: Event,
    heard: Heard,
    kind: Kind,
    number: String,
    seen: Negotiation,
    speaker: Actor,
    version: u32,
}

/// The papers that a record calls for. The reminder of a renewal waits for its day.
pub(super) fn wanted(
    about: &About<'_>,
    issued: &mut Vec<Issued>,
    n: &Negotiation,
    recorded: &store::Recorded,
    speaker: &Actor,
) -> Result<Vec<Wanted>, PlayError> {
    let mut papers = Vec::new();
    for event in &recorded.events {
        if let Event::Corrected(_) = event {
            let corrected = |seen: &Negotiation| Negotiation { header: n.header.clone(), ..seen.clone() };
            papers.extend(anew(about, issued.iter_mut(), recorded, corrected)?);
        } else if let Event::SlipMended(e) = event {
            let of_text = issued.iter_mut().filter(|paper| OF_THE_TEXT.contains(&paper.kind));
            papers.extend(anew(about, of_text, recorded, |seen| mended(seen, n, e))?);
        }
        for kind in paper::kinds_for(event, n).filter(|kind| *kind != Kind::ExpiryNotice) {
            papers.push(first(about, issued, n, recorded, (kind, event, speaker))?);
        }
    }
    Ok(papers)
}

/// A paper in its first version, numbered within its kind.
pub(super) fn first(
    about: &About<'_>,
    issued: &mut Vec<Issued>,
    n: &Negotiation,
    recorded: &store::Recorded,
    (kind, event, speaker): (Kind, &Event, &Actor),
) -> Result<Wanted, PlayError> {
    let count = issued.iter().filter(|paper| paper.kind == kind).count() + 1;
    let number = format!("{}-{count}", kind.code());
    let trigger = Trigger { at: recorded.at, event, head: recorded.head(), number: &number, speaker, version: 1 };
    let made = paper::make(about, n, kind, &trigger)?;
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
    Ok(made)
}

/// Papers that say something else now that a fact or a text is another one, each with its next version.
fn anew<'i>(
    about: &About<'_>,
    issued: impl Iterator<Item = &'i mut Issued>,
    recorded: &store::Recorded,
    change: impl Fn(&Negotiation) -> Negotiation,
) -> Result<Vec<Wanted>, PlayError> {
    let mut papers = Vec::new();
    for paper in issued {
        let changed = change(&paper.seen);
        let then = about.hearing(&paper.heard);
        let same_head = Trigger {
            at: paper.at,
            event: &paper.event,
            head: recorded.head(),
            number: &paper.number,
            speaker: &paper.speaker,
            version: paper.version,
        };
        let before = paper::make(&then, &paper.seen, paper.kind, &same_head)?;
        let after = paper::make(&then, &changed, paper.kind, &same_head)?;
        if before.data == after.data {
            continue;
        }
        paper.version += 1;
        let number = format!("{}-v{}", paper.number, paper.version);
        let next = Trigger { number: &number, version: paper.version, ..same_head };
        papers.push(paper::make(&then, &changed, paper.kind, &next)?);
        paper.seen = changed;
    }
    Ok(papers)
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
