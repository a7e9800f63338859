//! Who sits and how they are treated, where the texts set no bar: shares among the worker representatives (ZJ-CC 10(2),
//! 11), the employer's chief (ZJ-CC 10(3), HZ 18), the protected time (ZJ-CC 14, CC22 27–28).

use law::rules::{Profile, Rules};

use super::{Finding, Outcome};
use crate::command::{DismissalCause, Member, RegisterReps, ReportTreatment, Sex, Treatment};
use crate::state::{Negotiation, protection};

/// Shares of women, disabled and dispatched workers; the national rules know none of them.
pub(super) fn shares(rules: &Rules, n: &Negotiation, list: &RegisterReps) -> Vec<Finding> {
    match rules.profile {
        Profile::Cn => Vec::new(),
        Profile::Zj | Profile::Hz | Profile::Nb => vec![women(n, list), disabled(n, list), dispatched(n, list)],
    }
}

/// The share of representatives that a group of the workers would have in proportion, rounded down.
fn in_proportion(n: &Negotiation, list: &RegisterReps, group: u32) -> u64 {
    let reps = u64::try_from(list.members.len()).unwrap_or(0);
    u64::from(group) * reps / u64::from(n.header.employer.headcount.max(1))
}

fn count(list: &RegisterReps, belongs: impl Fn(&Member) -> bool) -> u64 {
    u64::try_from(list.members.iter().filter(|member| belongs(member)).count()).unwrap_or(u64::MAX)
}

/// Women have a fitting share among worker representatives where they are many; no figure is set, so a warning only.
fn women(n: &Negotiation, list: &RegisterReps) -> Finding {
    let found = count(list, |member| member.sex == Sex::Female);
    let expected = in_proportion(n, list, n.header.employer.female);
    let outcome = if found >= expected { Outcome::Pass } else { Outcome::Amber };
    Finding::new("CHK-REP-WOMEN", outcome, &["ZJ-CC 10(2)"]).with("female", found).with("expected", expected)
}

/// Disabled workers likewise.
fn disabled(n: &Negotiation, list: &RegisterReps) -> Finding {
    let found = count(list, |member| member.disabled);
    let expected = in_proportion(n, list, n.header.employer.disabled);
    let outcome = if found >= expected { Outcome::Pass } else { Outcome::Amber };
    Finding::new("CHK-REP-DISABLED", outcome, &["ZJ-CC 10(2)"]).with("found", found).with("expected", expected)
}

/// Many dispatched workers and none of them among the representatives; "many" is read as more than a tenth.
fn dispatched(n: &Negotiation, list: &RegisterReps) -> Finding {
    let employer = &n.header.employer;
    let many = u64::from(employer.dispatched) * 10 > u64::from(employer.headcount);
    let outcome = if many && count(list, |member| member.dispatched) == 0 { Outcome::Amber } else { Outcome::Pass };
    Finding::new("CHK-REP-DISPATCHED", outcome, &["ZJ-CC 11", "HZ 18"])
        .with("dispatched", employer.dispatched)
        .with("headcount", employer.headcount)
}

/// ZJ-CC 10(3): the legal representative or 主要负责人; HZ 18: or another head of the enterprise with a mandate. Others
/// with a mandate satisfy CC22 21 and are worth a look here.
pub(super) fn employer_chief(rules: &Rules, n: &Negotiation, list: &RegisterReps) -> Finding {
    let chief = list.members.iter().find(|member| member.chief);
    let head = |member: &Member| member.principal || member.person.id == n.header.employer.legal_rep.id;
    let fits = chief.is_none_or(|chief| match rules.profile {
        Profile::Cn => true,
        Profile::Zj | Profile::Nb => head(chief),
        Profile::Hz => head(chief) || chief.manager,
    });
    Finding::new("CHK-CHIEF-PRINCIPAL", if fits { Outcome::Pass } else { Outcome::Amber }, &["ZJ-CC 10(3)", "HZ 18"])
}

/// What the texts say to something that an employer did to a worker representative in the protected time.
pub(crate) fn treatment(rules: &Rules, report: &ReportTreatment) -> Finding {
    let national = rules.profile == Profile::Cn;
    let outcome = match report.treatment {
        Treatment::Dismissal => dismissal(national, report),
        Treatment::NotExtended | Treatment::PayCut if report.consented => Outcome::Amber,
        Treatment::NotExtended | Treatment::PayCut => Outcome::Breach,
        Treatment::PostChange if report.consented => Outcome::Pass,
        // CC22 28 forbids it without just cause, ZJ-CC 14(3) without the representative's consent.
        Treatment::PostChange if national => Outcome::Amber,
        Treatment::PostChange => Outcome::Breach,
    };
    Finding::under("CHK-REP-PROTECTION", outcome, &crate::refusal::cite(protection::articles(rules.profile)))
        .with("on", report.on)
        .with("consent", if report.consented { "yes" } else { "no" })
        .with(
            "treatment",
            match report.treatment {
                Treatment::Dismissal if national => "dismissal_cn",
                Treatment::Dismissal => "dismissal",
                Treatment::NotExtended => "not_extended",
                Treatment::PostChange if national => "post_change_cn",
                Treatment::PostChange => "post_change",
                Treatment::PayCut => "pay_cut",
            },
        )
}

/// A listed cause has to be looked into; none is against the text, whoever agreed aside.
const fn dismissal(national: bool, report: &ReportTreatment) -> Outcome {
    match report.cause {
        Some(DismissalCause::DualEmployment) if national => Outcome::Breach,
        Some(
            DismissalCause::Discipline
            | DismissalCause::Dereliction
            | DismissalCause::DualEmployment
            | DismissalCause::Crime,
        ) => Outcome::Amber,
        None if report.consented => Outcome::Amber,
        None => Outcome::Breach,
    }
}
