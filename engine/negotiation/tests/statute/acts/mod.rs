//! Commands as the cast gives them, with fictional contents.

mod bargaining;
mod coverage;
mod ending;
mod life;
mod mending;
mod people;
mod remedy;
mod talks;

pub(crate) use bargaining::*;
pub(crate) use coverage::*;
pub(crate) use ending::*;
pub(crate) use life::*;
pub(crate) use mending::*;
pub(crate) use people::*;
pub(crate) use remedy::*;
pub(crate) use talks::*;

use law::rules::Profile;
use ledger::Digest;
use negotiation::Side;
use negotiation::command::{
    BreachOutcome, ChildKind, Command, ConductFault, FactChange, Grievance, OrderDecision, ProposalTrigger, Treatment,
};

pub(crate) fn digest(what: &str) -> Digest {
    Digest::sha256(what.as_bytes())
}

/// One command of every name, against a text.
pub(crate) fn every_command(text: Digest) -> Vec<Command> {
    vec![
        open_case(Profile::Zj),
        add_coverage("sixth"),
        confirm_coverage("first"),
        withdraw_coverage("second"),
        reopen_talks(text),
        accept_platform(),
        issue_offer(),
        record_delivery("2026-01-05"),
        reply("2026-12-30"),
        reps(&workers()),
        announce(),
        vacate("w2", "2026-01-20"),
        replace(member("w7"), "w3"),
        report_conduct("e2", ConductFault::Threat),
        report_treatment("w2", Treatment::Dismissal, "2026-01-20"),
        request_data(),
        agenda(),
        schedule("2026-12-30"),
        open_session(Side::Worker),
        position("rise", Side::Worker, 800),
        accept("rise", Side::Worker),
        package(Side::Worker, &[rise(500), lowest(260_000)]),
        accept_package(1, Side::Worker),
        close(),
        confirm_minutes(1),
        table_draft(crate::wording::terms()),
        initial(text),
        submit(text, "2026-12-30", 60),
        vote(text, "2026-01-17", 60, 50, 45),
        sign(text),
        file(text),
        return_incomplete(),
        register(),
        object(text, &["rise"], &[]),
        no_objection(text, &[]),
        record_service(Side::Worker, "2026-01-21"),
        publish(text),
        copy(text),
        inspect("2026-01-21", vec![finding("rise")]),
        report("2026-01-21"),
        breach("rise"),
        settle(1, BreachOutcome::Corrected),
        condition("end", "2026-01-21"),
        child_opened(1, ChildKind::Renewal),
        child_failed(1),
        record_rescission(),
        propose_suspension("2026-02-10"),
        suspend(true),
        resume(),
        apply_coordination(),
        accept_coordination(),
        extend_coordination(15, "双方仍在商量"),
        coordinated(true),
        coordination_failed(),
        enter_paper(publish(text), crate::cast::agent(), "2026-01-21"),
        confirm_paper(1),
        propose_correction(FactChange::Headcount { new: 210, old: 200 }),
        confirm_correction(1),
        propose_slip(crate::wording::terms()),
        confirm_slip(1, text),
        strike_clock("reply-1"),
        adopt_dataset(),
        record_document(),
        record_notice(1, negotiation::command::NoticeOutcome::Delivered),
        refuse_offer("订单减少"),
        refuse_to_sign(text),
        remind(Grievance::NoReply, "2026-12-30"),
        opine(Grievance::Refusal),
        letter_receipt(1, "2026-01-21", false),
        answer_opinion(1, true),
        rectify(Grievance::NotPerformed, "2026-12-30"),
        propose(1, ProposalTrigger::NoAnswer),
        order(Grievance::Refusal, OrderDecision::Correct, None),
        withdraw(),
    ]
}
