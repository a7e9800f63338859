//! The rolls on which a congress voted, as far as their names are kept: what the sign-in sheet lists.

use std::collections::BTreeMap;

use documents::data::RollEntry;
use law::text::check_text;
use law::time::Moment;
use ledger::Digest;
use negotiation::command::RecordVote;

use super::common::word;

/// A sheet with more lines is left blank: it would be hundreds of pages.
const MOST: usize = 5_000;

/// A name is no longer than so many characters.
const LONGEST: usize = 400;

/// The confirmed rolls of a case, the newest first.
#[derive(Clone, Debug, Default)]
pub struct Rolls(pub Vec<Roll>);

/// A roll that two persons closed.
#[derive(Clone, Debug)]
pub struct Roll {
    /// Since when nobody is added.
    pub confirmed: Moment,
    /// The published lists of the ballots that were held on it, each with who took a token, by number.
    pub lists: BTreeMap<Digest, Vec<bool>>,
    /// Everybody's name, in order; none where it was erased.
    pub names: Vec<Option<String>>,
}

impl Rolls {
    /// The lines of the sheet for a vote of which some was held on paper: of the roll of its online part, or else of the
    /// newest that has as many lines as there were to come. Blank where none is kept, or where nobody signs by hand.
    #[must_use]
    pub fn lines(&self, vote: &RecordVote, at: Moment) -> Vec<RollEntry> {
        let (roll, online) = match &vote.online {
            Some(online) if vote.issued <= online.issued => return Vec::new(),
            Some(online) => match self.0.iter().find_map(|roll| Some((roll, roll.lists.get(&online.list)?))) {
                Some((roll, took)) => (roll, took.as_slice()),
                None => return Vec::new(),
            },
            None => return self.sheet(vote.total, at),
        };
        sheet(roll, online, vote.total)
    }

    /// The lines of the sheet for a meeting to come: of the newest roll with as many lines as there are to come.
    #[must_use]
    pub fn sheet(&self, total: u32, at: Moment) -> Vec<RollEntry> {
        let all = |roll: &&Roll| u32::try_from(roll.names.len()) == Ok(total) && roll.confirmed <= at;
        self.0.iter().find(all).map_or_else(Vec::new, |roll| sheet(roll, &[], total))
    }
}

/// A roll as a sheet to sign; blank where it has more lines than there are to come, or too many to print.
fn sheet(roll: &Roll, online: &[bool], total: u32) -> Vec<RollEntry> {
    let fits = u32::try_from(roll.names.len()).is_ok_and(|lines| lines <= total);
    if !fits || roll.names.len() > MOST {
        return Vec::new();
    }
    let line = |(number, name): (usize, &Option<String>)| RollEntry {
        name: name
            .clone()
            .filter(|name| check_text(name, LONGEST).is_ok())
            .unwrap_or_else(|| word("paper-name-erased")),
        online: online.get(number).copied().unwrap_or_default(),
        unit: None,
    };
    roll.names.iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use negotiation::command::OnlineBallot;

    use super::*;

    fn digest(of: &str) -> Digest {
        Digest::sha256(of.as_bytes())
    }

    fn at(day: &str) -> Moment {
        format!("{day}T17:00:00.000+08:00").parse().unwrap()
    }

    fn roll(day: &str, names: &[Option<&str>], list: &str, online: &[bool]) -> Roll {
        let names = names.iter().map(|name| name.map(str::to_owned)).collect();
        Roll { confirmed: at(day), lists: BTreeMap::from([(digest(list), online.to_vec())]), names }
    }

    /// The newer roll has one more; the first of the older one has taken a token, the second one's name is erased.
    fn rolls() -> Rolls {
        let newer = [Some("夏清和"), Some("宁致远"), Some("方未")];
        let older = roll("2026-03-10", &[Some("夏清和"), None], "first", &[true, false]);
        Rolls(vec![roll("2026-03-12", &newer, "second", &[false; 3]), older])
    }

    fn vote(total: u32, issued: u32, online: Option<(&str, u32)>) -> RecordVote {
        let part =
            |(list, issued)| OnlineBallot { count: None, issued, list: digest(list), plain: 0, returned: issued };
        RecordVote {
            abstain: 0,
            employer: None,
            held_on: "2026-03-13".parse().unwrap(),
            issued,
            no: 0,
            online: online.map(part),
            present: issued,
            protocol: digest("protocol"),
            returned: issued,
            scrutineers: Vec::new(),
            secret: true,
            terms: digest("terms"),
            total,
            yes: issued,
        }
    }

    fn names(vote: &RecordVote, at: Moment) -> Vec<(String, bool)> {
        rolls().lines(vote, at).into_iter().map(|line| (line.name, line.online)).collect()
    }

    #[test]
    fn the_sheet_lists_the_roll_of_the_list_that_the_vote_names() {
        let now = at("2026-03-13");
        let erased = word("paper-name-erased");
        assert!(erased.contains("删除"));
        let lines = names(&vote(2, 2, Some(("first", 1))), now);
        assert_eq!(lines, [("夏清和".to_owned(), true), (erased, false)]);
        assert_eq!(names(&vote(3, 3, Some(("second", 1))), now).len(), 3);
        assert!(names(&vote(2, 2, Some(("another", 1))), now).is_empty(), "no roll is known of that list");
        assert!(names(&vote(2, 2, Some(("first", 2))), now).is_empty(), "everybody took a token: nobody signs by hand");
        assert!(names(&vote(2, 2, Some(("second", 1))), now).is_empty(), "more names than may vote");
    }

    #[test]
    fn a_vote_on_paper_lists_the_newest_roll_of_as_many_that_was_closed_by_then() {
        let now = at("2026-03-13");
        assert_eq!(names(&vote(3, 3, None), now).len(), 3);
        assert_eq!(names(&vote(2, 2, None), now).len(), 2);
        assert!(names(&vote(4, 4, None), now).is_empty());
        assert!(names(&vote(3, 3, None), at("2026-03-11")).is_empty(), "it was closed later");
    }

    #[test]
    fn a_meeting_to_come_has_the_roll_that_is_closed_already() {
        let sheet = |total, day| rolls().sheet(total, at(day)).into_iter().map(|line| line.online).collect::<Vec<_>>();
        assert_eq!(sheet(2, "2026-03-11"), [false, false], "nobody has a ballot yet");
        assert_eq!(sheet(3, "2026-03-13").len(), 3);
        assert!(sheet(3, "2026-03-11").is_empty(), "it was closed later");
        assert!(sheet(4, "2026-03-13").is_empty());
    }
}
