//! Representatives: CC22 19–24, ZJ-CC 10, HZ 16–18, NB 8–9.

use law::rules::{Election, Half, Parity, Profile, Rules, VoterBase};
use ledger::Digest;

use super::{Finding, Outcome, people};
use crate::actor::Side;
use crate::command::{Member, RegisterReps, SelectionMethod};
use crate::state::{Delegation, Negotiation};

/// Checks a list of representatives of one side against the law and the other side's list.
pub(crate) fn check(rules: &Rules, n: &Negotiation, side: Side, list: &RegisterReps) -> Vec<Finding> {
    let mut findings = composition(rules, n, side, list);
    if side == Side::Worker {
        findings.extend(if n.is_wide() {
            chosen(rules, list)
        } else {
            vec![elected(rules, n, list), counted(n, list)]
        });
    }
    findings
}

/// Checks who is on a list, not how they were chosen.
pub(crate) fn composition(rules: &Rules, n: &Negotiation, side: Side, list: &RegisterReps) -> Vec<Finding> {
    let other = n.delegations.get(side.other()).and_then(Option::as_deref);
    let mut findings = vec![
        size(rules, n, list),
        outsiders(rules, list),
        chief(list),
        mandate(n, side, list),
        dual(rules, n, side, list, other),
        parity(rules, side, list.members.len(), other),
    ];
    match side {
        Side::Worker => findings.extend(people::shares(rules, n, list)),
        Side::Employer => findings.push(people::employer_chief(rules, n, list)),
        Side::None => {}
    }
    findings
}

fn size(rules: &Rules, n: &Negotiation, list: &RegisterReps) -> Finding {
    let reps = &rules.reps;
    let found = list.members.len();
    let scale = reps.min_above_scale.filter(|_| n.header.employer.above_scale);
    let (rule, min) = scale.map_or(("CHK-REP-MIN", reps.min), |min| ("CHK-REP-SCALE5", min));
    let max = reps.max.map_or_else(|| "none".to_owned(), |max| max.to_string());
    let fits = found >= usize::from(min) && reps.max.is_none_or(|max| found <= usize::from(max));
    let outcome = if fits { Outcome::Pass } else { Outcome::Fail };
    Finding::under(rule, outcome, &reps.source.citation).with("found", found).with("min", min).with("max", max)
}

fn outsiders(rules: &Rules, list: &RegisterReps) -> Finding {
    let total = u32::try_from(list.members.len()).unwrap_or(u32::MAX);
    let found = list.members.iter().filter(|member| member.external).count();
    let allowed = rules.reps.ext_max.floor_of(total);
    let outcome = if u32::try_from(found).is_ok_and(|found| found <= allowed) { Outcome::Pass } else { Outcome::Fail };
    Finding::new("CHK-REP-EXT13", outcome, &["CC22 23", "WN9 12", "ZJ-CC 10(4)"])
        .with("found", found)
        .with("allowed", allowed)
        .with("total", total)
}

fn chief(list: &RegisterReps) -> Finding {
    let chiefs: Vec<&Member> = list.members.iter().filter(|member| member.chief).collect();
    let outcome = match chiefs.as_slice() {
        [chief] if !chief.external => Outcome::Pass,
        _ => Outcome::Fail,
    };
    Finding::new("CHK-CHIEF-INTERNAL", outcome, &["CC22 19", "CC22 23(2)"])
        .with("chiefs", chiefs.len())
        .with("external", chiefs.iter().filter(|chief| chief.external).count())
}

/// A chief who is neither chair nor legal representative needs a written mandate, and so does every outsider. Where
/// there is no union the workers' representatives elect their chief, and nobody has to send him (CC22 20, ZJ-CC 10(2)).
fn mandate(n: &Negotiation, side: Side, list: &RegisterReps) -> Finding {
    let head = match side {
        Side::Worker => Some(&n.header.union.chair.id),
        Side::Employer => Some(&n.header.employer.legal_rep.id),
        Side::None => None,
    };
    let sent = !(side == Side::Worker && n.header.union.guiding);
    // ZJ-CC 12: the employers of a sector elect their chief among their representatives.
    let elects = side == Side::Employer && n.is_wide();
    let lacking = |member: &&Member| {
        let head = elects || Some(&member.person.id) == head || member.principal;
        let needs = member.external || (sent && member.chief && !head);
        needs && member.mandate.is_none()
    };
    let found = list.members.iter().filter(lacking).count();
    let outcome = if found == 0 { Outcome::Pass } else { Outcome::Fail };
    Finding::new("CHK-CHIEF-DELEGATION", outcome, &["CC22 20(2)", "CC22 21", "CC22 23", "ZJ-CC 10"])
        .with("found", found)
}

/// Nobody sits on both sides, nobody twice (CC22 24, ZJ-CC 10(5)); heads of the enterprise not for the workers, chair and
/// staff of the union not for the employer: refused under NB 8, elsewhere worth a look.
fn dual(rules: &Rules, n: &Negotiation, side: Side, list: &RegisterReps, other: Option<&Delegation>) -> Finding {
    let both = list.members.iter().filter(|member| other.is_some_and(|o| o.has(&member.person.id))).count();
    let twice = list
        .members
        .iter()
        .enumerate()
        .filter(|(at, member)| list.members[..*at].iter().any(|earlier| earlier.person.id == member.person.id))
        .count();
    let misplaced = |member: &&Member| match side {
        Side::Worker => member.manager || member.person.id == n.header.employer.legal_rep.id,
        Side::Employer => {
            member.union_staff || (!n.header.union.guiding && member.person.id == n.header.union.chair.id)
        }
        Side::None => false,
    };
    let managers = list.members.iter().filter(misplaced).count();
    let outcome = if both + twice > 0 || (managers > 0 && rules.profile == Profile::Nb) {
        Outcome::Fail
    } else if managers > 0 {
        Outcome::Amber
    } else {
        Outcome::Pass
    };
    let articles: &[&str] =
        if rules.profile == Profile::Nb { &["CC22 24", "ZJ-CC 10(5)", "NB 8"] } else { &["CC22 24", "ZJ-CC 10(5)"] };
    Finding::new("CHK-REP-DUAL", outcome, articles).with("both", both).with("twice", twice).with("managers", managers)
}

fn parity(rules: &Rules, side: Side, own: usize, other: Option<&Delegation>) -> Finding {
    let Some(other) = other else {
        return Finding::under("CHK-REP-PARITY", Outcome::Pass, &rules.reps.source.citation);
    };
    let across = other.places().count();
    let (worker, employer) = match side {
        Side::Worker => (own, across),
        Side::Employer | Side::None => (across, own),
    };
    let outcome = match rules.reps.parity {
        _ if worker == employer => Outcome::Pass,
        Parity::Equal => Outcome::Fail,
        Parity::Warn if rules.reps.employer_not_more_than_worker && employer > worker => Outcome::Fail,
        Parity::Warn => Outcome::Amber,
    };
    Finding::under("CHK-REP-PARITY", outcome, &rules.reps.source.citation)
        .with("worker", worker)
        .with("employer", employer)
        .with(
            "rule",
            match rules.reps.parity {
                Parity::Equal => "equal",
                Parity::Warn => "warn",
            },
        )
}

/// How the workers chose: with a union as ZJ-CC 10(2) or CC22 20 says, without one by most of all (CC22 20, NB 9).
fn elected(rules: &Rules, n: &Negotiation, list: &RegisterReps) -> Finding {
    let guided = n.header.union.guiding;
    let election = if guided { rules.reps.without_union } else { rules.reps.with_union };
    let selection = &list.selection;
    let by_vote = matches!(selection.method, SelectionMethod::ElectedByCongress | SelectionMethod::ElectedByWorkers);
    let carried = match (selection.total, selection.votes) {
        (Some(total), Some(votes)) => votes <= total && u64::from(votes) * 2 > u64::from(total),
        (None | Some(_), None) | (None, Some(_)) => false,
    };
    let proved = selection.record.is_some_and(|record| record != Digest::ZERO);
    let recommended = selection.method == SelectionMethod::RecommendedByWorkers;
    let fits = match election {
        Election::AppointedByUnion => selection.method == SelectionMethod::AppointedByUnion || (by_vote && carried),
        Election::ElectedByCongress => by_vote && carried && proved,
        Election::Approved { half, of } => {
            let body = match of {
                VoterBase::AllWorkers => selection.method == SelectionMethod::ElectedByWorkers || recommended,
                VoterBase::AllDelegatesOrAllWorkers => by_vote || recommended,
            };
            let (votes, total) = (selection.votes.unwrap_or(0), selection.total.unwrap_or(0));
            body && total > 0 && votes <= total && half.is_reached(votes, total) && proved
        }
    };
    let outcome = if fits { Outcome::Pass } else { Outcome::Fail };
    let articles: &[&str] =
        if guided { &["ZJ-CC 10(2)", "NB 9", "CC22 20", "WN9 9"] } else { &["ZJ-CC 10(2)", "CC22 20"] };
    Finding::new("CHK-REP-ELECTED", outcome, articles)
        .with("total", selection.total.unwrap_or(0))
        .with("votes", selection.votes.unwrap_or(0))
        .with(
            "way",
            match election {
                Election::AppointedByUnion => "appointed",
                Election::ElectedByCongress => "elected",
                Election::Approved { half: Half::Inclusive, .. } => "half_of_workers",
                Election::Approved { half: Half::Strict, of: VoterBase::AllWorkers } => "most_workers",
                Election::Approved { half: Half::Strict, of: VoterBase::AllDelegatesOrAllWorkers } => "most",
            },
        )
}

/// CC22 20, NB 9: the share is one of all workers, so a vote of workers that counts more or fewer of them than the enterprise
/// has is worth a look: either figure may be the wrong one.
fn counted(n: &Negotiation, list: &RegisterReps) -> Finding {
    let selection = &list.selection;
    let by_workers =
        matches!(selection.method, SelectionMethod::ElectedByWorkers | SelectionMethod::RecommendedByWorkers);
    let (headcount, total) = (n.header.employer.headcount, selection.total.unwrap_or(0));
    let differs = by_workers && total > 0 && total != headcount;
    Finding::new(
        "CHK-REP-TOTAL",
        if differs { Outcome::Amber } else { Outcome::Pass },
        &["CC22 20", "ZJ-CC 10(2)", "NB 9"],
    )
    .with("total", total)
    .with("headcount", headcount)
}

/// ZJ-CC 12, ZJ-DM 30: in a sector or region the union chooses the worker representatives; HZ 32 has the congress of the
/// sector approve them, which is worth a look where nothing shows it.
fn chosen(rules: &Rules, list: &RegisterReps) -> Vec<Finding> {
    let selection = &list.selection;
    let (total, votes) = (selection.total.unwrap_or(0), selection.votes.unwrap_or(0));
    let voted = votes <= total && u64::from(votes) * 2 > u64::from(total);
    let (fits, by_vote) = match selection.method {
        SelectionMethod::AppointedByUnion => (true, voted),
        SelectionMethod::ElectedByCongress | SelectionMethod::ElectedByWorkers => (voted, voted),
        SelectionMethod::RecommendedByWorkers => (true, voted),
        SelectionMethod::NamedByLegalRep
        | SelectionMethod::NamedByAssociation
        | SelectionMethod::ElectedByEmployers => (false, false),
    };
    let outcome = if fits { Outcome::Pass } else { Outcome::Fail };
    let mut findings = vec![
        Finding::new("CHK-REP-ELECTED", outcome, &["ZJ-CC 12", "ZJ-DM 30", "CC22 20"])
            .with("total", total)
            .with("votes", votes)
            .with("way", "appointed"),
    ];
    if rules.profile == Profile::Hz && fits && !by_vote {
        findings.push(Finding::new("CHK-REP-APPROVED", Outcome::Amber, &["HZ 32"]));
    }
    findings
}
