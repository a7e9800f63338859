//! What is refused, what can go wrong, and how people are told.

use law::identity::UsccError;
use law::text::TextError;
use messages::Said;
use negotiation::Capacity;
use negotiation::table::capacity_key;
use store::StoreError;

/// Why something about an account isn't done.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// A login can't be like this.
    #[error("a login has 2 to 64 letters, digits and . _ - @, not {found}")]
    Login {
        /// What was given.
        found: String,
    },
    /// Somebody has this login.
    #[error("the login {login} is taken")]
    LoginTaken {
        /// The login, folded.
        login: String,
    },
    /// An account with this id is there.
    #[error("the id is taken")]
    IdTaken,
    /// A name is empty.
    #[error("a name is empty")]
    NoName,
    /// A name has invisible characters or is too long.
    #[error("name: {0}")]
    Name(TextError),
    /// A password is too short, or longer than anybody types.
    #[error("the password has {found} characters")]
    PasswordLength {
        /// How many characters it has.
        found: usize,
    },
    /// A password is the login.
    #[error("the password is the login")]
    PasswordIsLogin,
    /// An account has as many interface tokens as one may have.
    #[error("the account has {most} tokens already")]
    TokensFull {
        /// How many one may have.
        most: usize,
    },
    /// An interface token ends too soon or too late.
    #[error("a token for {found} days")]
    TokenDays {
        /// How many days were asked for.
        found: u16,
    },
    /// There is no such account, or its session has ended.
    #[error("there is no such account")]
    Unknown,
    /// Nobody stands in this capacity for a region.
    #[error("{} is never regional", capacity.name())]
    NotRegional {
        /// The capacity.
        capacity: Capacity,
    },
    /// Only the program itself has this capacity.
    #[error("{} is the program's own", capacity.name())]
    OfProgram {
        /// The capacity.
        capacity: Capacity,
    },
    /// An employer's code isn't one.
    #[error("{0}")]
    Employer(UsccError),
    /// The digits don't name a province, a city or a county.
    #[error("{found} is no region")]
    Region {
        /// What was given.
        found: String,
    },
    /// The account stands on the other side of this employer, or of this case.
    #[error("the account stands on the other side of {employer} already")]
    BothSides {
        /// The employer's unified social credit code, or the case where it isn't known.
        employer: String,
    },
    /// An account with the same phone stands on the other side.
    #[error("an account with the same phone stands on the other side of {employer} already")]
    PhoneOnBothSides {
        /// The employer's unified social credit code, or the case where it isn't known.
        employer: String,
    },
    /// A new second factor takes a session that showed the old one.
    #[error("show the old second factor first")]
    ShowFirst,
    /// The code isn't that of the proposed second factor.
    #[error("the code doesn't fit")]
    WrongCode,
    /// The operating system gives no random bytes.
    #[error("no random bytes")]
    Chance,
    /// A password couldn't be computed.
    #[error("password: {0}")]
    Hash(String),
    /// The database.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for AccountError {
    fn from(error: StoreError) -> Self {
        if let StoreError::BothSides { employer } = error {
            return Self::BothSides { employer };
        }
        if let StoreError::PhoneOnBothSides { employer } = error {
            return Self::PhoneOnBothSides { employer };
        }
        if matches!(error, StoreError::NoAccount) { Self::Unknown } else { Self::Store(error) }
    }
}

impl AccountError {
    /// The rule that refuses, where one does.
    #[must_use]
    pub const fn rule(&self) -> Option<&'static str> {
        match self {
            Self::BothSides { .. } | Self::PhoneOnBothSides { .. } => Some("ACCOUNT-ONE-SIDE"),
            Self::NotRegional { .. } => Some("ACCOUNT-REGION"),
            Self::OfProgram { .. } => Some("ACCOUNT-PROGRAM"),
            Self::ShowFirst => Some("ACCOUNT-SECOND-FACTOR"),
            Self::Login { .. }
            | Self::LoginTaken { .. }
            | Self::IdTaken
            | Self::NoName
            | Self::Name(_)
            | Self::PasswordLength { .. }
            | Self::PasswordIsLogin
            | Self::TokensFull { .. }
            | Self::TokenDays { .. }
            | Self::Unknown
            | Self::Employer(_)
            | Self::Region { .. }
            | Self::WrongCode
            | Self::Chance
            | Self::Hash(_)
            | Self::Store(_) => None,
        }
    }

    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Login { found } => Said::new("accounts-login").arg("found", found),
            Self::LoginTaken { login } => Said::new("accounts-login-taken").arg("login", login),
            Self::IdTaken => Said::new("accounts-id-taken"),
            Self::NoName => Said::new("accounts-no-name"),
            Self::Name(error) => error.said(),
            Self::PasswordLength { found } => Said::new("accounts-password-length").arg("found", found),
            Self::PasswordIsLogin => Said::new("accounts-password-login"),
            Self::TokensFull { most } => Said::new("accounts-tokens-full").arg("most", most),
            Self::TokenDays { found } => Said::new("accounts-token-days").arg("found", found),
            Self::Unknown => Said::new("accounts-unknown"),
            Self::NotRegional { capacity } => {
                Said::new("accounts-not-regional").message("capacity", capacity_key(*capacity))
            }
            Self::OfProgram { capacity } => {
                Said::new("accounts-of-program").message("capacity", capacity_key(*capacity))
            }
            Self::Employer(error) => error.said(),
            Self::Region { found } => Said::new("accounts-region").arg("found", found),
            Self::BothSides { employer } => Said::new("accounts-both-sides").arg("employer", employer),
            Self::PhoneOnBothSides { employer } => Said::new("accounts-phone-both-sides").arg("employer", employer),
            Self::ShowFirst => Said::new("accounts-show-first"),
            Self::WrongCode => Said::new("accounts-wrong-code"),
            Self::Chance => Said::new("accounts-chance"),
            Self::Hash(what) => Said::new("accounts-hash").arg("what", what),
            Self::Store(error) => error.said(),
        }
    }
}

/// Why somebody isn't signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Login, password or code is wrong; which isn't said.
    #[error("wrong")]
    Wrong,
    /// After several failures from this address, or while many sign in: later again.
    #[error("wait {seconds} s")]
    Wait {
        /// How long, in seconds.
        seconds: u64,
    },
    /// The password is right, but the account can't be used any more.
    #[error("disabled")]
    Disabled,
    /// It couldn't be found out.
    #[error(transparent)]
    Store(#[from] AccountError),
}

impl From<StoreError> for SignInError {
    fn from(error: StoreError) -> Self {
        Self::Store(error.into())
    }
}

impl SignInError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Wrong => Said::new("accounts-wrong"),
            Self::Wait { seconds } if *seconds < 120 => Said::new("accounts-wait-seconds").arg("seconds", seconds),
            Self::Wait { seconds } => Said::new("accounts-wait-minutes").arg("minutes", seconds.div_ceil(60)),
            Self::Disabled => Said::new("accounts-disabled"),
            Self::Store(error) => error.said(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use messages::Catalogue;

    #[test]
    fn every_text_that_the_code_names_is_in_the_message_file() {
        let catalogue =
            Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES, store::MESSAGES, crate::MESSAGES]).unwrap();
        let mut named = 0;
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let files = fs::read_dir(&src).unwrap().chain(fs::read_dir(src.join("roster")).unwrap());
        for file in files.map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
            let text = fs::read_to_string(file).unwrap();
            for key in text.split('"').filter(|word| word.starts_with("accounts-") && !word.contains(['{', ' '])) {
                named += 1;
                assert!(key == "accounts-" || catalogue.has(key), "{key}");
            }
        }
        assert!(named > 20, "{named}");
    }
}
