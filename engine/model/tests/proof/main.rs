//! The proof, as tests: the small instance of every profile, the page that it makes, random sequences.
#![expect(clippy::unwrap_used, reason = "a test that can't be set up must fail")]

mod broken;
mod broken_lists;
mod broken_rest;
mod broken_seconds;
mod page;
mod parts;
mod random;
mod small;

// Three files of the explorer that nobody else sees: built here once more, the whole of it needn't be.
#[expect(dead_code, reason = "the rest of it is used by the explorer")]
#[path = "../../src/chance.rs"]
mod chance;
#[path = "../../src/graph.rs"]
mod graph;
#[path = "../../src/side.rs"]
mod side;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

use std::sync::LazyLock;

use law::rules::{Profile, Rules};
use messages::Catalogue;
use model::{Bounds, Explored, Merges, Story, prove_comparing};

/// What the small instance of each profile found, comparing one key in thirty-two; explored once, all at a time.
static FOUND: LazyLock<Vec<(Rules, Explored, Merges)>> = LazyLock::new(|| {
    let found = |profile| {
        let (found, merges) = prove_comparing(profile, Bounds::SMALL, 32).unwrap();
        (Rules::builtin(profile).unwrap(), found, merges)
    };
    std::thread::scope(|scope| {
        let running = Profile::ALL.map(|profile| scope.spawn(move || found(profile)));
        running.into_iter().map(|running| running.join().unwrap()).collect()
    })
});

static WORDS: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES, model::MESSAGES]).unwrap());

/// A history in words.
fn told(story: &Story) -> String {
    story.lines.iter().map(|line| WORDS.say(&line.said())).collect::<Vec<_>>().join("\n")
}
