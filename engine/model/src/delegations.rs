//! What makes a delegation valid, in own arithmetic: CC22 19–24, ZJ-CC 10 and 12, HZ 16–18, NB 8–9.
//!
//! A place that fell vacant is filled in days (CC22 31); until then the one who had it counts.

use std::sync::Arc;

use law::rules::{Election, Half, Parity, Profile, Rules, VoterBase};
use ledger::Digest;
use negotiation::command::{Member, Selection, SelectionMethod};
use negotiation::state::Delegation;
use negotiation::{Negotiation, Side};

/// Whether nothing that the lists are held against has changed since a state that was looked at.
pub(crate) fn are_as_in(before: &Negotiation, case: &Negotiation) -> bool {
    let same = |before: &Option<Arc<Delegation>>, after: &Option<Arc<Delegation>>| match (before, after) {
        (Some(before), Some(after)) => Arc::ptr_eq(before, after),
        (before, after) => before.is_none() && after.is_none(),
    };
    let (old, new) = (&before.delegations, &case.delegations);
    let lists = same(&old.worker, &new.worker) && same(&old.employer, &new.employer);
    lists && Arc::ptr_eq(&before.header, &case.header) && before.is_wide() == case.is_wide()
}

/// Each list is valid by itself from its registration on, and both together as soon as there are both: nobody on both, and
/// numbers that fit, equal under CC22 19, elsewhere not more for the employer than for the workers.
pub(crate) fn valid(rules: &Rules, case: &Negotiation) -> bool {
    let (worker, employer) = (&case.delegations.worker, &case.delegations.employer);
    let alone = |list: Option<&Delegation>, side| list.is_none_or(|list| is_valid(rules, case, list, side));
    let together = match (worker, employer) {
        (Some(worker), Some(employer)) => {
            let (of_workers, of_employers) = (places(worker).count(), places(employer).count());
            let numbers = match rules.reps.parity {
                Parity::Equal => of_workers == of_employers,
                Parity::Warn => of_employers <= of_workers || !rules.reps.employer_not_more_than_worker,
            };
            numbers && worker.members.iter().all(|member| !employer.has(&member.person.id))
        }
        (None, _) | (_, None) => true,
    };
    together && alone(worker.as_deref(), Side::Worker) && alone(employer.as_deref(), Side::Employer)
}

fn is_valid(rules: &Rules, case: &Negotiation, list: &Delegation, side: Side) -> bool {
    let chosen = side != Side::Worker || is_chosen(rules, case, &list.selection);
    has_size(rules, case, list) && is_led(case, list, side) && is_of_its_side(rules, case, list, side) && chosen
}

fn places(list: &Delegation) -> impl Iterator<Item = &Member> {
    list.members.iter().chain(list.vacancies.iter().map(|vacancy| &vacancy.member))
}

/// Not too few (CC22 19, ZJ-CC 10(1)), not too many (HZ 16, NB 8), and of outsiders at most a third (CC22 23).
fn has_size(rules: &Rules, case: &Negotiation, list: &Delegation) -> bool {
    let reps = &rules.reps;
    let of_scale = reps.min_above_scale.filter(|_| case.header.employer.above_scale);
    let least = usize::from(of_scale.unwrap_or(reps.min));
    let most = reps.max.map_or(usize::MAX, usize::from);
    let all = places(list).count();
    let outsiders = places(list).filter(|member| member.external).count();
    let times = |count: usize, factor: u32| u64::try_from(count).unwrap_or(u64::MAX).saturating_mul(u64::from(factor));
    let share = reps.ext_max;
    (least..=most).contains(&all) && times(outsiders, share.denominator) <= times(all, share.numerator)
}

/// One chief of the own house; outsiders and a chief whom somebody has to send have that in writing (CC22 20–23).
fn is_led(case: &Negotiation, list: &Delegation, side: Side) -> bool {
    let (employer, union) = (&case.header.employer, &case.header.union);
    // Without a union the workers' representatives elect their chief; so do the employers of a sector (ZJ-CC 10(2), 12).
    let (head, elected) = match side {
        Side::Worker => (&union.chair.id, union.guiding),
        Side::Employer | Side::None => (&employer.legal_rep.id, case.is_wide()),
    };
    let heads = |member: &Member| member.principal || member.person.id == *head;
    let sent = |member: &Member| member.external || (member.chief && !elected && !heads(member));
    let mut chiefs = places(list).filter(|member| member.chief);
    let one = chiefs.next().is_some_and(|chief| !chief.external) && chiefs.next().is_none();
    one && places(list).all(|member| member.mandate.is_some() || !sent(member))
}

/// Nobody twice; in Ningbo no head of the enterprise for the workers and nobody of the union for the employer (NB 8).
fn is_of_its_side(rules: &Rules, case: &Negotiation, list: &Delegation, side: Side) -> bool {
    let (employer, union) = (&case.header.employer, &case.header.union);
    let same = |one: &Member, other: &Member| one.person.id == other.person.id;
    let twice = |(at, member): (usize, &Member)| list.members.iter().take(at).any(|earlier| same(earlier, member));
    let across = |member: &Member| match side {
        Side::Worker => member.manager || member.person.id == employer.legal_rep.id,
        Side::Employer | Side::None => !union.guiding && member.person.id == union.chair.id,
    };
    !list.members.iter().enumerate().any(twice) && (rules.profile != Profile::Nb || !list.members.iter().any(across))
}

/// How the workers chose, and that most were for it where there has to be a vote (CC22 20, ZJ-CC 10(2) and 12, NB 9).
fn is_chosen(rules: &Rules, case: &Negotiation, selection: &Selection) -> bool {
    use SelectionMethod::{AppointedByUnion, ElectedByCongress, ElectedByWorkers, RecommendedByWorkers};
    let Selection { method, record, total, votes, .. } = selection;
    let (votes, total) = (u64::from(votes.unwrap_or(0)), u64::from(total.unwrap_or(0)));
    let counted = total > 0 && votes <= total;
    let most = counted && votes + votes > total;
    let by_vote = matches!(method, ElectedByCongress | ElectedByWorkers);
    let by_workers = matches!(method, ElectedByWorkers | RecommendedByWorkers);
    if case.is_wide() {
        return matches!(method, AppointedByUnion | RecommendedByWorkers) || (by_vote && most);
    }
    let written = record.is_some_and(|record| record != Digest::ZERO);
    let union = &case.header.union;
    match if union.guiding { rules.reps.without_union } else { rules.reps.with_union } {
        Election::AppointedByUnion => *method == AppointedByUnion || (by_vote && most),
        Election::ElectedByCongress => by_vote && most && written,
        Election::Approved { half, of } => {
            let enough = match half {
                Half::Strict => most,
                Half::Inclusive => counted && votes + votes >= total,
            };
            let body = match of {
                VoterBase::AllWorkers => by_workers,
                VoterBase::AllDelegatesOrAllWorkers => by_workers || by_vote,
            };
            enough && body && written
        }
    }
}
