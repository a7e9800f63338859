//! Coordination by the bureau (rows 14 and 15).

use law::deadline::Kind;
use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::checks::Outcome;
use negotiation::state::{CloseReason, DutyStatus, Owner, Refused, Stage};
use negotiation::{Event, Side, apply, decide};

use crate::acts::{self, accept_coordination, applies, apply_coordination, coordinated, extend_coordination};
use crate::cast::{
    BOOK, Story, coordinator, employer_chief, given, legal_rep, moment, officer, recorder, union_chair, union_officer,
    worker_chief, worker_rep,
};
use crate::who::says;

const PROFILES: [Profile; 4] = [Cn, Zj, Hz, Nb];

/// A dispute that the workers brought and that the bureau took up on 2 March.
fn taken_up(profile: Profile) -> Story {
    let mut story = given(profile).until("disputed");
    story.does("2026-03-02 09:00", &officer(), accept_coordination());
    story
}

fn noted(events: &[Event], rule: &str) -> Option<Outcome> {
    events.iter().find_map(|event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == rule => Some(noted.finding.outcome),
        _ => None,
    })
}

// CC22 49: either side applies in writing, or the bureau steps in; CC22 54: then the case goes on where it stood.
#[test]
fn a_dispute_can_be_brought_from_every_stage_of_the_talks_and_returns_there() {
    for profile in PROFILES {
        for stage in ["preparing", "ready", "negotiating", "renegotiating"] {
            for who in [union_chair(), worker_chief(), legal_rep(), employer_chief(), officer()] {
                let mut story = given(profile).until(stage);
                story.does("2026-01-21 09:00", &who, apply_coordination());
                assert_eq!(story.stage(), "disputed");
                story.does("2026-01-21 10:00", &coordinator(), accept_coordination());
                story.does("2026-01-22 10:00", &officer(), coordinated(true));
                assert_eq!(story.stage(), stage, "{profile:?}");
            }
        }
    }
}

// CC22 49: talks that are suspended are no longer so once the bureau is asked; their days are used up.
#[test]
fn an_application_ends_a_suspension() {
    let mut story = given(Hz).until("suspended");
    let events = story.does("2026-01-24 09:00", &worker_chief(), apply_coordination());
    assert!(matches!(events[0], Event::SuspensionEnded(_)));
    assert_eq!(story.duty("suspend-1").status, DutyStatus::Voided);
    assert_eq!(story.due("total-1"), "2026-03-16", "the clock of the whole runs again");
    story.does("2026-01-26 09:00", &officer(), accept_coordination());
    story.does("2026-01-27 09:00", &officer(), coordinated(true));
    assert_eq!(story.stage(), "negotiating");
}

// CC22 49: in writing, with what is in dispute.
#[test]
fn an_application_says_what_is_in_dispute() {
    let mut story = given(Cn).until("negotiating");
    for titles in [&[][..], &[" "]] {
        says(&story.refuses("2026-01-14 10:00", &worker_chief(), applies(titles), "FACT-EMPTY"));
    }
    story.does("2026-01-14 10:01", &worker_chief(), apply_coordination());
    for who in [employer_chief(), worker_chief(), officer()] {
        says(&story.refuses("2026-01-14 10:02", &who, apply_coordination(), "STAGE-apply_coordination"));
    }
}

// ZJ-CC 7, CC22 32, 49: who refused to talk can be brought before the bureau; agreed there, the offer waits again.
#[test]
fn a_refused_offer_can_be_brought_before_the_bureau() {
    let story = given(Zj).until("awaiting_reply");
    let Stage::AwaitingReply(awaiting) = &story.case().stage else { panic!("awaiting a reply") };
    let refused = Stage::Refused(Refused {
        offer: awaiting.offer.clone(),
        reason: "今年不谈".to_owned(),
        received_at: awaiting.received_at,
        refused_at: moment("2026-01-06 09:00"),
    });
    let (_, rules) = BOOK.current_rules(Zj).unwrap();
    let (_, data) = BOOK.current_data().unwrap();
    let play = |acts: &[(&negotiation::Actor, negotiation::Command)]| {
        let mut n = story.case().clone();
        n.stage = refused.clone();
        for (who, command) in acts {
            let now = moment("2026-01-12 09:00");
            let events = decide(rules, data, Some(&n), &negotiation::Facts::default(), now, who, command).unwrap();
            events.iter().for_each(|event| apply(&mut n, event).unwrap());
        }
        n.stage_name()
    };
    let (chair, officer) = (union_chair(), officer());
    assert_eq!(play(&[(&chair, apply_coordination())]), "disputed");
    let accepted = [(&chair, apply_coordination()), (&officer, accept_coordination())];
    assert_eq!(play(&[&accepted[..], &[(&officer, coordinated(true))]].concat()), "awaiting_reply");
    assert_eq!(play(&[&accepted[..], &[(&chair, acts::resume_on("2026-01-20"))]].concat()), "refused");
    assert_eq!(play(&[&accepted[..], &[(&officer, acts::coordination_failed())]].concat()), "closed");
}

// CC22 52, ZJ-CC 39(2): thirty days from acceptance, owed by the bureau.
#[test]
fn the_bureau_has_thirty_days_from_acceptance() {
    for profile in PROFILES {
        let story = taken_up(profile);
        let duty = story.duty("coordinate-1");
        assert_eq!(
            (duty.owner, duty.kind, story.due("coordinate-1").as_str()),
            (Owner::Hrss, Kind::Breach, "2026-04-01")
        );
    }
    for (at, late) in [("2026-03-31 10:00", false), ("2026-04-01 23:59", false), ("2026-04-02 00:00", true)] {
        for result in [coordinated(true), acts::coordination_failed()] {
            let mut story = taken_up(Zj);
            let events = story.does(at, &officer(), result);
            let status = story.duty("coordinate-1").status;
            assert!(matches!(status, DutyStatus::Met { late: found, .. } if found == late), "{at}: {status:?}");
            assert_eq!(events.iter().any(|event| matches!(event, Event::BreachRecorded(_))), late, "{at}");
        }
    }
}

// CC22 52, ZJ-CC 39(2): fifteen days more at most, decided before the period is over.
#[test]
fn the_bureau_gives_itself_at_most_fifteen_days_more() {
    for profile in PROFILES {
        let mut story = taken_up(profile);
        for days in [0, 16] {
            let refusal = story.refuses(
                "2026-03-03 09:00",
                &officer(),
                extend_coordination(days, "双方仍在商量"),
                "COORDINATE-EXTEND",
            );
            says(&refusal);
        }
        story.does("2026-03-03 09:10", &officer(), extend_coordination(12, "双方仍在商量"));
        assert_eq!(story.due("coordinate-1"), "2026-04-13");
        story.facts.datasets = Some(story.case().datasets);
        let adopted = story.does("2026-03-03 09:20", &crate::cast::system(), acts::adopt_dataset());
        assert!(!adopted.iter().any(|event| matches!(event, Event::DutyRecomputed(e) if e.duty == "coordinate-1")));
        story.facts.datasets = None;
        story.refuses("2026-03-03 10:00", &officer(), extend_coordination(4, "再延长"), "COORDINATE-EXTEND");
        story.does("2026-03-03 11:00", &coordinator(), extend_coordination(3, "再延长"));
        assert_eq!(story.due("coordinate-1"), "2026-04-16");
        story.refuses("2026-03-03 12:00", &officer(), extend_coordination(1, "再延长"), "COORDINATE-EXTEND");
    }
}

// ZJ-CC 39(2): decided in time it moves the date; afterwards it is on record and moves nothing.
#[test]
fn an_extension_after_the_period_is_on_record_and_moves_no_date() {
    for (at, in_time) in [("2026-03-31 10:00", true), ("2026-04-01 23:59", true), ("2026-04-02 00:00", false)] {
        let mut story = taken_up(Zj);
        let events = story.does(at, &officer(), extend_coordination(15, "双方仍在商量"));
        let (due, noting) = if in_time { ("2026-04-16", None) } else { ("2026-04-01", Some(Outcome::Breach)) };
        assert_eq!((story.due("coordinate-1").as_str(), noted(&events, "CHK-COORDINATE-30D")), (due, noting), "{at}");
        let status = story.duty("coordinate-1").status;
        assert_eq!(status == DutyStatus::Open, in_time, "{at}: {status:?}");
    }
}

// ZJ-CC 39(2): with the reason in writing.
#[test]
fn an_extension_says_why() {
    let mut story = taken_up(Zj);
    says(&story.refuses("2026-03-03 09:00", &officer(), extend_coordination(15, " "), "FACT-EMPTY"));
}

// ZJ-CC 39(2), CC22 52: an extension on paper in time, entered after the default was struck, takes the default back.
#[test]
fn an_extension_on_paper_in_time_takes_the_default_back() {
    let mut story = taken_up(Zj);
    let extension = acts::enter_paper(extend_coordination(15, "双方仍在商量"), officer(), "2026-04-01");
    story.does("2026-04-03 09:00", &union_officer(), extension);
    assert_eq!(story.duty("coordinate-1").status, DutyStatus::Struck);
    story.does("2026-04-03 09:10", &recorder(), acts::confirm_paper(1));
    assert_eq!(
        (story.duty("coordinate-1").status, story.due("coordinate-1").as_str()),
        (DutyStatus::Open, "2026-04-16")
    );
}

// CC22 54: it has effect once coordinators and both chiefs have signed.
#[test]
fn an_agreement_before_the_bureau_is_signed_by_all() {
    for profile in PROFILES {
        let mut story = taken_up(profile);
        let refusal = story.refuses("2026-03-03 09:00", &officer(), coordinated(false), "COORDINATE-SIGNED");
        assert_eq!(refusal.citation[0].display_zh(), "《集体合同规定》第五十四条");
        says(&refusal);
        story.does("2026-03-03 10:00", &coordinator(), coordinated(true));
        assert_eq!(story.stage(), "negotiating");
    }
}

// CC22 53: first taken up, then coordinated.
#[test]
fn nothing_comes_of_a_dispute_that_is_not_taken_up() {
    let mut story = given(Zj).until("disputed");
    for command in [extend_coordination(5, "商量"), coordinated(true), acts::coordination_failed()] {
        let rule = format!("STAGE-{}", command.name());
        says(&story.refuses("2026-01-15 09:00", &officer(), command, &rule));
    }
    story.does("2026-01-15 10:00", &officer(), accept_coordination());
    says(&story.refuses("2026-01-15 11:00", &officer(), accept_coordination(), "STAGE-accept_coordination"));
}

// CC22 54, ZJ-CC 39: without an agreement the case is closed, with what is handed over; nobody owes anything any more.
#[test]
fn a_coordination_that_fails_closes_the_case() {
    for profile in PROFILES {
        let mut story = taken_up(profile);
        let events = story.does("2026-03-03 09:00", &officer(), acts::coordination_failed());
        assert!(matches!(&events[0], Event::CoordinationFailed(failed) if failed.hand_over.len() == 2));
        let Stage::Closed(closed) = &story.case().stage else { panic!("closed") };
        assert_eq!(closed.reason, CloseReason::CoordinationFailed);
        assert!(story.case().duties().iter().all(|duty| !duty.is_owed()), "{profile:?}");
        story.refuses("2026-12-01 09:00", &worker_chief(), apply_coordination(), "STAGE-apply_coordination");
    }
}

// CC22 49: coordination is for what the sides can't settle; the one that applied takes its application back.
#[test]
fn the_side_that_applied_takes_its_application_back_and_nobody_else() {
    for accepted in [false, true] {
        let mut story = given(Zj).until("disputed");
        if accepted {
            story.does("2026-01-15 09:00", &officer(), accept_coordination());
        }
        for who in [employer_chief(), legal_rep(), recorder()] {
            says(&story.refuses("2026-01-15 10:00", &who, acts::resume(), "WHO-resume"));
        }
        let events = story.does("2026-01-15 11:00", &worker_chief(), acts::resume_on("2026-01-19"));
        assert!(matches!(&events[0], Event::CoordinationTakenBack(back) if back.side == Side::Worker));
        assert_eq!(story.stage(), "negotiating");
        assert!(story.case().duties().iter().all(|duty| duty.rule != "coordinate" || !duty.is_owed()));
    }
}

// CC22 49: where the bureau stepped in the sides may still settle it, until the bureau has taken it up.
#[test]
fn the_sides_go_on_where_the_bureau_stepped_in_and_has_not_taken_it_up() {
    for who in [worker_chief(), employer_chief(), recorder()] {
        let mut story = given(Zj).until("negotiating");
        story.does("2026-01-14 10:00", &officer(), apply_coordination());
        let mut waiting = story.clone();
        waiting.does("2026-01-14 11:00", &who, acts::resume());
        assert_eq!(waiting.stage(), "negotiating");
        story.does("2026-01-14 11:00", &officer(), accept_coordination());
        story.refuses("2026-01-14 12:00", &who, acts::resume(), "WHO-resume");
    }
}

// CC22 52: a bureau in default holds nobody back; the default stays on record.
#[test]
fn anybody_goes_on_once_the_bureau_is_in_default() {
    for (at, possible) in [("2026-04-01 23:59", false), ("2026-04-02 00:00", true)] {
        let mut story = taken_up(Zj);
        let outcome = story.attempt(moment(at), &employer_chief(), acts::resume());
        assert_eq!(outcome.is_ok(), possible, "{at}");
    }
    let mut story = taken_up(Zj);
    let events = story.does("2026-04-02 09:00", &officer(), coordinated(true));
    assert!(matches!(events[0], Event::BreachRecorded(_)));
    assert_eq!(story.stage(), "negotiating", "the case goes on");
}

// ZJ-CC 39(2), CC22 52: a second dispute has a period of its own.
#[test]
fn a_dispute_can_be_brought_again() {
    let mut story = taken_up(Zj);
    story.does("2026-03-10 09:00", &officer(), coordinated(true));
    story.does("2026-03-17 09:00", &employer_chief(), apply_coordination());
    story.does("2026-03-17 10:00", &officer(), accept_coordination());
    assert_eq!(story.due("coordinate-2"), "2026-04-16");
    story.refuses("2026-03-18 10:00", &worker_chief(), acts::resume(), "WHO-resume");
}

// Row 15: what was agreed before the bureau goes into a draft, and from there the usual way.
#[test]
fn after_an_agreement_before_the_bureau_the_draft_takes_the_usual_way() {
    let mut story = taken_up(Zj);
    story.does("2026-03-03 09:00", &officer(), coordinated(true));
    story.does("2026-03-03 12:00", &recorder(), acts::close());
    story.does("2026-03-03 13:00", &worker_chief(), acts::confirm_minutes(1));
    story.does("2026-03-03 14:00", &employer_chief(), acts::confirm_minutes(1));
    story.initials("2026-03-04 15:00", crate::wording::terms());
    assert_eq!((story.stage(), story.due("to_congress-1").as_str()), ("drafted", "2026-03-25"));
}

// WN9 18, ZJ-CC 16(3): papers are given and minutes confirmed while the bureau coordinates; what completes the
// preparation counts.
#[test]
fn what_is_given_meanwhile_counts() {
    let mut story = given(Zj).until("preparing");
    story.does("2026-01-06 10:00", &legal_rep(), acts::reps(&acts::employers()));
    story.does("2026-01-06 11:00", &worker_chief(), acts::agenda());
    story.does("2026-01-06 12:00", &worker_chief(), acts::rep_list());
    story.does("2026-01-06 13:00", &union_chair(), apply_coordination());
    story.does("2026-01-07 09:00", &employer_chief(), acts::rep_list());
    story.does("2026-01-07 10:00", &worker_chief(), acts::resume());
    assert_eq!(story.stage(), "ready");
}

// CC22 49, 52, ZJ-CC 39: an application and its acceptance on paper count from their days; acceptance is not before the
// application.
#[test]
fn a_coordination_on_paper_counts_from_its_day() {
    let mut story = given(Zj).until("negotiating");
    let application = acts::enter_paper(apply_coordination(), worker_chief(), "2026-01-15");
    story.does("2026-03-09 09:00", &union_officer(), application);
    story.does("2026-03-09 09:10", &worker_rep(), acts::confirm_paper(1));
    let early = acts::enter_paper(accept_coordination(), officer(), "2026-01-14");
    says(&story.refuses("2026-03-09 10:00", &union_officer(), early, "FACT-DATE"));
    let acceptance = acts::enter_paper(accept_coordination(), officer(), "2026-03-02");
    story.does("2026-03-09 10:10", &union_officer(), acceptance);
    story.does("2026-03-09 10:20", &recorder(), acts::confirm_paper(2));
    assert_eq!(story.due("coordinate-1"), "2026-04-01");
}
