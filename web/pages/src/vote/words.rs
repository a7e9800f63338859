//! Times and names as the pages of ballots write them.

use ballot::{Definition, Office};
use law::time::Moment;
use messages::Said;

use super::Ballot;
use crate::site::Site;

/// Day and time.
pub(super) fn time(at: Moment) -> String {
    let (hour, minute) = at.clock();
    format!("{} {hour:02}:{minute:02}", at.date())
}

/// A name that its bearer knows again and a bystander doesn't read.
pub(super) fn masked(name: &str) -> String {
    name.chars().enumerate().map(|(place, sign)| if place == 0 { sign } else { '*' }).take(4).collect()
}

/// A name on the roll, or that it was erased.
pub(super) fn or_erased(site: &Site, name: Option<String>) -> String {
    name.unwrap_or_else(|| site.text("pages-vote-name-erased"))
}

/// What a ballot is about, and which round it is.
pub(super) fn title(site: &Site, ballot: &Ballot) -> String {
    about(site, &ballot.definition)
}

/// The same of one that is about to be opened.
pub(super) fn about(site: &Site, definition: &Definition) -> String {
    let about = match &definition.question {
        ballot::Question::Draft { .. } => site.text("pages-vote-title-draft"),
        ballot::Question::Election { office, seats, .. } => {
            let key = match office {
                Office::Delegate => "pages-vote-title-delegates",
                Office::Representative => "pages-vote-title-election",
            };
            site.say(&Said::new(key).arg("seats", seats))
        }
    };
    match definition.round_number() {
        1 => about,
        number => about + &site.say(&Said::new("pages-vote-round").arg("number", number)),
    }
}
