//! How commands and events are written: `{"name":…,"with":{…}}`, a flat name and what belongs to it.

use law::input::Tree;
use serde::Deserialize;

/// What a variant holds: the struct of its name, or what is given instead.
macro_rules! payload {
    ($variant:ident) => {
        $variant
    };
    ($variant:ident $payload:ty) => {
        $payload
    };
}
pub(crate) use payload;

/// A command or an event: what belongs to the name is read once the name is, whichever of the two comes first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unread {
    pub(crate) name: String,
    pub(crate) with: Tree,
}
