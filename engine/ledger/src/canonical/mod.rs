//! RFC 8785 canonical JSON straight from typed values.
//!
//! One value has one byte string: members sorted, no spaces, shortest escapes. Sorting happens here, so the order in
//! which a struct declares its fields doesn't matter, nor which features of `serde_json` another crate has switched on.
//!
//! Deliberately narrower than RFC 8785: numbers are integers within ±[`MAX_INTEGER`] (fen, basis points, counts), names
//! are printable ASCII without quotation mark and backslash, and byte strings, floats and raw JSON are refused.

mod error;
mod key;
mod object;
mod serializer;
mod writer;

pub use error::{CanonicalError, Fault};

use serde::Serialize;
use writer::Writer;

/// The largest magnitude of an integer: 10^15, which every JSON reader holds exactly.
pub const MAX_INTEGER: i64 = 1_000_000_000_000_000;

/// The canonical bytes of a value.
///
/// # Errors
/// The value holds something that has no canonical form; the error names the place.
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, CanonicalError> {
    let mut writer = Writer::new();
    value.serialize(&mut writer)?;
    Ok(writer.into_bytes())
}

/// Whether all texts in a value are plain, as a question to each says; names of members aren't texts. Nothing is written.
///
/// # Errors
/// The value holds something that has no canonical form, except that a member that stands twice isn't noticed.
pub fn texts_are<T: Serialize + ?Sized>(value: &T, plain: fn(&str) -> bool) -> Result<bool, CanonicalError> {
    let mut writer = Writer::watching(plain);
    value.serialize(&mut writer)?;
    Ok(!writer.met_odd())
}
