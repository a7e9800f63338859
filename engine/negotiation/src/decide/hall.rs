//! The hall beside an online ballot: what was counted by hand there. No article sets these rules: a count that can't be is
//! no count, and one that nobody can repeat from a published list is entered by one person and confirmed by another.

use super::ctx::{Ctx, refuse};
use crate::command::{ListCount, OnlineBallot, RecordVote};
use crate::refusal::Refusal;

/// The online part with what its list counted; none in records that were made before lists told it.
fn listed(vote: &RecordVote) -> Option<(&OnlineBallot, &ListCount)> {
    let online = vote.online.as_ref()?;
    Some((online, online.count.as_ref()?))
}

/// Nobody has two ballots: paper went to those whom the register gave it and to those who aren't on its roll, no more came
/// back than were given out, and none of the online votes is missing.
pub(super) fn counts(vote: &RecordVote) -> Result<(), Refusal> {
    let Some((online, list)) = listed(vote) else { return Ok(()) };
    let given = vote.issued.saturating_sub(online.issued);
    let back = vote.returned.saturating_sub(online.returned);
    let choices = [(vote.yes, list.yes), (vote.no, list.no), (vote.abstain, list.abstain)];
    let by_hand: Option<u64> = choices.into_iter().map(|(all, online)| all.checked_sub(online).map(u64::from)).sum();
    let most = u64::from(list.paper) + u64::from(vote.total.saturating_sub(list.voters));
    let fits = vote.total >= list.voters
        && vote.issued >= online.issued
        && vote.returned >= online.returned
        && u64::from(given) <= most
        && back <= given
        && by_hand.is_some_and(|cast| cast <= u64::from(back));
    if fits {
        return Ok(());
    }
    Err(refuse("FACT-HALL", "fact-hall", &[])
        .with("total", vote.total)
        .with("voters", list.voters)
        .with("paper", list.paper)
        .with("given", given)
        .with("back", back)
        .with("yes", vote.yes)
        .with("no", vote.no)
        .with("abstain", vote.abstain)
        .with("listed-yes", list.yes)
        .with("listed-no", list.no)
        .with("listed-abstain", list.abstain)
        .with("most", most))
}

/// Paper ballots count once a second person has confirmed the same figures: as an act on paper, with the protocol. None came
/// back that wasn't given out: [`counts`] has seen to that.
pub(super) fn second(ctx: &Ctx<'_>, vote: &RecordVote) -> Result<(), Refusal> {
    let Some((online, list)) = listed(vote) else { return Ok(()) };
    let by_hand = list.paper > 0 || vote.issued > online.issued;
    if ctx.paper || !by_hand {
        return Ok(());
    }
    let given = vote.issued.saturating_sub(online.issued);
    Err(refuse("HALL-SECOND", "hall-second", &[]).with("given", given).with("paper", list.paper))
}
