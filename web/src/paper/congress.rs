//! D14 resolution of the congress, and the vote as other papers print it.

use documents::data::{Body, CongressResolution, MajorityRule, OnlineCount, Outcome, SignMethod, Signed, Vote};
use law::rules::Half;
use negotiation::command::{CongressForm, RecordVote};
use negotiation::state::{AgreedText, Stage};
use negotiation::{Event, Negotiation, Side};

use super::common::{header, parties, seal, word};
use super::{About, PaperError, Trigger};

pub(super) fn resolution(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (form, vote, outcome) = voted(trigger.event).ok_or(PaperError::Stage("D14"))?;
    let vote = &whole(n, form, vote, outcome);
    let draft = text(n).ok_or(PaperError::Stage("D14"))?;
    let chair = about.people.name(&n.header.union.chair.id);
    // Whoever presides signs online only by recording the vote; elsewhere there is a line to sign on.
    let signs = trigger.speaker.id == n.header.union.chair.id && about.heard.second.is_none();
    let paper = CongressResolution {
        chair: chair.clone(),
        draft: draft.terms.title.clone(),
        header: header(about, n, trigger, word("paper-title-resolution")),
        issued: vote.issued,
        online: online(vote),
        parties: parties(about, n),
        place: n.header.employer.address.clone(),
        round: round(trigger),
        scrutineers: vote.scrutineers.iter().map(|who| about.people.name(&who.id)).collect(),
        signature: signs.then(|| Signed {
            at: trigger.at,
            digest: draft.digest,
            method: SignMethod::Electronic,
            name: chair,
            seal: seal(n, Side::Worker),
        }),
        terms_digest: draft.digest,
        vote: printed(about, form, vote, outcome),
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// The part of a vote that was held online. Several employers' votes have several lists: each own protocol names its own.
pub(super) fn online(vote: &RecordVote) -> Option<OnlineCount> {
    let online = vote.online.as_ref()?;
    Some(OnlineCount { issued: online.issued, list: online.list, plain: online.plain, returned: online.returned })
}

/// The text that was voted on.
pub(super) fn text(n: &Negotiation) -> Option<&AgreedText> {
    let rejected = if let Stage::Renegotiating(stage) = &n.stage { Some(&stage.rejected) } else { None };
    n.stage.text().or(rejected)
}

pub(super) fn voted(event: &Event) -> Option<(CongressForm, &RecordVote, Outcome)> {
    if let Event::DraftAdopted(voted) = event {
        Some((voted.form, &voted.vote, Outcome::Adopted))
    } else if let Event::DraftRejected(voted) = event {
        Some((voted.form, &voted.vote, Outcome::Rejected))
    } else if let Event::QuorumMissed(missed) = event {
        Some((missed.form, &missed.vote, Outcome::NoQuorum))
    } else if let Event::EmployerVoted(voted) = event {
        let outcome = if voted.adopted { Outcome::Adopted } else { Outcome::Rejected };
        Some((CongressForm::EachEmployer, &voted.vote, outcome))
    } else {
        None
    }
}

/// Name of the employer whose own congress a protocol is of; none where it is of all together (ZJ-CC 29).
pub(super) fn own<'n>(n: &'n Negotiation, event: &Event) -> Option<&'n str> {
    let vote = if let Event::EmployerVoted(voted) = event {
        &voted.vote
    } else if let Event::QuorumMissed(missed) = event {
        &missed.vote
    } else {
        return None;
    };
    let listed = n.coverage.employers.iter().rfind(|known| Some(&known.employer.key) == vote.employer.as_ref());
    listed.map(|known| known.employer.name.as_str())
}

/// The number of the resolution tells how often the congress has voted.
pub(super) fn round(trigger: &Trigger<'_>) -> u32 {
    trigger.number.split('-').nth(1).and_then(|number| number.parse().ok()).unwrap_or(1)
}

/// The protocol; where each employer's own congress carried the draft, all their votes together.
pub(super) fn whole(n: &Negotiation, form: CongressForm, vote: &RecordVote, outcome: Outcome) -> RecordVote {
    if form != CongressForm::EachEmployer || outcome != Outcome::Adopted {
        return vote.clone();
    }
    let mut votes = n.coverage.adopting_votes(vote.terms);
    let Some(first) = votes.next() else {
        return vote.clone();
    };
    votes.fold(first.clone(), |mut sum, next| {
        sum.abstain += next.abstain;
        sum.held_on = sum.held_on.max(next.held_on);
        sum.issued += next.issued;
        sum.no += next.no;
        sum.present += next.present;
        sum.returned += next.returned;
        sum.scrutineers.extend(next.scrutineers.iter().cloned());
        sum.total += next.total;
        sum.yes += next.yes;
        sum
    })
}

/// Who counts how: an enterprise's own rule, or that of a sector or region (ZJ-CC 29).
pub(super) fn majority(about: &About<'_>, form: CongressForm) -> MajorityRule {
    let wide = match form {
        CongressForm::Congress | CongressForm::AllStaff => None,
        CongressForm::SectorCongress | CongressForm::EachEmployer => about.rules.industry_pass.value(),
    };
    match (wide.map_or(about.rules.congress.pass, |wide| wide.pass), wide) {
        (Half::Strict, _) => MajorityRule::MoreThanHalf,
        (Half::Inclusive, None) => MajorityRule::HalfOrMore,
        (Half::Inclusive, Some(_)) => MajorityRule::SectorHalf,
    }
}

/// A vote as papers print it; of several employers together, as [`whole`] makes it.
pub(super) fn printed(about: &About<'_>, form: CongressForm, vote: &RecordVote, outcome: Outcome) -> Vote {
    let valid = vote.yes + vote.no + vote.abstain;
    Vote {
        abstain: vote.abstain,
        body: body(form),
        date: vote.held_on,
        invalid: vote.returned.saturating_sub(valid),
        no: vote.no,
        outcome,
        present: vote.present,
        rule: majority(about, form),
        secret: vote.secret,
        session: session(form),
        total: vote.total,
        yes: vote.yes,
    }
}

/// Who votes, as papers name it.
pub(super) const fn body(form: CongressForm) -> Body {
    match form {
        CongressForm::Congress => Body::Congress,
        CongressForm::AllStaff => Body::AllStaff,
        CongressForm::SectorCongress => Body::SectorCongress,
        CongressForm::EachEmployer => Body::EachEmployer,
    }
}

/// Name of the session.
pub(super) fn session(form: CongressForm) -> String {
    word(match form {
        CongressForm::Congress => "paper-session-congress",
        CongressForm::AllStaff => "paper-session-all-staff",
        CongressForm::SectorCongress => "paper-session-sector",
        CongressForm::EachEmployer => "paper-session-each",
    })
}
