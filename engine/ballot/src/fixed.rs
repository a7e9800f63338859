//! Values of a fixed length, as text in lower-case hexadecimal digits.

use std::fmt;
use std::str::FromStr;

use ledger::Digest;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text that isn't so many hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this isn't {digits} hexadecimal digits")]
pub struct Malformed {
    /// How many there should be.
    pub digits: usize,
}

macro_rules! fixed {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub [u8; $length]);

        impl $name {
            /// How many bytes it has.
            pub const LENGTH: usize = $length;

            /// The text.
            #[must_use]
            pub fn text(&self) -> String {
                hex::encode(self.0)
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<Self, Malformed> {
                let mut bytes = [0; $length];
                let malformed = Malformed { digits: 2 * $length };
                if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
                    return Err(malformed);
                }
                hex::decode_to_slice(text, &mut bytes).map_err(|_| malformed)?;
                Ok(Self(bytes))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.text())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(D::Error::custom)
            }
        }
    };
}

fixed! {
    /// What a voter's device draws by chance: the ballot itself, until it is in the box nobody else's.
    Token, 32
}
fixed! {
    /// Half of what RFC 9497 makes of a token under the ballot's key: that the token was issued.
    Seal, 32
}
fixed! {
    /// A blinded token, as the server sees it.
    Blinded, 32
}
fixed! {
    /// A blinded token under the ballot's key.
    Evaluated, 32
}
fixed! {
    /// That it was this key and no other.
    Proof, 64
}
fixed! {
    /// The ballot's public key.
    Public, 32
}
fixed! {
    /// The ballot's secret key; published when the box is closed.
    Secret, 32
}

macro_rules! told {
    ($($name:ident),*) => { $(impl fmt::Debug for $name {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(&self.text())
        }
    })* };
}
macro_rules! untold {
    ($($name:ident),*) => { $(impl fmt::Debug for $name {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(concat!(stringify!($name), "(…)"))
        }
    })* };
}
told!(Blinded, Evaluated, Proof, Public);
untold!(Token, Seal, Secret);

impl Token {
    /// By what its voter finds it on the published list.
    #[must_use]
    pub fn tracker(&self) -> Tracker {
        let digest = Digest::of("xinxieshang/tracker/v1\n", &self.0);
        let [a, b, c, d, e, ..] = *digest.as_bytes();
        Tracker([a, b, c, d, e])
    }
}

/// Eight characters in two groups (`7K4M-2Q9D`): digits and letters without I, L, O and U.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tracker([u8; 5]);

const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl fmt::Display for Tracker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = self.0.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        for place in 0..8_u32 {
            if place == 4 {
                f.write_str("-")?;
            }
            let five = usize::try_from(bits >> (35 - 5 * place) & 31).unwrap_or_default();
            write!(f, "{}", char::from(SIGNS[five]))?;
        }
        Ok(())
    }
}

impl FromStr for Tracker {
    type Err = Malformed;

    /// As somebody types it: in any case, with or without the stroke, O for 0 and I or L for 1.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let malformed = Malformed { digits: 8 };
        let (mut bits, mut count) = (0_u64, 0);
        for sign in text.bytes().filter(|byte| !b"- ".contains(byte)) {
            let sign = match sign.to_ascii_uppercase() {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                other => other,
            };
            let five = SIGNS.iter().position(|known| *known == sign).ok_or(malformed)?;
            count += 1;
            if count > 8 {
                return Err(malformed);
            }
            bits = bits << 5 | u64::try_from(five).unwrap_or_default();
        }
        let [_, _, _, a, b, c, d, e] = bits.to_be_bytes();
        if count == 8 { Ok(Self([a, b, c, d, e])) } else { Err(malformed) }
    }
}
