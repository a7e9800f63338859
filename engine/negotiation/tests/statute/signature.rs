//! Signing (row 22).

use law::rules::Profile::Zj;
use negotiation::command::{Command, Sign, SignatureCommand, SigningMethod};
use negotiation::{Event, Side};

use crate::acts;
use crate::cast::{agent, employer_chief, given, legal_rep, recorder, worker_chief};
use crate::who::says;
use crate::wording::with_figure;

// CC22 37, ZJ-CC 24(3): both chiefs sign after adoption; the later signature counts (CC22 42).
#[test]
fn the_agreement_is_signed_when_both_chiefs_have_signed() {
    let mut story = given(Zj).until("adopted");
    let sign = acts::sign(story.text());
    story.does("2026-01-18 09:00", &employer_chief(), sign.clone());
    assert_eq!(story.stage(), "adopted");
    story.does("2026-01-23 09:00", &worker_chief(), sign);
    assert_eq!(story.stage(), "signed");
    assert_eq!(story.due("file-1"), "2026-02-02", "ten days from the later signature");
}

// CC22 37, ZJ-CC 24(3): both chiefs sign, each once and for the own side.
#[test]
fn nobody_signs_twice_or_for_the_other_side() {
    let mut story = given(Zj).until("adopted");
    let sign = acts::sign(story.text());
    story.does("2026-01-18 09:00", &employer_chief(), sign.clone());
    says(&story.refuses("2026-01-18 09:01", &employer_chief(), sign.clone(), "STAGE-sign"));
    for other in [legal_rep(), agent(), recorder()] {
        story.refuses("2026-01-18 09:02", &other, sign.clone(), "WHO-sign");
    }
    let claimed = negotiation::Actor { side: Side::Worker, ..employer_chief() };
    story.refuses("2026-01-18 09:03", &claimed, sign, "WHO-sign");
}

// CC22 36–37, ZJ-CC 24: the signed text is the voted text.
#[test]
fn another_text_than_the_adopted_one_is_not_signed() {
    let mut story = given(Zj).until("adopted");
    let other = acts::sign(with_figure("min_wage", 270_000).digest().unwrap());
    says(&story.refuses("2026-01-18 09:00", &worker_chief(), other, "TEXT-CHANGED"));
}

// WN9 20: signature and seal; a missing seal is worth a look.
#[test]
fn a_signature_without_seal_is_noted() {
    for sealed in [true, false] {
        let mut story = given(Zj).until("adopted");
        let sign = Sign { method: SigningMethod::Handwritten, sealed, terms: story.text() };
        let events = story.does("2026-01-18 09:00", &worker_chief(), Command::Signature(SignatureCommand::Sign(sign)));
        let seal = |event: &Event| matches!(event, Event::CheckNoted(noted) if noted.finding.rule == "CHK-SEAL");
        assert_eq!(events.iter().any(seal), !sealed);
    }
}

// CC22 36–37: first the congress, then the signatures; a paper can't be signed on a day before the vote.
#[test]
fn a_paper_signed_before_the_vote_is_refused() {
    let mut story = given(Zj).until("adopted");
    let sign = acts::sign(story.text());
    let early = acts::enter_paper(sign.clone(), worker_chief(), "2026-01-16");
    says(&story.refuses("2026-01-18 09:00", &worker_chief(), early, "FACT-DATE"));
    story.does("2026-01-18 09:01", &worker_chief(), acts::enter_paper(sign, worker_chief(), "2026-01-17"));
}
