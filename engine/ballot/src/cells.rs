//! The box: every ballot once, in the order of its token, in a space that is as large empty as full.
//!
//! Its bytes follow from what is in it and not from when or after what it came. An empty cell is zeros, at the end.

use serde::{Deserialize, Serialize};

use crate::definition::Vote;
use crate::fixed::{Seal, Token};
use crate::oprf::KeyError;

const CELL: usize = Token::LENGTH + Seal::LENGTH + 4;

/// A ballot in the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// That its token was issued.
    pub seal: Seal,
    /// Its token.
    pub token: Token,
    /// What it chooses.
    pub vote: Vote,
}

/// What became of a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is in the box now.
    Added,
    /// The same ballot was in the box already.
    Same,
    /// A ballot with this token and another choice is in the box; it stays.
    Other,
    /// There are as many ballots as voters.
    Full,
}

/// The box.
#[derive(Clone, PartialEq, Eq)]
pub struct BallotBox(Vec<u8>);

impl std::fmt::Debug for BallotBox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BallotBox({})", self.count())
    }
}

impl BallotBox {
    /// An empty box for so many.
    #[must_use]
    pub fn empty(voters: u32) -> Self {
        Self(vec![0; CELL * usize::try_from(voters).unwrap_or_default()])
    }

    /// A box as it was stored.
    ///
    /// # Errors
    /// Its length isn't that of a box.
    pub fn stored(bytes: Vec<u8>) -> Result<Self, KeyError> {
        if bytes.len().is_multiple_of(CELL) { Ok(Self(bytes)) } else { Err(KeyError) }
    }

    /// To store it.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Puts a ballot in, unless its token is in the box already.
    pub fn put(&mut self, entry: &Entry) -> Put {
        let count = self.count();
        let place = match self.search(count, &entry.token) {
            Ok(found) => return if self.entry(found) == *entry { Put::Same } else { Put::Other },
            Err(place) => place,
        };
        if count * CELL == self.0.len() {
            return Put::Full;
        }
        self.0.copy_within(place * CELL..count * CELL, (place + 1) * CELL);
        let cell = &mut self.0[place * CELL..(place + 1) * CELL];
        cell[..32].copy_from_slice(&entry.token.0);
        cell[32..64].copy_from_slice(&entry.seal.0);
        cell[64..].copy_from_slice(&entry.vote.0.to_be_bytes());
        Put::Added
    }

    /// How many ballots are in it.
    #[must_use]
    pub fn count(&self) -> usize {
        let cells = self.0.len() / CELL;
        let (mut low, mut high) = (0, cells);
        while low < high {
            let middle = low.midpoint(high);
            if self.0[middle * CELL..middle * CELL + 32] == [0; 32] { high = middle } else { low = middle + 1 }
        }
        low
    }

    /// All ballots, in the order of their tokens.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        (0..self.count()).map(|cell| self.entry(cell))
    }

    fn entry(&self, cell: usize) -> Entry {
        let cell = &self.0[cell * CELL..(cell + 1) * CELL];
        let (mut token, mut seal, mut vote) = ([0; 32], [0; 32], [0; 4]);
        token.copy_from_slice(&cell[..32]);
        seal.copy_from_slice(&cell[32..64]);
        vote.copy_from_slice(&cell[64..]);
        Entry { seal: Seal(seal), token: Token(token), vote: Vote(u32::from_be_bytes(vote)) }
    }

    fn search(&self, count: usize, token: &Token) -> Result<usize, usize> {
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = low.midpoint(high);
            match self.entry(middle).token.cmp(token) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Ok(middle),
            }
        }
        Err(low)
    }
}
