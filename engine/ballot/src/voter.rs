//! The voter's side: what a device does, and what the server does for one that can't.

use std::fmt;

use ledger::Digest;
use voprf::VoprfClient;

use crate::fixed::{Blinded, Public, Seal, Token};
use crate::key::{self, Issue};
use crate::oprf::{self, KeyError, Suite};

/// A token that was blinded and sent, with what undoes the blinding.
pub struct Asked {
    state: VoprfClient<Suite>,
    token: Token,
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Asked(…)")
    }
}

/// The proof doesn't hold: the answer was made with another key than everybody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the answer wasn't made with the ballot's key")]
pub struct Refused;

impl Asked {
    /// Blinds a token. The second value is sent.
    ///
    /// # Errors
    /// Never for a token; the function may fail in theory.
    pub fn with(token: Token, chance: [u8; 64]) -> Result<(Self, Blinded), KeyError> {
        let (state, blinded) = oprf::blind(&token.0, chance)?;
        Ok((Self { state, token }, Blinded(blinded)))
    }

    /// The token's seal from the server's answer, if it was made with the ballot's key.
    ///
    /// # Errors
    /// It wasn't.
    pub fn sealed(&self, issue: &Issue, public: &Public) -> Result<Seal, Refused> {
        let Issue { evaluated, proof } = issue;
        let output = oprf::finish(&self.state, &self.token.0, &evaluated.0, &proof.0, &public.0);
        output.map(|output| key::half(&output)).map_err(|_| Refused)
    }
}

/// What the register keeps of a personal link: who has the register can't use it.
#[must_use]
pub fn link_of(secret: &[u8]) -> Digest {
    Digest::of("xinxieshang/ballot/link/v1\n", secret)
}

/// The token of somebody whose device can't make one. It follows from the link, which only the voter has, and from a salt
/// that lies with the box and is destroyed with it; so nothing that is stored joins the two, a page that is opened again
/// finishes the same ballot, and nobody votes twice.
#[must_use]
pub fn plain_token(salt: &[u8; 32], secret: &[u8]) -> Token {
    let bytes = [salt.as_slice(), secret].concat();
    Token(*Digest::of("xinxieshang/ballot/plain/v1\n", &bytes).as_bytes())
}
