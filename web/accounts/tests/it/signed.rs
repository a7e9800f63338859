//! In which capacities somebody may speak where.

use accounts::Mine;
use negotiation::{Capacity, Side};
use store::CaseFilter;

use crate::support::{EMPLOYER, OTHER_EMPLOYER, case, employer, line, region, signed};
use accounts::Scope;

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
