//! The proof, as tests: the small instance of every profile, the page that it makes, random sequences.
#![expect(clippy::unwrap_used, reason = "a test that can't be set up must fail")]

mod broken;
mod page;
mod random;
mod small;

use std::sync::LazyLock;

use law::rules::{Profile, Rules};
use messages::Catalogue;
use model::{Bounds, Explored, Setting, Story, explore};

/// What the small instance of each profile found; explored once.
static FOUND: LazyLock<Vec<(Rules, Explored)>> = LazyLock::new(|| {
    let found = |profile| {
        let setting = Setting::new(profile, Bounds::SMALL).unwrap();
        (Rules::builtin(profile).unwrap(), explore(&setting).unwrap())
    };
    Profile::ALL.into_iter().map(found).collect()
});

static WORDS: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES, model::MESSAGES]).unwrap());

/// A history in words.
fn told(story: &Story) -> String {
    story.lines.iter().map(|line| WORDS.say(&line.said())).collect::<Vec<_>>().join("\n")
}
