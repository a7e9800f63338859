//! How a case may begin: that of an enterprise, of one without a union, above scale or under the floor of a sector; of
//! several employers; or one that hangs on an agreement in force.

use law::rules::Profile;
use law::time::Moment;
use negotiation::Floor;
use negotiation::command::{ChildKind, OpenCase, Parent, Scope};
use negotiation::terms::{Unit, figure};

use crate::cast;
use crate::family;
use crate::world::ModelError;

/// A way to begin.
pub(crate) struct Opening {
    /// When.
    pub(crate) at: Moment,
    pub(crate) file: OpenCase,
    /// What an agreement of the sector grants at least.
    pub(crate) floors: Vec<Floor>,
    /// The name in tallies.
    pub(crate) name: &'static str,
}

/// All ways to begin under a profile; the first is the plain one.
pub(crate) fn all(profile: Profile) -> Result<Vec<Opening>, ModelError> {
    let at = cast::opened_at();
    let new = |name, file| Opening { at, file, floors: Vec::new(), name };
    let mut openings = vec![
        new("enterprise", cast::opening(profile)),
        new("sector", cast::several(profile, Scope::Sector)),
        new("region", cast::several(profile, Scope::Region)),
        new("platform", cast::several(profile, Scope::Platform)),
        new("no_union", cast::without_union(profile)),
        new("above_scale", cast::above_scale(profile)),
        Opening { floors: vec![floor()], ..new("floor", cast::opening(profile)) },
    ];
    for (name, kind) in
        [("renewal", ChildKind::Renewal), ("amendment", ChildKind::Amendment), ("rescission", ChildKind::Rescission)]
    {
        let family = family::in_force(profile, kind)?;
        openings.push(Opening { at: family.at, ..new(name, child(profile, &family.named)) });
    }
    Ok(openings)
}

/// The rise that an agreement of the sector grants: one text of the model grants more, the other less (LCL 55).
fn floor() -> Floor {
    Floor {
        agreement: cast::digest("sector agreement"),
        amount: 400,
        key: figure::RISE.to_owned(),
        unit: Unit::BasisPoints,
    }
}

/// The file of a case that hangs on one in force.
pub(crate) fn child(profile: Profile, parent: &Parent) -> OpenCase {
    OpenCase { parent: Some(Box::new(parent.clone())), ..cast::opening(profile) }
}
