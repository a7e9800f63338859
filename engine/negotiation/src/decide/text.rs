//! Texts of a command: no control or format characters, none of absurd length.

use law::text::TextError;

use crate::command::Command;
use crate::refusal::Refusal;

/// Longest text in a command, characters.
const MAX_TEXT: usize = 10_000;

/// Refuses control characters, format characters (bidi overrides, zero width) and over-long texts, naming the place.
pub(super) fn check(command: &Command) -> Result<(), Refusal> {
    let amount = || Refusal::new("FACT-AMOUNT", "fact-amount", &[]);
    if ledger::canonical::texts_are(command, is_plain).map_err(|_| amount())? {
        return Ok(());
    }
    let bytes = ledger::canonical::to_vec(command).map_err(|_| amount())?;
    let tree: serde_json::Value = serde_json::from_slice(&bytes).map_err(|_| amount())?;
    walk(&tree, &mut String::new())
}

/// Looks at a text without counting where it is short: what is printed in ASCII, and the Chinese between U+4000 and U+9FFF,
/// nearly all there is.
fn is_plain(text: &str) -> bool {
    let plain = |byte| matches!(byte, b'\n' | 0x20..=0x7e | 0x80..=0xbf | 0xe4..=0xe9);
    (text.len() <= MAX_TEXT && text.bytes().all(plain)) || law::text::check_text(text, MAX_TEXT).is_ok()
}

fn walk(tree: &serde_json::Value, place: &mut String) -> Result<(), Refusal> {
    use serde_json::Value;
    match tree {
        Value::String(text) => law::text::check_text(text, MAX_TEXT).map_err(|fault| refused(place, &fault)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(at, item)| within(place, &format!("[{at}]"), |place| walk(item, place))),
        Value::Object(fields) => {
            fields.iter().try_for_each(|(name, value)| within(place, &format!(".{name}"), |place| walk(value, place)))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

fn within<T>(place: &mut String, step: &str, inner: impl FnOnce(&mut String) -> T) -> T {
    let length = place.len();
    place.push_str(step);
    let out = inner(place);
    place.truncate(length);
    out
}

fn refused(place: &str, fault: &TextError) -> Refusal {
    let place = place.trim_start_matches('.');
    match fault {
        TextError::Invisible { index, code_point } => Refusal::new("TEXT-CHARACTER", "text-character", &[])
            .with("place", place)
            .with("index", index)
            .with("code", format!("U+{code_point:04X}")),
        TextError::TooLong { found, max } => {
            Refusal::new("TEXT-LENGTH", "text-length", &[]).with("place", place).with("found", found).with("max", max)
        }
    }
}
