//! Corrections off the straight way: of the coverage list and of letters, while the talks rest, and after the end.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::command::{CongressForm, FactChange};
use negotiation::state::{DutyStatus, LetterKind, Receipt, Stage};
use negotiation::{Event, Side};

use crate::acts::{self, FIVE, confirm_correction, own_vote, propose_correction, submit_as};
use crate::cast::{
    Story, agent, clerk, day, employer_chief, given, legal_rep, officer, union_chair, union_officer, worker_chief,
};
use crate::letters::opined;
use crate::sector::sector;
use crate::who::says;

/// Proposes and confirms; the events of the confirmation.
pub(crate) fn corrects(story: &mut Story, at: &str, fact: FactChange) -> Vec<Event> {
    story.does(at, &agent(), propose_correction(fact));
    let number = u32::try_from(story.case().corrections.len()).unwrap();
    story.does(at, &union_officer(), confirm_correction(number))
}

pub(crate) fn refused(story: &mut Story, at: &str, fact: FactChange, rule: &str) {
    says(&story.refuses(at, &agent(), propose_correction(fact), rule));
}

pub(crate) fn late(story: &Story, duty: &str) -> bool {
    match story.duty(duty).status {
        DutyStatus::Met { late, .. } => late,
        other => panic!("{duty} is {other:?}"),
    }
}

fn wrongly(employer: &str) -> FactChange {
    FactChange::WronglyCovered { employer: employer.to_owned() }
}

fn workers(employer: &str, new: u32, old: u32) -> FactChange {
    FactChange::CoveredWorkers { employer: employer.to_owned(), new, old }
}

const LATER: &str = "2026-01-21 10:00";

// ZJ-CC 12, 29, CC22 44: who is covered stands on the list; a firm on it by mistake is bound by nothing.
#[test]
fn a_firm_that_was_listed_by_mistake_is_struck_off_at_every_stage() {
    for profile in [Cn, Zj, Hz, Nb] {
        for stage in ["idle", "negotiating", "suspended", "disputed", "congress", "signed", "effective", "ended"] {
            let mut story = sector(profile).until(stage);
            corrects(&mut story, LATER, wrongly("second"));
            let case = story.case();
            assert!(case.coverage.find("second").is_none(), "{profile:?} {stage}");
            assert!(case.header.covered.iter().all(|firm| firm.key != "second"));
            assert!(case.coverage.fixed.iter().all(|bound| bound.employer.key != "second"));
            assert_eq!(case.coverage.active().count(), 4);
            refused(&mut story, LATER, wrongly("second"), "FACT-COVERAGE");
        }
    }
}

// ZJ-CC 12: a firm that has itself confirmed or voted was meant; it leaves by its own declaration.
#[test]
fn a_firm_that_spoke_for_itself_was_not_listed_by_mistake() {
    let mut story = sector(Zj).until("drafted");
    let submit = submit_as(CongressForm::EachEmployer, story.text());
    story.does("2026-01-15 09:00", &union_chair(), submit);
    story.does("2026-01-15 10:00", &agent(), acts::confirm_coverage("first"));
    refused(&mut story, "2026-01-15 11:00", wrongly("first"), "FACT-COVERAGE");
    let voted = own_vote("third", story.text(), 38, 10);
    story.does("2026-01-17 16:00", &clerk(), voted);
    refused(&mut story, "2026-01-17 17:00", wrongly("third"), "FACT-COVERAGE");
    // What was proposed in time is looked at again when it is confirmed.
    story.does("2026-01-17 17:00", &agent(), propose_correction(wrongly("fourth")));
    story.does("2026-01-17 17:10", &agent(), acts::confirm_coverage("fourth"));
    says(&story.refuses("2026-01-17 17:20", &union_officer(), confirm_correction(1), "FACT-COVERAGE"));
    story.does("2026-01-17 18:00", &legal_rep(), acts::withdraw_coverage("first"));
}

// ZJ-CC 29: name, code and number of workers of a firm, on the list, as opened, and among those who are bound.
#[test]
fn the_particulars_of_a_covered_firm_are_corrected_wherever_they_stand() {
    for stage in ["idle", "negotiating", "signed", "effective", "ended"] {
        let mut story = sector(Zj).until(stage);
        corrects(&mut story, LATER, workers("first", 41, 40));
        let name = FactChange::CoveredName {
            employer: "first".to_owned(),
            new: "示例一厂（虚构）".to_owned(),
            old: acts::firm("first").name,
        };
        corrects(&mut story, LATER, name);
        let code = |new: &str| FactChange::CoveredUscc {
            employer: "first".to_owned(),
            new: new.to_owned(),
            old: acts::firm("first").uscc,
        };
        refused(&mut story, LATER, code(&acts::firm("second").uscc), "FACT-COVERAGE");
        refused(&mut story, LATER, code("91339901MA7GX1066A"), "CHK-USCC");
        corrects(&mut story, LATER, code(&acts::firm("sixth").uscc));
        let case = story.case();
        let listed = case.coverage.find("first").unwrap().employer.clone();
        assert_eq!((listed.headcount, listed.name.as_str()), (41, "示例一厂（虚构）"));
        assert_eq!(listed.uscc, acts::firm("sixth").uscc);
        assert_eq!(case.header.covered.iter().find(|firm| firm.key == "first"), Some(&listed));
        let bound = case.coverage.fixed.iter().find(|bound| bound.employer.key == "first");
        assert_eq!(
            bound.map(|bound| &bound.employer),
            ["signed", "effective", "ended"].contains(&stage).then_some(&listed)
        );
        refused(&mut story, LATER, workers("first", 0, 41), "FACT-NUMBER");
        refused(&mut story, LATER, workers("first", 42, 40), "FACT-STALE");
        refused(&mut story, LATER, workers("sixth", 42, 40), "FACT-COVERAGE");
    }
}

// ZJ-CC 29: where each firm adopts for itself, one that is struck off holds nobody up, and four are bound.
#[test]
fn the_others_are_bound_where_one_was_listed_by_mistake() {
    let mut story = sector(Zj).until("drafted");
    let submit = submit_as(CongressForm::EachEmployer, story.text());
    story.does("2026-01-15 09:00", &union_chair(), submit);
    corrects(&mut story, "2026-01-15 10:00", wrongly("fifth"));
    for key in &FIVE[..4] {
        story.does("2026-01-15 11:00", &agent(), acts::confirm_coverage(key));
    }
    for key in &FIVE[..4] {
        let vote = own_vote(key, story.text(), 38, 30);
        story.does("2026-01-17 16:00", &clerk(), vote);
    }
    let story = story.until("signed");
    assert_eq!(story.case().coverage.fixed.len(), 4);
}

fn received(new: &str, old: &str) -> FactChange {
    FactChange::LetterReceived { letter: 1, new: day(new), old: day(old) }
}

// ZJ-TULS 22: fifteen working days from receipt; another day of receipt, another last day.
#[test]
fn a_corrected_day_of_receipt_of_an_opinion_moves_the_last_day_of_its_answer() {
    for profile in [Zj, Hz, Nb] {
        let mut story = opined(profile);
        assert_eq!(story.due("opinion_answer-1"), "2026-03-23");
        story.does("2026-03-24 09:00", &agent(), acts::answer_opinion(1, true));
        assert!(late(&story, "opinion_answer-1"));
        let events = corrects(&mut story, "2026-03-25 09:00", received("2026-03-03", "2026-03-02"));
        assert_eq!((story.due("opinion_answer-1").as_str(), late(&story, "opinion_answer-1")), ("2026-03-24", false));
        assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(_))));
        let letter = story.case().remedies.letter(LetterKind::Opinion, 1).unwrap();
        assert!(matches!(letter.receipt, Some(Receipt::Received(at)) if at.date() == day("2026-03-03")));
        for wrong in ["2026-03-01", "2026-03-25"] {
            refused(&mut story, "2026-03-25 10:00", received(wrong, "2026-03-03"), "FACT-DATE");
        }
        refused(&mut story, "2026-03-25 10:00", received("2026-03-04", "2026-03-02"), "FACT-STALE");
    }
}

// ZJ-TULS 23: a refused receipt has its day, too, and starts no period; what never came has none.
#[test]
fn a_day_on_which_receipt_was_refused_is_corrected_and_starts_no_period() {
    let mut story = given(Zj).until("refused");
    story.does("2026-03-02 09:00", &union_officer(), acts::opine(negotiation::command::Grievance::Refusal));
    refused(&mut story, "2026-03-02 10:00", received("2026-03-02", "2026-03-02"), "STAGE-propose_correction");
    story.does("2026-03-03 15:00", &agent(), acts::letter_receipt(1, "2026-03-03", true));
    corrects(&mut story, "2026-03-04 09:00", received("2026-03-02", "2026-03-03"));
    let letter = story.case().remedies.letter(LetterKind::Opinion, 1).unwrap();
    assert!(matches!(letter.receipt, Some(Receipt::Refused(at)) if at.date() == day("2026-03-02")));
    assert!(story.case().duty("opinion_answer-1").is_none());
    let none = FactChange::LetterReceived { letter: 2, new: day("2026-03-02"), old: day("2026-03-02") };
    refused(&mut story, "2026-03-04 10:00", none, "STAGE-propose_correction");
}

// ZJ-CC 7, CC22 32: while the talks rest or the bureau coordinates, the days before count as ever.
#[test]
fn days_before_the_talks_are_corrected_while_they_rest() {
    for profile in [Cn, Zj, Hz, Nb] {
        for stage in ["suspended", "disputed"] {
            let mut story = given(profile).until(stage);
            let received = FactChange::OfferReceived { new: day("2026-01-06"), old: day("2026-01-05") };
            corrects(&mut story, "2026-01-15 09:00", received);
            assert_eq!(story.duty("reply-1").anchor, day("2026-01-06"), "{profile:?} {stage}");
            let answered = FactChange::OfferAnswered { new: day("2026-01-07"), old: day("2026-01-06") };
            corrects(&mut story, "2026-01-15 09:10", answered);
            assert!(
                matches!(story.duty("reply-1").status, DutyStatus::Met { at, .. } if at.date() == day("2026-01-07"))
            );
            let opened = FactChange::SessionOpened { new: day("2026-01-13"), old: day("2026-01-14"), session: 1 };
            corrects(&mut story, "2026-01-15 09:20", opened);
            // Where the case returns to, the days are the corrected ones.
            let back = match &story.case().stage {
                Stage::Suspended(suspended) => &suspended.within,
                Stage::Disputed(disputed) => &disputed.within,
                other => panic!("{}", other.name()),
            };
            let Stage::Negotiating(talks, _) = &**back else { panic!("{}", back.name()) };
            assert_eq!((talks.received_at.date(), talks.answered_at.date()), (day("2026-01-06"), day("2026-01-07")));
        }
    }
}

// ZJ-CC 24(2), CC22 36: figures of a vote that failed, while the sides have suspended talks about another text.
#[test]
fn a_protocol_is_corrected_while_talks_after_a_rejection_rest() {
    for profile in [Cn, Zj] {
        let mut story = given(profile).until("renegotiating");
        story.does("2026-01-18 09:00", &worker_chief(), acts::propose_suspension("2026-02-10"));
        story.does("2026-01-18 09:10", &employer_chief(), acts::suspend(true));
        let held = FactChange::VoteHeld { new: day("2026-01-16"), old: day("2026-01-17") };
        corrects(&mut story, "2026-01-19 09:00", held);
        assert_eq!(story.case().stage.vote().unwrap().protocol.held_on, day("2026-01-16"));
        assert_eq!(story.stage(), "suspended");
    }
}

// ZJ-DM 29(3), HZ 27: the longest time counts from the day on which the talks were suspended.
#[test]
fn a_corrected_first_day_of_a_suspension_moves_its_end_and_the_whole() {
    for (profile, due) in [(Zj, Some("2026-03-16")), (Hz, Some("2026-02-13")), (Nb, Some("2026-03-16")), (Cn, None)] {
        let mut story = given(profile).until("negotiating");
        story.does("2026-01-16 10:00", &worker_chief(), acts::propose_suspension("2026-02-10"));
        story.does("2026-01-16 10:10", &employer_chief(), acts::suspend(true));
        let total = story.case().duty("total-1").map(|duty| duty.dates.due);
        let from = |new, old| FactChange::SuspendedFrom { new: day(new), old: day(old) };
        corrects(&mut story, "2026-01-19 09:00", from("2026-01-14", "2026-01-16"));
        let Stage::Suspended(stage) = &story.case().stage else { panic!("{}", story.stage()) };
        assert_eq!(stage.since.date(), day("2026-01-14"));
        assert_eq!(story.case().pauses.last().unwrap().from, day("2026-01-14"));
        let end = story.case().duty("suspend-1").map(|duty| duty.dates.due);
        assert_eq!(end, due.map(day), "{profile:?}: as if it had been recorded so");
        let later = story.case().duty("total-1").map(|duty| duty.dates.due);
        assert!(later >= total, "more days stood still");
        for wrong in ["2026-01-13", "2026-01-20"] {
            refused(&mut story, "2026-01-19 10:00", from(wrong, "2026-01-14"), "FACT-DATE");
        }
    }
    let from = FactChange::SuspendedFrom { new: day("2026-01-14"), old: day("2026-01-14") };
    refused(&mut given(Zj).until("negotiating"), "2026-01-15 09:00", from, "STAGE-propose_correction");
}

// CC22 52, ZJ-CC 39(2): thirty days from acceptance, with the extension that was given.
#[test]
fn a_corrected_day_of_acceptance_moves_the_end_of_coordination() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile).until("disputed");
        let accepted = |new, old| FactChange::CoordinationAccepted { new: day(new), old: day(old) };
        refused(&mut story, "2026-01-16 09:00", accepted("2026-01-16", "2026-01-16"), "STAGE-propose_correction");
        story.does("2026-03-03 09:00", &officer(), acts::accept_coordination());
        assert_eq!(story.due("coordinate-1"), "2026-04-02");
        corrects(&mut story, "2026-03-04 09:00", accepted("2026-03-02", "2026-03-03"));
        assert_eq!(story.due("coordinate-1"), "2026-04-01", "{profile:?}");
        story.does("2026-03-20 09:00", &officer(), acts::extend_coordination(15, "双方仍在商量"));
        corrects(&mut story, "2026-03-23 09:00", accepted("2026-03-03", "2026-03-02"));
        assert_eq!(story.due("coordinate-1"), "2026-04-17", "thirty days and fifteen");
        refused(&mut story, "2026-03-23 10:00", accepted("2026-01-13", "2026-03-03"), "FACT-DATE");
    }
}

pub(crate) fn ended(profile: Profile) -> Story {
    let mut story = given(profile).until("effective");
    let publish = acts::publish(story.text());
    story.does("2026-01-29 09:00", &agent(), publish);
    story.does("2026-06-01 09:00", &worker_chief(), acts::condition("end", "2026-05-29"));
    assert_eq!(story.stage(), "ended");
    story
}

// ZJ-CC 34–35, 24(2): records of an agreement that has ended are still records.
#[test]
fn what_was_recorded_of_an_agreement_is_corrected_after_its_end() {
    let at = "2026-06-02 09:00";
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = ended(profile);
        assert!(late(&story, "publish-employer"));
        let published = FactChange::Published { new: day("2026-01-26"), old: day("2026-01-29"), side: Side::Employer };
        let events = corrects(&mut story, at, published);
        assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(_))));
        assert!(!late(&story, "publish-employer"), "{profile:?}");
        let number = FactChange::RegistryNumber {
            new: "示例〔2026〕2号".to_owned(),
            old: "示例〔2026〕1号".to_owned(),
        };
        corrects(&mut story, at, number);
        corrects(&mut story, at, FactChange::Copies { new: 6, old: 5 });
        let held = FactChange::VoteHeld { new: day("2026-01-16"), old: day("2026-01-17") };
        corrects(&mut story, at, held);
        let signed = FactChange::Signed { new: day("2026-01-17"), old: day("2026-01-18"), side: Side::Worker };
        corrects(&mut story, at, signed);
        let filed = FactChange::FilingReceived { new: day("2026-01-20"), old: day("2026-01-19") };
        corrects(&mut story, at, filed);
        assert_eq!(story.duty("review-1").anchor, day("2026-01-20"));
        let Stage::Ended(stage) = &story.case().stage else { panic!("{}", story.stage()) };
        let filing = &stage.effective.filing;
        assert_eq!((filing.copies, filing.registered.as_deref()), (6, Some("示例〔2026〕2号")));
        assert_eq!(filing.signed.vote.protocol.held_on, day("2026-01-16"));
        assert_eq!(stage.on, day("2026-05-29"));
    }
}

// ZJ-CC 29, CC22 36: the outcome stays under the rule by which it came out: half of all carries in a sector of Zhejiang.
#[test]
fn a_count_of_a_sector_is_corrected_under_the_rule_of_the_sector() {
    let count = |present, new, old| {
        let ballots = |yes| negotiation::command::Ballots {
            abstain: 0,
            issued: present,
            no: present - yes,
            present,
            returned: present,
            total: 60,
            yes,
        };
        FactChange::VoteCount { new: ballots(new), old: ballots(old) }
    };
    for profile in [Zj, Hz, Nb] {
        let mut story = sector(profile).until("congress");
        let vote = acts::vote(story.text(), "2026-01-17", 60, 50, 31);
        story.does("2026-01-17 16:00", &clerk(), vote);
        assert_eq!(story.stage(), "adopted");
        corrects(&mut story, "2026-01-18 09:00", count(50, 30, 31));
        refused(&mut story, "2026-01-18 10:00", count(50, 29, 30), "FACT-VOTE");
    }
}
