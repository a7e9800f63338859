//! Signatures as Standard Webhooks writes them: `v1,` and the HMAC-SHA256 of id, time and body, in base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use law::time::Moment;
use sha2::Sha256;

/// In front of a secret.
const PREFIX: &str = "whsec_";

/// Bytes of a secret, as the standard asks.
const LENGTHS: std::ops::RangeInclusive<usize> = 24..=64;

/// Seconds that a message may be old, or ahead.
const TOLERANCE: i64 = 300;

/// Secrets of a receiver: the first signs, any of them verifies, so that one can follow another.
pub(crate) struct Secrets(Vec<Vec<u8>>);

impl Secrets {
    /// Reads secrets, one a line; `None` where there is none, or one isn't a secret.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let secret =
            |line: &str| STANDARD.decode(line.strip_prefix(PREFIX)?).ok().filter(|it| LENGTHS.contains(&it.len()));
        let secrets = lines.map(secret).collect::<Option<Vec<_>>>()?;
        (!secrets.is_empty()).then_some(Self(secrets))
    }

    /// Signatures of a message, one for each secret, so that a receiver with the old one and one with the new one agree.
    pub(crate) fn sign(&self, id: &str, seconds: &str, body: &[u8]) -> String {
        let one = |secret: &Vec<u8>| {
            let mac = mac(secret, id, seconds, body).map(|mac| mac.finalize().into_bytes());
            format!("v1,{}", mac.map(|bytes| STANDARD.encode(bytes)).unwrap_or_default())
        };
        self.0.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    /// Whether one of the signatures is that of the message under one of the secrets, and the message is of now.
    pub(crate) fn verify(&self, id: &str, seconds: &str, signatures: &str, body: &[u8], now: Moment) -> bool {
        let fresh = seconds.parse::<i64>().is_ok_and(|then| (now.millis() / 1_000 - then).abs() <= TOLERANCE);
        let given = || signatures.split(' ').filter_map(|one| STANDARD.decode(one.strip_prefix("v1,")?).ok());
        let matches = |secret: &Vec<u8>, given: &[u8]| {
            mac(secret, id, seconds, body).is_some_and(|mac| mac.verify_slice(given).is_ok())
        };
        fresh && self.0.iter().any(|secret| given().any(|given| matches(secret, &given)))
    }
}

/// None where the library takes no such key; it takes keys of any length.
fn mac(secret: &[u8], id: &str, seconds: &str, body: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    for part in [id.as_bytes(), b".", seconds.as_bytes(), b".", body] {
        mac.update(part);
    }
    Some(mac)
}

#[cfg(test)]
mod tests {
    use sha2::Digest as _;

    use super::*;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const SECONDS: &str = "1614265330";
    const BODY: &[u8] = br#"{"test": 2432232314}"#;
    const SIGNED: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    fn at(seconds: i64) -> Moment {
        Moment::from_millis((1_614_265_330 + seconds) * 1_000)
    }

    /// The example that the standard's own libraries test themselves with.
    #[test]
    fn the_example_of_the_standard_is_signed_and_verified() {
        let secrets = Secrets::read(SECRET).unwrap();
        assert_eq!(secrets.sign(ID, SECONDS, BODY), SIGNED);
        assert!(secrets.verify(ID, SECONDS, SIGNED, BODY, at(0)));
        assert!(secrets.verify(ID, SECONDS, &format!("v1,AAAA {SIGNED} v2,x"), BODY, at(300)));
        assert!(!secrets.verify(ID, SECONDS, SIGNED, BODY, at(301)), "too old");
        assert!(!secrets.verify(ID, SECONDS, SIGNED, BODY, at(-301)), "from the future");
        assert!(!secrets.verify(ID, SECONDS, SIGNED, b"{}", at(0)));
        assert!(!secrets.verify("msg_2", SECONDS, SIGNED, BODY, at(0)));
        assert!(!secrets.verify(ID, "1614265331", SIGNED, BODY, at(0)));
        assert!(!secrets.verify(ID, SECONDS, "", BODY, at(0)));
    }

    #[test]
    fn an_old_secret_goes_on_beside_a_new_one() {
        let other = format!("whsec_{}", STANDARD.encode([7; 32]));
        let both = Secrets::read(&format!("{other}\n{SECRET}\n")).unwrap();
        let signed = both.sign(ID, SECONDS, BODY);
        assert!(signed.ends_with(SIGNED));
        assert!(Secrets::read(&other).unwrap().verify(ID, SECONDS, &signed, BODY, at(0)));
        for wrong in ["", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"] {
            assert!(Secrets::read(wrong).is_none(), "{wrong}");
        }
    }

    /// RFC 2104 written out, against the library.
    #[test]
    fn the_mac_is_the_one_of_the_rfc() {
        let secret = [0x0b_u8; 24];
        let padded = |pad: u8| (0..64).map(|i| secret.get(i).copied().unwrap_or(0) ^ pad).collect::<Vec<u8>>();
        let message = [ID.as_bytes(), b".", SECONDS.as_bytes(), b".", BODY].concat();
        let inner = Sha256::digest([padded(0x36), message].concat());
        let outer = Sha256::digest([padded(0x5c), inner.to_vec()].concat());
        let secrets = Secrets::read(&format!("whsec_{}", STANDARD.encode(secret))).unwrap();
        assert_eq!(secrets.sign(ID, SECONDS, BODY), format!("v1,{}", STANDARD.encode(outer)));
    }
}
