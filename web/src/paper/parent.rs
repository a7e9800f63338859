//! The agreement on which another case hangs, as it stands in its own case.

use negotiation::Negotiation;
use negotiation::state::{Effective, Stage};

use super::{Before, agreement};

/// The agreement in force, or as it stood at its end.
#[must_use]
pub fn effective(stage: &Stage) -> Option<&Effective> {
    match stage {
        Stage::Effective(effective) => Some(effective),
        Stage::Ended(ended) => Some(&ended.effective),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_)
        | Stage::Refused(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Rescinded(_) => None,
    }
}

/// The agreement of a case in force, as papers of a case that hangs on it name it.
#[must_use]
pub fn before(n: &Negotiation) -> Option<Before> {
    let terms = (*effective(&n.stage)?.filing.signed.text.terms).clone();
    Some(Before { agreement: agreement(n)?, terms })
}
