//! The catalogue of checks, one by one: where each is computed, that an act just inside its boundary passes, and what
//! follows just outside, as the law's own table says for each profile.

mod dates;
mod late;
mod people;
mod texts;

use law::checks::{Check, OnFail};
use law::deadline::DeadlineRule;
use law::rules::Profile;
use negotiation::checks::Outcome;
use negotiation::{Actor, Command, Event, Refusal};

use crate::cast::{Story, moment};
use crate::who::{complete, says};

/// Which side of a boundary is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Just in order.
    Inside,
    /// Just not.
    Outside,
}

impl Edge {
    /// One value on each side.
    pub(super) fn pick<T>(self, inside: T, outside: T) -> T {
        match self {
            Self::Inside => inside,
            Self::Outside => outside,
        }
    }
}

/// What became of an act under a check; nothing where it passed.
pub(super) type Seen = Option<OnFail>;

/// Tries a check in a profile on one side of its boundary; nothing where the profile has no such rule.
type Probe = fn(Profile, Edge) -> Option<Seen>;

/// Where a check is computed: the file below `src`, and the words in it that do so; and how to try it.
struct Entry {
    file: &'static str,
    probe: Probe,
    words: &'static str,
}

const fn at(file: &'static str, words: &'static str, probe: Probe) -> Entry {
    Entry { file, probe, words }
}

/// Every check has an entry: one that is added to the catalogue doesn't compile without.
fn entry(check: Check) -> Entry {
    match check {
        Check::RepMin => at("checks/delegation.rs", "CHK-REP-MIN", people::rep_min),
        Check::RepScale5 => at("checks/delegation.rs", "CHK-REP-SCALE5", people::rep_scale),
        Check::RepParity => at("checks/delegation.rs", "CHK-REP-PARITY", people::rep_parity),
        Check::RepExt13 => at("checks/delegation.rs", "CHK-REP-EXT13", people::rep_outsiders),
        Check::ChiefInternal => at("checks/delegation.rs", "CHK-CHIEF-INTERNAL", people::chief_internal),
        Check::ChiefDelegation => at("checks/delegation.rs", "CHK-CHIEF-DELEGATION", people::chief_delegation),
        Check::RepDual => at("checks/delegation.rs", "CHK-REP-DUAL", people::rep_dual),
        Check::RepElected => at("checks/delegation.rs", "CHK-REP-ELECTED", people::rep_elected),
        Check::OfferFields => at("decide/idle.rs", "CHK-OFFER-FIELDS", texts::offer_fields),
        Check::ReplyDue => at("decide/offered.rs", "DeadlineRule::Reply", dates::reply),
        Check::Disclose7d => at("decide/disclosure.rs", "DeadlineRule::Disclose", dates::disclose),
        Check::MinutesSigned => at("decide/draft.rs", "CHK-MINUTES-SIGNED", texts::minutes_signed),
        Check::SuspendConsent => at("checks/suspension.rs", "CHK-SUSPEND-CONSENT", people::suspend_consent),
        Check::Suspend60d => at("checks/suspension.rs", "CHK-SUSPEND-60D", dates::suspension),
        Check::Draft15wd => at("decide/draft.rs", "DeadlineRule::ToCongress", dates::to_congress),
        Check::Quorum23 => at("decide/congress.rs", "CHK-QUORUM-23", people::quorum),
        Check::MajorityAll => at("decide/congress.rs", "CHK-MAJORITY-ALL", people::majority),
        Check::SecretBallot => at("decide/congress.rs", "CHK-SECRET-BALLOT", people::secret_ballot),
        Check::Resubmit5wd => at("decide/draft.rs", "DeadlineRule::Resubmit", dates::resubmit),
        Check::SignBoth => at("decide/adopted.rs", "Event::AgreementSigned", people::sign_both),
        Check::File => at("decide/adopted.rs", "DeadlineRule::File", dates::file),
        Check::Copies5 => at("checks/filing.rs", "CHK-COPIES-5", texts::copies),
        Check::Review15d => at("decide/bureau.rs", "CHK-REVIEW-15D", dates::review),
        Check::Publish5wd => at("decide/effect.rs", "DeadlineRule::Publish", dates::publish),
        Check::UnionCopy => at("decide/life.rs", "CHK-UNION-COPY", texts::union_copy),
        Check::Term13y => at("checks/terms.rs", "CHK-TERM-1-3Y", texts::term),
        Check::WageItems => at("checks/terms.rs", "CHK-WAGE-ITEMS", texts::wage_items),
        Check::MinwageStrict => at("checks/terms.rs", "CHK-MINWAGE-STRICT", texts::min_wage),
        Check::OtMult => at("checks/terms.rs", "CHK-OT-MULT", texts::overtime),
        Check::RealGrowth => at("checks/terms.rs", "CHK-REAL-GROWTH", texts::real_growth),
        Check::Guideline => at("checks/terms.rs", "CHK-GUIDELINE", texts::guideline),
        Check::GradeMonotone => at("checks/terms.rs", "CHK-GRADE-MONOTONE", texts::grades),
        Check::IndustryFloor => at("checks/floor.rs", "CHK-INDUSTRY-FLOOR", texts::industry_floor),
        Check::Uscc => at("decide/opening.rs", "CHK-USCC", people::uscc),
        Check::IdNo => at("checks/person.rs", "CHK-IDNO", people::id_no),
        Check::AnnualReport => at("decide/life.rs", "DeadlineRule::AnnualReport", dates::annual_report),
        Check::RenewWindow => at("decide/child.rs", "CHK-RENEW-WINDOW", dates::renewal),
        Check::RescindFile5wd => at("decide/child.rs", "DeadlineRule::RescindFile", dates::rescission),
        Check::Opinion15wd => at("decide/supervision.rs", "DeadlineRule::OpinionAnswer", dates::opinion),
    }
}

#[test]
fn every_check_passes_inside_its_boundary_and_has_its_consequence_outside() {
    assert_eq!(Check::ALL.len(), 39);
    for check in Check::ALL {
        for profile in Profile::ALL {
            let probe = entry(*check).probe;
            let (inside, outside) = (probe(profile, Edge::Inside), probe(profile, Edge::Outside));
            if check.applies(profile) {
                assert_eq!(inside, Some(None), "{check} under {profile:?}, just inside");
                assert_eq!(outside, Some(Some(check.on_fail(profile))), "{check} under {profile:?}, just outside");
            } else {
                assert_eq!((inside, outside), (None, None), "{check} under {profile:?}");
            }
        }
    }
}

#[test]
fn every_check_is_computed_where_the_catalogue_says() {
    for check in Check::ALL {
        let Entry { file, words, .. } = entry(*check);
        let path = crate::own("src").join(file);
        let source = std::fs::read_to_string(&path).unwrap();
        assert!(source.contains(words), "{check}: {words} in {file}");
    }
    for rule in DeadlineRule::ALL {
        let Some(check) = Check::of(rule) else { continue };
        let Entry { words, .. } = entry(check);
        assert!(words.starts_with("DeadlineRule::") || words == check.id(), "{check} dates {}", rule.key());
    }
}

/// Tries an act; its events after those of what fell due before.
pub(super) fn tries(story: &mut Story, at: &str, who: &Actor, command: Command) -> Result<Vec<Event>, Refusal> {
    let records = story.attempt(moment(at), who, command)?;
    Ok(records.into_iter().flat_map(|record| record.events).collect())
}

/// What an act shows of a check: a refusal under its id, or the worst that was noted. Every text is complete, and every
/// outcome but that of a code's own arithmetic names an article.
pub(super) fn shown(check: Check, outcome: &Result<Vec<Event>, Refusal>) -> Seen {
    match outcome {
        Err(refusal) => {
            assert_eq!(refusal.rule, check.id(), "{refusal:?}");
            says(refusal);
            let arithmetic = matches!(check, Check::Uscc | Check::IdNo);
            assert_eq!(refusal.citation.is_empty(), arithmetic, "{check} names its article");
            Some(OnFail::Refuse)
        }
        Ok(events) => events.iter().filter_map(|event| noted(check, event)).min(),
    }
}

fn noted(check: Check, event: &Event) -> Seen {
    let Event::CheckNoted(noted) = event else { return None };
    let finding = &noted.finding;
    if finding.rule != check.id() {
        return None;
    }
    complete([finding.found(), finding.required(), finding.remedy()]);
    assert!(!finding.citation.is_empty(), "{check} names its article");
    match finding.outcome {
        Outcome::Amber => Some(OnFail::Amber),
        Outcome::Breach => Some(OnFail::Breach),
        Outcome::Pass | Outcome::Fail | Outcome::NoData => panic!("{check} was noted as {:?}", finding.outcome),
    }
}
