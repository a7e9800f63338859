//! Packages, suspension, coordination.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a stage that the event does not belong to is damage, whichever it is"
)]

use std::mem;

use law::Date;
use law::time::Moment;

use super::Impossible;
use super::bargaining::put_back;
use crate::actor::Side;
use crate::event::{
    CoordinationAccepted, CoordinationApplied, CoordinationExtended, CoordinationFailed, PackageAccepted,
    PackageTabled, RunOutWithdrawn, SuspensionDeclined, SuspensionEnded, SuspensionProposed, SuspensionRanOut,
    TalksResumed, TalksSuspended,
};
use crate::state::{
    AwaitingReply, CloseReason, Closed, Disputed, Negotiation, Package, PackageStatus, Pause, Rested, Stage, Suspended,
    SuspensionProposal, TentativeClause,
};

type Applied = Result<(), Impossible>;

/// A new package takes the place of the former one of its side; on each of its clauses the side speaks anew.
pub(super) fn package_tabled(n: &mut Negotiation, e: &PackageTabled) -> Applied {
    let own = |package: &&mut Package| package.side == e.side && package.status == PackageStatus::Open;
    for former in n.table.packages.iter_mut().filter(own) {
        former.status = PackageStatus::Gone;
    }
    for item in &e.items {
        n.table.reopen(&item.clause, e.side);
    }
    n.table.packages.push(Package {
        at: e.at,
        items: e.items.clone(),
        number: e.number,
        session: e.session,
        side: e.side,
        status: PackageStatus::Open,
    });
    Ok(())
}

/// All clauses of the package are agreed together.
pub(super) fn package_accepted(n: &mut Negotiation, e: &PackageAccepted) -> Applied {
    let package = n.table.package(e.package).ok_or(Impossible("a package that is accepted is on the table"))?.clone();
    for item in &package.items {
        n.table.reopen(&item.clause, e.side);
        let clause = TentativeClause {
            at: e.at,
            package: Some(e.package),
            session: e.session,
            text: item.text.clone(),
            values: item.values.clone(),
        };
        n.table.agreed.insert(item.clause.clone(), clause);
    }
    for package in n.table.packages.iter_mut().filter(|package| package.number == e.package) {
        package.status = PackageStatus::Accepted;
    }
    Ok(())
}

pub(super) fn suspension_proposed(n: &mut Negotiation, e: &SuspensionProposed) -> Applied {
    n.suspension = Some(SuspensionProposal { at: e.at, by: e.side, declined_at: None, proposal: e.proposal.clone() });
    Ok(())
}

pub(super) fn suspension_declined(n: &mut Negotiation, e: &SuspensionDeclined) -> Applied {
    let proposal = n.suspension.as_mut().ok_or(Impossible("a suspension that is declined was proposed"))?;
    proposal.declined_at = Some(e.at);
    Ok(())
}

pub(super) fn suspension_withdrawn(n: &mut Negotiation) -> Applied {
    n.suspension = None;
    Ok(())
}

pub(super) fn talks_suspended(n: &mut Negotiation, e: &TalksSuspended) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        within @ (Stage::Negotiating(..) | Stage::Renegotiating(_)) => {
            n.meeting_on = Some(e.proposal.next_on);
            n.pauses.push(Pause { from: e.at.date(), to: None });
            n.suspension = None;
            n.stage = Stage::Suspended(Suspended {
                agreed: e.proposal.clone(),
                consents: e.consents,
                proposed_by: e.proposed_by,
                since: e.at,
                within: Box::new(within),
            });
            Ok(())
        }
        other => put_back(n, other, "talks that go on are suspended"),
    }
}

/// The last suspension is over on a day; one that ran out may turn out to have been over earlier.
fn pause_ends(n: &mut Negotiation, on: Date) {
    if let Some(pause) = n.pauses.last_mut() {
        let on = on.max(pause.from);
        pause.to = Some(pause.to.map_or(on, |before| before.min(on)));
    }
}

/// From a suspension that runs, or from one that ran out before anybody asked the bureau.
pub(super) fn talks_resumed(n: &mut Negotiation, e: &TalksResumed) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Suspended(suspended) => n.stage = *suspended.within,
        Stage::Disputed(disputed) if disputed.is_unasked() => n.stage = *disputed.within,
        other => return put_back(n, other, "talks that are suspended are resumed"),
    }
    pause_ends(n, e.at.date());
    Ok(())
}

pub(super) fn suspension_ended(n: &mut Negotiation, e: &SuspensionEnded) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Suspended(suspended) => {
            n.stage = *suspended.within;
            pause_ends(n, e.at.date());
            Ok(())
        }
        other => put_back(n, other, "talks that are suspended go to the bureau"),
    }
}

pub(super) fn suspension_ran_out(n: &mut Negotiation, e: &SuspensionRanOut) -> Applied {
    super::duties::struck(n, &e.duty)?;
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Suspended(Suspended { agreed, consents, proposed_by, since, within }) => {
            let mut dispute = disputed(e.at, Side::None, within);
            dispute.rested = Some(Box::new(Rested { agreed, consents, proposed_by, since }));
            n.stage = Stage::Disputed(dispute);
            pause_ends(n, e.at.date());
            Ok(())
        }
        other => put_back(n, other, "a suspension that runs out is under way"),
    }
}

/// The talks rest as agreed: the last pause runs on.
pub(super) fn run_out_withdrawn(n: &mut Negotiation, e: &RunOutWithdrawn) -> Applied {
    super::duties::reopened(n, &e.duty)?;
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Disputed(Disputed { rested: Some(rested), within, .. }) => {
            let Rested { agreed, consents, proposed_by, since } = *rested;
            n.stage = Stage::Suspended(Suspended { agreed, consents, proposed_by, since, within });
            n.pauses.iter_mut().next_back().into_iter().for_each(|pause| pause.to = None);
            Ok(())
        }
        other => put_back(n, other, "a suspension that didn't run out after all had run out"),
    }
}

const fn disputed(at: Moment, by: Side, within: Box<Stage>) -> Disputed {
    Disputed {
        accepted_at: None,
        applied_at: at,
        applied_by: by,
        extended_days: 0,
        items: Vec::new(),
        number: None,
        rested: None,
        within,
    }
}

pub(super) fn coordination_applied(n: &mut Negotiation, e: &CoordinationApplied) -> Applied {
    let mut dispute = match mem::replace(&mut n.stage, Stage::Idle) {
        within @ (Stage::Refused(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Renegotiating(_)) => disputed(e.at, e.side, Box::new(within)),
        Stage::Disputed(dispute) if dispute.is_unasked() => disputed(e.at, e.side, dispute.within),
        other => return put_back(n, other, "a negotiation that is in dispute is under way"),
    };
    dispute.items.clone_from(&e.items);
    n.stage = Stage::Disputed(dispute);
    Ok(())
}

fn dispute(n: &mut Negotiation) -> Result<&mut Disputed, Impossible> {
    if let Stage::Disputed(disputed) = &mut n.stage {
        return Ok(disputed);
    }
    Err(Impossible("a dispute that is coordinated is before the bureau"))
}

pub(super) fn coordination_accepted(n: &mut Negotiation, e: &CoordinationAccepted) -> Applied {
    let dispute = dispute(n)?;
    dispute.accepted_at = Some(e.at);
    dispute.number = Some(e.number.clone());
    Ok(())
}

pub(super) fn coordination_extended(n: &mut Negotiation, e: &CoordinationExtended) -> Applied {
    let dispute = dispute(n)?;
    dispute.extended_days = dispute.extended_days.saturating_add(e.days);
    Ok(())
}

/// The case goes on where it stood. Who had refused to negotiate has agreed before the bureau: the offer waits for its
/// answer again.
pub(super) fn coordination_agreed(n: &mut Negotiation) -> Applied {
    coordination_taken_back(n)?;
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Refused(refused) => {
            n.stage = Stage::AwaitingReply(AwaitingReply { offer: refused.offer, received_at: refused.received_at });
        }
        stage => n.stage = stage,
    }
    Ok(())
}

/// The case stands where it stood before the dispute; what was disclosed meanwhile counts.
pub(super) fn coordination_taken_back(n: &mut Negotiation) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Disputed(disputed) => {
            n.stage = match *disputed.within {
                Stage::Preparing(preparing) if crate::disclosure_complete(n) => Stage::Ready(preparing),
                within => within,
            };
            Ok(())
        }
        other => put_back(n, other, "a dispute that ends is before the bureau"),
    }
}

pub(super) fn coordination_failed(n: &mut Negotiation, e: &CoordinationFailed) -> Applied {
    dispute(n)?;
    n.stage = Stage::Closed(Closed { at: e.at, reason: CloseReason::CoordinationFailed });
    Ok(())
}
