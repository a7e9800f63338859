//! Representatives (row 8): one rule after the other, with what differs from place to place.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::checks::Outcome;
use negotiation::command::{Member, RegisterReps, Selection, SelectionMethod, Sex};
use negotiation::state::DutyStatus;
use negotiation::{Event, Refusal, Side};

use crate::acts::{self, digest, employers, employers_of, member, members, workers_of};
use crate::cast::{
    BOOK, Story, agent, employer_chief, given, given_with, legal_rep, union_chair, union_officer, worker_chief,
};
use crate::who::says;

const AT: &str = "2026-01-05 09:00";

fn workers(story: &mut Story, list: &RegisterReps) -> Result<Vec<Event>, Refusal> {
    let records = story.attempt(crate::cast::moment(AT), &union_chair(), acts::reps(list))?;
    Ok(records.into_iter().flat_map(|record| record.events).collect())
}

fn employer(story: &mut Story, list: &RegisterReps) -> Result<Vec<Event>, Refusal> {
    let records = story.attempt(crate::cast::moment(AT), &legal_rep(), acts::reps(list))?;
    Ok(records.into_iter().flat_map(|record| record.events).collect())
}

fn refused(outcome: Result<Vec<Event>, Refusal>, rule: &str) {
    let refusal = outcome.unwrap_err();
    assert_eq!(refusal.rule, rule);
    says(&refusal);
}

fn noted(events: &[Event], rule: &str) -> Option<Outcome> {
    events.iter().find_map(|event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == rule => Some(noted.finding.outcome),
        _ => None,
    })
}

fn with(count: usize, change: impl Fn(&mut Vec<Member>)) -> RegisterReps {
    let mut list = members("w", count);
    change(&mut list);
    workers_of(list)
}

// CC22 19, ZJ-CC 10: at least three on each side.
#[test]
fn a_side_has_at_least_three_representatives() {
    for profile in [Cn, Zj, Hz, Nb] {
        refused(workers(&mut given(profile), &workers_of(members("w", 2))), "CHK-REP-MIN");
        workers(&mut given(profile), &workers_of(members("w", 3))).unwrap();
    }
}

// ZJ-CC 10(1): at least five in an enterprise above the statistical scale; the national rules don't know this.
#[test]
fn above_scale_a_side_has_at_least_five_in_zhejiang() {
    let above = |profile: Profile| {
        let mut open = acts::opening(profile);
        open.employer.above_scale = true;
        given_with(&BOOK, acts::opened(open))
    };
    for profile in [Zj, Hz, Nb] {
        refused(workers(&mut above(profile), &workers_of(members("w", 4))), "CHK-REP-SCALE5");
        workers(&mut above(profile), &workers_of(members("w", 5))).unwrap();
    }
    workers(&mut above(Cn), &workers_of(members("w", 3))).unwrap();
}

// HZ 16: three to nine; NB 8: three to ten; ZJ-CC and CC22 know no upper end.
#[test]
fn hangzhou_has_at_most_nine_and_ningbo_at_most_ten() {
    for (profile, most) in [(Hz, 9), (Nb, 10)] {
        workers(&mut given(profile), &workers_of(members("w", most))).unwrap();
        refused(workers(&mut given(profile), &workers_of(members("w", most + 1))), "CHK-REP-MIN");
    }
    for profile in [Cn, Zj] {
        workers(&mut given(profile), &workers_of(members("w", 15))).unwrap();
    }
}

// CC22 23, WN9 12, ZJ-CC 10(4): outsiders at most a third of the side.
#[test]
fn outsiders_are_at_most_a_third() {
    for (count, most) in [(3, 1), (5, 1), (6, 2), (9, 3)] {
        let outsiders = |number: usize| {
            with(count, |list| {
                for member in list.iter_mut().skip(count - number) {
                    member.external = true;
                    member.mandate = Some(digest("mandate"));
                }
            })
        };
        workers(&mut given(Zj), &outsiders(most)).unwrap();
        refused(workers(&mut given(Zj), &outsiders(most + 1)), "CHK-REP-EXT13");
    }
}

// CC22 19, 23(2): one chief, never an outsider.
#[test]
fn a_side_has_exactly_one_chief_who_is_no_outsider() {
    refused(workers(&mut given(Zj), &with(3, |list| list[0].chief = false)), "CHK-CHIEF-INTERNAL");
    refused(workers(&mut given(Zj), &with(3, |list| list[1].chief = true)), "CHK-CHIEF-INTERNAL");
    let hired = with(3, |list| {
        list[0].external = true;
        list[0].mandate = Some(digest("mandate"));
    });
    refused(workers(&mut given(Zj), &hired), "CHK-CHIEF-INTERNAL");
}

// CC22 20(2), WN9 10: the chair may name another chief, in writing; CC22 21: so may the legal representative.
#[test]
fn a_chief_who_is_not_chair_or_legal_representative_needs_a_mandate() {
    let other = |prefix: &str, mandate| {
        let mut list = members(prefix, 3);
        list[0].chief = false;
        list[1].chief = true;
        list[1].mandate = mandate;
        list
    };
    refused(workers(&mut given(Zj), &workers_of(other("w", None))), "CHK-CHIEF-DELEGATION");
    workers(&mut given(Zj), &workers_of(other("w", Some(digest("mandate"))))).unwrap();
    refused(employer(&mut given(Cn), &employers_of(other("e", None))), "CHK-CHIEF-DELEGATION");
    employer(&mut given(Cn), &employers_of(other("e", Some(digest("mandate"))))).unwrap();
}

// ZJ-CC 10(3): the legal representative or the person in charge.
#[test]
fn the_person_in_charge_is_chief_without_a_mandate() {
    let mut list = members("e", 3);
    list[0].person = crate::cast::person("e7");
    list[0].principal = true;
    employer(&mut given(Zj), &employers_of(list)).unwrap();
}

// CC22 23, WN9 12: outsiders in writing.
#[test]
fn an_outsider_without_a_mandate_is_refused() {
    refused(workers(&mut given(Zj), &with(3, |list| list[2].external = true)), "CHK-CHIEF-DELEGATION");
}

// CC22 24, ZJ-CC 10(5): nobody on both sides.
#[test]
fn nobody_sits_on_both_sides_or_twice() {
    let mut story = given(Zj);
    employer(&mut story, &employers()).unwrap();
    refused(workers(&mut story, &with(3, |list| list[2].person = crate::cast::person("e2"))), "CHK-REP-DUAL");
    refused(workers(&mut story, &with(3, |list| list[2].person = list[1].person.clone())), "CHK-REP-DUAL");
}

// NB 8: heads of the enterprise can't sit for the workers; elsewhere that is worth a look.
#[test]
fn a_head_of_the_enterprise_for_the_workers_is_refused_in_ningbo_and_noted_elsewhere() {
    let list = with(3, |list| list[2].manager = true);
    refused(workers(&mut given(Nb), &list), "CHK-REP-DUAL");
    for profile in [Cn, Zj, Hz] {
        let events = workers(&mut given(profile), &list).unwrap();
        assert_eq!(noted(&events, "CHK-REP-DUAL"), Some(Outcome::Amber));
    }
    let mut bosses = members("e", 3);
    bosses[1].manager = true;
    assert_eq!(noted(&employer(&mut given(Nb), &employers_of(bosses)).unwrap(), "CHK-REP-DUAL"), None);
}

// NB 8: who works for the union can't sit for the employer; elsewhere that is worth a look.
#[test]
fn union_staff_for_the_employer_is_refused_in_ningbo_and_noted_elsewhere() {
    let mut lent = members("e", 3);
    lent[2].union_staff = true;
    refused(employer(&mut given(Nb), &employers_of(lent.clone())), "CHK-REP-DUAL");
    for profile in [Cn, Zj, Hz] {
        let events = employer(&mut given(profile), &employers_of(lent.clone())).unwrap();
        assert_eq!(noted(&events, "CHK-REP-DUAL"), Some(Outcome::Amber));
    }
    let own = with(3, |list| list[2].union_staff = true);
    assert_eq!(noted(&workers(&mut given(Nb), &own).unwrap(), "CHK-REP-DUAL"), None);
}

// TUL 10, ZJ-TU 7: near relatives of those who head the enterprise don't belong into its union's committee. Worth a look,
// and nothing stops; a union from outside has no such committee.
#[test]
fn a_chair_who_is_a_near_relative_of_the_heads_is_noted() {
    for profile in [Cn, Zj, Hz, Nb] {
        for (relative, guiding, seen) in [(true, false, Some(Outcome::Amber)), (false, false, None), (true, true, None)]
        {
            let mut open = acts::opening(profile);
            (open.union.relative, open.union.guiding) = (relative, guiding);
            let who = if guiding { crate::cast::higher_union() } else { union_chair() };
            let events = Story::unopened(&BOOK).does("2026-01-05 08:00", &who, acts::opened(open));
            assert_eq!(noted(&events, "CHK-CHAIR-RELATIVE"), seen, "{profile} {relative} {guiding}");
        }
    }
}

// NB 8 is cited in Ningbo only; ZJ-CC 10(2) and CC22 20 where there is a union, the texts for others where there is none.
#[test]
fn a_finding_about_a_list_cites_the_articles_of_its_place() {
    let cited = |refusal: &Refusal| refusal.citation.iter().map(ToString::to_string).collect::<Vec<_>>();
    let managed = with(3, |list| list[1].manager = true);
    let nb = workers(&mut given(Nb), &managed).unwrap_err();
    assert_eq!(cited(&nb), ["CC22 24", "ZJ-CC 10(5)", "NB 8"]);
    let events = workers(&mut given(Zj), &managed).unwrap();
    let finding = events.iter().find_map(|event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == "CHK-REP-DUAL" => Some(&noted.finding),
        _ => None,
    });
    let articles: Vec<String> = finding.unwrap().citation.iter().map(ToString::to_string).collect();
    assert_eq!(articles, ["CC22 24", "ZJ-CC 10(5)"]);
    let few = RegisterReps { selection: Selection { votes: Some(30), ..acts::elected() }, ..acts::workers() };
    assert_eq!(cited(&workers(&mut given(Zj), &few).unwrap_err()), ["ZJ-CC 10(2)", "CC22 20"]);
}

// CC22 19: equal numbers. ZJ-CC 10: the employer's not more than the workers'; more workers are worth a look.
#[test]
fn numbers_of_the_sides_differ_from_place_to_place() {
    for (profile, worker_count, employer_count, expected) in [
        (Zj, 3, 4, Err("CHK-REP-PARITY")),
        (Zj, 4, 3, Ok(Some(Outcome::Amber))),
        (Zj, 3, 3, Ok(None)),
        (Hz, 3, 4, Err("CHK-REP-PARITY")),
        (Nb, 4, 3, Ok(Some(Outcome::Amber))),
        (Cn, 3, 4, Err("CHK-REP-PARITY")),
        (Cn, 4, 3, Err("CHK-REP-PARITY")),
        (Cn, 4, 4, Ok(None)),
    ] {
        let mut story = given(profile);
        workers(&mut story, &workers_of(members("w", worker_count))).unwrap();
        let outcome = employer(&mut story, &employers_of(members("e", employer_count)));
        match (outcome, expected) {
            (Ok(events), Ok(expected)) => assert_eq!(noted(&events, "CHK-REP-PARITY"), expected),
            (Err(refusal), Err(rule)) => refused(Err(refusal), rule),
            (outcome, _) => panic!("{profile:?} {worker_count}:{employer_count} gave {outcome:?}"),
        }
    }
}

// ZJ-CC 10(2), ZJ-DM 7(3): in Zhejiang the congress elects; CC22 20: elsewhere the union may appoint.
#[test]
fn worker_representatives_are_elected_in_zhejiang_and_may_be_appointed_elsewhere() {
    let appointed = RegisterReps {
        selection: Selection {
            method: SelectionMethod::AppointedByUnion,
            record: None,
            total: None,
            votes: None,
            ..acts::elected()
        },
        ..acts::workers()
    };
    workers(&mut given(Cn), &appointed).unwrap();
    for profile in [Zj, Hz, Nb] {
        refused(workers(&mut given(profile), &appointed), "CHK-REP-ELECTED");
    }
}

// ZJ-CC 10(2): elected by more than half, with a record of it.
#[test]
fn an_election_needs_more_than_half_and_a_record() {
    let elected = |votes, record| RegisterReps {
        selection: Selection { record, votes: Some(votes), ..acts::elected() },
        ..acts::workers()
    };
    refused(workers(&mut given(Zj), &elected(30, Some(digest("election")))), "CHK-REP-ELECTED");
    refused(workers(&mut given(Zj), &elected(61, Some(digest("election")))), "CHK-REP-ELECTED");
    refused(workers(&mut given(Zj), &elected(50, None)), "CHK-REP-ELECTED");
    workers(&mut given(Zj), &elected(31, Some(digest("election")))).unwrap();
}

// ZJ-CC 10(2): women in proportion; no figure is set, so it is worth a look only.
#[test]
fn too_few_women_are_noted() {
    let men = with(5, |list| list.iter_mut().for_each(|member| member.sex = Sex::Male));
    assert_eq!(noted(&workers(&mut given(Zj), &men).unwrap(), "CHK-REP-WOMEN"), Some(Outcome::Amber));
    let mixed = workers(&mut given(Zj), &workers_of(members("w", 5))).unwrap();
    assert_eq!(noted(&mixed, "CHK-REP-WOMEN"), None);
}

// ZJ-CC 13: replaced in the same way as chosen; until the first session by a new list.
#[test]
fn a_new_list_takes_the_place_of_the_old_one_until_the_first_session() {
    let mut story = given(Zj).until("ready");
    let mut changed = members("w", 3);
    changed[2] = member("w8");
    story.does("2026-01-07 09:00", &union_officer(), acts::reps(&workers_of(changed)));
    assert!(story.case().delegations.worker.as_ref().unwrap().has("w8"));
    let mut story = story.until("negotiating");
    story.refuses("2026-01-14 09:30", &employer_chief(), acts::reps(&employers()), "STAGE-register_reps");
}

// NB 10: announced within five working days of the election.
#[test]
fn in_ningbo_representatives_are_announced_within_five_working_days() {
    let mut story = given(Nb);
    workers(&mut story, &acts::workers()).unwrap();
    let duty = story.duty("announce_reps-worker-1");
    assert_eq!((duty.dates.due.to_string().as_str(), duty.status), ("2026-01-09", DutyStatus::Open));
    workers(&mut story, &acts::workers()).unwrap();
    assert_eq!(story.duty("announce_reps-worker-1").status, DutyStatus::Voided);
    let mut story = given(Zj);
    workers(&mut story, &acts::workers()).unwrap();
    assert!(story.case().duties().is_empty(), "Zhejiang sets no such date");
}

/// The lists of both sides stand in Ningbo: the workers' elected on 4 January, the employer's named on the 5th.
fn listed_in_ningbo() -> Story {
    let mut story = given(Nb);
    workers(&mut story, &acts::workers()).unwrap();
    employer(&mut story, &employers()).unwrap();
    story
}

// NB 10: on the fifth working day in time, the day after late, and the case goes on.
#[test]
fn an_announcement_on_the_last_day_is_in_time_and_the_day_after_late() {
    for (duty, who, last, next) in [
        ("announce_reps-worker-1", worker_chief(), "2026-01-09 23:59", "2026-01-10 00:00"),
        ("announce_reps-employer-2", agent(), "2026-01-12 23:59", "2026-01-13 00:00"),
    ] {
        for (at, late) in [(last, false), (next, true)] {
            let mut story = listed_in_ningbo();
            let events = story.does(at, &who, acts::announce());
            let announced = events.iter().any(
                |event| matches!(event, Event::RepsAnnounced(e) if e.side == who.side && e.channel == "厂务公开栏"),
            );
            assert!(announced, "{events:?}");
            let struck = events.iter().any(|event| matches!(event, Event::BreachRecorded(e) if e.duty == duty));
            assert_eq!(struck, late, "{at}");
            let status = story.duty(duty).status;
            assert!(matches!(status, DutyStatus::Met { late: found, .. } if found == late), "{at}: {status:?}");
        }
    }
}

// NB 10: counted from the election, so a list registered late doesn't push the last day on.
#[test]
fn a_list_registered_late_is_announced_late() {
    let mut story = given(Nb);
    story.does("2026-01-20 09:00", &union_chair(), acts::reps(&acts::workers()));
    story.does("2026-01-20 10:00", &union_chair(), acts::announce());
    assert!(matches!(story.duty("announce_reps-worker-1").status, DutyStatus::Met { late: true, .. }));
}

// NB 10: representatives are announced, each side's own, and those of a new list anew.
#[test]
fn a_side_announces_for_itself_and_each_new_list_anew() {
    let mut story = listed_in_ningbo();
    story.does("2026-01-06 09:00", &agent(), acts::announce());
    assert!(story.duty("announce_reps-worker-1").is_owed());
    story.does("2026-01-06 10:00", &union_officer(), acts::announce());
    story.does("2026-01-06 11:00", &union_chair(), acts::reps(&acts::workers()));
    assert!(!story.duty("announce_reps-worker-1").is_owed());
    assert!(story.duty("announce_reps-worker-3").is_owed(), "the new list is not announced yet");
    story.does("2026-01-06 12:00", &union_officer(), acts::announce());
    assert!(!story.duty("announce_reps-worker-3").is_owed());
}

// NB 10: entered from paper, the day on the paper counts and takes back a default.
#[test]
fn an_announcement_on_paper_counts_from_its_day() {
    let mut story = listed_in_ningbo();
    let paper = acts::enter_paper(acts::announce(), union_chair(), "2026-01-09");
    story.does("2026-01-12 09:00", &union_chair(), paper);
    assert_eq!(story.duty("announce_reps-worker-1").status, DutyStatus::Struck);
    story.does("2026-01-12 10:00", &union_officer(), acts::confirm_paper(1));
    assert!(matches!(story.duty("announce_reps-worker-1").status, DutyStatus::Met { late: false, .. }));
}

// NB 10: there is somebody to announce, and a place where it is done.
#[test]
fn an_announcement_needs_a_list_and_says_where() {
    let mut story = given(Nb);
    says(&story.refuses(AT, &union_chair(), acts::announce(), "STAGE-announce_reps"));
    workers(&mut story, &acts::workers()).unwrap();
    says(&story.refuses(AT, &union_chair(), acts::announce_in(" "), "FACT-EMPTY"));
    says(&story.refuses(AT, &agent(), acts::announce(), "STAGE-announce_reps"));
}

// NB 10, HZ 18: elsewhere nobody has to announce them, and everybody may.
#[test]
fn representatives_are_announced_at_any_stage_and_outside_ningbo_too() {
    for profile in [Cn, Zj, Hz, Nb] {
        for stage in ["ready", "negotiating", "filed", "effective"] {
            let mut story = given(profile).until(stage);
            let before = story.case().duties().clone();
            let events = story.does("2026-01-21 10:00", &union_chair(), acts::announce());
            assert!(matches!(events.last(), Some(Event::RepsAnnounced(e)) if e.side == Side::Worker), "{events:?}");
            assert_eq!(story.stage(), stage);
            let announced = |duty: &&negotiation::state::Duty| duty.rule == "announce_reps";
            assert!(before.iter().filter(announced).all(|duty| !duty.is_owed()), "announced on the way already");
        }
    }
}
