//! D12 the report that puts a draft before the congress, and D13 roll, ballot and count of the vote.

use documents::data::{
    BallotPapers, CongressSubmission, CountReport, KeyPoint, Meeting, ReplyPeriod, Resubmission, Scrutineer,
    ScrutineerRole,
};
use law::rules::Period;
use messages::Said;
use negotiation::command::{Command, CongressCommand, CongressForm, RecordVote, SubmitToCongress};
use negotiation::event::SubmittedToCongress;
use negotiation::state::{Congress, PaperEntry, Route, Stage};
use negotiation::terms::{Terms, figure};
use negotiation::{Event, Negotiation};

use super::common::{articles, behind, citations, dated, day, in_words, newest, parties, word};
use super::congress::{self, body, session};
use super::draft::changes;
use super::{About, PaperError, Trigger};
use crate::catalogue;

pub(super) fn report(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::SubmittedToCongress(e), Stage::Congress(stage)) = (trigger.event, &n.stage) else {
        return Err(PaperError::Stage("D12"));
    };
    let terms = &stage.text.terms;
    let paper = CongressSubmission {
        again: again(about, stage),
        annexes: vec![
            catalogue::say(&Said::new("paper-draft-named").arg("title", &terms.title)),
            word("paper-minutes"),
        ],
        body: body(e.submission.form),
        citations: rules_of(about, e.submission.form, "submit_to_congress"),
        draft: terms.title.clone(),
        due: due(about, n, stage),
        effect: effect(n, terms),
        header: dated(about, n, trigger, e.at, word("paper-title-submission")),
        meeting: Meeting { on: e.submission.meeting_on, place: n.header.employer.address.clone() },
        parties: parties(about, n),
        points: points(about, terms),
        reached_on: stage.agreed_at.date(),
        session: Some(match e.submission.form {
            CongressForm::Congress | CongressForm::AllStaff => {
                format!("{}{}", n.header.employer.name, session(e.submission.form))
            }
            CongressForm::SectorCongress | CongressForm::EachEmployer => session(e.submission.form),
        }),
        signatures: None,
        submitted_on: e.at.date(),
        summary: vec![talks(n, terms)],
        terms_digest: stage.text.digest,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// The articles on the vote: those of a sector or region stand by themselves (ZJ-CC 29).
fn rules_of(about: &About<'_>, form: CongressForm, command: &str) -> Vec<String> {
    match form {
        CongressForm::Congress | CongressForm::AllStaff => behind(about, command),
        CongressForm::SectorCongress | CongressForm::EachEmployer => {
            articles(about, &["ZJ-CC 29", "HZ 33", "NB 30", "LCL 51", "CC22 36"])
        }
    }
}

/// How the talks went, in a paragraph.
fn talks(n: &Negotiation, terms: &Terms) -> String {
    let first = n.sessions.first().map_or_else(String::new, |session| day(session.opened_at.date()));
    let said = Said::new("paper-talks").arg("count", n.sessions.len()).arg("first", first);
    catalogue::say(&said.arg("title", &terms.title))
}

/// A draft that comes back after a rejection (ZJ-CC 24(3)).
fn again(about: &About<'_>, stage: &Congress) -> Option<Resubmission> {
    let (on, rejected) = about.heard.rejected.as_ref()?;
    match stage.route {
        Route::First | Route::AfterObjection => return None,
        Route::AfterRejection => {}
    }
    let altered = changes(rejected, &stage.text.terms).into_iter().map(|change| {
        let words = change.new.unwrap_or_else(|| word("paper-clause-dropped"));
        catalogue::say(&Said::new("paper-amendment").arg("clause", change.clause).arg("words", words))
    });
    Some(Resubmission { amendments: altered.collect(), rejected_on: *on, round: about.heard.submitted.max(2) })
}

fn due(about: &About<'_>, n: &Negotiation, stage: &Congress) -> ReplyPeriod {
    let (rule, duty, key): (Option<&Period>, _, _) = match stage.route {
        Route::First | Route::AfterObjection => {
            (about.rules.to_congress.value(), newest(n, "to_congress"), "paper-since-agreement")
        }
        Route::AfterRejection => (about.rules.resubmit.value(), newest(n, "resubmit"), "paper-since-renewed-agreement"),
    };
    match rule {
        Some(rule) => ReplyPeriod {
            citation: citations(&rule.source.citation),
            due: duty.map(|duty| duty.dates.due),
            period: catalogue::say(&Said::new(key).arg("period", in_words(rule))),
        },
        None => ReplyPeriod {
            citation: law::citation::Citation::new("CC22 36").map(|article| article.display_zh()).unwrap_or_default(),
            due: None,
            period: word("paper-after-agreement"),
        },
    }
}

/// The well-known figures of the text, each with what it was before, as far as that is known.
fn points(about: &About<'_>, terms: &Terms) -> Vec<KeyPoint> {
    let text = |terms: &Terms, key: &str| terms.figure(key).map(negotiation::terms::Value::text);
    let before = |key: &str| about.heard.before.as_ref().and_then(|before| text(&before.terms, key));
    let point = |key: &str, title, old: Option<String>| {
        let old = old.or_else(|| before(key)).unwrap_or_else(|| word("paper-unknown"));
        Some(KeyPoint { new: text(terms, key)?, old: Some(old), title: word(title) })
    };
    let all = [
        point(figure::AVERAGE_AFTER, "paper-figure-average", text(terms, figure::AVERAGE_BEFORE)),
        point(figure::RISE, "paper-figure-rise", None),
        point(figure::MIN_WAGE, "paper-figure-min-wage", None),
    ];
    all.into_iter().flatten().collect()
}

fn effect(n: &Negotiation, terms: &Terms) -> Vec<String> {
    let covered: u32 = n.coverage.active().map(|covered| covered.employer.headcount).sum();
    let workers = if covered > 0 { covered } else { n.header.employer.headcount };
    vec![catalogue::say(&Said::new("paper-covers").arg("coverage", &terms.coverage).arg("workers", workers))]
}

pub(super) fn ballots(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    if let (Event::SubmittedToCongress(e), Stage::Congress(stage)) = (trigger.event, &n.stage) {
        return Ok(ledger::canonical::to_vec(&blank(about, n, trigger, e, stage))?);
    }
    let (form, vote, outcome) = congress::voted(trigger.event).ok_or(PaperError::Stage("D13"))?;
    let own = congress::own(n, trigger.event);
    let vote = &if own.is_some() { vote.clone() } else { congress::whole(n, form, vote, outcome) };
    let draft = congress::text(n).ok_or(PaperError::Stage("D13"))?;
    let printed = congress::printed(about, form, vote, outcome);
    let person = |id: &str, role: ScrutineerRole| Scrutineer { name: about.people.name(id), role };
    let watching = vote.scrutineers.iter().map(|who| person(&who.id, ScrutineerRole::Scrutineer));
    let standing = entered(about, n, trigger.event).into_iter().map(|(id, role)| person(id, role));
    let paper = BallotPapers {
        body: body(form),
        // Who presides over an employer's own congress stands in the signed protocol only.
        chair: own.map_or_else(|| about.people.name(&n.header.union.chair.id), |_| word("paper-unknown")),
        citations: rules_of(about, form, "record_vote"),
        count: Some(CountReport {
            abstain: vote.abstain,
            invalid: printed.invalid,
            issued: vote.issued,
            no: vote.no,
            outcome,
            present: vote.present,
            returned: vote.returned,
            yes: vote.yes,
        }),
        draft: draft.terms.title.clone(),
        header: super::common::header(about, n, trigger, word("paper-title-ballots")),
        on: vote.held_on,
        online: congress::online(vote),
        parties: parties(about, n),
        place: own.map_or_else(|| n.header.employer.address.clone(), str::to_owned),
        roll: about.rolls.lines(vote, trigger.at),
        round: round(about),
        rule: printed.rule,
        scrutineers: watching.chain(standing).collect(),
        secret: vote.secret,
        session: own.map_or(printed.session, |firm| catalogue::say(&Said::new("paper-session-own").arg("firm", firm))),
        signature: None,
        terms_digest: draft.digest,
        total: vote.total,
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// Roll and ballot for the meeting to come; its figures are filled in there.
fn blank(
    about: &About<'_>,
    n: &Negotiation,
    trigger: &Trigger<'_>,
    e: &SubmittedToCongress,
    stage: &Congress,
) -> BallotPapers {
    let SubmitToCongress { form, meeting_on, total, .. } = e.submission;
    BallotPapers {
        body: body(form),
        chair: about.people.name(&n.header.union.chair.id),
        citations: rules_of(about, form, "record_vote"),
        count: None,
        draft: stage.text.terms.title.clone(),
        header: dated(about, n, trigger, e.at, word("paper-title-ballots")),
        on: meeting_on,
        online: None,
        parties: parties(about, n),
        place: n.header.employer.address.clone(),
        roll: about.rolls.sheet(total, trigger.at),
        round: round(about),
        rule: congress::majority(about, form),
        scrutineers: Vec::new(),
        secret: about.rules.congress.secret,
        session: session(form),
        signature: None,
        terms_digest: stage.text.digest,
        total,
    }
}

/// Who entered the figures from the protocol and who confirmed them, where the vote was entered as an act on paper.
fn entered<'a>(about: &'a About<'_>, n: &'a Negotiation, event: &Event) -> Vec<(&'a str, ScrutineerRole)> {
    let (Some(second), Some((_, vote, _))) = (&about.heard.second, congress::voted(event)) else { return Vec::new() };
    // The figures may have been corrected since; the protocol is the same.
    let names = |vote: &RecordVote| (vote.employer.clone(), vote.protocol, vote.terms);
    let of_vote = |entry: &&PaperEntry| {
        let act = serde_json::from_str::<Command>(&entry.text).ok();
        let act = if let Some(Command::Congress(CongressCommand::RecordVote(had))) = act { Some(had) } else { None };
        entry.confirmed && act.is_some_and(|had| names(&had) == names(vote))
    };
    let Some(entry) = n.papers.iter().rfind(of_vote) else { return Vec::new() };
    vec![(entry.entered_by.id.as_str(), ScrutineerRole::Entered), (second.as_str(), ScrutineerRole::Confirmed)]
}

/// How often the draft has been voted on: each vote of all together has its resolution.
fn round(about: &About<'_>) -> u32 {
    let voted = about.heard.papers.iter().filter(|(kind, ..)| *kind == documents::Kind::CongressResolution).count();
    u32::try_from(voted).unwrap_or(u32::MAX).saturating_add(1)
}
