//! D18 the bureau's opinion.

use documents::data::{Objection, ReviewOpinion, ReviewResult, ReviewScope};
use messages::Said;
use negotiation::command::{ObjectionGround, ObjectionItem};
use negotiation::state::{FilingState, Stage};
use negotiation::terms::{Terms, chapters};
use negotiation::{Event, Negotiation};

use super::common::{header, parties, word};
use super::filing::office;
use super::{About, PaperError, Trigger};
use crate::catalogue;

fn filing(n: &Negotiation) -> Option<&FilingState> {
    match &n.stage {
        Stage::Filed(filing) | Stage::UnderReview(filing) => Some(filing),
        Stage::Objected(stage) => Some(&stage.filing),
        Stage::Effective(stage) => Some(&stage.filing),
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
        | Stage::Signed(_)
        | Stage::Refused(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => None,
    }
}

pub(super) fn opinion(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let filing = filing(n).ok_or(PaperError::Stage("D18"))?;
    let result = if let Event::Objected(objected) = trigger.event {
        ReviewResult::Objection {
            objections: objected.items.iter().map(|item| objection(filing, item)).collect(),
            refile: word("paper-refile"),
        }
    } else {
        ReviewResult::NoObjection
    };
    let review = n.duties.iter().rev().find(|duty| duty.rule == "review");
    let received = filing.received_at.date();
    let paper = ReviewOpinion {
        agreement: filing.signed.text.terms.title.clone(),
        due: review.map_or(received, |duty| duty.dates.due),
        header: header(about, n, trigger, word("paper-title-opinion")),
        office: office(about),
        parties: parties(about, n),
        received,
        registry: filing.registered.clone(),
        result,
        signature: None,
        terms_digest: filing.signed.text.digest,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

fn objection(filing: &FilingState, item: &ObjectionItem) -> Objection {
    let (scope, article) = match item.ground {
        ObjectionGround::Party => (ReviewScope::Qualification, "CC22 44"),
        ObjectionGround::Procedure => (ReviewScope::Procedure, "CC22 44"),
        ObjectionGround::Content => (ReviewScope::Content, "CC22 44"),
    };
    Objection {
        citation: law::citation::Citation::new(article).map(|article| article.display_zh()).unwrap_or_default(),
        clause: item
            .clause
            .as_ref()
            .map_or_else(|| word("paper-whole"), |clause| printed(&filing.signed.text.terms, clause)),
        ground: word("paper-ground"),
        quote: None,
        request: item.opinion.clone(),
        scope,
    }
}

/// The clause as printed: its number and heading.
pub(super) fn printed(terms: &Terms, id: &str) -> String {
    let text = chapters(terms);
    let article = text.iter().flat_map(|chapter| &chapter.articles).find(|article| article.clause == id);
    article.map_or_else(
        || id.to_owned(),
        |article| {
            catalogue::say(&Said::new("paper-article").arg("number", article.number).arg("heading", &article.heading))
        },
    )
}
