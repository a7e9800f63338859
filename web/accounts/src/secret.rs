//! Secrets from the operating system, and what is kept of them.

use std::fmt;

use ledger::Digest;

use crate::AccountError;

/// Bytes of a token.
const TOKEN_BYTES: usize = 32;

/// What a browser holds for a session: 256 random bits in hexadecimal. Stored is only its SHA-256.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(pub String);

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl Token {
    /// A new one.
    pub(crate) fn new() -> Result<Self, AccountError> {
        Ok(Self(hex::encode(random::<TOKEN_BYTES>()?)))
    }

    /// What is stored of it.
    pub(crate) fn digest(&self) -> Digest {
        Digest::sha256(self.0.as_bytes())
    }

    /// What would be stored of a text that somebody brought; `None` where it can't be a token.
    pub(crate) fn digest_of(text: &str) -> Option<Digest> {
        let fits = text.len() == 2 * TOKEN_BYTES && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        fits.then(|| Digest::sha256(text.as_bytes()))
    }
}

/// Random bytes of the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], AccountError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| AccountError::Chance)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_never_the_same_and_never_shown() {
        let tokens = [Token::new().unwrap(), Token::new().unwrap()];
        assert_ne!(tokens[0], tokens[1]);
        assert_eq!(format!("{:?}", tokens[0]), "Token(…)");
        assert_eq!(Token::digest_of(&tokens[0].0), Some(tokens[0].digest()));
    }

    #[test]
    fn what_cant_be_a_token_is_not_looked_up() {
        for text in ["", "f", &"F".repeat(64), &"f".repeat(63), &"张".repeat(64)] {
            assert_eq!(Token::digest_of(text), None, "{text}");
        }
    }
}
