//! Details about whom a sector, region or platform agreement covers.

use messages::Said;
use negotiation::command::CoveredEmployer;
use negotiation::event::{
    CoverageAdded, CoverageConfirmed, CoverageFixed, CoverageWithdrawn, EmployerVoted, TalksReopened,
};

use super::{Scene, ending};
use crate::teller::short;

/// An employer of the list: name, code, workers, union.
fn employer(scene: &Scene<'_>, employer: &CoveredEmployer) -> String {
    let union = if employer.unionized { "timeline-covered-union-yes" } else { "timeline-covered-union-no" };
    let said = Said::new("timeline-detail-covered")
        .arg("name", &employer.name)
        .arg("uscc", &employer.uscc)
        .arg("headcount", employer.headcount)
        .message("union", union);
    scene.teller.say(&said)
}

/// The name of the employer of a key, as the newest entry of the list gives it.
fn name(scene: &Scene<'_>, key: &str) -> String {
    let known = scene.n.coverage.employers.iter().rev().find(|covered| covered.employer.key == key);
    known.map_or_else(|| key.to_owned(), |covered| covered.employer.name.clone())
}

/// The list with which a case is opened.
pub(super) fn listed(scene: &Scene<'_>, employers: &[CoveredEmployer]) -> Vec<String> {
    employers.iter().map(|listed| employer(scene, listed)).collect()
}

pub(super) fn added(scene: &Scene<'_>, e: &CoverageAdded) -> Vec<String> {
    vec![employer(scene, &e.employer)]
}

pub(super) fn confirmed(scene: &Scene<'_>, e: &CoverageConfirmed) -> Vec<String> {
    let said = Said::new("timeline-detail-coverage-confirmed").arg("name", name(scene, &e.employer));
    vec![scene.teller.say(&said.arg("proof", short(e.proof)))]
}

pub(super) fn withdrawn(scene: &Scene<'_>, e: &CoverageWithdrawn) -> Vec<String> {
    let said = Said::new("timeline-detail-coverage-withdrawn").arg("name", name(scene, &e.employer));
    vec![scene.teller.say(&said.arg("reason", &e.reason))]
}

pub(super) fn voted(scene: &Scene<'_>, e: &EmployerVoted) -> Vec<String> {
    let outcome = if e.adopted { "timeline-employer-adopted" } else { "timeline-employer-rejected" };
    let said = Said::new("timeline-detail-employer-voted").arg("name", name(scene, &e.employer));
    let mut out = vec![scene.teller.say(&said.message("outcome", outcome))];
    out.extend(ending::vote(scene, &e.vote));
    out
}

pub(super) fn reopened(scene: &Scene<'_>, e: &TalksReopened) -> Vec<String> {
    let said = Said::new("timeline-detail-talks-reopened").arg("name", name(scene, &e.employer));
    vec![scene.teller.say(&said.arg("reason", &e.reason))]
}

pub(super) fn fixed(scene: &Scene<'_>, e: &CoverageFixed) -> Vec<String> {
    let workers: u64 = e.employers.iter().map(|bound| u64::from(bound.employer.headcount)).sum();
    let said = Said::new("timeline-detail-coverage-fixed")
        .arg("count", e.employers.len())
        .arg("workers", workers)
        .arg("names", scene.teller.list(e.employers.iter().map(|bound| &bound.employer.name)));
    vec![scene.teller.say(&said)]
}
