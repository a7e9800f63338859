//! How fast: standard cases, rates and their goals, the store and the door for acts under load.
//!
//! A crate of its own beside the program, without the typesetting engine, so that what is measured can be built and
//! profiled in a minute (`examples/store.rs`). The program's `bench` shows the same figures in sentences.
//!
//! Every figure stands beside its peer of the same run: a rate by itself says more about the machine than about us.

mod acts;
mod case;
mod clock;
mod door;
mod durable;
mod figure;
mod load;
mod papers;
mod stored;
mod trouble;

pub use acts::{Records, case_of, measure as measure_acts, usual_record};
pub use case::Cases;
pub use clock::Stopwatch;
pub use door::door;
pub use durable::measure as measure_durable;
pub use figure::{Figure, Goal, Measured, Rate};
pub use stored::{growth, growth_on_a_server, load, profile, standby};
pub use trouble::Trouble;

/// How much is done for each figure.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Rounds, of which the middle one counts.
    pub rounds: u32,
    /// Cases in memory, a round.
    pub cases: u32,
    /// Cases on disk by one client, a round.
    pub durable_cases: u32,
    /// Bare inserts, a round.
    pub inserts: u32,
    /// Documents in all.
    pub papers: u32,
    /// Records in the store whose cost is compared with that of an empty one.
    pub records: u64,
}

impl Effort {
    /// The usual effort, or a small one with coarser figures.
    #[must_use]
    pub const fn new(quick: bool) -> Self {
        if quick {
            Self { rounds: 3, cases: 40, durable_cases: 6, inserts: 2_000, papers: 100, records: 100_000 }
        } else {
            Self { rounds: 7, cases: 300, durable_cases: 40, inserts: 6_000, papers: 2_000, records: 3_000_000 }
        }
    }
}
