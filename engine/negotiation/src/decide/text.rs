//! Texts of a command: no control or format characters, none of absurd length.

use law::text::TextError;

use crate::command::Command;
use crate::refusal::Refusal;

/// Longest text in a command, characters.
const MAX_TEXT: usize = 10_000;

/// Refuses control characters, format characters (bidi overrides, zero width) and over-long texts, naming the place.
pub(super) fn check(command: &Command) -> Result<(), Refusal> {
    let Ok(bytes) = ledger::canonical::to_vec(command) else {
        return Err(Refusal::new("FACT-AMOUNT", "fact-amount", &[]));
    };
    if std::str::from_utf8(&bytes).is_ok_and(is_plain) {
        return Ok(());
    }
    let Ok(tree) = serde_json::from_slice::<serde_json::Value>(&bytes) else {
        return Err(Refusal::new("FACT-AMOUNT", "fact-amount", &[]));
    };
    walk(&tree, &mut String::new())
}

/// Looks at JSON text without taking it apart; whatever looks odd here is taken apart and named.
fn is_plain(json: &str) -> bool {
    let mut length = 0;
    let mut bytes = json.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        // The bytes of a character after its first.
        if byte & 0b1100_0000 == 0b1000_0000 {
            continue;
        }
        length += 1;
        let plain = match byte {
            b'"' => {
                length = 0;
                true
            }
            b'\\' => matches!(bytes.next(), Some((_, b'"' | b'\\' | b'n'))),
            // What is printed in ASCII; the Chinese between U+4000 and U+9FFF, nearly all there is.
            0x20..=0x7e | 0xe4..=0xe9 => true,
            _ => json.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|one| !law::text::is_invisible(one)),
        };
        if !plain || length > MAX_TEXT {
            return false;
        }
    }
    true
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
