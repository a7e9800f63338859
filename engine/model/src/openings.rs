//! How a case may begin: that of an enterprise, of several employers, or one that hangs on an agreement in force.

use law::rules::Profile;
use law::time::Moment;
use negotiation::command::{ChildKind, OpenCase, Parent, Scope};

use crate::cast;
use crate::family;
use crate::world::ModelError;

/// A way to begin.
pub(crate) struct Opening {
    /// When.
    pub(crate) at: Moment,
    pub(crate) file: OpenCase,
    /// The name in tallies.
    pub(crate) name: &'static str,
}

/// All ways to begin under a profile; the first is the plain one.
pub(crate) fn all(profile: Profile) -> Result<Vec<Opening>, ModelError> {
    let at = cast::opened_at();
    let several = |name, scope| Opening { at, file: cast::several(profile, scope), name };
    let mut openings = vec![
        Opening { at, file: cast::opening(profile), name: "enterprise" },
        several("sector", Scope::Sector),
        several("region", Scope::Region),
        several("platform", Scope::Platform),
    ];
    for (name, kind) in
        [("renewal", ChildKind::Renewal), ("amendment", ChildKind::Amendment), ("rescission", ChildKind::Rescission)]
    {
        let family = family::in_force(profile, kind)?;
        openings.push(Opening { at: family.at, file: child(profile, &family.named), name });
    }
    Ok(openings)
}

/// The file of a case that hangs on one in force.
pub(crate) fn child(profile: Profile, parent: &Parent) -> OpenCase {
    OpenCase { parent: Some(Box::new(parent.clone())), ..cast::opening(profile) }
}
