//! The agreement on which another case hangs, as it stands in its own case.

use negotiation::Negotiation;

use super::{Before, agreement};

/// The agreement of a case in force, as papers of a case that hangs on it name it.
#[must_use]
pub fn before(n: &Negotiation) -> Option<Before> {
    let terms = (*n.stage.effective()?.filing.signed.text.terms).clone();
    Some(Before { agreement: agreement(n)?, terms })
}
