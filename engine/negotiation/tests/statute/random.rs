//! Whatever a small cast does in whatever order: no panic, a refusal adds strikes only, a replay is the same case.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::command::{
    BreachOutcome, ChildKind, ConductFault, CongressForm, DisclosureItem, FactChange, Grievance, Member, OfferBasis,
    OrderDecision, ProposalBasis, ProposalTrigger, Treatment,
};
use negotiation::state::Stage;
use negotiation::{Command, Event, Side};
use proptest::prelude::*;

use crate::acts::{self, FIVE, enter_paper, served_on};
use crate::cast::{
    Story, agent, clerk, day, employer_chief, everybody, given, legal_rep, moment, officer, recorder, union_chair,
    worker_chief,
};
use crate::sector::sector;
use crate::who::{complete, says};
use crate::wording::{mended, terms, with_figure};

/// The text that a next act is most likely about.
fn text(story: &Story) -> ledger::Digest {
    let n = story.case();
    let draft = match &n.stage {
        Stage::Negotiating(_, draft) => draft.as_ref(),
        Stage::Renegotiating(again) => again.draft.as_ref(),
        Stage::Objected(objected) => objected.draft.as_ref(),
        _ => None,
    };
    let under_way = n.stage.text().map(|text| text.digest);
    draft.map(|draft| draft.text.digest).or(under_way).unwrap_or(ledger::Digest::ZERO)
}

/// One step of a random case: what, by whom, how much later.
#[derive(Clone, Debug)]
struct Step {
    days_back: i64,
    hours: i64,
    pick: usize,
    who: usize,
}

fn step() -> impl Strategy<Value = Step> {
    (0..600_usize, 0..200_usize, prop_oneof![4 => 0..30_i64, 1 => 0..900_i64], 0..20_i64)
        .prop_map(|(pick, who, hours, days_back)| Step { days_back, hours, pick, who })
}

fn command(story: &Story, step: &Step) -> Command {
    let text = text(story);
    let today = story.state.last_at().date();
    let ahead = today.saturating_add(jiff::Span::new().days(step.days_back)).to_string();
    let back = today.saturating_sub(jiff::Span::new().days(step.days_back)).to_string();
    let side = if step.who.is_multiple_of(2) { Side::Worker } else { Side::Employer };
    let mut every = acts::every_command(text);
    let sessions = u32::try_from(story.case().sessions.len()).unwrap_or(0);
    let packages = u32::try_from(story.case().table.packages.len()).unwrap_or(0);
    let papers = u32::try_from(story.case().papers.len()).unwrap_or(0);
    let letters = u32::try_from(story.case().remedies.letters.len()).unwrap_or(0);
    let slips = u32::try_from(story.case().slips.len()).unwrap_or(0);
    let breaches = u32::try_from(story.case().breaches.len()).unwrap_or(0);
    let corrections = u32::try_from(story.case().corrections.len()).unwrap_or(0);
    every.extend([
        acts::issue_offer_for(&ahead),
        acts::record_delivery(&back),
        acts::reply(&ahead),
        acts::reps(&acts::employers()),
        acts::rep_list(),
        acts::schedule(&ahead),
        acts::position("rise", side, 500),
        acts::accept("rise", side),
        acts::confirm_minutes(sessions),
        acts::table_draft(with_figure("min_wage", 270_000)),
        acts::table_slips(terms()),
        acts::submit(text, &ahead, 60),
        acts::vote(text, &back, 60, 60, 31),
        acts::vote(text, &today.to_string(), 60, 60, 45),
        acts::vote(text, &back, 60, 60, 30),
        acts::object(text, &["rise"], &[served_on(side, &back)]),
        acts::no_objection(text, &acts::served(&today.to_string())),
        acts::record_service(side, &back),
        acts::package(side, &[acts::rise(500), acts::lowest(260_000)]),
        acts::package(side, &[acts::lowest(300_000)]),
        acts::accept_package(packages, side),
        acts::propose_suspension(&ahead),
        acts::suspend(step.hours % 2 == 0),
        acts::resume_on(&ahead),
        acts::extend_coordination(u16::try_from(step.days_back).unwrap_or(0), "双方仍在商量"),
        acts::confirm_paper(papers),
        acts::confirm_correction(corrections),
        acts::vacate(["w1", "w2", "w7", "e1", "e2"][step.who % 5], &back),
        acts::replace(
            Member { chief: step.who.is_multiple_of(3), ..acts::member("w7") },
            ["w1", "w2", "w3"][step.who % 3],
        ),
        acts::replace(Member { chief: true, mandate: Some(acts::digest("mandate")), ..acts::member("w2") }, "w1"),
        acts::report_conduct("e1", ConductFault::Delay),
        acts::report_treatment("w2", Treatment::PayCut, &back),
        acts::answering(DisclosureItem::Data, &[1]),
        acts::propose_slip(mended()),
        acts::confirm_slip(slips, mended().digest().unwrap()),
        acts::propose_correction(FactChange::FilingReceived { new: day(&back), old: standing(story, 0) }),
        acts::propose_correction(FactChange::Signed { new: day(&back), old: standing(story, 1), side }),
        acts::propose_correction(FactChange::OfferAnswered { new: day(&back), old: standing(story, 2) }),
        acts::propose_correction(FactChange::MeetingAgreed {
            new: day(&back),
            old: story.case().meeting_on.unwrap_or(today),
        }),
        acts::propose_correction(FactChange::OpinionServed { new: day(&back), old: standing(story, 3), side }),
        acts::propose_correction(FactChange::Published { new: day(&back), old: standing(story, 4), side }),
        acts::propose_correction(FactChange::OfferReceived { new: day(&back), old: today }),
        acts::submit_as(CongressForm::SectorCongress, text),
        acts::submit_as(CongressForm::EachEmployer, text),
        acts::own_vote(FIVE[step.who % 5], text, 38, 20),
        acts::own_vote(FIVE[step.who % 5], text, 38, 19),
        acts::confirm_coverage(FIVE[step.who % 5]),
        acts::withdraw_coverage(FIVE[step.who % 5]),
        acts::adds(acts::firm(FIVE[step.who % 5])),
        acts::report(&back),
        acts::inspect(&back, vec![acts::finding("rise"), acts::finding("payment")]),
        acts::settle(breaches, BreachOutcome::TakenToLaw),
        acts::condition("end", &back),
        acts::child_opened(2, ChildKind::Renewal),
        acts::child_opened(3, ChildKind::Amendment),
        acts::child_opened(4, ChildKind::Rescission),
        acts::child_failed(3),
        acts::child_succeeded(2, &ahead, Some(text)),
        acts::child_succeeded(3, &ahead, Some(text)),
        acts::child_succeeded(4, &back, None),
    ]);
    every.extend(remedies(step, letters, &ahead, &back));
    // Three times in four something that the stage knows: otherwise nearly all would be refused at once.
    if !step.pick.is_multiple_of(4) {
        let known = |command: &Command| {
            let stages = negotiation::table::find(command.name()).unwrap().stages;
            stages.contains(&story.stage()) || (stages.is_empty() && step.pick.is_multiple_of(3))
        };
        // A closed case knows nothing but what is possible everywhere.
        if every.iter().any(known) {
            every.retain(known);
        }
    }
    let act = every.swap_remove(step.pick % every.len());
    match step.who % 11 {
        0 if !matches!(act, Command::Paper(_)) => enter_paper(act, leads(step.who), &back),
        _ => act,
    }
}

/// Refusals, letters, orders, withdrawals about whatever the step picks.
fn remedies(step: &Step, letters: u32, ahead: &str, back: &str) -> Vec<Command> {
    const GRIEVANCES: [Grievance; 6] = [
        Grievance::NoReply,
        Grievance::Refusal,
        Grievance::Data,
        Grievance::NotSigned,
        Grievance::NotFiled,
        Grievance::NotPerformed,
    ];
    const TRIGGERS: [ProposalTrigger; 3] =
        [ProposalTrigger::ReceiptRefused, ProposalTrigger::NoAnswer, ProposalTrigger::NotCorrected];
    const BASES: [OfferBasis; 4] =
        [OfferBasis::GuidelineRaised, OfferBasis::PricesRisen, OfferBasis::OtherTrigger, OfferBasis::Hardship];
    let grievance = GRIEVANCES[step.pick % 6];
    let trigger = TRIGGERS[step.who % 3];
    let letter = letters.min(1 + u32::try_from(step.who % 2).unwrap_or(0));
    let decision = if step.pick.is_multiple_of(5) { OrderDecision::NoGround } else { OrderDecision::Correct };
    vec![
        acts::offer_on(BASES[step.who % 4]),
        acts::refuse_offer(if step.who.is_multiple_of(2) { "" } else { "理由" }),
        acts::remind(grievance, ahead),
        acts::opine(grievance),
        acts::letter_receipt(letter, back, step.who.is_multiple_of(3)),
        acts::answer_opinion(letter, step.who.is_multiple_of(2)),
        acts::rectify(grievance, ahead),
        acts::propose(letter, trigger),
        acts::propose_on(ProposalBasis::Rectification, letter, trigger),
        acts::order(grievance, decision, step.who.is_multiple_of(2).then_some(ahead)),
        acts::order(grievance, decision, Some(back)),
    ]
}

/// The day that stands for a fact, as far as the case has come.
fn standing(story: &Story, which: usize) -> law::Date {
    let n = story.case();
    let filing = n.stage.filing();
    let moments = [
        filing.map(|filing| filing.received_at),
        n.stage.signatures().and_then(|marks| marks.worker).map(|mark| mark.at),
        n.offer_days.answered_at,
        filing.and_then(|filing| filing.opinion.as_ref()?.served.worker),
        if let Stage::Effective(effective) = &n.stage { effective.published.employer } else { None },
    ];
    moments[which].unwrap_or(story.state.last_at()).date()
}

fn leads(who: usize) -> negotiation::Actor {
    let cast = [worker_chief(), employer_chief(), legal_rep(), union_chair(), agent(), officer(), recorder(), clerk()];
    cast[who % cast.len()].clone()
}

/// Somebody, mostly one who may.
fn who(step: &Step, command: &Command) -> negotiation::Actor {
    let row = negotiation::table::find(command.name()).unwrap();
    let fits: Vec<_> = everybody().into_iter().filter(|actor| row.capacities.contains(&actor.capacity)).collect();
    if fits.is_empty() || step.who.is_multiple_of(9) { leads(step.who) } else { fits[step.who % fits.len()].clone() }
}

/// What is noted can be read by a person.
fn readable(event: &Event) {
    if let Event::CheckNoted(noted) = event {
        complete([noted.finding.found(), noted.finding.required(), noted.finding.remedy()]);
    }
}

const STAGES: [&str; 13] = [
    "idle",
    "awaiting_reply",
    "refused",
    "ready",
    "negotiating",
    "renegotiating",
    "adopted",
    "filed",
    "objected",
    "effective",
    "rescinding",
    "suspended",
    "disputed",
];

fn profile() -> impl Strategy<Value = Profile> {
    prop_oneof![Just(Cn), Just(Zj), Just(Hz), Just(Nb)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_acts_keeps_the_case_sound(
        profile in profile(),
        start in 0..STAGES.len(),
        inbox in any::<bool>(),
        wide in any::<bool>(),
        steps in proptest::collection::vec(step(), 1..40),
    ) {
        let mut story = match STAGES[start] {
            "rescinding" => crate::child::rescinding(profile).until("adopted"),
            stage => (if wide { sector(profile) } else { given(profile) }).until(stage),
        };
        if inbox {
            story = story.with_inbox();
        }
        let mut now = moment("2026-01-22 09:00");
        for step in &steps {
            now = now.plus_millis(step.hours * 3_600_000);
            let command = command(&story, step);
            let actor = who(step, &command);
            // Soundness is proved inside: one record or none, strikes only before it, replay gives the same case.
            match story.attempt(now, &actor, command) {
                Ok(records) => records.iter().flat_map(|record| &record.events).for_each(readable),
                Err(refusal) => {
                    prop_assert!(refusal.rule != "STATE-IMPOSSIBLE", "{:?}", refusal);
                    says(&refusal);
                }
            }
            let mut ids: Vec<&str> = story.case().duties().iter().map(|duty| duty.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), story.case().duties().len(), "every duty has an id of its own");
        }
    }
}
