//! Acts on paper that wait for their second person: where they belong, and what of their date the law asks.

use negotiation::state::{EffectBasis, Effective, PaperEntry, Stage};

use crate::world::World;

/// Flat name of the act on a paper.
pub(crate) fn act_name(paper: &PaperEntry) -> &str {
    paper.text.split('"').nth(3).unwrap_or_default()
}

/// How old a paper is, as far as dates of the law ask: of today, of another day, of before a whole review.
pub(crate) fn age(world: &World, paper: &PaperEntry) -> u8 {
    const REVIEW: i32 = 15;
    if act_name(paper) == "object" {
        // Of the last day of the review or of the day of entry: always in time.
        return 0;
    }
    let ago = world.now.date().since(paper.on).map_or(0, |span| span.get_days());
    let refused = matches!(&world.case.stage, Stage::Refused(refused) if paper.on < refused.refused_at.date());
    u8::from(ago > 0) + u8::from(ago >= REVIEW) + 4 * u8::from(refused)
}

/// Whether the case is where the act on a paper belongs.
pub(crate) fn at_home(stage: &Stage, paper: &PaperEntry) -> bool {
    let name = stage.name();
    match act_name(paper) {
        "reply" => {
            let refused = |stage: &Stage| matches!(stage, Stage::AwaitingReply(_) | Stage::Refused(_));
            refused(stage) || matches!(stage, Stage::Disputed(disputed) if refused(&disputed.within))
        }
        "sign" => name == "adopted",
        "file" => name == "signed",
        "object" => {
            let deemed = |effective: &Effective| effective.effect.basis == EffectBasis::Deemed;
            matches!(stage, Stage::Effective(effective) if deemed(effective))
                || ["filed", "under_review"].contains(&name)
        }
        _ => true,
    }
}
