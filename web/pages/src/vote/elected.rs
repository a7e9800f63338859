//! Who is elected: the candidates with votes enough under the rule, the most votes first. A tie for the last seat elects
//! nobody of those who share it, and is said; what is left open is elected in a further round.
//!
//! Representatives: ZJ-CC 10(2), ZJ-DM 15(3), CC22 20, NB 9. For delegates of the congress the rules name no majority.

use ballot::{Bundle, Office, Question};
use law::Citation;
use law::citation::display_all_zh;
use law::congress::{majority_needed, quorum_needed};
use law::rules::{Election, Half, Profile, Rules, VoterBase};
use messages::Said;
use negotiation::CaseState;
use service::counted::Counted;
use uuid::Uuid;

use crate::act::Posted;
use crate::desk::weekday;
use crate::people::People;
use crate::room::records;
use crate::site::Site;
use crate::trouble::Trouble;

/// How an election came out, by the numbers of candidates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) elected: Vec<usize>,
    /// Those who share the votes for the last seats.
    pub(super) tied: Vec<usize>,
    /// Seats that nobody has.
    pub(super) vacant: u32,
}

impl Outcome {
    /// Nobody is elected with fewer votes than `fewest`, and nobody without a vote.
    pub(super) fn of(votes: &[u32], seats: u32, fewest: u32) -> Self {
        let count = |place: &usize| votes.get(*place).copied().unwrap_or(0);
        let mut carried: Vec<usize> = (0..votes.len()).filter(|place| count(place) >= fewest.max(1)).collect();
        carried.sort_by_key(|place| std::cmp::Reverse(count(place)));
        let most = usize::try_from(seats).unwrap_or(usize::MAX);
        let last = carried.get(most).map(count);
        let tied: Vec<usize> = match last {
            Some(last) if carried.iter().take(most).any(|place| count(place) == last) => {
                carried.iter().copied().filter(|place| count(place) == last).collect()
            }
            Some(_) | None => Vec::new(),
        };
        let elected: Vec<usize> = carried.into_iter().take(most).filter(|place| !tied.contains(place)).collect();
        let vacant = seats.saturating_sub(u32::try_from(elected.len()).unwrap_or(u32::MAX));
        Self { elected, tied, vacant }
    }
}

/// What elects.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Needed {
    articles: Vec<Citation>,
    /// So many of all; `None` where the rules name no majority.
    half: Option<Half>,
    /// The text asks all workers, and only delegates were asked.
    of_all_workers: bool,
}

fn needed(rules: &Rules, guided: bool, office: Office, all_staff: bool) -> Needed {
    let election = if guided { rules.reps.without_union } else { rules.reps.with_union };
    let (half, workers) = match election {
        Election::AppointedByUnion | Election::ElectedByCongress => (Half::Strict, false),
        Election::Approved { half, of: VoterBase::AllWorkers } => (half, true),
        Election::Approved { half, of: VoterBase::AllDelegatesOrAllWorkers } => (half, false),
    };
    let articles: &[&str] = match (office, guided) {
        (Office::Delegate, _) => &[],
        (Office::Representative, true) => &["ZJ-CC 10(2)", "NB 9", "CC22 20"],
        (Office::Representative, false) => &["ZJ-CC 10(2)", "ZJ-DM 15(3)", "CC22 20"],
    };
    let articles = articles.iter().filter_map(|article| Citation::new(article).ok());
    Needed {
        articles: articles.filter(|article| article.applies(rules.profile)).collect(),
        half: (office == Office::Representative).then_some(half),
        of_all_workers: office == Office::Representative && workers && !all_staff,
    }
}

/// Two thirds of all delegates are there when a congress elects.
fn quorum_article() -> Vec<Citation> {
    Citation::new("ZJ-DM 15(3)").into_iter().collect()
}

/// A candidate in the minutes.
pub(super) struct Row {
    pub(super) elected: bool,
    pub(super) name: String,
    pub(super) votes: u32,
}

/// An election that has ended, under the rules of its case.
pub(crate) struct Held {
    all_staff: bool,
    /// Their names, in the order of the ballot.
    candidates: Vec<String>,
    counted: std::sync::Arc<Counted>,
    needed: Needed,
    office: Office,
    pub(super) outcome: Outcome,
    /// So many must be there, where the text says so.
    quorum: Option<u32>,
    seats: u32,
}

impl Held {
    /// `None` where the ballot was about a draft, or the case can't be read.
    pub(super) async fn of(site: &Site, counted: std::sync::Arc<Counted>) -> Result<Option<Self>, Trouble> {
        let Bundle { definition, tally, .. } = &counted.bundle;
        let Question::Election { candidates, office, seats } = &definition.question else { return Ok(None) };
        let records = records(site, definition.case).await?;
        let state = CaseState::replay(definition.case, records.iter().map(Vec::as_slice))?;
        let (Some(n), Some(rules)) = (state.negotiation(), site.book.rules(state.rules())) else { return Ok(None) };
        let rolls = site.desk.store().ballot_rolls(definition.case, store::MAX_PAGE).await?;
        let roll = rolls.into_iter().find(|roll| Some(roll.roll) == definition.roll);
        let roll = roll.map(|roll| serde_json::from_slice::<ballot::Roll>(&roll.content)).transpose();
        let all_staff = roll.map_err(|error| Trouble::Fault(error.to_string()))?.is_some_and(|roll| roll.all_staff);
        let needed = needed(rules, n.header.union.guiding, *office, all_staff);
        let fewest = needed.half.map_or(1, |half| majority_needed(half, definition.voters));
        let congress = *office == Office::Representative && rules.profile != Profile::Cn;
        Ok(Some(Self {
            all_staff,
            candidates: candidates.clone(),
            needed,
            office: *office,
            outcome: Outcome::of(&tally.choices, *seats, fewest),
            quorum: congress.then(|| quorum_needed(rules.congress.quorum, definition.voters)),
            seats: *seats,
            counted,
        }))
    }

    /// The newest election of representatives in a case that has ended with somebody elected and without paper ballots,
    /// whose votes are counted elsewhere.
    pub(crate) async fn newest(site: &Site, case: Uuid) -> Result<Option<Self>, Trouble> {
        for ballot in super::rounds::all(site, case).await?.into_iter().rev() {
            let Question::Election { office: Office::Representative, .. } = ballot.definition.question else {
                continue;
            };
            let super::Ending::Over(counted) = ballot.ending(&site.desk).await? else { continue };
            let held = Self::of(site, counted).await?;
            return Ok(held.filter(|held| held.paper() == 0 && !held.outcome.elected.is_empty()));
        }
        Ok(None)
    }

    fn paper(&self) -> u32 {
        self.counted.bundle.issued.paper
    }

    fn votes(&self, place: usize) -> u32 {
        self.counted.bundle.tally.votes(place)
    }

    fn named(&self, places: &[usize]) -> Vec<String> {
        places.iter().map(|place| self.candidates.get(*place).cloned().unwrap_or_default()).collect()
    }

    fn with_votes(&self, site: &Site, places: &[usize]) -> String {
        let said = |(name, place): (String, &usize)| {
            site.say(&Said::new("pages-vote-elected-one").arg("name", name).arg("votes", self.votes(*place)))
        };
        self.named(places).into_iter().zip(places).map(said).collect::<Vec<_>>().join("、")
    }

    /// The newest election of a case that has ended with seats open and no further round, for the form of that round.
    pub(super) async fn open(site: &Site, case: Uuid) -> Result<Option<Self>, Trouble> {
        let Some(before) = super::rounds::before(site, case).await?.into_iter().next() else { return Ok(None) };
        let super::Ending::Over(counted) = before.ballot.ending(&site.desk).await? else { return Ok(None) };
        let held = Self::of(site, counted).await?;
        Ok(held.filter(|held| held.paper() == 0 && held.outcome.vacant > 0 && !held.left().is_empty()))
    }

    /// The fields of the form for the next round.
    pub(super) fn next(&self) -> [(&'static str, String); 4] {
        let office = match self.office {
            Office::Delegate => "delegate",
            Office::Representative => "representative",
        };
        let left = self.left();
        let seats = u32::try_from(left.len()).unwrap_or(u32::MAX).min(self.outcome.vacant);
        [
            ("after", self.counted.bundle.definition.ballot.to_string()),
            ("candidates", left.join("\n")),
            ("office", office.to_owned()),
            ("seats", seats.to_string()),
        ]
    }

    /// Whom another round is about: those who are tied, else those who weren't elected.
    pub(super) fn left(&self) -> Vec<String> {
        let open = |place: &usize| !self.outcome.elected.contains(place);
        let left = |place: &usize| self.outcome.tied.is_empty() || self.outcome.tied.contains(place);
        let places = (0..self.candidates.len()).filter(open).filter(left);
        places.filter_map(|place| self.candidates.get(place).cloned()).collect()
    }

    /// Every candidate, in the order of the ballot.
    pub(super) fn rows(&self) -> Vec<Row> {
        let row = |(place, name): (usize, &String)| Row {
            elected: self.outcome.elected.contains(&place),
            name: name.clone(),
            votes: self.votes(place),
        };
        self.candidates.iter().enumerate().map(row).collect()
    }

    /// The statement, a sentence each.
    pub(super) fn told(&self, site: &Site) -> Vec<String> {
        let Bundle { definition, issued, tally, .. } = &self.counted.bundle;
        let total = definition.voters;
        let held = Said::new("pages-vote-elected-held")
            .arg("on", weekday(site, definition.closes_with(&self.counted.bundle.extensions).date()))
            .arg("seats", self.seats)
            .arg("total", total)
            .arg("present", issued.present())
            .arg("returned", tally.returned);
        let mut all = vec![site.say(&held)];
        all.push(match self.needed.half {
            Some(half) => site.say(
                &Said::new("pages-vote-elected-rule")
                    .arg("total", total)
                    .arg("fewest", majority_needed(half, total))
                    .arg("half", if half == Half::Strict { "strict" } else { "inclusive" })
                    .arg("articles", display_all_zh(&self.needed.articles)),
            ),
            None => site.text("pages-vote-elected-most"),
        });
        if let Some(quorum) = self.quorum {
            let key = if issued.present() >= quorum { "pages-vote-elected-there" } else { "pages-vote-elected-short" };
            let said = Said::new(key).arg("quorum", quorum).arg("present", issued.present());
            all.push(site.say(&said.arg("article", display_all_zh(&quorum_article()))));
        }
        if self.needed.of_all_workers {
            all.push(site.text("pages-vote-elected-workers"));
        }
        if self.paper() > 0 {
            all.push(site.say(&Said::new("pages-vote-elected-paper").arg("count", self.paper())));
        }
        let Outcome { elected, tied, vacant } = &self.outcome;
        all.push(if elected.is_empty() {
            site.text("pages-vote-elected-nobody")
        } else {
            site.say(&Said::new("pages-vote-elected").arg("names", self.with_votes(site, elected)))
        });
        if let Some(first) = tied.first() {
            let said = Said::new("pages-vote-elected-tie").arg("names", self.named(tied).join("、"));
            all.push(site.say(&said.arg("votes", self.votes(*first)).arg("vacant", *vacant)));
        } else if *vacant > 0 {
            all.push(site.say(&Said::new("pages-vote-elected-vacant").arg("vacant", *vacant)));
        }
        if self.office == Office::Representative && !elected.is_empty() {
            all.push(site.text("pages-vote-elected-register"));
        }
        all
    }

    /// How they were chosen and who, for the form that registers them; a list that stands is left as it is.
    pub(crate) fn prefill(&self, people: &People, listed: bool, posted: &mut Posted) {
        let definition = &self.counted.bundle.definition;
        let way = if self.all_staff { "elected_by_workers" } else { "elected_by_congress" };
        posted.set("selection.method", way);
        posted.set("selection.on", &definition.closes_with(&self.counted.bundle.extensions).date().to_string());
        posted.set("selection.total", &definition.voters.to_string());
        // Each of them was elected with at least so many.
        let fewest = self.outcome.elected.iter().map(|place| self.votes(*place)).min().unwrap_or(0);
        posted.set("selection.votes", &fewest.to_string());
        if listed {
            return;
        }
        let chief = posted.one("members.0.person.who").to_owned();
        let known = |name: &str| {
            let mut found = people.0.iter().filter(|(_, known)| known.fields.name == name).map(|(id, _)| id);
            found.next().filter(|_| found.next().is_none())
        };
        let mut row = 1;
        for name in self.outcome.elected.iter().filter_map(|place| self.candidates.get(*place)) {
            match known(name) {
                Some(id) if *id == chief => continue,
                Some(id) => posted.set(&format!("members.{row}.person.who"), id),
                None => posted.set(&format!("members.{row}.person.name"), name),
            }
            row += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use negotiation::LawBook;

    use super::*;

    fn outcome(elected: &[usize], tied: &[usize], vacant: u32) -> Outcome {
        Outcome { elected: elected.to_vec(), tied: tied.to_vec(), vacant }
    }

    #[test]
    fn the_most_votes_are_elected_and_a_tie_for_the_last_seat_elects_nobody() {
        let of = Outcome::of;
        assert_eq!(of(&[40, 31, 30], 2, 31), outcome(&[0, 1], &[], 0));
        assert_eq!(of(&[31, 40, 35], 2, 31), outcome(&[1, 2], &[], 0), "carried, yet two had more");
        assert_eq!(of(&[40, 30], 2, 31), outcome(&[0], &[], 1), "half isn't more than half");
        assert_eq!(of(&[40, 35, 35], 2, 31), outcome(&[0], &[1, 2], 1));
        assert_eq!(of(&[35, 35, 35, 40], 3, 31), outcome(&[3], &[0, 1, 2], 2));
        assert_eq!(of(&[30, 30], 1, 30), outcome(&[], &[0, 1], 1), "half each where half is enough");
        assert_eq!(of(&[35, 35], 2, 31), outcome(&[0, 1], &[], 0), "there is a seat for both");
        assert_eq!(of(&[0, 0], 1, 0), outcome(&[], &[], 1), "nobody without a vote");
        assert_eq!(of(&[], 1, 1), outcome(&[], &[], 1));
    }

    /// ZJ-CC 10(2): more than half of all. CC22 20: without a union half of all workers. NB 9: of all workers, and only of
    /// them. Of delegates the rules say nothing.
    #[test]
    fn what_elects_is_asked_of_the_profile() {
        let book = LawBook::builtin().unwrap();
        let told = |profile, guided, office, all| needed(book.current_rules(profile).unwrap().1, guided, office, all);
        use Office::{Delegate, Representative};
        let zj = told(Profile::Zj, false, Representative, false);
        assert_eq!((zj.half, zj.of_all_workers, zj.articles.len()), (Some(Half::Strict), false, 3));
        let cn = told(Profile::Cn, true, Representative, true);
        assert_eq!((cn.half, cn.of_all_workers), (Some(Half::Inclusive), false));
        assert!(told(Profile::Nb, true, Representative, false).of_all_workers);
        for profile in Profile::ALL {
            assert_eq!(told(profile, false, Delegate, false).half, None);
        }
    }
}
