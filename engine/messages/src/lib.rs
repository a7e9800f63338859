//! Texts that people read, from message files (Simplified Chinese first).
//!
//! Pure crates return a [`Said`]: a key and its arguments. Whoever shows it to a person holds a [`Catalogue`] built from
//! the message files of all crates and turns it into a sentence. A second language is a second set of files.

use std::borrow::Cow;
use std::fmt::Display;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use unic_langid::langid;

/// A text to be said: the key of a message and its arguments, in the order given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// Arguments by name.
    pub args: Vec<(Cow<'static, str>, Word)>,
    /// Key in a message file, kebab-case, prefixed by the crate that owns it.
    pub key: Cow<'static, str>,
}

impl Said {
    /// Names the message to say.
    #[must_use]
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { args: Vec::new(), key: key.into() }
    }

    /// Adds one argument.
    #[must_use]
    pub fn arg(mut self, name: impl Into<Cow<'static, str>>, value: impl Display) -> Self {
        self.args.push((name.into(), Word::Text(value.to_string())));
        self
    }

    /// Adds an argument that is itself a message.
    #[must_use]
    pub fn message(mut self, name: impl Into<Cow<'static, str>>, key: impl Into<Cow<'static, str>>) -> Self {
        self.args.push((name.into(), Word::Message(key.into())));
        self
    }
}

/// One argument of a [`Said`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// Finished text: a number, a date, a name.
    Text(String),
    /// Another message, said in its place.
    Message(Cow<'static, str>),
}

/// Why a catalogue could not be built.
#[derive(Debug, PartialEq, Eq)]
pub enum MessageError {
    /// A message file has a syntax error; the text names it.
    Syntax(String),
    /// Two message files define the same key.
    Twice(String),
}

impl Display for MessageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Syntax(what) => write!(f, "message file: {what}"),
            Self::Twice(what) => write!(f, "message defined twice: {what}"),
        }
    }
}

impl std::error::Error for MessageError {}

/// All messages of one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Builds a catalogue from the texts of message files in Fluent syntax.
    ///
    /// # Errors
    /// A syntax error, or a key that two files define.
    pub fn new(files: &[&str]) -> Result<Self, MessageError> {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("zh-CN")]);
        // Isolation marks are format characters; documents and terminals get the plain text.
        bundle.set_use_isolating(false);
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned())
                .map_err(|(_, errors)| MessageError::Syntax(format!("{errors:?}")))?;
            bundle.add_resource(resource).map_err(|errors| MessageError::Twice(format!("{errors:?}")))?;
        }
        Ok(Self { bundle })
    }

    /// The sentence for a [`Said`]. A key that is not in the files, or an argument that is missing, shows as `〔key〕`.
    #[must_use]
    pub fn say(&self, said: &Said) -> String {
        let Some(pattern) = self.bundle.get_message(&said.key).and_then(|m| m.value()) else {
            return format!("〔{}〕", said.key);
        };
        let mut args = FluentArgs::new();
        for (name, word) in &said.args {
            let text = match word {
                Word::Text(text) => text.clone(),
                Word::Message(key) => self.say(&Said::new(key.clone())),
            };
            args.set(name.as_ref(), FluentValue::from(text));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if errors.is_empty() { text } else { format!("〔{}〕{text}", said.key) }
    }

    /// Whether a message with this key exists.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Catalogue {
        Catalogue::new(&["greet = 你好，{ $name }！\n"]).unwrap()
    }

    #[test]
    fn a_message_is_said_with_its_arguments_and_nothing_invisible() {
        assert_eq!(catalogue().say(&Said::new("greet").arg("name", "张三")), "你好，张三！");
    }

    #[test]
    fn an_argument_may_be_another_message() {
        let catalogue = Catalogue::new(&["who = 张三\ngreet = 你好，{ $name }！\n"]).unwrap();
        assert_eq!(catalogue.say(&Said::new("greet").message("name", "who")), "你好，张三！");
    }

    #[test]
    fn a_missing_key_or_argument_is_visible() {
        assert_eq!(catalogue().say(&Said::new("absent")), "〔absent〕");
        assert!(catalogue().say(&Said::new("greet")).starts_with("〔greet〕"));
    }

    #[test]
    fn a_key_defined_twice_is_refused() {
        assert!(matches!(Catalogue::new(&["a = 1\n", "a = 2\n"]), Err(MessageError::Twice(_))));
    }
}
