//! What an election says once it has ended: who is elected under which rule, what is left open, and what the form of the
//! list takes from it. The rules are `negotiation::checks::election`.

use ballot::{Bundle, Office, Question};
use law::citation::display_all_zh;
use law::rules::Half;
use messages::Said;
use negotiation::CaseState;
use negotiation::checks::election::{Chosen, Count, Needed, Void};
use service::counted::Counted;
use uuid::Uuid;

use crate::act::Posted;
use crate::desk::weekday;
use crate::people::People;
use crate::room::records;
use crate::site::Site;
use crate::trouble::Trouble;

/// A candidate in the minutes.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) result: String,
    pub(super) votes: u32,
}

/// An election that has ended, under the rules of its case.
pub(crate) struct Held {
    all_staff: bool,
    /// Their names, in the order of the ballot.
    candidates: Vec<String>,
    counted: std::sync::Arc<Counted>,
    chosen: Chosen,
    needed: Needed,
    office: Office,
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
        let needed = match office {
            Office::Delegate => Needed::of_delegates(),
            Office::Representative => Needed::of_representatives(rules, n.header.union.guiding, all_staff),
        };
        let (present, total) = (counted.bundle.issued.present(), definition.voters);
        Ok(Some(Self {
            all_staff,
            candidates: candidates.clone(),
            chosen: needed.chosen(&Count { present, seats: *seats, total, votes: &tally.choices }),
            needed,
            office: *office,
            seats: *seats,
            counted,
        }))
    }

    /// The newest election of representatives in a case that has ended with somebody elected.
    pub(crate) async fn newest(site: &Site, case: Uuid) -> Result<Option<Self>, Trouble> {
        for ballot in super::rounds::all(site, case).await?.into_iter().rev() {
            let Question::Election { office: Office::Representative, .. } = ballot.definition.question else {
                continue;
            };
            let super::Ending::Over(counted) = ballot.ending(&site.desk).await? else { continue };
            let held = Self::of(site, counted).await?;
            return Ok(held.filter(|held| !held.elected().is_empty()));
        }
        Ok(None)
    }

    fn paper(&self) -> u32 {
        self.counted.bundle.issued.paper
    }

    /// Who is elected: nobody where it is void, and nobody yet where paper ballots are counted elsewhere.
    fn elected(&self) -> &[usize] {
        if self.paper() == 0 { &self.chosen.elected } else { &[] }
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
        Ok(held.filter(|held| held.paper() == 0 && held.chosen.vacant > 0 && !held.left().is_empty()))
    }

    /// The fields of the form for the next round.
    pub(super) fn next(&self) -> [(&'static str, String); 4] {
        let office = match self.office {
            Office::Delegate => "delegate",
            Office::Representative => "representative",
        };
        let left = self.left();
        let seats = u32::try_from(left.len()).unwrap_or(u32::MAX).min(self.chosen.vacant);
        [
            ("after", self.counted.bundle.definition.ballot.to_string()),
            ("candidates", left.join("\n")),
            ("office", office.to_owned()),
            ("seats", seats.to_string()),
        ]
    }

    /// Whom another round is about: those who are tied, else those who weren't elected; everybody where it is void.
    fn left(&self) -> Vec<String> {
        let Chosen { elected, tied, void, .. } = &self.chosen;
        let open = |place: &usize| !elected.contains(place);
        let left = |place: &usize| void.is_some() || tied.is_empty() || tied.contains(place);
        let places = (0..self.candidates.len()).filter(open).filter(left);
        places.filter_map(|place| self.candidates.get(place).cloned()).collect()
    }

    /// Every candidate, in the order of the ballot.
    pub(super) fn rows(&self, site: &Site) -> Vec<Row> {
        let result = |place: usize| {
            if self.paper() > 0 && self.chosen.void.is_none() {
                "pages-vote-minutes-later"
            } else if self.elected().contains(&place) {
                "pages-vote-minutes-elected"
            } else {
                "pages-vote-minutes-not"
            }
        };
        let row = |(place, name): (usize, &String)| Row {
            name: name.clone(),
            result: site.text(result(place)),
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
                    .arg("fewest", self.needed.fewest_votes(total))
                    .arg("half", if half == Half::Strict { "strict" } else { "inclusive" })
                    .arg("articles", display_all_zh(&self.needed.citation)),
            ),
            None => site.text("pages-vote-elected-most"),
        });
        if let (Some(there), Some(quorum)) = (&self.needed.quorum, self.needed.fewest_present(total)) {
            let short = self.chosen.void.is_some_and(Void::is_short);
            let key = if short { "pages-vote-elected-short" } else { "pages-vote-elected-there" };
            let said = Said::new(key).arg("quorum", quorum).arg("present", issued.present());
            all.push(site.say(&said.arg("article", display_all_zh(&there.citation))));
        }
        if self.needed.of_all_workers {
            all.push(site.text("pages-vote-elected-workers"));
        }
        if self.paper() > 0 {
            all.push(site.say(&Said::new("pages-vote-elected-paper").arg("count", self.paper())));
        }
        all.extend(self.told_of(site));
        all
    }

    /// Who is elected, or why nobody is.
    fn told_of(&self, site: &Site) -> Vec<String> {
        let Chosen { carried, tied, vacant, void, .. } = &self.chosen;
        if let Some(void) = void {
            let why = match void {
                Void::Quorum => "quorum",
                Void::Workers => "workers",
                Void::Both => "both",
            };
            let mut all = vec![site.say(&Said::new("pages-vote-elected-void").arg("why", why))];
            if !carried.is_empty() {
                let said = Said::new("pages-vote-elected-enough").arg("names", self.with_votes(site, carried));
                all.push(site.say(&said));
            }
            return all;
        }
        if self.paper() > 0 {
            return Vec::new();
        }
        let mut all = vec![if carried.is_empty() {
            site.text("pages-vote-elected-nobody")
        } else {
            site.say(&Said::new("pages-vote-elected").arg("names", self.with_votes(site, carried)))
        }];
        if let Some(first) = tied.first() {
            let said = Said::new("pages-vote-elected-tie").arg("names", self.named(tied).join("、"));
            all.push(site.say(&said.arg("votes", self.votes(*first)).arg("vacant", *vacant)));
        } else if *vacant > 0 {
            all.push(site.say(&Said::new("pages-vote-elected-vacant").arg("vacant", *vacant)));
        }
        if self.office == Office::Representative && !carried.is_empty() {
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
        let fewest = self.elected().iter().map(|place| self.votes(*place)).min().unwrap_or(0);
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
        for name in self.elected().iter().filter_map(|place| self.candidates.get(*place)) {
            match known(name) {
                Some(id) if *id == chief => continue,
                Some(id) => posted.set(&format!("members.{row}.person.who"), id),
                None => posted.set(&format!("members.{row}.person.name"), name),
            }
            row += 1;
        }
    }
}
