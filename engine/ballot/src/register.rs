//! The register: for each voter, by number, whether they took a token or a paper ballot. Of a fixed size, and its bytes
//! don't depend on the order in which people came.

use serde::{Deserialize, Serialize};

use crate::fixed::Blinded;
use crate::oprf::KeyError;

const CELL: usize = 17;

/// What a voter took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing yet.
    Nothing,
    /// A token that their device made: the blinded token is known again by these bytes.
    Blind([u8; 16]),
    /// A token that the server made for them.
    Plain,
    /// A paper ballot in the hall.
    Paper,
}

/// What became of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// It stands now.
    New,
    /// It stood already.
    Same,
    /// Another stands, and stays.
    Other(Mark),
}

/// How many took what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Tokens that devices made.
    pub blind: u32,
    /// Paper ballots.
    pub paper: u32,
    /// Tokens that the server made.
    pub plain: u32,
}

impl Mark {
    /// The mark of a blinded token.
    #[must_use]
    pub fn blind(blinded: &Blinded) -> Self {
        let digest = ledger::Digest::of("xinxieshang/ballot/blinded/v1\n", &blinded.0);
        let mut mark = [0; 16];
        mark.copy_from_slice(&digest.as_bytes()[..16]);
        Self::Blind(mark)
    }

    /// As it is stored.
    #[must_use]
    pub fn bytes(self) -> [u8; CELL] {
        let mut cell = [0; CELL];
        match self {
            Self::Nothing => {}
            Self::Blind(mark) => {
                cell[0] = 1;
                cell[1..].copy_from_slice(&mark);
            }
            Self::Plain => cell[0] = 2,
            Self::Paper => cell[0] = 3,
        }
        cell
    }
}

/// The register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register(Vec<u8>);

impl Register {
    /// Nobody of so many has taken anything.
    #[must_use]
    pub fn empty(voters: u32) -> Self {
        Self(vec![0; CELL * usize::try_from(voters).unwrap_or_default()])
    }

    /// A register as it was stored.
    ///
    /// # Errors
    /// It isn't one.
    pub fn stored(bytes: Vec<u8>) -> Result<Self, KeyError> {
        let whole = bytes.len().is_multiple_of(CELL) && bytes.chunks(CELL).all(|cell| cell[0] <= 3);
        if whole { Ok(Self(bytes)) } else { Err(KeyError) }
    }

    /// To store it.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What a voter took; `None` where there is no such number.
    #[must_use]
    pub fn get(&self, voter: u32) -> Option<Mark> {
        let start = usize::try_from(voter).ok()?.checked_mul(CELL)?;
        let cell = self.0.get(start..start.checked_add(CELL)?)?;
        Some(mark(cell))
    }

    /// Marks a voter, unless another mark stands; `None` where there is no such number.
    pub fn set(&mut self, voter: u32, new: Mark) -> Option<Set> {
        let found = self.get(voter)?;
        if found == new {
            return Some(Set::Same);
        }
        if found != Mark::Nothing {
            return Some(Set::Other(found));
        }
        let start = usize::try_from(voter).ok()? * CELL;
        self.0[start..start + CELL].copy_from_slice(&new.bytes());
        Some(Set::New)
    }

    /// All marks, by number.
    pub fn marks(&self) -> impl Iterator<Item = Mark> {
        self.0.chunks(CELL).map(mark)
    }

    /// How many took what.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.marks().fold(Counts::default(), |mut counts, mark| {
            match mark {
                Mark::Nothing => {}
                Mark::Blind(_) => counts.blind += 1,
                Mark::Plain => counts.plain += 1,
                Mark::Paper => counts.paper += 1,
            }
            counts
        })
    }
}

fn mark(cell: &[u8]) -> Mark {
    match cell[0] {
        1 => {
            let mut bytes = [0; 16];
            bytes.copy_from_slice(&cell[1..]);
            Mark::Blind(bytes)
        }
        2 => Mark::Plain,
        3 => Mark::Paper,
        _ => Mark::Nothing,
    }
}

impl Counts {
    /// Everybody who signed in.
    #[must_use]
    pub const fn present(&self) -> u32 {
        self.online() + self.paper
    }

    /// Tokens that were issued.
    #[must_use]
    pub const fn online(&self) -> u32 {
        self.blind + self.plain
    }
}
