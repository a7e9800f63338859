//! The way out to other programs over HTTP: signed, to a checked address, without following anybody elsewhere.
//!
//! Two kinds of receiver: a webhook that is told what happened in every case, and an adapter that sends a short message
//! on (SMS). Both are posted to in the same way, and either may report back that a message arrived or came back
//! ([`crate::http`]); so may whoever looks after the mail server.

pub(crate) mod address;
pub(crate) mod post;
pub(crate) mod signature;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use law::time::Moment;
use store::MessageId;
use uuid::Uuid;

use crate::config::{Config, Receiver};
use post::{PostError, Poster, Target};
use signature::Secrets;

/// Name of the adapter for short messages, among the receivers.
pub(crate) const SMS: &str = "sms";

/// Name under which it is reported what became of a mail.
pub(crate) const MAIL: &str = "mail";

/// Why the settings of a receiver can't be used.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {what}")]
pub(crate) struct ReceiverError {
    pub(crate) name: String,
    pub(crate) what: String,
}

/// All receivers by name.
#[derive(Clone)]
pub(crate) struct Receivers {
    all: Arc<BTreeMap<String, Hook>>,
    mail: Option<Arc<Secrets>>,
    poster: Poster,
}

/// One receiver.
pub(crate) struct Hook {
    kinds: Vec<String>,
    secrets: Secrets,
    target: Target,
}

impl Hook {
    fn new(receiver: &Receiver) -> Result<Self, ReceiverError> {
        let wrong = |what: String| ReceiverError { name: receiver.name.clone(), what };
        let target = Target::new(&receiver.url, receiver.private).map_err(|error| wrong(error.to_string()))?;
        let secrets = secrets(&receiver.name, &receiver.secret_file)?;
        Ok(Self { kinds: receiver.kinds.clone(), secrets, target })
    }
}

fn secrets(name: &str, file: &Path) -> Result<Secrets, ReceiverError> {
    let wrong = |what: String| ReceiverError { name: name.to_owned(), what: format!("{}: {what}", file.display()) };
    let text = fs::read_to_string(file).map_err(|error| wrong(error.to_string()))?;
    Secrets::read(&text).ok_or_else(|| wrong("whsec_…".to_owned()))
}

impl Receivers {
    pub(crate) fn new(config: &Config) -> Result<Self, ReceiverError> {
        let mut all = BTreeMap::new();
        for receiver in config.webhooks.iter().chain(&config.sms) {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let reserved = receiver.name == MAIL || (receiver.name == SMS && config.sms.as_ref() != Some(receiver));
            let good = !receiver.name.is_empty() && receiver.name.chars().all(plain) && !reserved;
            if !good || all.contains_key(&receiver.name) {
                return Err(ReceiverError { name: receiver.name.clone(), what: "name".to_owned() });
            }
            all.insert(receiver.name.clone(), Hook::new(receiver)?);
        }
        let poster = Poster::new().map_err(|what| ReceiverError { name: "TLS".to_owned(), what })?;
        let mail = config.mail.as_ref().and_then(|mail| mail.report_secret_file.as_deref());
        let mail = mail.map(|file| secrets(MAIL, file)).transpose()?.map(Arc::new);
        Ok(Self { all: Arc::new(all), mail, poster })
    }

    /// The receiver of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&Hook> {
        self.all.get(name)
    }

    /// The secrets of whoever reports under this name.
    pub(crate) fn reporting(&self, name: &str) -> Option<&Secrets> {
        if name == MAIL { self.mail.as_deref() } else { self.get(name).map(|hook| &hook.secrets) }
    }

    /// Whether short messages are sent.
    pub(crate) fn has_sms(&self) -> bool {
        self.all.contains_key(SMS)
    }

    /// Webhooks that want to hear of this.
    pub(crate) fn listening(&self, kind: &str) -> impl Iterator<Item = &String> {
        let wants = move |hook: &Hook| hook.kinds.is_empty() || hook.kinds.iter().any(|own| own == kind);
        self.all.iter().filter(move |(name, hook)| name.as_str() != SMS && wants(hook)).map(|(name, _)| name)
    }

    /// Posts one message to a receiver, signed as of now.
    pub(crate) async fn post(&self, hook: &Hook, id: MessageId, now: Moment, body: Vec<u8>) -> Result<(), PostError> {
        self.post_as(hook, name(id), now, body).await
    }

    /// The same for a message that belongs to no case, under a name of its own.
    pub(crate) async fn post_as(&self, hook: &Hook, name: String, now: Moment, body: Vec<u8>) -> Result<(), PostError> {
        let seconds = (now.millis() / 1_000).to_string();
        let signature = hook.secrets.sign(&name, &seconds, &body);
        let headers = [("webhook-id", name), ("webhook-timestamp", seconds), ("webhook-signature", signature)];
        self.poster.post(&hook.target, &headers, body).await
    }
}

/// The name under which a receiver knows a message: the same at every attempt.
pub(crate) fn name(MessageId { case, seq, part }: MessageId) -> String {
    format!("msg_{}_{seq}_{part}", case.simple())
}

/// The message of a name.
pub(crate) fn named(name: &str) -> Option<MessageId> {
    let mut parts = name.strip_prefix("msg_")?.split('_');
    let case = Uuid::try_parse(parts.next()?).ok()?;
    let (seq, part) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let id = MessageId { case, seq, part };
    (parts.next().is_none() && self::name(id) == name).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_back_to_its_message_and_nothing_else_does() {
        let id = MessageId { case: Uuid::from_u128(7), seq: 12, part: 3 };
        assert_eq!(named(&name(id)), Some(id));
        assert!(!name(id).contains('.'), "the signature separates by dots");
        for other in ["msg_1_2_3", "msg_", "7_1_2", "msg_00000000000000000000000000000007_012_3"] {
            assert_eq!(named(other), None, "{other}");
        }
    }
}
