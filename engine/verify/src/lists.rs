//! The published lists of secret ballots that a bundle has, for whoever looks into one of them.

use messages::Said;

use crate::hash::BALLOT;
use crate::layout::Kind;
use crate::named::canonical_under;
use crate::{Limits, Unreadable, zip};

/// A list as it lies in a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Its bytes, or why they aren't what its name says.
    pub content: Result<Vec<u8>, Said>,
    /// Its name in the bundle.
    pub name: String,
}

/// Takes the published lists out of the bytes of a bundle, in the order of their names. Each is unaltered under its name;
/// nothing else of the bundle is checked, and whether they count is for [`ballot::check`].
///
/// # Errors
/// [`Unreadable`] where there is no zip archive, or it exceeds the limits.
pub fn lists(bytes: &[u8], limits: &Limits) -> Result<Vec<List>, Unreadable> {
    let archive = zip::open(bytes, limits)?;
    let list = |entry: &zip::Entry<'_>| {
        let Some(Kind::Ballot(hash)) = Kind::of(&entry.name) else { return None };
        let (content, finding) = entry.content();
        let altered = || content.as_deref().and_then(|content| canonical_under(BALLOT, hash, content));
        let flaw = finding.map(|finding| finding.said).or_else(altered);
        let content = match (content, flaw) {
            (Some(content), None) => Ok(content),
            (Some(_) | None, Some(said)) => Err(said),
            (None, None) => Err(Said::new("verify-zip-inflate")),
        };
        Some(List { content, name: entry.name.clone() })
    };
    Ok(archive.entries.iter().filter_map(list).collect())
}
