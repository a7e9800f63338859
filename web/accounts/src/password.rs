//! Passwords: Argon2id with 19 MiB, two passes, one lane (the parameters that OWASP recommends first).
//!
//! A password takes a good part of a second of one core on purpose. So it is taken off the runtime's threads, two at a
//! time, and whoever comes when a queue has formed is asked to come again.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::secret::random;
use crate::{AccountError, SignInError};

/// Memory in KiB.
const MEMORY: u32 = 19 * 1024;
/// Passes over it.
const PASSES: u32 = 2;
/// Lanes.
const LANES: u32 = 1;
/// Bytes of salt.
const SALT: usize = 16;
/// So many are computed at a time.
const AT_ONCE: usize = 2;
/// So many wait or are computed; whoever comes then is sent away for a moment.
const QUEUE: usize = 32;
/// After so many seconds there is room again.
const COME_AGAIN: u64 = 5;

/// A password that nobody has, at the same price: what an unknown login is compared with.
pub(crate) const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Computes passwords, few at a time. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Passwords {
    cores: Arc<Semaphore>,
    queue: Arc<Semaphore>,
}

impl Passwords {
    pub(crate) fn new() -> Self {
        Self { cores: Arc::new(Semaphore::new(AT_ONCE)), queue: Arc::new(Semaphore::new(QUEUE)) }
    }

    /// The PHC string of a password, with a new salt.
    pub(crate) async fn hash(&self, password: &str) -> Result<String, AccountError> {
        let (salt, password) = (random::<SALT>()?, password.to_owned());
        let core =
            Arc::clone(&self.cores).acquire_owned().await.map_err(|_| AccountError::Hash("closed".to_owned()))?;
        let hashed = spawn_blocking(move || {
            let _core = core;
            Ok(function()?.hash_password_with_salt(password.as_bytes(), &salt)?.to_string())
        });
        hashed
            .await
            .unwrap_or(Err(password_hash::Error::Internal))
            .map_err(|error| AccountError::Hash(error.to_string()))
    }

    /// Whether a password is the one behind a PHC string.
    pub(crate) async fn verify(&self, password: &str, phc: &str) -> Result<bool, SignInError> {
        let Ok(place) = Arc::clone(&self.queue).try_acquire_owned() else {
            return Err(SignInError::Wait { seconds: COME_AGAIN });
        };
        let (password, phc) = (password.to_owned(), phc.to_owned());
        let core =
            Arc::clone(&self.cores).acquire_owned().await.map_err(|_| AccountError::Hash("closed".to_owned()))?;
        let verified = spawn_blocking(move || {
            let _held = (core, place);
            let phc = PasswordHash::new(&phc)?;
            if phc.hash.is_none() {
                return Err(password_hash::Error::EncodingInvalid);
            }
            match function()?.verify_password(password.as_bytes(), &phc) {
                Ok(()) => Ok(true),
                Err(password_hash::Error::PasswordInvalid) => Ok(false),
                Err(error) => Err(error),
            }
        });
        let verified = verified.await.unwrap_or(Err(password_hash::Error::Internal));
        Ok(verified.map_err(|error| AccountError::Hash(error.to_string()))?)
    }
}

fn function() -> password_hash::Result<Argon2<'static>> {
    let params = Params::new(MEMORY, PASSES, LANES, None).map_err(|_| password_hash::Error::ParamsInvalid)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_and_the_hash_is_never_the_same() {
        let passwords = Passwords::new();
        let hash = passwords.hash("correct horse").await.unwrap();
        assert!(passwords.verify("correct horse", &hash).await.unwrap());
        assert!(!passwords.verify("correct horsf", &hash).await.unwrap());
        assert_ne!(passwords.hash("correct horse").await.unwrap(), hash);
    }

    #[tokio::test]
    async fn nobody_costs_as_much_as_somebody_and_never_fits() {
        let passwords = Passwords::new();
        let price = |phc: &str| phc.rsplitn(3, '$').last().map(str::to_owned);
        let hash = passwords.hash("x").await.unwrap();
        assert_eq!(price(NOBODY), price(&hash));
        assert_eq!(NOBODY.len(), hash.len());
        assert!(!passwords.verify("", NOBODY).await.unwrap());
    }

    #[tokio::test]
    async fn a_damaged_hash_is_an_error_and_not_a_wrong_password() {
        let damaged = Passwords::new().verify("x", "$argon2id$v=19$m=19456").await;
        assert!(matches!(damaged, Err(SignInError::Store(AccountError::Hash(_)))), "{damaged:?}");
    }

    #[tokio::test]
    async fn whoever_comes_to_a_long_queue_is_asked_to_come_again() {
        let passwords = Passwords::new();
        let all = Arc::clone(&passwords.queue).acquire_many_owned(u32::try_from(QUEUE).unwrap()).await.unwrap();
        assert!(matches!(passwords.verify("x", NOBODY).await, Err(SignInError::Wait { seconds: COME_AGAIN })));
        drop(all);
        assert!(!passwords.verify("x", NOBODY).await.unwrap());
    }
}
