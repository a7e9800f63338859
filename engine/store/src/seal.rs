//! Boxes as they lie in a database that keeps what was replaced: sealed under a key that isn't in it.
//!
//! PostgreSQL keeps old versions of a row in its table until they are cleaned up, and each in its write-ahead log. Whoever
//! has them sees in which order ballots went into a box that isn't sealed, and beside it in which order tokens were taken.

use ledger::Digest;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::error::Unspecified;
use ring::rand::{SecureRandom, SystemRandom};
use uuid::Uuid;

use crate::{Hidden, StoreError};

/// The key under which the boxes of an installation are sealed. It is in no database; all its processes have the same.
#[derive(Clone, Debug)]
pub struct BoxSeal(Hidden<[u8; 32]>);

impl BoxSeal {
    /// From the first line of a file: 64 hexadecimal digits.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        text.lines().next()?.trim().parse::<Digest>().ok().map(|digits| Self(Hidden(*digits.as_bytes())))
    }

    /// The key of one box. Every box has its own, so that none can stand in for another.
    fn key(&self, ballot: Uuid) -> Result<LessSafeKey, Unspecified> {
        let own = Digest::of("xinxieshang/box/v1\n", &[self.0.0.as_slice(), ballot.as_bytes()].concat());
        UnboundKey::new(&CHACHA20_POLY1305, own.as_bytes()).map(LessSafeKey::new)
    }

    /// Seals what lies in a column: a nonce by chance, then the sealed bytes. As long for all that is as long.
    pub(crate) fn seal(&self, ballot: Uuid, column: &'static str, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        let sealed = || {
            let mut nonce = [0; NONCE_LEN];
            SystemRandom::new().fill(&mut nonce)?;
            let mut inside = bytes.to_vec();
            let key = self.key(ballot)?;
            key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(column), &mut inside)?;
            Ok([nonce.as_slice(), &inside].concat())
        };
        sealed().map_err(|_: Unspecified| StoreError::BoxSealed { column })
    }

    /// Opens what was sealed.
    pub(crate) fn open(&self, ballot: Uuid, column: &'static str, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        let opened = || {
            let (nonce, inside) = sealed.split_at_checked(NONCE_LEN).ok_or(Unspecified)?;
            let mut inside = inside.to_vec();
            let nonce = Nonce::try_assume_unique_for_key(nonce)?;
            let length = self.key(ballot)?.open_in_place(nonce, Aad::from(column), &mut inside)?.len();
            inside.truncate(length);
            Ok(inside)
        };
        opened().map_err(|_: Unspecified| StoreError::BoxSealed { column })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BALLOT: Uuid = Uuid::from_u128(7);

    fn seal(digit: &str) -> BoxSeal {
        BoxSeal::read(&format!("{}\nan older line\n", digit.repeat(64))).unwrap()
    }

    #[test]
    fn what_is_sealed_opens_with_its_key_for_its_box_and_column_only() {
        let sealed = seal("a").seal(BALLOT, "cells", b"a ballot").unwrap();
        assert_eq!(seal("a").open(BALLOT, "cells", &sealed).unwrap(), b"a ballot");
        assert_ne!(seal("a").seal(BALLOT, "cells", b"a ballot").unwrap(), sealed, "never twice the same");
        assert_eq!(sealed.len(), NONCE_LEN + 8 + CHACHA20_POLY1305.tag_len());
        assert!(!sealed.windows(8).any(|part| part == b"a ballot"));
        let mut changed = sealed.clone();
        changed[20] ^= 1;
        let refused = [
            seal("b").open(BALLOT, "cells", &sealed),
            seal("a").open(Uuid::from_u128(8), "cells", &sealed),
            seal("a").open(BALLOT, "salt", &sealed),
            seal("a").open(BALLOT, "cells", &changed),
            seal("a").open(BALLOT, "cells", b"short"),
        ];
        assert!(refused.iter().all(|one| matches!(one, Err(StoreError::BoxSealed { .. }))), "{refused:?}");
    }

    #[test]
    fn a_key_is_64_digits_and_is_never_shown() {
        assert_eq!(format!("{:?}", seal("c")), "BoxSeal(…)");
        for wrong in ["", "\n", "abc", &"g".repeat(64), &"a".repeat(63)] {
            assert!(BoxSeal::read(wrong).is_none(), "{wrong}");
        }
    }
}
