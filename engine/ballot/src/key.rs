//! The key of one ballot: every ballot has its own, so that a token of another is worth nothing.

use std::fmt;

use uuid::Uuid;

use crate::fixed::{Blinded, Evaluated, Proof, Public, Seal, Secret, Token};
use crate::oprf::{self, KeyError, Server};

/// The key of one ballot.
#[derive(Clone)]
pub struct Key(Server);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({:?})", self.public())
    }
}

/// The server's answer to a blinded token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The blinded token under the key.
    pub evaluated: Evaluated,
    /// That it was the ballot's key.
    pub proof: Proof,
}

impl Key {
    /// The key of a ballot, from chance.
    ///
    /// # Errors
    /// Never for chance of any quality; the function that derives it may fail in theory.
    pub fn derive(chance: [u8; 32], ballot: Uuid) -> Result<Self, KeyError> {
        let info = [b"xinxieshang/ballot/v1\n".as_slice(), ballot.as_bytes()].concat();
        Ok(Self(Server::new_from_seed(&chance, &info)?))
    }

    /// The key with these secret bytes.
    ///
    /// # Errors
    /// They aren't a key.
    pub fn from_secret(secret: &Secret) -> Result<Self, KeyError> {
        Ok(Self(Server::new_with_key(&secret.0)?))
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> Public {
        let mut public = [0; 32];
        public.copy_from_slice(&self.0.serialize()[32..]);
        Public(public)
    }

    /// The secret half.
    #[must_use]
    pub fn secret(&self) -> Secret {
        let mut secret = [0; 32];
        secret.copy_from_slice(&self.0.serialize()[..32]);
        Secret(secret)
    }

    /// Signs a blinded token, whatever it hides.
    ///
    /// # Errors
    /// It isn't one.
    pub fn issue(&self, blinded: &Blinded, chance: [u8; 64]) -> Result<Issue, KeyError> {
        let (evaluated, proof) = oprf::answer(&self.0, &blinded.0, chance)?;
        Ok(Issue { evaluated: Evaluated(evaluated), proof: Proof(proof) })
    }

    /// The seal that a token has if it was issued under this key.
    ///
    /// # Errors
    /// Never for a token; the function may fail in theory.
    pub fn seal(&self, token: &Token) -> Result<Seal, KeyError> {
        oprf::evaluate(&self.0, &token.0).map(|output| half(&output))
    }
}

/// A seal is the first half of the output.
pub(crate) fn half(output: &[u8; 64]) -> Seal {
    let mut seal = [0; 32];
    seal.copy_from_slice(&output[..32]);
    Seal(seal)
}
