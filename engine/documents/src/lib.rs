//! The papers of a negotiation: typed data in, PDF bytes out, by Typst.
//!
//! A caller fills one of the typed contexts of [`data`], takes its canonical bytes ([`parse_and_check`] does it for data
//! from a file) and hands them to a [`Typesetter`]. The same data, templates, fonts and Typst version give the same
//! bytes, on any number of threads.
//!
//! Invariants: data reaches a template only as the virtual file `/data.json`, never inside source; a template sees no
//! other file, no clock and no network; a character without a glyph is an error, never an empty box; every string is
//! free of control and format characters and of bounded length before Typst sees it.

mod check;
pub mod data;
mod error;
mod fonts;
mod kind;
mod qr;
mod sample;
mod templates;
mod typeset;
mod world;

pub use check::{DataError, parse_and_check};
pub use error::{FontError, TypesetError};
pub use fonts::{DEFAULT_FONT_DIRS, FontUse, fonts_json};
pub use kind::{Kind, KindError};
pub use sample::bench_sample;
pub use templates::{Template, templates};
pub use typeset::{Typeset, Typesetter};

/// The texts of this crate, in Fluent syntax, Simplified Chinese.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");
