//! Documents as a reader gets them: every kind renders, the same bytes each time, names and markup come out literally.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]

mod bargaining;
mod bytes;
mod data;
mod order;
mod pages;
mod variants;

use std::sync::LazyLock;

use documents::{DEFAULT_FONT_DIRS, Kind, Typeset, Typesetter};
use serde_json::Value;

/// One set of fonts for all tests.
static TYPESETTER: LazyLock<Typesetter> =
    LazyLock::new(|| Typesetter::new(&DEFAULT_FONT_DIRS.map(Into::into)).expect("fonts are installed"));

fn typeset(kind: Kind, data: &Value) -> Typeset {
    TYPESETTER.typeset(kind, data.to_string().as_bytes()).expect("the data renders")
}

fn sample(kind: Kind) -> Value {
    serde_json::from_slice(&kind.sample_json()).expect("a sample is JSON")
}

/// Whether the bytes of a PDF hold these bytes.
fn holds(pdf: &[u8], what: &[u8]) -> bool {
    pdf.windows(what.len()).any(|window| window == what)
}
