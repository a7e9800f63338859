//! Details of packages, of suspension and of the bureau's coordination.

use messages::Said;
use negotiation::Side;
use negotiation::command::{PackageItem, ProposeSuspension};
use negotiation::event::{
    CoordinationAccepted, CoordinationAgreed, CoordinationApplied, CoordinationExtended, CoordinationFailed,
    CoordinationTakenBack, PackageAccepted, PackageTabled, SuspensionDeclined, SuspensionProposed, SuspensionRanOut,
    SuspensionWithdrawn, TalksResumed, TalksSuspended,
};

use super::Scene;
use crate::teller::short;

fn items(scene: &Scene<'_>, items: &[PackageItem]) -> Vec<String> {
    let tell = |item: &PackageItem| {
        let said = Said::new("timeline-detail-package-item").arg("clause", scene.clause(&item.clause));
        scene.teller.say(&said.arg("text", scene.teller.filled(&item.text, &item.values)))
    };
    items.iter().map(tell).collect()
}

pub(super) fn package_tabled(scene: &Scene<'_>, e: &PackageTabled) -> Vec<String> {
    let said = Said::new("timeline-detail-package").arg("side", scene.teller.side(e.side)).arg("number", e.number);
    let mut out = vec![scene.teller.say(&said)];
    out.extend(items(scene, &e.items));
    out
}

pub(super) fn package_accepted(scene: &Scene<'_>, e: &PackageAccepted) -> Vec<String> {
    let said = Said::new("timeline-detail-package-accepted").arg("side", scene.teller.side(e.side));
    let mut out = vec![scene.teller.say(&said.arg("number", e.package))];
    out.extend(scene.n.table.package(e.package).map(|package| items(scene, &package.items)).unwrap_or_default());
    out
}

fn proposal(scene: &Scene<'_>, proposal: &ProposeSuspension) -> Vec<String> {
    let t = &scene.teller;
    let next = Said::new("timeline-detail-suspension-next")
        .arg("on", t.weekday(proposal.next_on))
        .arg("place", &proposal.next_place)
        .arg("content", &proposal.next_content);
    let mut out = vec![t.say(&next)];
    if !proposal.reason.trim().is_empty() {
        out.push(t.say(&Said::new("timeline-detail-reason").arg("reason", &proposal.reason)));
    }
    out
}

pub(super) fn suspension_proposed(scene: &Scene<'_>, e: &SuspensionProposed) -> Vec<String> {
    let said = Said::new("timeline-detail-suspension-proposed").arg("side", scene.teller.side(e.side));
    let mut out = vec![scene.teller.say(&said)];
    out.extend(proposal(scene, &e.proposal));
    out
}

pub(super) fn suspension_declined(scene: &Scene<'_>, e: &SuspensionDeclined) -> Vec<String> {
    let said = Said::new("timeline-detail-suspension-declined").arg("side", scene.teller.side(e.side));
    vec![scene.teller.say(&said)]
}

pub(super) fn suspension_withdrawn(scene: &Scene<'_>, e: &SuspensionWithdrawn) -> Vec<String> {
    let said = Said::new("timeline-detail-suspension-withdrawn").arg("side", scene.teller.side(e.side));
    vec![scene.teller.say(&said)]
}

pub(super) fn talks_suspended(scene: &Scene<'_>, e: &TalksSuspended) -> Vec<String> {
    let t = &scene.teller;
    let since = Said::new("timeline-detail-suspended").arg("on", t.weekday(e.at.date()));
    let word = |given: bool| if given { "timeline-consent-yes" } else { "timeline-consent-no" };
    let consents = Said::new("timeline-detail-consents")
        .message("worker", word(e.consents.worker))
        .message("employer", word(e.consents.employer));
    let mut out = vec![t.say(&since), t.say(&consents)];
    out.extend(proposal(scene, &e.proposal));
    out
}

pub(super) fn talks_resumed(scene: &Scene<'_>, e: &TalksResumed) -> Vec<String> {
    let said = Said::new("timeline-detail-resumed").arg("on", scene.teller.weekday(e.at.date()));
    vec![scene.teller.say(&said)]
}

pub(super) fn suspension_ran_out(scene: &Scene<'_>, e: &SuspensionRanOut) -> Vec<String> {
    let said = Said::new("timeline-detail-ran-out").arg("until", scene.teller.midnight(e.at));
    vec![scene.teller.say(&said), scene.teller.key("timeline-detail-ran-out-next")]
}

pub(super) fn coordination_applied(scene: &Scene<'_>, e: &CoordinationApplied) -> Vec<String> {
    let t = &scene.teller;
    let mut out = vec![match e.side {
        Side::None => t.key("timeline-detail-coordination-of-itself"),
        side @ (Side::Worker | Side::Employer) => {
            t.say(&Said::new("timeline-detail-coordination-applied").arg("side", t.side(side)))
        }
    }];
    for item in &e.items {
        out.push(t.say(&Said::new("timeline-detail-dispute").arg("title", &item.title)));
        for (side, words) in [(Side::Worker, &item.worker), (Side::Employer, &item.employer)] {
            if !words.trim().is_empty() {
                let said = Said::new("timeline-detail-dispute-words").arg("side", t.side(side));
                out.push(t.say(&said.arg("words", words)));
            }
        }
    }
    out
}

pub(super) fn coordination_accepted(scene: &Scene<'_>, e: &CoordinationAccepted) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-coordination-accepted").arg("number", &e.number);
    vec![t.say(&said.arg("on", t.weekday(e.at.date())))]
}

pub(super) fn coordination_extended(scene: &Scene<'_>, e: &CoordinationExtended) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-coordination-extended").arg("days", e.days);
    let reason = Said::new("timeline-detail-reason").arg("reason", &e.reason);
    vec![t.say(&said.arg("until", t.weekday(e.until))), t.say(&reason)]
}

pub(super) fn coordination_agreed(scene: &Scene<'_>, e: &CoordinationAgreed) -> Vec<String> {
    let t = &scene.teller;
    let mut out = vec![
        t.say(&Said::new("timeline-detail-coordination-facts").arg("facts", &e.facts)),
        t.say(&Said::new("timeline-detail-coordination-result").arg("result", &e.result)),
    ];
    if !e.unresolved.is_empty() {
        let said = Said::new("timeline-detail-coordination-unresolved").arg("points", t.list(&e.unresolved));
        out.push(t.say(&said));
    }
    out.push(t.say(&Said::new("timeline-detail-coordination-paper").arg("hash", short(e.paper))));
    out
}

pub(super) fn coordination_failed(scene: &Scene<'_>, e: &CoordinationFailed) -> Vec<String> {
    let t = &scene.teller;
    let mut out = vec![t.say(&Said::new("timeline-detail-reason").arg("reason", &e.reason))];
    if !e.hand_over.is_empty() {
        out.push(t.say(&Said::new("timeline-detail-hand-over").arg("list", t.list(&e.hand_over))));
    }
    out
}

pub(super) fn coordination_taken_back(scene: &Scene<'_>, e: &CoordinationTakenBack) -> Vec<String> {
    let t = &scene.teller;
    match e.side {
        Side::None => Vec::new(),
        side @ (Side::Worker | Side::Employer) => {
            vec![t.say(&Said::new("timeline-detail-coordination-taken-back").arg("side", t.side(side)))]
        }
    }
}
