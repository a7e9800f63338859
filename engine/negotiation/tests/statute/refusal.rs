//! Refusing to negotiate (row 5) and refusing to sign (row 23).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::checks::{Finding, Outcome};
use negotiation::state::{DutyStatus, Stage};
use negotiation::{Event, Side};

use crate::acts::{self, confirm_paper, enter_paper};
use crate::cast::{Story, agent, employer_chief, employer_rep, given, legal_rep, recorder, union_chair, worker_chief};
use crate::who::says;
use crate::wording::with_figure;

fn noted<'a>(events: &'a [Event], rule: &str) -> &'a Finding {
    let find = |event: &'a Event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == rule => Some(&noted.finding),
        _ => None,
    };
    events.iter().find_map(find).unwrap_or_else(|| panic!("{rule} is not noted in {events:?}"))
}

fn cited(finding: &Finding) -> Vec<&str> {
    finding.citation.iter().map(law::Citation::as_str).collect()
}

/// An offer of the employer that the union received.
fn offered_by_the_employer(profile: Profile) -> Story {
    let mut story = given(profile);
    if profile == Hz {
        story.does("2026-01-05 08:30", &legal_rep(), acts::reps(&acts::employers()));
    }
    story.does("2026-01-05 09:00", &legal_rep(), acts::issue_offer());
    story.does("2026-01-05 10:00", &union_chair(), acts::record_delivery("2026-01-05"));
    story
}

// ZJ-CC 7: the other side may not refuse, whatever its reason; ZJ-CC 42(二) says what follows for an employer.
#[test]
fn in_zhejiang_no_reason_is_just() {
    for profile in [Zj, Hz, Nb] {
        for reason in ["订单减少", " "] {
            let mut story = given(profile).until("awaiting_reply");
            let events = story.does("2026-01-06 09:00", &legal_rep(), acts::refuse_offer(reason));
            let finding = noted(&events, "CHK-REFUSAL");
            assert_eq!((finding.outcome, cited(finding)), (Outcome::Breach, vec!["ZJ-CC 7", "ZJ-CC 42(二)"]));
            assert_eq!(story.stage(), "refused");
        }
        let mut story = offered_by_the_employer(profile);
        let events = story.does("2026-01-06 09:00", &worker_chief(), acts::refuse_offer("人手不足"));
        assert_eq!(cited(noted(&events, "CHK-REFUSAL")), ["ZJ-CC 7"], "the penalties are the employer's");
    }
}

// CC22 32(2): not without just reason. Whether a reason is just is for others to say; none at all is none.
#[test]
fn under_the_national_rules_a_reason_is_worth_a_look_and_none_is_a_breach() {
    for (reason, outcome) in [("订单减少", Outcome::Amber), (" ", Outcome::Breach)] {
        let mut story = given(Cn).until("awaiting_reply");
        let events = story.does("2026-01-06 09:00", &legal_rep(), acts::refuse_offer(reason));
        let finding = noted(&events, "CHK-REFUSAL");
        assert_eq!((finding.outcome, finding.citation[0].as_str()), (outcome, "CC22 32(2)"));
        assert_eq!(story.stage(), "refused");
    }
}

// ZJ-CC 7, CC22 32: a written refusal is an answer within the period; the refusal is what is on record, not lateness.
#[test]
fn a_refusal_answers_in_time_until_the_last_day() {
    for (at, late) in [("2026-03-15 12:00", false), ("2026-03-16 23:59", false), ("2026-03-17 00:00", true)] {
        let mut story = given(Zj);
        story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
        story.does("2026-03-02 10:00", &agent(), acts::record_delivery("2026-03-02"));
        story.does(at, &legal_rep(), acts::refuse_offer("订单减少"));
        let DutyStatus::Met { late: found, .. } = story.duty("reply-1").status else { panic!("{at}") };
        assert_eq!(found, late, "{at}");
    }
}

// ZJ-CC 7: what can't be refused for good can be accepted late.
#[test]
fn a_refused_offer_can_still_be_accepted() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile).until("refused");
        says(&story.refuses("2026-01-07 09:00", &worker_chief(), acts::reply("2026-01-20"), "WHO-reply"));
        story.does("2026-01-08 09:00", &legal_rep(), acts::reply("2026-01-20"));
        assert_eq!(story.stage(), "preparing");
        assert_eq!(story.case().meeting_on.unwrap().to_string(), "2026-01-20");
        assert!(story.case().duty("disclose-rep_list-worker").is_some() || profile == Cn, "{profile:?}");
    }
}

// ZJ-CC 7, CC22 32: the other side answers, and it answers once.
#[test]
fn only_the_side_that_received_the_offer_refuses_it_and_once() {
    let mut story = given(Zj).until("awaiting_reply");
    says(&story.refuses("2026-01-06 09:00", &worker_chief(), acts::refuse_offer("时机"), "WHO-refuse_offer"));
    for other in [agent(), employer_rep(), recorder()] {
        story.refuses("2026-01-06 09:01", &other, acts::refuse_offer("时机"), "WHO-refuse_offer");
    }
    story.does("2026-01-06 09:02", &legal_rep(), acts::refuse_offer("时机"));
    says(&story.refuses("2026-01-06 09:03", &legal_rep(), acts::refuse_offer("时机"), "STAGE-refuse_offer"));
}

// ZJ-CC 7: a refusal on paper of the last day, entered later, was no silence; the refusal itself stays on record.
#[test]
fn a_refusal_on_paper_in_time_withdraws_the_recorded_silence() {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-03-02 10:00", &agent(), acts::record_delivery("2026-03-02"));
    let early = enter_paper(acts::refuse_offer("订单减少"), legal_rep(), "2026-03-01");
    says(&story.refuses("2026-03-19 08:00", &agent(), early, "FACT-DATE"));
    story.does("2026-03-20 09:00", &agent(), enter_paper(acts::refuse_offer("订单减少"), legal_rep(), "2026-03-16"));
    assert_eq!(story.duty("reply-1").status, DutyStatus::Struck);
    let events = story.does("2026-03-20 10:00", &legal_rep(), confirm_paper(1));
    assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(_))));
    assert_eq!(noted(&events, "CHK-REFUSAL").outcome, Outcome::Breach);
    assert!(
        matches!(&story.case().stage, Stage::Refused(refused) if refused.refused_at.date().to_string() == "2026-03-16")
    );
    let early = enter_paper(acts::reply("2026-12-01"), legal_rep(), "2026-03-15");
    says(&story.refuses("2026-03-20 11:00", &agent(), early, "FACT-DATE"));
}

// ZJ-CC 24(3), 42(一), CC22 37, HZ 47: on record, by either chief; the stage stays and signing stays possible.
#[test]
fn a_refusal_to_sign_is_on_record_and_signing_stays_possible() {
    for (profile, articles) in [
        (Cn, vec!["CC22 37", "WN9 20"]),
        (Zj, vec!["ZJ-CC 24(3)", "ZJ-CC 42(一)"]),
        (Hz, vec!["ZJ-CC 24(3)", "ZJ-CC 42(一)", "HZ 47"]),
        (Nb, vec!["ZJ-CC 24(3)", "ZJ-CC 42(一)"]),
    ] {
        let mut story = given(profile).until("adopted");
        let text = story.text();
        let events = story.does("2026-01-18 09:00", &employer_chief(), acts::refuse_to_sign(text));
        let finding = noted(&events, "CHK-SIGN-REFUSED");
        assert_eq!((finding.outcome, cited(finding)), (Outcome::Breach, articles));
        assert_eq!(story.stage(), "adopted");
        assert!(story.case().remedies.sign_refusals.employer.is_some());
        story.does("2026-01-19 09:00", &employer_chief(), acts::sign(text));
        story.does("2026-01-19 10:00", &worker_chief(), acts::sign(text));
        assert_eq!(story.stage(), "signed");
    }
}

// ZJ-CC 24(3): both chiefs sign what was adopted.
#[test]
fn the_workers_chief_who_refuses_to_sign_is_on_record_too() {
    let mut story = given(Zj).until("adopted");
    let text = story.text();
    let events = story.does("2026-01-18 09:00", &worker_chief(), acts::refuse_to_sign(text));
    assert_eq!(cited(noted(&events, "CHK-SIGN-REFUSED")), ["ZJ-CC 24(3)"]);
    let refusals = &story.case().remedies.sign_refusals;
    assert!(refusals.get(Side::Worker).unwrap().is_some() && refusals.employer.is_none());
}

// ZJ-CC 24(3), CC22 37: signing is owed after the adoption, of the adopted text, by the chief.
#[test]
fn nobody_refuses_what_is_signed_or_another_text_or_before_the_vote() {
    let mut story = given(Zj).until("adopted");
    let text = story.text();
    let other = with_figure("min_wage", 270_000).digest().unwrap();
    says(&story.refuses("2026-01-18 09:00", &employer_chief(), acts::refuse_to_sign(other), "TEXT-CHANGED"));
    let early = enter_paper(acts::refuse_to_sign(text), employer_chief(), "2026-01-16");
    says(&story.refuses("2026-01-18 09:01", &agent(), early, "FACT-DATE"));
    story.refuses("2026-01-18 09:02", &legal_rep(), acts::refuse_to_sign(text), "WHO-refuse_to_sign");
    story.does("2026-01-18 09:03", &employer_chief(), acts::sign(text));
    says(&story.refuses("2026-01-18 09:04", &employer_chief(), acts::refuse_to_sign(text), "STAGE-refuse_to_sign"));
}
