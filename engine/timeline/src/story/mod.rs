//! Telling one record: a sentence, its details, and what follows from it.

mod bargaining;
mod coverage;
mod ending;
mod instant;
pub(crate) mod life;
mod mending;
mod notes;
mod people;
mod remedy;
mod talks;

use std::collections::BTreeMap;

use negotiation::command::{Command, ReviewCommand, SigningMethod};
use negotiation::{Event, Negotiation};

use crate::model::{Document, Entry, Note, NoteKind};
use crate::record::Record;
use crate::teller::Teller;

/// What a record is told against: the words at hand, headings of clauses, and the case after the record.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) headings: &'a BTreeMap<String, String>,
    pub(crate) n: &'a Negotiation,
    pub(crate) teller: Teller<'a>,
}

impl Scene<'_> {
    /// The heading of a clause, or its id where no draft names it.
    pub(crate) fn clause(&self, id: &str) -> String {
        self.headings.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }
}

/// What an event says.
enum Told {
    /// Something was done: stem of the event's message, and details.
    Happened(&'static str, Vec<String>),
    /// What was right is another from a day on: key of the message, and details.
    Changed(&'static str, Vec<String>),
    /// Something follows.
    Follows(Note),
    /// Somebody is in default: what follows, and details.
    Defaulted(Note, Vec<String>),
    /// A document was made.
    Made(Document),
}

/// Tells a record.
pub(crate) fn tell(scene: &Scene<'_>, record: &Record) -> Entry {
    let teller = &scene.teller;
    let mut entry = Entry {
        seq: record.seq,
        at: record.at,
        effective_at: instant::effective(&record.events).filter(|instant| *instant != record.at),
        actor: teller.actor(&record.actor),
        capacity: record.actor.capacity,
        capacity_name: teller.capacity(record.actor.capacity),
        side: record.actor.side,
        command: record.command.name().to_owned(),
        command_name: teller.command(record.command.name()),
        text: String::new(),
        details: mending::details_of_command(scene, &record.command),
        notes: Vec::new(),
        paper: is_paper(&record.command, &record.events),
        correction: matches!(record.command, Command::Correction(_)),
        late: false,
        documents: Vec::new(),
        hash: record.hash,
    };
    let mut happened = Vec::new();
    for event in &record.events {
        match told(scene, event) {
            Told::Happened(stem, details) => {
                happened.push(teller.key(format!("neg-event-{stem}")));
                entry.details.extend(details);
            }
            Told::Changed(key, details) => {
                happened.push(teller.key(key));
                entry.details.extend(details);
                entry.correction = false;
            }
            Told::Follows(note) => entry.notes.push(note),
            Told::Defaulted(note, details) => {
                entry.notes.push(note);
                entry.details.extend(details);
            }
            Told::Made(document) => {
                happened.push(teller.key("neg-event-document-recorded"));
                entry.documents.push(document);
            }
        }
    }
    entry.late = entry.notes.iter().any(|note| note.kind == NoteKind::Late);
    if happened.is_empty() && !entry.notes.is_empty() {
        happened.push(entry.notes.remove(0).text);
    }
    entry.text = sentence(teller, &happened);
    entry
}

/// Several short sentences as one.
fn sentence(teller: &Teller<'_>, parts: &[String]) -> String {
    let stop = teller.key("timeline-stop");
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_end_matches(&stop)).collect();
    if parts.is_empty() {
        return String::new();
    }
    format!("{}{stop}", parts.join(&teller.key("timeline-semicolon")))
}

/// Entered from paper, received on paper, or signed by hand.
fn is_paper(command: &Command, events: &[Event]) -> bool {
    let served = matches!(command, Command::Review(ReviewCommand::RecordService(_)));
    served
        || matches!(command, Command::Paper(_))
        || events.iter().any(|event| {
            matches!(event, Event::OfferDelivered(e) if e.proof.is_some())
                || matches!(event, Event::SignedBy(e) if e.method == SigningMethod::Handwritten)
                || matches!(event, Event::LetterReceived(_))
        })
}

fn told(scene: &Scene<'_>, event: &Event) -> Told {
    match event {
        Event::CaseOpened(e) => Told::Happened("case-opened", bargaining::case_opened(scene, e)),
        Event::PlatformAccepted(e) => Told::Happened("platform-accepted", bargaining::platform_accepted(scene, e)),
        Event::RepsRegistered(e) => Told::Happened("reps-registered", bargaining::reps_registered(scene, e)),
        Event::RepsAnnounced(e) => Told::Happened("reps-announced", bargaining::reps_announced(scene, e)),
        Event::OfferIssued(e) => Told::Happened("offer-issued", bargaining::offer_issued(scene, e)),
        Event::OfferDelivered(e) => Told::Happened("offer-delivered", bargaining::offer_delivered(scene, e)),
        Event::OfferAnswered(e) => Told::Happened("offer-answered", bargaining::offer_answered(scene, e)),
        Event::RepVacated(e) => Told::Happened("rep-vacated", people::vacated(scene, e)),
        Event::RepReplaced(e) => Told::Happened("rep-replaced", people::replaced(scene, e)),
        Event::ConductReported(e) => Told::Happened("conduct-reported", people::conduct(scene, e)),
        Event::TreatmentReported(e) => Told::Happened("treatment-reported", people::treatment(scene, e)),
        Event::DataRequested(e) => Told::Happened("data-requested", bargaining::data_requested(scene, e)),
        Event::Disclosed(e) => Told::Happened("disclosed", bargaining::disclosed(scene, e)),
        Event::SessionScheduled(e) => Told::Happened("session-scheduled", bargaining::session_scheduled(scene, e)),
        Event::SessionOpened(e) => Told::Happened("session-opened", bargaining::session_opened(scene, e)),
        Event::PositionTabled(e) => Told::Happened("position-tabled", bargaining::position_tabled(scene, e)),
        Event::PositionAccepted(e) => Told::Happened("position-accepted", bargaining::position_accepted(scene, e)),
        Event::SessionClosed(e) => Told::Happened("session-closed", bargaining::session_closed(scene, e)),
        Event::MinutesConfirmedBy(e) => Told::Happened("minutes-confirmed-by", bargaining::minutes_by(scene, e)),
        Event::MinutesConfirmed(_) => Told::Happened("minutes-confirmed", Vec::new()),
        Event::DraftTabled(e) => Told::Happened("draft-tabled", bargaining::draft_tabled(scene, e)),
        Event::DraftInitialled(e) => Told::Happened("draft-initialled", bargaining::draft_initialled(scene, e)),
        Event::AgreementReached(_) => Told::Happened("agreement-reached", Vec::new()),
        Event::SubmittedToCongress(e) => Told::Happened("submitted-to-congress", ending::submitted(scene, e)),
        Event::QuorumMissed(e) => Told::Happened("quorum-missed", ending::vote(scene, &e.vote)),
        Event::DraftAdopted(e) => Told::Happened("draft-adopted", ending::vote(scene, &e.vote)),
        Event::DraftRejected(e) => Told::Happened("draft-rejected", ending::vote(scene, &e.vote)),
        Event::SignedBy(e) => Told::Happened("signed-by", ending::signed_by(scene, e)),
        Event::AgreementSigned(e) => Told::Happened("agreement-signed", ending::agreement_signed(scene, e)),
        Event::Filed(e) => Told::Happened("filed", ending::filed(scene, e)),
        Event::FilingReturned(e) => Told::Happened("filing-returned", ending::filing_returned(scene, e)),
        Event::FilingRegistered(e) => Told::Happened("filing-registered", ending::filing_registered(scene, e)),
        Event::NoObjectionIssued(e) => Told::Happened("no-objection-issued", ending::no_objection(scene, e)),
        Event::Objected(e) => Told::Happened("objected", ending::objected(scene, e)),
        Event::OpinionServed(e) => Told::Happened("opinion-served", ending::opinion_served(scene, e)),
        Event::TookEffect(e) => Told::Happened("took-effect", ending::took_effect(scene, e)),
        Event::Published(e) => Told::Happened("published", ending::published(scene, e)),
        Event::CopiedToHigherUnion(e) => Told::Happened("copied-to-higher-union", ending::copied(scene, e)),
        Event::EffectWithdrawn(e) => Told::Happened("effect-withdrawn", mending::effect_withdrawn(scene, e)),
        Event::PaperEntered(e) => Told::Happened("paper-entered", mending::paper_entered(scene, e)),
        Event::PaperConfirmed(e) => Told::Happened("paper-confirmed", mending::paper_confirmed(scene, e)),
        Event::CorrectionProposed(e) if e.from.is_some() => {
            Told::Changed("timeline-change-proposed", mending::correction_proposed(scene, e))
        }
        Event::Corrected(e) if e.from.is_some() => Told::Changed("timeline-changed", mending::corrected(scene, e)),
        Event::CorrectionProposed(e) => Told::Happened("correction-proposed", mending::correction_proposed(scene, e)),
        Event::Corrected(e) => Told::Happened("corrected", mending::corrected(scene, e)),
        Event::SlipProposed(e) => Told::Happened("slip-proposed", people::slip_proposed(scene, e)),
        Event::SlipMended(e) => Told::Happened("slip-mended", people::slip_mended(scene, e)),
        Event::EffectRedated(e) => Told::Happened("effect-redated", people::effect_redated(scene, e)),
        Event::EndRedated(e) => Told::Happened("end-redated", life::end_redated(scene, e)),
        Event::EndWithdrawn(e) => Told::Happened("end-withdrawn", life::end_withdrawn(scene, e)),
        Event::RescissionRedated(e) => Told::Happened("rescission-redated", life::rescission_redated(scene, e)),
        Event::RunOutWithdrawn(_) => Told::Happened("run-out-withdrawn", Vec::new()),
        Event::DatasetsAdopted(_) => Told::Happened("datasets-adopted", Vec::new()),
        Event::DocumentRecorded(e) => Told::Made(mending::document(scene, e)),
        Event::NoticeReported(e) => Told::Happened("notice-reported", mending::notice_reported(scene, e)),
        Event::PackageTabled(e) => Told::Happened("package-tabled", talks::package_tabled(scene, e)),
        Event::PackageAccepted(e) => Told::Happened("package-accepted", talks::package_accepted(scene, e)),
        Event::SuspensionProposed(e) => Told::Happened("suspension-proposed", talks::suspension_proposed(scene, e)),
        Event::SuspensionDeclined(e) => Told::Happened("suspension-declined", talks::suspension_declined(scene, e)),
        Event::SuspensionWithdrawn(e) => Told::Happened("suspension-withdrawn", talks::suspension_withdrawn(scene, e)),
        Event::TalksSuspended(e) => Told::Happened("talks-suspended", talks::talks_suspended(scene, e)),
        Event::TalksResumed(e) => Told::Happened("talks-resumed", talks::talks_resumed(scene, e)),
        Event::SuspensionRanOut(e) => Told::Happened("suspension-ran-out", talks::suspension_ran_out(scene, e)),
        Event::CoordinationApplied(e) => Told::Happened("coordination-applied", talks::coordination_applied(scene, e)),
        Event::CoordinationAccepted(e) => {
            Told::Happened("coordination-accepted", talks::coordination_accepted(scene, e))
        }
        Event::CoordinationExtended(e) => {
            Told::Happened("coordination-extended", talks::coordination_extended(scene, e))
        }
        Event::CoordinationAgreed(e) => Told::Happened("coordination-agreed", talks::coordination_agreed(scene, e)),
        Event::CoordinationFailed(e) => Told::Happened("coordination-failed", talks::coordination_failed(scene, e)),
        Event::CoordinationTakenBack(e) => {
            Told::Happened("coordination-taken-back", talks::coordination_taken_back(scene, e))
        }
        Event::SuspensionEnded(_) => Told::Happened("suspension-ended", Vec::new()),
        Event::CoverageAdded(e) => Told::Happened("coverage-added", coverage::added(scene, e)),
        Event::CoverageConfirmed(e) => Told::Happened("coverage-confirmed", coverage::confirmed(scene, e)),
        Event::CoverageWithdrawn(e) => Told::Happened("coverage-withdrawn", coverage::withdrawn(scene, e)),
        Event::EmployerVoted(e) => Told::Happened("employer-voted", coverage::voted(scene, e)),
        Event::TalksReopened(e) => Told::Happened("talks-reopened", coverage::reopened(scene, e)),
        Event::CoverageFixed(e) => Told::Happened("coverage-fixed", coverage::fixed(scene, e)),
        Event::DutyOpened(e) => Told::Follows(notes::opened(scene, e)),
        Event::DutyMet(e) => Told::Follows(notes::met(scene, e)),
        Event::DutyLapsed(e) => Told::Follows(notes::lapsed(scene, e)),
        Event::DutyVoided(e) => Told::Follows(notes::voided(scene, e)),
        Event::DutyRecomputed(e) => Told::Follows(notes::recomputed(scene, e)),
        Event::BreachRecorded(e) => Told::Defaulted(notes::breach(scene, e), notes::articles(scene, e)),
        Event::BreachWithdrawn(e) => Told::Follows(notes::breach_withdrawn(scene, e)),
        Event::CheckNoted(e) => Told::Follows(notes::check(scene, e)),
        Event::OfferRefused(e) => Told::Happened("offer-refused", remedy::offer_refused(scene, e)),
        Event::SignatureRefused(e) => Told::Happened("signature-refused", remedy::signature_refused(scene, e)),
        Event::ReminderSent(e) => Told::Happened("reminder-sent", remedy::reminder(scene, e)),
        Event::OpinionSent(e) => Told::Happened("opinion-sent", remedy::opinion(scene, e)),
        Event::LetterReceived(e) => Told::Happened("letter-received", remedy::received(scene, e)),
        Event::OpinionAnswered(e) => Told::Happened("opinion-answered", remedy::answered(scene, e)),
        Event::RectificationSent(e) => Told::Happened("rectification-sent", remedy::rectification(scene, e)),
        Event::ProposalSent(e) => Told::Happened("proposal-sent", remedy::proposal(scene, e)),
        Event::OrderRecorded(e) => Told::Happened("order-recorded", remedy::order(scene, e)),
        Event::Withdrawn(e) => Told::Happened("withdrawn", remedy::withdrawn(scene, e)),
        Event::CaseClosed(e) => Told::Happened("case-closed", remedy::closed(scene, e)),
        Event::InspectionRecorded(e) => Told::Happened("inspection-recorded", life::inspection(scene, e)),
        Event::PerformanceReported(e) => Told::Happened("performance-reported", life::reported(scene, e)),
        Event::NonPerformanceStated(e) => Told::Happened("non-performance-stated", life::stated(scene, e)),
        Event::NonPerformanceSettled(e) => Told::Happened("non-performance-settled", life::settled(scene, e)),
        Event::ConditionCame(e) => Told::Happened("condition-came", life::condition(scene, e)),
        Event::AgreementEnded(e) => Told::Happened("agreement-ended", life::ended(scene, e)),
        Event::AgreementRescinded(e) => Told::Happened("agreement-rescinded", life::rescinded(scene, e)),
        Event::RescissionRecorded(e) => Told::Happened("rescission-recorded", life::recorded(scene, e)),
        Event::ChildOpened(e) => Told::Happened("child-opened", life::child_opened(scene, e)),
        Event::ChildEnded(e) => Told::Happened("child-ended", life::child_ended(scene, e)),
    }
}
