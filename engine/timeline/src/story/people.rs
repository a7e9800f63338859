//! Details of representatives who leave or follow, of complaints, and of mended slips.

use messages::Said;
use negotiation::command::{ConductFault, DismissalCause, Treatment, VacancyCause};
use negotiation::event::{
    ConductReported, EffectRedated, RepReplaced, RepVacated, SlipMended, SlipProposed, TreatmentReported,
};

use super::Scene;
use crate::teller::short;

pub(super) fn vacated(scene: &Scene<'_>, e: &RepVacated) -> Vec<String> {
    let t = &scene.teller;
    let cause = match e.cause {
        VacancyCause::Resigned => "timeline-vacancy-resigned",
        VacancyCause::Left => "timeline-vacancy-left",
        VacancyCause::Recalled => "timeline-vacancy-recalled",
        VacancyCause::Incapable => "timeline-vacancy-incapable",
    };
    let said = Said::new("timeline-detail-vacated")
        .arg("side", t.side(e.side))
        .arg("person", t.person(&e.person))
        .arg("on", t.weekday(e.vacated_on));
    vec![t.say(&said.message("cause", cause)), t.key("timeline-detail-earlier-acts")]
}

pub(super) fn replaced(scene: &Scene<'_>, e: &RepReplaced) -> Vec<String> {
    let t = &scene.teller;
    let key = if e.member.chief { "timeline-detail-new-chief" } else { "timeline-detail-replaced" };
    let said = Said::new(key)
        .arg("side", t.side(e.side))
        .arg("new", t.person(&e.member.person.id))
        .arg("old", t.person(&e.replaces));
    let mut out = vec![t.say(&said)];
    if let (Some(votes), Some(total)) = (e.selection.votes, e.selection.total) {
        out.push(t.say(&Said::new("timeline-detail-votes").arg("total", total).arg("votes", votes)));
    }
    out.push(t.say(&Said::new("timeline-detail-notice").arg("hash", short(e.notice))));
    out
}

pub(super) fn conduct(scene: &Scene<'_>, e: &ConductReported) -> Vec<String> {
    let t = &scene.teller;
    let fault = match e.fault {
        ConductFault::Disorder => "timeline-fault-disorder",
        ConductFault::Threat => "timeline-fault-threat",
        ConductFault::Bribery => "timeline-fault-bribery",
        ConductFault::Deceit => "timeline-fault-deceit",
        ConductFault::Delay => "timeline-fault-delay",
        ConductFault::Disclosure => "timeline-fault-disclosure",
    };
    let said = Said::new("timeline-detail-conduct").arg("side", t.side(e.side)).arg("person", t.person(&e.person));
    vec![t.say(&said.message("fault", fault).arg("facts", &e.facts))]
}

pub(super) fn treatment(scene: &Scene<'_>, e: &TreatmentReported) -> Vec<String> {
    let t = &scene.teller;
    let treatment = match e.treatment {
        Treatment::Dismissal => "timeline-treatment-dismissal",
        Treatment::NotExtended => "timeline-treatment-not-extended",
        Treatment::PostChange => "timeline-treatment-post-change",
        Treatment::PayCut => "timeline-treatment-pay-cut",
    };
    let consent = if e.consented { "timeline-own-consent-yes" } else { "timeline-own-consent-no" };
    let said = Said::new("timeline-detail-treatment")
        .arg("on", t.weekday(e.on))
        .arg("person", t.person(&e.person))
        .message("treatment", treatment)
        .message("consent", consent);
    let mut out = vec![t.say(&said.arg("facts", &e.facts))];
    if let Some(cause) = e.cause {
        let cause = match cause {
            DismissalCause::Discipline => "timeline-cause-discipline",
            DismissalCause::Dereliction => "timeline-cause-dereliction",
            DismissalCause::DualEmployment => "timeline-cause-dual-employment",
            DismissalCause::Crime => "timeline-cause-crime",
        };
        out.push(t.say(&Said::new("timeline-detail-claimed-cause").message("cause", cause)));
    }
    out
}

pub(super) fn slip_proposed(scene: &Scene<'_>, e: &SlipProposed) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-slip").arg("slip", e.slip).arg("side", t.side(e.side));
    let reason = Said::new("timeline-detail-reason").arg("reason", &e.reason);
    vec![t.say(&said), t.say(&reason), link(scene, "timeline-detail-link-proposed", e.old, e.new)]
}

pub(super) fn slip_mended(scene: &Scene<'_>, e: &SlipMended) -> Vec<String> {
    let t = &scene.teller;
    let notice = Said::new("timeline-detail-congress-notice").arg("hash", short(e.notice));
    vec![link(scene, "timeline-detail-link", e.old, e.new), t.say(&notice)]
}

fn link(scene: &Scene<'_>, key: &'static str, old: ledger::Digest, new: ledger::Digest) -> String {
    scene.teller.say(&Said::new(key).arg("old", short(old)).arg("new", short(new)))
}

pub(super) fn effect_redated(scene: &Scene<'_>, e: &EffectRedated) -> Vec<String> {
    let t = &scene.teller;
    let term = Said::new("timeline-detail-term").arg("from", t.day(e.term_from)).arg("to", t.day(e.term_to));
    vec![t.say(&Said::new("timeline-detail-redated").arg("on", t.weekday(e.on))), t.say(&term)]
}
