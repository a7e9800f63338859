//! The coverage list: added, confirmed, voted, withdrawn, fixed.

use std::mem;

use law::time::Moment;

use super::Impossible;
use super::bargaining::put_back;
use crate::command::CoveredEmployer;
use crate::event::{CoverageAdded, CoverageConfirmed, CoverageFixed, CoverageWithdrawn, EmployerVoted, TalksReopened};
use crate::state::{Coverage, Covered, EmployerVote, Negotiation, Renegotiating, Stage, Vote};

type Applied = Result<(), Impossible>;

/// The list with which a case is opened.
pub(super) fn listed(employers: &[CoveredEmployer], at: Moment) -> Coverage {
    Coverage { employers: employers.iter().map(|employer| new(employer, at)).collect(), fixed: Vec::new() }
}

fn new(employer: &CoveredEmployer, at: Moment) -> Covered {
    Covered { added_at: at, confirmed: None, employer: employer.clone(), vote: None, withdrawn: None }
}

pub(super) fn added(n: &mut Negotiation, e: &CoverageAdded) -> Applied {
    n.coverage.employers.push(new(&e.employer, e.at));
    Ok(())
}

fn find<'a>(n: &'a mut Negotiation, key: &str) -> Result<&'a mut Covered, Impossible> {
    let mut active = n.coverage.employers.iter_mut().filter(|covered| covered.withdrawn.is_none());
    active.find(|covered| covered.employer.key == key).ok_or(Impossible("the employer is on the coverage list"))
}

pub(super) fn confirmed(n: &mut Negotiation, e: &CoverageConfirmed) -> Applied {
    find(n, &e.employer)?.confirmed = Some((e.at, e.proof));
    Ok(())
}

pub(super) fn withdrawn(n: &mut Negotiation, e: &CoverageWithdrawn) -> Applied {
    find(n, &e.employer)?.withdrawn = Some(e.at);
    Ok(())
}

pub(super) fn voted(n: &mut Negotiation, e: &EmployerVoted) -> Applied {
    find(n, &e.employer)?.vote = Some(EmployerVote { adopted: e.adopted, protocol: e.vote.clone() });
    Ok(())
}

pub(super) fn reopened(n: &mut Negotiation, e: &TalksReopened) -> Applied {
    let rejecting = find(n, &e.employer)?.vote.clone();
    let rejecting = rejecting.ok_or(Impossible("an employer that rejected a draft has voted"))?;
    let stage = mem::replace(&mut n.stage, Stage::Idle);
    let Stage::Congress(congress) = stage else {
        return put_back(n, stage, "a submitted draft is taken back to the table");
    };
    n.stage = Stage::Renegotiating(Renegotiating {
        draft: None,
        rejected: congress.text,
        vote: Vote { form: congress.submission.form, protocol: rejecting.protocol },
    });
    Ok(())
}

pub(super) fn fixed(n: &mut Negotiation, e: &CoverageFixed) -> Applied {
    n.coverage.fixed.clone_from(&e.employers);
    Ok(())
}
