//! Who sits, who is asked, who votes, who signs; and the codes of parties and persons.

use law::checks::{Check, OnFail};
use law::rules::Profile;
use negotiation::Event;
use negotiation::checks::person;
use negotiation::command::{EmployerParty, OpenCase, RecordVote, RegisterReps, Selection, UnionParty};

use super::{Edge, Seen, shown, tries};
use crate::acts::{self, ballot, votes};
use crate::cast::{BOOK, Story, agent, clerk, employer_chief, given, given_with, legal_rep, union_chair, worker_chief};

fn workers(check: Check, mut story: Story, list: &RegisterReps) -> Seen {
    shown(check, &tries(&mut story, "2026-01-05 09:00", &union_chair(), acts::reps(list)))
}

// CC22 19, ZJ-CC 10, HZ 16, NB 8: three on each side.
pub(super) fn rep_min(profile: Profile, edge: Edge) -> Option<Seen> {
    let list = acts::workers_of(acts::members("w", edge.pick(3, 2)));
    Some(workers(Check::RepMin, given(profile), &list))
}

// ZJ-CC 10(1): five where the enterprise is above scale.
pub(super) fn rep_scale(profile: Profile, edge: Edge) -> Option<Seen> {
    BOOK.current_rules(profile).unwrap().1.reps.min_above_scale?;
    let open = acts::opening(profile);
    let employer = EmployerParty { above_scale: true, ..open.employer.clone() };
    let story = given_with(&BOOK, acts::opened(OpenCase { employer, ..open }));
    Some(workers(Check::RepScale5, story, &acts::workers_of(acts::members("w", edge.pick(5, 4)))))
}

// CC22 19: equal; ZJ-CC 10: the employer's side not larger.
pub(super) fn rep_parity(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile);
    story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
    let list = acts::employers_of(acts::members("e", edge.pick(3, 4)));
    Some(shown(Check::RepParity, &tries(&mut story, "2026-01-05 09:10", &legal_rep(), acts::reps(&list))))
}

// CC22 23, ZJ-CC 10(4): one in three.
pub(super) fn rep_outsiders(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut members = acts::members("w", 3);
    for member in members.iter_mut().skip(1).take(edge.pick(1, 2)) {
        member.external = true;
        member.mandate = Some(acts::digest("mandate"));
    }
    Some(workers(Check::RepExt13, given(profile), &acts::workers_of(members)))
}

// CC22 23(2): the chief is no outsider.
pub(super) fn chief_internal(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut members = acts::members("w", 3);
    let outsider = edge.pick(1, 0);
    members[outsider].external = true;
    members[outsider].mandate = Some(acts::digest("mandate"));
    Some(workers(Check::ChiefInternal, given(profile), &acts::workers_of(members)))
}

// CC22 20(2), ZJ-CC 10: a chief who is not the chair is sent in writing.
pub(super) fn chief_delegation(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut members = acts::members("w", 3);
    members[0].chief = false;
    members[1].chief = true;
    members[1].mandate = edge.pick(Some(acts::digest("mandate")), None);
    Some(workers(Check::ChiefDelegation, given(profile), &acts::workers_of(members)))
}

// CC22 24, ZJ-CC 10(5): nobody on both sides.
pub(super) fn rep_dual(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile);
    story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
    let mut members = acts::members("e", 3);
    members[2] = acts::member(edge.pick("e3", "w2"));
    let list = acts::employers_of(members);
    Some(shown(Check::RepDual, &tries(&mut story, "2026-01-05 09:10", &legal_rep(), acts::reps(&list))))
}

// ZJ-CC 10(2): elected by more than half; CC22 20: a vote that didn't carry appoints nobody.
pub(super) fn rep_elected(profile: Profile, edge: Edge) -> Option<Seen> {
    let selection = Selection { votes: Some(edge.pick(31, 30)), ..acts::elected() };
    let list = RegisterReps { selection, ..acts::workers() };
    Some(workers(Check::RepElected, given(profile), &list))
}

// ZJ-CC 17, HZ 27, NB 19: the workers agree; CC22 35: both do. The employer suspends nothing alone.
pub(super) fn suspend_consent(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile).until("negotiating");
    story.does("2026-01-14 10:00", &employer_chief(), acts::propose_suspension("2026-02-10"));
    let who = edge.pick(worker_chief(), employer_chief());
    Some(shown(Check::SuspendConsent, &tries(&mut story, "2026-01-14 10:10", &who, acts::suspend(true))))
}

/// A vote of sixty; what is noted of the check and whether the draft was adopted all the same.
fn voted(check: Check, profile: Profile, present: u32, yes: u32) -> Seen {
    let mut story = given(profile).until("congress");
    let vote = acts::vote(story.text(), "2026-01-17", 60, present, yes);
    let seen = shown(check, &tries(&mut story, "2026-01-17 16:00", &clerk(), vote));
    assert_eq!(seen.is_none(), story.stage() == "adopted");
    seen.map(|follows| {
        assert_eq!(follows, OnFail::Breach, "the count is on record");
        OnFail::NotAdopted
    })
}

// CC22 36, ZJ-CC 24(2), ZJ-DM 15(3): two thirds of all, the number included (CIV 1259).
pub(super) fn quorum(profile: Profile, edge: Edge) -> Option<Seen> {
    Some(voted(Check::Quorum23, profile, edge.pick(40, 39), 39))
}

// ZJ-CC 24(2): more than half of all; CC22 36: half of all.
pub(super) fn majority(profile: Profile, edge: Edge) -> Option<Seen> {
    let least = if profile == Profile::Cn { 30 } else { 31 };
    Some(voted(Check::MajorityAll, profile, 60, edge.pick(least, least - 1)))
}

// ZJ-DM 15(3); the national rules of collective contracts don't ask for it.
pub(super) fn secret_ballot(profile: Profile, edge: Edge) -> Option<Seen> {
    if !BOOK.current_rules(profile).unwrap().1.congress.secret {
        return None;
    }
    let mut story = given(profile).until("congress");
    let vote = RecordVote { secret: edge.pick(true, false), ..ballot(story.text(), "2026-01-17", 60, 50, 45) };
    Some(shown(Check::SecretBallot, &tries(&mut story, "2026-01-17 16:00", &clerk(), votes(vote))))
}

// CC22 37, ZJ-CC 24(3): there is nothing to file before both have signed; the stage itself refuses, with these articles.
pub(super) fn sign_both(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile).until("adopted");
    let (sign, file) = (acts::sign(story.text()), acts::file(story.text()));
    let mut events = story.does("2026-01-18 09:00", &worker_chief(), sign.clone());
    if edge == Edge::Inside {
        events.extend(story.does("2026-01-18 10:00", &employer_chief(), sign));
    }
    let signed = events.iter().any(|event| matches!(event, Event::AgreementSigned(_)));
    assert_eq!(signed, edge == Edge::Inside);
    match tries(&mut story, "2026-01-19 09:00", &agent(), file) {
        Ok(_) => Some(None),
        Err(refusal) => {
            assert_eq!(refusal.rule, "STAGE-file");
            assert!(!refusal.citation.is_empty());
            crate::who::says(&refusal);
            Some(Some(OnFail::Refuse))
        }
    }
}

// GB 32100: the last character follows from the others; of the employer and of the union.
pub(super) fn uscc(profile: Profile, edge: Edge) -> Option<Seen> {
    let seen = ["employer", "union"].map(|party| {
        let open = acts::opening(profile);
        let (mut employer, mut union) = (open.employer.uscc.clone(), open.union.uscc.clone());
        let code = if party == "employer" { &mut employer } else { &mut union };
        let last = code.pop().unwrap();
        code.push(edge.pick(last, if last == '0' { '1' } else { '0' }));
        let employer = EmployerParty { uscc: employer, ..open.employer.clone() };
        let union = UnionParty { uscc: union, ..open.union.clone() };
        let open = acts::opened(OpenCase { employer, union, ..open });
        shown(Check::Uscc, &tries(&mut Story::unopened(&BOOK), "2026-01-05 08:00", &union_chair(), open))
    });
    assert_eq!(seen[0], seen[1]);
    Some(seen[0])
}

// GB 11643: a number never enters a record, so it is asked about where a person's particulars are taken, and refused there.
pub(super) fn id_no(_: Profile, edge: Edge) -> Option<Seen> {
    let number = edge.pick("11010519491231002X", "110105194912310020");
    Some(shown(Check::IdNo, &person::id_no(number).map(|()| Vec::new())))
}

// Rule of the platform, as sensitive data asks for it (PIPL 28): what was refused as a number is not repeated.
#[test]
fn a_refused_identity_number_is_not_repeated() {
    for number in ["", "11010519491231002x", "110105194912310020", "990105194912310020", "11010519491331002X"] {
        let refusal = person::id_no(number).unwrap_err();
        crate::who::says(&refusal);
        assert!(number.is_empty() || !format!("{refusal:?}").contains(number));
    }
}
