//! Which papers a record calls for, and which are issued anew after a correction.

use negotiation::{Event, Negotiation};

use super::PlayError;
use crate::paper::{self, About, Trigger, Wanted};

/// A paper that was made, with what it was made from.
pub(super) struct Issued {
    at: law::time::Moment,
    event: Event,
    number: String,
    seen: Negotiation,
    speaker: String,
    version: u32,
}

/// The papers that a record calls for.
pub(super) fn wanted(
    about: &About<'_>,
    issued: &mut Vec<Issued>,
    n: &Negotiation,
    recorded: &store::Recorded,
    speaker: &str,
) -> Result<Vec<Wanted>, PlayError> {
    let mut papers = Vec::new();
    for event in &recorded.events {
        if let Event::Corrected(_) = event {
            papers.extend(anew(about, issued, n, recorded)?);
            continue;
        }
        let Some(kind) = paper::kind_for(event) else { continue };
        let count = issued.iter().filter(|paper| paper::kind_for(&paper.event) == Some(kind)).count() + 1;
        let number = format!("{}-{count}", kind.code());
        let trigger = Trigger { at: recorded.at, event, head: recorded.head(), number: &number, speaker, version: 1 };
        papers.push(paper::make(about, n, &trigger)?);
        issued.push(Issued {
            at: recorded.at,
            event: event.clone(),
            number,
            seen: n.clone(),
            speaker: speaker.to_owned(),
            version: 1,
        });
    }
    Ok(papers)
}

/// Papers that say something else now that a fact is corrected, each with its next version.
fn anew(
    about: &About<'_>,
    issued: &mut [Issued],
    n: &Negotiation,
    recorded: &store::Recorded,
) -> Result<Vec<Wanted>, PlayError> {
    let mut papers = Vec::new();
    for paper in issued {
        let corrected = Negotiation { header: n.header.clone(), ..paper.seen.clone() };
        let same_head = Trigger {
            at: paper.at,
            event: &paper.event,
            head: recorded.head(),
            number: &paper.number,
            speaker: &paper.speaker,
            version: paper.version,
        };
        let before = paper::make(about, &paper.seen, &same_head)?;
        let after = paper::make(about, &corrected, &same_head)?;
        if before.data == after.data {
            continue;
        }
        paper.version += 1;
        paper.seen = corrected;
        let number = format!("{}-v{}", paper.number, paper.version);
        let next = Trigger { number: &number, version: paper.version, ..same_head };
        papers.push(paper::make(about, &paper.seen, &next)?);
    }
    Ok(papers)
}
