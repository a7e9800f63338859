//! Letters of supervision (rows 6, 7, 23, 33): ZJ-TULS 9, 21–22, ZJ-CC 41, ZJ-DM 33, NB 37.
//!
//! A letter complains of something that the record shows or at least doesn't contradict; a step taken early or on a
//! ground that the record doesn't show is noted, never refused.

use law::Date;
use law::deadline::DeadlineRule;
use law::rules::Profile;
use law::time::Moment;

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::grievance::{self, Ground};
use super::proposal;
use crate::actor::Side;
use crate::checks::{Finding, Outcome};
use crate::command::{
    AnswerOpinion, Grievance, RecordLetterReceipt, SendOpinion, SendRectification, SendReminder, SupervisionCommand,
};
use crate::event::{CheckNoted, Event, LetterReceived, OpinionAnswered, OpinionSent, RectificationSent, ReminderSent};
use crate::refusal::{Refusal, cite};
use crate::state::{Letter, LetterKind, Owner};

pub(super) fn decide(ctx: &Ctx<'_>, command: &SupervisionCommand) -> Decided {
    known_here(ctx)?;
    match command {
        SupervisionCommand::SendReminder(letter) => remind(ctx, letter),
        SupervisionCommand::SendOpinion(letter) => opine(ctx, letter),
        SupervisionCommand::RecordLetterReceipt(receipt) => received(ctx, receipt),
        SupervisionCommand::AnswerOpinion(given) => answer(ctx, given),
        SupervisionCommand::SendRectification(letter) => rectify(ctx, letter),
        SupervisionCommand::SendProposal(letter) => proposal::propose(ctx, letter),
        SupervisionCommand::RecordOrder(order) => proposal::order(ctx, order),
    }
}

/// Refuses a command that the table doesn't give the stage.
pub(super) fn known_here(ctx: &Ctx<'_>) -> Result<(), Refusal> {
    let known = crate::table::find(ctx.command.name())
        .is_some_and(|row| row.stages.is_empty() || row.stages.contains(&ctx.n.stage_name()));
    if known { Ok(()) } else { Err(ctx.wrong_stage()) }
}

/// The next number of a kind of letters.
pub(super) fn next_number(ctx: &Ctx<'_>, kind: LetterKind) -> u32 {
    let sent = ctx.n.remedies.letters.iter().filter(|letter| letter.kind == kind).count();
    u32::try_from(sent).unwrap_or(u32::MAX).saturating_add(1)
}

/// Words that a letter needs.
pub(super) fn worded(words: &[&str], articles: &[&str]) -> Result<(), Refusal> {
    if words.iter().any(|words| words.trim().is_empty()) {
        return Err(refuse("FACT-EMPTY", "fact-empty", articles));
    }
    Ok(())
}

/// A date that a letter or an order sets is not over.
pub(super) fn ahead(ctx: &Ctx<'_>, by: Date) -> Result<(), Refusal> {
    if by < ctx.when.date() {
        return Err(refuse("FACT-DATE", "fact-letter-date", &[]).with("found", by).with("from", ctx.when.date()));
    }
    Ok(())
}

/// What a letter complains of must not be contradicted by the record; what the record doesn't show is noted.
pub(super) fn grounded(ctx: &Ctx<'_>, grievance: Grievance) -> Result<Option<Event>, Refusal> {
    let articles = grievance::articles(grievance);
    match grievance::ground(ctx, grievance) {
        Ground::Shown => Ok(None),
        Ground::Claimed => {
            // A refusal is cut to the profile where it leaves; a finding stays in the record as it is made here.
            let mut citation = cite(articles);
            citation.retain(|article| article.applies(ctx.rules.profile));
            let finding =
                Finding::under("CHK-GRIEVANCE", Outcome::Amber, &citation).with("grievance", grievance.name());
            Ok(Some(noted(finding)))
        }
        Ground::Contradicted => {
            Err(refuse("FACT-GRIEVANCE", "fact-grievance", articles).with("grievance", grievance.name()))
        }
    }
}

pub(super) fn noted(finding: Finding) -> Event {
    Event::CheckNoted(CheckNoted { finding })
}

/// 提示函: the law sets no period; the date is the letter's own.
fn remind(ctx: &Ctx<'_>, letter: &SendReminder) -> Decided {
    worded(&[&letter.request], &[])?;
    ahead(ctx, letter.reply_by)?;
    let note = grounded(ctx, letter.grievance)?;
    let mut events = vec![Event::ReminderSent(ReminderSent {
        at: ctx.when,
        grievance: letter.grievance,
        number: next_number(ctx, LetterKind::Reminder),
        reply_by: letter.reply_by,
        request: letter.request.clone(),
    })];
    events.extend(note);
    Ok(events)
}

/// ZJ-TULS 21–22: in writing, signed by chair or vice-chair; the 15 working days run from receipt.
fn opine(ctx: &Ctx<'_>, letter: &SendOpinion) -> Decided {
    worded(&[&letter.facts, &letter.request], &["ZJ-TULS 21"])?;
    let note = grounded(ctx, letter.grievance)?;
    let number = next_number(ctx, LetterKind::Opinion);
    let received_at = (ctx.reads_inbox(Side::Employer) && !ctx.paper).then_some(ctx.when);
    let mut events = vec![Event::OpinionSent(OpinionSent {
        at: ctx.when,
        facts: letter.facts.clone(),
        grievance: letter.grievance,
        number,
        received_at,
        request: letter.request.clone(),
    })];
    events.extend(received_at.and_then(|at| answer_owed(ctx, number, at)));
    events.extend(note);
    Ok(events)
}

/// ZJ-TULS 22: an answer in writing within 15 working days of receipt. The national rules name no period.
fn answer_owed(ctx: &Ctx<'_>, letter: u32, received_at: Moment) -> Option<Event> {
    ctx.open(DeadlineRule::OpinionAnswer, Owner::Employer, answer_duty(letter), received_at.date())
}

/// Id of the duty to answer an opinion.
pub(super) fn answer_duty(letter: u32) -> String {
    format!("opinion_answer-{letter}")
}

/// The letter of this kind and number.
pub(super) fn letter<'a>(ctx: &'a Ctx<'_>, kind: LetterKind, number: u32) -> Result<&'a Letter, Refusal> {
    ctx.n.remedies.letter(kind, number).ok_or_else(|| {
        Refusal::new(format!("STAGE-{}", ctx.command.name()), "no-letter", &["ZJ-TULS 22", "ZJ-TULS 23"])
            .with("letter", number)
    })
}

/// CIV 137: the receiving side, or somebody of neither, says when the letter arrived or that receipt was refused.
fn received(ctx: &Ctx<'_>, receipt: &RecordLetterReceipt) -> Decided {
    let letter = letter(ctx, LetterKind::Opinion, receipt.letter)?;
    if letter.receipt.is_some() {
        return Err(refuse("STAGE-record_letter_receipt", "letter-received", &["CIV 137", "ZJ-TULS 22"])
            .with("letter", receipt.letter));
    }
    let sent_on = letter.sent_at.date();
    between(receipt.on, sent_on, ctx.now)?;
    let at = if receipt.on == sent_on { letter.sent_at } else { Moment::start_of(receipt.on) };
    let (letter, answered) = (receipt.letter, letter.answer.is_some());
    let mut events =
        vec![Event::LetterReceived(LetterReceived { at, letter, proof: receipt.proof, refused: receipt.refused })];
    // Refused receipt starts no period: it is itself a ground to turn to the bureau (ZJ-TULS 23).
    if !receipt.refused && !answered {
        events.extend(answer_owed(ctx, letter, at));
    }
    Ok(events)
}

/// A day lies between another and today.
fn between(on: Date, from: Date, now: Moment) -> Result<(), Refusal> {
    if on < from || on > now.date() {
        return Err(out_of_days(on, from, now.date(), &[]));
    }
    Ok(())
}

/// ZJ-TULS 22: the employer answers in writing, late or in time, and may add to an earlier answer.
fn answer(ctx: &Ctx<'_>, given: &AnswerOpinion) -> Decided {
    worded(&[&given.content], &["ZJ-TULS 22"])?;
    let letter = letter(ctx, LetterKind::Opinion, given.letter)?;
    between(ctx.when.date(), letter.sent_at.date(), ctx.now)?;
    let mut events = vec![Event::OpinionAnswered(OpinionAnswered {
        at: ctx.when,
        content: given.content.clone(),
        letter: given.letter,
        will_correct: given.will_correct,
    })];
    events.extend(ctx.meet(&answer_duty(given.letter)));
    Ok(events)
}

/// 整改意见书: its issuer sets the day. ZJ-CC 41 and NB 37 give it for a breach of a signed agreement, ZJ-DM 33 to the
/// federations of counties and above; the national rules don't know it.
fn rectify(ctx: &Ctx<'_>, letter: &SendRectification) -> Decided {
    worded(&[&letter.facts], &["ZJ-CC 41", "ZJ-DM 33"])?;
    ahead(ctx, letter.correct_by)?;
    let note = grounded(ctx, letter.grievance)?;
    let mut events = vec![Event::RectificationSent(RectificationSent {
        at: ctx.when,
        correct_by: letter.correct_by,
        facts: letter.facts.clone(),
        grievance: letter.grievance,
        number: next_number(ctx, LetterKind::Rectification),
    })];
    let national = ctx.rules.profile == Profile::Cn;
    if national || letter.grievance != Grievance::NotPerformed {
        let articles: &[&str] = if national { &[] } else { &["ZJ-CC 41", "ZJ-DM 33"] };
        let finding = Finding::new("CHK-RECTIFICATION", Outcome::Amber, articles)
            .with("law", if national { "national" } else { "zhejiang" });
        events.push(noted(finding));
    }
    events.extend(note);
    Ok(events)
}
