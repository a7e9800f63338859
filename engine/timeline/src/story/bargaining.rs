//! Details from the opening of a case to the agreement at the table.

use messages::Said;
use negotiation::Side;
use negotiation::command::{OfferBasis, Scope, SelectionMethod};
use negotiation::event::{
    CaseOpened, DataRequested, Disclosed, DraftInitialled, DraftTabled, MinutesConfirmedBy, OfferAnswered,
    OfferDelivered, OfferIssued, PlatformAccepted, PositionAccepted, PositionTabled, RepsAnnounced, RepsRegistered,
    SessionClosed, SessionOpened, SessionScheduled,
};

use super::{Scene, coverage, life};
use crate::teller::short;

pub(super) fn case_opened(scene: &Scene<'_>, e: &CaseOpened) -> Vec<String> {
    let said = Said::new("timeline-detail-parties")
        .arg("employer", &e.opened.employer.name)
        .arg("headcount", e.opened.employer.headcount)
        .arg("union", &e.opened.union.name);
    let mut out = vec![scene.teller.say(&said)];
    let scope = match e.opened.scope {
        Scope::Enterprise => None,
        Scope::Sector => Some("timeline-scope-sector"),
        Scope::Region => Some("timeline-scope-region"),
        Scope::Platform => Some("timeline-scope-platform"),
    };
    out.extend(scope.map(|scope| scene.teller.key(scope)));
    out.extend(coverage::listed(scene, &e.opened.covered));
    out.extend(e.opened.parent.iter().flat_map(|parent| life::parent(scene, parent)));
    out
}

pub(super) fn platform_accepted(scene: &Scene<'_>, e: &PlatformAccepted) -> Vec<String> {
    let said = Said::new("timeline-detail-platform").arg("side", scene.teller.side(e.side));
    vec![scene.teller.say(&said)]
}

pub(super) fn reps_registered(scene: &Scene<'_>, e: &RepsRegistered) -> Vec<String> {
    let t = &scene.teller;
    let names = |chief: bool| {
        let members = e.members.iter().filter(|member| member.chief == chief);
        t.list(members.map(|member| t.person(&member.person.id)))
    };
    let said = Said::new("timeline-detail-reps")
        .arg("side", t.side(e.side))
        .arg("count", e.members.len())
        .arg("chief", names(true))
        .arg("others", names(false));
    let method = match e.selection.method {
        SelectionMethod::AppointedByUnion => "timeline-selection-union",
        SelectionMethod::ElectedByCongress => "timeline-selection-congress",
        SelectionMethod::ElectedByWorkers => "timeline-selection-workers",
        SelectionMethod::RecommendedByWorkers => "timeline-selection-recommended",
        SelectionMethod::NamedByLegalRep => "timeline-selection-legal-rep",
        SelectionMethod::NamedByAssociation => "timeline-selection-association",
        SelectionMethod::ElectedByEmployers => "timeline-selection-employers",
    };
    let chosen = Said::new("timeline-detail-selection").arg("on", t.day(e.selection.on));
    let mut out = vec![t.say(&said), t.say(&chosen.message("method", method))];
    if let (Some(votes), Some(total)) = (e.selection.votes, e.selection.total) {
        out.push(t.say(&Said::new("timeline-detail-votes").arg("total", total).arg("votes", votes)));
    }
    out
}

pub(super) fn reps_announced(scene: &Scene<'_>, e: &RepsAnnounced) -> Vec<String> {
    let said = Said::new("timeline-detail-announced").arg("side", scene.teller.side(e.side));
    vec![scene.teller.say(&said.arg("channel", &e.channel))]
}

pub(super) fn offer_issued(scene: &Scene<'_>, e: &OfferIssued) -> Vec<String> {
    let t = &scene.teller;
    let meeting = Said::new("timeline-detail-meeting-proposed")
        .arg("side", t.side(e.side))
        .arg("on", t.weekday(e.offer.meeting_on))
        .arg("place", &e.offer.place);
    let mut out: Vec<String> = basis(e.offer.basis).map(|key| t.key(key)).into_iter().collect();
    out.push(t.say(&meeting));
    out.extend(e.offer.topics.iter().map(|topic| {
        let said = Said::new("timeline-detail-topic").arg("title", &topic.title);
        t.say(&said.arg("demand", &topic.demand))
    }));
    out
}

/// Why an offer is made now; the yearly one needs no reason.
const fn basis(basis: OfferBasis) -> Option<&'static str> {
    match basis {
        OfferBasis::Annual => None,
        OfferBasis::Renewal => Some("timeline-basis-renewal"),
        OfferBasis::GuidelineRaised => Some("timeline-basis-guideline"),
        OfferBasis::PricesRisen => Some("timeline-basis-prices"),
        OfferBasis::OtherTrigger => Some("timeline-basis-other"),
        OfferBasis::Hardship => Some("timeline-basis-hardship"),
        OfferBasis::Amendment => Some("timeline-basis-amendment"),
        OfferBasis::Rescission => Some("timeline-basis-rescission"),
    }
}

pub(super) fn offer_delivered(scene: &Scene<'_>, e: &OfferDelivered) -> Vec<String> {
    let key = if e.proof.is_some() { "timeline-detail-received-paper" } else { "timeline-detail-received" };
    let said = Said::new(key).arg("on", scene.teller.weekday(e.at.date()));
    vec![scene.teller.say(&said)]
}

pub(super) fn offer_answered(scene: &Scene<'_>, e: &OfferAnswered) -> Vec<String> {
    let t = &scene.teller;
    let content = Said::new("timeline-detail-answer").arg("side", t.side(e.side));
    let meeting = Said::new("timeline-detail-meeting").arg("on", t.weekday(e.meeting_on));
    vec![t.say(&content.arg("content", &e.content)), t.say(&meeting.arg("place", &e.place))]
}

pub(super) fn data_requested(scene: &Scene<'_>, e: &DataRequested) -> Vec<String> {
    let t = &scene.teller;
    // Told after the record: its items are the newest requests.
    let first = scene.n.requests.iter().rposition(|request| request.asked_at == e.at && request.asked_by == e.side);
    let first = first.map_or(1, |last| last + 2 - e.items.len().min(last + 1));
    let numbered = |(number, item): (usize, &String)| {
        t.say(&Said::new("timeline-numbered").arg("number", number).arg("item", item))
    };
    let said = Said::new("timeline-detail-requested").arg("side", t.side(e.side));
    vec![t.say(&said.arg("items", t.list((first..).zip(&e.items).map(numbered))))]
}

pub(super) fn disclosed(scene: &Scene<'_>, e: &Disclosed) -> Vec<String> {
    let t = &scene.teller;
    let item = format!("timeline-item-{}", e.item.name().replace('_', "-"));
    let said = Said::new("timeline-detail-disclosed").arg("side", t.side(e.side));
    let mut out = vec![t.say(&said.message("item", item).arg("points", t.list(&e.points)))];
    if !e.answers.is_empty() {
        let numbers = t.list(e.answers.iter().map(u32::to_string));
        out.push(t.say(&Said::new("timeline-detail-answers").arg("numbers", numbers)));
    }
    out
}

pub(super) fn session_scheduled(scene: &Scene<'_>, e: &SessionScheduled) -> Vec<String> {
    let said = Said::new("timeline-detail-meeting").arg("on", scene.teller.weekday(e.meeting_on));
    vec![scene.teller.say(&said.arg("place", &e.place))]
}

pub(super) fn session_opened(scene: &Scene<'_>, e: &SessionOpened) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-session")
        .arg("number", e.number)
        .arg("place", &e.place)
        .arg("chair", t.side(e.chair));
    let present = Said::new("timeline-detail-attending")
        .arg("names", t.list(e.attending.iter().map(|who| t.person(&who.id))))
        .arg("recorder", t.person(&e.recorder.id));
    vec![t.say(&said), t.say(&present)]
}

pub(super) fn position_tabled(scene: &Scene<'_>, e: &PositionTabled) -> Vec<String> {
    let t = &scene.teller;
    let key = match e.side {
        Side::Worker => "timeline-detail-ask",
        Side::Employer | Side::None => "timeline-detail-offer",
    };
    let said = Said::new(key).arg("clause", scene.clause(&e.clause)).arg("text", t.filled(&e.text, &e.values));
    vec![t.say(&said)]
}

pub(super) fn position_accepted(scene: &Scene<'_>, e: &PositionAccepted) -> Vec<String> {
    let t = &scene.teller;
    let accepted = scene.n.table.latest(&e.clause, e.side.other());
    let text = accepted.map_or_else(String::new, |position| t.filled(&position.text, &position.values));
    let said = Said::new("timeline-detail-accepted")
        .arg("side", t.side(e.side))
        .arg("clause", scene.clause(&e.clause))
        .arg("text", text);
    vec![t.say(&said)]
}

pub(super) fn session_closed(scene: &Scene<'_>, e: &SessionClosed) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-summary").arg("number", e.session);
    let mut out = vec![t.say(&said.arg("summary", &e.summary))];
    if let Some(next) = e.next_on {
        out.push(t.say(&Said::new("timeline-detail-next-session").arg("on", t.weekday(next))));
    }
    out
}

pub(super) fn minutes_by(scene: &Scene<'_>, e: &MinutesConfirmedBy) -> Vec<String> {
    let said = Said::new("timeline-detail-minutes").arg("side", scene.teller.side(e.side));
    vec![scene.teller.say(&said.arg("number", e.session))]
}

pub(super) fn draft_tabled(scene: &Scene<'_>, e: &DraftTabled) -> Vec<String> {
    let t = &scene.teller;
    let said = Said::new("timeline-detail-draft")
        .arg("title", &e.terms.title)
        .arg("clauses", e.terms.clauses.len())
        .arg("hash", short(e.digest));
    let mut out = vec![t.say(&said)];
    if e.clerical {
        out.push(t.key("timeline-detail-clerical"));
    }
    out
}

pub(super) fn draft_initialled(scene: &Scene<'_>, e: &DraftInitialled) -> Vec<String> {
    let said = Said::new("timeline-detail-initialled").arg("side", scene.teller.side(e.side));
    vec![scene.teller.say(&said.arg("hash", short(e.terms)))]
}
