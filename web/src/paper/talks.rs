//! D09 minutes of a session.

use documents::data::{Attendant, Meeting, Minutes, Position, PositionOutcome, RecorderProposal, Signatures};
use law::time::Moment;
use negotiation::state::{AgreedText, Session, Stage};
use negotiation::terms::Clause;
use negotiation::{Event, Negotiation, Side};

use super::common::{confirmed, header, parties, side, word};
use super::{About, PaperError, Trigger};

pub(super) fn minutes(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let Event::MinutesConfirmed(event) = trigger.event else {
        return Err(PaperError::Stage("D09"));
    };
    let session = n.sessions.iter().find(|session| session.number == event.session);
    let (Some(session), Some((closed_at, summary))) = (session, session.and_then(|session| session.closed.as_ref()))
    else {
        return Err(PaperError::Stage("D09"));
    };
    let attendance = attendance(about, n, session);
    let chair = attendance.iter().find(|one| one.chief && one.side == side(session.chair)).cloned();
    let digest = trigger.head.hash;
    let mark = |of: Side, at: Option<Moment>| at.and_then(|at| confirmed(about, n, of, at, digest));
    let minutes = Minutes {
        chair: chair.ok_or(PaperError::Stage("D09"))?,
        attendance,
        closed_at: *closed_at,
        confirmation: Some(Signatures {
            employer: mark(Side::Employer, session.confirmed.employer),
            worker: mark(Side::Worker, session.confirmed.worker),
        }),
        header: header(about, n, trigger, word("paper-title-minutes")),
        next: session.next_on.map(|on| Meeting { on, place: session.place.clone() }),
        opened_at: session.opened_at,
        parties: parties(about, n),
        place: session.place.clone(),
        positions: positions(n, session),
        recorder: RecorderProposal {
            name: about.people.name(&session.recorder.id),
            post: about.people.post(&session.recorder.id),
        },
        recorder_signature: None,
        recording: None,
        session: session.number,
        summary: summary.lines().map(str::to_owned).collect(),
    };
    Ok(ledger::canonical::to_vec(&minutes)?)
}

fn attendance(about: &About<'_>, n: &Negotiation, session: &Session) -> Vec<Attendant> {
    let mut all = Vec::new();
    for of in [Side::Worker, Side::Employer] {
        let Some(list) = n.delegations.get(of).and_then(Option::as_deref) else {
            continue;
        };
        all.extend(list.members.iter().map(|member| Attendant {
            chief: member.chief,
            name: about.people.name(&member.person.id),
            post: about.people.post(&member.person.id),
            present: session.attending.iter().any(|who| who.id == member.person.id),
            side: side(of),
        }));
    }
    all
}

/// Every clause that was spoken about in the session: the workers' last word, the employer's last word, how it stands.
fn positions(n: &Negotiation, session: &Session) -> Vec<Position> {
    let mut all = Vec::new();
    for (id, history) in n.table.words() {
        let agreed = n.table.agreed.get(id).filter(|agreed| agreed.session == session.number);
        let spoken = history.iter().any(|position| position.session == session.number) || agreed.is_some();
        if !spoken {
            continue;
        }
        let last = |side: Side| {
            let found = history.iter().rfind(|position| position.side == side && position.session <= session.number);
            found.map_or_else(|| "—".to_owned(), |position| words(&position.text, &position.values))
        };
        all.push(Position {
            clause: heading(n, id),
            demand: last(Side::Worker),
            outcome: if agreed.is_some() { PositionOutcome::Agreed } else { PositionOutcome::Pending },
            reply: last(Side::Employer),
            result: agreed.map(|agreed| words(&agreed.text, &agreed.values)),
        });
    }
    all
}

/// The words of a position with its values in place.
pub(super) fn words(text: &str, values: &[negotiation::terms::Value]) -> String {
    Clause {
        chapter: negotiation::terms::Chapter::General,
        heading: String::new(),
        id: String::new(),
        item: None,
        not_applicable: None,
        text: text.to_owned(),
        values: values.to_vec(),
    }
    .rendered()
}

/// The heading of a clause, where a text that has it is on the table; otherwise its id.
fn heading(n: &Negotiation, id: &str) -> String {
    let clause = text(&n.stage).and_then(|text| text.terms.clause(id));
    clause.map_or_else(|| id.to_owned(), |clause| clause.heading.clone())
}

/// The text on the table, also while the talks are suspended or before the bureau.
fn text(stage: &Stage) -> Option<&AgreedText> {
    match stage {
        Stage::Suspended(suspended) => text(&suspended.within),
        Stage::Disputed(disputed) => text(&disputed.within),
        Stage::Negotiating(_, draft) => draft.as_ref().map(|draft| &draft.text),
        Stage::Renegotiating(stage) => Some(&stage.rejected),
        Stage::Objected(stage) => Some(&stage.filing.signed.text),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Effective(_)
        | Stage::Refused(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => None,
    }
}
