//! What a correction makes of papers that were made before: a mistake is put right in all of them, a change in those made
//! from its day on.

use std::sync::Arc;

use law::Date;
use law::time::Moment;
use negotiation::Negotiation;
use negotiation::command::{FactChange, OpenCase};

/// Whether a paper of this instant says something wrong now.
pub(super) fn reaches(from: Option<Date>, at: Moment) -> bool {
    from.is_none_or(|from| at.date() >= from)
}

/// The header as a paper is to see it: as it stands now, but for what has changed since the paper was made.
pub(super) fn header(n: &Negotiation, seen: &Negotiation, fact: &FactChange) -> Arc<OpenCase> {
    let mut header = Arc::clone(&n.header);
    if !n.corrections.iter().any(|one| one.confirmed && one.from.is_some()) {
        return header;
    }
    let (saw, shown) = (&seen.header, Arc::make_mut(&mut header));
    if !matches!(fact, FactChange::EmployerName { old, .. } if *old == saw.employer.name) {
        shown.employer.name.clone_from(&saw.employer.name);
    }
    if !matches!(fact, FactChange::LegalRep { old, .. } if *old == saw.employer.legal_rep) {
        shown.employer.legal_rep.clone_from(&saw.employer.legal_rep);
    }
    if !matches!(fact, FactChange::UnionChair { old, .. } if *old == saw.union.chair) {
        shown.union.chair.clone_from(&saw.union.chair);
    }
    header
}
