//! One commented TOML file. Every value has a default that is right for one machine, except the secrets.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use messages::Said;
use serde::Deserialize;
use store::{BoxSeal, WriterOptions};

use crate::network::Network;

/// The configuration of a server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// A file with the key under which the boxes of open ballots are sealed, 64 hexadecimal digits in its first line. Without
    /// it no ballot is opened online on PostgreSQL, which keeps what was replaced; a database file needs none.
    #[serde(default)]
    pub boxes_key_file: Option<PathBuf>,
    /// `postgres://…`, or the path of a file. `DATABASE_URL` in the environment overrides it.
    #[serde(default = "default_database")]
    pub database: String,
    /// Where requests are taken.
    #[serde(default)]
    pub listen: Listen,
    /// Who runs the server, as the notice on personal data names them.
    #[serde(default)]
    pub operator: Operator,
    /// The address under which people reach the pages: `https://example.org`. Where it begins with `https`, cookies go over
    /// TLS only and browsers are told to ask for nothing else.
    #[serde(default)]
    pub public_address: Option<String>,
    /// How mail goes out; none is sent without it, and messages wait.
    #[serde(default)]
    pub mail: Option<Mail>,
    /// The adapter that sends short messages on; none are sent without it. It is a receiver like the others, and its
    /// name is `sms`.
    #[serde(default)]
    pub sms: Option<Receiver>,
    /// The secret of programs on this machine that hand acts in for others, in any capacity: at least 32 characters.
    /// Without it there is no such door. People and their programs come with sessions and tokens of their own.
    #[serde(default)]
    pub token: Option<String>,
    /// How often clock and outbox look for work, in milliseconds, 100 to 3,600,000.
    #[serde(default = "default_tick")]
    pub tick_ms: u64,
    /// Programs that are told what happens in every case.
    #[serde(default, rename = "webhook")]
    pub webhooks: Vec<Receiver>,
}

/// Who runs a server and answers for the personal data in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Operator {
    /// How people reach them about their data: an address, a phone, a mail address.
    pub contact: String,
    /// Their name.
    pub name: String,
}

impl Operator {
    /// Whether somebody could turn to them.
    #[must_use]
    pub fn is_named(&self) -> bool {
        !self.name.trim().is_empty() && !self.contact.trim().is_empty()
    }
}

/// A program that is posted to, signed as Standard Webhooks has it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receiver {
    /// Only these commands, by their flat names; all where none is named. Short messages know no such choice.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Its name: lowercase letters, digits and hyphens.
    #[serde(default = "default_receiver")]
    pub name: String,
    /// Whether it may be in a private network, and reached without TLS.
    #[serde(default)]
    pub private: bool,
    /// A file with the secret, `whsec_` and base64, in its first line; an older one may follow while it is replaced.
    pub secret_file: PathBuf,
    /// Where it is posted to: `https://…`.
    pub url: String,
}

/// Addresses and limits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Listen {
    /// Acts and health.
    pub address: SocketAddr,
    /// The largest body in bytes; a file goes elsewhere.
    pub max_body: usize,
    /// So many may wait at once for what they do to be recorded; whoever comes beyond it is told to come again.
    pub max_waiting: usize,
    /// Metrics and readiness, for operators only.
    pub operators: SocketAddr,
    /// A request that takes longer is given up, and so is a connection on which none is begun for so long, in
    /// milliseconds.
    pub timeout_ms: u64,
    /// Addresses or networks of the proxies in front: what they say of where a request came from, and whether over TLS, is
    /// believed; nobody else's word is.
    pub trusted_proxies: Vec<Network>,
}

impl Listen {
    /// After which time a request is given up.
    #[must_use]
    pub const fn timeout(&self) -> Duration {
        Duration::from_millis(self.timeout_ms)
    }
}

impl Default for Listen {
    fn default() -> Self {
        Self {
            address: SocketAddr::from(([127, 0, 0, 1], 8080)),
            max_body: 1 << 20,
            max_waiting: WriterOptions::default().queue,
            operators: SocketAddr::from(([127, 0, 0, 1], 9090)),
            timeout_ms: 30_000,
            trusted_proxies: Vec::new(),
        }
    }
}

/// A mail server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Sender, such as `薪协商 <no-reply@example.org>`.
    pub from: String,
    /// Host name of the server.
    pub host: String,
    /// A file with the password in its first line; none where the server asks for none.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// Port; that of the kind of connection where it isn't given.
    #[serde(default)]
    pub port: Option<u16>,
    /// A file with the secret under which the mail server's own program reports what arrived and what came back, as a
    /// receiver does; none where nothing reports.
    #[serde(default)]
    pub report_secret_file: Option<PathBuf>,
    /// How the connection is protected.
    #[serde(default)]
    pub security: Security,
    /// Name of the account; none where the server asks for none.
    #[serde(default)]
    pub user: Option<String>,
}

/// How a connection to a mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// Not at all: for a server on the same machine.
    None,
    /// Begun in the clear, protected before anything is said (port 587).
    #[default]
    Starttls,
    /// Protected from the first byte (port 465).
    Tls,
}

/// What is wrong with a configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file isn't TOML, or a value isn't what it should be.
    #[error("{place}: {what}")]
    Value {
        /// Where: line, or name of the setting.
        place: String,
        /// What was found.
        what: String,
    },
    /// The token is too short to be a secret.
    #[error("the token has {found} characters")]
    Token {
        /// Its length in characters.
        found: usize,
    },
    /// A setting is out of range.
    #[error("{setting} is {found}")]
    Range {
        /// Its name.
        setting: &'static str,
        /// Its value.
        found: u64,
    },
}

impl ConfigError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Value { place, what } => Said::new("service-config-value").arg("place", place).arg("what", what),
            Self::Token { found } => Said::new("service-config-token").arg("found", found),
            Self::Range { setting, found } => {
                Said::new("service-config-range").arg("setting", setting).arg("found", found)
            }
        }
    }
}

impl Config {
    /// Reads a configuration.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn read(text: &str) -> Result<Self, ConfigError> {
        let value = toml::Deserializer::parse(text).map_err(|error| ConfigError::Value {
            place: error.span().map_or_else(String::new, |span| line(text, span.start)),
            what: error.message().to_owned(),
        })?;
        let config: Self = serde_path_to_error::deserialize(value).map_err(|error| ConfigError::Value {
            place: error.path().to_string(),
            what: error.inner().message().to_owned(),
        })?;
        if let Some(found) = config.token.as_ref().map(|token| token.chars().count()).filter(|found| *found < 32) {
            return Err(ConfigError::Token { found });
        }
        if !(100..=3_600_000).contains(&config.tick_ms) {
            return Err(ConfigError::Range { setting: "tick_ms", found: config.tick_ms });
        }
        if let Some(found) = config.public_address.as_deref().filter(|address| !is_origin(address)) {
            let what = format!("{found}: https://example.org");
            return Err(ConfigError::Value { place: "public_address".to_owned(), what });
        }
        Ok(config)
    }

    /// Whether people reach the pages over TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_address.as_ref().is_some_and(|address| address.starts_with("https://"))
    }

    /// The key under which boxes are sealed, if there is one.
    ///
    /// # Errors
    /// Its file can't be read, or says something else.
    pub fn boxes_seal(&self) -> Result<Option<BoxSeal>, ConfigError> {
        let Some(path) = &self.boxes_key_file else { return Ok(None) };
        let wrong = |what: String| ConfigError::Value { place: "boxes_key_file".to_owned(), what };
        let text = fs::read_to_string(path).map_err(|error| wrong(format!("{}: {error}", path.display())))?;
        let seal = BoxSeal::read(&text);
        seal.map(Some).ok_or_else(|| wrong(format!("{}: openssl rand -hex 32", path.display())))
    }

    /// How often clock and outbox look for work.
    #[must_use]
    pub const fn tick(&self) -> Duration {
        Duration::from_millis(self.tick_ms)
    }
}

/// Scheme and host, and nothing behind them.
fn is_origin(address: &str) -> bool {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-[]".contains(&b))
    })
}

fn line(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    (before.matches('\n').count() + 1).to_string()
}

fn default_receiver() -> String {
    crate::outgoing::SMS.to_owned()
}

fn default_database() -> String {
    "xinxieshang.sqlite".to_owned()
}

const fn default_tick() -> u64 {
    5_000
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "token = \"0123456789abcdef0123456789abcdef\"\n";

    #[test]
    fn nothing_must_be_said() {
        let config = Config::read("").unwrap();
        assert_eq!(config.token, None, "and there is no door for machines");
        assert!(!config.is_https() && config.listen.trusted_proxies.is_empty() && !config.operator.is_named());
        assert_eq!(config.database, "xinxieshang.sqlite");
        assert!(config.listen.address.ip().is_loopback() && config.listen.operators.ip().is_loopback());
    }

    #[test]
    fn the_key_of_boxes_is_in_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("boxes.key");
        let config = Config::read(&format!("boxes_key_file = \"{}\"", file.display())).unwrap();
        let place = |config: &Config| match config.boxes_seal() {
            Err(ConfigError::Value { place, what }) => format!("{place} {what}"),
            other => panic!("{other:?}"),
        };
        assert!(place(&config).starts_with("boxes_key_file /"));
        fs::write(&file, "too short\n").unwrap();
        assert!(place(&config).contains("openssl rand"), "and how to mend it");
        fs::write(&file, format!("{}\n", "0a".repeat(32))).unwrap();
        assert!(config.boxes_seal().unwrap().is_some());
        assert!(Config::read("").unwrap().boxes_seal().unwrap().is_none());
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        let value = |text: &str| match Config::read(text) {
            Err(ConfigError::Value { place, .. }) => place,
            other => panic!("{other:?}"),
        };
        assert_eq!(value(&format!("{TOKEN}tick_ms = \"often\"\n")), "tick_ms");
        assert_eq!(value(&format!("{TOKEN}[listen]\naddress = \"nowhere\"\n")), "listen.address");
        assert_eq!(value("[listen]\ntrusted_proxies = [\"10.0.0.0/40\"]\n"), "listen.trusted_proxies[0]");
        for wrong in ["example.org", "https://", "https://example.org/sub", "ftp://example.org"] {
            assert_eq!(value(&format!("public_address = \"{wrong}\"\n")), "public_address", "{wrong}");
        }
        assert_eq!(value("token = \n"), "1");
        assert!(matches!(Config::read("token = \"short\""), Err(ConfigError::Token { found: 5 })));
        let too_often = format!("{TOKEN}tick_ms = 1\n");
        assert!(matches!(Config::read(&too_often), Err(ConfigError::Range { setting: "tick_ms", found: 1 })));
    }
}
