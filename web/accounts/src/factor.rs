//! The second factor: codes of six digits that change every thirty seconds (RFC 6238), and recovery codes for whoever has
//! lost the generator. Each code counts once.

use std::net::IpAddr;

use law::time::Moment;
use ledger::Digest;
use store::{AccountChore, Hidden, StoredAccount};
use totp_rs::{Builder, Secret, Totp};
use uuid::Uuid;

use crate::attempts::Pair;
use crate::secret::random;
use crate::{AccountError, Accounts, SignInError, Token};

/// Bytes of a secret (RFC 4226 recommends 160 bits).
const SECRET: usize = 20;
/// How many recovery codes there are.
const CODES: usize = 8;
/// Bytes of a recovery code: 80 bits, far beyond guessing, so that a plain hash keeps it.
const CODE: usize = 10;
/// Under this name a generator shows the account.
const ISSUER: &str = "薪协商";

/// A second factor that isn't one yet: the person's generator takes it in, and its first code is brought back with it.
#[derive(Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The secret in base 32, for typing in and for bringing back.
    pub secret: String,
    /// `otpauth://…`, for a QR code.
    pub uri: String,
}

/// A second factor that is set.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolled {
    /// The session goes on under this token.
    pub token: Token,
    /// Each signs in once in place of a code; shown this once.
    pub recovery_codes: Vec<String>,
}

impl Accounts {
    /// Proposes a second factor for whoever is signed in.
    ///
    /// # Errors
    /// Nobody is signed in with the token; a second factor is there and wasn't shown; the database.
    pub async fn propose_second_factor(&self, token: &str) -> Result<Proposed, AccountError> {
        let account = self.may_enrol(token).await?;
        let secret = Secret::new(Box::new(random::<SECRET>()?)).to_base32();
        let (issuer, login) = (escaped(ISSUER), escaped(&account.login));
        let uri = format!("otpauth://totp/{issuer}:{login}?secret={secret}&issuer={issuer}");
        Ok(Proposed { secret, uri })
    }

    /// Sets a proposed second factor, where the code is its own. All earlier recovery codes are void, and the session goes
    /// on under a new token.
    ///
    /// # Errors
    /// As above; the code doesn't fit.
    pub async fn set_second_factor(&self, token: &str, secret: &str, code: &str) -> Result<Enrolled, AccountError> {
        let account = self.may_enrol(token).await?.id;
        let secret = Secret::try_from_base32(secret.trim()).map_err(|_| AccountError::WrongCode)?;
        let secret = secret.as_bytes().to_vec();
        let step = step_of(&secret, code, self.now()).ok_or(AccountError::WrongCode)?;
        if !self.chore(AccountChore::TakeStep { account, step }).await? {
            return Err(AccountError::WrongCode);
        }
        let mut recovery_codes = Vec::with_capacity(CODES);
        for _ in 0..CODES {
            recovery_codes.push(written(random::<CODE>()?));
        }
        let codes = recovery_codes.iter().map(|code| kept(code)).collect();
        let secret = Some(Hidden(secret));
        self.chore(AccountChore::SetSecondFactor { account, secret, codes, at: self.now() }).await?;
        Ok(Enrolled { token: self.exchange(token, account).await?, recovery_codes })
    }

    /// Takes an account's second factor away, for whoever has lost generator and recovery codes; ends all sessions.
    /// Whoever calls it has made sure of the person by other means.
    ///
    /// # Errors
    /// There is no such account; the database.
    pub async fn reset_second_factor(&self, account: Uuid) -> Result<(), AccountError> {
        let reset = AccountChore::SetSecondFactor { account, secret: None, codes: Vec::new(), at: self.now() };
        if !self.chore(reset).await? {
            return Err(AccountError::Unknown);
        }
        self.revoke_all(account).await
    }

    /// The second step of signing in: a code of the generator, or a recovery code. The session goes on under a new token.
    ///
    /// # Errors
    /// See [`SignInError`]; a code that was taken before is wrong.
    pub async fn second_step(&self, token: &str, code: &str, from: Option<IpAddr>) -> Result<Token, SignInError> {
        let (_, account) = self.session(token).await?.ok_or(SignInError::Wrong)?;
        let pair = Pair::of(&format!("{}\ncode", account.login), from);
        self.begin(pair)?;
        let shown = self.shown(&account, code).await;
        self.settle(pair, &shown);
        shown?;
        Ok(self.exchange(token, account.id).await?)
    }

    /// How many recovery codes an account has left.
    ///
    /// # Errors
    /// The database.
    pub async fn recovery_codes_left(&self, account: Uuid) -> Result<u64, AccountError> {
        Ok(self.store().recovery_codes(account).await?)
    }

    async fn shown(&self, account: &StoredAccount, code: &str) -> Result<(), SignInError> {
        let Some(Hidden(secret)) = &account.second_factor else {
            return Err(SignInError::Wrong);
        };
        let now = self.now();
        let taken = match step_of(secret, code, now) {
            Some(step) => AccountChore::TakeStep { account: account.id, step },
            None => AccountChore::TakeRecoveryCode { account: account.id, code: kept(code), at: now },
        };
        if self.chore(taken).await? { Ok(()) } else { Err(SignInError::Wrong) }
    }

    /// Whoever may set a second factor: has none yet, or has shown it in this session.
    async fn may_enrol(&self, token: &str) -> Result<StoredAccount, AccountError> {
        let (session, account) = self.session(token).await?.ok_or(AccountError::Unknown)?;
        if account.second_factor.is_some() && !session.second_factor {
            return Err(AccountError::ShowFirst);
        }
        Ok(account)
    }

    /// A session in which the second factor was shown, in place of the one before.
    async fn exchange(&self, token: &str, account: Uuid) -> Result<Token, AccountError> {
        let new = self.open(account, true).await?;
        self.sign_out(token).await?;
        Ok(new)
    }
}

/// The time step whose code this is: the current one, the one before or the one after, because clocks differ.
fn step_of(secret: &[u8], code: &str, now: Moment) -> Option<u64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let fits = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = u64::try_from(now.millis().div_euclid(1_000)).ok()?;
    if fits { generator(secret)?.check(&code, seconds) } else { None }
}

/// SHA-1, six digits, thirty seconds: what every generator knows.
fn generator(secret: &[u8]) -> Option<Totp> {
    let secret = Secret::new(secret.to_vec().into_boxed_slice());
    Builder::new().with_secret(secret).with_digits(6).with_skew(1).with_step_duration(30).build().ok()
}

/// A recovery code as it is shown: `0123a-…`, four groups of five.
fn written(bytes: [u8; CODE]) -> String {
    let mut text = hex::encode(bytes);
    for at in [15, 10, 5] {
        text.insert(at, '-');
    }
    text
}

/// What is kept of a recovery code, however it was typed.
fn kept(code: &str) -> Digest {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    Digest::sha256(code.to_ascii_lowercase().as_bytes())
}

/// Percent-encoding of everything but letters, digits and a few signs.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const RFC: &[u8] = b"12345678901234567890";

    // RFC 6238, appendix B, SHA-1: of the eight digits there, six are the last six.
    #[test]
    fn codes_are_those_of_the_standard() {
        let vectors = [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ];
        for (seconds, digits) in vectors {
            let step = step_of(RFC, &digits[2..], Moment::from_millis(seconds * 1_000));
            assert_eq!(step, u64::try_from(seconds / 30).ok(), "{seconds}");
        }
    }

    #[test]
    fn a_code_is_good_for_its_neighbours_and_no_longer() {
        let code = "287082"; // of the second step, 30 s to 60 s
        for (seconds, good) in [(0, true), (29, true), (30, true), (59, true), (89, true), (90, false), (120, false)] {
            let step = step_of(RFC, code, Moment::from_millis(seconds * 1_000));
            assert_eq!(step, good.then_some(1), "{seconds}");
        }
        assert_eq!(step_of(RFC, " 287 082", Moment::from_millis(59_000)), Some(1));
        for wrong in ["287081", "28708", "2870820", "", "２８７０８２"] {
            assert_eq!(step_of(RFC, wrong, Moment::from_millis(59_000)), None, "{wrong}");
        }
    }

    #[test]
    fn a_recovery_code_is_known_however_it_is_typed() {
        let code = written([0xab; CODE]);
        assert_eq!(code, "ababa-babab-ababa-babab");
        assert_eq!(kept(&code), kept(" ABABABABAB ababababab"));
        assert_ne!(kept(&code), kept("ababa"));
    }

    #[test]
    fn a_generator_reads_the_address() {
        assert_eq!(escaped("薪 a@b:c"), "%E8%96%AA%20a%40b%3Ac");
    }
}
