//! What the congress decided with the ballots of a list: what the record says, in words that can be put up for everybody.

use std::sync::Arc;

use ballot::Question;
use law::citation::display_all_zh;
use law::rules::Rules;
use ledger::Digest;
use messages::Said;
use negotiation::Event;
use negotiation::checks::congress::needed;
use negotiation::command::{CongressForm, RecordVote};
use service::counted::{Counted, Voted};

use super::Elected;
use crate::desk::weekday;
use crate::site::Site;
use crate::trouble::Trouble;

/// The decision, a sentence each: who was there, how they voted, what it means (law.congress, both tests with their
/// denominators). That it is still to be recorded, where it is. Of an election who was elected.
pub(super) async fn stated(site: &Site, counted: &Arc<Counted>) -> Result<Vec<String>, Trouble> {
    match counted.bundle.definition.question {
        Question::Draft { .. } => {}
        Question::Election { .. } => {
            let held = Elected::of(site, Arc::clone(counted)).await?;
            return Ok(held.map(|held| held.told(site)).unwrap_or_default());
        }
    }
    let voted = counted.vote(site.desk.store()).await?;
    let said = voted.and_then(|voted| {
        let Voted { event, rules } = &*voted;
        Some(words(site, *rules, (event.body()?, event.vote()?), meaning(event)))
    });
    Ok(said.unwrap_or_else(|| vec![site.text("pages-vote-outcome-open")]))
}

/// What an event that records a vote means.
const fn meaning(event: &Event) -> &'static str {
    if let Event::DraftAdopted(_) = event {
        "pages-vote-outcome-adopted"
    } else if let Event::QuorumMissed(_) = event {
        "pages-vote-outcome-missed"
    } else if let Event::EmployerVoted(voted) = event
        && voted.adopted
    {
        "pages-vote-outcome-carried"
    } else {
        "pages-vote-outcome-rejected"
    }
}

/// What would have carried it, with the article: both tests, or the majority alone where the text names no quorum.
fn asked(rules: &Rules, form: CongressForm, total: u32) -> Said {
    let needed = needed(rules, form);
    let said = match needed.fewest_present(total) {
        Some(present) => Said::new("pages-vote-outcome-needed").arg("quorum", present),
        None => Said::new("pages-vote-outcome-needed-wide"),
    };
    said.arg("total", total).arg("pass", needed.fewest_yes(total)).arg("articles", display_all_zh(needed.citation))
}

fn words(site: &Site, rules: Digest, (form, vote): (CongressForm, &RecordVote), meaning: &'static str) -> Vec<String> {
    let held = Said::new("pages-vote-outcome-held")
        .arg("on", weekday(site, vote.held_on))
        .arg("total", vote.total)
        .arg("present", vote.present);
    let counted =
        Said::new("pages-vote-outcome-counted").arg("yes", vote.yes).arg("no", vote.no).arg("abstain", vote.abstain);
    let mut said = vec![site.say(&held), site.say(&counted)];
    said.extend(site.book.rules(rules).map(|rules| site.say(&asked(rules, form, vote.total))));
    said.push(site.text(meaning));
    said
}

#[cfg(test)]
mod tests {
    use law::rules::Profile;
    use negotiation::LawBook;

    use super::*;

    /// ZJ-CC 24(2): both tests are of all, and half is too few. ZJ-CC 29: for a sector or region half is enough, and no
    /// number must be there.
    #[test]
    fn what_is_asked_is_asked_of_the_body_that_voted() {
        let book = LawBook::builtin().unwrap();
        let (_, rules) = book.current_rules(Profile::Zj).unwrap();
        let told = |form| asked(rules, form, 60);
        for form in [CongressForm::Congress, CongressForm::AllStaff] {
            let said = Said::new("pages-vote-outcome-needed").arg("quorum", 40_u32).arg("total", 60_u32);
            assert_eq!(told(form), said.arg("pass", 31_u32).arg("articles", told_articles(rules, form)));
        }
        for form in [CongressForm::SectorCongress, CongressForm::EachEmployer] {
            let said = Said::new("pages-vote-outcome-needed-wide").arg("total", 60_u32).arg("pass", 30_u32);
            assert_eq!(told(form), said.arg("articles", told_articles(rules, form)));
            assert!(told_articles(rules, form).contains("第二十九条"));
        }
    }

    fn told_articles(rules: &Rules, form: CongressForm) -> String {
        display_all_zh(needed(rules, form).citation)
    }
}
