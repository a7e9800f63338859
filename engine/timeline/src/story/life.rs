//! Details of the time in force: performance, end, and cases that hang on one in force.

use law::Date;
use messages::Said;
use negotiation::command::{BreachOutcome, ChildKind, Ground, KeptStatus, Parent};
use negotiation::event::{
    AgreementEnded, AgreementRescinded, ChildEnded, ChildOpened, ConditionCame, EndRedated, EndWithdrawn,
    InspectionRecorded, NonPerformanceSettled, NonPerformanceStated, PerformanceReported, RescissionRecorded,
    RescissionRedated,
};
use negotiation::state::{Duty, EndReason};

use super::Scene;
use crate::teller::{Teller, short};

/// A span of time that nobody owes: the term of the agreement, and the time for talks about renewal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// The agreement runs until its last day.
    Term,
    /// Renewal may be offered.
    Renewal,
}

impl Span {
    /// The span that stands among the duties, if it is one.
    pub(crate) fn of(duty: &Duty) -> Option<Self> {
        match duty.rule.as_str() {
            "term" => Some(Self::Term),
            "renew_open" => Some(Self::Renewal),
            _ => None,
        }
    }

    /// From when to when.
    pub(crate) fn text(self, teller: &Teller<'_>, duty: &Duty) -> String {
        let due = teller.weekday(duty.dates.due);
        let said = match self {
            Self::Term => Said::new("timeline-span-term").arg("due", due),
            Self::Renewal => {
                Said::new("timeline-span-renewal").arg("opens", teller.weekday(duty.opened_on)).arg("due", due)
            }
        };
        teller.say(&said)
    }
}

/// What the case is to do to one in force.
pub(super) fn parent(scene: &Scene<'_>, parent: &Parent) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-parent")
        .message("kind", kind_key(parent.kind))
        .arg("expires", t.day(parent.expires_on))
        .arg("hash", short(parent.terms));
    let mut out = vec![t.say(&said)];
    if let Some(ground) = parent.ground {
        let ground = match ground {
            Ground::Agreement => "timeline-cause-agreement",
            Ground::LawChanged => "timeline-cause-law",
            Ground::ForceMajeure => "timeline-cause-force",
            Ground::Dissolution => "timeline-cause-dissolution",
            Ground::ConditionMet => "timeline-cause-condition",
            Ground::Other => "timeline-cause-other",
        };
        out.push(t.say(&Said::new("timeline-detail-cause").message("cause", ground)));
    }
    out
}

const fn kind_key(kind: ChildKind) -> &'static str {
    match kind {
        ChildKind::Amendment => "timeline-child-amendment",
        ChildKind::Rescission => "timeline-child-rescission",
        ChildKind::Renewal => "timeline-child-renewal",
    }
}

pub(super) fn inspection(scene: &Scene<'_>, e: &InspectionRecorded) -> Vec<String> {
    let t = &scene.teller;
    let mut out = vec![t.say(&Said::new("timeline-detail-inspected").arg("on", t.weekday(e.on)))];
    out.extend(e.findings.iter().map(|found| {
        let status = match found.status {
            KeptStatus::Full => "timeline-kept-full",
            KeptStatus::Partial => "timeline-kept-partial",
            KeptStatus::Not => "timeline-kept-not",
        };
        let key = if found.correction.is_empty() { "timeline-detail-kept" } else { "timeline-detail-kept-correction" };
        let said = Said::new(key)
            .arg("clause", scene.clause(&found.clause))
            .message("status", status)
            .arg("evidence", &found.evidence)
            .arg("correction", &found.correction);
        t.say(&said)
    }));
    out
}

pub(super) fn reported(scene: &Scene<'_>, e: &PerformanceReported) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-reported").arg("on", t.weekday(e.heard_on));
    vec![t.say(&said.arg("summary", &e.summary))]
}

pub(super) fn stated(scene: &Scene<'_>, e: &NonPerformanceStated) -> Vec<String> {
    let said = Said::new("timeline-detail-stated").arg("number", e.breach);
    vec![scene.teller.say(&said.arg("clause", scene.clause(&e.clause)).arg("facts", &e.facts))]
}

pub(super) fn settled(scene: &Scene<'_>, e: &NonPerformanceSettled) -> Vec<String> {
    let outcome = match e.outcome {
        BreachOutcome::Corrected => "timeline-settled-corrected",
        BreachOutcome::Mediated => "timeline-settled-mediated",
        BreachOutcome::TakenToLaw => "timeline-settled-law",
        BreachOutcome::Unfounded => "timeline-settled-unfounded",
    };
    let said = Said::new("timeline-detail-settled").arg("number", e.breach);
    vec![scene.teller.say(&said.message("outcome", outcome).arg("words", &e.words))]
}

pub(super) fn condition(scene: &Scene<'_>, e: &ConditionCame) -> Vec<String> {
    let said = Said::new("timeline-detail-condition").arg("clause", scene.clause(&e.clause));
    vec![scene.teller.say(&said.arg("on", scene.teller.weekday(e.on)))]
}

pub(super) fn ended(scene: &Scene<'_>, e: &AgreementEnded) -> Vec<String> {
    vec![no_longer(scene, e.on, e.reason)]
}

pub(super) fn end_redated(scene: &Scene<'_>, e: &EndRedated) -> Vec<String> {
    vec![no_longer(scene, e.on, e.reason)]
}

pub(super) fn end_withdrawn(scene: &Scene<'_>, e: &EndWithdrawn) -> Vec<String> {
    let said = Said::new("timeline-detail-end-withdrawn").arg("on", scene.teller.weekday(e.on));
    vec![scene.teller.say(&said)]
}

pub(super) fn rescission_redated(scene: &Scene<'_>, e: &RescissionRedated) -> Vec<String> {
    let said = Said::new("timeline-detail-rescission-redated").arg("on", scene.teller.weekday(e.on));
    vec![scene.teller.say(&said)]
}

fn no_longer(scene: &Scene<'_>, on: Date, reason: EndReason) -> String {
    let reason = match reason {
        EndReason::Expired => "timeline-end-expired",
        EndReason::ConditionMet => "timeline-end-condition",
        EndReason::Amended => "timeline-end-amended",
        EndReason::Rescinded => "timeline-end-rescinded",
    };
    let said = Said::new("timeline-detail-ended").arg("on", scene.teller.weekday(on));
    scene.teller.say(&said.message("reason", reason))
}

pub(super) fn rescinded(scene: &Scene<'_>, e: &AgreementRescinded) -> Vec<String> {
    let said = Said::new("timeline-detail-rescinded").arg("on", scene.teller.weekday(e.on));
    vec![scene.teller.say(&said.arg("hash", short(e.terms)))]
}

pub(super) fn recorded(scene: &Scene<'_>, e: &RescissionRecorded) -> Vec<String> {
    vec![scene.teller.say(&Said::new("timeline-detail-rescission-number").arg("number", &e.number))]
}

pub(super) fn child_opened(scene: &Scene<'_>, e: &ChildOpened) -> Vec<String> {
    let said = Said::new("timeline-detail-child").message("kind", kind_key(e.kind));
    vec![scene.teller.say(&said.arg("case", e.case))]
}

pub(super) fn child_ended(scene: &Scene<'_>, e: &ChildEnded) -> Vec<String> {
    let t = &scene.teller;
    let said = match (e.succeeded, e.on) {
        (true, Some(on)) => Said::new("timeline-detail-child-succeeded-on").arg("on", t.weekday(on)),
        (true, None) => Said::new("timeline-detail-child-succeeded"),
        (false, _) => Said::new("timeline-detail-child-failed"),
    };
    let child = scene.n.children.iter().find(|child| child.case == e.case);
    let kind = child.map_or("timeline-child-renewal", |child| kind_key(child.kind));
    vec![t.say(&said.message("kind", kind))]
}
