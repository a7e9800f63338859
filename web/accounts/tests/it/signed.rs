//! In which capacities somebody may speak where.

use accounts::access::PEOPLE;
use accounts::{Mine, Scope};
use negotiation::{Capacity, Side};
use store::CaseFilter;

use crate::support::{EMPLOYER, OTHER_EMPLOYER, case, employer, line, region, signed};

#[test]
fn capacities_come_from_case_employer_and_region() {
    let who = signed(&[
        (Capacity::WorkerChief, Scope::Case(case(1))),
        (Capacity::UnionChair, employer(EMPLOYER)),
        (Capacity::UnionChair, Scope::Case(case(1))),
        (Capacity::HigherUnion, region("3307")),
    ]);
    let all = [Capacity::UnionChair, Capacity::WorkerChief, Capacity::HigherUnion];
    assert_eq!(who.capacities(&line(1, EMPLOYER)), all);
    assert_eq!(who.capacities(&line(2, EMPLOYER)), [Capacity::UnionChair, Capacity::HigherUnion]);
    assert_eq!(who.capacities(&line(3, OTHER_EMPLOYER)), [Capacity::HigherUnion], "the region is the same");
}

#[test]
fn a_region_is_where_the_code_begins_alike() {
    for (digits, covered) in [("33", true), ("3307", true), ("330784", true), ("3308", false), ("330783", false)] {
        let who = signed(&[(Capacity::HrssOfficer, region(digits))]);
        assert_eq!(!who.capacities(&line(1, EMPLOYER)).is_empty(), covered, "{digits}");
        assert_eq!(!who.over("330784").is_empty(), covered, "{digits}");
    }
    let careless = signed(&[(Capacity::HrssOfficer, region(""))]);
    assert!(careless.capacities(&line(1, EMPLOYER)).is_empty());
}

// decisions.md 11.
#[test]
fn whoever_would_act_for_both_sides_of_a_case_acts_for_neither() {
    let who = signed(&[
        (Capacity::WorkerRep, employer(EMPLOYER)),
        (Capacity::EmployerAgent, Scope::Case(case(1))),
        (Capacity::Recorder, Scope::Case(case(1))),
    ]);
    assert_eq!(who.capacities(&line(1, EMPLOYER)), [Capacity::Recorder]);
    assert_eq!(who.capacities(&line(2, EMPLOYER)), [Capacity::WorkerRep]);
}

// decisions.md 11, over every two standings.
#[test]
fn no_two_standings_give_both_sides_and_none_is_lost_without_that() {
    let here = |n: u8| match n {
        0 => (employer(EMPLOYER), true),
        1 => (Scope::Case(case(1)), true),
        2 => (region("3307"), true),
        3 => (employer(OTHER_EMPLOYER), false),
        _ => (Scope::Case(case(2)), false),
    };
    for (one, other) in PEOPLE.into_iter().flat_map(|one| PEOPLE.map(|other| (one, other))) {
        for (first, second) in (0..5).flat_map(|first| (0..5).map(move |second| (here(first), here(second)))) {
            let who = signed(&[(one, first.0), (other, second.0)]);
            let mut held: Vec<Capacity> =
                [(one, first.1), (other, second.1)].iter().filter(|it| it.1).map(|it| it.0).collect();
            held.sort();
            held.dedup();
            let sides: Vec<Side> = held.iter().map(|capacity| capacity.side()).collect();
            if sides.contains(&Side::Worker) && sides.contains(&Side::Employer) {
                held.clear();
            }
            assert_eq!(who.capacities(&line(1, EMPLOYER)), held, "{one:?}, {other:?}");
        }
    }
}

#[test]
fn another_companys_case_is_out_of_sight() {
    let who = signed(&[(Capacity::EmployerLegalRep, employer(EMPLOYER)), (Capacity::UnionChair, Scope::Case(case(9)))]);
    assert!(who.capacities(&line(1, OTHER_EMPLOYER)).is_empty());
    let denied = who.actor(Capacity::EmployerLegalRep, &line(1, OTHER_EMPLOYER)).unwrap_err();
    assert!(denied.stranger);
}

#[test]
fn an_actor_speaks_in_a_capacity_that_is_held_here() {
    let who = signed(&[(Capacity::UnionChair, employer(EMPLOYER))]);
    let actor = who.actor(Capacity::UnionChair, &line(1, EMPLOYER)).unwrap();
    assert_eq!((actor.capacity, actor.side), (Capacity::UnionChair, Side::Worker));
    assert_eq!(actor.id, who.account.id.to_string());
    for other in [Capacity::WorkerChief, Capacity::EmployerChief, Capacity::System, Capacity::Clock] {
        let denied = who.actor(other, &line(1, EMPLOYER)).unwrap_err();
        assert!(!denied.stranger);
    }
}

#[test]
fn cases_are_opened_by_those_whom_the_statute_names() {
    let who = signed(&[
        (Capacity::EmployerLegalRep, employer(EMPLOYER)),
        (Capacity::EmployerRep, employer(EMPLOYER)),
        (Capacity::HigherUnion, region("3307")),
        (Capacity::UnionChair, Scope::Case(case(1))),
    ]);
    assert_eq!(who.may_open_for(EMPLOYER), [Capacity::EmployerLegalRep, Capacity::HigherUnion]);
    assert_eq!(who.may_open_for(OTHER_EMPLOYER), [Capacity::HigherUnion], "registered in the region");
    assert!(who.may_open_for("91310000MA0DEM0056").is_empty());
    for odd in ["", "91", "张三张三张三"] {
        assert!(who.may_open_for(odd).is_empty(), "{odd}");
    }
}

#[test]
fn own_cases_are_listed_by_what_one_stands_for() {
    let who = signed(&[
        (Capacity::UnionChair, employer(EMPLOYER)),
        (Capacity::WorkerChief, employer(EMPLOYER)),
        (Capacity::HigherUnion, region("3307")),
        (Capacity::Recorder, Scope::Case(case(1))),
    ]);
    let mine = who.filters();
    let all = [Mine::Case(case(1)), Mine::Employer(EMPLOYER.to_owned()), Mine::Region("3307".to_owned())];
    assert_eq!(mine, all);
    assert_eq!(mine[0].filter(), None);
    assert_eq!(mine[2].filter(), Some(CaseFilter::Region("3307".to_owned())));
}
