//! Counting a published ballot again, trusting nothing in it.

use messages::Said;

use crate::bundle::{Bundle, FORMAT};
use crate::definition::{Question, Vote};
use crate::fixed::Tracker;
use crate::key::Key;
use crate::tally::Tally;

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whether it holds.
    pub holds: bool,
    /// What was found.
    pub said: Said,
}

/// All checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// One a check, in order.
    pub lines: Vec<Line>,
}

impl Report {
    /// Whether everything holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.lines.iter().all(|line| line.holds)
    }

    fn add(&mut self, holds: bool, said: Said) {
        self.lines.push(Line { holds, said });
    }

    /// A check that is told only as broken or as held.
    fn tell(&mut self, name: &str, holds: bool, said: impl FnOnce(Said) -> Said) {
        let key = if holds { format!("ballot-check-{name}") } else { format!("ballot-check-{name}-broken") };
        self.add(holds, said(Said::new(key)));
    }
}

/// Reads a published ballot.
///
/// # Errors
/// It isn't one; what is wrong, for people.
pub fn read(bytes: &[u8]) -> Result<Bundle, Said> {
    let wrong = |what: &dyn std::fmt::Display| Said::new("ballot-unreadable").arg("what", what);
    let bundle: Bundle = serde_json::from_slice(bytes).map_err(|error| wrong(&error))?;
    if bundle.format != FORMAT {
        return Err(wrong(&bundle.format));
    }
    bundle.definition.clone().checked().map_err(|error| wrong(&error))?;
    Ok(bundle)
}

/// Counts a published ballot again; `tracker` is looked for on the list.
#[must_use]
pub fn check(bundle: &Bundle, tracker: Option<Tracker>) -> Report {
    let mut report = Report { lines: Vec::new() };
    let Bundle { ballots, definition, extensions, issued, secret, tally, .. } = bundle;
    let key = Key::from_secret(secret).ok().filter(|key| key.public() == definition.key);
    report.tell("key", key.is_some(), |said| said);
    if !extensions.is_empty() {
        let count = |said: Said| said.arg("count", extensions.len());
        report.tell("extended", definition.extensions_hold(extensions), count);
    }
    let signed_in = issued.blind.saturating_add(issued.plain).saturating_add(issued.paper);
    let figures = |said: Said| said.arg("present", signed_in).arg("voters", definition.voters);
    report.tell("present", signed_in <= definition.voters, figures);
    let online = issued.blind.saturating_add(issued.plain);
    let count = u32::try_from(ballots.len()).unwrap_or(u32::MAX);
    report.tell("count", count <= online, |said| said.arg("found", count).arg("issued", online));
    let sorted = ballots.is_sorted_by(|a, b| (a.token.tracker(), a.token) < (b.token.tracker(), b.token));
    report.tell("once", sorted, |said| said);
    if let Some(key) = &key {
        let foreign = ballots.iter().find(|ballot| key.seal(&ballot.token) != Ok(ballot.seal));
        let named = |said: Said| match foreign {
            Some(ballot) => said.arg("tracker", ballot.token.tracker()),
            None => said.arg("count", count),
        };
        report.tell("seals", foreign.is_none(), named);
    }
    counted(&mut report, bundle, tally);
    if let Some(tracker) = tracker {
        sought(&mut report, bundle, tracker);
    }
    report
}

fn counted(report: &mut Report, bundle: &Bundle, tally: &Tally) {
    let question = &bundle.definition.question;
    let votes: Option<Vec<Vote>> = bundle.ballots.iter().map(|ballot| ballot.vote).collect();
    let figures = |said: Said| {
        let counts: Vec<String> = tally.choices.iter().map(u32::to_string).collect();
        said.arg("tally", counts.join("、")).arg("returned", tally.returned)
    };
    if !bundle.definition.reveals {
        let hidden = bundle.ballots.iter().all(|ballot| ballot.vote.is_none());
        let cast = tally.choices.iter().fold(0_u64, |sum, count| sum + u64::from(*count));
        let possible = match question {
            Question::Draft { .. } => cast == u64::from(tally.returned),
            Question::Election { seats, .. } => cast <= u64::from(tally.returned) * u64::from(*seats),
        };
        let fits = u64::from(tally.returned) == bundle.ballots.len() as u64 && possible;
        report.tell("hidden", hidden && fits, figures);
        return;
    }
    let Some(votes) = votes else {
        report.tell("choices", false, |said| said);
        return;
    };
    report.tell("choices", votes.iter().all(|vote| question.accepts(*vote)), |said| said);
    report.tell("tally", Tally::of(question, votes) == *tally, figures);
}

fn sought(report: &mut Report, bundle: &Bundle, tracker: Tracker) {
    let found: Vec<_> = bundle.ballots.iter().filter(|ballot| ballot.token.tracker() == tracker).collect();
    let Some(first) = found.first() else {
        report.add(false, Said::new("ballot-check-tracker-broken").arg("tracker", tracker));
        return;
    };
    let said = match (first.vote, found.len()) {
        (Some(vote), 1) => {
            let numbers: Vec<String> = vote.choices().map(|choice| (choice + 1).to_string()).collect();
            let which = if numbers.is_empty() { "0".to_owned() } else { numbers.join("、") };
            Said::new("ballot-check-tracker").arg("choices", which)
        }
        (Some(_) | None, _) => Said::new("ballot-check-tracker-only"),
    };
    report.add(true, said.arg("tracker", tracker));
}
