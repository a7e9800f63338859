//! Ids and salts drawn from a scenario's seed, so that the same scenario gives the same bytes.

use law::time::Moment;
use ledger::Digest;
use uuid::{Builder, Uuid};

use super::MAIN;

/// Draws from a seed.
#[derive(Clone, Debug)]
pub struct Draw {
    seed: String,
}

impl Draw {
    /// Draws from this seed.
    #[must_use]
    pub fn new(seed: &str) -> Self {
        Self { seed: seed.to_owned() }
    }

    fn bytes(&self, what: &str) -> [u8; 32] {
        *Digest::of("xinxieshang/scenario/v1\n", format!("{}\n{what}", self.seed).as_bytes()).as_bytes()
    }

    fn id(&self, what: &str, at: Moment) -> Uuid {
        let drawn = self.bytes(what);
        let mut random = [0; 10];
        random.copy_from_slice(&drawn[..10]);
        Builder::from_unix_timestamp_millis(u64::try_from(at.millis()).unwrap_or(0), &random).into_uuid()
    }

    /// The id of the case with this key that is opened at an instant.
    #[must_use]
    pub fn case(&self, key: &str, at: Moment) -> Uuid {
        if key == MAIN { self.id("case", at) } else { self.id(&format!("case {key}"), at) }
    }

    /// The id of the n-th act, done at an instant.
    #[must_use]
    pub fn act(&self, number: usize, at: Moment) -> Uuid {
        self.id(&format!("act {number}"), at)
    }

    /// The id of a person's row.
    #[must_use]
    pub fn person(&self, key: &str) -> Uuid {
        self.id(&format!("person {key}"), Moment::from_millis(0))
    }

    /// The salt of a person's commitment.
    #[must_use]
    pub fn salt(&self, key: &str) -> [u8; 32] {
        self.bytes(&format!("salt {key}"))
    }
}
