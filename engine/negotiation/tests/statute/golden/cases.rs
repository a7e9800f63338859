//! The cases that are told once and kept: together they contain every event.

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::Side;
use negotiation::command::{
    BreachOutcome, ChildKind, ConductFault, CongressForm, DatedAct, FactChange, Grievance, Ground, NoticeOutcome,
    OrderDecision, ProposalTrigger, Treatment,
};

use negotiation::state::Stage;

use crate::acts::{self, FIVE, own_vote, served};
use crate::cast::{
    BOOK, Story, agent, clerk, day, employer_chief, employer_rep, given, given_with, higher_union, legal_rep, officer,
    recorder, system, union_chair, union_officer, worker_chief, worker_rep,
};
use crate::sector::sector;
use crate::wording::{mended, with_figure};

/// A case: its name, and how it is told.
pub(crate) type Case = (&'static str, fn() -> Story);

/// The cases by name, in the order of their files.
pub(crate) const ALL: [Case; 19] = [
    ("amendment", amendment),
    ("congress", congress),
    ("coordination", coordination),
    ("corrections", corrections),
    ("corrections-end", corrections_end),
    ("corrections-rescission", corrections_rescission),
    ("corrections-rest", corrections_rest),
    ("given-up", given_up),
    ("national", national),
    ("no-ground", no_ground),
    ("notices", notices),
    ("people", people),
    ("performance", performance),
    ("refusal", refusal),
    ("renewal", renewal),
    ("rescission", rescission),
    ("sector", sector_each),
    ("straight", straight),
    ("suspension", suspension),
];

/// Ningbo: announced, disclosed by both, signed, filed, no objection, published, copied.
fn straight() -> Story {
    let mut story = given(Nb);
    story.does("2026-01-05 08:10", &union_chair(), acts::accept_platform());
    let mut story = story.until("ready");
    story.does("2026-01-06 14:00", &worker_chief(), acts::request_data());
    story.does("2026-01-06 15:00", &recorder(), acts::schedule("2026-01-15"));
    let mut story = story.until("effective");
    story.does("2026-01-21 10:00", &system(), acts::record_document());
    let (publish, copy) = (acts::publish(story.text()), acts::copy(story.text()));
    story.does("2026-01-22 09:00", &agent(), publish);
    story.does("2026-01-22 10:00", &union_officer(), copy);
    story
}

/// An offer of whose two messages one arrived and one came back.
fn notices() -> Story {
    let mut story = given(Zj).until("offered");
    story.does("2026-01-05 10:00", &system(), acts::record_notice(2, NoticeOutcome::Delivered));
    story.does("2026-01-05 10:01", &system(), acts::record_notice(2, NoticeOutcome::Returned));
    story
}

/// The national rules: silence brings effect; a corrected day of filing moves it, an objection on paper undoes it.
fn national() -> Story {
    let mut story = given(Cn).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-03 09:00", &agent(), file);
    story.does("2026-03-20 09:00", &worker_chief(), acts::announce());
    let received = FactChange::FilingReceived { new: day("2026-03-02"), old: day("2026-03-03") };
    story.does("2026-03-20 10:00", &agent(), acts::propose_correction(received));
    story.does("2026-03-20 11:00", &union_officer(), acts::confirm_correction(1));
    let object = acts::object(story.text(), &["rise"], &served("2026-03-10"));
    story.does("2026-03-23 09:00", &officer(), acts::enter_paper(object, officer(), "2026-03-10"));
    story.does("2026-03-23 10:00", &recorder(), acts::confirm_paper(1));
    assert_eq!(story.stage(), "objected");
    story
}

/// Too few, then too few votes, a better draft, returned, filed again, objected, mended, in force.
fn congress() -> Story {
    let mut story = given(Zj).until("congress");
    let few = acts::vote(story.text(), "2026-01-17", 60, 39, 39);
    story.does("2026-01-17 16:00", &clerk(), few);
    let again = acts::submit(story.text(), "2026-01-18", 60);
    story.does("2026-01-18 08:00", &union_chair(), again);
    let rejected = acts::vote(story.text(), "2026-01-18", 60, 50, 30);
    story.does("2026-01-18 16:00", &clerk(), rejected);
    story.initials("2026-01-19 15:00", with_figure("min_wage", 270_000));
    let submit = acts::submit(story.text(), "2026-01-21", 60);
    story.does("2026-01-20 09:00", &union_chair(), submit);
    let adopted = acts::vote(story.text(), "2026-01-21", 60, 50, 31);
    story.does("2026-01-21 16:00", &clerk(), adopted);
    let (sign, refuse) = (acts::sign(story.text()), acts::refuse_to_sign(story.text()));
    story.does("2026-01-22 09:00", &employer_chief(), refuse);
    story.does("2026-01-23 09:00", &worker_chief(), sign.clone());
    story.does("2026-01-23 10:00", &employer_chief(), sign);
    let file = acts::file(story.text());
    story.does("2026-01-26 09:00", &agent(), file.clone());
    story.does("2026-01-27 09:00", &officer(), acts::return_incomplete());
    story.does("2026-01-28 09:00", &agent(), file);
    story.does("2026-01-28 10:00", &officer(), acts::register());
    let object = acts::object(story.text(), &["payment"], &served("2026-01-29"));
    story.does("2026-01-29 09:00", &officer(), object);
    assert_eq!(story.stage(), "objected");
    story
}

/// Refused, reminded, an opinion without answer, turned to the bureau, ordered, answered after all.
fn refusal() -> Story {
    let mut story = given(Zj).until("refused");
    story.does("2026-01-08 09:00", &union_chair(), acts::remind(Grievance::Refusal, "2026-01-20"));
    story.does("2026-01-21 09:00", &union_officer(), acts::opine(Grievance::Refusal));
    story.does("2026-01-21 15:00", &agent(), acts::letter_receipt(1, "2026-01-21", false));
    story.does("2026-01-22 09:00", &agent(), acts::answer_opinion(1, false));
    story.does("2026-01-23 09:00", &higher_union(), acts::rectify(Grievance::Refusal, "2026-02-10"));
    story.does("2026-02-11 09:00", &higher_union(), acts::propose(1, ProposalTrigger::NotCorrected));
    story.does(
        "2026-02-13 09:00",
        &officer(),
        acts::order(Grievance::Refusal, OrderDecision::Correct, Some("2026-03-02")),
    );
    story.does("2026-02-14 09:00", &legal_rep(), acts::reply("2026-03-16"));
    assert_eq!(story.stage(), "preparing");
    story
}

/// A refusal in which the bureau found no ground.
fn no_ground() -> Story {
    let mut story = given(Zj).until("refused");
    story.does("2026-03-02 09:00", &union_officer(), acts::opine(Grievance::Refusal));
    story.does("2026-03-02 15:00", &agent(), acts::letter_receipt(1, "2026-03-02", true));
    story.does("2026-03-10 09:00", &officer(), acts::order(Grievance::Refusal, OrderDecision::NoGround, None));
    story
}

/// Declined, taken back, suspended, resumed, suspended until it ran out, and on again.
fn suspension() -> Story {
    let mut story = given(Hz).until("negotiating");
    story.does("2026-01-14 10:00", &worker_chief(), acts::propose_suspension("2026-01-20"));
    story.does("2026-01-14 10:10", &employer_chief(), acts::suspend(false));
    story.does("2026-01-14 10:20", &worker_chief(), acts::suspend(false));
    story.does("2026-01-14 10:30", &employer_chief(), acts::propose_suspension("2026-01-20"));
    story.does("2026-01-14 10:40", &worker_chief(), acts::suspend(true));
    story.does("2026-01-20 09:00", &recorder(), acts::resume_on("2026-01-21"));
    story.does("2026-01-20 10:00", &worker_chief(), acts::propose_suspension("2026-03-30"));
    story.does("2026-01-20 10:10", &employer_chief(), acts::suspend(true));
    story.does("2026-03-20 09:00", &worker_chief(), acts::resume());
    assert_eq!(story.stage(), "negotiating");
    story
}

/// Asked while suspended, taken back, asked again, accepted, extended, agreed; asked once more and failed.
fn coordination() -> Story {
    let mut story = given(Zj).until("suspended");
    story.does("2026-01-20 09:00", &worker_chief(), acts::apply_coordination());
    story.does("2026-01-21 09:00", &worker_chief(), acts::resume_on("2026-01-23"));
    story.does("2026-01-23 09:00", &employer_chief(), acts::apply_coordination());
    story.does("2026-01-26 09:00", &officer(), acts::accept_coordination());
    story.does("2026-02-10 09:00", &officer(), acts::extend_coordination(15, "双方仍在商量"));
    story.does("2026-02-13 09:00", &officer(), acts::coordinated(true));
    story.does("2026-02-26 09:00", &worker_chief(), acts::apply_coordination());
    story.does("2026-02-27 09:00", &officer(), acts::accept_coordination());
    story.does("2026-03-10 09:00", &officer(), acts::coordination_failed());
    assert_eq!(story.stage(), "closed");
    story
}

/// Packages, then both give it up.
fn given_up() -> Story {
    let mut story = given(Zj).until("negotiating");
    let items = [acts::rise(500), acts::lowest(260_000)];
    story.does("2026-01-14 10:00", &worker_rep(), acts::package(Side::Worker, &items));
    story.does("2026-01-14 10:10", &employer_rep(), acts::accept_package(1, Side::Employer));
    story.does("2026-01-14 11:00", &recorder(), acts::close());
    story.does("2026-02-02 09:00", &worker_chief(), acts::withdraw());
    story.does("2026-02-03 09:00", &employer_chief(), acts::withdraw());
    assert_eq!(story.stage(), "closed");
    story
}

/// Somebody leaves and is followed, conduct and treatment, a slip, another calendar.
fn people() -> Story {
    let mut story = given(Zj).until("adopted");
    story.does("2026-01-18 08:00", &worker_chief(), acts::propose_slip(mended()));
    story.does("2026-01-18 08:30", &employer_chief(), acts::confirm_slip(1, mended().digest().unwrap()));
    story.does("2026-01-19 09:00", &union_officer(), acts::vacate("w3", "2026-01-19"));
    story.does("2026-01-20 09:00", &union_chair(), acts::replace(acts::member("w7"), "w3"));
    story.does("2026-01-20 10:00", &worker_rep(), acts::report_conduct("e2", ConductFault::Threat));
    story.does("2026-01-20 11:00", &worker_rep(), acts::report_treatment("w2", Treatment::Dismissal, "2026-01-19"));
    crate::datasets::adopts(&mut story, "2026-01-21 09:00");
    story
}

/// In force: inspected, published on paper, a breach settled, a report, a renewal and an amendment that learn and fail, the last day.
fn performance() -> Story {
    let mut story = given(Zj).until("effective");
    story.does("2026-06-01 09:00", &recorder(), acts::inspect("2026-05-29", vec![acts::finding("rise")]));
    story.does("2026-06-02 09:00", &union_chair(), acts::breach("rise"));
    let publish = acts::publish(story.text());
    story.does("2026-06-03 09:00", &agent(), acts::enter_paper(publish, agent(), "2026-01-22"));
    story.does("2026-06-03 10:00", &legal_rep(), acts::confirm_paper(1));
    story.does("2026-06-20 09:00", &union_officer(), acts::settle(1, BreachOutcome::Corrected));
    story.does("2026-07-01 09:00", &system(), acts::child_opened(2, ChildKind::Amendment));
    story.does("2026-08-01 09:00", &system(), acts::child_failed(2));
    story.does("2026-11-02 09:00", &system(), acts::child_opened(1, ChildKind::Renewal));
    story.does("2026-12-01 09:00", &clerk(), acts::report("2026-11-30"));
    story.does("2026-12-20 09:00", &system(), acts::child_succeeded(1, "2027-01-21", Some(acts::digest("renewed"))));
    story.does("2026-12-21 09:00", &worker_chief(), acts::condition("end", "2026-12-20"));
    assert_eq!(story.stage(), "ended");
    story
}

/// An amended text under force majeure, without proof, from the offer to its own effect.
fn amendment() -> Story {
    let parent = acts::parent(ChildKind::Amendment, Some(Ground::ForceMajeure));
    given_with(&BOOK, acts::open_under(Zj, parent)).until("effective")
}

/// A renewal offered before its time, from the offer to its own effect.
fn renewal() -> Story {
    given_with(&BOOK, acts::open_under(Hz, acts::parent(ChildKind::Renewal, None))).until("effective")
}

/// Facts of every kind that are corrected off the straight way.
fn corrections() -> Story {
    let first = || "first".to_owned();
    let mut story = sector(Zj).until("suspended");
    for fact in [
        FactChange::Headcount { new: 210, old: 200 },
        FactChange::OfferReceived { new: day("2026-01-06"), old: day("2026-01-05") },
        FactChange::SuspendedFrom { new: day("2026-01-15"), old: day("2026-01-14") },
        FactChange::CoveredName {
            employer: first(),
            new: "示例一厂（虚构）".to_owned(),
            old: acts::firm("first").name,
        },
        FactChange::CoveredUscc { employer: first(), new: acts::firm("sixth").uscc, old: acts::firm("first").uscc },
        FactChange::CoveredWorkers { employer: first(), new: 41, old: 40 },
        FactChange::WronglyCovered { employer: "second".to_owned() },
    ] {
        corrects(&mut story, "2026-01-16 09:00", fact);
    }
    story.does("2026-01-19 09:00", &worker_chief(), acts::apply_coordination());
    story.does("2026-01-21 09:00", &officer(), acts::accept_coordination());
    let accepted = FactChange::CoordinationAccepted { new: day("2026-01-20"), old: day("2026-01-21") };
    corrects(&mut story, "2026-01-22 09:00", accepted);
    story.does("2026-01-23 09:00", &union_officer(), acts::opine(Grievance::Data));
    story.does("2026-01-26 09:00", &agent(), acts::letter_receipt(1, "2026-01-26", false));
    let received = FactChange::LetterReceived { letter: 1, new: day("2026-01-25"), old: day("2026-01-26") };
    corrects(&mut story, "2026-01-27 09:00", received);
    story
}

fn corrects(story: &mut Story, at: &str, fact: FactChange) {
    story.does(at, &agent(), acts::propose_correction(fact));
    let number = u32::try_from(story.case().corrections.len()).unwrap();
    story.does(at, &union_officer(), acts::confirm_correction(number));
}

/// An agreement to rescind, recorded with the bureau.
fn rescission() -> Story {
    let parent = acts::parent(ChildKind::Rescission, Some(Ground::Agreement));
    let mut story = given_with(&BOOK, acts::open_under(Zj, parent)).until("rescinded");
    story.does("2026-01-19 09:00", &agent(), acts::record_rescission());
    story
}

/// Five firms, each with its own congress: one joins, one rejects, back to the table, one leaves, the others are bound.
fn sector_each() -> Story {
    let mut story = sector(Zj);
    story.does("2026-01-05 08:30", &agent(), acts::add_coverage("sixth"));
    let mut story = story.until("drafted");
    let submit = acts::submit_as(CongressForm::EachEmployer, story.text());
    story.does("2026-01-15 09:00", &union_chair(), submit);
    for key in FIVE {
        story.does("2026-01-15 10:00", &agent(), acts::confirm_coverage(key));
    }
    let (first, second) = (own_vote("first", story.text(), 38, 30), own_vote("second", story.text(), 38, 10));
    story.does("2026-01-17 16:00", &clerk(), first);
    story.does("2026-01-17 16:10", &clerk(), second);
    let reopen = acts::reopen_talks(story.text());
    story.does("2026-01-17 17:00", &union_chair(), reopen);
    story.initials("2026-01-17 18:00", with_figure("min_wage", 270_000));
    let submit = acts::submit_as(CongressForm::EachEmployer, story.text());
    story.does("2026-01-17 19:00", &union_chair(), submit);
    story.does("2026-01-17 19:10", &legal_rep(), acts::withdraw_coverage("second"));
    for key in ["first", "third", "fourth", "fifth"] {
        let vote = own_vote(key, story.text(), 38, 30);
        story.does("2026-01-17 20:00", &clerk(), vote);
    }
    let sign = acts::sign(story.text());
    story.does("2026-01-21 09:00", &worker_chief(), sign.clone());
    story.does("2026-01-21 10:00", &employer_chief(), sign);
    assert_eq!(story.stage(), "signed");
    story
}

/// Expired a day too early and too late: the filing is corrected after the end of the agreement.
fn corrections_end() -> Story {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-03 09:00", &agent(), file);
    story.does("2027-03-19 09:00", &worker_chief(), acts::announce());
    for (new, old) in [("2026-03-02", "2026-03-03"), ("2026-03-04", "2026-03-02")] {
        corrects(&mut story, "2027-03-19 10:00", FactChange::FilingReceived { new: day(new), old: day(old) });
    }
    assert_eq!(story.stage(), "effective");
    story
}

/// A rescission that was signed two days later than recorded, and recorded under another number.
fn corrections_rescission() -> Story {
    let mut story = rescission();
    let signed = FactChange::Signed { new: day("2026-01-19"), old: day("2026-01-18"), side: Side::Employer };
    corrects(&mut story, "2026-01-20 09:00", signed);
    let Stage::Rescinded(stage) = &story.case().stage else { panic!("{}", story.stage()) };
    let old = stage.recorded.as_ref().unwrap().number.clone();
    corrects(&mut story, "2026-01-20 10:00", FactChange::RescissionNumber { new: "解除〔2026〕9号".to_owned(), old });
    story
}

/// Talks that were suspended later than recorded and hadn't run out; then the bureau, on another day than recorded.
fn corrections_rest() -> Story {
    let mut story = given(Hz).until("suspended");
    story.does("2026-02-14 09:00", &worker_chief(), acts::announce());
    corrects(
        &mut story,
        "2026-02-14 10:00",
        FactChange::SuspendedFrom { new: day("2026-01-20"), old: day("2026-01-14") },
    );
    assert_eq!(story.stage(), "suspended");
    story.does("2026-02-24 09:00", &worker_chief(), acts::apply_coordination());
    let act = DatedAct::CoordinationApplied;
    let applied =
        FactChange::Done { act, new: day("2026-02-23"), number: 1, old: day("2026-02-24"), side: Side::Worker };
    corrects(&mut story, "2026-02-24 10:00", applied);
    story
}
